/**
 * Annotations: what GitHub shows at the run and at the lines of the policy or zone file. The runner shows ten of
 * each level, so at most nine are made, worst first, and a last line says what is missing.
 */
import { andMore, plural } from "../text/plural.ts";
import type { GateRules, Report } from "../judge/report.ts";
import { concernedDomains, groupFindings, otherLocations } from "./finding-groups.ts";
import type { FindingGroup } from "./finding-groups.ts";
import { waivedWords, findingFields } from "./finding-fields.ts";
import type { FindingField } from "./finding-fields.ts";
import { codePage } from "./links.ts";
import type { Links } from "./links.ts";
import { compareDomains } from "./ranking.ts";
import { concernedWords, countsWords, positionWords } from "./sentences.ts";

export type AnnotationLevel = "error" | "warning" | "notice";

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  /** Lines of words; at most {@link MESSAGE_LIMIT} characters. */
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What of a level is made at most; one less than the runner shows, for the last line. */
export const LEVEL_LIMIT = 9;
/** Characters of a message that GitHub keeps. */
export const MESSAGE_LIMIT = 4096;

const LEVELS: readonly AnnotationLevel[] = ["error", "warning", "notice"];
/** Fields that a message has room for. */
const TOLD_FIELDS: readonly FindingField["label"][] = ["expected", "actual", "fix", "alternative"];
/** Places that a message names. */
const LOCATIONS_NAMED = 5;

/** An error is one where it closes the gate; what is excused is a notice at most. */
function levelOf({ finding, closes }: FindingGroup): AnnotationLevel {
  if (finding.severity === "notice" || waivedWords(finding) !== undefined) return "notice";
  if (finding.severity === "warning") return "warning";
  return closes ? "error" : "warning";
}

/** Cuts at a whole character. */
function capped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const split = /[\ud800-\udbff]/.test(text[end - 1] ?? "") ? end - 1 : end;
  return `${text.slice(0, split)}…`;
}

function locationsWords(locations: readonly string[]): string {
  return andMore(locations.slice(0, LOCATIONS_NAMED), locations.length, "place");
}

/** `cert-expired: mx2.example.com`; several hosts become the domain that they belong to, or the number of domains. */
function titleOf({ finding: { code }, domains }: FindingGroup, hosts: readonly string[]): string {
  const [domain, other] = domains;
  const [host] = hosts;
  const of = other === undefined ? domain?.name : plural(domains.length, "domain");
  const where = hosts.length > 1 ? `${plural(hosts.length, "host")} of ${of ?? "this run"}` : (host ?? of);
  return capped(where === undefined ? code : `${code}: ${where}`, 200);
}

/** Lines that a message names. */
const LINES_NAMED = 5;

/** The other lines that a cause concerns: the annotation itself can stand at one alone. */
function otherLines({ positions }: FindingGroup): string[] {
  const others = positions.slice(1).map(positionWords);
  if (others.length === 0) return [];
  return [`The same at ${andMore(others.slice(0, LINES_NAMED), others.length, "line")}.`];
}

/** Sentence, what was asked and seen, what to do, and the page that tells more. */
function messageOf(group: FindingGroup, further: number, links: Links): string {
  const { finding } = group;
  const places = locationsWords(otherLocations(group));
  const domains = concernedWords(concernedDomains(group));
  const where = [places, domains].filter((part) => part !== "").join(" · ");
  const fields = findingFields(finding).flatMap(({ label, name, text }) =>
    TOLD_FIELDS.includes(label) ? [`${name}: ${text}`] : [],
  );
  const waived = waivedWords(finding);
  const lines = [
    where === "" ? finding.message : `${where}: ${finding.message}`,
    ...(waived === undefined ? [] : [waived]),
    ...fields,
    ...otherLines(group),
    ...(further > 0 ? [`${plural(further, "similar finding")} not shown here.`] : []),
  ];
  const page = codePage(links, finding.code);
  const text = capped(lines.join("\n"), MESSAGE_LIMIT - (page === undefined ? 0 : page.length + 1));
  return page === undefined ? text : `${text}\n${page}`;
}

/** One annotation for some findings of one code, which come worst first. */
function annotationOf(groups: readonly FindingGroup[], links: Links): Annotation[] {
  const [worst] = groups;
  if (worst === undefined) return [];
  const hosts = [...new Set(groups.flatMap((group) => group.hosts))];
  const [at] = worst.positions;
  return [
    {
      level: levelOf(worst),
      title: titleOf(worst, hosts),
      message: messageOf(worst, groups.length - 1, links),
      ...(at === undefined ? {} : { file: at.file, line: at.line }),
    },
  ];
}

/** One annotation for each check, code and line of a domain, or of the run; groups come worst first. */
function annotationsOf(groups: readonly FindingGroup[], links: Links): Annotation[] {
  const byCode = Map.groupBy(groups, ({ check, finding }) =>
    JSON.stringify([check, finding.code, waivedWords(finding) === undefined, finding.policy]),
  );
  return [...byCode.values()].flatMap((same) => annotationOf(same, links));
}

/** The last line: why the gate is closed, the totals, and what was left out. */
function lastLine(report: Report, missing: ReadonlyMap<AnnotationLevel, number>): Annotation[] {
  const left = LEVELS.flatMap((level) => {
    const number = missing.get(level) ?? 0;
    return number > 0 ? [plural(number, `more ${level}`)] : [];
  });
  if (report.gate === "open" && left.length === 0) return [];
  const lines = [
    report.gateSummary,
    `Checks: ${countsWords(report.counts)}.`,
    ...(left.length > 0
      ? [`Not shown here: ${left.join(", ")}; the JSON report has all of them (report-file).`]
      : []),
  ];
  return [
    {
      level: report.gate === "closed" ? "error" : "notice",
      title: `Mail gate ${report.gate}`,
      message: capped(lines.join("\n"), MESSAGE_LIMIT),
    },
  ];
}

/** Annotations of a report, errors first, each with the page of its code where `links` knows one. */
export function renderAnnotations(report: Report, rules: GateRules, links: Links = {}): Annotation[] {
  const { ofRun, shared, own } = groupFindings(report, rules);
  const all = [
    ...annotationsOf(ofRun, links),
    ...shared.flatMap((group) => annotationOf([group], links)),
    ...[...report.domains].sort(compareDomains).flatMap((domain) => annotationsOf(own(domain), links)),
  ];
  const missing = new Map<AnnotationLevel, number>();
  const graver = all.some(({ level }) => level !== "notice");
  const shown = LEVELS.flatMap((level) => {
    // Beside an error or a warning, a notice is in the way: it stands in the summary.
    const these = level === "notice" && graver ? [] : all.filter((annotation) => annotation.level === level);
    missing.set(level, Math.max(0, these.length - LEVEL_LIMIT));
    return these.slice(0, LEVEL_LIMIT);
  });
  return [...shown, ...lastLine(report, missing)];
}
