import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Report } from "../../../src/judge/report.ts";
import { gateRules } from "../../../src/report/gate-rules.ts";
import type { SummaryOptions } from "../../../src/report/summary/summary.ts";
import { renderSummary, SUMMARY_BUDGET } from "../../../src/report/summary/summary.ts";
import { check, checks, domain, endpoint, finding, reportOf, server } from "../sample-report.ts";
import { failingDomain, manyDomains, oneCause, passingDomain, samples } from "../samples.ts";

const HERE = "https://github.example/o/r";
const LINKS = {
  run: `${HERE}/actions/runs/7`,
  commit: { sha: "0123456789abcdef", url: `${HERE}/commit/0123456789abcdef` },
  files: `${HERE}/blob/0123456789abcdef`,
  docs: "https://github.example/mx-gate/mx-gate/blob/v1/docs/codes",
};

function summary(report: Report, options: SummaryOptions = {}): string {
  return renderSummary(report, gateRules(report), { links: LINKS, ...options });
}

function sample(name: string, options?: SummaryOptions): string {
  return summary(samples()[name] ?? assert.fail(name), options);
}

/** What stands outside of folded parts. */
function inSight(text: string): string {
  let depth = 0;
  const kept = text.split("\n").filter((line) => {
    if (line.startsWith("<details>")) depth += 1;
    const seen = depth === 0;
    if (line === "</details>") depth -= 1;
    return seen;
  });
  assert.equal(depth, 0, "a <details> without an end");
  return kept.join("\n");
}

describe("the headline", () => {
  const cases: readonly [string, string][] = [
    ["passing", "open — example.org is fine"],
    ["failing", "closed — example.com fails, 1 of 2 domains is fine"],
    ["warning", "open — example.com has warnings"],
    ["inconclusive", "closed — 2 domains could not be judged"],
    ["null MX", "closed — example.com fails, 1 of 2 domains passes"],
    ["no domains", "open — nothing was tested"],
    ["many", "closed — 100 domains fail, 400 of 500 domains are fine"],
  ];
  for (const [name, said] of cases) {
    test(`${name}: ${said}`, () => assert.equal(sample(name).split("\n")[0], `### Mail gate: ${said}`));
  }
});

