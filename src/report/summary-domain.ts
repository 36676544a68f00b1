/** A domain in the job summary: its matrix, its findings, and what is folded below them. */
import type { EndpointObservation } from "../observe/observation.ts";
import type { Check, CheckId, DomainReport, EndpointReport, ServerReport } from "../judge/report.ts";
import { CHECK_IDS } from "../judge/report.ts";
import { fencedBlock, html, markdown } from "../text/escape.ts";
import { factWords } from "./facts.ts";
import type { FindingGroup } from "./finding-groups.ts";
import type { Links } from "./links.ts";
import { addressAndPort, endpointPlace } from "./place.ts";
import { plural, scoreWords, secondsWords } from "./sentences.ts";
import { findingSections } from "./summary-finding.ts";
import { transcriptsOf } from "./transcripts.ts";

export type ObservedAt = (server: ServerReport, endpoint: EndpointReport) => EndpointObservation | undefined;

/** A row of a Markdown table; the cells are Markdown. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A cell of the matrix: the fact, in bold where it fails, with the verdict where the fact does not tell it. */
function cell(check: Check | undefined): string {
  if (check === undefined) return "–";
  const said = markdown(check.summary);
  switch (check.verdict) {
    case "fail":
      return `**${said === "" ? "fail" : said}**`;
    case "warn":
    case "inconclusive":
    case "waived":
      return said.includes(check.verdict) ? said : `${said} (${check.verdict})`;
    case "pass":
    case "skip":
      return said === "" ? check.verdict : said;
  }
}

/** Endpoints x checks; nothing where there is no endpoint. */
function matrix(domain: DomainReport): string {
  const endpoints = domain.servers.flatMap((server) => server.endpoints);
  if (endpoints.length === 0) return "";
  const ids = new Set(endpoints.flatMap((endpoint) => endpoint.checks.map((check) => check.check)));
  const columns = CHECK_IDS.filter((id: CheckId) => ids.has(id));
  const standard = endpoints.every(({ port }) => port === 25);
  const head = ["", domain.kind === "domain" ? "MX host" : "host", "endpoint", ...columns, "score"];
  const lines = [row(head), `|${head.map(() => "---").join("|")}|`];
  for (const { host, preference, endpoints: own } of domain.servers) {
    const first = [preference === null ? "" : String(preference), markdown(host)];
    if (own.length === 0) lines.push(row([...first, "no address", ...columns.map(() => "–"), "–"]));
    own.forEach((endpoint, index) => {
      const cells = columns.map((id) => cell(endpoint.checks.find((check) => check.check === id)));
      lines.push(
        row([
          ...(index === 0 ? first : ["", ""]),
          markdown(standard ? endpoint.address : addressAndPort(endpoint)),
          ...cells,
          endpoint.score === null ? "–" : String(endpoint.score),
        ]),
      );
    });
  }
  return lines.join("\n");
}

/** Something folded: a line that stays in sight, and Markdown below it. */
export function folded(title: string, content: string): string {
  return `<details><summary>${html(title)}</summary>\n\n${content}\n\n</details>`;
}

function factTable(checks: readonly Check[]): string {
  const lines = [row(["check", "verdict", "seen", "took", "facts"]), "|---|---|---|---|---|"];
  for (const check of checks) {
    lines.push(
      row([
        check.check,
        check.verdict,
        markdown(check.summary),
        secondsWords(check.seconds).replaceAll(" ", "&nbsp;"),
        factWords(check).map(markdown).join("<br>"),
      ]),
    );
  }
  return lines.join("\n");
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

/** `example.com — fail, score 59` */
export function domainTitle(domain: DomainReport): string {
  return `${markdown(domain.name)} — ${domain.result}, ${scoreWords(domain)}`;
}

/** What was seen of the domain itself, where neither a matrix nor a finding says it. */
function seen(domain: DomainReport, groups: readonly FindingGroup[]): string {
  if (groups.length > 0 || domain.servers.some((server) => server.endpoints.length > 0)) return "";
  return domain.checks.map(({ check, summary }) => `${check}: ${markdown(summary)}`).join(", ");
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
    seen(domain, groups),
    ...findingSections(groups, links),
    observedAt === undefined ? "" : details(domain, observedAt),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
