/**
 * The report as one HTML page: a file that needs nothing else, asks nothing of any server, and lets nothing run but its
 * own script. First what is wrong and what to do, then the fleet at one glance, plots, and every domain.
 */
import { createHash } from "node:crypto";
import type { DomainReport, GateRules, Report } from "../../judge/report.ts";
import { groupFindings } from "../finding-groups.ts";
import type { FindingGroup, GroupedFindings } from "../finding-groups.ts";
import { fileLine } from "../links.ts";
import type { Links } from "../links.ts";
import { compareDomains, compareFindings } from "../ranking.ts";
import * as say from "../sentences.ts";
import { causeSection } from "./cards.ts";
import { pageData } from "./data.ts";
import { domainList, fleetSection, LIST_LIMIT } from "./fleet.ts";
import { historySection } from "./history.ts";
import type { HistoryPoint } from "./history.ts";
import { grouped } from "../../text/plural.ts";
import { escaped, linked } from "./markup.ts";
import { plotSection } from "./plots.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

export { historyOf } from "./history.ts";

export interface PageOptions {
  readonly links?: Links;
  /** Earlier runs and this one, oldest first (`historyOf`). */
  readonly history?: readonly HistoryPoint[];
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** What a browser may do with the page: its own script and style, and no request. */
export function contentPolicy(): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(SCRIPT)}`,
    `style-src ${hashOf(STYLE)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The sentence of the headline without the gate, which stands before it. */
function sentenceOf(report: Report): string {
  const said = say.headline(report);
  return said.slice(said.indexOf("—") + 1).trim();
}

/** Every cause of the run, worst first. */
function causesOf({ ofRun, shared, own }: GroupedFindings, domains: readonly DomainReport[]): FindingGroup[] {
  const all = [...ofRun, ...shared, ...domains.flatMap((domain) => own(domain))];
  return all.sort((a, b) => compareFindings(a.finding, b.finding) || b.domains.length - a.domains.length);
}

function numbers(report: Report, causes: readonly FindingGroup[]): string {
  const { domains, score, partial } = report;
  const fine = domains.filter(({ result }) => result === "pass").length;
  const closing = causes.filter(({ closes }) => closes).reduce((all, group) => all + group.causes, 0);
  const figure = (label: string, value: string): string => `<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return [
    '<dl class="numbers">',
    figure(
      `Score${partial ? " (partial)" : ""}`,
      score === null ? "–" : `${String(score)} <small>of 100</small>`,
    ),
    figure("Domains that pass", `${grouped(fine)} <small>of ${grouped(domains.length)}</small>`),
    figure(closing === 1 ? "Cause that fails the build" : "Causes that fail the build", grouped(closing)),
    "</dl>\n",
  ].join("");
}

function header(report: Report, causes: readonly FindingGroup[], links: Links): string {
  const { file } = report.policy;
  const extras = say.policyExtras(report.policy);
  const policy =
    file === null
      ? "the defaults"
      : `${linked(`<code>${escaped(file)}</code>`, fileLine(links, { file, line: 1 }))}${extras === "" ? "" : ` (${extras})`}`;
  const reach = say.reachOfWorst(report);
  const baseline = say.baselineWords(report);
  return [
    '<a class="skip" href="#causes">To the findings</a>',
    `<header><p class="dim">${escaped(report.finished.slice(0, 16).replace("T", " "))} UTC · policy: ${policy}</p>`,
    `<span class="gate ${report.gate}">Gate ${report.gate}</span>`,
    `<h1>${escaped(sentenceOf(report))}.</h1>`,
    reach === undefined ? "" : `<p class="lead">${escaped(reach)}</p>`,
    `<p class="dim">${escaped(report.gateSummary)} ${escaped(say.countsWords(report.counts))} checks.${baseline === undefined ? "" : ` ${escaped(baseline)}`}</p>`,
    numbers(report, causes),
    "</header>\n",
  ].join("");
}

function footer(report: Report, { commit, run }: Links): string {
  const { environment, tool } = report;
  const zones = say.zonesWords(report);
  const parts = [
    `${tool.name} ${escaped(tool.version)}`,
    `resolver ${escaped(environment.resolver)}`,
    escaped(environment.route),
    ...(zones === "" ? [] : [escaped(zones)]),
    `HELO ${escaped(environment.heloName)}`,
    say.secondsWords(say.runSeconds(report)),
    ...(commit === undefined ? [] : [`commit ${linked(escaped(commit.sha.slice(0, 7)), commit.url)}`]),
    ...(run === undefined ? [] : [linked("this run", run)]),
  ];
  const dnssec = environment.dnssec === undefined ? "" : `<p>${escaped(environment.dnssec)}</p>`;
  return `<footer>${dnssec}<p>${parts.join(" · ")}</p></footer>\n`;
}

/** The page of a report, in pieces. */
export function* renderPage(report: Report, rules: GateRules, options: PageOptions = {}): Generator<string> {
  const { links = {}, history = [] } = options;
  const grouped = groupFindings(report, rules);
  const causes = causesOf(grouped, report.domains);
  const worstFirst = [...report.domains].sort(compareDomains).slice(0, LIST_LIMIT);
  yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n';
  yield `<title>Mail gate ${report.gate}: ${escaped(sentenceOf(report))}</title>\n<link rel="icon" href="data:,">\n`;
  yield `<style>${STYLE}</style>\n</head>\n<body>\n`;
  yield header(report, causes, links);
  yield "<main>\n";
  yield* causeSection(causes, links);
  yield* fleetSection(worstFirst);
  yield plotSection(report);
  yield historySection(history);
  yield* domainList(worstFirst, report.domains.length);
  yield "</main>\n";
  yield footer(report, links);
  yield '<p id="said" role="status" class="skip"></p>\n<script type="application/json" id="data">';
  yield* pageData(worstFirst, grouped);
  yield `</script>\n<script>${SCRIPT}</script>\n</body>\n</html>\n`;
}
