/**
 * What a refusal must not hold for a claim to be made of it: any evidence that it may be about somebody else. A pass
 * without an answer, and a failure where the client was refused, are the errors that cost most; what is not claimed is
 * `unclear` or `client`, which claim nothing.
 */
import {
  isHedged,
  isMailboxCode,
  namesMany,
  namesRecipient,
  namesSender,
  PERSON,
  says,
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
  // "Failure for one or more recipients": of which, and why, is not said.
  if (!ofBox && namesMany(said) && !says(said, "unknown", "inactive", "full", "mailboxSaid", "verification"))
    return false;
  // Whose mailbox is missing, is quoted or named; and one box is not many.
  const ofUs = said.tokens.includes("<sender>") || namesSender(said);
  if (!namesRecipient(said) && (ofUs || (said.tokens.includes("<client>") && namesMany(said)))) return false;
  // "User unknown; spam source": beside the code of a mailbox, too, the cause may be who sends.
  if (ofBox && isTestOfSender(said)) return false;
  // "Not deliverable to this user: refused by filter".
  if (
    !ofBox &&
    said.tokens.some(
      (token, at) => FILTER.test(token) && said.tokens.slice(Math.max(0, at - 2), at).includes("by"),
    )
  )
    return false;
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

const FILTER = /^(?:filters?|rules?)$/;

/** Whether the text holds a cause that is not the recipient's: a list, a test of who sends, the client's address behind its name. */
const isTestOfSender = ({ tags, tokens }: Utterance): boolean =>
  !tokens.includes("<recipient>") &&
  (tokens.some((token, at) => token === "<client>" && /^(?:ip|host|client)$/.test(tokens[at - 1] ?? "")) ||
    tags.some(
      ({ concept, phrase }) =>
        concept === "listed" ||
        (concept === "conduct" &&
          phrase.split(" ").some((word) => OF_SENDING.test(word.replaceAll("*", "")))),
    ));

/** X.1.7 and X.1.8: the sender's address, and the sender's system (RFC 3463 3.2). */
export const isOfSender = ({ enhanced }: Codes): boolean => enhanced === "1.7" || enhanced === "1.8";

/** "The recipient has blocked you", "exceeded the sending limit", "recipients blocked": the box is there, and somebody is kept from it. */
function isKeptFrom(said: Utterance): boolean {
  const { tokens } = said;
  if (says(said, "blocked", "banned") && (namesMany(said) || tokens.some((token) => YOU.test(token))))
    return true;
  return says(said, "rate", "full") && tokens.some((token) => /^(?:sending|outgoing|outbound)$/.test(token));
}

/** Words by which somebody is spoken to. */
export const YOU = /^(?:you|your)$/;

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

/** What may be wrong with a mailbox, or with whom it belongs to. */
export const WRONG: readonly Concept[] = [
  "unknown",
  "inactive",
  "full",
  "rate",
  "unavailable",
  "notInList",
  "blocked",
  "mailboxSaid",
  "standardMailbox",
];

/** What is said of the state of a box. */
const STATES: readonly Concept[] = [...WRONG, "banned"];

/** What is tested of who sends, in any language: no mailbox is a matter of these. */
export const OF_SENDING =
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
  if (codes.code === 551)
    return !says(said, "blocked", "banned", "listed", "conduct", "clientRejected") || says(said, "relay");
  if (isOfSender(codes) && (namesSender(said) || !says(said, "relay", "foreign"))) return false;
  if (isKeptFromRelay(said)) return false;
  const { tokens } = said;
  // "Domain not allowed: probe.example".
  const quoted = tokens.includes("<client>") && !namesRecipient(said);
  if (codes.foreign && quoted && !says(said, "relay")) return false;
  // "192.0.2.77 is not in our list of allowed relays": who asks is in no list.
  if (!codes.foreign && says(said, "notInList") && quoted) return false;
  if (says(said, "relay", "foreign", "deliveryDenied") || namesRecipient(said)) {
    return codes.foreign || !says(said, "listed");
  }
  if (tokens.some((token) => YOU.test(token) || /^hosts?$/.test(token))) return false;
  return says(said, ...SERVED) || tokens.includes("<host>");
}

