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
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { isDeepStrictEqual } from "node:util";
import { report as reportSchema, type DomainReport, type Report } from "../src/judge/report.ts";
import { crowd, isHostile } from "../test/hostile/crowd.ts";
import { startElsewhere } from "../test/hostile/elsewhere.ts";
import type { Peer } from "../test/hostile/peer.ts";
import { PEERS } from "../test/hostile/peers.ts";
import { expectedOf, saidOf, settingsFor } from "../test/hostile/verdicts.ts";

const ENDPOINTS = Number(process.argv[2] ?? 5000);
const MEGABYTE = 1_000_000;
const PEERS_MEMORY = 150 * MEGABYTE;
const COMMAND = join(import.meta.dirname, "..", "dist", "cli", "index.js");
/** Says at the end what the process has taken, in kilobytes and microseconds. */
const WATCH = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => { const { maxRSS, userCPUTime } = process.resourceUsage(); process.stderr.write(`\\n${maxRSS} ${userCPUTime}`); });',
)}`;
/** Settings of the peers' run: impatient. The crowd has the defaults. */
const IMPATIENT = ["timeout", "reply-timeout", "concurrency"];

interface Figures {
  readonly report: Report;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly memory: number;
}

/** Runs the command over peers that this starts in another process. */
async function measure(words: readonly string[], peers: readonly Peer[], patient: boolean): Promise<Figures> {
  const elsewhere = await startElsewhere(...words);
  const folder = mkdtempSync(join(tmpdir(), "mx-gate-bench-"));
  try {
    const { domains, ...all } = settingsFor(peers, elsewhere);
    writeFileSync(join(folder, "ca.pem"), elsewhere.ca);
    writeFileSync(join(folder, "policy.yml"), `domains: [${domains ?? ""}]\n`);
    const settings = Object.entries(all).filter(([name]) => !patient || !IMPATIENT.includes(name));
    const options = settings.map(([name, value]) => `--${name}=${value}`);
    options.push("--config-file=policy.yml", "--report-file=report.json", "--quiet");
    const started = performance.now();
    const child = spawn(process.execPath, ["--import", WATCH, COMMAND, ...options], {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    const [said] = await Promise.all([text(child.stderr), once(child, "exit")]);
    const seconds = (performance.now() - started) / 1000;
    const [memory = 0, processor = 0] = (said.split("\n").at(-1) ?? "").split(" ").map(Number);
    const report = reportSchema.parse(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")));
    return { report, seconds, processorSeconds: processor / 1e6, memory: memory * 1024 };
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

function tell(what: string, { seconds, processorSeconds, memory }: Figures, wrong: readonly string[]): void {
  const right =
    wrong.length === 0 ? "every verdict right" : `${wrong.length} wrong: ${wrong.slice(0, 8).join(", ")}`;
  const figures = [
    `${seconds.toFixed(1)} s`,
    `${processorSeconds.toFixed(1)} s of processor time`,
    `${(memory / MEGABYTE).toFixed(0)} MB at its highest`,
  ];
  console.log(`${what}: ${[...figures, right].join(" · ")}`);
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
