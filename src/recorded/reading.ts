/** Reads recordings line by line: the file as a whole is never one text. */
import { z } from "zod";
import type { Report } from "../judge/report.ts";
import {
  observationKey,
  type CertificateFacts,
  type DomainObservation,
  type EndpointObservation,
  type Observations,
  type RunFacts,
} from "../observe/observation.ts";
import type { Steps } from "../system/steps.ts";
import { ConfigurationError } from "../text/configuration-error.ts";
import { plural } from "../text/plural.ts";
import { boundingRecorded } from "./bounds.ts";
import { findingInconsistency } from "./consistency.ts";
import { formOf } from "./form.ts";
import { HIDDEN, hidesMember } from "./hidden.ts";
import { recordingLine, type EndLine, type HeaderLine, type RecordingLine } from "./lines.ts";
import { nestedDeeper, SETTING_DEPTH } from "./depth.ts";
import { Sharing } from "./sharing.ts";

const NOT_A_RECORDING = "This is not a recording of MX Gate (mx-gate/recording/v1).";

/** What an earlier run has left, whether as a report or as a recording. */
export interface Recorded extends Pick<Report, "observations" | "tool"> {
  /** The settings that it ran under. */
  readonly settings: Report["policy"]["settings"];
  /** What was found then; a recording has facts alone. */
  readonly report?: Report;
}

/**
 * Reads a recording, a line in each step. Who wrote it cannot be known: it is checked for what no run writes, and held
 * to the bounds of a live run. Where its end is missing, it is what was finished: `ended` is `cut-off`.
 * @param lines each with its line break; the last one may lack it
 * @throws ConfigurationError with the line, where it is no such recording
 */
export function* readingRecording(lines: Iterable<string>, file: string): Steps<Recorded> {
  const recording = new Reading(file);
  for (const line of lines) {
    recording.take(line);
    yield;
  }
  const { header, observations } = yield* recording.whole();
  return { observations, tool: header.tool, settings: header.policy.settings };
}

class Reading {
  readonly #file: string;
  #line = 0;
  #header: HeaderLine | undefined;
  #end: EndLine | undefined;
  readonly #endpoints = new Map<string, EndpointObservation>();
  readonly #domains = new Map<number, DomainObservation>();
  readonly #certificates = new Map<string, CertificateFacts>();
  readonly #runs: RunFacts[] = [];
  readonly #sharing = new Sharing();

  constructor(file: string) {
    this.#file = file;
  }

  take(text: string): void {
    this.#line += 1;
    if (text.trim() === "") return;
    if (this.#end !== undefined) this.#refuse("It goes on behind its end: one file has one recording.");
    const line = this.#parse(text);
    // What stands last is half a line: whoever wrote it was ended while writing.
    if (line === undefined) return;
    if (line.record === "header") {
      if (this.#header !== undefined) this.#refuse("This is a second header: one file has one recording.");
      if (Object.values(line.policy.settings).some(({ value }) => nestedDeeper(value, SETTING_DEPTH)))
        this.#refuse(`${NOT_A_RECORDING} A setting of its header is nested too deeply.`);
      this.#header = line;
    } else if (this.#header === undefined)
      this.#refuse(`${NOT_A_RECORDING} Its first line is not the header.`);
    else this.#keep(line, this.#header);
  }

  #keep(line: Exclude<RecordingLine, HeaderLine>, { subjects }: HeaderLine): void {
    switch (line.record) {
      case "certificate":
        this.#certificates.set(line.sha256, line.certificate);
        return;
      case "endpoint":
        this.#sharing.endpoint(line.endpoint);
        this.#endpoints.set(observationKey(line.endpoint), line.endpoint);
        return;
      case "domain":
        if (line.index >= subjects)
          this.#refuse(`${NOT_A_RECORDING} This is domain ${String(line.index)} of ${String(subjects)}.`);
        this.#sharing.domain(line.domain);
        this.#domains.set(line.index, line.domain);
        return;
      case "run":
        this.#runs.push(line.run);
        return;
      case "end":
        this.#end = line;
    }
  }

  #parse(text: string): RecordingLine | undefined {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      if (!text.endsWith("\n") && this.#header !== undefined) return undefined;
      // The parser's own words quote the text, and a baseline may name a file whose content is not for a log.
      this.#refuse("This is not valid JSON.");
    }
    // The line as it was written: zod's copy has the same members in the order of the schema.
    if (formOf(recordingLine)(json)) return json as RecordingLine;
    const parsed = recordingLine.safeParse(json);
    if (parsed.success && !hidesMember(json)) return json as RecordingLine;
    const [first] = parsed.error?.issues ?? [HIDDEN];
    const place =
      first === undefined || first.path.length === 0
        ? ""
        : ` At ${z.core.toDotPath(first.path)}: ${first.message}.`;
    this.#refuse(`${NOT_A_RECORDING}${place}`);
  }

