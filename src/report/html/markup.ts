/** What the sections of the page are made of. Words from outside go through {@link escaped}, markup is ours. */
import { htmlAttribute } from "../../text/escape.ts";
import type { Finding, Result, Verdict } from "../../judge/report.ts";
import { findingMark, MARKS } from "../marks.ts";

/** Text of an element, or value of an attribute in double quotes: characters, and nothing else. */
export function escaped(text: string): string {
  return htmlAttribute(text);
}

/** Letter of a verdict or result: its class in the page, and its name in the page's data. */
export type Letter = "p" | "w" | "f" | "i" | "x" | "s" | "n";

const LETTERS: Readonly<Record<Verdict | Result, Letter>> = {
  pass: "p",
  warn: "w",
  fail: "f",
  inconclusive: "i",
  waived: "x",
  skip: "s",
};

/** The letter of a verdict or result. */
export function letterOf(verdict: Verdict | Result): Letter {
  return LETTERS[verdict];
}

/** The letter of a finding; `x` for what is excused, `n` for a notice. */
export function findingLetter(finding: Finding): Letter {
  const { sign } = findingMark(finding);
  const verdict = (["pass", "warn", "fail", "inconclusive", "waived"] as const).find(
    (one) => MARKS[one].sign === sign,
  );
  return verdict === undefined ? "n" : letterOf(verdict);
}

/** Sign and word of a result, so that colour is never alone. */
export function marked(result: Result | Verdict): string {
  return `<span class="m ${letterOf(result)}">${MARKS[result].sign} ${result}</span>`;
}

/** A link to somewhere else; `label` is markup already. Without an address the label alone. */
export function linked(label: string, url: string | undefined): string {
  return url === undefined ? label : `<a href="${escaped(url)}" rel="noreferrer">${label}</a>`;
}

/** A command line with a button that copies it. */
export function copyable(command: string): string {
  return `<span class="cmd"><code>${escaped(command)}</code><button type="button" class="copy">Copy</button></span>`;
}

/** Results in the order in which the page tells them: worst first. */
export const RESULT_ORDER: readonly Result[] = ["fail", "inconclusive", "warn", "pass", "skip"];
