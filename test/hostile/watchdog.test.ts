/**
 * How long a run holds the processor without a pause, and how soon it ends when it is to. Measured is the processor time
 * of this thread, and what the run waits for: what else the machine has to do is nobody's fault here.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { multiplied, observeLab } from "../../bench/multiplied-lab.ts";
import { POLICY_CHARACTERS } from "../../src/config/bounds.ts";
import { makeReplayPolicy, planning } from "../../src/config/plan.ts";
import { NO_SOURCES } from "../../src/config/policy/sources.ts";
import { judge } from "../../src/judge/judge.ts";
import type { Report } from "../../src/judge/report.ts";
import { parsingReport } from "../../src/recorded/report.ts";
import { renderRecording } from "../../src/recorded/recording.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderingSummary } from "../../src/report/summary/summary.ts";
import { blockLines, renderTerminal } from "../../src/report/terminal/terminal.ts";
import { rejudge } from "../../src/run/replay.ts";
import { check } from "../../src/run/run.ts";
import { paced } from "../../src/system/pace.ts";
import { outputTo, type OutputStream } from "../../src/system/streams.ts";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { TOOL } from "../../src/version.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";
import { systemClock } from "../../src/system/clock.ts";
import { clockThatEnds, type EndedClock } from "./clocks.ts";
import { startElsewhere } from "./elsewhere.ts";
import { PEERS, type Group } from "./peers.ts";
import { settingsFor } from "./verdicts.ts";

/** Milliseconds of processor time that a run may take without a pause. */
const LONGEST_STRETCH = 100;
/** Seconds of waiting, and of processor time, that it may take to end. */
const LONGEST_ENDING = 3;
const ATTEMPTS = 4;

function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The longest stretch between two turns of the event loop while something is done. */
async function longestStretch(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let watching = true;
  let last = processorTime();
  const beat = (): void => {
    const now = processorTime();
    longest = Math.max(longest, now - last);
    last = processorTime();
    if (watching) setImmediate(beat);
  };
  setImmediate(beat);
  await work();
  watching = false;
  return longest;
}

/** The smallest of a few measurements, or the first that is good enough. */
async function bestOf(measure: () => Promise<number>, enough: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && best >= enough; attempt++) {
    best = Math.min(best, await measure());
  }
  return best;
}

type Run = (
  settings: Readonly<Record<string, string>>,
  options?: { readonly interrupt: AbortSignal; readonly clock: EndedClock },
) => Promise<unknown>;

/** Peers that nobody has met yet: many of them are hostile once. */
async function amongFresh<Result>(group: Group, use: (run: Run) => Promise<Result>): Promise<Result> {
  const elsewhere = await startElsewhere(group);
  try {
    return await use((settings, options) =>
      check(
        given({ ...settingsFor(PEERS[group], elsewhere), deadline: "50", ...settings }),
        "command",
        new RecordingHost({ files: { "ca.pem": elsewhere.ca }, ...options }),
      ),
    );
  } finally {
    await elsewhere.close();
  }
}

test(`a run among certificates that cost as much as they can holds the processor for less than ${String(LONGEST_STRETCH)} ms at a time`, async () => {
  const stretch = await bestOf(
    () => amongFresh("dear", (run) => longestStretch(() => run({}))),
    LONGEST_STRETCH,
  );
  assert.ok(stretch < LONGEST_STRETCH, `${stretch.toFixed(0)} ms`);
});

/** Domains, and the endpoints that they share, of a report that takes seconds to judge and to write. */
const MANY = { domains: 2000, endpoints: 800 };

/** What a run over that many has left; nothing else of it is kept, which the collector would have to walk through. */
async function writtenOfMany(
  domains: readonly string[],
  render: (report: Report) => Iterable<string>,
): Promise<string> {
  const seen = multiplied(await observeLab(domains), MANY.domains, MANY.endpoints);
  const { policy } = makeReplayPolicy([]);
  return [...render(judge(seen, { policy, now: Date.parse(seen.finished), tool: TOOL }))].join("");
}

