/**
 * What a refusal means. The subject that it names decides; then the words; then the enhanced code, where the words are
 * silent; then the reply code. No code is trusted before the words: servers refuse everything with 550 5.7.1. The sum
 * of all evidence (evidence.ts) reads what no rule knows, and takes back what it contradicts.
 */
import type { Reply } from "../../observe/observation.ts";
import { isNamed, weighRefusal } from "./evidence.ts";
import { meaningOfEnhanced, meaningOfReplyCode } from "./enhanced-codes.ts";
import { MAX_REMEMBERED_READINGS } from "../../text/bounds.ts";
import { Memory } from "../../text/memory.ts";
import { once } from "../../text/once.ts";
import { lexiconOf } from "./lexicon.ts";
import type { Asked } from "./quoted-names.ts";
import { readReplyTexts, type ReplyText } from "./reply-text.ts";
import { defersWithoutReason, deniesSomebody, troubleOf } from "./trouble-words.ts";
import {
  isMailboxCode,
  PERSON,
  namesSender,
  quotesUs,
  says,
  states,
  utteranceOf,
  type Codes,
  type Utterance,
} from "./utterance.ts";
import { vocabulary } from "./vocabulary/index.ts";
import { meaningOfWords } from "./words.ts";

export type Meaning =
  /** 2xx: taken. */
  | "accepted"
  /** Not for this recipient's domain. */
  | "relaying"
  /** Authentication is wanted. */
  | "login"
  /** TLS is wanted first. */
  | "tls"
  /** Our address, its name, our HELO name, our sender, a block list, a rate limit. */
  | "client"
  /** The recipient's domain is unknown, cannot be routed, or takes no mail. */
  | "domain"
  /** The recipient is unknown, full or switched off: the server knows its domain. */
  | "mailbox"
  /** The server's own: configuration, look-up, resources. */
  | "trouble"
  | "greylisting"
  | "unclear";

/** What a reply was read as. */
export interface Reading {
  readonly meaning: Meaning;
  /** What told it; `quoted`: our own name or address in it. */
  readonly by: "reply-code" | "words" | "quoted" | "enhanced-code" | "command" | "evidence" | "nothing";
  /** Whether it quotes the recipient or its domain, so that it is plain whose domain it speaks of. */
  readonly namesRecipient: boolean;
  /** Whether it speaks of a person or of a box, and not only of an address, or of nothing. */
  readonly namesPerson: boolean;
}

type Bare = Omit<Reading, "namesRecipient" | "namesPerson">;

/** Made at the first reply, or by {@link prepareToRead}: it takes a twentieth of a second. */
const lexicon = once(() => lexiconOf(vocabulary));

/** Makes ready what reading takes, so that the first reply of a dialog need not wait for it. */
export function prepareToRead(): void {
  lexicon();
}

/** Readings of the last replies: one product refuses all in the same words, once names are taken out. */
const readings = new Memory<Reading>(MAX_REMEMBERED_READINGS);

/** Reads a reply to MAIL or RCPT. */
export function readReply(reply: Reply, asked: Asked): Reading {
  const texts = readReplyTexts(reply, asked);
  const key = JSON.stringify([reply.code, asked.command, asked.foreign, texts]);
  return readings.recall(key, () => readTexts(texts, reply, asked));
}

function readTexts(texts: readonly ReplyText[], reply: Reply, asked: Asked): Reading {
  const { text, said } = mostUnderstood(texts);
  const namesRecipient =
    text.tokens.includes("<recipient>") ||
    text.tokens.includes("<domain>") ||
    said.tags.some(({ phrase }) => /(?:recipient|destination|target) (?:address )?domain/.test(phrase));
  const named = { namesRecipient, namesPerson: says(said, ...PERSON, "mailboxSaid", "standardMailbox") };
  if (reply.code < 300) return { meaning: "accepted", by: "reply-code", ...named };
  // 3xx is nothing that MAIL or RCPT can be answered with (RFC 5321 4.3.2).
  if (reply.code < 400) return { meaning: "unclear", by: "reply-code", ...named };
  const codes = codesOf(reply, text, asked);
  const read = readRefusal(said, codes);
  const reading =
    said.tokens.length === 0 ? read : settle(read, said, codes, weighRefusal(said, codes, asked.command));
  return { ...(asked.command === "MAIL" ? atMail(reading, reply.code) : reading), ...named };
}

/**
 * How much more likely the weights must hold another meaning than the one that was read, before they count: what words
 * say by a rule outweighs them seven times, codes four times, silence nearly not.
 */
const OUTWEIGHED: Readonly<Record<Reading["by"], number>> = {
  words: 7,
  quoted: 4,
  "enhanced-code": 4,
  "reply-code": 4,
  command: 1.5,
  nothing: 1.5,
  evidence: 1,
};

/** The least chance of a meaning that no rule read. */
const LEAST = 0.55;

/**
 * Holds what the rules read against the weight of all evidence. Where no rule spoke the evidence decides; where it
 * contradicts what words say, nothing is claimed.
 */
function settle(reading: Bare, said: Utterance, codes: Codes, chances: ReadonlyMap<Meaning, number>): Bare {
  const [meaning, chance] = [...chances].reduce((best, each) => (each[1] > best[1] ? each : best));
  if (meaning === reading.meaning) return reading;
  // Whose table lacks the domain is told by who was asked, which is not weighed.
  if (isOfDomain(meaning) && isOfDomain(reading.meaning)) return reading;
  if (chance < OUTWEIGHED[reading.by] * (chances.get(reading.meaning) ?? 0)) return reading;
  // Who is named as refused decides, whatever else is weighed.
  if (reading.by === "words") {
    const named =
      reading.meaning === "tls" ||
      (reading.meaning === "client" && (says(said, "clientRejected") || namesSender(said)));
    return named ? reading : { meaning: "unclear", by: "words" };
  }
  return chance >= LEAST && isNamed(meaning, said, codes) ? { meaning, by: "evidence" } : reading;
}

