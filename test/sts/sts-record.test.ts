/** TXT records at `_mta-sts` (RFC 8461 3.1), right and wrong. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readStsRecord } from "../../src/sts/sts-record.ts";

/** What is made of records of one string each, in few words. */
function said(...records: readonly string[]): string {
  const reading = readStsRecord(records.map((record) => [record]));
  switch (reading.kind) {
    case "none":
      return "none";
    case "invalid":
      return `invalid: ${reading.fault}`;
    case "valid":
      return [`id ${reading.id}`, ...reading.oddities].join(", ");
  }
}

const CASES: readonly (readonly [string, readonly string[], string])[] = [
  ["as the RFC shows it", ["v=STSv1; id=20160831085700Z;"], "id 20160831085700Z"],
  ["without space", ["v=STSv1;id=1"], "id 1"],
  ["with extensions", ["v=STSv1; id=1; later=yes; x.y-z_1=a:b"], "id 1"],
  ["with a tab around the semicolon", ["v=STSv1;\t id=1\t;"], "id 1"],
  ["beside other records", ["v=spf1 -all", "v=STSv1; id=1"], "id 1"],
  ["nothing at all", [], "none"],
  ["other records alone", ["v=spf1 -all", "hello"], "none"],
  ["two of them", ["v=STSv1; id=1", "v=STSv1; id=2"], "invalid: several"],
  ["two with a space before the semicolon", ["v=STSv1 ; id=1", "v=STSv1 ; id=2"], "invalid: several"],
  ["an exact one beside a loose one", ["v=STSv1; id=1", "v=STSv1 ; id=2"], "id 1"],
  ["in other letters", ["v=stsv1; id=1"], "invalid: version"],
  ["of another version", ["v=STSv2; id=1"], "invalid: version"],
  ["with the version behind", ["id=1; v=STSv1;"], "invalid: version"],
  ["without a semicolon", ["v=STSv1 id=1"], "invalid: version"],
  ["the version alone", ["v=STSv1"], "invalid: version"],
  ["without an id", ["v=STSv1;"], "invalid: no-id"],
  ["with an id in capitals", ["v=STSv1; ID=1"], "invalid: no-id"],
  ["with a space before the equals sign", ["v=STSv1; id =1"], "invalid: no-id"],
  ["with an empty id", ["v=STSv1; id="], "invalid: id-form"],
  ["with an id of 32", [`v=STSv1; id=${"a".repeat(32)}`], `id ${"a".repeat(32)}`],
  ["with an id of 33", [`v=STSv1; id=${"a".repeat(33)}`], "invalid: id-form"],
  ["with a hyphen in its id", ["v=STSv1; id=2026-01-01"], "invalid: id-form"],
  ["with two ids", ["v=STSv1; id=1; id=2"], "id 1, several-ids"],
  ["with a space in front", [" v=STSv1; id=1"], "id 1, space-in-front"],
  ["with a space before the semicolon", ["v=STSv1 ; id=1"], "id 1, space-before-semicolon"],
  ["with an empty field", ["v=STSv1;; id=1"], "id 1, field-form"],
  ["with a field that has no value", ["v=STSv1; id=1; later"], "id 1, field-form"],
];

describe("a record at _mta-sts", () => {
  for (const [what, records, expected] of CASES) {
    test(`${what}: ${expected.slice(0, 60)}`, () => assert.equal(said(...records), expected));
  }

  test("in several strings is joined without anything between them", () => {
    const reading = readStsRecord([["v=STSv1; i", "d=1", "2"]]);
    assert.equal(reading.kind === "valid" && reading.id, "12");
  });

  test("of an answer without records is none", () => {
    assert.deepEqual(readStsRecord(undefined), { kind: "none" });
  });
});
