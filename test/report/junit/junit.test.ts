import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Report } from "../../../src/judge/report.ts";
import { gateRules } from "../../../src/report/gate-rules.ts";
import { renderJunit } from "../../../src/report/junit/junit.ts";
import type { Element } from "./structure.ts";
import { casesWith, readJunit, readXml } from "./structure.ts";
import { check, checks, domain, endpoint, finding, reportOf, server } from "../sample-report.ts";
import { failingDomain, HOSTILE, manyDomains, oneCause, passingDomain, samples } from "../samples.ts";

function junit(report: Report, limit?: number): string {
  return [...renderJunit(report, gateRules(report), limit)].join("");
}

function cases(root: Element): Element[] {
  return root.children.flatMap((suite) => suite.children);
}

function find(root: Element, classname: string, name: string): Element {
  const found = cases(root).find(
    ({ attributes }) => attributes["classname"] === classname && attributes["name"] === name,
  );
  return found ?? assert.fail(`no case ${classname} ${name}`);
}

describe("JUnit XML keeps the strictest reader's rules", () => {
  for (const [name, report] of Object.entries(samples())) {
    test(`for a report that is ${name}`, () => void readJunit(junit(report)));
    test(`for a report that is ${name}, folded`, () => void readJunit(junit(report, 0)));
  }
});

describe("what a case says", () => {
  const report = reportOf([failingDomain("example.com"), passingDomain("example.org")]);
  const root = readJunit(junit(report));

  test("a suite is a domain, a class a domain's check, a name the endpoint", () => {
    assert.deepEqual(
      root.children.map((suite) => suite.attributes["name"]),
      ["example.com", "example.org"],
    );
    find(root, "example.com.mx", "example.com");
    find(root, "example.com.relay", "mx1.example.com [192.0.2.10]:25");
    find(root, "example.com.connect", "mx1.example.com [2001:db8::10]:25");
  });

  test("a failure has the code, the sentence, and everything to act on", () => {
    const one = find(root, "example.com.certificate", "mx2.example.com [192.0.2.20]:25");
    const [failure] = one.children;
    assert.deepEqual(failure?.attributes, {
      type: "cert-expired",
      message: "The certificate expired 3 days ago.",
    });
    const text = failure.text;
    assert.ok(text.startsWith("The certificate expired 3 days ago.\n"));
    for (const part of [
      "expected  at least 14 days left (.github/mx-gate.yml:4)",
      "actual    notAfter 2026-11-18",
      "fix       Renew it",
      "confirm   openssl s_client",
      "senders   TLSRPT certificate-expired",
    ]) {
      assert.ok(text.includes(part), part);
    }
  });

  test("times have at most three decimals", () => {
    assert.equal(
      find(root, "example.com.connect", "mx1.example.com [2001:db8::10]:25").attributes["time"],
      "3.92",
    );
    assert.equal(find(root, "example.com.mx", "example.com").attributes["time"], "0.01");
  });

  test("times add up to no more than the run took, however many endpoints it tested at once", () => {
    const sum = (of: readonly Element[]): number =>
      of.reduce((all, { attributes }) => all + Math.round(Number(attributes["time"]) * 1000), 0);
    assert.equal(root.attributes["time"], "4.2");
    assert.ok(sum(cases(root)) <= 4200 && sum(cases(root)) > 4100, String(sum(cases(root))));
    assert.ok(sum(root.children) <= 4200);
  });

  test("an endpoint that several domains share takes its time once", () => {
    const shared = readJunit(junit(reportOf(oneCause(3))));
    const times = cases(shared)
      .filter(({ attributes }) => attributes["classname"]?.endsWith(".certificate"))
      .map(({ attributes }) => attributes["time"]);
    assert.deepEqual(times, ["0.041", "0.041", "0", "0", "0", "0"]);
  });

  test("a skip tells its reason", () => {
    const skipped = find(root, "example.com.relay", "mx1.example.com [2001:db8::10]:25");
    assert.deepEqual(
      skipped.children.map(({ name, text }) => [name, text]),
      [
        ["skipped", ""],
        ["system-out", "skip: –"],
      ],
    );
  });
});

