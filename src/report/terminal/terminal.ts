/**
 * The report for a terminal, and for the step log of the Action: what does not pass is open, what passes is one
 * line. Given out block by block; a blank line belongs between blocks.
 */
import { plural } from "../../text/plural.ts";
import type { DomainReport, GateRules, Report } from "../../judge/report.ts";
import { terminal } from "../../text/escape.ts";
import { waivedWords } from "../finding-fields.ts";
import { arrange, sharedInSight, worstFirst } from "../arrangement.ts";
import type { Arrangement } from "../arrangement.ts";
import { groupFindings, type FindingGroup } from "../finding-groups.ts";
import { compareDomains, compareFindings } from "../ranking.ts";
import * as say from "../sentences.ts";
import { asWritten, footBlock, headBlock, quietBlock } from "./frame.ts";
import type { TerminalBlock, TerminalOptions } from "./frame.ts";
import { DomainWriter } from "./domain.ts";
import { briefFinding, findingPieces } from "./finding.ts";
import type { FindingPiece } from "./finding.ts";
import { Room, TERMINAL_BUDGET } from "./room.ts";
import type { TerminalBudget } from "./room.ts";
import { painter, wrap } from "../../text/layout.ts";
import type { Paint } from "../../text/layout.ts";

/** Domains that are listed or folded one by one; past it they share one line or fold. */
const LISTED = 40;
/** Domains of a report so small that those that pass have their table, too: a pass has something to show. */
const SHOWN_PASSING = 3;
const UNBOUNDED: TerminalBudget = { lines: Infinity, bytes: Infinity };

