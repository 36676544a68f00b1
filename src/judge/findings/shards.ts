/** Whether the shards of a run are all there: what nobody looked at must not open a gate. */
import {
  serviceKey,
  type DomainObservation,
  type Observations,
  type Shard,
} from "../../observe/observation.ts";
import { plural } from "../../text/plural.ts";
import { joinWords, quote, quoteName, words, type SafeText } from "../../text/quote.ts";
import { raise } from "../outcome.ts";
import type { Policy } from "../policy.ts";
import type { Finding } from "../report.ts";
import { findingOfRun } from "./settle.ts";

/** Shards, and hosts, that a sentence names. */
const NAMED = 10;

/** A run of which shards are there. */
interface ShardedRun {
  readonly of: number;
  readonly plan: string;
  readonly subjects: number;
  /** Runs by the number of the shard. */
  readonly runs: ReadonlyMap<number, readonly number[]>;
}

/**
 * Findings `shard-missing`: a shard that is missing, cut off, there twice or of another run, or a host that nobody saw. No
 * policy file lowers them, since a pull request may edit it: they close the gate unless a part is enough.
 */
export function shardFindings(
  observations: Observations,
  { allowPartial }: { readonly allowPartial: boolean },
  policy: Policy,
): Finding[] {
  const all = shardedRuns(observations);
  const [run, ...others] = all;
  if (run === undefined) return [];
  const { domains } = observations;
  const of = new Set([...run.runs.values()].flat());
  const owned = domains.filter((domain) => domain.owner === undefined && of.has(domain.run ?? 0));
  const present = new Set(owned.map(subjectOf));
  const absent = Math.max(0, run.subjects - present.size);
  const unseen = unseenHosts(observations);
  const affected = new Set([...unseen.values()].flatMap((subjects) => [...subjects]));
  for (const subject of affected) if (!present.has(subject)) affected.delete(subject);
  const concerned = words`${absent + affected.size} of ${plural(run.subjects, "domain")} ${absent + affected.size === 1 ? words`is` : words`are`} not, or not wholly, judged`;
  const told: SafeText[] = [];
  const missing = numbers(run.of).filter((index) => !run.runs.has(index));
  if (missing.length > 0)
    told.push(
      words`${shardsOf(missing, run)} ${missing.length === 1 ? words`is` : words`are`} missing: ${concerned}`,
    );
  else if (absent > 0) told.push(words`The shards hold less than their run asked for: ${concerned}`);
  const doubled = [...run.runs]
    .flatMap(([index, runs]) => (runs.length > 1 ? [index] : []))
    .sort((a, b) => a - b);
  if (doubled.length > 0)
    told.push(
      words`${shardsOf(doubled, run)} ${doubled.length === 1 ? words`is` : words`are`} there more than once, with different observations`,
    );
  const foreign = others.reduce((sum, { runs }) => sum + [...runs.values()].flat().length, 0);
  if (foreign > 0)
    told.push(
      words`${plural(foreign, "shard")} ${foreign === 1 ? words`belongs` : words`belong`} to another run: other domains, settings, number of shards or version`,
    );
  // Hosts of a shard that is missing are told with it.
  const hosts = [...unseen.keys()];
  if (hosts.length > 0 && missing.length === 0)
    told.push(
      words`${listed(hosts.map(quoteName))} ${hosts.length === 1 ? words`was` : words`were`} probed by no shard: ${concerned}`,
    );
  const severity = allowPartial ? ({ severity: "notice" } as const) : {};
  return told.map((what) =>
    findingOfRun(raise("shard-missing", { what }, severity), withoutSeverities(policy), undefined),
  );
}

/** `Shard 3 of 20: 512 of 10,000 domains, and their hosts that it owns. `; empty for a whole run. */
export function shardWords({ shard, domains }: Observations): SafeText {
  if (shard === undefined) return words``;
  const owned = domains.filter(({ owner }) => owner === undefined).length;
  const others = domains.length - owned;
  const beside = others === 0 ? words`` : words`, and hosts of ${plural(others, "other domain")}`;
  return words`Shard ${shard.index} of ${shard.of}: ${owned} of ${plural(shard.subjects, "domain")}${beside}. `;
}

/** The runs of which shards are there, that with the most first; whatever their order. */
function shardedRuns(observations: Observations): ShardedRun[] {
  const { runs = [observations] } = observations;
  const found = new Map<string, { shard: Shard; runs: Map<number, number[]> }>();
  for (const [index, { shard }] of runs.entries()) {
    if (shard === undefined) continue;
    const key = `${shard.plan} ${String(shard.of)} ${String(shard.subjects)}`;
    const group = found.get(key) ?? { shard, runs: new Map<number, number[]>() };
    found.set(key, group);
    group.runs.set(shard.index, [...(group.runs.get(shard.index) ?? []), index]);
  }
  return [...found]
    .sort(([one, a], [other, b]) => b.runs.size - a.runs.size || (one < other ? -1 : 1))
    .map(([, { shard, runs: of }]) => ({
      of: shard.of,
      plan: shard.plan,
      subjects: shard.subjects,
      runs: of,
    }));
}

/** Hosts that one shard left to another and none has seen, with the domains that they are hosts of. */
function unseenHosts({ domains, endpoints }: Observations): Map<string, Set<string>> {
  const seen = new Set(Object.values(endpoints).map(serviceKey));
  const unseen = new Map<string, Set<string>>();
  for (const domain of domains) {
    for (const service of domain.elsewhere ?? []) {
      if (seen.has(serviceKey(service))) continue;
      const subjects = unseen.get(service.host) ?? new Set();
      unseen.set(service.host, subjects.add(subjectOf(domain)));
    }
  }
  return unseen;
}

function subjectOf({ kind, name }: Pick<DomainObservation, "kind" | "name">): string {
  return `${kind} ${name}`;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function shardsOf(indices: readonly number[], { of }: Pick<ShardedRun, "of">): SafeText {
  const which = listed(indices.map((index) => quote(String(index))));
  return words`${indices.length === 1 ? words`Shard` : words`Shards`} ${which} of ${of}`;
}

function listed(items: readonly SafeText[]): SafeText {
  const more = items.length - NAMED;
  const named = joinWords(items.slice(0, NAMED), ", ");
  return more > 0 ? words`${named} and ${more} more` : named;
}

/** A policy that lowers nothing. */
function withoutSeverities(policy: Policy): Policy {
  return { ...policy, severity: {} };
}
