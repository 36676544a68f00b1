/** Values in zone files: names, times, types, and the data of the records that mail depends on. */
import { isIPv4, isIPv6 } from "node:net";
import { formatIpv4, formatIpv6, ipv6Groups } from "../text/ip-address.ts";
import { normalName, readName } from "../text/dns-name.ts";
import { closestWord } from "../text/configuration-error.ts";
import type { ZoneProblem, ZoneToken } from "./tokens.ts";

/**
 * Thrown within one entry of a zone file; the reader goes on with the next. Its message quotes nothing of the file: a
 * pull request may name a file as a zone that is none, and whatever stands in it (a token, a password) is not for a log.
 */
export class ZoneError extends Error {
  readonly problem: ZoneProblem;

  constructor({ line, column }: Pick<ZoneToken, "line" | "column">, message: string) {
    super(message);
    this.name = "ZoneError";
    this.problem = { line, column, message };
  }
}

/** Record types by mnemonic (IANA), without those that stand in questions only. */
const TYPES: Readonly<Record<string, number>> = {
  ...{ A: 1, NS: 2, MD: 3, MF: 4, CNAME: 5, SOA: 6, MB: 7, MG: 8, MR: 9, NULL: 10, WKS: 11, PTR: 12 },
  ...{ HINFO: 13, MINFO: 14, MX: 15, TXT: 16, RP: 17, AFSDB: 18, X25: 19, ISDN: 20, RT: 21, NSAP: 22 },
  ...{ "NSAP-PTR": 23, SIG: 24, KEY: 25, PX: 26, GPOS: 27, AAAA: 28, LOC: 29, NXT: 30, SRV: 33 },
  ...{ ATMA: 34, NAPTR: 35, KX: 36, CERT: 37, A6: 38, DNAME: 39, APL: 42, DS: 43, SSHFP: 44 },
  ...{ IPSECKEY: 45, RRSIG: 46, NSEC: 47, DNSKEY: 48, DHCID: 49, NSEC3: 50, NSEC3PARAM: 51, TLSA: 52 },
  ...{ SMIMEA: 53, HIP: 55, NINFO: 56, RKEY: 57, TALINK: 58, CDS: 59, CDNSKEY: 60, OPENPGPKEY: 61 },
  ...{ CSYNC: 62, ZONEMD: 63, SVCB: 64, HTTPS: 65, DSYNC: 66, SPF: 99, NID: 104, L32: 105, L64: 106 },
  ...{ LP: 107, EUI48: 108, EUI64: 109, URI: 256, CAA: 257, AVC: 258, DOA: 259, AMTRELAY: 260 },
  ...{ RESINFO: 261, WALLET: 262, TA: 32768, DLV: 32769 },
};
const NAMES_BY_NUMBER = new Map(Object.entries(TYPES).map(([name, number]) => [number, name]));

/** What the data of a record consists of, where this reader looks into it. */
type Field = "name" | "u8" | "u16" | "u32" | "time" | "text";
const FIELDS: Readonly<Record<string, readonly Field[]>> = {
  NS: ["name"],
  CNAME: ["name"],
  DNAME: ["name"],
  PTR: ["name"],
  MX: ["u16", "name"],
  SRV: ["u16", "u16", "u16", "name"],
  CAA: ["u8", "text", "text"],
  SOA: ["name", "name", "u32", "time", "time", "time", "time"],
};

/** Data of a record: the names and numbers that mail depends on. */
export interface ZoneData {
  /** Address, or target of a CNAME, DNAME or NS. */
  readonly value?: string;
  readonly preference?: number;
  readonly exchange?: string;
  /** Of an SOA: seconds. */
  readonly minimum?: number;
}

/** The mnemonic of a type; undefined where the word is none. */
export function recordType(word: string): string | undefined {
  const upper = word.toUpperCase();
  if (Object.hasOwn(TYPES, upper)) return upper;
  const number = Number(/^TYPE(\d{1,5})$/.exec(upper)?.[1] ?? Number.NaN);
  return number > 0 && number <= 0xffff ? (NAMES_BY_NUMBER.get(number) ?? upper) : undefined;
}

/** Words near a type, for a suggestion. */
export function typeSuggestion(word: string): string {
  const near = closestWord(
    word,
    Object.keys(TYPES).map((type) => type.toLowerCase()),
  );
  return near === undefined ? "" : ` Did you mean ${near.toUpperCase()}?`;
}

/** Characters of a time: ten digits and a unit, five times. */
const LONGEST_TIME = 55;

/** Seconds of a time such as `3600`, `1h30m` or `2W`; undefined where it is none. */
export function zoneTime(word: string): number | undefined {
  if (word.length > LONGEST_TIME) return undefined;
  if (/^\d+$/.test(word)) return inRange(Number(word), 0xffffffff);
  if (!/^(?:\d{1,10}[wdhms])+$/i.test(word)) return undefined;
  const parts = word.matchAll(/(\d{1,10})([wdhms])/gi);
  const units: Readonly<Record<string, number>> = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 };
  return inRange(
    [...parts].reduce(
      (sum, [, number, unit = ""]) => sum + Number(number) * (units[unit.toLowerCase()] ?? 0),
      0,
    ),
    0xffffffff,
  );
}

function inRange(number: number, max: number): number | undefined {
  return number <= max ? number : undefined;
}

/**
 * The name that a word stands for, in the text form of this product.
 * @param origin what relative names are relative to; undefined where nothing says it
 */
