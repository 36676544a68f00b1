/**
 * The accuracy of the program against the lab of real servers:
 *
 *     node test/mta/accuracy.ts                             prints the matrix and every difference
 *     node test/mta/accuracy.ts --write docs/accuracy.md    writes figure and table, too
 *     node test/mta/accuracy.ts --reports FOLDER            keeps the reports of the runs
 *     node test/mta/accuracy.ts --peers [--write FILE]      asks other programs about the same servers
 *
 * It needs root, for a network namespace of its own. Exit: 0 no difference, 1 differences (of
 * other programs: such as nobody has explained).
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compareRow, describeDifference, isRight } from "./compare.ts";
import type { Compared } from "./compare.ts";
import { renderPage } from "./accuracy-page.ts";
import { confusionMatrix, topicTable } from "./matrix.ts";
import { labWords } from "./lab-words.ts";
import { runIsolated } from "./namespace.ts";
import { fetchPackages } from "./packages.ts";
import { peerWords, renderPeers } from "./peers-page.ts";
import { askTwice } from "./second-lab.ts";
import { labResult } from "./sighting.ts";
import type { LabResult } from "./sighting.ts";
import { differencesIn, replaceTargets } from "./troubles.ts";
import { TRUTH } from "./truth.ts";

/** Seconds that the lab and all runs may take. */
const PATIENCE = 800;
const PEER_PATIENCE = 3600;

/** Starts the lab in a namespace and gives what the program said there. @param only targets; all where absent */
async function startAndAsk(reportFolder: string | undefined, only?: readonly string[]): Promise<LabResult> {
  fetchPackages();
  const script = fileURLToPath(new URL("run-lab.ts", import.meta.url));
  const words = labWords(only === undefined ? reportFolder : undefined, only);
  const isolation = { patience: PATIENCE, alone: only !== undefined };
  return labResult.parse(JSON.parse(await runIsolated(script, words, isolation)));
}

/** What the program says of the lab, and of a second one about targets that differed in the first. */
export function runLab(reportFolder?: string): Promise<LabResult> {
  return askTwice({
    ask: (only) => startAndAsk(reportFolder, only),
    differences: (seen) => differencesIn(compareAll(seen), seen),
    replace: replaceTargets,
  });
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
export function summarise(
  all: readonly Compared[],
  { startSeconds, runSeconds, confirmSeconds }: LabResult,
): string {
  const differences = all.filter((each) => !isRight(each)).map(describeDifference);
  const times = `The lab stood after ${startSeconds.toFixed(1)} s; the program took ${runSeconds.toFixed(1)} s, the lines to confirm its findings ${confirmSeconds.toFixed(1)} s.`;
  return [confusionMatrix(all), topicTable(all), times, ...differences].join("\n\n");
}

/** What other programs say about the lab, written or printed as a page. */
async function askPeers(file: string | undefined): Promise<void> {
  fetchPackages();
  const script = fileURLToPath(new URL("run-peers.ts", import.meta.url));
  const words = peerWords.parse(JSON.parse(await runIsolated(script, [], { patience: PEER_PATIENCE })));
  const { page, unexplained } = await renderPeers(words);
  if (file === undefined) process.stdout.write(page);
  else writeFileSync(file, page);
  process.stdout.write(unexplained.map((line) => `${line}\n`).join(""));
  if (unexplained.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { write: { type: "string" }, reports: { type: "string" }, peers: { type: "boolean" } },
  });
  if (values.peers === true) {
    await askPeers(values.write);
    return;
  }
  const result = await runLab(values.reports);
  const all = compareAll(result);
  process.stdout.write(`${summarise(all, result)}\n`);
  if (values.write !== undefined) writeFileSync(values.write, await renderPage(all, result));
  if (!all.every(isRight)) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
