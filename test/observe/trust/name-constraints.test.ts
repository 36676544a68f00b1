import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as der from "../../support/certificates/der.ts";
import { issue } from "../../support/certificates/issue.ts";
import { find, type Chain } from "./finding.ts";
import {
  alternativeNames,
  basicConstraints,
  extension,
  forge,
  keyUsage,
  name,
  nameConstraints,
  OID,
  type Recipe,
} from "../../support/certificates/forge.ts";
import { verdictOfOpenssl } from "./openssl-verdict.ts";

const root = issue({ subject: "Root", organization: "Trust", ca: true });

/** A leaf of a CA with name constraints. */
function constrained(constraints: Buffer, leafRecipe: Partial<Recipe>): Chain {
  const between = forge({
    subject: name([OID.commonName, "Constrained"]),
    issuer: root,
    extensions: [basicConstraints(true), keyUsage(5), constraints],
  });
  const subject = name([OID.organization, "Example"]);
  return [[forge({ subject, issuer: between, ...leafRecipe }), between], [root]];
}

const dns = (base: string): Buffer => der.implicit(2, Buffer.from(base));
const ip = (hex: string): Buffer => der.implicit(7, Buffer.from(hex, "hex"));
const directory = (organization: string): Buffer => der.explicit(4, name([OID.organization, organization]));
const email = (base: string): Buffer => der.implicit(1, Buffer.from(base));
const named = (...names: (string | Buffer)[]) => ({
  extensions: [alternativeNames(...names)],
});
const called = (common: string) => ({ subject: name([OID.commonName, common]) });

/** Each a served chain, the anchors in the store, and whether a path is there. OpenSSL is asked the same. */
const chains: [case_: string, trusted: boolean, chain: Chain][] = [
  [
    "a name within the permitted",
    true,
    constrained(nameConstraints({ permitted: [dns("example.com")] }), named("a.example.com")),
  ],
  [
    "the very name that is permitted",
    true,
    constrained(nameConstraints({ permitted: [dns("example.com")] }), named("EXAMPLE.com")),
  ],
  [
    "a name beside the permitted",
    false,
    constrained(nameConstraints({ permitted: [dns("example.com")] }), named("notexample.com")),
  ],
  [
    "one name of two beside the permitted",
    false,
    constrained(
      nameConstraints({ permitted: [dns("example.com")] }),
      named("a.example.com", "b.example.net"),
    ),
  ],
  [
    "a name within one of two permitted",
    true,
    constrained(
      nameConstraints({ permitted: [dns("example.com"), dns("example.net")] }),
      named("b.example.net"),
    ),
  ],
  [
    "a name below a permitted one with a leading dot",
    true,
    constrained(nameConstraints({ permitted: [dns(".example.com")] }), named("a.example.com")),
  ],
  [
    "the name itself where only those below are permitted",
    false,
    constrained(nameConstraints({ permitted: [dns(".example.com")] }), named("example.com")),
  ],
  [
    "a name within the excluded",
    false,
    constrained(nameConstraints({ excluded: [dns("example.com")] }), named("a.example.com")),
  ],
  [
    "a name beside the excluded",
    true,
    constrained(nameConstraints({ excluded: [dns("example.com")] }), named("a.example.net")),
  ],
  [
    "every name excluded",
    false,
    constrained(nameConstraints({ excluded: [dns("")] }), named("a.example.net")),
  ],
  [
    "no name of the kind that is constrained",
    true,
    constrained(nameConstraints({ permitted: [dns("example.com")] }), named(ip("c0000201"))),
  ],
  [
    "a common name beside the permitted, and no other",
    false,
    constrained(nameConstraints({ permitted: [dns("example.com")] }), called("mx.example.net")),
  ],
  [
    "a common name beside the permitted that is no host name",
    true,
    constrained(nameConstraints({ permitted: [dns("example.com")] }), called("Mail gateway")),
  ],
  [
    "a common name beside the permitted, and a DNS name within",
    true,
    constrained(nameConstraints({ permitted: [dns("example.com")] }), {
      ...called("mx.example.net"),
      ...named("a.example.com"),
    }),
  ],
  [
    "an address within the permitted",
    true,
    constrained(nameConstraints({ permitted: [ip("c0000200ffffff00")] }), named(ip("c0000219"))),
  ],
  [
    "an address beside the permitted",
    false,
    constrained(nameConstraints({ permitted: [ip("c0000200ffffff00")] }), named(ip("c6336419"))),
  ],
  [
    "an address of the other family than the permitted",
    false,
    constrained(
      nameConstraints({ permitted: [ip("c0000200ffffff00")] }),
      named(ip("20010db8000000000000000000000001")),
    ),
  ],
  [
    "an address within the excluded",
    false,
    constrained(nameConstraints({ excluded: [ip("0000000000000000")] }), named(ip("c6336419"))),
  ],
  [
    "a subject within the permitted",
    true,
    constrained(nameConstraints({ permitted: [directory("EXAMPLE")] }), {
      subject: name([OID.organization, "Example"], [OID.commonName, "x"]),
    }),
  ],
  [
    "a subject beside the permitted",
    false,
    constrained(nameConstraints({ permitted: [directory("Other")] }), {}),
  ],
  [
    "a subject within the excluded",
    false,
    constrained(nameConstraints({ excluded: [directory("Example")] }), {}),
  ],
  [
    "subtrees with a minimum, which mean nothing",
    false,
    constrained(withMinimum(dns("example.com")), named("a.example.com")),
  ],
  ["a self-issued intermediate beside the permitted", true, constrainedRollover("Example")],
  ["a leaf beside the permitted, below a self-issued intermediate", false, constrainedRollover("Other")],
  ["constraints of the root", false, constrainedByRoot("mx.example.net")],
  ["constraints of the root that are kept", true, constrainedByRoot("mx.example.com")],
  [
    "mail addresses constrained, where none are",
    true,
    constrained(nameConstraints({ permitted: [email("example.com")] }), named("a.example.com")),
  ],
];

