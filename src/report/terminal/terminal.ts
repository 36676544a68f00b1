/**
 * The report for a terminal, and for the step log of the Action: what does not pass is open, what passes is one
 * line. Given out block by block; a blank line belongs between blocks.
 */
import { plural } from "../../text/plural.ts";
import type { DomainReport, GateRules, Report } from "../../judge/report.ts";
import { terminal } from "../../text/escape.ts";
import { waivedWords } from "../finding-fields.ts";
import { codesOfRun, domainFindings, pressing, runFindings } from "../finding-groups.ts";
import type { FindingGroup } from "../finding-groups.ts";
import { resultMark } from "../marks.ts";
import * as say from "../sentences.ts";
import { footBlock, headBlock } from "./frame.ts";
import type { TerminalBlock, TerminalOptions } from "./frame.ts";
import { domainDetails } from "./details.ts";
import { briefFindings, fullFinding } from "./finding.ts";
import { domainTable } from "./table.ts";
import { apart, painter, wrap } from "../../text/layout.ts";
import type { Paint } from "../../text/layout.ts";

/** Passing domains that are listed or folded one by one; past it they share one line or fold. */
const PASSING_LISTED = 40;

/** `PASS · score 98 · 2 notices` */
function domainState(domain: DomainReport, groups: readonly FindingGroup[]): string {
  const notices = groups.filter((group) => group.finding.severity === "notice").length;
  const waits = domain.servers.flatMap((server) =>
    server.endpoints.flatMap(({ passedAfter }) => passedAfter ?? []),
  );
  return [
    domain.result.toUpperCase(),
    say.scoreWords(domain),
    ...(waits.length > 0 ? [`after ${say.secondsWords(Math.max(...waits))}`] : []),
    ...(notices > 0 && domain.result === "pass" ? [plural(notices, "notice")] : []),
  ].join(" · ");
}

/** Name at the left, state at the right. `sign` before the name, where the domain is told in this one line. */
function domainLine(
  domain: DomainReport,
  state: string,
  width: number,
  paint: Paint,
  sign: boolean,
): string[] {
  const mark = resultMark(domain.result);
  const name = terminal(domain.name);
  const prefix = sign ? `${mark.sign} ` : "";
  const seen = sign && domain.reach.endpoints === 0 ? mxWords(domain) : "";
  const left = seen === "" ? prefix + name : `${prefix}${name}  ${seen}`;
  const { line, fits } = apart(left, state, width);
  const paintName = (text: string): string =>
    (sign ? paint(mark.style, mark.sign) + text.slice(mark.sign.length) : text).replace(name, () =>
      paint("bold", name),
    );
  const paintState = paint(mark.style, domain.result.toUpperCase()) + state.slice(domain.result.length);
  if (fits) return [paintName(line.slice(0, line.length - state.length)) + paintState];
  const [first = "", ...more] = wrap(left, width);
  return [paintName(first), ...more, "  " + paintState];
}

/** What was seen of the domain itself. */
function mxWords(domain: DomainReport): string {
  const [first, ...others] = domain.checks;
  const seen = [
    ...(first === undefined ? [] : [first]),
    ...others.filter(({ verdict }) => verdict !== "skip"),
  ];
  return seen.map((check) => terminal(check.summary)).join(" · ");
}

