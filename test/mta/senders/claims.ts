/**
 * What the program is to claim of each endpoint of the lab, by the truth about its verdicts, against whether mail arrives
 * there: two tables that were written apart, and that the lab and real senders hold.
 */
import { PASS, type Deviations, type EndpointCheck, type Row } from "../expectation.ts";
import { arrivalAt, type Arrival } from "./arrivals.ts";

/** `arrives` and `refused` are claims; `nothing` is said where it could not be seen from here, or was not asked. */
export type Claim = "arrives" | "refused" | "nothing";

/** Where these fail, no sender gets as far as the recipient. */
const STEPS: readonly EndpointCheck[] = ["connect", "banner", "ehlo"];

function claimOf(deviations: Deviations): Claim {
  const delivery = deviations.delivery ?? PASS;
  if (delivery.verdict === "fail") return "refused";
  // Of bounces alone: a message with a sender arrives.
  if (delivery.verdict === "warn" && delivery.codes.join() === "null-sender-refused") return "arrives";
  if (delivery.verdict === "pass") return delivery.codes.length === 0 ? "arrives" : "nothing";
  const ended = STEPS.some((check) => deviations[check]?.verdict === "fail");
  return delivery.verdict === "skip" && ended ? "refused" : "nothing";
}

/** Why the program says less, or something else, than senders meet; by target. */
export const REASONS: Readonly<Record<string, string>> = {
  private: "its addresses are not public, and this run may not go there",
  "helo-refused": "refuses the name in our EHLO; the senders have another one",
  "helo-refused-late": "refuses the name in our EHLO; the senders have another one",
  "ehlo-421": "says 421 to our name in EHLO; the senders have another one",
  masked: "a box on the way rewrites what the server says, so nothing is known of the server",
  hidden: "a box on the way rewrites what the server says, so nothing is known of the server",
  "refused-at-data": "refuses at DATA, where our question never goes",
};

export interface Difference {
  readonly name: string;
  readonly endpoint: string;
  readonly claim: Claim;
  readonly arrival: Arrival;
}

/** Endpoints where the claim is not what senders meet. That greylisting is not claimed to be arrival is no difference. */
export function differencesOf(rows: readonly Row[]): Difference[] {
  return rows.flatMap((row) =>
    Object.entries(row.endpoints).flatMap(([endpoint, deviations]) => {
      const claim = claimOf(deviations);
      const arrival = arrivalAt(row, Object.keys(row.endpoints).length === 1 ? undefined : endpoint);
      return same(claim, arrival) ? [] : [{ name: row.name, endpoint, claim, arrival }];
    }),
  );
}

function same(claim: Claim, arrival: Arrival): boolean {
  switch (arrival) {
    case "yes":
      return claim === "arrives";
    case "no":
    case "deferred":
    case "greylisted":
      return claim !== "arrives";
    case "varies":
      return true;
  }
}
