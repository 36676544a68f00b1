/** Shards of one run, merged: what the whole run would have said, or what is missing. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { CHECK_IDS } from "../../src/judge/checks/all.ts";
import { closesGate, placedChecks, type Report } from "../../src/judge/report.ts";
import type { Observations } from "../../src/observe/observation.ts";
import { mergeObservations } from "../../src/recorded/merge.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import { judgeRecorded, observationsOf, policyOf, STATES, type State } from "./reports.ts";
import { FATES, fingerprint, gather, missing, playRound, verdicts } from "./shard-rounds.ts";
import { splitByOwner } from "./shards.ts";

const POLICY = policyOf();

/** Hosts with names that more than one shard owns, each in one state, and domains with some of them. */
const wholeRuns = fc
  .record({
    states: fc.array(fc.constantFrom(...STATES.filter((state) => state !== "not-probed")), {
      minLength: 4,
      maxLength: 4,
    }),
    domains: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom("a.test", "b.test", "c.test", "d.test", "e.test"),
        hosts: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
      }),
      { minLength: 1, maxLength: 5, selector: ({ name }) => name },
    ),
    blocked: fc.boolean(),
  })
  .map(({ states, domains, blocked }) =>
    observationsOf({
      minute: 0,
      checks: CHECK_IDS,
      blocked,
      endpoints: domains.flatMap(({ name, hosts }) =>
        hosts.map((host) => ({
          domain: name,
          host: HOSTS[host] ?? "",
          state: states[host] ?? ("sound" satisfies State),
        })),
      ),
    }),
  );
const HOSTS = ["mx1.test", "mx2.test", "other-mx1.test", "other-mx2.test"];

function closedByFindings(report: Report): boolean {
  const rules = gateRules(report);
  return [...placedChecks(report.domains)].some(
    ({ check }) => check.verdict !== "inconclusive" && closesGate(check.verdict, rules),
  );
}

describe("all shards of a run", () => {
  test("say what the whole run would have said, in whatever order they come", () =>
    fc.assert(
      fc.property(wholeRuns, fc.integer({ min: 1, max: 5 }), fc.nat(), (whole, of, turn) => {
        const parts = splitByOwner(whole, of);
        const cut = turn % of;
        const turned = [...parts.slice(cut), ...parts.slice(0, cut)].reverse();
        const report = gather(turned, POLICY);
        assert.deepEqual(missing(report), []);
        assert.deepEqual(verdicts(report), verdicts(judgeRecorded(whole, POLICY)));
        assert.deepEqual(mergeObservations(turned), mergeObservations(parts));
        assert.equal(report.gate, judgeRecorded(whole, POLICY).gate);
      }),
    ));

  test("never open a gate that one of them closed by findings", () =>
    fc.assert(
      fc.property(wholeRuns, fc.integer({ min: 2, max: 5 }), fc.nat(), (whole, of, without) => {
        const parts = splitByOwner(whole, of);
        const some = parts.filter((_, index) => index !== without % of);
        const closed = some.some((part) => closedByFindings(judgeRecorded(part, POLICY)));
        if (closed) assert.equal(closedByFindings(gather(some, POLICY, true)), true);
        if (closed) assert.equal(closedByFindings(gather(parts, POLICY)), true);
      }),
    ));

  test("keep what each saw of its surroundings to itself", () =>
    fc.assert(
      fc.property(wholeRuns, fc.integer({ min: 2, max: 5 }), (whole, of) => {
        const { egress: _egress, ...open } = whole;
        const parts = splitByOwner(open, of);
        const [first, ...others] = parts;
        if (first === undefined) return;
        const blocked: Observations = { ...first, ...(whole.egress && { egress: whole.egress }) };
        const hosts = new Set(Object.values(first.endpoints).map(({ host }) => host));
        const told = gather([blocked, ...others], POLICY);
        for (const { server, check } of placedChecks(told.domains)) {
          const excused = check.findings.some(({ code }) => code === "egress-blocked");
          assert.ok(!excused || hosts.has(server?.host ?? ""));
        }
      }),
    ));
});

const WHOLE = observationsOf({
  minute: 0,
  checks: CHECK_IDS,
  blocked: false,
  endpoints: [
    ...HOSTS.map((host) => ({ domain: "a.test", host, state: "sound" as const })),
    { domain: "b.test", host: "mx1.test", state: "sound" },
    { domain: "c.test", host: "other-mx2.test", state: "sound" },
    { domain: "d.test", host: "mx2.test", state: "sound" },
  ],
});
const OF = 3;
const PARTS = splitByOwner(WHOLE, OF);
/** Changed, so that it is not the same run once more. */
const later = (part: Observations): Observations => ({ ...part, finished: "2030-01-01T00:00:00.000Z" });

