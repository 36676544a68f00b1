import assert from "node:assert/strict";
import { test } from "node:test";
import { gateRules } from "../../../src/report/gate-rules.ts";
import { renderJunit } from "../../../src/report/junit/junit.ts";
import { reportOf } from "../sample-report.ts";
import { failingDomain, oneCause } from "../samples.ts";

test("5,000 failing domains stay under what GitLab takes of JUnit XML, a cause each or one for all", () => {
  const each = Array.from({ length: 5000 }, (_, index) => failingDomain(`d${String(index)}.example`));
  for (const domains of [oneCause(5000), each]) {
    const many = reportOf(domains);
    let bytes = 0;
    for (const piece of renderJunit(many, gateRules(many))) bytes += Buffer.byteLength(piece);
    assert.ok(bytes < 30_000_000, String(bytes));
  }
});
