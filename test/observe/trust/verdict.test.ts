import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import * as der from "../../support/certificates/der.ts";
import { DAY, issue, type Issued } from "../../support/certificates/issue.ts";
import { find, type Chain } from "./finding.ts";
import {
  alternativeNames,
  basicConstraints,
  extendedKeyUsage,
  extension,
  forge,
  keyUsage,
  name,
  nameConstraints,
  OID,
  type Recipe,
} from "../../support/certificates/forge.ts";
import { verdictOfOpenssl } from "./openssl-verdict.ts";

const SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
const CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
const ANY_USAGE = "2.5.29.37.0";
const SERVER_GATED = "1.3.6.1.4.1.311.10.3.3";

const root = issue({ subject: "Root", organization: "Trust", ca: true });
const middle = issue({ subject: "Middle", organization: "Trust", issuer: root, ca: true });
const leaf = issue({ subject: "mx.example.com", issuer: middle, dnsNames: ["mx.example.com"] });
const stranger = issue({ subject: "Stranger", ca: true });
const selfSigned = issue({ subject: "mx.example.com", dnsNames: ["mx.example.com"] });

/** A CA as it should be, but for what the recipe says. */
const authority = (common: string, recipe: Partial<Recipe>): Issued =>
  forge({
    subject: name([OID.commonName, common]),
    extensions: [basicConstraints(true), keyUsage(5)],
    ...recipe,
  });

/** Served leaf and intermediate, and the root above; the intermediate as the extensions say. */
function under(...extensions: readonly Buffer[]): readonly [Issued[], Issued[]] {
  const between = forge({ subject: name([OID.commonName, "Between"]), issuer: root, extensions });
  return [[issue({ subject: "mx.example.com", issuer: between }), between], [root]];
}

const called = (common: string) => ({ subject: name([OID.commonName, common]) });

const rolledOver = (() => {
  const old = authority("Rolled", {});
  const fresh = authority("Rolled", { issuer: old });
  const link = extension(OID.authorityKeyIdentifier, der.sequence(der.implicit(0, Buffer.from("aa"))));
  const own = extension(OID.subjectKeyIdentifier, der.octetString(Buffer.from("bb")));
  const marked = authority("Rolled", {
    issuer: old,
    extensions: [basicConstraints(true), keyUsage(5), link, own],
  });
  return { old, fresh, marked };
})();

