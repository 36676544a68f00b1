/** The other half of a run: every endpoint that is listed is probed once. */
import { createHash } from "node:crypto";
import net from "node:net";
import { round, startLateness, type Clock } from "../system/clock.ts";
import type { Turns } from "../system/turns.ts";
import { hostAddressPort } from "../text/address.ts";
import { SAMPLE_OF_POSTMASTERS } from "./bounds.ts";
import { answeredRelay, withEarlierRelay } from "./earlier-relay.ts";
import { EgressWatch, type EgressGroup } from "./egress.ts";
import { probeEndpoint, type EndpointPlan, type EndpointTarget } from "./endpoint.ts";
import { addressLiteral } from "./helo-name.ts";
import { createLimiter, type Limiter } from "./limiter.ts";
import { operatorOf } from "./load/operator.ts";
import { placesPerOperator, politenessBounds } from "./load/politeness.ts";
import type { LookUps } from "./look-ups.ts";
import { earlyEnd } from "./egress-facts.ts";
import type {
  CertificateFacts,
  EgressObservation,
  EndpointObservation,
  ObserveProgress,
  PolitenessBound,
} from "./observation.ts";
import type { ObservePlan, ObserveTools } from "./observe-plan.ts";
import { lookUpDane } from "./dns/dane.ts";
import type { Resolver } from "./dns/resolver.ts";
import type { Route } from "./route/route.ts";
import { relayForms, type RelayForm } from "./smtp/relay-forms.ts";
import type { ListedTarget } from "./targets.ts";
import { createTlsContexts } from "./tls/handshake.ts";
import type { Signal } from "../system/signal.ts";

/** What probing needs beside the tools of the run. */
export interface ProbingTools extends ObserveTools {
  readonly resolver: Resolver;
  readonly turns: Turns;
  /** Ends the run. */
  readonly signal: Signal;
  /** Monotonic moment at which the run began. */
  readonly began: number;
  /** The certificates that were seen. */
  readonly certificates: Readonly<Record<string, CertificateFacts>>;
  /** Takes what is left of a connection once all is seen: the answer to QUIT. */
  readonly onLeaving?: (left: Promise<void>) => void;
  /** Takes the certificates that are seen. */
  keepCertificates(seen: Readonly<Record<string, CertificateFacts>>): void;
}

export class Probing {
  readonly #plan: ObservePlan;
  readonly #tools: ProbingTools;
  readonly #lookUps: LookUps;
  readonly #egress: EgressWatch;
  readonly #underWay = new Map<string, { label: string; since: number }>();
  readonly #limiter: Limiter;
  readonly #contexts = createTlsContexts(() => this.#tools.trust.pems());
  readonly #floors = new Map<string, string>();
  readonly #groups = new Map<string, EgressGroup>();
  /** Endpoints by key, in the order in which they were listed. */
  readonly #probes = new Map<string, Promise<EndpointObservation>>();
  readonly #begun = new Set<string>();
  #machineName: string | undefined;
  readonly #done = new Set<string>();

  constructor(plan: ObservePlan, tools: ProbingTools, lookUps: LookUps) {
    this.#plan = plan;
    this.#tools = tools;
    this.#lookUps = lookUps;
    this.#limiter = createLimiter(plan.concurrency, plan.aside, placesPerOperator(plan.shard?.of));
    this.#egress = new EgressWatch(plan.egress ?? { hosts: [], named: false }, tools);
  }

  /**
   * Makes ready what the first handshakes take, piece by piece, while the answers of DNS are on their way: to read the
   * trust stores and to make the ClientHello that goes with them takes a tenth of a second.
   */
  async prepare(): Promise<void> {
    const { turns, trust, signal, prepareAdvice } = this.#tools;
    for (const store of trust.unread()) await turns.do(() => trust.size(store), signal);
    if (prepareAdvice !== undefined) await turns.do(prepareAdvice, signal);
    await turns.do(() => this.#contexts.full, signal);
    // The list of public suffixes is unpacked when the first operator is looked for.
    await turns.do(() => operatorOf("example.org"), signal);
    for (const store of trust.names) {
      while ((await turns.do(() => trust.prepare(store), signal)) === true);
    }
  }

  /** What was found out of the ways out. */
  egressFacts(): Promise<EgressObservation[]> {
    return this.#egress.facts();
  }

  /** Probes every endpoint that is listed, and from now on those that will be. */
  begin(machineName: string | undefined): void {
    this.#machineName = machineName;
    const listed = [...this.#lookUps.targets.keys()];
    // Each is announced before the first one begins: together they tell a dead server from a blocked way out.
    for (const key of listed) this.#announce(key);
    for (const key of listed) this.#take(key);
    this.#lookUps.follow((key) => {
      this.#announce(key);
      this.#take(key);
    });
  }

