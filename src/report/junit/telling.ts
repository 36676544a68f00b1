/**
 * Findings as text for the cases of a JUnit file. What several domains share is in full at its first case; later
 * cases name that one, so that 5,000 domains with one cause stay readable, and under what a reader takes.
 */
import type { Cause, Causes } from "../../judge/findings/causes.ts";
import type { DomainReport, Finding, PlacedCheck } from "../../judge/report.ts";
import { grouped } from "../../text/plural.ts";
import { askedAt, waivedWords, findingFields } from "../finding-fields.ts";
import type { FindingField } from "../finding-fields.ts";
import { compareFindings } from "../ranking.ts";
import { concernedWords } from "../sentences.ts";

/** Fields that stay where a file would be too long otherwise. */
const SHORT: readonly FindingField["label"][] = ["expected", "actual", "fix"];

/** What is said in place of the fields of a cause that is told before: the number of its domains, and where. */
const CAUSE_LINE = [`  ${"cause".padEnd(9)} one for `, " domains, in full at "] as const;
const CAUSE_LENGTH = CAUSE_LINE.join("").length;

/** What a case is called in its file. */
export interface CaseName {
  readonly classname: string;
  readonly name: string;
}

/** Code, and how it counts. */
function stateWords(finding: Finding): string {
  const waived = waivedWords(finding);
  return `${finding.code} (${waived === undefined ? finding.severity : `${finding.severity}, ${waived}`})`;
}

/** The same, and the sentence below it. */
function headLines(finding: Finding): string[] {
  return [stateWords(finding), `  ${finding.message}`];
}

/** A finding in lines: code and sentence, then its fields; with `short`, those to act on. */
export function findingText(finding: Finding, short = false): string {
  const at = askedAt(finding);
  const fields = findingFields(finding).filter(({ label }) => !short || SHORT.includes(label));
  return [
    ...headLines(finding),
    ...fields.map(({ label, name, text }) => {
      const line = `  ${name.padEnd(9)} ${text}`;
      return label === "expected" && at !== undefined ? `${line} (${at})` : line;
    }),
  ].join("\n");
}

/** Characters of the text of a finding, be it in full or by its cause, at least. */
export function leastOfFinding(finding: Finding): number {
  const { code, severity, message, remedy, alternatives = [] } = finding;
  const head = `${code} (${severity})\n  ${message}`.length;
  return alternatives.length > 0 ? head : head + Math.min(remedy.length, CAUSE_LENGTH);
}

/** Tells the findings of one file, case by case. */
export class Telling {
  readonly #causes: Causes;
  readonly #short: boolean;
  /** The case that has told a cause in full. */
  readonly #told = new Map<Cause, CaseName>();
  readonly #domains = new Map<Cause, readonly DomainReport[]>();

  constructor(causes: Causes, short: boolean) {
    this.#causes = causes;
    this.#short = short;
  }

  /** The findings of a check, worst first, in the text of a case with this name. */
  textOf(placed: PlacedCheck, name: CaseName): string {
    const { findings } = placed.check;
    if (findings.length === 0) return "";
    const causes = this.#causes.at(placed);
    return findings
      .map((finding, index) => ({ finding, cause: causes[index] }))
      .sort((a, b) => compareFindings(a.finding, b.finding))
      .map(({ finding, cause }) =>
        cause === undefined ? findingText(finding, this.#short) : this.#tell(finding, cause, name),
      )
      .join("\n\n");
  }

  #tell(finding: Finding, cause: Cause, name: CaseName): string {
    const domains = this.#domainsOf(cause);
    if (domains.length < 2) return findingText(finding, this.#short);
    const first = this.#told.get(cause);
    if (first === undefined) {
      this.#told.set(cause, name);
      return `${findingText(finding)}\n  ${"shared by".padEnd(9)} ${concernedWords(domains)}`;
    }
    const number = grouped(domains.length);
    const place = `${first.classname}, ${first.name}`;
    if (this.#short) return `${stateWords(finding)}: see ${place}`;
    const [one, inFull] = CAUSE_LINE;
    return [...headLines(finding), `${one}${number}${inFull}${place}`].join("\n");
  }

  #domainsOf(cause: Cause): readonly DomainReport[] {
    const known = this.#domains.get(cause) ?? [...new Set(cause.seen.map(({ placed }) => placed.domain))];
    this.#domains.set(cause, known);
    return known;
  }
}
