/**
 * Times of the cases. Readers add them up and take the sum for the time of the run, but endpoints are tested side by side,
 * and one that many domains share is tested once. So a check counts at its first case, and where all of them together are
 * longer than the run, each has its share of it.
 */
import type { Check, EndpointReport, PlacedCheck, Report } from "../../judge/report.ts";
import { runSeconds } from "../sentences.ts";

/** What a check of an endpoint is counted by: one endpoint may be judged in several ways. */
function keyOf({ run, key }: EndpointReport, { check }: Check): string {
  return `${check} ${String(run)} ${key}`;
}

/** Seconds of a case for each second that its check took. */
export function shareOfRun(report: Report): number {
  const met = new Set<EndpointReport>();
  const counted = new Set<string>();
  let sum = 0;
  for (const { checks, servers } of report.domains) {
    for (const { seconds } of checks) sum += seconds;
    for (const endpoint of servers.flatMap(({ endpoints }) => endpoints)) {
      if (met.has(endpoint)) continue;
      met.add(endpoint);
      for (const check of endpoint.checks) {
        const key = keyOf(endpoint, check);
        if (!counted.has(key)) sum += check.seconds;
        counted.add(key);
      }
    }
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
  of({ endpoint, check }: PlacedCheck): number {
    if (endpoint !== undefined) {
      const key = keyOf(endpoint, check);
      if (this.#told.has(key)) return 0;
      this.#told.add(key);
    }
    const seconds = check.seconds * this.#share;
    return (this.#share < 1 ? Math.floor(seconds * 1000) : Math.round(seconds * 1000)) / 1000;
  }
}
