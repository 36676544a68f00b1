/** The confusion matrix: verdicts that should be, against verdicts that were. */
import type { Verdict } from "../../src/judge/report.ts";
import { isRight } from "./compare.ts";
import type { Compared } from "./compare.ts";

const VERDICTS: readonly Verdict[] = ["pass", "warn", "fail", "inconclusive", "skip", "waived"];

/** Sums over some checks. */
export interface Sums {
  readonly checks: number;
  readonly right: number;
  readonly wrongVerdicts: number;
  readonly missedCodes: number;
  readonly falseAlarms: number;
}

export function sumsOf(all: readonly Compared[]): Sums {
  return {
    checks: all.length,
    right: all.filter(isRight).length,
    wrongVerdicts: all.filter(({ expected, got }) => got?.verdict !== expected.verdict).length,
    missedCodes: all.reduce((sum, { missed }) => sum + missed.length, 0),
    falseAlarms: all.reduce((sum, { falseAlarms }) => sum + falseAlarms.length, 0),
  };
}

/** A Markdown table; all columns but the first are numbers, unless `align` says otherwise. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], align = "--:"): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : align))), ...rows.map(line)].join(
    "\n",
  );
}

/** Expected verdicts by line, seen ones by column, as a Markdown table. */
export function confusionMatrix(all: readonly Compared[]): string {
  const used = VERDICTS.filter((verdict) =>
    all.some(({ expected, got }) => expected.verdict === verdict || got?.verdict === verdict),
  );
  const rows = used.map((expected) => {
    const counts = used.map(
      (got) => all.filter((each) => each.expected.verdict === expected && each.got?.verdict === got).length,
    );
    return [`**${expected}**`, ...counts.map((count) => (count === 0 ? "·" : String(count)))];
  });
  return table(["expected \\ seen", ...used], rows);
}

/** Right and wrong by topic, as a Markdown table. */
export function topicTable(all: readonly Compared[]): string {
  const line = (name: string, some: readonly Compared[]): string[] => {
    const sums = sumsOf(some);
    const targets = new Set(some.map(({ row }) => row.name)).size;
    return [
      name,
      targets,
      sums.checks,
      sums.right,
      sums.wrongVerdicts,
      sums.missedCodes,
      sums.falseAlarms,
    ].map(String);
  };
  const topics = [...new Set(all.map(({ row }) => row.topic))];
  const head = ["topic", "targets", "checks", "right", "wrong verdict", "missed code", "false alarm"];
  const lines = topics.map((topic) =>
    line(
      topic,
      all.filter(({ row }) => row.topic === topic),
    ),
  );
  return table(head, [...lines, line("**all**", all)]);
}
