/** BIND zone files (RFC 1035 5, RFC 2308 4): every record that mail depends on, with its place. */
import { INCLUDE_DEPTH, INCLUDES, ZONE_PROBLEMS, ZONE_RECORDS } from "./bounds.ts";
import type { ConfigurationProblem } from "./configuration-error.ts";
import { suggestion } from "./configuration-error.ts";
import { isAtOrBelow } from "../observe/dns/name.ts";
import { shown } from "./values.ts";
import { generatedNumbers, generatedText } from "./zone-generate.ts";
import { readZoneWords, type ZoneEntry, type ZoneToken } from "./zone-tokens.ts";
import {
  recordData,
  recordType,
  typeSuggestion,
  ZoneError,
  zoneName,
  zoneTime,
  type ZoneData,
} from "./zone-values.ts";

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
}

const DIRECTIVES = ["$ORIGIN", "$TTL", "$INCLUDE", "$GENERATE"];

/** Reads a zone file and what it includes. All problems are gathered. */
export function readZoneFile(file: string, text: string, options: ZoneFileOptions): ReadZone {
  const reader = new ZoneReader(options);
  reader.read([file], text, options.origin);
  return reader.finish(file);
}

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
  readonly #records: ZoneRecord[] = [];
  readonly #problems: ConfigurationProblem[] = [];
  /** Of `$TTL`, and of the last record that had one: they hold across included files. */
  #defaultTtl: number | undefined;
  #lastTtl: number | undefined;
  #includes = 0;

  constructor(options: ZoneFileOptions) {
    this.#options = options;
  }

  /** Reads the text of the last file of the way that led to it. */
  read(way: readonly string[], text: string, origin: string | undefined): void {
    const file = way.at(-1) ?? "";
    const { entries, problems } = readZoneWords(text);
    for (const problem of problems) this.#tell({ file, ...problem });
    const state: State = { file, way, origin, owner: undefined };
    for (const entry of entries) {
      if (this.#problems.length >= ZONE_PROBLEMS) return;
      try {
        this.#readEntry(entry, state);
      } catch (error) {
        if (!(error instanceof ZoneError)) throw error;
        this.#tell({ file, ...error.problem });
      }
    }
  }

  #tell(problem: ConfigurationProblem): void {
    this.#problems.push(problem);
  }

  #readEntry(entry: ZoneEntry, state: State): void {
    const [first] = entry.tokens;
    if (first === undefined) return;
    if (!entry.blank && !first.quoted && first.text.startsWith("$")) this.#directive(entry, first, state);
    else this.#record(entry, entry.tokens, state);
  }

  #directive({ tokens }: ZoneEntry, first: ZoneToken, state: State): void {
    const [, argument, second, ...rest] = tokens;
    const name = DIRECTIVES.find((known) => known === first.text.toUpperCase());
    if (name === undefined) {
      const near = suggestion(
        first.text.toLowerCase(),
        DIRECTIVES.map((known) => known.toLowerCase()),
      );
      throw new ZoneError(
        first,
        `${shown(first.text)} is no directive.${near.toUpperCase().replace(" DID YOU MEAN", " Did you mean")}`,
      );
    }
    if (argument === undefined) throw new ZoneError(first, `${name} says nothing. Put its value behind it.`);
    if (name === "$GENERATE") {
      this.#generate(tokens, first, state);
      return;
    }
    const extra = name === "$INCLUDE" ? rest[0] : second;
    if (extra !== undefined) throw new ZoneError(extra, `${shown(extra.text)} is too much behind ${name}.`);
    if (name === "$ORIGIN") state.origin = zoneName(argument, state.origin);
    else if (name === "$TTL") {
      const time = argument.quoted ? undefined : zoneTime(argument.text);
      if (time === undefined)
        throw new ZoneError(argument, `${shown(argument.text)} is not a time such as 3600 or 1h30m.`);
      this.#defaultTtl = time;
    } else
      this.#include(argument, second === undefined ? state.origin : zoneName(second, state.origin), state);
  }

  #include(argument: ZoneToken, origin: string | undefined, state: State): void {
    const found = this.#options.include(argument.text.replaceAll(/\\(.)/g, "$1"), state.file);
    if ("problem" in found) throw new ZoneError(argument, `${shown(argument.text)} ${found.problem}`);
    if (state.way.includes(found.file)) {
      throw new ZoneError(argument, `${shown(argument.text)} is included by itself.`);
    }
    if (state.way.length > INCLUDE_DEPTH || ++this.#includes > INCLUDES) {
      throw new ZoneError(argument, "Files include too many others here, or too deep.");
    }
    this.read([...state.way, found.file], found.text, origin);
  }

  #generate(tokens: readonly ZoneToken[], at: ZoneToken, state: State): void {
    const [, range, ...template] = tokens;
    if (range === undefined || template.length < 3) {
      throw new ZoneError(at, "$GENERATE takes a range, an owner, a type and data.");
    }
    for (const number of generatedNumbers(range)) {
      const made = template.map((token) => ({ ...token, text: generatedText(token, number) }));
      const data = made.at(-1);
      // The data is one word; what stands in quotes is taken apart once the number is in.
      const words = data?.quoted === true ? (readZoneWords(data.text).entries[0]?.tokens ?? []) : undefined;
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
    if (this.#records.length >= ZONE_RECORDS)
      throw new ZoneError(first, `There are more than ${String(ZONE_RECORDS)} records.`);
    const values = recordData(type, data, at, state.origin);
    const seconds = ttl ?? this.#defaultTtl ?? this.#lastTtl ?? values.minimum;
    if (seconds === undefined)
      throw new ZoneError(first, "This record has no TTL, and no $TTL stands before it.");
    if (ttl !== undefined || type === "SOA") this.#lastTtl = seconds;
    const { file } = state;
    this.#records.push({
      owner: state.owner,
      type,
      ttl: seconds,
      ...values,
      file,
      line: entry.line,
      column: entry.column,
    });
  }

  finish(file: string): ReadZone {
    const zone: Zone = {
      file,
      apex: this.#records.find(({ type }) => type === "SOA")?.owner,
      records: this.#records,
    };
    // What a record that cannot be read would have changed is not known.
    if (this.#problems.length === 0) this.#problems.push(...zoneProblems(zone));
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
  if (type === undefined)
    throw new ZoneError(at, `${shown(at.text)} is not a record type.${typeSuggestion(at.text)}`);
  return { ttl, type, at, data: tokens.slice(index + 1) };
}

/** Whether the word is the class of the Internet; another class is refused. */
function isClass(token: ZoneToken): boolean {
  const word = token.text.toUpperCase();
  if (word === "IN" || word === "CLASS1") return true;
  if (["CH", "CHAOS", "HS", "HESIOD"].includes(word) || /^CLASS\d+$/.test(word)) {
    throw new ZoneError(
      token,
      `${shown(token.text)} is not the class of the Internet. Write IN, or nothing.`,
    );
  }
  return false;
}

/** Types that may stand beside a CNAME (RFC 4034 3, 4). */
const BESIDE_CNAME: ReadonlySet<string> = new Set(["CNAME", "RRSIG", "NSEC", "KEY", "SIG", "NXT"]);

/** What no name server would load, although every record is well-formed. */
function* zoneProblems({ apex, records }: Zone): Generator<ConfigurationProblem> {
  const aliases = new Map<string, ZoneRecord>();
  for (const record of records)
    if (record.type === "CNAME") aliases.set(record.owner, aliases.get(record.owner) ?? record);
  const [soa, second] = records.filter(({ type }) => type === "SOA");
  if (second !== undefined && soa !== undefined && !isSame(soa, second)) {
    yield {
      ...placeOf(second),
      message: `A zone has one SOA record; line ${String(soa.line)} has it already.`,
    };
  }
  if (soa !== undefined && !records.some(({ type, owner }) => type === "NS" && owner === apex)) {
    yield {
      ...placeOf(soa),
      message: `The zone ${soa.owner} has no NS record, so no name server would load it.`,
    };
  }
  for (const record of records) {
    const { owner, type } = record;
    if (apex !== undefined && !isAtOrBelow(owner, apex)) {
      yield {
        ...placeOf(record),
        message: `${owner} is not in the zone ${apex}, so no name server would publish this ${type} record.`,
      };
    }
    const alias = aliases.get(owner);
    if (alias === undefined || alias === record) continue;
    const clash = type === "CNAME" ? record.value !== alias.value : !BESIDE_CNAME.has(type);
    const message = `${owner} is an alias (CNAME, line ${String(alias.line)}), and an alias has no ${type === "CNAME" ? "second target" : "other records"}.`;
    if (clash) yield { ...placeOf(record), message };
  }
}

function isSame(one: ZoneRecord, other: ZoneRecord): boolean {
  return one.file === other.file && one.line === other.line;
}

function placeOf({ file, line, column }: ZoneRecord): Pick<ConfigurationProblem, "file" | "line" | "column"> {
  return { file, line, column };
}
