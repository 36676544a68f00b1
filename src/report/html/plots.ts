/** Plots of the fleet, as SVG: certificates by week of expiry, TLS versions, who is covered by DANE and MTA-STS. */
import type { DomainReport, Report } from "../../judge/report.ts";
import { placedChecks } from "../../judge/report.ts";
import { certificateTimeline } from "../summary/certificates.ts";
import { andMore, grouped } from "../../text/plural.ts";
import { escaped, letterOf } from "./markup.ts";
import type { Letter } from "./markup.ts";

/** Width of a plot in its own units; a unit is about a pixel. */
const WIDTH = 340;

/** A part of a bar: how many, and in what colour. */
interface Part {
  readonly letter: Letter;
  readonly number: number;
}

/** Weeks that have a bar each: the ninety days of most certificates. */
const WEEKS = 13;
const HEIGHT = 150;
const BASE = 112;

/** Certificates that end in a week, worst verdict at the bottom. */
interface Week {
  readonly label: string;
  readonly parts: readonly Part[];
}

/** Bars of certificates: expired, each week, later. */
export function expiryWeeks(domains: readonly DomainReport[]): readonly Week[] {
  const lines = certificateTimeline(domains);
  const binOf = (days: number): number => (days < 0 ? 0 : Math.min(Math.floor(days / 7), WEEKS) + 1);
  const bins = Map.groupBy(lines, ({ daysLeft }) => binOf(daysLeft));
  return Array.from({ length: WEEKS + 2 }, (_, index): Week => {
    const label = index === 0 ? "expired" : index > WEEKS ? "later" : String(index);
    const these = bins.get(index) ?? [];
    const parts = (["fail", "inconclusive", "warn", "waived", "pass", "skip"] as const).map((verdict) => ({
      letter: letterOf(verdict),
      number: these.filter((line) => line.verdict === verdict).length,
    }));
    return { label, parts: parts.filter(({ number }) => number > 0) };
  });
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((all, { number }) => all + number, 0);
}

function figure(title: string, told: string, svg: string): string {
  return `<figure><figcaption>${escaped(title)}</figcaption>${svg}<p class="legend">${told}</p></figure>\n`;
}

function svgOf(height: number, label: string, content: string): string {
  return `<svg viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" aria-label="${escaped(label)}">${content}</svg>`;
}

function expiryPlot(domains: readonly DomainReport[]): string {
  const weeks = expiryWeeks(domains);
  const most = Math.max(...weeks.map(({ parts }) => sum(parts)));
  if (most === 0) return "";
  const step = WIDTH / weeks.length;
  const bars = weeks.map(({ label, parts }, index) => {
    const x = index * step;
    let y = BASE;
    const rects = parts.map(({ letter, number }) => {
      const height = Math.max(2, (number / most) * (BASE - 20));
      y -= height;
      return `<rect class="${letter}" x="${(x + 2).toFixed(1)}" y="${y.toFixed(1)}" width="${(step - 4).toFixed(1)}" height="${height.toFixed(1)}"/>`;
    });
    const middle = (x + step / 2).toFixed(1);
    const number = sum(parts);
    const above =
      number === 0
        ? ""
        : `<text x="${middle}" y="${(y - 4).toFixed(1)}" class="mid">${grouped(number)}</text>`;
    const anchor =
      index === 0
        ? `x="0"`
        : index > WEEKS
          ? `x="${String(WIDTH)}" class="end"`
          : `x="${middle}" class="mid"`;
    const below = index === 0 || index > WEEKS || index % 3 === 0;
    return `${rects.join("")}${above}${below ? `<text ${anchor} y="${String(BASE + 16)}">${label}</text>` : ""}`;
  });
  const axis = `<path class="axis" d="M0 ${String(BASE + 0.5)}H${String(WIDTH)}"/>`;
  const under = `<text x="${String(WIDTH / 2)}" y="${String(HEIGHT - 4)}" class="mid">weeks from now</text>`;
  const said = weeks.filter(({ parts }) => parts.length > 0);
  const label = said.map(({ label: week, parts }) => `${week}: ${grouped(sum(parts))}`).join(", ");
  const [first] = certificateTimeline(domains);
  const told =
    first === undefined ? "" : `The first to end: ${escaped(firstToEnd(first.daysLeft, first.hosts))}.`;
  return figure(
    "Certificates by week of expiry",
    told,
    svgOf(HEIGHT, `Certificates by week of expiry: ${label}`, bars.join("") + axis + under),
  );
}

function firstToEnd(days: number, hosts: readonly string[]): string {
  const where = andMore(hosts.slice(0, 1), hosts.length);
  return days < 0 ? `${where}, ${grouped(-days)} days ago` : `${where}, in ${grouped(days)} days`;
}

