/**
 * Runs every program that measures a figure beside its bound or its peer, one after the other, and prints the ratios as
 * one table. It is the bundle that is measured, as users run it: npm run build
 *
 *     npm run bench
 *     npm run bench -- --quick        smaller counts, some minutes in all
 *     npm run bench -- growth rtt     these programs only
 *
 * Exit: 0 where every figure is within its bar.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { holds, type Figure } from "./figure.ts";

/** A program of this folder; it tells its figures with `tell` (figure.ts). */
interface Program {
  readonly file: string;
  /** Words for it, and in their place with `--quick`; none, if left out. */
  readonly words?: readonly string[];
  readonly quick?: readonly string[];
}

const PROGRAMS: readonly Program[] = [
  { file: "rtt.ts", quick: ["1"] },
  { file: "endpoint-cost.ts", quick: ["500"] },
  { file: "dane.ts", quick: ["200"] },
  { file: "growth.ts", quick: ["--quick"] },
];

const given = process.argv.slice(2);
const quick = given.includes("--quick");
const only = given.filter((word) => word !== "--quick");
const chosen = PROGRAMS.filter(({ file }) => only.length === 0 || only.includes(file.replace(/\.ts$/, "")));
const figures: Figure[] = [];
const failed: string[] = [];
for (const { file, words = [], quick: less = words } of chosen) {
  console.log(`\n# ${file}`);
  const child = fork(join(import.meta.dirname, file), quick ? less : words);
  let told = 0;
  child.on("message", (figure) => {
    figures.push(figure as Figure);
    told++;
  });
  await once(child, "close");
  // Exit 1 is a figure past its bar, and stands in the table.
  if (told === 0 || child.exitCode === null || child.exitCode > 1) failed.push(file);
}

const rows = figures.map((figure) => [
  figure.what,
  figure.measured,
  figure.beside,
  figure.ratio.toFixed(2),
  figure.bar?.toFixed(2) ?? "",
  figure.bar === undefined ? "" : holds(figure) ? "holds" : "MISSED",
]);
const head = ["figure", "measured", "beside", "ratio", "bar", ""];
const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
console.log();
for (const row of [head, widths.map((width) => "-".repeat(width)), ...rows]) {
  console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`);
}
for (const file of failed) console.log(`${file} failed.`);
process.exitCode = failed.length === 0 && figures.every(holds) ? 0 : 1;
