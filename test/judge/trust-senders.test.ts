/** The setting `trust`, and what DANE does to findings, reach and score. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { certificateCheck } from "../../src/judge/checks/certificate/certificate.ts";
import { ownSeverity } from "../../src/judge/outcome.ts";
import { placedChecks, type Report } from "../../src/judge/report.ts";
import { validDays } from "../support/lab/lab-plan.ts";
import { issue } from "../support/certificates/issue.ts";
import { matchesOf, publish, tlsaRecord } from "./dane-facts.ts";
import { subjectFor } from "./checks/dane/dane-subject.ts";
import { HOST, play, type Scene } from "./scene.ts";

const SELF_SIGNED: Scene = { tls: ({ selfSigned }) => ({ chain: [selfSigned(HOST)] }) };
const GOOD = publish({ tlsa: ["3 1 1 leaf"] });

const PRIVATE: NonNullable<Scene["stores"]> = () => [];

/** `CODE severity` of each finding about the certificate. */
function findingsOf(report: Report): string {
  const checks = [...placedChecks(report.domains)].map(({ check }) => check);
  const findings = checks.filter(({ check }) => check === "certificate").flatMap((check) => check.findings);
  return findings.map(({ code, severity }) => `${code} ${severity}`).join(", ");
}

describe("findings about a certificate", () => {
  const cases: readonly { where: string; scene: Scene; are: string }[] = [
    {
      where: "a self-signed one is published",
      scene: { ...SELF_SIGNED, change: GOOD },
      are: "cert-self-signed notice",
    },
    { where: "a self-signed one is not", scene: SELF_SIGNED, are: "cert-self-signed error" },
    {
      where: "another one is published",
      scene: { ...SELF_SIGNED, change: publish({ tlsa: ["3 1 1 other"] }) },
      are: "cert-self-signed error",
    },
    {
      where: "it is published without DNSSEC",
      scene: { ...SELF_SIGNED, change: publish({ tlsa: ["3 1 1 leaf"], answer: { dnssec: "insecure" } }) },
      are: "cert-self-signed error",
    },
    {
      where: "a published one has another name and has ended",
      scene: {
        tls: ({ chainFor, now }) => ({
          chain: chainFor(HOST, { dnsNames: ["other.test"], ...validDays(-90, -3)(now) }),
        }),
        change: GOOD,
      },
      are: "cert-expired warning, cert-name-mismatch notice",
    },
    {
      where: "a published one ends soon",
      scene: {
        tls: ({ chainFor, now }) => ({ chain: chainFor(HOST, validDays(-84, 5.5)(now)) }),
        change: GOOD,
      },
      are: "cert-expiring warning",
    },
    {
      where: "its CA is published, so that senders look at its dates",
      scene: {
        tls: ({ chainFor, now }) => ({ chain: chainFor(HOST, validDays(-84, 5.5)(now)) }),
        stores: PRIVATE,
        change: publish({ tlsa: ["2 1 1 ca"] }),
      },
      are: "cert-expiring error, cert-untrusted notice",
    },
    {
      where: "its key is too weak, which is nobody else's business",
      scene: {
        tls: ({ chainFor }) => ({ chain: chainFor(HOST, { key: "rsa1024" }), ciphers: "DEFAULT@SECLEVEL=0" }),
        change: GOOD,
      },
      are: "cert-weak-key error",
    },
  ];
  for (const { where, scene, are } of cases) {
    test(`are ${are} where ${where}`, async () => {
      assert.equal(findingsOf((await play(scene)).report), are);
    });
  }

  const of = (trust: string, subject: { enforcedByMtaSts?: boolean } = {}): string => {
    const chain = [issue({ subject: "mx.own.test", dnsNames: ["mx.own.test"] }).der];
    const written = "3 1 0 00";
    const plan = subjectFor({ chain, tlsa: [written], subject });
    const [record] = plan.endpoint.dane?.lookUps[0]?.tlsa.associations ?? [];
    const [link] = plan.dialog.tls?.chain ?? [];
    if (record === undefined || link === undefined) assert.fail();
    const [unmatched] = matchesOf([tlsaRecord(written)], chain);
    assert.deepEqual(unmatched?.matches, []);
    if (plan.endpoint.dane) plan.endpoint.dane.matches = [{ parses: true, matches: [link.sha256] }];
    const thresholds = { ...plan.thresholds, trust: trust as "any" | "senders" | "webpki" };
    const outcome = certificateCheck.judge({ ...plan, thresholds });
    return (outcome?.findings ?? []).map((raised) => `${raised.code} ${ownSeverity(raised)}`).join(", ");
  };

  test("are as grave as ever with trust: webpki, and under an enforced MTA-STS policy", () => {
    assert.equal(of("senders"), "cert-self-signed notice");
    assert.equal(of("webpki"), "cert-self-signed error");
    assert.equal(of("any"), "cert-self-signed notice");
    assert.equal(of("senders", { enforcedByMtaSts: true }), "cert-self-signed error");
  });

  test("say who does not look at them", async () => {
    const { report } = await play({ ...SELF_SIGNED, change: GOOD });
    const [finding] = [...placedChecks(report.domains)].flatMap(({ check }) =>
      check.findings.filter(({ code }) => code === "cert-self-signed"),
    );
    assert.match(finding?.message ?? "", /DANE senders do not look at this\.$/);
    assert.match(
      finding?.remedy ?? "",
      /^For senders with DANE there is nothing to do\. For others: Install/,
    );
    assert.match(finding?.senders ?? "", /^senders that use DANE ignore this and deliver/);
    assert.equal(finding?.loweredFrom, undefined);
  });
});

