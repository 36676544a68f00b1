/**
 * What a refusal must not hold for a claim to be made of it: any evidence that it may be about somebody else. A pass
 * without an answer, and a failure where the client was refused, are the errors that cost most; what is not claimed is
 * `unclear` or `client`, which claim nothing.
 */
import type { Meaning } from "./meaning.ts";
import {
  isHedged,
  isMailboxCode,
  namesMany,
  namesRecipient,
  namesSender,
  PERSON,
  says,
  speaksToUs,
  states,
  type Codes,
  type Utterance,
} from "./utterance.ts";
import type { Concept } from "./vocabulary/index.ts";
import { HERE } from "./words/domain-words.ts";
import { eitherOr } from "./words/recipient-words.ts";

/**
 * Whether a pass of a mailbox may be claimed at all. 421 ends the session and 451 is the server's own error (RFC 5321
 * 4.2.3), X.1.3 is of the form of an address (RFC 3463), and who speaks of a stranger's domain tells of no box in it.
 */
export function mayBeMailbox(said: Utterance, codes: Codes): boolean {
  const { code, enhanced, foreign } = codes;
  const ofBox = isMailboxCode(codes);
  if ((enhanced === "1.3" && !deniesOutright(said)) || isHedged(said)) return false;
  if (eitherOr(said, codes) === "unclear" || isOfDomainBehind(said, codes)) return false;
  // "No such address here": what is not here may be its domain.
  const here = said.tokens.some((token) => HERE.has(token)) && !says(said, "quoted", ...NAMED_BOX);
  if (!ofBox && !foreign && here) return false;
  // "Your email address has been blocked": the address of whom it is said to.
  if (!ofBox && !says(said, "mailboxSaid") && ownsIt(said)) return false;
  // RFC 7504: 521 and 556 are of a host, or of a domain, that takes no mail at all.
  if ((code === 521 || code === 556) && !says(said, "unknown")) return false;
  if (!ofBox && !says(said, "banned") && said.tokens.some((token) => OF_SENDING.test(token))) return false;
  if (!ofBox && (mayBeOfOthers(said) || isBusy(said, codes))) return false;
  if (isOfSender(codes) || isKeptFrom(said)) return false;
  if (code === 421 && !says(said, "recipient", "quoted", "mailboxSaid")) return false;
  if (code === 451 && !ofBox && !says(said, "unknown", "full", "rate", "mailboxSaid")) return false;
  if (code === 451 && says(said, "failed") && !says(said, "unknown", "full", "rate", "inactive"))
    return false;
  return !(foreign && says(said, "domain", "domainSaid"));
}

/** Who or what else is spoken of: no code says that it is the mailbox for all that. */
function mayBeOfOthers(said: Utterance): boolean {
  if (says(said, "sender", "clientRejected", "listed", "authMissing", "notOurs")) return true;
  if (says(said, "troubleSaid", "ownTrouble")) return true;
  // "Account locked by the abuse team", "the recipient has exceeded their rate limit": what is done is the recipient's.
  if (says(said, "conduct") && !states(said, PERSON, ["inactive", "rate"])) return true;
  if (namesRecipient(said)) return false;
  // "User unknown, relay=[192.0.2.77]": to whom it was said.
  const quoted = said.tokens.includes("<client>") && !states(said, PERSON, ["unknown", "inactive", "full"]);
  return quoted || said.tokens.some((token) => ELSEWHERE.test(token)) || isDrowned(said);
}

/** X.1.7 and X.1.8: the sender's address, and the sender's system (RFC 3463 3.2). */
const isOfSender = ({ enhanced }: Codes): boolean => enhanced === "1.7" || enhanced === "1.8";

/** "The recipient has blocked you", "exceeded the sending limit", "recipients blocked": the box is there, and somebody is kept from it. */
function isKeptFrom(said: Utterance): boolean {
  const { tokens } = said;
  if (says(said, "blocked", "banned") && (namesMany(said) || tokens.some((token) => YOU.test(token))))
    return true;
  return says(said, "rate", "full") && tokens.some((token) => /^(?:sending|outgoing|outbound)$/.test(token));
}

