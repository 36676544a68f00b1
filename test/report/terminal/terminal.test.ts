import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Report } from "../../../src/judge/report.ts";
import { gateRules } from "../../../src/report/gate-rules.ts";
import { blockLines, renderTerminal } from "../../../src/report/terminal/terminal.ts";
import type { TerminalOptions } from "../../../src/report/terminal/frame.ts";
import { textWidth } from "../../../src/text/layout.ts";
import { check, checks, domain, endpoint, finding, reportOf, server } from "../sample-report.ts";
import { expiredCertificate, failingDomain, manyDomains, passingDomain, samples } from "../samples.ts";

const FILES = [
  { kind: "junit-file", path: "mx-gate-junit.xml" },
  { kind: "report-file", path: "mx-gate-report.json" },
] as const;

function lines(report: Report, options: Partial<TerminalOptions> = {}): string[] {
  const all = { width: 100, colour: false, exitCode: 1, written: FILES, ...options };
  return [...blockLines(renderTerminal(report, gateRules(report), all))];
}

function sample(name: string, options?: Partial<TerminalOptions>): string[] {
  return lines(samples()[name] ?? assert.fail(name), options);
}

const ANSI = /\u001b\[[\d;]*m/g;

test("a failing run at 100 columns reads like this", () => {
  assert.deepEqual(sample("failing"), [
    "mx-gate 1.0.0 · policy .github/mx-gate.yml (1 override, 1 waiver) · resolver 192.0.2.53 · direct",
    "",
    "example.com                                                                          FAIL · score 59",
    "Mail arrives through 3 of 4 endpoints; 1 refuses it; 3 encrypt.",
    "Score 59: connect failed, certificate failed, banner has a warning.",
    "",
    "  pref  host             endpoint           connect banner ehlo starttls certificate relay   score",
    "    10  mx1.example.com  192.0.2.10:25       41 ms   220    6   TLS 1.3    61 days   closed    100",
    "                         [2001:db8::10]:25     ✗      ·     ·      ·          ·        ·         0",
    "    20  mx2.example.com  192.0.2.20:25       41 ms   220    6   TLS 1.3       ✗      closed     70",
    "    30  mx3.example.com  198.51.100.7:25     41 ms    !     6   TLS 1.3    61 days   closed     97",
    "",
    "  ✗ connect-timeout  mx1.example.com [2001:db8::10]:25",
    "    Nothing answered within 15 s; IPv4 of the same host does.",
    "      expected  a connection within 15 s",
    "      actual    no answer",
    "      fix       Open port 25 for IPv6 in the firewall, or remove the AAAA record.",
    "      confirm   nc -vz -w 15 2001:db8::10 25",
    "",
    "  ✗ cert-expired  mx2.example.com 192.0.2.20:25",
    "    The certificate expired 3 days ago.",
    "      expected  at least 14 days left                                          .github/mx-gate.yml:4",
    "      actual    notAfter 2026-11-18 23:59:59 UTC · CN=mx2.example.com · Let's Encrypt R11",
    "      fix       Renew it (certbot renew), then reload the mail server: an MTA keeps the old one in",
    "                memory.",
    "      confirm   openssl s_client -starttls smtp -connect 192.0.2.20:25 -servername mx2.example.com </dev/null | openssl x509 -noout -dates",
    "      senders   TLSRPT certificate-expired; senders that verify certificates do not deliver, others",
    "                do",
    "",
    "  ! banner-slow  mx3.example.com 198.51.100.7:25 · The greeting took 34.1 s (30 s allowed).",
    "    fix  Look for slow DNS lookups of the client's address (PTR, DNSBL) before the greeting.",
    "",
    "example.org                                                                          PASS · score 98",
    "Mail arrives through 1 of 1 endpoints; 1 refuses it; 1 encrypt.",
    "",
    "  pref  host            endpoint       connect banner ehlo starttls certificate relay   score",
    "    10  mx.example.org  192.0.2.30:25   41 ms   220    6   TLS 1.3    61 days   closed     98",
    "",
    "2 domains · 5 endpoints · 4.2 s",
    "✓ 24 passed  ! 1 warned  ✗ 2 failed  ? 0 inconclusive  w 0 waived  · 5 skipped",
    "Gate closed: 2 checks failed. Exit 1. Reports: mx-gate-junit.xml, mx-gate-report.json",
    "What a code means: mx-gate explain connect-timeout",
  ]);
});

test("where nothing can be reached, the run says so once", () => {
  const text = sample("inconclusive", { exitCode: 3 });
  assert.deepEqual(
    text
      .slice(1, 8)
      .map((line) => line.trimEnd())
      .filter((line) => line !== ""),
    [
      "? egress-blocked",
      "  This machine cannot reach port 25 anywhere (4 control hosts timed out, too), so 4 endpoints could",
      "  not be tested. Nothing is claimed about them.",
      "    fix       To test from here, route through a host that can reach port 25: proxy:",
      "              socks5://127.0.0.1:1080 after `ssh -fN -D 1080 you@server`. To test elsewhere: run",
      "              this job on a self-hosted runner. To test what can be: checks: mx (DNS only).",
    ],
  );
  assert.equal(text.join("\n").split("egress-blocked").length, 3, "the heading, and the hint at the end");
  assert.ok(text.some((line) => /^\? example\.com +INCONCLUSIVE · no score$/.test(line)));
  assert.ok(text.some((line) => line.includes("Exit 3.")));
});

describe("no line is wider than asked for", () => {
  for (const [name, report] of Object.entries(samples())) {
    for (const width of [60, 72, 80, 100, 120, 200]) {
      test(`${name} at ${width} columns`, () => {
        for (const verbose of [false, true]) {
          for (const line of lines(report, { width, verbose })) {
            // A command line is there to be copied and stays whole.
            if (line.startsWith("      confirm   ") || line.startsWith("    confirm   ")) continue;
            assert.ok(textWidth(line) <= width || !line.includes(" "), line);
          }
        }
      });
    }
  }
});

test("at 80 columns the heads of the table are shorter", () => {
  const many = samples()["failing"] ?? assert.fail();
  const passing = ["a", "b"].map((name) => passingDomain(`${name}.example`));
  const [head, first] = lines({ ...many, domains: [...many.domains, ...passing] }, { width: 80 }).slice(6, 8);
  assert.equal(head, "  pref  host             endpoint           conn ban ehlo tls cert relay  score");
  assert.equal(first, "    10  mx1.example.com  192.0.2.10:25       ✓    ✓   ✓    ✓   ✓     ✓      100");
});

test("at 60 columns hosts stand above their endpoints, and long addresses above their signs", () => {
  const long = "2001:db8:1234:5678:9abc:def0:1234:5678";
  const report = reportOf([
    domain("example.com", check("mx", "pass", "1 host"), [
      server("mx.example.com", 10, [
        endpoint(
          "192.0.2.1",
          checks(
            check("certificate", "fail", "expired", [expiredCertificate("mx.example.com", "192.0.2.1")]),
          ),
        ),
        endpoint(long, checks()),
      ]),
    ]),
  ]);
  const table = lines(report, { width: 60 }).slice(9, 14);
  assert.deepEqual(table, [
    "  pref  endpoint         conn ban ehlo tls cert relay  score",
    "    10  mx.example.com",
    "        192.0.2.1:25      ✓    ✓   ✓    ✓   ✗     ✓       70",
    `        [${long}]:25`,
    "                          ✓    ✓   ✓    ✓   ✓     ✓       98",
  ]);
});

describe("colour", () => {
  test("only repeats what the words say", () => {
    for (const report of Object.values(samples())) {
      assert.deepEqual(
        lines(report, { colour: true }).map((line) => line.replaceAll(ANSI, "")),
        lines(report),
      );
    }
  });
  test("is there only when asked for", () => {
    assert.match(sample("failing", { colour: true }).join("\n"), ANSI);
    assert.doesNotMatch(sample("failing").join("\n"), ANSI);
  });
});

describe("quiet", () => {
  test("is a line for each cause that closes the gate, and the gate", () => {
    assert.deepEqual(sample("failing", { quiet: true }), [
      "✗ connect-timeout  mx1.example.com [2001:db8::10]:25 · Nothing answered within 15 s; IPv4 of the same host does.",
      "✗ cert-expired  mx2.example.com 192.0.2.20:25 · The certificate expired 3 days ago.",
      "Gate closed: 2 checks failed. Exit 1.",
    ]);
  });
  test("is silent where the gate is open", () => {
    assert.deepEqual(lines(reportOf([passingDomain("example.com")]), { quiet: true }), []);
  });
  test("says what the policy silences even then", () => {
    const silenced = finding("policy-silences", "notice", {
      message: "The policy turns off 1 code: cert-expired.",
    });
    const report = reportOf([passingDomain("example.com")], { findings: [silenced] });
    assert.deepEqual(lines(report, { quiet: true }), ["The policy turns off 1 code: cert-expired."]);
  });
  test("has a bound", () => {
    const many = Array.from({ length: 5000 }, (_, index) => failingDomain(`d${String(index)}.example`));
    const text = lines(reportOf(many), { quiet: true });
    assert.match(text.at(-2) ?? "", /^[\d,]+ more causes not shown$/);
    assert.ok(text.length < 4000);
  });
});

test("verbose opens every domain with facts, and its transcripts where they are asked for", () => {
  const text = sample("failing", { verbose: true }).join("\n");
  assert.match(text, /HELO probe\.example\.net · trust bundled \(121\), system \(140\)/);
  assert.match(text, /\n {2}mx\.example\.org 192\.0\.2\.30:25 · 2 connections\n/);
  assert.match(text, /✓ starttls {5}TLS 1\.3 · 0\.04 s · Cipher TLS_AES_256_GCM_SHA384\./);
  const dialog = /\n {4}dialog, at 0\.2 s\n/;
  assert.doesNotMatch(text, dialog);
  assert.match(
    sample("failing", { verbose: true, transcripts: true }).join("\n"),
    /\n {4}dialog, at 0\.2 s\n {6}0\.020 \* {2}connected\n {6}0\.041 < {2}220 mx\.example\.com ESMTP Postfix\n/,
  );
  assert.match(text, /see {7}RFC 5280 4\.1\.2\.5/);
});

test("the page of a code is linked where there is one, and the command named where there is none", () => {
  const linked = sample("failing", { links: { docs: "https://example.com/codes" } }).join("\n");
  assert.match(linked, /\n {6}more {6}https:\/\/example\.com\/codes\/cert-expired\.md\n/);
  assert.doesNotMatch(linked, /mx-gate explain/);
});

describe("what is waived, known or a notice", () => {
  test("a waived finding stays in sight below its domain, with the reason", () => {
    assert.match(
      sample("waived", { width: 140 }).join("\n"),
      /\nexample\.com +PASS · score 98\n[^]*\n {2}w cert-expiring-soon {2}mx2\.example\.com 192\.0\.2\.20:25 · The certificate ends in 20 days\. · waived until 2027-01-31: renewed with the move\n/,
    );
  });
  test("a known one, too", () => {
    assert.match(sample("known", { width: 140 }).join("\n"), /w cert-expired .* · known to the baseline/);
  });
  test("a notice of the run is one line", () => {
    assert.ok(
      sample("waived").includes("i waiver-ending  The waiver of cert-expiring-soon ends in 10 days."),
    );
  });
});

describe("endpoints with the same trouble", () => {
  const report = reportOf([
    domain("example.com", check("mx", "pass", "1 host"), [
      server(
        "mx.example.com",
        10,
        Array.from({ length: 15 }, (_, index) => {
          const address = `192.0.2.${index + 1}`;
          return endpoint(
            address,
            checks(check("certificate", "fail", "expired", [expiredCertificate("mx.example.com", address)])),
          );
        }),
      ),
    ]),
  ]);
  const text = lines(report).join("\n");
  test("are told once, with the places", () => {
    assert.equal(text.split("The certificate expired").length, 2);
    assert.match(text, /✗ cert-expired {2}15 places\n/);
    assert.match(text, /\n {6}at {8}mx\.example\.com 192\.0\.2\.1:25, mx\.example\.com 192\.0\.2\.2:25/);
    assert.match(text, /and 3 more\n/);
  });
});

describe("many domains", () => {
  const text = lines(manyDomains(500));
  test("those that pass are listed up to a number", () => {
    assert.equal(text.filter((line) => line.startsWith("✓ d")).length, 40);
    assert.ok(text.includes("  and 360 more domains like these (--verbose opens all)"));
  });
  test("those that fail are all open", () => {
    assert.equal(text.filter((line) => /^d\d{3}\.example +FAIL/.test(line)).length, 100);
  });
});

test("many findings of one code that ask for nothing are a few lines and a number", () => {
  const notices = Array.from({ length: 9 }, (_, index) => {
    const host = `mx${index}.example.com`;
    return finding("mx-private-address", "notice", {
      host,
      message: `The MX host ${host} has a private address.`,
    });
  });
  const warned = finding("mx-implicit", "warning", { message: "There is no MX record." });
  const text = lines(
    reportOf([domain("example.com", check("mx", "warn", "1 host", [...notices, warned]), [])]),
  );
  assert.ok(text.includes("  i mx-private-address  The MX host mx2.example.com has a private address."));
  assert.ok(text.includes("    mx-private-address  6 more like these"));
  assert.ok(!text.join("\n").includes("mx3.example.com"));
});

describe("below a warning stands what to do", () => {
  const LONG = `Set a TLS version. ${"Read the manual of the server for every one of its settings. ".repeat(6)}`;
  const slow = (host: string, remedy: string) =>
    finding("banner-slow", "warning", { message: `The greeting of ${host} took 34 s.`, remedy });
  const told = (...findings: ReturnType<typeof slow>[]) =>
    lines(reportOf([domain("example.com", check("mx", "warn", "1 host", findings), [])])).filter((line) =>
      /^ {2}(?:!| {2}fix| {7}\S)/.test(line),
    );

  test("once for each remedy, below the last that it is for", () => {
    assert.deepEqual(told(slow("a", "Look at DNS."), slow("b", "Look at DNS."), slow("c", "Look at it.")), [
      "  ! banner-slow  example.com · The greeting of a took 34 s.",
      "  ! banner-slow  example.com · The greeting of b took 34 s.",
      "    fix  Look at DNS.",
      "  ! banner-slow  example.com · The greeting of c took 34 s.",
      "    fix  Look at it.",
    ]);
  });
  test("in two lines at most, of whole sentences", () => {
    const [, ...fix] = told(slow("a", LONG));
    assert.equal(fix.length, 2);
    assert.match(fix.join(" "), /^ {4}fix {2}Set a TLS version\. .*settings\.$/);
    const [, first, second] = told(slow("a", "word ".repeat(60).trim()));
    assert.match(first ?? "", /word$/);
    assert.match(second ?? "", /word …$/);
  });
  test("and not below what is waived", () => {
    const { waived } = finding("x", "warning", { waived: { until: "2027-01-31", reason: "moved" } });
    const text = told({ ...slow("a", "Look at DNS."), ...(waived && { waived }) });
    assert.ok(!text.some((line) => line.includes("fix")), text.join("\n"));
  });
});

describe("settings in what to do", () => {
  const speak = (text: string): string => text.replace("min-tls-version: 1.2", "--min-tls-version 1.2");
  const asked = (over: Parameters<typeof finding>[2], code = "tls-version-too-low") =>
    lines(
      reportOf([
        domain(
          "example.com",
          check("mx", "fail", "1 host", [
            finding(code, "error", { remedy: "Or set min-tls-version: 1.2.", ...over }),
          ]),
          [],
        ),
      ]),
      { speak },
    ).join("\n");

  test("are said as the reader writes them", () => {
    assert.match(asked({}), /fix +Or set --min-tls-version 1\.2\./);
    assert.match(asked({ policy: { file: "domains.txt", line: 4 } }, "connect-refused"), /--min-tls-version/);
  });
  test("and so are those in the sentence of the gate, in every form", () => {
    const gateSummary = "Gate closed: 1 error (min-tls-version: 1.2).";
    const report = reportOf([failingDomain("example.com")], { gateSummary });
    for (const quiet of [false, true])
      assert.match(lines(report, { speak, quiet }).join("\n"), /1 error \(--min-tls-version 1\.2\)\./);
    assert.match(lines(report).join("\n"), /1 error \(min-tls-version: 1\.2\)\./);
  });
  test("but as they stand in the file that asks for it", () => {
    assert.match(asked({ policy: { file: "p.yml", line: 4 } }), /fix +Or set min-tls-version: 1\.2\./);
  });
});

describe("to be folded", () => {
  const blocks = (report: Report) =>
    [...renderTerminal(report, gateRules(report), { width: 100, colour: true, foldPassing: true })].filter(
      ({ heading }) => heading !== undefined,
    );
  test("a passing domain is a block with its table, below a heading without colours", () => {
    const [block, ...others] = blocks(samples()["failing"] ?? assert.fail());
    assert.equal(others.length, 0);
    assert.match(block?.heading ?? "", /^✓ example\.org +PASS · score 98$/);
    assert.match(block?.lines.join("\n") ?? "", /mx\.example\.org {2}192\.0\.2\.30:25/);
  });
  test("many are one block", () => {
    const [block, ...others] = blocks(manyDomains(500));
    assert.equal(others.length, 0);
    assert.equal(block?.heading, "400 domains pass");
    assert.equal(block.lines.length, 400);
  });
});

test("a domain that passed only after waiting says so", () => {
  const found = passingDomain("example.com");
  const waited = {
    ...found,
    servers: [server("mx.example.com", 10, [endpoint("192.0.2.1", checks(), { passedAfter: 42 })])],
  };
  assert.ok(
    lines(reportOf([waited])).some((line) => /^example\.com +PASS · score 98 · after 42\.0 s$/.test(line)),
  );
});

test("hostile text moves no cursor and makes no line", () => {
  const text = sample("hostile", { verbose: true });
  for (const line of text) assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
});
