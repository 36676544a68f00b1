/** Builders of reports for the renderers' tests: realistic, and consistent in verdicts, results and counts. */
import type {
  Check,
  CheckId,
  Counts,
  DomainReport,
  EndpointReport,
  Finding,
  GateRules,
  Report,
  Result,
  ServerReport,
  Severity,
  Verdict,
} from "../../src/judge/report.ts";
import { closesGate, placedChecks } from "../../src/judge/report.ts";
import type { EndpointObservation, TranscriptLine } from "../../src/observe/observation.ts";
import { endpointKey } from "../../src/observe/observation.ts";
import { quote, quoteName } from "../../src/text/quote.ts";

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/** Texts of a finding, not yet made safe. */
interface FindingWords extends Loose<
  Pick<Finding, "address" | "reference" | "resultType" | "policy" | "known">
> {
  host?: string;
  message?: string;
  expected?: string;
  actual?: string;
  evidence?: string;
  remedy?: string;
  confirm?: string;
  senders?: string;
  waived?: { reason: string; until: string };
}

export function finding(code: string, severity: Severity, said: FindingWords = {}): Finding {
  const { address, reference, resultType, policy, known } = said;
  return {
    code,
    severity,
    message: quote(said.message ?? `Something is wrong: ${code}.`),
    ...(said.host === undefined ? {} : { host: quoteName(said.host) }),
    ...(address === undefined ? {} : { address }),
    ...(said.expected === undefined ? {} : { expected: quote(said.expected) }),
    ...(said.actual === undefined ? {} : { actual: quote(said.actual) }),
    ...(said.evidence === undefined ? {} : { evidence: quote(said.evidence) }),
    remedy: quote(said.remedy ?? "Put it right."),
    ...(said.confirm === undefined ? {} : { confirm: quote(said.confirm) }),
    ...(said.senders === undefined ? {} : { senders: quote(said.senders) }),
    ...(reference === undefined ? {} : { reference }),
    ...(resultType === undefined ? {} : { resultType }),
    ...(policy === undefined ? {} : { policy }),
    ...(said.waived === undefined
      ? {}
      : { waived: { reason: quote(said.waived.reason), until: said.waived.until } }),
    ...(known === undefined ? {} : { known }),
  };
}

export function check(
  id: CheckId,
  verdict: Verdict,
  summary: string,
  findings: Finding[] = [],
  facts?: Check["facts"],
  seconds = 0.0412,
): Check {
  return {
    check: id,
    verdict,
    seconds,
    summary: quote(summary),
    ...(facts === undefined ? {} : { facts }),
    findings,
  };
}

/** The six checks of an endpoint, all fine, but for what is given. */
export function checks(...others: Check[]): Check[] {
  const fine: Check[] = [
    check("connect", "pass", "0.02 s", [], { seconds: 0.0201 }),
    check("banner", "pass", "220", [], { greeting: quote("220 mx.example.com ESMTP Postfix") }),
    check("ehlo", "pass", "6 extensions", [], {
      extensions: [quote("PIPELINING"), quote("SIZE 10240000"), quote("STARTTLS"), quote("8BITMIME")],
    }),
    check("starttls", "pass", "TLS 1.3", [], {
      tlsVersion: quote("TLSv1.3"),
      cipher: quote("TLS_AES_256_GCM_SHA384"),
      group: quote("X25519MLKEM768"),
    }),
    check("certificate", "pass", "61 days", [], {
      daysLeft: 61,
      notAfter: quote("2027-01-21T23:59:59Z"),
      issuer: quote("Let's Encrypt R11"),
    }),
    check("relay", "pass", "refused, 554", [], {
      replies: [quote("554 5.7.1 <mx-gate-relay-test@example.com>: Relay access denied")],
    }),
  ];
  return fine.map((one) => others.find((other) => other.check === one.check) ?? one);
}

