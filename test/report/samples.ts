/** Reports of every kind of run, by name. */
import type { DomainReport, Report } from "../../src/judge/report.ts";
import { check, checks, domain, endpoint, finding, reportOf, server, unconnected } from "./sample-report.ts";

const MX_FINE = check("mx", "pass", "2 hosts", [], { hosts: 2 });

/** What a hostile server, resolver or certificate says: the language of every output, and what hides on a screen. */
export const HOSTILE = [
  "::error file=a.js,line=1::owned",
  "##[error]owned",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "</pre></details></summary>",
  "]]> ]]> <![CDATA[",
  "| a | b | [x](javascript:alert(1)) ![i](https://evil.example/p.png)",
  "`` ``` ````` *b* _i_ ~~s~~ $x$ \\| \\",
  "@octocat #123 GH-1 octo/repo#5 https://evil.example www.evil.example a@evil.example :smile:",
  "\u001b[31mred\u001b[0m \u009b1m \u0007\u0000 \u202egnp.exe\u2066 \u200b \r\n::set-output name=x::y",
  "%0A::error::x %25 \ud800",
].join(" ");

export function expiredCertificate(host: string, address: string) {
  return finding("cert-expired", "error", {
    host,
    address,
    message: "The certificate expired 3 days ago.",
    expected: "at least 14 days left",
    actual: `notAfter 2026-11-18 23:59:59 UTC · CN=${host} · Let's Encrypt R11`,
    remedy: "Renew it (certbot renew), then reload the mail server: an MTA keeps the old one in memory.",
    confirm: `openssl s_client -starttls smtp -connect ${address.includes(":") ? `[${address}]` : address}:25 -servername ${host} </dev/null | openssl x509 -noout -dates`,
    reference: "RFC 5280 4.1.2.5",
    resultType: "certificate-expired",
    senders: "senders that verify certificates do not deliver, others do",
    policy: { file: ".github/mx-gate.yml", line: 4 },
  });
}

function timedOut(host: string, address: string) {
  return finding("connect-timeout", "error", {
    host,
    address,
    message: "Nothing answered within 15 s; IPv4 of the same host does.",
    expected: "a connection within 15 s",
    actual: "no answer",
    remedy: "Open port 25 for IPv6 in the firewall, or remove the AAAA record.",
    confirm: `nc -vz -w 15 ${address} 25`,
    reference: "RFC 5321 5.1",
  });
}

function slowBanner(host: string, address: string) {
  return finding("banner-slow", "warning", {
    host,
    address,
    message: "The greeting took 34.1 s (30 s allowed).",
    remedy: "Look for slow DNS lookups of the client's address (PTR, DNSBL) before the greeting.",
    policy: { file: ".github/mx-gate.yml", line: 9 },
  });
}

export function passingDomain(name: string, over: Parameters<typeof domain>[3] = {}): DomainReport {
  return domain(name, MX_FINE, [server(`mx.${name}`, 10, [endpoint("192.0.2.30", checks())])], over);
}

export function failingDomain(name: string): DomainReport {
  const host = (number: number): string => `mx${number}.${name}`;
  return domain(
    name,
    MX_FINE,
    [
      server(host(1), 10, [
        endpoint("192.0.2.10", checks(), { score: 100 }),
        endpoint("2001:db8::10", unconnected("fail", "timed out", [timedOut(host(1), "2001:db8::10")])),
      ]),
      server(host(2), 20, [
        endpoint(
          "192.0.2.20",
          checks(
            check("certificate", "fail", "expired 3 days ago", [expiredCertificate(host(2), "192.0.2.20")], {
              daysLeft: -3,
            }),
          ),
        ),
      ]),
      server(host(3), 30, [
        endpoint(
          "198.51.100.7",
          checks(check("banner", "warn", "34.1 s", [slowBanner(host(3), "198.51.100.7")])),
          { score: 97 },
        ),
      ]),
    ],
    { source: { file: "zones/example.zone", line: 12 } },
  );
}

function egressBlocked(): Report {
  const blocked = (host: string, address: string) =>
    endpoint(
      address,
      unconnected("inconclusive", "not tested", [
        finding("egress-blocked", "inconclusive", { host, address }),
      ]),
      {
        connections: 0,
      },
    );
  return reportOf(
    ["example.com", "example.org"].map((name) =>
      domain(name, MX_FINE, [
        server(`mx.${name}`, 10, [blocked(`mx.${name}`, "192.0.2.10"), blocked(`mx.${name}`, "192.0.2.11")]),
      ]),
    ),
    {
      findings: [
        finding("egress-blocked", "inconclusive", {
          message:
            "This machine cannot reach port 25 anywhere (4 control hosts timed out, too), so 4 endpoints could not be tested. Nothing is claimed about them.",
          remedy:
            "To test from here, route through a host that can reach port 25: proxy: socks5://127.0.0.1:1080 after `ssh -fN -D 1080 you@server`. To test elsewhere: run this job on a self-hosted runner. To test what can be: checks: mx (DNS only).",
        }),
      ],
    },
  );
}

