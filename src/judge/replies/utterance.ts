/** What a refusal says, taken apart, and the questions that the rules ask of it. */
import { isSubject, statementsIn, type Statement } from "./binding.ts";
import { tagsIn, type Lexicon, type Tag } from "./lexicon.ts";
import type { Meaning } from "./meaning.ts";
import { PAUSE, STOP, type EnhancedCode, type ReplyText } from "./reply-text.ts";
import type { Concept, Predicate, Subject } from "./vocabulary/index.ts";

/** What was said, taken apart. */
export interface Utterance {
  readonly tokens: readonly string[];
  readonly tags: readonly Tag<Concept>[];
  /** Of the URLs: they tell why a client is kept out, and nothing else. */
  readonly urlTags: readonly Tag<Concept>[];
  readonly statements: readonly Statement[];
}

/** The codes beside the words. */
export interface Codes {
  readonly code: number;
  readonly enhanced: EnhancedCode | undefined;
  /** Whether the recipient's domain is foreign to the server. */
  readonly foreign: boolean;
  /** Whether it answers MAIL, where no recipient was named yet. */
  readonly atMail?: boolean | undefined;
  /** What its provider publishes of the code in its text. */
  readonly ofProvider?: Meaning | undefined;
}

export function utteranceOf(
  { tokens, urls }: Pick<ReplyText, "tokens" | "urls">,
  lexicon: Lexicon<Concept>,
): Utterance {
  return utteranceOfTokens(withoutFooter(tokens), urls, lexicon);
}

/**
 * What stands below the reason, for who wants to ask (postconf(5) smtpd_reject_footer): "Please provide the following
 * information in your problem report: client (192.0.2.77)". Whom it names is not who is refused.
 */
const FOOTERS: readonly (readonly string[])[] = [
  ["for", "assistance"],
  ["for", "further", "assistance"],
  ["for", "more", "assistance"],
  ["for", "help"],
  ["provide", "following", "information"],
  ["problem", "report"],
];

function withoutFooter(tokens: readonly string[]): readonly string[] {
  const at = tokens.findIndex((_, from) =>
    FOOTERS.some((words) => words.every((word, index) => tokens[from + index] === word)),
  );
  const before = tokens.slice(0, Math.max(at, 0));
  return before.some((token) => /\p{L}/u.test(token)) ? before : tokens;
}

function utteranceOfTokens(
  tokens: readonly string[],
  urls: readonly string[],
  lexicon: Lexicon<Concept>,
): Utterance {
  const tags = tagsIn(tokens, lexicon);
  return { tokens, tags, urlTags: tagsIn(urls, lexicon), statements: statementsIn(tags) };
}

export const says = ({ tags }: Utterance, ...concepts: readonly Concept[]): boolean =>
  tags.some(({ concept }) => concepts.includes(concept));

export const urlSays = ({ urlTags }: Utterance, ...concepts: readonly Concept[]): boolean =>
  urlTags.some(({ concept }) => concepts.includes(concept));

export const states = (
  { statements }: Utterance,
  subjects: readonly Subject[],
  predicates: readonly Predicate[],
): boolean =>
  statements.some(({ subject, predicate }) => subjects.includes(subject) && predicates.includes(predicate));

/** Whether our own address or name stands in it, or our sender and no recipient. */
export function quotesUs(said: Utterance): boolean {
  const { tokens } = said;
  return (
    tokens.includes("<client>") ||
    urlSays(said, "client") ||
    (tokens.includes("<sender>") && !tokens.includes("<recipient>"))
  );
}

export const US: readonly Subject[] = ["sender", "client"];
export const PERSON: readonly Subject[] = ["recipient", "mailbox"];
/** What is said against somebody. */
export const AGAINST: readonly Predicate[] = [
  "unknown",
  "inactive",
  "full",
  "rate",
  "notAccepted",
  "blocked",
  "banned",
  "refused",
  "failed",
  "required",
];

