/** The check `delivery`: whether the server accepts mail for the domain that names it as MX. */
import {
  brokeOff,
  isAccepted,
  isAnswer,
  type Ending,
  type EndpointObservation,
} from "../../observe/observation.ts";
import { hostPort } from "../../text/address.ts";
import { quote, words, type SafeText } from "../../text/quote.ts";
import { answerTo, asRead, everyAttempt, ownAnswer, replyOf, type Answered } from "../answers.ts";
import {
  common,
  notAskedFor,
  raise,
  type EndpointSubject,
  type Outcome,
  type Raised,
  type RaisedParts,
} from "../outcome.ts";
import {
  compareAnswers,
  type Comparison,
  type DeliveryCode,
  type ReplyOutcome,
} from "../replies/comparison.ts";
import { greylisterInFront } from "./banner.ts";
import type { EndpointCheck } from "./check.ts";
import {
  abortedFinding,
  againWords,
  howEnded,
  replyWords,
  sessionFinding,
  TLS_FIRST,
  unansweredFinding,
} from "./endings.ts";

export const deliveryCheck: EndpointCheck<"delivery"> = {
  id: "delivery",
  scope: "endpoint",
  title: "Delivery",
  observes:
    "the reply to the domain's own postmaster, in a transaction of its own; never DATA, so nothing is ever sent",
  passes: "it is accepted: the server accepts mail for the domain that names it as MX",
  shortHead: "del",
  weight: 15,
  needs: { depth: "starttls", delivery: true },
  judge(subject) {
    const { dialog, endpoint, domain, kind } = subject;
    if ((endpoint.asked.delivery ?? "off") === "off") return notAskedFor();
    if (endpoint.submission === true || kind === "server") return doesNotApply(endpoint.submission === true);
    const greylister = greylisterInFront(dialog);
    if (greylister !== undefined) return greylister;
    const { sample, notAsked } = endpoint.postmasters ?? {};
    if (sample !== undefined && !sample.includes(domain)) return notSampled(sample.length);
    const answered = ownAnswer(dialog.attempts, domain);
    // What ends a session at MAIL is of no domain: others were answered for, so that this one was not asked about.
    if (notAsked !== undefined && (answered === undefined || endedAtMailOnly(answered, subject)))
      return judgeNotAsked(notAsked);
    return answered === undefined ? judgeSilence(subject) : judgeAnswer(answered, subject);
  },
};

function doesNotApply(submission: boolean): Outcome {
  const reason = submission
    ? words`a submission service accepts no mail from other servers`
    : words`named without a domain`;
  return {
    findings: [],
    summary: words`does not apply`,
    seconds: 0,
    skip: { because: "inapplicable", reason },
  };
}

function notSampled(size: number): Outcome {
  const reason = words`not in the sample of ${size} domains`;
  return { findings: [], summary: reason, seconds: 0, skip: { because: "not-asked", reason } };
}

type NotAsked = NonNullable<NonNullable<EndpointObservation["postmasters"]>["notAsked"]>;

/** Why nobody was asked, and what to do about it where that is not what the code says. */
const NOT_ASKED: Readonly<Record<NotAsked["because"], { reason: SafeText; remedy?: SafeText }>> = {
  "broke-off": {
    reason: words`it hung up or did not answer at others before, so the test stopped`,
    remedy: words`Find out why it breaks off (see the findings of the other domains), and run again.`,
  },
  "run-ended": {
    reason: words`the run, or the time for one endpoint, ended before`,
    remedy: words`Run again with a later deadline.`,
  },
  refusals: { reason: words`it refused five others before, so the test stopped` },
  limit: { reason: words`too many domains share it for one run` },
};

function judgeNotAsked({ domains, because }: NotAsked): Outcome {
  const { reason, remedy } = NOT_ASKED[because];
  return {
    findings: [raise("delivery-not-asked", { count: domains, reason }, { remedy })],
    summary: words`not asked`,
    seconds: 0,
    unproven: true,
  };
}

/** The session ended at MAIL without an answer, though the server answered for other domains. */
function endedAtMailOnly(answered: Answered, { dialog }: EndpointSubject): boolean {
  if (answered.command !== "MAIL" || replyOf(answered) !== undefined) return false;
  return [...dialog.attempts.own.values()].some((each) => each.some(({ rcpt }) => isAnswer(rcpt)));
}

/** How the server broke off at MAIL behind the foreign recipient, where nobody came to it on a connection without that. */
function endedBehindForeign({ command, step }: Answered, { dialog }: EndpointSubject): Ending | undefined {
  if (command !== "MAIL" || !brokeOff(step)) return undefined;
  const { foreign, own } = dialog.attempts;
  const taken = new Set(foreign.filter(({ mail }) => isAccepted(mail)).map(({ connection }) => connection));
  const isBehind = [...own.values()]
    .flat()
    .every(({ connection, rcpt }) => rcpt === undefined && taken.has(connection));
  return isBehind ? step.ended : undefined;
}

