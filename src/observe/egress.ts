/**
 * Egress diagnosis: whether it is the servers that do not answer, or this network that lets nothing out. Per port
 * and address family, hosts that answer if anything does are tried over the same route.
 */
import type { Socket } from "node:net";
import { Deadline, startDeadline } from "../system/deadline.ts";
import { lookUpHost } from "./dns/mx.ts";
import type { Resolver } from "./dns/resolver.ts";
import { endOfHandshake } from "./egress-facts.ts";
import {
  HUNG_UP,
  type ConnectStep,
  type EgressObservation,
  type EndpointObservation,
  type MxHost,
} from "./observation.ts";
import type { DialOptions, Route } from "./route/route.ts";
import { createTlsContexts, shakeHands, type TlsContexts } from "./tls/handshake.ts";
import type { Signal } from "../system/signal.ts";

/** A host that must be reachable if anything is. */
export interface ControlHost {
  readonly host: string;
  readonly port: number;
}

export interface EgressPlan {
  readonly hosts: readonly ControlHost[];
  /** The user named them: then they speak for every endpoint, whatever its address or port. */
  readonly named: boolean;
}

export interface EgressTools {
  readonly resolver: Resolver;
  readonly route: Route;
  readonly clock: DialOptions["clock"];
  /** Ends the run. */
  readonly signal: Signal;
}

/** Seconds without any answer after which control hosts are tried, and their share of a short timeout. */
export const EGRESS_WAIT = 3;
const WAIT_SHARE = 5;

/** Outcomes of a connect that a blocked way out explains. Without a route, nothing was tried. */
const DEAD: ReadonlySet<ConnectStep["outcome"]> = new Set(["refused", "timeout", "unreachable", "reset"]);

/** What is known of one endpoint while it is probed. */
type Standing = "waiting" | "connected" | "dead" | "unclear";

type GroupTarget = Pick<EndpointObservation, "port" | "family" | "scope"> & {
  /**
   * What comes first at the port: a server's greeting, or TLS. A control host there that takes the connection and brings
   * neither proves nothing.
   */
  readonly opening: "greeting" | "tls";
};

/** Everything that goes out to one port in one family. */
export interface EgressGroup {
  /** Ends what is under way here, with the run or when the way out has turned out to be blocked. */
  readonly signal: Signal;
  /** An endpoint's probing begins; `timeout` is what its connect may take, in seconds. */
  began(key: string, timeout: number): void;
  /** A connection was made, or not. */
  dialled(key: string, step: ConnectStep): void;
  /** The server greeted: nothing is blocked. */
  greeted(key: string): void;
  /** The endpoint is done. @param unheard it took the connection, and said nothing that could be waited for */
  ended(key: string, unheard?: boolean): void;
}

/** Watches over all groups of a run. */
export class EgressWatch {
  readonly #plan: EgressPlan;
  readonly #tools: EgressTools;
  readonly #groups = new Map<string, Group>();
  /** For control hosts: nobody judges the certificates that they send. */
  readonly #contexts = createTlsContexts(() => []);

  constructor(plan: EgressPlan, tools: EgressTools) {
    this.#plan = plan;
    this.#tools = tools;
  }

  /** The group of an endpoint; every endpoint that is to be probed must be told before the first begins. */
  join(key: string, target: GroupTarget): EgressGroup {
    // A private or loopback address says nothing of the way out, unless the user's own hosts stand for it.
    const counts = this.#plan.named || target.scope === "public";
    const name = `${String(target.port)} ${String(target.family)} ${String(counts)}`;
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = new Group(target, this.#plan, { ...this.#tools, contexts: this.#contexts });
      this.#groups.set(name, group);
    }
    if (counts) group.add(key);
    return group;
  }

