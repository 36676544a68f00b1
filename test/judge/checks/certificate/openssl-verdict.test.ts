/** OpenSSL's recorded verdict beside our findings: neither is simply believed. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { besideOpenssl } from "../../../../src/judge/checks/certificate/openssl-verdict.ts";
import type { Code } from "../../../../src/judge/diagnostics/registry.ts";
import { raise, type Raised } from "../../../../src/judge/outcome.ts";
import type { CertificateFacts, TlsHandshake } from "../../../../src/observe/observation.ts";
import { words } from "../../../../src/text/quote.ts";
import { readCertificate } from "../../../../src/observe/x509/certificate.ts";
import { DAY, issue } from "../../../support/certificates/issue.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");
const WEAK = raise("cert-chain-surplus", { surplus: 1 });
const UNTRUSTED = raise("cert-untrusted", { reason: words`of a reason` });
const EXPIRED = raise("cert-expired", { ago: words`1 day` });
const ORDER = raise("cert-chain-order", { needed: words`A`, taken: words`B` });

/** Findings beside a verdict that was recorded at `observedAt`, with a leaf that is valid for ten days around {@link NOW}. */
function beside(opensslVerdict: string | undefined, findings: Raised[], observedAt = NOW) {
  const at = (days: number): Date => new Date(NOW + days * DAY);
  const leaf = readCertificate(issue({ subject: "mx", notBefore: at(-10), notAfter: at(10) }).der);
  const certificates: Record<string, CertificateFacts> = { leaf };
  const tls: TlsHandshake = {
    outcome: "done",
    hello: "full",
    seconds: 0,
    ...(opensslVerdict && { opensslVerdict }),
  };
  return besideOpenssl(tls, findings, ["leaf"], { certificates, now: NOW, observedAt });
}

const codes = (found: readonly Raised[]): Code[] => found.map(({ code }) => code);

describe("OpenSSL's verdict beside ours", () => {
  const cases: [where: string, verdict: string | undefined, findings: Raised[], left: Code[]][] = [
    ["both find nothing", "OK", [], []],
    ["both trust it, and we have a notice", "OK", [WEAK], ["cert-chain-surplus"]],
    ["it refuses what we refuse", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY", [UNTRUSTED], ["cert-untrusted"]],
    ["it refuses what has expired", "CERT_HAS_EXPIRED", [EXPIRED], ["cert-expired"]],
    ["it trusts what we take for out of order", "OK", [ORDER], []],
    ["it refuses what is out of order", "SELF_SIGNED_CERT_IN_CHAIN", [ORDER], ["cert-chain-order"]],
    [
      "it refuses what we trust",
      "CERT_SIGNATURE_FAILURE",
      [WEAK],
      ["cert-chain-surplus", "cert-senders-differ"],
    ],
    ["it refuses the dates of what is valid", "CERT_HAS_EXPIRED", [], ["cert-senders-differ"]],
    ["it trusts what we do not", "OK", [WEAK, UNTRUSTED], ["cert-chain-surplus", "cert-senders-differ"]],
    [
      "it trusts what we do not, for two reasons",
      "OK",
      [UNTRUSTED, raise("cert-self-signed", {})],
      ["cert-senders-differ"],
    ],
    ["it trusts, in its own time, what has expired", "OK", [EXPIRED], ["cert-expired"]],
    ["an older version did not record it", undefined, [UNTRUSTED], ["cert-untrusted"]],
  ];
  for (const [where, verdict, findings, left] of cases) {
    test(`leaves ${left.join(" and ") || "nothing"} where ${where}`, () => {
      assert.deepEqual(codes(beside(verdict, findings)), left);
    });
  }

  test("is quoted where it refuses, and our reason where it trusts", () => {
    assert.equal(beside("CERT_SIGNATURE_FAILURE", []).at(0)?.evidence, "CERT_SIGNATURE_FAILURE");
    assert.match(beside("OK", [UNTRUSTED]).at(0)?.evidence ?? "", /of a reason/);
  });
});

describe("a verdict that is judged at another time", () => {
  test("counts for its own time where dates were why it refused", () => {
    assert.deepEqual(codes(beside("CERT_HAS_EXPIRED", [], NOW + 11 * DAY)), []);
    assert.deepEqual(codes(beside("CERT_NOT_YET_VALID", [], NOW - 11 * DAY)), []);
  });

  const moments: [observedAt: number, says: RegExp][] = [
    [NOW - 3 * DAY, /^UNSPECIFIED, said 3 days before the moment of this judgement$/],
    [NOW + 3 * DAY, /^UNSPECIFIED, said 3 days after the moment of this judgement$/],
    [NOW - 60_000, /^UNSPECIFIED$/],
  ];
  for (const [observedAt, says] of moments) {
    test(`is kept where they were not, and says when it was made: ${says.source}`, () => {
      const [differs] = beside("UNSPECIFIED", [], observedAt);
      assert.equal(differs?.code, "cert-senders-differ");
      assert.match(differs.evidence ?? "", says);
    });
  }
});
