/** What closed the gate, read off the report itself: every renderer follows the same rules. */
import { closesGate, placedChecks } from "../judge/report.ts";
import { counts } from "../judge/verdict.ts";
import type { Finding, GateRules, Report, Severity, Verdict } from "../judge/report.ts";

const FAIL_ON: readonly GateRules["failOn"][] = ["error", "warning", "never"];
const ON_INCONCLUSIVE: readonly GateRules["onInconclusive"][] = ["fail", "warn", "ignore"];

/** The rules in force, from the report's own settings; where one is missing, the strict default. */
export function gateRules(report: Report): GateRules {
  const { settings } = report.policy;
  return {
    failOn: FAIL_ON.find((word) => word === settings["fail-on"]?.value) ?? "error",
    onInconclusive: ON_INCONCLUSIVE.find((word) => word === settings["on-inconclusive"]?.value) ?? "fail",
  };
}

/** Whether this host's user wants an output: `summary` and `annotations` are on unless they were set to false. */
export function wanted(report: Report, output: "summary" | "annotations"): boolean {
  return report.policy.settings[output]?.value !== false;
}

const VERDICT_OF: Readonly<Record<Severity, Verdict>> = {
  error: "fail",
  inconclusive: "inconclusive",
  warning: "warn",
  notice: "pass",
};

/** Whether a finding is one of those that close the gate. */
export function findingCloses(finding: Finding, rules: GateRules): boolean {
  return counts(finding) && closesGate(VERDICT_OF[finding.severity], rules);
}

/** Exit code of the command for a judged run: 0 gate open, 1 closed by findings, 3 closed by inconclusive alone. */
export function exitCode(report: Report, rules: GateRules): 0 | 1 | 3 {
  if (report.gate === "open") return 0;
  const closing = (verdict: Verdict): boolean => verdict !== "inconclusive" && closesGate(verdict, rules);
  for (const { check } of placedChecks(report.domains)) if (closing(check.verdict)) return 1;
  const byRun = report.findings.some((finding) => {
    return finding.severity !== "inconclusive" && findingCloses(finding, rules);
  });
  return byRun ? 1 : 3;
}
