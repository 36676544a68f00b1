/** Reports of every kind and then some: what each output must tell alike. */
import type { CheckId, DomainReport, Finding, Report, Verdict } from "../../src/judge/report.ts";
import { quote, quoteWire } from "../../src/text/quote.ts";
import { check, checks, domain, endpoint, finding, reportOf, server, unconnected } from "./sample-report.ts";
import { failingDomain, HOSTILE, manyDomains, passingDomain, samples } from "./samples.ts";

/** Numbers in [0, 1) that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const CHECKS: readonly CheckId[] = ["connect", "banner", "ehlo", "starttls", "certificate", "relay"];
const CODE: Readonly<Record<Verdict, readonly [string, Finding["severity"]] | undefined>> = {
  pass: undefined,
  skip: undefined,
  warn: ["banner-slow", "warning"],
  fail: ["cert-expired", "error"],
  inconclusive: ["session-deferred", "inconclusive"],
  waived: ["tls-legacy-accepted", "warning"],
};
const VERDICTS: readonly Verdict[] = [
  "pass",
  "pass",
  "pass",
  "warn",
  "fail",
  "inconclusive",
  "waived",
  "skip",
];

/** A run of random verdicts on random hosts. */
function random(seed: number): Report {
  const next = numbers(seed);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];
  const domains = Array.from({ length: 1 + Math.floor(next() * 6) }, (_, index): DomainReport => {
    const name = `r${seed}-${index}.example`;
    const servers = Array.from({ length: Math.floor(next() * 4) }, (__, at) =>
      server(
        `mx${at}.${name}`,
        at * 10,
        Array.from({ length: Math.floor(next() * 3) }, (___, last) =>
          endpoint(
            next() < 0.5 ? `192.0.2.${at * 10 + last}` : `2001:db8::${at}${last}`,
            CHECKS.map((id) => {
              const verdict = pick(VERDICTS) ?? "pass";
              const said = CODE[verdict];
              const waived = verdict === "waived" ? { reason: "known", until: "2027-01-01" } : undefined;
              const found =
                said === undefined
                  ? []
                  : [finding(said[0], said[1], { host: `mx${at}.${name}`, ...(waived && { waived }) })];
              return check(
                id,
                verdict,
                `${id} ${verdict}`,
                found,
                id === "certificate" ? { daysLeft: Math.floor(next() * 90) - 5 } : undefined,
              );
            }),
          ),
        ),
      ),
    );
    const mx = pick(["pass", "warn", "fail"] as const) ?? "pass";
    const said = CODE[mx];
    return domain(
      name,
      check("mx", mx, `mx ${mx}`, said === undefined ? [] : [finding(`mx-${said[0]}`, said[1])]),
      servers,
    );
  });
  const failOn = pick(["error", "warning", "never"] as const) ?? "error";
  const onInconclusive = pick(["fail", "warn", "ignore"] as const) ?? "fail";
  return reportOf(domains, { rules: { failOn, onInconclusive } });
}

/** A failing domain that says this wherever a server can say something. */
function saying(text: string): Report {
  const found = finding("banner-malformed", "error", {
    host: text,
    message: text,
    actual: text,
    evidence: text,
  });
  return reportOf(
    [
      domain(text, check("mx", "pass", text), [
        server(text, 10, [
          endpoint("192.0.2.1", checks(check("banner", "fail", text, [found], { greeting: quote(text) }))),
        ]),
      ]),
    ],
    {
      transcript: [{ at: 0.1, mark: "<", text }],
      findings: [finding("waiver-unused", "notice", { message: text })],
    },
  );
}

