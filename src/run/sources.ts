/** What a plan is made from, as the host has it. */
import type { PlanSources } from "../config/policy/sources.ts";
import type { Host } from "../host.ts";

export function filesOf(host: Host): Pick<Host, "readFile" | "readLines"> {
  return {
    readFile: (path, most) => host.readFile(path, most),
    readLines: (path, bounds) => host.readLines(path, bounds),
  };
}

export function sourcesOf(host: Host, now: number): PlanSources {
  return {
    now,
    ...filesOf(host),
    workspace: host.workspace,
    note: (text) => host.note(text),
  };
}
