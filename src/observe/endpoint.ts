/**
 * Everything that is done to one endpoint: the dialog, the floor test, and second looks where the first one
 * would leave a doubt about whose fault it was.
 */
import { FORMS_PER_CONNECTION, MAX_FURTHER_CONNECTIONS, REPLIES_WAIT, SLOW_SHARE } from "./bounds.ts";
import { Deadline, startDeadline } from "../system/deadline.ts";
import {
  isTransient,
  relayAnswered,
  type ConnectionObservation,
  type EndpointObservation,
  type Step,
  type TlsHandshake,
} from "./observation.ts";
import type { Limiter } from "./limiter.ts";
import { converse, type DialogPlan, type DialogTools } from "./smtp/dialog.ts";
import { endedBy421, takesForeignDomain, type RelayPlan } from "./smtp/relay.ts";
import type { RelayForm } from "./smtp/relay-forms.ts";

/** Pauses before the second looks at a server that refused us for now, in seconds. */
export const SECOND_LOOK_PAUSES = [5, 30] as const;

/** An endpoint before anything is known of it. */
export type EndpointTarget = Omit<EndpointObservation, "connections" | "floorAt" | "notProbed">;

export interface EndpointPlan {
  readonly target: EndpointTarget;
  readonly serverName: string | undefined;
  readonly relay: RelayPlan | undefined;
  /** Forms of the thorough relay test; none where it was not asked for. */
  readonly relayForms: readonly RelayForm[];
  /** Second looks at a 421, a 4xx greeting, a reset. */
  readonly retries: number;
}

export interface EndpointTools extends DialogTools {
  readonly limiter: Limiter;
  /** Claims the floor test of an address; returns the host that holds it, which may be another one. */
  claimFloor(host: string, address: string, port: number): string;
  /** Told at each connection that begins, for whoever watches. */
  onConnection(target: EndpointTarget, purpose: ConnectionObservation["purpose"]): void;
}

/** Probes one endpoint. Never throws for what the other side does. */
export async function probeEndpoint(plan: EndpointPlan, tools: EndpointTools): Promise<EndpointObservation> {
  const visitor = new Visitor(plan, tools);
  await visitor.dialogWithSecondLooks();
  if (plan.target.asked.depth === "starttls") {
    await visitor.lookAtHandshakeAgain();
    await visitor.testRelayInClear();
  }
  const floorAt = await visitor.testFloor();
  await visitor.testRelayThoroughly();
  visitor.leave();
  return { ...plan.target, connections: visitor.connections, floorAt };
}

/** The visits to one endpoint, one after the other. */
class Visitor {
  readonly connections: ConnectionObservation[] = [];
  readonly #plan: EndpointPlan;
  readonly #tools: EndpointTools;
  /** Is over with the run, or when the endpoint has had its time. */
  readonly #life: Deadline;
  /** Seconds of connection that the endpoint may still take. */
  #secondsLeft: number;

  constructor(plan: EndpointPlan, tools: EndpointTools) {
    this.#plan = plan;
    this.#tools = tools;
    this.#life = new Deadline(tools.signal);
    this.#secondsLeft = tools.replyTimeout * REPLIES_WAIT;
  }

