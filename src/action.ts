/** The door of the Action. A gate fails closed: whatever goes wrong here fails the step. */
import { ConfigurationError } from "./text/configuration-error.ts";
import type { GivenSetting } from "./config/given.ts";
import { SETTING_NAMES } from "./config/settings.ts";
import { githubHost } from "./github/host.ts";
import { keepMemorySmall, thisMachine, watchSignals } from "./system/machine.ts";
import { PROCESS_STARTED, systemClock } from "./system/clock.ts";
import { check } from "./run/run.ts";

keepMemorySmall();
const interruption = watchSignals(process, systemClock);
const host = githubHost(process, {
  clock: systemClock,
  machine: thisMachine(),
  interrupt: interruption.signal,
  started: PROCESS_STARTED,
});

function failOnBug(error: unknown): void {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  host.fail(`MX Gate failed; this is a bug, and nothing is claimed about any server.\n${what}`);
}

process.on("uncaughtException", (error) => {
  failOnBug(error);
  process.exit(1);
});

try {
  const { given, unknown } = host.inputs(SETTING_NAMES);
  const token = given["github-token"];
  if (token !== undefined) host.mask(token.trim());
  const written: GivenSetting[] = [
    ...Object.entries(given),
    ...unknown.map((name) => [name, ""] as const),
  ].map(([name, value]) => ({ name, value, label: `input ${name}` }));
  await check(written, "action", host);
  process.exitCode = interruption.exitStatus() ?? process.exitCode;
} catch (error) {
  if (error instanceof ConfigurationError) {
    await host.refuse(error.problems);
    process.exitCode = interruption.exitStatus() ?? process.exitCode;
  } else {
    failOnBug(error);
    process.exit(1);
  }
}
