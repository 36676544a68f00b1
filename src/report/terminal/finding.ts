/** A finding on a terminal: in full where something is to be done, on one line where it is only to be known. */
import { describe, isCode } from "../../judge/diagnostics/registry.ts";
import type { Finding } from "../../judge/report.ts";
import { andMore, grouped, plural } from "../../text/plural.ts";
import { terminal } from "../../text/escape.ts";
import { askedAt, waivedWords, findingFields } from "../finding-fields.ts";
import { concernedDomains, limitSimilar, otherLocations, pressing } from "../finding-groups.ts";
import type { FindingGroup } from "../finding-groups.ts";
import { codePage } from "../links.ts";
import { asWritten, type TerminalOptions } from "./frame.ts";
import { findingMark } from "../marks.ts";
import { concernedWords } from "../sentences.ts";
import { apart, cut, padRight, textWidth, wrap } from "../../text/layout.ts";
import type { Paint } from "../../text/layout.ts";

/** Places that are named in a heading; more become a number and a list below it. */
const LOCATIONS_IN_HEADING = 2;
/** Places that are listed at all. */
const LOCATIONS_LISTED = 12;

const LABEL = "expected  ".length;
/** Cells of the words of a server that stand beside a finding in brief. */
const EVIDENCE_LIMIT = 120;
/** Cells up to which the names of alternatives stand in one column. */
const ALTERNATIVE_LIMIT = 24;

function locationsInHeading(locations: readonly string[]): string {
  if (locations.length === 0) return "";
  return locations.length <= LOCATIONS_IN_HEADING ? locations.join(", ") : plural(locations.length, "place");
}

/** Places, then the domains where there are several. */
function headingWords(group: FindingGroup, locations: readonly string[]): string {
  const places = locationsInHeading(locations);
  const domains = concernedWords(concernedDomains(group));
  return [places, domains].filter((part) => part !== "").join(" · ");
}

function locationsListed(locations: readonly string[]): string {
  return andMore(locations.slice(0, LOCATIONS_LISTED), locations.length);
}

/** Label and text, with further lines below the text. `right` stands at the end of the first line where it fits. */
function field(
  label: string,
  text: string,
  right: string | undefined,
  indent: string,
  width: number,
  paint: Paint,
): string[] {
  const column = Math.max(LABEL, textWidth(label) + 2);
  const room = width - indent.length - column;
  // A command line is there to be copied: it is never broken.
  let lines = label === "confirm" ? [text] : wrap(text, room);
  const [only, second] = lines;
  if (right !== undefined && only !== undefined) {
    const aside = second === undefined ? apart(only, right, room) : { line: only, fits: false };
    if (aside.fits) lines = [aside.line.slice(0, -right.length) + paint("dim", right)];
    else lines = wrap(`${text} (${right})`, room);
  }
  return lines.map((line, index) => {
    const head = index === 0 ? paint("dim", padRight(label, column)) : " ".repeat(column);
    return indent + head + line;
  });
}

/** What the reader is to do, with settings as the reader writes them; what a file asks for is changed in that file. */
function remedyFor(finding: Finding, text: string, { speak = asWritten }: TerminalOptions): string {
  const asked = isCode(finding.code) && describe(finding.code).askedBy !== undefined;
  return asked && finding.policy !== undefined ? text : speak(text);
}

/** Heading, sentence and fields; `verbose` adds the reference. */
function fullFinding(group: FindingGroup, indent: number, options: TerminalOptions, paint: Paint): string[] {
  const { width, links = {}, verbose = false } = options;
  const { finding, locations } = group;
  const start = " ".repeat(indent);
  const { sign, style } = findingMark(finding);
  const code = terminal(finding.code);
  const heading = terminal(headingWords(group, locations));
  const headLines = wrap(`${code}${heading === "" ? "" : `  ${heading}`}`, width - indent - 2);
  const lines = headLines.map((line, index) => {
    if (index > 0) return `${start}  ${line}`;
    const painted = line.startsWith(code) ? paint("bold", code) + line.slice(code.length) : line;
    return `${start}${paint(style, sign)} ${painted}`;
  });
  const inner = `${start}  `;
  lines.push(...wrap(terminal(finding.message), width - inner.length).map((line) => inner + line));
  const fieldIndent = `${inner}  `;
  const add = (label: string, text: string | undefined, right?: string): void => {
    if (text === undefined) return;
    lines.push(
      ...field(
        label,
        terminal(text),
        right === undefined ? right : terminal(right),
        fieldIndent,
        width,
        paint,
      ),
    );
  };
  if (locations.length > LOCATIONS_IN_HEADING) add("at", locationsListed(locations));
  const fields = findingFields(finding);
  const widest = Math.max(0, ...fields.map((one) => (one.label === "alternative" ? textWidth(one.name) : 0)));
  for (const { label, name, text } of fields) {
    if (label === "alternative")
      add(
        padRight(cut(terminal(name), ALTERNATIVE_LIMIT), Math.min(widest, ALTERNATIVE_LIMIT)),
        remedyFor(finding, text, options),
      );
    else if (label === "fix") add(label, remedyFor(finding, text, options));
    // Who mends a server at night needs no RFC; who asks for everything gets it.
    else if (label !== "see" || verbose)
      add(label, text, label === "expected" ? askedAt(finding) : undefined);
  }
  add("excused", waivedWords(finding));
  add("more", codePage(links, finding.code));
  return lines;
}

