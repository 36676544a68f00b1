/** The JUnit XML as two real readers take it: xmllint with the strict schema, and python3-junitparser. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { Report } from "../../src/judge/report.ts";
import { closesGate, placedChecks } from "../../src/judge/report.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import { samples } from "../report/samples.ts";

const SCHEMA = join(import.meta.dirname, "..", "schema", "junit.xsd");

/** Counts as EnricoMi's publisher does: by case, identities once. */
const COUNT = `
import json, sys
from junitparser import JUnitXml, Failure, Error, Skipped
identities, counts = set(), {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
xml = JUnitXml.fromfile(sys.argv[1])
for suite in xml:
    for case in suite:
        identities.add((case.classname, case.name))
        counts["tests"] += 1
        for result in case.result:
            kind = {Failure: "failures", Error: "errors", Skipped: "skipped"}[type(result)]
            counts[kind] += 1
            assert kind == "skipped" or (result.type and result.message and result.text)
counts["identities"] = len(identities)
counts["said"] = {"tests": xml.tests, "failures": xml.failures, "errors": xml.errors}
print(json.dumps(counts))
`;

/** The Python for which Debian packages junitparser, whatever else is called python3. */
const PYTHON = "/usr/bin/python3";

const folder = mkdtempSync(join(tmpdir(), "mx-gate-junit-"));
after(() => rmSync(folder, { recursive: true }));

function write(name: string, report: Report, limit?: number): string {
  const file = join(folder, `${name.replaceAll(/\W/g, "-")}.xml`);
  writeFileSync(file, [...renderJunit(report, gateRules(report), limit)].join(""));
  return file;
}

describe("xmllint finds JUnit XML valid by the strict schema", () => {
  for (const [name, report] of Object.entries(samples())) {
    for (const [how, limit] of [
      ["whole", undefined],
      ["folded", 0],
    ] as const) {
      test(`${name}, ${how}`, () => {
        const file = write(`${name} ${how}`, report, limit);
        execFileSync("xmllint", ["--noout", "--nonet", "--schema", SCHEMA, file], { stdio: "pipe" });
      });
    }
  }
});

describe("junitparser counts what the report says", () => {
  for (const [name, report] of Object.entries(samples())) {
    test(name, () => {
      const file = write(name, report);
      const seen: unknown = JSON.parse(execFileSync(PYTHON, ["-c", COUNT, file], { encoding: "utf8" }));
      const rules = gateRules(report);
      const verdicts = [...placedChecks(report.domains)].map(({ check }) => check.verdict);
      const closing = verdicts.filter((verdict) => closesGate(verdict, rules));
      const ofRun = new Set(report.findings.map((finding) => finding.code)).size;
      const runErrors = report.findings.some(
        (finding) => finding.severity === "inconclusive" && closesGate("inconclusive", rules),
      )
        ? 1
        : 0;
      const errors = closing.filter((verdict) => verdict === "inconclusive").length + runErrors;
      const failures = closing.filter((verdict) => verdict !== "inconclusive").length;
      const open = verdicts.filter((verdict) => !closesGate(verdict, rules));
      const tests = verdicts.length + ofRun;
      assert.deepEqual(seen, {
        tests,
        failures,
        errors,
        skipped: open.filter((verdict) => ["inconclusive", "waived", "skip"].includes(verdict)).length,
        identities: tests,
        said: { tests, failures, errors },
      });
    });
  }
});
