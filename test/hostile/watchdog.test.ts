/**
 * How long a run holds the processor without a pause, and how soon it ends when it is to. Measured is the processor time
 * of this thread, and the best of a few runs counts: what else the machine has to do is nobody's fault here.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { check } from "../../src/run/run.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";
import { startElsewhere } from "./elsewhere.ts";
import { PEERS, type Group } from "./peers.ts";
import { settingsFor } from "./verdicts.ts";

/** Milliseconds of processor time that a run may take without a pause. */
const LONGEST_STRETCH = 100;
/** Seconds that it may take to end. */
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

/** Peers that nobody has met yet: many of them are hostile once. */
async function amongFresh<Result>(
  group: Group,
  use: (
    run: (settings: Readonly<Record<string, string>>, interrupt?: AbortSignal) => Promise<unknown>,
  ) => Promise<Result>,
): Promise<Result> {
  const elsewhere = await startElsewhere(group);
  try {
    return await use((settings, interrupt) =>
      check(
        given({ ...settingsFor(PEERS[group], elsewhere), deadline: "50", ...settings }),
        "command",
        new RecordingHost({ files: { "ca.pem": elsewhere.ca }, ...(interrupt && { interrupt }) }),
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

/** Seconds after which runs are ended: in the midst of dialogs, and in the midst of what follows them. */
const MOMENTS = [1, 3];

describe("a run ends within 3 s", () => {
  for (const group of ["dialogs", "tls", "floods", "dear"] as const) {
    for (const moment of MOMENTS) {
      test(`of its deadline of ${String(moment)} s, among the ${group}`, async () => {
        const late = await bestOf(
          () =>
            amongFresh(group, async (run) => {
              const began = performance.now();
              await run({ deadline: String(moment) });
              return (performance.now() - began) / 1000 - moment;
            }),
          LONGEST_ENDING,
        );
        assert.ok(late < LONGEST_ENDING, `${late.toFixed(1)} s`);
      });

      test(`of a signal after ${String(moment)} s, among the ${group}`, async () => {
        const late = await bestOf(
          () =>
            amongFresh(group, async (run) => {
              const interruption = new AbortController();
              const running = run({}, interruption.signal);
              await new Promise((resolve) => setTimeout(resolve, moment * 1000));
              const began = performance.now();
              interruption.abort();
              await running;
              return (performance.now() - began) / 1000;
            }),
          LONGEST_ENDING,
        );
        assert.ok(late < LONGEST_ENDING, `${late.toFixed(1)} s`);
      });
    }
  }
});
