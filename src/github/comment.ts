/**
 * Keeps one comment on the pull request up to date. Nothing here may end a run: whatever the API does, the gate has
 * decided already, so a failure is told in one sentence and that is that.
 */
import { createHash } from "node:crypto";
import type { Clock } from "../system/clock.ts";
import { startDeadline } from "../system/deadline.ts";
import type { Report } from "../judge/report.ts";
import { nextState, readMark, renderComment } from "../report/summary/comment.ts";
import type { CommentMark } from "../report/summary/comment.ts";
import { gateRules } from "../report/gate-rules.ts";
import type { DeliverySettingName } from "../config/settings.ts";
import type { Links } from "../report/links.ts";
import { inside, pullRequestOf, requireList } from "./pull-request.ts";
import type { Octokit, RunContext } from "./pull-request.ts";
import type { WrittenFile } from "../report/outputs.ts";

/** Seconds for all requests together. */
const COMMENT_SECONDS = 20;

/** Comments that the API gives at once, at most. */
const PAGE = 100;

/** Settings that change where a run is told of and not what it is about. */
const ABOUT_DELIVERY: Readonly<Record<DeliverySettingName, true>> = {
  "comment-summary-in-pr": true,
  "github-token": true,
  summary: true,
  annotations: true,
  "junit-file": true,
  "report-file": true,
  "sarif-file": true,
  "summary-file": true,
};

/** What became of the comment: one line for the log; `warning` where the user has to know. */
export interface CommentOutcome {
  readonly level: "note" | "warning";
  readonly text: string;
}

export interface CommentRequest {
  readonly report: Report;
  readonly written: readonly WrittenFile[];
  readonly links: Links;
  readonly mode: "always" | "on-failure";
  readonly context: RunContext;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Seconds for all of it. */
  readonly seconds?: number;
  readonly clock: Clock;
}

/**
 * Which comment a run writes: that of its workflow, job and step, and of its inputs, since the legs of a matrix
 * differ in nothing else that a step gets to know.
 */
