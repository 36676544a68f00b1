/** How every domain of the lab is set up. */
import type { DomainPlan } from "./plan.ts";
import { CERTIFICATE_PLANS } from "./plans-certificates.ts";
import { DELIVERY_PLANS } from "./plans-delivery.ts";
import { DNS_PLANS, TCP_PLANS } from "./plans-dns.ts";
import { GREETING_PLANS } from "./plans-greeting.ts";
import { RELAY_PLANS } from "./plans-relay.ts";
import { TLS_PLANS } from "./plans-tls.ts";

/** Whose chain is whole: others of its run are completed with what it sends. */
const COMPLETE = "sound-postfix";

/** By name; the domain is NAME.test. */
export const PLANS: Readonly<Record<string, DomainPlan>> = {
  ...DNS_PLANS,
  ...TCP_PLANS,
  ...GREETING_PLANS,
  ...TLS_PLANS,
  ...CERTIFICATE_PLANS,
  ...RELAY_PLANS,
  ...DELIVERY_PLANS,
};

/** These targets, and those without which they would not be what they are: whose names their records have, and one that is sound. */
export function withCompanions(names: readonly string[]): string[] {
  const known = new Set([...names, COMPLETE]);
  // What is added is looked at, too.
  for (const name of known) {
    const words = PLANS[name]?.records?.flatMap((record) => record.toLowerCase().split(/[\s.]+/)) ?? [];
    for (const word of words) if (word in PLANS) known.add(word);
  }
  return [...known];
}
