/** What is wrong with a zone as a whole. */
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
  const renamings = new Map<string, ZoneRecord>();
  for (const record of records) {
    if (record.type === "CNAME" && !aliases.has(record.owner)) aliases.set(record.owner, record);
    if (record.type === "DNAME" && !renamings.has(record.owner)) renamings.set(record.owner, record);
    yield undefined;
  }
  let second: ZoneRecord | undefined;
  for (const record of records) {
    const { owner, type } = record;
    if (type === "SOA" && soa !== undefined && second === undefined && !isSameSoa(soa, record)) {
      second = record;
      yield {
        ...placeOf(record),
        message: `A zone has one SOA record; line ${String(soa.line)} has it already.`,
      };
    }
    const renaming = renamings.get(owner);
    if (type === "DNAME" && renaming !== undefined && targetOf(renaming) !== targetOf(record)) {
      const message = `${owner} has a DNAME record in line ${String(renaming.line)} already, and a name has one at most.`;
      yield { ...placeOf(record), message };
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

/** The same SOA twice is no problem: `dig AXFR` shows it at both ends. */
export function isSameSoa(one: ZoneRecord, other: ZoneRecord): boolean {
  return one.owner === other.owner && JSON.stringify(one.data) === JSON.stringify(other.data);
}

function placeOf({ file, line, column }: ZoneRecord): Pick<ConfigurationProblem, "file" | "line" | "column"> {
  return { file, line, column };
}