const isOfDomain = (meaning: Meaning): boolean => meaning === "relaying" || meaning === "domain";

export interface Understood {
  readonly text: ReplyText;
  readonly said: Utterance;
}

/** The codes of a reply, and whether it is the answer to the relay test. */
export function codesOf({ code }: Reply, { enhanced }: ReplyText, { foreign }: Asked): Codes {
  return { code, enhanced, foreign: foreign === true };
}

/** Of the texts that the bytes may be, the one of which most is understood; the likeliest of equals. */
export function understand(reply: Reply, asked: Asked): Understood {
  return mostUnderstood(readReplyTexts(reply, asked));
}

function mostUnderstood(texts: readonly ReplyText[]): Understood {
  const [first, ...others] = texts.map((text) => {
    const said = utteranceOf(text, lexicon());
    return { text, said, understood: said.tags.reduce((sum, { from, to }) => sum + to - from, 0) };
  });
  if (first === undefined) throw new Error("bytes have a reading as latin1 at least");
  return others.reduce((best, each) => (each.understood > best.understood ? each : best), first);
}

/**
 * MAIL names no recipient: a mailbox or a domain in its refusal is the sender's. A refusal for good that gives no
 * reason is of the sender or the client, too, because nothing else was named.
 */
function atMail(reading: Bare, code: number): Bare {
  const { meaning } = reading;
  if (meaning === "relaying" || meaning === "mailbox" || meaning === "domain") {
    return { ...reading, meaning: "client" };
  }
  return meaning === "unclear" && code >= 500 ? { meaning: "client", by: "command" } : reading;
}

function readRefusal(said: Utterance, codes: Codes): Bare {
  const meaning = innerMeaning(said, codes) ?? meaningOfWords(said, codes);
  if (meaning !== undefined) return { meaning, by: "words" };
  // "Network is busy" (X.4.x), and whom it was said to.
  const busy = says(said, "troubleSaid") && /^[34]\./.test(codes.enhanced ?? "");
  // A link to a page about this client explains any refusal; a code for mailboxes tells which one it was.
  const linked = !quotesUs({ ...said, urlTags: [] }) && isMailboxCode(codes);
  if (quotesUs(said) && !busy && !linked) return { meaning: "client", by: "quoted" };
  const trouble = troubleOf(said, codes);
  return trouble === undefined ? readCodes(said, codes) : { meaning: trouble, by: "words" };
}

/**
 * The reply of another server that this one asked. What it says of a recipient is true of ours; what it says of its
 * client is said of this server, whose own trouble it is.
 */
function innerMeaning(said: Utterance, codes: Codes): Meaning | undefined {
  const inner = said.tags.find(({ concept }) => concept === "innerReply");
  if (inner === undefined) return undefined;
  if (namesSender(said)) return "client";
  const tokens = said.tokens.slice(inner.to);
  const meaning = meaningOfWords(utteranceOf({ tokens, urls: [] }, lexicon()), {
    ...codes,
    enhanced: undefined,
  });
  return meaning === "mailbox" || meaning === "domain" ? meaning : "trouble";
}

/**
 * X.1.1 beside "recipient rejected", or "try later", names no cause; of a stranger's recipient the server cannot know the mailbox, and
 * the code stands for any refusal.
 */
function codedMeaning(said: Utterance, { code, enhanced, foreign }: Codes): Meaning | undefined {
  const meaning = meaningOfEnhanced(enhanced);
  const later = code === 421 || (code < 500 && says(said, "temporary"));
  const bare = foreign ? said.tokens.length > 0 : later || states(said, ["recipient"], ["refused"]);
  return meaning === "mailbox" && bare ? undefined : meaning;
}

/** The words are silent: they say at most that it was refused, or that it may be tried again. */
function readCodes(said: Utterance, codes: Codes): Bare {
  const { code, enhanced } = codes;
  const byEnhanced = codedMeaning(said, codes);
  // A refusal is no trouble, whatever code stands beside it; nor is what is said for good and speaks of no trouble.
  const denies = code < 500 ? deniesSomebody(said) : said.tokens.length > 0;
  const byCode = meaningOfReplyCode(code);
  // 521 speaks of the host, X.2.1 of a mailbox: such codes contradict each other.
  const contradicts = byEnhanced === "mailbox" && (byCode === "domain" || byCode === "login");
  if (byEnhanced !== undefined && !contradicts && !(byEnhanced === "trouble" && denies)) {
    return { meaning: byEnhanced, by: "enhanced-code" };
  }
  if (defersWithoutReason(said, code)) return { meaning: "greylisting", by: "words" };
  const ofPolicy = enhanced?.startsWith("7.") === true;
  // The session is ended for a reason of policy (RFC 5321 4.2.3, RFC 3463 3.8): no recipient is meant.
  if (code === 421 && ofPolicy) return { meaning: "client", by: "reply-code" };
  if (byCode === undefined || byEnhanced !== undefined || (ofPolicy && byCode !== "relaying")) {
    // 530 is registered for logins and, with X.7.0, for TLS too (RFC 3207 4): it takes a word.
    const login = byCode === "login" && said.tokens.length > 0;
    return login ? { meaning: "login", by: "reply-code" } : { meaning: "unclear", by: "nothing" };
  }
  // "Try again later" is what greylisting says, too: of codes for trouble only those without a word count.
  if (said.tokens.length > 0 && byCode !== "login" && byCode !== "relaying") {
    return { meaning: "unclear", by: "nothing" };
  }
  return { meaning: byCode, by: "reply-code" };
}
