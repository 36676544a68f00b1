/**
 * Reads DER (ITU-T X.690), as far as certificates need it. What is malformed is undefined, never an exception.
 * Nothing here descends by itself: each call reads one element or the elements of one level.
 */
import { isUtf8 } from "node:buffer";
import { MAX_ELEMENTS, MAX_OID_OCTETS } from "../bounds.ts";

/** Identifier octets of the types that certificates are made of. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Identifier octet of a context-specific tag: implicit and primitive, or constructed. */
export const primitive = (number: number): number => 0x80 | number;
export const constructed = (number: number): number => 0xa0 | number;

/** One element. Both buffers are views into the bytes it was read from. */
export interface Element {
  readonly tag: number;
  readonly content: Buffer;
  /** Tag and length included. */
  readonly whole: Buffer;
}

/**
 * Reads the element at an offset.
 * @returns undefined where there is none: the bytes end too early, the tag has more than one octet, or the
 * length is indefinite or longer than four octets.
 */
export function readElement(bytes: Buffer, offset = 0): Element | undefined {
  const tag = bytes[offset];
  let length = bytes[offset + 1];
  if (tag === undefined || length === undefined || (tag & 0x1f) === 0x1f) return undefined;
  let start = offset + 2;
  if (length >= 0x80) {
    const octets = length & 0x7f;
    if (octets === 0 || octets > 4 || start + octets > bytes.length) return undefined;
    length = bytes.readUIntBE(start, octets);
    start += octets;
  }
  const end = start + length;
  if (end > bytes.length) return undefined;
  return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(offset, end) };
}

/** Reads elements one behind the other to the last byte; undefined where one is malformed or they are too many. */
export function readElements(bytes: Buffer): Element[] | undefined {
  const elements: Element[] = [];
  for (let offset = 0; offset < bytes.length;) {
    const element = readElement(bytes, offset);
    if (element === undefined || elements.length === MAX_ELEMENTS) return undefined;
    elements.push(element);
    offset += element.whole.length;
  }
  return elements;
}

/** The elements inside an element with this tag; undefined where the tag is another one. */
export function childrenOf(element: Element | undefined, tag: number): Element[] | undefined {
  return element?.tag === tag ? readElements(element.content) : undefined;
}

/** The single element that fills these bytes, taken apart; undefined where it is not of this tag. */
export function readWhole(bytes: Buffer, tag: number): Element[] | undefined {
  const element = readElement(bytes);
  return element?.whole.length === bytes.length ? childrenOf(element, tag) : undefined;
}

/** The element at the start of an extension's value, taken apart. Like OpenSSL, this ignores what stands behind it. */
export function readLeading(value: Buffer, tag: number): Element[] | undefined {
  return childrenOf(readElement(value), tag);
}

/** Dotted form of an OBJECT IDENTIFIER (X.690 8.19). */
export function readOid(element: Element | undefined): string | undefined {
  if (element?.tag !== TAG.oid) return undefined;
  const { content } = element;
  if (content.length === 0 || content.length > MAX_OID_OCTETS) return undefined;
  const arcs: bigint[] = [];
  let arc = 0n;
  let open = false;
  for (const octet of content) {
    if (!open && octet === 0x80) return undefined;
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    open = octet >= 0x80;
    if (open) continue;
    if (arcs.length === 0) {
      const first = arc < 40n ? 0n : arc < 80n ? 1n : 2n;
      arcs.push(first, arc - first * 40n);
    } else arcs.push(arc);
    arc = 0n;
  }
  return open ? undefined : arcs.join(".");
}

/** A BOOLEAN; every octet but zero is true, as in BER, for some issuers write it so. */
export function readBoolean(element: Element | undefined): boolean | undefined {
  if (element?.tag !== TAG.boolean || element.content.length !== 1) return undefined;
  return element.content[0] !== 0;
}

/** A small INTEGER, zero or greater. What is negative or has more than six octets is undefined. */
export function readSmallInteger(content: Buffer): number | undefined {
  if (content.length === 0 || content.length > 6 || (content[0] ?? 0) >= 0x80) return undefined;
  return content.readUIntBE(0, content.length);
}

/** Whether a named bit of a BIT STRING is set; bit 0 comes first (X.690 11.2.2). */
export function hasNamedBit(content: Buffer, bit: number): boolean {
  const octet = content[1 + (bit >> 3)];
  return octet !== undefined && (octet & (0x80 >> (bit & 7))) !== 0;
}

function utf16BigEndian(content: Buffer): string | undefined {
  if (content.length % 2 !== 0) return undefined;
  return Buffer.from(content).swap16().toString("utf16le");
}

function utf32BigEndian(content: Buffer): string | undefined {
  if (content.length % 4 !== 0) return undefined;
  let text = "";
  for (let offset = 0; offset < content.length; offset += 4) {
    const codePoint = content.readUInt32BE(offset);
    if (codePoint > 0x10ffff) return undefined;
    text += String.fromCodePoint(codePoint);
  }
  return text;
}

/**
 * Text of the string types of X.520 DirectoryString and their kin. TeletexString holds latin1 in practice; so
 * does a UTF8String that is none.
 * @returns undefined for other types, and for octets that the type cannot have.
 */
export function readText(element: Element): string | undefined {
  switch (element.tag) {
    case TAG.utf8String:
      return isUtf8(element.content) ? element.content.toString("utf8") : element.content.toString("latin1");
    case TAG.bmpString:
      return utf16BigEndian(element.content);
    case TAG.universalString:
      return utf32BigEndian(element.content);
    case TAG.numericString:
    case TAG.printableString:
    case TAG.teletexString:
    case TAG.ia5String:
    case TAG.visibleString:
      return element.content.toString("latin1");
    default:
      return undefined;
  }
}
