/** Time as the product sees it: an argument everywhere, so that tests and replays can set it. */
import { NOTED_LATENESS } from "./bounds.ts";
import type { Signal } from "./signal.ts";

export interface Clock {
  /** Moment of the wall clock, milliseconds since the epoch. */
  now(): number;
  /** Seconds of a clock that never jumps; only differences mean something. */
  monotonic(): number;
  /** Resolves after so many seconds, or at once when the signal aborts; never rejects. */
  sleep(seconds: number, signal: Signal): Promise<void>;
  /**
   * Begins to measure how late this process is: where the machine is busy, what arrives waits until it is looked at.
   * @returns what ends it, and gives the seconds by which it was late meanwhile, in all; absent where nothing can be late
   */
  readonly lateness?: () => () => number;
}

/** Milliseconds between two looks at how late the process is: what is shorter goes unseen. */
const BEAT = 100;

/** Moment at which this process began, by the monotonic clock of the system's. */
export const PROCESS_STARTED = 0;

export const systemClock: Clock = {
  now: () => Date.now(),
  // As performance.now() counts, which loads a module.
  monotonic: () => process.uptime(),
  sleep: (seconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      let afterArrivals: NodeJS.Immediate | undefined;
      const done = (): void => {
        clearTimeout(timer);
        clearImmediate(afterArrivals);
        signal.removeEventListener("abort", done);
        resolve();
      };
      // A process that was busy hears first of what arrived meanwhile, and then that its time is over.
      const timer = setTimeout(() => {
        afterArrivals = setImmediate(done);
      }, seconds * 1000);
      signal.addEventListener("abort", done);
    }),
  lateness: () => {
    let late = 0;
    let due = performance.now() + BEAT;
    const look = (): void => {
      const now = performance.now();
      late += Math.max(0, now - due);
      due = now + BEAT;
    };
    const looking = setInterval(look, BEAT);
    looking.unref();
    return () => {
      clearInterval(looking);
      look();
      return late / 1000;
    };
  },
};

/** Seconds to the millisecond: more would only be noise in the report. */
export function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/**
 * Begins to measure how much of a time is this machine's own: no server is blamed for it.
 * @returns what ends it, and gives what is to be recorded: nothing where it does not matter
 */
export function startLateness({ lateness }: Clock): () => { readonly late?: number } {
  const end = lateness?.();
  return () => {
    const late = end?.() ?? 0;
    return late < NOTED_LATENESS ? {} : { late: round(late) };
  };
}
