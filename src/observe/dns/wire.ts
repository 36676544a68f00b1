/**
 * DNS messages between the wire and facts (RFC 1035 4, EDNS RFC 6891, extended errors RFC 8914).
 *
 * No library, because what is read here is hostile and has to be kept faithfully: `dns-packet` reads labels as
 * UTF-8 and joins them with dots, which loses octets and makes a dot within a label ambiguous, follows chained
 * compression pointers without bound, and throws. This never throws, and takes time linear in the message.
 */
import type { DnsAnswer } from "../observation.ts";
import {
  EXTENDED_ERROR_LIMIT,
  EXTENDED_ERROR_OCTETS,
  MESSAGE_BYTES,
  RECORD_LIMIT,
  UDP_PAYLOAD,
} from "../bounds.ts";
import { nameToWire, readName } from "../../text/dns-name.ts";
import { RECORD_TYPES, type DnsType } from "../../dns/record-types.ts";

export const CLASS_IN = 1;
const TYPE_OPT = 41;
const OPTION_EXTENDED_ERROR = 15;
/** An OPT record with a root name and no options: its octets, where its flags are, and DO among them (RFC 6891 6.1.3). */
const OPT = { octets: 11, flagsAt: 7, dnssecOk: 0x8000 };

export const RCODE = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5, YXDOMAIN: 6 };
const RCODE_NAMES: Readonly<Record<number, string>> = {
  ...Object.fromEntries(Object.entries(RCODE).map(([name, code]) => [code, name])),
  7: "YXRRSET",
  8: "NXRRSET",
  9: "NOTAUTH",
  10: "NOTZONE",
  11: "DSOTYPENI",
  16: "BADVERS",
  23: "BADCOOKIE",
};

/** Name of a response code (RFC 6895 2.3), `RCODE` and its number where it has none here. */
export function rcodeName(rcode: number): string {
  return RCODE_NAMES[rcode] ?? `RCODE${String(rcode)}`;
}

export interface Query {
  readonly name: string;
  readonly type: DnsType;
  readonly id: number;
  readonly edns: boolean;
  readonly checkingDisabled: boolean;
  /** Asks for the records of DNSSEC, too (DO, RFC 3225): some resolvers tell of their validation only then. */
  readonly dnssecOk?: boolean | undefined;
}

const HEADER_BYTES = 12;
const FLAG = { QR: 0x8000, AA: 0x0400, TC: 0x0200, RD: 0x0100, RA: 0x0080, AD: 0x0020, CD: 0x0010 };

/**
 * A question to a recursive server. The AD flag asks it to say whether it validated (RFC 6840 5.7): the
 * same knowledge as with DO, without the signatures in the answer.
 * @returns undefined where the name cannot be written.
 */
export function encodeQuery({
  name,
  type,
  id,
  edns,
  checkingDisabled,
  dnssecOk = false,
}: Query): Buffer | undefined {
  const wireName = nameToWire(name);
  if (wireName === undefined) return undefined;
  const questionEnd = HEADER_BYTES + wireName.length + 4;
  // All zero but what is written. OPT pseudo-record: root name, type, payload size as class, flags (RFC 6891 6.1.2).
  const message = Buffer.alloc(questionEnd + (edns ? OPT.octets : 0));
  message.writeUInt16BE(id, 0);
  message.writeUInt16BE(FLAG.RD | FLAG.AD | (checkingDisabled ? FLAG.CD : 0), 2);
  message.writeUInt16BE(1, 4);
  message.writeUInt16BE(edns ? 1 : 0, 10);
  message.set(wireName, HEADER_BYTES);
  message.writeUInt16BE(RECORD_TYPES[type].number, questionEnd - 4);
  message.writeUInt16BE(CLASS_IN, questionEnd - 2);
  if (!edns) return message;
  message.writeUInt16BE(TYPE_OPT, questionEnd + 1);
  message.writeUInt16BE(UDP_PAYLOAD, questionEnd + 3);
  if (dnssecOk) message.writeUInt16BE(OPT.dnssecOk, questionEnd + OPT.flagsAt);
  return message;
}

/** Header and question of a message: enough to say whether it answers a query. */
export interface Head {
  readonly id: number;
  readonly isResponse: boolean;
  readonly opcode: number;
  readonly authoritative: boolean;
  readonly truncated: boolean;
  readonly recursionAvailable: boolean;
  readonly authenticated: boolean;
  /** The four bits of the header; the EDNS record may extend them. */
  readonly rcode: number;
  /** Absent where the message repeats no question. */
  readonly question?: { readonly name: string; readonly type: number; readonly class: number };
  readonly answers: number;
  readonly authorities: number;
  readonly additionals: number;
  /** Offset of the first record. */
  readonly bodyAt: number;
}