/** Endpoints by the TLS version that they negotiate, each endpoint once, the best first. */
export function tlsVersions(domains: readonly DomainReport[]): Map<string, Part> {
  const seen = new Set<string>();
  const versions = new Map<string, { letter: Letter; number: number }>();
  for (const { endpoint, check } of placedChecks(domains)) {
    if (endpoint === undefined || check.check !== "starttls") continue;
    const key = `${String(endpoint.run)} ${endpoint.key}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { facts = {}, verdict } = check;
    const version = facts["tlsVersion"];
    const unseen = verdict === "inconclusive" || verdict === "skip";
    const name =
      typeof version === "string" ? version.replace("TLSv", "TLS ") : unseen ? "not seen" : "no TLS";
    const old = name === "TLS 1.1" || name === "TLS 1.0" || name === "TLS 1" || name === "no TLS";
    const letter: Letter = name === "not seen" ? "s" : old ? "f" : "p";
    const part = versions.get(name) ?? { letter, number: 0 };
    part.number += 1;
    versions.set(name, part);
  }
  const rank = (name: string): number =>
    ["TLS 1.3", "TLS 1.2", "TLS 1.1", "TLS 1.0", "no TLS", "not seen"].indexOf(name);
  return new Map([...versions].sort(([a], [b]) => rank(a) - rank(b)));
}

function tlsPlot(domains: readonly DomainReport[]): string {
  const versions = tlsVersions(domains);
  if (versions.size === 0) return "";
  const most = Math.max(...Array.from(versions.values(), ({ number }) => number));
  const bars = Array.from(versions, ([name, { letter, number }], index) => {
    const y = index * 26 + 4;
    const width = Math.max(2, (number / most) * 200);
    return `<text x="0" y="${String(y + 14)}">${escaped(name)}</text><rect class="${letter}" x="72" y="${String(y)}" width="${width.toFixed(1)}" height="18"/><text x="${(78 + width).toFixed(1)}" y="${String(y + 14)}">${grouped(number)}</text>`;
  });
  const all = Array.from(versions.values(), ({ number }) => number).reduce((a, b) => a + b, 0);
  const label = Array.from(versions, ([name, { number }]) => `${name}: ${grouped(number)}`).join(", ");
  return figure(
    "TLS versions",
    `Of ${grouped(all)} endpoints, the highest version that each negotiates.`,
    svgOf(versions.size * 26 + 6, `TLS versions: ${label}`, bars.join("")),
  );
}

/** How many domains have a protection at every endpoint, at some, at none. */
export interface Coverage {
  readonly all: number;
  readonly some: number;
  readonly none: number;
}

/** Coverage of the domains that have an endpoint. */
export function coverage(
  domains: readonly DomainReport[],
  of: "authenticated" | "dane" | "mtaSts",
): Coverage {
  const counted = { all: 0, some: 0, none: 0 };
  for (const { kind, reach } of domains) {
    if (kind !== "domain" || reach.endpoints === 0) continue;
    const number = reach[of] ?? 0;
    counted[number === 0 ? "none" : number < reach.endpoints ? "some" : "all"] += 1;
  }
  return counted;
}

/** Whether the run asked for a check at all. */
function asked({ domains }: Report, id: string): boolean {
  for (const { check } of placedChecks(domains)) {
    if (check.check === id && !(check.verdict === "skip" && check.summary === "not asked for")) return true;
  }
  return false;
}

function coveragePlot(report: Report): string {
  const rows = (
    [
      ["DANE", "dane", "dane"],
      ["MTA-STS", "mtaSts", "mta-sts"],
      ["valid certificate", "authenticated", "certificate"],
    ] as const
  )
    .filter(([, , id]) => asked(report, id))
    .map(([name, of]) => ({ name, ...coverage(report.domains, of) }))
    .filter(({ all, some, none }) => all + some + none > 0);
  if (rows.length === 0) return "";
  const parts = ({ all, some, none }: Coverage): (Part & { readonly said: string })[] => [
    { letter: "p", number: all, said: "all endpoints" },
    { letter: "w", number: some, said: "some" },
    { letter: "s", number: none, said: "none" },
  ];
  const bars = rows.map((row, index) => {
    const y = index * 48 + 4;
    const whole = row.all + row.some + row.none;
    let x = 0;
    const rects = parts(row).map(({ letter, number }) => {
      const width = (number / whole) * WIDTH;
      const rect =
        number === 0
          ? ""
          : `<rect class="${letter}" x="${x.toFixed(1)}" y="${String(y + 20)}" width="${Math.max(1, width - 1).toFixed(1)}" height="14"/>`;
      x += width;
      return rect;
    });
    const told = parts(row)
      .filter(({ number }) => number > 0)
      .map(({ number, said }) => `${said} ${grouped(number)}`)
      .join(" · ");
    return `<text x="0" y="${String(y + 14)}" class="strong">${row.name}</text><text x="${String(WIDTH)}" y="${String(y + 14)}" class="end">${told}</text>${rects.join("")}`;
  });
  const label = rows.map(
    ({ name, all, some, none }) =>
      `${name}: all ${grouped(all)}, some ${grouped(some)}, none ${grouped(none)}`,
  );
  return figure(
    "Authenticated transport",
    "Domains with this protection at all of their endpoints, at some, at none.",
    svgOf(rows.length * 48, label.join("; "), bars.join("")),
  );
}

/** The plots of a report; nothing where there is nothing to plot. */
export function plotSection(report: Report): string {
  const figures = [expiryPlot(report.domains), tlsPlot(report.domains), coveragePlot(report)].filter(
    (one) => one !== "",
  );
  return figures.length === 0
    ? ""
    : `<section id="plots"><h2>Certificates and transport</h2>\n<div class="plots">${figures.join("")}</div></section>\n`;
}
