import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
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

test("the flags of V8 are such as this version knows, and are not set where another one runs", () => {
  const machine = new URL("../../src/system/machine.ts", import.meta.url).href;
  const set = `const { keepMemorySmall, collectLessOften } = await import(${JSON.stringify(machine)}); keepMemorySmall(); collectLessOften();`;
  const other = `Object.defineProperty(process.versions, "v8", { value: "99.1" });
    const v8 = (await import("node:v8")).default;
    v8.setFlagsFromString = (flag) => console.error(flag);
    (await import("node:module")).syncBuiltinESMExports();`;
  for (const script of [set, other + set]) {
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
    });
    assert.deepEqual([status, stderr], [0, ""]);
  }
});