/** Each a served chain, the anchors in the store, and whether a path is there. OpenSSL is asked the same. */
const chains: [case_: string, trusted: boolean, chain: Chain][] = [
  ["the whole chain in order", true, [[leaf, middle, root], [root]]],
  ["the root left out", true, [[leaf, middle], [root]]],
  ["the wrong order", true, [[leaf, root, middle], [root]]],
  ["certificates that belong to others", true, [[leaf, stranger, middle, selfSigned], [root]]],
  ["everything twice", true, [[leaf, middle, middle, leaf, middle], [root]]],
  ["the leaf alone", false, [[leaf], [root]]],
  ["a wrong intermediate", false, [[leaf, stranger], [root]]],
  ["a root that is in no store", false, [[leaf, middle, root], [stranger]]],
  ["no store at all", false, [[leaf, middle, root], []]],
  ["a self-signed leaf", false, [[selfSigned], [root]]],
  ["a self-signed leaf that is in the store", true, [[selfSigned], [selfSigned]]],
  ["such a leaf with basic constraints that cannot be read", false, selfSignedWith(unreadable())],
  ["a leaf that is in the store, its issuers not", false, [[leaf, middle], [leaf]]],
  ["an intermediate in the store, its root not", false, [[leaf, middle], [middle]]],
  ["the intermediate in the store instead of in the chain", true, [[leaf], [middle, root]]],
  ["keys of all kinds", true, chainOfKinds()],
  ["weak keys and hashes, which are graded elsewhere", true, weakChain()],
  [
    "a root of another key under the same name",
    false,
    [[leaf, middle], [issue({ subject: "Root", organization: "Trust", ca: true })]],
  ],
  [
    "a spoilt signature on the leaf",
    false,
    [[forge({ ...called("mx"), issuer: root, spoilt: true }), root], [root]],
  ],
  ["a spoilt signature on the intermediate", false, spoiltBetween()],
  ["a spoilt signature on the root itself, which nobody verifies", true, spoiltRoot()],
  ["an issuer's name in other case, spaces and string type", true, otherSpelling()],
  ["a key identifier that names another issuer", false, otherKeyIdentifier()],

  ["an issuer that is not a CA", false, under(basicConstraints(false))],
  ["an issuer that does not say whether it is a CA", false, under()],
  ["an issuer that says so by its key usage alone", false, under(keyUsage(5))],
  ["a root that says so by its key usage alone", true, underAnchor(keyUsage(5))],
  ["an issuer without the key usage for it", false, under(basicConstraints(true), keyUsage(0))],
  ["a leaf as the issuer", false, [[issue({ subject: "x", issuer: leaf }), leaf, middle], [root]]],
  ["a root of version 1", true, versionOne("root")],
  ["an intermediate of version 1", false, versionOne("intermediate")],
  ["a root without the key usage for it", false, underAnchor(basicConstraints(true), keyUsage(0))],
  ["a root that is not a CA", false, underAnchor(basicConstraints(false))],

  ["an issuer for servers", true, under(basicConstraints(true), extendedKeyUsage(SERVER_AUTH, CLIENT_AUTH))],
  ["an issuer for server-gated crypto", true, under(basicConstraints(true), extendedKeyUsage(SERVER_GATED))],
  ["an issuer for clients", false, under(basicConstraints(true), extendedKeyUsage(CLIENT_AUTH))],
  ["an issuer for any usage", false, under(basicConstraints(true), extendedKeyUsage(ANY_USAGE))],
  ["a root for clients", false, underAnchor(basicConstraints(true), extendedKeyUsage(CLIENT_AUTH))],

  ["a path length that is kept", true, pathLengths(1, 0)],
  ["a path length of the root that is broken", false, pathLengths(0, undefined)],
  ["a path length of an intermediate that is broken", false, pathLengths(undefined, 0, undefined)],
  ["a path length broken further down", false, pathLengths(1, undefined, undefined)],
  ["a path length that self-issued certificates do not use up", true, selfIssuedBelow()],

  ["an unknown critical extension in the leaf", false, withExtension("leaf", true)],
  ["an unknown critical extension in the intermediate", false, withExtension("intermediate", true)],
  ["an unknown critical extension in the root", false, withExtension("root", true)],
  ["basic constraints that are there twice", false, under(basicConstraints(true), basicConstraints(true))],
  ["an unknown extension that is there twice", true, under(basicConstraints(true), unknown(), unknown())],
  [
    "alternative names that are there twice",
    false,
    [
      [forge({ ...called("mx"), issuer: root, extensions: [alternativeNames("a"), alternativeNames("b")] })],
      [root],
    ],
  ],
  ["unknown extensions that are not critical", true, withExtension("intermediate", false)],

  ["a cross-signed root, the new root in the store", true, crossSigned("new")],
  ["a cross-signed root, the old root in the store", true, crossSigned("old")],
  [
    "a successor under the same name, without key identifiers",
    false,
    [[issue({ subject: "x", issuer: rolledOver.fresh }), rolledOver.fresh], [rolledOver.old]],
  ],
  [
    "a successor that key identifiers tell apart, below which no certificate names one",
    false,
    [[forge({ ...called("mx"), issuer: rolledOver.marked }), rolledOver.marked], [rolledOver.old]],
  ],
];

function unknown(critical = false): Buffer {
  return extension("1.2.3.4.5", der.none(), critical);
}

function unreadable(): Buffer {
  return extension(OID.basicConstraints, Buffer.from("3005", "hex"), true);
}

function selfSignedWith(...extensions: readonly Buffer[]): Chain {
  const alone = forge({ ...called("mx"), extensions });
  return [[alone], [alone]];
}

