/** SIGINT, SIGTERM and SIGHUP at any moment of a run: what was finished is reported, and no file is half written. */
import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { startRawServer, type RawServer } from "../support/tcp/raw-server.ts";
import {
  asOptions,
  codesOf,
  filesBelow,
  readReport,
  runAction,
  runCommand,
  type Finished,
} from "../support/run/product.ts";
import { newFolder } from "../support/run/folders.ts";

let lab: Lab;
/** Takes connections and never greets: the run waits for it until it is told to end. */
let silent: RawServer;
let settings: Record<string, string>;
before(async () => {
  lab = await startLab({ only: ["healthy.test"] });
  silent = await startRawServer({ host: "127.0.0.1", port: 0 }, [{ pause: 50 }]);
  const { port } = silent;
  lab.dns.set("silent.test", { MX: [[10, "mx.silent.test"]] });
  lab.dns.set("mx.silent.test", { A: ["127.0.0.1"] });
  lab.dns.set("mute.test", { silent: true });
  settings = {
    ...lab.settings,
    "connect-to": `mx.silent.test:${String(lab.port)}:127.0.0.1:${String(port)}`,
    "report-file": "report.json",
    "junit-file": "junit.xml",
  };
});
after(async () => {
  await silent.close();
  await lab.close();
});

type Signals = readonly NodeJS.Signals[];

/** Sends the signals at once when something is so. */
function sendWhen(ready: () => boolean, signals: Signals): (child: ChildProcess) => void {
  return (child) => {
    const timer = setInterval(() => {
      if (child.exitCode !== null) clearInterval(timer);
      if (!ready()) return;
      clearInterval(timer);
      for (const signal of signals) child.kill(signal);
    }, 20);
  };
}

/** What holds for every run that was told to end: whole reports that say so, and nothing beside them. */
function assertReported(done: Finished, more: readonly string[] = []): void {
  assert.doesNotMatch(done.stdout + done.stderr, /this is a bug|\n {4}at /);
  const report = readReport(done.folder, "report.json");
  assert.deepEqual(
    codesOf(report).filter((code) => code === "not-probed"),
    ["not-probed"],
  );
  assert.equal(report.gate, "closed");
  assert.equal(report.result, "inconclusive");
  const healthy = report.domains.find(({ name }) => name === "healthy.test");
  assert.equal(healthy?.result, "pass");
  assert.equal(report.observations.ended, "interrupted");
  assert.match(done.stdout, /The run was interrupted: this is what was finished\. Gate closed: /);
  assert.doesNotMatch(done.stdout, /Exit \d/);
  assert.match(readFileSync(join(done.folder, "junit.xml"), "utf8"), /<\/testsuites>\s*$/);
  assert.deepEqual(filesBelow(done.folder), ["junit.xml", "report.json", ...more].sort());
}

/** Sends the signals once the healthy servers have had their visits and the silent one holds the run up. */
function inMidRun(signals: Signals): (child: ChildProcess) => void {
  const silentBefore = silent.connections;
  const sum = (of: "connections" | "open"): number =>
    [...lab.servers.values()].reduce((total, server) => total + server[of], 0);
  const before = sum("connections");
  // Two servers with two visits each, from which the run has gone.
  return sendWhen(
    () => silent.connections > silentBefore && sum("connections") - before >= 4 && sum("open") === 0,
    signals,
  );
}

describe("the command", () => {
  const run = (onStart: (child: ChildProcess) => void): Promise<Finished> =>
    runCommand(["silent.test", "healthy.test", ...asOptions(settings)], { onStart });
  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    test(`${signal} in mid-run: what was finished is reported, and the status is ${String(status)}`, async () => {
      const done = await run(inMidRun([signal]));
      assert.equal(done.status, status, done.stderr);
      assertReported(done);
    });
  }

  test("the same signal twice at once, as npm sends it, is one word", async () => {
    const done = await run(inMidRun(["SIGINT", "SIGINT"]));
    assert.equal(done.status, 130, done.stderr);
    assertReported(done);
  });
});

