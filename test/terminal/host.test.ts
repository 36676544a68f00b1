import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { describe, test } from "node:test";
import { renderJson } from "../../src/report/json.ts";
import type { ProcessLike } from "../../src/system/streams.ts";
import type { TerminalHostOptions } from "../../src/terminal/host.ts";
import { terminalHost } from "../../src/terminal/host.ts";
import { samples } from "../report/samples.ts";

class Screen extends PassThrough {
  readonly isTTY?: boolean;
  readonly columns?: number;

  constructor({ isTTY, columns }: { isTTY?: boolean; columns?: number } = {}) {
    super({ highWaterMark: 10_000_000 });
    if (isTTY !== undefined) this.isTTY = isTTY;
    if (columns !== undefined) this.columns = columns;
  }

  text(): string {
    return String(this.read() ?? "");
  }
}

interface Given extends Partial<TerminalHostOptions> {
  env?: Record<string, string>;
  stdout?: Screen;
  stderr?: Screen;
}

function recorded({ env = {}, stdout = new Screen(), stderr = new Screen(), ...options }: Given = {}) {
  const process: ProcessLike = { env, stdout, stderr };
  let now = 100;
  const host = terminalHost(process, {
    clock: { now: () => 0, monotonic: () => now, sleep: async () => {} },
    machine: { name: "desk", interfaces: {}, random: () => 0.5 },
    interrupt: new AbortController().signal,
    ...options,
  });
  const wait = (seconds: number): void => void (now += seconds);
  return { host, stdout, stderr, wait };
}

const FAILING = samples()["failing"] ?? assert.fail();
const PROGRESS = { domainsResolved: 1, domains: 1, endpointsDone: 2, endpoints: 4, underWay: [] };
const CLEAR = "\r\u001b[K";

