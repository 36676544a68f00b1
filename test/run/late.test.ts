/** What is loaded late is loaded by nobody else: one plain import, and every run would load it at its start. */
import assert from "node:assert/strict";
import { dirname } from "node:path";
import { test } from "node:test";
import { readHouse } from "../../.github/scripts/house.ts";

const LATE = "run/late.ts";
const { imports } = readHouse(dirname(dirname(import.meta.dirname)));

/** Files that are loaded with a file, at once. */
function loadedBy(start: string): ReadonlySet<string> {
  const loaded = new Set([start]);
  for (const file of loaded) {
    if (file === LATE) continue;
    for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly) loaded.add(to);
  }
  return loaded;
}

const late = imports.filter(({ from, typeOnly }) => from === LATE && !typeOnly).map(({ to }) => to);
const schemas = ["observe/schemas/observation.ts", "judge/schemas/report.ts"];

test("the command loads late parts late, and the schemas of recorded runs with them", () => {
  const loaded = loadedBy("command.ts");
  assert.ok(loaded.has(LATE) && loaded.has("run/run.ts"));
  assert.notEqual(late.length, 0);
  assert.deepEqual(
    [...late, ...schemas].filter((file) => loaded.has(file)),
    [],
  );
});

test("the Action, which shows a summary of each run, loads no schemas of recorded runs", () => {
  const loaded = loadedBy("action.ts");
  assert.ok(loaded.has("run/run.ts"));
  assert.deepEqual(
    schemas.filter((file) => loaded.has(file)),
    [],
  );
});

test("the reader of recorded runs loads their schemas", () => {
  const loaded = loadedBy("config/recorded-file.ts");
  assert.deepEqual(
    schemas.filter((file) => !loaded.has(file)),
    [],
  );
});
