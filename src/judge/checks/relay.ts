/** The check `relay`: whether strangers may send to strangers here, and whether the domain's own mail is taken. */
import type { EndpointCheck } from "./check.ts";
import type { RelayRecipient, RelayTransaction, Reply, Step } from "../../observe/observation.ts";
import { joinWords, quote, quoteWire, words, type SafeText } from "../../text/quote.ts";
import { abortedFinding, replyWords, sessionFinding } from "./endings.ts";
import { notAskedFor, raise, type EndpointSubject, type Raised } from "../outcome.ts";
import { relayMeaning } from "./relay-meaning.ts";
import { greylisterInFront } from "./banner.ts";

export const relayCheck: EndpointCheck<"relay"> = {
  id: "relay",
  scope: "endpoint",
  title: "Open relay",
  observes:
    "the replies to a foreign recipient and to your own postmaster; never DATA, so nothing is ever sent",
  passes: "the foreign one is refused, and your own is not refused as foreign",
  shortHead: "relay",
  weight: 15,
  needs: { depth: "starttls", relay: true },
  judge(subject) {
    const { dialog } = subject;
    const greylister = subject.endpoint.asked.relay === "off" ? undefined : greylisterInFront(dialog);
    if (greylister !== undefined) return greylister;
    const transactions = dialog.relay?.transactions;
    if (transactions === undefined) {
      return subject.endpoint.asked.relay === "off" ? notAskedFor() : undefined;
    }
    const foreign = recipientsOf(transactions).find((recipient) => recipient.kind === "foreign");
    const control = controlFor(subject);
    const basic = foreign === undefined ? judgeMail(transactions, subject) : judgeForeign(foreign, subject);
    const judged = judgeForms(basic, subject);
    const controlFindings = control?.reply === undefined ? [] : judgeControl(control.reply, subject);
    return {
      findings: [...judged.findings, ...controlFindings],
      summary: controlFindings.some((finding) => finding.code === "domain-not-served")
        ? words`domain not served`
        : judged.summary,
      facts: {
        insideTls: dialog.relay?.inTls ?? false,
        ...(foreign?.reply && { foreignRecipient: replyWords(foreign.reply) }),
        ...(control?.reply && { ownPostmaster: replyWords(control.reply) }),
        ...(dialog.relayForms.length > 0 && { formsTried: recipientsOf(dialog.relayForms).length }),
      },
      seconds: transactions.reduce(
        (sum, each) => sum + (each.mail.reply?.seconds ?? 0),
        foreign?.reply?.seconds ?? 0,
      ),
    };
  },
};

interface Judged {
  readonly findings: readonly Raised[];
  readonly summary: SafeText;
}

function recipientsOf(transactions: readonly RelayTransaction[]): RelayRecipient[] {
  return transactions.flatMap((transaction) => transaction.recipients);
}

/** The answer for the own postmaster of the domain that the endpoint is judged for. */
export function controlFor(subject: Pick<EndpointSubject, "dialog" | "domain">): RelayRecipient | undefined {
  const recipients = recipientsOf(subject.dialog.relay?.transactions ?? []);
  return recipients.find((recipient) => recipient.kind === "control" && recipient.domain === subject.domain);
}

/** MAIL itself was not accepted, so no recipient was ever asked for. */
function judgeMail(transactions: readonly RelayTransaction[], subject: EndpointSubject): Judged {
  const step: Step = transactions.at(-1)?.mail ?? {};
  const { reply } = step;
  if (reply === undefined || reply.code === 421) return unanswered(step, words`MAIL`, subject);
  const evidence = { evidence: replyWords(reply) };
  if (refusesWithoutLogin(reply, subject)) return { findings: [], summary: words`closed` };
  switch (relayMeaning(reply)) {
    case "relay-refused":
      return { findings: [], summary: words`closed` };
    case "deferred":
      return { findings: [raise("relay-deferred", { code: reply.code }, evidence)], summary: words`put off` };
    case "no-answer":
      return notAnswered(words`MAIL`, reply);
    case "accepted":
    case "client-refused":
    case "recipient-domain-refused":
    case "deferred-session":
    case "rejected-otherwise": {
      const reason = words`the server refuses the sender ${senderWords(transactions)} or this client with ${reply.code}`;
      return { findings: [raise("relay-not-tested", { reason }, evidence)], summary: words`not tested` };
    }
  }
}

/** A reply that is neither yes nor no. */
function notAnswered(command: SafeText, reply: Reply): Judged {
  const reason = words`the server answers ${command} with ${reply.code}, which is no answer to it`;
  const evidence = { evidence: replyWords(reply) };
  return { findings: [raise("relay-not-tested", { reason }, evidence)], summary: words`not tested` };
}

