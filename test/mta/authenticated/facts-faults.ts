/** Where what the program sees and what oracles and labels say differ. */
import type { EndpointFacts } from "./facts.ts";
import { opensslKey, type FactsTable } from "./run-facts.ts";
import type { Target } from "./target.ts";
import { TARGETS } from "./targets.ts";

export interface PlacedEndpoint extends EndpointFacts {
  readonly target: Target;
  /** As labels have it: `mx#2`. */
  readonly server: string;
}

/** A difference in a line, and the target that it is found at. */
export interface FactsFault {
  readonly name: string;
  readonly says: string;
}

/** What was compared, and what of it differs. */
export interface FactsComparison {
  readonly compared: number;
  readonly faults: readonly FactsFault[];
}

export function endpointsOf(facts: FactsTable["facts"]): PlacedEndpoint[] {
  return facts.flatMap(({ name, endpoints }) => {
    const target = TARGETS.find((each) => each.name === name);
    if (target === undefined) throw new Error(`There is no target ${name}.`);
    return Object.entries(endpoints).map(([server, endpoint]) => ({ target, server, ...endpoint }));
  });
}

export function outcomeOf({ target: { label }, server }: PlacedEndpoint): string {
  return label.dane?.[server] ?? label.dane?.[server.split("#")[0] ?? ""] ?? "skip";
}

export function placeOf({ target, server }: PlacedEndpoint): string {
  return `${target.name} ${server}`;
}

/** The status that unbound-host says of a question; absent where it was not asked. */
export function unboundSays({ unbound }: FactsTable, question: string): string | undefined {
  return unbound[question]?.replace(/^failed none$/, "failed");
}

/** Statuses of DNSSEC against unbound-host. */
export function compareStatuses(table: FactsTable): FactsComparison {
  const all = table.facts.flatMap(({ name, statuses }) =>
    Object.entries(statuses).flatMap(([question, status]) => {
      const said = unboundSays(table, question);
      return said === undefined ? [] : [{ name, question, status, said }];
    }),
  );
  const faults = all
    .filter(({ status, said }) => status !== said)
    .map(({ name, question, status, said }) => ({
      name,
      says: `${question} is ${status}, and unbound-host says ${said}`,
    }));
  return { compared: all.length, faults };
}

/** Servers whose TLSA records are needed, by labels, against those where they were seen. */
export function compareServers({ facts }: FactsTable): FactsComparison {
  const seen = new Set(endpointsOf(facts).map(placeOf));
  const wanted = TARGETS.flatMap(({ name, label }) =>
    Object.entries(label.dane ?? {}).flatMap(([host, outcome]) => {
      const server = host.includes("#") ? host : `${host}#1`;
      return outcome === "skip" ? [] : [{ name, says: `${name} ${server}` }];
    }),
  );
  return { compared: wanted.length, faults: wanted.filter(({ says }) => !seen.has(says)) };
}

/** Base domains against labels. */
export function compareBases({ facts }: FactsTable): FactsComparison {
  const judged = endpointsOf(facts).filter((endpoint) => outcomeOf(endpoint) !== "skip");
  const faults = judged.flatMap((endpoint): FactsFault[] => {
    const [host = ""] = endpoint.server.split("#");
    const { name, label, zone: own = "dane" } = endpoint.target;
    const [key = "", zone = own] = (label.base?.[host] ?? host).split(/(?<=.)@/);
    const domain = `${name}.${zone}.test`;
    const base = key === "@" ? domain : `${key}.${domain}`;
    if (base === endpoint.base) return [];
    return [{ name, says: `${placeOf(endpoint)} has ${base} for its base, not ${String(endpoint.base)}` }];
  });
  return { compared: judged.length, faults };
}

/** Records that match, one by one, against openssl. */
export function compareRecords({ facts, openssl }: FactsTable): FactsComparison {
  const all = endpointsOf(facts).flatMap((endpoint) =>
    endpoint.records.flatMap(({ data, matches, signs }) => {
      const said = openssl[opensslKey(endpoint, data)];
      if (said === undefined) return [];
      // Of a CA, openssl goes on to names and dates where it has found it, and to nothing where the path is broken.
      const agrees = data.startsWith("3")
        ? matches.includes(0) === (said === "verified")
        : !["verified", "name", "dates"].includes(said) || matches.length + signs.length > 0;
      const says = `${placeOf(endpoint)} ${data} matches ${JSON.stringify(matches)}, and openssl says ${said}`;
      return [{ agrees, name: endpoint.target.name, says }];
    }),
  );
  const faults = all.filter(({ agrees }) => !agrees).map(({ name, says }) => ({ name, says }));
  return { compared: all.length, faults };
}

/** Everything in which targets differ. */
export function factsFaults(table: FactsTable): FactsFault[] {
  const comparisons = [compareStatuses, compareServers, compareBases, compareRecords];
  return comparisons.flatMap((compare) => compare(table).faults);
}
