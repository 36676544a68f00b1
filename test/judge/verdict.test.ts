import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  closesGate,
  type Finding,
  type Result,
  type Severity,
  type Verdict,
} from "../../src/judge/report.ts";
import { verdict as verdictSchema } from "../../src/judge/schemas/report.ts";
import { bySeverity, countVerdicts, verdictOf, worstResult } from "../../src/judge/verdict.ts";
import { words } from "../../src/text/quote.ts";

const WAIVED = { waived: { reason: words`renewed with the move`, until: "2027-01-31" } };
const KNOWN = { known: true };

function finding(severity: Severity, mark: Partial<Finding> = {}): Finding {
  return { code: "some-code", severity, message: words`It is so.`, remedy: words`Mend it.`, ...mark };
}

describe("the verdict of a check", () => {
  const cases: readonly { of: string; findings: Finding[]; is: Verdict }[] = [
    { of: "no finding", findings: [], is: "pass" },
    { of: "a notice", findings: [finding("notice")], is: "pass" },
    { of: "a warning", findings: [finding("warning")], is: "warn" },
    { of: "an error", findings: [finding("error")], is: "fail" },
    { of: "an inconclusive", findings: [finding("inconclusive")], is: "inconclusive" },
    { of: "a warning beside a notice", findings: [finding("notice"), finding("warning")], is: "warn" },
    {
      of: "an error beside an inconclusive",
      findings: [finding("inconclusive"), finding("error")],
      is: "fail",
    },
    {
      of: "an inconclusive beside a warning",
      findings: [finding("warning"), finding("inconclusive")],
      is: "inconclusive",
    },
    { of: "a waived error", findings: [finding("error", WAIVED)], is: "waived" },
    { of: "a waived warning", findings: [finding("warning", WAIVED)], is: "waived" },
    { of: "a known error", findings: [finding("error", KNOWN)], is: "waived" },
    {
      of: "a waived and a known error",
      findings: [finding("error", WAIVED), finding("error", KNOWN)],
      is: "waived",
    },
    {
      of: "a waived error beside a notice",
      findings: [finding("error", WAIVED), finding("notice")],
      is: "waived",
    },
    { of: "a waived notice", findings: [finding("notice", WAIVED)], is: "pass" },
    {
      of: "a waived error beside a standing one",
      findings: [finding("error", WAIVED), finding("error")],
      is: "fail",
    },
    {
      of: "a waived error beside a standing warning",
      findings: [finding("error", WAIVED), finding("warning")],
      is: "warn",
    },
    {
      of: "a waived error beside an inconclusive",
      findings: [finding("error", WAIVED), finding("inconclusive")],
      is: "inconclusive",
    },
  ];
  for (const { of, findings, is } of cases)
    test(`of ${of} is ${is}`, () => assert.equal(verdictOf(findings), is));
});

describe("the result", () => {
  const cases: readonly { verdicts: Verdict[]; is: Result }[] = [
    { verdicts: [], is: "skip" },
    { verdicts: ["skip", "skip"], is: "skip" },
    { verdicts: ["skip", "pass"], is: "pass" },
    { verdicts: ["waived", "skip"], is: "pass" },
    { verdicts: ["pass", "warn", "waived"], is: "warn" },
    { verdicts: ["warn", "inconclusive", "pass"], is: "inconclusive" },
    { verdicts: ["inconclusive", "fail", "pass"], is: "fail" },
    { verdicts: ["fail", "inconclusive"], is: "fail" },
  ];
  for (const { verdicts, is } of cases) {
    test(`of ${verdicts.join(", ") || "nothing"} is ${is}`, () => assert.equal(worstResult(verdicts), is));
  }
});

describe("a check closes the gate", () => {
  const closing: Record<"error" | "warning" | "never", Record<"fail" | "warn" | "ignore", Verdict[]>> = {
    error: { fail: ["fail", "inconclusive"], warn: ["fail"], ignore: ["fail"] },
    warning: { fail: ["warn", "fail", "inconclusive"], warn: ["warn", "fail"], ignore: ["warn", "fail"] },
    never: { fail: [], warn: [], ignore: [] },
  };
  for (const failOn of ["error", "warning", "never"] as const) {
    for (const onInconclusive of ["fail", "warn", "ignore"] as const) {
      const expected = closing[failOn][onInconclusive];
      test(`with fail-on: ${failOn} and on-inconclusive: ${onInconclusive} where it is ${expected.join(" or ") || "nothing"}`, () => {
        const found = verdictSchema.options.filter((verdict) =>
          closesGate(verdict, { failOn, onInconclusive }),
        );
        assert.deepEqual(found, expected);
      });
    }
  }
});

test("findings are listed worst first, equal ones in the order of their appearance", () => {
  const listed = [
    finding("notice"),
    finding("warning", { code: "a" }),
    finding("error"),
    finding("inconclusive"),
    finding("warning", { code: "b" }),
  ];
  const sorted = listed
    .toSorted(bySeverity)
    .map(({ severity, code }) => (severity === "warning" ? `warning ${code}` : severity));
  assert.deepEqual(sorted, ["error", "inconclusive", "warning a", "warning b", "notice"]);
});

test("checks are counted by verdict", () => {
  const verdicts: Verdict[] = ["pass", "pass", "waived", "skip", "fail", "inconclusive", "warn", "pass"];
  assert.deepEqual(countVerdicts(verdicts.map((verdict) => ({ verdict }))), {
    pass: 3,
    warn: 1,
    fail: 1,
    inconclusive: 1,
    waived: 1,
    skip: 1,
  });
});
