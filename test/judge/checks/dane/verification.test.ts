/** Records against a chain, held against the rules as RFC 7671 and 7672 word them, for any set of records. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { rateRecords, type TlsaRecord } from "../../../../src/judge/checks/dane/tlsa-records.ts";
import { verify } from "../../../../src/judge/checks/dane/verification.ts";
import type { AssociationMatch, CertificateFacts } from "../../../../src/observe/observation.ts";

const NOW = Date.parse("2026-06-01T00:00:00Z");
const NAMES = ["mx.example.com", "example.com"];

function facts(differing: Partial<CertificateFacts>): CertificateFacts {
  return {
    der: "",
    subject: "CN=x",
    issuer: "CN=y",
    subjectCommonNames: [],
    dnsNames: [],
    ipAddresses: [],
    otherNames: 0,
    serial: "1",
    notBefore: "2026-01-01T00:00:00Z",
    notAfter: "2027-01-01T00:00:00Z",
    keyType: "ec",
    signatureAlgorithm: "ecdsa-with-SHA256",
    ca: true,
    selfIssued: false,
    ...differing,
  };
}

const ENDED = { notAfter: "2026-02-01T00:00:00Z" };

/** Four certificates: the leaf, its issuer, the root above that, and a stranger. */
const CHAIN = [
  { sha256: "leaf", issuedBy: ["ca"] },
  { sha256: "ca", issuedBy: ["root"] },
  { sha256: "root", issuedBy: ["root"] },
  { sha256: "stranger", issuedBy: [] },
];

interface Case {
  readonly record: TlsaRecord;
  readonly match: AssociationMatch;
}

/** Data of any length that has a meaning, and of others. */
const record = fc
  .record({
    usage: fc.integer({ min: 0, max: 4 }),
    selector: fc.integer({ min: 0, max: 2 }),
    matchingType: fc.integer({ min: 0, max: 3 }),
    octets: fc.constantFrom(32, 64, 20),
    parses: fc.boolean(),
    of: fc.constantFrom("leaf", "ca", "root", "stranger", undefined),
  })
  .map(({ octets, parses, of, ...kind }): Case => {
    const full = kind.matchingType === 0;
    return {
      record: { ...kind, data: "ab".repeat(octets) },
      match: { ...(full && { parses }), matches: of === undefined || (full && !parses) ? [] : [of] },
    };
  });

const world = fc.record({
  cases: fc.array(record, { minLength: 1, maxLength: 8 }),
  named: fc.boolean(),
  ended: fc.subarray(["leaf", "ca", "root"]),
});

/** Usable by RFC 7672 3.1 and 2.2.3, in the plainest words. */
function usable({ record: { usage, selector, matchingType, data }, match }: Case): boolean {
  if (![2, 3].includes(usage) || ![0, 1].includes(selector)) return false;
  if (matchingType === 0) return match.parses === true;
  return (matchingType === 1 && data.length === 64) || (matchingType === 2 && data.length === 128);
}

/** Whether a client that knows all digests authenticates the server (RFC 7671 9, RFC 7672 3.1). */
function authenticates(cases: readonly Case[], named: boolean, ended: readonly string[]): boolean {
  const good = cases.filter(usable);
  return good.some((one) => {
    const { usage, selector, matchingType } = one.record;
    const outdone = good.some(
      ({ record: other }) =>
        matchingType !== 0 &&
        other.usage === usage &&
        other.selector === selector &&
        other.matchingType > matchingType,
    );
    if (outdone) return false;
    const [of] = one.match.matches;
    if (usage === 3) return of === "leaf";
    if (of === "ca") return named && !ended.includes("leaf");
    return of === "root" && named && !ended.includes("leaf") && !ended.includes("ca");
  });
}

