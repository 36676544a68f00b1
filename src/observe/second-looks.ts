/** What a connection to an endpoint leaves in doubt: whether another one is called for. */
import {
  brokeOff,
  endedByServer,
  isAnswer,
  isLost,
  isTransient,
  relayAnswered,
  type ConnectionObservation,
  type Step,
  type TlsHandshake,
} from "./observation.ts";
import type { OwnEnd } from "./smtp/postmasters.ts";

/**
 * True where the server refused this client for now, or hung up: senders come back, and so do we, once.
 * @param open whether own postmasters are still to be asked for: then it matters, too, where RSET ended the session
 */
export function deservesSecondLook(connection: ConnectionObservation, open: boolean): boolean {
  if (connection.connect.outcome === "reset") return true;
  // A STARTTLS that was never announced is our own curiosity: what comes of it is no reason to come back.
  const starttls = connection.starttls?.announced === true ? connection.starttls : undefined;
  const steps = [
    connection.greeting,
    connection.ehlo,
    connection.helo,
    starttls,
    connection.ehloInTls,
    ...(relayAnswered(connection.relay) ? [] : relaySteps(connection)),
    ...ownSteps(connection),
    ...(open ? relayResets(connection) : []),
    ...(open ? (connection.delivery?.transactions ?? []).map(({ rset }) => rset) : []),
  ];
  return (
    isTransient(connection.greeting) ||
    isTransient(starttls) ||
    steps.some(hungUpOr421) ||
    (open && (wentSilentAtForeign(connection) || relayResets(connection).some(wentSilent)))
  );
}

function relaySteps({ relay }: ConnectionObservation): Step[] {
  return (relay?.transactions ?? []).flatMap(({ mail, recipients }) => [mail, ...recipients]);
}

function relayResets({ relay }: ConnectionObservation): (Step | undefined)[] {
  return (relay?.transactions ?? []).map(({ rset }) => rset);
}

function ownSteps({ delivery }: ConnectionObservation): Step[] {
  return (delivery?.transactions ?? []).flatMap(({ mail, rcpt }) =>
    rcpt === undefined ? [mail] : [mail, rcpt],
  );
}

/** True where the server said anything of the recipient to any question for an own postmaster. */
export function answersForOwn({ delivery }: ConnectionObservation): boolean {
  return delivery?.transactions.some(({ rcpt }) => isAnswer(rcpt)) ?? false;
}

/** How a connection was left that asked for own postmasters. */
export function ownEnd(connection: ConnectionObservation): OwnEnd {
  const ended = ownSteps(connection).some((step) => step.ended !== undefined || step.reply?.code === 421);
  if (!ended) return "answered";
  return connection.delivery?.transactions.some(({ rcpt }) => brokeOff(rcpt)) ? "broke-off" : "unanswered";
}

/** True where the foreign recipient cost us the connection, so that nothing could be asked behind it. */
export function endedAtForeign(connection: ConnectionObservation): boolean {
  return relaySteps(connection).some(endedByServer);
}

/** True where the server reset the connection when it was asked for a recipient. */
export function resetAtQuestion(connection: ConnectionObservation): boolean {
  return [...relaySteps(connection), ...ownSteps(connection)].some(({ ended }) => ended?.how === "reset");
}

/** True where the server neither answered for the foreign recipient nor hung up: another connection would wait as long. */
export function wentSilentAtForeign(connection: ConnectionObservation): boolean {
  return relaySteps(connection).some(wentSilent);
}

/** True where STARTTLS, announced, cost us the connection. */
export function hungUpAtStarttls({ starttls }: ConnectionObservation): boolean {
  return starttls?.announced === true && starttls.ended !== undefined;
}

function hungUpOr421(step: Step | undefined): boolean {
  return step?.reply?.code === 421 || step?.ended?.how === "closed" || step?.ended?.how === "reset";
}

/** True where no reply came that could be read, and the server did not hang up either. */
function wentSilent(step: Step | undefined): boolean {
  return brokeOff(step) && !hungUpOr421(step);
}

/** True where TLS was negotiated and the server went on talking inside it. Where it did not, senders go on in the clear. */
export function sessionInTls({ tls, ehloInTls }: ConnectionObservation): boolean {
  return tls?.outcome === "done" && !isLost(ehloInTls);
}

/** True where another ClientHello might fare better. */
export function brokeOverHello(connection: ConnectionObservation): boolean {
  const tls: TlsHandshake | undefined = connection.tls;
  if (tls?.outcome === "timeout") return true;
  if (tls?.outcome !== "failed") return false;
  const by = tls.failure?.by;
  if (by === "peer-closed" || by === "peer-reset") return true;
  // Alerts about the version or a certificate are meant as they are said.
  return by === "peer-alert" && !/certificate|version/i.test(tls.failure?.message ?? "");
}
