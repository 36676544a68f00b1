/** A cell claims what its check saw, and no more. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { valueCell } from "../../../src/report/terminal/cells.ts";
import { check, finding } from "../sample-report.ts";

describe("the value of a cell", () => {
  const cases = [
    ["mail that was accepted", check("delivery", "pass", "accepted"), "accepts"],
    [
      "a postmaster that was refused",
      check("delivery", "pass", "served", [finding("postmaster-refused", "notice")]),
      "served",
    ],
    ["a connect", check("connect", "pass", "connected"), "41 ms"],
    ["a connect that this machine saw late", check("connect", "pass", "connected, seen late"), "✓"],
    ["a stranger's recipient that was refused", check("relay", "pass", "refused"), "closed"],
    ["what failed", check("delivery", "fail", "not served"), "✗"],
  ] as const;
  for (const [what, given, text] of cases)
    test(`of ${what} is ${text}`, () => assert.equal(valueCell(given).text, text));
});
