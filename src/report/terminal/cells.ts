/** What a cell of the table shows of a check: its value where it passed, else the sign of its verdict. */
import type { Check } from "../../judge/report.ts";
import { terminal } from "../../text/escape.ts";
import { MARKS, type Mark } from "../marks.ts";

export interface Cell {
  readonly text: string;
  readonly style: Mark["style"];
}

/** Longest value; what is longer is a sentence, and the sign stands for it. */
const VALUE_LIMIT = 12;

/** Values that read better in a table than the check's own summary. */
const VALUES: Readonly<Record<string, (check: Check) => string>> = {
  // Where this machine was too busy to look, the time is not the server's.
  connect: ({ summary, seconds }) =>
    summary === "connected, seen late" ? summary : `${String(Math.round(seconds * 1000))} ms`,
  // "9 extensions" below the head "ehlo".
  ehlo: ({ summary }) => summary.replace(/ extensions?$/, ""),
  relay: () => "closed",
  // "served" where it knows the domain, and refuses its postmaster.
  delivery: ({ summary }) => (summary === "accepted" ? "accepts" : summary),
};

/** The sign of a check's verdict. */
export function signCell(check: Check | undefined): Cell {
  const { sign, style } = MARKS[check?.verdict ?? "skip"];
  return { text: sign, style };
}

/** The value of a check that passed; the sign of any other, and of one whose value is too long. */
export function valueCell(check: Check | undefined): Cell {
  const sign = signCell(check);
  if (check?.verdict !== "pass") return sign;
  const value = terminal((VALUES[check.check] ?? ((each: Check) => each.summary))(check));
  return value.length > 0 && value.length <= VALUE_LIMIT ? { ...sign, text: value } : sign;
}
