/** The table of causes of a fleet. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DomainReport } from "../../../src/judge/report.ts";
import { arrange } from "../../../src/report/arrangement.ts";
import { gateRules } from "../../../src/report/gate-rules.ts";
import { causesTable } from "../../../src/report/summary/causes.ts";
import { renderSummary } from "../../../src/report/summary/summary.ts";
import { check, checks, domain, endpoint, finding, reportOf, server } from "../sample-report.ts";

function at(name: string, host: string, code: string, severity: "error" | "warning" = "error"): DomainReport {
  const found = finding(code, severity, { host, message: `${host}: ${code}.` });
  const verdict = severity === "error" ? "fail" : "warn";
  return domain(name, check("mx", "pass", "1 host"), [
    server(host, 10, [endpoint("192.0.2.1", checks(check("certificate", verdict, "x", [found])))]),
  ]);
}

function tableOf(domains: DomainReport[]): string {
  const report = reportOf(domains);
  return causesTable(report.domains, arrange(report, gateRules(report)));
}

const FLEET = [
  at("z.example", "mx9.host.example", "cert-expired"),
  at("c.example", "mx1.host.example", "cert-expired"),
  at("b.example", "mx2.host.example", "cert-expired"),
  at("a.example", "mx2.host.example", "cert-expired"),
  at("w.example", "mx3.host.example", "cert-expiring-soon", "warning"),
];

describe("the causes of a fleet", () => {
  test("are a row each: by severity, then by domains touched, then by name, whatever the order of the domains", () => {
    const expected = [
      "| cause | host | domains |",
      "|---|---|---|",
      "| ❌&nbsp;cert-expired | mx2.host.example | 2 |",
      "| ❌&nbsp;cert-expired | mx1.host.example | 1 |",
      "| ❌&nbsp;cert-expired | mx9.host.example | 1 |",
      "| ⚠️&nbsp;cert-expiring-soon | mx3.host.example | 1 |",
    ].join("\n");
    const plain = (text: string): string => text.replaceAll("<wbr>", "").replaceAll("&#8209;", "-");
    assert.equal(plain(tableOf(FLEET)), expected);
    assert.equal(plain(tableOf(FLEET.toReversed())), expected);
    assert.ok(plain(renderSummary(reportOf(FLEET), gateRules(reportOf(FLEET)))).includes(expected));
  });

  test("have a bound, and no table where there are few domains or one cause", () => {
    const many = Array.from({ length: 90 }, (_, index) =>
      at(`d${String(index)}.example`, `mx${String(index)}.example`, "cert-expired"),
    );
    assert.match(tableOf(many), /\n\nAnd 65 more causes, none of them worse\.$/);
    assert.equal(tableOf(FLEET.slice(0, 3)), "");
    assert.equal(
      tableOf(["a", "b", "c", "d"].map((name) => at(`${name}.example`, "mx.host.example", "cert-expired"))),
      "",
    );
  });
});
