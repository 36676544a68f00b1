/** What every output says of DNSSEC and DANE. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { GateRules, Report } from "../../src/judge/report.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { renderTerminal } from "../../src/report/terminal/terminal.ts";
import { publish } from "../judge/dane-facts.ts";
import { play, type Scene } from "../judge/scene.ts";

const RULES: GateRules = { failOn: "error", onInconclusive: "fail" };

/** Every output of a report. */
function outputs(report: Report): Readonly<Record<string, string>> {
  const terminal = [...renderTerminal(report, RULES, { width: 100, colour: false })];
  return {
    terminal: terminal.flatMap(({ lines }) => lines).join("\n"),
    summary: renderSummary(report, RULES),
    junit: [...renderJunit(report, RULES)].join(""),
    sarif: [...renderSarif(report)].join(""),
    json: [...renderJson(report)].join(""),
  };
}

function validated(scene: Scene): Scene {
  return {
    ...scene,
    change: (observations) => {
      scene.change?.(observations);
      observations.environment.dnssec = { validates: true, asksBy: "ad", answers: [] };
    },
  };
}

const SCENES: readonly { readonly where: string; readonly scene: Scene }[] = [
  { where: "nothing is published", scene: {} },
  { where: "a record matches", scene: { change: publish({ tlsa: ["3 1 1 leaf"] }) } },
  { where: "no record matches", scene: { change: publish({ tlsa: ["3 1 1 other"] }) } },
];

describe("every output says once what the run could see of DNSSEC", () => {
  for (const { where, scene } of SCENES) {
    test(`where ${where}`, async () => {
      const { report } = await play(validated(scene));
      for (const [output, text] of Object.entries(outputs(report))) {
        assert.equal(text.split("DNSSEC validated by the resolver.").length - 1, 1, output);
      }
    });
  }

  test("and none where the run did not look", async () => {
    const { report } = await play({ settings: { checks: "connect" } });
    for (const [output, text] of Object.entries(outputs(report))) assert.ok(!text.includes("DNSSEC"), output);
  });
});

describe("the table of domains", () => {
  test("has a column for DANE where TLSA records count, and none elsewhere", async () => {
    const before = ["second.test"];
    const [without, withDane] = [
      await play({ before }),
      await play({ before, change: publish({ tlsa: ["3 1 1 leaf"] }) }),
    ];
    assert.doesNotMatch(renderSummary(without.report, RULES), /\| DANE \|/);
    const summary = renderSummary(withDane.report, RULES);
    assert.match(summary, /\| authenticated \| DANE \| findings \|/);
    assert.match(summary, /\| 1\/1 \| 1\/1 \|/);
  });
});
