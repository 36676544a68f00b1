/**
 * JUnit XML. It follows the gate: what closes it is a failure (findings) or an error (inconclusive), everything
 * else passes or is skipped, with the reason in system-out. One suite per domain, one case per check.
 */
import { plural } from "../../text/plural.ts";
import { causesOf, type Causes } from "../../judge/findings/causes.ts";
import type {
  Check,
  DomainReport,
  EndpointReport,
  GateRules,
  PlacedCheck,
  Report,
  ServerReport,
} from "../../judge/report.ts";
import { CHECK_IDS, type CheckId } from "../../judge/checks/all.ts";
import { closesGate } from "../../judge/report.ts";
import { hostAddressPort } from "../../text/address.ts";
import { counts } from "../../judge/verdict.ts";
import { findingCloses } from "../gate-rules.ts";
import {
  addToTotals,
  CASE_MARKUP,
  JUNIT_END,
  junitStart,
  SAID_MARKUP,
  SUITE_MARKUP,
  suiteXml,
} from "./builder.ts";
import type { JunitCase, JunitSuite, JunitTotals, Outcome } from "./builder.ts";
import { caseNames, type CaseNames } from "./case-names.ts";
import { tlsModeLabel } from "../labels.ts";
import { compareFindings } from "../ranking.ts";
import { runSeconds } from "../sentences.ts";
import { findingText, leastOfFinding, Telling } from "./telling.ts";
import { shareOfRun, Times } from "./times.ts";

/** Bytes past which passing endpoints fold into one case per host and check, then texts become short; GitLab takes 30 MB. */
export const JUNIT_LIMIT = 20_000_000;

/** What became of a check, in JUnit's words. */
function kindOf({ verdict }: Check, rules: GateRules): Outcome["kind"] {
  if (closesGate(verdict, rules)) return verdict === "inconclusive" ? "error" : "failure";
  return verdict === "inconclusive" || verdict === "waived" || verdict === "skip" ? "skipped" : "passed";
}

/** The same, with what there is to say. */
function outcomeOf(check: Check, kind: Outcome["kind"], reported: string): Outcome {
  switch (kind) {
    case "failure":
    case "error": {
      const [worst] = [...check.findings].sort(compareFindings);
      const message = worst?.message ?? `${check.check}: ${check.summary}`;
      const body = reported === "" ? message : `${message}\n\n${reported}`;
      return { kind, type: worst?.code ?? check.verdict, message, body };
    }
    case "skipped": {
      const reason = `${check.verdict}: ${check.summary}`;
      return { kind, note: reported === "" ? reason : `${reason}\n\n${reported}` };
    }
    case "passed":
      return reported === "" ? { kind } : { kind, note: reported };
  }
}

/** What the cases of one file have in common. */
interface FileContext extends Pick<Given, "rules" | "loudOf"> {
  readonly telling: Telling;
  readonly times: Times;
  /** Passing endpoints are one case per host and check, at the first domain that has them. */
  readonly folded: boolean;
  /** Endpoints with all their cases in the file, and the domain that they stand at; domains share what is judged alike. */
  readonly told: Map<EndpointReport, DomainReport>;
  /** The outcome of a check, with what is told of DNSSEC where that is due. */
  readonly withDnssec: (check: CheckId, outcome: Outcome) => Outcome;
}

/** What the cases of one suite have in common. */
interface SuiteContext extends FileContext {
  readonly names: CaseNames;
}

function caseOf(placed: PlacedCheck, name: string, context: SuiteContext): JunitCase {
  const { rules, telling, times, names, withDnssec } = context;
  const { domain, check } = placed;
  const kind = kindOf(check, rules);
  return {
    kind,
    tell: () => {
      const named = { classname: `${domain.name}.${check.check}`, name: names.distinct(check.check, name) };
      const outcome = outcomeOf(check, kind, telling.textOf(placed, named));
      return { ...named, seconds: times.of(placed), outcome: withDnssec(check.check, outcome) };
    },
  };
}

/** Nothing of this check needs to be told. */
function quiet({ verdict, findings }: Check): boolean {
  return (verdict === "pass" || verdict === "skip") && findings.every(counts);
}

/** The checks of an endpoint of which something needs to be told; worked out once, for domains share endpoints. */
function loudChecks(): (endpoint: EndpointReport) => readonly Check[] {
  const found = new Map<EndpointReport, readonly Check[]>();
  return (endpoint) => {
    const known = found.get(endpoint) ?? endpoint.checks.filter((check) => !quiet(check));
    found.set(endpoint, known);
    return known;
  };
}

