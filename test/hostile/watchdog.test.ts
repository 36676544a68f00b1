/**
 * How long a run holds the processor without a pause, and how soon it ends when it is to. Measured is the processor time
 * of this thread, and what the run waits for: what else the machine has to do is nobody's fault here.
 */
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { describe, test, type TestContext } from "node:test";
import { multiplied, observeLab } from "../../bench/multiplied-lab.ts";
import { POLICY_CHARACTERS } from "../../src/config/bounds.ts";
import { MAX_EVIDENCE_OCTETS, MAX_POSTMASTERS } from "../../src/observe/bounds.ts";
import type { Step } from "../../src/observe/observation.ts";
import { asking, openSettings, planning } from "../../src/config/plan.ts";
import { readingPolicyFile } from "../../src/config/policy/file.ts";
import { makeReplayPolicy } from "../support/run/made-plan.ts";
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

/**
 * What a run may take without a pause: so many times the processor time of a fixed piece of work, measured beside it. A
 * machine on which everything takes three times as long is nobody's fault here. On an idle one this is about 300 ms; the holes that this is for took seconds.
 */
const LONGEST_STRETCH = 25;
/** Seconds of waiting, and of processor time, that it may take to end. */
const LONGEST_ENDING = 3;
const ATTEMPTS = 4;

function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** A piece of work like what a run does: objects made, written, read, and hashed. */
function fixedWork(): void {
  const entries = Array.from({ length: 8000 }, (_, index) => ({
    name: `d${String(index)}.test`,
    seen: [index],
  }));
  for (let round = 0; round < 2; round++) {
    const text = JSON.stringify(entries);
    hash("sha512", text);
    JSON.parse(text);
  }
}

/** Milliseconds of processor time that something takes which nothing interrupts. */
function costOf(work: () => void): number {
  const before = processorTime();
  work();
  return processorTime() - before;
}

/** The longest stretch between two turns of the event loop while something is done, in milliseconds of processor time. */
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

/** Fails where something never goes on for less than LONGEST_STRETCH at a time; the first attempt that does is enough. */
async function holdsBriefly(context: TestContext, measure: () => Promise<number>): Promise<void> {
  const seen: string[] = [];
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && best >= LONGEST_STRETCH; attempt++) {
    fixedWork();
    const before = costOf(fixedWork);
    const stretch = await measure();
    const unit = Math.max(before, costOf(fixedWork));
    best = Math.min(best, stretch / unit);
    seen.push(`${stretch.toFixed(0)} ms of ${(LONGEST_STRETCH * unit).toFixed(0)}`);
  }
  context.diagnostic(seen.join(", "));
  assert.ok(best < LONGEST_STRETCH, seen.join(", "));
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

test("a run among certificates that cost as much as they can does not hold the processor", (context) =>
  holdsBriefly(context, () => amongFresh("dear", (run) => longestStretch(() => run({})))));

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

test(`judging a recording of ${String(MANY.domains)} domains, and telling of it, does not hold the processor`, async (context) => {
  const recording = await writtenOfMany(["expired.test", "old-tls.test"], renderRecording);
  const sink: OutputStream = { write: (_text, done) => done?.(), on: () => undefined };
  await holdsBriefly(context, () =>
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
  );
});

/** The recording of a server whose answer about each of as many domains as it may share has long words of its own. */
async function recordingOfManyWords(): Promise<string> {
  const seen = multiplied(await observeLab(["expired.test"]), MAX_POSTMASTERS, 1);
  const accepted: Step = { reply: { code: 250, lines: ["250 2.1.0 Ok"], seconds: 0 } };
  const refused = (domain: string): Step => {
    const words = `550 5.7.1 <>: Sender address rejected: ${domain} `;
    const line = words.padEnd(MAX_EVIDENCE_OCTETS - 1, "x ");
    return { reply: { code: 550, lines: [line], seconds: 0 } };
  };
  for (const { connections } of Object.values(seen.endpoints)) {
    for (const { delivery } of connections) {
      if (delivery === undefined) continue;
      delivery.transactions = seen.domains.flatMap(({ name: domain }) => [
        { domain, sender: "", mail: accepted, rcpt: refused(domain) },
        {
          domain,
          sender: "mx-gate@probe.test",
          mail: accepted,
          rcpt: domain === seen.domains[0]?.name ? accepted : refused(domain),
        },
      ]);
    }
  }
  const { policy } = makeReplayPolicy([]);
  const report = judge(seen, { policy, now: Date.parse(seen.finished), tool: TOOL });
  return [...renderRecording(report)].join("");
}

test("judging a server that says something else of each domain does not hold the processor", async (context) => {
  const recording = await recordingOfManyWords();
  await holdsBriefly(context, () =>
    longestStretch(async () => {
      const host = new RecordingHost({ files: { "seen.ndjson": recording } });
      const report = await rejudge(["seen.ndjson"], given({}), undefined, host);
      assert.equal(report.domains.length, MAX_POSTMASTERS);
    }),
  );
});

test("a report of as many domains is read without holding the processor", async (context) => {
  const text = await writtenOfMany(["expired.test"], renderJson);
  await holdsBriefly(context, () =>
    longestStretch(async () => {
      const read = await paced(parsingReport(text, "seen.json"));
      assert.equal(read.domains.length, MANY.domains);
    }),
  );
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
    test(name, async (context) => {
      assert.ok(text.length < POLICY_CHARACTERS);
      const sources = { ...NO_SOURCES, readFile: () => text };
      const given = [{ name: "config-file", value: "p.yml", label: "config-file" }];
      await holdsBriefly(context, () =>
        longestStretch(async () => {
          try {
            const asked = await paced(
              asking(openSettings(given, "command", sources), sources, readingPolicyFile),
            );
            await paced(planning(asked, sources, undefined));
          } catch (error) {
            assert.ok(error instanceof ConfigurationError);
            for (const { message } of error.problems) assert.doesNotMatch(message, /are read|more keys/);
          }
        }),
      );
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