  /** What was found, when every endpoint is done. */
  async facts(): Promise<EgressObservation[]> {
    const facts = await Promise.all([...this.#groups.values()].map((group) => group.facts()));
    return facts.flatMap((each) => each ?? []);
  }
}

type GroupTools = EgressTools & { readonly contexts: TlsContexts };

class Group implements EgressGroup {
  readonly #target: GroupTarget;
  readonly #plan: EgressPlan;
  readonly #tools: GroupTools;
  /** Is over with the run, or when the way out has turned out to be blocked. */
  readonly #life: Deadline;
  readonly #standing = new Map<string, Standing>();
  readonly #steps = new Map<string, ConnectStep>();
  readonly #pending = new Set<string>();
  #greeted = false;
  /** An endpoint took the connection and said nothing. */
  #unheard = false;
  #unresolved = 0;
  #otherFamily = 0;
  #patience: Deadline | undefined;
  #controls: Promise<EgressObservation["controls"]> | undefined;
  #timeout = 0;

  constructor(target: GroupTarget, plan: EgressPlan, tools: GroupTools) {
    this.#target = target;
    this.#plan = plan;
    this.#tools = tools;
    this.#life = new Deadline(tools.signal);
  }

  get signal(): Signal {
    return this.#life.signal;
  }

  add(key: string): void {
    this.#pending.add(key);
  }

  began(key: string, timeout: number): void {
    if (!this.#pending.has(key) || this.#standing.has(key)) return;
    this.#standing.set(key, "waiting");
    if (this.#patience !== undefined) return;
    this.#timeout = timeout;
    this.#patience = startDeadline(this.#patienceSeconds(), this.#tools, (why) => {
      if (why === "timeout" && !this.#greeted) this.#diagnose();
    });
  }

  dialled(key: string, step: ConnectStep): void {
    if (!this.#pending.has(key)) return;
    this.#steps.set(key, step);
    const { outcome } = step;
    this.#standing.set(key, outcome === "connected" ? "connected" : DEAD.has(outcome) ? "dead" : "unclear");
  }

  greeted(key: string): void {
    if (!this.#pending.has(key)) return;
    this.#greeted = true;
    this.#patience?.end();
  }

  ended(key: string, unheard = false): void {
    if (!this.#pending.delete(key)) return;
    this.#unheard ||= unheard;
    if (this.#pending.size > 0) return;
    this.#patience?.end();
    if (this.#tools.signal.aborted) return;
    // A firewall that refuses, or takes every connection and hangs up, is quicker than our patience. A proxy that hung up without a word gave no reason: what
    // it does with control hosts tells a server that is dead from one that the proxy is not to reach.
    if (this.#greeted ? this.#anyHungUp() : this.#unheard || this.#anyDead()) this.#diagnose();
  }

  async facts(): Promise<EgressObservation | undefined> {
    if (this.#greeted && !this.#anyHungUp()) return undefined;
    const { port, family } = this.#target;
    const controls = (await this.#controls) ?? [];
    const steps = [...this.#steps.values()].filter(({ outcome }) => outcome !== "aborted");
    const ways = [...steps, ...controls.map(({ connect }) => connect)];
    const noRoute = ways.length > 0 && ways.every(isWithoutRoute);
    const blocked = !this.#greeted && (noRoute || allDead(controls));
    const unresolved = this.#greeted ? 0 : this.#unresolved;
    const otherFamily = this.#greeted ? 0 : this.#otherFamily;
    if (!blocked && controls.length === 0 && unresolved + otherFamily === 0) return undefined;
    return {
      port,
      family,
      blocked,
      noRoute,
      controls,
      ...(unresolved > 0 && { unresolved }),
      ...(otherFamily > 0 && { otherFamily }),
      named: this.#plan.named,
    };
  }

  #patienceSeconds(): number {
    return Math.min(EGRESS_WAIT, this.#timeout / WAIT_SHARE);
  }

  /** Something is dead for another reason than that there is no way at all. */
  #anyDead(): boolean {
    return [...this.#steps.values()].some(({ outcome }) => DEAD.has(outcome));
  }

  #anyHungUp(): boolean {
    return [...this.#steps.values()].some(
      ({ outcome, code }) => outcome === "unreachable" && code === HUNG_UP,
    );
  }

  #diagnose(): void {
    if (this.#controls !== undefined) return;
    this.#controls = this.#tryControls();
    void this.#controls.then(async (controls) => {
      if (this.#greeted || !allDead(controls)) return;
      // Whoever is connected is waited for: only where the route's word is worth nothing, that means nothing.
      const connected = [...this.#standing.values()].includes("connected");
      if (!connected || (await this.#answersEarly(this.#target.port))) this.#life.end();
    });
  }

  #answersEarly(port: number): Promise<boolean> {
    return this.#tools.route.answersEarly?.(port, this.#dialOptions()) ?? Promise.resolve(false);
  }

  #dialOptions(): DialOptions {
    const { clock, signal } = this.#tools;
    // With the patience before, the whole diagnosis takes as long as one connect may.
    return { clock, signal, timeout: this.#timeout - this.#patienceSeconds() };
  }

  async #tryControls(): Promise<EgressObservation["controls"]> {
    const { port, family } = this.#target;
    const { hosts, named } = this.#plan;
    const samePort = hosts.filter((control) => control.port === port);
    const chosen = samePort.length === 0 && named ? hosts : samePort;
    const tried = await Promise.all(
      chosen.map(async ({ host, port: controlPort }) => {
        const found = await lookUpHost(host, this.#tools.resolver, { families: [family] });
        // Whoever answers DNS must not point us into our own network; hosts that the user named may be there.
        const address = found.addresses.find(
          (each) => each.family === family && (named || each.scope === "public"),
        )?.address;
        if (address === undefined) {
          if (await this.#isOfOtherFamily(found)) this.#otherFamily++;
          else this.#unresolved++;
          return [];
        }
        const tried = await this.#connect({ host, address, port: controlPort });
        return [{ host, address, port: controlPort, ...tried }];
      }),
    );
    return tried.flat();
  }

  /** Whether a host without an address of the family has one of the other: DNS says so, and hides nothing from us. */
  async #isOfOtherFamily({ host, addresses, a, aaaa }: MxHost): Promise<boolean> {
    const { family } = this.#target;
    if (addresses.length > 0) return addresses.every((each) => each.family !== family);
    if ((a ?? aaaa)?.outcome !== "nodata") return false;
    const other = await lookUpHost(host, this.#tools.resolver, { families: [family === 4 ? 6 : 4] });
    return other.addresses.length > 0;
  }

  /**
   * Connects and hangs up. Where a greeting or TLS is to be expected, or the route's word for a connection is worth nothing,
   * the first word is waited for.
   */
  async #connect(destination: {
    host: string;
    address: string;
    port: number;
  }): Promise<Pick<EgressObservation["controls"][number], "connect" | "greeting">> {
    const { step, socket } = await this.#tools.route.dial(destination, this.#dialOptions());
    if (socket === undefined) return { connect: step };
    try {
      const samePort = destination.port === this.#target.port;
      const answersEarly = await this.#answersEarly(destination.port);
      if (!samePort && !answersEarly) return { connect: step };
      const outcome =
        samePort && this.#target.opening === "tls"
          ? await this.#helloAnswered(socket, destination.host)
          : await this.#firstOctet(socket);
      if (answersEarly) return { connect: { ...step, outcome } };
      return { connect: step, greeting: outcome === "connected" ? "seen" : "none" };
    } finally {
      socket.on("error", () => undefined);
      socket.destroy();
    }
  }

  /** Shakes hands; whatever a server says to that shows that it is there. */
  async #helloAnswered(socket: Socket, serverName: string): Promise<ConnectStep["outcome"]> {
    const { contexts } = this.#tools;
    const hello = { hello: "full", context: contexts.full, serverName } as const;
    const { facts, tls } = await shakeHands(socket, { ...hello, ...this.#dialOptions() });
    tls?.on("error", () => undefined);
    tls?.destroy();
    const end = endOfHandshake(facts);
    return end === "heard" ? "connected" : end === "silent" ? "timeout" : "unreachable";
  }

  async #firstOctet(socket: Socket): Promise<ConnectStep["outcome"]> {
    const { promise, resolve } = Promise.withResolvers<ConnectStep["outcome"]>();
    socket.once("data", () => resolve("connected"));
    socket.once("error", () => resolve("unreachable"));
    socket.once("close", () => resolve("unreachable"));
    const { clock, timeout } = this.#dialOptions();
    const deadline = startDeadline(timeout, { clock }, resolve);
    const outcome = await promise;
    deadline.end();
    return outcome;
  }
}

function allDead(controls: EgressObservation["controls"]): boolean {
  return (
    controls.some(({ connect }) => DEAD.has(connect.outcome)) &&
    !controls.some(({ connect }) => connect.outcome === "connected")
  );
}

/** The routing table says so, ours or the proxy's (RFC 1928 6, reply 3). */
function isWithoutRoute({ outcome, code }: ConnectStep): boolean {
  return outcome === "no-route" || (outcome === "unreachable" && code === "SOCKS5_3");
}
