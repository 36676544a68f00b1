/** Where the mail of a domain goes (RFC 5321 5.1, RFC 7505), and at which addresses. */
import { ipVersion } from "../../text/ip-address.ts";
import { MAX_HOST_ADDRESSES } from "../bounds.ts";
import type { Clock } from "../../system/clock.ts";
import type { DnsAnswer, HostAddress, MxHost, MxObservation } from "../observation.ts";
import { addressScopeOf } from "./address-scope.ts";
import { hostFormOf } from "./host-form.ts";
import { normalName } from "../../text/dns-name.ts";
import type { Exchange } from "../../dns/answer-data.ts";
import { memoised } from "./resolver.ts";
import type { Resolver } from "./resolver.ts";

export interface LookUpOptions {
  /** Address families that are asked for. */
  readonly families: readonly (4 | 6)[];
}

export interface MxLookUpOptions extends LookUpOptions {
  /** Exchanges that are looked up; of more, those with the lowest preference. */
  readonly maxHosts: number;
  readonly clock: Clock;
}

/** Outcomes that may be the resolver's fault as well as the domain's. */
const DOUBTFUL: ReadonlySet<DnsAnswer["outcome"]> = new Set([
  "servfail",
  "timeout",
  "unreachable",
  "refused",
]);

/** Top-level domains that exist wherever the DNS of the Internet can be asked. */
const PUBLIC_TOP_LEVELS = ["com", "net", "org"];

/** What tells a broken resolver from a broken domain. */
type Doubt = Pick<MxObservation, "root" | "topLevels">;

/** Asks about the resolver where its answers may be its own fault. */
async function doubtOf(answers: readonly (DnsAnswer | undefined)[], resolver: Resolver): Promise<Doubt> {
  const given = answers.filter((answer) => answer !== undefined);
  const root = given.some(({ outcome }) => DOUBTFUL.has(outcome))
    ? await resolver.query(".", "NS")
    : undefined;
  const missing = given.find(({ outcome }) => outcome === "nxdomain");
  const topLevels = missing === undefined ? [] : await missingTopLevels(missing, resolver);
  return { ...(root !== undefined && { root }), ...(topLevels.length > 0 && { topLevels }) };
}

/**
 * A closed network's resolver may say NXDOMAIN to everything that is not its own. Whoever mistypes a top-level domain gets
 * that, too, so the usual ones are asked about as well.
 * @returns nothing where the name's own top-level domain exists
 */
async function missingTopLevels({ name, aliases }: DnsAnswer, resolver: Resolver): Promise<DnsAnswer[]> {
  const own = (aliases.at(-1) ?? name).split(".").at(-1) ?? name;
  const first = await resolver.query(own, "NS");
  if (first.outcome !== "nxdomain") return [];
  const others = PUBLIC_TOP_LEVELS.filter((label) => label !== own);
  return [first, ...(await Promise.all(others.map((label) => resolver.query(label, "NS"))))];
}

/** The addresses in the order of the answers, IPv4 first, each once, and no more than are probed. */
function addressesOf(
  a: DnsAnswer | undefined,
  aaaa: DnsAnswer | undefined,
): Pick<MxHost, "addresses" | "addressesListed"> {
  const [listed4, listed6] = [new Set(a?.values), new Set(aaaa?.values)];
  const inFamily = (family: 4 | 6, listed: ReadonlySet<string>): HostAddress[] =>
    [...listed]
      .slice(0, MAX_HOST_ADDRESSES)
      .map((address) => ({ address, family, scope: addressScopeOf(address) }));
  const addresses = [...inFamily(4, listed4), ...inFamily(6, listed6)];
  const listed = listed4.size + listed6.size;
  return { addresses, ...(listed > addresses.length && { addressesListed: listed }) };
}

