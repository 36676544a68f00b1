import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Report } from "../../src/judge/report.ts";
import type { Annotation } from "../../src/report/annotations.ts";
import { LEVEL_LIMIT, MESSAGE_LIMIT, renderAnnotations } from "../../src/report/annotations.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import { check, checks, domain, endpoint, finding, reportOf, server } from "./sample-report.ts";
import { expiredCertificate, manyDomains, samples } from "./samples.ts";

const DOCS = "https://example.com/docs/codes";

function annotations(report: Report): Annotation[] {
  return renderAnnotations(report, gateRules(report), { docs: DOCS });
}

function sample(name: string): Annotation[] {
  return annotations(samples()[name] ?? assert.fail(name));
}

test("an annotation names code and host, says what, where and what to do, at the line that asked for it", () => {
  const found = sample("failing").find(({ title }) => title === "cert-expired: mx2.example.com");
  assert.deepEqual(found, {
    level: "error",
    title: "cert-expired: mx2.example.com",
    message: [
      "mx2.example.com 192.0.2.20:25: The certificate expired 3 days ago.",
      "expected: at least 14 days left",
      "actual: notAfter 2026-11-18 23:59:59 UTC · CN=mx2.example.com · Let's Encrypt R11",
      "fix: Renew it (certbot renew), then reload the mail server: an MTA keeps the old one in memory.",
      `${DOCS}/cert-expired.md`,
    ].join("\n"),
    file: ".github/mx-gate.yml",
    line: 4,
  });
});

test("what no line of the policy asked for stands at the domain's line", () => {
  const found = sample("failing").find(({ title }) => title.startsWith("connect-timeout"));
  assert.deepEqual([found?.file, found?.line], ["zones/example.zone", 12]);
});

test("one cause at several lines names the other lines", () => {
  const at = (line: number) => ({ source: { file: "zones/example.zone", line } });
  const fault = expiredCertificate("mx.example.com", "192.0.2.20");
  const { policy: _policy, ...expired } = fault;
  const bad = (name: string, line: number) =>
    domain(
      name,
      check("mx", "pass", "1 host"),
      [
        server("mx.example.com", 10, [
          endpoint("192.0.2.20", checks(check("certificate", "fail", "x", [expired]))),
        ]),
      ],
      at(line),
    );
  const lines = [12, 13, 14, 15, 16, 17, 18, 19];
  const [first] = annotations(reportOf(lines.map((line) => bad(`d${String(line)}.example`, line))));
  assert.equal(first?.line, 12);
  assert.match(
    first.message,
    /\nThe same at zones\/example\.zone:13, zones\/example\.zone:14, .*:15, .*:16, .*:17 and 2 more lines\.\n/,
  );
  const [alone] = annotations(reportOf([bad("d.example", 12)]));
  assert.ok(alone && !alone.message.includes("The same at"));
});

describe("levels", () => {
  const levels = (name: string): string[] => sample(name).map(({ level, title }) => `${level} ${title}`);
  const cases: readonly [string, readonly string[]][] = [
    ["passing", []],
    [
      "failing",
      [
        "error connect-timeout: mx1.example.com",
        "error cert-expired: mx2.example.com",
        "warning banner-slow: mx3.example.com",
        "error Mail gate closed",
      ],
    ],
    [
      "failing, never closing",
      [
        "warning connect-timeout: mx1.example.com",
        "warning cert-expired: mx2.example.com",
        "warning banner-slow: mx3.example.com",
      ],
    ],
    ["warning that closes", ["warning banner-slow: mx3.example.com", "error Mail gate closed"]],
    ["inconclusive", ["error egress-blocked", "error Mail gate closed"]],
    ["waived", ["notice waiver-ending", "notice cert-expiring-soon: mx2.example.com"]],
    ["known", ["notice cert-expired: mx1.example.com"]],
  ];
  for (const [name, expected] of cases) {
    test(`${name}: ${expected.join(", ") || "none"}`, () => assert.deepEqual(levels(name), expected));
  }

  test("beside a warning there is no notice", () => {
    const notices = [finding("waiver-ending", "notice"), finding("mx-private-address", "notice")];
    const { domains } = samples()["warning"] ?? assert.fail();
    assert.deepEqual(
      annotations(reportOf([...domains], { findings: notices })).map(({ level }) => level),
      ["warning"],
    );
    assert.deepEqual(
      annotations(reportOf([], { findings: notices })).map(({ level }) => level),
      ["notice", "notice"],
    );
  });

  test("an inconclusive finding that does not close the gate is a warning", () => {
    const report = reportOf(samples()["inconclusive"]?.domains ?? [], {
      rules: { onInconclusive: "warn" },
      findings: [finding("egress-blocked", "inconclusive")],
    });
    assert.deepEqual(
      annotations(report).map(({ level }) => level),
      ["warning"],
    );
  });
});

