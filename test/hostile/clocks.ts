/** Clocks for runs among hostile peers, so that no verdict of a test depends on how busy the machine is. */
import { systemClock, type Clock } from "../../src/system/clock.ts";

export interface EndedClock extends Clock {
  /** The run is to end now: what it waits for beyond the last seconds never comes. */
  end(): void;
}

/**
 * The machine's clock, on which no wait is over that would last longer than so many seconds after the end: a run that waits
 * for one does not end at all, and one that does not wait ends however slow the machine is.
 * @param ends moment of {@link Clock.monotonic} at which the run is to end, where that is known
 */
export function clockThatEnds(lastSeconds: number, ends = Infinity): EndedClock {
  let end = ends;
  return {
    ...systemClock,
    end() {
      end = systemClock.monotonic();
    },
    async sleep(seconds, signal) {
      const due = systemClock.monotonic() + seconds;
      await systemClock.sleep(seconds, signal);
      if (due <= end + lastSeconds || signal.aborted) return;
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    },
  };
}
