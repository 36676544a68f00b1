/** Judges one endpoint for one domain: its checks in order, each on what was seen for it. */
import { earlyEnd, egressOf, hangUpMeantTarget } from "../observe/egress-facts.ts";
import {
  endpointKey,
  HUNG_UP,
  observationKey,
  type EndpointObservation,
  type Observations,
  type RunFacts,
  type ZoneLine,
} from "../observe/observation.ts";
import { words, type SafeText } from "../text/quote.ts";
import { ENDPOINT_CHECKS, type CheckId } from "./checks/all.ts";
import { daneOfRun, type DaneOfRun } from "./checks/dane/of-run.ts";
import { hasTlsa, nextHopMatters, seesDnssec } from "./checks/dane/relevance.ts";
import { answerTo, ownAnswer, replyOf } from "./answers.ts";
import { viewDialog, type DialogView } from "./dialog-view.ts";
import { egressDoubt, type EgressDoubt } from "./checks/egress.ts";
import { fitnessOf, type Fitness } from "./checks/mta-sts/fitness.ts";
import type { Waivers } from "./waivers.ts";
import {
  notAskedFor,
  type EndpointSubject,
  type NextHop,
  type Outcome,
  type Raised,
  type Skip,
} from "./outcome.ts";
import type { Policy, Thresholds } from "./policy.ts";
import { reachOf, type EndpointReach } from "./reach.ts";
import type { Check, EndpointReport } from "./report.ts";
import { runCheck } from "./run-check.ts";
import { scoreEndpoint, type Score, type ScoredCheck } from "./score.ts";
import { stepsSeen, type SeenRun, type Sights } from "./merged-runs.ts";
import { unlowered, worstResult } from "./verdict.ts";
import type { FilePosition } from "../text/file-position.ts";

export interface JudgedEndpoint {
  readonly report: EndpointReport;
  readonly score: Score;
  readonly reach: EndpointReach;
  readonly observation: EndpointObservation;
  /** Whether it is what MTA-STS wants. */
  readonly fitness: Fitness;
  /** How much of it was seen. */
  readonly seen: number;
}

export interface EndpointCase {
  readonly domain: string;
  readonly kind: "domain" | "server";
  readonly source: FilePosition | undefined;
  /** Lines of a zone file that name the host, and its addresses. */
  readonly lines: readonly ZoneLine[] | undefined;
  readonly endpoint: EndpointObservation;
  /** All endpoints of the same host that the same run saw, this one included. */
  readonly siblings: readonly EndpointObservation[];
  /** An error that counts says that an address of the host is not public. */
  readonly addressFaulted: boolean;
  readonly nextHop: NextHop;
  /** The domain has no MX record: its own name is the host. */
  readonly implicitMx: boolean;
  /** An enforced MTA-STS policy of the domain covers the host. */
  readonly enforcedByMtaSts: boolean;
}

/** What an endpoint is judged by beside what was seen of it. */
export interface EndpointJudgeContext {
  readonly certificates: Observations["certificates"];
  readonly sights: Sights;
  readonly policy: Policy;
  readonly excuser: Waivers;
  /** Moment at which what a run saw is judged, milliseconds since the epoch. */
  readonly momentOf: (run: RunFacts) => number;
  /** Whether an endpoint may be judged more than once: several domains, or several sights of one, list it. */
  readonly isShared: (endpoint: EndpointObservation) => boolean;
}

/**
 * A judge for the endpoints of one run. An endpoint is judged once for equal thresholds, and the result shared
 * by reference, unless something about the domain makes a difference.
 */
