/** The check `relay`: whether strangers may send to strangers here. */
import type { EndpointCheck } from "./check.ts";
import { brokeOff, isAccepted, isAnswer, type Reply } from "../../observe/observation.ts";
import { joinWords, quote, quoteWire, words, type SafeText } from "../../text/quote.ts";
import { answerTo, asRead, ownAnswer, replyOf, type Answered } from "../answers.ts";
import {
  abortedFinding,
  howEnded,
  partialWords,
  replyWords,
  sessionFinding,
  TLS_FIRST,
  unansweredFinding,
} from "./endings.ts";
import { common, notAskedFor, raise, type EndpointSubject, type Outcome, type Raised } from "../outcome.ts";
import { plural } from "../../text/plural.ts";
import { compareAnswers, type Comparison, type RelayCode } from "../replies/comparison.ts";
import { greylisterInFront } from "./banner.ts";

export const relayCheck: EndpointCheck<"relay"> = {
  id: "relay",
  scope: "endpoint",
  title: "Open relay",
  observes: "the reply to a foreign recipient; never DATA, so nothing is ever sent",
  passes: "it is refused",
  shortHead: "relay",
  weight: 10,
  needs: { depth: "starttls", relay: true },
  judge(subject) {
    const { dialog, endpoint } = subject;
    if (endpoint.asked.relay === "off") return notAskedFor();
    const greylister = greylisterInFront(dialog);
    if (greylister !== undefined) return greylister;
    const answered = answerTo(dialog.attempts.foreign);
    if (answered === undefined) return undefined;
    const formsTried = dialog.relayForms.flatMap(({ recipients }) => recipients.filter(isAnswer)).length;
    const judged = judgeForms(judgeAnswer(answered, formsTried, subject), subject);
    const reply = replyOf(answered);
    return {
      ...judged,
      facts: common({
        insideTls: answered.attempt.inTls,
        ...(reply && { foreignRecipient: replyWords(reply) }),
        ...(formsTried > 0 && { formsTried }),
      }),
      seconds: reply?.seconds ?? 0,
    };
  },
};

type Judged = Pick<Outcome, "findings" | "summary" | "skip">;

function judgeAnswer(answered: Answered, formsTried: number, subject: EndpointSubject): Judged {
  const { dialog, endpoint, domain } = subject;
  const reply = replyOf(answered);
  if (reply === undefined) return judgeSilence(answered, subject);
  const closed = words`closed (${plural(1 + formsTried, "form")})`;
  // A submission service takes mail from logged-in users only: whatever it says to others, no is the right word.
  if (endpoint.submission === true && reply.code >= 500) return { findings: [], summary: closed };
  const comparison = compareAnswers({
    foreign: asRead(answered, endpoint.host),
    own: asRead(ownAnswer(dialog.attempts, domain) ?? anyOwnAnswer(subject), endpoint.host),
  });
  const outcome = comparison.relay;
  if (outcome === undefined) throw new Error("an answer that was read has an outcome");
  if (outcome.code === undefined) return { findings: [], summary: closed };
  const finding = raiseFor(outcome.code, answered, reply, comparison, subject);
  const summary = summaries[outcome.code];
  if (outcome.result !== "skip") return { findings: [finding], summary };
  return {
    findings: [finding],
    summary,
    skip: { because: "inconclusive", reason: words`deferred by greylisting` },
  };
}

/** A server that answers for a domain of its own, and breaks off at a stranger, takes nothing away from senders. */
function judgeSilence(answered: Answered, subject: EndpointSubject): Judged {
  const { command, step } = answered;
  const ended = command === "RCPT" && brokeOff(step) ? step.ended : undefined;
  if (ended === undefined || anyOwnAnswer(subject)?.command !== "RCPT")
    return { findings: [unansweredFinding(answered, subject)], summary: words`no answer` };
  const partial = partialWords(ended);
  const reason = words`the server ${howEnded(ended)} at the foreign recipient, though it answers for its own`;
  const remedy = words`Read in the server's log what it does with a stranger's recipient: a reply with 550 or 554 tells a sender at once.`;
  return {
    findings: [raise("relay-not-tested", { reason }, { remedy, ...(partial && { evidence: partial }) })],
    summary: summaries["relay-not-tested"],
  };
}

/** What the server said of any own postmaster: enough to tell whether it says the same to everybody. */
function anyOwnAnswer({ dialog }: EndpointSubject): Answered | undefined {
  for (const attempts of dialog.attempts.own.values()) {
    const answered = answerTo(attempts);
    if (answered !== undefined && replyOf(answered) !== undefined) return answered;
  }
  return undefined;
}

