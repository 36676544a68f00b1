/** First and last lines of the report on a terminal. */
import { grouped, plural } from "../../text/plural.ts";
import type { Report } from "../../judge/report.ts";
import { terminal } from "../../text/escape.ts";
import type { Links } from "../links.ts";
import { MARKS } from "../marks.ts";
import { codesWorstFirst } from "../ranking.ts";
import * as say from "../sentences.ts";
import { joinWrapped, textWidth, wrap } from "../../text/layout.ts";
import type { Paint } from "../../text/layout.ts";
import type { WrittenFile } from "../outputs.ts";
import type { TerminalBudget } from "./room.ts";

export interface TerminalOptions {
  /** Cells of a line. */
  readonly width: number;
  /** ANSI colours. */
  readonly colour: boolean;
  /** Every domain open, with facts. */
  readonly verbose?: boolean;
  /** With `verbose`: every dialog, too. */
  readonly transcripts?: boolean;
  /** Nothing where the gate is open, else a line for each cause. */
  readonly quiet?: boolean;
  /** Passing domains as blocks with a heading, to be folded, instead of one line each. */
  readonly foldPassing?: boolean;
  readonly written?: readonly WrittenFile[];
  /** Findings and domains that are shown at most; `verbose` knows no bound. */
  readonly budget?: TerminalBudget;
  /** Exit code that a closed gate gives; told where there is one. */
  readonly exitCode?: number;
  /** Where the pages of codes are; without, the command that shows them is named. */
  readonly links?: Links;
  /** What the reader types to start the command. */
  readonly program?: string;
  /** Puts the settings of a remedy as this reader writes them: as options, for whoever typed the command. */
  readonly speak?: (text: string) => string;
}

/** The words as they are: right for whoever writes YAML. */
export function asWritten(text: string): string {
  return text;
}

/** Lines that belong together. With a heading they are there to be folded below it. */
export interface TerminalBlock {
  readonly heading?: string;
  readonly lines: readonly string[];
}

/** What ran, by which policy, from where. */
export function headBlock(
  report: Report,
  { width, verbose = false, speak = asWritten }: TerminalOptions,
  paint: Paint,
): TerminalBlock {
  const { policy, environment, tool } = report;
  const extras = say.policyExtras(policy);
  const file = policy.file === null ? "no policy file" : `policy ${policy.file}`;
  const parts = [
    `${tool.name} ${tool.version}`,
    extras === "" ? file : `${file} (${extras})`,
    `resolver ${environment.resolver}`,
    environment.route,
    ...[say.zonesWords(report)].filter((zones) => zones !== ""),
    ...(verbose ? [`HELO ${environment.heloName}`, `trust ${environment.trustStores.join(", ")}`] : []),
  ];
  const lines = [
    ...joinWrapped(parts.map(terminal), " · ", width),
    ...(environment.dnssec === undefined ? [] : wrap(terminal(speak(environment.dnssec)), width)),
  ];
  return { lines: lines.map((line) => paint("dim", line)) };
}

/** Sizes and counts; the signs beside the counts are the legend of the tables. */
function countsLines(report: Report, width: number, paint: Paint): string[] {
  const parts = say.COUNT_WORDS.map(([verdict, said]) => {
    const { sign, style } = MARKS[verdict];
    const number = report.counts[verdict];
    const words = `${sign} ${grouped(number)} ${said}`;
    return {
      words,
      painted: number === 0 ? paint("dim", words) : paint(style, sign) + words.slice(sign.length),
    };
  });
  const before = `${plural(report.domains.length, "domain")} · ${plural(say.endpointCount(report), "endpoint")}`;
  const took = say.secondsWords(say.runSeconds(report));
  const all = `${before} · ${parts.map(({ words }) => words).join("  ")} · ${took}`;
  const painted = parts.map((part) => part.painted).join("  ");
  if (textWidth(all) <= width) return [`${before} · ${painted} · ${took}`];
  const first = `${before} · ${took}`;
  const second = parts.map(({ words }) => words).join("  ");
  if (textWidth(second) <= width) return [first, painted];
  return [
    first,
    ...joinWrapped(
      parts.map(({ words }) => words),
      "  ",
      width,
    ),
  ];
}

/**
 * What a mail of cron should say: nothing where the gate is open, else the gate's sentence below the causes. What the
 * policy silences is said in every form.
 */
export function quietBlock(
  report: Report,
  causes: readonly string[],
  { width, exitCode, speak = asWritten }: TerminalOptions,
): TerminalBlock {
  const silences = say.silencesWords(report);
  const status = exitCode === undefined ? "" : ` Exit ${String(exitCode)}.`;
  return {
    lines: [
      ...(silences === undefined ? [] : wrap(terminal(silences), width)),
      ...(report.gate === "open"
        ? []
        : [...causes, ...wrap(terminal(speak(report.gateSummary)) + status, width)]),
    ],
  };
}

/** Totals, the gate, and where more is to be read. */
export function footBlock(report: Report, options: TerminalOptions, paint: Paint): TerminalBlock {
  const { width, written = [], exitCode, links, program = "mx-gate", speak = asWritten } = options;
  const files = say.filesWords(written);
  const gate = terminal(speak(report.gateSummary));
  const baseline = say.baselineWords(report);
  const tail = [
    ...(report.gate === "closed" && exitCode !== undefined ? [`Exit ${exitCode}.`] : []),
    ...(files === "" ? [] : [`Reports: ${terminal(files)}`]),
  ];
  const gateLines = wrap(gate, width);
  const lastOfGate = gateLines.pop() ?? "";
  const [joined = "", ...further] = joinWrapped([lastOfGate, ...tail], " ", width);
  const style = report.gate === "open" ? "green" : "red";
  const [code] = codesWorstFirst(report);
  const troubled = report.result !== "pass" && report.result !== "skip";
  const hint = code !== undefined && troubled && links === undefined;
  return {
    lines: [
      ...countsLines(report, width, paint),
      ...(baseline === undefined ? [] : wrap(terminal(baseline), width)),
      ...gateLines.map((line) => paint(style, line)),
      paint(style, lastOfGate) + joined.slice(lastOfGate.length),
      ...further,
      ...(hint ? [paint("dim", `What a code means: ${program} explain ${terminal(code)}`)] : []),
    ],
  };
}
