/** GitHub's API as this program uses it: with one token, quietly, and never for more than it can hold. */
import { getOctokit } from "@actions/github";
import { defaults } from "@actions/github/lib/utils";
import type { Octokit } from "./pull-request.ts";

/**
 * Octets of one answer. A page of a hundred comments of 65,536 characters stays below it; an answer that never ends
 * does not.
 */
const ANSWER_BYTES = 32 * 1024 * 1024;

type Fetch = typeof globalThis.fetch;

/** An API client for a token. */
export function githubApi(token: string, baseUrl: string): Octokit {
  const quiet = (): void => undefined;
  // The default is one that goes through the runner's proxy.
  const own: unknown = defaults.request?.fetch;
  const fetch = typeof own === "function" ? (own as Fetch) : globalThis.fetch;
  return getOctokit(token, {
    baseUrl,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    request: { ...defaults.request, fetch: boundedFetch(fetch) },
  });
}

/** The same, but an answer longer than {@link ANSWER_BYTES} fails. */
function boundedFetch(fetch: Fetch): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null) return response;
    let received = 0;
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          received += chunk.byteLength;
          if (received > ANSWER_BYTES) controller.error(new Error("its answer does not end"));
          else controller.enqueue(chunk);
        },
      }),
    );
    const { status, statusText, headers, url } = response;
    const bounded = new Response(counted, { status, statusText, headers });
    return Object.defineProperty(bounded, "url", { value: url });
  };
}
