/** This machine and this process, as both doors see them. */
import { randomFillSync } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { hostname, networkInterfaces, type NetworkInterfaceInfo } from "node:os";
import { setFlagsFromString } from "node:v8";
import type { Clock } from "./clock.ts";

/** The machine that the program runs on. */
export function thisMachine(): Machine {
  return {
    name: hostname(),
    interfaces: networkInterfaces(),
    random: createRandom(),
    filesLeft: filesLeft(),
    resolvConf: readResolvConf(),
  };
}

/** Numbers in [0, 1) that nobody can foresee, each used once: the system is asked for many together. */
function createRandom(): () => number {
  const numbers = new Uint32Array(256);
  let next = numbers.length;
  return () => {
    if (next === numbers.length) {
      randomFillSync(numbers);
      next = 0;
    }
    const number = numbers[next] ?? 0;
    numbers[next++] = 0;
    return number / 2 ** 32;
  };
}

/**
 * Keeps V8 from taking memory that others on the runner need. Its young generation stays as small as it starts: it would
 * grow to 48 MB and more in a process that mostly waits, and scavenging a little more often costs less. And it collects
 * the old one when that has grown by so many per cent, in place of up to three times: with it go the certificates and
 * connections of OpenSSL's that nothing refers to any more, of which V8 does not know what they take.
 *
 * Its last compiler waits until a function was called thirty times as often as it would have: for most functions it takes
 * more time than it saves while a run lasts, in threads of its own and with the memory that it needs.
 */
export function keepMemorySmall(): void {
  setFlags(
    "--semi-space-growth-factor=1",
    "--heap-growing-percent=30",
    "--invocation-count-for-turbofan=100000",
  );
}

/**
 * Lets the old generation of V8 grow by more before it is collected, in a process that opens no connections: what it keeps it
 * keeps to its end, so that to look at all of it again and again takes a sixth of its time and frees little.
 */
export function collectLessOften(): void {
  setFlags("--heap-growing-percent=60");
}

/** Sets flags of V8 in Node 24. Another version may not know them, and would say so on standard error. */
function setFlags(...flags: readonly string[]): void {
  if (!process.versions.v8.startsWith("13.6.")) return;
  for (const flag of flags) setFlagsFromString(flag);
}

function readResolvConf(): string | undefined {
  try {
    return readFileSync("/etc/resolv.conf", "utf8");
  } catch {
    return undefined;
  }
}

/** What the limit of open files (`ulimit -n`) leaves; known on Linux only. */
function filesLeft(): number | undefined {
  try {
    const limit = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1];
    return limit === undefined ? undefined : Number(limit) - readdirSync("/proc/self/fd").length;
  } catch {
    return undefined;
  }
}

/** Signals that end a run early, with the exit status that shells give them (128 + number). */
const ENDING_SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export interface Interruption {
  readonly signal: AbortSignal;
  /** Exit status for an interrupted run; undefined as long as nothing has come. */
  exitStatus(): number | undefined;
}

/**
 * Seconds in which the same signal again is the same word: a terminal sends Ctrl-C to every process, and npm hands it
 * on to the program that it has started, which then gets it twice.
 */
const ECHO_SECONDS = 1;

/** Listens for signals: the first one lets the run end and report what it has, the second one ends at once. */
export function watchSignals(
  process: Pick<NodeJS.Process, "on" | "exit">,
  { monotonic }: Pick<Clock, "monotonic">,
): Interruption {
  const controller = new AbortController();
  let first: { readonly code: number; readonly at: number } | undefined;
  for (const [name, code] of Object.entries(ENDING_SIGNALS)) {
    process.on(name, () => {
      if (first === undefined) {
        first = { code, at: monotonic() };
        controller.abort(name);
      } else if (first.code !== code || monotonic() - first.at > ECHO_SECONDS) process.exit(code);
    });
  }
  return { signal: controller.signal, exitStatus: () => first?.code };
}

/** The machine that the run takes place on. */
export interface Machine {
  /** Its own name. */
  readonly name: string;
  readonly interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
  /** A number in [0, 1) that nobody can foresee. */
  readonly random: () => number;
  /** Files and sockets that this process may still open; undefined where the system does not say. */
  readonly filesLeft?: number | undefined;
  /** Text of resolv.conf (5); undefined where there is none. */
  readonly resolvConf?: string | undefined;
}
