/** A domain on a terminal: one line, or a section with its table and what is its own; what it shares is told before. */
import { plural } from "../../text/plural.ts";
import type { DomainReport, Report } from "../../judge/report.ts";
import { terminal } from "../../text/escape.ts";
import { needsNothing } from "../arrangement.ts";
import type { FindingGroup, GroupedFindings } from "../finding-groups.ts";
import { waivedWords } from "../finding-fields.ts";
import { resultMark } from "../marks.ts";
import { scoreReason } from "./score-words.ts";
import * as say from "../sentences.ts";
import type { TerminalOptions } from "./frame.ts";
import { domainDetails } from "./details.ts";
import { briefFindings, findingPieces } from "./finding.ts";
import { domainTable } from "./table.ts";
import { apart, hang, painter, wrap } from "../../text/layout.ts";
import type { Paint } from "../../text/layout.ts";

/** `PASS · score 98 · 2 notices` */
function domainState(domain: DomainReport, groups: readonly FindingGroup[]): string {
  const notices = groups.filter((group) => group.finding.severity === "notice").length;
  const waits = domain.servers.flatMap((server) =>
    server.endpoints.flatMap(({ passedAfter }) => passedAfter ?? []),
  );
  return [
    domain.result.toUpperCase(),
    say.scoreWords(domain),
    ...(waits.length > 0 ? [`after ${say.secondsWords(Math.max(...waits))}`] : []),
    ...(notices > 0 && domain.result === "pass" ? [plural(notices, "notice")] : []),
  ].join(" · ");
}

/**
 * Name at the left, state at the right. `sign` before the name, and what was seen behind it, where the domain is told in
 * this one line.
 */
function domainLine(
  domain: DomainReport,
  state: string,
  width: number,
  paint: Paint,
  sign: boolean,
  seen = "",
): string[] {
  const mark = resultMark(domain.result);
  const name = terminal(domain.name);
  const prefix = sign ? `${mark.sign} ` : "";
  const left = seen === "" ? prefix + name : `${prefix}${name}  ${seen}`;
  const { line, fits } = apart(left, state, width);
  const paintName = (text: string): string =>
    (sign ? paint(mark.style, mark.sign) + text.slice(mark.sign.length) : text).replace(name, () =>
      paint("bold", name),
    );
  const paintState = paint(mark.style, domain.result.toUpperCase()) + state.slice(domain.result.length);
  if (fits) return [paintName(line.slice(0, line.length - state.length)) + paintState];
  const [first = "", ...more] = wrap(left, width);
  return [paintName(first), ...more, "  " + paintState];
}

/** What was seen of the domain itself. */
function mxWords(domain: DomainReport): string {
  const [first, ...others] = domain.checks;
  const seen = [
    ...(first === undefined ? [] : [first]),
    ...others.filter(({ verdict }) => verdict !== "skip"),
  ];
  return seen.map((check) => terminal(check.summary)).join(" · ");
}

/** Codes of what is told before a domain, worst first, without mere notices: `cert-expired, banner-slow`. */
function codesAbove(groups: readonly FindingGroup[]): string {
  const deviating = groups.filter(({ finding }) => finding.severity !== "notice");
  return [...new Set(deviating.map(({ finding }) => terminal(finding.code)))].join(", ");
}

/** How the domains of one report are told. */
export class DomainWriter {
  readonly few: boolean;
  readonly #found: GroupedFindings;
  readonly #options: TerminalOptions;
  readonly #paint: Paint;
  readonly #details: (domain: DomainReport) => string[];

  /** @param few the report has few domains: tables show values, and what passes has a section, too */
  constructor(report: Report, found: GroupedFindings, options: TerminalOptions, paint: Paint, few: boolean) {
    this.few = few;
    this.#found = found;
    this.#options = options;
    this.#paint = paint;
    const observed = options.verbose === true ? report.observations.endpoints : {};
    this.#details = domainDetails(observed, options, paint);
  }

  /** Heading and everything below it. */
  section(domain: DomainReport): string[] {
    const { width } = this.#options;
    return [...domainLine(domain, this.#state(domain), width, this.#paint, false), ...this.body(domain)];
  }

  /** The heading alone, to be folded: without colours. */
  heading(domain: DomainReport): string {
    return this.#line(domain, painter(false)).join(" ");
  }

  /** Everything below a domain's heading: reach, table, findings; with facts and transcripts where asked for. */
  body(domain: DomainReport): string[] {
    const { width, verbose = false } = this.#options;
    const above = codesAbove(this.#found.sharedOf(domain));
    const pieces = findingPieces(this.#found.own(domain), 2, this.#options, this.#paint);
    const parts = [
      domainTable(domain, width, this.#paint, this.few || verbose),
      above === "" ? [] : hang("  shown above: ", above, width),
      ...pieces.map(({ lines }) => lines),
      verbose ? this.#details(domain) : [],
    ].filter((part) => part.length > 0);
    return [
      ...wrap(terminal(domain.reachSummary), width),
      ...(this.few || verbose ? wrap(scoreReason(domain), width) : []).filter((line) => line !== ""),
      ...parts.flatMap((part) => ["", ...part]),
    ];
  }

  /** One line, and what a waiver or the baseline lets pass: that stays in sight. */
  line(domain: DomainReport): string[] {
    const excused = this.#found.own(domain).filter(({ finding }) => waivedWords(finding) !== undefined);
    return [...this.#line(domain, this.#paint), ...briefFindings(excused, 2, this.#options, this.#paint)];
  }

  /** Behind the name what was told of it above, or what was seen of a domain without endpoints. */
  #line(domain: DomainReport, paint: Paint): string[] {
    const above = needsNothing(domain) ? "" : codesAbove(this.#found.sharedOf(domain));
    const seen = above === "" && domain.reach.endpoints === 0 ? mxWords(domain) : above;
    return domainLine(domain, this.#state(domain), this.#options.width, paint, true, seen);
  }

  #state(domain: DomainReport): string {
    return domainState(domain, [...this.#found.own(domain), ...this.#found.sharedOf(domain)]);
  }
}
