/** Targets whose MTA-STS policy cannot be had, or does not say what a policy has to say. */
import { commonNameOnly, expired, naming, selfSigned, webPki, wildcard } from "./chains.ts";
import { CURL_TAKES_COMMON_NAMES } from "./differences.ts";
import { WEEK, policyLines, sound } from "./policies.ts";
import type { Mistake } from "./mistakes.ts";
import type { Outcome, PolicyPlan, Target } from "./target.ts";

/** The MX host of all targets here; nothing is wrong with it. */
export const SHARED_MX = "mx.shared.dane.test";

const FETCH = "warn: mta-sts-fetch-failed";
const WEBPKI = "warn: mta-sts-webpki-invalid";
const INVALID = "warn: mta-sts-policy-invalid";
const FRAGILE = "warn: mta-sts-fragile";

function policy(
  name: string,
  rule: string,
  see: string,
  plan: PolicyPlan,
  mtaSts: Outcome,
  rest: { readonly fetch?: string; readonly mistake?: Mistake; readonly differs?: Target["differs"] } = {},
): Target {
  const { fetch, mistake, differs } = rest;
  // Whoever finds no valid policy delivers as if there were none: then there are no patterns to hold anybody to.
  const followed = plan.patterns !== undefined && (mtaSts === "pass" || mtaSts === FRAGILE);
  return {
    name,
    rule,
    see,
    ...(mistake === undefined ? {} : { mistake }),
    mx: [],
    records: [`{@} MX 10 ${SHARED_MX}.`],
    sts: { policy: plan },
    label: {
      mtaSts,
      ...(followed ? { stsDelivery: "verified" } : {}),
      ...(fetch === undefined ? {} : { fetch }),
    },
    ...(differs === undefined ? {} : { differs }),
  };
}

const GOOD = sound("enforce", [SHARED_MX]);
const LINES = policyLines("enforce", [SHARED_MX]);

const SHARED: Target = {
  name: "shared",
  rule: "The MX host of the domains whose policies differ.",
  see: "RFC 8461 4.2",
  hosts: { mx: [{ chain: webPki() }] },
  sts: { policy: GOOD },
  label: { mtaSts: "pass", stsDelivery: "verified" },
};

const HTTP: readonly Target[] = [
  policy("policy-404", "No policy there.", "RFC 8461 3.3", { ...GOOD, status: 404 }, FETCH, { fetch: "404" }),
  policy("policy-500", "A server that fails.", "RFC 8461 3.3", { ...GOOD, status: 500 }, FETCH, {
    fetch: "500",
  }),
  policy("policy-204", "No status but 200 counts.", "RFC 8461 3.3", { ...GOOD, status: 204 }, FETCH, {
    fetch: "204",
  }),
  policy(
    "policy-301",
    "Redirects are not followed, not even to a good policy.",
    "RFC 8461 3.3",
    { ...GOOD, status: 301, location: "https://mta-sts.shared.dane.test/.well-known/mta-sts.txt" },
    FETCH,
    { fetch: "301", mistake: "Redirects to a policy are followed." },
  ),
  policy(
    "policy-302-same-host",
    "Redirects are not followed, not even on the same host.",
    "RFC 8461 3.3",
    { ...GOOD, status: 302, location: "/mta-sts.txt" },
    FETCH,
    { fetch: "302", mistake: "Redirects to a policy are followed." },
  ),
  policy(
    "policy-html",
    "The type has to be text/plain.",
    "RFC 8461 3.2",
    { ...GOOD, type: "text/html" },
    FRAGILE,
    {
      fetch: "200 text/html",
    },
  ),
  policy(
    "policy-octets",
    "The type has to be text/plain.",
    "RFC 8461 3.2",
    { ...GOOD, type: "application/octet-stream" },
    FRAGILE,
    { fetch: "200 application/octet-stream" },
  ),
  policy(
    "policy-no-type",
    "The type has to be text/plain.",
    "RFC 8461 3.2",
    { ...GOOD, type: null },
    FRAGILE,
    {
      fetch: "200",
    },
  ),
  policy(
    "policy-charset",
    "Parameters of the type do not matter.",
    "RFC 8461 3.2",
    { ...GOOD, type: "text/plain; charset=utf-8" },
    "pass",
    { fetch: "200 text/plain; charset=utf-8" },
  ),
  policy(
    "policy-large",
    "64 KiB are enough for a policy.",
    "RFC 8461 3.3",
    {
      text: [
        ...LINES,
        ...Array.from({ length: 1200 }, (_, line) => `x-padding-${String(line)}: ${"y".repeat(50)}`),
      ],
    },
    FETCH,
    { fetch: "too large" },
  ),
  policy("policy-gzip", "Nobody asked for gzip.", "RFC 9110 8.4.1", { ...GOOD, at: "gzip" }, INVALID),
];

