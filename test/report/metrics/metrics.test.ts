import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Report } from "../../../src/judge/report.ts";
import { renderMetrics } from "../../../src/report/metrics/metrics.ts";
import { kinds } from "../kinds.ts";
import { check, domain, reportOf } from "../sample-report.ts";
import { oneCause, samples } from "../samples.ts";
import { readMetrics } from "./read-metrics.ts";

function read(report: Report): string[] {
  return readMetrics([...renderMetrics(report)].join("")).map(({ name, labels, value }) => {
    const told = Object.entries(labels).map(([label, of]) => `${label}=${of}`);
    return [name.replace("mx_gate_", ""), ...told, String(value)].join(" ");
  });
}

describe("a failing run", () => {
  const lines = read(samples()["failing"] ?? assert.fail());
  const cases: readonly [string, string][] = [
    ["the gate", "open 0"],
    ["the result", "result result=fail 1"],
    ["the score", "score 59"],
    ["the end of the run", "run_timestamp_seconds 1795280404.2"],
    ["its time", "run_duration_seconds 4.2"],
    ["verdicts in numbers", "checks verdict=fail 2"],
    ["causes by code", "causes code=cert-expired severity=error 1"],
    ["a domain's result", "domain_result domain=example.com kind=domain result=fail 1"],
    ["a domain's score", "domain_score domain=example.org kind=domain 98"],
    ["a domain's reach", "domain_endpoints domain=example.com kind=domain state=authenticated 2"],
    ["a domain's own check", "domain_check_verdict domain=example.com kind=domain check=mx verdict=pass 1"],
    ["which host serves a domain", "mx_preference domain=example.com host=mx2.example.com 20"],
    [
      "an endpoint's score",
      "endpoint_score host=mx1.example.com address=192.0.2.10 port=25 tls=starttls 100",
    ],
    [
      "a verdict by host and address",
      "check_verdict host=mx2.example.com address=192.0.2.20 port=25 tls=starttls check=certificate verdict=fail 1",
    ],
    [
      "the time of a check",
      "check_duration_seconds host=mx1.example.com address=2001:db8::10 port=25 tls=starttls check=connect 15.0004",
    ],
    [
      "the end of a certificate",
      "certificate_not_after_timestamp_seconds host=mx1.example.com address=192.0.2.10 port=25 tls=starttls 1800575999",
    ],
    [
      "what it has left",
      "certificate_remaining_seconds host=mx1.example.com address=192.0.2.10 port=25 tls=starttls 5295595",
    ],
  ];
  for (const [what, line] of cases) {
    test(`tells ${what}`, () => assert.ok(lines.includes(line), lines.join("\n")));
  }
});

test("an endpoint that many domains share is told once", () => {
  const lines = read(reportOf(oneCause(50)));
  assert.equal(
    lines.filter((line) => line.startsWith("check_verdict ") && line.includes("certificate")).length,
    2,
  );
  assert.equal(lines.filter((line) => line.startsWith("domain_result ")).length, 50);
});

test("names that read alike do not make the file unreadable", () => {
  const twins = ["domain", "server"].map((kind) =>
    domain("example.com", check("mx", "pass", "x"), [], { kind: kind === "server" ? "server" : "domain" }),
  );
  const lines = read(reportOf([...twins, ...twins]));
  assert.equal(lines.filter((line) => line.startsWith("domain_result ")).length, 2);
});

for (const [name, report] of Object.entries(kinds())) {
  test(`${name}: keeps the rules of OpenMetrics and promtool`, () => void read(report));
}
