/** The whole program against the lab of real servers: every verdict and every code, target by target. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { CODES, describe as describeCode, isCode } from "../../src/judge/diagnostics/registry.ts";
import { compareAll, runLab, summarise } from "./accuracy.ts";
import { isReal, renderPage } from "./accuracy-page.ts";
import { describeDifference, isRight } from "./compare.ts";
import type { Compared } from "./compare.ts";
import type { Confirmation } from "./confirmations.ts";
import { PLANS } from "./plans.ts";
import type { LabResult } from "./sighting.ts";
import { SYMPTOMS } from "./symptoms.ts";
import { TRUTH } from "./truth.ts";

/** Connections to one endpoint: the two of a healthy one, and at most six second looks. */
const MOST_CONNECTIONS = 2 + 6;

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
  const evidenceOf = (name: string): readonly string[] =>
    result.sightings.find((sighting) => sighting.name === name)?.endpoints["mx"]?.certificate?.evidence ?? [];
  const INTERMEDIATE = "CN=Lab Root Two, O=MX Gate Lab";
  const cases: readonly [name: string, evidence: string][] = [
    ["names-issuer", `completed with ${INTERMEDIATE}, fetched from http://ca.test/second-root.cer`],
    [
      "names-private-root",
      "its root is in no trust store: CN=Private Authority, O=MX Gate Lab, fetched from http://ca.test/private.cer",
    ],
    [
      "names-missing-file",
      "the certificate names http://ca.test/gone.cer for its issuer, which answers with HTTP status 404",
    ],
    [
      "no-intermediate",
      "completed with CN=Lab Intermediate, O=MX Gate Lab, which other servers of this run send",
    ],
  ];
  for (const [name, evidence] of cases) {
    test(`is accounted for in the evidence of ${name}.test`, () => {
      const [said = ""] = evidenceOf(name);
      assert.equal(said.replace(/^[a-z-]+: /, ""), evidence);
    });
  }
});

describe("the line by which to confirm it", () => {
  const tail = (output: string): string => output.slice(-1500);

  for (const [code, decision] of Object.entries(SYMPTOMS)) {
    if (!("shows" in decision)) continue;
    const { shows, at = [], anywhere } = decision;
    const own = (): Confirmation[] => result.confirmations.filter((each) => each.code === code);

    test(`${code}: shows what its page says, wherever it was found`, () => {
      assert.ok(own().length > 0, "the lab provokes no finding with a line");
      assert.deepEqual(
        at.filter((name) => !own().some((each) => each.name === name)),
        [],
      );
      for (const { name, said, shell } of own()) {
        assert.ok(
          shows(said),
          `${name}.test in ${shell}, status ${String(said.status)}: ${said.line}\n${tail(said.output)}`,
        );
      }
    });

    if (anywhere === true) continue;
    test(`${code}: does not show it at a sound server`, () => {
      const controls = own().flatMap(({ control }) => control ?? []);
      assert.ok(controls.length > 0);
      for (const control of controls) assert.ok(!shows(control), `${control.line}\n${tail(control.output)}`);
    });
  }

  test("is decided for every code: shown here, absent from the lab, or there is none", () => {
    assert.deepEqual(Object.keys(SYMPTOMS).sort(), [...CODES].sort());
    for (const [code, decision] of Object.entries(SYMPTOMS)) {
      assert.ok(isCode(code));
      const lineless = describeCode(code).confirm === undefined;
      assert.equal("lineless" in decision, lineless, `${code} has ${lineless ? "no" : "a"} line`);
      if ("absent" in decision) assert.ok(!result.codes.includes(code), `the lab does provoke ${code}`);
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
    const many = result.sightings.filter(({ connections }) => connections > MOST_CONNECTIONS);
    assert.deepEqual(many, []);
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