/** Whether the sender is named by a word for it, and not only quoted. */
export function namesSender({ tags }: Utterance): boolean {
  return tags.some(({ concept, phrase }) =>
    concept === "sender"
      ? !phrase.startsWith("<")
      : concept === "clientRejected" && phrase.startsWith("sender"),
  );
}

/** "Your server", "Ihr Server": words by which only the client is spoken to. */
const SECOND_PERSON = /^(?:your |ihre|votre|su\||seu|tuo|uw$|twoj|ваш|您的|你的|お使い)/;

export function speaksToUs({ tags }: Utterance): boolean {
  return tags.some(({ concept, phrase }) => concept === "client" && SECOND_PERSON.test(phrase));
}

/** Whether it quotes the recipient or its domain. */
export const namesRecipient = ({ tokens }: Pick<Utterance, "tokens">): boolean =>
  tokens.includes("<recipient>") || tokens.includes("<domain>");

/** "Sender address does not accept mail: user unknown": the subject named first is what the rest explains. */
export function isHeadedBySender({ tags }: Utterance): boolean {
  const head = tags.find((tag) => isSubject(tag) && tag.concept !== "quoted");
  return head?.concept === "sender" && !head.phrase.startsWith("<");
}

/** "Mailbox might be disabled, or may not exist": a guess of the server at causes that it does not know. */
export function isHedged({ tokens, tags }: Pick<Utterance, "tokens" | "tags">): boolean {
  // "Mailbox unavailable. The recipient may have never logged on": what is said outright comes first.
  const first = tags.find(({ concept }) => CLAIMS.has(concept))?.sentence ?? 0;
  let sentence = 0;
  return tokens.some((token, at) => {
    if (token === STOP) sentence++;
    return sentence <= first && (token === "might" || (token === "may" && tokens[at + 1] !== "not"));
  });
}

const CLAIMS: ReadonlySet<Concept> = new Set<Concept>([
  "unknown",
  "inactive",
  "full",
  "unavailable",
  "mailboxSaid",
]);

/** More recipients than one, whom only a client can name too many of: one mailbox is never counted so. */
export const PLURAL =
  /^(?:recipients|rcpts?|users|destinataires|destinatari|destinatarios|usuarios|utenti|ontvangers|odbiorcow|получателей)$/;

/** "Number of recipients exceeded": what one client asks for in one session. */
export const countsRecipients = (said: Utterance): boolean => says(said, "rate") && namesMany(said);

export const namesMany = ({ tags, tokens }: Utterance): boolean =>
  tags.some(
    ({ concept, to }) =>
      concept === "recipient" && PLURAL.test(tokens[to - 1] ?? "") && !isCommand(tokens, to),
  );

/** "RCPT TO:<x> Mailbox quota exceeded", "command RCPT …": the command, and no number of recipients. */
const isCommand = (tokens: readonly string[], to: number): boolean =>
  tokens[to - 1] === "rcpt" && (tokens[to] === PAUSE || tokens.includes("<recipient>"));

/** One rule: what it makes of the words, or undefined where it does not apply. */
export type Rule = (said: Utterance, codes: Codes) => Meaning | undefined;

/** What a recipient is, where the enhanced code says the same: then a word of spam beside it is a remark. */
export const isMailboxCode = ({ enhanced }: Codes): boolean =>
  /^[12]\.[12]$/.test(enhanced ?? "") && enhanced !== "1.2";

/**
 * What the server cannot do now, whatever box is named beside it: 421 and 451 with X.3 to X.6 are a local error or the
 * network, and 451 with X.7 a policy (RFC 5321 4.2.3, RFC 3463).
 */
export function isOfServer({ code, enhanced }: Codes): boolean {
  if (code !== 421 && code !== 451) return false;
  const of = enhanced ?? "";
  return /^(?:2\.0$|[3-6]\.)/.test(of) || (code === 451 && of.startsWith("7."));
}
