/** The data of a record in a zone file, field by field (RFC 1035 5.1). */
import { isIPv4 } from "node:net";
import { readFields, type Field, type FieldValue, type RecordData } from "../../dns/fields.ts";
import { fieldsOf } from "../../dns/record-types.ts";
import { STRING_OCTETS } from "../../text/bounds.ts";
import { formatIpv6, ipv6Octets } from "../../text/ip-address.ts";
import type { ZoneToken } from "./tokens.ts";
import { ZoneError, zoneName, zoneTime } from "./values.ts";

/** Octets of the data of a record (RFC 1035 3.2.1). */
const RECORD_OCTETS = 0xffff;

/** What is missing where a record ends too soon. */
const FIELD_WORDS: Readonly<Record<Field, string>> = {
  ipv4: "an address",
  ipv6: "an address",
  name: "a name",
  u8: "a number",
  u16: "a number",
  u32: "a number",
  time: "a time",
  string: "a text",
  strings: "a text",
  octets: "a text",
  hex: "the data in hexadecimal",
};

/**
 * Reads the data of a record.
 * @param type mnemonic
 * @param at where the data begins, for what is missing
 * @param origin what relative names are relative to
 * @returns undefined for a type whose data is not looked into
 * @throws ZoneError with the place of what is wrong
 */
export function recordData(
  type: string,
  tokens: readonly ZoneToken[],
  at: ZoneToken,
  origin: string | undefined,
): RecordData | undefined {
  const [first] = tokens;
  if (first === undefined) {
    // An address prefix list may have nothing in it (RFC 3123 4).
    if (type === "APL") return undefined;
    throw new ZoneError(at, `This ${type} record has no data.`);
  }
  const fields = fieldsOf(type);
  if (first.text === "\\#" && !first.quoted) return genericData(type, fields, tokens);
  if (fields === undefined) return undefined;
  let next = 0;
  const data = fields.map((field): FieldValue => {
    const token = tokens[next];
    if (token === undefined) {
      const message = `This ${type} record ends too soon: ${FIELD_WORDS[field]} is missing.`;
      throw new ZoneError(tokens.at(-1) ?? at, message);
    }
    // Some fields take all that is left.
    const words = field === "strings" || field === "hex" ? tokens.slice(next) : [token];
    next += words.length;
    return fieldValue(field, token, words, origin);
  });
  checkLength(data, at, type);
  const extra = tokens[next];
  if (extra !== undefined) throw new ZoneError(extra, `This is too much for this ${type} record.`);
  return data;
}

/** Data has 65,535 octets at most (RFC 1035 3.2.1); only texts can have more. */
function checkLength(data: RecordData, at: ZoneToken, type: string): void {
  const octets = data.flatMap((value) => (Array.isArray(value) ? (value as string[]) : []));
  if (octets.reduce((sum, text) => sum + text.length + 1, 0) <= RECORD_OCTETS) return;
  throw new ZoneError(at, `This ${type} record is longer than ${String(RECORD_OCTETS)} octets.`);
}

/** @param words all the words of the field; `token` is the first of them */
function fieldValue(
  field: Field,
  token: ZoneToken,
  words: readonly ZoneToken[],
  origin: string | undefined,
): FieldValue {
  switch (field) {
    case "ipv4":
      if (!token.quoted && isIPv4(token.text)) return token.text;
      throw new ZoneError(token, "This is not an IPv4 address.");
    case "ipv6":
      return ipv6Value(token);
    case "name":
      return zoneName(token, origin);
    case "u8":
      return numberValue(token, 0xff);
    case "u16":
      return numberValue(token, 0xffff);
    case "u32":
      return numberValue(token, 0xffff_ffff);
    case "time": {
      const time = token.quoted ? undefined : zoneTime(token.text);
      if (time === undefined) throw new ZoneError(token, "This is not a time such as 3600 or 1h30m.");
      return time;
    }
    case "string":
      return stringValue(token);
    case "strings":
      // Knot DNS splits what is longer, the others refuse it: that is a trouble of its own.
      return words.map(octetsOf);
    case "octets":
      return octetsOf(token);
    case "hex":
      return hexValue(token, words);
  }
}

function ipv6Value(token: ZoneToken): string {
  const octets = token.quoted ? undefined : ipv6Octets(token.text);
  if (octets === undefined) throw new ZoneError(token, "This is not an IPv6 address.");
  return formatIpv6(octets);
}

function numberValue({ text, quoted, line, column }: ZoneToken, max: number): number {
  const number = /^\d{1,10}$/.test(text) && !quoted ? Number(text) : Number.NaN;
  if (number <= max) return number;
  throw new ZoneError({ line, column }, `This is not a whole number from 0 to ${String(max)}.`);
}

/** The octets that a word stands for, as latin1: escapes are taken out, and what is not ASCII is UTF-8. */
function octetsOf(token: ZoneToken): string {
  return token.text.replace(/\\(\d{3}|\D|.?)|[^\x00-\x7f]+/gsu, (found, escaped: string | undefined) => {
    if (escaped === undefined) return Buffer.from(found, "utf8").toString("latin1");
    if (/^\D$/su.test(escaped)) return Buffer.from(escaped, "utf8").toString("latin1");
    const octet = escaped.length === 3 ? Number(escaped) : Number.NaN;
    if (octet <= 0xff) return String.fromCharCode(octet);
    throw new ZoneError(token, "An escape in this text is not a backslash and three digits from 000 to 255.");
  });
}

function stringValue(token: ZoneToken): string {
  const octets = octetsOf(token);
  if (octets.length <= STRING_OCTETS) return octets;
  throw new ZoneError(
    token,
    `This text has ${String(octets.length)} octets; one string has ${String(STRING_OCTETS)} at most. Split it into several strings, each in quotes.`,
  );
}

/** Hexadecimal digits, which white space may split (RFC 6698 2.2). */
function hexValue(first: ZoneToken, words: readonly ZoneToken[]): string {
  const wrong = words.find(({ text, quoted }) => quoted || !/^[0-9a-f]+$/i.test(text));
  if (wrong !== undefined) throw new ZoneError(wrong, "This is not data in hexadecimal.");
  const digits = words.map(({ text }) => text).join("");
  if (digits.length % 2 === 0) return digits.toLowerCase();
  throw new ZoneError(first, "This data has an odd number of hexadecimal digits.");
}

/** Data in the form for types that nobody knows (RFC 3597 5): `\# LENGTH HEX`. */
function genericData(
  type: string,
  fields: readonly Field[] | undefined,
  tokens: readonly ZoneToken[],
): RecordData | undefined {
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
  if (fields === undefined) return undefined;
  const data = readFields(fields, octets, 0, octets.length);
  if (data === undefined) throw new ZoneError(at, `These octets are no data of a ${type} record.`);
  return data;
}
