/** Rules for words about the recipient and its mailbox. */
import type { Tag } from "../lexicon.ts";
import type { Meaning } from "../meaning.ts";
import { HERE } from "./domain-words.ts";
import {
  type Utterance,
  type Codes,
  says,
  states,
  US,
  PERSON,
  namesSender,
  speaksToUs,
  isHedged,
  namesMany,
  isMailboxCode,
  isOfServer,
} from "../utterance.ts";
import type { Concept } from "../vocabulary/index.ts";

export function banned(said: Utterance): Meaning | undefined {
  if (!says(said, "banned")) return undefined;
  // "Recipient has been blacklisted": the mailbox is switched off. Quoted only, it may be the place where it was said.
  // "User in blacklist": the one who sends, or the one who is written to.
  const ofUser = said.tags.some(
    ({ concept, phrase }) => concept === "recipient" && phrase.startsWith("user"),
  );
  if (states(said, ["recipient"], ["banned"]) && !says(said, "conduct", "sender", "place", "client"))
    return ofUser ? "unclear" : "mailbox";
  if (says(said, "conduct", "sender") || states(said, US, ["banned"])) return "client";
  return states(said, [...PERSON, "quoted"], ["banned"]) || says(said, "place") ? "unclear" : "client";
}

export function recipientRule(said: Utterance): Meaning | undefined {
  // "Rejected by destination domain SPF policy": the rule is the recipient's, and tests the sender.
  const tested = said.tags.some(({ concept, phrase }) => concept === "conduct" && TESTS.test(phrase));
  // "Too many recipients; send the rest in another transaction".
  const counted = said.tags.some(({ concept, phrase }) => concept === "conduct" && TOO_MANY.test(phrase));
  return says(said, "recipientRule") && !tested && !counted ? "unclear" : undefined;
}

const TOO_MANY = /^(?:too many (?:recipient|rcpt|users)|max(?:imum)? recipient)/;

/** Tests of a sender that its own DNS decides. */
const TESTS = /^(?:spf|dkim|dmarc|sender policy framework)$/;

type Side = "ours" | "recipient" | "domain" | "login";

/** Whose a subject is. */
const SIDES: ReadonlyMap<Concept, Side> = new Map<Concept, Side>([
  ["sender", "ours"],
  ["client", "ours"],
  ["recipient", "recipient"],
  ["mailbox", "recipient"],
  ["domain", "domain"],
  ["domainSaid", "domain"],
  ["vague", "recipient"],
  ["mailboxSaid", "recipient"],
  ["auth", "login"],
  ["authMissing", "login"],
]);

const OR: ReadonlySet<string> = new Set(["or", "oder", "ou", "lub", "или", "eller"]);
const MISSING: ReadonlySet<Concept> = new Set([
  "unknown",
  "inactive",
  "unavailable",
  "standardMailbox",
  "mailboxSaid",
]);

/** "Unknown domain or recipient", "sender or recipient blocked": one of two, and not which. */
export function eitherOr(said: Utterance, codes: Codes): Meaning | undefined {
  const { tokens, tags } = said;
  if (says(said, "conduct", "listed", "clientRejected")) return undefined;
  const sideAt = (at: (tag: Tag<Concept>) => boolean): string | undefined =>
    tags
      .filter(at)
      .map(({ concept }) => SIDES.get(concept))
      .find((side) => side !== undefined);
  const isOpen = tokens.some((token, at) => {
    if (!OR.has(token)) return false;
    const before = sideAt(({ to }) => to === at);
    const behind = sideAt(({ from }) => from > at && from <= at + 2);
    // "Mailbox unavailable or not local": the other one is named by what is said of its domain alone.
    const isForeign = tags.some(({ concept, from }) => concept === "foreign" && from === at + 1);
    const isMissing = tags.some(({ concept, to }) => to === at && MISSING.has(concept));
    // "Mailbox unavailable or access denied": the second is said of anybody.
    const isDenied = tags.some(
      ({ concept, from }) => from > at && from <= at + 2 && (concept === "refused" || concept === "policy"),
    );
    return (
      (before !== undefined && behind !== undefined && before !== behind) ||
      ((isForeign || isDenied) && isMissing)
    );
  });
  if (!isOpen) return undefined;
  // Of a stranger's recipient the server knows no mailbox: the other cause is the one.
  return codes.foreign && codes.code >= 500 && says(said, "foreign") && !says(said, "sender")
    ? "relaying"
    : "unclear";
}

