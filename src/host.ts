/** What the program needs of the world it runs in. Each door builds one: the Action's and the command's. */
import type { RunFiles } from "./system/files.ts";
import type { Workspace } from "./system/workspace.ts";
import type { CommentSettings } from "./config/settings.ts";
import type { Report } from "./judge/report.ts";
import type { Clock } from "./system/clock.ts";
import type { Links } from "./report/links.ts";
import type { InputStream } from "./system/streams.ts";
import type { Machine } from "./system/machine.ts";
import type { WrittenFile } from "./report/outputs.ts";
import type { ObserveProgress } from "./observe/observation.ts";

export interface Host extends RunFiles {
  readonly clock: Clock;
  readonly machine: Machine;
  /** Aborts when the run is to end early: SIGINT, SIGTERM, SIGHUP. */
  readonly interrupt: AbortSignal;
  /** Moment at which the process began, by the clock that never jumps: the deadline counts from there. */
  readonly started: number;
  /** The folder of the run, for files that are found by pattern; a host without one has none. */
  readonly workspace?: Workspace;
  /**
   * Tells that something which was asked for is not there. What the run has found stays as it is, but the run is no
   * success: whoever reads that file next would read an old one, or none. Without it, the failure is thrown.
   * @param what the setting and its path
   */
  missing?(what: string, reason: string): void;
  /** Keeps a secret out of everything that is shown from here on, where this host can do that. */
  mask?(secret: string): void;
  /** Standard input, for a host that has one. */
  input?(): InputStream | undefined;
  /** A line for whoever watches the run: a notice that belongs to no finding. */
  note(text: string): void;
  progress(progress: ObserveProgress): void;
  /** Where the outputs of this run may point to; without, nowhere. */
  readonly links?: Links;
  /**
   * Shows the report where this host's user looks.
   * @param settings what a host needs to know and no report may hold; nothing of it is done, if left out
   */
  deliver(report: Report, written: readonly WrittenFile[], settings?: CommentSettings): Promise<void>;
}
