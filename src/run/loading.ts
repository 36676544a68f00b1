/** What a run reads before it probes: it keeps the deadline, and ends with the run's signal. */
import { ConfigurationError } from "../text/configuration-error.ts";
import { Pace, paced } from "../system/pace.ts";
import type { Steps } from "../system/steps.ts";
import type { Host } from "../host.ts";

/**
 * Does the work of loading step by step.
 * @param deadline seconds from the start of the process
 * @throws ConfigurationError where the run was interrupted, or its deadline is over: nothing was probed by then
 */
export function load<Result>(
  steps: Steps<Result>,
  { clock, interrupt, started }: Pick<Host, "clock" | "interrupt" | "started">,
  deadline: number,
): Promise<Result> {
  const lookUp = (): void => {
    if (interrupt.aborted) stop("The run was interrupted while it read its files. Nothing was probed.");
    if (clock.monotonic() - started >= deadline) {
      stop(
        `The run ran out of time while it read its files (deadline ${String(deadline)} s). Nothing was probed.`,
      );
    }
  };
  return paced(steps, lookUp, new Pace(clock));
}

function stop(message: string): never {
  throw new ConfigurationError([{ message }]);
}
