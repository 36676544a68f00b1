/** The weights of the evidence: fitted to the development half, and worth something beyond the products in it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { crossed, examples, fileOf, fit, type Crossed } from "./weigh.ts";

const FILE = join(import.meta.dirname, "../../src/judge/replies/evidence-weights.ts");
const of = examples();

test("the weights in the tree are those of the development half: node test/corpus/weigh.ts", () => {
  assert.equal(readFileSync(FILE, "utf8"), fileOf(fit(of)));
});

test("of products that they were not fitted to, they alone read four of five replies rightly", () => {
  const seen = crossed(of);
  const isRight = ({ chances, example }: Crossed): boolean =>
    chances.indexOf(Math.max(...chances)) === example.label;
  assert.equal(seen.length, of.length);
  assert.ok(seen.filter(isRight).length >= 0.8 * seen.length);
  const sure = seen.filter(({ chances }) => Math.max(...chances) >= 0.8);
  assert.ok(sure.length >= seen.length / 2);
  assert.ok(sure.filter(isRight).length >= 0.93 * sure.length);
});
