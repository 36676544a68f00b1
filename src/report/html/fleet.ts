/** The fleet at one glance, the filters over it, and the list of its domains, which the script fills in. */
import type { DomainReport } from "../../judge/report.ts";
import { MARKS } from "../marks.ts";
import { scoreWords } from "../sentences.ts";
import { grouped } from "../../text/plural.ts";
import { escaped, letterOf, marked, RESULT_ORDER } from "./markup.ts";

/** Domains that a page lists: the worst. */
export const LIST_LIMIT = 20_000;
/** Domains that stand in the list from the start: the script makes the others when somebody looks for them. */
export const LISTED = 200;
/** Squares that the page has from the start; the script draws the others once the reader sees it. */
export const DRAWN = 1_000;
/** Squares that are drawn large. */
const FEW = 400;

/** One square a domain: told by its colour and by its shape, named on hover and focus. */
export function* fleetSection(domains: readonly DomainReport[]): Generator<string> {
  if (domains.length < 2) return;
  yield `<section id="fleet"><h2>All domains</h2>\n${filters(domains)}`;
  const size = domains.length <= FEW ? " few" : "";
  yield `<div id="squares" class="squares${size}" role="group" aria-label="One square for each domain, worst first; arrow keys move, Enter opens">`;
  let index = 0;
  for (const domain of domains.slice(0, DRAWN)) {
    const said = escaped(`${domain.name}: ${domain.result}, ${scoreWords(domain)}`);
    yield `<a href="#d${String(index)}" class="${letterOf(domain.result)}" tabindex="${index === 0 ? "0" : "-1"}" aria-label="${said}"></a>`;
    index += 1;
  }
  const others = domains.length - DRAWN;
  const note =
    others > 0
      ? `<noscript><p class="dim">The squares of ${grouped(others)} more domains are drawn by a script.</p></noscript>`
      : "";
  yield `</div>\n${note}<div id="tip" hidden></div></section>\n`;
}

function filters(domains: readonly DomainReport[]): string {
  const counted = Map.groupBy(domains, ({ result }) => result);
  const states = RESULT_ORDER.flatMap((result) => {
    const number = counted.get(result)?.length ?? 0;
    const letter = letterOf(result);
    if (number === 0) return [];
    return [
      `<button type="button" class="state" data-state="${letter}" aria-pressed="false"><i class="${letter}" aria-hidden="true"></i>${MARKS[result].sign} ${result} <b>${grouped(number)}</b></button>`,
    ];
  });
  const field = (id: string, label: string): string =>
    `<label>${label}<input id="${id}" list="${id}s" autocomplete="off" spellcheck="false"></label><datalist id="${id}s"></datalist>`;
  return [
    '<form id="filters" class="js-only" role="search" aria-label="Filter the domains">',
    '<label class="search">Search<input id="q" type="search" autocomplete="off" spellcheck="false" placeholder="domain, host, address or code"></label>',
    '<label>Code<select id="code"><option value="">any</option></select></label>',
    field("host", "Host"),
    field("operator", "Operator"),
    `<div class="states" role="group" aria-label="Result">${states.join("")}</div>`,
    '<p class="found"><output id="found"></output> <button type="reset" id="reset" hidden>Show all</button></p>',
    "</form>\n",
  ].join("");
}

/** Every domain in a line that opens to its endpoints and findings. */
export function* domainList(domains: readonly DomainReport[], all: number): Generator<string> {
  if (domains.length === 0) return;
  yield `<section id="matrix"><h2>Domain by domain</h2>\n<noscript><p class="dim">The endpoints of a domain are shown by a script.</p></noscript><div id="list">\n`;
  let index = 0;
  for (const domain of domains.slice(0, LISTED)) {
    const score = domain.score === null ? "–" : String(domain.score);
    yield `<details class="dom" id="d${String(index)}"><summary>${marked(domain.result)}<span class="n">${escaped(domain.name)}</span><span class="sc">${score}</span><span class="r">${escaped(domain.reachSummary)}</span></summary></details>\n`;
    index += 1;
  }
  const more = all - domains.length;
  yield `</div><p><button type="button" id="further" hidden>Show more</button></p>${more > 0 ? `<p class="dim">${grouped(more)} more domains, none of them worse, are in the JSON report.</p>` : ""}<p id="none" class="dim" hidden>No domain matches.</p></section>\n`;
}
