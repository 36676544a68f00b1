/** Several recorded runs as one: the order does not matter, nothing opens, and no run speaks for another's endpoints. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { CHECK_IDS } from "../../src/judge/checks/all.ts";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { closesGate, placedChecks, type Report } from "../../src/judge/report.ts";
import { mergeObservations } from "../../src/recorded/merge.ts";
import { renderJson } from "../../src/report/json.ts";
import { exitCode, gateRules } from "../../src/report/gate-rules.ts";
import { policies, runs, severalRuns } from "./random-runs.ts";
import { judgeRecorded, observationsOf, policyOf, type RecordedRun, type State } from "./reports.ts";
import { parseReport } from "../../src/recorded/report.ts";

const runOf = (run: Partial<RecordedRun> & Pick<RecordedRun, "endpoints">): RecordedRun => ({
  minute: 0,
  checks: CHECK_IDS,
  blocked: false,
  ...run,
});
const at = (host: string, state: State, domain = "a.test") => ({ domain, host, state });

/** Every check by its place, with its verdict and codes. */
function verdicts(report: Report): Map<string, string> {
  return new Map(
    [...placedChecks(report.domains)].map(({ domain, server, check }) => [
      [domain.name, server?.host ?? "", check.check].join(" "),
      [check.verdict, ...check.findings.map(({ code }) => code)].join(" "),
    ]),
  );
}

function closedByFindings(report: Report): boolean {
  const rules = gateRules(report);
  return [...placedChecks(report.domains)].some(
    ({ check }) => check.verdict !== "inconclusive" && closesGate(check.verdict, rules),
  );
}

describe("of any runs", () => {
  test("the order of the reports does not matter, nor in which steps they are merged", () => {
    fc.assert(
      fc.property(severalRuns, policies, fc.nat(), (parts, policy, turn) => {
        const merged = mergeObservations(parts);
        const cut = turn % parts.length;
        const turned = [...parts.slice(cut), ...parts.slice(0, cut)].reverse();
        assert.deepEqual(mergeObservations(turned), merged);
        const [first = [], ...rest] = parts.map((part) => [part]);
        const inSteps = rest.reduce((before, part) => [mergeObservations([...before, ...part])], first);
        assert.deepEqual(mergeObservations(inSteps), merged);
        assert.deepEqual(mergeObservations([...parts, ...parts]), merged);
        assert.deepEqual(judgeRecorded(mergeObservations(turned), policy), judgeRecorded(merged, policy));
      }),
      { numRuns: 100 },
    );
  });

  test("a gate that one of them closes by findings stays closed by findings", () => {
    fc.assert(
      fc.property(severalRuns, policies, (parts, policy) => {
        const merged = judgeRecorded(mergeObservations(parts), policy);
        const closing = parts.some((part) => closedByFindings(judgeRecorded(part, policy)));
        if (!closing) return;
        assert.equal(merged.gate, "closed");
        assert.equal(exitCode(merged, gateRules(merged)), 1);
      }),
      { numRuns: 200 },
    );
  });

  test("what one saw of its surroundings says nothing of the endpoints that only another saw", () => {
    fc.assert(
      fc.property(runs, runs, policies, (one, other, policy) => {
        const elsewhere = {
          ...other,
          endpoints: other.endpoints.map(({ host, ...each }) => ({
            ...each,
            domain: `other-${each.domain}`,
            host: `other-${host}`,
          })),
        };
        const parts = [one, elsewhere].map(({ ended, ...run }) =>
          observationsOf({ ...run, ...(ended !== undefined && { ended }) }),
        );
        const merged = verdicts(judgeRecorded(mergeObservations(parts), policy));
        const alone = parts.flatMap((part) => [...verdicts(judgeRecorded(part, policy))]);
        assert.deepEqual(merged, new Map([...merged.keys()].map((key) => [key, new Map(alone).get(key)])));
        assert.equal(merged.size, alone.length);
      }),
      { numRuns: 150 },
    );
  });

  test("the merged report is written, read and judged again to the same bytes", () => {
    fc.assert(
      fc.property(severalRuns, (parts) => {
        const policy = policyOf();
        const first = [...renderJson(judgeRecorded(mergeObservations(parts), policy))].join("");
        const { observations } = parseReport(first, "merged.json");
        const again = judgeRecorded(mergeObservations([observations]), policy);
        assert.equal([...renderJson(again)].join(""), first);
      }),
      { numRuns: 50 },
    );
  });
});