/** Sign, code, place and sentence on one line, or as few as the width allows. */
export function briefFinding(group: FindingGroup, indent: number, width: number, paint: Paint): string[] {
  const { finding } = group;
  const { sign, style } = findingMark(finding);
  // A warning is most often a reply that the reader has to make sense of.
  const evidence = finding.severity === "warning" ? cut(finding.evidence ?? "", EVIDENCE_LIMIT) : "";
  const tail = [
    headingWords(group, otherLocations(group)),
    finding.message,
    evidence,
    waivedWords(finding) ?? "",
  ];
  const said = tail.filter((part) => part !== "").map(terminal);
  const start = " ".repeat(indent);
  return wrap(`${terminal(finding.code)}  ${said.join(" · ")}`, width - indent - 2).map((line, index) =>
    index === 0 ? `${start}${paint(style, sign)} ${line}` : `${start}  ${line}`,
  );
}

/** Lines of a remedy below a finding in brief. */
const BRIEF_FIX_LINES = 2;

/** Sentences of a remedy as far as they fit; the page of the code has the rest. */
function briefFix(text: string, indent: number, width: number, paint: Paint): string[] {
  const label = "fix  ";
  const room = width - indent - label.length;
  const sentences = text.split(/(?<=[.;]) (?=[A-Z])/);
  let lines = wrap(terminal(text), room);
  while (lines.length > BRIEF_FIX_LINES && sentences.length > 1) {
    sentences.pop();
    lines = wrap(terminal(sentences.join(" ")), room);
  }
  const [first = "", ...others] = lines.slice(0, BRIEF_FIX_LINES);
  const last = lines.length > BRIEF_FIX_LINES ? others.map((line) => `${cut(line, room - 2)} …`) : others;
  const start = " ".repeat(indent);
  return [
    `${start}${paint("dim", label)}${first}`,
    ...last.map((line) => `${start}${" ".repeat(label.length)}${line}`),
  ];
}

/** Several findings in brief; of those with one code the first few, and below a warning what to do, once for each remedy. */
export function briefFindings(
  groups: readonly FindingGroup[],
  indent: number,
  options: TerminalOptions,
  paint: Paint,
): string[] {
  const { width } = options;
  const { shown, more } = limitSimilar(groups);
  // Findings of one remedy stand together: below the last of them is where it is looked for.
  const last = new Map(shown.map((group) => [group.finding.remedy, group]));
  const fixOf = (group: FindingGroup): string[] => {
    const { finding } = group;
    const { remedy, severity } = finding;
    if (severity !== "warning" || waivedWords(finding) !== undefined) return [];
    if (last.get(remedy) !== group) return [];
    return briefFix(remedyFor(finding, remedy, options), indent + 2, width, paint);
  };
  return [
    ...shown.flatMap((group) => [...briefFinding(group, indent, width, paint), ...fixOf(group)]),
    ...Array.from(more, ([code, number]) =>
      paint("dim", `${" ".repeat(indent + 2)}${terminal(code)}  ${grouped(number)} more like these`),
    ),
  ];
}

/** Lines, and the findings that they tell. */
export interface FindingPiece {
  readonly groups: readonly FindingGroup[];
  readonly lines: readonly string[];
}

/** Findings that belong together, each in a piece of its own: in full, then the others line by line in one. */
export function findingPieces(
  groups: readonly FindingGroup[],
  indent: number,
  options: TerminalOptions,
  paint: Paint,
): FindingPiece[] {
  const { verbose = false } = options;
  const full = verbose ? groups : groups.filter(pressing);
  const brief = verbose ? [] : groups.filter((group) => !pressing(group));
  const pieces = full.map((group): FindingPiece => ({
    groups: [group],
    lines: fullFinding(group, indent, options, paint),
  }));
  if (brief.length > 0) pieces.push({ groups: brief, lines: briefFindings(brief, indent, options, paint) });
  return pieces;
}
