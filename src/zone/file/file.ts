/** BIND zone files (RFC 1035 5, RFC 2308 4): every record that mail depends on, with its place. */
import type { ConfigurationProblem } from "../../text/configuration-error.ts";
import { isAtOrBelow, normalName } from "../../text/dns-name.ts";
import { atOnce, type Steps } from "../../system/steps.ts";
import { ZoneBudget } from "../budget.ts";
import { readDirective, type Directive } from "./directives.ts";
import { generatedEntries } from "./generate.ts";
import { zoneProblems } from "../problems.ts";
import { recordData } from "./record-data.ts";
import { readHead } from "./record-head.ts";
import { zoneEntries, type ZoneEntry, type ZoneListener, type ZoneToken } from "./tokens.ts";
import { troublesOfRecord } from "./troubles-of-record.ts";
import { withinZone, zoneTroubles } from "../troubles-of-zone.ts";
import { isUnquoted, minimumOf, NamesBetween, spacedOddly, type FileState } from "./file-state.ts";
import { Troubles } from "../troubles.ts";
import { isAbsolute, ownerName, ZoneError } from "./values.ts";
import type { Zone, ZoneRecord } from "../zone.ts";
import {
  INCLUDES,
  INCLUDE_DEPTH,
  OWNER_RECORDS,
  ZONE_CHARACTERS,
  ZONE_PROBLEMS,
  ZONE_RECORDS,
} from "../bounds.ts";

export interface ReadZone {
  readonly zone: Zone;
  readonly problems: readonly ConfigurationProblem[];
}

/** What `$INCLUDE` finds: a file and its text, or why not. */
export type IncludedFile = { readonly file: string; readonly text: string } | { readonly problem: string };

export interface ZoneFileOptions {
  /** What relative names are relative to before any `$ORIGIN`, as this product spells names. */
  readonly origin?: string | undefined;
  /** What says so; an SOA record with an absolute owner overrides the file's name. */
  readonly originFrom?: "zone-files" | "file name";
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
  const { origin, originFrom = "file name" } = options;
  yield* reader.read([file], text, origin === undefined ? undefined : { name: origin, from: originFrom });
  return yield* reader.finish(file);
}

/** Entries, records that are generated, or records that are looked at again, between two steps. */
const STEP = 64;

class ZoneReader {
  readonly #options: ZoneFileOptions;
  readonly #budget: ZoneBudget;
  readonly #records: ZoneRecord[] = [];
  readonly #owners = new Map<string, ZoneRecord[]>();
  readonly #between: NamesBetween;
  readonly #problems: ConfigurationProblem[] = [];
  /** Messages that are said once for a file, each with the file. */
  readonly #told = new Set<string>();
  readonly #troubles = new Troubles();
  /** The SOA's owner, and what the zone's name comes from. */
  #apex: string | undefined;
  #name: Zone["name"];
  /** Of `$TTL`, and of the last record that had one: they hold across included files. */
  #defaultTtl: number | undefined;
  #lastTtl: number | undefined;
  #includes = 0;

  constructor(options: ZoneFileOptions) {
    this.#options = options;
    this.#budget = options.budget ?? new ZoneBudget();
    this.#between = new NamesBetween(this.#budget);
  }

  /** Reads the text of the last file of the way that led to it. */
  *read(way: readonly string[], text: string, origin: Zone["name"]): Steps<void> {
    const file = way.at(-1) ?? "";
    if (!this.#budget.spend("characters", text.length)) {
      const message = `The zone files of this run are longer than ${String(ZONE_CHARACTERS)} characters.`;
      if (this.#budget.isNew(message)) this.#tell({ file, message });
      return;
    }
    const state: FileState = { file, way, origin, owner: undefined, unreadable: false };
    let read = 0;
    const listener: ZoneListener = {
      tell: (problem) => this.#tell({ file, ...problem }),
      note: (reason, at) => this.#troubles.note(reason, file, at),
    };
    for (const entry of zoneEntries(text, listener)) {
      if (this.#problems.length >= ZONE_PROBLEMS) return;
      if (entry === undefined || ++read % STEP === 0) yield;
      if (entry === undefined) continue;
      try {
        yield* this.#readEntry(entry, state);
      } catch (error) {
        if (!(error instanceof ZoneError)) throw error;
        const problem = spacedOddly(entry) ?? error.problem;
        if (this.#isNew(error, file)) this.#tell({ file, ...problem });
      }
    }
  }

  #isNew({ once, message }: ZoneError, file: string): boolean {
    if (once === undefined) return true;
    if (once === "run") return this.#budget.isNew(message);
    const key = `${file} ${message}`;
    const known = this.#told.has(key);
    this.#told.add(key);
    return !known;
  }

  #tell(problem: ConfigurationProblem): void {
    if (this.#problems.length < ZONE_PROBLEMS) this.#problems.push(problem);
  }

  *#readEntry(entry: ZoneEntry, state: FileState): Steps<void> {
    const [first] = entry.tokens;
    if (first === undefined) return;
    if (!entry.blank && !first.quoted && first.text.startsWith("$"))
      yield* this.#follow(readDirective(entry.tokens, first, state.origin?.name), entry, state);
    else this.#record(entry, state);
  }

  *#follow(directive: Directive, { tokens, line, column }: ZoneEntry, state: FileState): Steps<void> {
    const at = { line, column };
    switch (directive.name) {
      case "$ORIGIN":
        if (!isAbsolute(tokens[1]?.text ?? "")) this.#troubles.note("relative-origin", state.file, at);
        state.origin = { name: directive.origin, from: "$ORIGIN" };
        break;
      case "$DATE":
        this.#troubles.note("date", state.file, at);
        break;
      case "$TTL":
        this.#defaultTtl = directive.seconds;
        break;
      case "$INCLUDE":
        yield* this.#include(directive.file, directive.origin, state);
        break;
      case "$GENERATE": {
        this.#troubles.note(
          isUnquoted(directive.template) ? "generate-unquoted" : "generate",
          state.file,
          at,
        );
        let made = 0;
        for (const words of generatedEntries(directive.range, directive.template, at, this.#budget)) {
          if (++made % STEP === 0) yield;
          this.#record({ tokens: words, blank: false, ...at }, state);
        }
      }
    }
  }

