/** What is wrong with a zone as a whole. */
import { isAtOrBelow } from "../text/dns-name.ts";
import type { ConfigurationProblem } from "../text/configuration-error.ts";
import { targetOf, type Zone, type ZoneRecord } from "./zone.ts";

/** Types that may stand beside a CNAME (RFC 4034 3, 4). */
const BESIDE_CNAME: ReadonlySet<string> = new Set(["CNAME", "RRSIG", "NSEC", "KEY", "SIG", "NXT"]);

/** What no name server would load, although every record is well-formed; undefined for each record that is fine. */
export function* zoneProblems({ apex, records, owners }: Zone): Generator<ConfigurationProblem | undefined> {
  const soa = apex === undefined ? undefined : owners.get(apex)?.find(({ type }) => type === "SOA");
  if (soa !== undefined && !owners.get(soa.owner)?.some(({ type }) => type === "NS")) {
    yield {
      ...placeOf(soa),
      message: `The zone ${soa.owner} has no NS record, so no name server would load it.`,
    };
  }
  const aliases = new Map<string, ZoneRecord>();
  for (const record of records) {
    if (record.type === "CNAME" && !aliases.has(record.owner)) aliases.set(record.owner, record);
    yield undefined;
  }
  let second: ZoneRecord | undefined;
  for (const record of records) {
    const { owner, type } = record;
    if (type === "SOA" && soa !== undefined && second === undefined && !isSame(soa, record)) {
      second = record;
      yield {
        ...placeOf(record),
        message: `A zone has one SOA record; line ${String(soa.line)} has it already.`,
      };
    }
    if (apex !== undefined && !isAtOrBelow(owner, apex)) {
      yield {
        ...placeOf(record),
        message: `${owner} is not in the zone ${apex}, so no name server would publish this ${type} record.`,
      };
    }
    const alias = aliases.get(owner);
    const clash =
      alias !== undefined &&
      alias !== record &&
      (type === "CNAME" ? targetOf(record) !== targetOf(alias) : !BESIDE_CNAME.has(type));
    yield clash
      ? {
          ...placeOf(record),
          message: `${owner} is an alias (CNAME, line ${String(alias.line)}), and an alias has no ${type === "CNAME" ? "second target" : "other records"}.`,
        }
      : undefined;
  }
}

function isSame(one: ZoneRecord, other: ZoneRecord): boolean {
  return one.file === other.file && one.line === other.line;
}

function placeOf({ file, line, column }: ZoneRecord): Pick<ConfigurationProblem, "file" | "line" | "column"> {
  return { file, line, column };
}
