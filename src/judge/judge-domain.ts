/** Judges one domain: its own checks, and its endpoints host by host. */
import {
  endpointKey,
  hasEndpoints,
  serviceKey,
  type DomainObservation,
  type EndpointObservation,
} from "../observe/observation.ts";
import type { Steps } from "../system/steps.ts";
import { quote, quoteName, words } from "../text/quote.ts";
import { policyCovers, type StsPolicy } from "../sts/sts-policy.ts";
import { DOMAIN_CHECKS, probesEndpoints } from "./checks/all.ts";
import { nothingExists } from "./checks/dns-answer.ts";
import { isNullMx } from "./checks/mx.ts";
import type { DomainCheck } from "./checks/check.ts";
import type { Waivers } from "./waivers.ts";
import type { EndpointCase, JudgedEndpoint } from "./judge-endpoint.ts";
import { notAskedFor, type DomainSubject, type NextHop, type Outcome } from "./outcome.ts";
import type { Policy } from "./policy.ts";
import { reachSentence, sumReach, type ReachContext, type SatisfyingCount } from "./reach.ts";
import type { Check, DomainReport, Finding, ServerReport } from "./report.ts";
import { runCheck } from "./run-check.ts";
import { meanScore, scoreDomain, type Score } from "./score.ts";
import { sightThatCounts, type Sights } from "./merged-runs.ts";
import { enforcedByMtaSts, followedPolicy } from "./checks/mta-sts/state.ts";
import { counts, verdictOf, worstResult } from "./verdict.ts";

/** What domains are judged by. */
export interface DomainJudgeContext {
  readonly sights: Sights;
  readonly policy: Policy;
  readonly excuser: Waivers;
  readonly judgeEndpoint: (given: EndpointCase) => JudgedEndpoint;
}

/** Every sight of a domain, in the order of the runs. */
export type DomainSights = readonly [DomainObservation, ...DomainObservation[]];

/** Domains in the order in which they were first seen, each with all its sights. */
export function domainsOf(domains: readonly DomainObservation[]): DomainSights[] {
  const found = new Map<string, [DomainObservation, ...DomainObservation[]]>();
  for (const domain of domains) {
    const key = `${domain.kind} ${domain.name}`;
    const candidates = found.get(key);
    if (candidates === undefined) found.set(key, [domain]);
    else candidates.push(domain);
  }
  return [...found.values()];
}

/** What is judged of one host of a domain. */
interface JudgedHost {
  readonly host: string;
  readonly preference: number | null;
  readonly each: readonly JudgedEndpoint[];
  readonly score: Score;
}

/**
 * Judges a domain by the sight of it that counts, and the endpoints that any of its sights lists; an endpoint in each
 * step.
 */
