/**
 * Input made to be expensive, beside ordinary input of the same size, in one run: certificates (20 hosts that each serve
 * 19 certificates of one issuer name, and five more kinds), the offline `judge` of that run, and the zone file of
 * 450 octets that generates a million records. It is the bundle that is measured: npm run build
 *
 *     node bench/costly-input.ts
 *
 * Exit: 0 where nothing takes more than its bar, which is a multiple of the ordinary input.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crowd } from "../test/hostile/crowd.ts";
import { startElsewhere } from "../test/hostile/elsewhere.ts";
import { PEERS } from "../test/hostile/peers.ts";
import { settingsFor } from "../test/hostile/verdicts.ts";
import type { Peer } from "../test/hostile/peer.ts";
import { figureWords, measureCommand, type Figures } from "./measured-command.ts";

const COSTLY = PEERS.dear;
/** Only its second half is sound: as many endpoints as there are costly ones. */
const CROWD = crowd(2 * COSTLY.length);
const GENERATING =
  "$ORIGIN a.example.\n$TTL 60\n@ SOA b c 1 1 1 1 1\n@ NS b\nb A 192.0.2.1\n" +
  "$GENERATE 0-65535 a$ MX 10 m\n".repeat(15);
const PLAIN =
  "$ORIGIN a.example.\n$TTL 60\n@ SOA b c 1 1 1 1 1\n@ NS b\nb A 192.0.2.1\n" + "@ MX 10 m\n".repeat(40);

let missed = 0;

function compare(what: string, ordinary: Figures, costly: Figures, bar: number): void {
  console.log(what);
  const ratio = costly.processorSeconds / ordinary.processorSeconds;
  // Exit 2 is a refusal before anything is probed, and that is what the zone file gets.
  if (ratio > bar || ordinary.exitCode === 2) missed++;
  for (const [name, figures] of Object.entries({ ordinary, costly })) {
    console.log(`  ${name.padEnd(9)} ${figureWords(figures)} · exit ${String(figures.exitCode)}`);
  }
  console.log(`  processor time x ${ratio.toFixed(1)} (bar ${String(bar)})`);
}

const folder = mkdtempSync(join(tmpdir(), "mx-gate-bench-"));

/** Probes peers of another process and judges the report again. */
async function probeAndJudge(
  name: string,
  peers: readonly Peer[],
  words: readonly string[],
): Promise<{ probed: Figures; judged: Figures }> {
  const elsewhere = await startElsewhere(...words);
  try {
    writeFileSync(join(folder, "ca.pem"), elsewhere.ca);
    const options = Object.entries(settingsFor(peers, elsewhere)).map(([key, value]) => `--${key}=${value}`);
    const probed = await measureCommand(folder, [...options, `--report-file=${name}.json`, "--quiet"]);
    return { probed, judged: await measureCommand(folder, ["judge", `${name}.json`, "--quiet"]) };
  } finally {
    await elsewhere.close();
  }
}

try {
  const sound = await probeAndJudge("ordinary", CROWD.slice(COSTLY.length), ["crowd", String(CROWD.length)]);
  const costly = await probeAndJudge("costly", COSTLY, ["dear"]);
  compare(`${String(COSTLY.length)} endpoints with expensive certificates`, sound.probed, costly.probed, 6);
  compare("judge of the same report", sound.judged, costly.judged, 3);

  const zone = async (name: string, text: string): Promise<Figures> => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "a.example.zone"), text);
    const options = ["--checks=mx", "--dns-server=127.0.0.1:9", "--timeout=1", "--quiet"];
    return await measureCommand(folder, [`--zone-files=${name}/a.example.zone`, ...options]);
  };
  compare(
    `a zone file of ${String(GENERATING.length)} octets that generates 983,040 records`,
    await zone("plain", PLAIN),
    await zone("generating", GENERATING),
    12,
  );
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = missed === 0 ? 0 : 1;