/** The checks of an endpoint whose connection failed. */
export function unconnected(verdict: Verdict, summary: string, findings: Finding[] = []): Check[] {
  const rest: CheckId[] = ["banner", "ehlo", "starttls", "certificate", "relay"];
  const after: Verdict = verdict === "inconclusive" ? "inconclusive" : "skip";
  return [
    check("connect", verdict, summary, findings, undefined, 15.0004),
    ...rest.map((id) => check(id, after, after === "skip" ? "–" : "not tested", [], undefined, 0)),
  ];
}

function worst(verdicts: readonly (Verdict | Result)[]): Result {
  for (const result of ["fail", "inconclusive", "warn", "pass"] as const) {
    if (verdicts.includes(result) || (result === "pass" && verdicts.includes("waived"))) return result;
  }
  return "skip";
}

export function endpoint(address: string, own: Check[], over: Loose<EndpointReport> = {}): EndpointReport {
  const verdicts = own.map(({ verdict }) => verdict);
  const result = worst(verdicts);
  const connected = own.find(({ check }) => check === "connect")?.verdict;
  const score = { pass: 98, warn: 85, fail: connected === "fail" ? 0 : 70, inconclusive: null, skip: null }[
    result
  ];
  const { passedAfter } = over;
  return {
    // Without the host, which the server adds.
    key: over.key ?? "",
    address,
    port: over.port ?? 25,
    result,
    score: over.score === undefined ? score : over.score,
    connections: over.connections ?? 2,
    secondLooks: over.secondLooks ?? [],
    ...(passedAfter === undefined ? {} : { passedAfter }),
    checks: own,
  };
}

export function server(host: string, preference: number | null, endpoints: EndpointReport[]): ServerReport {
  const scores = endpoints.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    host: quoteName(host),
    preference,
    result: worst(endpoints.map(({ result }) => result)),
    score: scores.length === 0 ? null : Math.floor(scores.reduce((a, b) => a + b, 0) / scores.length),
    endpoints: endpoints.map((one) => ({
      ...one,
      key: one.key === "" ? endpointKey({ host, address: one.address, port: one.port }) : one.key,
    })),
  };
}

export function domain(
  name: string,
  mx: Check,
  servers: ServerReport[],
  over: Loose<DomainReport> = {},
): DomainReport {
  const endpoints = servers.flatMap((one) => one.endpoints);
  const passed = (one: EndpointReport, id: CheckId): boolean =>
    one.checks.some(({ check, verdict }) => check === id && ["pass", "warn", "waived"].includes(verdict));
  const reach = {
    endpoints: endpoints.length,
    connected: endpoints.filter((one) => passed(one, "connect")).length,
    accepting: endpoints.filter((one) => passed(one, "ehlo")).length,
    encrypted: endpoints.filter((one) => passed(one, "starttls")).length,
    authenticated: endpoints.filter((one) => passed(one, "certificate")).length,
  };
  const result = worst([mx.verdict, ...servers.map((one) => one.result)]);
  const scores = servers.flatMap(({ score }) => (score === null ? [] : [score]));
  const mean = scores.length === 0 ? null : Math.floor(scores.reduce((a, b) => a + b, 0) / scores.length);
  const cap = { fail: 59, inconclusive: 100, warn: 89, pass: 100, skip: 100 }[result];
  const { source } = over;
  return {
    name: quoteName(name),
    rawName: name,
    kind: over.kind ?? "domain",
    ...(source === undefined ? {} : { source }),
    result,
    score: mean === null ? (result === "fail" ? 0 : null) : Math.min(mean, cap),
    partial: result === "inconclusive",
    reach,
    reachSummary:
      over.reachSummary ??
      quote(
        endpoints.length === 0
          ? "There is no endpoint to deliver to."
          : `Mail arrives through ${reach.accepting} of ${reach.endpoints} endpoints; 1 refuses it; ${reach.encrypted} encrypt.`,
      ),
    checks: [mx],
    servers,
  };
}

function observed(host: string, one: EndpointReport, transcript: TranscriptLine[]): EndpointObservation {
  return {
    host,
    address: one.address,
    family: one.address.includes(":") ? 6 : 4,
    scope: "public",
    port: one.port,
    tlsMode: "starttls",
    asked: { depth: "starttls", relay: "basic", floor: true },
    sharesOurNetwork: false,
    replyTimeout: 60,
    connections: [
      {
        purpose: "dialog",
        at: 0.2,
        connect: { outcome: "connected", seconds: 0.02 },
        transcript,
      },
    ],
  };
}

