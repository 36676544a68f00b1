/** A target in its place: names, addresses and certificates. */
import { createHash, createPublicKey } from "node:crypto";
import type { Issued } from "../../support/certificates/issue.ts";
import type { Authorities, Chain } from "../certificates.ts";
import { selfSigned, webPki } from "./chains.ts";
import type { HostKey, MakeChain, ParentZone, ServerPlan, Target, TlsaPlan } from "./target.ts";

/** A server at its address. */
export interface SiteServer {
  readonly plan: ServerPlan;
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly chain: Chain;
  /** By server name in lower case. */
  readonly bySni: ReadonlyMap<string, Chain>;
}

export interface SiteHost {
  readonly key: HostKey;
  readonly name: string;
  readonly servers: readonly SiteServer[];
}

export interface Site {
  readonly target: Target;
  readonly domain: string;
  readonly hosts: readonly SiteHost[];
  /** What the policy host serves as its certificate; absent where there is no policy. */
  readonly policyChain?: Chain;
  name(host: HostKey): string;
  /** A text in which each `{host}` is replaced by its name, with a dot at the end where `dot` says so. */
  expand(text: string, dot: boolean): string;
}

export interface Placing {
  readonly authorities: Authorities;
  /** A certificate that nobody serves. */
  readonly other: Issued;
  /** An address that nobody has yet. */
  newAddress(family: 4 | 6): string;
}

function nameIn(target: Target, host: HostKey): string {
  const [label, zone = target.zone ?? "dane"] = host.split(/(?<=.)@/) as [string, ParentZone?];
  const domain = `${target.name}.${zone}.test`;
  return label === "@" ? domain : `${label}.${domain}`;
}

/** Gives names, addresses and certificates to a target. */
export function place(target: Target, placing: Placing): Site {
  const name = (host: HostKey): string => nameIn(target, host);
  const domain = name("@");
  const maker = (host: string): Parameters<MakeChain>[0] => ({
    authorities: placing.authorities,
    domain,
    host,
    name,
  });
  const hosts = Object.entries(target.hosts ?? {}).map(([key, plans]): SiteHost => {
    const host = name(key);
    let last = "";
    const servers = plans.map((plan): SiteServer => {
      const { chain = selfSigned(), bySni = {}, family = 4, port = 25 } = plan;
      // Another port is another service of the same machine.
      const address = port === 25 ? placing.newAddress(family) : last;
      last = address;
      const named = Object.entries(bySni).map(([each, make]): [string, Chain] => {
        return [name(each), make(maker(name(each)))];
      });
      return { plan, host, address, port, chain: chain(maker(host)), bySni: new Map(named) };
    });
    return { key, name: host, servers };
  });
  const { policy } = target.sts ?? {};
  const policyChain = policy && (policy.chain ?? webPki())(maker(`mta-sts.${domain}`));
  return {
    target,
    domain,
    hosts,
    ...(policyChain === undefined ? {} : { policyChain }),
    name,
    expand: (text, dot) =>
      text.replaceAll(/\{([^}]+)\}/g, (_, host: string) => name(host) + (dot ? "." : "")),
  };
}

/** The certificate that a TLSA record is made from. */
function sourceOf(source: string, servers: readonly SiteServer[], placing: Placing): Issued | undefined {
  const [first, second] = servers;
  switch (source) {
    case "leaf":
    case "short":
    case "junk":
      return first?.chain[0];
    case "leaf2":
      return second?.chain[0];
    case "ca":
      return first?.chain[1];
    case "ca2":
      return first?.chain[2];
    case "sni":
      return first && [...first.bySni.values()][0]?.[0];
    case "root":
      return placing.authorities.root;
    case "private":
      return placing.authorities.privateRoot;
    default:
      return placing.other;
  }
}

const DIGESTS: Readonly<Record<number, string>> = { 1: "sha256", 2: "sha512", 3: "sha256" };

/**
 * Data of a TLSA record in master-file form (RFC 6698 2.2).
 * @throws Error where the servers have no such certificate.
 */
export function tlsaData(plan: TlsaPlan, servers: readonly SiteServer[], placing: Placing): string {
  const [usage = "", selector = "", matching = "", source = ""] = plan.split(" ");
  const certificate = sourceOf(source, servers, placing);
  if (certificate === undefined) throw new Error(`There is no certificate for the TLSA record ${plan}.`);
  const spki = createPublicKey(certificate.key).export({ type: "spki", format: "der" });
  const selected = selector === "0" ? certificate.der : spki;
  const digest = DIGESTS[Number(matching)];
  const whole = digest === undefined ? selected : createHash(digest).update(selected).digest();
  const data = source === "short" ? whole.subarray(0, 20) : source === "junk" ? Buffer.from("no DER") : whole;
  return `${usage} ${selector} ${matching} ${data.toString("hex").toUpperCase()}`;
}