function senderWords(transactions: readonly RelayTransaction[]): SafeText {
  return quote(`<${transactions.at(-1)?.sender ?? ""}>`);
}

function judgeForeign(foreign: RelayRecipient, subject: EndpointSubject): Judged {
  const { reply } = foreign;
  if (reply === undefined || reply.code === 421) return unanswered(foreign, words`RCPT`, subject);
  const recipient = quoteWire(foreign.address);
  const evidence = { evidence: replyWords(reply) };
  if (refusesWithoutLogin(reply, subject)) return { findings: [], summary: words`closed` };
  switch (relayMeaning(reply)) {
    case "accepted": {
      const code = speaksForUsOnly(subject) ? "relay-open-to-us" : "relay-open";
      const expected = words`refused (550 or 554, relaying denied)`;
      // What is refused after DATA looks the same from here.
      const said = words`${replyWords(reply)} (at RCPT, where the test stops: nothing is sent)`;
      return {
        findings: [raise(code, { recipient }, { evidence: said, expected, actual: words`${reply.code}` })],
        summary: words`open`,
      };
    }
    case "no-answer":
      return notAnswered(words`RCPT`, reply);
    case "relay-refused":
      return { findings: [], summary: words`closed` };
    case "client-refused": {
      const reason = words`the server refuses this client, its EHLO name or its sender with ${reply.code}`;
      return { findings: [raise("relay-not-tested", { reason }, evidence)], summary: words`not tested` };
    }
    case "recipient-domain-refused": {
      const reason = words`the server refuses the domain of ${recipient} with ${reply.code}; set relay-recipient to an address that takes mail`;
      return { findings: [raise("relay-not-tested", { reason }, evidence)], summary: words`not tested` };
    }
    case "deferred-session":
      return unanswered(foreign, words`RCPT`, subject);
    case "deferred":
      return { findings: [raise("relay-deferred", { code: reply.code }, evidence)], summary: words`put off` };
    case "rejected-otherwise":
      return {
        findings: [raise("relay-rejected-otherwise", { code: reply.code }, evidence)],
        summary: words`refused`,
      };
  }
}

/** The thorough test: a foreign domain part that is taken is an open relay, an odd local part may be one. */
function judgeForms(basic: Judged, subject: EndpointSubject): Judged {
  const tried = subject.dialog.relayForms.flatMap(({ sender, recipients }) =>
    recipients.map((recipient) => ({ ...recipient, envelope: { sender, recipient: recipient.address } })),
  );
  const taken = tried.filter(
    ({ kind, reply }) => kind === "foreign" && reply !== undefined && reply.code < 300,
  );
  const plain = taken.find(({ foreignDomain }) => foreignDomain !== false);
  if (plain?.reply !== undefined) {
    const code = speaksForUsOnly(subject) ? "relay-open-to-us" : "relay-open";
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
  const everything = tried.some(
    ({ kind, reply }) => kind === "random-local" && reply !== undefined && reply.code < 300,
  );
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
    summary: words`odd forms`,
  };
}

/** True where this client may be one that the server trusts, so that what it may do says little of others. */
function speaksForUsOnly({ endpoint }: EndpointSubject): boolean {
  return endpoint.scope !== "public" || endpoint.sharesOurNetwork || endpoint.reachedBy !== undefined;
}

/** A submission service takes mail from logged-in users only: whatever it says to others, no is the right word. */
function refusesWithoutLogin(reply: Reply, { endpoint }: EndpointSubject): boolean {
  return endpoint.submission === true && reply.code >= 500;
}

function unanswered(step: Step, name: SafeText, subject: EndpointSubject): Judged {
  const finding = sessionFinding(step, name, subject) ?? abortedFinding();
  return { findings: [finding], summary: words`no answer` };
}

function judgeControl(reply: Reply, subject: EndpointSubject): Raised[] {
  if (reply.code < 400 || reply.code === 421) return [];
  const domain = quote(subject.domain, 255);
  const evidence = { evidence: replyWords(reply) };
  if (relayMeaning(reply) === "relay-refused" && !asksForAuthentication(reply)) {
    return [
      raise(
        "domain-not-served",
        { domain },
        { ...evidence, expected: words`250`, actual: words`${reply.code}` },
      ),
    ];
  }
  if (reply.code >= 500 && relayMeaning(reply) !== "client-refused" && !asksForAuthentication(reply)) {
    return [raise("postmaster-refused", { domain }, evidence)];
  }
  return [];
}

/** A server that asks everyone to log in refuses its own domain for another reason than not serving it. */
function asksForAuthentication(reply: Reply): boolean {
  return reply.code === 530 || reply.code === 538;
}
