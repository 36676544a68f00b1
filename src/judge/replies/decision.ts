/** What is claimed of a refusal, from the chances of its meanings: the more a mistake would cost, the surer. */
import { WEIGHED } from "./evidence.ts";
import type { Meaning } from "./meaning.ts";
import { says, type Codes, type Utterance } from "./utterance.ts";
import type { Concept } from "./vocabulary/index.ts";

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
 * What a refusal has to name before it is weighed as this: weak evidence adds up to no mailbox where nothing is said
 * of anybody, and to no relaying where no domain is named.
 */
const NAMED: Readonly<Partial<Record<Meaning, readonly Concept[]>>> = {
  relaying: ["relay", "openRelay", "foreign", "notInList", "notOurs", "domain"],
  login: ["auth", "authMissing"],
  tls: ["tls", "tlsMissing"],
  domain: ["domain", "domainSaid", "domainRecords", "unroutableAddress"],
  mailbox: ["recipient", "mailbox", "mailboxSaid", "address", "standardMailbox"],
  trouble: ["troubleSaid", "ownTrouble", "trouble", "failed", "server", "verification", "temporary"],
};

function isNamed(meaning: Meaning, said: Utterance, codes: Codes): boolean {
  const concepts = meaning === "trouble" && codes.code >= 500 ? TROUBLE_FOR_GOOD : NAMED[meaning];
  return concepts === undefined || says(said, ...concepts);
}

const TROUBLE_FOR_GOOD: readonly Concept[] = ["failed", "troubleSaid", "ownTrouble"];

/** The meaning whose claim is worth most. Chances are in the order of {@link WEIGHED}. */
export function decide(rule: Meaning, chances: readonly number[], said: Utterance, codes: Codes): Meaning {
  const claims = codes.foreign ? OF_RELAY : OF_DELIVERY;
  const worthOf = (read: Meaning): number =>
    WEIGHED.reduce((sum, meaning, index) => {
      const chance = chances[index] ?? 0;
      if (meaning === read) return sum + chance;
      return isHeavy(claims[read], meaning, claims) ? sum - COST * chance : sum;
    }, 0);
  const open = WEIGHED.filter(
    (meaning) => meaning === rule || isNamed(meaning, said, codes),
  );
  return open.reduce((best, each) => (worthOf(each) > worthOf(best) ? each : best));
}

function isHeavy(claim: Claim, meaning: Meaning, claims: Readonly<Record<Meaning, Claim>>): boolean {
  return (claim === "pass" && claims[meaning] !== "pass") || (claim === "fail" && meaning === "client");
}