export function* judgingDomain(all: DomainSights, context: DomainJudgeContext): Steps<DomainReport> {
  const { sights: candidates, policy } = context;
  const judgeSight = (domain: DomainObservation) => ({
    domain,
    checks: judgeDomainChecks(domain, context, FIRST_CHECKS, []),
    seen: Number(isAnswered(domain)),
  });
  const [first, ...others] = ownersOf(all);
  const { domain, checks } = sightThatCounts([judgeSight(first), ...others.map(judgeSight)], policy.gate);
  const endpoints = keysOf([domain, ...all], candidates).flatMap((key) => sightsFor(all, candidates.of(key)));
  const unseen = unseenHosts(all, endpoints);
  const faulted = hostsFaulted(checks);
  const nextHop = nextHopOf(domain);
  const followedHere = followedPolicy(domain);
  const judged: JudgedHost[] = [];
  for (const { host, preference } of hostsOf([domain, ...all], endpoints)) {
    const ofHost = endpoints.filter((endpoint) => endpoint.host === host);
    const judgeSightOf = (endpoint: EndpointObservation): JudgedEndpoint =>
      context.judgeEndpoint({
        domain: domain.name,
        kind: domain.kind,
        source: domain.source,
        lines: domain.lines?.filter(({ host: named }) => named === host),
        endpoint,
        siblings: ofHost.filter(({ run }) => run === endpoint.run),
        addressFaulted: faulted.has(quote(host, 255)),
        nextHop,
        implicitMx: domain.mx?.implicit === true,
        enforcedByMtaSts: enforcedByMtaSts(followedHere, host),
      });
    const each: JudgedEndpoint[] = [];
    for (const [one, ...more] of Map.groupBy(ofHost, endpointKey).values()) {
      if (one !== undefined) each.push(choose([judgeSightOf(one), ...more.map(judgeSightOf)], policy));
      yield;
    }
    judged.push({ each, score: meanScore(each.map(({ score }) => score)), host, preference });
  }
  const servers = judged.map(({ each, score, host, preference }): ServerReport => {
    const reports = each.map(({ report }) => report);
    const own = checks
      .flatMap((check) => check.findings)
      .filter((finding) => finding.host === quote(host, 255));
    const result =
      reports.length > 0
        ? worstResult(reports.map((report) => report.result))
        : worstResult([verdictOfHost(own)]);
    return {
      host: quote(host, 255),
      preference,
      result,
      score: roundDown(score),
      endpoints: reports,
      ...(unseen.has(host) && reports.length === 0 && { elsewhere: true }),
    };
  });
  const everywhere = judged.flatMap(({ each }) => each);
  const reached = everywhere.filter(({ observation }) => observation.notProbed !== "another-address");
  const policies = judgePolicies(all, everywhere, context);
  const allChecks = [...checks, ...policies.checks, ...everywhere.flatMap(({ report }) => report.checks)];
  const result = worstResult([...allChecks.map((check) => check.verdict)]);
  const findings = allChecks.flatMap((check) => check.findings);
  const score = scoreDomain(
    judged.filter(({ each }) => each.length > 0).map((server) => server.score),
    findings,
    everywhere.length === 0,
  );
  const probes = all.some((each) => probesEndpoints(candidates.runOf(each).facts.checks));
  const followed = followedPolicy(policies.domain);
  const mtaSts = countSatisfying(followed, everywhere);
  const reach = {
    ...sumReach(reached.map((each) => each.reach)),
    ...(mtaSts !== undefined && { mtaSts: mtaSts.satisfying }),
  };
  return {
    name: quoteName(domain.name),
    rawName: domain.name,
    kind: domain.kind,
    ...(domain.source !== undefined && { source: domain.source }),
    result,
    score: score.value,
    partial: score.partial || unseen.size > 0 || allChecks.some((check) => check.verdict === "inconclusive"),
    reach,
    reachSummary: reachSentence({
      endpoints: reached.map((each) => each.reach),
      depth: probes ? (endpoints[0]?.asked.depth ?? "starttls") : "none",
      nullMx: domain.mx !== undefined && isNullMx(domain.mx),
      addresses: placesOf(domain),
      policyRead: followed !== undefined,
      mtaSts,
      hostsElsewhere: unseen.size,
    }),
    checks: [...checks, ...policies.checks],
    servers,
  };
}

/** Of a domain that shards have a part in, the sights of those that judge it; all, where there are none. */
function ownersOf(all: DomainSights): DomainSights {
  const [first, ...others] = all.filter(({ owner }) => owner === undefined);
  return first === undefined ? all : [first, ...others];
}

/**
 * Endpoints that any sight of a domain lists; of hosts that another shard was to probe, those that it found, if it found
 * the domain elsewhere.
 */
function keysOf(all: readonly DomainObservation[], sights: Sights): string[] {
  const listed = new Set(all.flatMap(({ endpoints }) => endpoints));
  const elsewhere = all.flatMap((each) => each.elsewhere ?? []);
  if (elsewhere.length === 0) return [...listed];
  const services = new Set([...listed].flatMap((key) => sights.of(key)).map(serviceKey));
  return [
    ...listed,
    ...elsewhere.flatMap((service) =>
      services.has(serviceKey(service)) ? [] : sights.keysOf(service).filter((key) => !listed.has(key)),
    ),
  ];
}

/** Those of runs that met the endpoint for the domain, too: others did not ask about it. All, where there are none. */
function sightsFor(all: DomainSights, seen: readonly EndpointObservation[]): readonly EndpointObservation[] {
  const runs = new Set(all.map(({ run }) => run));
  const here = seen.filter(({ run }) => runs.has(run));
  return here.length === 0 ? seen : here;
}

