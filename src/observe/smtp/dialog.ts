/**
 * One connection to one endpoint, from the TCP connect to QUIT, the way a sending server makes it:
 * greeting, EHLO, STARTTLS, handshake, EHLO, and a relay test that stops before DATA.
 */
import { round, startLateness, type Clock } from "../../system/clock.ts";
import type {
  CertificateFacts,
  ConnectionObservation,
  ConnectStep,
  ConnectionPurpose,
  EhloStep,
  ProbeScope,
} from "../observation.ts";
import { isTransient } from "../observation.ts";
import type { Destination, Route } from "../route/route.ts";
import { describeChain, type TrustStores } from "../trust/paths.ts";
import { shakeHands, type TlsContexts } from "../tls/handshake.ts";
import type { Turns } from "../../system/turns.ts";
import { offers, parseExtensions } from "./ehlo.ts";
import { askQuestions, type QuestionsPlan } from "./questions.ts";
import type { AdviseOn } from "./refusal.ts";
import { testRelayForms } from "./relay.ts";
import type { RelayForm } from "./relay-forms.ts";
import { Session } from "./session.ts";
import { endedBy421 } from "./transaction.ts";
import type { ChainDescription } from "../trust/stores.ts";
import type { Signal } from "../../system/signal.ts";

/** One connection to make. */
export interface DialogPlan {
  readonly purpose: ConnectionPurpose;
  readonly depth: ProbeScope["depth"];
  readonly destination: Destination;
  readonly tlsMode: "starttls" | "implicit";
  /** ClientHello to send; undefined: no TLS on this connection. */
  readonly hello?: "full" | "small" | "legacy" | undefined;
  /** Name for SNI: the MX host, or the TLSA base domain; none for servers named by address. */
  readonly serverName?: string | undefined;
  /** Whether the server forwards mail of strangers, and whether it takes mail for its domains. */
  readonly questions?: QuestionsPlan | undefined;
  /** Further forms of the relay test, in place of the questions. */
  readonly relayForms?: readonly RelayForm[] | undefined;
  /** Where STARTTLS is refused for now (4xx), the questions wait for the second look. */
  readonly questionsWaitForTls: boolean;
  /** Our address as the server sees it, told from the connect; undefined where that is not known. */
  ownAddress?(connect: ConnectStep): string | undefined;
}

/** What every dialog of a run uses. */
export interface DialogTools {
  readonly route: Route;
  readonly clock: Clock;
  /** Monotonic moment at which the run started. */
  readonly runStarted: number;
  readonly signal: Signal;
  /** Seconds for TCP connect and TLS handshake, each. */
  readonly timeout: number;
  readonly replyTimeout: number;
  readonly contexts: TlsContexts;
  readonly trust: TrustStores;
  /** Where what a certificate makes us do is done. */
  readonly turns: Turns;
  /** Name to say in EHLO, given the local address of the connection. */
  heloName(localAddress: string | undefined): string;
  /** Keeps certificates of the run, once each. */
  keepCertificates(certificates: Readonly<Record<string, CertificateFacts>>): void;
  /** What to make of a refusal while the dialog goes on. */
  readonly adviseOn: AdviseOn;
  /** Told when a greeting has come, whatever it says. */
  onGreeting?(): void;
  /**
   * Told of the rest of a connection, which is QUIT and the answer to it: no verdict depends on that. Without it,
   * the connection is over when its observation is there.
   */
  readonly onLeaving?: (left: Promise<void>) => void;
}

/** Connections that are there for the handshake alone. */
const SILENT_IN_TLS: ReadonlySet<ConnectionPurpose> = new Set(["full-hello-again", "dane-name"]);

/** Observation under construction. */
type Draft = { -readonly [Key in keyof ConnectionObservation]: ConnectionObservation[Key] };

/** Makes the connection and records what was seen. Never throws for what the other side does. */
export async function converse(plan: DialogPlan, tools: DialogTools): Promise<ConnectionObservation> {
  const at = round(Math.max(0, tools.clock.monotonic() - tools.runStarted));
  const dialled = await tools.route.dial(plan.destination, tools);
  const connection: Draft = { purpose: plan.purpose, at, connect: dialled.step, transcript: [] };
  if (dialled.socket === undefined) return connection;
  const session = new Session(dialled.socket, tools);
  connection.transcript = session.transcript;
  session.note(`connected to ${plan.destination.address} port ${String(plan.destination.port)}`);
  const dialog = new Dialog(plan, tools, session, connection);
  try {
    if (plan.depth !== "connect") await dialog.speak();
  } catch (error) {
    session.close();
    throw error;
  }
  if (plan.depth === "connect") session.close();
  else await leave(session, tools);
  if (
    !heardAnything(connection, plan) &&
    (await tools.route.answersEarly?.(plan.destination.port, tools)) === true
  ) {
    // The proxy's word for a connection is worth nothing, and nothing else came.
    const { localAddress: _, ...connect } = dialled.step;
    const detail = "it says that it is connected before it is, and no mail server spoke";
    return {
      purpose: connection.purpose,
      at,
      connect: { ...connect, outcome: "proxy-failed", code: "ANSWERS_EARLY", detail },
      transcript: connection.transcript,
    };
  }
  await dialog.addChain();
  return connection;
}

