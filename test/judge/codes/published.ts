/** What a domain publishes beside its MX records: MTA-STS and TLS reporting. */
import { HOST } from "../scene.ts";
import { response } from "../../support/web/policy-host.ts";
import type { Zones } from "../../support/dns/zone-records.ts";
import type { Scene } from "../scene.ts";
import { CONFIRM, type CodeCase } from "../code-case.ts";

const WEEK = 604_800;

function policyText(mode: string, patterns: readonly string[], maxAge = WEEK): string {
  const lines = ["version: STSv1", `mode: ${mode}`, ...patterns.map((pattern) => `mx: ${pattern}`)];
  return [...lines, `max_age: ${String(maxAge)}`, ""].join("\r\n");
}

const SOUND = policyText("enforce", [HOST]);

/** A sound domain that publishes records, and a policy that says this. */
function published(
  { sts = "v=STSv1; id=1", rpt, more = {} }: { sts?: string; rpt?: string; more?: Zones },
  policy: string = response(SOUND),
  rest: Partial<Scene> = {},
): Scene {
  return {
    zones: {
      "case.test": { MX: [[10, HOST]] },
      [HOST]: { A: ["127.0.0.1"] },
      "mta-sts.case.test": { A: ["127.0.0.1"] },
      "_mta-sts.case.test": { TXT: sts === "" ? [] : [sts] },
      "_smtp._tls.case.test": { TXT: rpt === undefined ? [] : [rpt] },
      ...more,
    },
    policyHost: { says: [policy] },
    ...rest,
  };
}

const warning = { check: "mta-sts", verdict: "warn", severity: "warning" } as const;
const error = { check: "mta-sts", verdict: "fail", severity: "error" } as const;
const curl = { confirm: CONFIRM.policy };
const dig = { confirm: CONFIRM.digSts };

const stsCases: readonly CodeCase[] = [
  {
    ...error,
    ...curl,
    code: "mta-sts-mx-not-covered",
    where: "an enforced policy lists another host",
    scene: published({}, response(policyText("enforce", ["mx2.case.test"]))),
    says: [HOST, "enforce"],
    advises: "change the id",
  },
  {
    ...warning,
    ...curl,
    code: "mta-sts-mx-not-covered",
    where: "a policy that is tested lists another host",
    scene: published({}, response(policyText("testing", ["*.mx.case.test"]))),
    says: [HOST, "testing"],
    advises: '"mx: mx.case.test"',
  },
  {
    ...error,
    confirm: CONFIRM.mxCertificate,
    code: "mta-sts-mx-unauthenticated",
    where: "the certificate is self-signed",
    scene: published({}, response(SOUND), { tls: ({ selfSigned }) => ({ chain: [selfSigned(HOST)] }) }),
    says: [HOST, "self-signed"],
    advises: "public CA",
    quotes: "cert-self-signed",
    beside: ["cert-self-signed"],
  },
  {
    ...error,
    confirm: CONFIRM.mxCertificate,
    code: "mta-sts-mx-unauthenticated",
    where: "there is no STARTTLS",
    scene: published({}, response(SOUND), { script: { starttls: "missing" } }),
    says: [HOST, "STARTTLS"],
    advises: "mode: testing",
    quotes: "starttls-not-offered",
    beside: ["starttls-not-offered"],
  },
  {
    ...error,
    ...dig,
    code: "mta-sts-required",
    where: "the policy requires one that is not there",
    scene: published({ sts: "" }, "", { settings: { require: "mta-sts" } }),
    says: ["an enforced MTA-STS policy", "case.test", "publishes no MTA-STS policy"],
    advises: "mode: testing",
  },
  {
    ...error,
    ...dig,
    code: "mta-sts-required",
    where: "the policy requires an enforced one, and it is tested",
    scene: published({}, response(policyText("testing", [HOST])), { settings: { require: "mta-sts" } }),
    says: ["in mode testing"],
    advises: "mode: enforce",
  },
  {
    ...error,
    ...dig,
    code: "mta-sts-required",
    where: "the policy requires a tested one, and it is withdrawn",
    scene: published({}, response(policyText("none", [])), { settings: { require: "mta-sts-testing" } }),
    says: ["withdrawn", "testing or enforce"],
    advises: "_mta-sts",
  },
  {
    ...warning,
    ...dig,
    code: "mta-sts-record-invalid",
    where: "the record has no id",
    scene: published({ sts: "v=STSv1;" }, ""),
    says: ["no id"],
    advises: "exactly one TXT record",
    quotes: "v=STSv1;",
  },
  {
    ...warning,
    ...curl,
    code: "mta-sts-fetch-failed",
    where: "there is no policy",
    scene: published({}, response("", { status: 404 })),
    says: ["mta-sts.case.test", "404"],
    advises: "without a redirect",
    quotes: "HTTP 404",
  },
  {
    ...warning,
    ...curl,
    code: "mta-sts-fetch-failed",
    where: "the policy host redirects",
    scene: published({}, response("", { status: 301, headers: ["location: https://elsewhere.test/"] })),
    says: ["redirects (status 301)"],
    advises: "without a redirect",
    quotes: "location: https://elsewhere.test/",
  },
  {
    ...warning,
    ...curl,
    code: "mta-sts-fetch-failed",
    where: "the policy host has no address",
    scene: published({ more: { "mta-sts.case.test": { rcode: "NXDOMAIN" } } }),
    says: ["has no address"],
    advises: "mta-sts.DOMAIN",
  },
  {
    ...warning,
    ...curl,
    code: "mta-sts-webpki-invalid",
    where: "the policy host's certificate names the domain alone",
    scene: published({}, "", {
      policyHost: { says: [response(SOUND)], chain: ({ chainFor }) => chainFor("case.test") },
    }),
    says: ["does not name mta-sts.case.test"],
    advises: "public CA",
  },
  {
    ...warning,
    ...curl,
    code: "mta-sts-webpki-invalid",
    where: "the policy host's certificate is self-signed",
    scene: published({}, "", {
      policyHost: { says: [response(SOUND)], chain: ({ selfSigned }) => [selfSigned("mta-sts.case.test")] },
    }),
    says: ["self-signed"],
    advises: "whole chain",
    quotes: "DEPTH_ZERO_SELF_SIGNED_CERT",
  },
  {
    ...warning,
    ...curl,
    code: "mta-sts-policy-invalid",
    where: "the policy has no mx line",
    scene: published({}, response(policyText("enforce", []))),
    says: ["no mx line"],
    advises: "one mx line for each MX host",
  },
  {
    ...warning,
    ...curl,
    code: "mta-sts-policy-invalid",
    where: "a pattern has a trailing dot",
    scene: published({}, response(policyText("enforce", [`${HOST}.`]))),
    says: ["line 3"],
    advises: "plain text",
    quotes: `mx: ${HOST}.`,
  },
  {
    ...warning,
    ...curl,
    code: "mta-sts-fragile",
    where: "the policy is served as a web page",
    scene: published({}, response(SOUND, { headers: ["content-type: text/html; charset=utf-8"] })),
    says: ["text/html"],
    advises: "text/plain",
  },
  {
    ...warning,
    ...dig,
    code: "mta-sts-fragile",
    where: "the record has a space before its first semicolon",
    scene: published({ sts: "v=STSv1 ; id=1" }),
    says: ["space before its first semicolon"],
    advises: "RFC 8461",
    quotes: "v=STSv1 ; id=1",
  },
  {
    ...warning,
    ...curl,
    code: "mta-sts-max-age-short",
    where: "an enforced policy lives for an hour",
    scene: published({}, response(policyText("enforce", [HOST], 3600))),
    says: ["1 hour"],
    advises: "604800",
  },
  {
    ...curl,
    code: "mta-sts-pattern-unused",
    where: "the policy lists a host that is gone",
    scene: published({}, response(policyText("enforce", [HOST, "old.case.test"]))),
    check: "mta-sts",
    verdict: "pass",
    severity: "notice",
    says: ["old.case.test"],
    advises: "Remove the line",
  },
  {
    ...dig,
    code: "mta-sts-unseen",
    where: "DNS does not answer for the record",
    scene: published({ more: { "_mta-sts.case.test": { rcode: "SERVFAIL" } } }),
    check: "mta-sts",
    verdict: "inconclusive",
    severity: "inconclusive",
    says: ["_mta-sts.case.test", "SERVFAIL"],
    advises: "dns-server",
  },
];

