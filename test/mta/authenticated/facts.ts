/** What the program sees of DNSSEC and DANE at a target, in the words of labels, beside what oracles say of the same. */
import { z } from "zod";
import { makePlan } from "../../support/run/made-plan.ts";
import type { DnsAnswer, EndpointObservation, Observations } from "../../../src/observe/observation.ts";
import { observe } from "../../../src/observe/observe.ts";
import { loadTrustStores } from "../../../src/observe/trust/paths.ts";
import { makeNetwork, roomFor } from "../../../src/run/network.ts";
import { adviseOnRefusal } from "../../../src/run/refusals.ts";
import { systemClock } from "../../../src/system/clock.ts";
import { thisMachine } from "../../../src/system/machine.ts";
import { given } from "../../support/run/recording-host.ts";
import type { Bed } from "./bed.ts";
import { exchanges } from "./oracles.ts";
import type { Site } from "./site.ts";

/** A TLSA record that counts: its fields, and the served certificates that go with it, by their place in the chain. */
const recordFacts = z.strictObject({
  /** In master-file form, as oracles take it. */
  data: z.string(),
  matches: z.array(z.int()),
  signs: z.array(z.int()),
  parses: z.boolean().optional(),
});

const endpointFacts = z.strictObject({
  addresses: z.string(),
  /** The base domain that was asked for last, and the records there; absent where none was asked for. */
  base: z.string().optional(),
  port: z.int(),
  address: z.string(),
  tlsa: z.string().optional(),
  records: z.array(recordFacts),
  purposes: z.array(z.string()),
});
export type EndpointFacts = z.infer<typeof endpointFacts>;

export const targetFacts = z.strictObject({
  name: z.string(),
  /** Status of each answer, as labels have it, by `NAME TYPE`. */
  statuses: z.record(z.string(), z.string()),
  /** By host and server, as labels have them: `mx#2`. */
  endpoints: z.record(z.string(), endpointFacts),
});
export type TargetFacts = z.infer<typeof targetFacts>;

/** Runs the observing half of the program against the bed: everything of DANE, and nothing of relaying. */
export async function observeBed(bed: Bed, resolver: string): Promise<Observations> {
  const direct = bed.sites.flatMap(({ target, hosts, name }) => [
    ...(target.nextHop === undefined ? [] : [name(target.nextHop)]),
    ...hosts.flatMap((host) =>
      host.servers.flatMap(({ port }) => (port === 25 ? [] : [`${host.name}:${String(port)}`])),
    ),
  ]);
  const mailDomains = bed.sites.filter(
    ({ target, hosts }) => target.nextHop === undefined && hosts.length > 0,
  );
  const plan = makePlan(
    given({
      ...bed.settings,
      "dns-server": resolver,
      "config-file": "none",
      domains: mailDomains.map(({ domain }) => domain).join(","),
      servers: direct.join(","),
      checks: "mx,connect,starttls,certificate",
      "tls-floor-test": "false",
      "egress-control": "off",
      retries: "0",
      deadline: "240",
    }),
    "command",
  );
  const trust = loadTrustStores({});
  if ("problem" in trust) throw new Error(trust.problem);
  const machine = thisMachine();
  const room = roomFor(plan.settings, machine.filesLeft);
  const network = makeNetwork(room, plan.settings, trust, { clock: systemClock, machine }, true);
  return observe(
    {
      domains: plan.subjects,
      checks: plan.settings.checks,
      probes: true,
      searchesIssuers: false,
      rulesFor: (host) => {
        const rules = plan.rulesFor(host);
        return { ...rules, scope: { ...rules.scope, dane: true } };
      },
      heloName: "client.test",
      allowPrivateAddresses: true,
      concurrency: room.connections,
      deadline: plan.settings.deadline,
    },
    {
      clock: systemClock,
      createResolver: network.createResolver,
      route: network.route,
      trust,
      interrupt: new AbortController().signal,
      random: machine.random,
      machineName: machine.name,
      adviseOn: adviseOnRefusal,
      interfaces: machine.interfaces,
      onProgress: () => undefined,
    },
  );
}

/** `secure none` and the like. */
export function statusWord({ dnssec, outcome }: DnsAnswer): string {
  if (dnssec === "bogus" || dnssec === "failed" || dnssec === undefined) return dnssec ?? "absent";
  return outcome === "answer" ? dnssec : `${dnssec} none`;
}

/** What was seen of a target, out of a whole run. */
export function factsOf(site: Site, observations: Observations): TargetFacts {
  const statuses: Record<string, string> = {};
  const note = (answer: DnsAnswer | undefined): void => {
    if (answer !== undefined) statuses[`${answer.name} ${answer.type}`] = statusWord(answer);
  };
  const names = new Set([site.domain, ...site.hosts.map((host) => host.name)]);
  const seen = observations.domains.filter(
    ({ name, server }) => name === site.domain || (server !== undefined && names.has(server.lookup.host)),
  );
  for (const { mx, server } of seen) {
    note(mx?.question);
    for (const host of [...(mx?.hosts ?? []), ...(server === undefined ? [] : [server.lookup])]) {
      note(host.a);
      note(host.aaaa);
    }
  }
  const endpoints: TargetFacts["endpoints"] = {};
  for (const endpoint of seen.flatMap((domain) =>
    domain.endpoints.map((key) => observations.endpoints[key]),
  )) {
    if (endpoint?.dane === undefined) continue;
    note(endpoint.dane.cname);
    for (const { tlsa } of endpoint.dane.lookUps) note(tlsa);
    const key = keyOf(site, endpoint);
    if (key !== undefined) endpoints[key] = endpointFactsOf(endpoint);
  }
  return { name: site.target.name, statuses, endpoints };
}

/** An endpoint as labels name it: by the host of the MX record, and the number of the server behind it. */
function keyOf(site: Site, { host, address, port }: EndpointObservation): string | undefined {
  const key = exchanges(site).find((each) => site.name(each) === host);
  const servers = (site.hosts.find((each) => each.name === host) ?? site.hosts[0])?.servers ?? [];
  const index = servers.findIndex((server) => server.address === address && server.port === port);
  return key === undefined || index < 0 ? undefined : `${key}#${String(index + 1)}`;
}

function endpointFactsOf({ dane, connections, address, port }: EndpointObservation): EndpointFacts {
  const last = dane?.lookUps.at(-1);
  const named = connections.find(({ purpose }) => purpose === "dane-name");
  const chain = (named ?? connections.find(({ tls }) => tls?.outcome === "done"))?.tls?.chain ?? [];
  const places = (digests: readonly string[] = []): number[] =>
    digests.map((digest) => chain.findIndex(({ sha256 }) => sha256 === digest));
  const records = (last?.tlsa.associations ?? []).map((record, index) => {
    const match = dane?.matches?.[index];
    return {
      data: `${String(record.usage)} ${String(record.selector)} ${String(record.matchingType)} ${record.data}`,
      matches: places(match?.matches),
      signs: places(match?.signs),
      ...(match?.parses !== undefined && { parses: match.parses }),
    };
  });
  return {
    addresses: dane?.addresses ?? "absent",
    ...(last !== undefined && { base: last.baseDomain, tlsa: statusWord(last.tlsa) }),
    port,
    address,
    records,
    purposes: connections.map(({ purpose }) => purpose),
  };
}