/**
 * "Relaying from your IP is blocked for abuse", "no relaying, you have been blacklisted": who asks is refused, whatever was asked.
 * "Use the relay of your provider" refuses none.
 */
function isKeptFromRelay(said: Utterance): boolean {
  const { tags, tokens } = said;
  const relays = tags.filter(({ concept }) => concept === "relay");
  const ofYou = tokens.some((token) => YOU.test(token) || token === "<client>");
  const caused = tags.some(({ concept, phrase, from, sentence }) => {
    const beside = relays.some((relay) => relay.sentence === sentence);
    if (concept === "listed") return beside;
    if (concept === "conduct" && !REMARK.test(phrase))
      return beside
        ? ofYou || (!/^(?:spam|abuse)/.test(phrase) && relays.some(({ to }) => from >= to))
        : relays.length > 0 && ofYou && !phrase.startsWith("ptr");
    return beside && (concept === "banned" || (concept === "blocked" && ofYou));
  });
  const advised = relays.every(({ from }) =>
    tokens.slice(Math.max(0, from - REACH), from).some((token) => USE.test(token)),
  );
  return (
    caused ||
    (relays.length > 0 &&
      advised &&
      !says(
        said,
        "refused",
        "notAccepted",
        "negated",
        "unknown",
        "inactive",
        "foreign",
        "notInList",
        "notOurs",
      ))
  );
}

/** Sendmail's remarks behind "relaying denied", and what is asked of who may relay. */
const REMARK = /^(?:ip name lookup|may|forged|send|mail from|sending)/;
/** Words for what would help. */
const USE = /^(?:use|try|via|through|using)$/;
/** Tokens between such a word and the relay. */
const REACH = 6;

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
export function mayBeLogin(said: Utterance, { code, enhanced, atMail }: Codes): boolean {
  // "Must be authenticated with SPF": no client logs in with it.
  if (said.tokens.some((token) => /^(?:spf|dkim|dmarc|arc)$/.test(token))) return false;
  // RFC 4954 6, and Exchange's own: registered for logins.
  if (code === 530 || code === 503 || /^7\.(?:8|12|57)$/.test(enhanced ?? "")) return true;
  // RFC 5321 4.2.3: 553 is of the name of a mailbox; at MAIL that is the sender's, who may be the only one to log in.
  if (atMail === true && (code === 553 || isOfSomeSenders(said))) return false;
  const sendsAs = said.tokens.some(
    (token, at) =>
      token === "send" && said.tokens.slice(at + 1, at + 3).some((each) => /^(?:as|from)$/.test(each)),
  );
  // "Mail claiming to be from own.example", "your domain requires a login".
  const ofUs = said.tokens.some(
    (token, at) =>
      /^claim(?:s|ing)?$/.test(token) ||
      (token === "your" && /^(?:domain|ip|host|address|network)$/.test(said.tokens[at + 1] ?? "")),
  );
  if (sendsAs || ofUs) return false;
  const rejected = said.tags.some(
    ({ concept, phrase }) => concept === "clientRejected" && phrase.startsWith("sender"),
  );
  return !rejected && (!said.tokens.includes("<sender>") || namesRecipient(said));
}

/** "Required for local senders", "to send as probe.example": who sends so has to log in, and others need not. */
const isOfSomeSenders = ({ tokens }: Utterance): boolean =>
  tokens.some(
    (token, at) =>
      (OF_WHOM.test(token) && !/authenticated$|^anonymous$/.test(tokens[at - 1] ?? "")) ||
      (token === "of" && tokens[at + 1] === "<host>"),
  );

const OF_WHOM = /^(?:local|senders?|from|as|owne[dr]|domains?|address(?:es)?|<sender>|<client>)$/;