/** Says QUIT; the answer is waited for by whoever listens for it. */
async function leave(session: Session, { onLeaving }: DialogTools): Promise<void> {
  const left = session.quit().finally(() => session.close());
  if (onLeaving === undefined || session.ended !== undefined) await left;
  else onLeaving(left);
}

/**
 * False where a connection was said to be there, and nothing came over it that a mail server says: an error page is
 * the proxy's own.
 */
function heardAnything(connection: ConnectionObservation, plan: DialogPlan): boolean {
  if (plan.depth === "connect") return false;
  if (plan.tlsMode === "implicit") {
    const by = connection.tls?.failure?.by;
    return connection.tls?.outcome === "done" || by === "peer-alert" || by === "not-tls" || by === "local";
  }
  return (
    connection.greeting?.reply !== undefined ||
    /^[2-5]\d\d[ -]/.test(connection.greeting?.ended?.partial ?? "")
  );
}

/** The dialog over one connection. */
class Dialog {
  readonly #plan: DialogPlan;
  readonly #tools: DialogTools;
  readonly #session: Session;
  readonly #connection: Draft;
  /** What becomes of the served chain, while the dialog goes on. */
  #description: Promise<ChainDescription | undefined> | undefined;

  constructor(plan: DialogPlan, tools: DialogTools, session: Session, connection: Draft) {
    this.#plan = plan;
    this.#tools = tools;
    this.#session = session;
    this.#connection = connection;
  }

