/** What a zone file says. */
import type { RecordData } from "../dns/fields.ts";
import type { ZoneTrouble } from "./troubles.ts";

/** A record as it stands in a file. */
export interface ZoneRecord {
  /** Owner, as this product spells names. */
  readonly owner: string;
  /** Mnemonic. */
  readonly type: string;
  /** Undefined for types whose data is not looked into. */
  readonly data: RecordData | undefined;
  /** Seconds. */
  readonly ttl: number;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What says which zone a file is of. */
export type ZoneNameSource = "zone-files" | "file name" | "$ORIGIN" | "SOA";

/** What a file says. */
export interface Zone {
  readonly file: string;
  /** The zone, and what says so; undefined where all names of the file are absolute and none is an SOA's. */
  readonly name: { readonly name: string; readonly from: ZoneNameSource } | undefined;
  /** What name servers would refuse. */
  readonly troubles: readonly ZoneTrouble[];
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
  return {
    file,
    name: undefined,
    troubles: [],
    apex: undefined,
    records: [],
    owners: new Map(),
    between: new Set(),
  };
}

/** The name that a record of one name leads to: the target of a CNAME or DNAME; undefined for other data. */
export function targetOf({ data }: ZoneRecord): string | undefined {
  const [target] = data ?? [];
  return typeof target === "string" ? target : undefined;
}
