import assert from "node:assert/strict";
import { test } from "node:test";
import { thisMachine } from "../../src/system/machine.ts";

test("random numbers are in [0, 1), and no two of a thousand are the same", () => {
  const { random } = thisMachine();
  const numbers = Array.from({ length: 1000 }, random);
  assert.ok(numbers.every((number) => number >= 0 && number < 1));
  // Of 2^32 values, some thousand hit one twice once in 8,600 runs; five, never.
  assert.ok(new Set(numbers).size > 995);
  assert.notDeepEqual(numbers, Array.from({ length: 1000 }, thisMachine().random));
});
