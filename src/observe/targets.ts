/** From what is to be tested to the endpoints that are probed: MX lookups, named servers, detours. */
import type { NetworkInterfaceInfo } from "node:os";
import net from "node:net";
import { serviceAt, type MailService } from "../text/address.ts";
import { MAX_MX_HOSTS } from "./bounds.ts";
import type { Clock } from "../system/clock.ts";
import type { DaneQuestion } from "./dns/dane.ts";
import { lookUpMx, lookUpServer } from "./dns/mx.ts";
import type { Resolver } from "./dns/resolver.ts";
import type { EndpointTarget } from "./endpoint.ts";
import { oneAddressOf } from "./load/one-address.ts";
import { ownerOf } from "./load/owner.ts";
import {
  serviceKey,
  type Detour,
  type DnsAnswer,
  type DomainObservation,
  type HostAddress,
  type HostService,
  type MxHost,
  type ProbeScope,
  type ShardFacts,
} from "./observation.ts";
import type { Route } from "./route/route.ts";
import type { PolicyFile } from "./sts/published.ts";

/** Both families are asked for whatever is probed: a host without IPv4 is not a host without address. */
const FAMILIES = [4, 6] as const;

/** A server that the user named directly. */
export interface NamedServer extends MailService {
  /** Host name in A-labels, or an IP address. */
  readonly host: string;
  readonly port: number;
  readonly allowPrivateAddresses: boolean;
}

/** What to test: a mail domain, or a server. */
export type Subject = Pick<DomainObservation, "name" | "kind" | "source" | "lines"> & {
  readonly server?: NamedServer;
  /** Stands for the MTA-STS policy that its policy host serves. */
  readonly policyFile?: PolicyFile | undefined;
};

/** Connect elsewhere (curl's `--connect-to`); undefined matches everything on the left, keeps what is there on the right. */
export interface DetourRule {
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly toHost: string | undefined;
  readonly toPort: number | undefined;
}

export interface TargetTools {
  readonly clock: Clock;
  readonly resolver: Resolver;
  readonly route: Route;
  readonly interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
}

export interface TargetPlan {
  readonly rulesFor: (host: string) => ProbeRules;
  readonly connectTo?: readonly DetourRule[];
  /** False where DNS is all that is asked for. */
  readonly probes: boolean;
  /** Whose hosts alone are listed; absent: all. */
  readonly shard?: ShardFacts | undefined;
}

/** An endpoint to probe. */
export interface ListedTarget {
  readonly target: EndpointTarget;
  /** Another address of its host is probed in its place. */
  readonly spared?: boolean;
  /** The user pointed at this place, so it may be one that is not public. */
  readonly privateAllowed: boolean;
  /** Where its TLSA records are; undefined where it has none to be asked for. */
  readonly dane?: DaneQuestion | undefined;
}

export interface Listed {
  readonly observation: Omit<DomainObservation, "endpoints">;
  readonly targets: readonly ListedTarget[];
}

/** Looks a subject up and lists its endpoints. */
export async function listTargets(
  { server, policyFile: _policyFile, ...subject }: Subject,
  plan: TargetPlan,
  tools: TargetTools,
): Promise<Listed> {
  const listing = new Listing(plan, tools);
  if (server !== undefined) return listing.ofServer(subject, server);
  const mx = await lookUpMx(subject.name, tools.resolver, {
    families: FAMILIES,
    maxHosts: MAX_MX_HOSTS,
    clock: tools.clock,
  });
  if (plan.probes) {
    for (const host of mx.hosts) {
      if (host.form === "hostname") await listing.add(host, serviceOf(plan.rulesFor(host.host)), false);
    }
  }
  return listing.finish({ ...subject, mx });
}

type LookedUp = Awaited<ReturnType<typeof lookUpServer>>;
type Service = MailService & Pick<NamedServer, "port">;

/** A service at the port that is connected to, with the one that senders would take. */
interface PlacedService extends Service {
  readonly askedPort: number;
}

