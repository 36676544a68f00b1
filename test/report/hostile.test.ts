/** What hostile text becomes where it ends up: in a rendered page, at the runner, in a reader of XML, on a screen. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gateRules } from "../../src/report/gate-rules.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { blockLines, renderTerminal } from "../../src/report/terminal/terminal.ts";
import { HARMLESS, PROMISE_OF } from "./harmless.ts";
import { hostileKinds } from "./kinds.ts";

for (const [kind, report] of Object.entries(hostileKinds())) {
  describe(kind, () => {
    for (const { name, hold } of HARMLESS) test(name, () => hold(report));
  });
}

test("a line of a megabyte is cut on every surface", () => {
  const report = hostileKinds()["hostile: a line of a megabyte"] ?? assert.fail();
  const rules = gateRules(report);
  const sizes = [
    renderSummary(report, rules),
    [...renderJunit(report, rules)].join(""),
    [...renderSarif(report)].join(""),
    [...blockLines(renderTerminal(report, rules, { width: 100, colour: false, verbose: true }))].join("\n"),
  ].map((text) => text.length);
  assert.ok(Math.max(...sizes) < 60_000, sizes.join());
});

test("each file that a run writes has a promise that sees to it", () => {
  const promises = HARMLESS.map(({ name }) => name);
  for (const [file, promise] of Object.entries(PROMISE_OF)) assert.ok(promises.includes(promise), file);
});
