/** What is claimed of a refusal, from the chances of its meanings: the more a mistake would cost, the surer. */
import { WEIGHED } from "./evidence.ts";
import type { Meaning } from "./meaning.ts";

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

/** The meaning whose claim is worth most. Chances are in the order of {@link WEIGHED}. */
export function decide(chances: readonly number[], foreign: boolean): Meaning {
  const claims = foreign ? OF_RELAY : OF_DELIVERY;
  const worthOf = (read: Meaning): number =>
    WEIGHED.reduce((sum, meaning, index) => {
      const chance = chances[index] ?? 0;
      if (meaning === read) return sum + chance;
      return isHeavy(claims[read], meaning, claims) ? sum - COST * chance : sum;
    }, 0);
  return WEIGHED.reduce((best, each) => (worthOf(each) > worthOf(best) ? each : best));
}

function isHeavy(claim: Claim, meaning: Meaning, claims: Readonly<Record<Meaning, Claim>>): boolean {
  return (claim === "pass" && claims[meaning] !== "pass") || (claim === "fail" && meaning === "client");
}