function serviceOf({ port }: ProbeRules): Service {
  return { port, ...serviceAt(port) };
}

class Listing {
  readonly #plan: TargetPlan;
  readonly #tools: TargetTools;
  readonly #targets: ListedTarget[] = [];
  readonly #detours: Detour[] = [];
  /** Services that other shards probe, by {@link serviceKey}. */
  readonly #elsewhere = new Map<string, HostService>();

  constructor(plan: TargetPlan, tools: TargetTools) {
    this.#plan = plan;
    this.#tools = tools;
  }

  async ofServer(subject: Omit<Subject, "server">, server: NamedServer): Promise<Listed> {
    const { clock, resolver } = this.#tools;
    const { host, port, tlsMode, allowPrivateAddresses } = server;
    const started = clock.monotonic();
    const elsewhere = this.#detourOf(host, port)?.toHost !== undefined;
    const unasked: MxHost = { host, preference: null, form: "hostname", addresses: [] };
    // Where the user says where it is, nobody needs to be asked: it may not be in DNS yet.
    const found: LookedUp = elsewhere
      ? { host: unasked }
      : await lookUpServer(host, resolver, { families: FAMILIES });
    if (this.#plan.probes) await this.add(found.host, server, allowPrivateAddresses);
    const seconds = Math.max(0, clock.monotonic() - started);
    const { host: lookup, ...doubt } = found;
    return this.finish({
      ...subject,
      server: {
        port,
        tlsMode,
        lookup,
        ...doubt,
        privateAddressesAllowed: allowPrivateAddresses,
        seconds,
      },
    });
  }

  /** Adds the endpoints of a host, or those of the place where `connect-to` leads. */
  async add(host: MxHost, service: Service, privateAllowed: boolean): Promise<void> {
    const rules = this.#plan.rulesFor(host.host);
    const detour = this.#detourOf(host.host, service.port);
    if (detour === undefined) {
      const named = host.form === "address";
      const addresses = host.addresses.filter(({ family }) => named || rules.families.includes(family));
      this.#listAll(host, addresses, { ...service, askedPort: service.port }, rules, privateAllowed);
      return;
    }
    const toPort = detour.toPort ?? service.port;
    const { host: to, ...doubt }: LookedUp =
      detour.toHost === undefined
        ? { host }
        : await lookUpServer(detour.toHost, this.#tools.resolver, { families: FAMILIES });
    this.#detours.push({
      host: host.host,
      port: service.port,
      to,
      toPort,
      ...doubt,
    });
    const addresses = to.addresses.filter(
      ({ family }) => detour.toHost !== undefined || rules.families.includes(family),
    );
    const there = { ...service, port: toPort, askedPort: service.port };
    this.#listAll(host, addresses, there, rules, true, "connect-to");
  }

  finish(observation: Listed["observation"]): Listed {
    const detours = this.#detours.length === 0 ? {} : { detours: this.#detours };
    const elsewhere = this.#elsewhere.size === 0 ? {} : { elsewhere: [...this.#elsewhere.values()] };
    return { observation: { ...observation, ...detours, ...elsewhere }, targets: this.#targets };
  }

  #detourOf(host: string, port: number): DetourRule | undefined {
    return this.#plan.connectTo?.find((rule) => (rule.host ?? host) === host && (rule.port ?? port) === port);
  }

