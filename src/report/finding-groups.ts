/** Findings that say the same of several endpoints are told once, with all the places. */
import type { CheckId } from "../judge/checks/all.ts";
import type { DomainReport, Finding, GateRules, Report } from "../judge/report.ts";
import { placedChecks } from "../judge/report.ts";
import { counts } from "../judge/verdict.ts";
import { findingCloses } from "./gate-rules.ts";
import { checkLabel } from "./labels.ts";
import { compareFindings } from "./ranking.ts";

export interface FindingGroup {
  /** The first of the findings; what is shown of the others is the same. */
  readonly finding: Finding;
  /** Absent for findings of the run. */
  readonly check?: CheckId;
  /** Where it was seen: endpoints, hosts or the domain; empty for findings of the run. */
  readonly locations: readonly string[];
  /** Distinct hosts among the places. */
  readonly hosts: readonly string[];
  /** It is one of those that close the gate. */
  readonly closes: boolean;
}

/** A group that asks for something to be done now: told in full. */
export function pressing({ finding, closes }: FindingGroup): boolean {
  return closes || (counts(finding) && (finding.severity === "error" || finding.severity === "inconclusive"));
}

/** Places that the sentence itself does not name already. */
export function otherLocations({ finding, locations }: FindingGroup): readonly string[] {
  return locations.filter((place) => !finding.message.includes(place));
}

/** Groups of one code that are told line by line; of more, the number is told. */
const BRIEF_LIMIT = 3;

/** What is to be told in a line each, and how many more there are of a code. */
export function limitSimilar(groups: readonly FindingGroup[]): {
  shown: FindingGroup[];
  more: Map<string, number>;
} {
  const seen = new Map<string, number>();
  const shown = groups.filter(({ finding }) => {
    const number = (seen.get(finding.code) ?? 0) + 1;
    seen.set(finding.code, number);
    return number <= BRIEF_LIMIT;
  });
  const more = [...seen].flatMap(([code, number]): [string, number][] =>
    number > BRIEF_LIMIT ? [[code, number - BRIEF_LIMIT]] : [],
  );
  return { shown, more: new Map(more) };
}

interface Growing {
  finding: Finding;
  check?: CheckId;
  locations: Set<string>;
  hosts: Set<string>;
}

/** Everything of a finding but where it was seen and how to see it there. */
function sameness(finding: Finding, check: CheckId | undefined): string {
  const { code, severity, message, expected, actual, evidence, remedy, alternatives } = finding;
  const { policy, waived, off, loweredFrom, known } = finding;
  return JSON.stringify([
    check,
    code,
    severity,
    message,
    expected,
    actual,
    evidence,
    remedy,
    alternatives,
    policy,
    waived,
    off,
    loweredFrom,
    known,
  ]);
}

function finish(groups: Iterable<Growing>, rules: GateRules): FindingGroup[] {
  return Array.from(groups, (group) => ({
    ...group,
    locations: [...group.locations],
    hosts: [...group.hosts],
    closes: findingCloses(group.finding, rules),
  })).sort((a, b) => compareFindings(a.finding, b.finding));
}

/** Findings of the run itself, worst first. */
export function runFindings(report: Report, rules: GateRules): FindingGroup[] {
  const groups = new Map<string, Growing>();
  for (const finding of report.findings) {
    const key = sameness(finding, undefined);
    const group = groups.get(key) ?? { finding, locations: new Set(), hosts: new Set() };
    groups.set(key, group);
    if (finding.host !== undefined) {
      group.locations.add(finding.host);
      group.hosts.add(finding.host);
    }
  }
  return finish(groups.values(), rules);
}

/** Codes that the run explains once for all: endpoints that carry them, too, need no words of their own. */
export function codesOfRun(report: Report): ReadonlySet<string> {
  return new Set(report.findings.map((finding) => finding.code));
}

/** Findings of one domain, worst first, without those that the run has told already. */
export function domainFindings(
  domain: DomainReport,
  rules: GateRules,
  shown: ReadonlySet<string>,
): FindingGroup[] {
  const groups = new Map<string, Growing>();
  for (const placed of placedChecks([domain])) {
    for (const finding of placed.check.findings) {
      if (shown.has(finding.code)) continue;
      const check = placed.check.check;
      const key = sameness(finding, check);
      const group = groups.get(key) ?? { finding, check, locations: new Set(), hosts: new Set() };
      groups.set(key, group);
      group.locations.add(placed.endpoint === undefined ? (finding.host ?? domain.name) : checkLabel(placed));
      group.hosts.add(placed.server?.host ?? finding.host ?? domain.name);
    }
  }
  return finish(groups.values(), rules);
}
