/** Deadlines: one end, told once, and nothing left behind. */
import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, test } from "node:test";
import type { Clock } from "../../src/system/clock.ts";
import { Deadline, startDeadline } from "../../src/system/deadline.ts";

/** A clock whose sleepers wake when a test says so. */
function handClock() {
  const sleepers: (() => void)[] = [];
  const asked: number[] = [];
  const clock: Clock = {
    now: () => 0,
    monotonic: () => 0,
    sleep: (seconds, signal) => {
      asked.push(seconds);
      return new Promise((resolve) => {
        sleepers.push(resolve);
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
    },
  };
  const wake = async (): Promise<void> => {
    for (const sleeper of sleepers.splice(0)) sleeper();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, asked, wake };
}

describe("a deadline", () => {
  test("ends when its time is up, and says so once", async () => {
    const { clock, asked, wake } = handClock();
    const above = new AbortController();
    const told: string[] = [];
    const deadline = startDeadline(7, { clock, signal: above.signal }, (why) => told.push(why));
    assert.deepEqual([asked, deadline.why, deadline.signal.aborted], [[7], undefined, false]);
    await wake();
    above.abort();
    deadline.end();
    assert.deepEqual([told, deadline.why, deadline.signal.aborted], [["timeout"], "timeout", true]);
  });

  test("ends with the signal above it, and says so once", async () => {
    const { clock, wake } = handClock();
    const above = new AbortController();
    const told: string[] = [];
    const deadline = startDeadline(7, { clock, signal: above.signal }, (why) => told.push(why));
    above.abort();
    await wake();
    assert.deepEqual([told, deadline.why, deadline.signal.aborted], [["aborted"], "aborted", true]);
  });

  test("says nothing when the work is done, and its timer ends", async () => {
    const { clock, wake } = handClock();
    const told: string[] = [];
    const deadline = startDeadline(7, { clock }, (why) => told.push(why));
    deadline.end();
    await wake();
    assert.deepEqual([told, deadline.why, deadline.signal.aborted], [[], "done", true]);
  });

  test("is over at once, without a timer, where the signal above it has aborted", () => {
    const { clock, asked } = handClock();
    const told: string[] = [];
    const signal = AbortSignal.abort();
    const deadline = startDeadline(7, { clock, signal }, (why) => told.push(why));
    assert.deepEqual([told, deadline.why, asked], [["aborted"], "aborted", []]);
  });

  for (const [how, end] of [
    ["time", async (_: Deadline, wake: () => Promise<void>) => wake()],
    ["the work", async (deadline: Deadline) => deadline.end()],
  ] as const) {
    test(`leaves no listener on the signal above it after its end by ${how}`, async () => {
      const { clock, wake } = handClock();
      const { signal } = new AbortController();
      const deadline = startDeadline(7, { clock, signal });
      assert.equal(getEventListeners(signal, "abort").length, 1);
      await end(deadline, wake);
      assert.equal(getEventListeners(signal, "abort").length, 0);
    });
  }

  test("ends what stands below it", () => {
    const run = new Deadline();
    const below = new Deadline(run.signal);
    run.end();
    assert.deepEqual([below.why, below.signal.aborted], ["aborted", true]);
  });
});
