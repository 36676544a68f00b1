import assert from "node:assert/strict";
import { getEventListeners, once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { describe, test } from "node:test";
import { systemClock } from "../../src/system/clock.ts";

test("the wall clock counts milliseconds since 1970", () => {
  const before = Date.now();
  const now = systemClock.now();
  assert.ok(before <= now && now <= Date.now());
});

test("the other clock counts seconds and never goes back", () => {
  const before = process.uptime();
  const seconds = systemClock.monotonic();
  assert.ok(before <= seconds && seconds <= process.uptime());
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

/** Keeps this process from looking at anything for so many milliseconds. */
function block(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

describe("a process that was busy", () => {
  test("hears of what arrived meanwhile before it hears that its time is over", async (t) => {
    const server = createServer();
    await once(server.listen(0, "127.0.0.1"), "listening");
    const near = connect((server.address() as AddressInfo).port, "127.0.0.1");
    const [[far]] = (await Promise.all([once(server, "connection"), once(near, "connect")])) as [
      [Socket],
      [],
    ];
    t.after(() => {
      near.destroy();
      far.destroy();
      server.close();
    });
    const heard: string[] = [];
    near.on("data", () => heard.push("arrived"));
    const { signal } = new AbortController();
    const sleeping = systemClock.sleep(0.01, signal).then(() => heard.push("over"));
    far.write("220");
    block(100);
    await sleeping;
    assert.deepEqual(heard, ["arrived", "over"]);
  });

  test("knows how late it was", async () => {
    const end = systemClock.lateness?.();
    block(400);
    assert.ok((end?.() ?? 0) >= 0.3);
  });
});