async function withAddresses(
  { exchange: host, preference }: { exchange: string; preference: number | null },
  resolver: Resolver,
  { families }: LookUpOptions,
): Promise<MxHost> {
  const form = hostFormOf(host);
  if (form !== "hostname") return { host, preference, form, addresses: [] };
  const [a, aaaa] = await Promise.all([
    families.includes(4) ? resolver.query(host, "A") : undefined,
    families.includes(6) ? resolver.query(host, "AAAA") : undefined,
  ]);
  return {
    host,
    preference,
    form,
    ...(a === undefined ? {} : { a }),
    ...(aaaa === undefined ? {} : { aaaa }),
    ...addressesOf(a, aaaa),
  };
}

/**
 * Looks up the addresses of a server that was named directly. Never rejects.
 * @param host a host name, or an IP address, which is then its own address and needs no question.
 */
export async function lookUpHost(host: string, resolver: Resolver, options: LookUpOptions): Promise<MxHost> {
  const family = ipVersion(host);
  if (family === 4 || family === 6) {
    const addresses: HostAddress[] = [{ address: host, family, scope: addressScopeOf(host) }];
    return { host, preference: null, form: "address", addresses };
  }
  // Resolvers may answer it or not; what it means is fixed (RFC 6761 6.3).
  if (host === "localhost") {
    const addresses: HostAddress[] = [{ address: "127.0.0.1", family: 4, scope: "loopback" }];
    return { host, preference: null, form: "hostname", addresses };
  }
  return withAddresses({ exchange: normalName(host) ?? host, preference: null }, resolver, options);
}

/** The same, and where a question ended in doubt, what tells whose fault it is. */
export async function lookUpServer(
  host: string,
  resolver: Resolver,
  options: LookUpOptions,
): Promise<{ host: MxHost } & Doubt> {
  const found = await lookUpHost(host, resolver, options);
  return { host: found, ...(await doubtOf([found.a, found.aaaa], resolver)) };
}

/** Whether it is certain that a host has no address at all: both families were asked, and both said so. */
function hasNoAddress({ a, aaaa }: MxHost): boolean {
  return [a, aaaa].every((answer) => answer?.outcome === "nodata" || answer?.outcome === "nxdomain");
}

function byPreference(one: Exchange, other: Exchange): number {
  if (one.preference !== other.preference) return one.preference - other.preference;
  return one.exchange < other.exchange ? -1 : Number(one.exchange > other.exchange);
}

/**
 * Looks up the MX hosts of a domain with their addresses. Never rejects.
 *
 * Without MX records the domain itself is the host, unless it certainly has no address either (then there is
 * no host); where its addresses could not be asked for or were not, it stays, with what the questions gave.
 * Where any question ended in doubt, `. NS` is asked, and where a name does not exist, its top-level domain: this tells a
 * broken resolver from a broken domain.
 */
export async function lookUpMx(
  domain: string,
  resolver: Resolver,
  options: MxLookUpOptions,
): Promise<MxObservation> {
  const { maxHosts, clock } = options;
  const started = clock.monotonic();
  // A host that is listed twice is asked for once.
  const once = memoised(resolver);
  const name = normalName(domain) ?? domain;
  const question = await once.query(name, "MX");
  const unending = question.aliasLoop === true || question.aliasLimit !== undefined;
  const implicit = question.outcome === "nodata" && !unending;
  const listed = (question.exchanges ?? []).toSorted(byPreference);
  const asked = implicit ? [{ exchange: name, preference: null }] : listed.slice(0, maxHosts);
  const hosts = await Promise.all(asked.map((host) => withAddresses(host, once, options)));
  const answers = [question, ...hosts.flatMap(({ a, aaaa }) => [a, aaaa])];
  const doubt = await doubtOf(answers, once);
  return {
    question,
    hosts: implicit ? hosts.filter((host) => !hasNoAddress(host)) : hosts,
    implicit,
    ...(listed.length > maxHosts ? { listed: listed.length } : {}),
    ...doubt,
    seconds: Math.max(0, clock.monotonic() - started),
  };
}
