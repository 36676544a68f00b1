/**
 * How many connections are open at once: never two to one address, a few to hosts of one operator, and so
 * many in all. Those that take long step aside, so that the slow do not keep the quick waiting.
 */
import { Deadline } from "../system/deadline.ts";
import { Turnstile } from "../system/turnstile.ts";
import { ASIDE_PER_SLOT, CONNECTIONS_PER_OPERATOR } from "./bounds.ts";
import type { Signal } from "../system/signal.ts";
import { operatorOf } from "./load/operator.ts";

/** A slot behind a turnstile, which may be changed for one behind another. */
class Slot {
  /** Undefined once it has been left. */
  #behind: Turnstile | undefined;

  private constructor(behind: Turnstile) {
    this.#behind = behind;
  }

  static async take(turnstile: Turnstile, ahead: boolean): Promise<Slot> {
    await turnstile.enter(ahead);
    return new Slot(turnstile);
  }

  /** Keeps the old slot until there is a new one. */
  async moveTo(turnstile: Turnstile): Promise<void> {
    if (this.#behind === undefined) return;
    await turnstile.enter();
    if (this.#behind === undefined) {
      turnstile.leave();
    } else {
      this.#behind.leave();
      this.#behind = turnstile;
    }
  }

  leave(): void {
    this.#behind?.leave();
    this.#behind = undefined;
  }
}

/** Room for a connection to an address, as long as it is open. */
export interface Place {
  /** Changes the slot in the run for one of those aside, when there is room. */
  moveAside(): void;
  leave(): void;
}

export interface Limiter {
  /**
   * Resolves when the address, its operator and the run have room for one more connection. Visits go before those who
   * enter here, so that what was begun comes to its end before more is begun: what is under way takes memory, and
   * whoever reads a recording that breaks off has more from endpoints that are whole.
   */
  enter(host: string, address: string): Promise<Place>;
  /**
   * Runs `visit` when there is room for it. From when `tookLong` resolves, it is one of those aside and its slot in the
   * run is the next one's, as long as there is room aside. `over` aborts at its end. The visitor may be done before its
   * connection is: then it tells when that is over.
   * @param place where it has been entered before; is left at the end
   */
  visit<T>(
    host: string,
    address: string,
    visit: (onLeaving: (left: Promise<void>) => void) => Promise<T>,
    tookLong?: (over: Signal) => Promise<void>,
    place?: Place,
  ): Promise<T>;
}

/**
 * A limiter for one run with at most `concurrency` connections at once, and `aside` slow ones beside them.
 * @param perOperator connections at once to hosts of one operator
 */
export function createLimiter(
  concurrency: number,
  aside = concurrency * ASIDE_PER_SLOT,
  perOperator = CONNECTIONS_PER_OPERATOR,
): Limiter {
  const all = new Turnstile(concurrency);
  const roomAside = new Turnstile(aside);
  const byAddress = new Turnstiles(1);
  const byOperator = new Turnstiles(perOperator);
  const enter = async (host: string, address: string, ahead: boolean): Promise<Place> => {
    const operator = operatorOf(host);
    // Always entered in the same order, so no two visits can wait for each other.
    await byAddress.enter(address, ahead);
    await byOperator.enter(operator, ahead);
    const slot = await Slot.take(all, ahead);
    return {
      moveAside: () => void slot.moveTo(roomAside),
      leave() {
        slot.leave();
        byOperator.leave(operator);
        byAddress.leave(address);
      },
    };
  };
  return {
    enter: (host, address) => enter(host, address, false),
    async visit(host, address, visit, tookLong, entered) {
      const place = entered ?? (await enter(host, address, true));
      const visiting = new Deadline();
      void tookLong?.(visiting.signal).then(() => place.moveAside());
      const leave = (): void => {
        visiting.end();
        place.leave();
      };
      let leaving: Promise<void> | undefined;
      try {
        return await visit((left) => {
          leaving = left;
        });
      } finally {
        if (leaving === undefined) leave();
        else void leaving.then(leave, leave);
      }
    },
  };
}

/** A turnstile for each key, kept for as long as somebody is behind it: a run has many addresses. */
class Turnstiles {
  readonly #room: number;
  readonly #byKey = new Map<string, Turnstile>();

  constructor(room: number) {
    this.#room = room;
  }

  /** Enters at once where there is room: whoever looked it up before could find it gone. */
  enter(key: string, ahead: boolean): Promise<void> {
    const turnstile = this.#byKey.get(key) ?? new Turnstile(this.#room);
    this.#byKey.set(key, turnstile);
    return turnstile.enter(ahead);
  }

  leave(key: string): void {
    const turnstile = this.#byKey.get(key);
    turnstile?.leave();
    if (turnstile?.isEmpty === true) this.#byKey.delete(key);
  }
}
