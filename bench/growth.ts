/**
 * How processor time, time and memory of the command grow with the run: 1,000 and 10,000 endpoints that share nothing,
 * and 10,000 domains on 4,000 endpoints that think for 50 ms before each reply, with all reports. It is the bundle that
 * is measured: npm run build
 *
 *     node bench/growth.ts [--quick]      a tenth of it
 *
 * Times of the clock hold for two idle cores, one of which the servers need. Beside each stands what it cannot be less than:
 * the processor time of the command, nearly all of one thread; that of the servers, which are one thread, too; and the
 * time for which servers that think keep the places (`concurrency`).
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tell } from "./figure.ts";
import { startFleet, wordsFor } from "./fleet-place.ts";
import { measureCommand, MEGABYTE, type Figures } from "./measured-command.ts";

const share = process.argv.includes("--quick") ? 0.1 : 1;
const folder = mkdtempSync(join(tmpdir(), "mx-gate-bench-"));

/** Replies of a sound server: greeting, EHLO, STARTTLS, EHLO, all questions, QUIT; greeting, EHLO, STARTTLS of the floor test. */
const REPLIES = 6 + 3;
/** Default of `concurrency`. */
const PLACES = 64;

interface Run extends Figures {
  /** Seconds of processor time. */
  readonly servers: number;
  /** Seconds for which the places are taken at least. */
  readonly places: number;
}

async function run(domains: number, endpoints: number, think: number): Promise<Run> {
  const fleet = await startFleet(domains * share, endpoints * share, think);
  const reports = ["--report-file=report.json", "--junit-file=junit.xml", "--sarif-file=report.sarif"];
  const words = [...wordsFor(folder, fleet, domains * share), ...reports];
  const measured = await measureCommand(folder, words);
  const servers = await fleet.close();
  if (measured.exitCode !== 0) throw new Error(`exit ${String(measured.exitCode)}`);
  return { ...measured, servers, places: (endpoints * share * REPLIES * think) / 1000 / PLACES };
}

function tellSeconds(what: string, run: Run, bar: number): void {
  const { seconds, memory } = run;
  tell({
    what,
    measured: `${seconds.toFixed(1)} s`,
    beside: `${(bar * share).toFixed(1)} s`,
    ratio: seconds / (bar * share),
    bar: 1,
  });
  const bounds = {
    "the command": run.processorSeconds,
    "the servers": run.servers,
    "the places": run.places,
  };
  for (const [whose, least] of Object.entries(bounds)) {
    if (least === 0) continue;
    tell({
      what: `${what}: bound by ${whose}`,
      measured: `${seconds.toFixed(1)} s`,
      beside: `${least.toFixed(1)} s`,
      ratio: seconds / least,
    });
  }
  const megabytes = memory / MEGABYTE;
  tell({
    what: `${what}: memory`,
    measured: `${megabytes.toFixed(0)} MB`,
    beside: "400 MB",
    ratio: megabytes / 400,
    bar: 1,
  });
}

try {
  const few = await run(1000, 1000, 0);
  const many = await run(10_000, 10_000, 0);
  const each = { few: few.processorSeconds / (1000 * share), many: many.processorSeconds / (10_000 * share) };
  tell({
    what: "processor time per endpoint, 10,000 of them",
    measured: `${(each.many * 1000).toFixed(2)} ms`,
    beside: `${(each.few * 1000).toFixed(2)} ms with 1,000`,
    ratio: each.many / each.few,
    bar: 1.15,
  });
  tellSeconds("10,000 endpoints that share nothing", many, 22);
  tellSeconds("10,000 domains on 4,000 endpoints, 50 ms before each reply", await run(10_000, 4000, 50), 10);
} finally {
  rmSync(folder, { recursive: true });
}
