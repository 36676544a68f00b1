/** Targets that differ in their MTA-STS policy alone. */
import type { Mistake } from "./mistakes.ts";
import type { Outcome, PolicyPlan, Target } from "./target.ts";

/** The MX host of these targets; nothing is wrong with it. */
export const SHARED_MX = "mx.shared.dane.test";

export const FRAGILE = "warn: mta-sts-fragile";

/** A target whose MX host is sound, and whose policy is this. */
export function policy(
  name: string,
  rule: string,
  see: string,
  plan: PolicyPlan,
  mtaSts: Outcome,
  rest: { readonly fetch?: string; readonly mistake?: Mistake; readonly differs?: Target["differs"] } = {},
): Target {
  const { fetch, mistake, differs } = rest;
  // Whoever finds no valid policy delivers as if there were none: then there are no patterns to hold anybody to.
  const followed = plan.patterns !== undefined && (mtaSts === "pass" || mtaSts === FRAGILE);
  return {
    name,
    rule,
    see,
    ...(mistake === undefined ? {} : { mistake }),
    mx: [],
    records: [`{@} MX 10 ${SHARED_MX}.`],
    sts: { policy: plan },
    label: {
      mtaSts,
      ...(followed ? { stsDelivery: "verified" } : {}),
      ...(fetch === undefined ? {} : { fetch }),
    },
    ...(differs === undefined ? {} : { differs }),
  };
}
