/** Judging: facts x policy -> report. No network, no clock of its own, no files. */
import type { Observations, RunFacts } from "../observe/observation.ts";
import { atOnce, type Steps } from "../system/steps.ts";
import { plural } from "../text/plural.ts";
import { quote, words, type SafeText } from "../text/quote.ts";
import { comparingWithBaseline } from "./baseline.ts";
import { Causes, keepCauses } from "./findings/causes.ts";
import { createWaivers } from "./waivers.ts";
import { domainsOf, judgingDomain } from "./judge-domain.ts";
import { dnssecSentence } from "./findings/dnssec-sentence.ts";
import { cutOffFindings } from "./findings/cut-off.ts";
import { createEndpointJudge } from "./judge-endpoint.ts";
import type { Policy } from "./policy.ts";
import {
  closesGate,
  checksWithFindings,
  VERDICTS,
  type Counts,
  type DomainReport,
  type Finding,
  type Report,
} from "./report.ts";
import { coverageFindings } from "./findings/coverage.ts";
import { FindingsOfRun } from "./findings/run.ts";
import { shardFindings, shardWords } from "./findings/shards.ts";
import { targetFindings } from "./findings/target-notes.ts";
import { lowestScore } from "./score.ts";
import { createSights, sharedEndpoints } from "./merged-runs.ts";
import { zoneFindings, zoneWords } from "./findings/zones.ts";
import { Silences } from "./findings/silences.ts";
import { counts, countVerdicts, verdictOf, worstResult } from "./verdict.ts";
import { waiverFindings } from "./findings/waivers.ts";

export interface JudgeOptions {
  readonly policy: Policy;
  /** Moment of judging, milliseconds since the epoch. */
  readonly now: number;
  /** Moment at which the certificates that a run saw are judged; `now`, if left out. */
  readonly momentOf?: (run: RunFacts) => number;
  readonly tool: Report["tool"];
  /**
   * Set where recorded runs are put together: shards have to be complete then, unless a part is enough. Absent for a live
   * run: a shard knows that it is one.
   */
  readonly gathered?: { readonly allowPartial: boolean };
}

/** Judges the observations of a run, or of several that were merged, at once. */
export function judge(observations: Observations, options: JudgeOptions): Report {
  return atOnce(judging(observations, options));
}

/** The same in steps, an endpoint in each: whoever judges many can look up in between. */
export function* judging(
  observations: Observations,
  { policy, now, momentOf = () => now, tool, gathered }: JudgeOptions,
): Steps<Report> {
  const waivers = createWaivers(policy, now);
  const candidates = createSights(observations);
  const { certificates } = observations;
  const judgeEndpoint = createEndpointJudge({
    certificates,
    sights: candidates,
    policy,
    excuser: waivers,
    momentOf,
    isShared: sharedEndpoints(observations),
  });
  const domains: DomainReport[] = [];
  const causes = new Causes();
  const silences = new Silences(policy);
  const ofThisSide = new FindingsOfRun();
  const counted = countVerdicts([]);
  for (const all of domainsOf(observations.domains)) {
    const domain = yield* judgingDomain(all, { sights: candidates, policy, excuser: waivers, judgeEndpoint });
    domains.push(domain);
    countChecks(counted, domain);
    for (const placed of checksWithFindings([domain])) {
      causes.add(placed);
      silences.add(placed);
      ofThisSide.add(placed);
    }
    yield;
  }
  keepCauses(domains, causes);
  const ofZones = zoneFindings(observations, policy, waivers);
  const ofRecordings = cutOffFindings(observations, policy, waivers);
  const ofWaivers = waiverFindings(policy, waivers, observations.checks, now);
  const ofFiles = [...ofRecordings, ...ofZones, ...ofWaivers];
  const ofShards = gathered === undefined ? [] : shardFindings(observations, gathered, policy);
  const ofCoverage = [...coverageFindings(observations, policy), ...targetFindings(observations, policy)];
  const ofPolicy = [
    ...ofShards,
    ...silences.findings([...ofFiles, ...ofCoverage]),
    ...ofFiles,
    ...ofCoverage,
  ];
  const ofRun = ofThisSide.findings();
  const baseline =
    policy.baseline === undefined ? undefined : yield* comparingWithBaseline(policy.baseline, domains);
  const { environment } = observations;
  return {
    schema: "mx-gate/report/v1",
    tool,
    started: observations.started,
    finished: observations.finished,
    judgedAt: new Date(now).toISOString(),
    result: worstResult(domains.map((domain) => domain.result)),
    ...judgeGate(
      counted,
      ofPolicy,
      [...ofPolicy, ...countedOnce(causes, ofRun)],
      policy,
      endedWords(observations),
    ),
    score: lowestScore(domains.map((domain) => domain.score)),
    partial: ofShards.length + ofRecordings.length > 0 || domains.some((domain) => domain.partial),
    counts: counted,
    policy: policy.inForce,
    environment: {
      heloName: quote(environment.heloName, 255),
      resolver: quote(environment.resolver),
      route: quote(environment.route),
      trustStores: environment.trustStores.map(
        ({ store, certificates }) => words`${quote(store)} (${certificates})`,
      ),
      ...dnssecSentence(observations),
      ...zoneWords(observations),
    },
    findings: [...ofRun, ...ofPolicy],
    ...(baseline !== undefined && { baseline }),
    domains,
    observations,
  };
}

