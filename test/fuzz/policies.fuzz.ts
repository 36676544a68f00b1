/** Whatever stands in a policy file: no crash, no hang, and what is wrong is told with its place. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { FILE_NAMES, readPolicyFile } from "../../src/config/policy/file.ts";
import { fuzz, gluedText } from "./fuzzing.ts";

const NOW = Date.UTC(2026, 10, 21);

/** Words and marks of the language, and whatever else there is. */
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
const scalar = fc.oneof(
  fc.constantFrom(
    "example.com",
    "1.3",
    "off",
    "",
    "2027-01-31",
    "*.example.com",
    "\u202e",
    "cert-expired: off",
  ),
  fc.constantFrom(null, true, false, 0, -1, 1.3, 1e300, [], {}),
  fc.nat({ max: 100 }),
);
const rule = fc.dictionary(
  fc.constantFrom("domain", "host", "code", "until", "reason", "Domain", ...FILE_NAMES),
  fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) }),
  { maxKeys: 4 },
);

/** A file that is nearly good: settings with values of every kind. */
const nearlyGood = fc
  .array(
    fc.tuple(
      fc.constantFrom(...FILE_NAMES, "overrides", "waivers", "severity"),
      fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), rule, fc.array(rule, { maxLength: 3 })),
    ),
    { maxLength: 6 },
  )
  .map((entries) => entries.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join(""));

fuzz("policy files", {
  inputs: fc.oneof(gluedText(YAML_PIECES, 40), nearlyGood),
  parse: (text) => readPolicyFile("policy.yml", text, NOW),
  check({ problems }, text) {
    for (const { file, line = 0, column = 0, message } of problems) {
      assert.equal(file, "policy.yml");
      assert.ok(line >= 1 && column >= 1 && line <= text.split("\n").length + 1);
      assert.match(message, /\S/);
      for (const slip of ["undefined", "[object", "NaN"]) {
        assert.ok(text.includes(slip) || !message.includes(slip), message);
      }
    }
  },
});
