import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, test } from "node:test";
import { systemClock } from "../../src/system/clock.ts";

test("the wall clock counts milliseconds since 1970", () => {
  const before = Date.now();
  const now = systemClock.now();
  assert.ok(before <= now && now <= Date.now());
});

test("the other clock counts seconds and never goes back", () => {
  const before = performance.now();
  const seconds = systemClock.monotonic();
  assert.ok(before <= seconds * 1000 && seconds * 1000 <= performance.now());
});

describe("a sleep", () => {
  test("lasts as many seconds as are asked for", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { signal } = new AbortController();
    let awake = false;
    const sleeping = systemClock.sleep(5, signal).then(() => {
      awake = true;
    });
    t.mock.timers.tick(4999);
    await Promise.resolve();
    assert.equal(awake, false);
    t.mock.timers.tick(1);
    await sleeping;
    assert.equal(getEventListeners(signal, "abort").length, 0);
  });

  test("ends with the signal, and leaves no timer behind", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const clear = t.mock.method(globalThis, "clearTimeout");
    const ending = new AbortController();
    const sleeping = systemClock.sleep(3600, ending.signal);
    ending.abort();
    await sleeping;
    assert.equal(clear.mock.callCount(), 1);
    assert.equal(getEventListeners(ending.signal, "abort").length, 0);
  });

  test("does not begin after the signal", async () => {
    await systemClock.sleep(3600, AbortSignal.abort());
  });
});
