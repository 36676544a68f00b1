/** The pull request that a run belongs to, by the event that started it. */
import type { context as runContext, getOctokit } from "@actions/github";

export type Octokit = ReturnType<typeof getOctokit>;
export type RunContext = Pick<typeof runContext, "eventName" | "payload" | "sha" | "runId"> & {
  readonly repo: { readonly owner: string; readonly repo: string };
};

/** The last pull request of a group, which the queue's branch is named after. */
const QUEUE_BRANCH = /\/pr-(\d+)-[0-9a-f]{7,64}$/;

/** A value deep in what GitHub sends, which may hold anything. */
export function inside(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === "object" && found !== null
        ? Object.entries(found).find(([key]) => key === name)?.[1]
        : undefined,
    value,
  );
}

/** The client takes any page for an answer, an error page and nothing at all included. */
export function requireList(data: unknown): void {
  if (!Array.isArray(data)) throw new Error("it answers with something else than was asked for");
}

/** A number that a pull request can have. */
function numberOf(found: number): number | undefined {
  return Number.isSafeInteger(found) && found > 0 ? found : undefined;
}

/**
 * Number of the pull request; undefined where none belongs to the run. `schedule` has none; a pushed commit has
 * the open one whose head it is, and so has one that a workflow was started by hand for.
 * @throws what the API answers with
 */
export async function pullRequestOf(
  octokit: Octokit,
  { eventName, payload, sha, repo }: RunContext,
  signal: AbortSignal,
): Promise<number | undefined> {
  const number = inside(payload, "pull_request", "number");
  if (typeof number === "number") return numberOf(number);
  const queued = inside(payload, "merge_group", "head_ref");
  if (typeof queued === "string") {
    const found = QUEUE_BRANCH.exec(queued)?.[1];
    return numberOf(Number(found));
  }
  if (eventName === "schedule" || !/^[0-9a-f]{40,64}$/.test(sha) || /^0+$/.test(sha)) return undefined;
  const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
    ...repo,
    commit_sha: sha,
    per_page: 100,
    request: { signal },
  });
  requireList(data);
  return data.find(({ state, head }) => state === "open" && head.sha === sha)?.number;
}
