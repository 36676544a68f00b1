/** The null sender `<>` that a server refuses though it accepts another one: bounces come with it (RFC 5321 4.5.5). */
import { isAccepted, type Reply } from "../../observe/observation.ts";
import { answerTo, asRead, type Attempt } from "../answers.ts";
import type { EndpointSubject } from "../outcome.ts";
import { refusesSenderForGood } from "../replies/sender-refusal.ts";

/**
 * The refusal of the null sender for good, where each attempt with it met one that speaks of the sender, and another
 * sender was accepted at the same step, whichever domain was asked about. Undefined where that was not seen.
 */
export function nullSenderRefusal({
  dialog,
  endpoint,
}: Pick<EndpointSubject, "dialog" | "endpoint">): Reply | undefined {
  const own = [...dialog.attempts.own.values()].flat();
  return (
    refusalAt([...dialog.attempts.foreign, ...own], ({ mail }) => mail, endpoint.host) ??
    refusalAt(own, ({ rcpt }) => rcpt, endpoint.host)
  );
}

function refusalAt(
  attempts: readonly Attempt[],
  stepOf: (attempt: Attempt) => Attempt["rcpt"],
  host: string,
): Reply | undefined {
  if (!attempts.some((each) => each.sender !== "" && isAccepted(stepOf(each)))) return undefined;
  const replies = attempts
    .filter(({ sender }) => sender === "")
    .map((attempt) => {
      const answered = asRead(answerTo([attempt]), host);
      if (answered === undefined || answered.reply !== stepOf(attempt)?.reply) return undefined;
      return refusesSenderForGood(answered.reply, answered.asked) ? answered.reply : undefined;
    });
  return replies.includes(undefined) ? undefined : replies[0];
}
