/**
 * The command among hostile servers: is what it says right, in what time, and with how much memory at its highest?
 * First all hostile peers of test/hostile at once; then a crowd under the default settings, whose first half is hostile.
 * The peers have a process of their own, so that the figures are the command's alone. It is the bundle that is
 * measured: npm run build
 *
 *     node bench/hostile.ts [ENDPOINTS]
 *
 * Exit: 0 where every verdict is right, within the deadline, and the peers take less than 150 MB.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { DomainReport, Report } from "../src/judge/report.ts";
import { report as reportSchema } from "../src/judge/schemas/report.ts";
import { crowd, isHostile } from "../test/hostile/crowd.ts";
import { startElsewhere } from "../test/hostile/elsewhere.ts";
import type { Peer } from "../test/hostile/peer.ts";
import { PEERS } from "../test/hostile/peers.ts";
import { expectedOf, saidOf, settingsFor } from "../test/hostile/verdicts.ts";
import { figureWords, measureCommand, MEGABYTE, type Figures } from "./measured-command.ts";

const ENDPOINTS = Number(process.argv[2] ?? 5000);
const PEERS_MEMORY = 150 * MEGABYTE;
/** Settings of the peers' run: impatient. The crowd has the defaults. */
const IMPATIENT = ["timeout", "reply-timeout", "concurrency"];

interface Met extends Figures {
  readonly report: Report;
}

/** Runs the command over peers that this starts in another process. */
async function measure(words: readonly string[], peers: readonly Peer[], patient: boolean): Promise<Met> {
  const elsewhere = await startElsewhere(...words);
  const folder = mkdtempSync(join(tmpdir(), "mx-gate-bench-"));
  try {
    const { domains, ...all } = settingsFor(peers, elsewhere);
    writeFileSync(join(folder, "ca.pem"), elsewhere.ca);
    writeFileSync(join(folder, "policy.yml"), `domains: [${domains ?? ""}]\n`);
    const settings = Object.entries(all).filter(([name]) => !patient || !IMPATIENT.includes(name));
    const options = settings.map(([name, value]) => `--${name}=${value}`);
    options.push("--config-file=policy.yml", "--report-file=report.json", "--quiet");
    const figures = await measureCommand(folder, options);
    const report = reportSchema.parse(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")));
    return { report, ...figures };
  } finally {
    rmSync(folder, { recursive: true });
    await elsewhere.close();
  }
}

/** Names of the peers of which something else is said than may be. */
function misjudged(peers: readonly Peer[], report: Report): string[] {
  const byName = new Map<string, DomainReport>(report.domains.map((domain) => [domain.name, domain]));
  return peers.flatMap((peer) => {
    const said = saidOf(byName.get(`${peer.name}.test`));
    return expectedOf(peer).some((one) => isDeepStrictEqual(one, said)) ? [] : [peer.name];
  });
}

function tell(what: string, figures: Figures, wrong: readonly string[]): void {
  const right =
    wrong.length === 0 ? "every verdict right" : `${wrong.length} wrong: ${wrong.slice(0, 8).join(", ")}`;
  console.log(`${what}: ${figureWords(figures)} · ${right}`);
}

const peers: readonly Peer[] = Object.values(PEERS).flat();
const met = await measure(Object.keys(PEERS), peers, false);
const wrong = misjudged(peers, met.report);
tell(`${peers.length} hostile peers`, met, wrong);

const many = crowd(ENDPOINTS);
const sound = many.filter((_, index) => !isHostile(index, ENDPOINTS));
const crowded = await measure(["crowd", String(ENDPOINTS)], many, true);
const wrongInCrowd = misjudged(sound, crowded.report);
tell(
  `${sound.length} sound endpoints behind ${many.length - sound.length} hostile ones`,
  crowded,
  wrongInCrowd,
);
const unprobed = Object.values(crowded.report.observations.endpoints).filter(
  ({ notProbed }) => notProbed !== undefined,
).length;
console.log(`not probed within the deadline: ${unprobed}`);

const kept = wrong.length + wrongInCrowd.length + unprobed === 0 && met.memory < PEERS_MEMORY;
process.exitCode = kept ? 0 : 1;
