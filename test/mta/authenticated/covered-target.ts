/** Targets with one MX host and a sound policy. */
import { webPki } from "./chains.ts";
import type { Mistake } from "./mistakes.ts";
import type { Delivery, MakeChain, Outcome, StsPlan, Target } from "./target.ts";

interface Covered {
  readonly rule: string;
  readonly see?: string;
  readonly mistake?: Mistake;
  readonly host?: string;
  readonly chain?: MakeChain;
  readonly sts: StsPlan;
  readonly mtaSts: Outcome;
  readonly stsDelivery?: Delivery;
  readonly differs?: Target["differs"];
}

/** A target with one MX host and one server. */
export function covered(name: string, plan: Covered): Target {
  const { rule, see = "RFC 8461 4.1", mistake, host = "mx", chain = webPki(), sts, mtaSts, differs } = plan;
  const { stsDelivery = mtaSts.startsWith("fail") ? "deferred" : "verified" } = plan;
  return {
    name,
    rule,
    see,
    ...(mistake === undefined ? {} : { mistake }),
    hosts: { [host]: [{ chain }] },
    sts,
    label: { mtaSts, stsDelivery },
    ...(differs === undefined ? {} : { differs }),
  };
}
