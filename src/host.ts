/** What the program needs of the world it runs in. Each door builds one: the Action's and the command's. */
import type { NetworkInterfaceInfo } from "node:os";
import type { Workspace } from "./config/workspace.ts";
import type { Settings } from "./config/settings.ts";
import type { Report } from "./judge/report.ts";
import type { Clock } from "./observe/clock.ts";
import type { ObserveProgress } from "./observe/observe.ts";
import type { Links } from "./report/links.ts";

/** The machine that the run takes place on. */
export interface Machine {
  /** Its own name. */
  readonly name: string;
  readonly interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
  /** A number in [0, 1) that nobody can foresee. */
  readonly random: () => number;
  /** Files and sockets that this process may still open; undefined where the system does not say. */
  readonly filesLeft?: number | undefined;
}

export interface Host {
  readonly clock: Clock;
  readonly machine: Machine;
  /** Aborts when the run is to end early: SIGINT, SIGTERM, SIGHUP. */
  readonly interrupt: AbortSignal;
  /** Moment at which the process began, by the clock that never jumps: the deadline counts from there. */
  readonly started: number;
  /** A file's text; undefined where there is none. Other failures are thrown, and more octets than `most` are one. */
  readFile(path: string, most?: number): string | undefined;
  /** The folder of the run, for files that are found by pattern; a host without one has none. */
  readonly workspace?: Workspace;
  /** Writes a file and the folders above it; returns the topmost folder that was made for it. Failures are thrown. */
  writeFile(path: string, chunks: Iterable<string>): string | undefined;
  /**
   * Tells that something which was asked for is not there. What the run has found stays as it is, but the run is no
   * success: whoever reads that file next would read an old one, or none. Without it, the failure is thrown.
   * @param what the setting and its path
   */
  missing?(what: string, reason: string): void;
  /** Keeps a secret out of everything that is shown from here on, where this host can do that. */
  mask?(secret: string): void;
  /** A line for whoever watches the run: a notice that belongs to no finding. */
  note(text: string): void;
  progress(progress: ObserveProgress): void;
  /** Where the outputs of this run may point to; without, nowhere. */
  readonly links?: Links;
  /**
   * Shows the report where this host's user looks.
   * @param settings what a host needs to know and no report may hold; nothing of it is done, if left out
   */
  deliver(report: Report, written: readonly WrittenFile[], settings?: DeliverySettings): Promise<void>;
}

/** Settings that only the delivery follows. */
export type DeliverySettings = Pick<Settings, "comment-summary-in-pr" | "github-token">;

/** A file that the run has written for other programs. */
export interface WrittenFile {
  readonly kind: "junit-file" | "report-file" | "sarif-file";
  readonly path: string;
}
