/** Judging: facts x policy -> report. No network, no clock of its own, no files. */
import {
  type DomainObservation,
  type EndpointObservation,
  type Observations,
} from "../observe/observation.ts";
import { quote, quoteName, words, type SafeText } from "../text/quote.ts";
import { DOMAIN_CHECKS } from "./checks.ts";
import { isNullMx } from "./checks/mx.ts";
import { compareWithBaseline } from "./baseline.ts";
import { createExcuser, type Excuser } from "./excuses.ts";
import { settle } from "./findings.ts";
import { findingsOfRun } from "./run-findings.ts";
import { createEndpointJudge, type EndpointCase, type JudgedEndpoint } from "./judge-endpoint.ts";
import type { DomainSubject, Outcome } from "./outcome.ts";
import type { Policy } from "./policy.ts";
import { reachSentence, sumReach, type ReachContext } from "./reach.ts";
import {
  closesGate,
  placedChecks,
  type Check,
  type DomainReport,
  type Finding,
  type Report,
  type ServerReport,
} from "./report.ts";
import { lowestScore, meanScore, scoreDomain, type Score } from "./score.ts";
import { counts, countVerdicts, verdictOf, worstResult } from "./verdict.ts";
import { silenceFindings } from "./silences.ts";
import { waiverFindings } from "./waiver-findings.ts";

export interface JudgeOptions {
  readonly policy: Policy;
  /** Moment at which certificates are judged, milliseconds since the epoch. */
  readonly now: number;
  readonly tool: Report["tool"];
}

/** Judges the observations of a run. */
export function judge(observations: Observations, { policy, now, tool }: JudgeOptions): Report {
  const excuser = createExcuser(policy, now);
  const judgeEndpoint = createEndpointJudge(observations, policy, excuser, now);
  const domains = observations.domains.map((domain) =>
    judgeDomain(domain, observations, policy, excuser, judgeEndpoint),
  );
  const ofWaivers = waiverFindings(policy, excuser, observations.checks, now);
  const ofPolicy = [...silenceFindings(policy, domains, ofWaivers), ...ofWaivers];
  const checks = [...placedChecks(domains)].map((placed) => placed.check);
  const { environment } = observations;
  return {
    schema: "mx-gate/report/v1",
    tool,
    started: observations.started,
    finished: observations.finished,
    judgedAt: new Date(now).toISOString(),
    result: worstResult(domains.map((domain) => domain.result)),
    ...judgeGate(checks, ofPolicy, policy, observations.ended),
    score: lowestScore(domains.map((domain) => domain.score)),
    partial: domains.some((domain) => domain.partial),
    counts: countVerdicts(checks),
    policy: policy.inForce,
    environment: {
      heloName: quote(environment.heloName, 255),
      resolver: quote(environment.resolver),
      route: quote(environment.route),
      trustStores: environment.trustStores.map(
        ({ store, certificates }) => words`${quote(store)} (${certificates})`,
      ),
    },
    findings: [...findingsOfRun(domains), ...ofPolicy],
    ...(policy.baseline !== undefined && { baseline: compareWithBaseline(policy.baseline, { domains }) }),
    domains,
    observations,
  };
}

type JudgeOne = (given: EndpointCase) => JudgedEndpoint;

function judgeDomain(
  domain: DomainObservation,
  observations: Observations,
  policy: Policy,
  excuser: Excuser,
  judgeOne: JudgeOne,
): DomainReport {
  const checks = judgeDomainChecks(domain, observations, policy, excuser);
  const endpoints = domain.endpoints.flatMap((key) => observations.endpoints[key] ?? []);
  const judged = hostsOf(domain, endpoints).map(({ host, preference }) => {
    const siblings = endpoints.filter((endpoint) => endpoint.host === host);
    const each = siblings.map((endpoint) =>
      judgeOne({ domain: domain.name, kind: domain.kind, source: domain.source, endpoint, siblings }),
    );
    return { each, score: meanScore(each.map(({ score }) => score)), host, preference };
  });
  const servers = judged.map(({ each, score, host, preference }): ServerReport => {
    const reports = each.map(({ report }) => report);
    const own = checks
      .flatMap((check) => check.findings)
      .filter((finding) => finding.host === quote(host, 255));
    const result =
      reports.length > 0
        ? worstResult(reports.map((report) => report.result))
        : worstResult([verdictOfHost(own)]);
    return { host: quote(host, 255), preference, result, score: roundDown(score), endpoints: reports };
  });
  const all = judged.flatMap(({ each }) => each);
  const allChecks = [...checks, ...all.flatMap(({ report }) => report.checks)];
  const result = worstResult([...allChecks.map((check) => check.verdict)]);
  const findings = allChecks.flatMap((check) => check.findings);
  const score = scoreDomain(
    judged.filter(({ each }) => each.length > 0).map((server) => server.score),
    findings,
    all.length === 0,
  );
  const reach = sumReach(all.map((each) => each.reach));
  return {
    name: quoteName(domain.name),
    kind: domain.kind,
    ...(domain.source !== undefined && { source: domain.source }),
    result,
    score: score.value,
    partial: score.partial || allChecks.some((check) => check.verdict === "inconclusive"),
    reach,
    reachSummary: reachSentence({
      reach,
      results: all.map(({ report }) => report.result),
      depth: depthOf(observations, endpoints),
      certificates: observations.checks.includes("certificate"),
      nullMx: domain.mx !== undefined && isNullMx(domain.mx),
      places: placesOf(domain),
    }),
    checks,
    servers,
  };
}

