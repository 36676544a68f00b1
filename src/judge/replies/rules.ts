/**
 * How the rules read a refusal. The subject that it names decides; then the words; then the enhanced code, where the
 * words are silent; then the reply code. No code is trusted before the words: servers refuse everything with 550 5.7.1.
 */
import { meaningOfEnhanced, meaningOfReplyCode } from "./enhanced-codes.ts";
import type { Bare, Knowledge, Meaning } from "./meaning.ts";
import { defersWithoutReason, deniesSomebody, isUndeliverable, troubleOf } from "./words/trouble-words.ts";
import { loginDemanded } from "./words/login-words.ts";
import {
  isMailboxCode,
  namesSender,
  quotesUs,
  says,
  states,
  utteranceOf,
  type Codes,
  type Utterance,
} from "./utterance.ts";
import { meaningOfWords } from "./words/words.ts";

type Lexical = Pick<Knowledge, "lexicon">;

/** Reads a refusal of MAIL or RCPT. */
export function readByRules(
  said: Utterance,
  codes: Codes,
  command: "MAIL" | "RCPT",
  knowledge: Lexical,
): Bare {
  const read = readRefusal(said, codes, knowledge);
  return command === "MAIL" ? atMail(read, said, codes.code) : read;
}

const LOOKED_UP = /^(?:dns|mx|domains?|resolv\p{L}*|spf|ptr)$/u;

/**
 * MAIL names no recipient: a mailbox or a domain in its refusal is the sender's. A refusal for good that gives no
 * reason is of the sender or the client, too, because nothing else was named.
 */
function atMail(reading: Bare, said: Utterance, code: number): Bare {
  const { meaning } = reading;
  // "Authentication is required for relay": whoever may, is named outright, and so is what it takes.
  if (meaning === "relaying" && loginDemanded(said) !== undefined) return { ...reading, meaning: "login" };
  if (meaning === "relaying" || meaning === "mailbox" || meaning === "domain") {
    return { ...reading, meaning: "client" };
  }
  // What can be looked up at MAIL is the sender's domain, or this client's name.
  if (meaning === "trouble" && said.tokens.some((token) => LOOKED_UP.test(token))) {
    return { ...reading, meaning: "client" };
  }
  return meaning === "unclear" && code >= 500 ? { meaning: "client", by: "command" } : reading;
}

function readRefusal(said: Utterance, codes: Codes, knowledge: Lexical): Bare {
  const meaning = innerMeaning(said, codes, knowledge) ?? meaningOfWords(said, codes);
  if (meaning !== undefined) return { meaning, by: "words" };
  // "Network is busy" (X.4.x), and whom it was said to.
  const busy = says(said, "troubleSaid") && /^[34]\./.test(codes.enhanced ?? "");
  // A link to a page about this client explains any refusal; a code for mailboxes tells which one it was.
  const linked = !quotesUs({ ...said, urlTags: [] }) && isMailboxCode(codes);
  if (quotesUs(said) && !busy && !linked) return { meaning: "client", by: "quoted" };
  const trouble = troubleOf(said, codes);
  // Whoever ends the session for what the DNS did not tell, looked up this client.
  if (trouble === "trouble" && codes.code === 421 && said.tokens.some((token) => LOOKED_UP.test(token))) {
    return { meaning: "client", by: "words" };
  }
  return trouble === undefined ? readCodes(said, codes) : { meaning: trouble, by: "words" };
}

/**
 * The reply of another server that this one asked. What it says of a recipient is true of ours; what it says of its
 * client is said of this server, whose own trouble it is.
 */
function innerMeaning(said: Utterance, codes: Codes, { lexicon }: Lexical): Meaning | undefined {
  const inner = said.tags.find(({ concept }) => concept === "innerReply");
  if (inner === undefined) return undefined;
  if (namesSender(said)) return "client";
  const tokens = said.tokens.slice(inner.to);
  const meaning = meaningOfWords(utteranceOf({ tokens, urls: [] }, lexicon), {
    ...codes,
    enhanced: undefined,
  });
  if (meaning === "mailbox" || meaning === "domain") return meaning;
  // Asked whether the recipient exists, the other server refused for good (Postfix: undeliverable address).
  const isOpen = meaning === undefined || meaning === "unclear";
  const refused =
    codes.code >= 500 && says(said, "notAccepted", "verification", "failed") && meaning === undefined;
  if (codes.code >= 500 && isOpen && isUndeliverable(said)) return "mailbox";
  // "Failed recipient validation check: 554 recipient verify failed" (X.1.1): asked, and answered for good.
  const answered = says({ ...said, tags: said.tags.filter(({ from }) => from >= inner.to) }, "verification");
  if (codes.code >= 500 && codes.enhanced === "1.1" && answered && says(said, "refused", "failed"))
    return "mailbox";
  return refused && /^[15]\./.test(codes.enhanced ?? "") ? "mailbox" : "trouble";
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
