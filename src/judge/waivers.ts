/** What lets a finding pass: a waiver, or a former report that had it already. */
import { quote, quoteName } from "../text/quote.ts";
import type { CheckId } from "./checks/all.ts";
import { isKnown } from "./baseline.ts";
import type { Policy, WaiverRule } from "./policy.ts";
import type { Finding } from "./report.ts";

/** Where a finding was made; the names as they were observed. */
export interface WaiverSubject {
  readonly domain: string;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly check: CheckId;
}

export interface Waivers {
  /** The finding, marked where something lets it pass. A waiver speaks before the baseline. */
  apply(finding: Finding, place: WaiverSubject): Finding;
  /** What makes a difference for a host of a domain: equal for equal waivers. */
  keyFor(domain: string, host: string): string;
  /** Waivers that something was let pass by. */
  readonly used: ReadonlySet<WaiverRule>;
}

/** True where the waiver has not ended at the moment: its last day is inclusive, in UTC. */
export function isInForce(waiver: WaiverRule, now: number): boolean {
  return new Date(now).toISOString().slice(0, 10) <= waiver.until;
}

/** Applies the waivers and the baseline of a policy at a moment, and remembers which waivers were of use. */
export function createWaivers(policy: Policy, now: number): Waivers {
  const used = new Set<WaiverRule>();
  const waivers = policy.waivers.filter((waiver) => isInForce(waiver, now));
  const { baseline } = policy;
  return {
    used,
    apply(finding, place) {
      const fitting = waivers.filter(
        (waiver) => waiver.code === finding.code && waiver.covers(place.domain, place.host),
      );
      for (const waiver of fitting) used.add(waiver);
      // What is turned off needs no further excuse; a waiver for it is of use all the same.
      if (finding.off === true) return finding;
      const [first] = fitting;
      if (first !== undefined) {
        return { ...finding, waived: { reason: quote(first.reason), until: first.until } };
      }
      return isKnown(baseline, finding, place) ? { ...finding, known: true } : finding;
    },
    keyFor(domain, host) {
      const covering = waivers.flatMap((waiver, index) => (waiver.covers(domain, host) ? [index] : []));
      // What a baseline knows differs from domain to domain.
      return `${covering.join(",")}|${baseline?.domains.has(quoteName(domain)) === true ? domain : ""}`;
    },
  };
}