  *#include(argument: ZoneToken, origin: string | undefined, state: FileState): Steps<void> {
    const found = this.#options.include(argument.text.replaceAll(/\\(.)/g, "$1"), state.file);
    if ("problem" in found) throw new ZoneError(argument, `The file ${found.problem}`);
    if (state.way.includes(found.file)) {
      throw new ZoneError(argument, "The file is included by itself.");
    }
    if (state.way.length > INCLUDE_DEPTH || ++this.#includes > INCLUDES) {
      throw new ZoneError(argument, "Files include too many others here, or too deep.");
    }
    const from = origin === state.origin?.name ? state.origin?.from : "$ORIGIN";
    const named = origin === undefined || from === undefined ? undefined : { name: origin, from };
    yield* this.read([...state.way, found.file], found.text, named);
  }

  #record(entry: ZoneEntry, state: FileState): void {
    const { tokens } = entry;
    const [first, ...behind] = tokens;
    if (first === undefined) return;
    let rest: readonly ZoneToken[];
    if (entry.blank && state.unreadable) return;
    if (entry.blank) {
      if (state.owner === undefined) {
        const message = `The first record of a file needs an owner; a line of white space repeats the one before.`;
        throw new ZoneError(first, message, "file");
      }
      rest = tokens;
    } else {
      state.unreadable = true;
      state.owner = ownerName(first, state.origin?.name);
      state.unreadable = false;
      rest = behind;
    }
    const { owner, file } = state;
    const head = readHead(rest, first);
    const { ttl, type, data: words, at } = head;
    if (!this.#budget.spend("records", 1)) {
      const message = `The zone files of this run have more than ${String(ZONE_RECORDS)} records.`;
      throw new ZoneError(first, message, "run");
    }
    if (type === "SOA") this.#settleName(first, state, owner);
    const data = recordData(type, words, at, state.origin?.name);
    const seconds = ttl ?? this.#defaultTtl ?? this.#lastTtl ?? minimumOf(type, data);
    if (seconds === undefined)
      throw new ZoneError(first, "This record has no TTL, and no $TTL stands before it.", "file");
    if (ttl !== undefined || type === "SOA") this.#lastTtl = seconds;
    this.#name ??= state.origin;
    const known = this.#owners.get(owner);
    if (known !== undefined && known.length >= OWNER_RECORDS)
      throw new ZoneError(first, `${owner} has more than ${String(OWNER_RECORDS)} records.`, "file");
    if (!this.#owners.has(owner)) this.#between.enter(owner, first);
    const { line, column } = entry;
    const record: ZoneRecord = { owner, type, data, ttl: seconds, file, line, column };
    this.#records.push(record);
    if (known === undefined) this.#owners.set(owner, [record]);
    else known.push(record);
    const ownerToken = entry.blank ? undefined : first;
    const written = { ownerToken, head: rest, words, owner, type, data, apex: this.#apex };
    for (const [reason, about] of troublesOfRecord(written)) this.#troubles.note(reason, file, entry, about);
  }

  /** The owner of the SOA is the zone, whatever the file is called: what follows is relative to it. */
  #settleName(written: ZoneToken, state: FileState, owner: string): void {
    if (this.#apex !== undefined) return;
    const { origin } = state;
    if (
      !isAbsolute(written.text) &&
      origin !== undefined &&
      isAtOrBelow(origin.name, normalName(written.text) ?? "")
    ) {
      const message =
        "This name has no dot at its end, so the zone's name is added to it once more. Write @, or put a dot behind it.";
      throw new ZoneError(written, message);
    }
    this.#apex = owner;
    const settles = isAbsolute(written.text) && (origin === undefined || origin.from === "file name");
    if (settles) state.origin = { name: owner, from: "SOA" };
    this.#name = { name: owner, from: state.origin?.from ?? "SOA" };
  }

  *finish(file: string): Steps<ReadZone> {
    const apex = this.#apex;
    const named = this.#options.originFrom === "zone-files" ? this.#options.origin : undefined;
    const soa = this.#records.find(({ type }) => type === "SOA");
    if (named !== undefined && soa !== undefined && soa.owner !== named) {
      const message = `This is the SOA record of ${soa.owner}, but zone-files names the file ${named}. Correct one of them.`;
      this.#tell({ file: soa.file, line: soa.line, column: soa.column, message });
    }
    const inside = withinZone(this.#records, this.#owners, apex, this.#troubles);
    const zone: Zone = {
      file,
      name: this.#name,
      troubles: [],
      apex,
      ...inside,
      between: this.#between.names,
    };
    // What a record that cannot be read would have changed is not known.
    if (this.#problems.length > 0) return { zone, problems: this.#problems };
    let looked = 0;
    for (const problem of zoneProblems(zone)) {
      if (problem !== undefined) this.#tell(problem);
      if (this.#problems.length >= ZONE_PROBLEMS) break;
      if (++looked % STEP === 0) yield;
    }
    for (const { reason, record, about } of zoneTroubles(zone)) {
      if (reason !== undefined) this.#troubles.note(reason, record.file, record, about);
      if (++looked % STEP === 0) yield;
    }
    return { zone: { ...zone, troubles: this.#troubles.list() }, problems: this.#problems };
  }
}