  /** What was read, once all is. */
  *whole(): Steps<{ header: HeaderLine; observations: Observations }> {
    const header = this.#header;
    if (header === undefined) {
      this.#line = 0;
      this.#refuse(`${NOT_A_RECORDING} It is empty.`);
    }
    const end = this.#end;
    if (end !== undefined) this.#count(end, header);
    const observations = this.#observations(header, end);
    const strange = yield* findingInconsistency(observations);
    if (strange !== undefined) {
      this.#line = 0;
      this.#refuse(`${NOT_A_RECORDING} ${strange}`);
    }
    yield* boundingRecorded(observations, this.#file);
    return { header, observations };
  }

  /** Lines that are lost in the middle would make a smaller gate of it. */
  #count(end: EndLine, { subjects, shard }: HeaderLine): void {
    const found = {
      domains: this.#domains.size,
      endpoints: this.#endpoints.size,
      certificates: this.#certificates.size,
    };
    for (const what of ["domains", "endpoints", "certificates"] as const) {
      if (end[what] === found[what]) continue;
      this.#refuse(
        `The file is not whole: by its end it has ${String(end[what])} ${what}, and ${String(found[what])} are there.`,
      );
    }
    // What a shard has of them depends on the names.
    const missing = subjects - found.domains - (end.absent ?? 0);
    if (shard === undefined && missing > 0) {
      this.#refuse(
        `The file is not whole: the run was for ${plural(subjects, "domain or server", "domains and servers")}, of which the file lacks ${String(missing)}.`,
      );
    }
  }

  #observations(header: HeaderLine, end: EndLine | undefined): Observations {
    const domains = [...this.#domains].sort(([a], [b]) => a - b).map(([, domain]) => domain);
    const named = new Set(
      domains.flatMap(({ endpoints, run }) =>
        endpoints.map((key) => (run === undefined ? key : `${key}#${String(run)}`)),
      ),
    );
    // With `wait`, a host may have moved: what is left of its old endpoints belongs to nobody.
    const endpoints = sorted(this.#endpoints).filter(([key]) => named.has(key));
    const {
      record: _record,
      domains: _domains,
      endpoints: _endpoints,
      certificates: _certificates,
      ...ends
    } = end ?? this.#cutOff(header);
    return {
      schema: "mx-gate/observations/v1",
      started: header.started,
      ...ends,
      ...(header.shard !== undefined && { shard: header.shard }),
      checks: header.checks,
      domains,
      endpoints: Object.fromEntries(endpoints),
      certificates: Object.fromEntries(sorted(this.#certificates)),
      ...(this.#runs.length > 0 && { runs: this.#runs }),
    };
  }

  /** The end of a run that has left none. */
  #cutOff({ started, environment, subjects, shard }: HeaderLine): EndLine {
    return {
      record: "end",
      finished: started,
      ended: "cut-off",
      // Which of them a shard was to have is not known.
      absent: shard === undefined ? subjects - this.#domains.size : 0,
      environment,
      domains: this.#domains.size,
      endpoints: this.#endpoints.size,
      certificates: this.#certificates.size,
    };
  }

  #refuse(message: string): never {
    const line = this.#line > 0 ? { line: this.#line } : {};
    throw new ConfigurationError([{ file: this.#file, ...line, message }]);
  }
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
