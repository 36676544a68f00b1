/** Runs the built command (dist/cli) in a process of its own and reports what it took. Needs `npm run build`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

export const MEGABYTE = 1_000_000;

const COMMAND = join(import.meta.dirname, "..", "dist", "cli", "index.js");
/** Prints at the end what the process has taken, in kilobytes and microseconds. */
const WATCH = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); process.stderr.write(`\\n${maxRSS} ${userCPUTime + systemCPUTime}`); });',
)}`;

/** What one run of the command took. */
export interface Figures {
  readonly exitCode: number | null;
  readonly seconds: number;
  readonly processorSeconds: number;
  /** Highest resident size, in octets. */
  readonly memory: number;
}

/** Runs the command with these words in a folder, its output discarded. */
export async function measureCommand(folder: string, words: readonly string[]): Promise<Figures> {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", WATCH, COMMAND, ...words], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [said] = await Promise.all([text(child.stderr), once(child, "exit")]);
  const seconds = (performance.now() - started) / 1000;
  const [memory = 0, processor = 0] = (said.split("\n").at(-1) ?? "").split(" ").map(Number);
  return { exitCode: child.exitCode, seconds, processorSeconds: processor / 1e6, memory: memory * 1024 };
}

/** The figures in words: wall time, processor time, memory. */
export function figureWords({ seconds, processorSeconds, memory }: Figures): string {
  return [
    `${seconds.toFixed(1)} s`,
    `${processorSeconds.toFixed(2)} s of processor time`,
    `${(memory / MEGABYTE).toFixed(0)} MB at its highest`,
  ].join(" · ");
}