/** The endpoints of a host as one case per check. */
function foldedCases(
  domain: DomainReport,
  server: ServerReport,
  endpoints: readonly EndpointReport[],
  { names, times, withDnssec }: SuiteContext,
): JunitCase[] {
  const name = `${server.host} (${plural(endpoints.length, "endpoint")}, passed)`;
  return CHECK_IDS.flatMap((id): JunitCase[] => {
    const placed = endpoints.flatMap((endpoint) =>
      endpoint.checks
        .filter(({ check }) => check === id)
        .map((check) => ({ domain, server, endpoint, check })),
    );
    const [first] = placed;
    if (first === undefined) return [];
    const passed = placed.some(({ check }) => check.verdict === "pass");
    const outcome: Outcome = passed
      ? { kind: "passed" }
      : { kind: "skipped", note: `skip: ${first.check.summary}` };
    const tell = () => ({
      classname: `${domain.name}.${id}`,
      name: names.distinct(id, name),
      seconds: placed.reduce((sum, one) => sum + times.of(one), 0),
      outcome: withDnssec(id, outcome),
    });
    return [{ kind: outcome.kind, tell }];
  });
}

function* serverCases(
  domain: DomainReport,
  server: ServerReport,
  context: SuiteContext,
): Generator<JunitCase> {
  const { folded, told, loudOf } = context;
  const fresh: EndpointReport[] = [];
  const elsewhere: EndpointReport[] = [];
  for (const endpoint of server.endpoints) {
    const known = folded && told.has(endpoint);
    const unremarkable = folded && loudOf(endpoint).length === 0;
    if (known) elsewhere.push(endpoint);
    else if (unremarkable) fresh.push(endpoint);
    const name = `${hostAddressPort(server.host, endpoint)}${tlsModeLabel(server, endpoint)}`;
    const shown = known || unremarkable ? loudOf(endpoint) : endpoint.checks;
    for (const check of shown) yield caseOf({ domain, server, endpoint, check }, name, context);
  }
  if (fresh.length > 0) yield* foldedCases(domain, server, fresh, context);
  if (elsewhere.length > 0)
    for (const [first, those] of Map.groupBy(elsewhere, (endpoint) => told.get(endpoint))) {
      if (first !== undefined) yield elsewhereCase(domain, first, server.host, those.length, context);
    }
  for (const endpoint of server.endpoints) if (!told.has(endpoint)) told.set(endpoint, domain);
}

const ELSEWHERE = "what passed stands at";

/** Stands for the cases of endpoints that another domain has, too, and that are in the file already. */
function elsewhereCase(
  domain: DomainReport,
  first: DomainReport,
  host: string,
  endpoints: number,
  { names }: SuiteContext,
): JunitCase {
  const inClass = "servers";
  const tell = () => {
    const name = `${host} (${plural(endpoints, "endpoint")}; ${ELSEWHERE} ${first.name})`;
    return {
      classname: `${domain.name}.${inClass}`,
      name: names.distinct(inClass, name),
      seconds: 0,
      outcome: { kind: "passed" } as const,
    };
  };
  return { kind: "passed", tell };
}

/** Findings of the run, where there are any: one case per code. */
function runCases(report: Report, rules: GateRules): JunitCase[] {
  const byCode = Map.groupBy([...report.findings].sort(compareFindings), (finding) => finding.code);
  return Array.from(byCode, ([code, findings]): JunitCase => {
    const closing = findings.find((finding) => findingCloses(finding, rules));
    const reported = findings.map((finding) => findingText(finding)).join("\n\n");
    const outcome: Outcome =
      closing === undefined
        ? { kind: findings[0]?.severity === "inconclusive" ? "skipped" : "passed", note: reported }
        : {
            kind: closing.severity === "inconclusive" ? "error" : "failure",
            type: code,
            message: closing.message,
            body: `${closing.message}\n\n${reported}`,
          };
    const tell = () => ({ classname: "mx-gate.run", name: code, seconds: 0, outcome });
    return { kind: outcome.kind, tell };
  });
}

/** Adds what the run could see of DNSSEC to the first case that rests on it. */
function tellOnce(dnssec: string | undefined): FileContext["withDnssec"] {
  let left = dnssec;
  return (check, outcome) => {
    if (left === undefined || check !== "dane") return outcome;
    const after = left;
    const told = (said: string | undefined): string => (said === undefined ? after : `${said}\n\n${after}`);
    left = undefined;
    return "body" in outcome
      ? { ...outcome, body: told(outcome.body) }
      : { ...outcome, note: told(outcome.note) };
  };
}

/** How much a file tells. */
interface Extent {
  readonly folded: boolean;
  readonly short: boolean;
}

/** What the passes over one report have in common. */
interface Given {
  readonly report: Report;
  readonly rules: GateRules;
  readonly causes: Causes;
  /** See {@link shareOfRun}. */
  readonly share: number;
  /** See {@link loudChecks}. */
  readonly loudOf: (endpoint: EndpointReport) => readonly Check[];
}

