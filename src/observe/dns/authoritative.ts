/**
 * A resolver that asks the domain's own name servers, every one of them, past all caches: what it says holds from
 * the moment on at which the zone was changed, and where the servers differ, it says so.
 */
import { isIPv6 } from "node:net";
import { MAX_NAME_SERVERS, STRAGGLER_SECONDS, ZONE_LOOK_SECONDS } from "../bounds.ts";
import { withoutDuplicates, writeData, type DnsType } from "../../dns/record-types.ts";
import { hasRoute } from "../route/route.ts";
import { addressScopeOf } from "./address-scope.ts";
import { Datagrams } from "./datagrams.ts";
import { formatServer, type NameServer } from "./name-server.ts";
import { parentName } from "../../text/dns-name.ts";
import type { Asked } from "./reply.ts";
import { memoised, type Resolver } from "./resolver.ts";
import { createResolver, failed, type Heard, type Wait } from "./questions.ts";
import { askInTurn, type StubResolverSettings } from "./stub-resolver.ts";

export interface AuthoritativeSettings extends Omit<StubResolverSettings, "servers"> {
  /** Finds the name servers of a zone and their addresses. */
  readonly bootstrap: Resolver;
  /** Port of the name servers. */
  readonly port: number;
  /** Asks name servers whose addresses are not public, too: whoever owns a zone chooses them. */
  readonly allowPrivateAddresses: boolean;
}

/** A resolver that finds a name's zone with the bootstrap resolver, and then asks all name servers of the zone. */
export function createAuthoritativeResolver(settings: AuthoritativeSettings): Resolver {
  const bootstrap = memoised(settings.bootstrap);
  const zones = new Map<string, Promise<NameServer[]>>();
  const datagrams = new Datagrams(settings);

  async function serversOf(name: string): Promise<NameServer[]> {
    for (let zone: string | undefined = name; zone !== undefined && zone !== "."; zone = parentName(zone)) {
      const { values, aliases } = await bootstrap.query(zone, "NS");
      // The name servers of an alias are those of another zone.
      if (values.length > 0 && aliases.length === 0) return addressesOf(values.slice(0, MAX_NAME_SERVERS));
    }
    return [];
  }

  async function addressesOf(hosts: readonly string[]): Promise<NameServer[]> {
    const answers = await Promise.all(
      hosts.flatMap((host) => [bootstrap.query(host, "A"), bootstrap.query(host, "AAAA")]),
    );
    const addresses = [...new Set(answers.flatMap(({ values }) => values))].filter(
      (address) => settings.allowPrivateAddresses || addressScopeOf(address) === "public",
    );
    const [ipv6] = addresses.filter((address) => isIPv6(address));
    const usesIpv6 = ipv6 !== undefined && (await hasRoute(ipv6));
    return addresses
      .filter((address) => usesIpv6 || !isIPv6(address))
      .slice(0, MAX_NAME_SERVERS)
      .map((address) => ({ address, port: settings.port }));
  }

  async function ask(asked: Asked, checkingDisabled: boolean, wait: Wait): Promise<Heard> {
    const { name } = asked;
    const known = zones.get(name) ?? serversOf(name);
    zones.set(name, known);
    // Looking for the zone takes a question for each label: all of it has the time of one question.
    const servers = await Promise.race([known, wait.over]);
    if ("kind" in servers) return servers;
    if (servers.length === 0)
      return failed("servfail", "no answer (no name server of its zone with a public address was found)");
    const { promise: straggling, resolve: patienceEnds } = Promise.withResolvers<Heard>();
    const askOne = async (server: NameServer): Promise<Heard> => {
      const only = { ...settings, servers: [server], datagrams };
      const heard = await Promise.race([askInTurn(asked, checkingDisabled, only, wait), straggling]);
      if (heard.kind !== "failed")
        void wait.pause(STRAGGLER_SECONDS).then(() => patienceEnds(failed("timeout")));
      return { ...heard, server: formatServer(server) };
    };
    return combine(await Promise.all(servers.map(askOne)), asked.type);
  }

  const resolver = createResolver("the domains' own name servers", settings, ZONE_LOOK_SECONDS, ask);
  return {
    description: resolver.description,
    query: (name, type, manner) =>
      // Nobody but a resolver answers for the root.
      name === "." ? settings.bootstrap.query(name, type, manner) : resolver.query(name, type, manner),
  };
}

/** One answer out of several: everything that any server says, since any sender may meet any of them. */
function combine(all: readonly Heard[], type: DnsType): Heard {
  const settled = all.flatMap((heard) => (heard.kind === "settled" ? [heard] : []));
  const [first] = settled;
  if (first === undefined) {
    const other = all.find((heard) => heard.kind === "continued") ?? all[0];
    return other ?? failed("servfail");
  }
  const differ = new Set(settled.map((heard) => saying(heard, type))).size > 1;
  if (!differ) return first;
  const best = settled.find(({ outcome }) => outcome === "answer") ?? first;
  return {
    ...best,
    records: withoutDuplicates(
      type,
      settled.flatMap(({ records }) => records),
    ),
    differing: settled.map((heard) => ({
      server: heard.server ?? "",
      outcome: heard.outcome,
      values: contentOf(heard, type),
    })),
  };
}

type Settled = Extract<Heard, { kind: "settled" }>;

function contentOf({ records }: Settled, type: DnsType): string[] {
  return records.map((data) => writeData(type, data)).sort();
}

function saying(heard: Settled, type: DnsType): string {
  return JSON.stringify([heard.outcome, contentOf(heard, type)]);
}
