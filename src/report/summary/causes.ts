/** What is wrong in a fleet, a row for each cause: the code, where, and how many domains it touches. */
import { andMore, grouped, plural } from "../../text/plural.ts";
import type { DomainReport, Severity, Verdict } from "../../judge/report.ts";
import { markdown } from "../../text/escape.ts";
import type { Arrangement } from "../arrangement.ts";
import { waivedWords } from "../finding-fields.ts";
import { compareGroups, type FindingGroup } from "../finding-groups.ts";
import { signed, table } from "./tables.ts";

/** Domains from which on a table of causes is worth its room. */
const FLEET = 4;
const CAUSES_LISTED = 25;
const HOSTS_NAMED = 2;

const VERDICT_OF: Readonly<Record<Severity, Verdict>> = {
  error: "fail",
  inconclusive: "inconclusive",
  warning: "warn",
  notice: "pass",
};

function whereCell({ hosts, domains }: FindingGroup): string {
  const named = hosts.slice(0, HOSTS_NAMED).map((host) => markdown(host));
  if (named.length === 0) return domains.length === 1 ? markdown(domains[0]?.name ?? "") : "–";
  return andMore(named, hosts.length, "host");
}

/** A row for each cause that counts and is no mere notice, worst first; nothing for a few domains or a single cause. */
export function causesTable(
  domains: readonly DomainReport[],
  { ofRun, shared, own }: Pick<Arrangement, "ofRun" | "shared" | "own">,
): string {
  if (domains.length < FLEET) return "";
  const causes = [...ofRun, ...shared, ...domains.flatMap(own)]
    .filter(({ finding }) => finding.severity !== "notice" && waivedWords(finding) === undefined)
    .sort(compareGroups);
  if (causes.length < 2) return "";
  const rows = causes
    .slice(0, CAUSES_LISTED)
    .map((group) => [
      signed(VERDICT_OF[group.finding.severity], markdown(group.finding.code)),
      whereCell(group),
      group.domains.length === 0 ? "–" : grouped(group.domains.length),
    ]);
  const more = causes.length - rows.length;
  const whole = table(["cause", "host", "domains"], rows);
  return more > 0 ? `${whole}\n\nAnd ${plural(more, "more cause")}, none of them worse.` : whole;
}
