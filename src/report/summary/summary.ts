/**
 * The job summary in Markdown, under a budget of bytes: everything where it fits, else what fails, worst first,
 * else the numbers. It always says what it left out.
 */
import { andMore, grouped, plural } from "../../text/plural.ts";
import type { DomainReport, GateRules, Report } from "../../judge/report.ts";
import { codeSpan, html, markdown } from "../../text/escape.ts";
import { atOnce, type Steps } from "../../system/steps.ts";
import { groupingFindings } from "../finding-groups.ts";
import { arrange, sharedInSight, worstFirst } from "../arrangement.ts";
import type { Arrangement } from "../arrangement.ts";
import type { Links } from "../links.ts";
import { fileLine } from "../links.ts";
import { codesWorstFirst, compareDomains } from "../ranking.ts";
import * as say from "../sentences.ts";
import type { Observed } from "../transcripts.ts";
import { domainSection, domainTitle } from "./domain.ts";
import { findingSections, link } from "./finding.ts";
import { causesTable } from "./causes.ts";
import { certificatesTable, domainsTable, keyTable, table } from "./tables.ts";
import { markdownPage, Page } from "./page.ts";
import type { WrittenFile } from "../outputs.ts";

/** Bytes of a summary; the runner takes 1 MiB for each step and drops what is longer as a whole. */
export const SUMMARY_BUDGET = 1_040_000;

export interface SummaryOptions {
  readonly links?: Links;
  readonly written?: readonly WrittenFile[];
  /** Bytes of UTF-8. */
  readonly budget?: number;
  /** Facts and transcripts, folded; on unless it is said. */
  readonly details?: boolean;
}

/** What the sections of one report have in common. */
interface Context {
  readonly report: Report;
  readonly links: Links;
  readonly written: readonly WrittenFile[];
  readonly worst: DomainReport | undefined;
  readonly arranged: Arrangement;
  /** The domains that have a section because they do not pass, worst first. */
  readonly open: readonly DomainReport[];
}

function policyLine(report: Report, links: Links): string {
  const { file } = report.policy;
  const extras = say.policyExtras(report.policy);
  if (file === null) return "Policy: the defaults, there is no policy file.";
  const named = link(codeSpan(file), fileLine(links, { file, line: 1 }));
  return `Policy: ${named}${extras === "" ? "" : ` (${extras})`}.`;
}

/** Headline; result, score and reach; the gate, the policy and the numbers. */
export function head({ report, links }: Pick<Context, "report" | "links">): string[] {
  const size = `${plural(report.domains.length, "domain")}, ${plural(say.endpointCount(report), "endpoint")}`;
  const baseline = say.baselineWords(report);
  return [
    `### Mail gate: ${markdown(say.headline(report))}`,
    keyTable(report),
    `${markdown(report.gateSummary)} ${policyLine(report, links)}`,
    [
      `${size}: ${say.countsWords(report.counts)}.`,
      ...(baseline === undefined ? [] : [markdown(baseline)]),
    ].join(" "),
  ];
}

/** What looks over all domains that were reached. */
function overview({ report, arranged }: Context): string[] {
  const unreached = new Set(arranged.unreached);
  const reached = report.domains.filter((domain) => !unreached.has(domain));
  return [causesTable(report.domains, arranged), domainsTable(worstFirst(reached, arranged))].filter(
    (part) => part !== "",
  );
}

/** What comes behind the open domains. */
function timeline({ report }: Context): string[] {
  return [certificatesTable(report)].filter((part) => part !== "");
}

function tail({ report, links }: Context): string {
  const { environment, tool } = report;
  const { commit, run } = links;
  const parts = [
    `${tool.name} ${markdown(tool.version)}`,
    `resolver ${markdown(environment.resolver)}`,
    markdown(environment.route),
    ...[say.zonesWords(report)].filter((zones) => zones !== "").map(markdown),
    `HELO ${markdown(environment.heloName)}`,
    say.secondsWords(say.runSeconds(report)),
    ...(commit === undefined ? [] : [`commit ${link(markdown(commit.sha.slice(0, 7)), commit.url)}`]),
    ...(run === undefined ? [] : [link("this run", run)]),
  ];
  const dnssec = environment.dnssec === undefined ? [] : [markdown(environment.dnssec)];
  return [...dnssec, parts.join(" · ")].join("\n\n");
}

/** What the run tells, then what several domains share. */
function causeSections({ arranged, links }: Context): string[] {
  return [...findingSections(arranged.ofRun, links), ...findingSections(sharedInSight(arranged), links)];
}

/** Domains that are named where nothing is told of them but what stands above. */
const NAMED_ABOVE = 20;

/** What is said of domains that have no section: told above, or not reached. */
function withoutSection({ arranged: { above, unreached } }: Context): string[] {
  const names = above.slice(0, NAMED_ABOVE).map(({ name }) => markdown(name));
  const said = plural(above.length, "domain has", "domains have");
  return [
    ...(above.length > 0
      ? [`${said} nothing but what is shown above: ${andMore(names, above.length)}.`]
      : []),
    ...(unreached.length > 0 ? [`${say.unreachedWords(unreached)}.`] : []),
  ];
}

/** Title and section of a domain that does not pass. */
function openSection(domain: DomainReport, { links, worst, arranged }: Context, observed?: Observed): string {
  const section = domainSection(domain, arranged, { links, reachTold: domain === worst, observed });
  return `#### ${domainTitle(domain)}\n\n${section}`;
}

