/** How every domain of the lab is set up. */
import type { DomainPlan } from "./plan.ts";
import { CERTIFICATE_PLANS } from "./plans-certificates.ts";
import { DELIVERY_PLANS } from "./plans-delivery.ts";
import { DNS_PLANS, TCP_PLANS } from "./plans-dns.ts";
import { GREETING_PLANS } from "./plans-greeting.ts";
import { RELAY_PLANS } from "./plans-relay.ts";
import { TLS_PLANS } from "./plans-tls.ts";

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
