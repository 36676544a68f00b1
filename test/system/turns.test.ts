/** Work in pieces, one in each turn of the event loop. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Turns } from "../../src/system/turns.ts";

const unending = new AbortController().signal;

describe("pieces of work", () => {
  test("are done in the order of their coming, and give what they give", async () => {
    const turns = new Turns();
    const order: number[] = [];
    const done = await Promise.all(
      [1, 2, 3].map((number) =>
        turns.do(() => {
          order.push(number);
          return number * 10;
        }, unending),
      ),
    );
    assert.deepEqual(
      [order, done],
      [
        [1, 2, 3],
        [10, 20, 30],
      ],
    );
  });

  test("let everything else have its turn between any two of them", async () => {
    const turns = new Turns();
    let others = 0;
    const between: number[] = [];
    const other = (): void => {
      others++;
      if (others < 100) setImmediate(other);
    };
    setImmediate(other);
    await Promise.all(Array.from({ length: 5 }, () => turns.do(() => between.push(others), unending)));
    assert.equal(new Set(between).size, 5, between.join(" "));
  });

  test("are left out when the signal aborts before their turn", async () => {
    const turns = new Turns();
    const ending = new AbortController();
    const first = turns.do(() => {
      ending.abort();
    }, ending.signal);
    const second = turns.do((): unknown => assert.fail("it was over"), ending.signal);
    await first;
    assert.equal(await second, undefined);
    assert.equal(await turns.do(() => "others go on", unending), "others go on");
  });

  test("that throw fail whoever waits for them, and nobody else", async () => {
    const turns = new Turns();
    const failing = turns.do(() => {
      throw new Error("a bug");
    }, unending);
    const next = turns.do(() => 1, unending);
    await assert.rejects(failing, /a bug/);
    assert.equal(await next, 1);
  });
});