export function createEndpointJudge(context: EndpointJudgeContext) {
  const { sights: candidates, policy, excuser: waivers } = context;
  const views = new Map<string, DialogView>();
  const judged = new Map<string, JudgedEndpoint>();
  const thresholdNumbers = new Map<Thresholds, number>();
  const hangUps = new Map<string, boolean>();
  const doubts = new Map<string, EgressDoubt | undefined>();
  const daneOf = new Map<SeenRun, DaneOfRun>();
  const daneOfRunOf = (run: SeenRun): DaneOfRun => {
    const known = daneOf.get(run) ?? daneOfRun(run);
    daneOf.set(run, known);
    return known;
  };

  /** Looks at all endpoints of the run, so only where it matters, and once for each port and family. */
  const meantTarget = (endpoint: EndpointObservation, { connect }: DialogView, run: SeenRun): boolean => {
    if (connect?.code !== HUNG_UP) return true;
    const way = `${String(endpoint.run)} ${String(endpoint.port)} ${String(endpoint.family)}`;
    const meant = hangUps.get(way) ?? hangUpMeantTarget(endpoint, run.endpoints.values(), run.facts.egress);
    hangUps.set(way, meant);
    return meant;
  };

  /** Looks at all endpoints of the run, too. */
  const doubtOf = (endpoint: EndpointObservation, run: SeenRun): EgressDoubt | undefined => {
    const facts = egressOf(endpoint, run.facts.egress);
    const end = facts && earlyEnd(endpoint);
    if (facts === undefined || end === undefined || end === "heard") return undefined;
    const way = `${String(endpoint.run)} ${String(endpoint.port)} ${String(endpoint.family)} ${end}`;
    if (!doubts.has(way)) doubts.set(way, egressDoubt(facts, end, run.endpoints.values()));
    return doubts.get(way);
  };

  return (given: EndpointCase): JudgedEndpoint => {
    const { endpoint } = given;
    const key = observationKey(endpoint);
    const run = candidates.runOf(endpoint);
    const thresholds = policy.thresholdsFor(given.domain, endpoint.host);
    // Nothing is kept of what nobody asks for again.
    const shared = context.isShared(endpoint);
    let dialog = views.get(key);
    if (dialog === undefined) {
      dialog = viewDialog(endpoint, floorHolder(endpoint, run));
      if (shared) views.set(key, dialog);
    }
    const number = thresholdNumbers.get(thresholds) ?? thresholdNumbers.size;
    thresholdNumbers.set(thresholds, number);
    const likeness = [
      key,
      number,
      given.source?.file,
      given.source?.line,
      given.lines === undefined ? "" : JSON.stringify(given.lines),
      waivers.keyFor(given.domain, endpoint.host),
      otherFamily(given),
      domainMatters(dialog, given),
      given.addressFaulted,
      nextHopMatters(given),
      given.enforcedByMtaSts,
    ].join("|");
    let result = judged.get(likeness);
    if (result === undefined) {
      const subject: EndpointSubject = {
        domain: given.domain,
        kind: given.kind,
        endpoint,
        dialog,
        certificates: context.certificates,
        issuers: run.facts.issuers,
        thresholds,
        now: context.momentOf(run.facts),
        observedAt: Date.parse(run.facts.finished),
        otherFamily: otherFamily(given),
        egress: egressOf(endpoint, run.facts.egress),
        egressDoubt: doubtOf(endpoint, run),
        hangUpMeantTarget: meantTarget(endpoint, dialog, run),
        addressFaulted: given.addressFaulted,
        trustStores: run.facts.environment.trustStores,
        ...(hasTlsa(endpoint) && { nextHop: given.nextHop }),
        implicitMx: given.implicitMx,
        daneKeys: hasTlsa(endpoint) ? daneOfRunOf(run).keysFor(endpoint) : [],
        matchedElsewhere: hasTlsa(endpoint) ? daneOfRunOf(run).matchedElsewhere(endpoint) : new Set(),
        enforcedByMtaSts: given.enforcedByMtaSts,
      };
      result = judgeEndpoint(subject, given, new Set(run.facts.checks), policy, waivers);
      if (shared) judged.set(likeness, result);
    }
    return result;
  };
}

function floorHolder(endpoint: EndpointObservation, { endpoints }: SeenRun): EndpointObservation | undefined {
  if (endpoint.floorAt === undefined) return undefined;
  return endpoints.get(endpointKey({ ...endpoint, host: endpoint.floorAt }));
}

