/** Several recorded runs as one. Nothing that a run saw of its surroundings becomes another's. */
import { ConfigurationError } from "../text/configuration-error.ts";
import {
  observationKey,
  type Environment,
  type Observations,
  type RunFacts,
} from "../observe/observation.ts";

/**
 * Puts the observations of several runs together, whatever their order. Each keeps all that it saw, and its domains and
 * endpoints name it; which sight of a thing counts is decided where it is judged.
 * @throws ConfigurationError where there is nothing to put together, or two runs read one certificate differently
 */
export function mergeObservations(given: readonly Observations[]): Observations {
  const parts = distinct(given.flatMap(runsApart));
  const [first, ...others] = parts;
  if (first === undefined) throw new ConfigurationError([{ message: "There is no report to judge." }]);
  if (others.length === 0) return first;
  const runs = parts.map(factsOf);
  const ended = runs.find((run) => run.ended !== undefined)?.ended;
  return {
    schema: first.schema,
    started: runs.map((run) => run.started).reduce((a, b) => (b < a ? b : a)),
    finished: runs.map((run) => run.finished).reduce((a, b) => (b > a ? b : a)),
    ...(ended !== undefined && { ended }),
    environment: environmentOf(runs.map((run) => run.environment)),
    checks: [...new Set(runs.flatMap((run) => run.checks))],
    domains: parts.flatMap(({ domains }, run) => domains.map((domain) => ({ ...domain, run }))),
    endpoints: Object.fromEntries(
      parts.flatMap(({ endpoints }, run) =>
        Object.values(endpoints).map((endpoint) => {
          const named = { ...endpoint, run };
          return [observationKey(named), named];
        }),
      ),
    ),
    certificates: certificatesOf(parts),
    runs,
  };
}

/** The runs of observations that may have been merged before. */
function runsApart(observations: Observations): Observations[] {
  const { schema, domains, endpoints, certificates, runs } = observations;
  if (runs === undefined) return [observations];
  return runs.map((facts, index) => ({
    schema,
    ...facts,
    domains: domains.flatMap(({ run, ...domain }) => (run === index ? [domain] : [])),
    endpoints: Object.fromEntries(
      Object.values(endpoints).flatMap(({ run, ...endpoint }) =>
        run === index ? [[observationKey(endpoint), endpoint]] : [],
      ),
    ),
    certificates,
  }));
}

function factsOf(run: Observations): RunFacts {
  const { started, finished, ended, absent, shard, politeness } = run;
  const { environment, checks, egress, issuers, zoneFiles, daneKeys, targetNotes } = run;
  return {
    started,
    finished,
    ...(ended !== undefined && { ended }),
    ...(absent !== undefined && { absent }),
    ...(shard !== undefined && { shard }),
    environment,
    checks,
    ...(politeness !== undefined && { politeness }),
    ...(egress !== undefined && { egress }),
    ...(issuers !== undefined && { issuers }),
    ...(zoneFiles !== undefined && { zoneFiles }),
    ...(daneKeys !== undefined && { daneKeys }),
    ...(targetNotes !== undefined && { targetNotes }),
  };
}

/** Each run once, by its end, then its beginning, then what it says: an order that does not depend on that of the files. */
function distinct(runs: readonly Observations[]): Observations[] {
  const texts = new Map<Observations, string>();
  const textOf = (run: Observations): string => {
    // The same run taken apart again carries the certificates of the others, too.
    const text = texts.get(run) ?? canonical({ ...run, certificates: {} });
    texts.set(run, text);
    return text;
  };
  const compare = (a: Observations, b: Observations): number =>
    order(a.finished, b.finished) || order(a.started, b.started) || order(textOf(a), textOf(b));
  const sorted = [...runs].sort(compare);
  return sorted.filter((run, index) => {
    const before = sorted[index - 1];
    return before === undefined || compare(before, run) !== 0;
  });
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** JSON with the members of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => order(a, b)))
      : member,
  );
}

/** For the heading of a report alone: what is judged goes by the environment of its own run. */
function environmentOf(all: readonly Environment[]): Environment {
  const said = (name: "heloName" | "resolver" | "route"): string =>
    [...new Set(all.map((each) => each[name]))].join("; ");
  const stores = new Map(
    all.flatMap(({ trustStores }) => trustStores.map((store) => [canonical(store), store] as const)),
  );
  return {
    heloName: said("heloName"),
    resolver: said("resolver"),
    route: said("route"),
    privateAddressesAllowed: all.some((each) => each.privateAddressesAllowed),
    trustStores: [...stores.values()],
  };
}

/** One certificate has one meaning: where two runs differ, one of them was changed, or written by another version. */
function certificatesOf(parts: readonly Observations[]): Observations["certificates"] {
  const merged: Record<string, Observations["certificates"][string]> = {};
  for (const { certificates } of parts) {
    for (const [sha256, facts] of Object.entries(certificates)) {
      const known = Object.hasOwn(merged, sha256) ? merged[sha256] : undefined;
      if (known !== undefined && known !== facts && canonical(known) !== canonical(facts)) {
        const message = `Two reports disagree about the certificate ${sha256}: one was changed, or another version wrote it. Judge them one by one.`;
        throw new ConfigurationError([{ message }]);
      }
      merged[sha256] = facts;
    }
  }
  return merged;
}