describe("JUnit follows the gate", () => {
  const kinds = (name: string): string[] => {
    const report = samples()[name] ?? assert.fail(name);
    return ["failure", "error", "skipped"].flatMap((kind) =>
      casesWith(readJunit(junit(report)), kind).length > 0 ? [kind] : [],
    );
  };
  const expected: readonly [string, readonly string[]][] = [
    ["passing", []],
    ["failing", ["failure", "skipped"]],
    ["failing, never closing", ["skipped"]],
    ["warning", []],
    ["warning that closes", ["failure"]],
    ["inconclusive", ["error"]],
    ["waived", ["skipped"]],
    ["known", ["skipped"]],
    ["null MX", ["failure"]],
  ];
  for (const [name, seen] of expected) {
    test(`${name}: ${seen.join(", ") || "passed only"}`, () => assert.deepEqual(kinds(name), seen));
  }

  test("an inconclusive that does not close the gate is skipped", () => {
    const [found] = samples()["inconclusive"]?.domains ?? [];
    assert.ok(found);
    const report = reportOf([found], { rules: { onInconclusive: "warn" } });
    const root = readJunit(junit(report));
    assert.equal(casesWith(root, "error").length, 0);
    assert.equal(casesWith(root, "skipped").length, report.counts.inconclusive);
  });

  test("a warning that does not close it passes, with the finding in system-out", () => {
    const root = readJunit(junit(samples()["warning"] ?? assert.fail()));
    const [said] = casesWith(root, "system-out");
    assert.match(said?.children[0]?.text ?? "", /^banner-slow \(warning\)\n {2}The greeting took 34\.1 s/);
  });

  test("the type is the worst code of the check, and all findings are told", () => {
    const both = [
      finding("cert-expiring-soon", "warning", { message: "It ends soon." }),
      finding("cert-untrusted", "error", { message: "Nobody trusts it." }),
    ];
    const report = reportOf([
      domain("example.com", check("mx", "pass", "1 host"), [
        server("mx.example.com", 10, [
          endpoint("192.0.2.1", checks(check("certificate", "fail", "untrusted", both))),
        ]),
      ]),
    ]);
    const failure = casesWith(readJunit(junit(report)), "failure")[0]?.children[0];
    assert.equal(failure?.attributes["type"], "cert-untrusted");
    assert.match(
      failure.text,
      /^Nobody trusts it\.[^]*cert-untrusted \(error\)[^]*cert-expiring-soon \(warning\)/,
    );
  });

  test("a finding of the run that closes the gate is an error of its own suite", () => {
    const root = readJunit(junit(samples()["inconclusive"] ?? assert.fail()));
    assert.equal(root.children[0]?.attributes["name"], "mx-gate");
    assert.equal(find(root, "mx-gate.run", "egress-blocked").children[0]?.name, "error");
  });
});

describe("identities", () => {
  test("equal ones do not occur, however often a domain is listed", () => {
    const twice = passingDomain("example.com");
    const root = readJunit(junit(reportOf([twice, twice, { ...twice, kind: "server" }])));
    find(root, "example.com.mx", "example.com (3)");
    find(root, "example.com.relay", "mx.example.com [192.0.2.30]:25 (2)");
  });
});

describe("past the limit", () => {
  const report = manyDomains(20);
  const whole = readJunit(junit(report));

  test("passing endpoints fold into one case per host and check", () => {
    const folded = readJunit(junit(report, 20_000));
    find(folded, "d001.example.certificate", "mx.d001.example (1 endpoint, passed)");
    assert.equal(casesWith(folded, "failure").length, casesWith(whole, "failure").length);
    assert.equal(casesWith(folded, "skipped").length, casesWith(whole, "skipped").length);
    find(folded, "d000.example.certificate", "mx2.d000.example [192.0.2.20]:25");
  });

  test("several endpoints of a host are one case, with their time", () => {
    const many = reportOf([
      domain("example.com", check("mx", "pass", "1 host"), [
        server("mx.example.com", 10, [endpoint("192.0.2.1", checks()), endpoint("192.0.2.2", checks())]),
      ]),
    ]);
    const folded = readJunit(junit(many, 0));
    assert.equal(cases(folded).length, 7);
    assert.equal(
      find(folded, "example.com.relay", "mx.example.com (2 endpoints, passed)").attributes["time"],
      "0.082",
    );
  });

  test("the limit counts bytes", () => {
    const size = Buffer.byteLength(junit(report));
    assert.equal(junit(report, size), junit(report));
    assert.notEqual(junit(report, size - 1000), junit(report));
  });
});

test("hostile text stays text", () => {
  const root = readXml(junit(samples()["hostile"] ?? assert.fail()));
  const said = casesWith(root, "failure")[0]?.children[0]?.text ?? "";
  assert.ok(said.includes("<script>alert(1)</script>"));
  assert.ok(said.includes("]] > ]] > <![CDATA["));
  assert.ok(HOSTILE.includes("\u001b") && said.includes("\\x1b[31mred"));
});
