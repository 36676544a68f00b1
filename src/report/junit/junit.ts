/**
 * JUnit XML. It follows the gate: what closes it is a failure (findings) or an error (inconclusive), everything
 * else passes or is skipped, with the reason in system-out. One suite per domain, one case per check.
 */
import { plural } from "../../text/plural.ts";
import type {
  Check,
  DomainReport,
  EndpointReport,
  Finding,
  GateRules,
  Report,
  ServerReport,
} from "../../judge/report.ts";
import { CHECK_IDS } from "../../judge/checks/all.ts";
import { closesGate } from "../../judge/report.ts";
import { hostAddressPort } from "../../text/address.ts";
import { counts } from "../../judge/verdict.ts";
import { askedAt, waivedWords, findingFields } from "../finding-fields.ts";
import { findingCloses } from "../gate-rules.ts";
import { addToTotals, JUNIT_END, junitStart, suiteXml } from "./builder.ts";
import type { JunitCase, JunitSuite, JunitTotals, Outcome } from "./builder.ts";
import { tlsModeLabel } from "../labels.ts";
import { compareFindings } from "../ranking.ts";

/** Bytes past which passing endpoints fold into one case per host and check; GitLab takes 30 MB. */
export const JUNIT_LIMIT = 20_000_000;

/** A finding in lines: code and sentence, then its fields. */
function findingText(finding: Finding): string {
  const waived = waivedWords(finding);
  const state = waived === undefined ? finding.severity : `${finding.severity}, ${waived}`;
  const at = askedAt(finding);
  return [
    `${finding.code} (${state})`,
    `  ${finding.message}`,
    ...findingFields(finding).map(({ label, name, text }) => {
      const line = `  ${name.padEnd(9)} ${text}`;
      return label === "expected" && at !== undefined ? `${line} (${at})` : line;
    }),
  ].join("\n");
}

function findingsText(findings: readonly Finding[]): string {
  return findings.map(findingText).join("\n\n");
}

/** What became of a check, in JUnit's words. */
function outcomeOf(check: Check, rules: GateRules): Outcome {
  const findings = [...check.findings].sort(compareFindings);
  const reported = findingsText(findings);
  if (closesGate(check.verdict, rules)) {
    const worst = findings[0];
    const message = worst?.message ?? `${check.check}: ${check.summary}`;
    return {
      kind: check.verdict === "inconclusive" ? "error" : "failure",
      type: worst?.code ?? check.verdict,
      message,
      body: reported === "" ? message : `${message}\n\n${reported}`,
    };
  }
  switch (check.verdict) {
    case "inconclusive":
    case "waived":
    case "skip": {
      const reason = `${check.verdict}: ${check.summary}`;
      return { kind: "skipped", note: reported === "" ? reason : `${reason}\n\n${reported}` };
    }
    case "pass":
    case "warn":
    case "fail":
      return reported === "" ? { kind: "passed" } : { kind: "passed", note: reported };
  }
}

function caseOf(domain: DomainReport, check: Check, name: string, rules: GateRules): JunitCase {
  return {
    classname: `${domain.name}.${check.check}`,
    name,
    seconds: check.seconds,
    outcome: outcomeOf(check, rules),
  };
}

/** Nothing of this endpoint needs to be told one by one. */
function unremarkable(endpoint: EndpointReport): boolean {
  return endpoint.checks.every(
    ({ verdict, findings }) => (verdict === "pass" || verdict === "skip") && findings.every(counts),
  );
}

/** The endpoints of a host as one case per check. */
function foldedCases(domain: DomainReport, host: string, endpoints: readonly EndpointReport[]): JunitCase[] {
  const name = `${host} (${plural(endpoints.length, "endpoint")}, passed)`;
  return CHECK_IDS.flatMap((id): JunitCase[] => {
    const checks = endpoints.flatMap(({ checks }) => checks.filter(({ check }) => check === id));
    const [first] = checks;
    if (first === undefined) return [];
    const passed = checks.some(({ verdict }) => verdict === "pass");
    return [
      {
        classname: `${domain.name}.${id}`,
        name,
        seconds: checks.reduce((sum, { seconds }) => sum + seconds, 0),
        outcome: passed ? { kind: "passed" } : { kind: "skipped", note: `skip: ${first.summary}` },
      },
    ];
  });
}

