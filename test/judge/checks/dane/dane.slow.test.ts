/** What the check `dane` says where DNSSEC, the connection or the place of the records differ. */
import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { describe, test } from "node:test";
import { daneAuthenticates } from "../../../../src/judge/checks/dane/assessment.ts";
import { daneCheck } from "../../../../src/judge/checks/dane/dane.ts";
import { ownSeverity, type Outcome } from "../../../../src/judge/outcome.ts";
import type { DnsAnswer } from "../../../../src/observe/observation.ts";
import { Authorities } from "../../../mta/certificates.ts";
import { dataOf } from "../../dane-facts.ts";
import { subjectFor, type SubjectPlan } from "./dane-subject.ts";

const authorities = new Authorities(new Date());
const [leaf, other] = ["mx.own.test", "mx.own.test"].map((host) => authorities.selfSigned(host));
if (leaf === undefined || other === undefined) throw new Error("no certificates");
const CHAIN = [leaf.der];
const keyOf = (der: Buffer): string => dataOf(new X509Certificate(der), 1, 1);
const RIGHT = `3 1 1 ${keyOf(leaf.der)}`;
const WRONG = `3 1 1 ${"ab".repeat(32)}`;

function said(outcome: Outcome | undefined): string {
  if (outcome === undefined) return "nothing";
  const codes = outcome.findings.map((raised) => `${raised.code} ${ownSeverity(raised)}`);
  return [outcome.skip === undefined ? outcome.summary : `skip: ${outcome.summary}`, ...codes].join(", ");
}

const plain = (differing: Partial<SubjectPlan>): SubjectPlan => ({
  chain: CHAIN,
  tlsa: [RIGHT],
  ...differing,
});

