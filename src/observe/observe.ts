/** One run of observing: every domain's MX, then every endpoint once, within the deadline. */
import type { NetworkInterfaceInfo } from "node:os";
import net from "node:net";
import type { Clock } from "./clock.ts";
import { lookUpMx } from "./dns/mx.ts";
import type { Resolver } from "./dns/resolver.ts";
import { probeEndpoint, type EndpointTarget } from "./endpoint.ts";
import { addressLiteral, publicMachineName } from "./helo-name.ts";
import { createManners } from "./manners.ts";
import {
  endpointKey,
  type CertificateFacts,
  type DomainObservation,
  type EndpointObservation,
  type Observations,
  type ProbeScope,
} from "./observation.ts";
import type { Route } from "./route/route.ts";
import { relayForms, type RelayForm } from "./smtp/relay-forms.ts";
import { createTlsContexts } from "./tls/handshake.ts";
import type { TrustStores } from "./tls/trust.ts";

/** Exchanges probed per domain: none in the wild lists more, and a hostile zone may list thousands. */
export const MAX_MX_HOSTS = 100;

/** Domains whose MX is looked up at once: DNS answers are cheap, resolvers limit clients all the same. */
const LOOKUPS_AT_ONCE = 128;

/** Seconds between two states of progress, for whoever watches. */
const PROGRESS_SECONDS = 0.2;

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

export interface ObservePlan {
  readonly domains: readonly Pick<DomainObservation, "name" | "kind" | "source">[];
  /** Checks asked for, by id. */
  readonly checks: readonly string[];
  readonly rulesFor: (host: string) => ProbeRules;
  readonly allowPrivateAddresses: boolean;
  readonly concurrency: number;
  /** Seconds for the whole run. */
  readonly deadline: number;
}

export interface ObserveTools {
  readonly clock: Clock;
  /** Makes the resolver of the run, which asks each question once and ends with the signal. */
  readonly createResolver: (signal: AbortSignal) => Resolver;
  readonly route: Route;
  readonly trust: TrustStores;
  /** Ends the run early. */
  readonly interrupt: AbortSignal;
  /** A number in [0, 1) that nobody can foresee. */
  readonly random: () => number;
  /** The machine's own name. */
  readonly machineName: string;
  readonly interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
  readonly onProgress: (progress: ObserveProgress) => void;
}

export interface ObserveProgress {
  readonly domainsResolved: number;
  readonly domains: number;
  readonly endpointsDone: number;
  readonly endpoints: number;
  /** Endpoints under way, the longest first: name and seconds. */
  readonly underWay: readonly { readonly endpoint: string; readonly seconds: number }[];
}

/** Observes every domain of the plan. What cannot be seen is recorded as such; nothing is thrown for it. */
export async function observe(plan: ObservePlan, tools: ObserveTools): Promise<Observations> {
  const started = tools.clock.now();
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const timer = setTimeout(end, plan.deadline * 1000);
  let ticking: NodeJS.Timeout | undefined;
  tools.interrupt.addEventListener("abort", end);
  if (tools.interrupt.aborted) end();
  try {
    const resolver = tools.createResolver(ending.signal);
    const run = new Run(plan, tools, resolver, ending.signal);
    ticking = setInterval(() => run.tellProgress(), PROGRESS_SECONDS * 1000);
    const machineName = await publicMachineName(tools.machineName, resolver);
    const domains = await run.lookUpAll();
    const endpoints = await run.probeAll(machineName);
    return {
      schema: "mx-gate/observations/v1",
      started: new Date(started).toISOString(),
      finished: new Date(tools.clock.now()).toISOString(),
      environment: {
        heloName: machineName ?? "address literal",
        resolver: resolver.description,
        route: tools.route.description,
        privateAddressesAllowed: plan.allowPrivateAddresses,
        // Reading the stores takes time, so it is left out where no certificate was judged by them.
        trustStores: Object.keys(run.certificates).length === 0 ? [] : describeStores(tools.trust),
      },
      checks: [...plan.checks],
      domains,
      endpoints,
      certificates: run.certificates,
    };
  } finally {
    // Where it ends by an error of ours, nothing may go on behind its back.
    end();
    clearTimeout(timer);
    clearInterval(ticking);
    tools.interrupt.removeEventListener("abort", end);
  }
}

function describeStores(trust: TrustStores): { store: string; certificates: number }[] {
  return trust.names.map((store) => ({ store, certificates: trust.size(store) }));
}

/** The state of one run. */
class Run {
  readonly certificates: Record<string, CertificateFacts> = {};
  readonly #plan: ObservePlan;
  readonly #tools: ObserveTools;
  readonly #resolver: Resolver;
  readonly #signal: AbortSignal;
  readonly #started: number;
  readonly #targets = new Map<string, EndpointTarget>();
  readonly #domainsByEndpoint = new Map<string, string[]>();
  readonly #underWay = new Map<string, { label: string; since: number }>();
  #domainsResolved = 0;
  #endpointsDone = 0;

  constructor(plan: ObservePlan, tools: ObserveTools, resolver: Resolver, signal: AbortSignal) {
    this.#plan = plan;
    this.#tools = tools;
    this.#resolver = resolver;
    this.#signal = signal;
    this.#started = tools.clock.monotonic();
  }

