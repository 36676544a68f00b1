/** The score: from 0 to 100, null where nothing could be judged. */
import { ENDPOINT_CHECKS } from "./checks/all.ts";
import type { EndpointCheck } from "./checks/check.ts";
import type { Check, Finding } from "./report.ts";
import { unexcused, unlowered, verdictOf } from "./verdict.ts";
import type { Skip } from "./outcome.ts";

/** A server that does not speak TLS 1.3 loses so much, beside its verdicts. */
const NO_TLS_1_3 = 2;

/** A domain with a failing check has at most this, one with a warning at most that. */
const CEILING_WITH_FAIL = 59;
const CEILING_WITH_WARNING = 89;

/** A score, and whether something was left out of it. */
export interface Score {
  readonly value: number | null;
  readonly partial: boolean;
}

/** A check with the reason why nothing of it was seen, where that is so; what the policy skips has none. */
export interface ScoredCheck {
  readonly check: Check;
  readonly skip?: Skip | undefined;
}

/**
 * Score of one endpoint. A skipped check counts 0 after a failure; what is switched off, inapplicable or
 * inconclusive is left out of the sum. Nothing that excuses or lowers a finding changes a score.
 */
export function scoreEndpoint(checks: readonly ScoredCheck[]): Score {
  const all = checks.flatMap(({ check }) => check.findings);
  if (all.some(isOpenRelay) || all.some(takesNoMail) || checks.some(isDecisiveFailure))
    return { value: 0, partial: false };
  let reached = 0;
  let possible = 0;
  let partial = false;
  for (const scored of checks) {
    const weight = definitionOf(scored)?.weight ?? 0;
    // What has no share of the score is not missing from it either.
    if (weight === 0) continue;
    const share = shareOf(scored);
    if (share === undefined) {
      partial = true;
      continue;
    }
    possible += weight;
    reached += weight * share;
  }
  if (possible === 0) return { value: null, partial };
  const penalty = all.some((finding) => finding.code === "tls-no-1.3") ? NO_TLS_1_3 : 0;
  return { value: clamp((reached / possible) * 100 - penalty), partial };
}

/** Share of its weight that a check earns; undefined where it is left out. */
function shareOf(scored: ScoredCheck): number | undefined {
  if (scored.skip !== undefined) return scored.skip.because === "failure" ? 0 : undefined;
  switch (unwaived(scored)) {
    case "pass":
      return 1;
    case "warn":
      return 0.5;
    case "fail":
      return 0;
    case "inconclusive":
    case "waived":
    case "skip":
      return undefined;
  }
}

/** The verdict as it would be without waivers, baseline, and severities that the policy lowers. */
function unwaived({ check, skip }: ScoredCheck) {
  if (skip !== undefined) return "skip";
  return verdictOf(check.findings.map(unexcused));
}

function isOpenRelay(finding: Finding): boolean {
  return finding.code.startsWith("relay-open") && unlowered(finding) === "error";
}

/** It refuses the domain, or everybody who is not logged in: no other virtue of it is of use. */
function takesNoMail(finding: Finding): boolean {
  const refused = finding.code === "domain-not-served" || finding.code === "login-required";
  return refused && unlowered(finding) === "error";
}

function definitionOf({ check }: ScoredCheck): EndpointCheck | undefined {
  return ENDPOINT_CHECKS.find(({ id }) => id === check.check);
}

/** Whether a check failed without which nothing earns a score. */
function isDecisiveFailure(scored: ScoredCheck): boolean {
  if (definitionOf(scored)?.decidesScore !== true) return false;
  return scored.skip?.because === "failure" || unwaived(scored) === "fail";
}

/** Mean of scores, nulls left out; null where there is none. */
export function meanScore(scores: readonly Score[]): Score {
  const values = scores.map((score) => score.value).filter((value) => value !== null);
  const partial = scores.some((score) => score.partial || score.value === null);
  if (values.length === 0) return { value: null, partial };
  return { value: values.reduce((sum, value) => sum + value, 0) / values.length, partial };
}

/** Score of a domain: the mean of its servers under the ceilings that its findings set. */
export function scoreDomain(
  servers: readonly Score[],
  findings: readonly Finding[],
  nothingToProbe: boolean,
): Score {
  const mean = meanScore(servers);
  const has = (severity: Finding["severity"]): boolean =>
    findings.some((finding) => unlowered(finding) === severity);
  if (nothingToProbe && has("error")) return { value: 0, partial: mean.partial };
  if (mean.value === null) return mean;
  if (findings.some(isOpenRelay)) return { value: 0, partial: mean.partial };
  const ceiling = has("error") ? CEILING_WITH_FAIL : has("warning") ? CEILING_WITH_WARNING : 100;
  return { value: clamp(Math.min(mean.value, ceiling)), partial: mean.partial };
}

/** Lowest score of all domains. */
export function lowestScore(scores: readonly (number | null)[]): number | null {
  const values = scores.filter((score) => score !== null);
  return values.length === 0 ? null : values.reduce((lowest, value) => Math.min(lowest, value));
}

/** Rounded down, between 0 and 100; a hair under a whole number is rounding error of the division. */
function clamp(value: number): number {
  return Math.max(0, Math.min(100, Math.floor(value + 1e-9)));
}
