/** MTA-STS policies (RFC 8461 3.2), and what their patterns cover (RFC 8461 4.1). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { patternCovers, policyCovers, readStsPolicy } from "../../src/sts/sts-policy.ts";

const LINES = ["version: STSv1", "mode: enforce", "mx: mx.example.com", "max_age: 604800"] as const;
const [VERSION, MODE, MX, AGE] = LINES;

/** What is made of a text, in few words. */
function said(text: string): string {
  const reading = readStsPolicy(text);
  if (reading.policy === undefined) {
    const { reason, line } = reading.fault;
    return line === undefined ? reason : `${reason} at ${String(line)}`;
  }
  const { mode, maxAge, patterns, oddities } = reading.policy;
  const named = patterns.map(({ pattern }) => pattern).join(" ");
  const odd = oddities.map(({ reason, line }) => `${reason} at ${String(line)}`);
  return [`${mode} ${String(maxAge)} ${named}`.trim(), ...odd].join(", ");
}

const SOUND = "enforce 604800 mx.example.com";

const TEXTS: readonly (readonly [string, string, string])[] = [
  ["with LF", `${LINES.join("\n")}\n`, SOUND],
  ["with CRLF", `${LINES.join("\r\n")}\r\n`, SOUND],
  ["with both", `${VERSION}\r\n${MODE}\n${MX}\r\n${AGE}`, SOUND],
  ["without the last line's end", LINES.join("\n"), SOUND],
  ["in any order", [AGE, MX, MODE, VERSION].join("\n"), SOUND],
  ["without space behind colons", LINES.map((line) => line.replace(" ", "")).join("\n"), SOUND],
  [
    "with tabs behind colons, and space at the ends",
    LINES.map((line) => `${line.replace(" ", "\t ")} \t`).join("\n"),
    SOUND,
  ],
  ["with unknown keys", [...LINES, "later: a: b", "x-y.z_1: \xe4"].join("\n"), SOUND],
  ["with many hosts", [VERSION, MODE, MX, "mx: *.Example.NET", AGE].join("\n"), `${SOUND} *.example.net`],
  ["that is withdrawn", "version: STSv1\nmode: none\nmax_age: 86400", "none 86400"],
  ["with two modes", [VERSION, MODE, "mode: none", MX, AGE].join("\n"), `${SOUND}, double-key at 3`],
  ["with a blank line", [VERSION, MODE, "", MX, AGE].join("\n"), `${SOUND}, blank-line at 3`],
  ["with a blank line at the end", `${LINES.join("\n")}\n\n`, `${SOUND}, blank-line at 5`],
  ["for a year", [VERSION, MODE, MX, "max_age: 31557600"].join("\n"), "enforce 31557600 mx.example.com"],
  [
    "for more than a year",
    [VERSION, MODE, MX, "max_age: 31557601"].join("\n"),
    "enforce 31557601 mx.example.com, max-age-limit at 4",
  ],
  ["of nothing", "", "empty"],
  ["of blanks", " \r\n\t\n", "empty"],
  ["of a web page", "<!doctype html>\n<title>a</title>", "html at 1"],
  ["of a web page behind blanks", "\n  <html>", "html at 1"],
  ["in gzip", "\x1f\x8b\x08\x00abc", "binary"],
  ["with a NUL", `${LINES.join("\n")}\n\0`, "binary"],
  ["with a byte order mark", `\xef\xbb\xbf${LINES.join("\n")}`, "byte-order-mark at 1"],
  ["without a version", [MODE, MX, AGE].join("\n"), "no-version"],
  ["of another version", ["version: STSv2", MODE, MX, AGE].join("\n"), "version at 1"],
  ["in other letters", ["version: stsv1", MODE, MX, AGE].join("\n"), "version at 1"],
  ["without a mode", [VERSION, MX, AGE].join("\n"), "no-mode"],
  ["in another mode", [VERSION, "mode: Enforce", MX, AGE].join("\n"), "mode at 2"],
  ["without an age", [VERSION, MODE, MX].join("\n"), "no-max-age"],
  ["with an age in words", [VERSION, MODE, MX, "max_age: 1 week"].join("\n"), "max-age at 4"],
  ["with a negative age", [VERSION, MODE, MX, "max_age: -1"].join("\n"), "max-age at 4"],
  ["with an age of 11 digits", [VERSION, MODE, MX, "max_age: 10000000000"].join("\n"), "max-age at 4"],
  ["without hosts", [VERSION, MODE, AGE].join("\n"), "no-mx"],
  ["with MX in capitals", [VERSION, MODE, "MX: mx.example.com", AGE].join("\n"), "no-mx"],
  ["with space before colons", LINES.map((line) => line.replace(":", " :")).join("\n"), "line-form at 1"],
  ["with equals signs", LINES.map((line) => line.replace(": ", "=")).join("\n"), "line-form at 1"],
  ["with a comment", ["# ours", ...LINES].join("\n"), "line-form at 1"],
  ["with space in front of a line", [VERSION, ` ${MODE}`, MX, AGE].join("\n"), "line-form at 2"],
  ...[
    "a.test, b.test",
    "a.test.",
    "*",
    "*.*.test",
    "mx*.test",
    ".a.test",
    "m\xfc.test",
    "-a.test",
    "a_b.test",
    "",
  ].map(
    (pattern) =>
      [
        `with the pattern "${pattern}"`,
        [VERSION, MODE, `mx: ${pattern}`, AGE].join("\n"),
        "mx-form at 3",
      ] as const,
  ),
];

describe("a policy", () => {
  for (const [what, text, expected] of TEXTS) {
    test(`${what}: ${expected}`, () => assert.equal(said(text), expected));
  }
});

describe("a pattern", () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ["mx.example.com", "mx.example.com", true],
    ["mx.example.com", "MX.Example.COM", true],
    ["mx.example.com", "my-mx.example.com", false],
    ["mx.example.com", "mx.example.com.evil.test", false],
    ["example.com", "mx.example.com", false],
    ["*.example.com", "mx.example.com", true],
    ["*.example.com", "a.b.example.com", false],
    ["*.example.com", "example.com", false],
    ["*.example.com", ".example.com", false],
    ["*.example.com", "mxexample.com", false],
    ["a.mx.example.com", "a-mx.example.com", false],
  ];
  for (const [pattern, host, covers] of cases) {
    test(`${pattern} ${covers ? "covers" : "does not cover"} ${host}`, () =>
      assert.equal(patternCovers(pattern, host), covers));
  }

  test("covers for its policy", () => {
    const patterns = [
      { pattern: "a.test", line: 3 },
      { pattern: "*.b.test", line: 4 },
    ];
    assert.deepEqual(
      ["a.test", "x.b.test", "c.test"].map((host) => policyCovers({ patterns }, host)),
      [true, true, false],
    );
  });
});
