/**
 * What every output tells once: a finding with all its places and all the domains that it concerns. What concerns
 * several domains is told before them; a domain tells what is its own.
 */
import type { CheckId } from "../judge/checks/all.ts";
import { causesOf, isCausedByRun, type Sighting } from "../judge/findings/causes.ts";
import type { DomainReport, EndpointReport, Finding, GateRules, Report } from "../judge/report.ts";
import { counts } from "../judge/verdict.ts";
import { atOnce, type Steps } from "../system/steps.ts";
import { plural } from "../text/plural.ts";
import { findingCloses } from "./gate-rules.ts";
import { checkLabel, tlsModeLabel } from "./labels.ts";
import { compareFindings } from "./ranking.ts";

export interface FindingGroup {
  /** The first of the findings; what is shown of the others is the same. */
  readonly finding: Finding;
  /** Absent for findings of the run. */
  readonly check?: CheckId;
  /** Where it was seen: endpoints, hosts or the domain; empty for findings of the run, and where only the domains tell. */
  readonly locations: readonly string[];
  /** Distinct hosts among the places. */
  readonly hosts: readonly string[];
  /** The domains that it concerns; empty for findings of the run. */
  readonly domains: readonly DomainReport[];
  /** Causes that it stands for, as the gate counts them: each address of a host is one. */
  readonly causes: number;
  /** It is one of those that close the gate. */
  readonly closes: boolean;
}

/** A group that asks for something to be done now: told in full. */
export function pressing({ finding, closes }: FindingGroup): boolean {
  return closes || (counts(finding) && (finding.severity === "error" || finding.severity === "inconclusive"));
}

/** Concerns several domains: told once, before them. */
export function isShared({ domains }: FindingGroup): boolean {
  return domains.length > 1;
}

/** The domains to name beside a finding; none for one domain, and none where the run did not get to them. */
export function concernedDomains(group: FindingGroup): readonly DomainReport[] {
  return isShared(group) && !isCausedByRun(group.finding.code) ? group.domains : [];
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

/** A group as it grows. */
interface Growing {
  readonly finding: Finding;
  readonly check: CheckId;
  readonly seen: Sighting[];
  readonly domains: readonly DomainReport[];
  causes: number;
}

/** Worst first, then what concerns most domains. */
function compareGroups(a: FindingGroup, b: FindingGroup): number {
  return compareFindings(a.finding, b.finding) || b.domains.length - a.domains.length;
}

/** Findings of the run itself, worst first. */
export function runFindings(report: Report, rules: GateRules): FindingGroup[] {
  const groups = Map.groupBy(report.findings, (finding) => sameness(finding, undefined));
  const made = [...groups.values()].flatMap((findings): FindingGroup[] => {
    const hosts = [...new Set(findings.flatMap(({ host }) => host ?? []))];
    const [finding] = findings;
    if (finding === undefined) return [];
    const causes = findings.length;
    return [{ finding, locations: hosts, hosts, domains: [], causes, closes: findingCloses(finding, rules) }];
  });
  return made.sort(compareGroups);
}

/** Codes that the run explains once for all: endpoints that carry them, too, need no words of their own. */
export function codesOfRun(report: Report): ReadonlySet<string> {
  return new Set(report.findings.map((finding) => finding.code));
}

/** Every finding of a report, each told once. */
export interface GroupedFindings {
  readonly ofRun: readonly FindingGroup[];
  /** What concerns several domains, worst first, without what the run has told. */
  readonly shared: readonly FindingGroup[];
  /** What concerns one domain alone, worst first. */
  readonly own: (domain: DomainReport) => readonly FindingGroup[];
  /** Those of `shared` that concern a domain, worst first. */
  readonly sharedOf: (domain: DomainReport) => readonly FindingGroup[];
}

/** What was grouped, by report; all outputs of a run tell the same groups. */
const grouped = new WeakMap<Report, { readonly rules: GateRules; readonly findings: GroupedFindings }>();

/**
 * Groups the findings of a report by cause. Causes that say the same of the same domains, as of the addresses of one
 * host, are one group. Worked out once for all outputs.
 */
export function groupFindings(report: Report, rules: GateRules): GroupedFindings {
  return atOnce(groupingFindings(report, rules));
}

/** The same in steps, a cause in each: whoever shows the report of many domains can look up in between. */
export function* groupingFindings(report: Report, rules: GateRules): Steps<GroupedFindings> {
  const known = grouped.get(report);
  if (known?.rules.failOn === rules.failOn && known.rules.onInconclusive === rules.onInconclusive) {
    return known.findings;
  }
  const findings = yield* grouping(report, rules);
  grouped.set(report, { rules, findings });
  return findings;
}

function* grouping(report: Report, rules: GateRules): Steps<GroupedFindings> {
  const told = codesOfRun(report);
  const numbers = new Map(report.domains.map((domain, index) => [domain, index]));
  const growing = new Map<string, Growing>();
  for (const { finding, check, seen } of causesOf(report.domains).all) {
    if (told.has(finding.code)) continue;
    const domains = [...new Set(seen.map(({ placed }) => placed.domain))];
    const concerned = domains.map((domain) => numbers.get(domain)).join();
    const key = `${concerned}\n${sameness(finding, check)}`;
    const group = growing.get(key) ?? { finding, check, seen: [], domains, causes: 0 };
    growing.set(key, group);
    group.causes += 1;
    for (const sighting of seen) group.seen.push(sighting);
    yield;
  }
  const groups: FindingGroup[] = [];
  for (const group of growing.values()) {
    groups.push(finish(group, rules));
    yield;
  }
  groups.sort(compareGroups);
  const own = new Map<DomainReport, FindingGroup[]>();
  const sharedOf = new Map<DomainReport, FindingGroup[]>();
  for (const group of groups) {
    const each = isShared(group) ? sharedOf : own;
    for (const domain of group.domains) {
      const those = each.get(domain);
      if (those === undefined) each.set(domain, [group]);
      else those.push(group);
    }
    yield;
  }
  return {
    ofRun: runFindings(report, rules),
    shared: groups.filter(isShared),
    own: (domain) => own.get(domain) ?? [],
    sharedOf: (domain) => sharedOf.get(domain) ?? [],
  };
}

function finish({ finding: first, check, seen, domains, causes }: Growing, rules: GateRules): FindingGroup {
  const locations = new Set<string>();
  const hosts = new Set<string>();
  /** Endpoints with what tells them from others: each is told once, however many domains share it. */
  const met = new Map<EndpointReport, string>();
  for (const { placed, finding } of seen) {
    const { server, endpoint, domain } = placed;
    if (endpoint !== undefined && server !== undefined) {
      const called = server.host + tlsModeLabel(server, endpoint);
      if (met.get(endpoint) === called) continue;
      met.set(endpoint, called);
    }
    // Where several domains are named, no domain is a place besides.
    const place = endpoint === undefined ? finding.host : checkLabel(placed);
    const named = place ?? (domains.length > 1 ? undefined : domain.name);
    if (named !== undefined) locations.add(named);
    const host = server?.host ?? finding.host ?? (domains.length > 1 ? undefined : domain.name);
    if (host !== undefined) hosts.add(host);
  }
  const unnamed = isCausedByRun(first.code) && domains.length > 1 && locations.size > 1;
  return {
    finding: first,
    check,
    locations: unnamed ? [plural(locations.size, "endpoint")] : [...locations],
    hosts: unnamed ? [] : [...hosts],
    domains,
    causes,
    closes: findingCloses(first, rules),
  };
}