describe("more than the runner shows", () => {
  const all = annotations(manyDomains(100));
  const errors = all.filter(({ level }) => level === "error");

  test("at most nine of a level, and one last error", () => {
    assert.equal(errors.length, LEVEL_LIMIT + 1);
    assert.equal(all.filter(({ level }) => level === "warning").length, LEVEL_LIMIT);
  });
  test("errors come first, the last line last", () => {
    assert.deepEqual(
      all.slice(0, LEVEL_LIMIT).map(({ level }) => level),
      Array.from({ length: LEVEL_LIMIT }, () => "error"),
    );
    assert.equal(all.at(-1)?.title, "Mail gate closed");
  });
  test("the last line says what is missing", () => {
    assert.match(all.at(-1)?.message ?? "", /Not shown here: 31 more errors, 11 more warnings;/);
  });
  test("with an open gate it is a notice", () => {
    const report = reportOf(manyDomains(100).domains, { rules: { failOn: "never" } });
    assert.deepEqual(
      [annotations(report).at(-1)?.level, annotations(report).at(-1)?.title],
      ["notice", "Mail gate open"],
    );
  });
});

describe("endpoints with the same trouble", () => {
  const same = ["192.0.2.1", "2001:db8::1"].map((address) =>
    endpoint(
      address,
      checks(check("certificate", "fail", "expired", [expiredCertificate("mx.example.com", address)])),
    ),
  );
  test("are one annotation that names both", () => {
    const [first, ...others] = annotations(
      reportOf([domain("example.com", check("mx", "pass", "1 host"), [server("mx.example.com", 10, same)])]),
    );
    assert.match(
      first?.message ?? "",
      /^mx\.example\.com 192\.0\.2\.1:25, mx\.example\.com \[2001:db8::1\]:25: The cert/,
    );
    assert.equal(others.length, 1);
  });
  test("on several hosts are told of the domain", () => {
    const hosts = ["mx1", "mx2"].map((name) => server(`${name}.example.com`, 10, same.slice(0, 1)));
    const [first] = annotations(reportOf([domain("example.com", check("mx", "pass", "2 hosts"), hosts)]));
    assert.equal(first?.title, "cert-expired: 2 hosts of example.com");
  });
  test("of several kinds under one code are one annotation, too", () => {
    const expired = expiredCertificate("mx.example.com", "192.0.2.1");
    const { policy } = expired;
    const other = finding("cert-expired", "error", { message: "Told otherwise.", ...(policy && { policy }) });
    const both = [expired, other];
    const found = annotations(
      reportOf([
        domain("example.com", check("mx", "pass", "1 host"), [
          server("mx.example.com", 10, [
            endpoint("192.0.2.1", checks(check("certificate", "fail", "expired", both))),
          ]),
        ]),
      ]),
    );
    assert.equal(found.length, 2);
    assert.match(found[0]?.message ?? "", /\n1 similar finding not shown here\.\n/);
  });
});

test("a message stays under what GitHub keeps, with the link, and no character is cut in two", () => {
  const long = "😀".repeat(290);
  const hosts = Array.from({ length: 5 }, (_, index) => `${index}${"h".repeat(200)}`);
  const report = reportOf([
    domain(
      "example.com",
      check(
        "mx",
        "fail",
        "long",
        hosts.map((host) =>
          finding("mx-no-address", "error", {
            host,
            message: long,
            expected: long,
            actual: long,
            remedy: long + long,
          }),
        ),
      ),
      [],
    ),
  ]);
  const message = annotations(report)[0]?.message ?? "";
  assert.ok(message.length > 3000 && message.length <= MESSAGE_LIMIT, String(message.length));
  assert.ok(message.endsWith("/mx-no-address.md"));
  assert.ok(message.isWellFormed());
});

test("hostile text is kept as words: escaping is the business of the command", () => {
  for (const { message, title } of sample("hostile")) {
    assert.doesNotMatch(`${title}${message.replaceAll("\n", "")}`, /[\p{Cc}\p{Cf}]/u);
  }
});
