/** What it means for a step that no whole reply came, or a 421: the same for every step of the dialog. */
import type { Ending, Reply, Step } from "../../observe/observation.ts";
import { joinWords, quoteWire, words, type SafeText } from "../../text/quote.ts";
import type { Answered } from "../answers.ts";
import { raise, sizeWords, type EndpointSubject, type Raised, type RaisedParts } from "../outcome.ts";

/** The lines of a reply in words. */
export function replyWords(reply: Reply): SafeText {
  return joinWords(
    reply.lines.slice(0, 8).map((line) => quoteWire(line)),
    " | ",
  );
}

/** What was said before it broke off, where anything was. */
export function partialWords(ending: Ending): SafeText | undefined {
  return ending.partial === undefined ? undefined : quoteWire(ending.partial);
}

/** `closed` or `reset`, for sentences. */
export function howClosed(ending: Ending): SafeText {
  return ending.how === "reset" ? words`reset` : words`closed`;
}

/** What the server did where no reply came that could be read, for sentences that name the server. */
export function howEnded(ending: Ending): SafeText {
  if (ending.how === "timeout") return words`did not answer`;
  if (ending.how === "malformed") return words`sent what is not an SMTP reply`;
  if (isLimit(ending)) return words`sent too long a reply`;
  return words`${howClosed(ending)} the connection`;
}

/** The bound that was exceeded, in words; without its number where an old report does not tell it. */
export function limitWords({ how, limit }: Ending, replyTimeout: number): SafeText {
  switch (how) {
    case "line-limit":
      return limit === undefined ? words`octets per line` : words`${limit} octets per line`;
    case "lines-limit":
      return limit === undefined ? words`lines per reply` : words`${limit} lines per reply`;
    case "bytes-limit":
      return limit === undefined ? words`octets per connection` : words`${sizeWords(limit)} per connection`;
    default:
      return words`${replyTimeout} s per reply`;
  }
}

/** True where a bound on what we read was exceeded. */
export function isLimit(ending: Ending): boolean {
  return ending.how === "line-limit" || ending.how === "lines-limit" || ending.how === "bytes-limit";
}

/** What of a subject the words need. */
type Looked = Pick<EndpointSubject, "endpoint" | "dialog">;

/** `, on the second look as well` where that ended so at the same step. */
export function againWords(dialog: Looked["dialog"], step: Step | undefined): SafeText {
  return step !== undefined && dialog.repeated.has(step) ? words`, on the second look as well` : words``;
}

/** What to do where a server takes nothing without TLS, and TLS did not come about. */
export const TLS_FIRST: RaisedParts = {
  remedy: words`Fix STARTTLS first: the check starttls says what is wrong. Then run again.`,
};

/** The run, or the time that one endpoint may take, ended before the step did: nothing is claimed. */
export function abortedFinding(): Raised {
  return raise("not-probed", {
    reason: words`the run, or the time for one endpoint, ended before this step`,
  });
}

/**
 * The finding for a step where the server hung up, answered 421, exceeded a bound or stayed silent, for steps
 * that have no codes of their own. Undefined where a whole reply other than 421 came.
 */
export function sessionFinding(step: Step, name: SafeText, { endpoint, dialog }: Looked): Raised | undefined {
  if (step.reply?.code === 421) {
    const said = replyWords(step.reply);
    return raise(
      "session-deferred",
      { step: name, again: againWords(dialog, step), said },
      { evidence: said },
    );
  }
  const ended = step.ended;
  if (ended === undefined) return undefined;
  if (ended.how === "aborted") return abortedFinding();
  const evidence = partialWords(ended);
  if (ended.how === "closed" || ended.how === "reset" || ended.how === "error" || ended.how === "tls-error") {
    return raise(
      "session-closed",
      { step: name, how: howClosed(ended), again: againWords(dialog, step) },
      { ...(evidence && { evidence }) },
    );
  }
  if (ended.how === "malformed") {
    return raise(
      "session-limit",
      { does: words`sends a reply too many at ${name}, or a text that is not a reply` },
      { ...(evidence && { evidence }) },
    );
  }
  return raise(
    "session-limit",
    { does: words`does not answer ${name} within the limit of ${limitWords(ended, endpoint.replyTimeout)}` },
    { ...(evidence && { evidence }) },
  );
}

/** What is said where a question was not answered: how the session ended at it. */
export function unansweredFinding(
  { command, step, attempt: { sender, recipient } }: Answered,
  subject: Parameters<typeof sessionFinding>[2],
): Raised {
  const finding = sessionFinding(step, command === "MAIL" ? words`MAIL` : words`RCPT`, subject);
  if (finding === undefined) return abortedFinding();
  return command === "MAIL" ? finding : { ...finding, envelope: { sender, recipient } };
}
