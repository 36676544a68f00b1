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
import { CHECK_IDS } from "../../judge/checks/all.ts";
import { closesGate, placedChecks } from "../../judge/report.ts";
import { hostAddressPort } from "../../text/address.ts";
import { counts } from "../../judge/verdict.ts";
import { findingCloses } from "../gate-rules.ts";
import { addToTotals, CASE_MARKUP, JUNIT_END, junitStart, leastBytes, suiteXml } from "./builder.ts";
import type { JunitCase, JunitSuite, JunitTotals, Outcome } from "./builder.ts";
import { tlsModeLabel } from "../labels.ts";
import { compareFindings } from "../ranking.ts";
import { runSeconds } from "../sentences.ts";
import { findingText, Telling } from "./telling.ts";
import { shareOfRun, Times } from "./times.ts";
import type { CaseName } from "./telling.ts";

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

/** A case that is told already. */
function settled(name: CaseName, seconds: number, outcome: Outcome): JunitCase {
  return { ...name, seconds, kind: outcome.kind, outcome: () => outcome };
}

/** What the cases of one file have in common. */
interface FileContext {
  readonly rules: GateRules;
  readonly telling: Telling;
  readonly times: Times;
  /** Passing endpoints are one case per host and check, at the first domain that has them. */
  readonly folded: boolean;
  /** Endpoints with all their cases in the file, and the domain that they stand at; domains share what is judged alike. */
  readonly told: Map<EndpointReport, DomainReport>;
  /** The name itself, or with a number where a case before it has it already. */
  readonly distinct: (name: CaseName) => CaseName;
}

function caseOf(placed: PlacedCheck, name: string, context: FileContext): JunitCase {
  const { rules, telling, times, distinct } = context;
  const { domain, check } = placed;
  const named = distinct({ classname: `${domain.name}.${check.check}`, name });
  const kind = kindOf(check, rules);
  return {
    ...named,
    seconds: times.of(placed),
    kind,
    outcome: () => outcomeOf(check, kind, telling.textOf(placed, named)),
  };
}

/** Nothing of this check needs to be told. */
function quiet({ verdict, findings }: Check): boolean {
  return (verdict === "pass" || verdict === "skip") && findings.every(counts);
}

/** Nothing of this endpoint needs to be told one by one. */
function unremarkable(endpoint: EndpointReport): boolean {
  return endpoint.checks.every(quiet);
}

/** The endpoints of a host as one case per check. */
function foldedCases(
  domain: DomainReport,
  server: ServerReport,
  endpoints: readonly EndpointReport[],
  { distinct, times }: FileContext,
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
    const seconds = placed.reduce((sum, one) => sum + times.of(one), 0);
    const outcome: Outcome = passed
      ? { kind: "passed" }
      : { kind: "skipped", note: `skip: ${first.check.summary}` };
    return [settled(distinct({ classname: `${domain.name}.${id}`, name }), seconds, outcome)];
  });
}

function* serverCases(
  domain: DomainReport,
  server: ServerReport,
  context: FileContext,
): Generator<JunitCase> {
  const { folded, told } = context;
  const fresh: EndpointReport[] = [];
  const elsewhere: EndpointReport[] = [];
  for (const endpoint of server.endpoints) {
    const known = folded && told.has(endpoint);
    if (known) elsewhere.push(endpoint);
    else if (folded && unremarkable(endpoint)) fresh.push(endpoint);
    const name = `${hostAddressPort(server.host, endpoint)}${tlsModeLabel(server, endpoint)}`;
    const shown =
      folded && (known || unremarkable(endpoint))
        ? endpoint.checks.filter((each) => !quiet(each))
        : endpoint.checks;
    for (const check of shown) yield caseOf({ domain, server, endpoint, check }, name, context);
  }
  if (fresh.length > 0) yield* foldedCases(domain, server, fresh, context);
  for (const [first, those] of Map.groupBy(elsewhere, (endpoint) => told.get(endpoint))) {
    if (first !== undefined) yield elsewhereCase(domain, first, server.host, those.length, context);
  }
  for (const endpoint of server.endpoints) if (!told.has(endpoint)) told.set(endpoint, domain);
}

