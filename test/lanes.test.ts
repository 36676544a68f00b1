/** Where tests and their support are: each test in one lane, quick ones without processes, no two supports of one name. */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { dealt, inOrder, LANES, LONGEST, WAYS } from "./lanes.ts";
import { ROOT } from "./support/run/locations.ts";

const filesOf = (patterns: readonly string[]): string[] =>
  globSync([...patterns], { cwd: ROOT }).map((file) => file.replaceAll("\\", "/"));

test("every test is in one lane; those of test/mta need root and those of test/browser a browser", () => {
  const all = filesOf(["test/**/*.test.ts"]).filter((file) => !/^test\/(?:mta|browser)\//.test(file));
  assert.deepEqual([...filesOf(LANES.quick), ...filesOf(LANES.slow)].sort(), all.sort());
});

test("files that take longest are begun first, and there are such files", () => {
  assert.deepEqual(inOrder(["x/a.ts", "x/b.ts", "c.ts", "d.ts"], ["d.ts", "b.ts"]), [
    "d.ts",
    "x/b.ts",
    "c.ts",
    "x/a.ts",
  ]);
  const firsts = { quick: LONGEST, slow: WAYS.slow.first, mta: WAYS.mta.first };
  for (const [lane, first] of Object.entries(firsts)) {
    const files = filesOf(LANES[lane as keyof typeof firsts]);
    for (const name of first) assert.equal(files.filter((file) => file.endsWith(`/${name}`)).length, 1, name);
  }
});

test("each file of the quick lane is in one part of it, and each part has a share of the longest", () => {
  assert.deepEqual(dealt(["a", "b", "c", "d", "e"], 2), [
    ["a", "d", "e"],
    ["b", "c"],
  ]);
});

const PROCESSES = /^(?:node:)?(?:child_process|cluster|worker_threads)$|\/support\/lab\/embedded-lab\.ts$/;

/** What of processes, threads and the lab a file of test/ brings in, itself or through others. */
function heavyImports(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = readFileSync(join(ROOT, file), "utf8");
  const specifiers = [...source.matchAll(/^(?:import|export)(?! type)[^;]*?"([^"]+)";/gm)].map(
    ([, name = ""]) => name,
  );
  return specifiers.flatMap((specifier) => {
    if (PROCESSES.test(specifier)) return [`${file}: ${specifier}`];
    const target = normalize(join(dirname(file), specifier)).replaceAll("\\", "/");
    const ours = specifier.startsWith(".") && target.startsWith("test/") && existsSync(join(ROOT, target));
    return ours ? heavyImports(target, seen) : [];
  });
}

test("the quick lane starts no process, no thread and no lab", () => {
  const heavy = filesOf(LANES.quick)
    .filter((file) => file !== "test/lanes.test.ts")
    .flatMap((file) => heavyImports(file));
  assert.deepEqual(heavy, []);
  assert.ok(heavyImports("test/run/run.slow.test.ts").length > 0);
});

test("no two files of support have one name", () => {
  const support = filesOf(["test/**/*.ts"]).filter((file) => !/\.(?:test|fuzz)\.ts$/.test(file));
  const twins = [...Map.groupBy(support, (file) => basename(file)).values()].filter(
    (files) => files.length > 1,
  );
  assert.deepEqual(twins, []);
});