describe("an endpoint", () => {
  const failed = (differing: Partial<DnsAnswer>): Partial<SubjectPlan> => ({
    tlsa: [],
    answer: { outcome: "servfail", dnssec: "failed", ...differing },
  });
  const cases: readonly { that: string; plan: Partial<SubjectPlan>; is: string }[] = [
    { that: "has a record that matches", plan: {}, is: "3 1 1" },
    { that: "has a record that does not", plan: { tlsa: [WRONG] }, is: "mismatch, dane-mismatch error" },
    {
      that: "takes mail from its users at port 587, where no sender comes",
      plan: { tlsa: [WRONG], port: 587 },
      is: "mismatch, dane-mismatch warning",
    },
    {
      that: "has no records",
      plan: { tlsa: [], answer: { outcome: "nxdomain" } },
      is: "skip: no TLSA",
    },
    { that: "has an answer without records", plan: { tlsa: [] }, is: "skip: no TLSA" },
    {
      that: "cannot be asked about by senders either",
      plan: failed({}),
      is: "lookup failed, dane-lookup-failed error",
    },
    {
      that: "gets an answer that nobody can read",
      plan: failed({ outcome: "malformed" }),
      is: "lookup failed, dane-lookup-failed error",
    },
    {
      that: "leads over too many aliases",
      plan: { tlsa: [], answer: { aliasLimit: 16 } },
      is: "lookup failed, dane-lookup-failed error",
    },
    {
      that: "is where no sender would ask, and the question fails",
      plan: { ...failed({}), addresses: "insecure" },
      is: "skip: no TLSA",
    },
    {
      that: "is asked about by a resolver that is not known to validate, and the question fails",
      plan: { ...failed({}), addresses: "unseen" },
      is: "skip: TLSA not seen",
    },
    {
      that: "is asked about by a resolver that refuses",
      plan: failed({ outcome: "refused" }),
      is: "not seen, not-probed inconclusive",
    },
    {
      that: "is asked about when no resolver can be reached",
      plan: failed({ outcome: "unreachable" }),
      is: "not seen, not-probed inconclusive",
    },
    {
      that: "is asked about when the run ends",
      plan: failed({ outcome: "aborted" }),
      is: "not seen, not-probed inconclusive",
    },
    {
      that: "is asked about when this machine has no sockets left",
      plan: failed({ outcome: "local-limit" }),
      is: "not seen, local-limit inconclusive",
    },
    {
      that: "has signed records and addresses that are not",
      plan: { addresses: "insecure" },
      is: "not signed, dane-insecure warning",
    },
    {
      that: "has records that match in a zone file",
      plan: { answer: { zoneFile: { file: "own.test.zone" }, dnssec: "unseen" }, addresses: "unseen" },
      is: "3 1 1",
    },
    {
      that: "has records that do not match in a zone file",
      plan: {
        tlsa: [WRONG],
        answer: { zoneFile: { file: "own.test.zone" }, dnssec: "unseen" },
        addresses: "unseen",
      },
      is: "mismatch, dane-mismatch error",
    },
    {
      that: "was not asked for the certificate that its base domain has",
      plan: { baseDomain: "box.own.test" },
      is: "not seen, dane-unseen inconclusive",
    },
    {
      that: "has another certificate for its base domain, which matches",
      plan: { baseDomain: "box.own.test", chain: [other.der], chainForName: CHAIN },
      is: "3 1 1",
    },
    {
      that: "has another certificate for its base domain, which does not match",
      plan: { baseDomain: "box.own.test", chainForName: [other.der] },
      is: "mismatch, dane-mismatch error",
    },
    {
      that: "has more records than were looked at",
      plan: { listed: 10_000 },
      is: "not seen, dane-unseen inconclusive",
    },
    {
      that: "offers no TLS",
      plan: { chain: null },
      is: "no TLS, dane-no-tls error",
    },
    {
      that: "sends no certificate",
      plan: { chain: [] },
      is: "mismatch, dane-mismatch error",
    },
    {
      that: "has unusable records, and the policy wants DANE",
      plan: { tlsa: ["1 1 1 00"], settings: { require: "dane" } },
      is: "unusable, dane-unusable warning, dane-required error",
    },
    {
      that: "has what the policy wants",
      plan: { settings: { require: "dane" } },
      is: "3 1 1",
    },
  ];
  for (const { that, plan, is } of cases) {
    test(`that ${that}: ${is}`, () => assert.equal(said(daneCheck.judge(subjectFor(plain(plan)))), is));
  }

  test("that nobody looked up records for is not judged", () => {
    const subject = subjectFor(plain({}));
    const { dane: _, ...endpoint } = subject.endpoint;
    assert.equal(daneCheck.judge({ ...subject, endpoint }), undefined);
  });

  test("that was not connected to is judged by DNS alone", () => {
    const subject = subjectFor(plain({}));
    const dialog = { ...subject.dialog, starttls: undefined, tls: undefined };
    assert.equal(daneCheck.judge({ ...subject, dialog }), undefined);
    const insecure = subjectFor(plain({ answer: { dnssec: "insecure" } }));
    assert.equal(said(daneCheck.judge({ ...insecure, dialog })), "not signed, dane-insecure warning");
  });
});

describe("where DNSSEC is not visible", () => {
  const unseen = (differing: Partial<SubjectPlan>): string => {
    const plan = plain({ addresses: "unseen", answer: { dnssec: "unseen" }, ...differing });
    const outcome = daneCheck.judge(subjectFor(plan));
    return outcome?.findings.map(({ message }) => message).join(" ") ?? "";
  };
  const cases: readonly { plan: Partial<SubjectPlan>; says: RegExp }[] = [
    { plan: {}, says: /DANE works: 3 1 1 matches/ },
    { plan: { tlsa: [WRONG] }, says: /do not deliver here: no record matches/ },
    { plan: { chain: null }, says: /do not deliver here: the server does not offer STARTTLS/ },
    { plan: { tlsa: ["1 1 1 00"] }, says: /No sender could use them anyway: 1 1 1/ },
  ];
  for (const { plan, says } of cases) test(String(says), () => assert.match(unseen(plan), says));
});

test("a mismatch says where another address of the host matches", () => {
  const wrong = { usage: 3, selector: 1, matchingType: 1, data: "ab".repeat(32) };
  const subject = { matchedElsewhere: new Set([JSON.stringify(wrong)]) };
  const [finding] = daneCheck.judge(subjectFor(plain({ tlsa: [WRONG], subject })))?.findings ?? [];
  assert.match(finding?.message ?? "", /another address of this host does: this machine has an old key/);
  assert.match(finding?.remedy ?? "", /^Give this machine the certificate and key/);
});

