/**
 * The rules by which words of a refusal become a meaning, in their order. What is named as refused decides; a cause
 * that only a client can give (a list, its name, its conduct) outweighs the standard's phrase in front of it.
 */
import type { Meaning } from "./meaning.ts";
import { PAUSE, STOP } from "./reply-text.ts";
import {
  banned,
  domain,
  domainsRecords,
  eitherOr,
  mailbox,
  recipientRule,
  switchedOff,
  unbound,
} from "./recipient-words.ts";
import { greylisting, ownTrouble, verification } from "./trouble-words.ts";
import {
  AGAINST,
  countsRecipients,
  isHeadedBySender,
  isMailboxCode,
  namesRecipient,
  namesSender,
  PERSON,
  quotesUs,
  says,
  speaksToUs,
  states,
  urlSays,
  US,
  type Codes,
  type Rule,
  type Utterance,
} from "./utterance.ts";
import type { Concept } from "./vocabulary/index.ts";

/** The rules for words, in their order. */
const RULES: readonly Rule[] = [
  greylisting,
  brokenConfiguration,
  namedClient,
  eitherOr,
  switchedOff,
  relaying,
  encryption,
  recipientsRate,
  loginDemanded,
  list,
  login,
  domainsRecords,
  verification,
  banned,
  recipientRule,
  clientsFault,
  ownTrouble,
  mailbox,
  domain,
  unbound,
];

/** What the words mean; undefined where they are silent. */
export function meaningOfWords(said: Utterance, codes: Codes): Meaning | undefined {
  for (const rule of RULES) {
    const meaning = rule(said, codes);
    if (meaning !== undefined) return isOursAfterAll(said, codes, meaning) ? "client" : meaning;
  }
  return undefined;
}

/**
 * What was read of a mailbox, a domain or the server, in words that speak of the client alone: "your domain has no MX",
 * "unknown user in return path", "your server is misconfigured". Who is quoted by name is spoken of.
 */
function isOursAfterAll(said: Utterance, codes: Codes, meaning: Meaning): boolean {
  if (namesRecipient(said)) return false;
  switch (meaning) {
    case "mailbox":
      return (speaksToUs(said) || namesSender(said)) && !isMailboxCode(codes);
    case "domain":
    case "trouble":
      return speaksToUs(said);
    case "relaying":
      return quotesUs(said) && !says(said, "relay", "foreign", "deliveryDenied");
    default:
      return false;
  }
}

/** "Sender address rejected: Server configuration problem" (X.3.5): whatever the server was about to test, it could not. */
function brokenConfiguration(said: Utterance, { code, enhanced }: Codes): Meaning | undefined {
  // For now, X.3.5 (RFC 3463: system incorrectly configured) says so by itself.
  const ofSystem = code < 500 && !says(said, "listed", "conduct");
  return enhanced === "3.5" && (ofSystem || says(said, "ownTrouble")) ? "trouble" : undefined;
}

/** "Client host rejected", "Sender address rejected", "Helo command rejected". */
function namedClient(said: Utterance): Meaning | undefined {
  // "Client host rejected: Session encryption is required": who encrypts is let in (postconf(5) reject_plaintext_session).
  if (says(said, "tlsMissing") && !says(said, "sender")) return "tls";
  return says(said, "clientRejected") && !refusesToRelay(said) && !asksForLogin(said) ? "client" : undefined;
}

const LOGIN = /^(?:sign in|signin|log in|login|log on|logon|authenticat\*)$/;

