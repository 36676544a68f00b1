/** docs/accuracy.md: the figure, the matrix, and every target. */
import type { Compared } from "./compare.ts";
import { confusionMatrix, sumsOf, topicTable } from "./matrix.ts";
import type { LabResult } from "./sighting.ts";

/** The page, in Markdown. */
export function renderPage(all: readonly Compared[], _result: LabResult): string {
  const sums = sumsOf(all);
  return [`# Accuracy`, String(sums.right), confusionMatrix(all), topicTable(all), ""].join("\n\n");
}