/** A host without endpoints takes the verdict of the findings about it. */
function verdictOfHost(findings: readonly Finding[]) {
  return findings.length === 0 ? "skip" : verdictOf(findings);
}

function roundDown(score: Score): number | null {
  return score.value === null ? null : Math.floor(score.value + 1e-9);
}

function depthOf(
  observations: Observations,
  endpoints: readonly EndpointObservation[],
): ReachContext["depth"] {
  if (observations.checks.every((check) => check === "mx")) return "none";
  return endpoints[0]?.asked.depth ?? "starttls";
}

/** What DNS said of the places that the mail of a domain, or of a server, goes to. */
function placesOf({ mx, server, detours }: DomainObservation): ReachContext["places"] {
  const hosts = [
    ...(mx?.hosts ?? []),
    ...(server === undefined ? [] : [server.lookup]),
    ...(detours ?? []).map(({ to }) => to),
  ];
  if (hosts.some(({ addresses }) => addresses.length > 0)) return "known";
  const answers = [mx?.question, ...hosts.flatMap(({ a, aaaa }) => [a, aaaa])];
  const failed = answers.some(
    (answer) => answer !== undefined && !["answer", "nodata", "nxdomain"].includes(answer.outcome),
  );
  return failed ? "unresolved" : "none";
}

/** Hosts in the order of preference, each once; a null MX names none. */
function hostsOf(domain: DomainObservation, endpoints: readonly EndpointObservation[]) {
  const hosts = new Map<string, number | null>();
  for (const { host, preference, form } of domain.mx?.hosts ?? []) {
    if (form !== "root" && !hosts.has(host)) hosts.set(host, preference);
  }
  if (domain.server !== undefined) hosts.set(domain.server.lookup.host, null);
  for (const { host } of endpoints) {
    if (!hosts.has(host)) hosts.set(host, null);
  }
  return [...hosts].map(([host, preference]) => ({ host, preference }));
}

function judgeDomainChecks(
  domain: DomainObservation,
  observations: Observations,
  policy: Policy,
  excuser: Excuser,
): Check[] {
  const thresholdsFor = (host: string | undefined) => policy.thresholdsFor(domain.name, host);
  const subject: DomainSubject = {
    domain,
    probing: observations.checks.some((id) => id !== "mx"),
    environment: observations.environment,
    probed: observations.checks.some((id) => id !== "mx"),
    thresholds: thresholdsFor(undefined),
    thresholdsFor,
  };
  return DOMAIN_CHECKS.map((check): Check => {
    const reason = words`not asked for`;
    const notAsked: Outcome = {
      findings: [],
      summary: reason,
      seconds: 0,
      skip: { because: "not-asked", reason },
    };
    // Where there is nothing to probe, DNS has to say why, asked for or not; so it has for a server that was named.
    const needed =
      observations.checks.includes(check.id) || domain.endpoints.length === 0 || domain.server !== undefined;
    const outcome = needed ? (check.judge(subject) ?? notAsked) : notAsked;
    const place = { domain: domain.name, source: domain.source };
    const findings = settle(outcome, place, thresholdsFor, { policy, excuser, check: check.id });
    return {
      check: check.id,
      verdict: outcome.skip === undefined ? verdictOf(findings) : "skip",
      seconds: outcome.seconds,
      summary: outcome.summary,
      ...(outcome.facts !== undefined && { facts: outcome.facts }),
      findings,
    };
  });
}

/** The decision, and the reason for it in one sentence. */
function judgeGate(
  checks: readonly Check[],
  ofRun: readonly Finding[],
  { gate }: Policy,
  ended: Observations["ended"],
): Pick<Report, "gate" | "gateSummary"> {
  // A finding of the run closes the gate as a check with it alone would.
  const verdicts = [...checks.map((check) => check.verdict), ...ofRun.map((finding) => verdictOf([finding]))];
  const closing = verdicts.filter((verdict) => closesGate(verdict, gate));
  const standing = (severity: Finding["severity"]): number =>
    [...ofRun, ...checks.flatMap((check) => check.findings)].filter(
      (finding) => counts(finding) && finding.severity === severity,
    ).length;
  const errors = standing("error");
  const warnings = standing("warning");
  const inconclusive = checks.filter((check) => check.verdict === "inconclusive").length;
  const parts: string[] = [];
  if (errors > 0) parts.push(`${String(errors)} finding${errors === 1 ? "" : "s"} of severity error`);
  if (warnings > 0 && (gate.failOn === "warning" || closing.length === 0)) {
    const noun = errors > 0 ? "" : ` finding${warnings === 1 ? "" : "s"}`;
    parts.push(`${String(warnings)}${noun} of severity warning`);
  }
  if (inconclusive > 0)
    parts.push(`${String(inconclusive)} inconclusive check${inconclusive === 1 ? "" : "s"}`);
  const rules =
    gate.failOn === "never"
      ? " (fail-on: never)"
      : inconclusive > 0
        ? ` (on-inconclusive: ${gate.onInconclusive})`
        : "";
  const text: SafeText = quote(`${parts.join(", ")}${rules}`);
  const before = ended === undefined ? words`` : ENDED[ended];
  if (closing.length > 0) return { gate: "closed", gateSummary: words`${before}Gate closed: ${text}.` };
  const open = parts.length === 0 ? words`Gate open.` : words`Gate open: ${text}.`;
  return { gate: "open", gateSummary: words`${before}${open}` };
}

/** Said before the gate, so that nobody takes a part for the whole. */
const ENDED: Readonly<Record<NonNullable<Observations["ended"]>, SafeText>> = {
  interrupted: words`The run was interrupted: this is what was finished. `,
  deadline: words`The run met its deadline: this is what was finished. `,
};
