/** The null sender `<>` that a server refuses though it accepts another one: bounces come with it (RFC 5321 4.5.5). */
import { isAccepted, type Reply } from "../../observe/observation.ts";
import { NULL_SENDER_REFUSALS_READ } from "../../text/bounds.ts";
import { answerTo, asRead, everyAttempt, type Attempt, type Attempts } from "../answers.ts";
import type { Answer } from "../replies/comparison.ts";
import { refusesSenderForGood } from "../replies/sender-refusal.ts";

/**
 * The refusal of the null sender for good, where each attempt with it met one that speaks of the sender, and another
 * sender was accepted at the same step, whichever domain was asked about. All are judged by their codes, and the first
 * NULL_SENDER_REFUSALS_READ by their words. Undefined where that was not seen.
 */
export function nullSenderRefusal(attempts: Attempts, host: string): Reply | undefined {
  const all = everyAttempt(attempts);
  return (
    refusalAt(all, ({ mail }) => mail, host) ??
    refusalAt(
      all.filter(({ foreign }) => !foreign),
      ({ rcpt }) => rcpt,
      host,
    )
  );
}

function refusalAt(
  attempts: readonly Attempt[],
  stepOf: (attempt: Attempt) => Attempt["rcpt"],
  host: string,
): Reply | undefined {
  if (!attempts.some((each) => each.sender !== "" && isAccepted(stepOf(each)))) return undefined;
  const refusals: Answer[] = [];
  for (const attempt of attempts) {
    if (attempt.sender !== "") continue;
    const answered = asRead(answerTo([attempt]), host);
    if (answered === undefined || answered.reply !== stepOf(attempt)?.reply) return undefined;
    if (answered.reply.code < 500) return undefined;
    refusals.push(answered);
  }
  const read = refusals.slice(0, NULL_SENDER_REFUSALS_READ);
  return read.every(({ reply, asked }) => refusesSenderForGood(reply, asked)) ? read[0]?.reply : undefined;
}
