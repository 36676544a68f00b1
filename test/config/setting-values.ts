/** For every setting what may be written, what it means, and what a person reads who wrote something else. */
import type { SettingName } from "../../src/config/settings.ts";

export interface SettingCases {
  /** What is written, and the value that it stands for. */
  readonly good: readonly (readonly [written: unknown, value: unknown])[];
  /** What is written, and every sentence of the answer, without the setting's name in front. */
  readonly bad: readonly (readonly [written: unknown, ...messages: readonly string[]])[];
}

const DOMAIN_RULE =
  "is not a domain name: labels have letters, digits and inner hyphens, at most 63 characters.";
const EXPIRY_RULE = "is neither a number of days up to 3650 nor a share of the lifetime such as 10%.";
const CHECKS =
  "Allowed: mx, mta-sts, tls-rpt, connect, banner, ehlo, starttls, certificate, relay, delivery, dane.";
const LEVELS = "Allowed: off, notice, warning, error, inconclusive.";

const EXPIRY: SettingCases = {
  good: [
    ["21", { days: 21 }],
    [21, { days: 21 }],
    ["0", { days: 0 }],
    [" 7 ", { days: 7 }],
    ["1.5", { days: 1.5 }],
    ["3650", { days: 3650 }],
    ["10%", { percent: 10 }],
    ["33.3 %", { percent: 33.3 }],
    ["100%", { percent: 100 }],
  ],
  bad: [
    ["soon", `"soon" ${EXPIRY_RULE}`],
    ["-1", `"-1" ${EXPIRY_RULE}`],
    ["14d", `"14d" ${EXPIRY_RULE}`],
    ["101%", `"101%" ${EXPIRY_RULE}`],
    ["1e2", `"1e2" ${EXPIRY_RULE}`],
    ["4000", `"4000" ${EXPIRY_RULE}`],
  ],
};

const BOOLEAN: SettingCases = {
  good: [
    ["true", true],
    ["True", true],
    ["TRUE", true],
    ["false", false],
    ["False", false],
    ["FALSE", false],
    [true, true],
    [false, false],
  ],
  bad: [
    ["yes", `"yes" is neither true nor false.`],
    ["1", `"1" is neither true nor false.`],
    ["tRUE", `"tRUE" is neither true nor false.`],
    ["off", `"off" is neither true nor false.`],
  ],
};

const FILE: SettingCases = {
  good: [
    ["mail/report.json", "mail/report.json"],
    ["  report.xml ", "report.xml"],
    ["/tmp/a b", "/tmp/a b"],
    ["none", null],
    [" none ", null],
    ["None", "None"],
  ],
  bad: [],
};

function numbers(unit: string, min: number, max: number, whole: boolean): SettingCases {
  const kind = whole ? "a whole number of" : "a number of";
  const refused = (written: string): string =>
    `"${written}" is not ${kind} ${unit} from ${String(min)} to ${String(max)}.`;
  const below = String(min - 1);
  const above = String(max + 1);
  return {
    good: [
      [String(min), min],
      [min, min],
      [` ${String(max)} `, max],
      [max, max],
      ...(whole ? [] : ([["1.5", 1.5]] as const)),
    ],
    bad: [
      ["many", refused("many")],
      [below, refused(below)],
      [above, refused(above)],
      ["0x10", refused("0x10")],
      ["1e1", refused("1e1")],
      ["1,5", refused("1,5")],
      ["+1", refused("+1")],
      ["1 2", refused("1 2")],
      ...(whole ? ([["1.5", refused("1.5")]] as const) : []),
    ],
  };
}

function isAddress(written: string, server: string): [string] {
  return [
    `"${written}" is an IP address, not a domain name. To test that server itself, use servers: ${server}`,
  ];
}

