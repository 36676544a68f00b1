/** What the settings say of probing, for one host. */
import type { ProbeScope } from "./observation.ts";

/** How an endpoint of this host is to be probed. */
export interface ProbeRules {
  readonly port: number;
  readonly families: readonly (4 | 6)[];
  readonly scope: ProbeScope;
  readonly relaySender: string;
  readonly relayRecipient: string;
  readonly retries: number;
  readonly timeout: number;
  readonly replyTimeout: number;
  /** Name for EHLO; undefined: the machine's own, or the address literal. */
  readonly heloName: string | undefined;
}
