/** Chains that want to be trusted, to keep sound ones from it, or to cost more than they may. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MAX_NAME_COMPARISONS, MAX_SEARCH_STEPS, MAX_SIGNATURE_WORK } from "../../../src/observe/bounds.ts";
import { effortForChain } from "../../../src/observe/x509/effort.ts";
import { ParsedCertificate } from "../../../src/observe/x509/parsed-certificate.ts";
import { completePaths, describeChain } from "../../../src/observe/trust/paths.ts";
import * as der from "../../support/certificates/der.ts";
import { issue, type Issued } from "../../support/certificates/issue.ts";
import { find, storesOf } from "./finding.ts";
import {
  alternativeNames,
  basicConstraints,
  extension,
  forge,
  keyUsage,
  name,
  nameConstraints,
  OID,
  rsaKeyInfo,
  type Recipe,
} from "../../support/certificates/forge.ts";
import { verdictOfOpenssl } from "./openssl-verdict.ts";

const root = issue({ subject: "Root", ca: true });
const called = (text: string): Buffer => name([OID.commonName, text]);

function authority(recipe: Partial<Recipe>): Issued {
  return forge({ subject: called("Middle"), issuer: root, extensions: [basicConstraints(true)], ...recipe });
}

function below(issuer: Issued, recipe: Partial<Recipe> = {}): Issued {
  return forge({
    subject: called("mx"),
    issuer,
    extensions: [alternativeNames("mx.example.com")],
    ...recipe,
  });
}

const ECDSA_WITH_SHA384 = der.sequence(der.oid("1.2.840.10045.4.3.3"));
const permitted = (host: string): Buffer =>
  nameConstraints({ permitted: [der.implicit(2, Buffer.from(host))] });

/** Signed inside by another algorithm than outside. */
function contradicting(issuer: Issued): Issued {
  const honest = below(issuer);
  const outer = der.sequence(der.oid("1.2.840.10045.4.3.2"));
  const at = honest.der.lastIndexOf(outer);
  const changed = Buffer.from(honest.der);
  ECDSA_WITH_SHA384.copy(changed, at);
  const lines = changed.toString("base64").replaceAll(/.{64}/g, "$&\n");
  return {
    ...honest,
    der: changed,
    pem: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

/** Whether there is a path; OpenSSL is of the same mind. */
const chains: readonly [says: string, trusted: boolean, served: readonly Issued[]][] = (() => {
  const twice = (...extensions: readonly Buffer[]): [Issued, Issued] => {
    const middle = authority({ extensions });
    return [below(middle), middle];
  };
  const plain = authority({});
  const fourth = authority({ extensions: [basicConstraints(true), keyUsage(0)] });
  const client = issue({ subject: "A client", issuer: root, dnsNames: ["a.example.com"] });
  return [
    ["an authority like any other", true, [below(plain), plain]],
    [
      "basic constraints twice, the first of a CA",
      false,
      twice(basicConstraints(true), basicConstraints(false)),
    ],
    [
      "basic constraints twice, the last of a CA",
      false,
      twice(basicConstraints(false), basicConstraints(true)),
    ],
    ["key usages twice", false, twice(basicConstraints(true), keyUsage(5), keyUsage(5))],
    [
      "name constraints twice, the first wide",
      false,
      twice(basicConstraints(true), permitted("example.com"), permitted("elsewhere.test")),
    ],
    [
      "an unknown extension twice",
      true,
      twice(basicConstraints(true), ...[1, 2].map(() => extension("1.3.6.1.4.1.99999.1", der.none()))),
    ],
    ["an authority that may sign no certificates", false, [below(fourth), fourth]],
    ["a leaf of the same root as authority", false, [below(client), client]],
    ["an algorithm outside that is not the one inside", false, [contradicting(plain), plain]],
    ["a signature of nothing", false, [below(plain, { signature: Buffer.alloc(0) }), plain]],
    [
      "a signature that is all zero",
      false,
      [below(plain, { signature: Buffer.from("3006020100020100", "hex") }), plain],
    ],
    [
      "the signature of another certificate",
      false,
      [below(plain, { signature: plain.der.subarray(-71) }), plain],
    ],
  ];
})();

describe("a path, in OpenSSL's opinion as in ours, with", () => {
  for (const [says, trusted, served] of chains) {
    test(`${says}: ${trusted ? "there is one" : "none"}`, async () => {
      assert.equal((await verdictOfOpenssl(served, [root])) === "trusted", trusted);
      assert.equal(find(served, { "ca-file": [root] }).paths.length > 0, trusted);
    });
  }
});

test("a name in the chain of the anchor's own, with another key, is not the anchor", () => {
  const impostor = issue({ subject: "Root", ca: true });
  const { paths, links } = find([below(impostor), impostor], { "ca-file": [root] });
  assert.deepEqual(paths, []);
  assert.deepEqual(links[0]?.issuedBy, [impostor.sha256]);
});

describe("dear keys of one name", () => {
  const algorithm = der.sequence(der.oid("1.2.840.113549.1.1.11"), der.none());
  const dear = Array.from({ length: 17 }, (_, index) => {
    const exponent = Buffer.alloc(380, 0xff);
    exponent[0] = index + 1;
    return forge({
      subject: called("Middle"),
      publicKey: rsaKeyInfo(3072, exponent),
      algorithm,
      extensions: [basicConstraints(true)],
    });
  });
  const middle = authority({});

  test("do not keep the real issuer from being found", () => {
    const served = [below(middle), ...dear, middle];
    assert.equal(find(served, { "ca-file": [root] }).paths.length, 1);
  });

  test("take no more work than a chain may", () => {
    const effort = effortForChain();
    const parsed = [below(middle), ...dear].map((each) => new ParsedCertificate(each.der));
    completePaths(parsed.slice(0, 1), parsed.slice(1), storesOf({ "ca-file": [root] }), effort);
    assert.ok(effort.signatures >= 0 && effort.signatures <= MAX_SIGNATURE_WORK, String(effort.signatures));
  });

  test("of which nobody could say whether they signed are not said not to have", () => {
    const { chain } = describeChain(
      [below(middle), ...dear].map((each) => each.der),
      storesOf({}),
    );
    assert.equal(chain[0]?.notSignedBy, undefined);
  });
});

test("the search of a chain takes no more steps and comparisons over all stores than it may", () => {
  const directory = (index: number): Buffer => der.explicit(4, called(`n${String(index)}`));
  const names = Array.from({ length: 120 }, (_, index) => directory(index));
  const constrained = Array.from({ length: 10 }, (_, index) =>
    authority({
      serial: der.integer(index + 1),
      extensions: [basicConstraints(true), nameConstraints({ permitted: names })],
    }),
  );
  const [first] = constrained;
  assert.ok(first);
  const again = constrained.map((each, index) =>
    index === 0
      ? each
      : forge({
          subject: called("Middle"),
          issuer: root,
          key: first.key,
          serial: der.integer(100 + index),
          extensions: [basicConstraints(true), nameConstraints({ permitted: names })],
        }),
  );
  const leaf = below(first, { extensions: [alternativeNames("mx.example.com", ...names)] });
  const stores = storesOf({ bundled: [root], system: [root], "ca-file": [root] });
  const effort = effortForChain();
  const parsed = [leaf, ...again].map((each) => new ParsedCertificate(each.der));
  completePaths(parsed.slice(0, 1), parsed.slice(1), stores, effort);
  assert.ok(
    effort.comparisons >= 0 && effort.comparisons < MAX_NAME_COMPARISONS / 2,
    String(effort.comparisons),
  );
  assert.ok(effort.steps >= 0 && effort.steps < MAX_SEARCH_STEPS);
});

describe("octets that are no certificate", () => {
  const sound = below(root);
  const cases: readonly [says: string, octets: Buffer][] = [
    ["a certificate with a byte behind it", Buffer.concat([sound.der, Buffer.of(0)])],
    ["two certificates one behind the other", Buffer.concat([sound.der, sound.der])],
    [
      "a certificate of indefinite length",
      Buffer.concat([Buffer.of(0x30, 0x80), sound.der.subarray(4), Buffer.of(0, 0)]),
    ],
    [
      "a certificate whose length is written too long",
      Buffer.concat([Buffer.of(0x30, 0x83, 0), sound.der.subarray(2)]),
    ],
    ["a certificate in a certificate", der.sequence(sound.der)],
    ["a public key alone", rsaKeyInfo(2048, Buffer.of(1, 0, 1))],
  ];
  for (const [says, octets] of cases) {
    test(`lead to no path: ${says}`, () => {
      const { paths, certificates, chain } = describeChain(
        [octets, root.der],
        storesOf({ "ca-file": [root] }),
      );
      assert.deepEqual(paths, []);
      assert.equal(certificates[chain[0]?.sha256 ?? ""]?.unreadable?.includes("der"), true);
    });
  }
});