export const SETTING_CASES: Readonly<Record<SettingName, SettingCases>> = {
  domains: {
    good: [
      ["example.com", ["example.com"]],
      ["example.com, example.org", ["example.com", "example.org"]],
      ["example.com\r\nexample.org\n", ["example.com", "example.org"]],
      ["# ours\nexample.com  # the first\n\n,example.org,", ["example.com", "example.org"]],
      [
        ["example.com", "example.org, example.net"],
        ["example.com", "example.org", "example.net"],
      ],
      ["Example.COM., example.com", ["example.com"]],
      ["bücher.example", ["xn--bcher-kva.example"]],
      ["example.com,# the first", ["example.com"]],
      ["# nothing at all", []],
    ],
    bad: [
      [
        "info@example.com",
        `"info@example.com" is a mailbox, not a domain name. Give only the part after the @: example.com`,
      ],
      [
        "https://example.com/",
        `"https://example.com/" is a URL, not a domain name. Give only the name: example.com`,
      ],
      ["https://[::1]/", `"https://[::1]/" is a URL, not a domain name.`],
      ["example.com/", `"example.com/" is not a domain name. Give only the name: example.com`],
      [
        "smtp://mx1.example.com",
        `"smtp://mx1.example.com" is a server, not a domain name. To test that server itself, use servers: smtp://mx1.example.com`,
      ],
      [
        "example.com:25",
        `"example.com:25" has a port, so it is a server and not a domain name. To test that server itself, use servers: example.com:25`,
      ],
      ["192.0.2.1", ...isAddress("192.0.2.1", "192.0.2.1")],
      ["192.0.2.1:25", ...isAddress("192.0.2.1:25", "192.0.2.1:25")],
      ["2001:db8::1", ...isAddress("2001:db8::1", "[2001:db8::1]")],
      ["[2001:db8::1]", ...isAddress("[2001:db8::1]", "[2001:db8::1]")],
      ["[2001:db8::1]:25", ...isAddress("[2001:db8::1]:25", "[2001:db8::1]:25")],
      [
        "@list.txt",
        `"@list.txt" is not a domain name. To read domains from a file, use domains-file: list.txt`,
      ],
      [
        "domains.txt",
        `"domains.txt" looks like a file, not a domain name. To read domains from a file, use domains-file: domains.txt.`,
      ],
      [
        "./lists/domains.csv",
        `"./lists/domains.csv" looks like a file, not a domain name. To read domains from a file, use domains-file: ./lists/domains.csv.`,
      ],
      [
        "report.json",
        `"report.json" looks like a file, not a domain name. To evaluate a recorded report again, run mx-gate judge report.json.`,
      ],
      [
        "db.example.yml",
        `"db.example.yml" looks like a file, not a domain name. To use a policy file, set config-file: db.example.yml.`,
      ],
      [
        "example.com.db",
        `"example.com.db" looks like a file, not a domain name. To test the MX records of a zone file, use zone-files: example.com.db.`,
      ],
      [
        "example.com example.org",
        `"example.com example.org" is not a domain name. Separate domains with commas or line breaks.`,
      ],
      ["exa mple", `"exa mple" ${DOMAIN_RULE}`],
      ["my_host.example", `"my_host.example" ${DOMAIN_RULE}`],
      ["a..b", `"a..b" ${DOMAIN_RULE}`],
      [`${"a".repeat(90)}.example`, `"${"a".repeat(80)}…" ${DOMAIN_RULE}`],
      ["a_, ok.example, b_", `"a_" ${DOMAIN_RULE}`, `"b_" ${DOMAIN_RULE}`],
    ],
  },
  "domains-file": {
    good: [
      ["lists/*.txt", ["lists/*.txt"]],
      ["a.txt, b.txt\n# later\na.txt", ["a.txt", "b.txt"]],
      ["-", ["-"]],
    ],
    bad: [[[7], `"[7]" is not an item of domains-file. Allowed: text.`]],
  },
  "zone-files": {
    good: [
      ["dns/*.zone", ["dns/*.zone"]],
      ["a.zone, b.zone\n# later\na.zone", ["a.zone", "b.zone"]],
      [["dns/**/db.*"], ["dns/**/db.*"]],
    ],
    bad: [[[7], `"[7]" is not an item of zone-files. Allowed: text.`]],
  },
  "dane-keys": {
    good: [
      ["certs/*.pem", ["certs/*.pem"]],
      ["a.pem, b.pem\n# later\na.pem", ["a.pem", "b.pem"]],
      [["live/**/fullchain.pem"], ["live/**/fullchain.pem"]],
    ],
    bad: [[[7], `"[7]" is not an item of dane-keys. Allowed: text.`]],
  },
  "mta-sts-file": {
    good: [
      ["policy/mta-sts.txt", [{ path: "policy/mta-sts.txt" }]],
      ["Example.com=a.txt, b.txt", [{ path: "a.txt", domain: "example.com" }, { path: "b.txt" }]],
    ],
    bad: [
      ["a_b=a.txt", '"a_b=a.txt" is neither a path nor DOMAIN=path.'],
      ["example.com=", '"example.com=" is neither a path nor DOMAIN=path.'],
      ["a.txt, b.txt", '"b.txt" is a second file for all domains.'],
    ],
  },
  "config-file": FILE,
  checks: {
    good: [
      ["mx", ["mx"]],
      ["relay, mx,mx", ["mx", "relay"]],
      ["starttls\ncertificate", ["starttls", "certificate"]],
      [
        ["banner", "connect"],
        ["connect", "banner"],
      ],
    ],
    bad: [
      [",", `"," names no check. ${CHECKS}`],
      ["# none", `"# none" names no check. ${CHECKS}`],
      [[], `"[]" names no check. ${CHECKS}`],
      ["tls", `"tls" is not a check. ${CHECKS} Did you mean tls-rpt?`],
      ["startls", `"startls" is not a check. ${CHECKS} Did you mean starttls?`],
      ["MX", `"MX" is not a check. ${CHECKS} Did you mean mx?`],
      [
        "mx, bannner, x",
        `"bannner" is not a check. ${CHECKS} Did you mean banner?`,
        `"x" is not a check. ${CHECKS}`,
      ],
    ],
  },
  "min-tls-version": {
    good: [
      ["1.2", "1.2"],
      [" 1.3 ", "1.3"],
      ["1.0", "1.0"],
      ["1.1", "1.1"],
      [1.3, "1.3"],
      [1, "1.0"],
      ["TLSv1.2", "1.2"],
      ["TLS 1.3", "1.3"],
    ],
    bad: [
      ["1.9", `"1.9" is not a TLS version. Allowed: 1.0, 1.1, 1.2, 1.3.`],
      [1.4, `"1.4" is not a TLS version. Allowed: 1.0, 1.1, 1.2, 1.3.`],
      [2, `"2" is not a TLS version. Allowed: 1.0, 1.1, 1.2, 1.3.`],
      ["SSLv3", `"SSLv3" is not a TLS version. Allowed: 1.0, 1.1, 1.2, 1.3.`],
    ],
  },
  "min-days-to-expiry": EXPIRY,
  "warn-days-to-expiry": EXPIRY,
  require: {
    good: [
      ["tls-rpt", ["tls-rpt"]],
      ["tls-rpt, mta-sts\ntls-rpt", ["mta-sts", "tls-rpt"]],
      [["mta-sts-testing"], ["mta-sts-testing"]],
    ],
    bad: [
      [
        "mta_sts",
        '"mta_sts" is not a requirement. Allowed: dane, mta-sts, mta-sts-testing, tls-rpt. Did you mean mta-sts?',
      ],
    ],
  },
  "require-extensions": {
    good: [
      ["PIPELINING", ["PIPELINING"]],
      ["smtputf8, 8bitmime\nSMTPUTF8", ["SMTPUTF8", "8BITMIME"]],
      [["x-exps"], ["X-EXPS"]],
    ],
    bad: [
      ["SMTP UTF8", `"SMTP UTF8" is not an EHLO keyword.`],
      ["-x, dsn, A_B", `"-x" is not an EHLO keyword.`, `"A_B" is not an EHLO keyword.`],
    ],
  },
  "max-banner-seconds": numbers("seconds", 0.1, 300, false),
  severity: {
    good: [
      ["banner-slow: error", { "banner-slow": "error" }],
      ["banner-slow:off\ncert-expired : warning", { "banner-slow": "off", "cert-expired": "warning" }],
      [
        "banner-slow: notice, cert-expired: inconclusive",
        { "banner-slow": "notice", "cert-expired": "inconclusive" },
      ],
      [["banner-slow: error"], { "banner-slow": "error" }],
      [{ "banner-slow": "off" }, { "banner-slow": "off" }],
      [{ "banner-slow": false }, { "banner-slow": "off" }],
      [{}, {}],
    ],
    bad: [
      ["banner-slwo: error", `"banner-slwo" is not a code. Did you mean banner-slow?`],
      ["nonsense: error", `"nonsense" is not a code.`],
      ["__proto__: error", `"__proto__" is not a code.`],
      ["banner-slow: fatal", `"fatal" is not a severity for banner-slow. ${LEVELS}`],
      ["banner-slow: warn", `"warn" is not a severity for banner-slow. ${LEVELS} Did you mean warning?`],
      ["banner-slow: eror", `"eror" is not a severity for banner-slow. ${LEVELS} Did you mean error?`],
      ["banner-slow: Error", `"Error" is not a severity for banner-slow. ${LEVELS} Did you mean error?`],
      ["banner-slow", `"" is not a severity for banner-slow. ${LEVELS}`],
      [{ "banner-slow": true }, `"true" is not a severity for banner-slow. ${LEVELS}`],
      [{ "banner-slow": null }, `"null" is not a severity for banner-slow. ${LEVELS}`],
      ["x: error, banner-slow: 7", `"x" is not a code.`, `"7" is not a severity for banner-slow. ${LEVELS}`],
    ],
  },
  "delivery-test": {
    good: [
      ["all", "all"],
      ["sample", "sample"],
      [" off ", "off"],
    ],
    bad: [
      ["samples", `"samples" is not a delivery test. Allowed: all, sample, off. Did you mean sample?`],
      ["false", `"false" is not a delivery test. Allowed: all, sample, off.`],
    ],
  },
  "relay-test": {
    good: [
      ["basic", "basic"],
      ["thorough", "thorough"],
      [" off ", "off"],
    ],
    bad: [
      ["bascic", `"bascic" is not a relay test. Allowed: basic, thorough, off. Did you mean basic?`],
      ["false", `"false" is not a relay test. Allowed: basic, thorough, off.`],
    ],
  },
  "relay-sender": {
    good: [
      ["<>", ""],
      [" <> ", ""],
      ["probe@example.net", "probe@example.net"],
      ["<Probe+1@Example.NET.>", "Probe+1@example.net"],
      ["a@bücher.example", "a@xn--bcher-kva.example"],
    ],
    bad: [
      ["postmaster", `"postmaster" is not a mail address or <>.`],
      [".a@example.net", `".a@example.net" is not a mail address or <>.`],
      ["a..b@example.net", `"a..b@example.net" is not a mail address or <>.`],
      ["a.@example.net", `"a.@example.net" is not a mail address or <>.`],
      ["a@b@example.net", `"a@b@example.net" is not a mail address or <>.`],
      ["a b@example.net", `"a b@example.net" is not a mail address or <>.`],
      ["a@example.net>\r\nDATA", `"a@example.net>\r\nDATA" is not a mail address or <>.`],
      ["<a@example.net", `"<a@example.net" is not a mail address or <>.`],
      ["a@[192.0.2.1]", `"a@[192.0.2.1]" is not a mail address or <>.`],
      ["ü@example.net", `"ü@example.net" is not a mail address or <>.`],
      [`${"a".repeat(65)}@example.net`, `"${"a".repeat(65)}@example.net" is not a mail address or <>.`],
    ],
  },
  "relay-recipient": {
    good: [
      ["probe@example.net", "probe@example.net"],
      ["<o'brien@example.net>", "o'brien@example.net"],
    ],
    bad: [
      ["<>", `"<>" is not a mail address.`],
      ["@example.net", `"@example.net" is not a mail address.`],
      ["probe@", `"probe@" is not a mail address.`],
    ],
  },
  "tls-floor-test": BOOLEAN,
  port: numbers("TCP ports", 1, 65535, true),
  "ip-family": {
    good: [
      ["any", "any"],
      ["4", "4"],
      [6, "6"],
    ],
    bad: [
      ["5", `"5" is not an IP family. Allowed: any, 4, 6.`],
      [5, `"5" is not an IP family. Allowed: any, 4, 6.`],
      ["ayn", `"ayn" is not an IP family. Allowed: any, 4, 6. Did you mean any?`],
      ["IPv6", `"IPv6" is not an IP family. Allowed: any, 4, 6.`],
    ],
  },
  "allow-private-addresses": BOOLEAN,
  "fetch-issuers": BOOLEAN,
  "dns-server": {
    good: [
      ["192.0.2.53", [{ address: "192.0.2.53", port: 53 }]],
      ["192.0.2.53:5353", [{ address: "192.0.2.53", port: 5353 }]],
      ["2001:db8::53", [{ address: "2001:db8::53", port: 53 }]],
      [
        "[2001:db8::53]:5353, 127.0.0.1",
        [
          { address: "2001:db8::53", port: 5353 },
          { address: "127.0.0.1", port: 53 },
        ],
      ],
      ["[::1]", [{ address: "::1", port: 53 }]],
      [["192.0.2.53"], [{ address: "192.0.2.53", port: 53 }]],
    ],
    bad: [
      [
        "dns.example",
        `"dns.example" is not an IP address with an optional port, an https:// URL without credentials, or the word authoritative.`,
      ],
      [
        "192.0.2.53:0",
        `"192.0.2.53:0" is not an IP address with an optional port, an https:// URL without credentials, or the word authoritative.`,
      ],
      [
        "192.0.2.53:65536",
        `"192.0.2.53:65536" is not an IP address with an optional port, an https:// URL without credentials, or the word authoritative.`,
      ],
      [
        "192.0.2.53:",
        `"192.0.2.53:" is not an IP address with an optional port, an https:// URL without credentials, or the word authoritative.`,
      ],
      [
        "192.0.2.256",
        `"192.0.2.256" is not an IP address with an optional port, an https:// URL without credentials, or the word authoritative.`,
      ],
      [
        "[192.0.2.53]:53",
        `"[192.0.2.53]:53" is not an IP address with an optional port, an https:// URL without credentials, or the word authoritative.`,
      ],
      [
        "2001:db8::53]:53",
        `"2001:db8::53]:53" is not an IP address with an optional port, an https:// URL without credentials, or the word authoritative.`,
      ],
    ],
  },
  "ca-file": FILE,
  "helo-name": {
    good: [
      ["mail.example.com", "mail.example.com"],
      [" MAIL.Example.com. ", "mail.example.com"],
      ["[192.0.2.1]", "[192.0.2.1]"],
      ["[2001:db8::1]", "[IPv6:2001:db8::1]"],
      ["[ipv6:2001:DB8::1]", "[IPv6:2001:DB8::1]"],
    ],
    bad: [
      [
        "mail_1.example.com",
        `"mail_1.example.com" is neither a host name nor an address literal such as [192.0.2.1].`,
      ],
      ["192.0.2.1", `"192.0.2.1" is neither a host name nor an address literal such as [192.0.2.1].`],
      ["[192.0.2.300]", `"[192.0.2.300]" is neither a host name nor an address literal such as [192.0.2.1].`],
    ],
  },
  timeout: numbers("seconds", 0.1, 300, false),
  "reply-timeout": numbers("seconds", 0.1, 600, false),
  retries: numbers("second looks", 0, 2, true),
  deadline: numbers("seconds", 1, 21600, false),
  concurrency: numbers("endpoints", 1, 1024, true),
  "fail-on": {
    good: [
      ["error", "error"],
      ["warning", "warning"],
      ["never", "never"],
    ],
    bad: [
      ["errors", `"errors" is not a gate rule. Allowed: error, warning, never. Did you mean error?`],
      ["notice", `"notice" is not a gate rule. Allowed: error, warning, never.`],
    ],
  },
  "on-inconclusive": {
    good: [
      ["fail", "fail"],
      ["warn", "warn"],
      ["ignore", "ignore"],
    ],
    bad: [
      [
        "ingore",
        `"ingore" is not a rule for inconclusive checks. Allowed: fail, warn, ignore. Did you mean ignore?`,
      ],
      ["error", `"error" is not a rule for inconclusive checks. Allowed: fail, warn, ignore.`],
    ],
  },
  summary: BOOLEAN,
  annotations: BOOLEAN,
  "junit-file": FILE,
  "report-file": FILE,
  "sarif-file": FILE,
  "html-file": FILE,
  "metrics-file": FILE,
  "summary-file": FILE,
  servers: {
    good: [
      [
        "mx1.example.com",
        [
          {
            name: "mx1.example.com:25",
            host: "mx1.example.com",
            port: 25,
            tlsMode: "starttls",
            submission: false,
          },
        ],
      ],
      [
        "submission://mail.example.com, smtps://192.0.2.1, [2001:db8::1]:2525",
        [
          {
            name: "mail.example.com:587",
            host: "mail.example.com",
            port: 587,
            tlsMode: "starttls",
            submission: true,
          },
          { name: "192.0.2.1:465", host: "192.0.2.1", port: 465, tlsMode: "implicit", submission: true },
          {
            name: "[2001:db8::1]:2525",
            host: "2001:db8::1",
            port: 2525,
            tlsMode: "starttls",
            submission: false,
          },
        ],
      ],
    ],
    bad: [
      [
        "smtp:/x",
        `"smtp:/x" is no server. Write host, host:port, [v6]:port, or one of these behind smtp://, submission:// or smtps://.`,
      ],
    ],
  },
  "connect-to": {
    good: [
      [
        "mx1.example.com:25:127.0.0.1:2525",
        [{ host: "mx1.example.com", port: 25, toHost: "127.0.0.1", toPort: 2525 }],
      ],
    ],
    bad: [["x", `"x" is not HOST:PORT:ADDRESS:PORT, such as mx1.example.com:25:127.0.0.1:2525.`]],
  },
  proxy: {
    good: [
      ["socks5://127.0.0.1:1080", { scheme: "socks5", host: "127.0.0.1", port: 1080 }],
      [
        "http://u:p@proxy.example:3128",
        { scheme: "http", host: "proxy.example", port: 3128, username: "u", password: "p" },
      ],
    ],
    bad: [
      [
        "ftp://x",
        "This is no proxy address. Write socks5://HOST:PORT, socks5h://HOST:PORT or http://HOST:PORT, with USER:PASSWORD@ before the host where it asks for them.",
      ],
    ],
  },
  "egress-control": {
    good: [
      ["off", []],
      [
        "a.example:2525, b.example",
        [
          { host: "a.example", port: 2525 },
          { host: "b.example", port: 25 },
        ],
      ],
    ],
    bad: [["a b", `"a b" is not host:port, and not off.`]],
  },
  shard: {
    good: [
      ["3/20", { index: 3, of: 20 }],
      [" 1/1 ", { index: 1, of: 1 }],
      ["1000/1000", { index: 1000, of: 1000 }],
    ],
    bad: ["0/3", "4/3", "3", "1/1001", "1 of 3", "-1/3", "1/3/5"].map(
      (written) =>
        [written, `"${written}" is not K/N with K from 1 to N and N up to 1000, such as 3/20.`] as const,
    ),
  },
  "allow-partial": BOOLEAN,
  addresses: {
    good: [
      ["all", "all"],
      ["one", "one"],
    ],
    bad: [["two", `"two" is not a choice of addresses. Allowed: all, one.`]],
  },
  reports: {
    good: [
      ["shards/*.ndjson", ["shards/*.ndjson"]],
      ["a.json, b.json\na.json", ["a.json", "b.json"]],
    ],
    bad: [[[7], `"[7]" is not an item of reports. Allowed: text.`]],
  },
  wait: {
    good: [
      ["0", 0],
      ["90", 90],
    ],
    bad: [["soon", `"soon" is not a number of seconds from 0 to 21600.`]],
  },
  "comment-summary-in-pr": {
    good: [
      ["never", "never"],
      [" on-failure ", "on-failure"],
      ["always", "always"],
    ],
    bad: [["sometimes", `"sometimes" is not a rule for the comment. Allowed: always, on-failure, never.`]],
  },
  "github-token": {
    good: [
      ["ghs_abc", "ghs_abc"],
      [" ghs_abc\n", "ghs_abc"],
    ],
    bad: ["ghs_abc\nghs_def", "ghs abc", "ghs_\u0007", "ghs_é"].map(
      (token) =>
        [token, "This is not a token: it has spaces, line breaks or other signs than ASCII in it."] as const,
    ),
  },
};
