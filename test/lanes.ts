/**
 * The lanes that tests run in, by where they are and what they are called:
 *
 *     node test/lanes.ts quick    three processes; nothing that starts a process or the lab, nothing that takes seconds
 *     node test/lanes.ts          that, and beside it everything else but test/mta and test/browser, a process for each file
 *     node test/lanes.ts mta      test/mta, a process for each file
 *
 * A test is slow in one of the folders below, or by its name: `x.slow.test.ts`. Exit status: that of the tests.
 */
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
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
  slow: {
    atOnce: 2,
    timeout: 600_000,
    first: [
      "house.slow.test.ts",
      "crowd.test.ts",
      "shards.test.ts",
      "bounds.slow.test.ts",
      "signals.test.ts",
      "streams.test.ts",
      "writing.test.ts",
      "github-down.test.ts",
      "watchdog.test.ts",
    ],
  },
  mta: {
    atOnce: 3,
    timeout: 1_500_000,
    // Beside the first two, which mostly wait and are late where a lab beside them computes, run two that are no labs.
    first: [
      "senders.test.ts",
      "accuracy.test.ts",
      "openssl-chains.test.ts",
      "zone-oracle.test.ts",
      "recipes.test.ts",
      "authenticated-oracles.test.ts",
      "product-sts.test.ts",
      "product-facts.test.ts",
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

/** Processes of the quick lane, each with a part of its files. */
const PARTS = 3;

/** Files of the quick lane that take longest: dealt first, so that no part has most of them. */
export const LONGEST: readonly string[] = [
  "recorded/bounds.test.ts",
  "judge/codes.test.ts",
  "observe/endpoint-bounds.test.ts",
  "recorded/merge.test.ts",
  "observe/dns/wire.test.ts",
  "report/terminal/terminal.test.ts",
];

/** Deals files to parts, to and fro: each part has the longer one of two as often. */
export function dealt(files: readonly string[], parts: number): string[][] {
  const round = [...Array(parts).keys()];
  const turns = [...round, ...round.toReversed()];
  return round.map((part) => files.filter((_, index) => turns[index % turns.length] === part));
}

/** Runs files in one process. @param shown what it prints comes at once, and not only in `output` */
async function runTogether(
  files: readonly string[],
  shown: boolean,
): Promise<{ readonly done: Done; readonly output: string }> {
  const options = ["--test-timeout=600000", "--test-isolation=none"];
  const child = spawn(process.execPath, [...PRELOAD, "--test", ...options, ...files], {
    cwd: ROOT,
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (shown) child.stdout.pipe(process.stdout, { end: false });
  const ended = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve(status ?? 1));
  });
  const [output, status] = await Promise.all([text(child.stdout), ended]);
  const said = (name: string): number =>
    Number(new RegExp(`^(?:ℹ|#) ${name} (\\d+)$`, "m").exec(output)?.[1] ?? 0);
  const sums = Object.fromEntries(COUNTED.map((name) => [name, said(name)])) as Record<keyof Sums, number>;
  return { done: { failed: status !== 0, sums }, output };
}

/** Runs the quick lane, its parts beside each other. @param shown what the first part prints comes at once */
async function runQuick(shown: boolean): Promise<Done[]> {
  const files = inOrder(globSync([...LANES.quick], { cwd: ROOT }), LONGEST);
  const parts = dealt(files, PARTS).map((part, index) => runTogether(part, shown && index === 0));
  const done: Done[] = [];
  for (const [index, part] of parts.entries()) {
    const ended = await part;
    if (!shown || index > 0) process.stdout.write(ended.output);
    done.push(ended.done);
  }
  return done;
}

/** Files in the order in which they are begun. */
export function inOrder(files: readonly string[], first: readonly string[]): string[] {
  const rank = (file: string): number => {
    const place = first.findIndex((name) => `/${file}`.endsWith(`/${name}`));
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
  const shown = tests.pipe(new spec());
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
  if (wanted === "quick") done = await runQuick(true);
  else if (wanted === "mta") done = [await runFiles("mta")];
  else done = (await Promise.all([runQuick(false), runFiles("slow")])).flat();
  if (done.length > 1) {
    const all = COUNTED.map(
      (name) => `ℹ ${name} ${String(done.reduce((sum, { sums }) => sum + sums[name], 0))}`,
    );
    process.stdout.write(`\nAll together:\n${all.join("\n")}\n`);
  }
  if (done.some(({ failed }) => failed)) process.exitCode = 1;
}
