/** The files of docs/ci: each is of the form that its system reads, and its commands do here what they say. */
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { describe, test } from "node:test";
import { parseDocument } from "yaml";
import { COMMANDS, type CiResults } from "./ci-scenes.ts";
import { sceneOf } from "./reach-stage.ts";
import { ROOT, textOf } from "./recipe-document.ts";

interface Expected {
  /** Statuses of the file's commands. */
  readonly statuses: readonly number[];
  /** What has to be there afterwards. */
  readonly files?: readonly string[];
}

const PIPELINES: Readonly<Record<string, Expected>> = {
  "docs/ci/Jenkinsfile": { statuses: [0], files: ["./mx-gate-junit.xml", "./mx-gate-report.json"] },
  "docs/ci/forgejo.yml": { statuses: [0], files: ["./mx-gate-report.json"] },
  "docs/ci/azure-pipelines.yml": { statuses: [0], files: ["./mx-gate-junit.xml", "./mx-gate-report.json"] },
  "docs/ci/circleci.yml": { statuses: [0], files: ["./reports/mail/junit.xml", "./reports/report.json"] },
  "docs/ci/woodpecker.yml": { statuses: [0], files: ["./mx-gate-report.json"] },
  "docs/ci/mx-gate.cron": { statuses: [0], files: ["./report.json"] },
  "docs/ci/mx-gate.service": { statuses: [0], files: ["./report.json"] },
  "docs/ci/gitlab.yml": {
    statuses: [0, 0, 0],
    files: ["./mx-gate-codequality.json", "./mx-gate-junit.xml"],
  },
  // The interpreter takes `allow_failure: exit_codes` for any status; what the job ended with is in its last line.
  "docs/ci/gitlab.yml, closed": { statuses: [0, 0, 0] },
};

const MONITORING: Readonly<Record<string, Expected>> = {
  "docs/ci/check_mx_gate, ok": { statuses: [0] },
  "docs/ci/check_mx_gate, warning": { statuses: [1] },
  "docs/ci/check_mx_gate, critical": { statuses: [2] },
  "docs/ci/check_mx_gate, unknown": { statuses: [3] },
  "docs/ci/checkmk_local": { statuses: [0] },
};

const pipelines = sceneOf<CiResults>("ci files");
const monitoring = sceneOf<CiResults>("ci files of monitoring");

for (const [scene, expected] of [
  [pipelines, PIPELINES],
  [monitoring, MONITORING],
] as const) {
  describe("the commands of each file, run as they stand there", () => {
    for (const [name, { statuses, files = [] }] of Object.entries(expected)) {
      test(`${name}: ${statuses.join(", ")}`, () =>
        scene.holds((results) => {
          const result = results[name] ?? assert.fail("it was not run");
          assert.deepEqual(result.statuses, statuses, result.said);
          for (const file of files) assert.ok(result.files.includes(file), result.files.join("\n"));
        }));
    }

    test("nothing else was run", () =>
      scene.holds((results) => {
        assert.deepEqual(Object.keys(results).sort(), Object.keys(expected).sort());
      }));
  });
}

test("a merge request shows what GitLab is told: a finding where the gate is closed, none where it is open", () =>
  pipelines.holds((results) => {
    const [closed = "", open = ""] = ["docs/ci/gitlab.yml, closed", "docs/ci/gitlab.yml"].map(
      (name) => results[name]?.said,
    );
    assert.match(closed, /"check_name":"domain-not-found"/);
    assert.match(closed, /^mail finished in .* FAIL 1/m);
    assert.doesNotMatch(open, /"check_name":"domain-not-found"/);
    assert.match(open, /^ PASS {2}mail$/m);
  }));

test("cron mails nothing while all is well", () =>
  pipelines.holds((results) => {
    assert.equal(results["docs/ci/mx-gate.cron"]?.said, "");
  }));

test("the plugin says its state in the first line, and Checkmk gets one line for each domain", () =>
  monitoring.holds((results) => {
    for (const state of ["ok", "warning", "critical", "unknown"]) {
      const said = results[`docs/ci/check_mx_gate, ${state}`]?.said ?? "";
      assert.ok(said.startsWith(`MAIL ${state.toUpperCase()}: `), said);
    }
    const lines = (results["docs/ci/checkmk_local"]?.said ?? "").trim().split("\n");
    assert.deepEqual(
      lines.map((line) => line.split(" MAIL")[0]),
      ['0 "Mail example.com" -', '0 "Mail example.org" -'],
    );
  }));

test("every YAML file is one that the parser takes without a warning", () => {
  for (const file of globSync(["docs/ci/*.yml", "templates/*.yml"], { cwd: ROOT })) {
    for (const text of textOf(file).split(/^---$/m)) {
      const { errors, warnings } = parseDocument(text);
      assert.deepEqual([...errors, ...warnings], [], file);
    }
  }
});

test("every file of docs/ci is run, or its page says that it was not tried", () => {
  const untried = textOf("docs/not-tried.md");
  for (const file of globSync("docs/ci/*", { cwd: ROOT, exclude: ["docs/ci/README.md"] })) {
    const known = Object.keys({ ...COMMANDS, ...PIPELINES, ...MONITORING });
    assert.ok(known.some((name) => name.split(",")[0] === file) || untried.includes(file), file);
  }
});