/** Every suite in order; no two cases of a file have the same class and name. */
function* suites(given: Given, { folded, short }: Extent): Generator<JunitSuite> {
  const { report, rules, causes, share, loudOf } = given;
  const context = {
    rules,
    loudOf,
    folded,
    told: new Map<EndpointReport, DomainReport>(),
    telling: new Telling(causes, short),
    times: new Times(share),
    withDnssec: tellOnce(report.environment.dnssec),
  };
  const timestamp = report.started;
  const namesOf = caseNames(report.domains);
  if (report.findings.length > 0) {
    yield { name: "mx-gate", timestamp, cases: runCases(report, rules) };
  }
  for (const domain of report.domains) {
    const inSuite = { ...context, names: namesOf(domain) };
    const cases = domain.checks.map((check) => caseOf({ domain, check }, domain.name, inSuite));
    for (const server of domain.servers) cases.push(...serverCases(domain, server, inSuite));
    yield { name: domain.name, timestamp, cases };
  }
}

/** A suite in each step, so that whoever writes the file can look up in between. */
type Paced<Result> = Generator<"", Result>;

/**
 * Bytes that a file has at least, by what stands in the report: its text is not made. Counted until they are more than
 * `limit`.
 * @param folded without the cases of checks of which nothing needs to be told
 */
function* leastBytes({ report, rules, loudOf }: Given, folded: boolean, limit: number): Paced<number> {
  const met = new Set<EndpointReport>();
  // Domains share endpoints, and of their cases only the name of the domain differs.
  const least = new Map<readonly Check[], number>();
  const leastOf = (checks: readonly Check[]): number => {
    const known = least.get(checks) ?? checks.reduce((sum, check) => sum + leastOfCase(check, rules), 0);
    least.set(checks, known);
    return known;
  };
  let bytes = 0;
  for (const { name, checks, servers } of report.domains) {
    yield "";
    if (bytes > limit) break;
    bytes += SUITE_MARKUP + name.length;
    for (const check of checks) bytes += leastOfCase(check, rules) + 2 * name.length;
    for (const { host, endpoints } of servers) {
      for (const endpoint of endpoints) {
        const known = folded && met.has(endpoint);
        const loud = folded ? loudOf(endpoint) : endpoint.checks;
        const called = name.length + host.length + endpoint.address.length;
        const told = known || loud.length === 0 ? loud : endpoint.checks;
        bytes += leastOf(told) + told.length * called;
      }
      // What passed is told in one case more, where it stands elsewhere.
      if (folded && endpoints.some((endpoint) => met.has(endpoint)))
        bytes += CASE_MARKUP + name.length + host.length + ELSEWHERE.length;
      for (const endpoint of endpoints) met.add(endpoint);
    }
  }
  return bytes;
}

/** Of a case, without the names of its domain and of its endpoint. */
function leastOfCase(check: Check, rules: GateRules): number {
  const { findings } = check;
  const bare = CASE_MARKUP + check.check.length;
  if (findings.length === 0) return bare;
  const said = findings.reduce((sum, finding) => sum + leastOfFinding(finding), 0);
  // What failed says the message of one of them twice more.
  const worst = Math.min(...findings.map(({ message }) => message.length));
  return bare + SAID_MARKUP + said + (closesGate(check.verdict, rules) ? 2 * worst : 0);
}

/** The totals of suites. */
function* countAll(all: Iterable<JunitSuite>): Paced<JunitTotals> {
  const totals: JunitTotals = { tests: 0, failures: 0, errors: 0 };
  for (const suite of all) {
    addToTotals(totals, suite);
    yield "";
  }
  return totals;
}

/** Suites as XML with their totals, or undefined as soon as they are longer than `limit` bytes. */
function* within(
  limit: number,
  all: Iterable<JunitSuite>,
): Paced<{ totals: JunitTotals; pieces: readonly string[] } | undefined> {
  const totals: JunitTotals = { tests: 0, failures: 0, errors: 0 };
  const pieces: string[] = [];
  let bytes = 0;
  for (const suite of all) {
    addToTotals(totals, suite);
    const piece = suiteXml(suite);
    bytes += Buffer.byteLength(piece);
    if (bytes > limit) return undefined;
    pieces.push(piece);
    yield "";
  }
  return { totals, pieces };
}

/**
 * The report as JUnit XML, suite by suite: everything where it fits, else passing endpoints folded, else every finding in
 * short, too. Some pieces are empty: there was work, and nothing to write yet.
 */
export function* renderJunit(report: Report, rules: GateRules, limit = JUNIT_LIMIT): Generator<string> {
  const given = {
    ...{ report, rules, causes: causesOf(report.domains), share: shareOfRun(report) },
    loudOf: loudChecks(),
  };
  const written = (extent: Extent): Iterable<JunitSuite> => suites(given, extent);
  for (const folded of [false, true]) {
    const extent = { folded, short: false };
    // Made into XML only where it may fit.
    const hopeful = (yield* leastBytes(given, folded, limit)) <= limit;
    const file = hopeful ? yield* within(limit, written(extent)) : undefined;
    if (file === undefined) continue;
    yield junitStart(file.totals, runSeconds(report));
    yield* file.pieces;
    yield JUNIT_END;
    return;
  }
  const last = { folded: true, short: true };
  yield junitStart(yield* countAll(written(last)), runSeconds(report));
  for (const suite of written(last)) yield suiteXml(suite);
  yield JUNIT_END;
}
