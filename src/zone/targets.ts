/** What zone files ask to be tested, each domain with its lines. */
import type { Steps } from "../system/steps.ts";
import { parentName } from "../text/dns-name.ts";
import type { FilePosition } from "../text/file-position.ts";
import { normaliseHostName } from "../text/host-name.ts";
import type { Zone, ZoneRecord } from "./zone.ts";

/** Domains that are listed between two steps. */
const STEP = 256;

/** Where a domain stands in the zone files. */
export interface DomainLines {
  /** Of its first MX record. */
  readonly source: FilePosition;
  /** Of the MX record that names each host, and of each host's addresses. */
  readonly lines: readonly ({ readonly host: string; readonly address?: string } & FilePosition)[];
}

export interface ZoneTargets {
  /** Domains with an MX record, each with its lines. */
  readonly domains: ReadonlyMap<string, DomainLines>;
  /** Owners of MX records that are no names to test: wildcards, names with underscores. */
  readonly untested: readonly ({ readonly owner: string } & FilePosition)[];
}

/** The records of a name, wherever they stand. */
type Lookup = (name: string) => readonly ZoneRecord[];

export function* targetsOf(zones: readonly Zone[]): Steps<ZoneTargets> {
  const domains = new Map<string, DomainLines>();
  const untested = new Map<string, { owner: string } & FilePosition>();
  const lookup = yield* lookupIn(zones);
  for (const zone of zones) {
    for (const [owner, records] of zone.owners) {
      const exchanges = records.filter(({ type }) => type === "MX");
      const [mx] = exchanges;
      if (mx === undefined) continue;
      if ((domains.size + untested.size) % STEP === 0) yield;
      const { file, line } = mx;
      if (normaliseHostName(owner) !== owner)
        untested.set(owner, untested.get(owner) ?? { owner, file, line });
      else if (!domains.has(owner))
        domains.set(owner, { source: { file, line }, lines: linesOf(exchanges, lookup) });
    }
  }
  return { domains, untested: [...untested.values()] };
}

/** Finds the records of a name in the closest zone that has some; parts of zones have no name, and are indexed. */
function* lookupIn(zones: readonly Zone[]): Steps<Lookup> {
  const byApex = Map.groupBy(zones, ({ apex }) => apex);
  const parts = new Map<string, readonly ZoneRecord[]>();
  for (const { owners } of byApex.get(undefined) ?? []) {
    yield;
    for (const [owner, records] of owners) if (!parts.has(owner)) parts.set(owner, records);
  }
  return (name) => {
    for (let above: string | undefined = name; above !== undefined; above = parentName(above)) {
      for (const { owners } of byApex.get(above) ?? []) {
        const records = owners.get(name);
        if (records !== undefined) return records;
      }
    }
    return parts.get(name) ?? [];
  };
}

/** The lines of the hosts that MX records name, each host once, with those of its addresses. */
function linesOf(exchanges: readonly ZoneRecord[], lookup: Lookup): DomainLines["lines"] {
  const hosts = new Map<string, FilePosition>();
  for (const { data, file, line } of exchanges) {
    const host = data?.[1];
    if (typeof host === "string" && !hosts.has(host)) hosts.set(host, { file, line });
  }
  return [...hosts].flatMap(([host, { file, line }]) => {
    const addresses = lookup(host).filter(({ type }) => type === "A" || type === "AAAA");
    return [{ host, file, line }, ...addresses.flatMap((each) => addressLine(host, each))];
  });
}

function addressLine(host: string, { data, file, line }: ZoneRecord): DomainLines["lines"] {
  const [address] = data ?? [];
  return typeof address === "string" ? [{ host, address, file, line }] : [];
}
