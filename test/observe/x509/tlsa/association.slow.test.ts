/** TLSA records against served chains; what they hold is worked out by the openssl command. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import { MAX_TLSA_RECORDS } from "../../../../src/observe/bounds.ts";
import {
  isUsableForm,
  matchAssociations,
  type Association,
} from "../../../../src/observe/x509/tlsa/association.ts";
import { issue, type Issued } from "../../../support/certificates/issue.ts";

const NOW = new Date("2026-11-29T08:00:00Z");

const root = issue({ subject: "Root", ca: true }, NOW);
const intermediate = issue({ subject: "Intermediate", ca: true, issuer: root, key: "rsa2048" }, NOW);
const leaf = issue({ subject: "mx.example", dnsNames: ["mx.example"], issuer: intermediate }, NOW);
const other = issue({ subject: "other.example", dnsNames: ["other.example"] }, NOW);
const CHAIN = [leaf.der, intermediate.der];

function openssl(arguments_: readonly string[], input: Buffer): Buffer {
  return execFileSync("openssl", arguments_, { input });
}

/** The octets that a selector chooses, by the openssl command. */
function selected({ der }: Pick<Issued, "der">, selector: number): Buffer {
  if (selector === 0) return der;
  const pem = openssl(["x509", "-inform", "DER", "-pubkey", "-noout"], der);
  return openssl(["pkey", "-pubin", "-outform", "DER"], pem);
}

/** A record of a certificate: its data come from `openssl dgst`. */
function record(of: Pick<Issued, "der">, usage: number, selector: number, matchingType: number): Association {
  const octets = selected(of, selector);
  const digest = matchingType === 1 ? "-sha256" : "-sha512";
  const data = matchingType === 0 ? octets : openssl(["dgst", digest, "-binary"], octets);
  return { usage, selector, matchingType, data: data.toString("hex") };
}

function sha256Of({ der }: Pick<Issued, "der">): string {
  return openssl(["dgst", "-sha256", "-binary"], der).toString("hex");
}

describe("a record matches", () => {
  for (const selector of [0, 1]) {
    for (const matchingType of [0, 1, 2]) {
      test(`what its selector and matching type make of a certificate: ${String(selector)} ${String(matchingType)}`, () => {
        const records = [leaf, intermediate, other].map((each) => record(each, 3, selector, matchingType));
        const found = matchAssociations(records, CHAIN).map(({ matches }) => matches);
        assert.deepEqual(found, [[sha256Of(leaf)], [sha256Of(intermediate)], []]);
      });
    }
  }

  test("every served certificate with its key, each once, as they were served", () => {
    const renewed = issue({ subject: "Renewed", issuer: root, ca: true, reuseKeyOf: intermediate }, NOW);
    const served = [leaf, renewed, intermediate, renewed].map(({ der }) => der);
    const [match] = matchAssociations([record(intermediate, 2, 1, 1)], served);
    assert.deepEqual(match, { matches: [sha256Of(renewed), sha256Of(intermediate)] });
  });

  test("nothing by fields that do not exist, or by data of another length", () => {
    const right = record(leaf, 3, 1, 1);
    const records = [
      { ...right, selector: 2 },
      { ...right, matchingType: 3 },
      { ...right, matchingType: 2 },
      { ...right, data: right.data.slice(0, 40) },
      { ...right, data: `${right.data}00` },
      { ...right, data: "" },
      { ...right, selector: 255, matchingType: 0 },
    ];
    const nothing = records.map(() => ({ matches: [] }));
    assert.deepEqual(matchAssociations(records, CHAIN), nothing);
  });

  test("nothing where nothing was served", () => {
    assert.deepEqual(matchAssociations([record(leaf, 3, 1, 1)], []), [{ matches: [] }]);
  });
});

describe("data in full", () => {
  const records = {
    certificate: record(other, 3, 0, 0),
    key: record(other, 3, 1, 0),
  };

  test("parse as what the selector says: a key is no certificate, and a certificate no key", () => {
    const swapped = [
      { ...records.certificate, selector: 1 },
      { ...records.key, selector: 0 },
    ];
    const parses = (list: readonly Association[]): (boolean | undefined)[] =>
      matchAssociations(list, CHAIN).map((each) => each.parses);
    assert.deepEqual(parses([records.certificate, records.key]), [true, true]);
    assert.deepEqual(parses(swapped), [false, false]);
    assert.deepEqual(parses([{ ...records.key, matchingType: 1 }]), [undefined]);
  });

  test("parse to the last octet, and from DER alone", () => {
    const pem = `${records.certificate.data}${Buffer.from(leaf.pem).toString("hex")}`;
    const cut = [records.certificate, records.key].flatMap((each) => [
      { ...each, data: `${each.data}00` },
      { ...each, data: each.data.slice(0, -2) },
      { ...each, data: "" },
      { ...each, data: "deadbeef" },
    ]);
    const hidden = { ...records.certificate, data: pem };
    const parses = matchAssociations([...cut, hidden], CHAIN).map((each) => each.parses);
    assert.deepEqual(
      parses,
      [...cut, hidden].map(() => false),
    );
  });

  test("of a CA that is not sent sign what it has signed, as a certificate or as a bare key", () => {
    const found = matchAssociations([record(root, 2, 0, 0), record(root, 2, 1, 0)], CHAIN);
    const signs = [sha256Of(intermediate)];
    assert.deepEqual(found, [
      { parses: true, matches: [], signs },
      { parses: true, matches: [], signs },
    ]);
  });

  test("of a stranger sign nothing, whatever its name", () => {
    const namesake = issue({ subject: "Root", ca: true }, NOW);
    const found = matchAssociations([record(namesake, 2, 0, 0), record(namesake, 2, 1, 0)], CHAIN);
    assert.deepEqual(
      found.map(({ signs }) => signs),
      [[], []],
    );
  });

  test("are tried as an issuer only where they are a trust anchor that was not sent", () => {
    const found = matchAssociations([record(root, 3, 0, 0), record(intermediate, 2, 0, 0)], CHAIN);
    assert.deepEqual(found, [
      { parses: true, matches: [] },
      { parses: true, matches: [sha256Of(intermediate)] },
    ]);
  });
});

test("a record is usable by its form where senders would compare it", () => {
  const right = record(leaf, 3, 1, 1);
  const cases: readonly (readonly [Partial<Association>, boolean])[] = [
    [{}, true],
    [{ usage: 2 }, true],
    [{ usage: 0 }, false],
    [{ usage: 1 }, false],
    [{ usage: 4 }, false],
    [{ selector: 0 }, true],
    [{ selector: 2 }, false],
    [{ matchingType: 2 }, false],
    [{ matchingType: 2, data: right.data + right.data }, true],
    [{ matchingType: 3 }, false],
    [{ matchingType: 0 }, true],
    [{ matchingType: 0, data: "" }, false],
    [{ data: right.data.slice(2) }, false],
  ];
  for (const [differing, usable] of cases)
    assert.equal(isUsableForm({ ...right, ...differing }), usable, JSON.stringify(differing));
});

test("the signatures of hostile records are tried to a bound, and the others stay untried", () => {
  const stranger = record(other, 2, 1, 0);
  const strangers = Array.from({ length: MAX_TLSA_RECORDS }, () => stranger);
  const chain = Array.from({ length: 20 }, () => leaf.der);
  const found = matchAssociations([...strangers, record(root, 2, 1, 0)], [...chain, intermediate.der]);
  assert.deepEqual(found.at(-1), { parses: true, matches: [], signs: [] });
});
