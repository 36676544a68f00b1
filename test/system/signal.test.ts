/** Light signals: what an AbortSignal does, for those who listen. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { abortSignalOf, LightSignal } from "../../src/system/signal.ts";

describe("a light signal", () => {
  test("calls its listeners once, in the order of their coming, and not those that went", () => {
    const signal = new LightSignal();
    const called: string[] = [];
    const gone = (): void => void called.push("gone");
    signal.addEventListener("abort", gone);
    signal.addEventListener("abort", () => called.push(`first ${String(signal.aborted)}`));
    signal.addEventListener("abort", () => called.push("second"));
    signal.removeEventListener("abort", gone);
    assert.equal(signal.aborted, false);
    signal.abort();
    signal.abort();
    assert.deepEqual(called, ["first true", "second"]);
  });

  test("does not call who goes while it calls, nor who comes when it is over", () => {
    const signal = new LightSignal();
    const called: string[] = [];
    const goes = (): void => void called.push("goes");
    signal.addEventListener("abort", () => signal.removeEventListener("abort", goes));
    signal.addEventListener("abort", goes);
    signal.addEventListener("abort", () => signal.addEventListener("abort", () => called.push("late")));
    signal.abort();
    signal.addEventListener("abort", () => called.push("late"));
    assert.deepEqual(called, []);
  });
});

describe("an AbortSignal of a signal", () => {
  test("aborts with it", () => {
    const signal = new LightSignal();
    const whole = abortSignalOf(signal);
    assert.equal(whole.aborted, false);
    signal.abort();
    assert.equal(whole.aborted, true);
    assert.equal(abortSignalOf(signal).aborted, true);
  });

  test("is the signal itself where that is one", () => {
    const { signal } = new AbortController();
    assert.equal(abortSignalOf(signal), signal);
  });
});
