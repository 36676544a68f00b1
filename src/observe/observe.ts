/** One run of observing: every domain's MX, then every endpoint once, within the deadline. */
import type { NetworkInterfaceInfo } from "node:os";
import net from "node:net";
import { LOOKUPS_AT_ONCE } from "./bounds.ts";
import { round, type Clock } from "../system/clock.ts";
import type { Resolver } from "./dns/resolver.ts";
import { fetchIssuer } from "./trust/issuer-fetch.ts";
import { searchIssuers, type CompletedRun } from "./trust/issuer-search.ts";
import { probeEndpoint, type EndpointTarget } from "./endpoint.ts";
import { addressLiteral, publicMachineName } from "./helo-name.ts";
import { createLimiter } from "./limiter.ts";
import {
  endpointKey,
  type CertificateFacts,
  type ConnectionObservation,
  type DomainObservation,
  type EgressObservation,
  type Environment,
  type EndpointObservation,
  type Observations,
  type ObserveProgress,
} from "./observation.ts";
import { EgressWatch, type EgressGroup, type EgressPlan } from "./egress.ts";
import type { Route } from "./route/route.ts";
import { relayForms, type RelayForm } from "./smtp/relay-forms.ts";
import { listTargets, type DetourRule, type ListedTarget, type Subject, type ProbeRules } from "./targets.ts";
import { relayAnswered } from "./smtp/relay.ts";
import { createTlsContexts } from "./tls/handshake.ts";
import type { TrustStores } from "./trust/paths.ts";
import { Turns } from "./turns.ts";

/** Seconds between two states of progress, for whoever watches. */
const PROGRESS_SECONDS = 0.2;

export interface ObservePlan {
  readonly domains: readonly Subject[];
  /** Checks asked for, by id. */
  readonly checks: readonly string[];
  readonly rulesFor: (host: string) => ProbeRules;
  /** Name for EHLO, where no rule for a host says otherwise; undefined as in {@link ProbeRules}. */
  readonly heloName?: string | undefined;
  readonly allowPrivateAddresses: boolean;
  readonly concurrency: number;
  /** Connections to slow servers beside those, at most; as many as the limiter allows, if left out. */
  readonly aside?: number | undefined;
  /** Seconds for the whole run. */
  readonly deadline: number;
  /** Where to connect in place of what DNS says; the first rule that matches counts. */
  readonly connectTo?: readonly DetourRule[];
  /** Hosts that tell a dead server from a blocked way out; without them nothing is diagnosed. */
  readonly egress?: EgressPlan;
  /** Ask for certificates that servers do not send by their caIssuers names; seconds for each. Absent: do not. */
  readonly issuerTimeout?: number | undefined;
  /** With `wait`, rounds may follow. */
  readonly waits?: boolean;
  /** What was seen before in this run, where only a part is to be looked at again. */
  readonly earlier?: EarlierRound;
}

/** A round of probing that came before, with `wait`. */
export interface EarlierRound {
  readonly observations: Observations;
  /** Monotonic moment at which the first round started. */
  readonly started: number;
  /** Whether a domain or server, by name, is to be looked up again. */
  readonly again: (name: string) => boolean;
  /** Whether what was seen of an endpoint, by key, is to stay as it is. */
  readonly keeps: (key: string) => boolean;
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

/** Observes every domain of the plan. What cannot be seen is recorded as such; nothing is thrown for it. */
export async function observe(plan: ObservePlan, tools: ObserveTools): Promise<Observations> {
  const { clock } = tools;
  const { earlier } = plan;
  // The wall clock is read once in a run, for it may be set meanwhile; what follows is measured by the other one.
  const began = earlier?.started ?? clock.monotonic();
  const started = earlier === undefined ? clock.now() : Date.parse(earlier.observations.started);
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const over = new AbortController();
  void clock.sleep(plan.deadline, over.signal).then(end);
  tools.interrupt.addEventListener("abort", end);
  if (tools.interrupt.aborted) end();
  try {
    const resolver = tools.createResolver(ending.signal);
    const run = new Run(plan, tools, resolver, ending.signal, began);
    void tellProgress(run, clock, over.signal);
    const [machineName, domains] = await Promise.all([
      publicMachineName(tools.machineName, resolver),
      run.lookUpAll(),
    ]);
    const probed = await run.probeAll(machineName);
    const egress = await run.egressFacts();
    const { endpoints, issuers } = await run.completeChains(probed);
    const ended = tools.interrupt.aborted ? "interrupted" : "deadline";
    return {
      schema: "mx-gate/observations/v1",
      started: new Date(started).toISOString(),
      finished: new Date(started + (clock.monotonic() - began) * 1000).toISOString(),
      ...(ending.signal.aborted && { ended }),
      environment: {
        heloName: plan.heloName ?? machineName ?? "address literal",
        resolver: resolver.description,
        route: tools.route.description,
        privateAddressesAllowed: plan.allowPrivateAddresses,
        // Reading the stores takes time, so it is left out where no certificate was judged by them.
        trustStores: Object.keys(run.certificates).length === 0 ? [] : describeStores(tools.trust),
      },
      checks: [...plan.checks],
      domains,
      endpoints,
      ...(egress.length > 0 && { egress }),
      certificates: run.certificates,
      ...(Object.keys(issuers).length > 0 && { issuers }),
    };
  } finally {
    // Where it ends by an error of ours, nothing may go on behind its back.
    end();
    over.abort();
    tools.interrupt.removeEventListener("abort", end);
  }
}

/** Tells how far the run is, every now and then, until it is over. */
async function tellProgress(run: Run, clock: Clock, over: AbortSignal): Promise<void> {
  for (;;) {
    await clock.sleep(PROGRESS_SECONDS, over);
    if (over.aborted) return;
    run.tellProgress();
  }
}

function describeStores(trust: TrustStores): Environment["trustStores"] {
  return trust.names.map((store) => {
    const file = trust.fileOf(store);
    return { store, certificates: trust.size(store), ...(file !== undefined && { file }) };
  });
}

/** The state of one run. */
class Run {
  readonly certificates: Record<string, CertificateFacts>;
  readonly #plan: ObservePlan;
  readonly #tools: ObserveTools;
  readonly #resolver: Resolver;
  readonly #signal: AbortSignal;
  readonly #started: number;
  readonly #egress: EgressWatch;
  readonly #turns = new Turns();
  readonly #targets = new Map<string, ListedTarget>();
  /** Endpoints of domains that are not looked up again. */
  readonly #kept = new Set<string>();
  readonly #domainsByEndpoint = new Map<string, string[]>();
  readonly #underWay = new Map<string, { label: string; since: number }>();
  #domainsResolved = 0;
  #endpointsDone = 0;

