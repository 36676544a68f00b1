/** Readers of the output that leave, sleep, or were never there. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { report as reportSchema } from "../../src/judge/schemas/report.ts";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { COMPILE_CACHE, SOURCES } from "../support/run/locations.ts";
import { asOptions, readReport, runCommand } from "../support/run/product.ts";
import { newFolder } from "../support/run/folders.ts";

const CLI = join(SOURCES, "cli.ts");
const ENVIRONMENT = { PATH: process.env["PATH"] ?? "", NODE_COMPILE_CACHE: COMPILE_CACHE };

let lab: Lab;
let words: string[];
before(async () => {
  lab = await startLab({ only: ["healthy.test", "expired.test"] });
  words = [...asOptions(lab.settings), "--report-file=report.json"];
});
after(() => lab.close());

/** Runs a line of shell in which `mx-gate` is the program; prints the exit status of each part of the pipe. */
async function pipe(line: string, folder = newFolder()) {
  const child = spawn(
    "bash",
    [
      "-c",
      `mx-gate() { "$NODE" "$CLI" "$@"; }; ${line}; printf 'status %s\\n' "\${PIPESTATUS[*]}"`,
      "bash",
      ...words,
    ],
    {
      cwd: folder,
      env: { ...ENVIRONMENT, NODE: process.execPath, CLI },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr, folder };
}

describe("a reader who leaves changes nothing of the gate", () => {
  const cases = [
    { name: "after the first line", line: 'mx-gate healthy.test "$@" | head -n 1', status: "0 0" },
    { name: "at once", line: 'mx-gate healthy.test "$@" | true', status: "0 0" },
    { name: "in mid-JSON", line: 'mx-gate healthy.test --json "$@" | head -c 10', status: "0 0" },
    { name: "of a failing run", line: 'mx-gate expired.test "$@" | head -n 1', status: "1 0" },
    { name: "of stderr", line: 'mx-gate healthy.test --verbose "$@" 2>&1 >/dev/null | true', status: "0 0" },
    { name: "of the help", line: "mx-gate --help | head -n 1", status: "0 0" },
  ];
  for (const { name, line, status } of cases) {
    test(name, async () => {
      const done = await pipe(line);
      assert.equal(done.stderr, "");
      assert.ok(done.stdout.endsWith(`status ${status}\n`), done.stdout);
      if (!line.includes("--help")) assert.notEqual(readReport(done.folder, "report.json").score, null);
    });
  }
});

test("stdin, stdout and stderr that are closed from the start", async () => {
  const done = await runCommand(["expired.test", ...words], { shell: "exec <&- >&- 2>&-" });
  assert.equal(done.status, 1);
  assert.equal(readReport(done.folder, "report.json").gate, "closed");
});

test("a slow reader gets all of it", async () => {
  const child = spawn(process.execPath, [CLI, "healthy.test", "expired.test", "--json", ...words], {
    cwd: newFolder(),
    env: ENVIRONMENT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pieces: string[] = [];
  for await (const piece of child.stdout.setEncoding("utf8")) {
    pieces.push(String(piece));
    await sleep(50);
  }
  assert.equal(reportSchema.parse(JSON.parse(pieces.join(""))).domains.length, 2);
});
