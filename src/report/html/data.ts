/**
 * What the page's script works with: every domain with its endpoints and causes, as JSON. Texts, rows, cells and causes
 * stand in it once each, however many domains share them.
 */
import { CHECK_IDS } from "../../judge/checks/all.ts";
import type { Check, DomainReport } from "../../judge/report.ts";
import { json } from "../../text/escape.ts";
import { quote } from "../../text/quote.ts";
import type { FindingGroup, GroupedFindings } from "../finding-groups.ts";
import { findingFields } from "../finding-fields.ts";
import { addressAndPort, withoutEndpoint } from "../labels.ts";
import { whereWords } from "./cards.ts";
import { findingLetter, letterOf } from "./markup.ts";

/** Things that are numbered in the order of their coming, each once. */
class Numbered {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

/**
 * Whoever runs a host, as far as its name tells: the last two labels, or three where the last two are a short pair such
 * as `co.uk`. An address is its own.
 */
export function operatorOf(host: string): string {
  if (/[:\]]|^[\d.]+$/.test(host)) return host;
  const labels = host.split(".");
  const [second = "", top = ""] = labels.slice(-2);
  const short =
    top.length === 2 && (second.length <= 2 || ["com", "net", "org", "gov", "edu"].includes(second));
  return labels.slice(short ? -3 : -2).join(".");
}

const SCRIPT_END = /</g;

/** JSON that ends no script element and is no command to a CI runner. */
function inert(value: unknown): string {
  return json(JSON.stringify(value)).replaceAll(SCRIPT_END, "\\u003c");
}

/** Printable words, whatever a report that was read from a file may hold. */
function words(text: string): string {
  return quote(text, Number.POSITIVE_INFINITY);
}

/** The JSON of what some checks say: the letters of their verdicts, and their words. */
function cellsOf(checks: readonly Check[], texts: Numbered): string {
  const cells = CHECK_IDS.map((id) => checks.find(({ check }) => check === id));
  return JSON.stringify([
    cells.map((check) => (check === undefined ? "-" : letterOf(check.verdict))).join(""),
    cells.map((check) => (check === undefined ? -1 : texts.of(words(check.summary)))),
  ]);
}
/** The same of a host without an endpoint. */
const NO_CELLS = '["",[]]';

function causeOf(group: FindingGroup, texts: Numbered): (number | string)[] {
  const { finding } = group;
  const fields = findingFields(finding);
  const fixes = fields.filter(({ label }) => label === "fix" || label === "alternative");
  const fix = fixes.map(({ label, name, text }) => (label === "fix" ? text : `${name}: ${text}`)).join("\n");
  return [
    texts.of(words(finding.code)),
    findingLetter(finding),
    texts.of(words(finding.message)),
    texts.of(words(whereWords(group))),
    texts.of(fix.split("\n").map(words).join("\n")),
    finding.confirm === undefined ? -1 : texts.of(words(finding.confirm)),
  ];
}

/** The JSON of these domains, in their order, in pieces. */
export function* pageData(
  domains: readonly DomainReport[],
  { own, sharedOf }: Pick<GroupedFindings, "own" | "sharedOf">,
): Generator<string> {
  const texts = new Numbered();
  const rows = new Numbered();
  // Most endpoints say the same of their checks.
  const cells = new Numbered();
  const causes = new Map<FindingGroup, number>();
  const made: (number | string)[][] = [];
  const causeNumber = (group: FindingGroup): number => {
    const known = causes.get(group);
    if (known !== undefined) return known;
    causes.set(group, made.length);
    return made.push(causeOf(group, texts)) - 1;
  };
  yield '{"domains":[';
  let comma = "";
  for (const domain of domains) {
    const its = domain.servers.flatMap((server) => {
      const { host, preference, endpoints } = server;
      const start = [texts.of(words(host)), texts.of(operatorOf(words(host)))];
      const places = endpoints.map((endpoint) => {
        const place = words(addressAndPort(server, endpoint));
        return [
          ...start,
          texts.of(place),
          preference,
          endpoint.score,
          cells.of(cellsOf(endpoint.checks, texts)),
        ];
      });
      const all =
        places.length > 0
          ? places
          : [[...start, texts.of(withoutEndpoint(server)), preference, null, cells.of(NO_CELLS)]];
      return all.map((row) => rows.of(JSON.stringify(row)));
    });
    const found = [...sharedOf(domain), ...own(domain)].map(causeNumber);
    const line = [
      cells.of(cellsOf(domain.checks, texts)),
      domain.score,
      texts.of(words(domain.reachSummary)),
      ...(domain.partial ? [1] : []),
    ];
    yield `${comma}${inert([texts.of(words(domain.name)), letterOf(domain.result), its, found, ...line])}`;
    comma = ",";
  }
  yield `],"checks":${inert(CHECK_IDS)},"causes":${inert(made)},"rows":[${rows.all.map((row) => json(row)).join()}],`;
  yield `"cells":[${cells.all.map((each) => json(each)).join()}],`;
  yield `"texts":${inert(texts.all)}}`;
}