  constructor(
    plan: ObservePlan,
    tools: ObserveTools,
    resolver: Resolver,
    signal: AbortSignal,
    started: number,
  ) {
    this.#plan = plan;
    this.#tools = tools;
    this.#resolver = resolver;
    this.#signal = signal;
    this.#started = started;
    this.certificates = { ...plan.earlier?.observations.certificates };
    const { clock, route } = tools;
    this.#egress = new EgressWatch(plan.egress ?? { hosts: [], named: false }, {
      resolver,
      route,
      clock,
      signal,
    });
  }

  /** What was found out of the ways out. */
  egressFacts(): Promise<EgressObservation[]> {
    return this.#egress.facts();
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

  async #lookUp(subject: Subject): Promise<DomainObservation> {
    const { earlier, rulesFor, connectTo, checks } = this.#plan;
    const before = earlier?.observations.domains.find(
      ({ name, kind }) => name === subject.name && kind === subject.kind,
    );
    if (before !== undefined && earlier?.again(subject.name) === false) {
      for (const key of before.endpoints) this.#kept.add(key);
      return before;
    }
    const { observation, targets } = await listTargets(
      subject,
      {
        rulesFor,
        ...(connectTo !== undefined && { connectTo }),
        probes: checks.some((check) => check !== "mx"),
      },
      { ...this.#tools, resolver: this.#resolver },
    );
    const keys = targets.map((listed) => this.#list(listed, subject));
    return { ...observation, endpoints: [...new Set(keys)] };
  }

  #list(listed: ListedTarget, { name, kind }: Subject): string {
    const key = endpointKey(listed.target);
    const known = this.#targets.get(key);
    const privateAllowed = listed.privateAllowed || known?.privateAllowed === true;
    this.#targets.set(key, { target: known?.target ?? listed.target, privateAllowed });
    // A server that was named directly has no domain whose postmaster it should know.
    const sharers = this.#domainsByEndpoint.get(key) ?? [];
    this.#domainsByEndpoint.set(key, sharers);
    if (kind === "domain" && !sharers.includes(name)) sharers.push(name);
    return key;
  }

  /** Probes every listed endpoint once. */
  async probeAll(machineName: string | undefined): Promise<Record<string, EndpointObservation>> {
    const limiter = createLimiter(this.#plan.concurrency, this.#plan.aside);
    const contexts = createTlsContexts(() => this.#tools.trust.pems());
    const floors = new Map<string, string>();
    const { earlier } = this.#plan;
    const before = (key: string): EndpointObservation | undefined => earlier?.observations.endpoints[key];
    const kept = [...this.#kept].flatMap((key): [string, EndpointObservation][] => {
      const observed = this.#targets.has(key) ? undefined : before(key);
      return observed === undefined ? [] : [[key, observed]];
    });
    const mayBeProbed = ({ target, privateAllowed }: ListedTarget): boolean =>
      target.scope === "public" || privateAllowed || this.#plan.allowPrivateAddresses;
    const groups = new Map<string, EgressGroup>();
    for (const [key, listed] of this.#targets) {
      const stays = before(key) !== undefined && earlier?.keeps(key) === true;
      if (mayBeProbed(listed) && !stays) groups.set(key, this.#egress.join(key, listed.target));
    }
    const probe = async ([key, listed]: [string, ListedTarget]): Promise<[string, EndpointObservation]> => {
      const { target } = listed;
      const group = groups.get(key);
      const known = before(key);
      if (group === undefined) {
        if (known !== undefined && mayBeProbed(listed)) return [key, known];
        return [key, { ...target, notProbed: "address-not-public", connections: [] }];
      }
      const rules = this.#plan.rulesFor(target.host);
      const relay = {
        sender: rules.relaySender,
        recipient: rules.relayRecipient,
        domains: this.#domainsByEndpoint.get(key) ?? [],
      };
      const answered = answeredRelay(known);
      const observation = await probeEndpoint(
        {
          target,
          serverName: net.isIP(target.host) === 0 ? target.host : undefined,
          relay: target.asked.relay === "off" || answered !== undefined ? undefined : relay,
          relayForms:
            target.asked.relay === "thorough" && answered === undefined
              ? this.#formsFor(key, target, rules.relayRecipient)
              : [],
          retries: rules.retries,
        },
        {
          ...this.#tools,
          route: watched(this.#tools.route, key, group),
          contexts,
          turns: this.#turns,
          limiter,
          runStarted: this.#started,
          signal: group.signal,
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
          onConnection: () => {
            this.#began(key, target);
            group.began(key, rules.timeout);
          },
          onGreeting: () => group.greeted(),
        },
      );
      group.ended(key);
      this.#underWay.delete(key);
      this.#endpointsDone++;
      return [key, this.#afterWaiting(withEarlierRelay(this.#markNotProbed(observation), answered))];
    };
    const probed = await Promise.all([...this.#targets].map(probe));
    return Object.fromEntries([...kept, ...probed]);
  }

  /** Looks for the issuers that servers do not send, where certificates are to be judged. */
  async completeChains(
    endpoints: Record<string, EndpointObservation>,
  ): Promise<Pick<CompletedRun, "endpoints" | "issuers">> {
    const { checks, issuerTimeout: timeout, allowPrivateAddresses: privateAllowed, earlier } = this.#plan;
    if (!checks.includes("certificate")) return { endpoints, issuers: {} };
    const tools = { ...this.#tools, resolver: this.#resolver, signal: this.#signal, privateAllowed };
    const completed = await searchIssuers(endpoints, this.certificates, {
      trust: this.#tools.trust,
      turns: this.#turns,
      signal: this.#signal,
      asked: earlier?.observations.issuers,
      fetch: timeout === undefined ? undefined : (name) => fetchIssuer(name, { ...tools, timeout }),
    });
    Object.assign(this.certificates, completed.certificates);
    return completed;
  }

  /** With `wait`, an endpoint says when it was seen so. */
  #afterWaiting(observation: EndpointObservation): EndpointObservation {
    if (this.#plan.earlier === undefined && this.#plan.waits !== true) return observation;
    const probedAfter = round(Math.max(0, this.#tools.clock.monotonic() - this.#started));
    return { ...observation, probedAfter };
  }

  #formsFor(key: string, { host, address }: EndpointTarget, recipient: string): RelayForm[] {
    const [domain] = this.#domainsByEndpoint.get(key) ?? [];
    return relayForms({ recipient, host, address, domain, random: this.#tools.random });
  }

  /** An endpoint whose turn did not come before the end of the run was not probed. */
  #markNotProbed(observation: EndpointObservation): EndpointObservation {
    const untouched = observation.connections.every((connection) => connection.connect.outcome === "aborted");
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

/** The route, with an ear for how the connects of one endpoint end. */
function watched(route: Route, key: string, group: EgressGroup): Route {
  return {
    ...route,
    async dial(destination, options) {
      const dialled = await route.dial(destination, options);
      group.dialled(key, dialled.step);
      return dialled;
    },
  };
}

type Relay = ConnectionObservation["relay"];

/** The relay test of an earlier round, where it was answered: that one is never repeated. */
function answeredRelay(known: EndpointObservation | undefined): Relay {
  return known?.connections.find((connection) => relayAnswered(connection.relay))?.relay;
}

/** Puts it where the dialog got as far as it would have been made. */
function withEarlierRelay(observation: EndpointObservation, relay: Relay): EndpointObservation {
  if (relay === undefined) return observation;
  const at = observation.connections.findIndex(
    (connection) => (connection.helo ?? connection.ehlo)?.reply?.code === 250,
  );
  const connections = observation.connections.map((connection, index) =>
    index === at ? { ...connection, relay: { ...relay, earlier: true } } : connection,
  );
  return { ...observation, connections };
}
