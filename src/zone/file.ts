/** BIND zone files (RFC 1035 5, RFC 2308 4): every record that mail depends on, with its place. */
import type { RecordData } from "../dns/fields.ts";
import type { ConfigurationProblem } from "../text/configuration-error.ts";
import { isAtOrBelow, parentName } from "../text/dns-name.ts";
import { atOnce, type Steps } from "../system/steps.ts";
import { ZoneBudget } from "./budget.ts";
import { readDirective, type Directive } from "./directives.ts";
import { generatedEntries } from "./generate.ts";
import { zoneProblems } from "./problems.ts";
import { recordData } from "./record-data.ts";
import { readHead } from "./record-head.ts";
import { zoneEntries, type ZoneEntry, type ZoneToken } from "./tokens.ts";
import { ZoneError, zoneName } from "./values.ts";
import type { Zone, ZoneRecord } from "./zone.ts";
import {
  INCLUDES,
  INCLUDE_DEPTH,
  OWNER_RECORDS,
  ZONE_CHARACTERS,
  ZONE_NAMES_BETWEEN,
  ZONE_PROBLEMS,
  ZONE_RECORDS,
} from "./bounds.ts";

export interface ReadZone {
  readonly zone: Zone;
  readonly problems: readonly ConfigurationProblem[];
}

/** What `$INCLUDE` finds: a file and its text, or why not. */
export type IncludedFile = { readonly file: string; readonly text: string } | { readonly problem: string };

export interface ZoneFileOptions {
  /** What relative names are relative to before any `$ORIGIN`, as this product spells names. */
  readonly origin?: string | undefined;
  /** Finds what a file includes. */
  include(written: string, from: string): IncludedFile;
  /** What the zone files of the run may take together. */
  readonly budget?: ZoneBudget;
}

/** Reads a zone file and what it includes. All problems are gathered. */
export function readZoneFile(file: string, text: string, options: ZoneFileOptions): ReadZone {
  return atOnce(readingZone(file, text, options));
}

/** The same in steps. */
export function* readingZone(file: string, text: string, options: ZoneFileOptions): Steps<ReadZone> {
  const reader = new ZoneReader(options);
  yield* reader.read([file], text, options.origin);
  return yield* reader.finish(file);
}

/** Entries, records that are generated, or records that are looked at again, between two steps. */
const STEP = 64;

/** Where a file stands while it is read. */
interface State {
  readonly file: string;
  /** The files that led here, this one last. */
  readonly way: readonly string[];
  origin: string | undefined;
  owner: string | undefined;
}

class ZoneReader {
  readonly #options: ZoneFileOptions;
  readonly #budget: ZoneBudget;
  readonly #records: ZoneRecord[] = [];
  readonly #owners = new Map<string, ZoneRecord[]>();
  readonly #between = new Set<string>();
  readonly #problems: ConfigurationProblem[] = [];
  /** Of `$TTL`, and of the last record that had one: they hold across included files. */
  #defaultTtl: number | undefined;
  #lastTtl: number | undefined;
  #includes = 0;

  constructor(options: ZoneFileOptions) {
    this.#options = options;
    this.#budget = options.budget ?? new ZoneBudget();
  }

