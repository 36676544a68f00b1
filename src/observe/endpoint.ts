/**
 * Everything that is done to one endpoint: the dialog, the floor test, and second looks where the first one
 * would leave a doubt about whose fault it was.
 */
import { FORMS_PER_CONNECTION, MAX_FURTHER_CONNECTIONS, REPLIES_WAIT, SLOW_SHARE } from "./bounds.ts";
import { Deadline, startDeadline } from "../system/deadline.ts";
import {
  isAccepted,
  ownAddressSeen,
  relayAnswered,
  type ConnectionObservation,
  type CertificateFacts,
  type ConnectStep,
  type DaneObservation,
  type EndpointObservation,
} from "./observation.ts";
import { compareWithDane, daneServerName } from "./dane-comparison.ts";
import { addressScopeOf } from "./dns/address-scope.ts";
import type { DaneLookUp } from "./dns/dane.ts";
import type { Limiter, Place } from "./limiter.ts";
import { converse, type DialogPlan, type DialogTools } from "./smtp/dialog.ts";
import { Postmasters, type OwnEnd } from "./smtp/postmasters.ts";
import type { QuestionsPlan } from "./smtp/questions.ts";
import { takesForeignDomain } from "./smtp/relay.ts";
import type { RelayForm } from "./smtp/relay-forms.ts";
import { endedBy421 } from "./smtp/transaction.ts";
import {
  answersForOwn,
  brokeOverHello,
  deservesSecondLook,
  endedAtForeign,
  hungUpAtStarttls,
  ownEnd,
  resetAtQuestion,
  sessionInTls,
  wentSilentAtForeign,
} from "./second-looks.ts";
import type { Signal } from "../system/signal.ts";

/** Pauses before the second looks at a server that refused us for now, in seconds. */
export const SECOND_LOOK_PAUSES = [5, 30] as const;

/** An endpoint before anything is known of it. */
export type EndpointTarget = Omit<
  EndpointObservation,
  "connections" | "postmasters" | "floorAt" | "notProbed" | "dane"
>;

export interface EndpointPlan {
  readonly target: EndpointTarget;
  readonly serverName: string | undefined;
  /** Sender of both questions, empty for the null sender `<>`. */
  readonly sender: string;
  /** Foreign recipient of the relay test; undefined where it is not to be made. */
  readonly foreign: string | undefined;
  /** Domains whose postmasters are asked for; none where `delivery` is not to be asked. */
  readonly domains: readonly string[];
  /** Resolves with the domains that were found to share the endpoint after it had begun, once all are known. */
  readonly laterDomains?: () => Promise<readonly string[]>;
  /** Those domains are a sample. */
  readonly sampled: boolean;
  /** Forms of the thorough relay test; none where it was not asked for. */
  readonly relayForms: readonly RelayForm[];
  /** Second looks at a 421, a 4xx greeting, a reset. */
  readonly retries: number;
  /** Has been entered for the first connection; without it, that waits for its turn as the others do. */
  readonly place?: Place;
  /** What DNS says of its certificates, asked for while it is probed; absent where nobody asks. */
  readonly dane?: Promise<DaneLookUp> | undefined;
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
    await visitor.askInClear();
    await visitor.askForMorePostmasters();
  }
  const floorAt = await visitor.testFloor();
  await visitor.testRelayThoroughly();
  await visitor.askForLaterPostmasters();
  const dane = await visitor.compareWithDane();
  visitor.leave();
  const { connections, postmasters } = visitor;
  return {
    ...plan.target,
    connections: [...connections],
    ...(postmasters && { postmasters }),
    ...(dane && { dane }),
    floorAt,
  };
}

/** What a visit is for. */
type Look = Pick<
  DialogPlan,
  "purpose" | "hello" | "questions" | "relayForms" | "questionsWaitForTls" | "serverName"
>;

/** The visits to one endpoint, one after the other. */
class Visitor {
  readonly connections: ConnectionObservation[] = [];
  readonly #plan: EndpointPlan;
  readonly #tools: EndpointTools;
  readonly #postmasters: Postmasters;
  /** The foreign recipient was refused with what may be over in a while. */
  #foreignDeferred = false;
  /** Those that this endpoint served, and their issuers, by SHA-256. */
  readonly #certificates: Record<string, CertificateFacts> = {};
  /** Is over with the run, or when the endpoint has had its time. */
  readonly #life: Deadline;
  /** Resolves when the connection before is over. */
  #left: Promise<void> = Promise.resolve();
  /** For the next connection, where it has been entered already. */
  #place: Place | undefined;
  /** Seconds of connection that the endpoint may still take. */
  #secondsLeft: number;

