import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { Script } from "node:vm";
import { describe, test } from "node:test";
import type { Report } from "../../../src/judge/report.ts";
import { gateRules } from "../../../src/report/gate-rules.ts";
import { operatorOf } from "../../../src/report/html/data.ts";
import { LIST_LIMIT, LISTED } from "../../../src/report/html/fleet.ts";
import type { PageOptions } from "../../../src/report/html/page.ts";
import { renderPage } from "../../../src/report/html/page.ts";
import { SCRIPT } from "../../../src/report/html/script.ts";
import { kinds } from "../kinds.ts";
import { reportOf } from "../sample-report.ts";
import { manyDomains, oneCause, passingDomain, samples } from "../samples.ts";
import { holdPage } from "./hold-page.ts";

const LINKS = { docs: "https://example.com/docs", files: "https://example.com/files" };

function page(report: Report, options: PageOptions = { links: LINKS }): string {
  return [...renderPage(report, gateRules(report), options)].join("");
}

function sample(name: string): string {
  return page(samples()[name] ?? assert.fail(name));
}

/** Words that stand in the page outside of script, style and data. */
function words(text: string): string {
  return text
    .replaceAll(/<(style|script)[^]*?<\/\1>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}

describe("the page", () => {
  for (const [name, report] of Object.entries(kinds())) {
    test(`${name}: is markup of its own and nothing else`, () => {
      holdPage(page(report));
    });
  }

  test("starts with the gate, the sentence, reach and three numbers", () => {
    assert.match(
      words(sample("failing")),
      /Gate closed example\.com fails, 1 of 2 domains is fine\. example\.com: Mail arrives through 3 of 4 .* Score 59 of 100 Domains that pass 1 of 2 Causes that fail the build 2/,
    );
  });

  test("tells the causes, worst first, each with its fix and what to type", () => {
    const text = words(sample("failing"));
    const at = ["connect-timeout", "cert-expired", "banner-slow"].map((code) => text.indexOf(code));
    assert.deepEqual(
      at,
      at.toSorted((a, b) => a - b),
    );
    assert.match(
      text,
      /expired 3 days ago.* fix Renew it .* confirm openssl s_client .* Copy senders TLSRPT/,
    );
  });

  test("opens the first card only", () => {
    assert.equal(sample("failing").match(/<details class="card [a-z]" open>/g)?.length, 1);
  });

  test("tells what many domains share once", () => {
    const text = page(reportOf(oneCause(2000)));
    assert.equal(text.match(/class="card f/g)?.length, 1);
    assert.match(words(text), /2,000 domains: s0\.example, s1\.example, s2\.example and 1,997 more/);
  });

  test("shows five cards of a code, and counts the others", () => {
    const text = page(manyDomains(100));
    assert.equal(text.match(/<details class="card/g)?.length, 15);
    assert.match(words(text), /15 more of cert-expired: show the domains/);
  });

  test("folds notices and what is excused", () => {
    assert.match(words(sample("waived")), /Notices and excused findings: 2/);
  });

  test("lists no more domains than a browser can hold, the worst, and says so", () => {
    const many = reportOf(
      Array.from({ length: LIST_LIMIT + 7 }, (_, index) => passingDomain(`p${String(index)}.example`)),
    );
    const text = page(many);
    assert.equal(text.match(/<details class="dom"/g)?.length, LISTED);
    assert.match(words(text), /7 more domains, none of them worse/);
  });
});

describe("its rules for the browser", () => {
  const text = sample("failing");
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? "";
  const hash = (content: string): string =>
    `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
  test("allow nothing but its own script and style", () => {
    const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? "";
    assert.equal(
      policy,
      `default-src 'none'; script-src ${hash(SCRIPT)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    assert.ok(text.includes(`<script>${SCRIPT}</script>`));
    assert.doesNotMatch(
      SCRIPT,
      /<\/script|<!--|innerHTML|outerHTML|insertAdjacent|\beval\b|fetch\(|XMLHttp|import\(/,
    );
  });
  test("come before everything that they rule", () => assert.ok(text.indexOf("Content-Security") < 200));
  test("are met by a script that can be read", () => {
    assert.ok(new Script(SCRIPT));
  });
});

test("its data name each text, row and cause once", () => {
  const one = page(reportOf(oneCause(1000)));
  const data = /id="data">([^]*?)<\/script>/.exec(one)?.[1] ?? "";
  assert.ok(data.length < 1000 * 120, String(data.length));
  assert.equal(data.split("Renew it (certbot renew)").length, 2);
});

describe("the operator of a host", () => {
  const cases: readonly [string, string][] = [
    ["mx1.example.com", "example.com"],
    ["aspmx.l.google.com", "google.com"],
    ["mx.example.co.uk", "example.co.uk"],
    ["mx.example.de", "example.de"],
    ["mx.example.com.au", "example.com.au"],
    ["localhost", "localhost"],
    ["192.0.2.1", "192.0.2.1"],
    ["[2001:db8::1]", "[2001:db8::1]"],
  ];
  for (const [host, operator] of cases) {
    test(`${host}: ${operator}`, () => assert.equal(operatorOf(host), operator));
  }
});
