/** Targets whose MTA-STS policy cannot be had, or not as it should be (RFC 8461 3.3). */
import { commonNameOnly, expired, naming, selfSigned, webPki, wildcard } from "./chains.ts";
import { CURL_TAKES_COMMON_NAMES } from "./oracle-differences.ts";
import { policyLines, sound } from "./policies.ts";
import { FRAGILE, SHARED_MX, policy } from "./policy-target.ts";
import type { Target } from "./target.ts";

const FETCH = "warn: mta-sts-fetch-failed";
const WEBPKI = "warn: mta-sts-webpki-invalid";
const INVALID = "warn: mta-sts-policy-invalid";

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

export const FETCH_TARGETS: readonly Target[] = [SHARED, ...HTTP, ...HOSTS, PARENT];
