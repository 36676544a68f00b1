/** The comment on a pull request: the summary without its details, behind a marker by which it is found again. */
import type { GateRules, Report } from "../../judge/report.ts";
import { atOnce, type Steps } from "../../system/steps.ts";
import { codeSpan } from "../../text/escape.ts";
import { renderingSummary } from "./summary.ts";
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

/** The body of the comment in Markdown, in steps. */
export function* renderingComment(
  report: Report,
  rules: GateRules,
  { links = {}, written = [], mark, limit = COMMENT_LIMIT }: CommentOptions,
): Steps<string> {
  const commit = links.commit === undefined ? "" : ` as of ${codeSpan(links.commit.sha.slice(0, 7))}`;
  const resolved = `**Resolved:** the gate was closed in an earlier run of this pull request and is open${commit}.\n\n`;
  const start = `${markText(mark)}\n${mark.state === "resolved" ? resolved : ""}`;
  const budget = limit - 1 - Buffer.byteLength(start);
  return start + (yield* renderingSummary(report, rules, { links, written, budget, details: false }));
}

/** The same at once. */
export function renderComment(report: Report, rules: GateRules, options: CommentOptions): string {
  return atOnce(renderingComment(report, rules, options));
}
