/** What a run reads before it probes: it keeps the deadline, and ends with the run's signal. */
import { ConfigurationError } from "../text/configuration-error.ts";
import { nextTurn } from "../system/turns.ts";
import type { Steps } from "../system/steps.ts";
import type { Host } from "../host.ts";

/** Seconds of work before others get a turn: signals are heard in between. */
const TURN_SECONDS = 0.02;

/**
 * Does the work of loading step by step.
 * @param deadline seconds from the start of the process
 * @throws ConfigurationError where the run was interrupted, or its deadline is over: nothing was probed by then
 */
export async function load<Result>(
  steps: Steps<Result>,
  { clock, interrupt, started }: Pick<Host, "clock" | "interrupt" | "started">,
  deadline: number,
): Promise<Result> {
  for (;;) {
    const turn = clock.monotonic();
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (clock.monotonic() - turn < TURN_SECONDS);
    await nextTurn();
    if (interrupt.aborted) stop("The run was interrupted while it read its files. Nothing was probed.");
    if (clock.monotonic() - started >= deadline) {
      stop(
        `The run ran out of time while it read its files (deadline ${String(deadline)} s). Nothing was probed.`,
      );
    }
  }
}

function stop(message: string): never {
  throw new ConfigurationError([{ message }]);
}
