/**
 * How the corpus is read. It prints counts only.
 *
 * The goal is 95 % of each half and no heavy error. The development half is what the rules were made on; the unseen
 * one tells what they are worth. Who changes a rule for its sake writes a new half first (README.md).
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { confusionOf, matrixOf, rateOf } from "./confusion.ts";

/**
 * What was counted of the unseen half, once, by who had not changed a rule for it. Undefined while there is none:
 * then README.md says so.
 */
const COUNTED: { readonly rate: number; readonly heavy: number; readonly heavyPairs: number } | undefined = {
  rate: 444 / 456,
  heavy: 0,
  heavyPairs: 0,
};

const NONE = "State: no unseen half is in the tree.";
const readme = readFileSync(join(import.meta.dirname, "README.md"), "utf8");

const development = confusionOf("development");

test("the development half, and its pairs, are read rightly to 95 %, without a heavy error", () => {
  assert.ok(rateOf(development) >= 0.95, String(rateOf(development)));
  assert.equal(development.heavy, 0);
  assert.ok(rateOf(development.pairs) >= 0.95, String(rateOf(development.pairs)));
  assert.equal(development.pairs.heavy, 0);
});

test("the unseen half is read as it was counted; where none is in the tree, README.md says so", () => {
  const unseen = confusionOf("unseen");
  assert.equal(readme.includes(NONE), unseen.total === 0, "README.md and the files disagree");
  assert.equal(
    COUNTED === undefined,
    unseen.total === 0,
    "a half is in the tree, and was not counted, or is gone",
  );
  const least = COUNTED ?? { rate: 1, heavy: 0, heavyPairs: 0 };
  assert.ok(rateOf(unseen) >= least.rate, String(rateOf(unseen)));
  assert.ok(unseen.heavy <= least.heavy, String(unseen.heavy));
  assert.ok(unseen.pairs.heavy <= least.heavyPairs, String(unseen.pairs.heavy));
});

test("the matrix counts every reply of a half once", () => {
  const sum = Object.values(development.counts)
    .flatMap((row) => Object.values(row))
    .reduce((all, each) => all + each, 0);
  assert.equal(sum, development.total);
  assert.match(
    matrixOf(development),
    new RegExp(`^development half: ${String(development.right)} of ${String(sum)} replies`, "u"),
  );
});
