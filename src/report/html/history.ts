/** How a fleet went over several recorded runs: score, causes that came and went, days that certificates had left. */
import type { DomainReport, Report } from "../../judge/report.ts";
import { placedChecks } from "../../judge/report.ts";
import { counts } from "../../judge/verdict.ts";
import { grouped, moreWords, plural } from "../../text/plural.ts";
import { certificateTimeline } from "../summary/certificates.ts";
import { escaped } from "./markup.ts";

/** One run among several. */
export interface HistoryPoint {
  /** End of the run, ISO 8601. */
  readonly at: string;
  readonly score: number | null;
  readonly domains: number;
  /** Domains that did not fail and could be judged. */
  readonly fine: number;
  /** Days until the first certificate ended; absent where none was seen. */
  readonly daysLeft?: number;
  /** Causes that the run before did not have, and those that it had and this one has not; empty for the first run. */
  readonly opened: readonly string[];
  readonly closed: readonly string[];
}

/** What is wrong, by words that stay the same from run to run: no address, as providers rotate them. */
function causesIn(domains: readonly DomainReport[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { domain, server, endpoint, check } of placedChecks(domains)) {
    for (const finding of check.findings) {
      if (finding.severity === "notice" || !counts(finding)) continue;
      const host = server?.host ?? finding.host ?? domain.name;
      const port = endpoint === undefined || endpoint.port === 25 ? "" : `:${String(endpoint.port)}`;
      const words = `${finding.code} at ${host}${port}`;
      const concerned = found.get(words) ?? new Set();
      concerned.add(domain.rawName);
      found.set(words, concerned);
    }
  }
  return found;
}

/** Those of `causes` that `others` does not have, of domains that the run of `others` saw as well. */
function missingFrom(
  causes: ReadonlyMap<string, ReadonlySet<string>>,
  others: ReadonlyMap<string, unknown>,
  seen: ReadonlySet<string>,
): string[] {
  return [...causes].flatMap(([words, concerned]) =>
    others.has(words) || ![...concerned].some((name) => seen.has(name)) ? [] : [words],
  );
}

/**
 * The history of runs of different times that have a domain in common, oldest first. Parts of one run, and runs of
 * other domains, have none.
 */
export function historyOf(reports: readonly Report[]): HistoryPoint[] {
  const byTime = [...reports].sort((a, b) => Date.parse(a.finished) - Date.parse(b.finished));
  const points: HistoryPoint[] = [];
  let before: { causes: Map<string, Set<string>>; names: ReadonlySet<string> } | undefined;
  for (const report of byTime) {
    const { domains } = report;
    const names = new Set(domains.map(({ rawName }) => rawName));
    if (before !== undefined && ![...before.names].some((name) => names.has(name))) return [];
    const causes = causesIn(domains);
    const [first] = certificateTimeline(domains);
    points.push({
      at: report.finished,
      score: report.score,
      domains: domains.length,
      fine: domains.filter(({ result }) => result === "pass" || result === "warn").length,
      ...(first !== undefined && { daysLeft: first.daysLeft }),
      opened: before === undefined ? [] : missingFrom(causes, before.causes, before.names),
      closed: before === undefined ? [] : missingFrom(before.causes, causes, names),
    });
    before = { causes, names };
  }
  return points.length < 2 ? [] : points;
}

const WIDTH = 340;
const HEIGHT = 120;
const TOP = 18;
const BASE = 92;

/** A line over time, from the lowest to the highest value that is there, its ends in numbers. */
function line(
  title: string,
  points: readonly HistoryPoint[],
  valueOf: (point: HistoryPoint) => number | null,
): string {
  const times = points.map(({ at }) => Date.parse(at));
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const values = points.map(valueOf);
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return "";
  const [low, high] = [Math.min(0, ...known), Math.max(1, ...known)];
  const spots = values.flatMap((value, index) => {
    if (value === null) return [];
    const at = times[index] ?? start;
    const x = 14 + (end === start ? 0 : ((at - start) / (end - start)) * (WIDTH - 28));
    return [{ x, y: BASE - ((value - low) / (high - low)) * (BASE - TOP), value }];
  });
  const path = spots.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`);
  const dots = spots.map(
    ({ x, y }) => `<circle class="dot" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3"/>`,
  );
  const labels = [spots[0], spots.length > 1 ? spots.at(-1) : undefined].flatMap((spot, index) =>
    spot === undefined
      ? []
      : [
          `<text x="${index === 0 ? "0" : String(WIDTH)}" y="${(spot.y - 7).toFixed(1)}"${index === 0 ? "" : ' class="end"'}>${grouped(spot.value)}</text>`,
        ],
  );
  const dates = [points[0], points.at(-1)].map((point, index) =>
    point === undefined
      ? ""
      : `<text x="${index === 0 ? "0" : String(WIDTH)}" y="${String(HEIGHT - 4)}"${index === 0 ? "" : ' class="end"'}>${escaped(point.at.slice(0, 10))}</text>`,
  );
  const said = points.map((point) => `${point.at.slice(0, 10)}: ${String(valueOf(point) ?? "unknown")}`);
  const axis = `<path class="axis" d="M0 ${String(BASE + 6.5)}H${String(WIDTH)}"/>`;
  return `<figure><figcaption>${title}</figcaption><svg viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" role="img" aria-label="${escaped(`${title}: ${said.join(", ")}`)}">${axis}<path class="line" d="${path.join("")}"/>${dots.join("")}${labels.join("")}${dates.join("")}</svg></figure>\n`;
}

/** Causes that a row names. */
const NAMED = 10;

function causeList(causes: readonly string[]): string {
  if (causes.length === 0) return "–";
  const more = causes.length - NAMED;
  const named = causes.slice(0, NAMED).map(escaped);
  return [...named, ...(more > 0 ? [moreWords(more)] : [])].join("<br>");
}

/** The history as plots and as a table, the latest run first; nothing for a single run. */
export function historySection(points: readonly HistoryPoint[]): string {
  if (points.length < 2) return "";
  const rows = points
    .toReversed()
    .map(
      ({ at, score, fine, domains, daysLeft, opened, closed }) =>
        `<tr><th scope="row">${escaped(at.slice(0, 16).replace("T", " "))}</th><td>${score === null ? "–" : String(score)}</td><td>${grouped(fine)}/${grouped(domains)}</td><td>${daysLeft === undefined ? "–" : grouped(daysLeft)}</td><td>${causeList(opened)}</td><td>${causeList(closed)}</td></tr>`,
    );
  return [
    `<section id="history"><h2>History of ${escaped(plural(points.length, "run"))}</h2>\n<div class="plots">`,
    line("Score", points, ({ score }) => score),
    line("Domains without a failure", points, ({ fine }) => fine),
    line("Days until the first certificate ends", points, ({ daysLeft }) => daysLeft ?? null),
    '</div>\n<div class="scroll" role="region" aria-label="Runs" tabindex="0"><table><thead><tr><th scope="col">run (UTC)</th><th scope="col">score</th><th scope="col">fine</th><th scope="col">days left</th><th scope="col">opened</th><th scope="col">closed</th></tr></thead><tbody>',
    ...rows,
    "</tbody></table></div></section>\n",
  ].join("");
}
