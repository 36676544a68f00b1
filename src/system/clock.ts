/** Time as the product sees it: an argument everywhere, so that tests and replays can set it. */
import type { Signal } from "./signal.ts";

export interface Clock {
  /** Moment of the wall clock, milliseconds since the epoch. */
  now(): number;
  /** Seconds of a clock that never jumps; only differences mean something. */
  monotonic(): number;
  /** Resolves after so many seconds, or at once when the signal aborts; never rejects. */
  sleep(seconds: number, signal: Signal): Promise<void>;
}

/** Moment at which this process began, by the monotonic clock of the system's. */
export const PROCESS_STARTED = 0;

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now() / 1000,
  sleep: (seconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, seconds * 1000);
      signal.addEventListener("abort", done);
    }),
};

/** Seconds to the millisecond: more would only be noise in the report. */
export function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