function otherFamily({ endpoint, siblings }: EndpointCase): EndpointSubject["otherFamily"] {
  const others = siblings.filter((sibling) => sibling.family !== endpoint.family);
  if (others.length === 0) return "none";
  const connected = others.some((other) =>
    other.connections.some((connection) => connection.connect.outcome === "connected"),
  );
  return connected ? "connected" : "not-connected";
}

/** What of a domain its findings depend on: its name, unless its mail is taken, or nobody asked. */
function domainMatters({ attempts, brokeOff }: DialogView, { domain, kind, endpoint }: EndpointCase): string {
  if (kind === "server") return kind;
  if ((endpoint.asked.delivery ?? "off") === "off" || endpoint.submission === true) return "off";
  const { sample, notAsked } = endpoint.postmasters ?? {};
  if (sample?.includes(domain) === false) return "not in the sample";
  const answered = ownAnswer(attempts, domain);
  if (answered === undefined && notAsked !== undefined) return "not asked";
  if (answered === undefined) return brokeOff ? `domain ${domain}` : "unanswered";
  const code = replyOf(answered)?.code ?? 0;
  return code >= 200 && code < 300 ? "served" : `domain ${domain}`;
}

function judgeEndpoint(
  subject: EndpointSubject,
  { source, lines }: Pick<EndpointCase, "source" | "lines">,
  asked: ReadonlySet<string>,
  policy: Policy,
  waivers: Waivers,
): JudgedEndpoint {
  const { endpoint, domain } = subject;
  const scored: ScoredCheck[] = [];
  const raised: Raised[] = [];
  const outcomes = new Map<CheckId, Outcome>();
  const foreign = answerTo(subject.dialog.attempts.foreign);
  const place = {
    domain,
    host: endpoint.host,
    address: endpoint.address,
    port: endpoint.port,
    submission: endpoint.submission,
    source,
    lines,
    relaySender: foreign?.attempt.sender,
    relayRecipient: foreign?.command === "RCPT" ? foreign.attempt.recipient : undefined,
    implicitTls: endpoint.tlsMode === "implicit",
    relayInClear: foreign?.attempt.inTls === false,
    heloName: subject.dialog.hello?.name,
    caFile: subject.trustStores.find(({ store }) => store === "ca-file")?.file,
  };
  const keep = (made: Made, index: number): void => {
    raised.push(...made.outcome.findings);
    outcomes.set(made.check.check, made.outcome);
    scored[index] = { check: made.check, skip: skipOf(made) };
  };
  let ended: Skip | undefined;
  let unreliable: SafeText | undefined;
  const wants = (id: CheckId): boolean => asked.has(id) && endpoint.asked.checks?.includes(id) !== false;
  // A step that was not asked for is looked at before it is made, and once more where a later check needs it.
  const judged = new Map<CheckId, Outcome | undefined>();
  const judgeOnce = (each: (typeof ENDPOINT_CHECKS)[number]): Outcome | undefined => {
    if (!judged.has(each.id)) judged.set(each.id, each.judge(subject));
    return judged.get(each.id);
  };
  const make = (each: (typeof ENDPOINT_CHECKS)[number], wanted: boolean, unseen: Outcome): Made =>
    runCheck(
      { id: each.id, judge: () => judgeOnce(each) },
      {
        subject,
        asked: wanted,
        ...(endpoint.notProbed === "another-address" && {
          left: words`another address of the host was tested`,
        }),
        unreliable,
        unobserved: unseen,
        place,
        thresholdsFor: () => subject.thresholds,
        policy,
        waivers,
      },
    );
  for (const [index, each] of ENDPOINT_CHECKS.entries()) {
    const unseen = unobserved(ended);
    // What says that nothing of a dialog is the server's own word holds, asked for or not.
    const distrusted = isStep(each) && !wants(each.id) && judgeOnce(each)?.endsJudging !== undefined;
    let made = make(each, distrusted || wants(each.id), unseen);
    if (made.outcome === unseen && ended === undefined) {
      // What keeps a check from being made has to be said, asked for or not.
      const steps = ENDPOINT_CHECKS.slice(0, index)
        .filter(isStep)
        .filter(({ id }) => !wants(id));
      for (const step of steps) {
        const hidden = make(step, true, unseen);
        ended = hidden.outcome === unseen ? undefined : endOf(hidden, undefined);
        if (ended === undefined) continue;
        keep(hidden, ENDPOINT_CHECKS.indexOf(step));
        made = make(each, true, unobserved(ended));
        break;
      }
    }
    keep(made, index);
    unreliable ??= made.outcome.endsJudging;
    ended = endOf(made, ended);
  }
  const checks = scored.map(({ check }) => check);
  // Nobody was to go there: it is not reached, however the policy calls that.
  const score =
    endpoint.notProbed === "address-not-public" ? { value: 0, partial: false } : scoreEndpoint(scored);
  const verdicts = checks.map((check) => check.verdict);
  const outcomeOf = (id: CheckId): Outcome => outcomes.get(id) ?? notAskedFor();
  return {
    score,
    observation: endpoint,
    fitness: fitnessOf(subject, outcomeOf),
    seen: stepsSeen(subject.dialog) + Number(seesDnssec(endpoint)),
    reach: reachOf(subject, raised, outcomeOf),
    report: {
      key: endpointKey(endpoint),
      address: endpoint.address,
      port: endpoint.port,
      ...(endpoint.run !== undefined && { run: endpoint.run }),
      result: worstResult(verdicts),
      score: score.value,
      connections: endpoint.connections.length,
      ...passedAfter(endpoint, verdicts),
      secondLooks: endpoint.connections
        .map((connection) => connection.purpose)
        .filter((purpose) => purpose !== "dialog" && purpose !== "floor"),
      checks,
    },
  };
}