describe("facts", () => {
  const factsOf = (plan: Partial<SubjectPlan>) => daneCheck.judge(subjectFor(plain(plan)))?.facts;

  test("tell each record and what it comes to", () => {
    const facts = factsOf({ tlsa: [RIGHT, WRONG, "1 1 1 00"] });
    assert.deepEqual(facts?.["records"], [
      `3 1 1 ${RIGHT.slice(6, 22)}… (matches)`,
      "3 1 1 abababababababab… (no match)",
      "1 1 1 00 (unusable: usage 1 is not for mail)",
    ]);
    assert.equal(facts["baseDomain"], "mx.own.test");
    assert.equal(facts["dnssec"], "secure");
  });

  test("tell of the next key, unless another address of the host has it", () => {
    assert.equal(factsOf({ tlsa: [RIGHT, WRONG] })?.["rollover"], "next");
    assert.equal(factsOf({ tlsa: [RIGHT] })?.["rollover"], "none");
    const wrong = { usage: 3, selector: 1, matchingType: 1, data: "ab".repeat(32) };
    const elsewhere = { matchedElsewhere: new Set([JSON.stringify(wrong)]) };
    assert.equal(factsOf({ tlsa: [RIGHT, WRONG], subject: elsewhere })?.["rollover"], "none");
  });

  test("tell of an issuer beside the key", () => {
    const [own, issuer] = authorities.chain("mx.own.test");
    if (own === undefined || issuer === undefined) assert.fail();
    const tlsa = [`3 1 1 ${keyOf(own.der)}`, `2 1 1 ${keyOf(issuer.der)}`];
    assert.equal(factsOf({ chain: [own.der, issuer.der], tlsa })?.["rollover"], "issuer");
  });

  test("say that a zone file is not live yet, and so do findings", () => {
    const answer = { zoneFile: { file: "own.test.zone" } };
    const outcome = daneCheck.judge(subjectFor(plain({ tlsa: [WRONG], answer })));
    assert.equal(outcome?.facts?.["dnssec"], "zone file, not live yet");
    assert.match(outcome.findings[0]?.evidence ?? "", /own\.test\.zone: judged as if the zone were signed/);
  });
});

describe("DANE", () => {
  test("authenticates by a key, whatever names and dates say, and by an authority, which senders check", () => {
    assert.deepEqual(daneAuthenticates(subjectFor(plain({}))), { authenticates: true, byAuthority: false });
    const [own, issuer] = authorities.chain("mx.own.test");
    if (own === undefined || issuer === undefined) assert.fail();
    const byAuthority = { chain: [own.der, issuer.der], tlsa: [`2 1 1 ${keyOf(issuer.der)}`] };
    assert.deepEqual(daneAuthenticates(subjectFor(plain(byAuthority))), {
      authenticates: true,
      byAuthority: true,
    });
  });

  const cases: readonly { where: string; plan: Partial<SubjectPlan>; authenticates: boolean | undefined }[] =
    [
      { where: "no record matches", plan: { tlsa: [WRONG] }, authenticates: false },
      { where: "there is no TLS", plan: { chain: null }, authenticates: false },
      {
        where: "senders cannot look the records up",
        plan: { tlsa: [], answer: { outcome: "servfail", dnssec: "bogus" } },
        authenticates: false,
      },
      {
        where: "the records are not signed",
        plan: { answer: { dnssec: "insecure" } },
        authenticates: undefined,
      },
      { where: "DNSSEC is not visible", plan: { answer: { dnssec: "unseen" } }, authenticates: undefined },
      { where: "no record is usable", plan: { tlsa: ["1 1 1 00"] }, authenticates: undefined },
      {
        where: "the zone is not live yet",
        plan: { answer: { zoneFile: { file: "x" } } },
        authenticates: undefined,
      },
      {
        where: "the right certificate was not seen",
        plan: { baseDomain: "b.test" },
        authenticates: undefined,
      },
    ];
  for (const { where, plan, authenticates } of cases) {
    test(`says ${String(authenticates)} where ${where}`, () => {
      assert.equal(daneAuthenticates(subjectFor(plain(plan)))?.authenticates, authenticates);
    });
  }
});
