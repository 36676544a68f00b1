/** Where this run's outputs may link to, from the runner's context. */
import type { context as runContext } from "@actions/github";
import type { Links } from "../report/links.ts";
import { inside } from "./pull-request.ts";

const COMMIT = /^[0-9a-f]{7,64}$/;

type Context = Pick<typeof runContext, "payload" | "sha" | "runId" | "serverUrl">;

/** The commit that a pull request brings; its run checks out a merge of it that nobody knows by name. */
function headOfPullRequest({ payload }: Context): string | undefined {
  const sha = inside(payload, "pull_request", "head", "sha");
  return typeof sha === "string" && COMMIT.test(sha) ? sha : undefined;
}

/** `.github/workflows/mail.yml` of `octo/mail/.github/workflows/mail.yml@refs/heads/main`, if it is of this repository. */
function workflowPath(repository: string, reference: string): string | undefined {
  const at = reference.lastIndexOf("@refs/");
  const path = at < 0 ? reference : reference.slice(0, at);
  const start = `${repository}/`;
  return repository !== "" && path.startsWith(start) && path.length > start.length
    ? path.slice(start.length)
    : undefined;
}

/** Links for a run. What the runner does not say has no link. */
export function linksOf(context: Context, env: Readonly<Record<string, string | undefined>>): Links {
  const { serverUrl, runId } = context;
  const repository = env["GITHUB_REPOSITORY"] ?? "";
  const tested = env["GITHUB_SHA"] ?? "";
  const action = env["GITHUB_ACTION_REPOSITORY"] ?? "";
  const ref = env["GITHUB_ACTION_REF"] ?? "";
  const workflow = workflowPath(repository, env["GITHUB_WORKFLOW_REF"] ?? "");
  // A link is followed by whoever reads: it leads to a web server, or it is none.
  if (!/^https?:\/\/[\w.:[\]-]+$/i.test(serverUrl)) return workflow === undefined ? {} : { workflow };
  const here = `${serverUrl}/${repository}`;
  const sha = headOfPullRequest(context) ?? tested;
  return {
    ...(repository !== "" && Number.isSafeInteger(runId) ? { run: `${here}/actions/runs/${runId}` } : {}),
    ...(repository !== "" && sha !== "" ? { commit: { sha, url: `${here}/commit/${sha}` } } : {}),
    ...(repository !== "" && tested !== "" ? { files: `${here}/blob/${tested}` } : {}),
    // An action that is used by its path has neither; then there is no telling where its pages are.
    ...(action !== "" && ref !== "" ? { docs: `${serverUrl}/${action}/blob/${ref}/docs/codes` } : {}),
    ...(workflow === undefined ? {} : { workflow }),
  };
}
