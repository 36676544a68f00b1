/**
 * How many connections are open at once: never two to one address, a few to hosts of one operator, and so
 * many in all.
 */

/** Connections at once to hosts that share their last two labels: most likely one operator's. */
export const CONNECTIONS_PER_OPERATOR = 8;

/** Lets as many in as there is room, in the order of their coming. */
class Turnstile {
  readonly #room: number;
  readonly #waiting: (() => void)[] = [];
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
    // Whoever leaves hands the place over, so nobody slips in between.
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  leave(): void {
    const next = this.#waiting[this.#nextInLine];
    if (next === undefined) {
      this.#inside--;
      this.#waiting.length = 0;
      this.#nextInLine = 0;
    } else {
      this.#nextInLine++;
      next();
    }
  }
}

export interface Manners {
  /** Runs `visit` when the address, its operator and the run have room for one more connection. */
  visit<T>(host: string, address: string, visit: () => Promise<T>): Promise<T>;
}

/** Manners for one run with at most `concurrency` connections at once. */
export function createManners(concurrency: number): Manners {
  const all = new Turnstile(concurrency);
  const byAddress = new Map<string, Turnstile>();
  const byOperator = new Map<string, Turnstile>();
  return {
    async visit(host, address, visit) {
      const turnstiles = [
        turnstileFor(byAddress, address, 1),
        turnstileFor(byOperator, operatorOf(host), CONNECTIONS_PER_OPERATOR),
        all,
      ];
      // Always entered in the same order, so no two visits can wait for each other.
      for (const turnstile of turnstiles) await turnstile.enter();
      try {
        return await visit();
      } finally {
        for (const turnstile of turnstiles.toReversed()) turnstile.leave();
      }
    },
  };
}

function turnstileFor(turnstiles: Map<string, Turnstile>, key: string, room: number): Turnstile {
  let turnstile = turnstiles.get(key);
  if (turnstile === undefined) {
    turnstile = new Turnstile(room);
    turnstiles.set(key, turnstile);
  }
  return turnstile;
}

/** The last two labels of a host name. */
function operatorOf(host: string): string {
  return host.split(".").slice(-2).join(".");
}
