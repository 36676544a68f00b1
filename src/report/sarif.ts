/**
 * SARIF 2.1.0, for code scanning. One result for each deviation of a host, whatever its addresses and the domains that it
 * serves: both change, and an alert is to stay the same alert. A code is a rule. A notice is no alert.
 */
import { grouped, plural } from "../text/plural.ts";
import { createHash } from "node:crypto";
import type { CheckId } from "../judge/checks/all.ts";
import type { DomainReport, Finding, PlacedCheck, Report } from "../judge/report.ts";
import { causesOf, isCausedByRun } from "../judge/findings/causes.ts";
import { counts } from "../judge/verdict.ts";
import { describe, isCode } from "../judge/diagnostics/registry.ts";
import { markdown, sarifText } from "../text/escape.ts";
import { waivedWords, findingFields } from "./finding-fields.ts";
import { codePage, PUBLISHED_DOCS } from "./links.ts";
import type { Links } from "./links.ts";
import { checkLabel } from "./labels.ts";
import { compareFindings } from "./ranking.ts";
import { concernedWords, silencesWords } from "./sentences.ts";
import type { FilePosition } from "../text/file-position.ts";

/** Results that GitHub shows of one file. */
export const SARIF_LIMIT = 5_000;

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/** Places that a message names. */
const LOCATIONS_NAMED = 5;

/** CVSS-like figures by which GitHub sorts: high, medium, low; an open relay is critical. */
const SECURITY_SEVERITY = { error: "7.5", warning: "5.0", inconclusive: "3.0", notice: "0.0" } as const;
const CRITICAL: ReadonlyMap<string, string> = new Map([["relay-open", "9.1"]]);

/** Parts of codes that a reader knows by another spelling. */
const SPELT: Readonly<Record<string, string>> = {
  cert: "certificate",
  dane: "DANE",
  dns: "DNS",
  ehlo: "EHLO",
  mta: "MTA",
  sts: "STS",
  mx: "MX",
  rpt: "RPT",
  rsa: "RSA",
  starttls: "STARTTLS",
  tls: "TLS",
};

/** `cert-expired` as people write it: `Certificate expired`. */
function readableName(code: string): string {
  const words = code.split("-").map((part) => (Object.hasOwn(SPELT, part) ? SPELT[part] : part));
  const said = words.join(" ").replace("MTA STS", "MTA-STS").replace("TLS RPT", "TLS-RPT");
  return sarifText(`${said.slice(0, 1).toUpperCase()}${said.slice(1)}`);
}

const LEVELS = { error: "error", inconclusive: "warning", warning: "warning", notice: "note" } as const;

/** One deviation, with all the places of its host where it was seen, and the domains that it concerns. */
interface Deviation {
  readonly identity: string;
  readonly finding: Finding;
  readonly check?: CheckId;
  readonly domains: Set<DomainReport>;
  readonly locations: Set<string>;
}