  /** Looks every domain's MX up and lists the endpoints to probe. */
  async lookUpAll(): Promise<DomainObservation[]> {
    const observed = new Array<DomainObservation>(this.#plan.domains.length);
    const queue = this.#plan.domains.entries();
    const worker = async (): Promise<void> => {
      for (const [index, domain] of queue) {
        observed[index] = await this.#lookUp(domain);
        this.#domainsResolved++;
      }
    };
    await Promise.all(Array.from({ length: LOOKUPS_AT_ONCE }, worker));
    return observed;
  }

  async #lookUp(domain: ObservePlan["domains"][number]): Promise<DomainObservation> {
    // Both families are asked for whatever is probed: a host without IPv4 is not a host without address.
    const options = { families: [4, 6] as const, maxHosts: MAX_MX_HOSTS, clock: this.#tools.clock };
    const mx = await lookUpMx(domain.name, this.#resolver, options);
    const endpoints = new Set<string>();
    if (this.#plan.checks.some((check) => check !== "mx")) {
      for (const { host, form, addresses } of mx.hosts) {
        const rules = this.#plan.rulesFor(host);
        for (const { address, family, scope } of addresses) {
          if (form !== "hostname" || !rules.families.includes(family)) continue;
          const target: EndpointTarget = {
            host,
            address,
            family,
            scope,
            port: rules.port,
            sharesOurNetwork: sharesNetwork(address, this.#tools.interfaces),
            tlsMode: "starttls",
            asked: rules.scope,
            replyTimeout: rules.replyTimeout,
          };
          endpoints.add(this.#list(target, domain.name));
        }
      }
    }
    return { ...domain, mx, endpoints: [...endpoints] };
  }

  #list(target: EndpointTarget, domain: string): string {
    const key = endpointKey(target);
    if (!this.#targets.has(key)) this.#targets.set(key, target);
    const sharers = this.#domainsByEndpoint.get(key);
    if (sharers === undefined) this.#domainsByEndpoint.set(key, [domain]);
    else if (!sharers.includes(domain)) sharers.push(domain);
    return key;
  }

  /** Probes every listed endpoint once. */
  async probeAll(machineName: string | undefined): Promise<Record<string, EndpointObservation>> {
    const manners = createManners(this.#plan.concurrency);
    const contexts = createTlsContexts();
    const floors = new Map<string, string>();
    const probe = async ([key, target]: [string, EndpointTarget]): Promise<[string, EndpointObservation]> => {
      if (target.scope !== "public" && !this.#plan.allowPrivateAddresses) {
        return [key, { ...target, notProbed: "address-not-public", connections: [] }];
      }
      const rules = this.#plan.rulesFor(target.host);
      const relay = {
        sender: rules.relaySender,
        recipient: rules.relayRecipient,
        domains: this.#domainsByEndpoint.get(key) ?? [],
      };
      const observation = await probeEndpoint(
        {
          target,
          serverName: net.isIP(target.host) === 0 ? target.host : undefined,
          relay: target.asked.relay === "off" ? undefined : relay,
          relayForms:
            target.asked.relay === "thorough" ? this.#formsFor(key, target, rules.relayRecipient) : [],
          retries: rules.retries,
        },
        {
          ...this.#tools,
          contexts,
          manners,
          runStarted: this.#started,
          signal: this.#signal,
          timeout: rules.timeout,
          replyTimeout: rules.replyTimeout,
          heloName: (localAddress) => rules.heloName ?? machineName ?? addressLiteral(localAddress),
          keepCertificates: (certificates) => Object.assign(this.certificates, certificates),
          claimFloor: (host, address, port) => {
            const place = `${address}|${String(port)}`;
            const holder = floors.get(place) ?? host;
            floors.set(place, holder);
            return holder;
          },
          onConnection: () => this.#began(key, target),
        },
      );
      this.#underWay.delete(key);
      this.#endpointsDone++;
      return [key, this.#markNotProbed(observation)];
    };
    return Object.fromEntries(await Promise.all([...this.#targets].map(probe)));
  }

  #formsFor(key: string, { host, address }: EndpointTarget, recipient: string): RelayForm[] {
    const [domain] = this.#domainsByEndpoint.get(key) ?? [];
    return relayForms({ recipient, host, address, domain, random: this.#tools.random });
  }

  /** An endpoint whose turn did not come before the end of the run was not probed. */
  #markNotProbed(observation: EndpointObservation): EndpointObservation {
    const untouched = observation.connections.every((seen) => seen.connect.outcome === "aborted");
    if (!this.#signal.aborted || !untouched) return observation;
    return {
      ...observation,
      notProbed: this.#tools.interrupt.aborted ? "interrupted" : "deadline",
      connections: [],
    };
  }

  #began(key: string, target: EndpointTarget): void {
    if (this.#underWay.has(key)) return;
    const label = `${target.host} [${target.address}]:${String(target.port)}`;
    this.#underWay.set(key, { label, since: this.#tools.clock.monotonic() });
  }

  /** Tells how far the run is. */
  tellProgress(): void {
    const now = this.#tools.clock.monotonic();
    const underWay = [...this.#underWay.values()].slice(0, 3);
    this.#tools.onProgress({
      domainsResolved: this.#domainsResolved,
      domains: this.#plan.domains.length,
      endpointsDone: this.#endpointsDone,
      endpoints: this.#targets.size,
      // The map keeps the order of insertion, so its first entries are under way for the longest time.
      underWay: underWay.map(({ label, since }) => ({ endpoint: label, seconds: now - since })),
    });
  }
}

/** Whether an address lies in a network that one of this machine's interfaces is attached to. */
function sharesNetwork(address: string, interfaces: ObserveTools["interfaces"]): boolean {
  const family = net.isIPv6(address) ? "ipv6" : "ipv4";
  return Object.values(interfaces).some((addresses) =>
    addresses?.some((own) => {
      const prefix = Number(own.cidr?.split("/")[1] ?? Number.NaN);
      if (own.family.toLowerCase() !== family || Number.isNaN(prefix) || prefix === 0) return false;
      const network = new net.BlockList();
      network.addSubnet(own.address, prefix, family);
      return network.check(address, family);
    }),
  );
}
