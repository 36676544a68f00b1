/** Writes a recording while the run goes on: `report-file: x.ndjson`. */
import type { OpenFile } from "../system/files.ts";
import { failureReason } from "../system/files.ts";
import type { Clock } from "../system/clock.ts";
import type { Host } from "../host.ts";
import type { Observations } from "../observe/observation.ts";
import type { ObservationSink } from "../observe/observe.ts";
import { RecordingLines } from "../recorded/recording.ts";
import type { HeaderLine } from "../recorded/lines.ts";

/** Characters that are gathered before they are handed to the system, and seconds after which they are in any case. */
const BATCH = 65_536;
const FLUSH_SECONDS = 1;
/** Characters that may wait for the disk before probing waits for it, too. */
const WAITING = 16_000_000;

/** What the header of a recording says of the run beside what observing knows. */
export type RecordedRun = Omit<HeaderLine, "record" | "schema" | "started" | "environment">;

/** A recording that is written as things come. Where it cannot be written any more, the run goes on without it. */
export class Recorder implements ObservationSink {
  readonly #file: OpenFile;
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #run: RecordedRun;
  readonly #lines = new RecordingLines();
  #gathered = "";
  #flushedAt: number;
  /** Characters on their way to the disk. */
  #waiting = 0;
  /** Writes are made one behind the other. */
  #written: Promise<void> = Promise.resolve();
  #failure: Error | undefined;

  constructor(file: OpenFile, run: RecordedRun, clock: Pick<Clock, "monotonic">) {
    this.#file = file;
    this.#run = run;
    this.#clock = clock;
    this.#flushedAt = clock.monotonic();
  }

  begin(started: Parameters<ObservationSink["begin"]>[0]): void {
    this.#take(this.#lines.header({ ...this.#run, ...started }));
    // Whoever looks at the file while the first answers are waited for sees whose it is.
    this.#flush();
  }

  certificates(seen: Parameters<ObservationSink["certificates"]>[0]): void {
    this.#take(this.#lines.certificates(seen));
  }

  endpoint(endpoint: Parameters<ObservationSink["endpoint"]>[0]): void {
    this.#take(this.#lines.endpoint(endpoint));
  }

  domain(index: number, domain: Parameters<ObservationSink["domain"]>[1]): void {
    this.#take(this.#lines.domain(index, domain));
  }

  async ready(): Promise<void> {
    while (this.#waiting > WAITING) await this.#written;
  }

  /** Writes what is not there yet, and the end. @throws what went wrong with the file, now or before */
  async end(observations: Observations): Promise<void> {
    for (const line of this.#lines.end(observations)) {
      this.#take([line]);
      await this.ready();
    }
    this.#flush();
    await this.#written;
    await this.#file.close();
    if (this.#failure !== undefined) throw this.#failure;
  }

  #take(lines: Iterable<string>): void {
    for (const line of lines) {
      if (this.#failure !== undefined) return;
      this.#gathered += line;
      const late = this.#clock.monotonic() - this.#flushedAt >= FLUSH_SECONDS;
      if (late || this.#gathered.length >= BATCH) this.#flush();
    }
  }

  #flush(): void {
    const text = this.#gathered;
    this.#gathered = "";
    this.#flushedAt = this.#clock.monotonic();
    this.#waiting += text.length;
    this.#written = this.#written.then(async () => {
      try {
        if (this.#failure === undefined) await this.#file.write(text);
      } catch (error) {
        this.#failure ??= error instanceof Error ? error : new Error(String(error));
      } finally {
        this.#waiting -= text.length;
      }
    });
  }
}

/** A recording that could not be begun. */
export interface NoRecorder {
  readonly failure: unknown;
}

/**
 * Begins the recording at a path. A file that cannot be opened is told at once, and the run goes on.
 * @param what the setting and its path, for people
 */
export async function openRecorder(
  path: string,
  what: string,
  run: RecordedRun,
  host: Pick<Host, "clock" | "note" | "openFile">,
): Promise<Recorder | NoRecorder> {
  try {
    const file = await host.openFile(path);
    if (file.made !== undefined) host.note(`${what}: the folder ${file.made} did not exist and was created.`);
    return new Recorder(file, run, host.clock);
  } catch (failure) {
    const reason = failureReason(failure);
    if (reason === undefined) throw failure;
    host.note(`${what} cannot be written: ${reason}. The run goes on without it.`);
    return { failure };
  }
}
