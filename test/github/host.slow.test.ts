import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { after, describe, test } from "node:test";
import { COMPILE_CACHE } from "../support/run/locations.ts";
import { githubHost } from "../../src/github/host.ts";
import type { ProcessLike } from "../../src/system/streams.ts";

const folder = mkdtempSync(join(tmpdir(), "mx-gate-github-"));
after(() => rmSync(folder, { recursive: true }));

const RUNNER = {
  GITHUB_REPOSITORY: "octo/mail",
  GITHUB_SHA: "0123456789abcdef",
  GITHUB_RUN_ID: "77",
  GITHUB_SERVER_URL: "https://github.example",
  GITHUB_ACTION_REPOSITORY: "mx-gate/mx-gate",
  GITHUB_ACTION_REF: "v1",
};

interface Delivered {
  readonly status: number | null;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Values of the runner's file of outputs: `name<<delimiter`, lines, delimiter. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name = "", , value = ""] of text.matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n\2$/gm))
    outputs[name] = value;
  return outputs;
}

/** Runs the Action's delivery with the runner's files; `without` leaves variables out. */
function deliver(
  sample: string,
  {
    settings = [],
    env = {},
    without = [],
  }: { settings?: string[]; env?: Record<string, string>; without?: string[] } = {},
): Delivered {
  const summaryFile = join(folder, "summary.md");
  const outputFile = join(folder, "outputs");
  writeFileSync(summaryFile, "");
  writeFileSync(outputFile, "");
  const all: Record<string, string> = {
    ...RUNNER,
    GITHUB_STEP_SUMMARY: summaryFile,
    GITHUB_OUTPUT: outputFile,
    ...env,
  };
  const kept = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
  const script = join(import.meta.dirname, "deliver-sample.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, sample, ...settings], {
    encoding: "utf8",
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...kept },
  });
  assert.equal(stderr, "");
  return {
    status,
    log: stdout,
    summary: readFileSync(summaryFile, "utf8"),
    outputs: readOutputs(readFileSync(outputFile, "utf8")),
  };
}

/** Commands that the runner finds in a log, by its own rules (actions/runner ActionCommand.cs). */
function commandsIn(log: string): string[] {
  return log.split("\n").flatMap((line) => {
    const start = line.trimStart();
    const command = start.startsWith("::") ? /^::([\w-]+)(?: .*?)?::/.exec(start) : null;
    const old = line.includes("##[") ? ["##["] : [];
    return command === null ? old : [command[1] ?? "", ...old];
  });
}

