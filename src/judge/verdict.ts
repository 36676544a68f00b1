/** From findings to verdicts, from verdicts to results. */
import type { Check, Counts, Finding, Result, Severity, Verdict } from "./report.ts";

/** Worst first: what a reader must see first, and the type of a JUnit failure. */
const SEVERITY_ORDER: readonly Severity[] = ["error", "inconclusive", "warning", "notice"];

/** Order of codes of equal severity: that of their appearance. */
export function bySeverity(a: Finding, b: Finding): number {
  return SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity);
}

/** True where a finding is neither waived nor known to the baseline. */
export function counts(finding: Finding): boolean {
  return finding.waived === undefined && finding.known !== true;
}

/** Verdict of a check that was made, from its findings. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const deviating = findings.filter((finding) => finding.severity !== "notice");
  const standing = deviating.filter(counts);
  if (standing.some((finding) => finding.severity === "error")) return "fail";
  if (standing.some((finding) => finding.severity === "inconclusive")) return "inconclusive";
  if (standing.some((finding) => finding.severity === "warning")) return "warn";
  // What could not be seen and is let pass claims nothing, and so it is no pass either.
  if (deviating.some((finding) => finding.severity === "inconclusive")) return "skip";
  return deviating.length > 0 ? "waived" : "pass";
}

const RESULT_ORDER: readonly Result[] = ["fail", "inconclusive", "warn", "pass", "skip"];

/** The worst of some verdicts or results; waived counts as pass, nothing at all is skip. */
export function worstResult(verdicts: Iterable<Verdict>): Result {
  let worst: Result = "skip";
  for (const verdict of verdicts) {
    const result: Result = verdict === "waived" ? "pass" : verdict;
    if (RESULT_ORDER.indexOf(result) < RESULT_ORDER.indexOf(worst)) worst = result;
  }
  return worst;
}

/** Counts checks by verdict. */
export function countVerdicts(checks: Iterable<Pick<Check, "verdict">>): Counts {
  const counted: Counts = { pass: 0, warn: 0, fail: 0, inconclusive: 0, waived: 0, skip: 0 };
  for (const { verdict } of checks) counted[verdict]++;
  return counted;
}