const HOSTS: readonly Target[] = [
  policy(
    "policy-no-host",
    "The policy host does not exist.",
    "RFC 8461 3.3",
    { ...GOOD, at: "absent" },
    FETCH,
    {
      fetch: "no address",
    },
  ),
  policy("policy-refused", "Nothing listens.", "RFC 8461 3.3", { ...GOOD, at: "refused" }, FETCH, {
    fetch: "refused",
  }),
  policy("policy-silent", "No answer comes.", "RFC 8461 3.3", { ...GOOD, at: "silent" }, FETCH, {
    fetch: "timeout",
  }),
  policy("policy-drip", "The answer comes too slowly.", "RFC 8461 3.3", { ...GOOD, at: "drip" }, FETCH, {
    fetch: "timeout",
  }),
  policy("policy-plaintext", "HTTP without TLS.", "RFC 8461 3.3", { ...GOOD, at: "plaintext" }, FETCH, {
    fetch: "tls",
  }),
  policy("policy-tls11", "TLS 1.1 is too old.", "RFC 8461 7.2", { ...GOOD, at: "tls11" }, FETCH, {
    fetch: "tls",
  }),
  policy("policy-v6-only", "A policy host with IPv6 alone.", "RFC 8461 3.3", { ...GOOD, at: "v6" }, "pass"),
  policy(
    "policy-self-signed",
    "The policy host's certificate has to be of the WebPKI.",
    "RFC 8461 3.3",
    { ...GOOD, chain: selfSigned() },
    WEBPKI,
    { fetch: "certificate" },
  ),
  policy(
    "policy-expired",
    "The policy host's certificate has to be valid now.",
    "RFC 8461 3.3",
    { ...GOOD, chain: webPki(expired) },
    WEBPKI,
    { fetch: "certificate" },
  ),
  policy(
    "policy-domain-name",
    "The mail domain's name does not stand for the policy host's.",
    "RFC 8461 3.3",
    { ...GOOD, chain: webPki(naming("@")) },
    WEBPKI,
    { fetch: "certificate" },
  ),
  policy(
    "policy-common-name",
    "The common name does not count.",
    "RFC 8461 3.3",
    { ...GOOD, chain: webPki(commonNameOnly) },
    WEBPKI,
    { differs: { fetch: CURL_TAKES_COMMON_NAMES }, fetch: "certificate" },
  ),
  policy(
    "policy-wildcard-certificate",
    "A wildcard in the certificate is good.",
    "RFC 8461 3.3",
    { ...GOOD, chain: webPki(wildcard) },
    "pass",
  ),
];

function grammar(name: string, rule: string, text: readonly string[] | string, mtaSts: Outcome): Target {
  return policy(name, rule, "RFC 8461 3.2", { text, patterns: [SHARED_MX] }, mtaSts);
}

const [VERSION = "", MODE = "", MX = "", AGE = ""] = LINES;

const READABLE: readonly Target[] = [
  grammar("text-lf", "LF ends a line, too.", `${LINES.join("\n")}\n`, "pass"),
  grammar("text-no-last-end", "The last line need not end.", LINES.join("\r\n"), "pass"),
  grammar("text-any-order", "Any order will do.", [AGE, MX, MODE, VERSION], "pass"),
  policy(
    "text-unknown-key",
    "Unknown keys are ignored.",
    "RFC 8461 3.2",
    { text: [...LINES, "later: something"], patterns: [SHARED_MX] },
    "pass",
    { mistake: "Unknown keys of a policy are refused." },
  ),
  grammar(
    "text-no-space",
    "No space is needed behind a colon.",
    LINES.map((line) => line.replace(" ", "")),
    "pass",
  ),
  grammar(
    "text-trailing-space",
    "Space at the end of a line.",
    LINES.map((line) => `${line} `),
    "pass",
  ),
  grammar("text-none", "A policy that is withdrawn names no hosts.", policyLines("none", []), "skip"),
  grammar(
    "text-short-age",
    "Less than a day.",
    policyLines("enforce", [SHARED_MX], 3600),
    "warn: mta-sts-max-age-short",
  ),
  grammar("text-double-key", "Of doubles the first counts.", [VERSION, MODE, "mode: none", MX, AGE], FRAGILE),
  grammar("text-blank-line", "A blank line in between.", [VERSION, MODE, "", MX, AGE], FRAGILE),
  grammar("text-blank-end", "A blank line at the end.", [...LINES, ""], FRAGILE),
  grammar(
    "text-age-over-limit",
    "More than a year.",
    policyLines("enforce", [SHARED_MX], 31_557_601),
    FRAGILE,
  ),
  grammar("text-age-limit", "A year.", policyLines("enforce", [SHARED_MX], 31_557_600), "pass"),
];

