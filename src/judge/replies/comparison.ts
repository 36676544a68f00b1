/**
 * What the two answers of one server make of `relay` and `delivery`: the reply to a stranger's recipient, and the
 * reply to the postmaster of the domain. Words that no rule knows are told by whether both were answered alike.
 */
import { isTransient, type Reply } from "../../observe/observation.ts";
import { readReply, type Knowledge, type Meaning, type Reading } from "./meaning.ts";
import type { Asked } from "./quoted-names.ts";
import { IDENTIFIER, NUMBER, readReplyTexts, tokensOf } from "./reply-text.ts";

/** A reply and the question to it. A refusal of MAIL answers both questions. */
export interface Answer {
  readonly reply: Reply;
  readonly asked: Asked;
}

export interface Answers {
  /** Of the relay test; undefined where it was not asked or not answered. */
  readonly foreign: Answer | undefined;
  /** Of the postmaster of the domain. */
  readonly own: Answer | undefined;
}

export type RelayCode =
  /** The check makes `relay-open-to-us` of it where the address speaks for us only. */
  | "relay-open"
  | "relay-not-tested"
  | "relay-deferred"
  | "relay-rejected-otherwise"
  | "relay-greylisted"
  | "session-deferred";

export type DeliveryCode =
  | "domain-not-served"
  | "login-required"
  | "delivery-failing"
  | "delivery-not-tested"
  | "delivery-deferred"
  | "delivery-unclear"
  | "postmaster-refused"
  | "delivery-greylisted"
  | "session-deferred";

export interface ReplyOutcome<Code extends string> {
  /** `finding`: the code's own severity decides. With `pass` and `skip` the code, if any, is a notice. */
  readonly result: "pass" | "skip" | "finding";
  readonly code?: Code;
  readonly meaning: Meaning;
}

export interface Comparison {
  /** Undefined where the question was not answered. */
  readonly relay: ReplyOutcome<RelayCode> | undefined;
  readonly delivery: ReplyOutcome<DeliveryCode> | undefined;
  /** Both were answered in the same words. */
  readonly sameWords: boolean;
  /** Ours is refused for now, by what it says beside its code. */
  readonly forNow: boolean;
}

interface Read extends Answer, Reading {}

/** Judges both answers of one server. With less knowledge than all, as {@link readReply}. */
export function compareAnswers({ foreign, own }: Answers, knowledge?: Knowledge): Comparison {
  const sameWords = foreign !== undefined && own !== undefined && saysTheSame(foreign, own);
  const [theirs, ours] = [foreign && readAnswer(foreign, knowledge), own && readAnswer(own, knowledge)];
  // What one of both leaves open, the other cannot tell in the same words; nor can what was not answered.
  const alone = foreign === undefined && ours?.meaning === "mailbox";
  const doubtful =
    (sameWords || alone) && ours !== undefined && (isDoubtful(ours) || ours.meaning === "unclear");
  const doubted = (read: Read | undefined): Read | undefined =>
    read && doubtful ? { ...read, meaning: "unclear" } : read;
  const [readForeign, doubtedOwn] = [doubted(theirs), doubted(ours)];
  // What is not served is refused in other words: what is left is the user.
  const isUser =
    !sameWords && doubtedOwn?.mayBeEither === true && theirs?.meaning === "relaying" && !theirs.inOtherWords;
  const readOwn: Read | undefined = isUser ? { ...doubtedOwn, meaning: "mailbox" } : doubtedOwn;
  return {
    relay: readForeign && relayOutcome(readForeign, readOwn, sameWords),
    delivery: readOwn && deliveryOutcome(readOwn, sameWords),
    sameWords,
    forNow: ours?.forNow === true,
  };
}

/**
 * What is doubtful where both were answered alike: "domain not found", of no name, may be said of the sender's domain;
 * "no such address here", of no user and no mailbox, may be said of what the server does not serve.
 */
function isDoubtful({ meaning, namesRecipient, namesPerson }: Read): boolean {
  return (meaning === "domain" && !namesRecipient) || (meaning === "mailbox" && !namesPerson);
}

function readAnswer(answer: Answer, knowledge: Knowledge | undefined): Read {
  return { ...answer, ...readReply(answer.reply, answer.asked, knowledge) };
}

