/** The gate: what `fail-on` and `on-inconclusive` make of a run, and the sentence that says why. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Report } from "../../src/judge/report.ts";
import { judgeAgain, planOf, play, type Played, type Scene } from "./scene.ts";

/** Runs with nothing wrong, a warning, an error, an inconclusive, and an error beside inconclusives. */
const SCENES = {
  sound: {},
  warning: { script: { greeting: "220 ESMTP ready\r\n" } },
  error: { script: { starttls: "missing" } },
  inconclusive: { script: { greeting: "450 4.7.1 Come back later\r\n" } },
  both: { script: { starttls: "missing", troubles: [{ at: "MAIL", reply: "421 4.7.0 Enough" }] } },
} as const satisfies Record<string, Scene>;
type Run = keyof typeof SCENES;

const runs = new Map<Run, Played>();
before(async () => {
  for (const run of Object.keys(SCENES) as Run[]) runs.set(run, await play(SCENES[run]));
});

function judged(run: Run, settings: Readonly<Record<string, string>>): Report {
  const { observations } = runs.get(run) ?? assert.fail(run);
  return judgeAgain(observations, planOf(settings).policy);
}

interface Case {
  readonly run: Run;
  readonly settings?: Readonly<Record<string, string>>;
  readonly gate: Report["gate"];
  readonly because: string;
}

const NEVER = { "fail-on": "never" };
const STRICT = { "fail-on": "warning" };

const CASES: readonly Case[] = [
  { run: "sound", gate: "open", because: "Gate open." },
  { run: "sound", settings: STRICT, gate: "open", because: "Gate open." },
  { run: "warning", gate: "open", because: "Gate open: 1 warning." },
  {
    run: "warning",
    settings: STRICT,
    gate: "closed",
    because: "Gate closed: 1 warning.",
  },
  { run: "error", gate: "closed", because: "Gate closed: 1 error." },
  {
    run: "error",
    settings: NEVER,
    gate: "open",
    because: "Gate open: 1 error (fail-on: never).",
  },
  {
    run: "inconclusive",
    gate: "closed",
    because: "Gate closed: 1 inconclusive check (on-inconclusive: fail).",
  },
  {
    run: "inconclusive",
    settings: { "on-inconclusive": "warn" },
    gate: "open",
    because: "Gate open: 1 inconclusive check (on-inconclusive: warn).",
  },
  {
    run: "inconclusive",
    settings: { "on-inconclusive": "ignore" },
    gate: "open",
    because: "Gate open: 1 inconclusive check (on-inconclusive: ignore).",
  },
  {
    run: "inconclusive",
    settings: NEVER,
    gate: "open",
    because: "Gate open: 1 inconclusive check (fail-on: never).",
  },
  {
    run: "inconclusive",
    settings: STRICT,
    gate: "closed",
    because: "Gate closed: 1 inconclusive check (on-inconclusive: fail).",
  },
  {
    run: "both",
    gate: "closed",
    because: "Gate closed: 1 error, 2 inconclusive checks (on-inconclusive: fail).",
  },
  {
    run: "both",
    settings: { "on-inconclusive": "ignore" },
    gate: "closed",
    because: "Gate closed: 1 error, 2 inconclusive checks (on-inconclusive: ignore).",
  },
];

describe("the gate", () => {
  for (const { run, settings = {}, gate, because } of CASES) {
    const asked = Object.entries(settings).map(([name, value]) => `${name}: ${value}`);
    test(`is ${gate} for the run ${run} with ${asked.join(", ") || "the defaults"}: ${because}`, () => {
      const report = judged(run, settings);
      assert.deepEqual({ gate: report.gate, because: report.gateSummary }, { gate, because });
    });
  }

  test("counts a cause once, however many domains it concerns", () => {
    const { observations } = runs.get("error") ?? assert.fail();
    const [first] = observations.domains;
    assert.ok(first);
    const names = ["a.example", "b.example", "c.example"];
    const domains = names.map((name) => ({ ...first, name }));
    const report = judgeAgain({ ...observations, domains }, planOf({}).policy);
    assert.equal(report.counts.fail, 3);
    assert.equal(report.gateSummary, "Gate closed: 1 error behind 3 failed checks.");
  });

  test("is open for a warning and closed for it with fail-on: warning", () => {
    assert.equal(judged("warning", {}).gate, "open");
    assert.equal(judged("warning", STRICT).gate, "closed");
    assert.equal(judged("warning", NEVER).gate, "open");
  });

  test("never changes what the run says of itself", () => {
    for (const run of runs.keys()) {
      const results = [{}, STRICT, NEVER, { "on-inconclusive": "ignore" }].map(
        (settings) => judged(run, settings).result,
      );
      assert.equal(new Set(results).size, 1, run);
    }
  });
});
