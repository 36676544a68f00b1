/**
 * How long the command takes to start: `--version`, `explain`, and a run that asks DNS alone, each beside `node -e 0`. All
 * are started in turns, so that what else the machine does comes to all of them. It is the bundle that is measured:
 * npm run build
 *
 *     node bench/start.ts [ROUNDS]
 *
 * Exit: 0 where the medians of wall time and of processor time are within their bars.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { startDnsServer } from "../test/support/dns/zone-server.ts";
import { tell } from "./figure.ts";

const ROUNDS = Number(process.argv[2] ?? 20);
const COMMAND = join(import.meta.dirname, "..", "dist", "cli", "index.js");
const ZONES = {
  "start.example": { MX: [[10, "mx.start.example"]] },
  "mx.start.example": { A: ["198.41.0.4"] },
} as const;

const folder = mkdtempSync(join(tmpdir(), "mx-gate-bench-"));
/** Loaded before each of them, the bare one as well: writes the processor time, in microseconds, at the end. */
const watch = join(folder, "watch.cjs");
writeFileSync(
  watch,
  'process.on("exit", () => { const { user, system } = process.cpuUsage(); require("node:fs").writeSync(2, `\\n${user + system}`); });',
);

interface Taken {
  readonly wall: number;
  readonly processor: number;
}

/** Starts Node with these words and takes the time until it is over, in milliseconds. */
async function take(words: readonly string[]): Promise<Taken> {
  const started = performance.now();
  // No CI: there the command keeps no compiled code. The folder for it is one of this program.
  const env = { PATH: process.env["PATH"], HOME: folder };
  const child = spawn(process.execPath, ["--require", watch, ...words], {
    cwd: folder,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [said] = await Promise.all([text(child.stderr), once(child, "exit")]);
  if (child.exitCode !== 0) throw new Error(`${words.join(" ")}: exit ${String(child.exitCode)}\n${said}`);
  return { wall: performance.now() - started, processor: Number(said.split("\n").at(-1)) / 1000 };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[at] ?? NaN) : ((sorted[at - 1] ?? NaN) + (sorted[at] ?? NaN)) / 2;
}

const server = await startDnsServer({ ".": { NS: ["ns.start.example"] }, ...ZONES });
const probe = ["start.example", "--checks=mx", `--dns-server=${server.address}`, "--allow-private-addresses"];
const BARE = { name: "node -e 0", words: ["-e", "0"] };
const MEASURED = [
  { name: "mx-gate --version", words: [COMMAND, "--version"], bar: 1.6 },
  { name: "mx-gate explain cert-expired", words: [COMMAND, "explain", "cert-expired"], bar: 1.6 },
  { name: "mx-gate start.example --checks=mx", words: [COMMAND, ...probe], bar: 2 },
];
const all = [BARE, ...MEASURED];
const taken = new Map<string, Taken[]>(all.map(({ name }) => [name, []]));
// Once before: the second start of a program is the usual one.
for (const { words } of all) await take(words);
for (let round = 0; round < ROUNDS; round++) {
  for (const { name, words } of all) taken.get(name)?.push(await take(words));
}
await server.close();
rmSync(folder, { recursive: true });

for (const [unit, kind] of [
  ["wall time", "wall"],
  ["processor time", "processor"],
] as const) {
  const of = (name: string): number => median((taken.get(name) ?? []).map((each) => each[kind]));
  const bare = of(BARE.name);
  for (const { name, bar } of MEASURED) {
    const measured = of(name);
    tell({
      what: `${name}: ${unit}, median of ${String(ROUNDS)}`,
      measured: `${measured.toFixed(1)} ms`,
      beside: `${bare.toFixed(1)} ms for ${BARE.name}`,
      ratio: measured / bare,
      bar,
    });
  }
}
