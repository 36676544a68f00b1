/** Work for the processor in pieces, one in each turn of the event loop, so that nothing has to wait for long. */
import type { Signal } from "./signal.ts";

/** Resolves in the next turn of the loop: until then timers go off, signals and packets arrive. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * The pieces of one run, in the order of their coming. Between any two of them the loop turns: timers go off, signals
 * and packets arrive. Hostile servers can make many pieces, and each of them is bounded (bounds.ts).
 */
export class Turns {
  readonly #waiting: ((() => void) | undefined)[] = [];
  #next = 0;
  #turning = false;

  /** Does a piece of work in a turn of its own; undefined where the signal aborts before that. */
  do<Value>(work: () => Value, signal: Signal): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          resolve(signal.aborted ? undefined : work());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      this.#turn();
    });
  }

  #turn(): void {
    if (this.#turning) return;
    this.#turning = true;
    setImmediate(() => {
      this.#turning = false;
      const piece = this.#waiting[this.#next];
      // What is done may hold much, and the others may be long in coming to an end.
      this.#waiting[this.#next] = undefined;
      this.#next += 1;
      if (this.#next === this.#waiting.length) {
        this.#waiting.length = 0;
        this.#next = 0;
      }
      piece?.();
      if (this.#waiting.length > 0) this.#turn();
    });
  }
}
