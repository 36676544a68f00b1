import { validDays } from "../../support/lab/lab-plan.ts";
import type { IssueOptions } from "../../support/certificates/issue.ts";
import { CONFIRM, type CodeCase } from "../code-case.ts";
import { publish, type Published } from "../dane-facts.ts";
import { DOMAIN, HOST, type Scene } from "../scene.ts";

/** A sound server, in whose DNS these records are. */
function published(records: Published, scene: Scene = {}): Scene {
  return { ...scene, change: publish(records) };
}

function leaf(differing: (now: Date) => Partial<IssueOptions>): Scene {
  return { tls: (authority) => ({ chain: authority.chainFor(HOST, differing(authority.now)) }) };
}

const QUESTION = "@127.0.0.1 TLSA _25._tcp.mx.case.test.";
const DIG = `dig +noall +comments +answer +dnssec ${QUESTION}`;
const DANE =
  "openssl s_client -starttls smtp -connect 127.0.0.1:PORT -dane_tlsa_domain mx.case.test -dane_ee_no_namechecks -dane_tlsa_rrdata";
const RECORD = (kind: string): string => `${DANE} '${kind} DATA' -verify_return_error -brief </dev/null`;

const SECOND = "mx2.case.test";

const error = { check: "dane", verdict: "fail", severity: "error" } as const;
const warning = { check: "dane", verdict: "warn", severity: "warning" } as const;
const notice = { check: "dane", verdict: "pass", severity: "notice" } as const;