/** Findings in full with blank lines between, then the others line by line. */
function findingLines(
  groups: readonly FindingGroup[],
  indent: number,
  options: TerminalOptions,
  paint: Paint,
): string[] {
  const { width, links = {}, verbose = false } = options;
  const full = verbose ? groups : groups.filter(pressing);
  const brief = verbose ? [] : groups.filter((group) => !pressing(group));
  const blocks = full.map((group) => fullFinding(group, { indent, width, paint, links, verbose }));
  if (brief.length > 0) blocks.push(briefFindings(brief, indent, width, paint));
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

/** Everything below a domain's heading: reach, table, findings; with facts and transcripts where asked for. */
function domainBody(
  domain: DomainReport,
  groups: readonly FindingGroup[],
  options: TerminalOptions,
  paint: Paint,
  details: (domain: DomainReport) => string[],
): string[] {
  const { width } = options;
  const parts = [
    domainTable(domain, width, paint),
    findingLines(groups, 2, options, paint),
    options.verbose === true ? details(domain) : [],
  ].filter((part) => part.length > 0);
  return [...wrap(terminal(domain.reachSummary), width), ...parts.flatMap((part) => ["", ...part])];
}

/** Nothing to read but its heading: it passes, was not tested, or the run has told already why not. */
function oneLine(domain: DomainReport, groups: readonly FindingGroup[]): boolean {
  if (domain.result === "pass" || domain.result === "skip") return true;
  return domain.result === "inconclusive" && groups.length === 0;
}

/** The report, block by block: head, findings of the run, domains (open ones first), totals. */
export function* renderTerminal(
  report: Report,
  rules: GateRules,
  options: TerminalOptions,
): Generator<TerminalBlock> {
  const paint = painter(options.colour);
  if (options.quiet === true) {
    yield footBlock(report, options, paint);
    return;
  }
  const { width, verbose = false, foldPassing = false } = options;
  const reported = codesOfRun(report);
  const details = domainDetails(verbose ? report.observations.endpoints : {}, options, paint);
  yield headBlock(report, options, paint);
  const ofRun = runFindings(report, rules);
  if (ofRun.length > 0) yield { lines: findingLines(ofRun, 0, options, paint) };

  const closed: [DomainReport, FindingGroup[]][] = [];
  for (const domain of report.domains) {
    const groups = domainFindings(domain, rules, reported);
    if (oneLine(domain, groups) && !(verbose && !foldPassing)) {
      closed.push([domain, groups]);
      continue;
    }
    const state = domainState(domain, groups);
    yield {
      lines: [
        ...domainLine(domain, state, width, paint, false),
        ...domainBody(domain, groups, options, paint, details),
      ],
    };
  }
  const line = ([domain, groups]: [DomainReport, FindingGroup[]]): string[] => [
    ...domainLine(domain, domainState(domain, groups), width, paint, true),
    // What a waiver or the baseline lets pass stays in sight.
    ...briefFindings(
      groups.filter(({ finding }) => waivedWords(finding) !== undefined),
      2,
      width,
      paint,
    ),
  ];
  if (foldPassing && closed.length <= PASSING_LISTED) {
    for (const [domain, groups] of closed) {
      yield {
        heading: domainLine(domain, domainState(domain, groups), width, painter(false), true).join(" "),
        lines: domainBody(domain, groups, options, paint, details),
      };
    }
  } else if (foldPassing) {
    yield {
      heading: say.closedWords(closed.map(([domain]) => domain)),
      lines: closed.flatMap(line),
    };
  } else if (closed.length > 0) {
    // Where not all are listed, those with something excused are.
    const waived = ([, groups]: [DomainReport, FindingGroup[]]): boolean =>
      groups.some(({ finding }) => waivedWords(finding) !== undefined);
    const inOrder =
      closed.length <= PASSING_LISTED
        ? closed
        : [...closed.filter(waived), ...closed.filter((each) => !waived(each))];
    const listed = inOrder.slice(0, PASSING_LISTED).flatMap(line);
    const more = closed.length - PASSING_LISTED;
    if (more > 0) listed.push(`  and ${plural(more, "more domain")} like these (--verbose opens all)`);
    yield { lines: listed };
  }
  yield footBlock(report, options, paint);
}

/** Blocks as lines, with a blank one between blocks; headings as plain lines. */
export function* blockLines(blocks: Iterable<TerminalBlock>): Generator<string> {
  let first = true;
  for (const { heading, lines } of blocks) {
    if (!first) yield "";
    first = false;
    if (heading !== undefined) yield heading;
    yield* lines;
  }
}
