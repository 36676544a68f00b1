/** How long a run must take at least, because it never crowds an operator: computed before the first connection. */
import { CONNECTIONS_PER_OPERATOR, SECONDS_OF_AN_ENDPOINT } from "../bounds.ts";
import type { PolitenessBound } from "../observation.ts";
import { operatorOf } from "./operator.ts";

/** Connections at once to one operator: a shard takes its part, and never less than one. */
export function placesPerOperator(shards = 1): number {
  return Math.max(1, Math.floor(CONNECTIONS_PER_OPERATOR / shards));
}

interface Crowd {
  readonly operator: string;
  readonly atOnce: number;
  endpoints: number;
}

/**
 * Operators, and addresses that many endpoints share, whose endpoints take longer than there is time; the slowest first.
 * @param endpoints those that are going to be probed
 * @param secondsLeft of the deadline
 */
export function politenessBounds(
  endpoints: Iterable<{ readonly host: string; readonly address: string }>,
  { atOnce, secondsLeft }: { readonly atOnce: number; readonly secondsLeft: number },
): PolitenessBound[] {
  const crowds = new Map<string, Crowd>();
  const count = (operator: string, places: number): void => {
    const crowd = crowds.get(operator) ?? { operator, atOnce: places, endpoints: 0 };
    crowd.endpoints++;
    crowds.set(operator, crowd);
  };
  for (const { host, address } of endpoints) {
    const operator = operatorOf(host);
    if (operator !== address) count(operator, atOnce);
    // Never two connections at once to one address.
    count(address, 1);
  }
  return (
    [...crowds.values()]
      .map((crowd) => ({
        ...crowd,
        seconds: (crowd.endpoints * SECONDS_OF_AN_ENDPOINT) / crowd.atOnce,
        secondsLeft: Math.max(0, secondsLeft),
      }))
      // Where none has to wait for another one, it is not politeness that takes the time.
      .filter((crowd) => crowd.endpoints > crowd.atOnce && crowd.seconds > secondsLeft)
      .sort((one, other) => other.seconds - one.seconds)
  );
}
