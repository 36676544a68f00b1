/** dist/index.js as the runner starts it: annotations, summary, files, outputs, exit status. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { report as reportSchema } from "../../src/judge/schemas/report.ts";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { readJunit } from "../report/junit/structure.ts";
import { readIfThere, runAction } from "./bundle.ts";

let lab: Lab;
before(async () => {
  lab = await startLab({ only: ["healthy.test", "20-days-left.test", "expired.test", "one-of-four.test"] });
});
after(() => lab.close());

/** A thrown string, at a place that every run passes. */
const THROWS_A_STRING = `Date.prototype.toISOString = () => { throw "a string, not an Error"; };`;

describe("a run of the Action", () => {
  const cases = [
    { name: "passes", domains: "healthy.test", status: 0, gate: "open", result: "pass", level: undefined },
    {
      name: "warns",
      domains: "20-days-left.test",
      status: 0,
      gate: "open",
      result: "warn",
      level: "warning",
    },
    { name: "fails", domains: "expired.test", status: 1, gate: "closed", result: "fail", level: "error" },
    {
      name: "fails for one of four",
      domains: "one-of-four.test",
      status: 1,
      gate: "closed",
      result: "fail",
      level: "error",
    },
    {
      name: "is inconclusive where nothing resolves",
      domains: "healthy.test",
      settings: { "dns-server": "127.0.0.1:9", timeout: "1" },
      status: 1,
      gate: "closed",
      result: "inconclusive",
      level: "error",
    },
    {
      name: "lets an inconclusive run through where the workflow says so",
      domains: "healthy.test",
      settings: { "dns-server": "127.0.0.1:9", timeout: "1", "on-inconclusive": "warn" },
      status: 0,
      gate: "open",
      result: "inconclusive",
      level: "warning",
    },
  ] as const;
  for (const { name, domains, status, gate, result, level, ...more } of cases) {
    test(name, async () => {
      const settings = "settings" in more ? more.settings : {};
      const done = await runAction({ ...lab.settings, domains, ...settings });
      assert.equal(done.status, status, done.stdout + done.stderr);
      assert.equal(done.outputs["gate"], gate);
      assert.equal(done.outputs["result"], result);
      const report = reportSchema.parse(JSON.parse(readIfThere(done.folder, "mx-gate-report.json") ?? ""));
      assert.equal(report.result, result);
      assert.equal(done.outputs["failed"], String(report.counts.fail));
      assert.equal(done.outputs["passed"], String(report.counts.pass));
      const codes: unknown = JSON.parse(done.outputs["codes"] ?? "");
      assert.ok(Array.isArray(codes));
      readJunit(readIfThere(done.folder, "mx-gate-junit.xml") ?? "");
      assert.match(done.summary, new RegExp(domains.replaceAll(".", "\\.")));
      if (level === undefined)
        assert.deepEqual(
          done.annotations.filter((each) => each.level !== "notice"),
          [],
        );
      else
        assert.ok(
          done.annotations.some((each) => each.level === level),
          done.stdout,
        );
    });
  }
});

describe("what is wrong with the inputs is said, and nothing is probed", () => {
  const cases: readonly { name: string; inputs: Record<string, string>; says: RegExp }[] = [
    {
      name: "an unknown input",
      inputs: { domains: "healthy.test", "min-tls-versoin": "1.3" },
      says: /min-tls-versoin is not a setting\. Did you mean min-tls-version\?/,
    },
    {
      name: "an unknown value",
      inputs: { domains: "healthy.test", "min-tls-version": "1.9" },
      says: /"1\.9" is not a TLS version\. Allowed: 1\.0, 1\.1, 1\.2, 1\.3\./,
    },
    { name: "no domains", inputs: { domains: "" }, says: /There is nothing to test/ },
    {
      name: "a domain that is none",
      inputs: { domains: "exa mple" },
      says: /"exa mple" is not a domain name/,
    },
  ];
  for (const { name, inputs, says } of cases) {
    test(name, async () => {
      const asked = lab.dns.asked.length;
      const done = await runAction({ ...lab.settings, ...inputs });
      assert.equal(done.status, 1);
      assert.match(done.stdout, says);
      assert.ok(done.annotations.some(({ level }) => level === "error"));
      assert.match(done.summary, /^### Mail gate: closed — configuration error, nothing was probed\n\n- /);
      const { result, gate, passed, codes } = done.outputs;
      assert.deepEqual(
        { result, gate, passed, codes },
        { result: "skip", gate: "closed", passed: "0", codes: "[]" },
      );
      assert.equal(lab.dns.asked.length, asked);
      assert.equal(readIfThere(done.folder, "mx-gate-report.json"), undefined);
    });
  }
});

test("a thrown non-Error fails the step: a gate fails closed", async () => {
  const done = await runAction({ ...lab.settings, domains: "healthy.test" }, { preload: THROWS_A_STRING });
  assert.equal(done.status, 1);
  assert.match(done.stdout, /::error .*this is a bug/);
  assert.match(done.stdout, /a string, not an Error/);
  assert.equal(done.outputs["gate"], "closed");
});

test("an input that the runner passes empty is unset", async () => {
  const done = await runAction({
    ...lab.settings,
    domains: "healthy.test",
    "helo-name": "",
    "report-file": "",
  });
  assert.equal(done.status, 0, done.stdout);
  assert.notEqual(readIfThere(done.folder, "mx-gate-report.json"), undefined);
});

test("files, summary and annotations are left out where that is asked", async () => {
  const off = { "junit-file": "none", "report-file": "none", summary: "false", annotations: "false" };
  const done = await runAction({ ...lab.settings, domains: "expired.test", ...off });
  assert.equal(done.status, 1);
  assert.equal(done.summary, "");
  assert.deepEqual(done.annotations, []);
  assert.equal(readIfThere(done.folder, "mx-gate-report.json"), undefined);
  assert.equal(readIfThere(done.folder, "mx-gate-junit.xml"), undefined);
  assert.equal(done.outputs["report-file"], "");
});

test("the token is masked first, and is in no file and no other line; SARIF is written where that is asked", async () => {
  const token = "ghs_0123456789";
  const asked = { "github-token": token, "sarif-file": "out/mail.sarif", "comment-summary-in-pr": "never" };
  const done = await runAction({ ...lab.settings, domains: "expired.test", ...asked });
  assert.equal(done.status, 1);
  assert.match(done.stdout, /^::add-mask::ghs_0123456789\n/);
  assert.equal(done.outputs["sarif-file"], "out/mail.sarif");
  const files = ["mx-gate-report.json", "mx-gate-junit.xml", "out/mail.sarif"].map(
    (file) => readIfThere(done.folder, file) ?? assert.fail(file),
  );
  for (const text of [...files, done.summary, done.stdout.replace(/^.*\n/, "")])
    assert.ok(!text.includes(token));
});
