/**
 * A clock that stands still while this process does not come to run. On a busy machine the program and the servers of a
 * test, in one process, are late together: by this clock they are not, and what is said of a server is what it did.
 */
import { systemClock, type Clock } from "../../../src/system/clock.ts";

/** Seconds between two looks at the time. */
const BEAT = 0.05;

/** Seconds between two looks that count at most: what is more is lateness. */
const COUNTED = 0.1;

/** Starts one. It measures no lateness: there is none. */
export function startAwakeClock(): Clock {
  let awake = 0;
  let last = performance.now();
  const monotonic = (): number => {
    const now = performance.now();
    awake += Math.min((now - last) / 1000, COUNTED);
    last = now;
    return awake;
  };
  setInterval(monotonic, BEAT * 1000).unref();
  return {
    now: () => systemClock.now(),
    monotonic,
    async sleep(seconds, signal) {
      const until = monotonic() + seconds;
      for (let left = seconds; left > 0 && !signal.aborted; left = until - monotonic())
        await systemClock.sleep(left, signal);
    },
  };
}