function chainOfKinds(): Chain {
  const rsa = issue({ subject: "R", ca: true, key: "rsa2048" });
  const p384 = issue({ subject: "E", ca: true, key: "p384", issuer: rsa });
  const edwards = issue({ subject: "D", ca: true, key: "ed25519", issuer: p384, signature: "sha384" });
  return [[issue({ subject: "x", issuer: edwards }), edwards, p384], [rsa]];
}

function weakChain(): Chain {
  const weak = issue({ subject: "W", ca: true, key: "rsa1024", signature: "sha1" });
  return [[issue({ subject: "x", key: "rsa1024", issuer: weak, signature: "sha1" })], [weak]];
}

function spoiltBetween(): Chain {
  const spoilt = authority("Spoilt", { issuer: root, spoilt: true });
  return [[issue({ subject: "x", issuer: spoilt }), spoilt], [root]];
}

function spoiltRoot(): Chain {
  const spoilt = authority("Spoilt root", { spoilt: true });
  return [[issue({ subject: "x", issuer: spoilt })], [spoilt]];
}

function otherSpelling(): Chain {
  const anchor = authority("Example   Trust Root", {});
  const printable = der.element(0x13, Buffer.from(" example TRUST root "));
  const issuerName = name([OID.commonName, printable]);
  return [[forge({ ...called("mx"), issuer: anchor, issuerName })], [anchor]];
}

function otherKeyIdentifier(): Chain {
  const own = extension(OID.subjectKeyIdentifier, der.octetString(Buffer.from("aaaa", "hex")));
  const anchor = authority("Identified", { extensions: [basicConstraints(true), own] });
  const points = extension(
    OID.authorityKeyIdentifier,
    der.sequence(der.implicit(0, Buffer.from("bbbb", "hex"))),
  );
  return [[forge({ ...called("mx"), issuer: anchor, extensions: [points] })], [anchor]];
}

function versionOne(which: "root" | "intermediate"): Chain {
  const old = forge({ ...called("Version 1"), version: 1 });
  if (which === "root") return [[issue({ subject: "x", issuer: old })], [old]];
  const between = forge({ subject: name([OID.commonName, "Between"]), issuer: root, version: 1 });
  return [[issue({ subject: "x", issuer: between }), between], [root]];
}

function underAnchor(...extensions: readonly Buffer[]): Chain {
  const anchor = forge({ subject: name([OID.commonName, "Anchor"]), extensions });
  return [[issue({ subject: "x", issuer: anchor })], [anchor]];
}

/** CAs one below the other with these path lengths, root first, and a leaf below the last. */
function pathLengths(...lengths: readonly (number | undefined)[]): Chain {
  const chain: Issued[] = [];
  for (const [index, pathLength] of lengths.entries()) {
    const issuer = chain[0];
    chain.unshift(
      issue({
        subject: `CA ${String(index)}`,
        ca: true,
        ...(issuer === undefined ? {} : { issuer }),
        ...(pathLength === undefined ? {} : { pathLength }),
      }),
    );
  }
  const [last] = chain;
  assert.ok(last);
  return [[issue({ subject: "x", issuer: last }), ...chain], chain.slice(-1)];
}

function selfIssuedBelow(): Chain {
  const identifier = (id: string): Buffer =>
    extension(OID.subjectKeyIdentifier, der.octetString(Buffer.from(id)));
  const points = (id: string): Buffer =>
    extension(OID.authorityKeyIdentifier, der.sequence(der.implicit(0, Buffer.from(id))));
  const anchor = authority("Rolling", { extensions: [basicConstraints(true, 0), identifier("old")] });
  const next = authority("Rolling", {
    issuer: anchor,
    extensions: [basicConstraints(true), identifier("new"), points("old")],
  });
  return [[forge({ ...called("mx"), issuer: next, extensions: [points("new")] }), next], [anchor]];
}

function withExtension(where: "leaf" | "intermediate" | "root", critical: boolean): Chain {
  const at = (place: string): Buffer[] => (place === where ? [unknown(critical)] : []);
  const top = authority("Top", { extensions: [basicConstraints(true), ...at("root")] });
  const between = authority("Between", {
    issuer: top,
    extensions: [basicConstraints(true), ...at("intermediate")],
  });
  return [[forge({ ...called("mx"), issuer: between, extensions: at("leaf") }), between], [top]];
}

