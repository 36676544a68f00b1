/** TXT records at `_smtp._tls` (RFC 8460 3), right and wrong. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readRptRecord } from "../../src/sts/tls-rpt-record.ts";

function said(...records: readonly string[]): string {
  const reading = readRptRecord(records.map((record) => [record]));
  if (reading.kind === "none") return "none";
  if (reading.kind === "invalid") return `invalid: ${reading.fault}`;
  return reading.destinations.map(({ scheme, host }) => `${scheme} ${host}`).join(", ");
}

const CASES: readonly (readonly [string, readonly string[], string])[] = [
  ["a mailbox", ["v=TLSRPTv1; rua=mailto:tls@Example.com"], "mailto example.com"],
  ["a web address", ["v=TLSRPTv1;rua=https://example.com:8443/v1?a=b"], "https example.com"],
  ["a web address by number", ["v=TLSRPTv1; rua=https://[2001:db8::1]/"], "https 2001:db8::1"],
  ["a list", ["v=TLSRPTv1; rua=mailto:a@b.test , https://c.test/d"], "mailto b.test, https c.test"],
  ["two fields", ["v=TLSRPTv1; rua=mailto:a@b.test; rua=mailto:c@d.test;"], "mailto b.test, mailto d.test"],
  ["a scheme in capitals", ["v=TLSRPTv1; rua=MAILTO:a@b.test"], "mailto b.test"],
  ["a mailbox with a subject", ["v=TLSRPTv1; rua=mailto:a@b.test?subject=c@d"], "mailto b.test"],
  ["extensions", ["v=TLSRPTv1; rua=mailto:a@b.test; later=yes"], "mailto b.test"],
  ["other records beside it", ["hello", "v=TLSRPTv1; rua=mailto:a@b.test"], "mailto b.test"],
  ["nothing", [], "none"],
  ["other records alone", ["hello", "v=spf1 -all"], "none"],
  ["two records", ["v=TLSRPTv1; rua=mailto:a@b.test", "v=TLSRPTv1; rua=mailto:c@d.test"], "invalid: several"],
  ["a misspelt version", ["v=TSLRPTv1; rua=mailto:a@b.test"], "invalid: version"],
  ["a version in small letters", ["v=tlsrptv1; rua=mailto:a@b.test"], "invalid: version"],
  ["no semicolon", ["v=TLSRPTv1 rua=mailto:a@b.test"], "invalid: version"],
  ["space before the semicolon", ["v=TLSRPTv1 ; rua=mailto:a@b.test"], "invalid: version"],
  ["a destination alone", ["rua=mailto:a@b.test"], "invalid: version"],
  ["no destination", ["v=TLSRPTv1;"], "invalid: no-rua"],
  ["an empty destination", ["v=TLSRPTv1; rua="], "invalid: no-rua"],
  ["an address without its scheme", ["v=TLSRPTv1; rua=a@b.test"], "invalid: destination"],
  ["HTTP", ["v=TLSRPTv1; rua=http://b.test/"], "invalid: destination"],
  ["a mailbox without a domain", ["v=TLSRPTv1; rua=mailto:tls"], "invalid: destination"],
  ["a mailbox without a name", ["v=TLSRPTv1; rua=mailto:@b.test"], "invalid: destination"],
  ["a size as DMARC had it", ["v=TLSRPTv1; rua=mailto:a@b.test!10m"], "invalid: destination"],
  ["a good and a bad destination", ["v=TLSRPTv1; rua=mailto:a@b.test,ftp://c.test"], "invalid: destination"],
  ["an empty item in its list", ["v=TLSRPTv1; rua=mailto:a@b.test,"], "invalid: destination"],
];

describe("a record at _smtp._tls with", () => {
  for (const [what, records, expected] of CASES) {
    test(`${what}: ${expected}`, () => assert.equal(said(...records), expected));
  }

  test("several strings is joined without anything between them", () => {
    const reading = readRptRecord([["v=TLSRPTv1; rua=mail", "to:a@b.test"]]);
    assert.equal(reading.kind, "valid");
  });
});
