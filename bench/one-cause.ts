/**
 * What one cause makes of each output: 2,000 domains on one server with an expired certificate, and 5,000 that fail each
 * on a server of its own. Lines and bytes of every output.
 *
 *     node bench/one-cause.ts
 *
 * Exit: 0 where every output stays under its bound.
 */
import { makeReplayPolicy } from "../test/support/run/made-plan.ts";
import { judge } from "../src/judge/judge.ts";
import type { Report } from "../src/judge/report.ts";
import { renderAnnotations } from "../src/report/annotations.ts";
import { gateRules } from "../src/report/gate-rules.ts";
import { renderJson } from "../src/report/json.ts";
import { renderJunit } from "../src/report/junit/junit.ts";
import { renderSarif } from "../src/report/sarif.ts";
import { renderComment } from "../src/report/summary/comment.ts";
import { renderSummary } from "../src/report/summary/summary.ts";
import { blockLines, renderTerminal } from "../src/report/terminal/terminal.ts";
import { systemClock } from "../src/system/clock.ts";
import { multiplied, observeLab } from "./multiplied-lab.ts";

/** Lines and bytes that an output may have at most; the bytes of JUnit XML are what GitLab takes. */
const BOUNDS: Readonly<Record<string, readonly [lines: number, bytes: number]>> = {
  terminal: [4_100, 550_000],
  log: [4_100, 550_000],
  annotations: [1_000, 200_000],
  summary: [Infinity, 1_048_576],
  comment: [Infinity, 65_536],
  SARIF: [Infinity, 30_000_000],
  JUnit: [Infinity, 30_000_000],
};

function outputsOf(report: Report): Record<string, () => Iterable<string>> {
  const rules = gateRules(report);
  const written = [{ kind: "report-file", path: "mx-gate-report.json" }] as const;
  const mark = { key: "0".repeat(16), run: 1, state: report.gate } as const;
  const screen = { width: 100, colour: false, written };
  function* lines(all: Iterable<string>): Generator<string> {
    for (const line of all) yield `${line}\n`;
  }
  return {
    terminal: () => lines(blockLines(renderTerminal(report, rules, screen))),
    log: () => lines(blockLines(renderTerminal(report, rules, { ...screen, foldPassing: true }))),
    annotations: () => lines(renderAnnotations(report, rules).map(({ message }) => message)),
    summary: () => [renderSummary(report, rules, { written })],
    comment: () => [renderComment(report, rules, { written, mark })],
    SARIF: () => renderSarif(report),
    JUnit: () => renderJunit(report, rules),
    JSON: () => renderJson(report),
  };
}

/** Renders every output, prints its size, and says whether all stay under their bounds. */
function measure(report: Report): boolean {
  let kept = true;
  for (const [name, render] of Object.entries(outputsOf(report))) {
    const from = systemClock.monotonic();
    let lines = 0;
    let bytes = 0;
    for (const piece of render()) {
      lines += piece.split("\n").length - 1;
      bytes += Buffer.byteLength(piece);
    }
    const seconds = systemClock.monotonic() - from;
    const [mostLines, mostBytes] = BOUNDS[name] ?? [Infinity, Infinity];
    const fits = lines <= mostLines && bytes <= mostBytes;
    kept &&= fits;
    const [l, b] = [lines, bytes].map((number) => number.toLocaleString("en").padStart(13));
    console.log(
      `  ${name.padEnd(12)}${l ?? ""} lines${b ?? ""} bytes${seconds.toFixed(2).padStart(7)} s${fits ? "" : "  TOO LONG"}`,
    );
  }
  return kept;
}

const seen = await observeLab(["expired.test"]);
const results = [
  ["2,000 domains, one endpoint, one cause", 2_000, 1],
  ["5,000 domains, one endpoint, one cause", 5_000, 1],
  ["5,000 domains, 10,000 endpoints, a cause each", 5_000, 10_000],
].map(([title, domains, endpoints]) => {
  const observations = multiplied(seen, Number(domains), Number(endpoints));
  const report = judge(observations, {
    policy: makeReplayPolicy([]).policy,
    now: Date.parse(observations.finished),
    tool: { name: "mx-gate", version: "1.0.0" },
  });
  console.log(`${String(title)}. ${report.gateSummary}`);
  return measure(report);
});
process.exitCode = results.every(Boolean) ? 0 : 1;