function verifyAll(cases: readonly Case[], named: boolean, ended: readonly string[]) {
  const of = (sha256: string): Partial<CertificateFacts> => (ended.includes(sha256) ? ENDED : {});
  const certificates = {
    leaf: facts({ ca: false, dnsNames: [named ? "mx.example.com" : "elsewhere.test"], ...of("leaf") }),
    ca: facts(of("ca")),
    root: facts(of("root")),
    stranger: facts({}),
  };
  const rated = rateRecords(
    cases.map((each) => each.record),
    cases.map((each) => each.match),
  );
  return verify(rated, { tls: { chain: CHAIN }, certificates, now: NOW, names: NAMES });
}

describe("a set of records", () => {
  test("authenticates the server exactly where a record that counts does", () => {
    fc.assert(
      fc.property(world, ({ cases, named, ended }) => {
        const verification = verifyAll(cases, named, ended);
        assert.equal(verification.by !== undefined, authenticates(cases, named, ended));
      }),
      { numRuns: 2000 },
    );
  });

  test("says the same in any order", () => {
    fc.assert(
      fc.property(world, ({ cases, named, ended }) => {
        const kinds = (all: readonly Case[]) => {
          const { by, unmatched, faults } = verifyAll(all, named, ended);
          const written = unmatched.map((one) => [one.usage, one.selector, one.matchingType].join(" "));
          return [by === undefined, written.toSorted(), faults === undefined];
        };
        assert.deepEqual(kinds(cases), kinds(cases.toReversed()));
      }),
    );
  });

  test("with an unusable record more authenticates as it did before", () => {
    const unusable = record.filter((one) => !usable(one));
    fc.assert(
      fc.property(world, unusable, ({ cases, named, ended }, more) => {
        const before = verifyAll(cases, named, ended).by !== undefined;
        assert.equal(verifyAll([...cases, more], named, ended).by !== undefined, before);
      }),
    );
  });
});

describe("a path to an anchor", () => {
  const anchored = (match: AssociationMatch, chain: typeof CHAIN, ended: readonly string[] = []) => {
    const certificates = Object.fromEntries(
      chain.map(({ sha256 }) => [
        sha256,
        facts({
          ca: sha256 !== "leaf",
          dnsNames: ["mx.example.com"],
          ...(ended.includes(sha256) ? ENDED : {}),
        }),
      ]),
    );
    const rated = rateRecords([{ usage: 2, selector: 1, matchingType: 0, data: "ab" }], [match]);
    const { by, faults } = verify(rated, { tls: { chain }, certificates, now: NOW, names: NAMES });
    return by === undefined ? (faults?.dates ?? "no path") : by.path?.below;
  };

  test("leads over a certificate that is valid, where there are two ways", () => {
    const chain = [
      { sha256: "leaf", issuedBy: ["old", "new"] },
      { sha256: "old", issuedBy: ["root"] },
      { sha256: "new", issuedBy: ["root"] },
      { sha256: "root", issuedBy: ["root"] },
    ];
    assert.deepEqual(anchored({ parses: true, matches: ["root"] }, chain, ["old"]), ["leaf", "new"]);
    assert.deepEqual(anchored({ parses: true, matches: ["root"] }, chain, ["old", "new"]), ["old"]);
  });

  test("ends below an anchor that the record carries", () => {
    const chain = [
      { sha256: "leaf", issuedBy: ["ca"] },
      { sha256: "ca", issuedBy: [] },
    ];
    assert.deepEqual(anchored({ parses: true, matches: [], signs: ["ca"] }, chain), ["leaf", "ca"]);
    assert.deepEqual(anchored({ parses: true, matches: [], signs: ["ca"] }, chain, ["ca"]), ["ca"]);
    assert.equal(anchored({ parses: true, matches: [] }, chain), "no path");
  });

  test("ends in circles, too", () => {
    const chain = [
      { sha256: "leaf", issuedBy: ["one"] },
      { sha256: "one", issuedBy: ["two"] },
      { sha256: "two", issuedBy: ["one", "leaf"] },
      { sha256: "root", issuedBy: ["root"] },
    ];
    assert.equal(anchored({ parses: true, matches: ["root"] }, chain), "no path");
  });
});