  get #signal(): AbortSignal {
    return this.#life.signal;
  }

  /** Nothing more comes: lets go of the run's signal. */
  leave(): void {
    this.#life.end();
  }

  async dialogWithSecondLooks(): Promise<void> {
    const { retries } = this.#plan;
    for (let look = 0; look <= retries; look++) {
      if (look > 0) await this.#tools.clock.sleep(SECOND_LOOK_PAUSES[look - 1] ?? 30, this.#signal);
      if (this.#signal.aborted && look > 0) return;
      const hello = "full";
      const connection = await this.#visit({
        purpose: look === 0 ? "dialog" : "retry",
        hello,
        relayWaitsForTls: look < retries,
      });
      if (!deservesSecondLook(connection)) return;
    }
  }

  /** A handshake that broke may not have stood the size of a modern ClientHello, or broke by chance. */
  async lookAtHandshakeAgain(): Promise<void> {
    const last = this.connections.at(-1);
    if (last === undefined || !brokeOverHello(last) || this.#signal.aborted) return;
    const small = await this.#visit({ purpose: "small-hello", hello: "small", relayWaitsForTls: false });
    if (small.tls?.outcome !== "done" || this.#signal.aborted) return;
    await this.#visit({ purpose: "full-hello-again", hello: "full", relayWaitsForTls: false });
  }

  /** A broken handshake must not hide an open relay. */
  async testRelayInClear(): Promise<void> {
    const broken = this.connections.some(
      (connection) =>
        (connection.tls !== undefined && !sessionInTls(connection)) || hungUpAtStarttls(connection),
    );
    if (!broken || this.#signal.aborted || this.#plan.target.tlsMode === "implicit") return;
    if (this.#pendingRelay() === undefined || this.connections.some((connection) => sessionInTls(connection)))
      return;
    await this.#visit({ purpose: "relay-in-clear", relayWaitsForTls: false });
  }

  /**
   * Tries the other forms where the plain one was refused: a few per connection, one connection after the other,
   * until one is taken, the server says 421 or hangs up, or the endpoint has seen enough of us.
   */
  async testRelayThoroughly(): Promise<void> {
    const basic = this.connections.find((connection) => relayAnswered(connection.relay));
    if (basic?.relay?.transactions.some(takesForeignDomain) !== false) return;
    const hello = basic.relay.inTls ? basic.tls?.hello : undefined;
    const forms = [...this.#plan.relayForms];
    while (
      forms.length > 0 &&
      this.#furtherConnections() < MAX_FURTHER_CONNECTIONS &&
      !this.#signal.aborted
    ) {
      const relayForms = forms.splice(0, FORMS_PER_CONNECTION);
      const connection = await this.#visit({
        purpose: "relay-thorough",
        hello,
        relayForms,
        relayWaitsForTls: false,
      });
      const transactions = connection.relay?.transactions ?? [];
      if (transactions.length < relayForms.length) return;
      if (transactions.some((each) => takesForeignDomain(each) || endedBy421(each))) return;
    }
  }

  /** Connections beyond the dialog and the floor test. */
  #furtherConnections(): number {
    return this.connections.filter(({ purpose }) => purpose !== "dialog" && purpose !== "floor").length;
  }

  /** Offers TLS 1.0 and 1.1 only, once per address, where today's versions have been negotiated. */
  async testFloor(): Promise<string | undefined> {
    const { host, address, port, asked } = this.#plan.target;
    const negotiated = this.connections.find((connection) => connection.tls?.outcome === "done")?.tls
      ?.version;
    if (!asked.floor || (negotiated !== "TLSv1.2" && negotiated !== "TLSv1.3") || this.#signal.aborted)
      return undefined;
    const holder = this.#tools.claimFloor(host, address, port);
    if (holder === host) await this.#visit({ purpose: "floor", hello: "legacy", relayWaitsForTls: false });
    return holder;
  }

  /** The relay test, as long as nobody has answered it. */
  #pendingRelay(): RelayPlan | undefined {
    return this.connections.some((connection) => relayAnswered(connection.relay))
      ? undefined
      : this.#plan.relay;
  }

  async #visit(
    look: Pick<DialogPlan, "purpose" | "hello" | "relayForms" | "relayWaitsForTls">,
  ): Promise<ConnectionObservation> {
    const { target, serverName } = this.#plan;
    const withoutRelay = ["floor", "full-hello-again", "relay-thorough"].includes(look.purpose);
    const plan: DialogPlan = {
      ...look,
      depth: target.asked.depth,
      destination: target,
      tlsMode: target.tlsMode,
      serverName,
      relay: withoutRelay ? undefined : this.#pendingRelay(),
    };
    const { clock, limiter, replyTimeout } = this.#tools;
    const connection = await limiter.visit(
      target.host,
      target.address,
      () => {
        this.#tools.onConnection(target, look.purpose);
        return this.#withinTime(() => converse(plan, { ...this.#tools, signal: this.#signal }));
      },
      (over) => clock.sleep(replyTimeout / SLOW_SHARE, over),
    );
    this.connections.push(connection);
    return connection;
  }

  /** Lets a connection take what is left of the endpoint's time; waiting for its turn takes none of it. */
  async #withinTime<T>(visit: () => Promise<T>): Promise<T> {
    const { clock } = this.#tools;
    const began = clock.monotonic();
    const deadline = startDeadline(this.#secondsLeft, { clock }, (why) => this.#life.end(why));
    try {
      return await visit();
    } finally {
      deadline.end();
      this.#secondsLeft -= clock.monotonic() - began;
    }
  }
}

/** True where the server refused this client for now, or hung up: senders come back, and so do we, once. */
function deservesSecondLook(connection: ConnectionObservation): boolean {
  if (connection.connect.outcome === "reset") return true;
  const transactions = connection.relay?.transactions ?? [];
  const relaySteps = relayAnswered(connection.relay)
    ? []
    : transactions.flatMap((each) => [each.mail, ...each.recipients]);
  // A STARTTLS that was never announced is our own curiosity: what comes of it is no reason to come back.
  const starttls = connection.starttls?.announced === true ? connection.starttls : undefined;
  const steps = [
    connection.greeting,
    connection.ehlo,
    connection.helo,
    starttls,
    connection.ehloInTls,
    ...relaySteps,
  ];
  return isTransient(connection.greeting) || isTransient(starttls) || steps.some(hungUpOr421);
}

/** True where STARTTLS cost us the connection: a 421 counts where it was never announced, else it is meant for us. */
function hungUpAtStarttls(connection: ConnectionObservation): boolean {
  if (connection.starttls?.ended !== undefined) return true;
  return connection.starttls?.announced === false && connection.starttls.reply?.code === 421;
}

function hungUpOr421(step: Step | undefined): boolean {
  return step?.reply?.code === 421 || step?.ended?.how === "closed" || step?.ended?.how === "reset";
}

/** True where TLS was negotiated and the server went on talking inside it. */
function sessionInTls(connection: ConnectionObservation): boolean {
  if (connection.tls?.outcome !== "done") return false;
  return connection.ehloInTls?.ended?.how !== "tls-error";
}

/** True where another ClientHello might fare better. */
function brokeOverHello(connection: ConnectionObservation): boolean {
  const tls: TlsHandshake | undefined = connection.tls;
  if (tls?.outcome === "timeout") return true;
  if (tls?.outcome !== "failed") return false;
  const by = tls.failure?.by;
  if (by === "peer-closed" || by === "peer-reset") return true;
  // Alerts about the version or a certificate are meant as they are said.
  return by === "peer-alert" && !/certificate|version/i.test(tls.failure?.message ?? "");
}
