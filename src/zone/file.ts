/** BIND zone files (RFC 1035 5, RFC 2308 4): every record that mail depends on, with its place. */
import type { ConfigurationProblem } from "../text/configuration-error.ts";
import { suggestion } from "../text/configuration-error.ts";
import { isAtOrBelow, parentName } from "../text/dns-name.ts";
import { atOnce, type Steps } from "../system/steps.ts";
import { ZoneBudget } from "./budget.ts";
import { generatedNumbers, generatedText } from "./generate.ts";
import { wordsOf, zoneEntries, type ZoneEntry, type ZoneToken } from "./tokens.ts";
import { zoneProblems } from "./problems.ts";
import {
  recordData,
  recordType,
  typeSuggestion,
  ZoneError,
  zoneName,
  zoneTime,
  type ZoneData,
} from "./values.ts";
import {
  GENERATED_IN_ALL,
  INCLUDES,
  INCLUDE_DEPTH,
  OWNER_RECORDS,
  ZONE_CHARACTERS,
  ZONE_NAMES_BETWEEN,
  ZONE_PROBLEMS,
  ZONE_RECORDS,
} from "./bounds.ts";

/** A record as it stands in a file. Of types that mail does not depend on, the data is left out. */
export interface ZoneRecord extends ZoneData {
  /** Owner, as this product spells names. */
  readonly owner: string;
  readonly type: string;
  /** Seconds. */
  readonly ttl: number;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a file says. */
export interface Zone {
  readonly file: string;
  /** Owner of the SOA; undefined for a file that is only a part of a zone. */
  readonly apex: string | undefined;
  readonly records: readonly ZoneRecord[];
  /** The records by owner. */
  readonly owners: ReadonlyMap<string, readonly ZoneRecord[]>;
  /** Names without records of their own that have some below (RFC 4592 2.2.2). */
  readonly between: ReadonlySet<string>;
}

/** A file that says nothing. */
export function emptyZone(file: string): Zone {
  return { file, apex: undefined, records: [], owners: new Map(), between: new Set() };
}

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

const DIRECTIVES = ["$ORIGIN", "$TTL", "$INCLUDE", "$GENERATE"];

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
      yield* this.#directive(entry, first, state);
    else this.#record(entry, entry.tokens, state);
  }

  *#directive({ tokens }: ZoneEntry, first: ZoneToken, state: State): Steps<void> {
    const [, argument, second, ...rest] = tokens;
    const name = DIRECTIVES.find((known) => known === first.text.toUpperCase());
    if (name === undefined) {
      const near = suggestion(
        first.text.toLowerCase(),
        DIRECTIVES.map((known) => known.toLowerCase()),
      );
      throw new ZoneError(
        first,
        `This is not a directive.${near.toUpperCase().replace(" DID YOU MEAN", " Did you mean")}`,
      );
    }
    if (argument === undefined) throw new ZoneError(first, `${name} says nothing. Put its value behind it.`);
    if (name === "$GENERATE") {
      yield* this.#generate(tokens, first, state);
      return;
    }
    const extra = name === "$INCLUDE" ? rest[0] : second;
    if (extra !== undefined) throw new ZoneError(extra, `This is too much behind ${name}.`);
    if (name === "$ORIGIN") state.origin = zoneName(argument, state.origin);
    else if (name === "$TTL") {
      const time = argument.quoted ? undefined : zoneTime(argument.text);
      if (time === undefined) throw new ZoneError(argument, "This is not a time such as 3600 or 1h30m.");
      this.#defaultTtl = time;
    } else {
      const origin = second === undefined ? state.origin : zoneName(second, state.origin);
      yield* this.#include(argument, origin, state);
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

  *#generate(tokens: readonly ZoneToken[], at: ZoneToken, state: State): Steps<void> {
    const [, range, ...template] = tokens;
    if (range === undefined || template.length < 3) {
      throw new ZoneError(at, "$GENERATE takes a range, an owner, a type and data.");
    }
    const numbers = generatedNumbers(range);
    if (!this.#budget.spend("generated", numbers.length)) {
      const message = `The $GENERATE lines of this run make more than ${String(GENERATED_IN_ALL)} records.`;
      throw new ZoneError(range, message);
    }
    const spend = (characters: number): boolean => this.#budget.spend("generated characters", characters);
    for (const [index, number] of numbers.entries()) {
      if (index % STEP === STEP - 1) yield;
      const made = template.map((token) => ({ ...token, text: generatedText(token, number, spend) }));
      const data = made.at(-1);
      // The data is one word; what stands in quotes is taken apart once the number is in.
      const words = data?.quoted === true ? wordsOf(data.text) : undefined;
      const placed = words?.map((word) => ({ ...word, line: at.line, column: at.column }));
      const all = placed === undefined ? made : [...made.slice(0, -1), ...placed];
      this.#record({ tokens: all, blank: false, line: at.line, column: at.column }, all, state);
    }
  }

  #record(entry: ZoneEntry, tokens: readonly ZoneToken[], state: State): void {
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
    const { ttl, type, data, at } = readHead(rest, first);
    if (!this.#budget.spend("records", 1)) {
      const message = `The zone files of this run have more than ${String(ZONE_RECORDS)} records.`;
      throw new ZoneError(first, message);
    }
    const values = recordData(type, data, at, state.origin);
    const seconds = ttl ?? this.#defaultTtl ?? this.#lastTtl ?? values.minimum;
    if (seconds === undefined)
      throw new ZoneError(first, "This record has no TTL, and no $TTL stands before it.");
    if (ttl !== undefined || type === "SOA") this.#lastTtl = seconds;
    const { owner, file } = state;
    const known = this.#owners.get(owner);
    if (known !== undefined && known.length >= OWNER_RECORDS)
      throw new ZoneError(first, `${owner} has more than ${String(OWNER_RECORDS)} records.`);
    this.#enterBetween(owner, first);
    const { line, column } = entry;
    const record: ZoneRecord = { owner, type, ttl: seconds, ...values, file, line, column };
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

/** TTL and class in either order, then the type; what is left is the data. */
function readHead(tokens: readonly ZoneToken[], first: ZoneToken) {
  let ttl: number | undefined;
  let classSeen = false;
  let index = 0;
  for (; index < 2; index++) {
    const token = tokens[index];
    if (token === undefined || token.quoted) break;
    const time = ttl === undefined && recordType(token.text) === undefined ? zoneTime(token.text) : undefined;
    if (time !== undefined) ttl = time;
    else if (!classSeen && isClass(token)) classSeen = true;
    else break;
  }
  const at = tokens[index];
  if (at === undefined) throw new ZoneError(tokens.at(-1) ?? first, "This record has no type and no data.");
  const type = at.quoted ? undefined : recordType(at.text);
  if (type === undefined) throw new ZoneError(at, `This is not a record type.${typeSuggestion(at.text)}`);
  return { ttl, type, at, data: tokens.slice(index + 1) };
}

/** Whether the word is the class of the Internet; another class is refused. */
function isClass(token: ZoneToken): boolean {
  const word = token.text.toUpperCase();
  if (word === "IN" || word === "CLASS1") return true;
  if (["CH", "CHAOS", "HS", "HESIOD"].includes(word) || /^CLASS\d+$/.test(word)) {
    throw new ZoneError(token, "This is not the class of the Internet. Write IN, or nothing.");
  }
  return false;
}