function withMinimum(base: Buffer): Buffer {
  const subtree = der.sequence(base, der.implicit(0, Buffer.from([1])));
  return extension(OID.nameConstraints, der.sequence(der.explicit(0, subtree)), true);
}

/** A root that permits one organisation, its successor under its own name, and a leaf of the given one. */
function constrainedRollover(organization: string): Chain {
  const subject = name([OID.commonName, "Rolling"]);
  const identifier = (id: string): Buffer =>
    extension(OID.subjectKeyIdentifier, der.octetString(Buffer.from(id)));
  const points = (id: string): Buffer =>
    extension(OID.authorityKeyIdentifier, der.sequence(der.implicit(0, Buffer.from(id))));
  const old = forge({
    subject,
    extensions: [
      basicConstraints(true),
      identifier("old"),
      nameConstraints({ permitted: [directory("Example")] }),
    ],
  });
  const fresh = forge({
    subject,
    issuer: old,
    extensions: [basicConstraints(true), identifier("new"), points("old")],
  });
  const leaf = forge({
    subject: name([OID.organization, organization]),
    issuer: fresh,
    extensions: [points("new")],
  });
  return [[leaf, fresh], [old]];
}

function constrainedByRoot(host: string): Chain {
  const top = forge({
    subject: name([OID.commonName, "Constrained root"]),
    extensions: [basicConstraints(true), nameConstraints({ permitted: [dns("example.com")] })],
  });
  const between = issue({ subject: "Between", issuer: top, ca: true });
  return [[issue({ subject: host, dnsNames: [host], issuer: between }), between], [top]];
}

describe("name constraints", () => {
  for (const [case_, trusted, [served, anchors]] of chains) {
    test(`${trusted ? "leave" : "take"} the path, and OpenSSL agrees: ${case_}`, async () => {
      const { paths } = find(served, { "ca-file": anchors });
      const verdict = await verdictOfOpenssl(served, anchors);
      assert.equal(verdict === "trusted", trusted, verdict);
      assert.equal(paths.length > 0, trusted);
    });
  }

  test("take the path where they cannot be read", () => {
    const unreadable = extension(OID.nameConstraints, Buffer.from("30050500", "hex"), true);
    const [served, anchors] = constrained(unreadable, {});
    assert.equal(find(served, { "ca-file": anchors }).paths.length, 0);
  });
});