export function zoneName(token: ZoneToken, origin: string | undefined): string {
  const { text } = token;
  if (token.quoted)
    throw new ZoneError(token, "This stands in quotes where a name must stand. Take the quotes out.");
  const absolute = /(?<!\\)(?:\\\\)*\.$/.test(text);
  if (!absolute && origin === undefined) {
    const hint =
      "no $ORIGIN says to what. Begin the file with $ORIGIN and the zone's name, or name the file after the zone";
    throw new ZoneError(token, `This is a relative name, and ${hint}.`);
  }
  const full = text === "@" ? origin : absolute || origin === "." ? text : `${text}.${origin ?? ""}`;
  const name = full === undefined ? undefined : normalName(full);
  if (name !== undefined) return name;
  const why = /[^\x20-\x7e]/.test(text)
    ? "write it in its ASCII form (xn--…)"
    : "labels have 1 to 63 octets, names at most 255";
  throw new ZoneError(token, `This is not a domain name: ${why}.`);
}

/** Reads the data of a record. `at` is where it begins, for what is missing. */
export function recordData(
  type: string,
  tokens: readonly ZoneToken[],
  at: ZoneToken,
  origin: string | undefined,
): ZoneData {
  const [first] = tokens;
  if (first === undefined) throw new ZoneError(at, `This ${type} record has no data.`);
  if (first.text === "\\#" && !first.quoted) return genericData(type, tokens);
  if (type === "A" || type === "AAAA") return addressData(type, tokens);
  const fields = FIELDS[type];
  if (fields === undefined) return {};
  const values = fields.map((field, index) => {
    const token = tokens[index];
    if (token === undefined) throw new ZoneError(tokens.at(-1) ?? at, tooFew(type, fields, tokens));
    return fieldValue(field, token, origin);
  });
  noMore(type, tokens, fields.length);
  const [one, two] = values;
  if (type === "MX") return { preference: Number(one), exchange: String(two) };
  if (type === "SOA") return { minimum: Number(values[6]) };
  return type === "SRV" || type === "CAA" ? {} : { value: String(one) };
}

const FIELD_WORDS: Readonly<Record<Field, string>> = {
  name: "a name",
  u8: "a number",
  u16: "a number",
  u32: "a number",
  time: "a time",
  text: "a text",
};

function tooFew(type: string, fields: readonly Field[], tokens: readonly ZoneToken[]): string {
  const missing = fields[tokens.length];
  return `This ${type} record ends too soon: ${missing === undefined ? "something" : FIELD_WORDS[missing]} is missing.`;
}

function noMore(type: string, tokens: readonly ZoneToken[], allowed: number): void {
  const extra = tokens[allowed];
  if (extra !== undefined) throw new ZoneError(extra, `This is too much for this ${type} record.`);
}

function fieldValue(field: Field, token: ZoneToken, origin: string | undefined): string | number {
  switch (field) {
    case "name":
      return zoneName(token, origin);
    case "text":
      return token.text;
    case "time": {
      const time = token.quoted ? undefined : zoneTime(token.text);
      if (time === undefined) throw new ZoneError(token, "This is not a time such as 3600 or 1h30m.");
      return time;
    }
    case "u8":
    case "u16":
    case "u32": {
      const max = { u8: 0xff, u16: 0xffff, u32: 0xffffffff }[field];
      const number = /^\d{1,10}$/.test(token.text) && !token.quoted ? Number(token.text) : Number.NaN;
      if (number <= max) return number;
      throw new ZoneError(token, `This is not a whole number from 0 to ${String(max)}.`);
    }
  }
}

function addressData(type: "A" | "AAAA", tokens: readonly ZoneToken[]): ZoneData {
  const [token] = tokens;
  if (token === undefined) return {};
  noMore(type, tokens, 1);
  const { text, quoted } = token;
  const groups = type === "AAAA" && isIPv6(text) ? ipv6Groups(text) : undefined;
  if (!quoted && type === "A" && isIPv4(text)) return { value: text };
  if (!quoted && groups !== undefined) return { value: formatIpv6(octetsOf(groups)) };
  throw new ZoneError(token, `This is not an ${type === "A" ? "IPv4" : "IPv6"} address.`);
}

function octetsOf(groups: readonly number[]): Uint8Array {
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

/** Data in the form for types that nobody knows (RFC 3597 5): `\# LENGTH HEX`. */
function genericData(type: string, tokens: readonly ZoneToken[]): ZoneData {
  const [mark, length, ...rest] = tokens;
  const hex = rest.map(({ text }) => text).join("");
  const said = Number(/^\d{1,5}$/.test(length?.text ?? "") ? length?.text : Number.NaN);
  const at = length ?? mark;
  const isHex = hex.length % 2 === 0 && !/[^0-9a-f]/i.test(hex);
  const octets = isHex ? Buffer.from(hex, "hex") : undefined;
  if (at === undefined || octets?.length !== said) {
    const position = at ?? { line: 1, column: 1 };
    throw new ZoneError(position, "This is not data in the form \\# LENGTH HEX.");
  }
  const data = fromWire(type, octets);
  if (data === undefined) throw new ZoneError(at, `These octets are no data of a ${type} record.`);
  return data;
}

function fromWire(type: string, octets: Buffer): ZoneData | undefined {
  const nameAt = (start: number): string | undefined => {
    const read = readName(octets, start);
    return read?.next === octets.length ? read.name : undefined;
  };
  switch (type) {
    case "A":
      return octets.length === 4 ? { value: formatIpv4(octets) } : undefined;
    case "AAAA":
      return octets.length === 16 ? { value: formatIpv6(octets) } : undefined;
    case "MX": {
      const exchange = octets.length > 2 ? nameAt(2) : undefined;
      return exchange === undefined ? undefined : { preference: octets.readUInt16BE(0), exchange };
    }
    case "CNAME":
    case "DNAME":
    case "NS": {
      const value = nameAt(0);
      return value === undefined ? undefined : { value };
    }
    default:
      return {};
  }
}
