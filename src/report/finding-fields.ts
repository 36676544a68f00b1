/** What is told of a finding besides its sentence, label by label, in the order in which it helps. */
import type { Finding } from "../judge/report.ts";
import { positionWords, sendersWords } from "./sentences.ts";

export interface FindingField {
  readonly label:
    | "expected"
    | "actual"
    | "evidence"
    | "asked at"
    | "lowered"
    | "fix"
    | "alternative"
    | "confirm"
    | "senders"
    | "see";
  /** What stands before the text: the label, or the alternative's own words. */
  readonly name: string;
  readonly text: string;
}

/** Fields of a finding that hold something. What asked for it is told by {@link askedAt}, beside `expected`. */
export function findingFields(finding: Finding): FindingField[] {
  const fields: FindingField[] = [];
  const add = (label: FindingField["label"], text: string | undefined, name: string = label): void => {
    if (text !== undefined && text !== "") fields.push({ label, name, text });
  };
  const { alternatives = [] } = finding;
  add("expected", finding.expected);
  add("actual", finding.actual);
  add("evidence", finding.evidence);
  if (finding.expected === undefined) add("asked at", askedAt(finding));
  // Ways to choose from say what the one remedy would say, in an order that the eye can follow.
  if (alternatives.length === 0) add("fix", finding.remedy);
  for (const { label, text } of alternatives) add("alternative", text, label);
  if (finding.loweredFrom !== undefined) add("lowered", `from ${finding.loweredFrom} by the policy`);
  add("confirm", finding.confirm);
  add("senders", sendersWords(finding));
  add("see", finding.reference);
  return fields;
}

/** File and line of what asked for it, where that stands in a file. */
export function askedAt(finding: Finding): string | undefined {
  return finding.policy === undefined ? undefined : positionWords(finding.policy);
}

/** Why a finding does not count, or nothing where it does: `waived until 2027-01-31: renewed with the move`. */
export function waivedWords(finding: Finding): string | undefined {
  if (finding.off === true) {
    const at = askedAt(finding);
    return at === undefined ? "turned off by the policy" : `turned off at ${at}`;
  }
  if (finding.waived !== undefined) return `waived until ${finding.waived.until}: ${finding.waived.reason}`;
  return finding.known === true ? "known to the baseline" : undefined;
}
