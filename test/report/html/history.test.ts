import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Report } from "../../../src/judge/report.ts";
import { historyOf } from "../../../src/report/html/history.ts";
import { expiryWeeks, coverage, tlsVersions } from "../../../src/report/html/plots.ts";
import { check, checks, domain, endpoint, reportOf, server } from "../sample-report.ts";
import { failingDomain, oneCause, passingDomain } from "../samples.ts";

function at(day: number, names: readonly string[], failing: readonly string[] = []): Report {
  const domains = names.map((name) => (failing.includes(name) ? failingDomain(name) : passingDomain(name)));
  return { ...reportOf(domains), finished: `2026-11-${String(day).padStart(2, "0")}T00:00:00.000Z` };
}

describe("the history of several runs", () => {
  const points = historyOf([
    at(9, ["a.example", "b.example"]),
    at(1, ["a.example", "b.example"]),
    at(5, ["a.example", "b.example"], ["a.example"]),
  ]);
  test("is in the order of time", () =>
    assert.deepEqual(
      points.map((point) => [point.at.slice(8, 10), point.score, point.fine, point.daysLeft]),
      [
        ["01", 98, 2, 61],
        ["05", 59, 1, -3],
        ["09", 98, 2, 61],
      ],
    ));
  test("tells what came and what went", () => {
    const causes = [
      "connect-timeout at mx1.a.example",
      "cert-expired at mx2.a.example",
      "banner-slow at mx3.a.example",
    ];
    assert.deepEqual(
      points.map(({ opened, closed }) => [opened, closed]),
      [
        [[], []],
        [causes, []],
        [[], causes],
      ],
    );
  });
  test("opens and closes nothing for a domain that one of the runs did not see", () => {
    const [, later] = historyOf([at(1, ["a.example"]), at(2, ["a.example", "b.example"], ["b.example"])]);
    assert.deepEqual(later?.opened, []);
  });
  test("needs two runs, with a domain in common", () => {
    assert.deepEqual(historyOf([at(1, ["a.example"])]), []);
    assert.deepEqual(historyOf([at(1, ["a.example"]), at(2, ["b.example"])]), []);
  });
});

describe("plots", () => {
  test("put each certificate into its week, once", () => {
    const days = [-3, 0, 6, 7, 13, 90, 91, 400];
    const domains = days.map((daysLeft, index) =>
      domain(`d${String(index)}.example`, check("mx", "pass", "1 host"), [
        server(`mx${String(index)}.example`, 10, [
          endpoint(
            "192.0.2.1",
            checks(check("certificate", daysLeft < 0 ? "fail" : "pass", "x", [], { daysLeft })),
          ),
        ]),
      ]),
    );
    const weeks = expiryWeeks([...domains, ...domains]);
    assert.deepEqual(
      weeks.flatMap(({ label, parts }) =>
        parts.map(({ letter, number }) => `${label} ${letter}${String(number)}`),
      ),
      ["expired f1", "1 p2", "2 p2", "13 p1", "later p2"],
    );
  });
  test("count each endpoint's TLS version once", () => {
    assert.deepEqual(
      [...tlsVersions([...oneCause(9), failingDomain("a.example")])].map(
        ([name, { number }]) => `${name}: ${String(number)}`,
      ),
      ["TLS 1.3: 5", "not seen: 1"],
    );
  });
  test("tell how many domains are covered at all, some and none of their endpoints", () => {
    const domains = [passingDomain("a.example"), failingDomain("b.example")];
    assert.deepEqual(coverage(domains, "authenticated"), { all: 1, some: 1, none: 0 });
    assert.deepEqual(coverage(domains, "dane"), { all: 0, some: 0, none: 2 });
  });
});