  /** Reads the text of the last file of the way that led to it. */
  *read(way: readonly string[], text: string, origin: string | undefined): Steps<void> {
    const file = way.at(-1) ?? "";
    if (!this.#budget.spend("characters", text.length)) {
      const message = `The zone files of this run are longer than ${String(ZONE_CHARACTERS)} characters.`;
      this.#tell({ file, message });
      return;
    }
    const state: State = { file, way, origin, owner: undefined };
    let read = 0;
    for (const entry of zoneEntries(text, (problem) => this.#tell({ file, ...problem }))) {
      if (this.#problems.length >= ZONE_PROBLEMS) return;
      if (entry === undefined || ++read % STEP === 0) yield;
      if (entry === undefined) continue;
      try {
        yield* this.#readEntry(entry, state);
      } catch (error) {
        if (!(error instanceof ZoneError)) throw error;
        this.#tell({ file, ...error.problem });
      }
    }
  }

  #tell(problem: ConfigurationProblem): void {
    if (this.#problems.length < ZONE_PROBLEMS) this.#problems.push(problem);
  }

  *#readEntry(entry: ZoneEntry, state: State): Steps<void> {
    const [first] = entry.tokens;
    if (first === undefined) return;
    if (!entry.blank && !first.quoted && first.text.startsWith("$"))
      yield* this.#follow(readDirective(entry.tokens, first, state.origin), first, state);
    else this.#record(entry, state);
  }

  *#follow(directive: Directive, first: ZoneToken, state: State): Steps<void> {
    switch (directive.name) {
      case "$ORIGIN":
        state.origin = directive.origin;
        break;
      case "$TTL":
        this.#defaultTtl = directive.seconds;
        break;
      case "$INCLUDE":
        yield* this.#include(directive.file, directive.origin, state);
        break;
      case "$GENERATE": {
        const { line, column } = first;
        let made = 0;
        for (const tokens of generatedEntries(directive.range, directive.template, first, this.#budget)) {
          if (++made % STEP === 0) yield;
          this.#record({ tokens, blank: false, line, column }, state);
        }
      }
    }
  }

  *#include(argument: ZoneToken, origin: string | undefined, state: State): Steps<void> {
    const found = this.#options.include(argument.text.replaceAll(/\\(.)/g, "$1"), state.file);
    if ("problem" in found) throw new ZoneError(argument, `The file ${found.problem}`);
    if (state.way.includes(found.file)) {
      throw new ZoneError(argument, "The file is included by itself.");
    }
    if (state.way.length > INCLUDE_DEPTH || ++this.#includes > INCLUDES) {
      throw new ZoneError(argument, "Files include too many others here, or too deep.");
    }
    yield* this.read([...state.way, found.file], found.text, origin);
  }

  #record(entry: ZoneEntry, state: State): void {
    const { tokens } = entry;
    const [first, ...behind] = tokens;
    if (first === undefined) return;
    let rest: readonly ZoneToken[];
    if (entry.blank) {
      if (state.owner === undefined)
        throw new ZoneError(
          first,
          "The first record of a file needs an owner; a line of white space repeats the one before.",
        );
      rest = tokens;
    } else {
      state.owner = zoneName(first, state.origin);
      rest = behind;
    }
    const { ttl, type, data: words, at } = readHead(rest, first);
    if (!this.#budget.spend("records", 1)) {
      const message = `The zone files of this run have more than ${String(ZONE_RECORDS)} records.`;
      throw new ZoneError(first, message);
    }
    const data = recordData(type, words, at, state.origin);
    const seconds = ttl ?? this.#defaultTtl ?? this.#lastTtl ?? minimumOf(type, data);
    if (seconds === undefined)
      throw new ZoneError(first, "This record has no TTL, and no $TTL stands before it.");
    if (ttl !== undefined || type === "SOA") this.#lastTtl = seconds;
    const { owner, file } = state;
    const known = this.#owners.get(owner);
    if (known !== undefined && known.length >= OWNER_RECORDS)
      throw new ZoneError(first, `${owner} has more than ${String(OWNER_RECORDS)} records.`);
    this.#enterBetween(owner, first);
    const { line, column } = entry;
    const record: ZoneRecord = { owner, type, data, ttl: seconds, file, line, column };
    this.#records.push(record);
    if (known === undefined) this.#owners.set(owner, [record]);
    else known.push(record);
  }

  /** Remembers the names above an owner; those of reverse zones are never asked for. */
  #enterBetween(owner: string, at: ZoneToken): void {
    if (isAtOrBelow(owner, "arpa") || this.#owners.has(owner)) return;
    let name = parentName(owner);
    while (name !== undefined && !this.#between.has(name)) {
      if (!this.#budget.spend("between", 1)) {
        const message = `The names of this run's zone files have more than ${String(ZONE_NAMES_BETWEEN)} names above them.`;
        throw new ZoneError(at, message);
      }
      this.#between.add(name);
      name = parentName(name);
    }
  }

  *finish(file: string): Steps<ReadZone> {
    const zone: Zone = {
      file,
      apex: this.#records.find(({ type }) => type === "SOA")?.owner,
      records: this.#records,
      owners: this.#owners,
      between: this.#between,
    };
    // What a record that cannot be read would have changed is not known.
    if (this.#problems.length === 0) {
      let looked = 0;
      for (const problem of zoneProblems(zone)) {
        if (problem !== undefined) this.#tell(problem);
        if (this.#problems.length >= ZONE_PROBLEMS) break;
        if (++looked % STEP === 0) yield;
      }
    }
    return { zone, problems: this.#problems };
  }
}

/** The TTL that an SOA gives to negative answers, which counts where no other one is given (RFC 2308 4). */
function minimumOf(type: string, data: RecordData | undefined): number | undefined {
  return type === "SOA" && data !== undefined ? Number(data.at(-1)) : undefined;
}
