import assert from "node:assert/strict";
import { test } from "node:test";
import { Turnstile } from "../../src/system/turnstile.ts";

test("no more work runs at once than allowed, all of it runs, in order", async () => {
  const turnstile = new Turnstile(3);
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const work = Array.from({ length: 20 }, (_, index) =>
    turnstile.pass(async () => {
      started.push(index);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return index;
    }),
  );
  assert.deepEqual(await Promise.all(work), [...Array(20).keys()]);
  assert.deepEqual(started, [...Array(20).keys()]);
  assert.equal(most, 3);
});

test("work that fails gives up its place", async () => {
  const turnstile = new Turnstile(1);
  await assert.rejects(
    turnstile.pass(() => Promise.reject(new Error("failed"))),
    /failed/,
  );
  assert.equal(await turnstile.pass(() => Promise.resolve("done")), "done");
});

test("those who go ahead are let in before the others, each in the order of their coming", async () => {
  const turnstile = new Turnstile(1);
  await turnstile.enter();
  const entered: string[] = [];
  const waiting = (["a", "B", "c", "D"] as const).map(async (name) => {
    await turnstile.enter(name === "B" || name === "D");
    entered.push(name);
    turnstile.leave();
  });
  assert.equal(turnstile.isEmpty, false);
  turnstile.leave();
  await Promise.all(waiting);
  assert.deepEqual(entered, ["B", "D", "a", "c"]);
  assert.equal(turnstile.isEmpty, true);
});
