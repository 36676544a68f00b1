/**
 * Processor time of the whole command (DNS, dialog, TLS, certificate, judging, JSON report and JUnit) for each of many
 * endpoints that share nothing, beside a bare TLS 1.3 handshake of Node with the same servers. They run in
 * another process, and it is the bundle that is measured: npm run build
 *
 *     node bench/endpoint-cost.ts [ENDPOINTS]
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tell } from "./figure.ts";
import { startFleet, wordsFor } from "./fleet-place.ts";
import { measureCommand } from "./measured-command.ts";

const ENDPOINTS = Number(process.argv[2] ?? 2000);
const ROUNDS = 3;
const BAR = 1.6;

const folder = mkdtempSync(join(tmpdir(), "mx-gate-bench-"));
const fleet = await startFleet(ENDPOINTS, ENDPOINTS, 0);
const words = [...wordsFor(folder, fleet, ENDPOINTS), "--report-file=report.json", "--junit-file=junit.xml"];

function bareHandshake(): number {
  const script = join(import.meta.dirname, "bare-handshake.ts");
  const args = [script, String(ENDPOINTS), String(fleet.tlsPort), join(folder, "ca.pem")];
  return Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

/** Milliseconds for an endpoint. */
async function command(...more: readonly string[]): Promise<number> {
  const { processorSeconds, exitCode } = await measureCommand(folder, [...words, ...more]);
  const { result } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as { result: string };
  if (exitCode !== 0 || result !== "pass") throw new Error(`exit ${String(exitCode)}, ${result}`);
  return (processorSeconds * 1000) / ENDPOINTS;
}

try {
  const least = { bare: Infinity, one: Infinity, both: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    // In turns: what else the machine does comes to all.
    least.bare = Math.min(least.bare, bareHandshake());
    least.one = Math.min(least.one, await command("--tls-floor-test=false"));
    least.both = Math.min(least.both, await command());
  }
  const beside = `${least.bare.toFixed(2)} ms for a bare handshake`;
  tell({
    what: `processor time per endpoint, ${String(ENDPOINTS)} of them, one connection`,
    measured: `${least.one.toFixed(2)} ms`,
    beside,
    ratio: least.one / least.bare,
    bar: BAR,
  });
  tell({
    what: "the same with the floor test, a second connection",
    measured: `${least.both.toFixed(2)} ms`,
    beside,
    ratio: least.both / least.bare,
  });
} finally {
  await fleet.close();
  rmSync(folder, { recursive: true });
}