  /** Every endpoint, once all are listed; what was seen before stays where it is kept. */
  async all(): Promise<Record<string, EndpointObservation>> {
    const kept = [...this.#lookUps.kept].flatMap((key): [string, EndpointObservation][] => {
      const observed = this.#lookUps.targets.has(key) ? undefined : this.#before(key);
      return observed === undefined ? [] : [[key, observed]];
    });
    const probed = await Promise.all(
      [...this.#probes].map(async ([key, observed]): Promise<[string, EndpointObservation]> => [
        key,
        await observed,
      ]),
    );
    return Object.fromEntries([...kept, ...probed]);
  }

  /** Resolves when every one of these endpoints is probed; they are listed, and probing has begun. */
  async done(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.flatMap((key) => this.#probes.get(key) ?? []));
  }

  #before(key: string): EndpointObservation | undefined {
    return this.#plan.earlier?.observations.endpoints[key];
  }

  /**
   * Operators whose endpoints politeness does not let it reach in time, of those that are listed so far.
   * @param secondsLeft of the deadline
   */
  bounds(secondsLeft: number): PolitenessBound[] {
    const listed = [...this.#lookUps.targets].filter(
      ([key, target]) => this.#mayBeProbed(target) && this.#plan.earlier?.keeps(key) !== true,
    );
    return politenessBounds(
      listed.map(([, { target }]) => target),
      { atOnce: placesPerOperator(this.#plan.shard?.of), secondsLeft },
    );
  }

  #mayBeProbed({ target, privateAllowed, spared }: ListedTarget): boolean {
    if (spared === true) return false;
    return target.scope === "public" || privateAllowed || this.#plan.allowPrivateAddresses;
  }

  #announce(key: string): void {
    const listed = this.#lookUps.targets.get(key);
    if (listed === undefined || this.#groups.has(key) || !this.#mayBeProbed(listed)) return;
    const kept = this.#plan.earlier?.keeps(key) === true ? this.#before(key) : undefined;
    const group = this.#egress.join(key, mailTarget(listed.target));
    if (kept === undefined) {
      this.#groups.set(key, group);
      return;
    }
    // What greeted in an earlier round says of the way out what it said then.
    if (earlyEnd(kept) === "heard") group.greeted(key);
    group.ended(key);
  }

  /** Probes an endpoint, unless that was begun before; of its domains, the later ones may allow what others do not. */
  #take(key: string): void {
    const listed = this.#lookUps.targets.get(key);
    const group = this.#groups.get(key);
    if (listed === undefined || this.#begun.has(key)) return;
    if (group !== undefined) {
      this.#begun.add(key);
      const probed = this.#probe(key, listed, group);
      // Heard by all(), which may not be waiting yet.
      probed.catch(() => undefined);
      this.#probes.set(key, probed);
      return;
    }
    const known = this.#mayBeProbed(listed) ? this.#before(key) : undefined;
    const unprobed: EndpointObservation = {
      ...listed.target,
      notProbed: listed.spared === true ? "another-address" : "address-not-public",
      connections: [],
    };
    this.#tools.sink?.endpoint(known ?? unprobed);
    this.#probes.set(key, Promise.resolve(known ?? unprobed));
  }

  async #probe(
    key: string,
    { target, dane }: ListedTarget,
    group: EgressGroup,
  ): Promise<EndpointObservation> {
    const known = this.#before(key);
    const rules = this.#plan.rulesFor(target.host);
    const answered = answeredRelay(known);
    await this.#tools.sink?.ready();
    // Here, where little is under way yet: thousands may wait.
    const place = await this.#limiter.enter(target.host, target.address);
    const observation = await probeEndpoint(
      {
        target,
        place,
        serverName: net.isIP(target.host) === 0 ? target.host : undefined,
        sender: rules.relaySender,
        foreign: target.asked.relay === "off" || answered !== undefined ? undefined : rules.relayRecipient,
        ...this.#postmastersOf(key, target),
        relayForms:
          target.asked.relay === "thorough" && answered === undefined
            ? this.#formsFor(key, target, rules.relayRecipient)
            : [],
        retries: rules.retries,
        // Asked for while the server is connected to: nobody waits for it but who compares.
        dane: dane === undefined ? undefined : lookUpDane(dane, this.#tools.resolver),
      },
      {
        ...this.#tools,
        route: watched(this.#tools.route, key, group, this.#tools.clock),
        contexts: this.#contexts,
        limiter: this.#limiter,
        runStarted: this.#tools.began,
        signal: group.signal,
        timeout: rules.timeout,
        replyTimeout: rules.replyTimeout,
        heloName: (localAddress) => rules.heloName ?? this.#machineName ?? addressLiteral(localAddress),
        claimFloor: (host, address, port) => {
          const place = `${address}|${String(port)}`;
          const holder = this.#floors.get(place) ?? host;
          this.#floors.set(place, holder);
          return holder;
        },
        onConnection: () => {
          this.#began(key, target);
          group.began(key, rules.timeout);
        },
        onGreeting: () => group.greeted(key),
      },
    );
    const end = earlyEnd(observation);
    group.ended(key, end === "hung-up" || end === "silent");
    this.#markDone(key);
    const whole = this.#afterWaiting(withEarlierRelay(this.#markNotProbed(observation), answered));
    this.#tools.sink?.endpoint(whole);
    return whole;
  }

  /** With `wait`, an endpoint says when it was seen so. */
  #afterWaiting(observation: EndpointObservation): EndpointObservation {
    if (this.#plan.earlier === undefined && this.#plan.waits !== true) return observation;
    const probedAfter = round(Math.max(0, this.#tools.clock.monotonic() - this.#tools.began));
    return { ...observation, probedAfter };
  }

  /** Domains whose postmasters are asked for. A submission service takes mail from logged-in users only. */
  #postmastersOf(
    key: string,
    { asked, submission }: EndpointTarget,
  ): Pick<EndpointPlan, "domains" | "sampled" | "laterDomains"> {
    const domains = this.#lookUps.domainsOf(key);
    if (submission === true || (asked.delivery ?? "off") === "off") return { domains: [], sampled: false };
    const sampled = asked.delivery === "sample" && domains.length > SAMPLE_OF_POSTMASTERS;
    if (sampled) return { domains: sampleOf(domains, SAMPLE_OF_POSTMASTERS), sampled };
    const laterDomains = async (): Promise<readonly string[]> => {
      // Whoever watches is not told that the server is waited for.
      this.#markDone(key);
      await this.#lookUps.allListed;
      const asked = new Set(domains);
      return this.#lookUps.domainsOf(key).filter((domain) => !asked.has(domain));
    };
    return { domains, sampled, laterDomains };
  }

  #formsFor(key: string, { host, address }: EndpointTarget, recipient: string): RelayForm[] {
    const [domain] = this.#lookUps.domainsOf(key);
    return relayForms({ recipient, host, address, domain, random: this.#tools.random });
  }

  /** An endpoint whose turn did not come before the end of the run was not probed. */
  #markNotProbed(observation: EndpointObservation): EndpointObservation {
    const untouched = observation.connections.every((connection) => connection.connect.outcome === "aborted");
    if (!this.#tools.signal.aborted || !untouched) return observation;
    return {
      ...observation,
      notProbed: this.#tools.interrupt.aborted ? "interrupted" : "deadline",
      connections: [],
    };
  }

  #markDone(key: string): void {
    this.#underWay.delete(key);
    this.#done.add(key);
  }

  #began(key: string, target: EndpointTarget): void {
    if (this.#underWay.has(key)) return;
    const label = hostAddressPort(target.host, target);
    this.#underWay.set(key, { label, since: this.#tools.clock.monotonic() });
  }

  /** How far it is. */
  get progress(): Pick<ObserveProgress, "endpointsDone" | "endpoints" | "underWay"> {
    const now = this.#tools.clock.monotonic();
    const underWay = [...this.#underWay.values()].slice(0, 3);
    return {
      endpointsDone: this.#done.size,
      endpoints: this.#lookUps.targets.size,
      // The map keeps the order of insertion, so its first entries are under way for the longest time.
      underWay: underWay.map(({ label, since }) => ({ endpoint: label, seconds: now - since })),
    };
  }
}

/** What counts of an endpoint for the way out: a mail server speaks first, unless TLS comes before. */
function mailTarget(target: EndpointTarget): Parameters<EgressWatch["join"]>[1] {
  return { ...target, opening: target.tlsMode === "starttls" ? "greeting" : "tls" };
}

/** So many of the names, by their hashes: the same ones in every run, whatever stands beside them. */
function sampleOf(names: readonly string[], count: number): string[] {
  const hashed = names.map((name) => ({ name, hash: createHash("sha256").update(name).digest("hex") }));
  return hashed
    .sort((one, other) => (one.hash < other.hash ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}

/** The route, with an ear for how the connects of one endpoint end, and for how busy this machine is meanwhile. */
function watched(route: Route, key: string, group: EgressGroup, clock: Clock): Route {
  return {
    ...route,
    async dial(destination, options) {
      const measured = startLateness(clock);
      const { step, ...dialled } = await route.dial(destination, options);
      group.dialled(key, step);
      return { ...dialled, step: { ...measured(), ...step } };
    },
  };
}