const LANGUAGES: Readonly<Record<string, string>> = {
  "workflow commands":
    "::error file=x,line=1::owned\n::set-output name=gate::open\r\n##[error]owned %0A::stop-commands::x",
  HTML: "</pre></details></summary><script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:x'>x</a><!--",
  Markdown:
    "| a | b |\n|---|---|\n# head\n- item\n```\n</pre>\n[x](javascript:alert(1)) ![i](https://evil.example/p.png) <https://evil.example> *b* _i_ ~~s~~ `c`",
  mentions:
    "@octocat @org/team #123 GH-1 octo/repo#5 0123456789abcdef0123456789abcdef01234567 :smile: $x$ https://evil.example www.evil.example a@evil.example",
  ANSI: "\u001b[31mred\u001b[0m\u001b]0;title\u0007\u009b2J\u001b[1A\u001b[2K",
  BiDi: "\u202egnp.exe\u2066x\u2069 \u200b\u200d\ufeff \u2028\u2029",
  NUL: "a\u0000b\u0001c\u0008\u007f",
  "lone surrogates": "\ud800 \udfff \ufffe \u{10ffff}",
  "XML and SARIF":
    "]]> ]]> <![CDATA[ <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e; {0} {1} [x](0)",
  "commands of other runners":
    "##vso[task.setvariable variable=gate]open ##teamcity[buildStatus status='SUCCESS'] ##[command]x ###[group]y ####vso[z]",
  "commands behind what .NET ignores":
    "\u0301::error::x #\u034f#[error]x #\u0591#\ufe0f[error]x \u3164::add-mask::a",
  "a command at the start": "::add-mask::a",
  "a command behind spaces": " \t\u00a0\u2003::stop-commands::t",
  "sections of GitLab":
    "section_start:1560896352:my_section\r\u001b[0Kheader \nsection_end:1560896352:my_section\r\u001b[0K",
  "marks without a letter": `\u0338\u20e0 a${"\u0300".repeat(300)} :\u0338:`,
  "invisible letters": "\u3164\u115f\u1160\uffa0\u2800\u{e0100}\u17b4\u180b x",
  "a line of a megabyte": "x".repeat(1_000_000),
};

function other(): Record<string, Report> {
  const submission = domain(
    "smtp.example.com",
    check("mx", "skip", "not asked for"),
    [server("smtp.example.com", null, [endpoint("2001:db8::1", checks(), { port: 587 })])],
    { kind: "server" },
  );
  const ways = {
    ...finding("egress-blocked", "inconclusive", { message: "This machine cannot reach port 25 anywhere." }),
    alternatives: [
      {
        label: quote("to test from here"),
        text: quote("route through a host that can reach port 25: proxy: socks5://127.0.0.1:1080"),
      },
      { label: quote("to test elsewhere"), text: quote("run this job on a self-hosted runner") },
      { label: quote("to test what can be"), text: quote("checks: mx (DNS only)") },
    ],
  };
  const blocked = server("mx.example.com", 10, [
    endpoint("192.0.2.1", unconnected("inconclusive", "not tested", [ways])),
  ]);
  return {
    "submission over IPv6": reportOf([submission]),
    "three ways out": reportOf([domain("example.com", check("mx", "pass", "1 host"), [blocked])], {
      findings: [ways],
    }),
    "a host without an address": reportOf([
      domain(
        "example.com",
        check("mx", "fail", "no address", [finding("mx-no-address", "error", { host: "mx.example.com" })]),
        [server("mx.example.com", 10, []), server("mx2.example.com", 20, [endpoint("192.0.2.1", checks())])],
      ),
    ]),
    "passed after waiting": reportOf([
      domain("example.com", check("mx", "pass", "1 host"), [
        server("mx.example.com", 10, [
          endpoint("192.0.2.1", checks(), { passedAfter: 42.5, secondLooks: ["retry"] }),
        ]),
      ]),
    ]),
    "names beyond ASCII": reportOf([
      passingDomain("xn--mnchen-3ya.example"),
      failingDomain("xn--fsqu00a.example"),
    ]),
    "bytes that are no UTF-8": saying(quoteWire("caf\u00e9 \u00ff\u00fe\u0080 220 ready")),
    twenty: manyDomains(20),
  };
}

/** At least thirty reports of every kind, hostile ones included, by name. */
export function kinds(): Record<string, Report> {
  return {
    ...samples(),
    ...other(),
    ...Object.fromEntries(
      Object.entries(LANGUAGES).map(([name, text]) => [`hostile: ${name}`, saying(text)]),
    ),
    ...Object.fromEntries(Array.from({ length: 12 }, (_, seed) => [`random ${seed}`, random(seed + 1)])),
  };
}

/** Reports whose servers say hostile things. */
export function hostileKinds(): Record<string, Report> {
  return Object.fromEntries(Object.entries(kinds()).filter(([name]) => name.startsWith("hostile")));
}

export { HOSTILE };
