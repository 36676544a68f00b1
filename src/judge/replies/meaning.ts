/**
 * What a refusal means. Rules read it first (rules.ts): the subject that it names, its words, its codes. How they read it is
 * one piece of evidence among all others (evidence.ts), whose sum gives each meaning a chance; what is claimed follows
 * from the chances and from what a mistake would cost (decision.ts).
 */
import type { Reply } from "../../observe/observation.ts";
import { MAX_REMEMBERED_READINGS } from "../../text/bounds.ts";
import { Memory } from "../../text/memory.ts";
import { decide } from "./decision.ts";
import { documentedMeaning, meaningOfEnhanced } from "./enhanced-codes.ts";
import { evidenceIn, fittedWeights, weigh, type Weights } from "./evidence.ts";
import { once } from "../../text/once.ts";
import { mayBeOfClient, mayBeUserOrDomain } from "./failure-guards.ts";
import { lexiconOf, type Lexicon } from "./lexicon.ts";
import type { Asked } from "./quoted-names.ts";
import { readReplyTexts, type ReplyText } from "./reply-text.ts";
import { readByRules } from "./rules.ts";
import { namesRecipient, PERSON, says, utteranceOf, type Codes, type Utterance } from "./utterance.ts";
import { vocabulary, type Concept } from "./vocabulary/index.ts";

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
  /** Whether it says that it holds for now ("try again later"), or that a fault of the server's is why (X.3.x, X.4.x). */
  readonly forNow: boolean;
  /** Whether it was read as relaying, though its words speak of a user that is unknown. */
  readonly inOtherWords: boolean;
  /** Whether it is unclear only whether a user is unknown or a domain is not served. */
  readonly mayBeEither: boolean;
  /** Whether it holds anything of who asked: then it may be of this client, whatever it was read as. */
  readonly mayBeOfClient: boolean;
}

/** A meaning, and what told it. */
export type Bare = Pick<Reading, "meaning" | "by">;

/** What replies are read by: the vocabulary, and the weights of the evidence. */
export interface Knowledge {
  readonly lexicon: Lexicon<Concept>;
  readonly weights: Weights;
}

/** Made at the first reply, or by {@link prepareToRead}: it takes a twentieth of a second. */
export const wholeKnowledge = once((): Knowledge => ({
  lexicon: lexiconOf(vocabulary),
  weights: fittedWeights(),
}));

/** Makes ready what reading takes, so that the first reply of a dialog need not wait for it. */
export function prepareToRead(): void {
  wholeKnowledge();
}

/** Readings of the last replies: one product refuses all in the same words, once names are taken out. */
const readings = new Memory<Reading>(MAX_REMEMBERED_READINGS);

/** Words that say no more than that it was refused. */
const FEW = 1;

/** Reads a reply to MAIL or RCPT. With less knowledge than all, it tells what the rest is worth (test/corpus). */
export function readReply(reply: Reply, asked: Asked, knowledge?: Knowledge): Reading {
  const texts = readReplyTexts(reply, asked);
  if (knowledge !== undefined) return readTexts(texts, reply, asked, knowledge);
  const key = JSON.stringify([reply.code, asked.command, asked.foreign, texts]);
  return readings.recall(key, () => readTexts(texts, reply, asked, wholeKnowledge()));
}

function readTexts(texts: readonly ReplyText[], reply: Reply, asked: Asked, knowledge: Knowledge): Reading {
  const { text, said } = mostUnderstood(texts, knowledge);
  const named: Omit<Reading, "meaning" | "by"> = {
    inOtherWords: false,
    mayBeEither: false,
    namesRecipient:
      namesRecipient(said) ||
      said.tags.some(({ phrase }) => /(?:recipient|destination|target) (?:address )?domain/.test(phrase)),
    namesPerson: says(said, ...PERSON, "mailboxSaid", "standardMailbox"),
    forNow: says(said, "temporary") || meaningOfEnhanced(text.enhanced) === "trouble",
    mayBeOfClient: mayBeOfClient(said),
  };
  if (reply.code < 300) return { meaning: "accepted", by: "reply-code", ...named };
  // 3xx is nothing that MAIL or RCPT can be answered with (RFC 5321 4.3.2).
  if (reply.code < 400) return { meaning: "unclear", by: "reply-code", ...named };
  const codes = codesOf(reply, text, asked);
  const rule = readByRules(said, codes, asked.command, knowledge);
  const documented = documentedMeaning(codes);
  // Words that name relaying or a domain say more than a code that others use as they like; a provider's own nobody else uses.
  const isNamed =
    text.ofProvider === undefined &&
    rule.by === "words" &&
    (rule.meaning === "relaying" || rule.meaning === "domain");
  if (documented !== undefined && !isNamed) return { meaning: documented, by: "enhanced-code", ...named };
  // If next to nothing is said, or no word is understood, only the codes are evidence, and the rules have read those.
  const byCode = rule.by !== "words" && rule.by !== "quoted";
  const words = said.tokens.filter((token) => /^\p{L}/u.test(token));
  if (said.tags.length === 0 || (byCode && words.length <= FEW)) return { ...rule, ...named };
  const chances = weigh(evidenceIn(said, codes, asked.command, rule), knowledge.weights);
  const meaning = decide(rule, chances, said, codes);
  // Of a stranger's domain the server has no user: what it looked into is its own table, and the domain is not there.
  if (meaning === "mailbox" && deniesStranger(said, codes)) {
    return { meaning: "relaying", by: rule.by, ...named, inOtherWords: true };
  }
  return {
    meaning,
    by: meaning === rule.meaning ? rule.by : "evidence",
    ...named,
    mayBeEither: meaning === "unclear" && mayBeUserOrDomain(said, codes),
  };
}

/** Whether a stranger's recipient is unknown, for good. A full or closed box is known; a table of recipients is one of a domain. */
const deniesStranger = (said: Utterance, { code, foreign }: Codes): boolean =>
  foreign &&
  code >= 500 &&
  !says(said, "full", "inactive", "rate", "blocked", "banned") &&
  !said.tokens.includes("table");

export interface Understood {
  readonly text: ReplyText;
  readonly said: Utterance;
}

/** The codes of a reply, and whether it is the answer to the relay test. */
export function codesOf(
  { code }: Reply,
  { enhanced, inner, ofProvider }: ReplyText,
  { command, foreign }: Asked,
): Codes {
  return {
    code: inner ?? code,
    enhanced,
    foreign: foreign === true,
    atMail: command === "MAIL",
    ofProvider,
  };
}

/** Of the texts that the bytes may be, the one of which most is understood; the likeliest of equals. */
export function understand(
  reply: Reply,
  asked: Asked,
  knowledge: Pick<Knowledge, "lexicon"> = wholeKnowledge(),
): Understood {
  return mostUnderstood(readReplyTexts(reply, asked), knowledge);
}

function mostUnderstood(texts: readonly ReplyText[], { lexicon }: Pick<Knowledge, "lexicon">): Understood {
  const [first, ...others] = texts.map((text) => {
    const said = utteranceOf(text, lexicon);
    return { text, said, understood: said.tags.reduce((sum, { from, to }) => sum + to - from, 0) };
  });
  if (first === undefined) throw new Error("bytes have a reading as latin1 at least");
  return others.reduce((best, each) => (each.understood > best.understood ? each : best), first);
}
