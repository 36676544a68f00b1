/** What comes first: the worst. Equally bad things keep the order of the report. */
import type { DomainReport, Finding, Report } from "../judge/report.ts";
import { placedChecks } from "../judge/report.ts";
import { bySeverity, compareVerdicts, counts } from "../judge/verdict.ts";

/** Order of findings: those that count before the excused, then by severity. */
export function compareFindings(a: Finding, b: Finding): number {
  return Number(counts(b)) - Number(counts(a)) || bySeverity(a, b);
}

/** Order of domains: by result, then by score, those without one last. */
export function compareDomains(a: DomainReport, b: DomainReport): number {
  return compareVerdicts(a.result, b.result) || (a.score ?? 101) - (b.score ?? 101);
}

/** Every finding of a report, the run's own first. */
export function* allFindings(report: Report): Generator<Finding> {
  yield* report.findings;
  for (const { check } of placedChecks(report.domains)) yield* check.findings;
}

/** Distinct codes of the findings that count, worst first. */
export function codesWorstFirst(report: Report): string[] {
  const worst = new Map<string, Finding>();
  for (const finding of allFindings(report)) {
    const known = worst.get(finding.code);
    if (counts(finding) && (known === undefined || compareFindings(finding, known) < 0)) {
      worst.set(finding.code, finding);
    }
  }
  return [...worst.values()].sort(compareFindings).map((finding) => finding.code);
}