function relayOutcome(foreign: Read, own: Read | undefined, sameWords: boolean): ReplyOutcome<RelayCode> {
  const { meaning, reply } = foreign;
  const found = (code: RelayCode): ReplyOutcome<RelayCode> => ({ result: "finding", code, meaning });
  // RFC 5321 4.2.3: the server ends the session, whatever it says of it.
  if (reply.code === 421) return found("session-deferred");
  switch (meaning) {
    case "accepted":
      return found("relay-open");
    case "relaying":
      return foreign.inOtherWords
        ? { result: "pass", code: "relay-rejected-otherwise", meaning: "mailbox" }
        : { result: "pass", meaning };
    case "login":
      return { result: "pass", meaning };
    case "tls":
    case "client":
    case "domain":
      return found("relay-not-tested");
    case "mailbox":
      return { result: "pass", code: "relay-rejected-otherwise", meaning };
    case "trouble":
      return found("relay-deferred");
    case "greylisting":
      return { result: "skip", code: "relay-greylisted", meaning };
    case "unclear":
      if (isTransient({ reply })) return found("relay-deferred");
      return reply.code >= 500 && !sameWords && isAnswered(own) && !foreign.mayBeOfClient
        ? { result: "pass", code: "relay-rejected-otherwise", meaning }
        : found("relay-not-tested");
  }
}

/**
 * Whether the other question was answered. Where this client was refused there it was not, so an unclear refusal
 * here may be of the client, too.
 */
function isAnswered(own: Read | undefined): boolean {
  return own !== undefined && own.reply.code !== 421 && own.meaning !== "client" && own.meaning !== "tls";
}

function deliveryOutcome(own: Read, sameWords: boolean): ReplyOutcome<DeliveryCode> {
  const { meaning, reply } = own;
  const found = (code: DeliveryCode): ReplyOutcome<DeliveryCode> => ({ result: "finding", code, meaning });
  if (reply.code === 421) return found("session-deferred");
  switch (meaning) {
    case "accepted":
      return { result: "pass", meaning };
    case "relaying":
    case "domain":
      return found(isTransient({ reply }) ? "delivery-deferred" : "domain-not-served");
    case "login":
      return found("login-required");
    case "tls":
    case "client":
      return found("delivery-not-tested");
    case "mailbox":
      return sameWords ? found("delivery-unclear") : { result: "pass", code: "postmaster-refused", meaning };
    case "trouble":
      return found("delivery-failing");
    case "greylisting":
      return { result: "skip", code: "delivery-greylisted", meaning };
    case "unclear":
      return found(isTransient({ reply }) ? "delivery-deferred" : "delivery-unclear");
  }
}

/** Whether two replies say the same once recipients, domains, addresses, ids and times are taken out. */
export function saysTheSame(one: Answer, other: Answer): boolean {
  return one.reply.code === other.reply.code && comparable(one) === comparable(other);
}

/** Units that stand behind a number that counts down. */
const UNITS: ReadonlySet<string> = new Set(
  "second seconds sec secs minute minutes min mins hour hours s".split(" "),
);

function comparable({ reply, asked }: Answer): string {
  const [text] = readReplyTexts(reply, asked);
  const tokens = withoutLocalPart(text?.tokens ?? [], asked);
  const kept = tokens.filter(
    (token) => token !== NUMBER && token !== IDENTIFIER && !UNITS.has(token) && !/\d/.test(token),
  );
  // One reply may quote the recipient where the other quotes its domain alone.
  return [text?.enhanced ?? "", ...kept.map((token) => (token === "<domain>" ? "<recipient>" : token))].join(
    " ",
  );
}

/** Without the recipient's local part, where it stands there alone: "postmaster: user unknown". */
function withoutLocalPart(tokens: readonly string[], { recipient }: Asked): readonly string[] {
  const local = tokensOf(recipient?.slice(0, recipient.lastIndexOf("@")) ?? "");
  if (local.length === 0) return tokens;
  const kept: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (local.every((word, index) => tokens[at + index] === word)) {
      kept.push("<recipient>");
      at += local.length - 1;
    } else kept.push(tokens[at] ?? "");
  }
  return kept;
}
