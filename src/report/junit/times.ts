/**
 * Times of the cases. Readers add them up and take the sum for the time of the run, but endpoints are tested side by side,
 * and one that many domains share is tested once. So a check counts at its first case, and where all of them together are
 * longer than the run, each has its share of it.
 */
import { CHECK_IDS } from "../../judge/checks/all.ts";
import type { Check, EndpointReport, PlacedCheck, Report } from "../../judge/report.ts";
import { runSeconds } from "../sentences.ts";

/** Checks of endpoints that were counted: one endpoint may be judged in several ways. */
class Counted {
  /** A bit for each check, by its place in {@link CHECK_IDS}. */
  readonly #byEndpoint = new Map<string, number>();

  /** Whether a check of an endpoint comes for the first time. */
  isFirst({ run, key }: EndpointReport, { check }: Check): boolean {
    const endpoint = run === undefined ? key : `${String(run)} ${key}`;
    const counted = this.#byEndpoint.get(endpoint) ?? 0;
    const bit = 1 << CHECK_IDS.indexOf(check);
    this.#byEndpoint.set(endpoint, counted | bit);
    return (counted & bit) === 0;
  }
}

/** Seconds of a case for each second that its check took. */
export function shareOfRun(report: Report): number {
  const met = new Set<EndpointReport>();
  const counted = new Counted();
  let sum = 0;
  for (const { checks, servers } of report.domains) {
    for (const { seconds } of checks) sum += seconds;
    for (const endpoint of servers.flatMap(({ endpoints }) => endpoints)) {
      if (met.has(endpoint)) continue;
      met.add(endpoint);
      for (const check of endpoint.checks) if (counted.isFirst(endpoint, check)) sum += check.seconds;
    }
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
  of({ endpoint, check }: PlacedCheck): number {
    if (endpoint !== undefined && !this.#told.isFirst(endpoint, check)) return 0;
    const seconds = check.seconds * this.#share;
    return (this.#share < 1 ? Math.floor(seconds * 1000) : Math.round(seconds * 1000)) / 1000;
  }
}