export function commentKey(report: Report, env: CommentRequest["env"]): string {
  const [workflow = ""] = (env["GITHUB_WORKFLOW_REF"] ?? "").split("@refs/", 1);
  const inputs = Object.entries(report.policy.settings)
    .filter(([name, { from }]) => from === "input" && !Object.hasOwn(ABOUT_DELIVERY, name))
    .map(([name, { value }]) => [name, value]);
  const parts = [workflow || env["GITHUB_WORKFLOW"], env["GITHUB_JOB"], env["GITHUB_ACTION"], inputs];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

interface Existing {
  readonly id: number;
  readonly mark: CommentMark;
}

/** Thrown where a comment carries our mark and nobody says whether it is the token's owner who wrote it. */
class OwnerUnknown extends Error {}

/**
 * Our comment on the pull request. Anyone can write our mark, and other bots repeat what people write, so that it
 * counts in a comment of the token's owner alone.
 * @throws OwnerUnknown
 */
async function findComment(
  octokit: Octokit,
  repo: RunContext["repo"],
  number: number,
  key: string,
  signal: AbortSignal,
): Promise<Existing | undefined> {
  let self: string | undefined;
  // Not octokit.paginate: it drops the signal, and a silent API would hold the run for minutes.
  for (let page = 1; ; page++) {
    const { data } = await octokit.rest.issues.listComments({
      ...repo,
      issue_number: number,
      per_page: PAGE,
      page,
      request: { signal },
    });
    requireList(data);
    for (const { id, body, user } of data) {
      const mark = readMark(body ?? "");
      if (mark?.key !== key) continue;
      self ??= await ownName(octokit, signal);
      if (user?.login === self) return { id, mark };
    }
    if (data.length < PAGE) return undefined;
  }
}

function requireComment(data: unknown): void {
  const known = typeof data === "object" && data !== null && "id" in data && typeof data.id === "number";
  if (!known) throw new Error("it answers with something else than was asked for");
}

/**
 * Login of the token's owner. GraphQL tells it for every token, that of a workflow (`github-actions[bot]`) and of other
 * apps included; REST for a person's only.
 */
async function ownName(octokit: Octokit, signal: AbortSignal): Promise<string> {
  const ways: readonly (() => Promise<unknown>)[] = [
    () => octokit.graphql("query { viewer { login } }", { request: { signal } }),
    async () => ({ viewer: (await octokit.rest.users.getAuthenticated({ request: { signal } })).data }),
  ];
  for (const ask of ways) {
    try {
      const login = inside(await ask(), "viewer", "login");
      if (typeof login === "string" && login !== "") return login;
    } catch {
      signal.throwIfAborted();
    }
  }
  throw new OwnerUnknown();
}

function note(text: string): CommentOutcome {
  return { level: "note", text };
}

async function keep(octokit: Octokit, request: CommentRequest, signal: AbortSignal): Promise<CommentOutcome> {
  const { report, written, links, mode, context, env } = request;
  const { repo } = context;
  const number = await pullRequestOf(octokit, context, signal);
  if (number === undefined) return note("No pull request belongs to this run, so there is no comment.");
  const key = commentKey(report, env);
  const existing = await findComment(octokit, repo, number, key, signal);
  if (existing === undefined && mode === "on-failure" && report.gate === "open") {
    return note(`The gate is open: nothing to comment on pull request #${number}.`);
  }
  const run = Number.isSafeInteger(context.runId) ? context.runId : 0;
  if (existing !== undefined && existing.mark.run > run) {
    return note(`A later run has commented on pull request #${number} already.`);
  }
  const state = nextState(report, existing?.mark);
  const body = renderComment(report, gateRules(report), { links, written, mark: { key, run, state } });
  if (existing === undefined) {
    const created = await octokit.rest.issues.createComment({
      ...repo,
      issue_number: number,
      body,
      request: { signal },
    });
    requireComment(created.data);
    return note(`Commented on pull request #${number}.`);
  }
  const { data } = await octokit.rest.issues.updateComment({
    ...repo,
    comment_id: existing.id,
    body,
    request: { signal },
  });
  requireComment(data);
  return note(`Updated the comment on pull request #${number}.`);
}

/** Status of an answer that says no, and whether it is for asking too often. */
function refusal(error: unknown): { status: number; limited: boolean } | undefined {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return undefined;
  const limited = error.status === 429 || /rate limit/i.test(error.message);
  return { status: error.status, limited };
}

/** Why there is no comment, and what to do about it. */
function failureWords(error: unknown, seconds: number, timedOut: boolean): string {
  if (timedOut) return `GitHub's API did not answer within ${seconds} s.`;
  if (error instanceof OwnerUnknown)
    return "A comment there carries the mark of this run, and GitHub's API does not say whether it is of the token's owner.";
  const refused = refusal(error);
  if (refused === undefined || refused.status >= 500) {
    const reason = error instanceof Error ? error.message : String(error);
    return `GitHub's API cannot be used right now (${reason}).`;
  }
  if (refused.limited) return `GitHub's API asks to slow down (HTTP ${refused.status}).`;
  if (refused.status === 401)
    return "GitHub does not accept the token (HTTP 401). Look at the input github-token.";
  if (refused.status === 403 || refused.status === 404) {
    return `The token may not do that (HTTP ${refused.status}): it lacks the permission pull-requests: write. Give it to the job under permissions:; a pull request from a fork gets a read-only token whatever the job asks for.`;
  }
  return `GitHub's API refused (HTTP ${refused.status}: ${error instanceof Error ? error.message : String(error)}).`;
}

/** Creates, updates or leaves the comment, within bounded time; never throws. */
export async function keepComment(octokit: Octokit, request: CommentRequest): Promise<CommentOutcome> {
  const { clock, seconds = COMMENT_SECONDS } = request;
  const deadline = startDeadline(seconds, { clock });
  try {
    return await keep(octokit, request, deadline.signal);
  } catch (error) {
    const why = failureWords(error, seconds, deadline.why === "timeout");
    return { level: "warning", text: `There is no comment on the pull request. ${why}` };
  } finally {
    deadline.end();
  }
}