const summaries: Readonly<Record<RelayCode, SafeText>> = {
  "relay-open": words`open`,
  "relay-not-tested": words`not tested`,
  "relay-deferred": words`deferred`,
  "relay-rejected-otherwise": words`refused`,
  "relay-greylisted": words`greylisted`,
  "session-deferred": words`no answer`,
};

function raiseFor(
  code: RelayCode,
  answered: Answered,
  reply: Reply,
  comparison: Comparison,
  subject: EndpointSubject,
): Raised {
  const evidence = replyWords(reply);
  switch (code) {
    case "relay-open": {
      const recipient = quoteWire(answered.attempt.recipient);
      const expected = words`refused (550 or 554, relaying denied)`;
      // What is refused after DATA looks the same from here.
      const said = words`${evidence} (at RCPT, where the test stops: nothing is sent)`;
      const actual = words`${reply.code}`;
      return raise(openCode(subject), { recipient }, { evidence: said, expected, actual });
    }
    case "relay-not-tested":
      return raise(
        code,
        { reason: reasonOf(answered, reply, comparison) },
        { evidence, ...(comparison.relay?.meaning === "tls" && TLS_FIRST) },
      );
    case "relay-deferred": {
      const why =
        comparison.relay?.meaning === "trouble" ? words` because of a fault of the server` : words``;
      return raise(code, { code: reply.code, why }, { evidence });
    }
    case "relay-rejected-otherwise":
    case "relay-greylisted":
      return raise(code, { code: reply.code }, { evidence });
    case "session-deferred":
      return sessionFinding(answered.step, words`RCPT`, subject) ?? abortedFinding();
  }
}

/** Why a refusal tells nothing of relaying. */
function reasonOf({ command, attempt }: Answered, reply: Reply, { relay, sameWords }: Comparison): SafeText {
  const { code } = reply;
  if (code < 400) return words`the server answers ${quote(command)} with ${code}, which is no answer to it`;
  switch (relay?.meaning) {
    case "tls":
      return words`the server requires TLS, which failed (${code})`;
    case "domain": {
      const recipient = quoteWire(attempt.recipient);
      return words`the server refuses the domain of ${recipient} with ${code}; set relay-recipient to an address that accepts mail`;
    }
    case "client":
      return command === "MAIL"
        ? words`the server refuses the sender ${quote(`<${attempt.sender}>`)} or this client with ${code}`
        : words`the server refuses this client, its EHLO name or its sender with ${code}`;
    default:
      return sameWords
        ? words`the server refuses its own postmaster and a stranger in the same words (${code})`
        : words`the words of its refusal (${code}) do not say whether it is of relaying`;
  }
}

function openCode({ endpoint }: EndpointSubject): "relay-open" | "relay-open-to-us" {
  // This client may be one that the server trusts, so that what it may do says little of others.
  const forUsOnly =
    endpoint.scope !== "public" || endpoint.sharesOurNetwork || endpoint.reachedBy !== undefined;
  return forUsOnly ? "relay-open-to-us" : "relay-open";
}

/** The thorough test: a foreign domain part that is taken is an open relay, an odd local part may be one. */
function judgeForms(basic: Judged, subject: EndpointSubject): Judged {
  const tried = subject.dialog.relayForms.flatMap(({ sender, recipients }) =>
    recipients.map((recipient) => ({ ...recipient, envelope: { sender, recipient: recipient.address } })),
  );
  const taken = tried.filter((recipient) => recipient.kind === "foreign" && isAccepted(recipient));
  const plain = taken.find(({ foreignDomain }) => foreignDomain !== false);
  if (plain?.reply !== undefined) {
    const code = openCode(subject);
    const evidence = words`${quote(plain.form ?? "")}: ${quoteWire(plain.address)} -> ${replyWords(plain.reply)}`;
    const parts = {
      envelope: plain.envelope,
      evidence,
      expected: words`refused (550 or 554, relaying denied)`,
      actual: words`${plain.reply.code}`,
    };
    return { findings: [raise(code, { recipient: quoteWire(plain.address) }, parts)], summary: words`open` };
  }
  if (taken.length === 0) return basic;
  const forms = joinWords(
    taken.map(({ form }) => quote(form ?? "")),
    ", ",
  );
  const everything = tried.some((recipient) => recipient.kind === "random-local" && isAccepted(recipient));
  const listed = joinWords(
    taken.map(({ address }) => quoteWire(`<${address}>`)),
    " ",
  );
  const evidence = everything ? words`${listed}; a random local part of its own is accepted, too` : listed;
  return {
    findings: [
      ...basic.findings,
      raise("relay-odd-forms", { forms }, { evidence, envelope: taken[0]?.envelope }),
    ],
    summary: words`unusual forms`,
  };
}