/** The same for one that passes, without a heading: it is folded together with others. */
function closedSection(domain: DomainReport, context: Context, observed?: Observed): string {
  const { links, arranged } = context;
  const section = domainSection(domain, arranged, { links, reachTold: false, observed });
  return `**${domainTitle(domain)}**\n\n${section}`;
}

/** Every domain; with facts and transcripts where asked for. */
function* everything(
  context: Context,
  budget: number,
  details: boolean,
  note: string,
): Steps<string | undefined> {
  const { report, open } = context;
  const { closed } = context.arranged;
  const page = new Page(budget);
  const observed = details ? report.observations.endpoints : undefined;
  function* sections(): Generator<string> {
    yield* head(context);
    if (note !== "") yield note;
    yield* overview(context);
    yield* causeSections(context);
    for (const domain of open) yield openSection(domain, context, observed);
    yield* withoutSection(context);
    yield* timeline(context);
    if (closed.length > 0) {
      yield `<details><summary>${html(say.closedWords(closed))}</summary>`;
      for (const domain of closed) yield closedSection(domain, context, observed);
      yield "</details>";
    }
    yield tail(context);
  }
  for (const section of sections()) {
    if (!page.add(section)) return undefined;
    yield;
  }
  return markdownPage(page.sections);
}

/** `Left out here …`, with where it is to be found. */
function leftOut(what: readonly string[], { written }: Context): string {
  const file = written.find(({ kind }) => kind === "report-file");
  const where =
    file === undefined
      ? "set report-file to have all of it as JSON"
      : `all of it is in ${codeSpan(file.path)}`;
  return `_Too long for this page. Left out: ${what.join(", ")}; ${where}._`;
}

/** Left out as soon as not everything fits. */
const DETAILS = "facts and transcripts";

function* failingOnly(context: Context, budget: number): Steps<string | undefined> {
  const { open } = context;
  const { closed } = context.arranged;
  const passing = closed.length > 0 ? [plural(closed.length, "passing domain")] : [];
  const note = (causes: number, missing: number): string => {
    const blocks = plural(causes, "block of findings", "blocks of findings");
    const failing = plural(missing, "domain that does not pass", "domains that do not pass");
    const left = [...(causes > 0 ? [blocks] : []), ...(missing > 0 ? [failing] : [])];
    return leftOut([DETAILS, ...left, ...passing], context);
  };
  const page = new Page(budget);
  const start = head(context);
  const causes = causeSections(context);
  yield;
  const without = withoutSection(context);
  // The note is never longer than with everything missing.
  const codes = [codeTable(context)].filter((section) => section !== "");
  const needed = [...start, note(causes.length, open.length), ...codes, ...without, tail(context)];
  for (const section of needed) if (!page.add(section)) return undefined;
  yield;
  const told = causes.filter((section) => page.add(section));
  yield;
  // What looks over everything is worth more than the last of many domains.
  const over = overview(context).filter((section) => page.add(section));
  const ends = timeline(context).filter((section) => page.add(section));
  const reported: string[] = [];
  for (const domain of open) {
    const section = openSection(domain, context);
    if (!page.add(section)) break;
    reported.push(section);
    yield;
  }
  if (told.length + reported.length === 0 && causes.length + open.length > 0) return undefined;
  return markdownPage([
    ...start,
    note(causes.length - told.length, open.length - reported.length),
    ...codes,
    ...over,
    ...told,
    ...reported,
    ...without,
    ...ends,
    tail(context),
  ]);
}

/** Codes with the number of their causes and of the domains concerned, worst first. */
function codeTable({ report, arranged }: Context): string {
  const groups = Map.groupBy(
    [...arranged.ofRun, ...arranged.shared, ...report.domains.flatMap(arranged.own)],
    ({ finding }) => finding.code,
  );
  const rows = codesWorstFirst(report).map((code) => {
    const these = groups.get(code) ?? [];
    const domains = new Set(these.flatMap((group) => group.domains));
    const causes = these.reduce((sum, group) => sum + group.causes, 0);
    return [markdown(code), ...[causes, domains.size].map(grouped)];
  });
  return rows.length === 0 ? "" : table(["code", "causes", "domains"], rows);
}

function countsOnly(context: Context, budget: number): string {
  const { report, open } = context;
  const page = new Page(budget);
  const [headline = "", ...start] = head(context);
  const sections = [
    headline,
    leftOut(["every domain and every finding"], context),
    ...start,
    markdown(say.silencesWords(report) ?? ""),
    codeTable(context),
    ...(open.length > 0 ? [`Worst first: ${open.slice(0, 20).map(domainTitle).join("; ")}.`] : []),
    tail(context),
  ];
  for (const section of sections) if (section !== "") page.add(section);
  return markdownPage(page.sections);
}

/** The job summary of a report. */
export function renderSummary(report: Report, rules: GateRules, options: SummaryOptions = {}): string {
  return atOnce(renderingSummary(report, rules, options));
}

/** The same in steps, a section in each: of many domains there are many. */
export function* renderingSummary(
  report: Report,
  rules: GateRules,
  options: SummaryOptions = {},
): Steps<string> {
  const { links = {}, written = [], budget = SUMMARY_BUDGET, details = true } = options;
  yield* groupingFindings(report, rules);
  const arranged = arrange(report, rules);
  yield;
  const [worst] = [...report.domains].sort(compareDomains);
  const open = [...arranged.open].sort(compareDomains);
  const context: Context = { report, links, written, worst, arranged, open };
  return (
    (yield* everything(context, budget, details, "")) ??
    (details ? yield* everything(context, budget, false, leftOut([DETAILS], context)) : undefined) ??
    (yield* failingOnly(context, budget)) ??
    countsOnly(context, budget)
  );
}