interface Case {
  readonly name: string;
  readonly runs: readonly RecordedRun[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly gate: "open" | "closed";
  readonly exit: 0 | 1 | 3;
  readonly says: Readonly<Record<string, string>>;
}

const CASES: readonly Case[] = [
  {
    name: "a run behind a blocked network does not excuse the dead server of another",
    runs: [
      runOf({ blocked: true, endpoints: [at("mx1.test", "timeout")] }),
      runOf({ minute: 1, endpoints: [at("mx2.test", "timeout", "b.test")] }),
    ],
    settings: { "on-inconclusive": "ignore" },
    gate: "closed",
    exit: 1,
    says: {
      "a.test mx1.test connect": "inconclusive egress-blocked",
      "b.test mx2.test connect": "fail connect-timeout",
    },
  },
  {
    name: "a run with every way open does not accuse the endpoints of a blocked one",
    runs: [
      runOf({ endpoints: [at("mx1.test", "sound")] }),
      runOf({ minute: 1, blocked: true, endpoints: [at("mx2.test", "timeout", "b.test")] }),
    ],
    settings: { "on-inconclusive": "ignore" },
    gate: "open",
    exit: 0,
    says: { "b.test mx2.test connect": "inconclusive egress-blocked" },
  },
  {
    name: "a later run that asked for DNS alone does not undo an open relay",
    runs: [
      runOf({ endpoints: [at("mx1.test", "open-relay")] }),
      runOf({ minute: 1, checks: ["mx"], endpoints: [] }),
      runOf({ minute: 2, checks: ["mx"], endpoints: [at("mx1.test", "not-reached")] }),
    ],
    gate: "closed",
    exit: 1,
    says: { "a.test mx1.test relay": "fail relay-open" },
  },
  {
    name: "a later run that saw all of it sound does not undo an open relay either",
    runs: [
      runOf({ endpoints: [at("mx1.test", "open-relay")] }),
      runOf({ minute: 1, endpoints: [at("mx1.test", "sound")] }),
    ],
    gate: "closed",
    exit: 1,
    says: { "a.test mx1.test relay": "fail relay-open" },
  },
  {
    name: "a domain that a later run lists with another host keeps the host that failed",
    runs: [
      runOf({ endpoints: [at("mx1.test", "expired")] }),
      runOf({ minute: 1, endpoints: [at("mx2.test", "sound")] }),
    ],
    gate: "closed",
    exit: 1,
    says: { "a.test mx1.test certificate": "fail cert-expired" },
  },
  {
    name: "a run that was cut short gives way to one that saw more, later or not",
    runs: [
      runOf({ endpoints: [at("mx1.test", "timeout")], blocked: true }),
      runOf({ minute: 1, ended: "deadline", endpoints: [at("mx1.test", "not-probed")] }),
    ],
    gate: "closed",
    exit: 3,
    says: { "a.test mx1.test connect": "inconclusive not-probed" },
  },
];

describe("merging", () => {
  for (const { name, runs: parts, settings, gate, exit, says } of CASES) {
    test(name, () => {
      const report = judgeRecorded(mergeObservations(parts.map(observationsOf)), policyOf(settings));
      const found = verdicts(report);
      for (const [place, verdict] of Object.entries(says)) assert.equal(found.get(place), verdict);
      assert.deepEqual([report.gate, exitCode(report, gateRules(report))], [gate, exit]);
    });
  }

  test("of two sights that saw as much, the later one counts", () => {
    const parts = [runOf({ endpoints: [at("mx1.test", "deferred")] }), runOf({ minute: 1, endpoints: [] })];
    const later = runOf({ minute: 2, endpoints: [at("mx1.test", "deferred")] });
    const report = judgeRecorded(mergeObservations([...parts, later].map(observationsOf)), policyOf());
    assert.equal(report.domains[0]?.servers[0]?.endpoints[0]?.run, 2);
  });

  test("of one that ended early and one that did not says how many did", () => {
    const parts = [
      runOf({ ended: "deadline", endpoints: [at("mx1.test", "not-probed")] }),
      runOf({ minute: 1, endpoints: [at("mx2.test", "sound")] }),
    ];
    const report = judgeRecorded(mergeObservations(parts.map(observationsOf)), policyOf());
    assert.match(report.gateSummary, /^1 of 2 runs ended early: /);
  });

  test("names the surroundings of all in its head, each once", () => {
    const [one, other] = [runOf({ endpoints: [] }), runOf({ minute: 1, endpoints: [] })].map(observationsOf);
    assert.ok(one !== undefined && other !== undefined);
    other.environment = { ...other.environment, route: "through a proxy" };
    const { environment } = judgeRecorded(mergeObservations([one, other]), policyOf());
    assert.equal(environment.route, `${one.environment.route}; through a proxy`);
    assert.equal(environment.resolver, one.environment.resolver);
  });

  test("of reports that read one certificate differently is refused", () => {
    const parts = [
      runOf({ endpoints: [at("mx1.test", "expired")] }),
      runOf({ minute: 1, endpoints: [at("mx1.test", "expired")] }),
    ].map(observationsOf);
    for (const facts of Object.values(parts[1]?.certificates ?? {}))
      facts.notAfter = "2999-01-01T00:00:00.000Z";
    assert.throws(
      () => mergeObservations(parts),
      (error) => {
        assert.ok(error instanceof ConfigurationError);
        assert.match(error.message, /Two reports disagree about the certificate/);
        return true;
      },
    );
  });

  test("judges each run at its own end: a later one makes no certificate valid", () => {
    const early = observationsOf(runOf({ endpoints: [at("mx1.test", "expired")] }));
    const soon = new Date(Date.parse(early.finished) + 30_000).toISOString();
    for (const facts of Object.values(early.certificates)) {
      if (facts.notAfter.startsWith("2002"))
        Object.assign(facts, { notBefore: soon, notAfter: "2999-01-01T00:00:00.000Z" });
    }
    const later = observationsOf(runOf({ minute: 9, endpoints: [at("mx2.test", "sound")] }));
    const report = judgeRecorded(mergeObservations([early, later]), policyOf());
    assert.match(verdicts(report).get("a.test mx1.test certificate") ?? "", /cert-not-yet-valid/);
  });
});
