/** What hurts mail most comes first, in every output. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gateRules } from "../../src/report/gate-rules.ts";
import { renderPage } from "../../src/report/html/page.ts";
import { codesWorstFirst, compareFindings } from "../../src/report/ranking.ts";
import { renderComment } from "../../src/report/summary/comment.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { blockLines, renderTerminal } from "../../src/report/terminal/terminal.ts";
import { check, checks, domain, endpoint, finding, reportOf, server } from "./sample-report.ts";

describe("findings of one severity", () => {
  const cases: readonly [worse: string, less: string, why: string][] = [
    ["relay-open", "mx-missing", "strangers send through it"],
    ["relay-open-to-us", "cert-expired", "strangers send through it"],
    ["shard-missing", "connect-timeout", "nobody knows what the missing part holds"],
    ["mx-missing", "cert-expired", "mail bounces"],
    ["domain-not-served", "dane-mismatch", "every sender is refused, not only those that verify"],
    ["connect-refused", "mta-sts-webpki-invalid", "the same"],
    ["mta-sts-mx-not-covered", "cert-expired", "senders that enforce the policy do not deliver"],
    ["cert-expired", "tls-rpt-missing", "it is not proven whose server it is"],
    ["starttls-not-offered", "waiver-expired", "mail travels in clear"],
    ["banner-slow", "unknown-code", "a code of another version ranks last"],
  ];
  for (const [worse, less, why] of cases) {
    test(`${worse} comes before ${less}: ${why}`, () => {
      const both = [finding(less, "error"), finding(worse, "error")];
      assert.deepEqual(
        both.sort(compareFindings).map(({ code }) => code),
        [worse, less],
      );
    });
  }

  test("severity comes before harm", () => {
    assert.ok(compareFindings(finding("cert-expired", "error"), finding("relay-open", "warning")) < 0);
  });
});

test("summary, comment, page, terminal and the output `codes` have one order", () => {
  const at = { host: "mx1.example.com", address: "192.0.2.10" };
  const fails = (name: "certificate" | "relay" | "ehlo", code: string) =>
    check(name, "fail", code, [finding(code, "error", { ...at, message: `This is ${code}.` })]);
  const report = reportOf([
    domain("example.com", check("mx", "pass", "1 host"), [
      server("mx1.example.com", 10, [
        endpoint(
          "192.0.2.10",
          checks(
            fails("certificate", "cert-expired"),
            fails("relay", "relay-open"),
            fails("ehlo", "ehlo-refused"),
          ),
        ),
      ]),
    ]),
  ]);
  const rules = gateRules(report);
  const order = ["relay-open", "ehlo-refused", "cert-expired"];
  assert.deepEqual(codesWorstFirst(report), order);
  const terminal = [...blockLines(renderTerminal(report, rules, { width: 100, colour: false, exitCode: 1 }))];
  const mark = { key: "x", run: 1, state: "closed" } as const;
  const outputs = {
    terminal: terminal.join("\n"),
    summary: renderSummary(report, rules),
    comment: renderComment(report, rules, { mark }),
    page: [...renderPage(report, rules)].join(""),
  };
  for (const [name, text] of Object.entries(outputs)) {
    const places = order.map((code) => text.indexOf(`This is ${code}.`));
    assert.ok(!places.includes(-1), name);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      name,
    );
  }
});

test("the domain with the worst finding comes first, in sections and in the lines of --quiet", () => {
  const fails = (name: string, id: "certificate" | "relay", code: string) =>
    domain(name, check("mx", "pass", "1 host"), [
      server(`mx.${name}`, 10, [
        endpoint(
          "192.0.2.1",
          checks(check(id, "fail", code, [finding(code, "error", { host: `mx.${name}` })])),
        ),
      ]),
    ]);
  const report = reportOf([
    fails("a.example", "certificate", "cert-expired"),
    fails("b.example", "relay", "relay-open"),
  ]);
  const rules = gateRules(report);
  for (const quiet of [true, false]) {
    const options = { width: 100, colour: false, exitCode: 1, quiet };
    const text = [...blockLines(renderTerminal(report, rules, options))].join("\n");
    assert.ok(text.indexOf("relay-open") < text.indexOf("cert-expired"), text);
  }
  const summary = renderSummary(report, rules);
  assert.ok(summary.indexOf("**relay-open** ") < summary.indexOf("**cert-expired** "), summary);
});
