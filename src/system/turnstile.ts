/** How much may be under way at once. */

/** Those who wait, in the order of their coming. */
class Queue {
  readonly #waiting: ((() => void) | undefined)[] = [];
  #next = 0;

  /** Resolves when its turn has come. */
  wait(): Promise<void> {
    return new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Whose turn it is; undefined where nobody waits. */
  take(): (() => void) | undefined {
    const next = this.#waiting[this.#next];
    if (next === undefined) {
      this.#waiting.length = 0;
      this.#next = 0;
    } else {
      this.#waiting[this.#next] = undefined;
      this.#next++;
    }
    return next;
  }
}

/** Lets as many in as there is room, in the order of their coming. */
export class Turnstile {
  readonly #room: number;
  /** Those who go first. */
  #ahead: Queue | undefined;
  #others: Queue | undefined;
  #inside = 0;

  constructor(room: number) {
    this.#room = room;
  }

  /** @param ahead goes before those who are not, in the order of their coming */
  async enter(ahead = false): Promise<void> {
    if (this.#inside < this.#room) {
      this.#inside++;
      return;
    }
    // Whoever leaves hands the slot over, so nobody slips in between.
    if (ahead) await (this.#ahead ??= new Queue()).wait();
    else await (this.#others ??= new Queue()).wait();
  }

  /** Nobody is inside, and so nobody waits. */
  get isEmpty(): boolean {
    return this.#inside === 0;
  }

  leave(): void {
    const next = this.#ahead?.take() ?? this.#others?.take();
    if (next === undefined) this.#inside--;
    else next();
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