  /** Lists the endpoints of a host, or notes that another shard probes them. */
  #listAll(
    from: MxHost,
    addresses: readonly HostAddress[],
    service: PlacedService,
    rules: ProbeRules,
    privateAllowed: boolean,
    detoured?: "connect-to",
  ): void {
    const { shard } = this.#plan;
    const { host } = from;
    const { port, tlsMode } = service;
    if (shard !== undefined && ownerOf(host, shard.of) !== shard.index) {
      const elsewhere = { host, port, tlsMode };
      if (addresses.length > 0) this.#elsewhere.set(serviceKey(elsewhere), elsewhere);
      return;
    }
    const one = rules.addresses === "one" ? oneAddressOf(host, addresses) : undefined;
    for (const address of addresses) {
      const spared = one !== undefined && address !== one;
      this.#list(from, address, service, rules, { privateAllowed, ...(spared && { spared }) }, detoured);
    }
  }

  #list(
    from: MxHost,
    { address, family, scope }: HostAddress,
    { port, tlsMode, submission, askedPort }: PlacedService,
    rules: ProbeRules,
    allowed: Pick<ListedTarget, "privateAllowed" | "spared">,
    detoured?: "connect-to",
  ): void {
    const reachedBy = detoured ?? this.#tools.route.kind;
    const { host } = from;
    const target: EndpointTarget = {
      host,
      address,
      family,
      scope,
      port,
      sharesOurNetwork: sharesNetwork(address, this.#tools.interfaces),
      tlsMode,
      ...(submission && { submission }),
      ...(reachedBy !== undefined && { reachedBy }),
      asked: rules.scope,
      replyTimeout: rules.replyTimeout,
    };
    // An address has no name to look under (RFC 7672 2.2).
    const named = rules.scope.dane === true && from.form === "hostname";
    const elsewhere = detoured !== undefined;
    const addresses = elsewhere ? placedElsewhere(from, family) : answerOf(from, family);
    this.#targets.push({
      target,
      ...allowed,
      // What is never asked for in DNS, as localhost is, has no records there.
      ...(named && (elsewhere || addresses !== undefined) && { dane: { host, port: askedPort, addresses } }),
    });
  }
}

/** The answer that has the addresses of a family; undefined where nobody was asked. */
function answerOf({ a, aaaa }: MxHost, family: 4 | 6): DnsAnswer | undefined {
  return family === 4 ? a : aaaa;
}

/**
 * The answer that senders find in place of `connect-to`: that of the same family, else the other one. Undefined where the
 * host is not in DNS yet.
 */
function placedElsewhere(host: MxHost, family: 4 | 6): DnsAnswer | undefined {
  const answers = [answerOf(host, family), answerOf(host, family === 4 ? 6 : 4)];
  return answers.find((answer) => answer !== undefined && answer.values.length > 0);
}

type Interfaces = TargetTools["interfaces"];

/** The networks that this machine is attached to, by its interfaces: they are the same for every endpoint of a run. */
const networks = new WeakMap<Interfaces, readonly Network[]>();

interface Network {
  readonly family: "ipv4" | "ipv6";
  readonly members: net.BlockList;
}

function networksOf(interfaces: Interfaces): readonly Network[] {
  const known = networks.get(interfaces);
  if (known !== undefined) return known;
  const made = Object.values(interfaces).flatMap((addresses = []) =>
    addresses.flatMap((own): Network[] => {
      const family = own.family === "IPv6" ? "ipv6" : "ipv4";
      const prefix = Number(own.cidr?.split("/")[1] ?? Number.NaN);
      if (Number.isNaN(prefix) || prefix === 0) return [];
      const members = new net.BlockList();
      members.addSubnet(own.address, prefix, family);
      return [{ family, members }];
    }),
  );
  networks.set(interfaces, made);
  return made;
}

/** Whether an address lies in a network that one of this machine's interfaces is attached to. */
function sharesNetwork(address: string, interfaces: Interfaces): boolean {
  const family = net.isIPv6(address) ? "ipv6" : "ipv4";
  return networksOf(interfaces).some(
    (network) => network.family === family && network.members.check(address, family),
  );
}

/** How an endpoint of this host is to be probed. */
export interface ProbeRules {
  readonly port: number;
  readonly families: readonly (4 | 6)[];
  /** Whether all addresses of a host are probed, or one that stands for the others. */
  readonly addresses: "all" | "one";
  readonly scope: ProbeScope;
  readonly relaySender: string;
  readonly relayRecipient: string;
  readonly retries: number;
  readonly timeout: number;
  readonly replyTimeout: number;
  /** Name for EHLO; undefined: the machine's own, or the address literal. */
  readonly heloName: string | undefined;
}