/**
 * Nobody was asked for this domain. Where the session ended at MAIL, with a 421 or with the run, that answers for all that are
 * left; where it ended at the recipient of somebody else, nobody knows what this one would have met; else it is another run's
 * domain, whose server this run has met for its own.
 */
function judgeSilence(subject: EndpointSubject): Outcome | undefined {
  const { own } = subject.dialog.attempts;
  const last = answerTo(everyAttempt(subject.dialog.attempts).slice(-1));
  if (last === undefined) return undefined;
  if (last.command === "RCPT" && own.size === 0) {
    const at = [last.step, last.attempt.rset].find((step) => brokeOff(step));
    if (at?.ended !== undefined)
      return judgeCutShort(subject, at.ended, at === last.step ? words`at` : words`behind`);
  }
  const behind = endedBehindForeign(last, subject);
  if (behind !== undefined) return judgeCutShort(subject, behind, words`behind`);
  if (replyOf(last) === undefined && (last.command === "MAIL" || !brokeOff(last.step)))
    return unanswered(last, subject);
  const { rset } = last.attempt;
  const ending =
    rset === undefined || brokeOff(rset) ? undefined : sessionFinding(rset, words`RSET`, subject);
  if (ending !== undefined)
    return { findings: [ending], summary: words`no answer`, seconds: 0, unproven: true };
  if (own.size === 0) return undefined;
  const reason = words`this run did not ask about the domain`;
  return { findings: [], summary: words`not asked`, seconds: 0, skip: { because: "inconclusive", reason } };
}

/** The foreign recipient cost us the connection before the domain's own postmaster was asked for. */
function judgeCutShort({ domain, dialog }: EndpointSubject, ended: Ending, where: SafeText): Outcome {
  const reason = words`the server ${howEnded(ended)} ${where} the foreign recipient of the relay test, before the domain's postmaster was asked for`;
  const remedy = dialog.lookedAgain
    ? words`Run again later, or with relay-test at off: the second look did not get as far as the domain's postmaster.`
    : words`Run again with retries at 1 or 2: the second look asks for the domain's postmaster first.`;
  const parts = { severity: "inconclusive", remedy } as const;
  const finding = raise("delivery-not-tested", { domain: quote(domain, 255), reason }, parts);
  return { findings: [finding], summary: summaries["delivery-not-tested"], seconds: 0, unproven: true };
}

function unanswered(answered: Answered, subject: Pick<EndpointSubject, "dialog" | "endpoint">): Outcome {
  const finding = unansweredFinding(answered, subject);
  return { findings: [finding], summary: words`no answer`, seconds: 0, unproven: true };
}

function judgeAnswer(answered: Answered, subject: EndpointSubject): Outcome {
  const { dialog, endpoint } = subject;
  const reply = replyOf(answered);
  if (reply === undefined) {
    const behind = endedBehindForeign(answered, subject);
    return behind === undefined
      ? unanswered(answered, subject)
      : judgeCutShort(subject, behind, words`behind`);
  }
  const compared = compareAnswers({
    foreign: asRead(answerTo(dialog.attempts.foreign), endpoint.host),
    own: asRead(answered, endpoint.host),
  });
  const { delivery: outcome } = compared;
  if (outcome === undefined) throw new Error("an answer that was read has an outcome");
  const said = replyWords(reply);
  const nullSender = nullSenderRefused(answered, subject);
  const facts = common({
    insideTls: answered.attempt.inTls,
    ownPostmaster: said,
    ...(nullSender !== undefined && { nullSender }),
  });
  const { seconds } = reply;
  const bounces = outcome.result === "pass" ? judgeNullSender(subject) : [];
  if (outcome.code === undefined) return { findings: bounces, summary: words`accepted`, facts, seconds };
  const findings = [raiseFor(outcome.code, answered, { ...compared, outcome, said }, subject), ...bounces];
  if (outcome.result === "skip") {
    const reason = words`deferred by greylisting`;
    return {
      findings,
      summary: words`greylisted`,
      facts,
      seconds,
      skip: { because: "inconclusive", reason },
    };
  }
  return {
    findings,
    summary: summaries[outcome.code],
    facts,
    seconds,
    unproven: outcome.result === "finding",
  };
}

/** The refusal of the null sender, where another sender was tried for it: bounces come with it (RFC 5321 4.5.5). */
function nullSenderRefused({ attempt }: Answered, { dialog, domain }: EndpointSubject): SafeText | undefined {
  if (attempt.sender === "") return undefined;
  const first = dialog.attempts.own.get(domain)?.find(({ sender }) => sender === "");
  const reply = first && (first.rcpt ?? first.mail).reply;
  return reply && replyWords(reply);
}

