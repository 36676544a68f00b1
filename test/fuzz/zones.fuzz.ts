/** Whatever stands in a zone file: no crash, no hang, and what is wrong is told with its place. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { fieldsOf } from "../../src/dns/record-types.ts";
import { readZoneFile } from "../../src/zone/file/file.ts";
import { fuzz, gluedText } from "./fuzzing.ts";

/** Words and marks of the language, and what is none. */
const ZONE_PIECES = [
  ...[
    "@",
    "mx",
    "example.com.",
    "*",
    "_x",
    "a\\.b",
    "\\032",
    "\\",
    "\\256",
    "\\#",
    "4",
    "0A000001",
    "192.0.2.1",
    "2001:db8::1",
  ],
  ...[
    "IN",
    "CH",
    "CLASS1",
    "TYPE15",
    "MX",
    "A",
    "AAAA",
    "CNAME",
    "NS",
    "SOA",
    "TXT",
    "DNAME",
    "10",
    "65536",
    "1h30m",
    "60",
  ],
  ...[
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\n ",
    "(",
    ")",
    ";",
    '"',
    "$ORIGIN ",
    "$TTL ",
    "$INCLUDE part",
    "$INCLUDE zone",
    "$GENERATE ",
    "1-3",
    "$",
    "${0,3,d}",
  ],
  ...["\u0000", "\ufeff", "é", "."],
];

const texts = gluedText(ZONE_PIECES, 60);

fuzz("zone files", {
  inputs: fc.record({ text: texts, part: texts, named: fc.boolean() }),
  parse({ text, part, named }) {
    const files: Readonly<Record<string, string>> = { zone: text, part };
    return readZoneFile("zone", text, {
      origin: named ? "example.com" : undefined,
      include: (written) => {
        const found = files[written];
        return found === undefined ? { problem: "is not there." } : { file: written, text: found };
      },
    });
  },
  check({ zone, problems }) {
    for (const { line = 0, column = 0, message } of problems) {
      assert.ok(line >= 1 && column >= 1);
      assert.match(message, /\S/);
    }
    for (const { type, owner, ttl, data } of zone.records) {
      assert.ok(owner !== "" && Number.isSafeInteger(ttl));
      assert.equal(data?.length, fieldsOf(type)?.length);
      for (const value of data ?? []) assert.ok(value !== undefined);
    }
  },
});
