/**
 * What `judge` costs for many domains, all files written: processor time and memory, beside the time in which Node parses
 * and writes the same recording. It is the bundle that is measured: npm run build
 *
 *     node bench/judge.ts [DOMAINS] [ENDPOINTS]
 *
 * Exit: 0 where 10,000 domains on 4,000 endpoints take at most 5 s and 300 MB.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeReplayPolicy } from "../test/support/run/made-plan.ts";
import { judge } from "../src/judge/judge.ts";
import { renderRecording } from "../src/recorded/recording.ts";
import { writeTextFile } from "../src/system/files.ts";
import { TOOL } from "../src/version.ts";
import { tell } from "./figure.ts";
import { measureCommand, MEGABYTE } from "./measured-command.ts";
import { multiplied, observeLab } from "./multiplied-lab.ts";

const DOMAINS = Number(process.argv[2] ?? 10_000);
const ENDPOINTS = Number(process.argv[3] ?? 4000);
const OBSERVED = ["healthy.test", "20-days-left.test", "expired.test", "old-tls.test", "greylisting.test"];
/** Of 10,000 domains: seconds of processor time, and megabytes. */
const SECONDS = 5;
const MEGABYTES = 300;

const folder = mkdtempSync(join(tmpdir(), "mx-gate-bench-"));
try {
  const seen = multiplied(await observeLab(OBSERVED), DOMAINS, ENDPOINTS);
  const { policy } = makeReplayPolicy([]);
  const report = judge(seen, { policy, now: Date.parse(seen.finished), tool: TOOL });
  const recording = join(folder, "seen.ndjson");
  await writeTextFile(recording, renderRecording(report));
  const files = ["--junit-file=j.xml", "--sarif-file=s.sarif", "--report-file=r.json"];
  const figures = await measureCommand(folder, ["judge", "seen.ndjson", ...files, "--quiet"]);
  const before = process.threadCpuUsage();
  for (const line of readFileSync(recording, "utf8").split("\n"))
    if (line !== "") JSON.stringify(JSON.parse(line));
  const { user } = process.threadCpuUsage(before);
  const what = `judge of ${DOMAINS.toLocaleString("en")} domains`;
  const { size } = statSync(join(folder, "j.xml"));
  console.log(`${what}: ${(size / MEGABYTE).toFixed(1)} MB of JUnit XML`);
  tell({
    what: `${what}: processor time beside JSON.parse and JSON.stringify of its lines`,
    measured: `${figures.processorSeconds.toFixed(2)} s`,
    beside: `${(user / 1e6).toFixed(2)} s`,
    ratio: figures.processorSeconds / (user / 1e6),
  });
  tell({
    what: `${what}: processor time`,
    measured: `${figures.processorSeconds.toFixed(2)} s`,
    beside: `${String(SECONDS)} s for 10,000`,
    ratio: figures.processorSeconds / ((SECONDS * DOMAINS) / 10_000),
    bar: 1,
  });
  tell({
    what: `${what}: memory`,
    measured: `${(figures.memory / MEGABYTE).toFixed(0)} MB`,
    beside: `${String(MEGABYTES)} MB for 10,000`,
    ratio: figures.memory / MEGABYTE / MEGABYTES,
    bar: 1,
  });
} finally {
  rmSync(folder, { recursive: true });
}
