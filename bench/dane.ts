/**
 * What DANE costs where nobody publishes it: processor time of the command for sound servers, with all checks and with
 * all but `dane`. The peers have a process of their own, and it is the bundle that is measured: npm run build
 *
 *     node bench/dane.ts [ENDPOINTS]
 *
 * Exit: 0 where it costs less than 5 % more.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECK_IDS } from "../src/judge/checks/all.ts";
import { crowd, isHostile } from "../test/hostile/crowd.ts";
import { startElsewhere } from "../test/hostile/elsewhere.ts";
import { settingsFor } from "../test/hostile/verdicts.ts";
import { tell } from "./figure.ts";
import { measureCommand } from "./measured-command.ts";

const ENDPOINTS = Number(process.argv[2] ?? 800);
const ROUNDS = 7;
const BAR = 1.05;

/** Sound peers only: the second half of a crowd. */
const all = crowd(2 * ENDPOINTS);
const sound = all.filter((_, index) => !isHostile(index, all.length));
const elsewhere = await startElsewhere("crowd", String(all.length));
const folder = mkdtempSync(join(tmpdir(), "mx-gate-bench-"));
writeFileSync(join(folder, "ca.pem"), elsewhere.ca);

async function measure(checks: readonly string[]): Promise<number> {
  const settings = settingsFor(sound, elsewhere);
  settings["checks"] = checks.join(",");
  settings["concurrency"] = "64";
  const { domains, ...others } = settings;
  writeFileSync(join(folder, "policy.yml"), `domains: [${domains ?? ""}]\n`);
  const options = Object.entries(others).map(([name, value]) => `--${name}=${value}`);
  const figures = await measureCommand(folder, [...options, "--config-file=policy.yml", "--quiet"]);
  return figures.processorSeconds;
}

const without: readonly string[] = CHECK_IDS.filter((id: string) => id !== "dane");
const seconds: Record<"with" | "without", number[]> = { with: [], without: [] };
for (let round = 0; round < ROUNDS; round++) {
  // In turns: what else the machine does comes to both.
  seconds.without.push(await measure(without));
  seconds.with.push(await measure(CHECK_IDS));
}
await elsewhere.close();
rmSync(folder, { recursive: true });

const least = { with: Math.min(...seconds.with), without: Math.min(...seconds.without) };
tell({
  what: `processor time with \`dane\`, ${String(ENDPOINTS)} endpoints, the least of ${String(ROUNDS)} rounds`,
  measured: `${least.with.toFixed(2)} s`,
  beside: `${least.without.toFixed(2)} s without`,
  ratio: least.with / least.without,
  bar: BAR,
});
