import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTPUTS, outputsOf, outputsOfNothing } from "../../src/report/outputs.ts";
import { check, domain, finding, reportOf } from "./sample-report.ts";
import { samples } from "./samples.ts";

test("every output that action.yml lists has a value, and no other has one", () => {
  for (const report of Object.values(samples())) {
    assert.deepEqual(Object.keys(outputsOf(report, [])), Object.keys(OUTPUTS));
  }
});

test("where nothing was tested every output has a value, and the gate is closed", () => {
  const values = outputsOfNothing();
  assert.deepEqual(Object.keys(values), Object.keys(OUTPUTS));
  const { result, gate, passed, failed, codes } = values;
  assert.deepEqual([result, gate, passed, failed, codes], ["skip", "closed", "0", "0", "[]"]);
});

test("codes are distinct, worst first, and without what is waived or known", () => {
  const until = { reason: "moving", until: "2027-01-01" };
  const findings = [
    finding("mx-duplicate-host", "notice"),
    finding("mx-implicit", "warning"),
    finding("dns-timeout", "inconclusive"),
    finding("mx-no-address", "error"),
    finding("mx-no-address", "error"),
    finding("mx-missing", "error", { waived: until }),
    finding("mx-null", "error", { known: true }),
  ];
  const report = reportOf([domain("example.com", check("mx", "fail", "broken", findings), [])]);
  assert.deepEqual(JSON.parse(outputsOf(report, []).codes), [
    "mx-no-address",
    "dns-timeout",
    "mx-implicit",
    "mx-duplicate-host",
  ]);
});

test("a score that nobody can tell is empty, and so is a file that was not written", () => {
  const {
    score,
    "junit-file": junit,
    "report-file": json,
  } = outputsOf(samples()["no domains"] ?? assert.fail(), [{ kind: "junit-file", path: "out/junit.xml" }]);
  assert.deepEqual([score, junit, json], ["", "out/junit.xml", ""]);
});
