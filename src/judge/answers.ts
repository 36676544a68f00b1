/** The answers to the two questions of an endpoint, out of all its connections and both senders. */
import {
  isAccepted,
  isAnswer,
  ownAddressSeen,
  type ConnectionObservation,
  type EndpointObservation,
  type Reply,
  type Step,
} from "../observe/observation.ts";
import type { Asked } from "./replies/quoted-names.ts";
import type { Answer } from "./replies/comparison.ts";

/** One transaction: a sender, a recipient, and what the server said to both. */
export interface Attempt {
  readonly foreign: boolean;
  readonly sender: string;
  readonly recipient: string;
  readonly mail: Step;
  /** Absent where MAIL was not accepted, or the session ended. */
  readonly rcpt: Step | undefined;
  readonly rset: Step | undefined;
  readonly inTls: boolean;
  /** Index of the connection. */
  readonly connection: number;
  readonly ownAddress: string | undefined;
  readonly heloName: string;
}

/** The attempts of an endpoint, in their order. */
export interface Attempts {
  readonly foreign: readonly Attempt[];
  /** By the domain whose postmaster was asked for. */
  readonly own: ReadonlyMap<string, readonly Attempt[]>;
  /** The refusal of MAIL, where that is all that anybody got: it is everybody's, asked for or not. */
  readonly everybody: Answered | undefined;
}

/** The step that answers a question, or at which it ended without one. */
export interface Answered {
  readonly command: "MAIL" | "RCPT";
  readonly step: Step;
  readonly attempt: Attempt;
}

/** All of them: for the foreign recipient, and for the postmaster of each domain. */
export function everyAttempt({ foreign, own }: Pick<Attempts, "foreign" | "own">): Attempt[] {
  return [...foreign, ...[...own.values()].flat()];
}

/** Lists what was asked of an endpoint. A refusal behind another recipient of its transaction is left out. */
export function attemptsOf(endpoint: EndpointObservation): Attempts {
  const foreign: Attempt[] = [];
  const own = new Map<string, Attempt[]>();
  for (const [index, connection] of endpoint.connections.entries()) {
    if (connection.purpose === "relay-thorough") continue;
    const asker = {
      connection: index,
      ownAddress: ownAddressSeen(endpoint, connection.connect),
      heloName: (connection.helo ?? connection.ehlo)?.name ?? "",
    };
    foreign.push(...foreignAttempts(connection, asker));
    const { transactions = [], inTls = false } = connection.delivery ?? {};
    for (const { domain, sender, mail, rcpt, rset, behindAnother } of transactions) {
      if (behindAnother === true && !isAccepted(rcpt)) continue;
      const attempt = {
        ...asker,
        foreign: false,
        sender,
        recipient: `postmaster@${domain}`,
        mail,
        rcpt,
        rset,
        inTls,
      };
      const known = own.get(domain);
      if (known === undefined) own.set(domain, [attempt]);
      else known.push(attempt);
    }
  }
  const all = everyAttempt({ foreign, own });
  const refused = all.every(({ rcpt }) => rcpt === undefined) && all.some(({ mail }) => isRefusal(mail));
  return { foreign, own, everybody: refused ? answerTo(all) : undefined };
}

function foreignAttempts(
  { relay }: ConnectionObservation,
  asker: Pick<Attempt, "connection" | "ownAddress" | "heloName">,
): Attempt[] {
  const { transactions = [], inTls = false } = relay ?? {};
  return transactions.flatMap(({ sender, mail, recipients, rset }) => {
    const recipient = recipients.find(({ kind }) => kind === "foreign");
    // Reports of earlier versions asked for own postmasters in further transactions of the relay test.
    if (recipient === undefined && recipients.length > 0) return [];
    const address = recipient?.address ?? "";
    return [{ ...asker, foreign: true, sender, recipient: address, mail, rcpt: recipient, rset, inTls }];
  });
}

/**
 * The answer that counts: an acceptance; else the last answer to RCPT, for later looks and senders were made because of
 * the earlier answers; else the first refusal of MAIL on the last connection, which the second sender's must not hide.
 * Without any of them the last step, at which the session ended.
 */
export function answerTo(attempts: readonly Attempt[]): Answered | undefined {
  const answered = attempts.filter(({ rcpt }) => isAnswer(rcpt));
  const counted = answered.find(({ rcpt }) => isAccepted(rcpt)) ?? answered.at(-1);
  if (counted?.rcpt !== undefined) return { command: "RCPT", step: counted.rcpt, attempt: counted };
  const last = attempts.at(-1);
  if (last === undefined) return undefined;
  const refused = attempts.find(({ connection, mail }) => connection === last.connection && isRefusal(mail));
  if (refused !== undefined) return { command: "MAIL", step: refused.mail, attempt: refused };
  return last.rcpt === undefined
    ? { command: "MAIL", step: last.mail, attempt: last }
    : { command: "RCPT", step: last.rcpt, attempt: last };
}

/** The answer for the postmaster of a domain. */
export function ownAnswer({ own, everybody }: Attempts, domain: string): Answered | undefined {
  const attempts = own.get(domain);
  return attempts === undefined ? everybody : answerTo(attempts);
}

/** An answer as the reader of replies takes it; undefined where there was no reply. */
export function asRead(answered: Answered | undefined, host: string): Answer | undefined {
  const reply = answered?.step.reply;
  if (answered === undefined || reply === undefined) return undefined;
  const { ownAddress, heloName, sender, recipient, foreign } = answered.attempt;
  const command = answered.command;
  const asked: Asked = {
    command,
    ownAddress,
    heloName,
    sender,
    recipient: command === "RCPT" ? recipient : undefined,
    foreign,
    host,
  };
  return { reply, asked };
}

/** The reply, where the server gave one that answers the question: a 421 ends the session. */
export function replyOf({ step }: Answered): Reply | undefined {
  return isAnswer(step) ? step.reply : undefined;
}

function isRefusal(step: Step | undefined): boolean {
  return isAnswer(step) && !isAccepted(step);
}
