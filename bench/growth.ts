/**
 * How processor time, time and memory of the command grow with the run: 1,000 and 10,000 endpoints that share nothing,
 * and 10,000 domains on 4,000 endpoints that think for 50 ms before each reply, with all reports. It is the bundle that
 * is measured: npm run build
 *
 *     node bench/growth.ts [--quick]      a tenth of it
 *
 * Times of the clock hold for two idle cores, one of which the servers need.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tell } from "./figure.ts";
import { startFleet, wordsFor } from "./fleet-place.ts";
import { measureCommand, MEGABYTE, type Figures } from "./measured-command.ts";

const share = process.argv.includes("--quick") ? 0.1 : 1;
const folder = mkdtempSync(join(tmpdir(), "mx-gate-bench-"));

async function run(domains: number, endpoints: number, think: number): Promise<Figures> {
  const fleet = await startFleet(domains * share, endpoints * share, think);
  try {
    const reports = ["--report-file=report.json", "--junit-file=junit.xml", "--sarif-file=report.sarif"];
    const figures = await measureCommand(folder, [...wordsFor(folder, fleet, domains * share), ...reports]);
    if (figures.exitCode !== 0) throw new Error(`exit ${String(figures.exitCode)}`);
    return figures;
  } finally {
    await fleet.close();
  }
}

function tellSeconds(what: string, { seconds, memory }: Figures, bar: number): void {
  tell({
    what,
    measured: `${seconds.toFixed(1)} s`,
    beside: `${(bar * share).toFixed(1)} s`,
    ratio: seconds / (bar * share),
    bar: 1,
  });
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
