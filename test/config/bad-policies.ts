/** One bad policy file for each rule that it can break, with every line that a person reads then. */

export interface BadPolicy {
  /** The rule that is broken. */
  readonly rule: string;
  readonly text: string;
  /** `LINE:COLUMN MESSAGE`, in order. */
  readonly says: readonly string[];
}

/** Rules beside those of the values of settings, which the test derives from the list of settings. */
export const RULES = [
  "is YAML",
  "is not too long",
  "is not nested too deeply",
  "unfolds to a bounded size",
  "is indented by spaces",
  "is one document",
  "has no tags",
  "has words that YAML allows",
  "has escapes that YAML knows",
  "has anchors for its aliases",
  "has words as keys",
  "has each key once",
  "is a mapping",
  "has known keys only",
  "has no settings of a run",
  "has a value for each key",
  "has texts in lists of texts",
  "has thresholds that do not contradict",
  "has thresholds that do not contradict in an override",
  "does not say what a run says to servers",
  "names ports of mail alone",
  "lists overrides",
  "lists overrides as mappings",
  "says what an override holds for",
  "says what an override sets",
  "has names in the scope of an override",
  "has known settings in overrides",
  "has no targets in overrides",
  "has no settings of a run in overrides",
  "has no rules in overrides",
  "overrides probing by host alone",
  "overrides what is of a domain by domain alone",
  "has good values in overrides",
  "lists waivers",
  "lists waivers as mappings",
  "names the code of a waiver",
  "names a known code in a waiver",
  "gives a waiver an end",
  "gives a waiver an end in the form of a date",
  "gives a waiver an end that the calendar has",
  "ends a waiver within a year",
  "gives a reason for a waiver",
  "gives a reason that says something",
  "has known keys in waivers",
  "has names in the scope of a waiver",
  "keeps the baseline in the workspace",
] as const;

const DOMAIN_RULE =
  "is not a domain name: labels have letters, digits and inner hyphens, at most 63 characters.";
const WAIVER = "code: cert-expired, until: 2027-01-31, reason: moving";
const EXPIRY = "is neither a number of days up to 3650 nor a share of the lifetime such as 10%.";
const CONTRADICTION =
  "warn-days-to-expiry is below min-days-to-expiry, so nothing would ever warn. Raise one or lower the other.";

/** One level of a list in a list, many times. */
const DEEP = `domains: ${"[".repeat(40)}${"]".repeat(40)}`;
const BOMB = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
  .concat(
    Array.from({ length: 8 }, (_, index) => {
      const before = `*a${String(index)}`;
      return `a${String(index + 1)}: &a${String(index + 1)} [${Array(10).fill(before).join(", ")}]`;
    }),
  )
  .join("\n");

function value(name: string, written: string, ...says: readonly string[]): BadPolicy {
  return { rule: `value of ${name}`, text: `domains: example.com\n${name}: ${written}\n`, says };
}