describe("a failing run in sight", () => {
  const text = inSight(sample("failing"));

  test("starts with result, score and reach, then gate, policy and counts", () => {
    const [, , , , figures, , gate, , counts] = text.split("\n");
    assert.equal(
      figures,
      "| **❌&nbsp;fail** | **59** | example.com: Mail arrives through 3 of 4 endpoints; 1 refuses it; 3 encrypt. |",
    );
    assert.equal(
      gate,
      `Gate closed: 2 checks failed. Policy: <a href="${LINKS.files}/.github/mx-gate.yml#L1">\`.github/mx-gate.yml\`</a> (1 override, 1 waiver).`,
    );
    assert.match(counts ?? "", /^2 domains, 5 endpoints: 24 passed, .* 5 skipped\.$/);
  });

  test("looks over every domain, worst first", () => {
    const rows = text.split("\n").filter((line) => /^\| example<?/.test(line.replaceAll("<wbr>", "")));
    assert.deepEqual(
      rows.map((line) => line.replaceAll("<wbr>", "")),
      [
        "| example.com | ❌&nbsp;fail | 59 | 3/4 | 3/4 | 2/4 | connect-timeout, cert-expired, banner-slow |",
        "| example.org | ✅&nbsp;pass | 98 | 1/1 | 1/1 | 1/1 |  |",
      ],
    );
  });

  test("tells which certificate ends when, the first to end first", () => {
    const from = text.indexOf("#### Certificates");
    const rows = text.slice(from).replaceAll("<wbr>", "").split("\n").slice(4, 6);
    assert.deepEqual(rows, [
      "| ❌&nbsp;ended 3 days ago | `░░░░░░░░░░` | – | mx2.example.com | – |",
      "| ✅&nbsp;61 days left | `███████░░░` | 2027&#8209;01&#8209;21 | mx1.example.com, mx3.example.com, mx.example.org | Let's Encrypt R11 |",
    ]);
  });

  test("has a matrix that says the facts, with what fails in bold", () => {
    const plain = text.replaceAll("<wbr>", "");
    assert.ok(
      plain.includes(
        [
          "**mx** ✅&nbsp;2 hosts",
          "",
          "| pref | MX host and endpoint | connect | banner | certificate | score |",
          "|---|---|---|---|---|---|",
          "| 10 | mx1.example.com<br>192.0.2.10 | ✅&nbsp;0.02 s | ✅&nbsp;220 | ✅&nbsp;61 days | 100 |",
          "|  | 2001:db8::10 | ❌&nbsp;**timed out** | ➖&nbsp;skip | ➖&nbsp;skip | 0 |",
          "| 20 | mx2.example.com<br>192.0.2.20 | ✅&nbsp;0.02 s | ✅&nbsp;220 | ❌&nbsp;**expired 3 days ago** | 70 |",
          "| 30 | mx3.example.com<br>198.51.100.7 | ✅&nbsp;0.02 s | ⚠️&nbsp;34.1 s (warn) | ✅&nbsp;61 days | 97 |",
          "",
          "Nothing wrong in: ehlo, starttls, relay.",
        ].join("\n"),
      ),
      plain,
    );
  });

  test("has a block with everything to act on for each failing finding", () => {
    const from = text.indexOf("**cert-expired** · mx2.example.com 192.0.2.20:25");
    const block = text.slice(from, text.indexOf("Also seen:"));
    for (const part of [
      "The certificate expired 3 days ago.",
      `- **Expected:** at least 14 days left (<a href="${LINKS.files}/.github/mx-gate.yml#L4">\`.github/mx-gate.yml:4\`</a>)`,
      "- **Actual:** notAfter 2026-11-18 23:59:59 UTC",
      "- **Fix:** Renew it (certbot renew)",
      "- **Confirm:**\n  ```sh\n  openssl s_client -starttls smtp -connect 192.0.2.20:25 -servername mx2.example.com </dev/null \\\n    | openssl x509 -noout -dates\n  ```",
      "- **Senders:** TLSRPT certificate-expired; senders that verify certificates do not deliver, others do",
      `- **More:** <a href="${LINKS.docs}/cert-expired.md">cert-expired</a>, RFC 5280 4.1.2.5`,
    ]) {
      assert.ok(block.includes(part), part);
    }
  });

  test("tells a warning in one line", () => {
    assert.match(
      text,
      /\n- warning \*\*<a [^>]*>banner-slow<\/a>\*\* · mx3\.example\.com 198\.51\.100\.7:25: The greeting took 34\.1 s/,
    );
  });

  test("folds what passes, facts and transcripts", () => {
    assert.doesNotMatch(text, /example\.org —|X25519|EHLO probe/);
    const folded = sample("failing");
    assert.match(folded, /<details><summary>1 domain passes: example\.org<\/summary>/);
    assert.match(folded, /<br>cipher TLS\\_AES\\_256\\_GCM\\_SHA384<br>/);
    assert.match(folded, /```text\ndialog, at 0\.2 s\n {2}0\.020 \*\s+connected\n/);
  });

  test("links to run and commit at its end", () => {
    assert.ok(
      text.endsWith(
        `commit <a href="${LINKS.commit.url}">0123456</a> · <a href="${LINKS.run}">this run</a>\n`,
      ),
    );
  });
});

test("without links nothing is linked", () => {
  assert.doesNotMatch(sample("failing", { links: {} }), /<a |\]\(/);
});

describe("findings of the run", () => {
  test("come before every domain, and are not told again there", () => {
    const text = sample("inconclusive");
    assert.ok(text.indexOf("**egress-blocked**") < text.indexOf("#### ❓&nbsp;example"));
    assert.equal(text.split("**egress-blocked**").length, 2);
  });
});

test("a domain without endpoints and findings tells what was seen of it", () => {
  const text = sample("null MX").replaceAll("<wbr>", "");
  assert.match(
    text,
    /\*\*✅&nbsp;example\.net — pass, no score\*\*[^]*\*\*mx\*\* ✅&nbsp;null MX, as expected/,
  );
});

test("many findings of one code that ask for nothing are a few lines and a number", () => {
  const hosts = Array.from({ length: 9 }, (_, index) => `mx${index}.example.com`);
  const notices = hosts.map((host) =>
    finding("mx-private-address", "notice", { host, message: `The MX host ${host} has a private address.` }),
  );
  const text = summary(reportOf([domain("example.com", check("mx", "pass", "9 hosts", notices), [])]));
  assert.match(text, /mx-private-address<\/a>\*\*: The MX host mx2\.example\.com has/);
  assert.doesNotMatch(text, /mx3\.example\.com/);
  assert.match(text, /\n- 6 more like these: mx-private-address\n/);
});

test("what is waived or known is told, with the reason", () => {
  assert.match(sample("waived"), /cert-expiring-soon.*— waived until 2027-01-31: renewed with the move/);
  assert.match(sample("known"), /cert-expired.*— known to the baseline/);
});

test("an endpoint at another port is told with it", () => {
  const report = reportOf([
    domain(
      "smtp.example.com",
      check("mx", "skip", "not asked for"),
      [server("smtp.example.com", null, [endpoint("192.0.2.1", checks(), { port: 587 })])],
      { kind: "server" },
    ),
  ]);
  assert.match(
    summary(report).replaceAll("<wbr>", ""),
    /\n\| host and endpoint \|[^]*\n\| smtp\.example\.com<br>192\.0\.2\.1:587 \|/,
  );
});

describe("the budget", () => {
  const bytes = (text: string): number => Buffer.byteLength(text);
  const written = [{ kind: "report-file", path: "out/report.json" }] as const;

  test("is just under the runner's", () => assert.ok(SUMMARY_BUDGET < 1024 * 1024));

  test("counts bytes, not characters", () => {
    const report = reportOf([passingDomain("example.com")], { gateSummary: "ü郵".repeat(200) });
    const whole = summary(report);
    assert.equal(summary(report, { budget: bytes(whole) }), whole);
    assert.notEqual(summary(report, { budget: bytes(whole) - 1 }), whole);
    assert.ok(bytes(whole) > whole.length);
  });

  for (const budget of [2_000, 5_000, 20_000, 65_000, 100_000, 300_000]) {
    test(`of ${budget} bytes is kept, and what is left out is said`, () => {
      const text = summary(manyDomains(500), { budget, written });
      assert.ok(bytes(text) <= budget, String(bytes(text)));
      inSight(text);
      if (budget < 300_000)
        assert.match(text, /_Too long for this page\. Left out: .*`out\/report\.json`\._/);
    });
  }

  test("drops facts and what passes first, then the least bad", () => {
    const text = summary(manyDomains(500), { budget: 20_000, written });
    const shown = text.split("\n#### ❌").length - 1;
    assert.ok(shown > 2);
    const missing = 100 - shown;
    assert.ok(
      text.includes(
        `Left out: facts and transcripts, ${missing} domains that do not pass, 400 passing domains;`,
      ),
    );
    assert.doesNotMatch(text, /<details>/);
  });

  test("counts by code what it may have left out", () => {
    const text = summary(manyDomains(500), { budget: 20_000, written });
    for (const row of ["| connect-timeout | 100 | 100 |", "| banner-slow | 100 | 100 |"])
      assert.ok(text.includes(`\n${row}\n`), row);
    const shared = summary(reportOf([...oneCause(30), ...manyDomains(500).domains]), {
      budget: 20_000,
      written,
    });
    assert.ok(shared.includes("\n| cert-expired | 102 | 130 |\n"));
  });

  test("keeps the worst domain longest", () => {
    const bad = failingDomain("bad.example");
    const worst = { ...failingDomain("worst.example"), score: 0 };
    const both = reportOf([bad, worst]);
    const text = summary(both, { budget: bytes(summary(both)) / 2.5 });
    assert.match(text, /#### ❌&nbsp;worst\.example —/);
    assert.doesNotMatch(text, /#### ❌&nbsp;bad\.example —/);
  });

  test("at last keeps the numbers: counts, codes, names", () => {
    const text = summary(manyDomains(500), { budget: 2_500, written });
    assert.match(text, /^### Mail gate: closed — 100 domains fail/);
    assert.match(text, /200 failed/);
    assert.match(text, /\| cert-expired \| 100 \|/);
    assert.match(text, /Left out: every domain and every finding;/);
  });

  test("of next to nothing still gives the headline", () => {
    const text = summary(manyDomains(20), { budget: 200 });
    assert.match(text, /^### Mail gate: closed/);
    assert.ok(bytes(text) <= 200);
  });
});

describe("hostile text", () => {
  const text = sample("hostile");
  const outside = text
    .replaceAll(/ *```+(?:sh|text)\n[^]*?\n *```+(?=\n)/g, "")
    .replaceAll(/(`+)(?!`).*?[^`]\1(?!`)/g, "");

  test("is no markup but ours", () => {
    const tags = new Set(Array.from(outside.matchAll(/<\/?[a-z]+/g), ([tag]) => tag));
    assert.deepEqual(
      [...tags].sort(),
      [
        "</a",
        "</details",
        "</span",
        "</summary",
        "<a",
        "<br",
        "<details",
        "<span",
        "<summary",
        "<wbr",
      ].sort(),
    );
  });
  test("ends no folded part and no code", () => void inSight(text));
  test("mentions nobody and links nowhere", () => {
    const summaries = /^<details><summary>.*<\/summary>$/gm;
    assert.doesNotMatch(outside.replaceAll(summaries, ""), /(?<!\\)\]\(/, "a Markdown link");
    assert.doesNotMatch(outside, /@octocat|https:\/\/evil|www\.evil|(?<!&)#123/);
  });
  test("breaks no row of a table", () => {
    const rows = text.split("\n").filter((line) => line.startsWith("| 10 |"));
    assert.deepEqual(
      rows.map((row) => row.split("|").length),
      [7],
    );
  });
  test("hides nothing", () => assert.doesNotMatch(text.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u));
});

test("a finding about a single host is told even where there is no endpoint", () => {
  const report = reportOf([
    domain(
      "example.com",
      check("mx", "fail", "no address", [finding("mx-no-address", "error", { host: "mx.example.com" })]),
      [server("mx.example.com", 10, [])],
    ),
  ]);
  const text = summary(report);
  assert.match(text, /\*\*mx-no-address\*\* · mx\.example\.com/);
});