const UNREADABLE: readonly Target[] = [
  grammar("text-empty", "Nothing.", "", INVALID),
  grammar("text-page", "A web page for everything.", "<!doctype html>\n<title>Welcome</title>\n", INVALID),
  grammar("text-no-version", "No version.", [MODE, MX, AGE], INVALID),
  grammar("text-other-version", "Another version.", ["version: STSv2", MODE, MX, AGE], INVALID),
  grammar("text-version-case", "Values are case-sensitive.", ["version: stsv1", MODE, MX, AGE], INVALID),
  grammar("text-no-mode", "No mode.", [VERSION, MX, AGE], INVALID),
  grammar("text-mode-case", "Values are case-sensitive.", [VERSION, "mode: Enforce", MX, AGE], INVALID),
  grammar("text-other-mode", "Another mode.", [VERSION, "mode: report", MX, AGE], INVALID),
  grammar("text-no-age", "No age.", [VERSION, MODE, MX], INVALID),
  grammar("text-age-words", "An age in words.", policyLines("enforce", [SHARED_MX], "1 week"), INVALID),
  grammar("text-age-negative", "A negative age.", policyLines("enforce", [SHARED_MX], -1), INVALID),
  grammar(
    "text-age-11-digits",
    "Eleven digits.",
    policyLines("enforce", [SHARED_MX], 10_000_000_000),
    INVALID,
  ),
  grammar("text-no-mx", "Enforced without hosts.", policyLines("enforce", []), INVALID),
  grammar("text-testing-no-mx", "Tested without hosts.", policyLines("testing", []), INVALID),
  grammar("text-key-case", "Keys are case-sensitive.", [VERSION, MODE, `MX: ${SHARED_MX}`, AGE], INVALID),
  grammar(
    "text-comma-list",
    "One pattern a line.",
    policyLines("enforce", [`${SHARED_MX}, mx2.test`]),
    INVALID,
  ),
  grammar("text-trailing-dot", "No dot at the end.", policyLines("enforce", [`${SHARED_MX}.`]), INVALID),
  grammar("text-star", "A star alone.", policyLines("enforce", ["*"]), INVALID),
  grammar("text-two-stars", "Two stars.", policyLines("enforce", ["*.*.dane.test"]), INVALID),
  grammar("text-inner-star", "A star in a label.", policyLines("enforce", ["mx*.shared.dane.test"]), INVALID),
  grammar("text-dot-suffix", "A dot for a star.", policyLines("enforce", [".shared.dane.test"]), INVALID),
  grammar("text-u-label", "Names as people write them.", policyLines("enforce", ["mx.bücher.test"]), INVALID),
  grammar("text-bom", "A byte order mark.", `\uFEFF${LINES.join("\n")}\n`, INVALID),
  grammar(
    "text-space-before-colon",
    "Space before a colon.",
    LINES.map((line) => line.replace(":", " :")),
    INVALID,
  ),
  grammar(
    "text-equals",
    "Written as the record is.",
    LINES.map((line) => line.replace(": ", "=")),
    INVALID,
  ),
];

/** The parent domain has record and policy; the domain has a record alone. */
const PARENT: Target = {
  name: "child.parent",
  rule: "The policy of a parent domain never counts.",
  see: "RFC 8461 3.4",
  mx: [],
  records: [
    `{@} MX 10 ${SHARED_MX}.`,
    `parent.dane.test. MX 10 ${SHARED_MX}.`,
    `_mta-sts.parent.dane.test. TXT "v=STSv1; id=1"`,
  ],
  sts: { policy: { ...sound("enforce", [SHARED_MX]), at: "absent" } },
  label: { mtaSts: FETCH, fetch: "no address" },
};

/** An age of a week is usual. */
const USUAL: Target = grammar("text-week", "A week.", policyLines("enforce", [SHARED_MX], WEEK), "pass");

export const POLICY_TARGETS: readonly Target[] = [
  SHARED,
  ...HTTP,
  ...HOSTS,
  ...READABLE,
  USUAL,
  ...UNREADABLE,
  PARENT,
];
