/** Tables of the job summary that look over the whole run: the key figures, every domain, every certificate. */
import { andMore, plural } from "../../text/plural.ts";
import type { DomainReport, Report, Result, Verdict } from "../../judge/report.ts";
import { codeSpan, markdown } from "../../text/escape.ts";
import { certificateTimeline, daysWords, lifetimeBar } from "./certificates.ts";
import { compareDomains } from "../ranking.ts";
import { reachOfWorst } from "../sentences.ts";

/** Domains and certificates that are listed; the worst and the first to end. */
const DOMAINS_LISTED = 50;
const CERTIFICATES_LISTED = 15;
const HOSTS_NAMED = 3;

/** A row of a Markdown table; the cells are Markdown. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A table with its columns' heads. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(heads), `|${heads.map(() => "---").join("|")}|`, ...rows.map(row)].join("\n");
}

/** Signs that have their colour wherever GitHub shows them, light or dark; each stands beside a word. */
const SIGNS: Readonly<Record<Verdict, string>> = {
  pass: "✅",
  warn: "⚠️",
  fail: "❌",
  inconclusive: "❓",
  waived: "☑️",
  skip: "➖",
};

/** Sign and words, with no break between them. */
export function signed(verdict: Verdict | Result, said: string): string {
  return `${SIGNS[verdict]}&nbsp;${said}`;
}

function scoreCell({ score, partial }: { score: number | null; partial: boolean }): string {
  return score === null ? "–" : `${score}${partial ? " (partial)" : ""}`;
}

/** Result, score and reach of the run: what one reads first. */
export function keyTable(report: Report): string {
  const reach = reachOfWorst(report);
  const rows = [
    [
      `**${signed(report.result, report.result)}**`,
      report.score === null ? "–" : `**${report.score}**${report.partial ? " (partial)" : ""}`,
      reach === undefined ? "–" : markdown(reach),
    ],
  ];
  return table(["result", "score", "reach"], rows);
}

/** The worst verdicts of a domain in a few words: the codes that count. */
function codesOf(domain: DomainReport): string {
  const checks = [
    ...domain.checks,
    ...domain.servers.flatMap((one) => one.endpoints.flatMap((e) => e.checks)),
  ];
  const codes = new Set(
    checks.flatMap((check) =>
      check.verdict === "pass" || check.verdict === "skip"
        ? []
        : check.findings.filter(({ severity }) => severity !== "notice").map(({ code }) => code),
    ),
  );
  return andMore([...codes].slice(0, HOSTS_NAMED).map(markdown), codes.size);
}

/** Every domain in a row, worst first; nothing where there is only one. */
export function domainsTable(domains: readonly DomainReport[]): string {
  if (domains.length < 2) return "";
  const byWorst = [...domains].sort(compareDomains);
  const withDane = byWorst.some(({ reach }) => reach.dane !== undefined);
  const rows = byWorst.slice(0, DOMAINS_LISTED).map((domain) => {
    const { endpoints, accepting, encrypted, authenticated, dane } = domain.reach;
    const of = (number: number): string => (endpoints === 0 ? "–" : `${number}/${endpoints}`);
    return [
      markdown(domain.name),
      signed(domain.result, domain.result),
      scoreCell(domain),
      of(accepting),
      of(encrypted),
      of(authenticated),
      ...(withDane ? [dane === undefined ? "–" : of(dane)] : []),
      codesOf(domain),
    ];
  });
  const more = domains.length - rows.length;
  const heads = [
    ...["domain", "result", "score", "accepts mail", "encrypted", "authenticated"],
    ...(withDane ? ["DANE"] : []),
    "findings",
  ];
  const whole = table(heads, rows);
  return more > 0 ? `${whole}\n\nAnd ${plural(more, "more domain")}, none of them worse.` : whole;
}

function hostsText(hosts: readonly string[]): string {
  const named = hosts.slice(0, HOSTS_NAMED).map((host) => markdown(host));
  return andMore(named, hosts.length, "host");
}

/** Certificates in the order in which they end; nothing where none was seen. */
export function certificatesTable(report: Report): string {
  const all = certificateTimeline(report.domains);
  if (all.length === 0) return "";
  const rows = all
    .slice(0, CERTIFICATES_LISTED)
    .map((line) => [
      signed(line.verdict, daysWords(line.daysLeft)),
      codeSpan(lifetimeBar(line)),
      line.notAfter === undefined ? "–" : markdown(line.notAfter.slice(0, 10)).replaceAll("-", "&#8209;"),
      hostsText(line.hosts),
      line.issuer === undefined ? "–" : markdown(line.issuer),
    ]);
  const more = all.length - rows.length;
  const whole = table(["days left", "of its lifetime", "ends", "served by", "issuer"], rows);
  const note = more > 0 ? `\n\nAnd ${plural(more, "more certificate")}, which end later.` : "";
  return `#### Certificates, the first to end first\n\n${whole}${note}`;
}
