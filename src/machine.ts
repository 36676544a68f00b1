/** This machine and this process, as both doors see them. */
import { randomBytes } from "node:crypto";
import { hostname, networkInterfaces } from "node:os";
import { setFlagsFromString } from "node:v8";
import type { Machine } from "./host.ts";

/** The machine that the program runs on. */
export function thisMachine(): Machine {
  return {
    name: hostname(),
    interfaces: networkInterfaces(),
    random: () => randomBytes(4).readUInt32BE() / 2 ** 32,
  };
}

/**
 * Keeps V8's young generation as small as it starts: it would grow to 48 MB and more in a process that mostly waits,
 * and scavenging a little more often costs less than memory that others on the runner need.
 */
export function keepMemorySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}

/** Signals that end a run early, with the exit status that shells give them (128 + number). */
const ENDING_SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export interface Interruption {
  readonly signal: AbortSignal;
  /** Exit status for an interrupted run; undefined as long as nothing has come. */
  exitStatus(): number | undefined;
}

/** Listens for signals: the first one lets the run end and report what it has, the second one ends at once. */
export function watchSignals(process: NodeJS.Process): Interruption {
  const controller = new AbortController();
  let status: number | undefined;
  for (const [name, code] of Object.entries(ENDING_SIGNALS)) {
    process.on(name, () => {
      if (status !== undefined) process.exit(code);
      status = code;
      controller.abort();
    });
  }
  return { signal: controller.signal, exitStatus: () => status };
}
