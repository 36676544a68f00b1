/**
 * Runs inside a namespace: the lab, and every run of the program on it. Prints what it said of each row as JSON;
 * with `--keep FOLDER` it writes the reports of the runs and Postfix's log to that folder, and with `--only NAMES` it
 * starts and asks these targets alone, and what belongs to them.
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OpenConnections } from "../support/run/open-connections.ts";
import type { Report } from "../../src/judge/report.ts";
import type { RunName } from "./expectation.ts";
import { confirmAll, findingsOf } from "./confirmations.ts";
import { checkWith } from "./gate.ts";
import { startLab } from "./lab.ts";
import { chosen, readLabWords } from "./lab-words.ts";
import { NAME_SERVERS } from "./name-servers.ts";
import { leaveWith, settleIn } from "./namespace.ts";
import { PLANS, withCompanions } from "./plans.ts";
import { rudenessOf, sightingOf } from "./sighting.ts";
import type { LabResult } from "./sighting.ts";
import { TRUTH } from "./truth.ts";

/** A sound server at a public address. */
const SOUND = "public";

const folder = settleIn();
const began = performance.now();
const { keep, only } = readLabWords();
const asked = only === undefined ? Object.keys(PLANS) : withCompanions(only);
// The sound server that lines of confirmation are shown not to alarm is there whoever is asked.
const lab = await startLab(
  folder,
  Object.fromEntries(Object.entries(PLANS).filter(([name]) => name === SOUND || asked.includes(name))),
);
const started = performance.now();
// At the client: a server learns of the end of one connection no sooner than of the next one's coming.
const open = new OpenConnections(25);

const truth = chosen(TRUTH, asked);
const runs = [...new Set(truth.map((row) => row.run))];
const reports = new Map<RunName, Report>(
  await Promise.all(
    runs.map(async (run) => {
      const rows = truth.filter((row) => row.run === run);
      const names = rows.map(({ name }) => PLANS[name]?.given ?? `${name}.test`);
      return [run, await checkWith({ ...lab.settingsOf(run), domains: names.join(",") })] as const;
    }),
  ),
);
const ended = performance.now();

if (keep !== undefined) {
  mkdirSync(keep, { recursive: true });
  for (const [run, report] of reports) {
    writeFileSync(join(keep, `${run}.json`), JSON.stringify(report, undefined, 1));
  }
  copyFileSync(join(folder, "postfix", "maillog"), join(keep, "maillog"));
}

// Middleboxes connect from here, too: to the servers behind them, which are nobody's targets.
const targets = new Set(lab.domains.flatMap(({ servers }) => servers.map(({ stage }) => stage.address)));
const rudeness = [
  ...rudenessOf(lab.witnesses),
  ...[...open.mostAtOnce]
    .filter(([address, most]) => targets.has(address) && most > 1)
    .map(([address]) => `two connections at once to ${address}`),
];

// The client that was refused for a while may come back, and the paths that lost packets lose them again.
lab.renewObstacles();
const sound = lab.domains.find(({ name }) => name === SOUND)?.servers[0]?.stage;
if (sound === undefined) throw new Error("There is no sound server at a public address.");
const confirmations = await confirmAll(
  reports.values(),
  { ...sound, resolver: NAME_SERVERS.resolver },
  lab.caFile,
);
const confirmed = performance.now();

const found = findingsOf(reports.values());
const result: LabResult = {
  sightings: truth.flatMap(({ name, run }) => {
    const domain = lab.domains.find((each) => each.name === name);
    const report = reports.get(run);
    return domain === undefined || report === undefined ? [] : [sightingOf(domain, report)];
  }),
  rudeness,
  found: [...new Set(found.map(({ name }) => name))].map((name) => ({
    name,
    codes: found.filter((each) => each.name === name).map(({ finding }) => finding.code),
  })),
  confirmations,
  startSeconds: (started - began) / 1000,
  runSeconds: (ended - started) / 1000,
  confirmSeconds: (confirmed - ended) / 1000,
};
leaveWith(JSON.stringify(result));
