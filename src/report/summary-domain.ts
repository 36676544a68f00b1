/** A domain in the job summary: its matrix, its findings, and what is folded below them. */
import type { EndpointObservation } from "../observe/observation.ts";
import type { Check, DomainReport, EndpointReport, ServerReport } from "../judge/report.ts";
import { CHECK_IDS } from "../judge/report.ts";
import { fencedBlock, html, markdown } from "../text/escape.ts";
import { factWords } from "./facts.ts";
import type { FindingGroup } from "./finding-groups.ts";
import type { Links } from "./links.ts";
import { addressAndPort, endpointPlace } from "./place.ts";
import { plural, scoreWords, secondsWords } from "./sentences.ts";
import { findingSections } from "./summary-finding.ts";
import { breakable, signed, table } from "./summary-tables.ts";
import { transcriptsOf } from "./transcripts.ts";

export type ObservedAt = (server: ServerReport, endpoint: EndpointReport) => EndpointObservation | undefined;

/** A check in a cell: sign and fact, in bold where it fails, with the verdict where the fact does not tell it. */
function cell(check: Check | undefined): string {
  if (check === undefined) return "–";
  const { verdict } = check;
  const said = check.summary === "–" ? "" : markdown(check.summary);
  switch (verdict) {
    case "fail":
      return signed(verdict, `**${said === "" ? verdict : said}**`);
    case "warn":
    case "inconclusive":
    case "waived":
      return signed(
        verdict,
        said === "" || said.includes(verdict) ? said || verdict : `${said} (${verdict})`,
      );
    case "pass":
    case "skip":
      return signed(verdict, said === "" ? verdict : said);
  }
}

/** Endpoints x checks by preference; the domain's own checks in its first row. Nothing where there is no server. */
function matrix(domain: DomainReport): string {
  if (domain.servers.length === 0) return "";
  const endpoints = domain.servers.flatMap((server) => server.endpoints);
  const ids = new Set(endpoints.flatMap((endpoint) => endpoint.checks.map((check) => check.check)));
  const own = CHECK_IDS.filter((id) => domain.checks.some(({ check }) => check === id));
  const columns = CHECK_IDS.filter((id) => ids.has(id));
  const standard = endpoints.every(({ port }) => port === 25);
  const heads = [
    "pref",
    domain.kind === "domain" ? "MX host" : "host",
    "endpoint",
    ...own,
    ...columns,
    "score",
  ];
  let ofDomain = own.map((id) => cell(domain.checks.find(({ check }) => check === id)));
  const rows: string[][] = [];
  const add = (server: readonly string[], endpoint: readonly string[]): void => {
    const [address = "", ...rest] = endpoint;
    rows.push([...server, address, ...ofDomain, ...rest]);
    ofDomain = own.map(() => "");
  };
  for (const { host, preference, endpoints: its } of domain.servers) {
    const first = [preference === null ? "" : String(preference), breakable(markdown(host))];
    if (its.length === 0) add(first, ["no address", ...columns.map(() => "–"), "–"]);
    its.forEach((endpoint, index) => {
      add(index === 0 ? first : ["", ""], [
        breakable(markdown(standard ? endpoint.address : addressAndPort(endpoint))),
        ...columns.map((id) => cell(endpoint.checks.find(({ check }) => check === id))),
        endpoint.score === null ? "–" : String(endpoint.score),
      ]);
    });
  }
  return table(heads, rows);
}

/** Something folded: a line that stays in sight, and Markdown below it. */
export function folded(title: string, content: string): string {
  return `<details><summary>${html(title)}</summary>\n\n${content}\n\n</details>`;
}

function factTable(checks: readonly Check[]): string {
  const rows = checks.map((check) => [
    check.check,
    signed(check.verdict, check.verdict),
    markdown(check.summary),
    secondsWords(check.seconds).replaceAll(" ", "&nbsp;"),
    factWords(check).map(markdown).join("<br>"),
  ]);
  return table(["check", "verdict", "seen", "took", "facts"], rows);
}

/** Facts and transcripts of a domain, folded. */
function details(domain: DomainReport, observedAt: ObservedAt): string {
  const parts = [factTable(domain.checks)];
  for (const server of domain.servers) {
    for (const endpoint of server.endpoints) {
      const looks =
        endpoint.secondLooks.length > 0 ? `, second looks: ${endpoint.secondLooks.join(", ")}` : "";
      const title = `${endpointPlace(server, endpoint)}, ${plural(endpoint.connections, "connection")}${looks}`;
      const observed = observedAt(server, endpoint);
      const transcripts = (observed === undefined ? [] : transcriptsOf(observed)).map((transcript) =>
        fencedBlock(
          [transcript.title, ...transcript.lines.map(({ head, text }) => `${head}  ${text}`)],
          "text",
        ),
      );
      parts.push(folded(title, [factTable(endpoint.checks), ...transcripts].join("\n\n")));
    }
  }
  return folded(`Facts and transcripts of ${domain.name}`, parts.join("\n\n"));
}

/** `✗ example.com — fail, score 59` */
export function domainTitle(domain: DomainReport): string {
  return `${signed(domain.result, breakable(markdown(domain.name)))} — ${domain.result}, ${scoreWords(domain)}`;
}

/** What was seen of the domain itself, where no matrix says it. */
function seen(domain: DomainReport): string {
  if (domain.servers.length > 0) return "";
  return domain.checks.map((check) => `${check.check}: ${cell(check)}`).join(", ");
}

/**
 * The section of a domain, without its title: reach, matrix, findings. With `observedAt`, facts and transcripts
 * folded below.
 */
export function domainSection(
  domain: DomainReport,
  groups: readonly FindingGroup[],
  { links, reachTold, observedAt }: { links: Links; reachTold: boolean; observedAt?: ObservedAt | undefined },
): string {
  return [
    reachTold ? "" : markdown(domain.reachSummary),
    matrix(domain),
    seen(domain),
    ...findingSections(groups, links),
    observedAt === undefined ? "" : details(domain, observedAt),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
