/**
 * The record types of this product: one entry is all that the wire, the zone files and their resolver know of a type.
 * A type that is added to {@link RECORD_TYPES} can be asked for everywhere.
 */
import type { AnswerData } from "./answer-data.ts";
import { readFields, writeFields, type DataOf, type Field, type RecordData } from "./fields.ts";

export interface RecordType {
  /** IANA's number. */
  readonly number: number;
  readonly fields: readonly Field[];
  /** What an answer with these records holds. */
  readonly answer: (records: readonly RecordData[]) => AnswerData;
}

function recordType<const Fields extends readonly Field[]>(
  number: number,
  fields: Fields,
  answer: (records: readonly DataOf<Fields>[]) => AnswerData,
): RecordType {
  // Records are read by the list of fields, so they have its values.
  return { number, fields, answer: (records) => answer(records as unknown as readonly DataOf<Fields>[]) };
}

/** A type whose records are told in a line each. */
function inLines(number: number, fields: readonly Field[]): RecordType {
  return recordType(number, fields, (records) => ({
    values: records.map((data) => writeFields(fields, data)),
  }));
}

/** The types that may be asked for. */
export const RECORD_TYPES = {
  /** RFC 1035 3.4.1. */
  A: inLines(1, ["ipv4"]),
  /** RFC 3596 2.2. */
  AAAA: inLines(28, ["ipv6"]),
  /** RFC 1035 3.3.9. */
  MX: recordType(15, ["u16", "name"], (records) => ({
    values: [],
    exchanges: records.map(([preference, exchange]) => ({ preference, exchange })),
  })),
  /** RFC 1035 3.3.11. */
  NS: inLines(2, ["name"]),
  /** RFC 1035 3.3.1. */
  CNAME: inLines(5, ["name"]),
  /** RFC 1035 3.3.13: primary server, mailbox, serial, refresh, retry, expire, minimum. */
  SOA: inLines(6, ["name", "name", "u32", "time", "time", "time", "time"]),
  /** RFC 1035 3.3.14. */
  TXT: recordType(16, ["strings"], (records) => ({
    values: [],
    texts: records.map(([texts]) => [...texts]),
  })),
  /** RFC 6698 2.1. */
  TLSA: recordType(52, ["u8", "u8", "u8", "hex"], (records) => ({
    values: [],
    associations: records.map(([usage, selector, matchingType, data]) => ({
      usage,
      selector,
      matchingType,
      data,
    })),
  })),
} as const satisfies Readonly<Record<string, RecordType>>;

export type DnsType = keyof typeof RECORD_TYPES;

export const DNS_TYPES = Object.keys(RECORD_TYPES) as [DnsType, ...DnsType[]];

/** Types that nobody asks for; a zone file is checked for their form, and a DNAME makes aliases. */
export const ZONE_ONLY_TYPES = {
  /** RFC 1035 3.3.12. */
  PTR: { number: 12, fields: ["name"] },
  /** RFC 2782. */
  SRV: { number: 33, fields: ["u16", "u16", "u16", "name"] },
  /** RFC 6672 2.1. */
  DNAME: { number: 39, fields: ["name"] },
  /** RFC 8659 4.1. */
  CAA: { number: 257, fields: ["u8", "string", "octets"] },
} as const satisfies Readonly<Record<string, Pick<RecordType, "number" | "fields">>>;

/** A type whose data is looked into. */
export type LookedInto = DnsType | keyof typeof ZONE_ONLY_TYPES;

/** Every type whose data is looked into, by its mnemonic. */
export const ALL_TYPES: ReadonlyMap<string, Pick<RecordType, "number" | "fields">> = new Map(
  Object.entries({ ...RECORD_TYPES, ...ZONE_ONLY_TYPES }),
);

/** The fields of a type by its mnemonic; undefined where its data is not looked into. */
export function fieldsOf(mnemonic: string): readonly Field[] | undefined {
  return ALL_TYPES.get(mnemonic)?.fields;
}

/** Reads the data of a record of a type off the wire; see {@link readFields}. */
export function readData(type: DnsType, message: Buffer, at: number, end: number): RecordData | undefined {
  return readFields(RECORD_TYPES[type].fields, message, at, end);
}

/** The data of a record of a type in a line. Equal records have equal lines. */
export function writeData(type: DnsType, data: RecordData): string {
  return writeFields(RECORD_TYPES[type].fields, data);
}

/** The same records, equal ones once (RFC 2181 5). */
export function withoutDuplicates(type: DnsType, records: readonly RecordData[]): RecordData[] {
  return [...new Map(records.map((data) => [writeData(type, data), data])).values()];
}
