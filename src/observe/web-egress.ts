/** Whether connections to web servers get out at all: the same diagnosis as for mail servers, for policy hosts. */
import { EgressWatch, type EgressPlan, type EgressTools } from "./egress.ts";
import type { EgressObservation, HostAddress } from "./observation.ts";
import type { ConnectWatch } from "./sts/policy-fetch.ts";

const HTTPS_PORT = 443;

export class WebEgress {
  readonly #egress: EgressWatch;

  constructor({ egress }: { readonly egress?: EgressPlan }, tools: EgressTools) {
    this.#egress = new EgressWatch(egress ?? { hosts: [], named: false }, tools);
  }

  /** Watches over one connection to a policy host. @param timeout what its connect may take, in seconds */
  watch(host: string, { address, family, scope }: HostAddress, timeout: number): ConnectWatch {
    const key = `${host} ${address}`;
    const group = this.#egress.join(key, { port: HTTPS_PORT, family, scope, opening: "tls" });
    return {
      signal: group.signal,
      began: () => group.began(key, timeout),
      dialled: (step) => group.dialled(key, step),
      answered: () => group.greeted(key),
      ended: () => group.ended(key),
    };
  }

  facts(): Promise<EgressObservation[]> {
    return this.#egress.facts();
  }
}