/** Parts with a blank line between. */
function spaced(parts: readonly (readonly string[])[]): string[] {
  return parts.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

/** Lines of several domains, beyond the first as far as there is room, then how many more there are. */
function listed(
  domains: readonly DomainReport[],
  most: number,
  room: Room,
  lineOf: (domain: DomainReport) => string[],
  hint: string,
): string[] {
  const lines: string[] = [];
  let shown = 0;
  for (const domain of domains.slice(0, most)) {
    const its = lineOf(domain);
    if (shown >= LISTED && !room.take(its)) break;
    lines.push(...its);
    shown += 1;
  }
  const more = domains.length - shown;
  if (more > 0) lines.push(`  and ${plural(more, "more domain")} like these${hint}`);
  return lines;
}

/** Pieces in the order in which they are given room: what is brief, then of each code the first, the second … */
function byTurns(pieces: readonly FindingPiece[]): FindingPiece[] {
  const seen = new Map<string, number>();
  const turns = pieces.map((piece) => {
    const [only, second] = piece.groups;
    if (only === undefined || second !== undefined) return { piece, turn: 0 };
    const turn = (seen.get(only.finding.code) ?? 0) + 1;
    seen.set(only.finding.code, turn);
    return { piece, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ piece }) => piece);
}

/** Findings outside of domains, as far as there is room; no code takes the room of all others. */
function fittingFindings(
  groups: readonly FindingGroup[],
  room: Room,
  options: TerminalOptions,
  paint: Paint,
): string[] {
  const pieces = findingPieces(groups, 0, options, paint);
  const kept = new Set<FindingPiece>();
  for (const piece of byTurns(pieces)) {
    if (room.take(piece.lines)) kept.add(piece);
    else room.leaveOut(piece.groups);
  }
  return spaced(pieces.filter((piece) => kept.has(piece)).map(({ lines }) => lines));
}

/** Sections of domains as far as there is room; the worst, where not all fit. */
function fittingSections(
  arranged: Arrangement,
  room: Room,
  section: (domain: DomainReport) => string[],
): string[][] {
  const { open, own } = arranged;
  const attempt = (domains: readonly DomainReport[], into: Room): string[][] => {
    const kept: string[][] = [];
    for (const domain of domains) {
      const lines = section(domain);
      if (!into.take(lines)) break;
      kept.push(lines);
    }
    return kept;
  };
  const all = attempt(open, room.copy());
  const byWorst = all.length < open.length ? worstFirst([...open].sort(compareDomains), arranged) : open;
  const kept = attempt(byWorst, room);
  const missing = byWorst.slice(kept.length);
  room.leaveOut(missing.flatMap(own), missing.length);
  return kept;
}

/** A line for each cause that closes the gate, as far as there is room. */
function closingLines(report: Report, rules: GateRules, options: TerminalOptions, paint: Paint): string[] {
  const { ofRun, shared, own } = groupFindings(report, rules);
  const closing = [...ofRun, ...shared, ...report.domains.flatMap(own)]
    .filter(({ closes }) => closes)
    .sort((a, b) => compareFindings(a.finding, b.finding));
  const room = new Room(options.budget ?? TERMINAL_BUDGET);
  const lines: string[] = [];
  let shown = 0;
  for (const group of closing) {
    // A line each, however long: who reads them in a mail or greps them wants no others.
    const its = briefFinding(group, 0, Infinity, paint);
    if (!room.take(its)) break;
    lines.push(...its);
    shown += 1;
  }
  const more = closing.length - shown;
  return more > 0 ? [...lines, `${plural(more, "more cause")} not shown`] : lines;
}

/** The report, block by block: head, findings of the run, domains (open ones first), totals. */
export function* renderTerminal(
  report: Report,
  rules: GateRules,
  options: TerminalOptions,
): Generator<TerminalBlock> {
  const paint = painter(options.colour);
  if (options.quiet === true) {
    yield quietBlock(report, closingLines(report, rules, options, paint), options);
    return;
  }
  const { verbose = false, foldPassing = false, written = [], speak = asWritten } = options;
  const everything = verbose && !foldPassing;
  const arranged = arrange(report, rules, verbose);
  const room = new Room(verbose ? UNBOUNDED : (options.budget ?? TERMINAL_BUDGET));
  const domains = new DomainWriter(report, arranged, options, paint, report.domains.length <= SHOWN_PASSING);
  yield headBlock(report, options, paint);
  // Below folded domains nothing is told twice, so that their notices are told here, too.
  const shared = verbose || foldPassing || domains.few ? arranged.shared : sharedInSight(arranged);
  for (const groups of [arranged.ofRun, shared]) {
    const lines = fittingFindings(groups, room, options, paint);
    if (lines.length > 0) yield { lines };
  }
  if (everything) {
    for (const domain of report.domains) yield { lines: domains.section(domain) };
  } else {
    yield* domainBlocks(arranged, room, domains, options);
  }
  const note = room.note(written, foldPassing ? "" : " (--verbose shows it here)");
  if (note !== undefined) yield { lines: wrap(terminal(speak(note)), options.width) };
  yield footBlock(report, options, paint);
}

/** Domains that do not pass, then those that pass in a line each, or folded. */
function* domainBlocks(
  arranged: Arrangement,
  room: Room,
  domains: DomainWriter,
  { foldPassing = false, written = [] }: TerminalOptions,
): Generator<TerminalBlock> {
  const { above, unreached, closed } = arranged;
  const hint = foldPassing ? ` (${say.wholeWords(written)})` : " (--verbose opens all)";
  const line = (domain: DomainReport): string[] => domains.line(domain);
  // What only the run has words for is one line, as what passes.
  const wordless = arranged.open.filter(
    (domain) => [...arranged.own(domain), ...arranged.sharedOf(domain)].length === 0,
  );
  const open = arranged.open.filter((domain) => !wordless.includes(domain));
  const sections = fittingSections({ ...arranged, open }, room, (domain) => domains.section(domain));
  for (const lines of sections) yield { lines };
  const told = [...wordless, ...above];
  if (told.length > 0) yield { lines: listed(told, LISTED, room, line, hint) };
  if (unreached.length > 0) yield { lines: [say.unreachedWords(unreached)] };
  if (closed.length === 0) return;
  if (domains.few && !foldPassing) {
    for (const domain of closed) yield { lines: domains.section(domain) };
    return;
  }
  // Where not all are listed, those with something excused are.
  const excused = (domain: DomainReport): boolean =>
    arranged.own(domain).some(({ finding }) => waivedWords(finding) !== undefined);
  const inOrder =
    closed.length <= LISTED
      ? closed
      : [...closed.filter(excused), ...closed.filter((each) => !excused(each))];
  if (!foldPassing) yield { lines: listed(inOrder, LISTED, room, line, hint) };
  else if (closed.length > LISTED)
    yield { heading: say.closedWords(closed), lines: listed(inOrder, closed.length, room, line, hint) };
  else for (const domain of closed) yield { heading: domains.heading(domain), lines: domains.body(domain) };
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
