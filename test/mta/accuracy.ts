/**
 * The accuracy of the program against the lab of real servers:
 *
 *     node test/mta/accuracy.ts                             prints the matrix and every difference
 *     node test/mta/accuracy.ts --write docs/accuracy.md    writes figure and table, too
 *     node test/mta/accuracy.ts --reports FOLDER            keeps the reports of the runs
 *
 * It needs root, for a network namespace of its own. Exit: 0 no difference, 1 differences.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compareRow, describeDifference, isRight } from "./compare.ts";
import type { Compared } from "./compare.ts";
import { renderPage } from "./accuracy-page.ts";
import { confusionMatrix, topicTable } from "./matrix.ts";
import { runIsolated } from "./namespace.ts";
import { fetchPackages } from "./packages.ts";
import { labResult } from "./sighting.ts";
import type { LabResult } from "./sighting.ts";
import { TRUTH } from "./truth.ts";

/** Seconds that the lab and all runs may take. */
const PATIENCE = 600;

/** Starts the lab in a namespace and gives what the program said there. */
export async function runLab(reportFolder?: string): Promise<LabResult> {
  fetchPackages();
  const script = fileURLToPath(new URL("run-lab.ts", import.meta.url));
  const output = await runIsolated(script, reportFolder === undefined ? [] : [reportFolder], PATIENCE);
  return labResult.parse(JSON.parse(output));
}

export function compareAll({ sightings }: LabResult): Compared[] {
  return TRUTH.flatMap((row) =>
    compareRow(
      row,
      sightings.find(({ name }) => name === row.name),
    ),
  );
}

/** The matrix and every difference, for a terminal. */
export function summarise(all: readonly Compared[], { startSeconds, runSeconds }: LabResult): string {
  const differences = all.filter((each) => !isRight(each)).map(describeDifference);
  const times = `The lab stood after ${startSeconds.toFixed(1)} s; the program took ${runSeconds.toFixed(1)} s.`;
  return [confusionMatrix(all), topicTable(all), times, ...differences].join("\n\n");
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: "string" }, reports: { type: "string" } } });
  const result = await runLab(values.reports);
  const all = compareAll(result);
  process.stdout.write(`${summarise(all, result)}\n`);
  if (values.write !== undefined) writeFileSync(values.write, await renderPage(all, result));
  if (!all.every(isRight)) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