function* serverCases(
  domain: DomainReport,
  server: ServerReport,
  rules: GateRules,
  folded: boolean,
): Generator<JunitCase> {
  for (const endpoint of server.endpoints) {
    if (folded && unremarkable(endpoint)) continue;
    const name = `${hostAddressPort(server.host, endpoint)}${tlsModeLabel(server, endpoint)}`;
    for (const check of endpoint.checks) yield caseOf(domain, check, name, rules);
  }
  const quiet = folded ? server.endpoints.filter(unremarkable) : [];
  if (quiet.length > 0) yield* foldedCases(domain, server.host, quiet);
}

/** Findings of the run, where there are any: one case per code. */
function runCases(report: Report, rules: GateRules): JunitCase[] {
  const byCode = Map.groupBy([...report.findings].sort(compareFindings), (finding) => finding.code);
  return Array.from(byCode, ([code, findings]): JunitCase => {
    const closing = findings.find((finding) => findingCloses(finding, rules));
    const reported = findingsText(findings);
    const outcome: Outcome =
      closing === undefined
        ? { kind: findings[0]?.severity === "inconclusive" ? "skipped" : "passed", note: reported }
        : {
            kind: closing.severity === "inconclusive" ? "error" : "failure",
            type: code,
            message: closing.message,
            body: `${closing.message}\n\n${reported}`,
          };
    return { classname: "mx-gate.run", name: code, seconds: 0, outcome };
  });
}

/** Adds what the run could see of DNSSEC to the first case that rests on it. */
function tellOnce(dnssec: string | undefined): (found: JunitCase) => JunitCase {
  let left = dnssec;
  return (found) => {
    if (left === undefined || !found.classname.endsWith(".dane")) return found;
    const { outcome } = found;
    const told = (said: string | undefined): string =>
      [said, dnssec].filter((part) => part !== undefined).join("\n\n");
    left = undefined;
    if ("body" in outcome) return { ...found, outcome: { ...outcome, body: told(outcome.body) } };
    return { ...found, outcome: { ...outcome, note: told(outcome.note) } };
  };
}

/** Every suite in order; no two cases of a file have the same class and name. */
function* suites(report: Report, rules: GateRules, folded: boolean): Generator<JunitSuite> {
  const taken = new Set<string>();
  const distinct = (found: JunitCase): JunitCase => {
    let name = found.name;
    for (let number = 2; taken.has(`${found.classname}\n${name}`); number++)
      name = `${found.name} (${number})`;
    taken.add(`${found.classname}\n${name}`);
    return { ...found, name };
  };
  const timestamp = report.started;
  const told = tellOnce(report.environment.dnssec);
  if (report.findings.length > 0) {
    yield { name: "mx-gate", timestamp, cases: runCases(report, rules).map(distinct) };
  }
  for (const domain of report.domains) {
    const cases = [
      ...domain.checks.map((check) => caseOf(domain, check, domain.name, rules)),
      ...domain.servers.flatMap((server) => [...serverCases(domain, server, rules, folded)]),
    ];
    yield { name: domain.name, timestamp, cases: cases.map(distinct).map(told) };
  }
}

/** Suites as XML, or undefined as soon as they are longer than `limit` bytes. */
function within(limit: number, all: Iterable<JunitSuite>): string[] | undefined {
  const pieces: string[] = [];
  let bytes = 0;
  for (const suite of all) {
    const piece = suiteXml(suite);
    bytes += Buffer.byteLength(piece);
    if (bytes > limit) return undefined;
    pieces.push(piece);
  }
  return pieces;
}

/** The report as JUnit XML, suite by suite. */
export function* renderJunit(report: Report, rules: GateRules, limit = JUNIT_LIMIT): Generator<string> {
  const whole = within(limit, suites(report, rules, false));
  const folded = whole === undefined;
  const totals: JunitTotals = { tests: 0, failures: 0, errors: 0, seconds: 0 };
  for (const suite of suites(report, rules, folded)) addToTotals(totals, suite);
  yield junitStart(totals);
  if (whole !== undefined) yield* whole;
  else for (const suite of suites(report, rules, true)) yield suiteXml(suite);
  yield JUNIT_END;
}
