/** A host that remembers what a run did to it. Its files are in memory. */
import { readFileSync } from "node:fs";
import type { OpenFile } from "../../../src/system/files.ts";
import type { GivenSetting } from "../../../src/config/given.ts";
import type { Host } from "../../../src/host.ts";
import type { Report } from "../../../src/judge/report.ts";
import { systemClock, type Clock } from "../../../src/system/clock.ts";
import type { WrittenFile } from "../../../src/report/outputs.ts";
import type { ObserveProgress } from "../../../src/observe/observation.ts";

export interface RecordingHostOptions {
  /** Files that are there, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  readonly interrupt?: AbortSignal;
  readonly onProgress?: (progress: ObserveProgress) => void;
}

/** The part of a host that reads and writes recordings, for hosts that have none. */
export const NO_RECORDINGS: Pick<Host, "readLines" | "openFile"> = {
  readLines: () => undefined,
  openFile: () => Promise.reject(new Error("this host opens no file")),
};

export class RecordingHost implements Host {
  readonly clock: Clock;
  readonly started: number;
  readonly machine: Host["machine"] = { name: "nobody", interfaces: {}, random: Math.random };
  readonly interrupt: AbortSignal;
  /** Files that were there, and those that were written, by path. */
  readonly files: Map<string, string>;
  readonly notes: string[] = [];
  readonly progressed: ObserveProgress[] = [];
  readonly delivered: { report: Report; written: readonly WrittenFile[] }[] = [];
  readonly #onProgress: RecordingHostOptions["onProgress"];

  constructor(options: RecordingHostOptions = {}) {
    this.clock = options.clock ?? systemClock;
    this.started = this.clock.monotonic();
    this.interrupt = options.interrupt ?? new AbortController().signal;
    this.files = new Map(Object.entries(options.files ?? {}));
    this.#onProgress = options.onProgress;
  }

  readFile(path: string): string | undefined {
    return this.files.get(path);
  }

  writeFile(path: string, chunks: Iterable<string>): undefined {
    this.files.set(path, [...chunks].join(""));
  }

  readLines(path: string): Iterable<string> | undefined {
    return this.readFile(path)?.split(/(?<=\n)/);
  }

  openFile(path: string): Promise<OpenFile> {
    this.files.set(path, "");
    return Promise.resolve({
      made: undefined,
      write: (text) => {
        this.files.set(path, (this.files.get(path) ?? "") + text);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    });
  }

  missing(what: string, reason: string): void {
    this.notes.push(`${what}: ${reason}`);
  }

  note(text: string): void {
    this.notes.push(text);
  }

  progress(progress: ObserveProgress): void {
    this.progressed.push(progress);
    this.#onProgress?.(progress);
  }

  async deliver(report: Report, written: readonly WrittenFile[]): Promise<void> {
    this.delivered.push({ report, written });
  }
}

/** A host that has the trust anchor of a lab, and no other file. */
export function hostOf({ caFile }: { readonly caFile: string }): RecordingHost {
  return new RecordingHost({ files: { [caFile]: readFileSync(caFile, "utf8") } });
}

/** Settings as options of the command. */
export function given(settings: Readonly<Record<string, string>>): GivenSetting[] {
  return Object.entries(settings).map(([name, value]) => ({ name, value, label: `--${name}` }));
}
