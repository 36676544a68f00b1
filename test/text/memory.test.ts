import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Memory } from "../../src/text/memory.ts";

/** Keys of which a memory works the value out when it is asked for all of them in turn. */
function workedOut(memory: Memory<string>, keys: readonly string[]): string[] {
  const made: string[] = [];
  for (const key of keys) {
    const value = memory.recall(key, () => {
      made.push(key);
      return `value of ${key}`;
    });
    assert.equal(value, `value of ${key}`);
  }
  return made;
}

describe("a memory", () => {
  test("works out once what is asked for again", () => {
    const memory = new Memory<string>(2);
    assert.deepEqual(workedOut(memory, ["a", "b", "a", "b"]), ["a", "b"]);
    assert.deepEqual([memory.get("a"), memory.get("c"), memory.size], ["value of a", undefined, 2]);
  });

  test("forgets the oldest entry for a new one, however often that happens", () => {
    const memory = new Memory<string>(3);
    const keys = Array.from({ length: 1000 }, (_, index) => String(index));
    assert.deepEqual(workedOut(memory, keys), keys);
    assert.deepEqual(workedOut(memory, ["997", "998", "999", "996"]), ["996"]);
    assert.equal(memory.get("997"), undefined);
    assert.equal(memory.size, 3);
  });

  test("keeps nothing under a key that is too long, and nothing at all without room", () => {
    const short = new Memory<string>(2, 1);
    assert.deepEqual(workedOut(short, ["ab", "ab", "a", "a"]), ["ab", "ab", "a"]);
    const none = new Memory<string>(0);
    assert.deepEqual(workedOut(none, ["a", "a"]), ["a", "a"]);
    assert.equal(none.size, 0);
  });
});