test(`judging a recording of ${String(MANY.domains)} domains, and telling of it, holds the processor for less than ${String(LONGEST_STRETCH)} ms at a time`, async () => {
  const recording = await writtenOfMany(["expired.test", "old-tls.test"], renderRecording);
  const sink: OutputStream = { write: (_text, done) => done?.(), on: () => undefined };
  const stretch = await bestOf(
    () =>
      longestStretch(async () => {
        const host = new RecordingHost({ files: { "seen.ndjson": recording } });
        const files = { "junit-file": "j.xml", "report-file": "r.json", "sarif-file": "s.sarif" };
        const report = await rejudge(["seen.ndjson"], given(files), undefined, host);
        assert.equal(report.domains.length, MANY.domains);
        const rules = gateRules(report);
        await outputTo(sink).writeLines(
          blockLines(renderTerminal(report, rules, { width: 100, colour: false })),
        );
        await paced(renderingSummary(report, rules));
      }),
    LONGEST_STRETCH,
  );
  assert.ok(stretch < LONGEST_STRETCH, `${stretch.toFixed(0)} ms`);
});

test("a report of as many domains is read without holding the processor", async () => {
  const text = await writtenOfMany(["expired.test"], renderJson);
  const stretch = await bestOf(
    () =>
      longestStretch(async () => {
        const read = await paced(parsingReport(text, "seen.json"));
        assert.equal(read.domains.length, MANY.domains);
      }),
    LONGEST_STRETCH,
  );
  assert.ok(stretch < LONGEST_STRETCH, `${stretch.toFixed(0)} ms`);
});

/** Policy files that take the longest to read: as many values, mistakes, rules and lines as there may be. */
const LONG_POLICIES: Readonly<Record<string, string>> = {
  domains: `domains:\n${Array.from({ length: 14_000 }, (_, index) => `- d${String(index)}.test\n`).join("")}`,
  "one list": `domains: [${"a,".repeat(39_000)}]`,
  "closing brackets": "- }\n".repeat(19_000),
  "one long text": `ca-file: |\n${"  x\n".repeat(60_000)}`,
  overrides: `overrides:\n${'- host: a\n  min-tls-version: "1.3"\n'.repeat(4_900)}`,
};

describe("a policy file is read without holding the processor", () => {
  for (const [name, text] of Object.entries(LONG_POLICIES)) {
    test(name, async () => {
      assert.ok(text.length < POLICY_CHARACTERS);
      const sources = { ...NO_SOURCES, readFile: () => text };
      const given = [{ name: "config-file", value: "p.yml", label: "config-file" }];
      const stretch = await bestOf(
        () =>
          longestStretch(async () => {
            try {
              await paced(planning(given, "command", sources));
            } catch (error) {
              assert.ok(error instanceof ConfigurationError);
              for (const { message } of error.problems) assert.doesNotMatch(message, /are read|more keys/);
            }
          }),
        LONGEST_STRETCH,
      );
      assert.ok(stretch < LONGEST_STRETCH, `${stretch.toFixed(0)} ms`);
    });
  }
});

/** Seconds after which runs are ended: in the midst of dialogs, and in the midst of what follows them. */
const MOMENTS = [1, 3];

/** Processor seconds of this thread from the end of a run on; all runs of a group go on at once. */
async function workAfterTheEnd(group: Group, moment: number, how: "deadline" | "signal"): Promise<number> {
  return amongFresh(group, async (run) => {
    const interruption = new AbortController();
    const ends = how === "deadline" ? systemClock.monotonic() + moment : Infinity;
    const clock = clockThatEnds(LONGEST_ENDING, ends);
    let ended = processorTime();
    const end = (): void => {
      ended = processorTime();
      if (how === "deadline") return;
      clock.end();
      interruption.abort();
    };
    const timer = setTimeout(end, moment * 1000);
    await run(how === "deadline" ? { deadline: String(moment) } : {}, {
      interrupt: interruption.signal,
      clock,
    });
    clearTimeout(timer);
    return (processorTime() - ended) / 1000;
  });
}

describe(`a run waits and works for less than ${String(LONGEST_ENDING)} s after its end`, () => {
  for (const group of ["dialogs", "tls", "floods", "dear"] as const) {
    describe(`among the ${group}`, { concurrency: 4 }, () => {
      for (const moment of MOMENTS) {
        for (const how of ["deadline", "signal"] as const) {
          test(`a ${how} after ${String(moment)} s`, async () => {
            const late = await workAfterTheEnd(group, moment, how);
            assert.ok(late < LONGEST_ENDING, `${late.toFixed(1)} s`);
          });
        }
      }
    });
  }
});