const YOU = /^(?:you|your)$/;

/** "Most likely not your intended recipient", and addresses of hosts: what was tried, and no more than a guess of who is meant. */
const ELSEWHERE = /^(?:<ip>|likely|probably|possibly|perhaps|maybe)$/;

/** Words that are not understood, from which on the few that are say little: texts that name a mailbox are short. */
const MANY = 9;

function isDrowned(said: Utterance): boolean {
  if (says(said, "rate")) return false;
  const read = new Set(
    said.tags.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  return said.tokens.filter((token, at) => /^\p{L}/u.test(token) && !read.has(at)).length > MANY;
}

/**
 * "Mailbox unavailable", and no more: for now it may be greylisting (RFC 5321 4.2.3: "temporarily blocked for policy reasons"), and
 * beside a code of an address, but for the one that says that there is no such mailbox, or of a policy, it may be either.
 */
function isBusy(said: Utterance, { code, enhanced }: Codes): boolean {
  const wrong = said.tags.filter(({ concept }) => STATES.includes(concept));
  const isUnavailable = wrong.length > 0 && wrong.every(({ phrase }) => UNAVAILABLE.test(phrase));
  return isUnavailable && !says(said, "recipient") && (code < 500 || /^[17]\./.test(enhanced ?? ""));
}

const UNAVAILABLE = /unavailable|not available/;

/** What is said of the state of a box. */
const STATES: readonly Concept[] = [
  "unknown",
  "inactive",
  "full",
  "rate",
  "notInList",
  "blocked",
  "banned",
  "unavailable",
  "mailboxSaid",
  "standardMailbox",
];

/** What is tested of who sends, in any language: no mailbox is a matter of these. */
const OF_SENDING =
  /^(?:dns|mx|aaaa|ptr|rdns|spf|dkim|dmarc|helo|ehlo|rbl|dnsbl|ip|ipv4|ipv6|spam\p{L}*|reputation|backscatter)$/u;

/** "Unknown recipient (domain …)": what is said of the domain behind is the cause, also where it is not understood. */
function isOfDomainBehind({ tags, statements }: Utterance, { foreign }: Codes): boolean {
  if (foreign || statements.some(({ subject }) => subject === "domain")) return false;
  const person = tags.find(({ concept }) => concept === "recipient" || concept === "mailbox");
  if (person === undefined) return false;
  return tags.some(
    ({ concept, sentence, clause, phrase }) =>
      concept === "domain" &&
      phrase.startsWith("dom") &&
      sentence === person.sentence &&
      clause > person.clause,
  );
}

/** "Does not exist" is no word for a form, whatever the code says. */
const deniesOutright = ({ tags }: Utterance): boolean =>
  tags.some(({ concept, phrase }) => concept === "unknown" && /exist|ist\*|found/.test(phrase));

const ownsIt = ({ tags, tokens }: Utterance): boolean =>
  tags.some(
    ({ concept, from }) =>
      THEIRS.includes(concept) &&
      tokens[from - 1] === "your" &&
      !/^(?:recipient|rcpt)/.test(tokens[from] ?? ""),
  );

const NAMED_BOX: readonly Concept[] = ["recipient", "mailbox", "mailboxSaid", "standardMailbox"];

const THEIRS: readonly Concept[] = ["recipient", "mailbox", "address"];

/**
 * What is not served has a name: a domain, a recipient, or relaying itself. "Not our message" has none, and "your host is not in our list"
 * has another.
 */
export function mayBeRelaying(said: Utterance, codes: Codes): boolean {
  // RFC 5321 4.2.3: user not local.
  if (codes.code === 551) return true;
  if (isOfSender(codes) && !says(said, "relay", "foreign")) return false;
  if (says(said, "relay", "foreign", "deliveryDenied") || namesRecipient(said)) {
    return codes.foreign || !says(said, "listed");
  }
  if (said.tokens.some((token) => YOU.test(token) || /^hosts?$/.test(token))) return false;
  return says(said, ...SERVED) || said.tokens.includes("<host>");
}

const SERVED: readonly Concept[] = [
  "relay",
  "foreign",
  "notInList",
  "deliveryDenied",
  "domain",
  "domainSaid",
  "recipient",
  "mailbox",
  "mailboxSaid",
  "address",
  "vague",
];

/** What a demand for a login is where our sender is what is refused: whoever else logs in, it is said of us. */
export function mayBeLogin(said: Utterance, { code, enhanced }: Codes): boolean {
  // RFC 4954 6, and Exchange's own: registered for logins.
  if (code === 530 || code === 503 || /^7\.(?:8|12|57)$/.test(enhanced ?? "")) return true;
  const rejected = said.tags.some(
    ({ concept, phrase }) => concept === "clientRejected" && phrase.startsWith("sender"),
  );
  return !rejected && (!said.tokens.includes("<sender>") || namesRecipient(said));
}

/** Whether something fails: not where what is said may be said of this client alone. */
export function mayFail(meaning: Meaning, said: Utterance, codes: Codes): boolean {
  if (mayPass(meaning, said, codes)) return false;
  if (meaning === "domain" && (isOfSender(codes) || isOfNoDomain(said, codes))) return false;
  if ((meaning !== "trouble" && meaning !== "domain") || /^[34]\./.test(codes.enhanced ?? "")) return true;
  if (namesRecipient(said)) return true;
  const tested = meaning === "trouble" ? OF_SENDING : OF_SENDER;
  return !(
    namesSender(said) ||
    speaksToUs(said) ||
    says(said, "listed", "clientRejected", "conduct") ||
    said.tokens.some((token) => token === "<client>" || token === "<sender>" || tested.test(token))
  );
}

/** Whether who asked, or what is tested of who sends, stands in it: then nobody knows whether the recipient was looked at. */
export function mayBeOfClient(said: Utterance): boolean {
  const { tokens } = said;
  if (says(said, "sender", "listed", "conduct", "clientRejected") || speaksToUs(said)) return true;
  return tokens.some((token) => token === "<client>" || OF_SENDING.test(token));
}

/**
 * "Domain does not exist", of no name: of its own domain a server looks nothing up, so it may be the sender's.
 */
function isOfNoDomain(said: Utterance, { foreign, enhanced }: Codes): boolean {
  if (
    foreign ||
    namesRecipient(said) ||
    !states(said, ["domain"], ["unknown"]) ||
    /^1\.(?:2|10)$/.test(enhanced ?? "")
  )
    return false;
  return !said.tokens.some((token) => OF_RECIPIENT.test(token));
}

const OF_RECIPIENT = /^(?:recipient|destination|target|rcpt)/;

/** As {@link OF_SENDING}, without what is looked up of any domain. */
const OF_SENDER = /^(?:ptr|rdns|spf|dkim|dmarc|helo|ehlo|rbl|dnsbl|ip|spam\p{L}*|reputation|backscatter)$/u;

/**
 * Whether what is refused for now may be refused to this client alone, so that nothing fails: its own address, name or sender is
 * quoted, and no code has it of the system or the network (X.3, X.4: RFC 3463); or the service is unavailable, and why,
 * stands behind a link.
 */
function mayPass(meaning: Meaning, said: Utterance, { code, enhanced }: Codes): boolean {
  if (code >= 500) return false;
  const { tags, tokens } = said;
  const quoted = tokens.includes("<client>") || (tokens.includes("<sender>") && !namesRecipient(said));
  if (quoted && code !== 421 && !/^[34]\./.test(enhanced ?? "")) return true;
  if (meaning !== "trouble" || !tokens.includes("<url>") || says(said, ...PERSON)) return false;
  return tags.every(({ concept, phrase }) =>
    concept === "troubleSaid" ? phrase.startsWith("service") : !FAULTS.includes(concept),
  );
}

const FAULTS: readonly Concept[] = ["failed", "ownTrouble", "trouble"];