function crossSigned(store: "old" | "new"): Chain {
  const old = issue({ subject: "Old root", ca: true });
  const fresh = issue({ subject: "New root", ca: true });
  const cross = issue({ subject: "New root", ca: true, issuer: old, reuseKeyOf: fresh });
  const end = issue({ subject: "x", issuer: fresh });
  return [[end, cross], [store === "old" ? old : fresh]];
}

describe("a path to a trust anchor", () => {
  for (const [case_, trusted, [served, anchors]] of chains) {
    test(`is ${trusted ? "there" : "not there"}, and OpenSSL agrees: ${case_}`, async () => {
      const { paths } = find(served, { "ca-file": anchors });
      const verdict = await verdictOfOpenssl(served, anchors);
      assert.equal(verdict === "trusted", trusted, verdict);
      assert.equal(paths.length > 0, trusted);
    });
  }

  test("agrees with OpenSSL for chains that chance has made", async () => {
    const link = fc.record({
      ca: fc.integer({ min: 0, max: 9 }).map((dice) => dice < 9),
      constraint: fc.constantFrom("none", "none", "none", "kept", "kept", "broken"),
      usage: fc.constantFrom([], [], [], [SERVER_AUTH], [CLIENT_AUTH, SERVER_AUTH], [CLIENT_AUTH]),
      bits: fc.constantFrom(undefined, [5], [5, 6], [5], [5], [0]),
      pathLength: fc.constantFrom(undefined, undefined, 0, 1, 2),
      spoilt: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 9),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(link, { minLength: 1, maxLength: 4 }), async (links) => {
        let issuer: Issued | undefined;
        const chain: Issued[] = [];
        for (const [index, { ca, usage, bits, pathLength, spoilt, constraint }] of links.entries()) {
          const base = constraint === "kept" ? "example.com" : "example.net";
          issuer = forge({
            subject: name([OID.commonName, `CA ${String(index)}`]),
            extensions: [
              basicConstraints(ca, ca ? pathLength : undefined),
              ...(usage.length === 0 ? [] : [extendedKeyUsage(...usage)]),
              ...(bits === undefined ? [] : [keyUsage(...bits)]),
              ...(constraint === "none"
                ? []
                : [nameConstraints({ permitted: [der.implicit(2, Buffer.from(base))] })]),
            ],
            spoilt,
            ...(issuer === undefined ? {} : { issuer }),
          });
          chain.unshift(issuer);
        }
        assert.ok(issuer);
        const served = [issue({ subject: null, dnsNames: ["mx.example.com"], issuer }), ...chain];
        const anchors = chain.slice(-1);
        const verdict = await verdictOfOpenssl(served, anchors);
        const { paths } = find(served, { "ca-file": anchors });
        assert.equal(paths.length > 0, verdict === "trusted", verdict);
      }),
      { numRuns: 120 },
    );
  });

  test("is there although all of it has expired, for the judge has the clock", () => {
    const past = { notBefore: new Date(Date.now() - 9 * DAY), notAfter: new Date(Date.now() - DAY) };
    const expiredRoot = issue({ subject: "Expired", ca: true, ...past });
    const expired = issue({ subject: "x", issuer: expiredRoot, ...past });
    assert.equal(find([expired], { "ca-file": [expiredRoot] }).paths.length, 1);
  });

  const broken: [case_: string, chain: Chain][] = [
    ["basic constraints of an intermediate", under(unreadable())],
    ["a path length", under(extension(OID.basicConstraints, der.sequence(der.boolean(true), der.none())))],
    ["all extensions of a self-signed leaf in the store", selfSignedWith(Buffer.from("0500", "hex"))],
  ];
  for (const [case_, [served, anchors]] of broken) {
    test(`is not there through what cannot be read: ${case_}`, () => {
      assert.equal(find(served, { "ca-file": anchors }).paths.length, 0);
    });
  }
});
