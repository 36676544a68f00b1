/** Disks that are full, folders that take no file, and runner's files that are not there. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { openDoors } from "../support/run/doors.ts";
import {
  asOptions,
  filesBelow,
  readReport,
  runCommand,
  type FinishedAction,
} from "../support/run/product.ts";
import { newFolder } from "../support/run/folders.ts";

const doors = openDoors();
let lab: Lab;
before(async () => {
  lab = await startLab({ only: ["healthy.test", "expired.test"] });
});
after(() => lab.close());

const NO_SPACE = /no space left on device \(ENOSPC\)/;

/** What no fault of the surroundings may look like. */
function assertNoBug({ stdout, stderr }: { stdout: string; stderr: string }): void {
  assert.doesNotMatch(stdout + stderr, /this is a bug|unhandled|\n {4}at /i);
}

describe("a report that cannot be written takes nothing away from what was found, and is no success", () => {
  const locations = [
    { name: "the disk is full", path: "/dev/full", says: NO_SPACE },
    { name: "the folder is a file", path: "file/report", says: /not a directory \(ENOTDIR\)/ },
    { name: "the path is a folder", path: "folder", says: /illegal operation on a directory \(EISDIR\)/ },
    { name: "the system makes no files there", path: "/proc/mx-gate/report", says: /\(ENOENT\)/ },
    { name: "the name is too long", path: "x".repeat(300), says: /name too long \(ENAMETOOLONG\)/ },
  ] as const;
  const prepare = (): string => {
    const folder = newFolder();
    writeFileSync(join(folder, "file"), "");
    mkdirSync(join(folder, "folder"));
    return folder;
  };
  for (const kind of ["report-file", "junit-file", "sarif-file"] as const) {
    for (const { name, path, says } of kind === "report-file" ? locations : [locations[0]]) {
      test(`the command: ${kind}, ${name}`, async () => {
        const folder = prepare();
        const words = ["healthy.test", `--${kind}=${path}`, ...asOptions(lab.settings)];
        const done = await doors.runCommand(words, { folder });
        assertNoBug(done);
        assert.equal(done.status, 74, done.stderr);
        assert.match(done.stdout, /Gate open/);
        assert.match(done.stderr, says);
        assert.ok(done.stderr.startsWith(`${kind} ${path}`.slice(0, 80)), done.stderr);
        assert.deepEqual(filesBelow(folder), ["file"]);
      });
    }
    test(`the Action: ${kind}, the disk is full`, async () => {
      const done = await doors.runAction({ ...lab.settings, domains: "healthy.test", [kind]: "/dev/full" });
      assertNoBug(done);
      assert.equal(done.status, 1);
      assert.match(
        done.stdout,
        new RegExp(
          `^::error title=Mail gate%3A not written::${kind} /dev/full could not be written: no space`,
          "m",
        ),
      );
      assert.deepEqual([done.outputs["gate"], done.outputs[kind]], ["open", ""]);
      // The other reports are there.
      if (kind !== "report-file") assert.equal(readReport(done.folder).gate, "open");
      assert.match(done.summary, /healthy\.test/);
    });
  }

  test("a gate that findings close says so all the same", async () => {
    const words = ["expired.test", "--report-file=/dev/full", ...asOptions(lab.settings)];
    const done = await doors.runCommand(words);
    assert.equal(done.status, 1);
    assert.match(done.stdout, /Gate closed[^]*Exit 1/);
    assert.match(done.stderr, NO_SPACE);
  });

  test("the others are written, and the former one stays", async () => {
    const folder = newFolder();
    const settings = { ...lab.settings, "junit-file": "/dev/full", "report-file": "report.json" };
    const done = await doors.runCommand(["healthy.test", ...asOptions(settings)], { folder });
    assert.equal(done.status, 74);
    assert.equal(readReport(folder, "report.json").gate, "open");
    assert.match(done.stdout, /Reports: report\.json/);
    assert.doesNotMatch(done.stdout, /dev\/full/);
  });

  test("stdout is full", async () => {
    for (const words of [["healthy.test"], ["healthy.test", "--json"]]) {
      const done = await runCommand([...words, ...asOptions(lab.settings)], { shell: "exec >/dev/full" });
      assertNoBug(done);
      assert.equal(done.status, 74, done.stderr);
      assert.match(done.stderr, /^The report on stdout could not be written: no space left/m);
    }
    const help = await runCommand(["--help"], { shell: "exec >/dev/full" });
    assert.equal(help.status, 74);
    assert.match(help.stderr, NO_SPACE);
  });

  test("stdout and stderr are full, and a finding still closes the gate", async () => {
    const done = await runCommand(["expired.test", ...asOptions(lab.settings)], {
      shell: "exec >/dev/full 2>/dev/full",
    });
    assert.equal(done.status, 1);
  });
});

describe("a file that is asked for and cannot be read is an error of the configuration", () => {
  const cases = [
    {
      setting: "ca-file",
      is: /--ca-file folder cannot be read: illegal operation on a directory \(EISDIR\)/,
    },
    { setting: "config-file", is: /folder It cannot be read: illegal operation on a directory \(EISDIR\)/ },
  ] as const;
  for (const { setting, is } of cases) {
    test(setting, async () => {
      const folder = newFolder();
      mkdirSync(join(folder, "folder"));
      const done = await doors.runCommand(
        ["healthy.test", ...asOptions({ ...lab.settings, [setting]: "folder" })],
        {
          folder,
        },
      );
      assertNoBug(done);
      assert.equal(done.status, 2);
      assert.match(done.stderr, is);
    });
  }
  test("a report to judge again", async () => {
    const done = await doors.runCommand(["judge", "/"]);
    assertNoBug(done);
    assert.equal(done.status, 2);
    assert.match(done.stderr, /^\/ cannot be read: illegal operation on a directory/m);
  });
  test("the baseline", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "former.json"));
    writeFileSync(join(folder, "policy.yml"), "baseline: former.json\n");
    const settings = { ...lab.settings, "config-file": "policy.yml" };
    const done = await doors.runCommand(["healthy.test", ...asOptions(settings)], { folder });
    assert.equal(done.status, 2);
    assert.match(done.stderr, /former\.json cannot be read: illegal operation on a directory/);
  });
});

