/** What is claimed of a refusal, from the chances of its meanings: the more a mistake would cost, the surer. */
import { WEIGHED, type RuleReading } from "./evidence.ts";
import type { Meaning } from "./meaning.ts";
import {
  isHedged,
  isMailboxCode,
  namesRecipient,
  PERSON,
  says,
  type Codes,
  type Utterance,
} from "./utterance.ts";
import type { Concept } from "./vocabulary/index.ts";
import { HERE } from "./words/domain-words.ts";
import { eitherOr } from "./words/recipient-words.ts";
import { refusesToRelay } from "./words/relaying-words.ts";

/** What a meaning alone makes of the question that was asked: it passes, it fails, or nothing is claimed. */
type Claim = "pass" | "fail" | "nothing";

const OF_DELIVERY: Readonly<Record<Meaning, Claim>> = {
  accepted: "pass",
  relaying: "fail",
  login: "fail",
  tls: "nothing",
  client: "nothing",
  domain: "fail",
  mailbox: "pass",
  trouble: "fail",
  greylisting: "nothing",
  unclear: "nothing",
};

const OF_RELAY: Readonly<Record<Meaning, Claim>> = {
  ...OF_DELIVERY,
  relaying: "pass",
  login: "pass",
  domain: "nothing",
  trouble: "nothing",
};

/** What a pass without an answer costs, or a failure where the client was refused, beside a reading that is wrong. */
const COST = 1;

/** How much likelier than what words say another meaning must be. */
const OUTWEIGHED = 5;

/**
 * What a refusal has to name before it is weighed as this: weak evidence adds up to no mailbox where nothing is said
 * of anybody, and to no relaying where no domain is named.
 */
const NAMED: Readonly<Partial<Record<Meaning, readonly Concept[]>>> = {
  relaying: ["relay", "foreign", "notInList", "notOurs"],
  login: ["auth", "authMissing"],
  tls: ["tls", "tlsMissing"],
  domain: ["domain", "domainSaid", "domainRecords", "unroutableAddress"],
  mailbox: ["recipient", "mailbox", "mailboxSaid", "address", "standardMailbox"],
  trouble: ["troubleSaid", "ownTrouble", "trouble", "failed", "server", "verification", "temporary"],
};

