/** The table of a domain on a terminal: endpoints down, checks across, a sign or a value each. */
import { ENDPOINT_CHECKS } from "../../judge/checks/all.ts";
import type { Check, DomainReport, EndpointReport, ServerReport } from "../../judge/report.ts";
import { terminal } from "../../text/escape.ts";
import { signCell, valueCell, type Cell } from "./cells.ts";
import { addressAndPort, withoutEndpoint } from "../labels.ts";
import { secondsWords } from "../sentences.ts";
import { centre, padRight, textWidth, wrap } from "../../text/layout.ts";
import type { Paint } from "../../text/layout.ts";

/** A column: its head, and what it shows of each endpoint. */
interface Column {
  readonly head: string;
  readonly width: number;
  readonly cellOf: (endpoint: EndpointReport) => Cell;
}

/** How the table is laid out at a width. */
interface Layout {
  readonly columns: readonly Column[];
  /** Endpoints stand beside their host; below it where that is too wide. */
  readonly beside: boolean;
  readonly hostWidth: number;
  readonly endpointWidth: number;
  readonly preferences: boolean;
  readonly width: number;
}

const INDENT = 2;
const PREFERENCE = "pref".length;
const SCORE = "score".length;

type HeadOf = (check: (typeof ENDPOINT_CHECKS)[number]) => string;
const fullHead: HeadOf = ({ id }) => id;
const briefHead: HeadOf = ({ shortHead }) => shortHead;

/** Columns of the checks that some endpoint has. */
function columnsOf(
  endpoints: readonly EndpointReport[],
  headOf: HeadOf,
  cell: (check: Check | undefined) => Cell,
): Column[] {
  const ids = new Set(endpoints.flatMap((endpoint) => endpoint.checks.map((check) => check.check)));
  return ENDPOINT_CHECKS.filter(({ id }) => ids.has(id)).map((check): Column => {
    const head = headOf(check);
    const cellOf = (endpoint: EndpointReport): Cell =>
      cell(endpoint.checks.find((each) => each.check === check.id));
    const width = Math.max(head.length, ...endpoints.map((endpoint) => textWidth(cellOf(endpoint).text)));
    return { head, width, cellOf };
  });
}

function columnsWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width + 1, 1);
}

/** Cells to the left of the endpoint's column. */
function leftOfEndpoint({ beside, preferences, hostWidth }: Layout): number {
  return INDENT + (preferences ? PREFERENCE + 2 : 0) + (beside ? hostWidth + 2 : 0);
}

function totalWidth(layout: Layout): number {
  return leftOfEndpoint(layout) + layout.endpointWidth + 1 + columnsWidth(layout.columns) + 1 + SCORE;
}

/** The first layout that fits: values before signs, full heads before short ones, hosts beside before above. */
function layoutFor(domain: DomainReport, width: number, values: boolean): Layout {
  const endpoints = domain.servers.flatMap((server) => server.endpoints);
  const widest = (texts: string[]): number => Math.max(...texts.map(textWidth));
  const base = {
    preferences: domain.servers.some((server) => server.preference !== null),
    hostWidth: widest(["host", ...domain.servers.map((server) => terminal(server.host))]),
    endpointWidth: widest([
      "endpoint",
      ...domain.servers.flatMap((server) =>
        server.endpoints.map((endpoint) => terminal(addressAndPort(server, endpoint))),
      ),
    ]),
    width,
  };
  const columns = (headOf: HeadOf, cell = signCell): Column[] => columnsOf(endpoints, headOf, cell);
  const candidates: Layout[] = [
    ...(values
      ? [
          { ...base, columns: columns(fullHead, valueCell), beside: true },
          { ...base, columns: columns(briefHead, valueCell), beside: true },
          { ...base, columns: columns(briefHead, valueCell), beside: false },
        ]
      : []),
    { ...base, columns: columns(fullHead), beside: true },
    { ...base, columns: columns(briefHead), beside: true },
    { ...base, columns: columns(fullHead), beside: false },
  ];
  const fitting = candidates.find((layout) => totalWidth(layout) <= width);
  if (fitting !== undefined) return fitting;
  const tight: Layout = { ...base, columns: columns(briefHead), beside: false };
  const tooMuch = Math.max(0, totalWidth(tight) - width);
  // What is still too wide stands on a line of its own, with its signs below.
  return { ...tight, endpointWidth: Math.max("endpoint".length, tight.endpointWidth - tooMuch) };
}

function headLine(layout: Layout): string {
  const preference = layout.preferences ? "pref  " : "";
  const host = layout.beside ? `${padRight("host", layout.hostWidth)}  ` : "";
  const heads = layout.columns.map(({ head, width }) => centre(head, width)).join(" ");
  return `${" ".repeat(INDENT)}${preference}${host}${padRight("endpoint", layout.endpointWidth)}  ${heads}  score`;
}

/** Cells and score of an endpoint. */
function cellsOf(endpoint: EndpointReport, layout: Layout, paint: Paint): string {
  const cells = layout.columns.map(({ width, cellOf }) => {
    const { text, style } = cellOf(endpoint);
    return centre(text, width).replace(text, () => paint(style, text));
  });
  const score = endpoint.score === null ? "–" : String(endpoint.score);
  return `${cells.join(" ")}  ${score.padStart(SCORE)}`;
}

function endpointLines(
  left: string,
  { server, endpoint }: { server: ServerReport; endpoint: EndpointReport },
  layout: Layout,
  paint: Paint,
): string[] {
  const place = terminal(addressAndPort(server, endpoint));
  const cells = cellsOf(endpoint, layout, paint);
  const indent = " ".repeat(leftOfEndpoint(layout));
  const lines =
    textWidth(place) <= layout.endpointWidth
      ? [`${left}${padRight(place, layout.endpointWidth)}  ${cells}`]
      : [
          ...wrap(place, layout.width - indent.length).map(
            (line, index) => (index === 0 ? left : indent) + line,
          ),
        ].concat(`${indent}${" ".repeat(layout.endpointWidth)}  ${cells}`);
  if (endpoint.passedAfter !== undefined) {
    lines.push(paint("dim", `${indent}passed after ${secondsWords(endpoint.passedAfter)} of waiting`));
  }
  return lines;
}

/** Lines of the table; none where the domain has no endpoint. With `values`, cells tell what was seen. */
export function domainTable(domain: DomainReport, width: number, paint: Paint, values: boolean): string[] {
  if (domain.servers.every((server) => server.endpoints.length === 0)) return [];
  const layout = layoutFor(domain, width, values);
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
    if (server.endpoints.length === 0) lines.push(left + withoutEndpoint(server));
    for (const endpoint of server.endpoints) {
      lines.push(...endpointLines(left, { server, endpoint }, layout, paint));
      left = indent;
    }
  }
  return lines;
}
