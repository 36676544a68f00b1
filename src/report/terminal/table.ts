/** The table of a domain on a terminal: endpoints down, checks across, one sign each. */
import { ENDPOINT_CHECKS, type EndpointCheckId } from "../../judge/checks/all.ts";
import type { DomainReport, EndpointReport } from "../../judge/report.ts";
import { terminal } from "../../text/escape.ts";
import { MARKS } from "../marks.ts";
import { addressAndPort } from "../labels.ts";
import { secondsWords } from "../sentences.ts";
import { centre, padRight, textWidth, wrap } from "../../text/layout.ts";
import type { Paint } from "../../text/layout.ts";

type Column = EndpointCheckId;

/** Heads of the columns, by check. */
type Heads = Readonly<Record<Column, string>>;

const headsOf = (head: (check: (typeof ENDPOINT_CHECKS)[number]) => string): Heads =>
  Object.fromEntries(ENDPOINT_CHECKS.map((check) => [check.id, head(check)])) as Record<Column, string>;

const FULL = headsOf(({ id }) => id);
const SHORT = headsOf(({ shortHead }) => shortHead);

/** How the table is laid out at a width. */
interface Layout {
  readonly heads: Heads;
  /** Endpoints stand beside their host; below it where that is too wide. */
  readonly beside: boolean;
  readonly hostWidth: number;
  readonly endpointWidth: number;
  readonly columns: readonly Column[];
  readonly preferences: boolean;
  readonly width: number;
}

const INDENT = 2;
const PREFERENCE = "pref".length;
const SCORE = "score".length;

function marksWidth(heads: Heads, columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + heads[column].length + 1, 1);
}

/** Cells to the left of the endpoint's column. */
function leftOfEndpoint({ beside, preferences, hostWidth }: Layout): number {
  return INDENT + (preferences ? PREFERENCE + 2 : 0) + (beside ? hostWidth + 2 : 0);
}

function totalWidth(layout: Layout): number {
  return (
    leftOfEndpoint(layout) + layout.endpointWidth + 1 + marksWidth(layout.heads, layout.columns) + 1 + SCORE
  );
}

function layoutFor(domain: DomainReport, width: number): Layout {
  const endpoints = domain.servers.flatMap((server) => server.endpoints);
  const ids = new Set(endpoints.flatMap((endpoint) => endpoint.checks.map((check) => check.check)));
  const widest = (texts: string[]): number => Math.max(...texts.map(textWidth));
  const base = {
    columns: ENDPOINT_CHECKS.map(({ id }) => id).filter((id) => ids.has(id)),
    preferences: domain.servers.some((server) => server.preference !== null),
    hostWidth: widest(["host", ...domain.servers.map((server) => terminal(server.host))]),
    endpointWidth: widest(["endpoint", ...endpoints.map((endpoint) => terminal(addressAndPort(endpoint)))]),
    width,
  };
  const candidates: Layout[] = [
    { ...base, heads: FULL, beside: true },
    { ...base, heads: SHORT, beside: true },
    { ...base, heads: FULL, beside: false },
  ];
  const fitting = candidates.find((layout) => totalWidth(layout) <= width);
  if (fitting !== undefined) return fitting;
  const tight: Layout = { ...base, heads: SHORT, beside: false };
  const tooMuch = Math.max(0, totalWidth(tight) - width);
  // What is still too wide stands on a line of its own, with its signs below.
  return { ...tight, endpointWidth: Math.max("endpoint".length, tight.endpointWidth - tooMuch) };
}

function headLine(layout: Layout): string {
  const preference = layout.preferences ? "pref  " : "";
  const host = layout.beside ? `${padRight("host", layout.hostWidth)}  ` : "";
  const marks = layout.columns.map((column) => layout.heads[column]).join(" ");
  return `${" ".repeat(INDENT)}${preference}${host}${padRight("endpoint", layout.endpointWidth)}  ${marks}  score`;
}

/** Signs and score of an endpoint. */
function marksOf(endpoint: EndpointReport, layout: Layout, paint: Paint): string {
  const marks = layout.columns.map((column) => {
    const verdict = endpoint.checks.find(({ check }) => check === column)?.verdict ?? "skip";
    const { sign, style } = MARKS[verdict];
    return centre(sign, layout.heads[column].length).replace(sign, () => paint(style, sign));
  });
  const score = endpoint.score === null ? "–" : String(endpoint.score);
  return `${marks.join(" ")}  ${score.padStart(SCORE)}`;
}

function endpointLines(left: string, endpoint: EndpointReport, layout: Layout, paint: Paint): string[] {
  const place = terminal(addressAndPort(endpoint));
  const marks = marksOf(endpoint, layout, paint);
  const indent = " ".repeat(leftOfEndpoint(layout));
  const lines =
    textWidth(place) <= layout.endpointWidth
      ? [`${left}${padRight(place, layout.endpointWidth)}  ${marks}`]
      : [
          ...wrap(place, layout.width - indent.length).map(
            (line, index) => (index === 0 ? left : indent) + line,
          ),
        ].concat(`${indent}${" ".repeat(layout.endpointWidth)}  ${marks}`);
  if (endpoint.passedAfter !== undefined) {
    lines.push(paint("dim", `${indent}passed after ${secondsWords(endpoint.passedAfter)} of waiting`));
  }
  return lines;
}

/** Lines of the table; none where the domain has no endpoint. */
export function domainTable(domain: DomainReport, width: number, paint: Paint): string[] {
  if (domain.servers.every((server) => server.endpoints.length === 0)) return [];
  const layout = layoutFor(domain, width);
  const lines = [paint("dim", headLine(layout))];
  for (const server of domain.servers) {
    const preference = layout.preferences ? `${String(server.preference ?? "").padStart(PREFERENCE)}  ` : "";
    const start = " ".repeat(INDENT) + preference;
    const host = terminal(server.host);
    const indent = " ".repeat(leftOfEndpoint(layout));
    let left = indent;
    if (layout.beside) left = `${start}${padRight(host, layout.hostWidth)}  `;
    else {
      const under = " ".repeat(start.length);
      lines.push(
        ...wrap(host, width - start.length).map((line, index) => (index === 0 ? start : under) + line),
      );
    }
    if (server.endpoints.length === 0) lines.push(`${left}no address`);
    for (const endpoint of server.endpoints) {
      lines.push(...endpointLines(left, endpoint, layout, paint));
      left = indent;
    }
  }
  return lines;
}
