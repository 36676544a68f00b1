/** What is told of a failure of ours. */
import { terminalLines } from "../text/escape.ts";
import { VERSION } from "../version.ts";

/** What to tell of a failure that is neither the user's nor the world's. */
export function bugReport(error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // Messages of errors may quote what a server has said.
  return `mx-gate ${VERSION} failed; this is a bug, and nothing is claimed about any server.\n${terminalLines(what)}\n`;
}
