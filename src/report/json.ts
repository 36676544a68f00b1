/**
 * The report as JSON, in pieces: 10,000 domains never become one string. The same report gives the same bytes:
 * lists keep their order, what was collected as it came in is sorted by key.
 */
import {
  checksWithFindings,
  type Check,
  type EndpointReport,
  type Finding,
  type PlacedCheck,
  type Report,
  type ServerReport,
} from "../judge/report.ts";
import type { RunFacts } from "../observe/observation.ts";
import { json } from "../text/escape.ts";

function stringify(value: unknown): string {
  return json(JSON.stringify(value));
}

/** Items in JSON, one piece each, with commas between: pieces of their own, for a text put together is copied. */
function* separated<Item>(items: Iterable<Item>, write: (item: Item) => string): Generator<string> {
  let first = true;
  for (const item of items) {
    if (!first) yield ",";
    first = false;
    yield write(item);
  }
}

function* objectBySortedKey(record: Readonly<Record<string, unknown>>): Generator<string> {
  yield "{";
  yield* separated(Object.keys(record).sort(), (key) => `${stringify(key)}:${stringify(record[key])}`);
  yield "}";
}

function* list<Item>(items: Iterable<Item>, write: (item: Item) => string = stringify): Generator<string> {
  yield "[";
  yield* separated(items, write);
  yield "]";
}

/** `{"a":1` of `{"a":1}`: an object to which members follow. */
function open(object: object): string {
  return stringify(object).slice(0, -1);
}

/** What a run knows of itself, with the fetched issuers, which came in as they came, by their names. */
function sortedRun<Run extends Pick<RunFacts, "issuers">>(run: Run): Run {
  if (run.issuers === undefined) return run;
  const byName = Object.entries(run.issuers).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...run, issuers: Object.fromEntries(byName) };
}

/** The text of a finding before and behind the name of its domain. */
type Halves = readonly [before: string, behind: string];

function halvesOf(finding: Finding, { server, endpoint, check }: PlacedCheck): Halves {
  const { code, severity, message, host = server?.host, address, ...others } = finding;
  const at = address ?? endpoint?.address;
  const behind = {
    check: check.check,
    ...(host !== undefined && { host }),
    ...(at !== undefined && { address: at }),
    ...(endpoint !== undefined && { port: endpoint.port }),
    ...others,
  };
  return [open({ code, severity, message }), stringify(behind).slice(1)];
}

/**
 * Every finding with its place: those of the run, which have neither domain nor check, then check by check. Domains share
 * endpoints, and of what is said there only the name of the domain differs.
 */
function* flatFindings({ findings, domains }: Report): Generator<string> {
  for (const finding of findings) yield stringify(finding);
  const made = new Map<Check, { readonly endpoint: EndpointReport; readonly texts: readonly Halves[] }>();
  for (const placed of checksWithFindings(domains)) {
    const { domain, endpoint, check } = placed;
    const known = made.get(check);
    const texts =
      known !== undefined && known.endpoint === endpoint
        ? known.texts
        : check.findings.map((finding) => halvesOf(finding, placed));
    if (endpoint !== undefined && texts !== known?.texts) made.set(check, { endpoint, texts });
    for (const [before, behind] of texts) yield `${before},"domain":${stringify(domain.name)},${behind}`;
  }
}

/** The domains of a report; of an endpoint that several share, the text is made once. */
function* domainsIn(domains: Report["domains"]): Generator<string> {
  const sharing = new Map<EndpointReport, number>();
  for (const { servers } of domains)
    for (const { endpoints } of servers)
      for (const endpoint of endpoints) sharing.set(endpoint, (sharing.get(endpoint) ?? 0) + 1);
  const made = new Map<EndpointReport, string>();
  const endpointText = (endpoint: EndpointReport): string => {
    const known = made.get(endpoint);
    const text = known ?? stringify(endpoint);
    const left = (sharing.get(endpoint) ?? 1) - 1;
    sharing.set(endpoint, left);
    if (left === 0) made.delete(endpoint);
    else if (known === undefined) made.set(endpoint, text);
    return text;
  };
  function* serverText({ endpoints, elsewhere, ...server }: ServerReport): Generator<string> {
    yield `${open(server)},"endpoints":[`;
    yield* separated(endpoints, endpointText);
    yield elsewhere === undefined ? "]}" : `],"elsewhere":${stringify(elsewhere)}}`;
  }
  yield "[";
  let first = true;
  for (const { servers, ...domain } of domains) {
    yield `${first ? "" : ","}${open(domain)},"servers":[`;
    first = false;
    for (const [index, server] of servers.entries()) {
      if (index > 0) yield ",";
      yield* serverText(server);
    }
    yield "]}";
  }
  yield "]";
}

/** The whole report as compact JSON, domain by domain, with a line break at its end. */
export function* renderJson(report: Report): Generator<string> {
  const { domains, findings: _, observations, ...run } = report;
  const { domains: observedDomains, endpoints, certificates, ...rest } = observations;
  const observed = sortedRun({ ...rest, ...(rest.runs !== undefined && { runs: rest.runs.map(sortedRun) }) });
  yield `${open(run)},"findings":`;
  yield* list(flatFindings(report), (text) => text);
  yield ',"domains":';
  yield* domainsIn(domains);
  yield `,"observations":${open(observed)},"domains":`;
  yield* list(observedDomains);
  yield ',"endpoints":';
  yield* objectBySortedKey(endpoints);
  yield ',"certificates":';
  yield* objectBySortedKey(certificates);
  yield "}}\n";
}
