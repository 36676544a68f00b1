/** dist/cli/index.js as a shell starts it: output, files, exit status. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { report as reportSchema } from "../../src/judge/schemas/report.ts";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { startRawServer } from "../support/tcp/raw-server.ts";
import { readIfThere, runCommandBundle } from "./bundle.ts";

let lab: Lab;
let options: readonly string[];
before(async () => {
  lab = await startLab({ only: ["healthy.test", "expired.test"] });
  options = Object.entries(lab.settings).map(([name, value]) => `--${name}=${value}`);
});
after(() => lab.close());

describe("exit status", () => {
  const cases: readonly {
    name: string;
    words: readonly string[];
    lab?: boolean;
    status: number;
    stdout?: RegExp;
    stderr?: RegExp;
  }[] = [
    { name: "0 where the gate is open", words: ["healthy.test"], lab: true, status: 0, stdout: /Gate open/ },
    {
      name: "1 where findings close it",
      words: ["check", "expired.test"],
      lab: true,
      status: 1,
      stdout: /Gate closed: 1 error/,
    },
    {
      name: "2 for an unknown option",
      words: ["healthy.test", "--min-tls-versoin", "1.3"],
      status: 2,
      stderr: /Did you mean --min-tls-version\?/,
    },
    {
      name: "2 for an unknown code",
      words: ["explain", "cert-expird"],
      status: 2,
      stderr: /^"cert-expird" is not a code, check or setting\. Did you mean cert-expired\?\n$/,
    },
    {
      name: "2 for a report that is not there",
      words: ["judge", "nowhere.json"],
      status: 2,
      stderr: /nowhere\.json does not exist\.\n1 error; nothing was judged\.\n$/,
    },
    {
      name: "3 where nothing could be seen",
      words: ["healthy.test", "--dns-server", "127.0.0.1:9", "--timeout", "1"],
      status: 3,
      stdout: /inconclusive/,
    },
    { name: "0 for help", words: ["--help"], status: 0, stdout: /--min-tls-version/ },
    { name: "0 for help where nothing is said", words: [], status: 0, stdout: /example\.com +test a domain/ },
    { name: "0 for the version", words: ["--version"], status: 0, stdout: /^mx-gate \d+\.\d+\.\d+\n$/ },
    {
      name: "0 for the page of a code",
      words: ["explain", "cert-expired"],
      status: 0,
      stdout: /^# cert-expired\n/,
    },
  ];
  for (const { name, words, lab: inLab = false, status, stdout, stderr } of cases) {
    test(name, async () => {
      const done = await runCommandBundle(inLab ? [...words, ...options] : words);
      assert.equal(done.status, status, done.stdout + done.stderr);
      if (stdout !== undefined) assert.match(done.stdout, stdout);
      if (stderr !== undefined) assert.match(done.stderr, stderr);
    });
  }
});

test("70 for a bug of ours, and nothing is claimed", async () => {
  const preload = `Date.prototype.toISOString = () => { throw "a string, not an Error"; };`;
  const done = await runCommandBundle(["healthy.test", ...options], { preload });
  assert.equal(done.status, 70);
  assert.match(done.stderr, /this is a bug[^]*a string, not an Error/);
});

test("--json prints the report and nothing else", async () => {
  const done = await runCommandBundle(["healthy.test", "--json", ...options]);
  const report = reportSchema.parse(JSON.parse(done.stdout));
  assert.equal(report.result, "pass");
  assert.equal(done.stderr, "");
});

test("a pipe gets no colour", async () => {
  const done = await runCommandBundle(["expired.test", ...options]);
  assert.doesNotMatch(done.stdout, /\u001b/);
});

test("judge changes verdicts without a packet, at the recorded time", async () => {
  const first = await runCommandBundle([
    "healthy.test",
    "expired.test",
    "--report-file",
    "report.json",
    ...options,
  ]);
  const file = join(first.folder, "report.json");
  const asked = lab.dns.asked.length;
  const again = await runCommandBundle(["judge", file, "--json", "--max-banner-seconds", "2"]);
  const before = reportSchema.parse(JSON.parse(readIfThere(first.folder, "report.json") ?? ""));
  const after = reportSchema.parse(JSON.parse(again.stdout));
  assert.deepEqual(after.counts, before.counts);
  assert.equal(after.judgedAt, before.judgedAt);
  const later = await runCommandBundle(["judge", file, "--at", "2126-01-01", "--json"]);
  const expired = reportSchema
    .parse(JSON.parse(later.stdout))
    .domains.flatMap((domain) =>
      domain.servers.flatMap((server) =>
        server.endpoints.flatMap((endpoint) => endpoint.checks.flatMap((check) => check.findings)),
      ),
    );
  assert.ok(expired.filter(({ code }) => code === "cert-expired").length >= 3);
  assert.equal(lab.dns.asked.length, asked);
});

test("SIGINT ends the run, and what was finished is reported", async () => {
  // A server that never greets: the run would wait for it.
  const silent = await startRawServer({ host: "127.0.0.1", port: 0 }, [{ pause: 30 }]);
  lab.dns.set("silent.test", { A: ["127.0.0.1"] });
  try {
    const words = [
      "silent.test",
      "healthy.test",
      ...options,
      "--port",
      String(silent.port),
      "--report-file",
      "report.json",
    ];
    const done = await runCommandBundle(words, {
      onStart: (child) => {
        const timer = setInterval(() => {
          if (silent.connections > 0) child.kill("SIGINT");
          if (silent.connections > 0 || child.exitCode !== null) clearInterval(timer);
        }, 20);
      },
    });
    assert.equal(done.status, 130, done.stdout + done.stderr);
    const report = reportSchema.parse(JSON.parse(readIfThere(done.folder, "report.json") ?? ""));
    assert.equal(report.result === "pass", false);
    assert.match(done.stdout, /not-probed/);
  } finally {
    await silent.close();
  }
});
