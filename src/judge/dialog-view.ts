/**
 * One picture out of all connections to an endpoint: of each step, the sight of it that got furthest. A second
 * look that was turned away does not undo what the first one saw.
 */
import {
  brokeOff,
  isTransient,
  type ConnectionObservation,
  type ConnectStep,
  type EhloStep,
  type EndpointObservation,
  type RelayTransaction,
  type Reply,
  type StarttlsStep,
  type Step,
  type TlsHandshake,
} from "../observe/observation.ts";
import { attemptsOf, everyAttempt, type Attempts } from "./answers.ts";
import { nullSenderRefusal } from "./checks/null-sender.ts";

export interface DialogView {
  readonly connect: ConnectStep | undefined;
  readonly greeting: Step | undefined;
  /** The answer to EHLO, or to HELO where EHLO was not understood; before TLS. */
  readonly hello: EhloStep | undefined;
  readonly starttls: StarttlsStep | undefined;
  readonly tls: TlsHandshake | undefined;
  readonly helloInTls: EhloStep | undefined;
  /** What was asked of it: whether it relays, and whether it takes mail for its domains. */
  readonly attempts: Attempts;
  /** The server broke off at one of them. */
  readonly brokeOff: boolean;
  /** The null sender was refused for good, and another one taken. */
  readonly nullSenderRefusal: Reply | undefined;
  /** Transactions of the thorough relay test. */
  readonly relayForms: readonly RelayTransaction[];
  /** The connection that offered TLS 1.0 and 1.1 only. */
  readonly floor: ConnectionObservation | undefined;
  /** The connection that named the TLSA base domain. */
  readonly daneName: ConnectionObservation | undefined;
  /** STARTTLS or the handshake failed once and worked another time, with the same ClientHello. */
  readonly flaky: boolean;
  /** There was a second look at a server that refused us for now or hung up. */
  readonly lookedAgain: boolean;
  /** Steps that ended alike on the first look and on a second one. */
  readonly repeated: ReadonlySet<Step>;
  /** The proxy that was there before could not be had any more for the look that came last. */
  readonly proxyLost: ConnectStep | undefined;
  /** The handshake works with a small ClientHello only. */
  readonly smallHelloOnly: boolean;
}

/** Puts the view together; `floorHolder` is the endpoint that holds the floor test of this address. */
export function viewDialog(
  endpoint: EndpointObservation,
  floorHolder: EndpointObservation | undefined,
): DialogView {
  const all = endpoint.connections.filter(
    ({ purpose }) => purpose !== "floor" && purpose !== "relay-thorough" && purpose !== "dane-name",
  );
  const withTls = all.filter((connection) => connection.purpose !== "relay-in-clear");
  const best = bestOf(withTls, tlsRank);
  const hellos = all.map((connection) => connection.helo ?? connection.ehlo);
  const again = withTls.find((connection) => connection.purpose === "full-hello-again");
  const failedFull = withTls.some(
    (connection) => connection.purpose !== "small-hello" && tlsFailed(connection),
  );
  const worked = (connection: ConnectionObservation): boolean => connection.tls?.outcome === "done";
  const lastConnect = withTls.at(-1)?.connect;
  const attempts = attemptsOf(endpoint);
  return {
    connect: furthest(
      all.map((connection) => connection.connect),
      (step) => step.outcome === "connected",
    ),
    greeting: furthest(
      all.map((connection) => connection.greeting),
      (step) => step.reply?.code === 220,
    ),
    hello: furthest(hellos, (step) => step.reply?.code === 250),
    starttls: best?.starttls,
    tls: best?.tls,
    helloInTls: furthest(
      withTls.map((connection) => connection.ehloInTls),
      (step) => step.reply?.code === 250,
    ),
    attempts,
    brokeOff: everyAttempt(attempts).some(({ mail, rcpt, rset }) => [mail, rcpt, rset].some(brokeOff)),
    nullSenderRefusal: nullSenderRefusal(attempts, endpoint.host),
    relayForms: endpoint.connections
      .filter((connection) => connection.purpose === "relay-thorough")
      .flatMap((connection) => connection.relay?.transactions ?? []),
    floor: (floorHolder ?? endpoint).connections.find((connection) => connection.purpose === "floor"),
    daneName: endpoint.connections.findLast(({ purpose }) => purpose === "dane-name"),
    flaky:
      failedFull && withTls.some((connection) => connection.purpose !== "small-hello" && worked(connection)),
    lookedAgain: all.some((connection) => connection.purpose === "retry"),
    repeated: repeatedSteps(endpoint.connections, attempts),
    proxyLost: lastConnect?.outcome === "proxy-failed" ? lastConnect : undefined,
    smallHelloOnly:
      again !== undefined &&
      !worked(again) &&
      withTls.some(
        (connection) =>
          connection.purpose === "small-hello" && worked(connection) && !offeredLast(connection),
      ),
  };
}

