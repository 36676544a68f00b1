import assert from "node:assert/strict";
import { test } from "node:test";
import { inFlight } from "../../../src/observe/dns/in-flight.ts";

test("no more work runs at once than allowed, all of it runs, in order", async () => {
  const oneOfMany = inFlight(3);
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const work = Array.from({ length: 20 }, (_, index) =>
    oneOfMany(async () => {
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
  const oneOfMany = inFlight(1);
  await assert.rejects(
    oneOfMany(() => Promise.reject(new Error("failed"))),
    /failed/,
  );
  assert.equal(await oneOfMany(() => Promise.resolve("done")), "done");
});