  /** The dialog proper; returns when nothing is left to be said but QUIT. */
  async speak(): Promise<void> {
    const plan = this.#plan;
    const tools = this.#tools;
    const connection = this.#connection;
    if (plan.tlsMode === "implicit" && !(await this.#startTls())) return;
    // Nothing is sent before the greeting is complete (RFC 5321 3.1).
    const measured = startLateness(tools.clock);
    connection.greeting = { ...(await this.#session.read()), ...measured() };
    if (connection.greeting.reply !== undefined) tools.onGreeting?.();
    if (connection.greeting.reply?.code !== 220 || plan.depth === "banner") return;

    if (plan.depth === "starttls") readAnchors(tools);
    const name = tools.heloName(connection.connect.localAddress);
    connection.ehlo = await this.#sayHello("EHLO", name);
    if (connection.ehlo.reply?.code === 500 || connection.ehlo.reply?.code === 502)
      connection.helo = await this.#sayHello("HELO", name);
    const hello = connection.helo ?? connection.ehlo;
    if (hello.reply?.code !== 250 || plan.depth === "ehlo") return;

    let { extensions } = hello;
    let inTls = plan.tlsMode === "implicit";
    const mayUpgrade = !inTls && plan.hello !== undefined;
    const announced = offers(extensions, "STARTTLS");
    if (mayUpgrade && announced) {
      const upgraded = await this.#upgrade(announced);
      if (upgraded === "ended") return;
      inTls = upgraded === "tls";
      if (inTls) {
        const inside = await this.#greetInTls(name);
        if (inside === undefined) return;
        extensions = inside;
      }
    }
    const waits = !inTls && plan.questionsWaitForTls && isTransient(connection.starttls);
    if (!waits) await this.#ask({ inTls, name, extensions });
    if (mayUpgrade && !announced) await this.#tryHiddenTls(name);
  }

  /** Puts the questions, or tries the further forms of the relay test. */
  async #ask({
    inTls,
    name,
    extensions,
  }: {
    inTls: boolean;
    name: string;
    extensions: EhloStep["extensions"];
  }): Promise<void> {
    const { questions, relayForms, destination } = this.#plan;
    const pipelined = offers(extensions, "PIPELINING");
    if (relayForms !== undefined) {
      this.#connection.relay = await testRelayForms(this.#session, relayForms, { inTls, pipelined });
      return;
    }
    if (questions === undefined) return;
    const asked = await askQuestions(this.#session, questions, {
      inTls,
      pipelined,
      secondSender: `postmaster@${name}`,
      heloName: name,
      ownAddress: this.#plan.ownAddress?.(this.#connection.connect),
      host: destination.host,
      adviseOn: this.#tools.adviseOn,
    });
    Object.assign(this.#connection, asked);
  }

  /**
   * Asks for STARTTLS where it is not announced: a device on the way may have cut it from the list. It comes last,
   * because there are servers that hang up on it (msmtpd).
   */
  async #tryHiddenTls(name: string): Promise<void> {
    const announced = false;
    if (this.#session.ended !== undefined || endedByServer(this.#connection)) {
      this.#connection.starttls = { announced, sent: false };
      return;
    }
    if ((await this.#upgrade(announced)) === "tls") await this.#greetInTls(name);
  }

  /**
   * Says EHLO inside TLS: what was said before it is forgotten (RFC 3207 4.2).
   * @returns the extensions; undefined where nothing more is to be said on this connection
   */
  async #greetInTls(name: string): Promise<EhloStep["extensions"] | undefined> {
    if (this.#plan.hello === "legacy" || SILENT_IN_TLS.has(this.#plan.purpose)) return undefined;
    const inTls = await this.#sayHello("EHLO", name);
    this.#connection.ehloInTls = inTls;
    return inTls.reply?.code === 250 ? inTls.extensions : undefined;
  }

  async #sayHello(verb: "EHLO" | "HELO", name: string): Promise<EhloStep> {
    const step = await this.#session.ask(`${verb} ${name}`);
    const extensions = step.reply?.code === 250 && verb === "EHLO" ? parseExtensions(step.reply.lines) : [];
    return { verb, name, ...step, extensions };
  }

  /** Asks for STARTTLS and shakes hands. */
  async #upgrade(announced: boolean): Promise<"tls" | "clear" | "ended"> {
    const step = await this.#session.ask("STARTTLS");
    this.#connection.starttls = { announced, sent: true, ...step };
    if (step.ended !== undefined || step.reply?.code === 421) return "ended";
    if (step.reply?.code !== 220) return "clear";
    return (await this.#startTls()) ? "tls" : "ended";
  }

  /** Shakes hands on the session's socket and goes on inside TLS; false where there is no TLS. */
  async #startTls(): Promise<boolean> {
    const tools = this.#tools;
    const connection = this.#connection;
    const hello = this.#plan.hello ?? "full";
    const { socket, extraData } = this.#session.detach();
    const handshake = shakeHands(socket, {
      ...tools,
      hello,
      context: tools.contexts[hello],
      serverName: this.#plan.serverName,
    });
    if (extraData !== "" && connection.starttls !== undefined)
      connection.starttls = { ...connection.starttls, extraData };
    const { facts, tls, chain } = await handshake;
    connection.tls = facts;
    if (hello !== "legacy") {
      if (chain.length === 0) connection.tls = { ...facts, chain: [], paths: [] };
      else this.#describe(chain);
    }
    if (tls === undefined) {
      this.#session.abandon();
      this.#session.note(
        `TLS handshake ${facts.outcome}${facts.failure === undefined ? "" : ` (${facts.failure.by})`}`,
      );
      return false;
    }
    this.#session.attach(tls);
    this.#session.note(`${facts.version ?? "TLS"} ${facts.cipher ?? ""}`.trim());
    return true;
  }

  /** Begins to look at the served chain. */
  #describe(chain: readonly Buffer[]): void {
    const { turns, trust, signal } = this.#tools;
    this.#description = turns.do(() => describeChain(chain, trust), signal);
    // Whoever waits for it hears of a failure; until then it is nobody's.
    this.#description.catch(() => undefined);
  }

  /** Adds what the certificates say. Where the run ended before anybody looked at them, so did the handshake. */
  async addChain(): Promise<void> {
    const connection = this.#connection;
    if (this.#description === undefined || connection.tls === undefined) return;
    const described = await this.#description;
    if (described === undefined) {
      if (connection.tls.outcome === "done") connection.tls = { ...connection.tls, outcome: "aborted" };
      return;
    }
    const { certificates, ...served } = described;
    this.#tools.keepCertificates(certificates);
    connection.tls = { ...connection.tls, ...served };
  }
}

/** True where a 421 was the answer to a question: the server is about to hang up (RFC 5321 3.8). */
function endedByServer({ relay, delivery }: ConnectionObservation): boolean {
  const own = (delivery?.transactions ?? []).map(({ mail, rcpt = {}, rset }) => ({
    mail,
    recipients: [rcpt],
    rset,
  }));
  return [...(relay?.transactions ?? []), ...own].some(endedBy421);
}

/**
 * Has the trust stores read and the ClientHello made that goes with them, where that was not done before: it takes a
 * tenth of a second, which the server's answers to EHLO and STARTTLS take as well.
 */
function readAnchors({ turns, trust, contexts, signal }: DialogTools): void {
  const unread = trust.unread();
  if (unread.length === 0) return;
  for (const store of unread) void turns.do(() => trust.size(store), signal);
  void turns.do(() => contexts.full, signal);
  for (const store of unread) void turns.do(() => trust.bySubject(store, ""), signal);
}