describe("the report", () => {
  test("goes to stdout, as wide as it is, without colour into a pipe", async () => {
    const { host, stdout, stderr } = recorded({ stdout: new Screen({ columns: 80 }) });
    await host.deliver(FAILING, []);
    const text = stdout.text();
    assert.match(text, /\nexample\.com {54}FAIL · score 59\n/);
    assert.match(text, /\nGate closed: 2 checks failed\. Exit 1\.\n/);
    assert.doesNotMatch(text, /\u001b/);
    assert.equal(stderr.text(), "");
  });

  test("is 100 columns wide where nobody says", async () => {
    const { host, stdout } = recorded();
    await host.deliver(FAILING, []);
    assert.match(stdout.text(), /\nexample\.com {74}FAIL · score 59\n/);
  });

  const colours: readonly {
    what: string;
    isTTY?: boolean;
    env: Record<string, string>;
    coloured: boolean;
  }[] = [
    { what: "a terminal gets colour", isTTY: true, env: {}, coloured: true },
    { what: "a pipe gets none", env: {}, coloured: false },
    { what: "NO_COLOR turns it off", isTTY: true, env: { NO_COLOR: "1" }, coloured: false },
    { what: "an empty NO_COLOR says nothing", isTTY: true, env: { NO_COLOR: "" }, coloured: true },
    { what: "a dumb terminal gets none", isTTY: true, env: { TERM: "dumb" }, coloured: false },
    { what: "FORCE_COLOR turns it on", env: { FORCE_COLOR: "1" }, coloured: true },
    { what: "FORCE_COLOR=0 turns it off", isTTY: true, env: { FORCE_COLOR: "0" }, coloured: false },
    { what: "NO_COLOR is stronger", env: { FORCE_COLOR: "1", NO_COLOR: "1" }, coloured: false },
  ];
  for (const { what, isTTY, env, coloured } of colours) {
    test(what, async () => {
      const { host, stdout } = recorded({ env, stdout: new Screen(isTTY === undefined ? {} : { isTTY }) });
      await host.deliver(FAILING, []);
      assert.equal(stdout.text().includes("\u001b["), coloured);
    });
  }

  test("as JSON is all there is on stdout", async () => {
    const { host, stdout } = recorded({ json: true });
    await host.deliver(FAILING, [{ kind: "junit-file", path: "x.xml" }]);
    assert.equal(stdout.text(), [...renderJson(FAILING)].join(""));
  });

  test("is short with --quiet and long with --verbose", async () => {
    const lengths: number[] = [];
    for (const options of [{ quiet: true }, {}, { verbose: true }]) {
      const { host, stdout } = recorded(options);
      await host.deliver(FAILING, []);
      lengths.push(stdout.text().split("\n").length);
    }
    const [quiet = 0, plain = 0, verbose = 0] = lengths;
    assert.ok(quiet === 4 && quiet < plain && plain < verbose, lengths.join());
  });

  test("ends where its reader leaves, without an error", async () => {
    const stdout = new Screen();
    const { host } = recorded({ stdout });
    stdout.destroy(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
    await host.deliver(samples()["many"] ?? assert.fail(), []);
  });
});

describe("progress", () => {
  const terminal = (): Screen => new Screen({ isTTY: true, columns: 80 });

  test("is one line on a terminal, after a second, rewritten and taken away at the end", async () => {
    const { host, stderr, wait } = recorded({ stderr: terminal() });
    host.progress(PROGRESS);
    wait(0.9);
    host.progress(PROGRESS);
    assert.equal(stderr.text(), "");
    wait(0.2);
    host.progress(PROGRESS);
    host.progress(PROGRESS);
    assert.equal(stderr.text(), `${CLEAR}2 of 4 endpoints done`);
    wait(0.2);
    host.progress({ ...PROGRESS, endpointsDone: 3 });
    assert.equal(stderr.text(), `${CLEAR}3 of 4 endpoints done`);
    await host.deliver(FAILING, []);
    assert.equal(stderr.text(), CLEAR);
  });

  test("never fills the line, or it would not be rewritten", () => {
    const { host, stderr, wait } = recorded({ stderr: terminal() });
    wait(2);
    host.progress({ ...PROGRESS, underWay: [{ endpoint: "x".repeat(200), seconds: 30 }] });
    const [, slowest = ""] = stderr.text().split("\n");
    assert.equal(slowest.length, 79);
  });

  test("names the slowest endpoints below the counts, and takes all of it away again", async () => {
    const { host, stderr, wait } = recorded({ stderr: terminal() });
    wait(2);
    const underWay = [14.2, 9, 5, 3, 0.4].map((seconds, index) => ({
      endpoint: `mx${index}\u001b[2J`,
      seconds,
    }));
    host.progress({ ...PROGRESS, underWay });
    assert.deepEqual(stderr.text().split("\n"), [
      `${CLEAR}2 of 4 endpoints done, 5 under way`,
      "      14.2 s  mx0\\x1b[2J",
      "       9.0 s  mx1\\x1b[2J",
      "       5.0 s  mx2\\x1b[2J",
    ]);
    wait(0.2);
    host.progress(PROGRESS);
    const up = `\u001b[1A${CLEAR}`;
    assert.equal(stderr.text(), `${CLEAR}${up.repeat(3)}2 of 4 endpoints done`);
    await host.deliver(FAILING, []);
    assert.equal(stderr.text(), CLEAR);
  });

  test("is a line now and then in a pipe", () => {
    const { host, stderr, wait } = recorded();
    for (let second = 0; second < 40; second++) {
      wait(1);
      host.progress(PROGRESS);
    }
    assert.equal(stderr.text(), "2 of 4 endpoints done\n2 of 4 endpoints done\n");
  });

  test("is nothing with --quiet, on a terminal and in a pipe", () => {
    for (const screen of [terminal(), new Screen()]) {
      const { host, stderr, wait } = recorded({ quiet: true, stderr: screen });
      wait(60);
      host.progress(PROGRESS);
      assert.equal(stderr.text(), "");
    }
  });

  test("gives way to a note", () => {
    const { host, stderr, wait } = recorded({ stderr: terminal() });
    wait(2);
    host.progress(PROGRESS);
    host.note("There is no policy file.\u001b[2J");
    assert.equal(stderr.text(), `${CLEAR}2 of 4 endpoints done${CLEAR}There is no policy file.\\x1b[2J\n`);
  });
});

test("errors of the configuration go to stderr", () => {
  const { host, stdout, stderr } = recorded();
  host.refuse([{ message: "No domain is given." }], "probed");
  assert.equal(stderr.text(), "No domain is given.\n1 error; nothing was probed.\n");
  assert.equal(stdout.text(), "");
});