test("the Action: a cancelled run writes its reports and leaves the comment alone", async () => {
  const inputs = {
    ...settings,
    domains: "silent.test,healthy.test",
    "comment-summary-in-pr": "always",
    "github-token": "ghs_0123456789",
  };
  const done = await runAction(inputs, { onStart: inMidRun(["SIGINT"]) });
  assert.equal(done.status, 130);
  assertReported(done);
  assert.match(done.stdout, /^The run was cancelled, so there is no comment/m);
});

test("before anything is known: DNS does not answer, and nothing is claimed", async () => {
  const asked = lab.dns.asked.length;
  const onStart = sendWhen(
    () => lab.dns.asked.slice(asked).some(({ name }) => name === "mute.test"),
    ["SIGTERM"],
  );
  const done = await runCommand(["mute.test", ...asOptions(settings)], { onStart });
  assert.equal(done.status, 143, done.stderr);
  const report = readReport(done.folder, "report.json");
  assert.equal(report.result, "inconclusive");
  assert.deepEqual(codesOf(report), ["not-probed"]);
});

test("while a second look is waited for", async () => {
  lab.dns.set("later.test", undefined);
  const waiting = { ...settings, wait: "100" };
  const onStart = (child: ChildProcess): void => {
    child.stderr?.on("data", (text: string) => {
      if (text.includes("next look")) child.kill("SIGTERM");
    });
  };
  const done = await runCommand(["later.test", "healthy.test", ...asOptions(waiting)], { onStart });
  assert.equal(done.status, 143, done.stderr);
  assert.deepEqual(codesOf(readReport(done.folder, "report.json")).includes("domain-not-found"), true);
});

/** The moment at which the report is being written: the program sends itself the signal in the middle of it. */
const IN_MID_WRITE = (signals: Signals): string => `
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const { writeSync } = fs;
  let sent = false;
  fs.writeSync = (...words) => {
    if (!sent) for (const signal of ${JSON.stringify(signals)}) process.kill(process.pid, signal);
    sent = true;
    return writeSync(...words);
  };
  syncBuiltinESMExports();
`;

describe("during the writing of a report", () => {
  for (const signals of [["SIGTERM"], ["SIGINT", "SIGTERM"]] as const) {
    test(`${signals.join(" and then ")}: the files are the whole new ones or the former ones`, async () => {
      const folder = newFolder();
      for (const file of ["report.json", "junit.xml"]) writeFileSync(join(folder, file), "former");
      const done = await runCommand(["healthy.test", ...asOptions(settings)], {
        folder,
        preload: IN_MID_WRITE(signals),
      });
      // All is said and done by then: whether the status is the gate's or the signal's is a matter of luck.
      assert.ok([0, 130, 143].includes(done.status ?? -1), String(done.status));
      for (const file of ["report.json", "junit.xml"]) {
        const text = readFileSync(join(folder, file), "utf8");
        assert.ok(
          text === "former" || /^(?:\{[^]*\}|<\?xml[^]*<\/testsuites>)\s*$/.test(text),
          text.slice(-100),
        );
      }
      assert.deepEqual(filesBelow(folder), ["junit.xml", "report.json"]);
    });
  }
});

test("a second signal, later, ends at once: no report, and nothing half written", async () => {
  // Whoever reads the report does not read it, so that the run cannot end by itself.
  const done = await runCommand(["healthy.test", ...asOptions(settings)], {
    preload: `
      let started = false;
      process.stdout.write = () => {
        // However slow the machine is, two of them come more than a second apart.
        if (!started) setInterval(() => process.kill(process.pid, "SIGTERM"), 1500);
        started = true;
        return false;
      };
    `,
  });
  assert.equal(done.status, 143);
  assert.deepEqual(filesBelow(done.folder), ["junit.xml", "report.json"]);
});
