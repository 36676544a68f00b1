/** A clock that stands still until it is set: what a step took is then known exactly. */
import type { Clock } from "../../../src/system/clock.ts";
import { systemClock } from "../../../src/system/clock.ts";

export interface SetClock extends Clock {
  advance(seconds: number): void;
}

export function setClock(): SetClock {
  let time = 1000;
  return {
    now: () => time * 1000,
    monotonic: () => time,
    // Deadlines run on in real time.
    sleep: (seconds, signal) => systemClock.sleep(seconds, signal),
    advance(seconds) {
      time += seconds;
    },
  };
}