/** Reads header and question; undefined where there is none, or more than one question. */
export function decodeHead(message: Buffer): Head | undefined {
  if (message.length < HEADER_BYTES || message.length > MESSAGE_BYTES) return undefined;
  const flags = message.readUInt16BE(2);
  const questions = message.readUInt16BE(4);
  const head = {
    id: message.readUInt16BE(0),
    isResponse: (flags & FLAG.QR) !== 0,
    opcode: (flags >> 11) & 0xf,
    authoritative: (flags & FLAG.AA) !== 0,
    truncated: (flags & FLAG.TC) !== 0,
    recursionAvailable: (flags & FLAG.RA) !== 0,
    authenticated: (flags & FLAG.AD) !== 0,
    rcode: flags & 0xf,
    answers: message.readUInt16BE(6),
    authorities: message.readUInt16BE(8),
    additionals: message.readUInt16BE(10),
  };
  if (questions === 0) return { ...head, bodyAt: HEADER_BYTES };
  const read = questions === 1 ? readName(message, HEADER_BYTES) : undefined;
  if (read === undefined || read.next + 4 > message.length) return undefined;
  const type = message.readUInt16BE(read.next);
  const question = { name: read.name, type, class: message.readUInt16BE(read.next + 2) };
  return { ...head, question, bodyAt: read.next + 4 };
}

export interface ResourceRecord {
  readonly name: string;
  readonly type: number;
  readonly class: number;
  /** Seconds; above 2^31 it counts as zero (RFC 2181 8). */
  readonly ttl: number;
  /** Offsets of the data's first octet and of the octet behind its last. */
  readonly dataAt: number;
  readonly dataEnd: number;
}

export interface Body {
  readonly answers: readonly ResourceRecord[];
  readonly authorities: readonly ResourceRecord[];
  /** With the extension by EDNS (RFC 6891 6.1.3). */
  readonly rcode: number;
  readonly extendedErrors: DnsAnswer["extendedErrors"];
}

function readRecord(message: Buffer, at: number): ResourceRecord | undefined {
  const read = readName(message, at);
  if (read === undefined || read.next + 10 > message.length) return undefined;
  const dataAt = read.next + 10;
  const dataEnd = dataAt + message.readUInt16BE(read.next + 8);
  if (dataEnd > message.length) return undefined;
  const ttl = message.readUInt32BE(read.next + 4);
  return {
    name: read.name,
    type: message.readUInt16BE(read.next),
    class: message.readUInt16BE(read.next + 2),
    ttl: ttl > 0x7fff_ffff ? 0 : ttl,
    dataAt,
    dataEnd,
  };
}

/** Extended errors of an OPT record; undefined where its options do not fill its data exactly. */
function readExtendedErrors(message: Buffer, opt: ResourceRecord): Body["extendedErrors"] | undefined {
  const errors: DnsAnswer["extendedErrors"] = [];
  let at = opt.dataAt;
  while (at < opt.dataEnd) {
    if (at + 4 > opt.dataEnd) return undefined;
    const option = message.readUInt16BE(at);
    const start = at + 4;
    at = start + message.readUInt16BE(at + 2);
    if (at > opt.dataEnd) return undefined;
    if (option !== OPTION_EXTENDED_ERROR || at < start + 2 || errors.length === EXTENDED_ERROR_LIMIT)
      continue;
    const text = message.toString("utf8", start + 2, Math.min(at, start + 2 + EXTENDED_ERROR_OCTETS));
    errors.push({ code: message.readUInt16BE(start), text });
  }
  return errors;
}

/** Reads all records; in place of a body, why the message is malformed. Octets behind the last are no fault. */
export function decodeBody(message: Buffer, head: Head): Body | { readonly malformed: string } {
  const total = head.answers + head.authorities + head.additionals;
  if (total > RECORD_LIMIT) return { malformed: `${String(total)} records announced` };
  const records: ResourceRecord[] = [];
  let at = head.bodyAt;
  while (records.length < total) {
    const record = readRecord(message, at);
    if (record === undefined) return { malformed: `record ${String(records.length + 1)} cannot be read` };
    records.push(record);
    at = record.dataEnd;
  }
  const answers = records.slice(0, head.answers);
  const authorities = records.slice(head.answers, head.answers + head.authorities);
  const additionals = records.slice(head.answers + head.authorities);
  const [opt, second] = additionals.filter((record) => record.type === TYPE_OPT);
  if (opt === undefined) return { answers, authorities, rcode: head.rcode, extendedErrors: [] };
  if (second !== undefined) return { malformed: "more than one EDNS record" };
  const extendedErrors = readExtendedErrors(message, opt);
  if (extendedErrors === undefined) return { malformed: "the EDNS options cannot be read" };
  // What is the TTL elsewhere starts with the upper eight bits of the response code here.
  const extension = message[opt.dataAt - 6] ?? 0;
  return { answers, authorities, rcode: (extension << 4) | head.rcode, extendedErrors };
}
