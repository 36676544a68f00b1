/**
 * The lanes that tests run in, by where they are and what they are called:
 *
 *     node test/lanes.ts quick    one process; nothing that starts a process or the lab, nothing that takes seconds
 *     node test/lanes.ts          that, and beside it everything else but test/mta and test/browser, a process for each file
 *     node test/lanes.ts mta      test/mta, a process for each file
 *
 * A test is slow in one of the folders below, or by its name: `x.slow.test.ts`. Exit status: that of the tests.
 */
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { finished } from "node:stream/promises";
import { run as runTests } from "node:test";
import { spec } from "node:test/reporters";
import { COMPILE_CACHE, ROOT } from "./support/run/locations.ts";

/** Folders whose tests start the product, or hostile peers, in processes of their own. */
const SLOW_FOLDERS = "action|faults|hostile|toolchain";

/** Patterns of files by lane. */
export const LANES = {
  quick: [`test/!(mta|browser|${SLOW_FOLDERS})/**/!(*.slow).test.ts`, "test/!(*.slow).test.ts"],
  slow: [
    `test/@(${SLOW_FOLDERS})/**/*.test.ts`,
    `test/!(mta|browser|${SLOW_FOLDERS})/**/*.slow.test.ts`,
    "test/*.slow.test.ts",
  ],
  mta: ["test/mta/**/*.test.ts"],
} as const;

type Lane = keyof typeof LANES;

interface Way {
  /** Files at once. */
  readonly atOnce: number;
  /** After so many milliseconds a test hangs: one on a machine with much other work takes minutes. */
  readonly timeout: number;
  /** Files that take longest, the longest first: begun last, each of them would run alone in the end. */
  readonly first: readonly string[];
}

/** How the lanes run that have a process for each file. */
export const WAYS: Readonly<Record<Exclude<Lane, "quick">, Way>> = {
  slow: { atOnce: 2, timeout: 600_000, first: [] },
  mta: {
    atOnce: 3,
    timeout: 1_500_000,
    // Beside the first two, which mostly wait and are late where a lab beside them computes, runs one that is no lab.
    first: [
      "senders.test.ts",
      "accuracy.test.ts",
      "openssl-chains.test.ts",
      "recipes.test.ts",
      "authenticated-oracles.test.ts",
      "product-facts.test.ts",
      "zone-oracle.test.ts",
    ],
  },
};

/** Numbers of tests by how they ended, as the reporter names them. */
type Sums = Readonly<Record<(typeof COUNTED)[number], number>>;
const COUNTED = ["tests", "pass", "fail", "cancelled", "skipped", "todo"] as const;

interface Done {
  readonly failed: boolean;
  readonly sums: Sums;
}

/** What node:test counts in a summary; failures are the rest. */
interface Counts {
  readonly tests: number;
  readonly passed: number;
  readonly cancelled: number;
  readonly skipped: number;
  readonly todo: number;
}

function sumsOf({ tests, passed, cancelled, skipped, todo }: Counts): Sums {
  return { tests, pass: passed, fail: tests - passed - cancelled - skipped - todo, cancelled, skipped, todo };
}

const PRELOAD = ["--import", new URL("support/run/compile-cache.ts", import.meta.url).href];

/** Runs the quick lane. @param atOnce what it prints comes at once; otherwise as a whole at its end */
async function runQuick(atOnce: boolean): Promise<Done> {
  const options = ["--test-timeout=600000", "--test-isolation=none"];
  const child = spawn(process.execPath, [...PRELOAD, "--test", ...options, ...LANES.quick], {
    cwd: ROOT,
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (atOnce) child.stdout.pipe(process.stdout);
  const ended = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve(status ?? 1));
  });
  const [output, status] = await Promise.all([text(child.stdout), ended]);
  if (!atOnce) process.stdout.write(output);
  const said = (name: string): number =>
    Number(new RegExp(`^(?:ℹ|#) ${name} (\\d+)$`, "m").exec(output)?.[1] ?? 0);
  const sums = Object.fromEntries(COUNTED.map((name) => [name, said(name)])) as Record<keyof Sums, number>;
  return { failed: status !== 0, sums };
}

/** Files in the order in which they are begun. */
export function inOrder(files: readonly string[], first: readonly string[]): string[] {
  const rank = (file: string): number => {
    const place = first.indexOf(basename(file));
    return place < 0 ? first.length : place;
  };
  return files.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

/** How many of the slowest files are named at the end. */
const NAMED = 10;

/** Runs a lane that has a process for each file. */
async function runFiles(lane: keyof typeof WAYS): Promise<Done> {
  const { atOnce, timeout, first } = WAYS[lane];
  const files = inOrder(globSync([...LANES[lane]], { cwd: ROOT }), first);
  const tests = runTests({
    files: files.map((file) => join(ROOT, file)),
    concurrency: atOnce,
    timeout,
    cwd: ROOT,
    execArgv: PRELOAD,
  });
  let failed = false;
  let sums: Sums = { tests: 0, pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0 };
  const seconds: [file: string, seconds: number][] = [];
  tests.on("test:summary", ({ file, duration_ms, success, counts }) => {
    failed ||= !success;
    if (file !== undefined) seconds.push([file.slice(ROOT.length + 1), duration_ms / 1000]);
    else sums = sumsOf(counts);
  });
  const shown = tests.compose(new spec());
  shown.pipe(process.stdout, { end: false });
  await finished(shown);
  const slowest = seconds.sort(([, one], [, other]) => other - one).slice(0, NAMED);
  process.stdout.write(
    `\nSlowest: ${slowest.map(([file, each]) => `${file} ${each.toFixed(0)} s`).join(", ")}\n`,
  );
  return { failed, sums };
}

if (import.meta.main) {
  const [wanted] = process.argv.slice(2);
  process.env["NODE_COMPILE_CACHE"] = COMPILE_CACHE;
  let done: Done[];
  if (wanted === "quick") done = [await runQuick(true)];
  else if (wanted === "mta") done = [await runFiles("mta")];
  else {
    done = await Promise.all([runQuick(false), runFiles("slow")]);
    const all = COUNTED.map(
      (name) => `ℹ ${name} ${String(done.reduce((sum, { sums }) => sum + sums[name], 0))}`,
    );
    process.stdout.write(`\nBoth lanes:\n${all.join("\n")}\n`);
  }
  if (done.some(({ failed }) => failed)) process.exitCode = 1;
}
