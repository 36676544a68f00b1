/** The comment on a pull request: a screen of it, behind a marker by which it is found again. */
import type { GateRules, Report } from "../../judge/report.ts";
import { counts } from "../../judge/verdict.ts";
import { codeSpan, markdown } from "../../text/escape.ts";
import { plural } from "../../text/plural.ts";
import { arrange, sharedInSight } from "../arrangement.ts";
import { findingFields } from "../finding-fields.ts";
import { pressing } from "../finding-groups.ts";
import type { FindingGroup } from "../finding-groups.ts";
import type { Links } from "../links.ts";
import type { WrittenFile } from "../outputs.ts";
import { compareDomains, compareFindings } from "../ranking.ts";
import { silencesWords, wholeWords } from "../sentences.ts";
import { brief, link } from "./finding.ts";
import { markdownPage, Page } from "./page.ts";
import { head } from "./summary.ts";
import type { SummaryOptions } from "./summary.ts";

/** Characters that GitHub takes. Counted in bytes here, of which there are never fewer. */
export const COMMENT_LIMIT = 65_536;

/** What a comment knows of itself. Nobody sees it: it stands in an HTML comment. */
export interface CommentMark {
  /** Which comment it is: the same workflow, job, step and settings write the same one. */
  readonly key: string;
  /** The run that wrote it; runs count upwards. */
  readonly run: number;
  /** `resolved` once the gate has opened after it was closed. */
  readonly state: "open" | "closed" | "resolved";
}

const MARK = /^<!-- mx-gate:comment key=([0-9a-f]{16}) run=(\d{1,16}) state=(open|closed|resolved) -->/;

function markText({ key, run, state }: CommentMark): string {
  return `<!-- mx-gate:comment key=${key} run=${run} state=${state} -->`;
}

/** The mark of a comment; undefined where it is none of ours. Only its very start counts: it cannot be quoted. */
export function readMark(body: string): CommentMark | undefined {
  const found = MARK.exec(body);
  if (found === null) return undefined;
  const [, key = "", run = "", state] = found;
  return { key, run: Number(run), state: state === "closed" || state === "resolved" ? state : "open" };
}

/** What state a comment has after this run. `earlier` is that of the comment that stands there now. */
export function nextState(report: Report, earlier: CommentMark | undefined): CommentMark["state"] {
  if (report.gate === "closed") return "closed";
  return earlier === undefined || earlier.state === "open" ? "open" : "resolved";
}

export interface CommentOptions extends Pick<SummaryOptions, "links" | "written"> {
  readonly mark: CommentMark;
  /** Characters; GitHub's limit, if left out. */
  readonly limit?: number;
}

/** Causes that a comment tells: what a screen holds. */
const CAUSES_TOLD = 8;

/** What to do, a line for each way. */
function fixOf({ finding }: FindingGroup): string {
  return findingFields(finding)
    .filter(({ label }) => label === "fix" || label === "alternative")
    .map(({ label, name, text }) => `<br>${label === "fix" ? "Fix" : markdown(name)}: ${markdown(text)}`)
    .join("");
}

/** The worst causes, a line or two each, and how many more there are. */
function causeList(report: Report, rules: GateRules, links: Links): string {
  const arranged = arrange(report, rules);
  const worstFirst = [...report.domains].sort(compareDomains);
  const all = [...arranged.ofRun, ...sharedInSight(arranged), ...worstFirst.flatMap(arranged.own)];
  const telling = all
    .filter(({ finding }) => finding.severity !== "notice" && counts(finding))
    .sort((a, b) => compareFindings(a.finding, b.finding));
  const lines = telling.slice(0, CAUSES_TOLD).map((group) => {
    return `${brief(group, links)}${pressing(group) ? fixOf(group) : ""}`;
  });
  const more = telling.length - lines.length;
  return [...lines, ...(more > 0 ? [`- ${plural(more, "more cause")}`] : [])].join("\n");
}

/** Where the whole is told. */
function more(links: Links, written: readonly WrittenFile[]): string {
  const summary = links.run === undefined ? "the job summary" : link("the job summary", links.run);
  return `<sub>Every endpoint, fact and certificate: ${summary}; ${markdown(wholeWords(written))}.</sub>`;
}

/** The body of the comment in Markdown: result, reach, causes, and where the rest is. One screen of it. */
export function renderComment(
  report: Report,
  rules: GateRules,
  { links = {}, written = [], mark, limit = COMMENT_LIMIT }: CommentOptions,
): string {
  const commit = links.commit === undefined ? "" : ` as of ${codeSpan(links.commit.sha.slice(0, 7))}`;
  const resolved = `**Resolved:** the gate was closed in an earlier run of this pull request and is open${commit}.\n\n`;
  const start = `${markText(mark)}\n${mark.state === "resolved" ? resolved : ""}`;
  const page = new Page(limit - 1 - Buffer.byteLength(start));
  const silences = markdown(silencesWords(report) ?? "");
  const causes = causeList(report, rules, links);
  for (const section of [...head({ report, links }), silences, causes, more(links, written)]) {
    if (section !== "") page.add(section);
  }
  return start + markdownPage(page.sections);
}
