/**
 * One picture out of all connections to an endpoint: of each step, the sight of it that got furthest. A second
 * look that was turned away does not undo what the first one saw.
 */
import type {
  ConnectionObservation,
  ConnectStep,
  EhloStep,
  EndpointObservation,
  RelayTransaction,
  StarttlsStep,
  Step,
  TlsHandshake,
} from "../observe/observation.ts";

export interface DialogView {
  readonly connect: ConnectStep | undefined;
  readonly greeting: Step | undefined;
  /** The answer to EHLO, or to HELO where EHLO was not understood; before TLS. */
  readonly hello: EhloStep | undefined;
  readonly starttls: StarttlsStep | undefined;
  readonly tls: TlsHandshake | undefined;
  readonly helloInTls: EhloStep | undefined;
  readonly relay: ConnectionObservation["relay"];
  /** Transactions of the thorough relay test. */
  readonly relayForms: readonly RelayTransaction[];
  /** The connection that offered TLS 1.0 and 1.1 only. */
  readonly floor: ConnectionObservation | undefined;
  /** STARTTLS or the handshake failed once and worked another time, with the same ClientHello. */
  readonly flaky: boolean;
  /** There was a second look at a server that refused us for now or hung up. */
  readonly lookedAgain: boolean;
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
    (seen) => seen.purpose !== "floor" && seen.purpose !== "relay-thorough",
  );
  const withTls = all.filter((seen) => seen.purpose !== "relay-in-clear");
  const best = bestOf(withTls, tlsRank);
  const hellos = all.map((seen) => seen.helo ?? seen.ehlo);
  const again = withTls.find((seen) => seen.purpose === "full-hello-again");
  const failedFull = withTls.some((seen) => seen.purpose !== "small-hello" && tlsFailed(seen));
  const worked = (seen: ConnectionObservation): boolean => seen.tls?.outcome === "done";
  const lastConnect = withTls.at(-1)?.connect;
  return {
    connect: furthest(
      all.map((seen) => seen.connect),
      (step) => step.outcome === "connected",
    ),
    greeting: furthest(
      all.map((seen) => seen.greeting),
      (step) => step.reply?.code === 220,
    ),
    hello: furthest(hellos, (step) => step.reply?.code === 250),
    starttls: best?.starttls,
    tls: best?.tls,
    helloInTls: furthest(
      withTls.map((seen) => seen.ehloInTls),
      (step) => step.reply?.code === 250,
    ),
    relay: furthest(
      all.map((seen) => seen.relay),
      relayAnswered,
    ),
    relayForms: endpoint.connections
      .filter((seen) => seen.purpose === "relay-thorough")
      .flatMap((seen) => seen.relay?.transactions ?? []),
    floor: (floorHolder ?? endpoint).connections.find((seen) => seen.purpose === "floor"),
    flaky: failedFull && withTls.some((seen) => seen.purpose !== "small-hello" && worked(seen)),
    lookedAgain: all.some((seen) => seen.purpose === "retry"),
    proxyLost: lastConnect?.outcome === "proxy-failed" ? lastConnect : undefined,
    smallHelloOnly:
      again !== undefined &&
      !worked(again) &&
      withTls.some((seen) => seen.purpose === "small-hello" && worked(seen) && !offeredLast(seen)),
  };
}

/** Suites without authentication or encryption stand in the small ClientHello only: its size is not what helped. */
function offeredLast(seen: ConnectionObservation): boolean {
  return /^A(?:EC)?DH-|NULL/.test(seen.tls?.cipher ?? "");
}

/** The first sight that is good, else the last one there is. */
function furthest<T>(sights: readonly (T | undefined)[], good: (sight: T) => boolean): T | undefined {
  const seen = sights.filter((sight) => sight !== undefined);
  return seen.find(good) ?? seen.at(-1);
}

function bestOf(
  connections: readonly ConnectionObservation[],
  rank: (seen: ConnectionObservation) => number,
) {
  let best: ConnectionObservation | undefined;
  for (const seen of connections) {
    if (seen.starttls === undefined && seen.tls === undefined) continue;
    if (best === undefined || rank(seen) > rank(best)) best = seen;
  }
  return best;
}

/** A modern ClientHello speaks for modern clients; the small one offers suites that none of them takes. */
function tlsRank(seen: ConnectionObservation): number {
  if (seen.tls?.outcome === "done") {
    return 3 + (seen.tls.hello === "small" ? 0 : 2) + (seen.ehloInTls?.reply?.code === 250 ? 1 : 0);
  }
  if (seen.tls !== undefined) return 2;
  return seen.starttls?.reply === undefined ? 0 : 1;
}

function tlsFailed(seen: ConnectionObservation): boolean {
  const code = seen.starttls?.reply?.code;
  return (
    (seen.tls !== undefined && seen.tls.outcome !== "done") ||
    (code !== undefined && code !== 220 && code !== 421)
  );
}

function relayAnswered(relay: NonNullable<DialogView["relay"]>): boolean {
  return relay.transactions.some((each) =>
    each.recipients.some(
      ({ kind, reply }) => kind === "foreign" && reply !== undefined && reply.code !== 421,
    ),
  );
}
