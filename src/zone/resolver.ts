/** A resolver in front of another one: what zone files say is answered from them, the rest is asked. */
import type { DnsAnswer, Resolver } from "../dns/answer.ts";
import { RECORD_TYPES, withoutDuplicates, type DnsType } from "../dns/record-types.ts";
import { nextTurn } from "../system/turns.ts";
import { ALIAS_LIMIT } from "../text/bounds.ts";
import { normalName, parentName } from "../text/dns-name.ts";
import { targetOf, type Zone, type ZoneRecord } from "./zone.ts";

/** What a zone says of a name and type. */
type Said =
  | { readonly kind: "records"; readonly records: readonly ZoneRecord[] }
  | { readonly kind: "alias"; readonly target: string }
  | { readonly kind: "nodata" | "nxdomain" };

/** The same, with the zone that says it. */
type SaidBy = { readonly said: Said; readonly zone: Zone };

/**
 * Answers questions for names in the zones from the files; aliases that lead out of them, delegated names and
 * everything else go to the live resolver. A file without SOA answers for the names that it lists.
 */
export function withZoneFiles(zones: readonly Zone[], live: Resolver): Resolver {
  const index = indexZones(zones);
  const files = zones.map((zone) => zone.file);
  const listed = files.length > 3 ? `${String(files.length)} zone files` : files.join(", ");
  return {
    ...live,
    description: `${listed}, else ${live.description}`,
    async query(name, type, manner) {
      // Nothing is waited for below: without a turn for others, a run that asks its files alone would hear no signal.
      await nextTurn();
      const asked = normalName(name) ?? name;
      const aliases: string[] = [];
      for (let current = asked; ;) {
        const found = sayOf(index, current, type);
        if (found === undefined) {
          const answer = await live.query(current, type, manner);
          if (aliases.length === 0) return { ...answer, name: asked };
          // The first alias is a file's, and nobody has signed that.
          const validated = answer.dnssec === "secure" || answer.dnssec === "insecure";
          return {
            ...answer,
            authenticated: false,
            ...(validated && { dnssec: "unseen" }),
            name: asked,
            aliases: [...aliases, ...answer.aliases],
          };
        }
        const { said, zone } = found;
        if (said.kind !== "alias") return answerOf(asked, type, said, aliases, zone);
        const loop = said.target === asked || aliases.includes(said.target);
        aliases.push(said.target);
        if (loop || aliases.length > ALIAS_LIMIT) {
          const unending = loop ? { aliasLoop: true } : { aliasLimit: ALIAS_LIMIT };
          return { ...answerOf(asked, type, { kind: "nodata" }, aliases, zone), ...unending };
        }
        current = said.target;
      }
    },
  };
}

/** Zones by the names that they speak for. */
interface ZoneIndex {
  readonly byApex: ReadonlyMap<string | undefined, readonly Zone[]>;
  /** Parts of zones, without an apex, by each of their owners. */
  readonly parts: ReadonlyMap<string, readonly Zone[]>;
}

function indexZones(zones: readonly Zone[]): ZoneIndex {
  const parts = new Map<string, Zone[]>();
  for (const zone of zones) {
    if (zone.apex !== undefined) continue;
    for (const owner of zone.owners.keys()) {
      const known = parts.get(owner);
      if (known === undefined) parts.set(owner, [zone]);
      else known.push(zone);
    }
  }
  return { byApex: Map.groupBy(zones, ({ apex }) => apex), parts };
}

/** What the closest zone says; undefined where none speaks for the name. */
function sayOf({ byApex, parts }: ZoneIndex, name: string, type: DnsType): SaidBy | undefined {
  for (const zone of parts.get(name) ?? []) {
    const said = sayOfZone(zone, name, type);
    if (said !== undefined) return { said, zone };
  }
  for (let apex: string | undefined = name; apex !== undefined; apex = parentName(apex)) {
    for (const zone of byApex.get(apex) ?? []) {
      const said = sayOfZone(zone, name, type);
      if (said !== undefined) return { said, zone };
    }
  }
  return undefined;
}

function sayOfZone(zone: Zone, name: string, type: DnsType): Said | undefined {
  const { apex, owners, between } = zone;
  let closest: string | undefined;
  for (let above = parentName(name); apex !== undefined && name !== apex; above = parentName(above)) {
    if (above === undefined) break;
    const records = owners.get(above) ?? [];
    if (above !== apex && records.some((record) => record.type === "NS")) return undefined;
    const dname = records.find((record) => record.type === "DNAME");
    const alias = dname === undefined ? undefined : targetOf(dname);
    if (alias !== undefined) return { kind: "alias", target: renamed(name, above, alias) };
    if (closest === undefined && (owners.has(above) || between.has(above))) closest = above;
    if (above === apex) break;
  }
  const own = owners.get(name);
  if (own !== undefined) {
    const delegated = apex !== undefined && name !== apex && own.some((record) => record.type === "NS");
    return delegated ? undefined : pick(own, type);
  }
  if (between.has(name) || name === apex) return { kind: "nodata" };
  const wild = closest === undefined ? undefined : owners.get(closest === "." ? "*" : `*.${closest}`);
  return wild === undefined ? { kind: "nxdomain" } : pick(wild, type);
}

/** The name with the end that a DNAME stands at replaced by its target (RFC 6672 2.2). */
function renamed(name: string, end: string, target: string): string {
  const front = name.slice(0, name.length - end.length - 1);
  return target === "." ? front : `${front}.${target}`;
}

function pick(records: readonly ZoneRecord[], type: DnsType): Said {
  const found = records.filter((record) => record.type === type);
  if (found.length > 0) return { kind: "records", records: found };
  const cname = records.find((record) => record.type === "CNAME");
  const target = cname === undefined ? undefined : targetOf(cname);
  return target === undefined ? { kind: "nodata" } : { kind: "alias", target };
}

function answerOf(
  name: string,
  type: DnsType,
  said: Exclude<Said, { kind: "alias" }>,
  aliases: string[],
  zone: Zone,
): DnsAnswer {
  const server = nameServerOf(zone);
  const zoneFile = { file: zone.file, ...(server !== undefined && { server }) };
  const unseen = { authenticated: false, dnssec: "unseen" as const, extendedErrors: [], seconds: 0 };
  const nothing = { name, type, values: [], aliases, zoneFile, ...unseen };
  if (said.kind !== "records") return { ...nothing, outcome: said.kind };
  const ttl = Math.min(...said.records.map((record) => record.ttl));
  const [first] = said.records;
  const at = first === undefined ? {} : { at: { file: first.file, line: first.line } };
  const data = withoutDuplicates(
    type,
    said.records.flatMap((record) => (record.data === undefined ? [] : [record.data])),
  );
  const records = { ...RECORD_TYPES[type].answer(data), ttl };
  return { ...nothing, zoneFile: { ...zoneFile, ...at }, outcome: "answer", ...records };
}

/** The zone's own name server by its SOA record (RFC 1035 3.3.13), or the first of its NS records. */
function nameServerOf({ apex, owners }: Zone): string | undefined {
  const own = apex === undefined ? [] : (owners.get(apex) ?? []);
  const record = own.find(({ type }) => type === "SOA") ?? own.find(({ type }) => type === "NS");
  return record === undefined ? undefined : targetOf(record);
}