/** Adds the checks of a domain and of its endpoints to those that are counted by verdict. */
function countChecks(counted: Counts, { checks, servers }: DomainReport): void {
  for (const { verdict } of checks) counted[verdict]++;
  for (const { endpoints } of servers)
    for (const endpoint of endpoints) for (const { verdict } of endpoint.checks) counted[verdict]++;
}

/** One finding for each cause; where the run tells a code, that counts for all endpoints that have it. */
function countedOnce(causes: Causes, ofRun: readonly Finding[]): Finding[] {
  const told = new Set(ofRun.map(({ code }) => code));
  const others = Array.from(causes.all, ({ finding }) => finding);
  return [...ofRun, ...others.filter(({ code }) => !told.has(code))];
}

/** The decision, and the reason for it in one sentence. @param each one finding for each cause */
function judgeGate(
  counted: Counts,
  ofRun: readonly Finding[],
  each: readonly Finding[],
  { gate }: Policy,
  before: SafeText,
): Pick<Report, "gate" | "gateSummary"> {
  // A finding of the run closes the gate as a check with it alone would.
  const ofChecks = VERDICTS.filter((verdict) => counted[verdict] > 0);
  const verdicts = [...ofChecks, ...ofRun.map((finding) => verdictOf([finding]))];
  const closed = verdicts.some((verdict) => closesGate(verdict, gate));
  const standing = (severity: Finding["severity"]): number =>
    each.filter((finding) => counts(finding) && finding.severity === severity).length;
  const errors = standing("error");
  const warnings = standing("warning");
  const { inconclusive } = counted;
  const parts: string[] = [];
  if (errors > 0) parts.push(`${plural(errors, "error")}${behindWords(errors, counted.fail)}`);
  if (warnings > 0 && (gate.failOn === "warning" || !closed)) {
    parts.push(plural(warnings, "warning"));
  }
  if (inconclusive > 0) parts.push(plural(inconclusive, "inconclusive check"));
  const rules =
    gate.failOn === "never"
      ? " (fail-on: never)"
      : inconclusive > 0
        ? ` (on-inconclusive: ${gate.onInconclusive})`
        : "";
  const text: SafeText = quote(`${parts.join(", ")}${rules}`);
  if (closed) return { gate: "closed", gateSummary: words`${before}Gate closed: ${text}.` };
  const open = parts.length === 0 ? words`Gate open.` : words`Gate open: ${text}.`;
  return { gate: "open", gateSummary: words`${before}${open}` };
}

/** What a number of errors has to do with another number of failed checks, beside which it stands. */
function behindWords(errors: number, failed: number): string {
  if (failed === 0 || failed === errors) return "";
  return ` ${failed > errors ? "behind" : "in"} ${plural(failed, "failed check")}`;
}

/** Said before the gate, so that nobody takes a part for the whole. */
const ENDED: Readonly<Record<NonNullable<Observations["ended"]>, SafeText>> = {
  interrupted: words`The run was interrupted: this is what was finished. `,
  deadline: words`The run ran out of time: this is what was finished. `,
  "cut-off": words`The recording of the run is cut off: this is what was finished. `,
};

/** Which part of a run it is, how it ended, or how many of several did not get to their end; empty where all is there. */
function endedWords(observations: Observations): SafeText {
  const { ended, runs = [] } = observations;
  const part = runs.length === 0 ? shardWords(observations) : words``;
  if (ended === undefined) return part;
  const parts = runs.filter((run) => run.ended !== undefined).length;
  if (runs.length === 0) return words`${part}${ENDED[ended]}`;
  return words`${parts} of ${runs.length} runs ended early: this is what they finished. `;
}
