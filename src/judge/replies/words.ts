/**
 * The rules by which words of a refusal become a meaning, in their order. What is named as refused decides; a cause
 * that only a client can give (a list, its name, its conduct) outweighs the standard's phrase in front of it.
 */
import { isSubject, statementsIn, type Statement } from "./binding.ts";
import { tagsIn, type Lexicon, type Tag } from "./lexicon.ts";
import type { Meaning } from "./meaning.ts";
import type { EnhancedCode, ReplyText } from "./reply-text.ts";
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
}

export function utteranceOf(
  { tokens, urls }: Pick<ReplyText, "tokens" | "urls">,
  lexicon: Lexicon<Concept>,
): Utterance {
  const tags = tagsIn(tokens, lexicon);
  return { tokens, tags, urlTags: tagsIn(urls, lexicon), statements: statementsIn(tags) };
}

export const says = ({ tags }: Utterance, ...concepts: readonly Concept[]): boolean =>
  tags.some(({ concept }) => concepts.includes(concept));

const urlSays = ({ urlTags }: Utterance, ...concepts: readonly Concept[]): boolean =>
  urlTags.some(({ concept }) => concepts.includes(concept));

const states = (
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

const US: readonly Subject[] = ["sender", "client"];
const PERSON: readonly Subject[] = ["recipient", "mailbox"];
const AGAINST: readonly Predicate[] = [
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

/** "Sender address does not accept mail: user unknown": the subject named first is what the rest explains. */
function isHeadedBySender({ tags }: Utterance): boolean {
  const head = tags.find((tag) => isSubject(tag) && tag.concept !== "quoted");
  return head?.concept === "sender" && !head.phrase.startsWith("<");
}

type Rule = (said: Utterance, codes: Codes) => Meaning | undefined;

/** The rules for words, in their order. */
const RULES: readonly Rule[] = [
  greylisting,
  namedClient,
  relaying,
  encryption,
  eitherOr,
  list,
  login,
  verification,
  banned,
  recipientRule,
  clientsFault,
  ownTrouble,
  domainsRecords,
  mailbox,
  domain,
  unbound,
];

/** What the words mean; undefined where they are silent. */
export function meaningOfWords(said: Utterance, codes: Codes): Meaning | undefined {
  for (const rule of RULES) {
    const meaning = rule(said, codes);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** "Client host rejected", "Sender address rejected", "Helo command rejected". */
function namedClient(said: Utterance): Meaning | undefined {
  return says(said, "clientRejected") && !refusesToRelay(said) ? "client" : undefined;
}

/** Tokens beyond which a no does not belong to "relay". */
const FARTHEST = 12;
const NO: readonly Concept[] = [
  "refused",
  "negated",
  "unknown",
  "inactive",
  "blocked",
  "failed",
  "required",
  "auth",
  "authMissing",
  "notAccepted",
];

function refusesToRelay({ tags }: Utterance): boolean {
  const relays = tags.filter(({ concept }) => concept === "relay");
  const noes = tags.filter(({ concept }) => NO.includes(concept));
  return relays.some((relay) =>
    noes.some(
      (no) =>
        no.sentence === relay.sentence && no.from - relay.to <= FARTHEST && relay.from - no.to <= FARTHEST,
    ),
  );
}

/** Said of a sender, "not local" is no word of relaying. */
function callsForeign({ tags }: Utterance): boolean {
  return tags.some(
    ({ concept, clause }) =>
      concept === "foreign" && !tags.some((other) => other.concept === "sender" && other.clause === clause),
  );
}

function relaying(said: Utterance, { code, enhanced, foreign }: Codes): Meaning | undefined {
  // RFC 4954 6: 530 is registered for it, and relaying is what the login is wanted for.
  if (code === 530 && says(said, "auth", "authMissing")) return undefined;
  if (refusesToRelay(said) || callsForeign(said) || (foreign && says(said, "deliveryDenied")))
    return "relaying";
  const ofMailbox = enhanced === "1.1" || enhanced === "2.1";
  if (
    says(said, "notInList") &&
    !says(said, "sender") &&
    !states(said, [...PERSON, "quoted"], ["notInList"])
  ) {
    return "relaying";
  }
  return says(said, "notOurs") && !ofMailbox && !states(said, US, AGAINST) ? "relaying" : undefined;
}

function encryption(said: Utterance): Meaning | undefined {
  // "Sender address does not support STARTTLS": what the sender's own server lacks.
  if (states(said, ["sender"], ["refused"])) return undefined;
  if (says(said, "tlsMissing")) return "tls";
  return says(said, "tls") && says(said, "required", "refused", "failed", "notAccepted", "unknown", "negated")
    ? "tls"
    : undefined;
}

function list(said: Utterance): Meaning | undefined {
  const urlBans = urlSays(said, "banned") && !states(said, PERSON, ["banned"]);
  return says(said, "listed") || urlSays(said, "listed") || urlBans || states(said, US, ["banned", "blocked"])
    ? "client"
    : undefined;
}

function login(said: Utterance, { code }: Codes): Meaning | undefined {
  if (says(said, "recipientRule", "domainSaid")) return undefined;
  const missing = says(said, "authMissing");
  if (code === 530 && (missing || says(said, "auth"))) return "login";
  if (says(said, "conduct") || (says(said, "troubleSaid") && !missing)) return undefined;
  // Nobody tried to log in: what failed is SPF, DKIM or DMARC.
  const wanted = missing || (says(said, "auth") && says(said, "required", "negated"));
  if (!wanted) return undefined;
  // "Required for this sender's domain": it is the sender that is refused.
  return namesSender(said) && !missing ? "client" : "login";
}

/** A server that wants a client to come again says so for now; for good, it is a list like others. */
function greylisting(said: Utterance, { code }: Codes): Meaning | undefined {
  return says(said, "greylisting") && code < 500 ? "greylisting" : undefined;
}

/**
 * Another server was asked about an address. Of the sender it is the sender's; of the recipient a refusal for good
 * says that the other server refused it, and one for now that it did not answer.
 */
function verification(said: Utterance, { code }: Codes): Meaning | undefined {
  if (!says(said, "verification")) return undefined;
  if (namesSender(said)) return "client";
  if (code < 500) return "trouble";
  return says(said, "failed", "refused", "negated") || says(said, "mailboxSaid") ? "mailbox" : "unclear";
}

function banned(said: Utterance): Meaning | undefined {
  if (!says(said, "banned")) return undefined;
  // "Recipient has been blacklisted": the mailbox is switched off. Quoted only, it may be the place where it was said.
  if (states(said, ["recipient"], ["banned"]) && !says(said, "conduct", "sender", "place", "client"))
    return "mailbox";
  if (says(said, "conduct", "sender") || states(said, US, ["banned"])) return "client";
  return states(said, [...PERSON, "quoted"], ["banned"]) || says(said, "place") ? "unclear" : "client";
}

function recipientRule(said: Utterance): Meaning | undefined {
  return says(said, "recipientRule") ? "unclear" : undefined;
}

/** Whose a subject is. */
const SIDES: ReadonlyMap<Concept, "ours" | "recipient" | "domain"> = new Map<
  Concept,
  "ours" | "recipient" | "domain"
>([
  ["sender", "ours"],
  ["client", "ours"],
  ["recipient", "recipient"],
  ["mailbox", "recipient"],
  ["domain", "domain"],
  ["domainSaid", "domain"],
]);

/** "Unknown domain or recipient", "sender or recipient blocked": one of two, and not which. */
function eitherOr(said: Utterance): Meaning | undefined {
  const { tokens, tags } = said;
  if (says(said, "conduct", "listed")) return undefined;
  const sideAt = (at: (tag: Tag<Concept>) => boolean): string | undefined =>
    tags
      .filter(at)
      .map(({ concept }) => SIDES.get(concept))
      .find((side) => side !== undefined);
  const isOpen = tokens.some((token, at) => {
    if (token !== "or") return false;
    const before = sideAt(({ to }) => to === at);
    const behind = sideAt(({ from }) => from > at && from <= at + 2);
    return before !== undefined && behind !== undefined && before !== behind;
  });
  return isOpen ? "unclear" : undefined;
}

/** What a recipient is, where the enhanced code says the same: then a word of spam beside it is a remark. */
const isMailboxCode = ({ enhanced }: Codes): boolean =>
  /^[12]\.[12]$/.test(enhanced ?? "") && enhanced !== "1.2";

function clientsFault(said: Utterance, codes: Codes): Meaning | undefined {
  const ofMailbox = says(said, "mailboxSaid") || states(said, PERSON, ["unknown", "inactive", "full"]);
  if (says(said, "conduct", "openRelay")) return ofMailbox && isMailboxCode(codes) ? "mailbox" : "client";
  if (isHeadedBySender(said) && says(said, ...AGAINST, "domainSaid")) return "client";
  // What cannot be looked up of the sender is the sender's.
  if (says(said, "sender") && says(said, "troubleSaid")) return "client";
  return states(said, US, AGAINST) ? "client" : undefined;
}

/** Trouble that stands beside words of other kinds: a configuration error, a loop. */
function ownTrouble(said: Utterance): Meaning | undefined {
  return says(said, "ownTrouble") ? "trouble" : undefined;
}

/** "<x> has no MX records": what is missing is in the DNS of the domain, whoever is named before it. */
function domainsRecords(said: Utterance, codes: Codes): Meaning | undefined {
  return says(said, "domainRecords") ? domain(said, codes) : undefined;
}

/** A gateway says "invalid recipient" of a domain that is none of its customers', too; of this very one, hardly. */
function ofForm(said: Utterance, codes: Codes): Meaning {
  const named = says(said, "vague") && said.tokens.includes("<recipient>") && !says(said, "place");
  return isMailboxCode(codes) || named ? "mailbox" : "unclear";
}

function mailbox(said: Utterance, codes: Codes): Meaning | undefined {
  // Of a stranger it is the domain: what Exim does not relay for, it refuses as relaying. Of ours it may be either.
  if (says(said, "unroutableAddress")) return codes.foreign ? "domain" : "unclear";
  if (says(said, "malformed", "vague") && !says(said, "mailboxSaid")) return ofForm(said, codes);
  if (says(said, "mailboxSaid")) return "mailbox";
  if (states(said, PERSON, ["unknown", "inactive", "full", "rate", "notAccepted", "notInList", "blocked"]))
    return "mailbox";
  // "Login disabled" may be the account's or the server's.
  if (states(said, ["quoted"], ["unknown", "inactive", "full"]) && !says(said, "auth")) return "mailbox";
  return states(said, ["mailbox"], ["unavailable"]) ? "mailbox" : undefined;
}

function domain(said: Utterance, { code }: Codes): Meaning | undefined {
  const spoken =
    says(said, "domainSaid", "domainRecords") ||
    states(said, ["domain"], ["unknown", "inactive", "unavailable", "notAccepted"]);
  if (!spoken || (code < 500 && says(said, "troubleSaid"))) return undefined;
  const names = said.tokens.includes("<recipient>") || said.tokens.includes("<domain>");
  return says(said, "sender") || (quotesUs(said) && !names) ? "client" : "domain";
}

/** Predicates whose subject is not named. */
function unbound(said: Utterance, { code }: Codes): Meaning | undefined {
  if (states(said, ["address"], ["unknown", "inactive", "full"])) return "mailbox";
  if (says(said, "standardMailbox")) return "mailbox";
  if (says(said, "full") && !states(said, ["server"], ["full"])) return "mailbox";
  if (says(said, "blocked", "rate")) return "client";
  // "Recipient FAIL", "user not OK", for good.
  const fails = states(said, PERSON, ["unavailable", "failed", "negated"]);
  if (code >= 500 && fails && !says(said, "auth", "sender", "refused", "trouble", "troubleSaid"))
    return "mailbox";
  if (says(said, "sender") && !says(said, ...PERSON, "quoted")) return "client";
  const speaksOfRelaying = code >= 500 && says(said, "relay");
  return speaksOfRelaying ? "relaying" : undefined;
}

/** Whether somebody is refused, and not the server the one that fails. */
export const deniesSomebody = (said: Utterance): boolean =>
  says(said, "refused") && !states(said, ["server"], ["refused"]);

/** The server's own trouble; undefined where the words do not tell. */
export function troubleOf(said: Utterance, { code, enhanced }: Codes): Meaning | undefined {
  const lasting = said.tags.some(
    ({ concept, phrase }) => concept === "troubleSaid" && !phrase.startsWith("service"),
  );
  // "Insufficient storage" (X.2.2) is the mailbox's.
  if (isMailboxCode({ code, enhanced, foreign: false })) return undefined;
  if (lasting) return "trouble";
  if (code >= 500) return undefined;
  if (says(said, "troubleSaid")) {
    // 421, 451 and 452 are registered for trouble, 450 is not (RFC 5321 4.2.3): postscreen says so of a client that
    // must come again, and Postfix of whatever a policy defers (X.7.1).
    if (enhanced?.startsWith("7.") === true) return undefined;
    if (code === 450) return "greylisting";
  }
  if (says(said, "troubleSaid", "trouble")) return "trouble";
  if (states(said, ["recipient"], ["unavailable"])) return "trouble";
  return states(said, ["server", "domain"], ["unavailable", "failed", "full"]) ? "trouble" : undefined;
}
