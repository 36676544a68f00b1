/** Recorded runs and policies of any kind, for laws that hold for all of them. */
import fc from "fast-check";
import { CHECK_IDS } from "../../src/judge/checks/all.ts";
import { observationsOf, policyOf, STATES } from "./reports.ts";

/** Runs with up to three endpoints of two domains. */
export const runs = fc.record({
  minute: fc.integer({ min: 0, max: 5 }),
  ended: fc.constantFrom(undefined, "deadline" as const),
  checks: fc.constantFrom(CHECK_IDS, ["mx"], ["mx", "connect"], ["connect", "banner", "ehlo", "starttls"]),
  blocked: fc.boolean(),
  endpoints: fc.uniqueArray(
    fc.record({
      domain: fc.constantFrom("a.test", "b.test"),
      host: fc.constantFrom("mx1.test", "mx2.test"),
      state: fc.constantFrom(...STATES),
    }),
    // One host has one state in one run, whatever domains it serves.
    { minLength: 1, maxLength: 3, selector: ({ host }) => host },
  ),
});
/** What such a run saw. */
export const recordedRuns = runs.map(({ ended, ...run }) =>
  observationsOf({ ...run, ...(ended !== undefined && { ended }) }),
);
export const severalRuns = fc.array(recordedRuns, { minLength: 1, maxLength: 3 });
export const policies = fc
  .record({
    failOn: fc.constantFrom("error", "warning", "never"),
    onInconclusive: fc.constantFrom("fail", "ignore"),
    severity: fc.constantFrom("", "relay-open: off", "connect-refused: warning, tls-legacy-accepted: error"),
  })
  .map(({ failOn, onInconclusive, severity }) =>
    policyOf({ "fail-on": failOn, "on-inconclusive": onInconclusive, severity }),
  );
