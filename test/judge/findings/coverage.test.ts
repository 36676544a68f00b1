/** What a run leaves out on purpose, or will not have the time for, is said once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECK_IDS } from "../../../src/judge/checks/all.ts";
import { boundSentence } from "../../../src/judge/findings/coverage.ts";
import type { Observations, PolitenessBound } from "../../../src/observe/observation.ts";
import { judgeRecorded, observationsOf, policyOf } from "../../recorded/reports.ts";

const SOUND = observationsOf({
  minute: 0,
  checks: CHECK_IDS,
  blocked: false,
  endpoints: [{ domain: "a.test", host: "mx1.test", state: "sound" }],
});

/** The sound endpoint, and more addresses of its host that it stands for. */
function withSpared(addresses: readonly string[]): Observations {
  const [[, sound] = []] = Object.entries(SOUND.endpoints);
  if (sound === undefined) throw new Error("nothing recorded");
  const spared = addresses.map((address) => ({
    ...sound,
    address,
    notProbed: "another-address" as const,
    connections: [],
  }));
  const endpoints = Object.fromEntries(spared.map((each) => [`mx1.test|${each.address}|25`, each]));
  return {
    ...SOUND,
    domains: SOUND.domains.map((domain) => ({
      ...domain,
      endpoints: [...domain.endpoints, ...Object.keys(endpoints)],
    })),
    endpoints: { ...SOUND.endpoints, ...endpoints },
  };
}

test("addresses that another one stands for are skipped, counted once, and change nothing else", () => {
  const alone = judgeRecorded(SOUND, policyOf());
  const report = judgeRecorded(withSpared(["192.0.2.26", "192.0.2.27"]), policyOf());
  assert.deepEqual(
    report.findings.map(({ code, severity, message }) => [code, severity, message]),
    [
      [
        "addresses-not-probed",
        "notice",
        "2 addresses of 1 host not tested: one address of each host was chosen instead (addresses: one).",
      ],
    ],
  );
  const [domain] = report.domains;
  assert.deepEqual(domain?.reach, alone.domains[0]?.reach);
  assert.deepEqual([report.score, report.result, report.gate], [alone.score, alone.result, alone.gate]);
  const [, ...others] = domain?.servers[0]?.endpoints ?? [];
  assert.equal(others.length, 2);
  for (const { checks } of others)
    for (const { verdict, summary } of checks)
      assert.deepEqual([verdict, summary], ["skip", "another address of the host was tested"]);
});

const slow = (operator: string, seconds: number): PolitenessBound => ({
  operator,
  endpoints: 14_769,
  atOnce: 8,
  seconds,
  secondsLeft: 600,
});

test("operators that politeness makes too slow are named, the slowest first, and no more than three", () => {
  const politeness = [900, 2400, 700, 800].map((seconds, index) => slow(`op${String(index)}.test`, seconds));
  const report = judgeRecorded({ ...SOUND, politeness }, policyOf());
  assert.deepEqual(
    report.findings.map(({ code, message }) => [code, message]),
    [
      [2400, "op1"],
      [900, "op0"],
      [800, "op3"],
    ].map(([seconds, name]) => [
      "deadline-too-short",
      `${String(name)}.test alone needs about ${String(Math.floor(Number(seconds) / 60))} minutes, because no operator is crowded; the deadline leaves 10 minutes.`,
    ]),
  );
  assert.equal(report.gate, "open");
});

test("whoever watches is told how to mend it", () => {
  const said = boundSentence(slow("outlook.com", 2400));
  assert.match(said, /^outlook\.com alone needs about 40 minutes, .* the deadline leaves 10 minutes\. Raise/);
  for (const way of ["`deadline`", "`shard: K/N`", "`addresses: one`"]) assert.ok(said.includes(way), way);
});
