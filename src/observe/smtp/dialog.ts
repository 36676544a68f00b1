/**
 * One connection to one endpoint, from the TCP connect to QUIT, the way a sending server makes it:
 * greeting, EHLO, STARTTLS, handshake, EHLO, and a relay test that stops before DATA.
 */
import { round, type Clock } from "../../system/clock.ts";
import type {
  CertificateFacts,
  ConnectionObservation,
  ConnectionPurpose,
  EhloStep,
  ProbeScope,
  Step,
} from "../observation.ts";
import type { Destination, Route } from "../route/route.ts";
import { describeChain, type TrustStores } from "../trust/paths.ts";
import { shakeHands, type TlsContexts } from "../tls/handshake.ts";
import type { Turns } from "../turns.ts";
import { offers, parseExtensions } from "./ehlo.ts";
import { testRelay, testRelayForms, type RelayPlan } from "./relay.ts";
import type { RelayForm } from "./relay-forms.ts";
import { Session } from "./session.ts";
import type { ChainDescription } from "../trust/stores.ts";

/** One connection to make. */
export interface DialogPlan {
  readonly purpose: ConnectionPurpose;
  readonly depth: ProbeScope["depth"];
  readonly destination: Destination;
  readonly tlsMode: "starttls" | "implicit";
  /** ClientHello to send; undefined: no TLS on this connection. */
  readonly hello?: "full" | "small" | "legacy" | undefined;
  /** Name for SNI: the MX host; none for servers named by address. */
  readonly serverName?: string | undefined;
  readonly relay?: RelayPlan | undefined;
  /** Further forms of the relay test, in place of the basic one. */
  readonly relayForms?: readonly RelayForm[] | undefined;
  /** Where STARTTLS is refused for now (4xx), the relay test waits for the second look. */
  readonly relayWaitsForTls: boolean;
}

/** What every dialog of a run uses. */
export interface DialogTools {
  readonly route: Route;
  readonly clock: Clock;
  /** Monotonic moment at which the run started. */
  readonly runStarted: number;
  readonly signal: AbortSignal;
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
  /** Told when a greeting has come, whatever it says. */
  onGreeting?(): void;
}

/** Observation under construction. */
type Draft = { -readonly [Key in keyof ConnectionObservation]: ConnectionObservation[Key] };

/** What becomes of the served chain, while the dialog goes on. */
interface Look {
  description?: Promise<ChainDescription | undefined>;
}