describe("a failing run", () => {
  const { status, log, summary, outputs } = deliver("failing");

  test("fails the step", () => assert.equal(status, 1));

  test("shows the report in the log, in colour, with what passes folded", () => {
    assert.match(
      log,
      /\u001b\[31m✗\u001b\[39m \u001b\[1mcert-expired\u001b\[22m {2}mx2\.example\.com 192\.0\.2\.20:25/,
    );
    assert.match(log, /\n::group::✓ example\.org +PASS · score 98\n[^]*?\n::endgroup::\n/);
    assert.match(
      log,
      /more {6}(?:\u001b\[22m)?https:\/\/github\.example\/mx-gate\/mx-gate\/blob\/v1\/docs\/codes\/cert-expired\.md/,
    );
    assert.doesNotMatch(log, /EHLO probe/);
  });

  test("annotates, with the failure itself as the last line", () => {
    const commands = log.split("\n").filter((line) => /^::(error|warning|notice)/.test(line));
    assert.equal(commands.length, 4);
    assert.match(
      commands[1] ?? "",
      /^::error title=cert-expired%3A mx2\.example\.com,file=\.github\/mx-gate\.yml,line=4::mx2\.example\.com 192\.0\.2\.20:25: The certificate expired 3 days ago\.%0Aexpected: /,
    );
    assert.match(
      log.trimEnd().split("\n").at(-1) ?? "",
      /^::error title=Mail gate closed::Gate closed: 2 checks failed\.%0AChecks: /,
    );
  });

  test("writes the summary, with links to the run and the policy's line", () => {
    assert.match(summary, /^### Mail gate: closed — example\.com fails/);
    assert.ok(summary.includes("https://github.example/octo/mail/actions/runs/77"));
    assert.ok(
      summary.includes("https://github.example/octo/mail/blob/0123456789abcdef/.github/mx-gate.yml#L4"),
    );
  });

  test("sets the outputs", () => {
    assert.deepEqual(outputs, {
      result: "fail",
      gate: "closed",
      passed: "24",
      warned: "1",
      failed: "2",
      inconclusive: "0",
      waived: "0",
      skipped: "5",
      score: "59",
      codes: '["connect-timeout","cert-expired","banner-slow"]',
      "junit-file": "",
      "report-file": "mx-gate-report.json",
      "sarif-file": "",
      "html-file": "",
      "metrics-file": "",
    });
  });
});

test("a passing run does not fail the step and annotates nothing", () => {
  const { status, log } = deliver("passing");
  assert.equal(status, 0);
  assert.deepEqual(commandsIn(log), ["group", "endgroup"]);
});

test("a gate that is closed by inconclusive alone fails the step, too", () => {
  assert.equal(deliver("inconclusive").status, 1);
});

test("annotations and summary can be switched off, the failure cannot", () => {
  const { status, log, summary, outputs } = deliver("failing", { settings: ["annotations", "summary"] });
  assert.equal(status, 1);
  assert.deepEqual(commandsIn(log), ["group", "endgroup"]);
  assert.equal(summary, "");
  assert.equal(outputs["gate"], "closed");
});

test("transcripts are in the log of a debugging runner", () => {
  assert.match(
    deliver("passing", { env: { RUNNER_DEBUG: "1" } }).log,
    /0\.042 > {2}EHLO probe\.example\.net/,
  );
});

test("NO_COLOR is heard", () => {
  assert.doesNotMatch(deliver("failing", { env: { NO_COLOR: "1" } }).log, /\u001b/);
});

test("where there is no job summary and no output, it says so and goes on", () => {
  const { status, log } = deliver("failing", { without: ["GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"] });
  assert.equal(status, 1);
  assert.equal(log.split("There is no job summary: ").length, 2);
  assert.match(log, /There are no outputs: GITHUB_OUTPUT is not set\.\n/);
  assert.doesNotMatch(log, /::set-output/);
});

describe("hostile text in the log", () => {
  const { log, summary } = deliver("hostile", { env: { RUNNER_DEBUG: "1" } });
  test("gives no command", () => {
    const commands = commandsIn(log).filter((command) => command !== "group" && command !== "endgroup");
    // Three findings and the failure, each one line; the notice is left out beside them.
    assert.deepEqual(commands, ["error", "warning", "warning", "error"]);
    const bare = log.split("\n").filter((line) => !line.startsWith("::"));
    assert.deepEqual(commandsIn(bare.join("\n")), []);
  });
  test("stays readable", () => assert.ok(log.includes("##\\[error]owned")));
  test("reaches the summary, as words", () => assert.ok(summary.includes("&lt;script&gt;")));
});

/** A host on a process of our own, with everything that it has written. */
function recorded(env: Record<string, string> = {}) {
  const stdout = new PassThrough();
  const process: ProcessLike = { env, stdout, stderr: new PassThrough() };
  let now = 0;
  const host = githubHost(process, {
    clock: { now: () => 0, monotonic: () => now, sleep: async () => {} },
    machine: { name: "runner", interfaces: {}, random: () => 0.5 },
    interrupt: new AbortController().signal,
  });
  const written = (): string => String(stdout.read() ?? "");
  const wait = (seconds: number): void => void (now += seconds);
  return { host, process, written, wait };
}

const PROGRESS = {
  domainsResolved: 3,
  domains: 9,
  endpointsDone: 12,
  endpoints: 40,
  underWay: [{ endpoint: "mx1.example.com [192.0.2.1]:25", seconds: 14.2 }],
};

describe("what a host does besides", () => {
  test("a note is a line, and no command", () => {
    const { host, written } = recorded();
    host.note("::error::There is no policy file.\nSo.");
    assert.equal(written(), "\\::error::There is no policy file.\\nSo.\n");
  });

  test("progress is a line every fifteen seconds", () => {
    const { host, written, wait } = recorded();
    host.progress(PROGRESS);
    wait(14);
    host.progress(PROGRESS);
    assert.equal(written(), "");
    wait(1);
    host.progress(PROGRESS);
    host.progress(PROGRESS);
    assert.equal(
      written(),
      "3 of 9 domains resolved, 12 of 40 endpoints done; waiting for mx1.example.com [192.0.2.1]:25 (14.2 s)\n",
    );
  });

  test("a secret is masked", () => {
    const { host, written } = recorded();
    host.mask("p%w\n");
    assert.equal(written(), "::add-mask::p%25w%0A\n");
  });

  test("a wrong configuration fails the step, with annotations at its lines", async () => {
    const { host, process, written } = recorded();
    await host.refuse([{ file: "mx.yml", line: 7, column: 3, message: "x is not a setting." }]);
    assert.equal(process.exitCode, 1);
    assert.equal(
      written(),
      [
        "mx.yml:7:3 x is not a setting.",
        "1 error; nothing was probed.",
        "::error title=Mail gate%3A configuration error%2C nothing was probed,file=mx.yml,line=7,col=3::x is not a setting.",
        "There are no outputs: GITHUB_OUTPUT is not set.",
        "::warning title=Mail gate%3A no job summary::There is no job summary: Unable to find environment variable for $GITHUB_STEP_SUMMARY. Check if your runtime environment supports job summaries.",
        "",
      ].join("\n"),
    );
  });

  test("a failure of its own is an error of the step", () => {
    const { host, process, written } = recorded();
    host.fail("A bug.\nError: x\n    at y");
    assert.equal(process.exitCode, 1);
    assert.equal(
      written(),
      "::error title=Mail gate::A bug.%0AError: x%0A    at y\nThere are no outputs: GITHUB_OUTPUT is not set.\n",
    );
  });

  test("inputs come with those that nobody knows", () => {
    const { host } = recorded({ INPUT_DOMAINS: "example.com", "INPUT_FAIL-ONN": "never" });
    assert.deepEqual(host.inputs(["domains", "fail-on"]), {
      given: { domains: "example.com" },
      unknown: ["fail-onn"],
    });
  });
});