function judgeNullSender(subject: EndpointSubject): Raised[] {
  const reply = subject.dialog.nullSenderRefusal;
  if (reply === undefined) return [];
  const envelope = { sender: "", recipient: `postmaster@${subject.domain}` };
  const parts: RaisedParts = {
    evidence: replyWords(reply),
    expected: words`250`,
    actual: words`${reply.code}`,
    envelope,
  };
  return [raise("null-sender-refused", { code: reply.code }, parts)];
}

const summaries: Readonly<Record<DeliveryCode, SafeText>> = {
  "domain-not-served": words`not served`,
  "login-required": words`login required`,
  "delivery-failing": words`failing`,
  "delivery-not-tested": words`not tested`,
  "delivery-deferred": words`deferred`,
  "delivery-unclear": words`unclear`,
  "postmaster-refused": words`served`,
  "delivery-greylisted": words`greylisted`,
  "session-deferred": words`no answer`,
};

const FOREIGN_TO_IT = words`, because it does not relay for the domain: it says the same about a foreign recipient`;

/** A server that does not serve the domain, and says 4xx for it: what a sender is refused today it is refused for days. */
const RELAYING_FOR_NOW: RaisedParts = {
  severity: "error",
  remedy: words`Add the domain to the server (Postfix: mydestination, virtual_mailbox_domains or relay_domains; Exchange: accepted domains), or take the MX record out. Postfix says 454 in place of 554 because of defer_unauth_destination in smtpd_relay_restrictions, or soft_bounce = yes.`,
  senders: words`senders keep the mail, try again for days, and then bounce it`,
};

const POSTMASTER_DEFERRED = words`senders keep mail to postmaster, try again for days, and then bounce it; other recipients were not asked for`;

interface Told extends Pick<Comparison, "sameWords" | "forNow"> {
  readonly outcome: ReplyOutcome<DeliveryCode>;
  readonly said: SafeText;
}

function raiseFor(
  code: DeliveryCode,
  answered: Answered,
  { outcome, sameWords, forNow, said }: Told,
  subject: EndpointSubject,
): Raised {
  const domain = quote(subject.domain, 255);
  const number = answered.step.reply?.code ?? 0;
  const { sender, recipient } = answered.attempt;
  const parts: RaisedParts = {
    evidence: said,
    expected: words`250`,
    actual: words`${number}`,
    envelope: { sender, recipient: recipient === "" ? `postmaster@${subject.domain}` : recipient },
  };
  switch (code) {
    case "delivery-not-tested": {
      const reason =
        outcome.meaning === "tls"
          ? words`the server requires TLS, which failed`
          : words`the server refuses this client, its EHLO name or its sender with ${number}`;
      return raise(code, { domain, reason }, { ...parts, ...(outcome.meaning === "tls" && TLS_FIRST) });
    }
    case "delivery-unclear": {
      const reason = sameWords
        ? words`with the same text as for a foreign recipient`
        : words`without saying why`;
      return raise(code, { domain, code: number, reason }, parts);
    }
    case "session-deferred":
      return sessionFinding(answered.step, words`RCPT`, subject) ?? abortedFinding();
    case "delivery-deferred":
      // Both questions got the same 4xx refusal to relay, so it is no mood of the server's, unless it says so itself: the
      // domain is not among its own.
      return outcome.meaning === "relaying" && sameWords && !forNow
        ? raise(code, { domain, code: number, why: FOREIGN_TO_IT }, { ...parts, ...RELAYING_FOR_NOW })
        : raise(code, { domain, code: number, why: words`` }, parts);
    case "domain-not-served":
      return raise(
        code,
        { domain, code: number, reason: notServed(subject) },
        { ...parts, ...advice(subject) },
      );
    case "postmaster-refused":
      return raise(
        code,
        { domain, code: number },
        { ...parts, ...(number < 500 && { senders: POSTMASTER_DEFERRED }) },
      );
    case "delivery-failing":
      return raise(code, { domain, code: number, again: againWords(subject.dialog, answered.step) }, parts);
    case "login-required":
    case "delivery-greylisted":
      return raise(code, { domain, code: number }, parts);
  }
}

/** Why the server is not the domain's: it does not serve a domain that names it, or the name is hardly a domain at all. */
function notServed({ implicitMx }: EndpointSubject): SafeText {
  return implicitMx
    ? words`this name has an address but no MX record, so it may be a host and not a mail domain`
    : words`it does not serve the domain that names it as MX`;
}

/** What to do where nothing but the name typed says that there is a mail domain. */
function advice({ implicitMx, domain, endpoint }: EndpointSubject): Pick<Raised, "remedy"> {
  if (!implicitMx) return {};
  const server = quote(endpoint.port === 25 ? domain : hostPort(domain, endpoint.port), 255);
  return {
    remedy: words`To test a server, use servers: ${server}, or name the domain whose mail it takes. For a mail domain, publish an MX record, and add the domain to the server that it names.`,
  };
}
