/** Rounds in which shards are killed, doubled and delayed at random, and what must be true of their report. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { judge } from "../../src/judge/judge.ts";
import type { Policy } from "../../src/judge/policy.ts";
import { placedChecks, type Report } from "../../src/judge/report.ts";
import type { Observations } from "../../src/observe/observation.ts";
import { mergeObservations } from "../../src/recorded/merge.ts";

/** What became of one shard. */
export const FATES = ["whole", "missing", "cut off", "twice the same", "run twice"] as const;
export type Fate = (typeof FATES)[number];

export interface Round {
  /** By shard, in the order of their numbers. */
  readonly fates: readonly Fate[];
  /** Minutes by which each shard ended later than the first one could. */
  readonly delays: readonly number[];
  /** Numbers by which the files are put in order, and shards are cut. */
  readonly order: readonly number[];
}

/** Judges what merging the files of several runs gives, as `judge` does. */
export function gather(parts: readonly Observations[], policy: Policy, allowPartial = false): Report {
  const merged = mergeObservations(parts);
  return judge(merged, {
    policy,
    now: Date.parse(merged.finished),
    momentOf: (run) => Date.parse(run.finished),
    tool: { name: "mx-gate", version: "0.0.0" },
    gathered: { allowPartial },
  });
}

/** Every check by its place, with its verdict, codes and score, in whatever order. */
export function verdicts(report: Report): string[] {
  return [...placedChecks(report.domains)]
    .map(({ domain, server, endpoint, check }) =>
      [
        ...[domain.name, domain.result, domain.score, server?.host, endpoint?.address, check.check],
        ...[check.verdict, ...check.findings.map(({ code, severity }) => `${code}=${severity}`)],
      ].join(" "),
    )
    .sort();
}

export function fingerprint(report: Report): string {
  return createHash("sha256").update(verdicts(report).join("\n")).digest("hex");
}

export function missing(report: Report): string[] {
  return report.findings.filter(({ code }) => code === "shard-missing").map(({ message }) => message);
}

/** The files that the shards of a round leave, in some order. */
function filesOf(parts: readonly Observations[], { fates, delays, order }: Round): Observations[] {
  const files = parts.flatMap((part, index): Observations[] => {
    const own = delayed(part, delays[index] ?? 0);
    switch (fates[index] ?? "whole") {
      case "whole":
        return [own];
      case "missing":
        return [];
      case "cut off":
        return [cutOff(own, order[index] ?? 0)];
      case "twice the same":
        return [own, structuredClone(own)];
      case "run twice":
        return [own, delayed(own, 1)];
    }
  });
  const ranked = files.map((file, index) => ({ file, rank: order[index % order.length] ?? 0 }));
  return ranked.sort((one, other) => one.rank - other.rank).map(({ file }) => file);
}

function delayed(part: Observations, minutes: number): Observations {
  return { ...part, finished: new Date(Date.parse(part.finished) + minutes * 60_000).toISOString() };
}

/** What a recording holds whose writer was killed: some domains, whole, and no end. */
function cutOff(part: Observations, where: number): Observations {
  const domains = part.domains.slice(0, where % (part.domains.length + 1));
  const keys = new Set(domains.flatMap(({ endpoints }) => endpoints));
  const { egress: _egress, issuers: _issuers, ...rest } = part;
  return {
    ...rest,
    ended: "cut-off",
    absent: 0,
    domains,
    endpoints: Object.fromEntries(Object.entries(part.endpoints).filter(([key]) => keys.has(key))),
  };
}

/**
 * Plays a round: the verdicts are those of the whole run, or the gate is closed and says what is missing.
 * @param whole fingerprint of what one run says that was not shared
 * @returns whether everything was there
 */
export function playRound(
  parts: readonly Observations[],
  round: Round,
  whole: string,
  policy: Policy,
): boolean {
  const report = gather(filesOf(parts, round), policy);
  const complete = round.fates.every((fate) => fate === "whole" || fate === "twice the same");
  if (complete) {
    assert.deepEqual(missing(report), []);
    assert.equal(fingerprint(report), whole);
    return true;
  }
  const told = missing(report).join("\n");
  const { of = 0 } = parts[0]?.shard ?? {};
  for (const [fate, says] of [
    ["missing", /^Shards? ([\d, ]+(?: and \d+ more)?) of \d+ (?:is|are) missing: /m],
    ["cut off", /^Shards? ([\d, ]+(?: and \d+ more)?) of \d+ (?:was|were) cut off before the end: /m],
    ["run twice", /^Shards? ([\d, ]+(?: and \d+ more)?) of \d+ (?:is|are) there more than once/m],
  ] as const) {
    const indices = round.fates.flatMap((each, index) => (each === fate ? [String(index + 1)] : []));
    const named = says.exec(told)?.[1] ?? "";
    const shown =
      indices.length > 10
        ? `${indices.slice(0, 10).join(", ")} and ${indices.length - 10} more`
        : indices.join(", ");
    assert.equal(named, shown, `${fate} of ${of}: ${told}`);
  }
  assert.equal(report.gate, "closed");
  assert.equal(report.partial, true);
  return false;
}
