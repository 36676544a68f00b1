/**
 * What a reply says to a question. Pure: a message in, facts out. Only what stands on the alias chain from
 * the asked name counts; records of other names, put there to poison, are as good as absent.
 */
import type { DnsAnswer } from "../observation.ts";
import { isAtOrBelow } from "../../text/dns-name.ts";
import type { RecordData } from "../../dns/fields.ts";
import { readData, RECORD_TYPES, type DnsType } from "../../dns/record-types.ts";
import { CLASS_IN, RCODE, decodeBody, rcodeName } from "./wire.ts";
import type { Body, Head, Query, ResourceRecord } from "./wire.ts";
import { ALIAS_LIMIT } from "../../text/bounds.ts";

interface Said {
  readonly rcode: string;
  readonly authenticated: boolean;
  readonly extendedErrors: DnsAnswer["extendedErrors"];
}

/** The name has what was asked for, has none of it, or does not exist; or the chain of aliases never ends. */
export interface Settled extends Said {
  readonly kind: "settled";
  readonly outcome: "answer" | "nodata" | "nxdomain";
  /** Data of the records of the type that was asked for. */
  readonly records: readonly RecordData[];
  readonly aliases: readonly string[];
  /** Why the chain of aliases has no end, where it has none. */
  readonly unending: "circle" | "limit" | undefined;
  readonly ttl: number | undefined;
}

/** The reply gives only the first part of the chain; its last alias is the name to ask next. */
export interface Continued extends Said {
  readonly kind: "continued";
  readonly aliases: readonly string[];
  readonly ttl: number | undefined;
}

/** This server gave no answer; another one may. */
export interface Failed {
  readonly kind: "failed";
  readonly outcome:
    "servfail" | "refused" | "malformed" | "timeout" | "unreachable" | "local-limit" | "aborted";
  readonly rcode?: string;
  readonly detail?: string;
  readonly extendedErrors: DnsAnswer["extendedErrors"];
}

export type Reading = Settled | Continued | Failed;

export interface Asked {
  readonly name: string;
  readonly type: DnsType;
  /** Names that the chain has passed on the way to this one, the one asked first in front. */
  readonly passed: readonly string[];
  /** As the query says it. */
  readonly dnssecOk?: Query["dnssecOk"];
}

/** Records of one class by owner name, so that a chain is followed in linear time. */
function byOwner(records: readonly ResourceRecord[]): Map<string, ResourceRecord[]> {
  const owners = new Map<string, ResourceRecord[]>();
  for (const record of records) {
    if (record.class !== CLASS_IN) continue;
    const known = owners.get(record.name);
    if (known === undefined) owners.set(record.name, [record]);
    else known.push(record);
  }
  return owners;
}

interface Chain {
  readonly aliases: readonly string[];
  readonly end: string;
  readonly records: readonly ResourceRecord[];
  readonly unending: Settled["unending"];
  readonly ttls: readonly number[];
}

/** Follows the aliases inside one answer; undefined where an alias of the chain cannot be read. */
function followChain(message: Buffer, answers: readonly ResourceRecord[], asked: Asked): Chain | undefined {
  const owners = byOwner(answers);
  const passed = new Set([...asked.passed, asked.name]);
  const aliases: string[] = [];
  const ttls: number[] = [];
  for (let end = asked.name; ;) {
    const own = owners.get(end) ?? [];
    const records = own.filter((record) => record.type === RECORD_TYPES[asked.type].number);
    const alias = own.find((record) => record.type === RECORD_TYPES.CNAME.number);
    if (records.length > 0 || alias === undefined) {
      return {
        aliases,
        end,
        records,
        unending: undefined,
        ttls: [...ttls, ...records.map(({ ttl }) => ttl)],
      };
    }
    const target = readData("CNAME", message, alias.dataAt, alias.dataEnd)?.[0];
    if (typeof target !== "string") return undefined;
    aliases.push(target);
    ttls.push(alias.ttl);
    end = target;
    const unending = passed.has(end) ? "circle" : passed.size > ALIAS_LIMIT ? "limit" : undefined;
    if (unending !== undefined) return { aliases, end, records: [], unending, ttls };
    passed.add(end);
  }
}

/** Whether the authority section says that a name has no such data (RFC 2308 2.2). */
function deniesData(body: Body, name: string): boolean {
  return body.authorities.some(
    (record) => record.type === RECORD_TYPES.SOA.number && isAtOrBelow(name, record.name),
  );
}

function failureOf(rcode: number): "servfail" | "refused" {
  // YXDOMAIN: an alias by DNAME makes a name too long (RFC 6672 2.2), which is the domain's own doing.
  // All other codes are about the query or this client, and say nothing of the domain.
  return rcode === RCODE.SERVFAIL || rcode === RCODE.YXDOMAIN ? "servfail" : "refused";
}

function readChain(message: Buffer, head: Head, body: Body, asked: Asked, said: Said): Reading {
  const { extendedErrors, rcode } = said;
  const malformed = (detail: string): Failed => ({
    kind: "failed",
    outcome: "malformed",
    rcode,
    detail,
    extendedErrors,
  });
  const chain = followChain(message, body.answers, asked);
  if (chain === undefined) return malformed("an alias cannot be read");
  const { aliases, end, unending } = chain;
  const ttl = chain.ttls.length === 0 ? undefined : Math.min(...chain.ttls);
  const settled = {
    ...said,
    kind: "settled",
    records: [],
    aliases,
    unending,
    ttl,
  } as const;
  if (unending !== undefined) return { ...settled, outcome: "nodata" };
  // The code speaks of the end of the chain (RFC 6604 3).
  if (body.rcode === RCODE.NXDOMAIN) return { ...settled, outcome: "nxdomain" };
  if (chain.records.length > 0) {
    const data = chain.records.map(({ dataAt, dataEnd }) => readData(asked.type, message, dataAt, dataEnd));
    const records = data.filter((item) => item !== undefined);
    if (records.length < data.length) return malformed(`the data of an ${asked.type} record cannot be read`);
    return { ...settled, outcome: "answer", records };
  }
  if (deniesData(body, end)) return { ...settled, outcome: "nodata" };
  if (end !== asked.name) return { ...said, kind: "continued", aliases, ttl };
  if (head.authoritative || head.recursionAvailable) return { ...settled, outcome: "nodata" };
  // An empty reply of a server that neither knows nor looks: a referral or a lame server, no denial.
  const detail = "the server is not authoritative and does not recurse";
  return { kind: "failed", outcome: "refused", rcode, detail, extendedErrors };
}

/** Reads a reply whose head was found to answer the question. */
export function readReply(message: Buffer, head: Head, asked: Asked): Reading {
  const body = decodeBody(message, head);
  if ("malformed" in body) {
    const rcode = rcodeName(head.rcode);
    return { kind: "failed", outcome: "malformed", rcode, detail: body.malformed, extendedErrors: [] };
  }
  const { extendedErrors } = body;
  const rcode = rcodeName(body.rcode);
  if (body.rcode !== RCODE.NOERROR && body.rcode !== RCODE.NXDOMAIN) {
    return { kind: "failed", outcome: failureOf(body.rcode), rcode, extendedErrors };
  }
  return readChain(message, head, body, asked, { rcode, authenticated: head.authenticated, extendedErrors });
}