const reportsTo = { "reports.test": { MX: [[10, HOST] as const] } };
const digRpt = { confirm: CONFIRM.digRpt };

const rptCases: readonly CodeCase[] = [
  {
    ...digRpt,
    code: "tls-rpt-required",
    where: "the policy requires it, and nothing is published",
    scene: published({ sts: "" }, "", { settings: { require: "tls-rpt" } }),
    check: "tls-rpt",
    verdict: "fail",
    severity: "error",
    says: ["case.test", "publishes none"],
    advises: "rua=mailto:",
  },
  {
    ...digRpt,
    code: "tls-rpt-invalid",
    where: "the destination is an address without its scheme",
    scene: published({ sts: "", rpt: "v=TLSRPTv1; rua=tls@reports.test", more: reportsTo }),
    check: "tls-rpt",
    verdict: "warn",
    severity: "warning",
    says: ["tls@reports.test", "neither a mailto: nor an https:"],
    advises: "exactly one TXT record",
    quotes: "rua=tls@reports.test",
  },
  {
    confirm: "dig +noall +comments +answer @127.0.0.1 -p DNS MX nowhere.test.",
    code: "tls-rpt-undeliverable",
    where: "the mailbox's domain does not exist",
    scene: published({ sts: "", rpt: "v=TLSRPTv1; rua=mailto:tls@nowhere.test" }),
    check: "tls-rpt",
    verdict: "warn",
    severity: "warning",
    says: ["mailto:tls@nowhere.test", "does not exist"],
    advises: "accepts mail",
  },
  {
    ...digRpt,
    code: "tls-rpt-unseen",
    where: "DNS does not answer for the record",
    scene: published({ sts: "", more: { "_smtp._tls.case.test": { rcode: "SERVFAIL" } } }),
    check: "tls-rpt",
    verdict: "inconclusive",
    severity: "inconclusive",
    says: ["case.test", "TXT _smtp._tls.case.test got SERVFAIL"],
    advises: "dns-server",
  },
  {
    confirm: "dig +noall +comments +answer @127.0.0.1 -p DNS MX reports.test.",
    code: "tls-rpt-unseen",
    where: "DNS does not answer for the domain that reports go to",
    scene: published({
      sts: "",
      rpt: "v=TLSRPTv1; rua=mailto:tls@reports.test",
      more: { "reports.test": { rcode: "REFUSED" } },
    }),
    check: "tls-rpt",
    verdict: "inconclusive",
    severity: "inconclusive",
    says: ["mailto:tls@reports.test", "MX reports.test got REFUSED"],
    advises: "dns-server",
  },
  {
    ...digRpt,
    code: "tls-rpt-missing",
    where: "there is an MTA-STS policy, and nowhere to report to",
    scene: published({}),
    check: "tls-rpt",
    verdict: "skip",
    severity: "notice",
    says: ["case.test", "MTA-STS"],
    advises: "_smtp._tls",
  },
];

export const publishedCases: readonly CodeCase[] = [...stsCases, ...rptCases];