/** A gateway says "invalid recipient" of a domain that is none of its customers', too; of this very one, hardly. */
function ofForm(said: Utterance, codes: Codes): Meaning {
  const named = says(said, "vague") && said.tokens.includes("<recipient>") && !says(said, "place");
  // RFC 5321 4.2.3: 553 is for the name of a mailbox.
  const ofName = codes.code === 553 && says(said, "vague") && !codes.foreign;
  if (isMailboxCode(codes) || named || ofName) return "mailbox";
  return isBareRecipient(said) && codes.code === 550 && codes.foreign ? "relaying" : "unclear";
}

/**
 * "550 Invalid recipient", and nothing else: of a stranger's it is what is not served (OpenSMTPD). Of ours it is the mailbox, or a
 * domain that is not served. Where both are answered so, neither is told (comparison.ts).
 */
export const isBareRecipient = ({ tags, tokens }: Utterance): boolean =>
  tags.every(({ concept }) => concept === "vague") && tokens.some((token) => token === "recipient");

export function mailbox(said: Utterance, codes: Codes): Meaning | undefined {
  if (isOfServer(codes) && !says(said, "full")) return undefined;
  // Of a stranger it is the domain: what Exim does not relay for, it refuses as relaying. Of ours it may be either.
  if (says(said, "unroutableAddress")) return codes.foreign ? "domain" : "unclear";
  if (says(said, "malformed", "vague") && !says(said, "mailboxSaid")) return ofForm(said, codes);
  // Exchange Online's directory-based edge blocking: the domain is served, the recipient is none.
  const edge = codes.code >= 500 && codes.enhanced === "4.1" && says(said, "place");
  if (says(said, "mailboxSaid") || (edge && says(said, "refused"))) return "mailbox";
  // RFC 5321 4.2.3: 452 is the system's storage, 552 the mailbox's.
  const ofSystem = codes.code === 452 && codes.enhanced === undefined && said.tokens.includes("storage");
  if (ofSystem && states(said, PERSON, ["full"])) return "unclear";
  // A quota that a policy counts, or one of what is sent, may be the sender's, whoever is quoted.
  const full = quotaOf(said);
  if (full === "sending") return "client";
  if (full === "counted" && !isMailboxCode(codes)) return "unclear";
  const missing = states(said, PERSON, ["unknown", "inactive", "full", "rate", "notInList", "blocked"]);
  // "Your IP … To protect our users, it was blocked".
  if (missing && namesMany(said) && says(said, ...US) && !isMailboxCode(codes)) return "client";
  if (missing) return isHedged(said) || isFormOnly(said, codes) ? "unclear" : "mailbox";
  // "Mail to this recipient is not accepted" is of a list; "recipient not accepted" is a refusal without a reason.
  if (states(said, PERSON, ["notAccepted"]))
    return namesSender(said) || said.tokens.some((token) => MAIL.test(token)) ? "mailbox" : "unclear";
  // "Login disabled" may be the account's or the server's.
  if (states(said, ["quoted"], ["unknown", "inactive", "full"]) && !says(said, "auth", "policy"))
    return "mailbox";
  // 451 is the server's own error (RFC 5321 4.2.3): what it says of a box may be greylisting as well.
  const ofBox = codes.code !== 451 || isMailboxCode(codes);
  return ofBox && states(said, ["mailbox"], ["unavailable"]) ? "mailbox" : undefined;
}

/** "Wrong recipients", and "invalid RCPT TO address" with 501, which is for what is wrong with the form of a parameter (RFC 5321 4.2.3). */
function isFormOnly(said: Utterance, codes: Codes): boolean {
  const isForm = codes.code === 501 || namesMany(said);
  if (!isForm || isMailboxCode(codes) || !says(said, "unknown") || says(said, "inactive", "full"))
    return false;
  return said.tags.every(({ concept, phrase }) => concept !== "unknown" || VAGUE.test(phrase));
}

/** What a full quota is of: `sending`, or `counted` by a policy, or of a box. */
function quotaOf(said: Utterance): "sending" | "counted" | "box" | undefined {
  if (!says(said, "full")) return undefined;
  if (said.tokens.some((token) => SENDING.has(token)) && !says(said, "mailboxSaid", "mailbox"))
    return "sending";
  return says(said, "policy") ? "counted" : "box";
}

