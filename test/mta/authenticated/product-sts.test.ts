/** The whole program against every target that is about policies: what comes out is what the label says. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { askTwice, differing, withThoseOf } from "../second-lab.ts";
import { askBed } from "./ask-bed.ts";
import { judged as judgedSchema, STS_TARGETS, type Judged } from "./product-sts.ts";

/** What came out of a target, beside what its label says; of what it says nothing about, anything may. */
function outcomesOf(judged: readonly Judged[], name: string) {
  const { label } = STS_TARGETS.find((target) => target.name === name) ?? assert.fail(name);
  const found = judged.find((each) => each.name === name);
  return {
    seen: { mtaSts: label.mtaSts && found?.mtaSts, tlsRpt: label.tlsRpt && found?.tlsRpt },
    said: { mtaSts: label.mtaSts, tlsRpt: label.tlsRpt },
    words: found?.words ?? ["it was not tested"],
  };
}

let judged: readonly Judged[];
before(async () => {
  judged = await askTwice<readonly Judged[]>({
    ask: (only) => askBed("run-product-sts.ts", z.array(judgedSchema), only),
    differences: (all) =>
      differing(STS_TARGETS, (name) => {
        const { seen, said, words } = outcomesOf(all, name);
        return isDeepStrictEqual(seen, said) ? [] : [JSON.stringify(seen), ...words];
      }),
    replace: (first, second, targets) => withThoseOf(second, first, targets),
  });
});

describe("the program says what the label says", () => {
  for (const { name, rule } of STS_TARGETS) {
    test(`${name}: ${rule}`, () => {
      assert.ok(judged.some((each) => each.name === name));
      const { seen, said, words } = outcomesOf(judged, name);
      assert.deepEqual(seen, said, words.join("\n"));
    });
  }
});