function identityOf(parts: readonly (string | number | undefined)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

/**
 * Same host, port, check and code, whatever its address and the domains that it serves: one alert. Where there is no
 * host, the domain is what has to change; what the run did not get to is one result.
 */
function placedIdentity({ domain, server, endpoint, check }: PlacedCheck, finding: Finding): string {
  if (isCausedByRun(finding.code)) return identityOf(["run", finding.code]);
  const host = server?.host ?? finding.host;
  const at = host === undefined ? [domain.kind, domain.name] : ["host", host];
  return identityOf([...at, endpoint?.port, check.check, finding.code]);
}

/** Every deviation of the run and its domains; of equal ones the worst finding speaks. */
function* deviations(report: Report): Generator<"", Deviation[]> {
  const found = new Map<string, Deviation>();
  const add = (identity: string, finding: Finding, check?: CheckId): Deviation => {
    const same = found.get(identity);
    if (same !== undefined && compareFindings(finding, same.finding) >= 0) return same;
    // What is excused at some domains does not count them among those where it is not.
    const excused = same !== undefined && counts(finding) !== counts(same.finding);
    const kept = {
      identity,
      finding,
      ...(check !== undefined && { check }),
      domains: excused ? new Set<DomainReport>() : (same?.domains ?? new Set<DomainReport>()),
      locations: same?.locations ?? new Set<string>(),
    };
    found.set(identity, kept);
    return kept;
  };
  for (const finding of report.findings) {
    if (finding.severity === "notice") continue;
    // One code may say several things of a file: what to do about them tells them apart, and has no numbers in it.
    const identity = identityOf(["run", finding.host, finding.code, finding.policy?.file, finding.remedy]);
    const { locations } = add(identity, finding);
    if (finding.host !== undefined) locations.add(finding.host);
  }
  for (const { check, seen } of causesOf(report.domains).all) {
    yield "";
    for (const { finding, placed } of seen) {
      if (finding.severity === "notice") continue;
      const deviation = add(placedIdentity(placed, finding), finding, check);
      const place = placed.endpoint === undefined ? finding.host : checkLabel(placed);
      if (place !== undefined) deviation.locations.add(place);
      if (counts(finding) === counts(deviation.finding)) deviation.domains.add(placed.domain);
    }
  }
  // Map keeps the order of the report, and sorting is stable.
  return [...found.values()].sort((a, b) => compareFindings(a.finding, b.finding));
}

/** A file as SARIF names it: by its path in the repository, or whole where it is elsewhere. */
function artifactOf(file: string): object {
  const path = file.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  const uri = path.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: "%SRCROOT%" };
}

/**
 * What asked for it: a line of the policy or zone file, else the file that started the run. Where a run has no file at
 * all, the host or domain alone: a file that is not there would lead nowhere.
 */
function locationOf({ finding, domains }: Deviation, report: Report, links: Links): object {
  const [domain] = domains;
  const at: FilePosition | undefined = finding.policy ?? domain?.source;
  const file = at?.file ?? links.workflow ?? report.policy.file ?? undefined;
  const name = finding.host ?? domain?.name;
  return {
    ...(file !== undefined && {
      physicalLocation: { artifactLocation: artifactOf(file), region: { startLine: at?.line ?? 1 } },
    }),
    logicalLocations: [{ fullyQualifiedName: sarifText(name ?? "this run"), kind: "resource" }],
  };
}

/** Where, what, and what to do: lines. */
function messageOf({ finding, domains, locations }: Deviation): string {
  const named = [...locations].slice(0, LOCATIONS_NAMED);
  const more = locations.size - named.length;
  const where = [...named, ...(more > 0 ? [plural(more, "more place")] : [])].join(", ");
  const fields = findingFields(finding)
    .filter(({ label }) => label !== "see" && label !== "asked at")
    .map(({ name, text }) => `${name}: ${text}`);
  const [domain] = domains;
  const concerned = domains.size > 1 ? concernedWords([...domains]) : (domain?.name ?? "");
  return [[concerned, where].filter((part) => part !== "").join(" · "), finding.message, ...fields]
    .filter((line) => line !== "")
    .join("\n");
}

function resultOf(deviation: Deviation, report: Report, links: Links, ruleIndex: number): object {
  const { finding, identity, check, domains } = deviation;
  const [domain] = domains;
  const waived = waivedWords(finding);
  return {
    ruleId: finding.code,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: sarifText(messageOf(deviation)) },
    locations: [locationOf(deviation, report, links)],
    // The second key is the only one by which GitHub knows an alert again.
    partialFingerprints: { "mxGateDeviation/v1": identity, primaryLocationLineHash: `${identity}:1` },
    ...(waived === undefined
      ? {}
      : { suppressions: [{ kind: "external", status: "accepted", justification: sarifText(waived) }] }),
    properties: {
      severity: finding.severity,
      ...(check === undefined ? {} : { check }),
      ...(domain === undefined || domains.size > 1 ? {} : { domain: sarifText(domain.name) }),
      ...(domains.size > 1 ? { domains: domains.size } : {}),
      ...(finding.host === undefined ? {} : { host: sarifText(finding.host) }),
    },
  };
}

