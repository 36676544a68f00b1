/** Word that something is over. An AbortSignal is one; most are light ones, of which a run needs some dozens per endpoint. */
export interface Signal {
  readonly aborted: boolean;
  /** `once` is how it always is: it aborts once. */
  addEventListener(type: "abort", listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * A signal that calls its listeners itself, in the order of their coming, and forgets them. An AbortController makes an
 * event, and of each listener a weak entry: in a run of many endpoints that cost more than the timers that they are for.
 */
export class LightSignal implements Signal {
  #aborted = false;
  #listeners: Set<() => void> | undefined;

  get aborted(): boolean {
    return this.#aborted;
  }

  addEventListener(_type: "abort", listener: () => void): void {
    if (this.#aborted) return;
    this.#listeners ??= new Set();
    this.#listeners.add(listener);
  }

  removeEventListener(_type: "abort", listener: () => void): void {
    this.#listeners?.delete(listener);
  }

  /** Aborts it; the second time does nothing. */
  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    // Whoever goes meanwhile is not called.
    for (const listener of this.#listeners ?? []) listener();
    this.#listeners = undefined;
  }
}

/** For what takes nothing else, as Node's HTTP client does. To be asked of a signal that ends with its piece of work. */
export function abortSignalOf(signal: Signal): AbortSignal {
  if (signal instanceof AbortSignal) return signal;
  const controller = new AbortController();
  // With a reason that is there already: without one, a DOMException is made.
  const abort = (): void => controller.abort("aborted");
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort);
  return controller.signal;
}
