/** Long work of the processor, with a turn for others wherever it has held the loop long enough. */
import { systemClock, type Clock } from "./clock.ts";
import { nextTurn } from "./turns.ts";

/** Seconds of work before others get a turn: signals are heard and timers go off in between. */
const TURN_SECONDS = 0.02;

/** Says when it is time to let others work: they see a run as one that never holds the loop for long. */
export class Pace {
  readonly #clock: Pick<Clock, "monotonic">;
  #since: number;

  constructor(clock: Pick<Clock, "monotonic"> = systemClock) {
    this.#clock = clock;
    this.#since = clock.monotonic();
  }

  get due(): boolean {
    return this.#clock.monotonic() - this.#since >= TURN_SECONDS;
  }

  async turn(): Promise<void> {
    await nextTurn();
    this.#since = this.#clock.monotonic();
  }
}

/**
 * Does work step by step, to its end.
 * @param afterTurn looks up after each turn of the others; what it throws ends the work
 */
export async function paced<Result>(
  steps: Iterator<unknown, Result>,
  afterTurn?: () => void,
  pace = new Pace(),
): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (!pace.due) continue;
    await pace.turn();
    afterTurn?.();
  }
}