describe("reach and score", () => {
  const cases: readonly {
    where: string;
    scene: Scene;
    authenticated: number;
    dane: number | undefined;
    says: string;
    score: number;
  }[] = [
    {
      where: "nothing is published",
      scene: {},
      ...{ authenticated: 1, dane: undefined, score: 100 },
      says: "Mail arrives through its one endpoint; it encrypts.",
    },
    {
      where: "DANE authenticates a self-signed certificate",
      scene: { ...SELF_SIGNED, change: GOOD },
      ...{ authenticated: 1, dane: 1, score: 100 },
      says: "Mail arrives through its one endpoint; it encrypts; DANE authenticates it.",
    },
    {
      where: "DANE fails, and an authority vouches for it",
      scene: { change: publish({ tlsa: ["3 1 1 other"] }) },
      ...{ authenticated: 1, dane: 0, score: 59 },
      says: "Mail arrives through its one endpoint; it encrypts; senders that use DANE do not deliver to it.",
    },
    {
      where: "the records are not signed",
      scene: { change: publish({ tlsa: ["3 1 1 leaf"], answer: { dnssec: "insecure" } }) },
      ...{ authenticated: 1, dane: undefined, score: 89 },
      says: "Mail arrives through its one endpoint; it encrypts.",
    },
  ];
  for (const { where, scene, says, ...numbers } of cases) {
    test(`where ${where}`, async () => {
      const { report } = await play(scene);
      const [domain] = report.domains;
      const { authenticated, dane } = domain?.reach ?? {};
      assert.deepEqual({ authenticated, dane, score: domain?.score }, numbers);
      assert.equal(domain?.reachSummary, says);
      assert.equal(domain.partial, false);
    });
  }

  test("where DNSSEC is not visible, something is left open", async () => {
    const { report } = await play({
      change: publish({ tlsa: ["3 1 1 leaf"], addresses: "unseen", answer: { dnssec: "unseen" } }),
    });
    assert.deepEqual([report.result, report.partial, report.score], ["inconclusive", true, 100]);
  });

  test("a policy that lowers what could not be seen makes no pass of it", async () => {
    const { report } = await play({
      change: publish({ tlsa: ["3 1 1 leaf"], addresses: "unseen", answer: { dnssec: "unseen" } }),
      settings: { severity: "dane-unseen: notice" },
    });
    const dane = [...placedChecks(report.domains)].find(({ check }) => check.check === "dane");
    assert.equal(dane?.check.verdict, "skip");
  });

  test("a finding that is turned off is no pass", async () => {
    const { report } = await play({
      change: publish({ tlsa: ["3 1 1 other"] }),
      settings: { severity: "dane-mismatch: off" },
    });
    const dane = [...placedChecks(report.domains)].find(({ check }) => check.check === "dane");
    assert.equal(dane?.check.verdict, "waived");
    assert.equal(report.domains[0]?.reach.dane, 0);
  });
});
