/** Runs the whole program as its doors do, and gives the report to the test instead of showing it. */
import { existsSync, readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import type { Host } from "../../src/host.ts";
import type { Report } from "../../src/judge/report.ts";
import { systemClock } from "../../src/system/clock.ts";
import { check } from "../../src/run/run.ts";
import { NO_RECORDINGS } from "../support/run/recording-host.ts";

/** A host that shows nothing and writes nothing. */
function silentHost(): Host {
  return {
    clock: systemClock,
    machine: { name: "tester", interfaces: networkInterfaces(), random: Math.random },
    interrupt: new AbortController().signal,
    started: systemClock.monotonic(),
    readFile: (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined),
    writeFile: (path) => {
      throw new Error(`nothing is to be written here: ${path}`);
    },
    ...NO_RECORDINGS,
    note: () => undefined,
    progress: () => undefined,
    deliver: () => Promise.resolve(),
  };
}

/** Checks what these settings ask for, by their names as inputs and options; all others keep their defaults. */
export function checkWith(settings: Readonly<Record<string, string>>): Promise<Report> {
  const given = Object.entries(settings).map(([name, value]) => ({ name, value, label: `--${name}` }));
  return check(given, "command", silentHost());
}
