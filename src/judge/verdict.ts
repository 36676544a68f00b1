/** From findings to verdicts, from verdicts to results. */
import type { Check, Counts, Finding, Result, Severity, SeverityLevel, Verdict } from "./report.ts";

/** Worst first: what a reader must see first, and what does most to the gate. */
const SEVERITY_ORDER: readonly SeverityLevel[] = ["error", "inconclusive", "warning", "notice", "off"];

/** Order of codes of equal severity: that of their appearance. */
export function bySeverity(a: Finding, b: Finding): number {
  return SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity);
}

/** True where a finding is neither waived, nor turned off, nor known to the baseline. */
export function counts(finding: Finding): boolean {
  return finding.waived === undefined && finding.off !== true && finding.known !== true;
}

/** True where `level` does less to the gate than `other`. */
export function isLower(level: SeverityLevel, other: SeverityLevel): boolean {
  return SEVERITY_ORDER.indexOf(level) > SEVERITY_ORDER.indexOf(other);
}

/** Severity of a finding before the policy lowered it. */
export function unlowered({ severity, loweredFrom }: Finding): Severity {
  return loweredFrom ?? severity;
}

/** The finding as it would be if the policy lowered nothing and nothing excused it. */
export function unexcused(finding: Finding): Finding {
  const { waived: _waived, known: _known, off: _off, loweredFrom: _from, ...rest } = finding;
  return { ...rest, severity: unlowered(finding) };
}

/** Verdict of a check that was made, from its findings. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.length === 0) return "pass";
  const deviating = findings.filter((finding) => finding.severity !== "notice");
  const standing = deviating.filter(counts);
  if (standing.some((finding) => finding.severity === "error")) return "fail";
  if (standing.some((finding) => finding.severity === "inconclusive")) return "inconclusive";
  if (standing.some((finding) => finding.severity === "warning")) return "warn";
  // What could not be seen claims nothing, whatever excuses or lowers it: it is no pass either.
  if (findings.some((finding) => unlowered(finding) === "inconclusive")) return "skip";
  return deviating.length > 0 ? "waived" : "pass";
}

/** Worst first. */
const VERDICT_ORDER: readonly Verdict[] = ["fail", "inconclusive", "warn", "waived", "pass", "skip"];

/** Below zero where the first is worse. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return VERDICT_ORDER.indexOf(a) - VERDICT_ORDER.indexOf(b);
}

/** The worst of some verdicts or results; waived counts as pass, nothing at all is skip. */
export function worstResult(verdicts: Iterable<Verdict>): Result {
  let worst: Result = "skip";
  for (const verdict of verdicts) {
    const result: Result = verdict === "waived" ? "pass" : verdict;
    if (compareVerdicts(result, worst) < 0) worst = result;
  }
  return worst;
}

/** Counts checks by verdict. */
export function countVerdicts(checks: Iterable<Pick<Check, "verdict">>): Counts {
  const counted: Counts = { pass: 0, warn: 0, fail: 0, inconclusive: 0, waived: 0, skip: 0 };
  for (const { verdict } of checks) counted[verdict]++;
  return counted;
}
