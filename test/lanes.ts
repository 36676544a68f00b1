/**
 * The lanes that tests run in, by where they are and what they are called:
 *
 *     node test/lanes.ts quick    one process; nothing that starts a process or the lab, nothing that takes seconds
 *     node test/lanes.ts          that, and beside it everything else but test/mta, a process for each file
 *
 * A test is slow in one of the folders below, or by its name: `x.slow.test.ts`. Exit status: that of the tests.
 */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { COMPILE_CACHE, ROOT } from "./support/run/locations.ts";

/** Folders whose tests start the product, or hostile peers, in processes of their own. */
const SLOW_FOLDERS = "action|faults|hostile|toolchain";

/** Patterns of files by lane. */
export const LANES = {
  quick: [`test/!(mta|${SLOW_FOLDERS})/**/!(*.slow).test.ts`, "test/!(*.slow).test.ts"],
  slow: [
    `test/@(${SLOW_FOLDERS})/**/*.test.ts`,
    `test/!(mta|${SLOW_FOLDERS})/**/*.slow.test.ts`,
    "test/*.slow.test.ts",
  ],
} as const;

type Lane = keyof typeof LANES;

const OPTIONS: Readonly<Record<Lane, readonly string[]>> = {
  quick: ["--test-isolation=none"],
  slow: ["--test-concurrency=2"],
};

/** After so many milliseconds a test hangs: one on a machine with much other work takes minutes. */
const TEST_TIMEOUT = "--test-timeout=600000";

/** Runs a lane. What it prints comes at once, or as a whole at its end. */
async function run(lane: Lane, atOnce: boolean): Promise<{ status: number; output: string }> {
  const preload = new URL("support/run/compile-cache.ts", import.meta.url).href;
  const words = ["--import", preload, "--test", TEST_TIMEOUT, ...OPTIONS[lane], ...LANES[lane]];
  const child = spawn(process.execPath, words, {
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
  return { status, output };
}

/** The last lines of both lanes in one, in the form in which node:test prints them. */
function sumsOf(outputs: readonly string[]): string {
  const numbers = (name: string): number[] =>
    outputs.map((output) => Number(new RegExp(`^(?:ℹ|#) ${name} (\\d+)$`, "m").exec(output)?.[1] ?? 0));
  return ["tests", "pass", "fail", "cancelled", "skipped", "todo"]
    .map((name) => `ℹ ${name} ${String(numbers(name).reduce((sum, each) => sum + each, 0))}\n`)
    .join("");
}

if (import.meta.main) {
  const lanes: readonly Lane[] = process.argv[2] === "quick" ? ["quick"] : ["quick", "slow"];
  const done = await Promise.all(lanes.map((lane) => run(lane, lane === lanes.at(-1))));
  if (lanes.length > 1) process.stdout.write(`\nBoth lanes:\n${sumsOf(done.map(({ output }) => output))}`);
  process.exitCode = Math.max(...done.map(({ status }) => status));
}
