/** The comment on a pull request, against a server that speaks GitHub's REST. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { COMPILE_CACHE } from "../support/run/locations.ts";
import { getOctokit } from "@actions/github";
import { systemClock } from "../../src/system/clock.ts";
import { commentKey, keepComment } from "../../src/github/comment.ts";
import type { CommentOutcome, CommentRequest } from "../../src/github/comment.ts";
import type { RunContext } from "../../src/github/pull-request.ts";
import type { Report } from "../../src/judge/report.ts";
import { readMark } from "../../src/report/summary/comment.ts";
import { manyDomains, samples } from "../report/samples.ts";
import { BOT, startGithubApi } from "./github-api.ts";
import type { GithubApi, GithubApiOptions, StoredComment } from "./github-api.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const FAILING = samples()["failing"] ?? assert.fail();
const PASSING = samples()["passing"] ?? assert.fail();
const ENV = {
  GITHUB_WORKFLOW_REF: "octo/mail/.github/workflows/mail.yml@refs/pull/5/merge",
  GITHUB_JOB: "mail",
  GITHUB_ACTION: "__mx-gate_mx-gate",
};
const PULL_REQUEST = {
  eventName: "pull_request",
  payload: { pull_request: { number: 5, head: { sha: SHA } } },
};

interface Run {
  report?: Report;
  mode?: CommentRequest["mode"];
  event?: Pick<RunContext, "eventName" | "payload">;
  env?: Record<string, string>;
  runId?: number;
  seconds?: number;
}

async function comment(api: GithubApi, run: Run = {}): Promise<CommentOutcome> {
  const octokit = getOctokit("t0ken", {
    baseUrl: api.url,
    request: { fetch },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  return await keepComment(octokit, {
    report: run.report ?? FAILING,
    written: [],
    links: {},
    mode: run.mode ?? "always",
    context: {
      ...(run.event ?? PULL_REQUEST),
      sha: SHA,
      runId: run.runId ?? 100,
      repo: { owner: "octo", repo: "mail" },
    },
    env: { ...ENV, ...run.env },
    clock: systemClock,
    ...(run.seconds === undefined ? {} : { seconds: run.seconds }),
  });
}

/** Runs a story against a fresh server. */
function story(name: string, options: GithubApiOptions, tell: (api: GithubApi) => Promise<void>): void {
  test(name, async () => {
    const api = await startGithubApi(options);
    try {
      await tell(api);
    } finally {
      await api.close();
    }
  });
}

function only(api: GithubApi): StoredComment {
  assert.equal(api.comments.length, 1);
  return api.comments[0] ?? assert.fail();
}