/** "Sender address rejected: not logged in", "please sign in": whoever logs in may use the sender. */
function asksForLogin({ tags, tokens }: Utterance): boolean {
  return tags.some(({ concept, phrase, from, to }) => {
    if (concept === "authMissing") return phrase === "not logged in" || phrase === "not authenticated";
    const before = tokens[from - 1];
    const isFirst = before === undefined || before === PAUSE || before === STOP;
    // "Sign in to send mail", and not "authentication failed" or "login disabled".
    return (
      concept === "auth" && isFirst && LOGIN.test(phrase) && LOGIN.test(tokens.slice(from, to).join(" "))
    );
  });
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

/** What refuses by itself: said for now, "relay server not ready" is trouble. */
const REFUSAL: readonly Concept[] = ["refused", "required", "auth", "authMissing", "notAccepted", "inactive"];

function refusesToRelay({ tags }: Utterance, code = 550): boolean {
  const relays = tags.filter(({ concept }) => concept === "relay");
  const no = code < 500 ? REFUSAL : NO;
  const noes = tags.filter(({ concept }) => no.includes(concept));
  return relays.some((relay) =>
    noes.some(
      (no) =>
        no.sentence === relay.sentence && no.from - relay.to <= FARTHEST && relay.from - no.to <= FARTHEST,
    ),
  );
}

/** Said of a sender, "not local" is no word of relaying. */
function callsForeign({ tags, tokens }: Utterance): boolean {
  const ofDns = tokens.includes("dns");
  return tags.some(
    ({ concept, clause, phrase }) =>
      concept === "foreign" &&
      // "Remote domain not found in DNS": which one is meant, and not what is said of it.
      !(ofDns && REMOTE.test(phrase)) &&
      !tags.some((other) => other.concept === "sender" && other.clause === clause),
  );
}

const REMOTE = /^(?:to )?(?:remote|external|foreign|outside) /;

function relaying(said: Utterance, { code, enhanced, foreign }: Codes): Meaning | undefined {
  // "Sender claims to be local, but is not relayed": what is said of the sender.
  if (!foreign && isHeadedBySender(said) && !says(said, "foreign", "notOurs", "recipient")) return undefined;
  // RFC 4954 6: 530 is registered for it, and relaying is what the login is wanted for.
  if (code === 530 && says(said, "auth", "authMissing")) return undefined;
  // "User unknown, relaying denied" of a recipient of ours: the code says which of the two it is.
  if (!foreign && isMailboxCode({ code, enhanced, foreign }) && states(said, PERSON, ["unknown"]))
    return "mailbox";
  if (
    !foreign &&
    refusesToRelay(said) &&
    (says(said, "mailboxSaid") || states(said, ["recipient"], ["unknown"]))
  )
    return "unclear";
  if (refusesToRelay(said, code) || callsForeign(said) || (foreign && says(said, "deliveryDenied")))
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
  const wanted = says(said, "required", "refused", "failed", "notAccepted", "unknown", "negated");
  return says(said, "tls") && (wanted || !(says(said, "conduct", "listed") || namesSender(said)))
    ? "tls"
    : undefined;
}

function list(said: Utterance): Meaning | undefined {
  // A provider's page for postmasters explains refusals of those who send: "rejected due to policy restrictions".
  if (says(said, "policy") && says(said, "refused") && urlSays(said, "postmasters")) return "client";
  const urlBans = urlSays(said, "banned") && !states(said, PERSON, ["banned"]);
  return says(said, "listed") || urlSays(said, "listed") || urlBans || states(said, US, ["banned", "blocked"])
    ? "client"
    : undefined;
}

/**
 * "The recipient has exceeded its rate limit", "messages to x deferred due to excessive volume": mail for one recipient
 * is counted. Where somebody else is named, mail from that one is.
 */
function recipientsRate(said: Utterance): Meaning | undefined {
  const counted = states(said, PERSON, ["rate"]) || (isCountedTo(said) && says(said, "rate"));
  const others = says(said, "sender", "client", "clientRejected", "listed", "openRelay");
  // "Unexpected volume or user complaints": the users there are not who mail is counted for.
  const behaves = said.tags.some(({ concept, phrase }) => concept === "conduct" && !LIMIT.test(phrase));
  return counted && !behaves && !others && !quotesUs(said) && !countsRecipients(said) ? "mailbox" : undefined;
}

const LIMIT = /rate|limit|quota|too many|per /;

/** "Messages to x", "x: too many messages": it is quoted as the one that mail is for. */
function isCountedTo({ tokens, tags }: Utterance): boolean {
  const quoted = tags.find(({ concept }) => concept === "quoted");
  const rate = tags.find(({ concept }) => concept === "rate");
  const before = tokens.slice(0, quoted?.from ?? 0);
  const isTo = before.length === 0 ? rate?.from === 1 : before.length <= 2 && MESSAGES.test(before[0] ?? "");
  return quoted !== undefined && isTo && !tags.some(({ concept }) => concept === "place");
}

const MESSAGES = /^(?:e?mails?|messages?)$/;

/** What a server says of a submission, beside the demand for a login: "required to send as this user". */
const SUBMISSION = /^(?:send|sending|mail from|relay)/;

/** "Authentication is required": said outright, it outweighs whose address was refused for the lack of it. */
function loginDemanded(said: Utterance): Meaning | undefined {
  const demanded = said.tags.some(
    ({ concept, phrase }) => concept === "authMissing" && /required|needed|necessary|must|first/.test(phrase),
  );
  const ofOthers = said.tags.some(({ concept, phrase }) => concept === "conduct" && !SUBMISSION.test(phrase));
  return demanded &&
    !ofOthers &&
    !says(said, "recipientRule", "listed", "domainSaid") &&
    !said.tokens.includes("<client>")
    ? "login"
    : undefined;
}

function login(said: Utterance, { code }: Codes): Meaning | undefined {
  if (says(said, "recipientRule", "domainSaid")) return undefined;
  const missing = says(said, "authMissing") || asksForLogin(said);
  // "Unauthenticated mail from 192.0.2.77 is restricted": who did log in is let through, and this client is on a list.
  if (said.tokens.includes("<client>") && !says(said, "required")) return undefined;
  if (code === 530 && (missing || says(said, "auth"))) return "login";
  if (says(said, "conduct", "rate") || (says(said, "troubleSaid") && !missing)) return undefined;
  // Nobody tried to log in: what failed is SPF, DKIM or DMARC.
  const wanted = missing || (says(said, "auth") && says(said, "required", "negated"));
  if (!wanted) return undefined;
  // "Required for this sender's domain": it is the sender that is refused.
  return namesSender(said) && !missing ? "client" : "login";
}

/** Whether no more is said of the client than that its connection is refused. */
const isClosedDoor = ({ tags, tokens }: Utterance): boolean =>
  !tokens.includes("<client>") &&
  tags.some(({ concept }) => concept === "conduct") &&
  tags.every(({ concept, phrase }) => concept !== "conduct" || CLOSED.test(phrase));

const CLOSED = /^(?:connection (?:refused|rejected|denied)|service refuse\*)$/;

function clientsFault(said: Utterance, codes: Codes): Meaning | undefined {
  const ofMailbox = says(said, "mailboxSaid") || states(said, PERSON, ["unknown", "inactive", "full"]);
  // "Account locked by the abuse team", of a recipient that is quoted.
  const switchedOff = states(said, ["mailbox"], ["inactive"]) && said.tokens.includes("<recipient>");
  if (switchedOff && !says(said, "sender", "client") && !said.tokens.includes("your")) return "mailbox";
  // "Connection refused, load too high": the server's, for now.
  if (codes.code < 500 && says(said, "troubleSaid") && isClosedDoor(said)) return undefined;
  if (says(said, "conduct", "openRelay"))
    return ofMailbox && isMailboxCode(codes) && !namesSender(said) ? "mailbox" : "client";
  if (countsRecipients(said)) return "client";
  if (isHeadedBySender(said) && says(said, ...AGAINST, "domainSaid", "vague", "malformed")) return "client";
  // What cannot be looked up of the sender is the sender's.
  if (namesSender(said) && says(said, "troubleSaid")) return "client";
  return states(said, US, AGAINST) ? "client" : undefined;
}
