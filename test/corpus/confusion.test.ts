/**
 * How the corpus is read. It prints counts only.
 *
 * The goal is 95 % of each half and no heavy error. The development half is what the rules were made on; the unseen
 * one tells what they are worth. Who changes a rule for its sake writes a new half first (README.md).
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { confusionOf, heavyOf, matrixOf, rateOf } from "./confusion.ts";

test("the development half is read rightly to 95 %, without a heavy error, and all of its pairs are", () => {
  const development = confusionOf("development");
  assert.ok(rateOf(development) >= 0.95, String(rateOf(development)));
  assert.equal(heavyOf(development), 0);
  assert.equal(development.pairs.right, development.pairs.total);
});

test("so is the unseen half, as soon as there is one", () => {
  const unseen = confusionOf("unseen");
  assert.ok(rateOf(unseen) >= 0.95, String(rateOf(unseen)));
  assert.equal(heavyOf(unseen), 0);
  assert.equal(unseen.pairs.heavy, 0);
});

test("the matrix counts every reply of a half once", () => {
  const development = confusionOf("development");
  const sum = Object.values(development.counts)
    .flatMap((row) => Object.values(row))
    .reduce((all, each) => all + each, 0);
  assert.equal(sum, development.total);
  assert.match(
    matrixOf(development),
    new RegExp(`^development half: ${String(development.right)} of ${String(sum)} replies`, "u"),
  );
});