type Made = ReturnType<typeof runCheck>;

/** Whether a check is a step of the dialog, so that those behind it need it. */
function isStep({ id, needs }: (typeof ENDPOINT_CHECKS)[number]): boolean {
  return id === needs.depth;
}

/** Why a check has no verdict; a policy that raises a finding gives it one. */
function skipOf({ check, outcome: { skip } }: Made): Skip | undefined {
  return check.verdict === "skip" ? skip : undefined;
}

/** With `wait`: the moment at which it was seen to pass, if it does. */
function passedAfter(
  { probedAfter }: EndpointObservation,
  verdicts: readonly Check["verdict"][],
): Pick<EndpointReport, "passedAfter"> {
  const result = worstResult(verdicts);
  return probedAfter !== undefined && (result === "pass" || result === "warn")
    ? { passedAfter: probedAfter }
    : {};
}

/** A step that was not reached, or that the server does not have. */
function unobserved(ended: Skip | undefined): Outcome {
  const skip = ended ?? { because: "inapplicable", reason: words`does not apply` };
  const summary = skip.because === "inapplicable" ? skip.reason : words`not reached`;
  return { findings: [], summary, seconds: 0, skip };
}

/** Why the checks that come after this one may have nothing to go by; the first failure counts. */
function endOf(made: Made, before: Skip | undefined): Skip | undefined {
  const { check, outcome } = made;
  const skip = skipOf(made);
  if (before?.because === "failure") return before;
  if (skip !== undefined) return skip.because === "not-asked" ? before : (before ?? skip);
  if (check.findings.some((finding) => unlowered(finding) === "error")) {
    return { because: "failure", reason: words`an earlier step failed` };
  }
  // Without a connection nothing was seen of the rest, whatever that is called.
  const unconnected = check.check === "connect" && outcome.unproven === true;
  if (
    unconnected ||
    check.verdict === "inconclusive" ||
    check.findings.some((finding) => unlowered(finding) === "inconclusive")
  ) {
    return before ?? { because: "inconclusive", reason: words`an earlier step could not be seen` };
  }
  return before;
}
