/** The further forms of the relay test, and what of it was answered. */
import { isAccepted, type ConnectionObservation, type RelayTransaction } from "../observation.ts";
import type { RelayForm } from "./relay-forms.ts";
import type { Session } from "./session.ts";
import { endedBy421, transact } from "./transaction.ts";

type RelayObservation = NonNullable<ConnectionObservation["relay"]>;

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
    const [answered] = await transact(session, [{ sender, recipients: [recipient] }], pipelined);
    if (answered === undefined) break;
    const { mail, recipients, rset } = answered;
    const planned = { kind, form: name, foreignDomain, address: recipient };
    const transaction = {
      sender,
      mail,
      recipients: recipients.map((each) => ({ ...planned, ...each })),
      rset,
    };
    transactions.push(transaction);
    if (session.ended !== undefined || endedBy421(answered) || takesForeignDomain(transaction)) break;
  }
  return { inTls, pipelined, transactions };
}

/** True where a recipient with a foreign domain part was accepted: nothing worse can be found. */
export function takesForeignDomain(transaction: RelayTransaction): boolean {
  return transaction.recipients.some(
    (each) => each.kind === "foreign" && each.foreignDomain !== false && isAccepted(each),
  );
}
