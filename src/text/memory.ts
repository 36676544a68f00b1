/** What has been worked out once and is asked for again. The oldest entry makes room for a new one. */
export class Memory<Value> {
  readonly #entries = new Map<string, Value>();
  /** Goes from the oldest entry on: to begin anew for each would pass all that were taken away since the map was made smaller. */
  readonly #oldest = this.#entries.keys();
  readonly #capacity: number;
  readonly #longestKey: number;

  /** @param longestKey characters of a key; what is asked for by a longer one is worked out each time */
  constructor(capacity: number, longestKey = Number.POSITIVE_INFINITY) {
    this.#capacity = capacity;
    this.#longestKey = longestKey;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The remembered value, if there is one. */
  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** The remembered value, or the one that is worked out now. */
  recall(key: string, workOut: () => Value): Value {
    if (key.length > this.#longestKey) return workOut();
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const value = workOut();
    if (this.#capacity === 0) return value;
    if (this.#entries.size >= this.#capacity) this.#entries.delete(this.#oldest.next().value ?? "");
    this.#entries.set(key, value);
    return value;
  }
}