describe("one comment", () => {
  story("is written for a closed gate, with the token that was given", {}, async (api) => {
    assert.deepEqual(await comment(api), { level: "note", text: "Commented on pull request #5." });
    const { body, issue } = only(api);
    assert.equal(issue, 5);
    assert.match(
      body,
      /^<!-- mx-gate:comment key=[0-9a-f]{16} run=100 state=closed -->\n### Mail gate: closed — /,
    );
    assert.deepEqual([...api.authorisations], ["token t0ken"]);
    assert.ok(!body.includes("t0ken"));
  });

  story("is updated by the next run, and resolved once the gate is open", {}, async (api) => {
    await comment(api);
    assert.equal((await comment(api, { runId: 101 })).text, "Updated the comment on pull request #5.");
    assert.equal(readMark(only(api).body)?.state, "closed");
    await comment(api, { runId: 102, report: PASSING });
    assert.match(only(api).body, /state=resolved -->\n\*\*Resolved:\*\* .*\n\n### Mail gate: open — /);
    await comment(api, { runId: 103, report: PASSING });
    assert.match(only(api).body, /\*\*Resolved:\*\*/);
    await comment(api, { runId: 104 });
    assert.match(only(api).body, /state=closed -->\n### Mail gate: closed/);
  });

  story(
    "is found among many, on a later page",
    {
      comments: Array.from({ length: 250 }, (_, id) => ({ id, issue: 5, body: "Nice.", user: BOT })),
    },
    async (api) => {
      await comment(api);
      assert.equal(api.comments.length, 251);
      await comment(api, { runId: 101 });
      assert.equal(api.comments.length, 251);
      assert.ok(api.asked.some((request) => request.includes("page=3")));
    },
  );

  story("is not taken from a later run by one that ends after it", {}, async (api) => {
    await comment(api, { runId: 200 });
    const before = only(api).body;
    assert.match((await comment(api, { runId: 150, report: PASSING })).text, /A later run has commented/);
    assert.equal(only(api).body, before);
  });

  for (const identity of [undefined, "REST"] as const) {
    const told = { self: "mona", ...(identity !== undefined && { identity }) };
    story(
      `of a person's token is known by its author, told by ${identity ?? "GraphQL"}`,
      told,
      async (api) => {
        await comment(api);
        await comment(api, { runId: 101 });
        assert.equal(only(api).user.login, "mona");
      },
    );
  }

  story("has as many brothers as there are jobs, steps and different inputs", {}, async (api) => {
    const leg: Report = {
      ...FAILING,
      policy: { ...FAILING.policy, settings: { domains: { value: ["a.example"], from: "input" } } },
    };
    const runs: Run[] = [
      {},
      { env: { GITHUB_JOB: "other" } },
      { env: { GITHUB_ACTION: "second" } },
      { report: leg },
    ];
    for (const runId of [1, 2]) for (const run of runs) await comment(api, { ...run, runId });
    assert.equal(api.comments.length, runs.length);
  });
});

test("the key is the same for all branches and does not follow the files that are written", () => {
  const other = { ...ENV, GITHUB_WORKFLOW_REF: "octo/mail/.github/workflows/mail.yml@refs/heads/main" };
  const files: Report = {
    ...FAILING,
    policy: {
      ...FAILING.policy,
      settings: { ...FAILING.policy.settings, "sarif-file": { value: "x.sarif", from: "input" } },
    },
  };
  assert.equal(commentKey(files, other), commentKey(FAILING, ENV));
});

describe("a stranger's comment with our mark is left alone", () => {
  const key = commentKey(FAILING, ENV);
  const body = `<!-- mx-gate:comment key=${key} run=1 state=closed -->\nHello.`;
  const mona = { login: "mona", type: "User" } as const;
  story("for a workflow's token", { comments: [{ id: 1, issue: 5, body, user: mona }] }, async (api) => {
    await comment(api);
    assert.equal(api.comments.length, 2);
    assert.equal(api.comments[0]?.body, body);
  });
  const other = { login: "helpful-app[bot]", type: "Bot" } as const;
  for (const [owner, self] of [
    ["a workflow's token", undefined],
    ["a person's token", "mona"],
  ] as const) {
    const options = { comments: [{ id: 1, issue: 5, body, user: other }], ...(self && { self }) };
    story(`and so is the echo of another bot, for ${owner}`, options, async (api) => {
      assert.equal((await comment(api)).text, "Commented on pull request #5.");
      await comment(api, { runId: 101 });
      assert.equal(api.comments.length, 2);
      assert.equal(api.comments[0]?.body, body);
      assert.match(api.comments[1]?.body ?? "", / run=101 /);
    });
  }
  story(
    "and where nobody says whose the token is, none is written over and none is added",
    { comments: [{ id: 1, issue: 5, body, user: BOT }], identity: "none" },
    async (api) => {
      const { level, text } = await comment(api);
      assert.equal(level, "warning");
      assert.match(text, /does not say whether it is of the token's owner/);
      assert.deepEqual(
        api.comments.map((one) => one.body),
        [body],
      );
    },
  );
  story(
    "and so is one of a bot that only quotes it",
    {
      comments: [{ id: 1, issue: 5, body: `> ${body}`, user: BOT }],
    },
    async (api) => {
      await comment(api);
      assert.equal(api.comments[0]?.body, `> ${body}`);
    },
  );
});

describe("on-failure", () => {
  story("says nothing where the gate is open", {}, async (api) => {
    const outcome = await comment(api, { mode: "on-failure", report: PASSING });
    assert.deepEqual([outcome.level, api.comments.length], ["note", 0]);
  });
  story("resolves what it has said", {}, async (api) => {
    await comment(api, { mode: "on-failure" });
    await comment(api, { mode: "on-failure", report: PASSING, runId: 101 });
    assert.match(only(api).body, /state=resolved/);
  });
  story("counts a gate that is closed by inconclusive alone", {}, async (api) => {
    await comment(api, { mode: "on-failure", report: samples()["inconclusive"] ?? assert.fail() });
    assert.equal(api.comments.length, 1);
  });
});

story("always also says that the gate is open", {}, async (api) => {
  await comment(api, { report: PASSING });
  assert.match(only(api).body, /state=open -->\n### Mail gate: open/);
});

describe("the pull request of an event", () => {
  const open = { number: 7, state: "open", head: { sha: SHA } } as const;
  const cases: readonly {
    name: string;
    event: NonNullable<Run["event"]>;
    pulls?: GithubApiOptions["pulls"];
    number: number | undefined;
    asks: boolean;
  }[] = [
    { name: "pull_request", event: PULL_REQUEST, number: 5, asks: true },
    {
      name: "pull_request_target",
      event: { ...PULL_REQUEST, eventName: "pull_request_target" },
      number: 5,
      asks: true,
    },
    {
      name: "merge_group, by its branch",
      event: {
        eventName: "merge_group",
        payload: { merge_group: { head_ref: `refs/heads/gh-readonly-queue/main/pr-12-${SHA}` } },
      },
      number: 12,
      asks: true,
    },
    {
      name: "merge_group of a branch that says nothing",
      event: { eventName: "merge_group", payload: { merge_group: { head_ref: "refs/heads/x" } } },
      number: undefined,
      asks: false,
    },
    ...[-1, 0, 1.5, Number.MAX_VALUE].map((number) => ({
      name: `pull_request with the number ${String(number)}`,
      event: { eventName: "pull_request", payload: { pull_request: { number } } },
      number: undefined,
      asks: false,
    })),
    {
      name: "merge_group of a number that nobody can count to",
      event: {
        eventName: "merge_group",
        payload: { merge_group: { head_ref: `x/pr-${"9".repeat(400)}-${SHA}` } },
      },
      number: undefined,
      asks: false,
    },
    {
      name: "push to the head of an open one",
      event: { eventName: "push", payload: {} },
      pulls: [open],
      number: 7,
      asks: true,
    },
    {
      name: "push to the main branch, whose pull request is merged",
      event: { eventName: "push", payload: {} },
      pulls: [{ ...open, state: "closed" }],
      number: undefined,
      asks: true,
    },
    {
      name: "push of a commit that an open one has left behind",
      event: { eventName: "push", payload: {} },
      pulls: [{ ...open, head: { sha: "f".repeat(40) } }],
      number: undefined,
      asks: true,
    },
    {
      name: "workflow_dispatch on the branch of an open one",
      event: { eventName: "workflow_dispatch", payload: {} },
      pulls: [open],
      number: 7,
      asks: true,
    },
    {
      name: "schedule has none",
      event: { eventName: "schedule", payload: {} },
      pulls: [open],
      number: undefined,
      asks: false,
    },
  ];
  for (const { name, event, pulls = [], number, asks } of cases) {
    story(`${name}: ${number ?? "none"}`, { pulls }, async (api) => {
      const { level, text } = await comment(api, { event });
      assert.equal(level, "note");
      assert.deepEqual(
        api.comments.map(({ issue }) => issue),
        number === undefined ? [] : [number],
      );
      if (number === undefined) assert.match(text, /No pull request belongs to this run/);
      assert.equal(api.asked.length > 0, asks);
    });
  }
});

describe("what goes wrong is one warning, and the run goes on", () => {
  const writing = ["POST", "PATCH"];
  const cases: readonly { name: string; options: GithubApiOptions; says: RegExp }[] = [
    {
      name: "a fork's read-only token",
      options: {
        refuse: { methods: writing, status: 403, message: "Resource not accessible by integration" },
      },
      says: /HTTP 403.*pull-requests: write.*fork/,
    },
    {
      name: "a token that is none",
      options: { refuse: { methods: ["GET"], status: 401, message: "Bad credentials" } },
      says: /HTTP 401.*github-token/,
    },
    {
      name: "a private repository",
      options: { refuse: { methods: ["GET"], status: 404, message: "Not Found" } },
      says: /pull-requests: write/,
    },
    {
      name: "too many requests",
      options: {
        refuse: { methods: writing, status: 403, message: "You have exceeded a secondary rate limit" },
      },
      says: /slow down/,
    },
    {
      name: "an API that is down",
      options: { refuse: { methods: ["GET"], status: 503, message: "Unicorn!" } },
      says: /cannot be used right now/,
    },
    {
      name: "an API that refuses the text",
      options: { refuse: { methods: writing, status: 422, message: "Validation Failed" } },
      says: /HTTP 422/,
    },
    { name: "an API that never answers", options: { silent: true }, says: /did not answer within 0\.3 s/ },
  ];
  for (const { name, options, says } of cases) {
    story(name, options, async (api) => {
      const { level, text } = await comment(api, { seconds: options.silent === true ? 0.3 : 20 });
      assert.equal(level, "warning");
      assert.match(text, says);
      assert.ok(!text.includes("t0ken"));
    });
  }

  test("an API that is not there", async () => {
    const api = await startGithubApi();
    await api.close();
    const { level, text } = await comment(api);
    assert.deepEqual([level, text.includes("cannot be used right now")], ["warning", true]);
  });
});

story("500 domains are one screen, the worst first", {}, async (api) => {
  await comment(api, { report: manyDomains(500) });
  const { body } = only(api);
  assert.ok(body.length < 5000, String(body.length));
  assert.match(body, /100 domains fail/);
});

/** The whole delivery as a process, with the runner's files and variables. */
async function delivered(api: GithubApi, word: string): Promise<{ status: number | null; log: string }> {
  const folder = mkdtempSync(join(tmpdir(), "mx-gate-comment-"));
  const event = join(folder, "event.json");
  const outputs = join(folder, "outputs");
  const summary = join(folder, "summary");
  writeFileSync(event, JSON.stringify(PULL_REQUEST.payload));
  for (const file of [outputs, summary]) writeFileSync(file, "");
  const child = spawn(process.execPath, [join(import.meta.dirname, "deliver-sample.ts"), "failing", word], {
    env: {
      ...ENV,
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      GITHUB_API_URL: api.url,
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: event,
      GITHUB_OUTPUT: outputs,
      GITHUB_REPOSITORY: "octo/mail",
      GITHUB_RUN_ID: "77",
      GITHUB_SHA: SHA,
      GITHUB_STEP_SUMMARY: summary,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (log += text));
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  rmSync(folder, { recursive: true });
  return { status, log };
}

describe("the whole delivery", () => {
  story("comments, and says so in the log", {}, async (api) => {
    const { status, log } = await delivered(api, "comment=t0ken");
    assert.match(log, /\nCommented on pull request #5\.\n$/);
    assert.equal(status, 1);
    assert.equal(only(api).issue, 5);
    assert.ok(!`${log}${only(api).body}`.includes("t0ken"));
  });
  story(
    "warns once where the token may not write, and ends as the gate says",
    {
      refuse: { methods: ["POST"], status: 403, message: "Resource not accessible by integration" },
    },
    async (api) => {
      const { status, log } = await delivered(api, "comment=t0ken");
      assert.equal(log.split("title=Mail gate%3A no comment::").length, 2);
      assert.match(log, /pull-requests: write/);
      assert.equal(status, 1);
    },
  );
  story("warns where there is no token", {}, async (api) => {
    const { log } = await delivered(api, "comment=");
    assert.match(log, /::warning title=Mail gate%3A no comment::.*github-token/);
    assert.deepEqual(api.asked, []);
  });
});
