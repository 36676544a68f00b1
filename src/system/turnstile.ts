/** How much may be under way at once. */

/** Lets as many in as there is room, in the order of their coming. */
export class Turnstile {
  readonly #room: number;
  readonly #waiting: ((() => void) | undefined)[] = [];
  #inside = 0;
  #nextInLine = 0;

  constructor(room: number) {
    this.#room = room;
  }

  async enter(): Promise<void> {
    if (this.#inside < this.#room) {
      this.#inside++;
      return;
    }
    // Whoever leaves hands the slot over, so nobody slips in between.
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Nobody is inside, and so nobody waits. */
  get isEmpty(): boolean {
    return this.#inside === 0;
  }

  leave(): void {
    const next = this.#waiting[this.#nextInLine];
    if (next === undefined) {
      this.#inside--;
      this.#waiting.length = 0;
      this.#nextInLine = 0;
    } else {
      this.#waiting[this.#nextInLine] = undefined;
      this.#nextInLine++;
      next();
    }
  }

  /** Does the work when there is room for it. */
  async pass<Value>(work: () => Promise<Value>): Promise<Value> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }
}
