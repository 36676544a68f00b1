/**
 * Times of the cases. Readers add them up and take the sum for the time of the run, but endpoints are tested side by side,
 * and one that many domains share is tested once. So a check counts at its first case, and where all of them together are
 * longer than the run, each has its share of it.
 */
import type { PlacedCheck, Report } from "../../judge/report.ts";
import { placedChecks } from "../../judge/report.ts";
import { runSeconds } from "../sentences.ts";

/** What a check is counted by: the endpoint's, where it has one. Names come last, whatever is in them. */
function keyOf({ domain, endpoint, check }: PlacedCheck): string {
  return endpoint === undefined
    ? `${check.check} ${domain.kind} ${domain.rawName}`
    : `${check.check} ${String(endpoint.run)} ${endpoint.key}`;
}

/** Seconds of a case for each second that its check took. */
export function shareOfRun(report: Report): number {
  const counted = new Set<string>();
  let sum = 0;
  for (const placed of placedChecks(report.domains)) {
    const key = keyOf(placed);
    if (counted.has(key)) continue;
    counted.add(key);
    sum += placed.check.seconds;
  }
  const whole = runSeconds(report);
  return sum > whole ? whole / sum : 1;
}

export class Times {
  readonly #share: number;
  readonly #told = new Set<string>();

  /** @param share see {@link shareOfRun} */
  constructor(share: number) {
    this.#share = share;
  }

  /** Seconds of a case, at most three decimals; none where a case before it has them. */
  of(placed: PlacedCheck): number {
    const key = keyOf(placed);
    if (this.#told.has(key)) return 0;
    this.#told.add(key);
    const seconds = placed.check.seconds * this.#share;
    return (this.#share < 1 ? Math.floor(seconds * 1000) : Math.round(seconds * 1000)) / 1000;
  }
}