describe("shards that are not all there", () => {
  const cases: readonly (readonly [what: string, parts: readonly Observations[], says: RegExp])[] = [
    [
      "one is missing",
      PARTS.slice(1),
      /^Shard 1 of 3 is missing: \d of 4 domains (?:is|are) not, or not wholly, judged\.$/,
    ],
    ["two are missing", PARTS.slice(0, 1), /^Shards 2, 3 of 3 are missing: \d of 4 domains/],
    [
      "one is cut off",
      PARTS.map((part, index) => (index === 1 ? { ...part, ended: "cut-off" as const } : part)),
      /^Shard 2 of 3 was cut off before the end: \d of 4 domains/,
    ],
    [
      "one is there twice",
      [...PARTS, ...PARTS.slice(1, 2).map(later)],
      /^Shard 2 of 3 is there more than once/,
    ],
    [
      "one is of another run",
      [...PARTS, ...splitByOwner(WHOLE, OF, "1".repeat(64)).slice(0, 1)],
      /^1 shard belongs to another run/,
    ],
    [
      "one is of a run with another number of shards",
      [...PARTS, ...splitByOwner(WHOLE, 5).slice(0, 2)],
      /^2 shards belong to another run/,
    ],
    [
      "a host was seen by none",
      PARTS.map((part) => ({
        ...part,
        domains: part.domains.map((domain) => ({
          ...domain,
          endpoints: domain.endpoints.filter((key) => !key.startsWith("mx2.test|")),
        })),
        endpoints: Object.fromEntries(
          Object.entries(part.endpoints).filter(([key]) => !key.startsWith("mx2.test|")),
        ),
      })),
      /^mx2\.test was probed by no shard: 2 of 4 domains are not, or not wholly, judged\.$/,
    ],
    [
      "one has lost domains",
      PARTS.map((part) => ({ ...part, domains: part.domains.slice(1) })),
      /^The shards hold less than their run asked for: \d of 4 domains/,
    ],
  ];
  for (const [what, parts, says] of cases) {
    test(`${what}: the gate is closed, and says why`, () => {
      for (const rules of [{}, { "on-inconclusive": "ignore" }]) {
        const report = gather(parts, policyOf(rules));
        const told = missing(report);
        assert.equal(told.length, 1);
        assert.match(told[0] ?? "", says);
        assert.equal(report.gate, "closed");
        assert.equal(report.partial, true);
      }
    });

    test(`${what}: allow-partial opens the gate, and still tells`, () => {
      const report = gather(parts, POLICY, true);
      const [finding] = report.findings.filter(({ code }) => code === "shard-missing");
      assert.equal(finding?.severity, "notice");
      assert.match(finding?.message ?? "", says);
      assert.equal(report.gate, judgeRecorded(mergeObservations(parts), POLICY).gate);
      assert.equal(report.partial, true);
    });
  }

  test("a domain of which a host was seen by nobody is partial, and says so", () => {
    for (const part of PARTS)
      for (const domain of gather([part], POLICY, true).domains) {
        const unseen = domain.servers.filter(({ elsewhere }) => elsewhere === true);
        assert.equal(domain.partial, true);
        assert.ok(unseen.every(({ endpoints, score }) => endpoints.length === 0 && score === null));
        const [count, belong] =
          unseen.length === 1 ? ["1 host", "belongs"] : [`${String(unseen.length)} hosts`, "belong"];
        const says = domain.reachSummary.includes(`${count} ${belong} to`);
        assert.equal(says, unseen.length > 0, domain.reachSummary);
      }
    for (const { servers, reachSummary } of gather(PARTS, POLICY).domains) {
      assert.ok(servers.every(({ elsewhere }) => elsewhere === undefined));
      assert.doesNotMatch(reachSummary, /shard/);
    }
  });

  test("a shard that is there twice with the same observations is one", () =>
    assert.deepEqual(missing(gather([...PARTS, ...PARTS.slice(1, 2)], POLICY)), []));

  test("merged in steps are complete", () => {
    const [first, ...rest] = PARTS;
    assert.ok(first !== undefined);
    const some = mergeObservations(rest);
    assert.deepEqual(missing(gather([some, first], POLICY)), []);
    assert.equal(missing(gather([some], POLICY)).length, 1);
  });

  test("whole runs beside them are not counted among them", () =>
    assert.deepEqual(missing(gather([...PARTS, later(WHOLE)], POLICY)), []));

  test("a shard judges what it owns, and says which part that is", () => {
    for (const part of PARTS) {
      const report = judgeRecorded(part, POLICY);
      const { index } = part.shard ?? { index: 0 };
      assert.deepEqual(missing(report), []);
      const owned = part.domains.filter(({ owner }) => owner === undefined).length;
      assert.ok(report.gateSummary.startsWith(`Shard ${String(index)} of 3: ${String(owned)} of 4 domains`));
      for (const { domain, check } of placedChecks(report.domains)) {
        const observed = part.domains.find(({ name }) => name === domain.rawName);
        if (observed?.owner === undefined || check.check !== "mx") continue;
        assert.equal(check.verdict, "skip");
        assert.equal(check.summary, `shard ${String(observed.owner)} judges it`);
      }
    }
  });
});

/** bench/shards.ts plays 200 rounds with twenty shards of 20,000 domains. */
test("shards that are killed, doubled and delayed say what one run would, or what is missing", () => {
  const endpoints = Array.from({ length: 60 }, (_, index) => ({
    domain: `d${String(index)}.test`,
    host: HOSTS[index % HOSTS.length] ?? "",
    state: "sound" as const,
  }));
  const parts = splitByOwner(observationsOf({ minute: 0, checks: CHECK_IDS, blocked: false, endpoints }), 4);
  const whole = fingerprint(
    judgeRecorded(observationsOf({ minute: 0, checks: CHECK_IDS, blocked: false, endpoints }), POLICY),
  );
  const four = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
    fc.array(value, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.record({
        fates: four(fc.constantFrom("whole", "whole", ...FATES)),
        delays: four(fc.nat({ max: 60 })),
        order: four(fc.nat()),
      }),
      (round) => {
        // Of no file there is nothing to judge.
        fc.pre(round.fates.some((fate) => fate !== "missing"));
        playRound(parts, round, whole, POLICY);
      },
    ),
  );
});