const MAIL =
  /^(?:e?mails?|messages?|correo|courrier|posta?|почт\p{L}*|邮|メ|receiv\p{L}*|deliver\p{L}*|undeliverable)$/u;

/** "Does not exist", "not deliverable", of nobody by name: the recipient was asked for. */
function deniesExistence(said: Utterance, { code, enhanced, foreign }: Codes): boolean {
  // X.3 and X.4 are of the mail system and the network (RFC 3463): what is missing there is no mailbox.
  // X.1.2 is of the domain (RFC 3463): what it does not take, is not said of a person.
  const ofSystem = /^(?:[34]\.|1\.2$)/.test(enhanced ?? "");
  // "Not found here": the domain may be what is not served.
  const here = said.tokens.some((token) => HERE.has(token)) && !isMailboxCode({ code, enhanced, foreign });
  if (code < 500 || foreign || ofSystem || here || says(said, ...OTHERS)) return false;
  return said.tags.some(({ concept, phrase }) => concept === "unknown" && !VAGUE.test(phrase));
}

/** What else may be missing, or be the cause. */
const OTHERS: readonly Concept[] = [
  ...US,
  "domain",
  "server",
  "conduct",
  "listed",
  "auth",
  "relay",
  "foreign",
  "troubleSaid",
  "trouble",
  "refused",
  "blocked",
  "rate",
  "policy",
];
/** A no that may be of relaying. */
const NOES: readonly Concept[] = [
  "refused",
  "negated",
  "inactive",
  "notAccepted",
  "failed",
  "blocked",
  "policy",
];
/** Words of what is there, and wrong. */
const VAGUE =
  /^(?:no|bad|illegal|wrong|incorrect|malformed|bogus|invalid\*?|not valid|not ok|geen|kein|brak|нет|not at|not here|moved)$|fake|spoof|kein/;

/** A quota of these is one of what is sent, not of what is stored. */
const SENDING: ReadonlySet<string> = new Set(
  "daily hourly weekly monthly minute hour day sending outgoing outbound sent traffic smtp".split(" "),
);

export function unbound(said: Utterance, codes: Codes): Meaning | undefined {
  const { code } = codes;
  // "No such address here": of a mailbox, or of a domain that is not served.
  const here = said.tokens.some((token) => HERE.has(token)) && !isMailboxCode(codes);
  if (states(said, ["address"], ["unknown", "inactive", "full"])) return here ? "unclear" : "mailbox";
  if (says(said, "standardMailbox")) return "mailbox";
  // A quota that a policy counts may be the sender's, the client's or the recipient's.
  if (says(said, "full") && !says(said, "policy") && !states(said, ["server"], ["full"])) {
    return said.tokens.some((token) => SENDING.has(token)) ? "client" : "mailbox";
  }
  if (deniesExistence(said, codes)) return "mailbox";
  // "Mail to x is not accepted here", "this address does not receive mail".
  const ofMail = said.tokens.some((token) => /^(?:e?mails?|messages?)$/.test(token)) && !speaksToUs(said);
  if (code >= 500 && ofMail && states(said, ["quoted", "address"], ["notAccepted"])) return "mailbox";
  if (says(said, "blocked", "rate")) return "client";
  // "Recipient FAIL", "user not OK", for good.
  const isVague = said.tokens.some((token) => /^(?:problem|error)s?$/.test(token));
  const fails = states(said, PERSON, isVague ? ["unavailable"] : ["unavailable", "failed", "negated"]);
  if (code >= 500 && fails && !says(said, "auth", "sender", "refused", "trouble", "troubleSaid"))
    return "mailbox";
  const trouble = says(said, "troubleSaid") && !namesSender(said);
  if (says(said, "sender") && !trouble && !says(said, ...PERSON, "quoted")) return "client";
  if (speaksToUs(said) && says(said, "refused", "negated", "failed")) return "client";
  // "You are not allowed here": only the client is spoken to.
  const toUs = said.tokens.includes("you") && says(said, "refused", "negated");
  if (toUs && !says(said, ...PERSON, "quoted", "address", "domain", "relay", "auth")) return "client";
  // "Your IP is not authorized. Please use the relay of your provider": it is the client that is refused.
  const speaksOfRelaying = codes.foreign && code >= 500 && says(said, "relay") && !says(said, ...US);
  return speaksOfRelaying && says(said, ...NOES) ? "relaying" : undefined;
}