export const TRANSCRIPT: TranscriptLine[] = [
  { at: 0.0201, mark: "*", text: "connected" },
  { at: 0.0412, mark: "<", text: "220 mx.example.com ESMTP Postfix" },
  { at: 0.0415, mark: ">", text: "EHLO probe.example.net" },
  { at: 0.0622, mark: "<", text: "250-mx.example.com" },
  { at: 0.0622, mark: "<", text: "250 STARTTLS" },
];

interface RunWords {
  findings?: Finding[];
  rules?: Partial<GateRules>;
  gateSummary?: string;
  policy?: Partial<Report["policy"]>;
  transcript?: TranscriptLine[];
  environment?: Partial<Report["environment"]>;
}

export const STRICT: GateRules = { failOn: "error", onInconclusive: "fail" };

/** A whole report of these domains. */
export function reportOf(domains: DomainReport[], run: RunWords = {}): Report {
  const rules = { ...STRICT, ...run.rules };
  const counts: Counts = { pass: 0, warn: 0, fail: 0, inconclusive: 0, waived: 0, skip: 0 };
  const endpoints: Record<string, EndpointObservation> = {};
  let closed = false;
  for (const { server, endpoint, check } of placedChecks(domains)) {
    counts[check.verdict] += 1;
    closed ||= closesGate(check.verdict, rules);
    if (server !== undefined && endpoint !== undefined) {
      const host = server.host.split(" ")[0] ?? "";
      endpoints[endpointKey({ host, address: endpoint.address, port: endpoint.port })] ??= observed(
        host,
        endpoint,
        run.transcript ?? TRANSCRIPT,
      );
    }
  }
  const scores = domains.flatMap(({ score }) => (score === null ? [] : [score]));
  const environment = {
    heloName: quote("probe.example.net"),
    resolver: quote("192.0.2.53"),
    route: quote("direct"),
    trustStores: [quote("bundled (121)"), quote("system (140)")],
    ...run.environment,
  };
  const started = "2026-11-21T17:00:00.000Z";
  const finished = "2026-11-21T17:00:04.200Z";
  const errors = counts.fail;
  const why =
    errors > 0
      ? `Gate closed: ${errors} ${errors === 1 ? "check" : "checks"} failed.`
      : "Gate closed: inconclusive (on-inconclusive: fail).";
  return {
    schema: "mx-gate/report/v1",
    tool: { name: "mx-gate", version: "1.0.0" },
    started,
    finished,
    judgedAt: finished,
    result: worst(domains.map(({ result }) => result)),
    gate: closed ? "closed" : "open",
    gateSummary: quote(run.gateSummary ?? (closed ? why : "Gate open.")),
    score: scores.length === 0 ? null : Math.min(...scores),
    partial: domains.some(({ partial }) => partial),
    counts,
    policy: {
      file: ".github/mx-gate.yml",
      sha256: "c0ffee",
      overrides: 1,
      waivers: 1,
      settings: {
        "fail-on": { value: rules.failOn, from: "default" },
        "on-inconclusive": { value: rules.onInconclusive, from: "default" },
        "min-days-to-expiry": { value: 14, from: "file", line: 4 },
      },
      ...run.policy,
    },
    environment,
    findings: run.findings ?? [],
    domains,
    observations: {
      schema: "mx-gate/observations/v1",
      started,
      finished,
      environment: {
        heloName: "probe.example.net",
        resolver: "192.0.2.53",
        route: "direct",
        privateAddressesAllowed: false,
        trustStores: [{ store: "bundled", certificates: 121 }],
      },
      checks: ["mx", "connect", "banner", "ehlo", "starttls", "certificate", "relay"],
      domains: domains.map(({ name, kind }) => ({ name, kind, endpoints: [] })),
      endpoints,
      certificates: {},
    },
  };
}
