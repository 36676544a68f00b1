import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { IssuerFetch } from "../../src/observe/observation.ts";
import { report as schema } from "../../src/judge/schemas/report.ts";
import { renderJson } from "../../src/report/json.ts";
import { parseReport } from "../../src/recorded/report.ts";
import { ofRunOnly } from "./harmless.ts";
import { finding, reportOf } from "./sample-report.ts";
import { expiredCertificate, failingDomain, manyDomains, passingDomain, samples } from "./samples.ts";

describe("the report as JSON", () => {
  for (const [name, report] of Object.entries(samples())) {
    test(`${name}: is the whole report, and one that the schema takes`, () => {
      const text = [...renderJson(report)].join("");
      assert.ok(text.endsWith("}}\n"));
      assert.deepEqual(ofRunOnly(schema.parse(JSON.parse(text))), report);
    });
  }

  test("comes in pieces no longer than one domain or endpoint", () => {
    const longest = Math.max(...[...renderJson(manyDomains(1000))].map((piece) => piece.length));
    assert.ok(longest < 12_000, `${longest} characters`);
  });

  test("is compact: no spaces between members", () => {
    const report = reportOf([passingDomain("example.com")]);
    assert.equal([...renderJson(report)].join("").trimEnd().length, JSON.stringify(report).length);
  });

  test("lists every finding with its place; one of the run has no domain", () => {
    const ofRun = finding("waiver-unused", "notice");
    const report = reportOf([failingDomain("example.com"), passingDomain("example.org")], {
      findings: [ofRun],
    });
    const written = schema.parse(JSON.parse([...renderJson(report)].join("")));
    assert.deepEqual(written.findings[0], ofRun);
    assert.deepEqual(
      written.findings.map(({ code, domain, host, address, port, check }) => [
        code,
        domain,
        host,
        address,
        port,
        check,
      ]),
      [
        ["waiver-unused", undefined, undefined, undefined, undefined, undefined],
        ["connect-timeout", "example.com", "mx1.example.com", "2001:db8::10", 25, "connect"],
        ["cert-expired", "example.com", "mx2.example.com", "192.0.2.20", 25, "certificate"],
        ["banner-slow", "example.com", "mx3.example.com", "198.51.100.7", 25, "banner"],
      ],
    );
    assert.equal(written.findings[2]?.remedy, expiredCertificate("mx2.example.com", "192.0.2.20").remedy);
  });

  test("reads back with the run's findings alone in the list", () => {
    const report = reportOf([failingDomain("example.com")]);
    assert.deepEqual(parseReport([...renderJson(report)].join(""), "x.json").findings, []);
  });

  test("is the same however the observations came in", () => {
    const report = reportOf([passingDomain("b.example"), passingDomain("a.example")]);
    const { observations } = report;
    const turned = Object.fromEntries(Object.entries(observations.endpoints).reverse());
    const other = { ...report, observations: { ...observations, endpoints: turned } };
    assert.notDeepEqual(Object.keys(turned), Object.keys(observations.endpoints));
    assert.equal([...renderJson(other)].join(""), [...renderJson(report)].join(""));
  });

  test("names fetched issuers in one order, however they came in, in merged runs too", () => {
    const report = reportOf([passingDomain("a.example")]);
    const { observations } = report;
    const fetched: IssuerFetch = { outcome: "timeout", certificates: [], seconds: 1 };
    const written = (names: readonly string[]): string => {
      const issuers = Object.fromEntries(names.map((name) => [name, fetched]));
      const runs = [{ ...observations, issuers }];
      return [...renderJson({ ...report, observations: { ...observations, issuers, runs } })].join("");
    };
    const names = ["http://ca.test/b", "http://ca.test/a"];
    assert.equal(written(names), written(names.toReversed()));
    assert.equal(written(names).match(/ca\.test\/a.*?ca\.test\/b/g)?.length, 2);
  });

  test("keeps the order of the domains", () => {
    const text = [...renderJson(reportOf([passingDomain("b.example"), passingDomain("a.example")]))].join("");
    assert.ok(text.indexOf('"name":"b.example"') < text.indexOf('"name":"a.example"'));
  });
});
