/** Rules for words about the recipient, its mailbox and its domain. */
import type { Tag } from "./lexicon.ts";
import type { Meaning } from "./meaning.ts";
import {
  isHedged,
  isMailboxCode,
  isOfServer,
  namesMany,
  namesRecipient,
  namesSender,
  PERSON,
  quotesUs,
  says,
  speaksToUs,
  states,
  US,
  type Codes,
  type Utterance,
} from "./utterance.ts";
import type { Concept } from "./vocabulary/index.ts";

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
  return says(said, "recipientRule") && !tested ? "unclear" : undefined;
}

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
export function eitherOr(said: Utterance): Meaning | undefined {
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
    return (before !== undefined && behind !== undefined && before !== behind) || (isForeign && isMissing);
  });
  return isOpen ? "unclear" : undefined;
}

/** "Unknown recipient (domain disabled)": of a domain that the server has, the reason in the second place decides. */
export function switchedOff(said: Utterance, { foreign }: Codes): Meaning | undefined {
  const ofOthers = says(said, "sender", "client", "clientRejected", "conduct", "listed", "authMissing");
  return !foreign && !ofOthers && states(said, ["domain"], ["inactive"]) ? "domain" : undefined;
}

/**
 * "<x> has no MX records": what is missing is in the DNS of the domain, whoever is named before it. A server looks up
 * no records of a domain of its own: beside our own postmaster they are the sender's.
 */
export function domainsRecords(said: Utterance, codes: Codes): Meaning | undefined {
  if (!says(said, "domainRecords")) return undefined;
  return codes.foreign || said.tokens.includes("<domain>") ? domain(said, codes) : "client";
}

/** A gateway says "invalid recipient" of a domain that is none of its customers', too; of this very one, hardly. */
function ofForm(said: Utterance, codes: Codes): Meaning {
  const named = says(said, "vague") && said.tokens.includes("<recipient>") && !says(said, "place");
  // RFC 5321 4.2.3: 553 is for the name of a mailbox.
  const ofName = codes.code === 553 && says(said, "vague") && !codes.foreign;
  return isMailboxCode(codes) || named || ofName ? "mailbox" : "unclear";
}

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

/** Words and codes that speak of the DNS: what it holds of a domain is another thing than the server's own table. */
const DNS: ReadonlySet<string> = new Set(
  "dns mx nxdomain host hosts such lookup record records find rfc label reserved 存".split(" "),
);
const DNS_STEMS = "resol exist nonexist esist istnie bestaat существ rout unrout reach unreach null".split(
  " ",
);
const isOfDns = (token: string): boolean =>
  DNS.has(token) || DNS_STEMS.some((stem) => token.startsWith(stem));
const DNS_CODE = /^(?:1\.(?:2|4|6|10)|4\.\d+)$/;

/**
 * "Unknown recipient domain", said at once and for good of a stranger's domain: the server looked into its own table.
 * A domain that the DNS does not know is called so in the DNS's words, by its codes, or in Postfix's frame.
 */
function isMissingInTable(said: Utterance, { code, enhanced, foreign }: Codes): boolean {
  if (
    !foreign ||
    code < 500 ||
    code === 556 ||
    DNS_CODE.test(enhanced ?? "") ||
    says(said, "place", "sender")
  )
    return false;
  // "<x>: Domain not found" is Postfix's and Sendmail's frame of what the DNS says.
  if (said.tokens[0] === "<recipient>") return false;
  return !said.tokens.some((token) => isOfDns(token)) && !quotesUs(said);
}

export function domain(said: Utterance, codes: Codes): Meaning | undefined {
  const { code } = codes;
  const spoken =
    says(said, "domainSaid", "domainRecords") ||
    states(said, ["domain"], ["unknown", "inactive", "unavailable", "notAccepted"]) ||
    (code >= 500 && states(said, ["domain"], ["failed"]) && said.tokens.includes("verified"));
  // "Host not recognized": of which host is not said.
  const ofHost = said.tags.every(({ concept, phrase }) => concept !== "domain" || phrase === "host");
  if (ofHost && !says(said, "domainSaid", "domainRecords") && !namesRecipient(said)) return undefined;
  const missing = isMissingInTable(said, codes);
  const refuses = says(said, "domainSaid") || states(said, ["domain"], ["unknown", "notAccepted", "refused"]);
  if (missing && refuses && !states(said, ["domain"], ["inactive"])) return "relaying";
  if (!spoken || (code < 500 && says(said, "troubleSaid"))) return undefined;
  // Of its own domain a server looks up no records: those that it finds fault with are the sender's.
  const ofSender =
    !codes.foreign && !said.tokens.includes("<domain>") && said.tokens.some((token) => RECORDS.has(token));
  return ofSender || says(said, "sender") || (quotesUs(said) && !namesRecipient(said)) ? "client" : "domain";
}

const RECORDS: ReadonlySet<string> = new Set(["mx", "aaaa", "record", "records", "resource"]);

/** Predicates whose subject is not named. */
const HERE: ReadonlySet<string> = new Set(["here", "hier", "ici", "aqui", "qui", "tutaj", "здесь"]);
const MAIL =
  /^(?:e?mails?|messages?|correo|courrier|posta?|почт\p{L}*|邮|メ|receiv\p{L}*|deliver\p{L}*|undeliverable)$/u;

/** "Does not exist", "not deliverable", of nobody by name: the recipient was asked for. */
function deniesExistence(said: Utterance, { code, enhanced, foreign }: Codes): boolean {
  // X.3 and X.4 are of the mail system and the network (RFC 3463): what is missing there is no mailbox.
  // X.1.2 is of the domain (RFC 3463): what it does not take, is not said of a person.
  const ofSystem = /^(?:[34]\.|1\.2$)/.test(enhanced ?? "");
  if (code < 500 || foreign || ofSystem || says(said, ...OTHERS)) return false;
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
  const speaksOfRelaying = codes.foreign && code >= 500 && says(said, "relay");
  return speaksOfRelaying && says(said, ...NOES) ? "relaying" : undefined;
}
