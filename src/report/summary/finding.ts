/** Findings in the job summary: a block for what is to be done, a line for what is to be known. */
import { andMore, grouped } from "../../text/plural.ts";
import { codeSpan, fencedBlock, htmlAttribute, markdown } from "../../text/escape.ts";
import { waivedWords, findingFields } from "../finding-fields.ts";
import type { FindingField } from "../finding-fields.ts";
import { concernedDomains, limitSimilar, otherLocations, pressing } from "../finding-groups.ts";
import type { FindingGroup } from "../finding-groups.ts";
import { codePage, fileLine } from "../links.ts";
import type { Links } from "../links.ts";
import { concernedWords, positionWords } from "../sentences.ts";

/** Places that are named one by one. */
const LOCATIONS_NAMED = 8;

/** A link; `label` is Markdown or HTML already. Without an address the label alone. */
export function link(label: string, url: string | undefined): string {
  return url === undefined ? label : `<a href="${htmlAttribute(url)}">${label}</a>`;
}

function locationsText(locations: readonly string[]): string {
  return andMore(locations.slice(0, LOCATIONS_NAMED).map(markdown), locations.length, "place");
}

/** Places, then the domains where there are several, behind a dot each; empty where there is neither. */
function whereText(group: FindingGroup, locations: readonly string[]): string {
  return [
    ...(locations.length > 0 ? [locationsText(locations)] : []),
    ...[concernedWords(concernedDomains(group))].filter((domains) => domains !== "").map(markdown),
  ]
    .map((part) => ` · ${part}`)
    .join("");
}

function askedLink({ finding }: FindingGroup, links: Links): string {
  if (finding.policy === undefined) return "";
  return link(codeSpan(positionWords(finding.policy)), fileLine(links, finding.policy));
}

/** Characters of a line of code that a page shows without a scroll bar. */
const CODE_WIDTH = 100;

/** Words of a command line, quoted parts whole; undefined where its quotes or escapes are not that simple. */
function shellWords(command: string): string[] | undefined {
  if (/[\\\n]/.test(command)) return undefined;
  const words = command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  return words.join(" ") === command ? words : undefined;
}

/** A command line over several lines, as a shell takes it: broken before an option, a pipe or a redirection. */
function shellLines(command: string): string[] {
  const words = command.length <= CODE_WIDTH ? undefined : shellWords(command);
  if (words === undefined) return [command];
  const parts: string[] = [];
  for (const word of words) {
    if (parts.length === 0 || /^[-|<]/.test(word)) parts.push(word);
    else parts.push(`${parts.pop() ?? ""} ${word}`);
  }
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(part);
    else if (last.length + part.length < CODE_WIDTH - 2) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(`  ${part}`);
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
}

function fieldItem({ label, name: said, text }: FindingField, group: FindingGroup, links: Links): string {
  const name = `**${markdown(`${said[0]?.toUpperCase() ?? ""}${said.slice(1)}`)}:**`;
  switch (label) {
    case "expected": {
      const asked = askedLink(group, links);
      return `- ${name} ${markdown(text)}${asked === "" ? "" : ` (${asked})`}`;
    }
    case "asked at":
      return `- ${name} ${askedLink(group, links)}`;
    case "evidence":
      return `- ${name} ${codeSpan(text)}`;
    case "confirm":
      return `- ${name}\n  ${fencedBlock(shellLines(text), "sh").replaceAll("\n", "\n  ")}`;
    case "actual":
    case "fix":
    case "alternative":
    case "lowered":
    case "senders":
    case "see":
      return `- ${name} ${markdown(text)}`;
  }
}

function block(group: FindingGroup, links: Links): string {
  const { finding, locations } = group;
  const title = `**${markdown(finding.code)}**${whereText(group, locations)}`;
  const items = findingFields(finding)
    .filter(({ label }) => label !== "see")
    .map((field) => fieldItem(field, group, links));
  const page = codePage(links, finding.code);
  const more = [
    ...(page === undefined ? [] : [link(markdown(finding.code), page)]),
    ...(finding.reference === undefined ? [] : [markdown(finding.reference)]),
  ];
  if (more.length > 0) items.push(`- **More:** ${more.join(", ")}`);
  return `${title}<br>\n${markdown(finding.message)}\n\n${items.join("\n")}`;
}

export function brief(group: FindingGroup, links: Links): string {
  const { finding } = group;
  const code = link(markdown(finding.code), codePage(links, finding.code));
  const where = whereText(group, otherLocations(group));
  const asked = askedLink(group, links);
  const waived = waivedWords(finding);
  return [
    `- ${finding.severity} **${code}**${where}: ${markdown(finding.message)}`,
    ...(asked === "" ? [] : [`(${asked})`]),
    ...(waived === undefined ? [] : [`— ${markdown(waived)}`]),
  ].join(" ");
}

/** Blocks of what closes the gate or fails, worst first, then one list of everything else. */
export function findingSections(groups: readonly FindingGroup[], links: Links): string[] {
  const blocks = groups.filter(pressing).map((group) => block(group, links));
  const { shown, more } = limitSimilar(groups.filter((group) => !pressing(group)));
  if (shown.length === 0) return blocks;
  const others = [
    ...shown.map((group) => brief(group, links)),
    ...Array.from(more, ([code, number]) => `- ${grouped(number)} more like these: ${markdown(code)}`),
  ];
  // Without a line between, the two lists would be one.
  return [...blocks, ...(blocks.length > 0 ? ["Also seen:"] : []), others.join("\n")];
}
