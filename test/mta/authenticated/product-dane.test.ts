/** The whole program against every target that is about DANE: what comes out is what the label says. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { askTwice, differing, withThoseOf } from "../second-lab.ts";
import { askBed } from "./ask-bed.ts";
import { DANE_TARGETS, judgedDane, type JudgedDane } from "./product-dane.ts";

/** What came out of a target, beside what its label says. */
function outcomesOf(judged: readonly JudgedDane[], name: string) {
  const { label } = DANE_TARGETS.find((target) => target.name === name) ?? assert.fail(name);
  const found = judged.find((each) => each.name === name);
  return {
    seen: { dane: found?.dane, mx: found?.mx },
    said: {
      dane: label.dane ?? {},
      mx: label.mx?.includes("dane-partial") === true ? ["dane-partial"] : [],
    },
    words: found?.words ?? ["it was not tested"],
  };
}

let judged: readonly JudgedDane[];
before(async () => {
  judged = await askTwice<readonly JudgedDane[]>({
    ask: (only) => askBed("run-product-dane.ts", z.array(judgedDane), only),
    differences: (all) =>
      differing(DANE_TARGETS, (name) => {
        const { seen, said, words } = outcomesOf(all, name);
        return isDeepStrictEqual(seen, said) ? [] : [JSON.stringify(seen), ...words];
      }),
    replace: (first, second, targets) => withThoseOf(second, first, targets),
  });
});

describe("the program says what the label says", () => {
  for (const { name, rule } of DANE_TARGETS) {
    test(`${name}: ${rule}`, () => {
      const { seen, said, words } = outcomesOf(judged, name);
      assert.deepEqual(seen, said, words.join("\n"));
    });
  }
});