/** Suites without authentication or encryption stand in the small ClientHello only: its size is not what helped. */
function offeredLast(connection: ConnectionObservation): boolean {
  return /^A(?:EC)?DH-|NULL/.test(connection.tls?.cipher ?? "");
}

type Sight = readonly [on: ConnectionObservation | undefined, step: Step | undefined];

const NONE: ReadonlySet<Step> = new Set();

/** Steps at which the dialog ended alike on several connections, a second look among them. */
function repeatedSteps(
  connections: EndpointObservation["connections"],
  attempts: Attempts,
): ReadonlySet<Step> {
  if (!connections.some(({ purpose }) => purpose === "retry")) return NONE;
  const everybody = everyAttempt(attempts);
  const slots: Sight[][] = [
    ...(["greeting", "starttls", "ehloInTls"] as const).map((slot) =>
      connections.map((each): Sight => [each, each[slot]]),
    ),
    connections.map((each): Sight => [each, each.helo ?? each.ehlo]),
    everybody.map(({ connection, mail }): Sight => [connections[connection], mail]),
    everybody.map(({ connection, rcpt }): Sight => [connections[connection], rcpt]),
  ];
  const repeated = new Set<Step>();
  for (const slot of slots) {
    for (const [end, alike] of Map.groupBy(slot, ([, step]) => endOf(step))) {
      const on = new Set(alike.map(([connection]) => connection));
      if (end === undefined || on.size < 2 || ![...on].some((each) => each?.purpose === "retry")) continue;
      for (const [, step] of alike) if (step !== undefined) repeated.add(step);
    }
  }
  return repeated;
}

/** How a session ended at a step, comparable among looks; undefined where it went on. */
function endOf(step: Step | undefined): string | undefined {
  if (step?.ended !== undefined) return step.ended.how === "reset" ? "closed" : step.ended.how;
  return isTransient(step) ? String(step?.reply?.code) : undefined;
}

/** The first sight that is good, else the last one there is. */
function furthest<T>(candidates: readonly (T | undefined)[], good: (candidate: T) => boolean): T | undefined {
  const seen = candidates.filter((candidate) => candidate !== undefined);
  return seen.find(good) ?? seen.at(-1);
}

function bestOf(
  connections: readonly ConnectionObservation[],
  rank: (connection: ConnectionObservation) => number,
) {
  let best: ConnectionObservation | undefined;
  for (const connection of connections) {
    if (connection.starttls === undefined && connection.tls === undefined) continue;
    if (best === undefined || rank(connection) > rank(best)) best = connection;
  }
  return best;
}

/** A modern ClientHello speaks for modern clients; the small one offers suites that none of them takes. */
function tlsRank(connection: ConnectionObservation): number {
  if (connection.tls?.outcome === "done") {
    return (
      3 + (connection.tls.hello === "small" ? 0 : 2) + (connection.ehloInTls?.reply?.code === 250 ? 1 : 0)
    );
  }
  if (connection.tls !== undefined) return 2;
  return connection.starttls?.reply === undefined ? 0 : 1;
}

function tlsFailed(connection: ConnectionObservation): boolean {
  const code = connection.starttls?.reply?.code;
  return (
    (connection.tls !== undefined && connection.tls.outcome !== "done") ||
    (code !== undefined && code !== 220 && code !== 421)
  );
}
