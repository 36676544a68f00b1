/** The whole program against every target that is about DANE: what comes out is what the label says. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { runIsolated } from "../namespace.ts";
import { fetchPackages } from "../packages.ts";
import { DANE_TARGETS, judgedDane, type JudgedDane } from "./product-dane.ts";

/** How long the bed and the run may take, in seconds. */
const PATIENCE = 280;

let judged: readonly JudgedDane[];
before(async () => {
  fetchPackages();
  const script = fileURLToPath(new URL("run-product-dane.ts", import.meta.url));
  judged = z.array(judgedDane).parse(JSON.parse(await runIsolated(script, [], PATIENCE)));
});

describe("the program says what the label says", () => {
  for (const { name, rule, label } of DANE_TARGETS) {
    test(`${name}: ${rule}`, () => {
      const found = judged.find((each) => each.name === name) ?? assert.fail("it was not tested");
      const said = found.words.join("\n");
      assert.deepEqual(found.dane, label.dane ?? {}, said);
      assert.deepEqual(found.mx, label.mx?.includes("dane-partial") === true ? ["dane-partial"] : [], said);
    });
  }
});