function waived(): Report {
  const expiring = finding("cert-expiring-soon", "warning", {
    host: "mx2.example.com",
    address: "192.0.2.20",
    message: "The certificate ends in 20 days.",
    waived: { reason: "renewed with the move", until: "2027-01-31" },
  });
  return reportOf(
    [
      domain("example.com", MX_FINE, [
        server("mx2.example.com", 10, [
          endpoint("192.0.2.20", checks(check("certificate", "waived", "20 days", [expiring]))),
        ]),
      ]),
    ],
    {
      findings: [
        finding("waiver-ending", "notice", {
          message: "The waiver of cert-expiring-soon ends in 10 days.",
          policy: { file: ".github/mx-gate.yml", line: 21 },
        }),
      ],
    },
  );
}

function known(): Report {
  const old = { ...expiredCertificate("mx1.example.com", "192.0.2.10"), known: true };
  return reportOf([
    domain("example.com", MX_FINE, [
      server("mx1.example.com", 10, [
        endpoint("192.0.2.10", checks(check("certificate", "waived", "known", [old]))),
      ]),
    ]),
  ]);
}

function nullMx(): Report {
  return reportOf([
    domain("example.net", check("mx", "pass", "null MX, as expected"), []),
    domain(
      "example.com",
      check("mx", "fail", "null MX", [
        finding("mx-null", "error", {
          message: "The domain says that it accepts no mail (null MX).",
          expected: "at least one MX host",
          actual: "0 .",
          remedy: "Publish an MX record, or set expect: none for this domain.",
          confirm: "dig +short MX example.com",
          reference: "RFC 7505 3",
        }),
      ]),
      [],
    ),
  ]);
}

function noDomains(): Report {
  return reportOf([]);
}

function hostile(): Report {
  const everywhere = finding("banner-malformed", "error", {
    host: HOSTILE,
    address: "2001:db8::bad",
    message: HOSTILE,
    expected: HOSTILE,
    actual: HOSTILE,
    evidence: HOSTILE,
    remedy: HOSTILE,
    confirm: HOSTILE,
    reference: "RFC 5321 4.2",
  });
  const noticed = finding("relay-deferred", "notice", {
    message: HOSTILE,
    waived: { reason: HOSTILE, until: "2027-01-01" },
  });
  return reportOf(
    [
      domain(
        HOSTILE,
        check("mx", "warn", HOSTILE, [
          finding("mx-inconsistent", "warning", { host: HOSTILE, message: HOSTILE }),
        ]),
        [
          server(HOSTILE, 10, [
            endpoint(
              "2001:db8::bad",
              checks(
                check("banner", "fail", HOSTILE, [everywhere], { greeting: everywhere.message }),
                check("relay", "waived", HOSTILE, [noticed]),
              ),
            ),
          ]),
        ],
        { reachSummary: everywhere.message, source: { file: "zones/a,b::c.zone", line: 3 } },
      ),
    ],
    {
      findings: [finding("waiver-expired", "warning", { message: HOSTILE, remedy: HOSTILE })],
      transcript: [{ at: 0.1, mark: "<", text: HOSTILE }],
      environment: {
        heloName: everywhere.message,
        resolver: everywhere.message,
        route: everywhere.message,
        dnssec: everywhere.message,
      },
    },
  );
}

/** A server whose certificate has expired at both of its addresses. */
const EXPIRED = server(
  "mx.hosting.example",
  10,
  ["192.0.2.20", "2001:db8::20"].map((address) =>
    endpoint(
      address,
      checks(
        check("certificate", "fail", "expired 3 days ago", [
          expiredCertificate("mx.hosting.example", address),
        ]),
      ),
    ),
  ),
);

/** Domains on one server with an expired certificate: two causes, one for each address, that read alike. */
export function oneCause(count: number): DomainReport[] {
  return Array.from({ length: count }, (_, index) => domain(`s${String(index)}.example`, MX_FINE, [EXPIRED]));
}

/** 500 domains, every fifth failing, on shared servers. */
export function manyDomains(count = 500): Report {
  return reportOf(
    Array.from({ length: count }, (_, index) => {
      const name = `d${String(index).padStart(3, "0")}.example`;
      return index % 5 === 0 ? failingDomain(name) : passingDomain(name);
    }),
  );
}

/** Every kind of run, by name. */
export function samples(): Record<string, Report> {
  return {
    passing: reportOf([passingDomain("example.org")]),
    failing: reportOf([failingDomain("example.com"), passingDomain("example.org")]),
    "failing, never closing": reportOf([failingDomain("example.com")], { rules: { failOn: "never" } }),
    warning: reportOf([
      domain("example.com", MX_FINE, [
        server("mx3.example.com", 10, [
          endpoint(
            "198.51.100.7",
            checks(check("banner", "warn", "34.1 s", [slowBanner("mx3.example.com", "198.51.100.7")])),
          ),
        ]),
      ]),
    ]),
    "warning that closes": reportOf(
      [
        domain("example.com", MX_FINE, [
          server("mx3.example.com", 10, [
            endpoint(
              "198.51.100.7",
              checks(check("banner", "warn", "34.1 s", [slowBanner("mx3.example.com", "198.51.100.7")])),
            ),
          ]),
        ]),
      ],
      {
        rules: { failOn: "warning" },
        gateSummary: "Gate closed: 1 warning (fail-on: warning).",
      },
    ),
    inconclusive: egressBlocked(),
    waived: waived(),
    known: known(),
    "null MX": nullMx(),
    "no domains": noDomains(),
    hostile: hostile(),
    many: manyDomains(),
    "one cause": reportOf(oneCause(3)),
  };
}
