/**
 * Whatever stands in a policy or zone file: no crash, no hang, and what is wrong is told with its place.
 * MX_GATE_FUZZ_RUNS sets the number of inputs of each kind.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { FILE_NAMES, readPolicyFile } from "../../src/config/policy-file.ts";
import { readZoneFile } from "../../src/config/zone-file.ts";

const RUNS = Number(process.env["MX_GATE_FUZZ_RUNS"] ?? 2000);
const NOW = Date.UTC(2026, 10, 21);

/** Words and marks of both languages, and whatever else there is. */
const YAML_PIECES = [
  ...FILE_NAMES,
  ...[
    "domain",
    "host",
    "code",
    "until",
    "reason",
    "cert-expired",
    "2027-01-31",
    "example.com",
    "*.example.com",
  ],
  ...[
    ": ",
    ":\n",
    "\n",
    "\n  - ",
    "  ",
    "- ",
    ", ",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "!!str ",
    "!x ",
    "|\n",
    ">-\n",
    "? ",
  ],
  ...[
    "#",
    "'",
    '"',
    "\t",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "<<: ",
    "~",
    "null",
    "true",
    "off",
    "1.3",
    "0x1f",
    "\\",
    "\u0000",
    "\ufeff",
    "__proto__",
  ],
];
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

function textOf(pieces: readonly string[]) {
  const piece = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: "binary" }) },
  );
  return fc.array(piece, { maxLength: 60, size: "max" }).map((parts) => parts.join(""));
}

/** A file that is nearly good: settings with values of every kind. */
const nearlyGood = fc
  .array(
    fc.tuple(
      fc.constantFrom(...FILE_NAMES),
      fc.oneof(
        fc.jsonValue({ maxDepth: 3 }),
        fc.array(
          fc.dictionary(
            fc.constantFrom("domain", "host", "code", "until", "reason", ...FILE_NAMES),
            fc.jsonValue({ maxDepth: 1 }),
          ),
        ),
      ),
    ),
    { maxLength: 6 },
  )
  .map((entries) => entries.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join(""));

describe("a fuzzed file crashes nothing", () => {
  test(`policy files, ${String(RUNS)} of them`, () => {
    const property = fc.property(fc.oneof(textOf(YAML_PIECES), nearlyGood), (text) => {
      const { problems } = readPolicyFile("policy.yml", text, NOW);
      for (const { file, line = 0, column = 0, message } of problems) {
        assert.equal(file, "policy.yml");
        assert.ok(line >= 1 && column >= 1 && line <= text.split("\n").length + 1);
        assert.match(message, /\S/);
        for (const slip of ["undefined", "[object", "NaN"]) {
          assert.ok(text.includes(slip) || !message.includes(slip), message);
        }
      }
    });
    fc.assert(property, { numRuns: RUNS });
  });

  test(`zone files, ${String(RUNS)} of them`, () => {
    const texts = fc.tuple(textOf(ZONE_PIECES), textOf(ZONE_PIECES));
    const property = fc.property(texts, fc.boolean(), ([text, part], named) => {
      const files: Readonly<Record<string, string>> = { zone: text, part };
      const { zone, problems } = readZoneFile("zone", text, {
        origin: named ? "example.com" : undefined,
        include: (written) => {
          const found = files[written];
          return found === undefined ? { problem: "is not there." } : { file: written, text: found };
        },
      });
      for (const { line = 0, column = 0, message } of problems) {
        assert.ok(line >= 1 && column >= 1);
        assert.match(message, /\S/);
      }
      for (const { type, owner, ttl, exchange, value } of zone.records) {
        assert.ok(owner !== "" && Number.isSafeInteger(ttl));
        if (type === "MX") assert.ok(exchange !== undefined && exchange !== "");
        if (type === "A" || type === "AAAA" || type === "CNAME") assert.ok(value !== undefined);
      }
    });
    fc.assert(property, { numRuns: RUNS });
  });
});
