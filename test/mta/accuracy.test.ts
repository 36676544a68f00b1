/** The whole program against the lab of real servers: every verdict and every code, target by target. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { CODES, describe as describeCode, isCode } from "../../src/judge/diagnostics/registry.ts";
import { compareAll, runLab, summarise } from "./accuracy.ts";
import { isReal, renderPage } from "./accuracy-page.ts";
import { describeDifference, isRight } from "./compare.ts";
import type { Compared } from "./compare.ts";
import { confirmationFault, crowded, EVIDENCE, evidenceOf } from "./troubles.ts";
import { PLANS } from "./plans.ts";
import type { LabResult } from "./sighting.ts";
import { SYMPTOMS } from "./symptoms.ts";
import { TRUTH } from "./truth.ts";

let result: LabResult;
let all: Compared[];
before(async () => {
  result = await runLab();
  all = compareAll(result);
  process.stdout.write(`${summarise(all, result)}\n`);
});

for (const topic of new Set(TRUTH.map((row) => row.topic))) {
  describe(topic, () => {
    for (const row of TRUTH.filter((each) => each.topic === topic)) {
      test(`${row.name}.test: ${row.says}`, () => {
        const wrong = all.filter((each) => each.row === row && !isRight(each));
        assert.deepEqual(wrong.map(describeDifference), []);
      });
    }
  });
}

describe("a certificate that was not served", () => {
  for (const [name, evidence] of Object.entries(EVIDENCE)) {
    test(`is accounted for in the evidence of ${name}.test`, () => {
      assert.equal(evidenceOf(result, name), evidence);
    });
  }
});

describe("the line by which to confirm it", () => {
  for (const [code, decision] of Object.entries(SYMPTOMS)) {
    if (!("shows" in decision)) continue;
    const { at = [], anywhere } = decision;

    test(`${code}: shows what its page says wherever it was found, and does not at a sound server`, () => {
      const own = result.confirmations.filter((each) => each.code === code);
      assert.ok(own.length > 0, "the lab provokes no finding with a line");
      assert.deepEqual(
        at.filter((name) => !own.some((each) => each.name === name)),
        [],
      );
      assert.ok(anywhere === true || own.some(({ control }) => control !== undefined));
      assert.deepEqual(
        own.flatMap((each) => confirmationFault(each) ?? []),
        [],
      );
    });
  }

  test("is decided for every code: shown here, absent from the lab, or there is none", () => {
    assert.deepEqual(Object.keys(SYMPTOMS).sort(), [...CODES].sort());
    const found = new Set(result.found.flatMap(({ codes }) => codes));
    for (const [code, decision] of Object.entries(SYMPTOMS)) {
      assert.ok(isCode(code));
      const lineless = describeCode(code).confirm === undefined;
      assert.equal("lineless" in decision, lineless, `${code} has ${lineless ? "no" : "a"} line`);
      if ("absent" in decision) assert.ok(!found.has(code), `the lab does provoke ${code}`);
    }
  });
});

describe("the lab", () => {
  test("has a truth for every domain, and a domain for every truth", () => {
    assert.deepEqual(TRUTH.map(({ name }) => name).sort(), Object.keys(PLANS).sort());
  });

  test("has at least 120 targets, 60 of them served by real mail servers", () => {
    assert.ok(TRUTH.length >= 120, `${TRUTH.length} targets`);
    const real = result.sightings.filter(isReal).length;
    assert.ok(real >= 60, `${real} targets with real servers`);
  });

  test("is treated with manners: one connection at a time, at most six second looks, and nothing is sent", () => {
    assert.deepEqual(result.rudeness, []);
    assert.deepEqual(crowded(result), []);
  });

  test("docs/accuracy.md says what was seen", async () => {
    const page = readFileSync(new URL("../../docs/accuracy.md", import.meta.url), "utf8");
    assert.equal(
      page,
      await renderPage(all, result),
      "write it anew: node test/mta/accuracy.ts --write docs/accuracy.md",
    );
  });
});