describe("the runner's files", () => {
  const run = (options: Parameters<typeof doors.runAction>[1], more: Record<string, string> = {}) =>
    doors.runAction({ ...lab.settings, domains: "healthy.test", ...more }, options);
  const cases: readonly {
    name: string;
    options: Parameters<typeof doors.runAction>[1];
    inputs?: Record<string, string>;
    status: number;
    says: RegExp;
    also?: (done: FinishedAction) => void;
  }[] = [
    {
      name: "no job summary: told, and people read the log",
      options: { without: ["GITHUB_STEP_SUMMARY"] },
      status: 0,
      says: /^::warning title=Mail gate%3A no job summary::There is no job summary: /m,
    },
    {
      name: "a job summary that is nowhere",
      options: { env: { GITHUB_STEP_SUMMARY: "/nowhere/summary.md" } },
      status: 0,
      says: /^::warning title=Mail gate%3A no job summary::There is no job summary: /m,
    },
    {
      name: "a job summary on a full disk",
      options: { env: { GITHUB_STEP_SUMMARY: "/dev/full" } },
      status: 0,
      says: /^::warning title=Mail gate%3A no job summary::There is no job summary: no space left on device/m,
      also: ({ outputs }) => assert.equal(outputs["gate"], "open"),
    },
    {
      name: "no outputs, where nobody asked for any: told",
      options: { without: ["GITHUB_OUTPUT"] },
      status: 0,
      says: /^There are no outputs: GITHUB_OUTPUT is not set\.$/m,
    },
    {
      name: "outputs that are nowhere: later steps would read none, so the step fails",
      options: { env: { GITHUB_OUTPUT: "/nowhere/output" } },
      status: 1,
      says: /^::error title=Mail gate%3A not written::The outputs could not be written: Missing file at path/m,
      also: ({ summary }) => assert.match(summary, /healthy\.test/),
    },
    {
      name: "outputs on a full disk",
      options: { env: { GITHUB_OUTPUT: "/dev/full" } },
      status: 1,
      says: /^::error title=Mail gate%3A not written::The outputs could not be written: no space left/m,
      also: ({ summary }) => assert.match(summary, /healthy\.test/),
    },
    {
      name: "an event that is not there",
      options: { env: { GITHUB_EVENT_PATH: "/nowhere/event.json" } },
      inputs: { "comment-summary-in-pr": "always", "github-token": "ghs_0123456789" },
      status: 0,
      says: /^::warning .*::There is no comment: the event of this run is not known \(GITHUB_EVENT_PATH: there is no such file\)\.$/m,
    },
  ];
  for (const { name, options, inputs, status, says, also } of cases) {
    test(name, async () => {
      const done = await run(options, inputs);
      assertNoBug(done);
      assert.equal(done.status, status, done.stdout);
      assert.match(done.stdout, says);
      assert.match(done.stdout, /Gate open/);
      assert.equal(readReport(done.folder).gate, "open");
      also?.(done);
    });
  }
  for (const [name, text, why] of [
    ["broken", '{"pull_request": {', "it is not JSON"],
    ["empty", "", "it is not JSON"],
    ["of another kind", "null", "it holds no event"],
    ["random octets", "\u0000\ufffd::error::x", "it is not JSON"],
  ] as const) {
    test(`an event that is ${name}: the gate stands, and there is no comment`, async () => {
      const event = join(newFolder(), "event.json");
      writeFileSync(event, text);
      const comment = { "comment-summary-in-pr": "always", "github-token": "ghs_0123456789" };
      const done = await run({ env: { GITHUB_EVENT_PATH: event } }, comment);
      assertNoBug(done);
      assert.equal(done.status, 0, done.stdout + done.stderr);
      assert.ok(done.stdout.includes(`(GITHUB_EVENT_PATH: ${why})`), done.stdout);
      assert.equal(done.outputs["gate"], "open");
    });
  }
  test("a workspace variable that leads nowhere changes nothing: paths are those of the folder of the step", async () => {
    const done = await run({ env: { GITHUB_WORKSPACE: "/nowhere" } });
    assert.equal(done.status, 0, done.stdout);
    assert.equal(readReport(done.folder).gate, "open");
  });
});

describe("a file is replaced whole or not at all", () => {
  test("through a link to where it leads, and a device stays a device", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "real.json"), "former");
    symlinkSync("real.json", join(folder, "link.json"));
    const settings = { ...lab.settings, "report-file": "link.json", "junit-file": "/dev/null" };
    const done = await doors.runCommand(["healthy.test", ...asOptions(settings)], { folder });
    assert.equal(done.status, 0, done.stderr);
    assert.equal(readReport(folder, "real.json").gate, "open");
    assert.equal(readFileSync("/dev/null", "utf8"), "");
    assert.deepEqual(filesBelow(folder), ["link.json", "real.json"]);
  });
});
