/** The relay test: MAIL and RCPT, never DATA. It records the replies; what they mean is judged elsewhere. */
import type { ConnectionObservation, RelayRecipient, RelayTransaction, Step } from "../observation.ts";
import { CONTROLS_PER_TRANSACTION, MAX_CONTROLS, MAX_REFUSED_CONTROLS } from "../bounds.ts";
import type { RelayForm } from "./relay-forms.ts";
import type { Session } from "./session.ts";

export interface RelayPlan {
  /** Sender, empty for the null sender `<>`. */
  readonly sender: string;
  readonly recipient: string;
  /** Domains whose own postmaster is asked for as a control; they share this endpoint. */
  readonly domains: readonly string[];
}

type RelayObservation = NonNullable<ConnectionObservation["relay"]>;
type PlannedRecipient = Pick<RelayRecipient, "kind" | "form" | "foreignDomain" | "domain" | "address">;

/**
 * Makes the basic relay test: one foreign recipient, and the own postmasters of the domains that the server
 * is there for. Where the sender is refused, `secondSender` gets one try. With PIPELINING (RFC 2920) MAIL, all RCPT and RSET go in one write.
 */
export async function testRelay(
  session: Session,
  plan: RelayPlan,
  { inTls, pipelined, secondSender }: { inTls: boolean; pipelined: boolean; secondSender: string },
): Promise<RelayObservation> {
  const controls = plan.domains.slice(0, MAX_CONTROLS).map((domain): PlannedRecipient => {
    return { kind: "control", domain, address: `postmaster@${domain}` };
  });
  const foreign: PlannedRecipient = { kind: "foreign", address: plan.recipient };
  const transactions: RelayTransaction[] = [];
  const observation = { inTls, pipelined, transactions };

  let sender = plan.sender;
  let next = [foreign, ...controls.splice(0, CONTROLS_PER_TRANSACTION)];
  let transaction = await transact(session, sender, next, pipelined);
  transactions.push(transaction);
  if (isRefusal(transaction.mail) && secondSender !== sender && session.ended === undefined) {
    sender = secondSender;
    transaction = await transact(session, sender, next, pipelined);
    transactions.push(transaction);
  }
  let refused = refusedControls(transaction);
  while (controls.length > 0 && goesOn(transaction, session) && refused < MAX_REFUSED_CONTROLS) {
    next = controls.splice(0, CONTROLS_PER_TRANSACTION);
    transaction = await transact(session, sender, next, pipelined);
    transactions.push(transaction);
    refused += refusedControls(transaction);
  }
  return observation;
}

/**
 * Tries further forms, one transaction each with RSET behind it, until the server takes a recipient with a
 * foreign domain part, or ends the session.
 */
export async function testRelayForms(
  session: Session,
  forms: readonly RelayForm[],
  { inTls, pipelined }: { inTls: boolean; pipelined: boolean },
): Promise<RelayObservation> {
  const transactions: RelayTransaction[] = [];
  for (const { name, kind, sender, recipient, foreignDomain } of forms) {
    const planned: PlannedRecipient[] = [{ kind, form: name, foreignDomain, address: recipient }];
    const transaction = await transact(session, sender, planned, pipelined);
    transactions.push(transaction);
    if (session.ended !== undefined || endedBy421(transaction) || takesForeignDomain(transaction)) break;
  }
  return { inTls, pipelined, transactions };
}

/** True where a recipient with a foreign domain part was accepted: nothing worse can be found. */
export function takesForeignDomain(transaction: RelayTransaction): boolean {
  return transaction.recipients.some(
    (each) => each.kind === "foreign" && each.foreignDomain !== false && isAccepted(each),
  );
}

/** True where the server answered any command of the transaction with 421. */
export function endedBy421({ mail, recipients, rset }: RelayTransaction): boolean {
  return [mail, ...recipients, rset].some((step) => step?.reply?.code === 421);
}

async function transact(
  session: Session,
  sender: string,
  planned: readonly PlannedRecipient[],
  pipelined: boolean,
): Promise<RelayTransaction> {
  const mailCommand = `MAIL FROM:<${sender}>`;
  const rcptCommands = planned.map((recipient) => `RCPT TO:<${recipient.address}>`);
  if (pipelined) {
    const [mail, ...rest] = await session.exchange(mailCommand, ...rcptCommands, "RSET");
    if (session.outOfStep) return { sender, mail: session.loseStep(), recipients: [] };
    const rset = rest.length > planned.length ? rest.at(-1) : undefined;
    // Where MAIL was refused, the answers to RCPT speak of the missing sender and of nothing else.
    const recipients = mail !== undefined && isAccepted(mail) ? withReplies(planned, rest) : [];
    return { sender, mail: mail ?? {}, recipients, rset };
  }
  const mail = await session.ask(mailCommand);
  const replies: Step[] = [];
  if (isAccepted(mail)) {
    for (const command of rcptCommands) {
      const step = await session.ask(command);
      replies.push(step);
      if (step.reply === undefined || step.reply.code === 421) break;
    }
  }
  const rset = session.ended === undefined ? await session.ask("RSET") : undefined;
  return { sender, mail, recipients: withReplies(planned, replies), rset };
}

function withReplies(planned: readonly PlannedRecipient[], steps: readonly Step[]): RelayRecipient[] {
  return planned.flatMap((recipient, index) => {
    const step = steps[index];
    return step === undefined ? [] : [{ ...recipient, ...step }];
  });
}

function isAccepted(step: Step): boolean {
  return step.reply !== undefined && step.reply.code < 300;
}

function isRefusal(step: Step): boolean {
  return step.reply !== undefined && step.reply.code >= 400 && step.reply.code !== 421;
}

function refusedControls(transaction: RelayTransaction): number {
  return transaction.recipients.filter((recipient) => recipient.kind === "control" && isRefusal(recipient))
    .length;
}

function goesOn(transaction: RelayTransaction, session: Session): boolean {
  return session.ended === undefined && isAccepted(transaction.mail) && transaction.rset?.reply?.code !== 421;
}