/** Stands for the cases of endpoints that another domain has, too, and that are in the file already. */
function elsewhereCase(
  domain: DomainReport,
  first: DomainReport,
  host: string,
  endpoints: number,
  { distinct }: FileContext,
): JunitCase {
  const name = `${host} (${plural(endpoints, "endpoint")}; what passed stands at ${first.name})`;
  return settled(distinct({ classname: `${domain.name}.servers`, name }), 0, { kind: "passed" });
}

/** Findings of the run, where there are any: one case per code. */
function runCases(report: Report, { rules, distinct }: FileContext): JunitCase[] {
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
    return settled(distinct({ classname: "mx-gate.run", name: code }), 0, outcome);
  });
}

/** Adds what the run could see of DNSSEC to the first case that rests on it. */
function tellOnce(dnssec: string | undefined): (found: JunitCase) => JunitCase {
  let left = dnssec;
  return (found) => {
    if (left === undefined || !found.classname.endsWith(".dane")) return found;
    const told = (said: string | undefined): string =>
      [said, dnssec].filter((part) => part !== undefined).join("\n\n");
    left = undefined;
    return {
      ...found,
      outcome: () => {
        const outcome = found.outcome();
        if ("body" in outcome) return { ...outcome, body: told(outcome.body) };
        return { ...outcome, note: told(outcome.note) };
      },
    };
  };
}

/** Names that no two cases of a file share. */
function distinctNames(): FileContext["distinct"] {
  const taken = new Set<string>();
  return ({ classname, name }) => {
    let free = name;
    for (let number = 2; taken.has(`${classname}\n${free}`); number++) free = `${name} (${number})`;
    taken.add(`${classname}\n${free}`);
    return { classname, name: free };
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
}

/** Every suite in order; no two cases of a file have the same class and name. */
function* suites({ report, rules, causes, share }: Given, { folded, short }: Extent): Generator<JunitSuite> {
  const context = {
    rules,
    folded,
    told: new Map<EndpointReport, DomainReport>(),
    telling: new Telling(causes, short),
    times: new Times(share),
    distinct: distinctNames(),
  };
  const timestamp = report.started;
  const told = tellOnce(report.environment.dnssec);
  if (report.findings.length > 0) {
    yield { name: "mx-gate", timestamp, cases: runCases(report, context) };
  }
  for (const domain of report.domains) {
    const cases = [
      ...domain.checks.map((check) => caseOf({ domain, check }, domain.name, context)),
      ...domain.servers.flatMap((server) => [...serverCases(domain, server, context)]),
    ];
    yield { name: domain.name, timestamp, cases: cases.map(told) };
  }
}

/** A suite in each step, so that whoever writes the file can look up in between. */
type Paced<Result> = Generator<"", Result>;

/** Bytes that a file has at least with every case in it, by what stands in the report: its text is not made. */
function* leastInFull({ domains }: Report): Paced<number> {
  let bytes = 0;
  for (const { domain, server, endpoint, check } of placedChecks(domains)) {
    const name = endpoint === undefined ? domain.name : `${server?.host ?? ""}${endpoint.address}`;
    bytes += CASE_MARKUP + domain.name.length + check.check.length + name.length;
    for (const { message } of check.findings) bytes += message.length;
    if (endpoint === undefined) yield "";
  }
  return bytes;
}

/** Whether suites have at most so many bytes, as far as can be told without making them XML. */
function* mayFit(limit: number, all: Iterable<JunitSuite>): Paced<boolean> {
  let left = limit;
  for (const suite of all) {
    left -= leastBytes(suite);
    if (left < 0) return false;
    yield "";
  }
  return true;
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
  const given = { report, rules, causes: causesOf(report.domains), share: shareOfRun(report) };
  const written = (extent: Extent): Iterable<JunitSuite> => suites(given, extent);
  for (const folded of [false, true]) {
    const extent = { folded, short: false };
    // Made into XML only where it may fit.
    const hopeful = folded ? yield* mayFit(limit, written(extent)) : (yield* leastInFull(report)) <= limit;
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