/** What may be wrong with a mailbox, or with whom it belongs to. */
const WRONG: readonly Concept[] = [
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

function isNamed(meaning: Meaning, said: Utterance, codes: Codes): boolean {
  // "Recipient rejected", "rejected by policy": of whom and why is not said.
  const isBare = says(said, "policy") || (says(said, "refused", "notAccepted") && !says(said, ...WRONG));
  if (meaning === "mailbox" && isBare && !isMailboxCode(codes)) return false;
  if (meaning === "mailbox" && (codes.code < 500 || !mayBeMailbox(said, codes))) return false;
  if (meaning === "mailbox" && says(said, "server") && !says(said, ...WRONG)) return false;
  // "Relay server not ready": for now, relaying is denied by words alone.
  if (meaning === "relaying" && codes.code < 500) return false;
  // "Your IP is not authorized. Use the relay of your provider": no relaying is refused there.
  const ofRelay = says(said, "foreign", "notInList", "notOurs") || refusesToRelay(said, codes.code);
  if (meaning === "relaying" && says(said, "client", "sender", "conduct", "listed") && !ofRelay) return false;
  const concepts = meaning === "trouble" && codes.code >= 500 ? TROUBLE_FOR_GOOD : NAMED[meaning];
  return concepts === undefined || says(said, ...concepts);
}

/**
 * Whether a pass of a mailbox may be claimed at all. 421 ends the session and 451 is the server's own error (RFC 5321
 * 4.2.3), X.1.3 is of the form of an address (RFC 3463), and who speaks of a stranger's domain tells of no box in it.
 */
function mayBeMailbox(said: Utterance, codes: Codes): boolean {
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
  if (code === 421 && !says(said, "recipient", "quoted", "mailboxSaid")) return false;
  if (code === 451 && !ofBox && !says(said, "unknown", "full", "rate", "mailboxSaid")) return false;
  if (code === 451 && says(said, "failed") && !says(said, "unknown", "full", "rate", "inactive"))
    return false;
  return !(foreign && says(said, "domain", "domainSaid"));
}

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

/** Words beside "recipient" by which the sense of a code can be told. */
const FEW = 2;

/**
 * Whether words go with a mailbox's code. "Connection error" does not, nor "recipient" with one word that is not
 * understood: servers give X.1.1 for any refusal of a recipient.
 */
function explainsCode(said: Utterance, { enhanced }: Codes): boolean {
  if (says(said, ...WRONG)) return true;
  // "Insufficient storage for user" (RFC 3463 X.2.2: mailbox full).
  if (enhanced === "2.2" && said.tokens.some((token) => /^(?:storage|space|quota|size)$/.test(token)))
    return true;
  const words = said.tokens.filter((token) => /\p{L}/u.test(token) && !token.startsWith("<"));
  return !says(said, "troubleSaid", "ownTrouble") && !(says(said, "recipient") && words.length <= FEW);
}

const TROUBLE_FOR_GOOD: readonly Concept[] = ["failed", "troubleSaid", "ownTrouble"];

/** What is claimed. Chances are in the order of {@link WEIGHED}. */
export function decide(
  rule: RuleReading,
  chances: readonly number[],
  said: Utterance,
  codes: Codes,
): Meaning {
  const meaning = likeliest(rule, chances, said, codes);
  const claim = (codes.foreign ? OF_RELAY : OF_DELIVERY)[meaning];
  return claim === "fail" && mayPass(meaning, said, codes) ? "unclear" : meaning;
}

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

/** The meaning whose claim is worth most. */
function likeliest(
  { meaning: rule, by }: RuleReading,
  chances: readonly number[],
  said: Utterance,
  codes: Codes,
): Meaning {
  const byWords = by === "words";
  const chanceOf = (meaning: Meaning): number =>
    chances[(WEIGHED as readonly Meaning[]).indexOf(meaning)] ?? 0;
  const claims = codes.foreign ? OF_RELAY : OF_DELIVERY;
  const worthOf = (read: Meaning): number =>
    WEIGHED.reduce((sum, meaning, index) => {
      const chance = chances[index] ?? 0;
      if (meaning === read) return sum + chance;
      return isHeavy(claims[read], meaning, claims) ? sum - COST * chance : sum;
    }, 0);
  const open = WEIGHED.filter(
    (meaning) => meaning === rule || (isNamed(meaning, said, codes) && !isOfForm(meaning, codes)),
  );
  const doubted = by === "enhanced-code" && !explainsCode(said, codes);
  if (rule === "mailbox" && (doubted || !mayBeMailbox(said, codes))) return "unclear";
  // Relaying is denied by name: that is the answer, whatever stands beside it; of our own postmaster, unless we are named.
  const denied =
    says(said, "foreign") ||
    (says(said, "refused") && says(said, "relay")) ||
    (says(said, "notInList") && says(said, "domain"));
  const named = says(said, "client", "clientRejected");
  if (byWords && rule === "relaying" && denied && (codes.foreign || !named)) return rule;
  const best = open.reduce((first, each) => (worthOf(each) > worthOf(first) ? each : first));
  // What words say by a rule outweighs the sum of the rest, where it claims no more than that does.
  const isSafe = claims[rule] === "nothing" || claims[rule] === claims[best];
  if (byWords && isSafe && chanceOf(best) < OUTWEIGHED * chanceOf(rule)) return rule;
  // Too little to claim what the words say, and less for anything else: the server's other answer has to tell.
  return byWords && chanceOf(best) < chanceOf(rule) ? "unclear" : best;
}

/** Syntax, and the order of commands (RFC 5321 4.2.3: 500 to 504): what is wrong there is how it was asked. */
function isOfForm(meaning: Meaning, codes: Codes): boolean {
  return meaning === "mailbox" && codes.code >= 500 && codes.code <= 504 && !isMailboxCode(codes);
}

function isHeavy(claim: Claim, meaning: Meaning, claims: Readonly<Record<Meaning, Claim>>): boolean {
  return (claim === "pass" && claims[meaning] !== "pass") || (claim === "fail" && meaning === "client");
}
