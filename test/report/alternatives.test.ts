/** A finding with several ways out shows each of them on every surface, in place of the one remedy. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/summary/comment.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { blockLines, renderTerminal } from "../../src/report/terminal/terminal.ts";
import { kinds } from "./kinds.ts";

const report = kinds()["three ways out"] ?? assert.fail();
const rules = gateRules(report);
const terminal = [...blockLines(renderTerminal(report, rules, { width: 100, colour: false }))];
const surfaces: Readonly<Record<string, string>> = {
  terminal: terminal.join("\n"),
  summary: renderSummary(report, rules),
  comment: renderComment(report, rules, { mark: { key: "0".repeat(16), run: 1, state: "closed" } }),
  annotations: renderAnnotations(report, rules)
    .map(({ message }) => message)
    .join("\n"),
  JUnit: [...renderJunit(report, rules)].join(""),
  SARIF: [...renderSarif(report)].join(""),
};

describe("three ways out are shown in", () => {
  for (const [name, text] of Object.entries(surfaces)) {
    test(name, () => {
      for (const way of [
        /test from here/,
        /socks5:<?/,
        /test elsewhere/,
        /self-hosted runner/,
        /test what can be/,
      ]) {
        assert.match(text, way);
      }
      assert.doesNotMatch(text, /Put it right/);
    });
  }
});

test("a terminal sets them in two columns", () => {
  const from = terminal.findIndex((line) => line.includes("to test from here"));
  assert.deepEqual(terminal.slice(from, from + 3), [
    "    to test from here    route through a host that can reach port 25: proxy: socks5://127.0.0.1:1080",
    "    to test elsewhere    run this job on a self-hosted runner",
    "    to test what can be  checks: mx (DNS only)",
  ]);
});
