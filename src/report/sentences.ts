/** Sentences that several outputs say in the same words. They hold words from outside: escape them for where they go. */
import type { Counts, DomainReport, Finding, Report, Result, Check } from "../judge/report.ts";
import { closesGate, placedChecks } from "../judge/report.ts";
import { findingCloses, gateRules } from "./gate-rules.ts";
import { compareDomains } from "./ranking.ts";
import type { FilePosition } from "../text/file-position.ts";
import { andMore, grouped, plural } from "../text/plural.ts";
import type { WrittenFile } from "./outputs.ts";

/** Seconds in words: `0.04 s`, `4.2 s`, `2 min 5 s`. */
export function secondsWords(seconds: number): string {
  if (seconds < 0.095) return `${seconds.toFixed(2)} s`;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Seconds that the run took. */
export function runSeconds(report: Report): number {
  return Math.max(0, (Date.parse(report.finished) - Date.parse(report.started)) / 1000);
}

/** `.github/mx-gate.yml:4`, as editors and terminals take it. */
export function positionWords({ file, line }: FilePosition): string {
  return `${file}:${line}`;
}

/** Zone files that are named one by one. */
const ZONES_NAMED = 5;

/** Which zone each zone file was read as; empty where live DNS was asked alone. */
export function zonesWords({ environment: { zones = [] } }: Report): string {
  if (zones.length === 0) return "";
  return `${zones.length === 1 ? "zone" : "zones"} ${andMore(zones.slice(0, ZONES_NAMED), zones.length)}`;
}

/** Number of distinct endpoints of a report; one that several domains share counts once. */
export function endpointCount(report: Report): number {
  const seen = new Set<string>();
  for (const { servers } of report.domains) {
    for (const { endpoints } of servers) for (const { key } of endpoints) seen.add(key);
  }
  return seen.size;
}

/** Each verdict with what is said of so many checks, in the order in which they are told. */
export const COUNT_WORDS = [
  ["pass", "passed"],
  ["warn", "warned"],
  ["fail", "failed"],
  ["inconclusive", "inconclusive"],
  ["waived", "waived"],
  ["skip", "skipped"],
] as const satisfies readonly (readonly [keyof Counts, string])[];

/** `33 passed, 1 warned, 2 failed, …`: every kind, those of which there are none as well. */
export function countsWords(counts: Counts): string {
  return COUNT_WORDS.map(([verdict, said]) => `${grouped(counts[verdict])} ${said}`).join(", ");
}

/** `1 override, 1 waiver`, or nothing where there are none. */
export function policyExtras({ overrides, waivers }: Report["policy"]): string {
  return [
    ...(overrides > 0 ? [plural(overrides, "override")] : []),
    ...(waivers > 0 ? [plural(waivers, "waiver")] : []),
  ].join(", ");
}

/** Fixed findings that are named; of more, the number is told. */
const FIXED_NAMED = 5;

/** `Against the baseline x.json: 2 new, 5 known, 1 fixed (…).`; undefined without a baseline. */
export function baselineWords({ baseline }: Pick<Report, "baseline">): string | undefined {
  if (baseline === undefined) return undefined;
  const { file, fixed } = baseline;
  const named = fixed
    .slice(0, FIXED_NAMED)
    .map(
      ({ code, domain, host, port }) => `${code} at ${host ?? domain}${port === undefined ? "" : `:${port}`}`,
    );
  const list = andMore(named, fixed.length);
  const mended = `${grouped(fixed.length)} fixed${list === "" ? "" : ` (${list})`}`;
  const [fresh, known] = [baseline.new, baseline.known].map(grouped);
  return `Against the baseline ${file}: ${fresh ?? ""} new, ${known ?? ""} known, ${mended}.`;
}

/** `score 59`, with a sign where something is left out of it. */
export function scoreWords({ score, partial }: { score: number | null; partial?: boolean }): string {
  if (score === null) return "no score";
  return partial === true ? `score ${score} (partial)` : `score ${score}`;
}

/** What is said of domains with a result: one, and several. */
const DOMAIN_WORDS: Readonly<Record<Exclude<Result, "pass">, readonly [string, string]>> = {
  fail: ["fails", "fail"],
  inconclusive: ["could not be judged", "could not be judged"],
  warn: ["has warnings", "have warnings"],
  skip: ["was not tested", "were not tested"],
};

/** True where a check passes for the gate only because its findings are excused. */
function hasExcused(domain: DomainReport): boolean {
  for (const { check } of placedChecks([domain])) if (check.verdict === "waived") return true;
  return false;
}

/** What the policy turns off or lowers, in one sentence; undefined where it does neither. */
export function silencesWords({ findings }: Pick<Report, "findings">): string | undefined {
  return findings.find(({ code }) => code === "policy-silences")?.message;
}

/** Whether mail was seen to arrive at every endpoint: what passes, and was not asked for its mail, is not yet fine. */
function arrives({ reach, servers }: DomainReport): boolean {
  if (servers.some(({ endpoints }) => endpoints.length === 0)) return false;
  return reach.endpoints > 0 && reach.accepting === reach.endpoints;
}

/** The run in one line: `closed — example.com fails, 1 of 2 domains is fine`. */
export function headline(report: Report): string {
  const { domains, gate, findings } = report;
  const rules = gateRules(report);
  const byDomains = domains.some(({ result }) => closesGate(result, rules));
  const ofRun = byDomains ? [] : findings.filter((finding) => findingCloses(finding, rules));
  const parts = [...new Set(ofRun.map(({ code }) => `${code} closes it`))];
  for (const result of ["fail", "inconclusive", "warn", "skip"] as const) {
    const these = domains.filter((domain) => domain.result === result);
    const [first] = these;
    if (first === undefined) continue;
    const [one, several] = DOMAIN_WORDS[result];
    parts.push(these.length === 1 ? `${first.name} ${one}` : `${plural(these.length, "domain")} ${several}`);
  }
  const passing = domains.filter((domain) => domain.result === "pass");
  // What a waiver, the policy or the baseline lets pass is not fine.
  const waived = passing.filter((domain) => hasExcused(domain));
  const [one] = waived;
  if (one !== undefined && waived.length === 1) parts.push(`${one.name} passes with excused findings`);
  else if (waived.length > 0) parts.push(`${plural(waived.length, "domain")} pass with excused findings`);
  const others = passing.filter((domain) => !waived.includes(domain));
  const [is, are] = others.every(arrives) ? ["is fine", "are fine"] : ["passes", "pass"];
  const [only] = others;
  if (domains.length === 1 && only !== undefined) parts.push(`${only.name} ${is}`);
  else if (domains.length > 1 && others.length === domains.length)
    parts.push(`all ${plural(others.length, "domain")} ${are}`);
  else if (others.length > 0) {
    const of = `${grouped(others.length)} of ${plural(domains.length, "domain")}`;
    parts.push(`${of} ${others.length === 1 ? is : are}`);
  }
  if (domains.length === 0) parts.push("nothing was tested");
  return `${gate} — ${parts.join(", ")}`;
}

/** The reach of the worst domain in one sentence, with its name where there are several; undefined without domains. */
export function reachOfWorst(report: Report): string | undefined {
  const [worst] = [...report.domains].sort(compareDomains);
  if (worst === undefined) return undefined;
  return report.domains.length === 1 ? worst.reachSummary : `${worst.name}: ${worst.reachSummary}`;
}

/** What sending servers make of it: what they do, and the result type of RFC 8460 that some of them report. */
export function sendersWords({ resultType, senders }: Finding): string | undefined {
  const reported = resultType === undefined ? undefined : `TLSRPT ${resultType}`;
  const parts = [reported, senders].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join("; ");
}

/** `mx-gate-junit.xml, mx-gate-report.json`, or nothing. */
export function filesWords(written: readonly WrittenFile[]): string {
  return written.map((file) => file.path).join(", ");
}

/** `498 domains pass`, with their names where they are few. For domains that pass or were not tested. */
export function closedWords(domains: readonly DomainReport[]): string {
  const skipped = domains.some(({ result }) => result === "skip");
  const verb = skipped ? "need nothing" : "pass";
  const verbOfOne = skipped ? "needs nothing" : "passes";
  const said = plural(domains.length, `domain ${verbOfOne}`, `domains ${verb}`);
  return domains.length <= 3 ? `${said}: ${domains.map(({ name }) => name).join(", ")}` : said;
}

/** Domains that are named where several are concerned. */
const CONCERNED_NAMED = 3;

/** `2,000 domains: a.example, b.example, c.example and 1,997 more`; a single one more is named. Empty for none. */
export function concernedWords(domains: readonly DomainReport[]): string {
  if (domains.length === 0) return "";
  const named = domains.length <= CONCERNED_NAMED + 1 ? domains : domains.slice(0, CONCERNED_NAMED);
  const names = named.map(({ name }) => name);
  return `${plural(domains.length, "domain")}: ${andMore(names, domains.length)}`;
}

/** `14 domains not reached`: the run ended before them. */
export function unreachedWords(domains: readonly DomainReport[]): string {
  return `${plural(domains.length, "domain")} not reached`;
}

/** Where the whole is to be found: `all of it is in mx-gate-report.json`. */
export function wholeWords(written: readonly WrittenFile[]): string {
  const path = written.find(({ kind }) => kind === "report-file")?.path;
  return path === undefined ? "set report-file to have all of it as JSON" : `all of it is in ${path}`;
}

/** `tlsVersion TLSv1.3`: one text per fact, in the order in which the check tells them. */
export function factWords({ facts = {} }: Check): string[] {
  return Object.entries(facts).map(([name, value]) => {
    return `${name} ${Array.isArray(value) ? value.join(", ") : String(value)}`;
  });
}
