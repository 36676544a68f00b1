/** What is claimed of a refusal, from the chances of its meanings: the more a mistake would cost, the surer. */
import { WEIGHED, type RuleReading } from "./evidence.ts";
import { mayFail } from "./failure-guards.ts";
import { mayBeLogin, mayBeMailbox, mayBeRelaying, WRONG } from "./guards.ts";
import type { Meaning } from "./meaning.ts";
import { isMailboxCode, says, states, type Codes, type Utterance } from "./utterance.ts";
import type { Concept } from "./vocabulary/index.ts";
import { isBareRecipient } from "./words/recipient-words.ts";
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

/**
 * How likely it may be that a claim is a heavy error. Of some 500 claims of replies that the rules of that time had not seen,
 * and that were right, 1 lay above it; of the 15 heavy errors among them 2.
 */
const DOUBT = 0.25;

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

/** Words beside "recipient" by which the sense of a code can be told. */
const FEW = 2;

/**
 * Whether words go with a mailbox's code. "Connection error" does not, nor what a server is said to do, nor "recipient" with
 * one word that is not understood: servers give X.1.1 for any refusal of a recipient.
 */
function explainsCode(said: Utterance, { enhanced }: Codes): boolean {
  if (says(said, ...WRONG)) return true;
  // "Insufficient storage for user" (RFC 3463 X.2.2: mailbox full).
  if (enhanced === "2.2" && said.tokens.some((token) => /^(?:storage|space|quota|size)$/.test(token)))
    return true;
  const words = said.tokens.filter((token) => /\p{L}/u.test(token) && !token.startsWith("<"));
  return (
    !says(said, "troubleSaid", "ownTrouble", "server") && !(says(said, "recipient") && words.length <= FEW)
  );
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
  if (meaning === "login" && !mayBeLogin(said, codes)) return "client";
  const claims = codes.foreign ? OF_RELAY : OF_DELIVERY;
  const claim = claims[meaning];
  if (claim === "nothing") return meaning;
  const heavy = WEIGHED.reduce(
    (sum, other, index) => (isHeavy(claim, other, claims) ? sum + (chances[index] ?? 0) : sum),
    0,
  );
  if (heavy > DOUBT && !(meaning === "relaying" && isPlain(rule, said, codes))) return "unclear";
  if (meaning === "relaying" && !mayBeRelaying(said, codes)) return "unclear";
  return claim === "fail" && !mayFail(meaning, said, codes) ? "unclear" : meaning;
}

/** A stranger's recipient is denied in words for it. That a domain is unknown, or invalid, may be of the DNS. */
const isPlain = ({ meaning, by }: RuleReading, said: Utterance, { foreign }: Codes): boolean =>
  foreign && by === "words" && meaning === "relaying" && !states(said, ["domain"], ["unknown"]);

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
    (says(said, "notInList") && says(said, "domain")) ||
    (codes.foreign && isBareRecipient(said));
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
