/** Outputs of the Action: their names, what they mean, and their values for a report. */
import type { Report } from "../judge/report.ts";
import { codesWorstFirst } from "./ranking.ts";

/** Every output with its meaning; action.yml and the README are generated from it. */
export const OUTPUTS = {
  result:
    "Worst of all checks: `pass`, `warn`, `fail`, `inconclusive` or `skip`. `skip` with the gate `closed` after a configuration error: nothing was tested, and every number is 0.",
  gate: "`open` or `closed`: what `fail-on` and `on-inconclusive` make of the result.",
  passed: "Number of checks that passed.",
  warned: "Number of checks with a warning.",
  failed: "Number of checks with an error.",
  inconclusive: "Number of checks of which nothing could be seen from here.",
  waived:
    "Number of checks that deviate, where everything that counts against them is waived, turned off by the policy, or known to the baseline.",
  skipped: "Number of checks that did not apply or were not asked for.",
  score: "Lowest score of the domains, 0 to 100; empty where nothing could be judged.",
  codes:
    "JSON array of the distinct codes that count, worst first: without those that are waived, turned off or known, and with `policy-silences` where the policy turns codes off or lowers them.",
  "junit-file": "Path of the JUnit XML report; empty where none was written.",
  "report-file": "Path of the JSON report; empty where none was written.",
  "sarif-file": "Path of the SARIF file; empty where none was written.",
  "html-file": "Path of the HTML page; empty where none was written.",
  "metrics-file": "Path of the OpenMetrics text; empty where none was written.",
} as const satisfies Readonly<Record<string, string> & Record<Exclude<FileKind, "summary-file">, string>>;

export type OutputName = keyof typeof OUTPUTS;

/** The value of every output, as text. */
export function outputsOf(report: Report, written: readonly WrittenFile[]): Record<OutputName, string> {
  const { counts } = report;
  const path = (kind: FileKind): string => written.find((file) => file.kind === kind)?.path ?? "";
  return {
    result: report.result,
    gate: report.gate,
    passed: String(counts.pass),
    warned: String(counts.warn),
    failed: String(counts.fail),
    inconclusive: String(counts.inconclusive),
    waived: String(counts.waived),
    skipped: String(counts.skip),
    score: report.score === null ? "" : String(report.score),
    codes: JSON.stringify(codesWorstFirst(report)),
    "junit-file": path("junit-file"),
    "report-file": path("report-file"),
    "sarif-file": path("sarif-file"),
    "html-file": path("html-file"),
    "metrics-file": path("metrics-file"),
  };
}

/** The values after a configuration error or a bug: nothing was tested, and the gate is closed. */
export function outputsOfNothing(): Record<OutputName, string> {
  return {
    result: "skip",
    gate: "closed",
    passed: "0",
    warned: "0",
    failed: "0",
    inconclusive: "0",
    waived: "0",
    skipped: "0",
    score: "",
    codes: "[]",
    "junit-file": "",
    "report-file": "",
    "sarif-file": "",
    "html-file": "",
    "metrics-file": "",
  };
}

/** The setting that asks for a file. */
export type FileKind =
  "junit-file" | "report-file" | "sarif-file" | "summary-file" | "html-file" | "metrics-file";

/** A file that the run has written for other programs. */
export interface WrittenFile {
  readonly kind: FileKind;
  readonly path: string;
}
