/** Whether the shards of a run are all there: what nobody looked at must not open a gate. */
import { serviceKey, subjectKey, type Observations, type ShardFacts } from "../../observe/observation.ts";
import { andMore, grouped, isOrAre, plural } from "../../text/plural.ts";
import { quote, quoteName, words, type SafeText } from "../../text/quote.ts";
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
  const [run, ...others] = shardedRuns(observations);
  if (run === undefined) return [];
  const severity = allowPartial ? ({ severity: "notice" } as const) : {};
  return faultsOf(run, others, observations).map((what) =>
    findingOfRun(raise("shard-missing", { what }, severity), withoutSeverities(policy), undefined),
  );
}

/** What is not in order, a sentence each, without its full stop. */
function faultsOf(run: ShardedRun, others: readonly ShardedRun[], observations: Observations): SafeText[] {
  const runs = observations.runs ?? [observations];
  const indicesWhere = (holds: (runsOfIndex: readonly number[]) => boolean): number[] =>
    numbers(run.of).filter((index) => holds(run.runs.get(index) ?? []));
  const missing = indicesWhere((of) => of.length === 0);
  const cut = indicesWhere((of) => of.some((each) => runs[each]?.ended === "cut-off"));
  const doubled = indicesWhere((of) => of.length > 1);
  const foreign = others.flatMap((other) => [...other.runs.values()].flat()).length;
  const unseen = unseenHosts(observations);
  const { absent, concerned } = concernOf(run, unseen, observations);
  const told: SafeText[] = [];
  if (missing.length > 0)
    told.push(words`${shardsOf(missing, run)} ${isOrAre(missing.length)} missing: ${concerned}`);
  if (cut.length > 0)
    told.push(words`${shardsOf(cut, run)} ${were(cut)} cut off before the end: ${concerned}`);
  // Otherwise told with the shard that was to see them.
  if (missing.length + cut.length === 0) {
    const hosts = [...unseen.keys()];
    if (absent > 0) told.push(words`The shards hold less than their run asked for: ${concerned}`);
    if (hosts.length > 0)
      told.push(words`${listed(hosts.map(quoteName))} ${were(hosts)} probed by no shard: ${concerned}`);
  }
  if (doubled.length > 0)
    told.push(
      words`${shardsOf(doubled, run)} ${isOrAre(doubled.length)} there more than once, with different observations`,
    );
  if (foreign > 0)
    told.push(
      words`${plural(foreign, "shard")} ${foreign === 1 ? words`belongs` : words`belong`} to another run: other domains, settings, number of shards or version`,
    );
  return told;
}

/** How many domains nobody judged, and those of which a host was seen by nobody beside them. */
function concernOf(
  run: ShardedRun,
  unseen: ReadonlyMap<string, ReadonlySet<string>>,
  { domains }: Observations,
): { readonly absent: number; readonly concerned: SafeText } {
  const ofRun = new Set([...run.runs.values()].flat());
  const owned = domains.filter(({ owner, run: by }) => owner === undefined && ofRun.has(by ?? 0));
  const present = new Set(owned.map(subjectKey));
  const affected = new Set([...unseen.values()].flatMap((subjects) => [...subjects]));
  const absent = Math.max(0, run.subjects - present.size);
  const count = absent + [...affected].filter((subject) => present.has(subject)).length;
  return {
    absent,
    concerned: words`${quote(grouped(count))} of ${plural(run.subjects, "domain")} ${isOrAre(count)} not, or not wholly, judged`,
  };
}

/** `Shard 3 of 20: 512 of 10,000 domains, and their hosts that it owns. `; empty for a whole run. */
export function shardWords({ shard, domains }: Observations): SafeText {
  if (shard === undefined) return words``;
  const owned = domains.filter(({ owner }) => owner === undefined).length;
  const others = domains.length - owned;
  const beside = others === 0 ? words`` : words`, and hosts of ${plural(others, "other domain")}`;
  return words`Shard ${shard.index} of ${shard.of}: ${quote(grouped(owned))} of ${plural(shard.subjects, "domain")}${beside}. `;
}

/** The runs of which shards are there, that with the most first; whatever their order. */
function shardedRuns(observations: Observations): ShardedRun[] {
  const { runs = [observations] } = observations;
  const found = new Map<string, { shard: ShardFacts; runs: Map<number, number[]> }>();
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
      unseen.set(service.host, subjects.add(subjectKey(domain)));
    }
  }
  return unseen;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function shardsOf(indices: readonly number[], { of }: Pick<ShardedRun, "of">): SafeText {
  const which = listed(indices.map((index) => quote(String(index))));
  return words`${indices.length === 1 ? words`Shard` : words`Shards`} ${which} of ${of}`;
}

function were({ length }: readonly unknown[]): SafeText {
  return length === 1 ? words`was` : words`were`;
}

function listed(items: readonly SafeText[]): SafeText {
  return andMore(items.slice(0, NAMED), items.length);
}

/** A policy that lowers nothing. */
function withoutSeverities(policy: Policy): Policy {
  return { ...policy, severity: {} };
}
