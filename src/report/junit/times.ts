/**
 * Times of the cases. Readers add them up and take the sum for the time of the run, but endpoints are tested side by side,
 * and one that many domains share is tested once. So a check counts at its first case, and where all of them together are
 * longer than the run, each has its share of it.
 */
import type { Check, PlacedCheck, Report } from "../../judge/report.ts";
import { placedChecks } from "../../judge/report.ts";
import { runSeconds } from "../sentences.ts";

/** Tells the first case of a check from the others: domains share endpoints, and one may be judged in several ways. */
class Counted {
  readonly #checks = new Set<Check>();
  readonly #ofEndpoints = new Set<string>();

  isFirst({ endpoint, check }: PlacedCheck): boolean {
    if (this.#checks.has(check)) return false;
    this.#checks.add(check);
    if (endpoint === undefined) return true;
    const key = `${check.check} ${String(endpoint.run)} ${endpoint.key}`;
    if (this.#ofEndpoints.has(key)) return false;
    this.#ofEndpoints.add(key);
    return true;
  }
}

/** Seconds of a case for each second that its check took. */
export function shareOfRun(report: Report): number {
  const counted = new Counted();
  let sum = 0;
  for (const placed of placedChecks(report.domains)) {
    if (counted.isFirst(placed)) sum += placed.check.seconds;
  }
  const whole = runSeconds(report);
  return sum > whole ? whole / sum : 1;
}

export class Times {
  readonly #share: number;
  readonly #told = new Counted();

  /** @param share see {@link shareOfRun} */
  constructor(share: number) {
    this.#share = share;
  }

  /** Seconds of a case, at most three decimals; none where a case before it has them. */
  of(placed: PlacedCheck): number {
    if (!this.#told.isFirst(placed)) return 0;
    const seconds = placed.check.seconds * this.#share;
    return (this.#share < 1 ? Math.floor(seconds * 1000) : Math.round(seconds * 1000)) / 1000;
  }
}
