/** A resolver that answers from a table, and remembers what it was asked. */
import type { DnsType, Resolver } from "../../../src/observe/dns/resolver.ts";
import type { DnsAnswer } from "../../../src/observe/observation.ts";

export interface TableResolver extends Resolver {
  /** `TYPE name`, in the order of the questions. */
  readonly asked: readonly string[];
}

export type Entry = Partial<DnsAnswer> | readonly string[];

/** An answer as a resolver would give it; without an entry, no data. */
function answer(name: string, type: DnsType, entry: Entry = { outcome: "nodata" }): DnsAnswer {
  const nothing = {
    name,
    type,
    values: [],
    aliases: [],
    authenticated: false,
    extendedErrors: [],
    seconds: 0.01,
  };
  if (!("length" in entry)) return { outcome: "answer", ...nothing, ...entry };
  if (type !== "MX") return { ...nothing, outcome: "answer", values: [...entry] };
  const exchanges = entry.map((line) => {
    const [preference, exchange = ""] = line.split(" ");
    return { preference: Number(preference), exchange };
  });
  return { ...nothing, outcome: "answer", exchanges };
}

/** @param table entries by `TYPE name`. */
export function tableResolver(table: Readonly<Record<string, Entry>>): TableResolver {
  const asked: string[] = [];
  return {
    description: "a table",
    asked,
    query(name, type) {
      const key = `${type} ${name}`;
      asked.push(key);
      return Promise.resolve(answer(name, type, table[key]));
    },
  };
}
