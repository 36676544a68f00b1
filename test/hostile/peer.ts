/** What a hostile peer is: how it plays, and what is to be said of it, check by check. */
import type { EndpointCheck } from "../support/lab/lab-plan.ts";
import type { Issued } from "../support/certificates/issue.ts";
import type { Wire } from "../support/tcp/wire.ts";

/** Verdict and codes of each check, `fail banner-timeout`; codes in the order of the report. */
export type Said = Readonly<Record<EndpointCheck, string>>;

/** What a peer plays with. */
export interface Scene {
  readonly wire: Wire;
  /** Name of the MX host that it stands for. */
  readonly host: string;
  /** Mail domain of that host. */
  readonly domain: string;
  /** Its certificate, sound, with the intermediate behind it. */
  readonly chain: readonly [Issued, Issued];
  /** An authority of the lab, to make other certificates with. */
  readonly root: Issued;
  /** Number of the connection to this peer, from 1. */
  readonly connection: number;
}

export interface Peer {
  /** One label: its domain is `NAME.test`, its MX host `mx.NAME.test`. */
  readonly name: string;
  /** Plays one connection; when it is done the connection stays as it is. */
  play(scene: Scene): Promise<void>;
  /** What is to be said; of several, any: which one the system lets us see is a race that the peer may win. */
  readonly said: Said | readonly [Said, ...Said[]];
}

export const SOUND: Said = {
  connect: "pass",
  banner: "pass",
  ehlo: "pass",
  starttls: "pass",
  certificate: "pass",
  relay: "pass",
  delivery: "pass",
  dane: "skip",
};

/** Sound up to this check, nothing seen behind it. */
export function endsAt(check: EndpointCheck, verdict: string): Said {
  const order = Object.keys(SOUND) as EndpointCheck[];
  const at = order.indexOf(check);
  const entries = order.map((each, index) => [each, index < at ? "pass" : index === at ? verdict : "skip"]);
  return { ...SOUND, ...(Object.fromEntries(entries) as Partial<Said>) };
}

/** No TLS, so no certificate; the relay test was made in the clear. */
export function withoutTls(starttls: string, relay = "pass", delivery = relay): Said {
  return { ...SOUND, starttls, certificate: "skip", relay, delivery };
}
