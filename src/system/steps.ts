/**
 * Work that may take long, in steps: between two of them whoever does it can look at the time, and at whether the run
 * was interrupted.
 */
export type Steps<Result> = Generator<undefined, Result>;

/** Does all the work at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
