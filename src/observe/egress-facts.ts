/**
 * What observations say of the way out: how an endpoint ended before a word was heard of it, and what control hosts tell
 * of its port and family. The facts themselves are in observation.ts.
 */
import type {
  ConnectionObservation,
  EgressObservation,
  EndpointObservation,
  TlsHandshake,
} from "./observation.ts";

/**
 * Whether a proxy that hung up without a word meant this endpoint. It did where it made connections to others at the
 * same port and family in its own run: to control hosts, or, where none were tried, to other endpoints. Else its rules may
 * forbid them all.
 */
export function hangUpMeantTarget(
  { port, family }: EndpointObservation,
  endpoints: Iterable<EndpointObservation>,
  egress: readonly EgressObservation[] | undefined,
): boolean {
  const controls = egress?.find((each) => each.port === port && each.family === family)?.controls ?? [];
  if (controls.length > 0) return controls.some(({ connect }) => connect.outcome === "connected");
  return [...endpoints].some(
    (endpoint) =>
      endpoint.port === port &&
      endpoint.family === family &&
      endpoint.connections.some(({ connect }) => connect.outcome === "connected"),
  );
}

/** How an endpoint ended before a word was heard of it. */
export type EarlyEnd = "refused" | "timeout" | "unreachable" | "reset" | "hung-up" | "silent";

/**
 * How an endpoint ended before a word was heard of it; `heard` where it spoke, undefined where it was not seen, or
 * where this machine itself is known to be why.
 */
export function earlyEnd({
  connections,
}: Pick<EndpointObservation, "connections">): EarlyEnd | "heard" | undefined {
  const ends = connections.map(endOfConnection);
  if (ends.includes("heard")) return "heard";
  const accepted = ends.findLast((end) => end === "hung-up" || end === "silent");
  return accepted ?? ends.findLast((end) => end !== undefined);
}

function endOfConnection({ connect, greeting, tls }: ConnectionObservation): ReturnType<typeof earlyEnd> {
  switch (connect.outcome) {
    case "refused":
    case "timeout":
    case "reset":
      return connect.outcome;
    case "unreachable":
      return connect.code === "EACCES" || connect.code === "EPERM" ? undefined : "unreachable";
    case "connected":
      break;
    default:
      return undefined;
  }
  if (greeting?.reply !== undefined || greeting?.ended?.partial !== undefined) return "heard";
  // Where TLS comes first, it is what a server is waited for.
  if (tls !== undefined) return endOfHandshake(tls);
  switch (greeting?.ended?.how) {
    case undefined:
    case "aborted":
      return undefined;
    case "timeout":
      return "silent";
    case "closed":
    case "reset":
    case "error":
      return "hung-up";
    default:
      return "heard";
  }
}

/** The same of a handshake that a connection begins with: whoever breaks it with an alert, or with other octets, spoke. */
export function endOfHandshake({
  outcome,
  failure,
}: TlsHandshake): "heard" | "silent" | "hung-up" | undefined {
  if (outcome === "aborted") return undefined;
  if (outcome === "timeout") return "silent";
  return failure?.by === "peer-closed" || failure?.by === "peer-reset" ? "hung-up" : "heard";
}

/** Control hosts from which an answer was waited for; others this machine had no socket, no route or no proxy for. */
export function triedControls({ controls }: EgressObservation): EgressObservation["controls"] {
  return controls.filter(({ connect }) => {
    switch (connect.outcome) {
      case "connected":
      case "refused":
      case "timeout":
      case "unreachable":
      case "reset":
        return true;
      case "no-route":
      case "local-limit":
      case "proxy-failed":
      case "aborted":
      case "error":
        return false;
    }
  });
}

/** What was found out of the way out to an endpoint; undefined where nothing was. */
export function egressOf(
  { port, family, scope }: Pick<EndpointObservation, "port" | "family" | "scope">,
  egress: readonly EgressObservation[] | undefined,
): EgressObservation | undefined {
  return egress?.find(
    // Of the way to a private address, only hosts that the user named say anything.
    (each) => each.port === port && each.family === family && (scope === "public" || each.named !== false),
  );
}
