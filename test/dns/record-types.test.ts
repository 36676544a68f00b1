/** Each record type is the same record on the wire, in a zone file and in an answer. A new type is demanded here by tsc. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AnswerData } from "../../src/dns/answer-data.ts";
import { DNS_TYPES, readData, RECORD_TYPES, writeData, type DnsType } from "../../src/dns/record-types.ts";
import { readZoneFile } from "../../src/zone/file/file.ts";

interface RecordCase {
  /** Data as a zone file has it. */
  readonly written: string;
  /** The octets of the data, in hexadecimal digits. */
  readonly wire: string;
  readonly answer: AnswerData;
}

/** `mx.test.` */
const NAME = "026d78047465737400";

const RECORDS: Readonly<Record<DnsType, RecordCase>> = {
  A: { written: "192.0.2.7", wire: "c0000207", answer: { values: ["192.0.2.7"] } },
  AAAA: {
    written: "2001:db8::7",
    wire: "20010db8000000000000000000000007",
    answer: { values: ["2001:db8::7"] },
  },
  MX: {
    written: "10 mx.test.",
    wire: `000a${NAME}`,
    answer: { values: [], exchanges: [{ preference: 10, exchange: "mx.test" }] },
  },
  NS: { written: "mx.test.", wire: NAME, answer: { values: ["mx.test"] } },
  CNAME: { written: "mx.test.", wire: NAME, answer: { values: ["mx.test"] } },
  SOA: {
    written: "mx.test. mx.test. 1 2 3 4 5",
    wire: `${NAME}${NAME}0000000100000002000000030000000400000005`,
    answer: { values: ["mx.test mx.test 1 2 3 4 5"] },
  },
  TXT: { written: '"a" "b c"', wire: "016103622063", answer: { values: [], texts: [["a", "b c"]] } },
  TLSA: {
    written: "3 1 1 ab cd",
    wire: "030101abcd",
    answer: { values: [], associations: [{ usage: 3, selector: 1, matchingType: 1, data: "abcd" }] },
  },
};

describe("a record of type", () => {
  for (const type of DNS_TYPES) {
    const { written, wire, answer } = RECORDS[type];

    test(`${type} off the wire is what the answer says`, () => {
      const octets = Buffer.from(wire, "hex");
      const data = readData(type, octets, 0, octets.length);
      assert.ok(data !== undefined);
      assert.deepEqual(RECORD_TYPES[type].answer([data]), answer);
      assert.equal(readData(type, octets, 0, 1), undefined);
    });

    test(`${type} in a zone file is the same`, () => {
      const soa = "@ SOA ns.test. ns.test. 1 1 1 1 1\n";
      const owner = type === "SOA" ? "@" : "x";
      const text = `$TTL 60\n${type === "SOA" ? "" : soa}${owner} ${type} ${written}\n`;
      const { zone } = readZoneFile("zone.db", text, { origin: "example.test" });
      const record = zone.records.find((each) => each.type === type && each.owner !== "example.test");
      const data = (type === "SOA" ? zone.records[0] : record)?.data;
      assert.ok(data !== undefined);
      const octets = Buffer.from(wire, "hex");
      assert.equal(writeData(type, data), writeData(type, readData(type, octets, 0, octets.length) ?? []));
    });
  }
});