/** Hosts that shards left to another one, and that nobody whose observations are here has seen. */
function unseenHosts(
  all: readonly DomainObservation[],
  endpoints: readonly EndpointObservation[],
): ReadonlySet<string> {
  const left = all.flatMap(({ elsewhere = [] }) => elsewhere);
  if (left.length === 0) return new Set();
  const seen = new Set(endpoints.map(serviceKey));
  return new Set(left.flatMap((service) => (seen.has(serviceKey(service)) ? [] : [service.host])));
}

/** The mail domain with what its MX records were found by, or the server as it was named (RFC 7672 3.2.2). */
function nextHopOf({ name, mx }: DomainObservation): NextHop {
  if (mx === undefined) return { names: [name] };
  const { question } = mx;
  // An alias that nobody vouches for is no name to hold a certificate to.
  const expanded = question.dnssec === "secure" ? question.aliases.slice(-1) : [];
  return { names: [...new Set([name, ...expanded])], mx: question };
}

function choose(judged: readonly [JudgedEndpoint, ...JudgedEndpoint[]], { gate }: Policy): JudgedEndpoint {
  if (judged.length === 1) return judged[0];
  const [first, ...others] = judged.map((each) => ({ ...each, checks: each.report.checks, each }));
  return first === undefined ? judged[0] : sightThatCounts([first, ...others], gate).each;
}

/** Whether DNS gave an answer about it. */
function isAnswered({ mx, server }: DomainObservation): boolean {
  const outcome = mx?.question.outcome;
  if (server !== undefined) return server.lookup.addresses.length > 0;
  return outcome === "answer" || outcome === "nodata" || outcome === "nxdomain";
}

/** Hosts of which an error that counts says that an address is not public. */
function hostsFaulted(checks: readonly Check[]): ReadonlySet<string | undefined> {
  const findings = checks.flatMap((check) => check.findings);
  const faults = findings.filter(
    (finding) => finding.code === "mx-private-address" && counts(finding) && finding.severity === "error",
  );
  return new Set(faults.map(({ host }) => host));
}

/** A host without endpoints takes the verdict of the findings about it. */
function verdictOfHost(findings: readonly Finding[]) {
  return findings.length === 0 ? "skip" : verdictOf(findings);
}

function roundDown(score: Score): number | null {
  return score.value === null ? null : Math.floor(score.value + 1e-9);
}

/** What DNS said of the places that the mail of a domain, or of a server, goes to. */
function placesOf({ mx, server, detours }: DomainObservation): ReachContext["addresses"] {
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
  // Of a resolver that knows no top-level domain nobody knows what it leaves out.
  const broken = mx !== undefined && nothingExists(mx.question, mx);
  return failed || broken ? "unresolved" : "none";
}

/** Hosts in the order of preference, each once; a null MX names none. */
function hostsOf(
  [counted, ...others]: readonly [DomainObservation, ...DomainObservation[]],
  endpoints: readonly EndpointObservation[],
) {
  const hosts = new Map<string, number | null>();
  const probed = new Set(endpoints.map(({ host }) => host));
  for (const domain of [counted, ...others]) {
    for (const { host, preference, form } of domain.mx?.hosts ?? []) {
      // Of hosts that only another sight lists, those count of which there is an endpoint.
      if (domain !== counted && !probed.has(host)) continue;
      if (form !== "root" && !hosts.has(host)) hosts.set(host, preference);
    }
    if (domain.server !== undefined) hosts.set(domain.server.lookup.host, null);
  }
  for (const { host } of endpoints) {
    if (!hosts.has(host)) hosts.set(host, null);
  }
  return [...hosts].map(([host, preference]) => ({ host, preference }));
}

/** Checks of the domain that are judged before its endpoints, which depend on them, and those that depend on endpoints. */
const FIRST_CHECKS: readonly AnyDomainCheck[] = DOMAIN_CHECKS.filter((check) => !isAfterEndpoints(check));
const LATER_CHECKS: readonly AnyDomainCheck[] = DOMAIN_CHECKS.filter(isAfterEndpoints);