/** `page` is an address that we made; its parentheses would end the link. */
function pageLink(code: string, page: string): string {
  return `[${markdown(code)}](${page.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}

/** A code as a rule; one that this version does not know, from a report of another, as far as the finding tells. */
function ruleOf(finding: Finding, links: Links): object {
  const known = isCode(finding.code) ? describe(finding.code) : undefined;
  const check = known?.check ?? "run";
  const ways = (finding.alternatives ?? []).map(({ label, text }) => `${label}: ${text}`).join("; ");
  const remedy = known?.remedy ?? (ways === "" ? finding.remedy : ways);
  const reference = known?.reference ?? finding.reference;
  const severity = known?.severity ?? finding.severity;
  const page = codePage({ docs: links.docs ?? PUBLISHED_DOCS }, finding.code);
  const reported = [sarifText(remedy), ...(reference === undefined ? [] : [`See ${sarifText(reference)}.`])];
  return {
    id: finding.code,
    name: readableName(finding.code),
    shortDescription: { text: `${readableName(finding.code)} (${check})` },
    fullDescription: { text: reported.join(" ") },
    helpUri: page,
    help: {
      text: [...reported, page].join("\n"),
      markdown: `${reported.map(markdown).join(" ")}\n\n${pageLink(finding.code, page)}`,
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ["mail", "security", check],
      "security-severity": CRITICAL.get(finding.code) ?? SECURITY_SEVERITY[severity],
    },
  };
}

/** Says in the file itself that something is missing from it. */
function cutNote(all: number, limit: number): object[] {
  if (all <= limit) return [];
  const text = `Only the worst ${grouped(limit)} of ${grouped(all)} results are in this file; the JSON report has all of them.`;
  return [{ level: "warning", message: { text }, descriptor: { id: "results-cut" } }];
}

/** What the policy silences is no alert, and is told in every output. */
function silencesNote(report: Report): object[] {
  const text = silencesWords(report);
  if (text === undefined) return [];
  return [{ level: "note", message: { text: sarifText(text) }, descriptor: { id: "policy-silences" } }];
}

/** The findings of a report as SARIF, worst first, at most `limit` results. Pieces are empty while there is nothing to write. */
export function* renderSarif(report: Report, links: Links = {}, limit = SARIF_LIMIT): Generator<string> {
  const all = yield* deviations(report);
  const shown = all.slice(0, limit);
  const firstOfCode = new Map<string, Finding>();
  for (const { finding } of shown) if (!firstOfCode.has(finding.code)) firstOfCode.set(finding.code, finding);
  const codes = [...firstOfCode.keys()].sort();
  const driver = {
    name: report.tool.name,
    version: report.tool.version,
    semanticVersion: report.tool.version,
    rules: codes.flatMap((code) => {
      const finding = firstOfCode.get(code);
      return finding === undefined ? [] : [ruleOf(finding, links)];
    }),
    notifications: [
      { id: "policy-silences", shortDescription: { text: "The policy turns off or lowers codes." } },
      { id: "results-cut", shortDescription: { text: "There are more results than a file may hold." } },
    ],
  };
  const invocation = {
    executionSuccessful: true,
    startTimeUtc: report.started,
    endTimeUtc: report.finished,
    toolExecutionNotifications: [...silencesNote(report), ...cutNote(all.length, limit)],
  };
  const properties = {
    result: report.result,
    gate: report.gate,
    score: report.score,
    counts: report.counts,
    results: all.length,
    ...(report.environment.dnssec !== undefined && { dnssec: sarifText(report.environment.dnssec) }),
  };
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},`;
  yield `"invocations":${JSON.stringify([invocation])},"columnKind":"utf16CodeUnits",`;
  yield `"originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"The root of the repository."}}},`;
  yield `"properties":${JSON.stringify(properties)},"results":[`;
  const indexes = new Map(codes.map((code, index) => [code, index]));
  let comma = "";
  for (const deviation of shown) {
    const index = indexes.get(deviation.finding.code) ?? 0;
    yield `${comma}\n${JSON.stringify(resultOf(deviation, report, links, index))}`;
    comma = ",";
  }
  yield "\n]}]}\n";
}
