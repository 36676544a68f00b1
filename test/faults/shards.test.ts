/** Shards as processes of their own: together they say what one run says; where one was killed, the gate says so. */
import assert from "node:assert/strict";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Report } from "../../src/judge/report.ts";
import { ownerOf } from "../../src/observe/load/owner.ts";
import { verdicts } from "../recorded/shard-rounds.ts";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { startRawServer, type RawServer } from "../support/tcp/raw-server.ts";
import {
  asOptions,
  codesOf,
  readReport,
  runAction,
  runCommand,
  type Finished,
} from "../support/run/product.ts";
import { newFolder } from "../support/run/folders.ts";

const DOMAINS = ["healthy.test", "expired.test", "one-of-four.test", "20-days-left.test"];
const OF = 3;
const NUMBERS = [1, 2, 3];
const fileOf = (index: number): string => `mx-gate-shard-${String(index)}-of-${String(OF)}.ndjson`;

let lab: Lab;
/** Takes connections and never greets. */
let silent: RawServer;
before(async () => {
  lab = await startLab({ only: DOMAINS });
  silent = await startRawServer({ host: "127.0.0.1", port: 0 }, [{ pause: 50 }]);
  lab.dns.set("silent.test", { MX: [[10, "mx.silent.test"]] });
  lab.dns.set("mx.silent.test", { A: ["127.0.0.1"] });
});
after(async () => {
  await silent.close();
  await lab.close();
});

const settingsFor = (domains: readonly string[]): Record<string, string> => ({
  ...lab.settings,
  domains: domains.join("\n"),
  "connect-to": `mx.silent.test:${String(lab.port)}:127.0.0.1:${String(silent.port)}`,
});

interface ShardRun {
  readonly domains: readonly string[];
  readonly index: number;
  readonly folder: string;
  /** Killed once its file has a line. */
  readonly killed?: boolean;
}

function runShard({ domains, index, folder, killed = false }: ShardRun): Promise<Finished> {
  const shard = `${String(index)}/${String(OF)}`;
  const file = join(folder, fileOf(index));
  return runCommand(["check", ...asOptions({ ...settingsFor(domains), shard, "fail-on": "never" })], {
    folder,
    onStart: (child) => {
      if (!killed) return;
      const timer = setInterval(() => {
        const begun = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
        if (begun) child.kill("SIGKILL");
        if (begun || child.exitCode !== null) clearInterval(timer);
      }, 20);
    },
  });
}

/** All of them, one behind the other: the machine has few cores. */
async function runShards(domains: readonly string[], killed?: number): Promise<string> {
  const folder = newFolder();
  for (const index of NUMBERS) {
    const done = await runShard({ domains, index, folder, killed: index === killed });
    assert.equal(done.status, index === killed ? null : 0, done.stdout + done.stderr);
  }
  return folder;
}

/** What shard-missing says. */
function said({ findings }: Report): string[] {
  return findings.filter(({ code }) => code === "shard-missing").map(({ message }) => message);
}

describe("shards as processes", () => {
  let folder = "";
  before(async () => {
    folder = await runShards(DOMAINS);
  });

  test("say together what one run says, and give the same status", async () => {
    const whole = await runCommand(
      ["check", ...asOptions({ ...settingsFor(DOMAINS), "report-file": "whole.json" })],
      {},
    );
    const judged = await runCommand(
      ["judge", ...NUMBERS.map(fileOf), "--report-file", "report.json", "--config-file", "none"],
      { folder },
    );
    assert.equal(judged.status, whole.status, judged.stdout + judged.stderr);
    const report = readReport(folder, "report.json");
    assert.deepEqual(said(report), []);
    assert.deepEqual(verdicts(report), verdicts(readReport(whole.folder, "whole.json")));
  });

  test("the Action judges them by pattern, with one summary and its own outputs", async () => {
    const done = await runAction({ reports: "*.ndjson", "fail-on": "never" }, { folder });
    assert.equal(done.status, 0, done.stdout + done.stderr);
    assert.equal(done.outputs["gate"], "open");
    assert.ok(!codesOf(readReport(done.folder, "mx-gate-report.json")).includes("shard-missing"));
    for (const domain of DOMAINS) assert.ok(done.summary.includes(domain), domain);
  });

  test("one that is not there closes the gate of the Action", async () => {
    renameSync(join(folder, fileOf(2)), join(folder, "elsewhere"));
    const done = await runAction({ reports: "*.ndjson", "on-inconclusive": "ignore" }, { folder });
    renameSync(join(folder, "elsewhere"), join(folder, fileOf(2)));
    assert.equal(done.status, 1);
    const report = readReport(done.folder, "mx-gate-report.json");
    assert.match(said(report).join("\n"), /^Shard 2 of 3 is missing: \d of 4 domains/);
  });

  test("a file that is not what its header says is refused", async () => {
    const text = readFileSync(join(folder, fileOf(1)), "utf8");
    writeFileSync(join(folder, "changed.ndjson"), text.replaceAll('"index":1,"of":3', '"index":3,"of":3'));
    const done = await runCommand(["judge", "changed.ndjson", "--config-file", "none"], { folder });
    rmSync(join(folder, "changed.ndjson"));
    assert.equal(done.status, 2, done.stdout);
    assert.match(done.stderr, /does not belong to shard 3 of 3/);
  });

  test("beside domains are an error: nothing would be probed", async () => {
    const done = await runAction({ reports: "*.ndjson", domains: "healthy.test" }, { folder });
    assert.equal(done.status, 1);
    assert.match(done.stdout, /domains does not go with reports: nothing is probed/);
  });
});

test("a shard that was killed is told, and all is well once it has run again", async () => {
  const domains = [...DOMAINS.slice(0, 2), "silent.test"];
  const killed = ownerOf("mx.silent.test", OF);
  const folder = await runShards(domains, killed);
  const words = ["judge", ...NUMBERS.map(fileOf), "--report-file", "report.json", "--config-file", "none"];
  const judged = await runCommand(words, { folder });
  assert.equal(judged.status, 1, judged.stdout + judged.stderr);
  assert.match(
    said(readReport(folder, "report.json")).join("\n"),
    new RegExp(`^Shard ${String(killed)} of 3 was cut off before the end: \\d of 3 domains`),
  );
  await runCommand([...words, "--allow-partial"], { folder });
  const [notice] = readReport(folder, "report.json").findings;
  assert.deepEqual([notice?.code, notice?.severity], ["shard-missing", "notice"]);
  // Now the server answers: nothing is there, and that is seen.
  await silent.close();
  await runShard({ domains, index: killed, folder });
  await runCommand(words, { folder });
  assert.deepEqual(said(readReport(folder, "report.json")), []);
});

test("reports that match nothing are an error", async () => {
  const done = await runAction({ reports: "none/*.json" });
  assert.equal(done.status, 1);
  assert.match(done.stdout, /reports: none\/\*\.json matches no file/);
});

test("a shard without a file is an error", async () => {
  const done = await runAction({ domains: "healthy.test", shard: "1/2", "report-file": "none" });
  assert.equal(done.status, 1);
  assert.match(done.stdout, /report-file is none, but a shard is merged from the file that it writes/);
});
