/** A domain in the job summary: its matrix, its findings, and what is folded below them. */
import { plural } from "../../text/plural.ts";
import type { Check, CheckId, DomainReport, EndpointReport } from "../../judge/report.ts";
import { CHECK_IDS } from "../../judge/checks/all.ts";
import { fencedBlock, html, markdown } from "../../text/escape.ts";
import type { FindingGroup, GroupedFindings } from "../finding-groups.ts";
import type { Links } from "../links.ts";
import { addressAndPort, endpointLabel, withoutEndpoint } from "../labels.ts";
import { scoreWords, secondsWords, factWords } from "../sentences.ts";
import { findingSections } from "./finding.ts";
import { signed, table } from "./tables.ts";
import { transcriptsOf, type Observed } from "../transcripts.ts";

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

/** Checks whose cells say something of a server that is sound: its TLS version, the days left. */
const INFORMATIVE: ReadonlySet<CheckId> = new Set(["starttls", "certificate", "relay", "delivery", "dane"]);

/** Whether nothing in a column asks for attention: every endpoint passed the check, or skipped it. */
function isQuiet(endpoints: readonly EndpointReport[], id: CheckId): boolean {
  const verdicts = endpoints.flatMap(({ checks }) => checks.filter(({ check }) => check === id));
  return verdicts.every(({ verdict }) => verdict === "pass" || verdict === "skip");
}

/**
 * Endpoints x checks by preference; nothing where there is no server. Columns in which nothing deviates are a line below
 * the others.
 */
function matrix(domain: DomainReport): string {
  if (domain.servers.length === 0) return "";
  const endpoints = domain.servers.flatMap((server) => server.endpoints);
  const ids = new Set(endpoints.flatMap((endpoint) => endpoint.checks.map((check) => check.check)));
  const all = CHECK_IDS.filter((id) => ids.has(id));
  const loud = all.filter((id) => !isQuiet(endpoints, id));
  const columns = loud.length === 0 ? all.filter((id) => INFORMATIVE.has(id)) : loud;
  // A check that was skipped everywhere has shown nothing.
  const passed = (id: CheckId): boolean =>
    endpoints.some(({ checks }) => checks.some(({ check, verdict }) => check === id && verdict === "pass"));
  const quiet = all.filter((id) => !columns.includes(id) && passed(id));
  const standard = endpoints.every(({ port }) => port === 25);
  const preferences = domain.servers.some(({ preference }) => preference !== null);
  const what = domain.kind === "domain" ? "MX host and endpoint" : "host and endpoint";
  const heads = [...(preferences ? ["pref"] : []), what, ...columns, "score"];
  const rows = domain.servers.flatMap((server) => {
    const { host, preference, endpoints: its } = server;
    const name = markdown(host);
    const first = preferences ? [preference === null ? "" : String(preference)] : [];
    if (its.length === 0)
      return [[...first, `${name}<br>${withoutEndpoint(server)}`, ...columns.map(() => "–"), "–"]];
    return its.map((endpoint, index) => {
      const place = markdown(standard ? endpoint.address : addressAndPort(server, endpoint));
      return [
        ...(index === 0 ? first : first.map(() => "")),
        index === 0 ? `${name}<br>${place}` : place,
        ...columns.map((id) => cell(endpoint.checks.find(({ check }) => check === id))),
        endpoint.score === null ? "–" : String(endpoint.score),
      ];
    });
  });
  const whole = table(heads, rows);
  return quiet.length === 0 ? whole : `${whole}\n\nNothing wrong in: ${quiet.join(", ")}.`;
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
function details(domain: DomainReport, observed: Observed): string {
  const parts = [factTable(domain.checks)];
  for (const server of domain.servers) {
    for (const endpoint of server.endpoints) {
      const looks =
        endpoint.secondLooks.length > 0 ? `, second looks: ${endpoint.secondLooks.join(", ")}` : "";
      const title = `${endpointLabel(server, endpoint)}, ${plural(endpoint.connections, "connection")}${looks}`;
      const transcripts = transcriptsOf(observed, endpoint).map((transcript) =>
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
  return `${signed(domain.result, markdown(domain.name))} — ${domain.result}, ${scoreWords(domain)}`;
}

/** The checks of the domain itself in a line. */
function ownChecks(domain: DomainReport): string {
  return domain.checks.map((check) => `**${check.check}** ${cell(check)}`).join(", ");
}

/** Codes that are told before a domain, without mere notices; empty where there is none. */
function toldAbove(groups: readonly FindingGroup[]): string {
  const deviating = groups.filter(({ finding }) => finding.severity !== "notice");
  const codes = new Set(deviating.map(({ finding }) => markdown(finding.code)));
  return codes.size === 0 ? "" : `Told above: ${[...codes].join(", ")}.`;
}

/**
 * The section of a domain, without its title: reach, matrix, what is its own. With `observed`, facts and transcripts
 * folded below.
 */
export function domainSection(
  domain: DomainReport,
  { own, sharedOf }: GroupedFindings,
  { links, reachTold, observed }: { links: Links; reachTold: boolean; observed?: Observed | undefined },
): string {
  return [
    reachTold ? "" : markdown(domain.reachSummary),
    ownChecks(domain),
    matrix(domain),
    toldAbove(sharedOf(domain)),
    ...findingSections(own(domain), links),
    observed === undefined ? "" : details(domain, observed),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