export const daneCases: readonly CodeCase[] = [
  {
    ...error,
    code: "dane-mismatch",
    where: "the record is of another key",
    scene: published({ tlsa: ["3 1 1 other"] }),
    says: ["mx.case.test matches the certificate"],
    advises: "3 1 1",
    confirm: RECORD("3 1 1"),
  },
  {
    ...error,
    code: "dane-mismatch",
    where: "only a weaker digest matches",
    scene: published({ tlsa: ["3 1 1 leaf", "3 1 2 other"] }),
    says: ["3 1 1 matches", "strongest digest", "(3 1 2)"],
    advises: "remove the stronger one",
    confirm: `${DANE} '3 1 1 DATA' -dane_tlsa_rrdata '3 1 2 DATA' -verify_return_error -brief </dev/null`,
  },
  {
    ...error,
    code: "dane-mismatch",
    where: "the records are too long for a line",
    scene: published({ tlsa: ["3 1 1 other", "3 1 2 other", "2 0 1 other", "2 0 2 other"] }),
    says: ["mx.case.test"],
    advises: "3 1 1",
    confirm: DIG,
  },
  {
    ...error,
    code: "dane-mismatch",
    where: "the server's own certificate stands where its CA should",
    scene: published({ tlsa: ["2 1 1 leaf"] }),
    says: ["usage 2 is for the CA above it"],
    advises: "as 3 1 1",
    confirm: RECORD("2 1 1"),
  },
  {
    ...error,
    code: "dane-mismatch",
    where: "a CA stands where the server's own certificate should",
    scene: published({ tlsa: ["3 0 1 ca"] }),
    says: ["usage 3 is for the server's own certificate"],
    advises: "as 2 0 1",
    confirm: RECORD("3 0 1"),
  },
  {
    ...error,
    code: "dane-mismatch",
    where: "the CA of the record is not sent",
    scene: published({ tlsa: ["2 1 1 other"] }),
    says: ["the CA of 2 1 1 is not among the certificates"],
    advises: "full chain",
    confirm: RECORD("2 1 1"),
  },
  {
    ...error,
    code: "dane-name-mismatch",
    where: "the certificate below the CA has another name",
    scene: published(
      { tlsa: ["2 1 1 ca"] },
      leaf(() => ({ dnsNames: ["other.test"] })),
    ),
    says: ["2 1 1", "not for the name mx.case.test"],
    advises: "DNS names",
    confirm: RECORD("2 1 1"),
    beside: ["cert-name-mismatch"],
  },
  {
    ...error,
    code: "dane-expired",
    where: "the certificate below the CA ended three days ago",
    scene: published({ tlsa: ["2 1 1 ca"] }, leaf(validDays(-93, -3))),
    says: ["The certificate expired 3 days ago", "(2 1 1)"],
    advises: "certbot renew",
    confirm: RECORD("2 1 1"),
    beside: ["cert-expired"],
  },
  {
    ...error,
    code: "dane-expired",
    where: "the certificate below the CA is of tomorrow",
    scene: published({ tlsa: ["2 1 1 ca"] }, leaf(validDays(2.5, 90))),
    says: ["The certificate is not valid until 20"],
    advises: "certbot renew",
    confirm: RECORD("2 1 1"),
    beside: ["cert-not-yet-valid"],
  },
  {
    ...error,
    code: "dane-no-tls",
    where: "STARTTLS is not offered",
    scene: published({ tlsa: ["3 1 1 other"] }, { script: { starttls: "missing" } }),
    says: ["mx.case.test", "does not offer STARTTLS"],
    advises: "remove the TLSA records",
    confirm: CONFIRM.starttls,
    beside: ["starttls-not-offered"],
  },
  {
    ...error,
    code: "dane-no-tls",
    where: "the handshake breaks",
    scene: published({ tlsa: ["3 1 1 other"] }, { script: { starttls: "plaintext" } }),
    says: ["the TLS handshake fails"],
    advises: "remove the TLSA records",
    confirm: CONFIRM.starttls,
    beside: ["tls-handshake-failed"],
  },
  {
    ...error,
    code: "dane-lookup-failed",
    where: "the answer is bogus",
    scene: published({ answer: { outcome: "servfail", dnssec: "bogus" } }),
    says: ["TLSA _25._tcp.mx.case.test", "fails DNSSEC validation"],
    advises: "signed denial",
    confirm: `dig +noall +comments +answer ${QUESTION}; dig +noall +comments +answer +cd ${QUESTION}`,
  },
  {
    ...error,
    code: "dane-lookup-failed",
    where: "aliases lead in a circle",
    scene: published({ answer: { outcome: "answer", aliasLoop: true } }),
    says: ["alias loop"],
    advises: "signed denial",
    confirm: DIG,
  },
  {
    ...error,
    code: "dane-required",
    where: "the policy asks for DANE, and nothing is published",
    scene: published({}, { settings: { require: "dane" } }),
    says: ["mx.case.test", "no TLSA records"],
    advises: "remove dane from require",
    confirm: DIG,
  },
  {
    ...error,
    code: "dane-required",
    where: "the policy asks for DANE, and the records are not signed",
    scene: published(
      { tlsa: ["3 1 1 leaf"], addresses: "insecure", answer: { dnssec: "insecure" } },
      { settings: { require: "dane" } },
    ),
    says: ["not secured by DNSSEC"],
    advises: "Sign the zone",
    confirm: DIG,
    beside: ["dane-insecure"],
  },
  {
    ...warning,
    code: "dane-unusable",
    where: "the only record is of a usage that mail does not know",
    scene: published({ tlsa: ["1 1 1 leaf"] }),
    says: ["1 1 1 (usage 1 is not for mail)"],
    advises: "3 1 1",
    confirm: DIG,
  },
  {
    ...warning,
    code: "dane-insecure",
    where: "the records are not signed",
    scene: published({ tlsa: ["3 1 1 leaf"], answer: { dnssec: "insecure" } }),
    says: ["TLSA records of mx.case.test", "not signed"],
    advises: "DS record",
    confirm: DIG,
  },
  {
    ...warning,
    code: "dane-unmatched-combination",
    where: "a CA is named that nobody sends",
    scene: published({ tlsa: ["3 1 1 leaf", "2 1 1 other"] }),
    says: ["2 1 1", "(3 1 1 does)"],
    advises: "of each kind",
    confirm: DIG,
  },
  {
    ...error,
    code: "dane-key-unpublished",
    where: "the next key is in no record",
    scene: {
      change: publish({ tlsa: ["3 1 1 leaf"] }, (_, observations) => {
        const data = { full: "00", sha256: "11".repeat(32), sha512: "22".repeat(64) };
        observations.daneKeys = [{ file: "next.pem", keys: [{ line: 3, publicKey: data }] }];
      }),
    },
    says: [
      "This key, which you are about to deploy, is in no usable TLSA record of mx.case.test: next.pem:3",
    ],
    advises: "twice the TTL",
    confirm: DIG,
  },
  {
    ...notice,
    code: "dane-record-unusable",
    where: "an unusable record stands beside a usable one",
    scene: published({ tlsa: ["3 1 1 leaf", "3 1 3 leaf", "3 1 1 00ff"] }),
    says: ["3 1 3 (matching type 3 is not defined)", "3 1 1 (its digest has 2 octets instead of 32)"],
    advises: "Remove",
    confirm: DIG,
  },
  {
    ...notice,
    code: "dane-fragile",
    where: "the record is of the whole certificate",
    scene: published({ tlsa: ["3 0 1 leaf"] }),
    says: ["3 0 1", "every renewal"],
    advises: "--reuse-key",
    confirm: DIG,
  },
  {
    ...notice,
    code: "dane-mx-insecure",
    where: "the MX record is not signed",
    scene: published({ tlsa: ["3 1 1 leaf"], mx: "insecure" }),
    says: ["MX records of case.test are not signed"],
    advises: "Sign the zone of the domain",
    confirm: "dig +noall +comments +answer +dnssec @127.0.0.1 -p DNS MX case.test.",
  },
  {
    check: "dane",
    verdict: "inconclusive",
    severity: "inconclusive",
    code: "dane-unseen",
    where: "the resolver does not validate",
    scene: published({ tlsa: ["3 1 1 leaf"], addresses: "unseen", answer: { dnssec: "unseen" } }),
    says: ["could not see whether DNSSEC secures them", "DANE works: 3 1 1 matches"],
    advises: "dns-server",
    confirm: DIG,
  },
  {
    ...warning,
    check: "mx",
    code: "dane-partial",
    where: "one host of two has records",
    scene: {
      zones: {
        [DOMAIN]: {
          MX: [
            [10, HOST],
            [20, SECOND],
          ],
        },
        [HOST]: { A: ["127.0.0.1"] },
        [SECOND]: { A: ["127.0.0.1"] },
      },
      tls: ({ chainFor }) => ({ chain: chainFor(HOST, { dnsNames: [HOST, SECOND] }) }),
      change: publish({ tlsa: ["3 1 1 leaf"] }, (endpoint) => {
        const [found] = endpoint.dane?.lookUps ?? [];
        if (endpoint.host !== SECOND || found === undefined) return;
        found.tlsa.outcome = "nodata";
        delete found.tlsa.associations;
      }),
    },
    says: ["mx.case.test but not to mx2.case.test"],
    advises: "every MX host",
    confirm: CONFIRM.digMx,
  },
];
