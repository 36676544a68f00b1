/** Long work of the processor, with a turn for others wherever it has held the loop long enough. */
import { systemClock } from "./clock.ts";
import { nextTurn } from "./turns.ts";

/** Seconds of work before others get a turn: signals are heard and timers go off in between. */
const TURN_SECONDS = 0.02;

/** Says when it is time to let others work: they see a run as one that never holds the loop for long. */
export class Pace {
  #since = systemClock.monotonic();

  get due(): boolean {
    return systemClock.monotonic() - this.#since >= TURN_SECONDS;
  }

  async turn(): Promise<void> {
    await nextTurn();
    this.#since = systemClock.monotonic();
  }
}

/** Does work step by step, to its end. */
export async function paced<Result>(steps: Iterator<unknown, Result>): Promise<Result> {
  const pace = new Pace();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (pace.due) await pace.turn();
  }
}
