/** Reports whose texts are hostile: quoted as judging does it, or as they might stand in a report that was read. */
import fc from "fast-check";
import type { CheckId, Finding, Report, Severity, Verdict } from "../../src/judge/report.ts";
import { safeText } from "../../src/judge/schemas/report.ts";
import { quote, quoteWire, type SafeText } from "../../src/text/quote.ts";
import { check, checks, domain, endpoint, reportOf, server } from "../report/sample-report.ts";

/** Words of every language that an output speaks, and what has no words. */
const PIECES = [
  ...[
    "::error::",
    "::set-output name=x::y",
    "##[error]",
    "%0A",
    "%25",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    "",
  ],
  ...[
    "<script>",
    "</details>",
    "<!--",
    "-->",
    "&amp;",
    "&#x0;",
    "<",
    ">",
    '"',
    "'",
    "]]>",
    "<![CDATA[",
    "<?x",
  ],
  ...[
    "|",
    "`",
    "```",
    "~~~",
    "\\",
    "*",
    "_",
    "# ",
    "- ",
    "1. ",
    "[x](y)",
    "![i](https://x.test/y)",
    "$x$",
    "{0}",
  ],
  ...[
    "@octocat",
    "#1",
    "GH-1",
    "www.x.test",
    "https://x.test",
    ":smile:",
    "a@x.test",
    "xn--mnchen-3ya",
    "münchen",
  ],
  ...[
    "\u001b[31m",
    "\u009b2J",
    "\u0000",
    "\u0007",
    "\u0085",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\u2028",
    "\ufeff",
  ],
  ...[
    "\ud800",
    "\udfff",
    "\u{1f600}",
    "\u{10ffff}",
    "e\u0301",
    "漢字",
    "\u00ff",
    "x".repeat(200),
    "mx.example.com",
  ],
];

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((parts) => parts.join(""));

const words: fc.Arbitrary<SafeText> = fc.oneof(
  { weight: 3, arbitrary: text.map((fact) => quote(fact)) },
  { weight: 1, arbitrary: text.map((fact) => quoteWire(fact)) },
  { weight: 2, arbitrary: text.map((fact) => safeText.parse(fact)) },
);

const CODES = [
  "cert-expired",
  "relay-open",
  "banner-malformed",
  "egress-blocked",
  "tls-no-1.3",
  "of-another-time",
];
const CHECKS: readonly CheckId[] = [
  "connect",
  "banner",
  "ehlo",
  "starttls",
  "certificate",
  "relay",
  "delivery",
];
const VERDICTS: readonly Verdict[] = ["pass", "warn", "fail", "inconclusive", "waived", "skip"];
const SEVERITIES: readonly Severity[] = ["notice", "warning", "error", "inconclusive"];

const sometimes = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

const finding: fc.Arbitrary<Finding> = fc
  .record({
    code: fc.constantFrom(...CODES),
    severity: fc.constantFrom(...SEVERITIES),
    message: words,
    remedy: words,
    host: sometimes(words),
    expected: sometimes(words),
    actual: sometimes(words),
    evidence: sometimes(words),
    confirm: sometimes(words),
    reference: sometimes(fc.constantFrom("RFC 5321 4.2", "<x>", "")),
    waived: sometimes(words),
    known: sometimes(fc.boolean()),
    off: sometimes(fc.boolean()),
    loweredFrom: sometimes(fc.constantFrom(...SEVERITIES)),
    alternatives: sometimes(fc.array(words, { maxLength: 2 })),
    policy: sometimes(fc.constantFrom(".github/mx-gate.yml", "a b/%,:\n.yml")),
  })
  .map(({ code, severity, message, remedy, waived, alternatives, policy, ...rest }) => {
    const { host, expected, actual, evidence, confirm, reference, known, off, loweredFrom } = rest;
    return {
      code,
      severity,
      message,
      remedy,
      ...(host !== undefined && { host }),
      ...(expected !== undefined && { expected }),
      ...(actual !== undefined && { actual }),
      ...(evidence !== undefined && { evidence }),
      ...(confirm !== undefined && { confirm }),
      ...(reference !== undefined && { reference }),
      ...(known !== undefined && { known }),
      ...(off !== undefined && { off }),
      ...(loweredFrom !== undefined && { loweredFrom }),
      ...(waived !== undefined && { waived: { reason: waived, until: "2027-01-01" } }),
      ...(alternatives !== undefined && {
        alternatives: alternatives.map((label) => ({ label, text: label })),
      }),
      ...(policy !== undefined && { policy: { file: policy, line: 3 } }),
    };
  });

/** A report of one domain with up to two endpoints, of which one check says what it will. */
export const hostileReports: fc.Arbitrary<Report> = fc
  .record({
    name: text,
    host: text,
    id: fc.constantFrom(...CHECKS),
    verdict: fc.constantFrom(...VERDICTS),
    summary: text,
    fact: words,
    findings: fc.array(finding, { maxLength: 2 }),
    ofDomain: fc.array(finding, { maxLength: 1 }),
    ofRun: fc.array(finding, { maxLength: 1 }),
    addresses: fc.constantFrom([], ["192.0.2.1"], ["192.0.2.1", "2001:db8::1"]),
    transcript: text,
    days: fc.integer({ min: -400, max: 4000 }),
    failOn: fc.constantFrom("error" as const, "warning" as const, "never" as const),
    onInconclusive: fc.constantFrom("fail" as const, "warn" as const, "ignore" as const),
  })
  .map((said) => {
    const facts = { greeting: said.fact, replies: [said.fact], daysLeft: said.days, issuer: said.fact };
    const own = checks(check(said.id, said.verdict, said.summary, said.findings, facts));
    const mx = check("mx", said.ofDomain.length > 0 ? "fail" : "pass", said.summary, said.ofDomain);
    return reportOf(
      [
        domain(
          said.name,
          mx,
          [
            server(
              said.host,
              10,
              said.addresses.map((address) => endpoint(address, own)),
            ),
          ],
          { source: { file: "zones/a b.db", line: 7 } },
        ),
      ],
      {
        findings: said.ofRun,
        rules: { failOn: said.failOn, onInconclusive: said.onInconclusive },
        transcript: [{ at: 0.1, mark: "<", text: said.transcript }],
      },
    );
  });
