/** What all zone files of a run may take together: a pull request may edit each of them. */
import {
  GENERATED_CHARACTERS,
  GENERATED_IN_ALL,
  ZONE_CHARACTERS,
  ZONE_NAMES_BETWEEN,
  ZONE_RECORDS,
} from "./bounds.ts";

const BOUNDS = {
  characters: ZONE_CHARACTERS,
  records: ZONE_RECORDS,
  between: ZONE_NAMES_BETWEEN,
  generated: GENERATED_IN_ALL,
  "generated characters": GENERATED_CHARACTERS,
};

export type ZoneExpense = keyof typeof BOUNDS;

/** Counts what was taken. */
export class ZoneBudget {
  readonly #left = new Map<ZoneExpense, number>(
    Object.entries(BOUNDS).map(([what, bound]) => [what as ZoneExpense, bound]),
  );

  readonly #told = new Set<string>();

  /** Whether a message of the whole run is new: what the run as a whole exceeds is said once. */
  isNew(message: string): boolean {
    const known = this.#told.has(message);
    this.#told.add(message);
    return !known;
  }

  /** Takes so many; false where there are no longer that many left, and from then on. */
  spend(what: ZoneExpense, count: number): boolean {
    const left = (this.#left.get(what) ?? 0) - count;
    this.#left.set(what, left);
    return left >= 0;
  }
}
