import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

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
