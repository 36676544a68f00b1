/**
 * The rules by which words of a refusal become a meaning, in their order. What is named as refused decides; a cause
 * that only a client can give (a list, its name, its conduct) outweighs the standard's phrase in front of it.
 */
import type { Meaning } from "../meaning.ts";
import {
  bannedDomain,
  deniesDomain,
  domain,
  domainsRecords,
  servesOthersOnly,
  strangersRecords,
  switchedOff,
} from "./domain-words.ts";
import { receivesTooMuch, recipientsRate } from "./limit-words.ts";
import { asksForLogin, login, loginDemanded, onlyLogin } from "./login-words.ts";
import { banned, eitherOr, mailbox, recipientRule, unbound } from "./recipient-words.ts";
import { refusesToRelay, relaying } from "./relaying-words.ts";
import { greylisting, ownTrouble, probe, verification } from "./trouble-words.ts";
import {
  type Utterance,
  type Codes,
  says,
  urlSays,
  states,
  quotesUs,
  US,
  PERSON,
  AGAINST,
  namesSender,
  speaksToUs,
  namesRecipient,
  isHeadedBySender,
  countsRecipients,
  type Rule,
  isMailboxCode,
} from "../utterance.ts";

/** The rules for words, in their order. */
const RULES: readonly Rule[] = [
  greylisting,
  brokenConfiguration,
  probe,
  namedClient,
  eitherOr,
  switchedOff,
  relaying,
  encryption,
  bannedDomain,
  servesOthersOnly,
  receivesTooMuch,
  recipientsRate,
  loginDemanded,
  list,
  ipVersion,
  login,
  domainsRecords,
  verification,
  banned,
  recipientRule,
  clientsFault,
  ownTrouble,
  mailbox,
  domain,
  deniesDomain,
  strangersRecords,
  onlyLogin,
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

/** "Does not accept mail over IPv6": by which of the two it came is the client's, whoever is named beside it. */
function ipVersion({ tokens }: Utterance): Meaning | undefined {
  return tokens.includes("ipv6") || tokens.includes("ipv4") ? "client" : undefined;
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
