/**
 * What a reader meets first: what the run tells, then what several domains share, then each domain that has something
 * of its own. Terminal, step log, summary and comment follow it alike.
 */
import { compareDomains, compareFindings, compareNames } from "./ranking.ts";
import { isCausedByRun } from "../judge/findings/causes.ts";
import { subjectKey } from "../observe/observation.ts";
import type { DomainReport, GateRules, Report } from "../judge/report.ts";
import { waivedWords } from "./finding-fields.ts";
import { compareGroups, groupFindings } from "./finding-groups.ts";
import type { FindingGroup, GroupedFindings } from "./finding-groups.ts";

export interface Arrangement extends GroupedFindings {
  /** Domains that do not pass, and are to have a section each; those with the worst cause first, then by score and by name. */
  readonly open: readonly DomainReport[];
  /** Domains that do not pass for nothing but what is told before them, where they are too many for sections. */
  readonly above: readonly DomainReport[];
  /** Domains of which nothing is known but that the run ended before them. */
  readonly unreached: readonly DomainReport[];
  /** Domains that pass or were not tested, in the order of the report. */
  readonly closed: readonly DomainReport[];
}

/** Domains without anything of their own that have a section all the same. */
const SECTIONS_WITHOUT_OWN = 10;

/** Something that a reader has to know of a domain: no mere notice. */
function tells(group: FindingGroup): boolean {
  return group.finding.severity !== "notice" || waivedWords(group.finding) !== undefined;
}

/** True for a domain that passes or was not tested: there is nothing to do about it. */
export function needsNothing({ result }: DomainReport): boolean {
  return result === "pass" || result === "skip";
}

/** Domains that a run which ended early did not even ask DNS about. */
function unaskedDomains({ domains, observations }: Report): ReadonlySet<DomainReport> {
  if (observations.ended === undefined) return new Set();
  const asked = observations.domains.filter(({ mx, server }) => mx !== undefined || server !== undefined);
  const known = new Set(asked.map(subjectKey));
  return new Set(
    domains.filter(
      ({ result, kind, rawName }) => result === "skip" && !known.has(subjectKey({ kind, name: rawName })),
    ),
  );
}

/** Domains by the worst of their causes, then by score and by name: the same in every run, whatever came in first. */
export function worstFirst(domains: readonly DomainReport[], grouped: GroupedFindings): DomainReport[] {
  const worst = new Map(
    domains.map((domain) => {
      const groups = [...grouped.own(domain), ...grouped.sharedOf(domain)];
      return [domain, groups.sort(compareGroups)[0]];
    }),
  );
  return [...domains].sort((a, b) => {
    const [first, second] = [worst.get(a), worst.get(b)];
    const byCause =
      first === undefined || second === undefined
        ? Number(first === undefined) - Number(second === undefined)
        : compareFindings(first.finding, second.finding) || second.domains.length - first.domains.length;
    return byCause || compareDomains(a, b) || compareNames(a.name, b.name);
  });
}

/** Arranges a report. With `whole`, every domain that does not pass has a section. */
export function arrange(report: Report, rules: GateRules, whole = false): Arrangement {
  const grouped = groupFindings(report, rules);
  const unasked = unaskedDomains(report);
  const closed = report.domains.filter((domain) => needsNothing(domain) && (whole || !unasked.has(domain)));
  const failing = worstFirst(
    report.domains.filter((domain) => !needsNothing(domain)),
    grouped,
  );
  if (whole) return { ...grouped, open: failing, above: [], unreached: [], closed };
  const told = failing.filter((domain) => !grouped.own(domain).some(tells));
  const unreached = new Set(
    told.filter((domain) => {
      const groups = grouped.sharedOf(domain).filter(tells);
      return groups.length > 0 && groups.every(({ finding }) => isCausedByRun(finding.code));
    }),
  );
  const without = told.filter((domain) => !unreached.has(domain));
  const above = new Set(without.length > SECTIONS_WITHOUT_OWN ? without : []);
  return {
    ...grouped,
    open: failing.filter((domain) => !unreached.has(domain) && !above.has(domain)),
    above: [...above],
    unreached: report.domains.filter((domain) => unreached.has(domain) || unasked.has(domain)),
    closed,
  };
}

/** What several domains share and a reader has to see: all but the mere notices of domains that need nothing. */
export function sharedInSight({ shared }: GroupedFindings): FindingGroup[] {
  return shared.filter((group) => tells(group) || group.domains.some((domain) => !needsNothing(domain)));
}
