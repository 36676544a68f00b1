/** How long something may take: one timer, one signal to pass on, and nothing left behind at the end. */
import type { Clock } from "./clock.ts";
import { LightSignal, type Signal } from "./signal.ts";

/** Why something is over: its time was up, whoever stands above it was over, or nobody waits for it any more. */
export type Over = "timeout" | "aborted" | "done";

/** Hears that something ended before it was done. */
export type OnOver = (why: "timeout" | "aborted") => void;

/**
 * The life of a piece of work. It ends once: when the signal above it aborts, when its time is up (where it has one),
 * or by {@link end}, which whoever made it must call when the work is done.
 *
 * On the signal above it no listener stays.
 */
export class Deadline {
  readonly #signal = new LightSignal();
  readonly #above: Signal | undefined;
  readonly #onOver: OnOver | undefined;
  #why: Over | undefined;

  /** @param onOver is not called by {@link end}; at once where the signal above has aborted already */
  constructor(above?: Signal, onOver?: OnOver) {
    this.#above = above;
    this.#onOver = onOver;
    if (above?.aborted === true) this.#finish("aborted");
    else above?.addEventListener("abort", this.#onAbort);
  }

  /** Aborts when it is over, for whatever reason. */
  get signal(): Signal {
    return this.#signal;
  }

  /** Why it is over; undefined as long as it is not. */
  get why(): Over | undefined {
    return this.#why;
  }

  /** Ends it; does nothing where it is over. `why` is for those who look at {@link why}. */
  end(why: Over = "done"): void {
    if (this.#why !== undefined) return;
    this.#why = why;
    this.#above?.removeEventListener("abort", this.#onAbort);
    this.#signal.abort();
  }

  /** Ends it after so many seconds. */
  within(seconds: number, clock: Clock): this {
    if (this.#why === undefined) void clock.sleep(seconds, this.signal).then(() => this.#finish("timeout"));
    return this;
  }

  readonly #onAbort = (): void => this.#finish("aborted");

  #finish(why: "timeout" | "aborted"): void {
    if (this.#why !== undefined) return;
    this.end(why);
    this.#onOver?.(why);
  }
}

/**
 * Starts a deadline.
 * @param seconds from now
 * @param above ends it, too
 */
export function startDeadline(
  seconds: number,
  { clock, signal }: { readonly clock: Clock; readonly signal?: Signal },
  onOver?: OnOver,
): Deadline {
  return new Deadline(signal, onOver).within(seconds, clock);
}