type AnyDomainCheck = (typeof DOMAIN_CHECKS)[number];

function isAfterEndpoints(check: DomainCheck): boolean {
  return check.afterEndpoints === true;
}

/** What a domain publishes, by the sight of it that counts: another one than that of its MX records, perhaps. */
function judgePolicies(
  all: DomainSights,
  endpoints: readonly JudgedEndpoint[],
  context: DomainJudgeContext,
): { readonly domain: DomainObservation; readonly checks: readonly Check[] } {
  const judgeSight = (domain: DomainObservation) => ({
    domain,
    checks: domain.server === undefined ? judgeDomainChecks(domain, context, LATER_CHECKS, endpoints) : [],
    seen: [domain.mtaSts, domain.tlsRpt, domain.mtaSts?.fetch?.status].filter((fact) => fact !== undefined)
      .length,
  });
  const [first, ...others] = all;
  return sightThatCounts([judgeSight(first), ...others.map(judgeSight)], context.policy.gate);
}

/** How many endpoints satisfy the policy of their domain; undefined where there is none, or nobody asked. */
function countSatisfying(
  policy: StsPolicy | undefined,
  endpoints: readonly JudgedEndpoint[],
): SatisfyingCount | undefined {
  if (policy === undefined || policy.mode === "none") return undefined;
  if (endpoints.every(({ fitness }) => fitness.kind === "not-asked")) return undefined;
  const seen = endpoints.filter(({ fitness }) => fitness.kind === "fit" || fitness.kind === "unfit");
  const satisfying = seen.filter(
    ({ fitness, observation }) => fitness.kind === "fit" && policyCovers(policy, observation.host),
  );
  return { satisfying: satisfying.length, seen: seen.length };
}

function judgeDomainChecks(
  domain: DomainObservation,
  { sights: candidates, policy, excuser: waivers }: DomainJudgeContext,
  checks: readonly AnyDomainCheck[],
  endpoints: readonly JudgedEndpoint[],
): Check[] {
  const run = candidates.runOf(domain);
  const { checks: asked, environment } = run.facts;
  const thresholdsFor = (host: string | undefined) => policy.thresholdsFor(domain.name, host);
  const subject: DomainSubject = {
    domain,
    // Where shards share the hosts of a domain, none of them saw them all.
    observed:
      domain.elsewhere === undefined
        ? domain.endpoints.flatMap((key) => run.endpoints.get(key) ?? [])
        : keysOf([domain], candidates).flatMap((key) => candidates.of(key)),
    probes: probesEndpoints(asked),
    environment,
    thresholds: thresholdsFor(undefined),
    thresholdsFor,
    asksServer: (host) => policy.asksServer(host),
    endpoints,
    web: { answered: run.answeringWeb, egress: run.facts.egress, proxied: environment.route !== "direct" },
    formerPolicy: policy.baseline?.policies.get(domain.name),
  };
  const caFile = environment.trustStores.find(({ store }) => store === "ca-file")?.file;
  return checks.map((each): Check => {
    // Where there is nothing to probe, DNS has to say why, asked for or not; so it has for a server that was named.
    const needed = !hasEndpoints(domain) || domain.server !== undefined;
    const given = {
      subject,
      asked: asked.includes(each.id) || (needed && !isAfterEndpoints(each)),
      ...(domain.owner !== undefined && { left: words`shard ${domain.owner} judges it` }),
      unobserved: asked.includes(each.id) ? unobserved(domain) : notAskedFor(),
      place: { domain: domain.name, source: domain.source, lines: domain.lines, caFile },
      thresholdsFor,
      policy,
      waivers,
    };
    return runCheck(each, given).check;
  });
}

/** What is said of a domain whose policies nobody looked at: its mail goes nowhere, as far as could be seen. */
function unobserved(domain: DomainObservation): Outcome {
  const reason = isAnswered(domain) ? words`no MX host` : words`not reached`;
  const because = isAnswered(domain) ? "inapplicable" : "inconclusive";
  return { findings: [], summary: reason, seconds: 0, skip: { because, reason } };
}
