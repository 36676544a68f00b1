/** Lines that a person would type, run in a shell as they stand. */
import { spawn } from "node:child_process";
import { once } from "node:events";

/** What became of a line. */
export interface Said {
  readonly line: string;
  /** Exit status; null where the line had to be ended. */
  readonly status: number | null;
  /** Standard output and standard error, as they came. */
  readonly output: string;
  readonly seconds: number;
}

export type Shell = "dash" | "bash";

/** Octets of a line's output that are kept. */
const MOST_OCTETS = 200_000;

/** Ends a group of processes, where it has not ended by itself: its pipes are closed a moment later than it ends. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** Runs a line in a shell and ends it after so many seconds, with everything that it has started. */
export async function runLine(
  line: string,
  shell: Shell,
  timeoutSeconds: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const began = performance.now();
  const child = spawn(shell, ["-c", line], {
    // A group of its own, so that what the shell has started ends with it.
    detached: true,
    env: { PATH: process.env["PATH"], LC_ALL: "C", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString("latin1")).slice(0, MOST_OCTETS);
    });
  }
  let ended = false;
  const timer = setTimeout(() => {
    ended = true;
    if (pid !== undefined) endGroup(pid);
  }, timeoutSeconds * 1000);
  try {
    await once(child, "close");
  } finally {
    clearTimeout(timer);
  }
  const seconds = (performance.now() - began) / 1000;
  return { line, status: ended ? null : child.exitCode, output, seconds };
}
