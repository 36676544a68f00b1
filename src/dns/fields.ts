/**
 * What the data of a record consists of: fields in a fixed order. Each kind of field is known here as it stands on the
 * wire and as a master file shows it; zone/values.ts reads the same kinds from a zone file.
 */
import { formatIpv4, formatIpv6 } from "../text/ip-address.ts";
import { readName } from "../text/dns-name.ts";

/** What a field of each kind holds. Octets are kept as latin1, one character each. */
export interface FieldValues {
  readonly ipv4: string;
  readonly ipv6: string;
  /** In the text form of this product, see text/dns-name.ts. */
  readonly name: string;
  readonly u8: number;
  readonly u16: number;
  readonly u32: number;
  /** Seconds. */
  readonly time: number;
  /** A character-string: up to 255 octets (RFC 1035 3.3). */
  readonly string: string;
  /** Character-strings to the end of the data, one at least. */
  readonly strings: readonly string[];
  /** Octets to the end of the data. */
  readonly octets: string;
  /** The same in lower-case hexadecimal. */
  readonly hex: string;
}

export type Field = keyof FieldValues;
export type FieldValue = FieldValues[Field];

/** Data of one record: a value for each field of its type. */
export type RecordData = readonly FieldValue[];

/** The data of a record with these fields. */
export type DataOf<Fields extends readonly Field[]> = {
  readonly [Index in keyof Fields]: FieldValues[Fields[Index]];
};

interface Read<Value> {
  readonly value: Value;
  readonly next: number;
}

interface FieldKind<Value> {
  /** Reads the field at an offset; undefined where the octets up to `end` do not have its form. */
  read(message: Buffer, at: number, end: number): Read<Value> | undefined;
  /** The field as a master file shows it. */
  write(value: Value): string;
}

/** A field of a fixed number of octets. */
function fixed<Value extends string | number>(
  octets: number,
  value: (message: Buffer, at: number) => Value,
): FieldKind<Value> {
  return {
    read: (message, at, end) =>
      at + octets > end ? undefined : { value: value(message, at), next: at + octets },
    write: String,
  };
}

function readString(message: Buffer, at: number, end: number): Read<string> | undefined {
  const length = message[at];
  if (at >= end || length === undefined || at + 1 + length > end) return undefined;
  const next = at + 1 + length;
  return { value: message.toString("latin1", at + 1, next), next };
}

/** A character-string in quotes (RFC 1035 5.1). */
function quoted(octets: string): string {
  const escaped = octets.replace(/["\\]|[^ -~]/g, (octet) =>
    octet === '"' || octet === "\\" ? `\\${octet}` : `\\${String(octet.charCodeAt(0)).padStart(3, "0")}`,
  );
  return `"${escaped}"`;
}

function toTheEnd(encoding: "latin1" | "hex", write: (value: string) => string): FieldKind<string> {
  return { read: (message, at, end) => ({ value: message.toString(encoding, at, end), next: end }), write };
}

const FIELDS: { readonly [Kind in Field]: FieldKind<FieldValues[Kind]> } = {
  ipv4: fixed(4, (message, at) => formatIpv4(message.subarray(at, at + 4))),
  ipv6: fixed(16, (message, at) => formatIpv6(message.subarray(at, at + 16))),
  name: {
    read(message, at, end) {
      const read = at < end ? readName(message, at) : undefined;
      return read === undefined || read.next > end ? undefined : { value: read.name, next: read.next };
    },
    write: (name) => name,
  },
  u8: fixed(1, (message, at) => message.readUInt8(at)),
  u16: fixed(2, (message, at) => message.readUInt16BE(at)),
  u32: fixed(4, (message, at) => message.readUInt32BE(at)),
  time: fixed(4, (message, at) => message.readUInt32BE(at)),
  string: { read: readString, write: quoted },
  strings: {
    read(message, at, end) {
      const value: string[] = [];
      let next = at;
      do {
        const read = readString(message, next, end);
        if (read === undefined) return undefined;
        value.push(read.value);
        next = read.next;
      } while (next < end);
      return { value, next };
    },
    write: (strings) => strings.map(quoted).join(" "),
  },
  octets: toTheEnd("latin1", quoted),
  hex: toTheEnd("hex", (hex) => hex),
};

/**
 * Reads the data of a record off the wire (RFC 1035 3.2.1). Names may be compressed, so the whole message is needed.
 * @param at offset of the data
 * @param end offset behind it
 * @returns undefined where the data does not have these fields, or is not filled by them exactly
 */
export function readFields(
  fields: readonly Field[],
  message: Buffer,
  at: number,
  end: number,
): RecordData | undefined {
  const data: FieldValue[] = [];
  let next = at;
  for (const field of fields) {
    const read = FIELDS[field].read(message, next, end);
    if (read === undefined) return undefined;
    data.push(read.value);
    next = read.next;
  }
  return next === end ? data : undefined;
}

/** The data of a record in a line, as a master file shows it; names without a dot at the end. */
export function writeFields(fields: readonly Field[], data: RecordData): string {
  return fields.map((field, index) => writeField(field, data[index])).join(" ");
}

function writeField(field: Field, value: FieldValue | undefined): string {
  // The values were read by the same list of fields, so each one is of its kind.
  const kind = FIELDS[field] as FieldKind<FieldValue>;
  return value === undefined ? "" : kind.write(value);
}