export const BAD_POLICIES: readonly BadPolicy[] = [
  {
    rule: "is YAML",
    text: "domains: [example.com\nport: 25\n",
    says: [
      "2:1 The lines of this value are not indented alike, or a closing bracket is missing or not indented.",
    ],
  },
  {
    rule: "is YAML",
    text: "domains: 'example.com\n",
    says: ["2:1 A character is missing here: a colon, a comma, a quote, a bracket or a space."],
  },
  {
    rule: "is not too long",
    text: `# ${"x".repeat(250_000)}`,
    says: ["1:1 The file has 250002 characters; at most 250000 are read."],
  },
  {
    rule: "is not nested too deeply",
    text: DEEP,
    says: ["1:41 The file is nested too deeply."],
  },
  {
    rule: "unfolds to a bounded size",
    text: BOMB,
    says: ["2:20 The file is nested too deeply, or its aliases unfold to too much."],
  },
  {
    rule: "is indented by spaces",
    text: "overrides:\n\t- host: a\n",
    says: ["2:1 A tab stands where YAML takes spaces only. Indent with spaces."],
  },
  {
    rule: "is one document",
    text: "domains: example.com\n---\nport: 25\n",
    says: ["2:1 A second document begins here (---). A policy file is one document."],
  },
  {
    rule: "has no tags",
    text: "domains: !secret example.com\n",
    says: ["1:10 This is a tag (!); a policy file knows none. Take it out."],
  },
  {
    rule: "has words that YAML allows",
    text: "domains: @example.com\n",
    says: ["1:10 A word cannot begin with this character in YAML. Put the word in quotes."],
  },
  {
    rule: "has escapes that YAML knows",
    text: 'domains: "example\\.com"\n',
    says: ["1:18 This escape is not one of YAML's. Use single quotes, in which a backslash is itself."],
  },
  {
    rule: "has anchors for its aliases",
    text: "domains: *ours\n",
    says: [
      '1:10 "*ours" is not an anchor of this file. Write &ours first.',
      "1:10 domains has no value. Give it one, or take the line out.",
    ],
  },
  {
    rule: "has words as keys",
    text: "domains: example.com\n? [port]\n: 25\n",
    says: ["2:3 A key must be a word."],
  },
  {
    rule: "has each key once",
    text: "domains: example.com\nport: 25\nport: 587\n",
    says: ["3:1 port is set twice; line 2 has it already. Keep one."],
  },
  {
    rule: "is a mapping",
    text: "- example.com\n",
    says: ['1:1 This is not a policy. Write settings, one to a line: min-tls-version: "1.3"'],
  },
  {
    rule: "has known keys only",
    text: "domains: example.com\nmin-tls-versoin: 1.3\nnonsense: 1\n",
    says: [
      "2:1 min-tls-versoin is not a setting. Did you mean min-tls-version?",
      "3:1 nonsense is not a setting.",
    ],
  },
  {
    rule: "has no settings of a run",
    text: "domains: example.com\nfail-on: never\ndns-server: 192.0.2.1\n",
    says: [
      "2:1 fail-on is about one run, and a pull request may edit this file. Set it as an input or option.",
      "3:1 dns-server is about one run, and a pull request may edit this file. Set it as an input or option.",
    ],
  },
  {
    rule: "has a value for each key",
    text: "domains: example.com\nport:\nwaivers:\n",
    says: [
      "2:6 port has no value. Give it one, or take the line out.",
      "3:9 waivers has no value. Give it one, or take the line out.",
    ],
  },
  {
    rule: "has texts in lists of texts",
    text: "domains: [example.com, 7]\n",
    says: ['1:24 "7" is not an item of domains. Allowed: text.'],
  },
  {
    rule: "has thresholds that do not contradict",
    text: "domains: example.com\nmin-days-to-expiry: 20\nwarn-days-to-expiry: 10\n",
    says: [`3: ${CONTRADICTION}`],
  },
  {
    rule: "has thresholds that do not contradict in an override",
    text: "domains: example.com\nmin-days-to-expiry: 20\noverrides:\n  - host: a\n    warn-days-to-expiry: 10\n",
    says: [`5: ${CONTRADICTION}`],
  },
  {
    rule: "does not say what a run says to servers",
    text: "domains: example.com\nhelo-name: bank.example\nrelay-sender: a@bank.example\noverrides:\n  - host: a\n    relay-recipient: b@victim.example\n",
    says: ["2:1 helo-name", "3:1 relay-sender", "6:5 relay-recipient"].map(
      (name) =>
        `${name} is what a run says to servers, and a pull request may edit this file. Set it as an input or option.`,
    ),
  },
  {
    rule: "names ports of mail alone",
    text: "servers: [mx.example.com:587, 'smtp://mx.example.com:6379']\nport: 22\noverrides:\n  - { host: a, port: 26 }\n  - { host: b, port: 2525 }\n",
    says: ["1:10 servers: port 6379", "2:7 port: port 22", "4:22 port: port 26"].map(
      (port) =>
        `${port} is not one of 25, 465, 587, 2525, and a pull request may edit this file. Set it as an input or option.`,
    ),
  },
  {
    rule: "lists overrides",
    text: "overrides: { host: a }\n",
    says: ['1:12 "{"host":"a"}" is not a value of overrides. Allowed: a list.'],
  },
  {
    rule: "lists overrides as mappings",
    text: "overrides: [a]\n",
    says: ['1:13 "a" is not an item of overrides. Allowed: a mapping.'],
  },
  {
    rule: "says what an override holds for",
    text: "overrides:\n  - port: 587\n",
    says: [
      "2:5 This override has neither domain nor host. Say what it holds for, or move its settings to the top.",
    ],
  },
  {
    rule: "says what an override sets",
    text: "overrides:\n  - host: a\n",
    says: ["2:5 This override sets nothing. Give it a setting, or take it out."],
  },
  {
    rule: "has names in the scope of an override",
    text: "overrides:\n  - { host: [a, b c], port: 587 }\n  - { domain: 7, expect: any }\n",
    says: [
      '2:17 "b c" is not a name; `*` stands for any run of characters.',
      '3:15 "7" is not a value of domain. Allowed: a list or text.',
    ],
  },
  {
    rule: "has known settings in overrides",
    text: "overrides:\n  - { host: a, prot: 26 }\n",
    says: ["2:16 prot is not a setting. Did you mean port?"],
  },
  {
    rule: "has no targets in overrides",
    text: "overrides:\n  - { host: a, domains: b.test }\n",
    says: ["2:16 domains stands at the top of the file, not in an override."],
  },
  {
    rule: "has no settings of a run in overrides",
    text: "overrides:\n  - { host: a, deadline: 5 }\n",
    says: [
      "2:16 deadline is about one run, and a pull request may edit this file. Set it as an input or option.",
    ],
  },
  {
    rule: "has no rules in overrides",
    text: "overrides:\n  - { host: a, waivers: [] }\n",
    says: ["2:16 waivers stands at the top of the file, not in an override."],
  },
  {
    rule: "overrides probing by host alone",
    text: 'overrides:\n  - { domain: a.test, host: b, relay-test: "off" }\n',
    says: [
      "2:32 relay-test is about probing, and an endpoint is probed once for all domains. Override it by host alone.",
    ],
  },
  {
    rule: "overrides what is of a domain by domain alone",
    text: "overrides:\n  - { host: a, expect: any, mx-hosts: [a], min-mx-hosts: 2 }\n",
    says: [
      "2:16 expect is about a whole domain. Override it by domain alone.",
      "2:29 mx-hosts is about a whole domain. Override it by domain alone.",
      "2:44 min-mx-hosts is about a whole domain. Override it by domain alone.",
    ],
  },
  {
    rule: "has good values in overrides",
    text: "overrides:\n  - { host: a, min-tls-version: 1.9 }\n",
    says: ['2:33 "1.9" is not a TLS version. Allowed: 1.0, 1.1, 1.2, 1.3.'],
  },
  {
    rule: "lists waivers",
    text: "waivers: cert-expired\n",
    says: ['1:10 "cert-expired" is not a value of waivers. Allowed: a list.'],
  },
  {
    rule: "lists waivers as mappings",
    text: "waivers:\n  - cert-expired\n",
    says: ['2:5 "cert-expired" is not an item of waivers. Allowed: a mapping.'],
  },
  {
    rule: "names the code of a waiver",
    text: "waivers:\n  - { until: 2027-01-31, reason: moving }\n",
    says: ["2:5 This waiver names no code, so it lets nothing pass. Say which one."],
  },
  {
    rule: "names a known code in a waiver",
    text: "waivers:\n  - { code: cert-expird, until: 2027-01-31, reason: moving }\n",
    says: ['2:13 "cert-expird" is not a code. Did you mean cert-expired?'],
  },
  {
    rule: "gives a waiver an end",
    text: "waivers:\n  - { code: cert-expired, reason: moving }\n",
    says: ["2:5 The waiver for cert-expired has no end. Say until when, at most a year ahead."],
  },
  {
    rule: "gives a waiver an end in the form of a date",
    text: "waivers:\n  - { code: cert-expired, until: 31.1.2027, reason: moving }\n",
    says: ['2:34 "31.1.2027" is not a date. Write it as 2027-01-31.'],
  },
  {
    rule: "gives a waiver an end that the calendar has",
    text: "waivers:\n  - { code: cert-expired, until: 2027-02-29, reason: moving }\n",
    says: ["2:34 There is no 2027-02-29 in the calendar."],
  },
  {
    rule: "ends a waiver within a year",
    text: "waivers:\n  - { code: cert-expired, until: 2027-11-22, reason: moving }\n",
    says: [
      "2:34 The waiver for cert-expired lasts until 2027-11-22. At most a year ahead is allowed: 2027-11-21.",
    ],
  },
  {
    rule: "gives a reason for a waiver",
    text: "waivers:\n  - { code: cert-expired, until: 2027-01-31 }\n",
    says: [
      "2:5 The waiver for cert-expired has no reason. Say why, so that whoever meets it later can judge.",
    ],
  },
  {
    rule: "gives a reason that says something",
    text: "waivers:\n  - { code: cert-expired, until: 2027-01-31, reason: ' ' }\n",
    says: ['2:54 " " is not a reason.'],
  },
  {
    rule: "has known keys in waivers",
    text: `waivers:\n  - { ${WAIVER}, hots: a }\n`,
    says: ["2:62 A waiver has no key hots. Did you mean host?"],
  },
  {
    rule: "has names in the scope of a waiver",
    text: `waivers:\n  - { ${WAIVER}, domain: https://a.test/x }\n`,
    says: ['2:70 "https://a.test/x" is not a name; `*` stands for any run of characters.'],
  },
  {
    rule: "keeps the baseline in the workspace",
    text: "baseline: ../../etc/passwd\n",
    says: ["1: baseline: ../../etc/passwd leads out of the workspace. Name another file of the workspace."],
  },
  {
    rule: "keeps the baseline in the workspace",
    text: "baseline: /etc/passwd\n",
    says: ["1: baseline: /etc/passwd leads out of the workspace. Name another file of the workspace."],
  },

  {
    rule: "value of domains",
    text: "domains:\n  - example.com\n  - a@example.com\n  - b_\n",
    says: [
      '3:5 "a@example.com" is a mailbox, not a domain name. Give only the part after the @: example.com',
      `4:5 "b_" ${DOMAIN_RULE}`,
    ],
  },
  value(
    "domains-file",
    '["-"]',
    "2:15 domains-file: `-` is standard input, which only the command reads. Name a file.",
  ),
  value("addresses", "two", '2:12 "two" is not a choice of addresses. Allowed: all, one.'),
  value(
    "servers",
    "[mx_1]",
    '2:10 "mx_1" is not a server. Write host, host:port, [v6]:port, or one of these behind smtp://, submission:// or smtps://.',
  ),
  value("zone-files", "[7]", '2:14 "7" is not an item of zone-files. Allowed: text.'),
  value(
    "checks",
    "[mx, tls]",
    '2:14 "tls" is not a check. Allowed: mx, mta-sts, tls-rpt, connect, banner, ehlo, starttls, certificate, relay, delivery, dane. Did you mean tls-rpt?',
  ),
  value("mta-sts-file", "[a_b=policy.txt]", '2:16 "a_b=policy.txt" is neither a path nor DOMAIN=path.'),
  value(
    "require",
    "[dnssec]",
    '2:11 "dnssec" is not a requirement. Allowed: dane, mta-sts, mta-sts-testing, tls-rpt.',
  ),
  value("min-tls-version", "1.9", '2:18 "1.9" is not a TLS version. Allowed: 1.0, 1.1, 1.2, 1.3.'),
  value("min-days-to-expiry", "soon", `2:21 "soon" ${EXPIRY}`),
  value("warn-days-to-expiry", "-1", `2:22 "-1" ${EXPIRY}`),
  value("dane-keys", "[7]", '2:13 "7" is not an item of dane-keys. Allowed: text.'),
  value(
    "require",
    "dnssec",
    '2:10 "dnssec" is not a requirement. Allowed: dane, mta-sts, mta-sts-testing, tls-rpt.',
  ),
  value("require-extensions", "[DSN, 8 BIT]", '2:27 "8 BIT" is not an EHLO keyword.'),
  value("max-banner-seconds", "yes", '2:21 "yes" is not a number of seconds from 0.1 to 300.'),
  value(
    "severity",
    "{ banner-slow: of }",
    '2:26 "of" is not a severity for banner-slow. Allowed: off, notice, warning, error, inconclusive.',
  ),
  value("severity", "{ banner-slwo: error }", '2:26 "banner-slwo" is not a code. Did you mean banner-slow?'),
  value("expect", "nothing", '2:9 "nothing" is not an expectation. Allowed: mail, none, any.'),
  value("mx-hosts", "[mx1.example.com, mx_2]", '2:29 "mx_2" is not a host name.'),
  value("min-mx-hosts", "0", '2:15 "0" is not a whole number of MX hosts from 1 to 100.'),
  value("require-ipv6", "maybe", '2:15 "maybe" is neither true nor false.'),
  value("min-rsa-bits", "512", '2:15 "512" is not a whole number of bits from 1024 to 16384.'),
  value("trust", "all", '2:8 "all" is not a rule of trust. Allowed: senders, webpki, any.'),
  value("issuers", '[""]', '2:11 "" is not an organisation.'),
  value(
    "forbid-extensions",
    "{ VRFY: true }",
    '2:20 "{"VRFY":true}" is not a value of forbid-extensions. Allowed: a list or text.',
  ),
  value("overrides", "7", '2:12 "7" is not a value of overrides. Allowed: a list.'),
  value("waivers", "true", '2:10 "true" is not a value of waivers. Allowed: a list.'),
  value("baseline", "[a.json]", '2:11 "["a.json"]" is not a value of baseline. Allowed: text.'),
  value("delivery-test", "of", '2:16 "of" is not a delivery test. Allowed: all, sample, off.'),
  value("relay-test", "of", '2:13 "of" is not a relay test. Allowed: basic, thorough, off.'),
  value("tls-floor-test", '"yes"', '2:17 "yes" is neither true nor false.'),
  value("port", "70000", '2:7 "70000" is not a whole number of TCP ports from 1 to 65535.'),
  value("ip-family", "5", '2:12 "5" is not an IP family. Allowed: any, 4, 6.'),
  value("timeout", "0", '2:10 "0" is not a number of seconds from 0.1 to 300.'),
  value("reply-timeout", "[60]", '2:16 "[60]" is not a value of reply-timeout. Allowed: a number or text.'),
  value("retries", "1.5", '2:10 "1.5" is not a whole number of second looks from 0 to 2.'),
];