  constructor(plan: EndpointPlan, tools: EndpointTools) {
    this.#plan = plan;
    this.#tools = tools;
    this.#postmasters = new Postmasters(plan.domains);
    this.#place = plan.place;
    this.#life = new Deadline(tools.signal);
    this.#secondsLeft = tools.replyTimeout * REPLIES_WAIT;
  }

  get #signal(): Signal {
    return this.#life.signal;
  }

  /** Nothing more comes: lets go of the run's signal when the last connection is over. */
  leave(): void {
    void this.#left.then(() => this.#life.end());
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
        questions: this.#questions({ again: true, own: true }),
        questionsWaitForTls: look < retries,
      });
      if (
        !deservesSecondLook(connection, this.#postmasters.open) &&
        !this.#foreignDeferred &&
        !this.#postmasters.deferred
      )
        return;
      if (look < retries) this.#postmasters.lookAgain();
    }
  }

  /** A handshake that broke may not have stood the size of a modern ClientHello, or broke by chance. */
  async lookAtHandshakeAgain(): Promise<void> {
    const last = this.connections.at(-1);
    if (last === undefined || !brokeOverHello(last) || this.#signal.aborted) return;
    const questions = this.#questions({ again: false, own: true });
    const small = await this.#visit({
      purpose: "small-hello",
      hello: "small",
      questions,
      questionsWaitForTls: false,
    });
    if (small.tls?.outcome !== "done" || this.#signal.aborted) return;
    await this.#visit({ purpose: "full-hello-again", hello: "full", questionsWaitForTls: false });
  }

  /**
   * Both questions in the clear, where no TLS came about: a broken handshake must not hide an open relay, and senders go
   * on without TLS after it. After STARTTLS without an answer they do not, so that mail is not asked about then.
   */
  async askInClear(): Promise<void> {
    if (this.#signal.aborted || this.#plan.target.tlsMode === "implicit") return;
    if (this.connections.some((connection) => sessionInTls(connection))) return;
    const broken = this.connections.some(({ tls }) => tls !== undefined);
    if (!broken && !this.connections.some(hungUpAtStarttls)) return;
    if (!broken && this.#pendingForeign() === undefined) return;
    const questions = this.#questions({ again: false, own: broken });
    if (questions !== undefined) {
      await this.#visit({ purpose: "relay-in-clear", questions, questionsWaitForTls: false });
    }
  }

  /**
   * Asks for the postmasters that are left, a few transactions per connection, as long as the server answers for any,
   * and until it has seen enough of us.
   */
  async askForMorePostmasters(): Promise<void> {
    let before = this.connections.findLast(({ delivery }) => delivery !== undefined);
    while (
      before !== undefined &&
      (answersForOwn(before) || this.#mayMeetAnother(before)) &&
      this.#postmasters.open &&
      this.#furtherConnections() < MAX_FURTHER_CONNECTIONS &&
      !this.#signal.aborted
    ) {
      const hello = before.delivery?.inTls === true ? before.tls?.hello : undefined;
      const questions = this.#questions({ again: false, own: true });
      before = await this.#visit({ purpose: "postmasters", hello, questions, questionsWaitForTls: false });
    }
  }

  /** One at whom the server broke off says nothing of the others; two of them say enough. */
  #mayMeetAnother(before: ConnectionObservation): boolean {
    const inVain = this.connections.filter((each) => ownEnd(each) === "broke-off" && !answersForOwn(each));
    return ownEnd(before) === "broke-off" && inVain.length < 2 && this.#postmasters.othersWait;
  }

  /** Counts in the domains whose MX records came late, and asks for their postmasters where the server answered for others. */
  async askForLaterPostmasters(): Promise<void> {
    if (!this.connections.some(({ delivery }) => delivery !== undefined)) return;
    const later = (await this.#plan.laterDomains?.()) ?? [];
    this.#postmasters.add(later);
    if (this.connections.some(answersForOwn)) await this.askForMorePostmasters();
  }

  /** Whose postmasters were not asked for, and why, where that is not plain from the connections. */
  get postmasters(): EndpointObservation["postmasters"] {
    const { domains, sampled } = this.#plan;
    const last = this.connections.findLast(({ delivery }) => delivery !== undefined);
    const notAsked = last === undefined ? undefined : this.#postmasters.notAsked(this.#leftAt(last));
    if (!sampled && notAsked === undefined) return undefined;
    return { ...(sampled && { sample: [...domains] }), ...(notAsked && { notAsked }) };
  }

  /** How the server was left behind the last connection that asked for postmasters. */
  #leftAt(last: ConnectionObservation): OwnEnd {
    const left = ownEnd(last);
    // Where nobody was answered for, what ended the session at MAIL is everybody's.
    if (left === "unanswered" && !this.connections.some(answersForOwn)) return left;
    if (this.#signal.aborted) return "run-ended";
    const turnedAway = this.connections
      .slice(this.connections.indexOf(last) + 1)
      .some(({ purpose }) => purpose === "retry" || purpose === "postmasters");
    return left === "unanswered" || turnedAway ? "broke-off" : left;
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
        questionsWaitForTls: false,
      });
      const transactions = connection.relay?.transactions ?? [];
      if (transactions.length < relayForms.length) return;
      if (transactions.some((each) => takesForeignDomain(each) || endedBy421(each))) return;
    }
  }

  /**
   * Compares the TLSA records with the certificates: with those that senders with DANE get, who may name another server than
   * the MX host.
   */
  async compareWithDane(): Promise<DaneObservation | undefined> {
    const lookUp = await this.#plan.dane;
    if (lookUp === undefined) return undefined;
    const { target, serverName } = this.#plan;
    const name = daneServerName(lookUp, { host: target.host, serverName });
    const triesTls = this.connections.some(({ tls }) => tls !== undefined);
    const mayVisit = this.#furtherConnections() < MAX_FURTHER_CONNECTIONS && !this.#signal.aborted;
    if (name !== undefined && triesTls && mayVisit) {
      await this.#visit({
        purpose: "dane-name",
        hello: "full",
        serverName: name,
        questionsWaitForTls: false,
      });
    }
    return compareWithDane(lookUp, this.connections, this.#certificates, this.#tools);
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
    if (holder === host) await this.#visit({ purpose: "floor", hello: "legacy", questionsWaitForTls: false });
    return holder;
  }

  /** The foreign recipient, as long as nobody has answered for it, and the server has not met it with silence. */
  #pendingForeign(): string | undefined {
    return this.connections.some(
      (connection) => relayAnswered(connection.relay) || wentSilentAtForeign(connection),
    )
      ? undefined
      : this.#plan.foreign;
  }

  /**
   * What is still to be asked; undefined where nothing is.
   * @param again whether a foreign recipient that was refused for now is asked for again
   * @param own whether the domains' own postmasters are asked for
   */
  #questions({ again, own }: { again: boolean; own: boolean }): QuestionsPlan | undefined {
    const foreign = again && this.#foreignDeferred ? this.#plan.foreign : this.#pendingForeign();
    const postmasters = own && this.#postmasters.open ? this.#postmasters : undefined;
    if (foreign === undefined && postmasters === undefined) return undefined;
    this.#foreignDeferred = false;
    return {
      sender: this.#senderTaken() ?? this.#plan.sender,
      foreign,
      postmasters,
      ownFirst: this.connections.some(endedAtForeign),
      stepByStep: this.connections.some(resetAtQuestion),
      onForeignDeferred: () => {
        this.#foreignDeferred = true;
      },
    };
  }

  /** The sender that was taken last, where one was. */
  #senderTaken(): string | undefined {
    const transactions = this.connections.flatMap(({ delivery }) => delivery?.transactions ?? []);
    return transactions.findLast(({ mail, rcpt }) => isAccepted(mail) && isAccepted(rcpt))?.sender;
  }

  async #visit(look: Look): Promise<ConnectionObservation> {
    const { target, serverName } = this.#plan;
    const plan: DialogPlan = {
      ...look,
      depth: target.asked.depth,
      destination: target,
      tlsMode: target.tlsMode,
      serverName: look.serverName ?? serverName,
      ownAddress: (connect) => ownAddressSeen(target, withScope(connect)),
    };
    const { clock, limiter, replyTimeout, onLeaving } = this.#tools;
    const place = this.#place;
    this.#place = undefined;
    const visited = await limiter.visit(
      target.host,
      target.address,
      (onOver) => {
        this.#tools.onConnection(target, look.purpose);
        return this.#withinTime(() =>
          converse(plan, {
            ...this.#tools,
            signal: this.#signal,
            ...(onLeaving !== undefined && {
              onLeaving: (left) => {
                this.#left = left;
                onOver(left);
                onLeaving.call(this.#tools, left);
              },
            }),
            keepCertificates: (certificates) => {
              Object.assign(this.#certificates, certificates);
              this.#tools.keepCertificates(certificates);
            },
          }),
        );
      },
      (over) => clock.sleep(replyTimeout / SLOW_SHARE, over),
      place,
    );
    const connection = { ...visited, connect: withScope(visited.connect) };
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

/** Our own address, with how far it reaches. */
function withScope(step: ConnectStep): ConnectStep {
  return step.localAddress === undefined ? step : { ...step, localScope: addressScopeOf(step.localAddress) };
}
