/**
 * `npm run demo`: the whole product against the embedded lab. The engine is the ordinary one; only where it
 * connects and what it trusts is set. Ends with 0 where every server was judged as its truth says.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTextFile } from "../../../src/system/files.ts";
import { thisMachine, watchSignals } from "../../../src/system/machine.ts";
import { systemClock } from "../../../src/system/clock.ts";
import { gateRules } from "../../../src/report/gate-rules.ts";
import { renderSummary } from "../../../src/report/summary/summary.ts";
import { check } from "../../../src/run/run.ts";
import { terminalHost } from "../../../src/terminal/host.ts";
import { startLab } from "./embedded-lab.ts";
import { differences } from "./lab-truth.ts";

const started = systemClock.monotonic();
const lab = await startLab();
const folder = mkdtempSync(join(tmpdir(), "mx-gate-demo-"));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

say(
  `The lab is up: ${String(lab.servers.size)} mail servers of ${String(lab.domains.length)} domains on loopback, port ${String(lab.port)}.`,
);
say("");

const written = {
  ...lab.settings,
  domains: lab.domains.join("\n"),
  "junit-file": join(folder, "mx-gate-junit.xml"),
  "report-file": join(folder, "mx-gate-report.json"),
};
const interruption = watchSignals(process, systemClock);
const host = terminalHost(process, {
  clock: systemClock,
  machine: thisMachine(),
  interrupt: interruption.signal,
  program: "npm start --silent --",
});
try {
  const given = Object.entries(written).map(([name, value]) => ({ name, value, label: name }));
  const report = await check(given, "command", host);
  await writeTextFile(join(folder, "summary.md"), [renderSummary(report, gateRules(report))]);

  say("");
  say("The gate is closed, as it should be: most of these servers are broken on purpose.");
  say(`Summary, JUnit XML and JSON report: ${folder}`);
  const wrong = differences(report, lab.truth);
  for (const { place, expected, got } of wrong) say(`WRONG  ${place}: expected ${expected}, got ${got}`);
  const judged = lab.truth.reduce((sum, { hosts }) => sum + 1 + hosts.length, 0);
  say(
    wrong.length === 0
      ? `Every verdict and code is right: ${String(lab.domains.length)} domains, ${String(judged - lab.domains.length)} hosts, in ${(systemClock.monotonic() - started).toFixed(1)} s.`
      : `${String(wrong.length)} differences from the truth.`,
  );
  process.exitCode = interruption.exitStatus() ?? (wrong.length === 0 ? 0 : 1);
} finally {
  await lab.close();
}
