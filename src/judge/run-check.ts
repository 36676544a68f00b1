/** Runs one check, of a domain or of an endpoint: from what was observed to a verdict under the policy. */
import type { SafeText } from "../text/quote.ts";
import { words } from "../text/quote.ts";
import type { CheckId } from "./checks/all.ts";
import { settle, type FindingSubject } from "./findings/settle.ts";
import { notAskedFor, type Outcome } from "./outcome.ts";
import type { Policy, Thresholds } from "./policy.ts";
import type { Check } from "./report.ts";
import { verdictOf } from "./verdict.ts";
import type { Waivers } from "./waivers.ts";

/** What a check is run on, and by what rules. */
export interface CheckRun<Subject> {
  readonly subject: Subject;
  /** False where the run was not asked for the check. */
  readonly asked: boolean;
  /** Why it is not made here although it was asked for. */
  readonly left?: SafeText;
  /** Why nothing that was observed may be judged, where that is so. */
  readonly unreliable?: SafeText | undefined;
  /** What is said where nothing was observed for the check. */
  readonly unobserved: Outcome;
  /** Where its findings belong. */
  readonly place: FindingSubject;
  readonly thresholdsFor: (host: string | undefined) => Thresholds;
  readonly policy: Policy;
  readonly waivers: Waivers;
}

/** The check with its verdict, and the outcome behind it, which no policy has touched. */
export function runCheck<Subject>(
  check: { readonly id: CheckId; judge(subject: Subject): Outcome | undefined },
  run: CheckRun<Subject>,
): { readonly check: Check; readonly outcome: Outcome } {
  const outcome = outcomeOf(check, run);
  const { policy, waivers } = run;
  const findings = settle(outcome, run.place, run.thresholdsFor, { policy, waivers, check: check.id });
  const verdict = verdictOf(findings);
  // A policy may lower what is said of it to a notice, or excuse it, but nobody has seen it work. Where it raises that, it counts.
  const skipped =
    outcome.skip === undefined
      ? outcome.unproven === true && verdict === "pass"
      : verdict === "pass" || verdict === "waived";
  const { seconds, summary, facts } = outcome;
  const said = skipped ? "skip" : verdict;
  // A report has a dozen of these for each endpoint: members behind a spread would stand in a list of their own.
  return {
    outcome,
    check:
      facts === undefined
        ? { check: check.id, verdict: said, seconds, summary, findings }
        : { check: check.id, verdict: said, seconds, summary, facts, findings },
  };
}

function outcomeOf<Subject>(
  check: { judge(subject: Subject): Outcome | undefined },
  { asked, left, unreliable, subject, unobserved }: CheckRun<Subject>,
): Outcome {
  if (!asked) return notAskedFor();
  if (left !== undefined) return notAskedFor(left);
  if (unreliable !== undefined) return unreliableOutcome(unreliable);
  return check.judge(subject) ?? unobserved;
}

/** What was seen is not what the server said or did. */
function unreliableOutcome(reason: SafeText): Outcome {
  return { findings: [], summary: words`not seen`, seconds: 0, skip: { because: "inconclusive", reason } };
}
