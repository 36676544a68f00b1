/**
 * The outputs of 10,000 domains on 4,000 endpoints: bytes, seconds and memory of each. The lab is observed once, with
 * real dialogs and certificates, and multiplied under other names.
 *
 *     node bench/report-10000.ts [DOMAINS] [ENDPOINTS]
 *
 * Exit: 0 where the JSON report stays under 150 MB, the summary under 1 MiB and the comment under 65,536 characters.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeReplayPolicy } from "../test/support/run/made-plan.ts";
import { writeTextFile } from "../src/system/files.ts";
import { judge } from "../src/judge/judge.ts";
import { systemClock } from "../src/system/clock.ts";
import { renderAnnotations } from "../src/report/annotations.ts";
import { COMMENT_LIMIT, renderComment } from "../src/report/summary/comment.ts";
import { gateRules } from "../src/report/gate-rules.ts";
import { renderJson } from "../src/report/json.ts";
import { renderJunit } from "../src/report/junit/junit.ts";
import { renderSarif } from "../src/report/sarif.ts";
import { renderSummary } from "../src/report/summary/summary.ts";
import { blockLines, renderTerminal } from "../src/report/terminal/terminal.ts";
import { multiplied, observeLab } from "./multiplied-lab.ts";

const DOMAINS = Number(process.argv[2] ?? 10_000);
const ENDPOINTS = Number(process.argv[3] ?? 4_000);
/** One of them fails: as many of 10,000 do. */
const OBSERVED = ["healthy.test", "20-days-left.test", "expired.test", "old-tls.test", "greylisting.test"];
const MEGABYTE = 1_000_000;

const row = (what: string, size: number, seconds: number): void => {
  const memory = process.memoryUsage.rss() / MEGABYTE;
  console.log(
    `${what.padEnd(24)}${(size / MEGABYTE).toFixed(2).padStart(9)} MB${seconds.toFixed(2).padStart(8)} s${memory.toFixed(0).padStart(7)} MB of memory`,
  );
};

const folder = mkdtempSync(join(tmpdir(), "mx-gate-bench-"));
try {
  const observations = multiplied(await observeLab(OBSERVED), DOMAINS, ENDPOINTS);
  console.log(
    `${DOMAINS.toLocaleString("en")} domains, ${Object.keys(observations.endpoints).length.toLocaleString("en")} endpoints, Node ${process.version}`,
  );
  row("observed", 0, 0);
  let from = systemClock.monotonic();
  const took = (): number => systemClock.monotonic() - from;
  const report = judge(observations, {
    policy: makeReplayPolicy([]).policy,
    now: Date.parse(observations.finished),
    tool: { name: "mx-gate", version: "1.0.0" },
  });
  row("judged", 0, took());
  const rules = gateRules(report);
  const written = [{ kind: "report-file", path: "mx-gate-report.json" }] as const;
  const mark = { key: "0".repeat(16), run: 1, state: report.gate } as const;
  const toFile = async (what: string, chunks: () => Iterable<string>): Promise<number> => {
    from = systemClock.monotonic();
    const file = join(folder, "out");
    await writeTextFile(file, chunks());
    const { size } = statSync(file);
    row(what, size, took());
    return size;
  };
  const json = await toFile("JSON report", () => renderJson(report));
  await toFile("JUnit XML", () => renderJunit(report, rules));
  await toFile("SARIF", () => renderSarif(report));
  const summary = await toFile("summary", () => [renderSummary(report, rules, { written })]);
  const comment = await toFile("comment", () => [renderComment(report, rules, { written, mark })]);
  await toFile("annotations", () => renderAnnotations(report, rules).map(({ message }) => message));
  await toFile("terminal", () => blockLines(renderTerminal(report, rules, { width: 100, colour: true })));
  console.log(`highest memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
  const kept = json < 150 * MEGABYTE && summary < 1_048_576 && comment < COMMENT_LIMIT;
  process.exitCode = kept ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
