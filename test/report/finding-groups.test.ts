import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { placedChecks } from "../../src/judge/report.ts";
import { arrange } from "../../src/report/arrangement.ts";
import { codesOfRun, groupFindings } from "../../src/report/finding-groups.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import { kinds } from "./kinds.ts";
import { failingDomain, oneCause } from "./samples.ts";
import { reportOf } from "./sample-report.ts";

const REPORTS = {
  ...kinds(),
  "one cause beside others": reportOf([
    ...oneCause(20),
    failingDomain("a.example"),
    failingDomain("b.example"),
  ]),
};

describe("nothing is lost", () => {
  for (const [name, report] of Object.entries(REPORTS)) {
    const rules = gateRules(report);
    test(`where a report is ${name}: each code of a domain is its own or shared, unless the run tells it`, () => {
      const { own, sharedOf } = groupFindings(report, rules);
      const told = codesOfRun(report);
      for (const domain of report.domains) {
        const codes = [...placedChecks([domain])].flatMap(({ check }) =>
          check.findings.map(({ code }) => code),
        );
        const grouped = [...own(domain), ...sharedOf(domain)].map(({ finding }) => finding.code);
        assert.deepEqual(new Set(grouped), new Set(codes.filter((code) => !told.has(code))));
      }
    });
    test(`where a report is ${name}: each domain stands in one place`, () => {
      const { open, above, unreached, closed } = arrange(report, rules);
      const all = [...open, ...above, ...unreached, ...closed];
      assert.equal(all.length, report.domains.length);
      assert.deepEqual(new Set(all), new Set(report.domains));
    });
  }
});
