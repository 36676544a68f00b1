/** The causes as cards, worst first: each opens to what was seen, its fix, and a command line that shows the same. */
import { findingFields, waivedWords } from "../finding-fields.ts";
import type { FindingField } from "../finding-fields.ts";
import { concernedDomains, otherLocations } from "../finding-groups.ts";
import type { FindingGroup } from "../finding-groups.ts";
import { codePage, fileLine } from "../links.ts";
import type { Links } from "../links.ts";
import { findingMark } from "../marks.ts";
import { concernedWords, positionWords } from "../sentences.ts";
import { andMore, grouped } from "../../text/plural.ts";
import { copyable, escaped, findingLetter, linked } from "./markup.ts";

/** Places that a card names. */
const LOCATIONS_NAMED = 8;
/** Cards of one code in a row; of more, the number is told, and the list of domains tells each. */
const ALIKE = 5;
/** Cards that a page has; what is left is told at the domains. */
const CARD_LIMIT = 100;

/** Where a cause was seen, and the domains that it concerns, in words. */
export function whereWords(group: FindingGroup): string {
  const places = otherLocations(group);
  const all = andMore(places.slice(0, LOCATIONS_NAMED), places.length);
  return [all, concernedWords(concernedDomains(group))].filter((part) => part !== "").join(" · ");
}

function fieldMarkup({ label, text }: FindingField, group: FindingGroup, links: Links): string {
  const { policy } = group.finding;
  const asked =
    policy === undefined
      ? ""
      : linked(`<code>${escaped(positionWords(policy))}</code>`, fileLine(links, policy));
  switch (label) {
    case "confirm":
      return copyable(text);
    case "evidence":
      return `<code>${escaped(text)}</code>`;
    case "expected":
      return `${escaped(text)}${asked === "" ? "" : ` (${asked})`}`;
    case "asked at":
      return asked;
    case "see":
      return linked(escaped(text), undefined);
    case "actual":
    case "fix":
    case "alternative":
    case "lowered":
    case "senders":
      return escaped(text);
  }
}

function card(group: FindingGroup, links: Links, open = false): string {
  const { finding, domains } = group;
  const waived = waivedWords(finding);
  const where = whereWords(group);
  const page = codePage(links, finding.code);
  const fields = findingFields(finding).map(
    (field) => `<dt>${escaped(field.name)}</dt><dd>${fieldMarkup(field, group, links)}</dd>`,
  );
  const actions = [
    ...(domains.length > 1 ? [showLink(finding.code, "Show the domains")] : []),
    ...(page === undefined ? [] : [linked(`About ${escaped(finding.code)}`, page)]),
  ];
  return [
    `<details class="card ${findingLetter(finding)}"${open ? " open" : ""}><summary><span class="sign" aria-hidden="true">${findingMark(finding).sign}</span>`,
    `<span class="what"><span class="msg">${escaped(finding.message)}</span>`,
    `<span class="meta"><b>${escaped(finding.code)}</b> <span class="sev">${escaped(waived ?? finding.severity)}</span>`,
    where === "" ? "" : ` <span class="where">${escaped(where)}</span>`,
    `</span></span></summary><dl>${fields.join("")}</dl>`,
    actions.length === 0 ? "" : `<p class="actions">${actions.join(" · ")}</p>`,
    "</details>\n",
  ].join("");
}

/** A link to the domains that a code concerns. */
function showLink(code: string, label: string): string {
  return `<a class="show" href="#code=${encodeURIComponent(code.toWellFormed())}">${label}</a>`;
}

/** Cards of these groups, the first few of each code; of the others their number, and where each is told. */
function* cards(groups: readonly FindingGroup[], links: Links, openFirst: boolean): Generator<string> {
  let shown = 0;
  for (const [code, alike] of Map.groupBy(groups, ({ finding }) => finding.code)) {
    const these = alike.slice(0, Math.min(ALIKE, CARD_LIMIT - shown));
    for (const group of these) {
      yield card(group, links, openFirst && shown === 0);
      shown += 1;
    }
    const more = alike.length - these.length;
    if (more > 0)
      yield `<p class="alike">${grouped(more)} more of ${escaped(code)}: ${showLink(code, "show the domains")}</p>\n`;
  }
}

/** What needs attention as cards in sight, then what is excused or a mere notice, folded. Groups come worst first. */
export function* causeSection(groups: readonly FindingGroup[], links: Links): Generator<string> {
  if (groups.length === 0) return;
  const quiet = ({ finding }: FindingGroup): boolean =>
    finding.severity === "notice" || waivedWords(finding) !== undefined;
  const loud = groups.filter((group) => !quiet(group));
  const rest = groups.filter(quiet);
  yield `<section id="causes"><h2>${loud.length === 0 ? "Notes" : "What is wrong, worst first"}</h2>\n`;
  yield* cards(loud, links, true);
  if (rest.length > 0) {
    const open = loud.length === 0 ? " open" : "";
    yield `<details class="quiet"${open}><summary>Notices and excused findings: ${grouped(rest.length)}</summary>\n`;
    yield* cards(rest, links, false);
    yield "</details>\n";
  }
  yield "</section>\n";
}