/** Makes the connection and records what was seen. Never throws for what the other side does. */
export async function converse(plan: DialogPlan, tools: DialogTools): Promise<ConnectionObservation> {
  const at = round(Math.max(0, tools.clock.monotonic() - tools.runStarted));
  const dialled = await tools.route.dial(plan.destination, tools);
  const connection: Draft = { purpose: plan.purpose, at, connect: dialled.step, transcript: [] };
  if (dialled.socket === undefined) return connection;
  const session = new Session(dialled.socket, tools);
  connection.transcript = session.transcript;
  session.note(`connected to ${plan.destination.address} port ${String(plan.destination.port)}`);
  const look: Look = {};
  try {
    if (plan.depth !== "connect") {
      await speak(plan, tools, session, connection, look);
      await session.quit();
    }
  } finally {
    session.close();
  }
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
  await addChain(connection, look, tools);
  return connection;
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

/** The dialog proper; returns when nothing is left to be said but QUIT. */
async function speak(
  plan: DialogPlan,
  tools: DialogTools,
  session: Session,
  connection: Draft,
  look: Look,
): Promise<void> {
  if (plan.tlsMode === "implicit" && !(await startTls(plan, tools, session, connection, look))) return;
  // Nothing is sent before the greeting is complete (RFC 5321 3.1).
  connection.greeting = await session.read();
  if (connection.greeting.reply !== undefined) tools.onGreeting?.();
  if (connection.greeting.reply?.code !== 220 || plan.depth === "banner") return;

  if (plan.depth === "starttls") readAnchors(tools);
  const name = tools.heloName(connection.connect.localAddress);
  connection.ehlo = await sayHello(session, "EHLO", name);
  if (connection.ehlo.reply?.code === 500 || connection.ehlo.reply?.code === 502)
    connection.helo = await sayHello(session, "HELO", name);
  const hello = connection.helo ?? connection.ehlo;
  if (hello.reply?.code !== 250 || plan.depth === "ehlo") return;

  let extensions = hello.extensions;
  let inTls = plan.tlsMode === "implicit";
  if (!inTls && plan.hello !== undefined) {
    const upgraded = await upgrade(plan, tools, session, connection, look, hello);
    if (upgraded === "ended") return;
    inTls = upgraded === "tls";
  }
  if (inTls && plan.tlsMode === "starttls") {
    if (plan.hello === "legacy" || plan.purpose === "full-hello-again") return;
    // What was said before TLS is forgotten (RFC 3207 4.2).
    connection.ehloInTls = await sayHello(session, "EHLO", name);
    if (connection.ehloInTls.reply?.code !== 250) return;
    extensions = connection.ehloInTls.extensions;
  }
  const deferred = !inTls && plan.relayWaitsForTls && isTransient(connection.starttls);
  const pipelining = offers(extensions, "PIPELINING");
  if (plan.relayForms !== undefined) {
    connection.relay = await testRelayForms(session, plan.relayForms, { inTls, pipelined: pipelining });
  }
  if (plan.relay === undefined || deferred) return;
  connection.relay = await testRelay(session, plan.relay, {
    inTls,
    pipelined: pipelining,
    secondSender: `postmaster@${name}`,
  });
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

async function sayHello(session: Session, verb: "EHLO" | "HELO", name: string): Promise<EhloStep> {
  const step = await session.ask(`${verb} ${name}`);
  const extensions = step.reply?.code === 250 && verb === "EHLO" ? parseExtensions(step.reply.lines) : [];
  return { verb, name, ...step, extensions };
}

/**
 * Asks for STARTTLS and shakes hands. It is asked for even where it is not announced: a device on the way may
 * have cut it from the list.
 */
async function upgrade(
  plan: DialogPlan,
  tools: DialogTools,
  session: Session,
  connection: Draft,
  look: Look,
  hello: EhloStep,
): Promise<"tls" | "clear" | "ended"> {
  const announced = offers(hello.extensions, "STARTTLS");
  const step = await session.ask("STARTTLS");
  connection.starttls = { announced, sent: true, ...step };
  if (step.ended !== undefined || step.reply?.code === 421) return "ended";
  if (step.reply?.code !== 220) return "clear";
  return (await startTls(plan, tools, session, connection, look)) ? "tls" : "ended";
}

/** Shakes hands on the session's socket and goes on inside TLS; false where there is no TLS. */
async function startTls(
  plan: DialogPlan,
  tools: DialogTools,
  session: Session,
  connection: Draft,
  look: Look,
): Promise<boolean> {
  const hello = plan.hello ?? "full";
  const { socket, extraData } = session.detach();
  const handshake = shakeHands(socket, { ...tools, hello, serverName: plan.serverName });
  if (extraData !== "" && connection.starttls !== undefined)
    connection.starttls = { ...connection.starttls, extraData };
  const { facts, tls, chain } = await handshake;
  connection.tls = facts;
  if (chain.length === 0 && hello !== "legacy") connection.tls = { ...facts, chain: [], paths: [] };
  if (chain.length > 0 && hello !== "legacy") {
    const { turns, trust, signal } = tools;
    look.description = turns.do(() => describeChain(chain, trust), signal);
    // Whoever waits for it hears of a failure; until then it is nobody's.
    look.description.catch(() => undefined);
  }
  if (tls === undefined) {
    session.abandon();
    session.note(
      `TLS handshake ${facts.outcome}${facts.failure === undefined ? "" : ` (${facts.failure.by})`}`,
    );
    return false;
  }
  session.attach(tls);
  session.note(`${facts.version ?? "TLS"} ${facts.cipher ?? ""}`.trim());
  return true;
}

/** Adds what the certificates say. Where the run ended before anybody looked at them, so did the handshake. */
async function addChain(connection: Draft, { description }: Look, tools: DialogTools): Promise<void> {
  if (description === undefined || connection.tls === undefined) return;
  const described = await description;
  if (described === undefined) {
    if (connection.tls.outcome === "done") connection.tls = { ...connection.tls, outcome: "aborted" };
    return;
  }
  const { certificates, ...served } = described;
  tools.keepCertificates(certificates);
  connection.tls = { ...connection.tls, ...served };
}

function isTransient(step: Step | undefined): boolean {
  const code = step?.reply?.code ?? 0;
  return code >= 400 && code < 500;
}
