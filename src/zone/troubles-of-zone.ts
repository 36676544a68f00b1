/** What name servers would refuse of a zone as a whole, although every record of it could be read. */
import type { ZoneTroubleReason } from "../dns/zone-troubles.ts";
import { isAtOrBelow, parentName } from "../text/dns-name.ts";
import { isSameSoa } from "./problems.ts";
import type { Troubles } from "./troubles.ts";
import { targetOf, type Zone, type ZoneRecord } from "./zone.ts";

type Kept = Pick<Zone, "records" | "owners">;

/** The records of the zone: what lies outside is left out, as BIND and Knot DNS leave it out, and noted. */
export function withinZone(
  records: readonly ZoneRecord[],
  owners: ReadonlyMap<string, readonly ZoneRecord[]>,
  apex: string | undefined,
  troubles: Troubles,
): Kept {
  if (apex === undefined) return { records, owners };
  const outside = records.filter(({ owner }) => !isAtOrBelow(owner, apex));
  if (outside.length === 0) return { records, owners };
  for (const record of outside) troubles.note("out-of-zone", record.file, record, record.owner);
  return {
    records: records.filter(({ owner }) => isAtOrBelow(owner, apex)),
    owners: new Map([...owners].filter(([owner]) => isAtOrBelow(owner, apex))),
  };
}

/** A trouble with the record that has it; without a reason for each record that has none. */
export interface NotedRecord {
  readonly reason?: ZoneTroubleReason;
  readonly record: ZoneRecord;
  readonly about?: string;
}

/** What becomes of the address of a name within the zone. */
type Addressed = "address" | "alias" | "none";

export function* zoneTroubles(zone: Zone): Generator<NotedRecord> {
  const { apex, records, owners } = zone;
  if (apex === undefined) return;
  const renamed = new Set(records.flatMap(({ type, owner }) => (type === "DNAME" ? [owner] : [])));
  const soa = owners.get(apex)?.find(({ type }) => type === "SOA");
  for (const record of records) {
    const { owner, type } = record;
    const target = type === "NS" ? targetOf(record) : undefined;
    if (target !== undefined && isAtOrBelow(target, apex)) {
      const addressed = addressOf(zone, renamed, target, apex);
      if (addressed !== "address") {
        const own = addressed === "alias" ? "name-server-alias" : "name-server-address";
        yield { reason: owner === apex ? own : "delegation-address", record, about: target };
      }
    }
    if (soa !== undefined && record !== soa && type === "SOA" && isSameSoa(soa, record))
      yield { reason: "soa-twice", record };
    if (renamedAbove(renamed, owner, apex)) yield { reason: "below-dname", record, about: owner };
    yield { record };
  }
}

/** True where a name above this one has a DNAME. @param renamed the names that have one */
function renamedAbove(renamed: ReadonlySet<string>, name: string, apex: string): boolean {
  if (renamed.size === 0 || name === apex) return false;
  for (let above = parentName(name); above !== undefined; above = parentName(above)) {
    if (renamed.has(above)) return true;
    if (above === apex) return false;
  }
  return false;
}

/** Glue counts, and so does a wildcard. */
function addressOf(
  { owners, between }: Zone,
  renamed: ReadonlySet<string>,
  name: string,
  apex: string,
): Addressed {
  if (renamedAbove(renamed, name, apex)) return "alias";
  const own = owners.get(name);
  if (own !== undefined || between.has(name)) return addressIn(own ?? []);
  let closest = parentName(name);
  while (closest !== undefined && closest !== apex && !owners.has(closest) && !between.has(closest))
    closest = parentName(closest);
  return addressIn(owners.get(`*.${closest ?? ""}`) ?? []);
}

function addressIn(records: readonly ZoneRecord[]): Addressed {
  if (records.some(({ type }) => type === "A" || type === "AAAA")) return "address";
  return records.some(({ type }) => type === "CNAME") ? "alias" : "none";
}
