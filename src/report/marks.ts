/** Signs of verdicts on a terminal. Each stands beside its word somewhere on the same screen. */
import type { Finding, Result, Verdict } from "../judge/report.ts";
import { waivedWords } from "./finding-fields.ts";
import type { Style } from "../text/layout.ts";

export interface Mark {
  readonly sign: string;
  readonly style: Style;
}

export const MARKS: Readonly<Record<Verdict, Mark>> = {
  pass: { sign: "✓", style: "green" },
  warn: { sign: "!", style: "yellow" },
  fail: { sign: "✗", style: "red" },
  inconclusive: { sign: "?", style: "magenta" },
  waived: { sign: "w", style: "dim" },
  skip: { sign: "·", style: "dim" },
};

/** Sign of a domain's result. */
export function resultMark(result: Result): Mark {
  return MARKS[result];
}

/** Sign of a finding; `w` for what is waived or known, `i` for a notice. */
export function findingMark(finding: Finding): Mark {
  if (waivedWords(finding) !== undefined) return MARKS.waived;
  switch (finding.severity) {
    case "error":
      return MARKS.fail;
    case "warning":
      return MARKS.warn;
    case "inconclusive":
      return MARKS.inconclusive;
    case "notice":
      return { sign: "i", style: "dim" };
  }
}
