/** MAIL transactions that stop before DATA: they are asked and reset, and the replies are kept. */
import { isAccepted, isAnswer, type Step } from "../observation.ts";
import type { Session } from "./session.ts";

/** One transaction to make: a sender and the recipients that it is asked for. */
export interface Envelope {
  /** Sender, empty for the null sender `<>`. */
  readonly sender: string;
  readonly recipients: readonly string[];
}

/** What came of a transaction. */
export interface Answered {
  readonly mail: Step;
  /** In the order of the recipients, as far as they were answered; empty where MAIL was refused. */
  readonly recipients: readonly Step[];
  readonly rset?: Step | undefined;
}

/**
 * Makes the transactions one after the other; with PIPELINING (RFC 2920) all of them go in one write.
 * @returns one result for each that was begun: fewer than asked for where the session ended, or a 421 came
 */
export async function transact(
  session: Session,
  envelopes: readonly Envelope[],
  pipelined: boolean,
): Promise<Answered[]> {
  if (pipelined) return await transactAtOnce(session, envelopes);
  const answered: Answered[] = [];
  for (const envelope of envelopes) {
    const transaction = await transactByStep(session, envelope);
    answered.push(transaction);
    if (session.ended !== undefined || endedBy421(transaction)) break;
  }
  return answered;
}

async function transactAtOnce(session: Session, envelopes: readonly Envelope[]): Promise<Answered[]> {
  const steps = await session.exchange(...envelopes.flatMap(commandsOf));
  // With a reply too many nobody can tell which one answers what.
  if (session.outOfStep) return [{ mail: session.loseStep(), recipients: [] }];
  let next = 0;
  const answered: Answered[] = [];
  for (const envelope of envelopes) {
    const end = next + commandsOf(envelope).length;
    const [mail, ...rest] = steps.slice(next, end);
    next = end;
    if (mail === undefined) break;
    const rset = rest.length > envelope.recipients.length ? rest.at(-1) : undefined;
    // Where MAIL was refused, the answers to RCPT speak of the missing sender and of nothing else.
    const recipients = isAccepted(mail) ? rest.slice(0, envelope.recipients.length) : [];
    answered.push({ mail, recipients, rset });
  }
  return answered;
}

async function transactByStep(session: Session, envelope: Envelope): Promise<Answered> {
  const [mailCommand = "", ...others] = commandsOf(envelope);
  const mail = await session.ask(mailCommand);
  const recipients: Step[] = [];
  if (isAccepted(mail)) {
    for (const command of others.slice(0, -1)) {
      const step = await session.ask(command);
      recipients.push(step);
      if (step.reply === undefined || step.reply.code === 421) break;
    }
  }
  const rset = session.ended === undefined ? await session.ask("RSET") : undefined;
  return { mail, recipients, rset };
}

function commandsOf({ sender, recipients }: Envelope): string[] {
  return [`MAIL FROM:<${sender}>`, ...recipients.map((each) => `RCPT TO:<${each}>`), "RSET"];
}

/** True for a refusal, for good or for now. A 421 is none: it ends the session, whatever was asked (RFC 5321 3.8). */
export function isRefusal(step: Step | undefined): boolean {
  return isAnswer(step) && (step?.reply?.code ?? 0) >= 400;
}

/** True where the server answered any command of the transaction with 421. */
export function endedBy421({ mail, recipients, rset }: Answered): boolean {
  return [mail, ...recipients, rset].some((step) => step?.reply?.code === 421);
}
