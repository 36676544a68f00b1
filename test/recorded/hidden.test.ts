/** Members named `__proto__`, which Zod passes over in records: what they hold was looked at by nobody. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readingRecording } from "../../src/recorded/reading.ts";
import { renderRecording } from "../../src/recorded/recording.ts";
import { parseReport } from "../../src/recorded/report.ts";
import { atOnce } from "../../src/system/steps.ts";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { judgeRecorded, observationsOf, policyOf } from "./reports.ts";

const REPORT = readFileSync(new URL("../fuzz/recorded-report.json", import.meta.url), "utf8");
const LINES = [
  ...renderRecording(
    judgeRecorded(
      observationsOf({
        minute: 1,
        checks: ["mx", "connect"],
        blocked: false,
        endpoints: [{ domain: "a.test", host: "mx1.test", state: "sound" }],
      }),
      policyOf(),
    ),
  ),
];

/** A text with something put behind its first `before`. */
function withBehind(text: string, before: RegExp, more: string): string {
  const changed = text.replace(before, (found) => `${found}${more}`);
  assert.notEqual(changed, text);
  return changed;
}

function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.map(({ message }) => message).join(" ");
    throw error;
  }
  return "";
}

const MEMBERS = {
  settings: [/"settings":\s*\{/, '"__proto__":null,'],
  issuers: [/"record":"end",|"observations":\{/, '"issuers":{"__proto__":null},'],
} as const satisfies Record<string, readonly [RegExp, string]>;

for (const [where, [before, more]] of Object.entries(MEMBERS)) {
  test(`in the ${where} of a recording`, () => {
    const at = LINES.findIndex((line) => before.test(line));
    const lines = LINES.with(at, withBehind(LINES[at] ?? "", before, more));
    assert.match(
      refusalOf(() => atOnce(readingRecording(lines, "x.ndjson"))),
      /This is not a recording .* At __proto__: No run writes a member of this name\.$/,
    );
  });

  test(`in the ${where} of a report`, () => {
    const { issuers: _, ...observations } = (JSON.parse(REPORT) as { observations: Record<string, unknown> })
      .observations;
    const text = JSON.stringify({ ...(JSON.parse(REPORT) as object), observations });
    assert.match(
      refusalOf(() => parseReport(withBehind(text, before, more), "x.json")),
      /This is not a report .* At __proto__: No run writes a member of this name\.$/,
    );
  });
}

test("in the facts of a check", () => {
  const text = withBehind(REPORT, /"facts":\s*\{/, '"__proto__":{"a":[]},');
  assert.match(
    refusalOf(() => parseReport(text, "x.json")),
    /At domains\[0\]\.__proto__: No run writes/,
  );
});
