/** What comes first: the worst. Equally bad things keep the order of the report. */
import type { DomainReport, Finding, Report } from "../judge/report.ts";
import type { Diagnostic } from "../judge/diagnostics/diagnostic.ts";
import { describe, isCode } from "../judge/diagnostics/registry.ts";
import { checksWithFindings } from "../judge/report.ts";
import { bySeverity, compareVerdicts, counts } from "../judge/verdict.ts";
import { once } from "../text/once.ts";

/**
 * How much a code hurts mail, by the check that raises it, 0 the most: 1 mail is not taken, 2 senders that verify do not
 * deliver, 3 mail travels unprotected or unproven, 4 the rest.
 */
const HARM: Readonly<Record<Diagnostic["check"], number>> = {
  mx: 1,
  connect: 1,
  banner: 1,
  ehlo: 1,
  session: 1,
  delivery: 1,
  dane: 2,
  "mta-sts": 2,
  starttls: 3,
  certificate: 3,
  relay: 4,
  "tls-rpt": 4,
  run: 4,
};

/** Before everything: strangers send through the server, or nobody knows what a missing part of the run would have shown. */
const FIRST: ReadonlySet<string> = new Set([
  "relay-open",
  "relay-open-to-us",
  "shard-missing",
  "recording-cut-off",
]);

function harmOf(code: string): number {
  if (FIRST.has(code)) return 0;
  return isCode(code) ? HARM[describe(code).check] : 4;
}

/** Order of findings: those that count before the excused, then by severity, then what hurts mail most. */
export function compareFindings(a: Finding, b: Finding): number {
  return Number(counts(b)) - Number(counts(a)) || bySeverity(a, b) || harmOf(a.code) - harmOf(b.code);
}

const names = once(() => new Intl.Collator("en", { numeric: true }));

/** Order of names as a person counts them, `d2` before `d10`; the same on every machine. */
export function compareNames(a: string, b: string): number {
  return names().compare(a, b);
}

/** Order of domains: by result, then by score, those without one last; equal ones keep their order. */
export function compareDomains(a: DomainReport, b: DomainReport): number {
  return compareVerdicts(a.result, b.result) || (a.score ?? 101) - (b.score ?? 101);
}

/** Every finding of a report, the run's own first. */
export function* allFindings(report: Report): Generator<Finding> {
  yield* report.findings;
  for (const { check } of checksWithFindings(report.domains)) yield* check.findings;
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
