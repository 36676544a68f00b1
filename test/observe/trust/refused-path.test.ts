/** Where no path leads to a trust anchor, the one that would, and why OpenSSL refuses it. */
import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { describe, test } from "node:test";
import * as der from "../../support/certificates/der.ts";
import { issue, type Issued } from "../../support/certificates/issue.ts";
import type { RefusedBecause } from "../../../src/observe/observation.ts";
import { refusedBecause } from "../../../src/observe/schemas/observation.ts";
import { refusalWords } from "../../../src/judge/checks/certificate/refusal-words.ts";
import { readCertificate } from "../../../src/observe/x509/certificate.ts";
import {
  alternativeNames,
  basicConstraints,
  extendedKeyUsage,
  extension,
  keyUsage,
  nameConstraints,
  OID,
  type Recipe,
} from "../../support/certificates/forge.ts";
import { atPlace, authority, identifier, leafOf, points, ROOT, type ChainCase } from "./chains/chain-case.ts";
import { find } from "./finding.ts";

interface Case {
  readonly because: RefusedBecause;
  readonly chain: Pick<ChainCase, "served" | "anchors">;
  /** The certificate at which it fails, by its place in the chain. */
  readonly at: number;
  readonly says: RegExp;
}

const intermediate = (...extensions: Buffer[]) => atPlace("intermediate", { extensions });
const explicit = (): Partial<Recipe> => {
  const { publicKey, privateKey: key } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    paramEncoding: "explicit",
  });
  return { key, publicKey: publicKey.export({ type: "spki", format: "der" }) };
};
const dns = (base: string): Buffer => der.implicit(2, Buffer.from(base));
const single = authority("Single", { issuer: ROOT, extensions: [basicConstraints(true, 0)] });
const deep = authority("Deep", { issuer: single });
const marked = authority("Marked", { extensions: [basicConstraints(true), identifier("one")] });

const BETWEEN = authority("Between", { issuer: ROOT });

const cases: readonly Case[] = [
  {
    because: "not-a-ca",
    chain: intermediate(basicConstraints(false)),
    at: 1,
    says: /CN=Between is not a CA certificate/,
  },
  {
    because: "key-usage",
    chain: intermediate(basicConstraints(true), keyUsage(0)),
    at: 1,
    says: /may not sign certificates/,
  },
  {
    because: "extended-key-usage",
    chain: intermediate(basicConstraints(true), extendedKeyUsage("1.3.6.1.5.5.7.3.2")),
    at: 1,
    says: /may not issue certificates for servers/,
  },
  {
    because: "path-length",
    chain: { served: [leafOf(deep), deep, single], anchors: [ROOT] },
    at: 2,
    says: /CN=Single allows fewer/,
  },
  {
    because: "name-constraints",
    chain: intermediate(basicConstraints(true), nameConstraints({ permitted: [dns("example.net")] })),
    at: 1,
    says: /leads to the trusted root CN=Top, but CN=Between may not issue for a name/,
  },
  {
    because: "unusable-constraints",
    chain: intermediate(
      basicConstraints(true),
      extension(
        OID.nameConstraints,
        der.sequence(der.explicit(0, der.sequence(dns("own.test"), der.implicit(0, Buffer.of(1))))),
      ),
    ),
    at: 1,
    says: /has name constraints that are malformed/,
  },
  {
    because: "critical-extension",
    chain: intermediate(basicConstraints(true), extension("1.2.3.4", der.none(), true)),
    at: 1,
    says: /critical extension that OpenSSL does not support/,
  },
  {
    because: "unreadable-extension",
    chain: intermediate(basicConstraints(true), extension(OID.subjectKeyIdentifier, der.none())),
    at: 1,
    says: /malformed extension/,
  },
  {
    because: "unreadable-extension",
    chain: atPlace("leaf", { extensions: [extension(OID.keyUsage, Buffer.from("030100", "hex"))] }),
    at: 0,
    says: /^it has a malformed extension/,
  },
  {
    because: "repeated-extension",
    chain: atPlace("leaf", { extensions: [alternativeNames("other.test")] }),
    at: 0,
    says: /^it has the same extension twice/,
  },
  {
    because: "proxy-certificate",
    chain: atPlace("leaf", {
      extensions: [
        extension("1.3.6.1.5.5.7.1.14", der.sequence(der.sequence(der.oid("1.3.6.1.5.5.7.21.1")))),
      ],
    }),
    at: 0,
    says: /proxy certificate/,
  },
  {
    because: "explicit-curve",
    chain: atPlace("root", explicit()),
    at: 2,
    says: /root CN=Top, but that has a key on an elliptic curve/,
  },
  {
    because: "unreadable-date",
    chain: atPlace("intermediate", { notAfter: der.element(0x17, Buffer.from("491231235959+0000")) }),
    at: 1,
    says: /malformed validity date/,
  },
  {
    because: "other-issuer",
    chain: { served: [leafOf(marked, { extensions: [points({ key: "two" })] })], anchors: [marked] },
    at: 1,
    says: /not the issuer that the certificate below it names/,
  },
  {
    because: "issuer-not-in-store",
    chain: { served: [leafOf(BETWEEN), BETWEEN, ROOT], anchors: [BETWEEN] },
    at: 1,
    says: /leads to CN=Between, which is in a trust store, but its own issuer is not/,
  },
  {
    because: "signature",
    chain: { served: [leafOf(authority("Root"))], anchors: [ROOT] },
    at: 1,
    says: /its root CN=Root is in no trust store; the trusted certificate of that name has another key/,
  },
  {
    because: "signature",
    chain: atPlace("leaf", { spoilt: true }),
    at: 1,
    says: /CN=Between has another key/,
  },
];

describe("the path that OpenSSL refuses", () => {
  for (const { because, chain, at, says } of cases) {
    test(`is recorded with its certificate and reason: ${because}, ${says.source}`, () => {
      const { paths, refusedPath, certificates } = find(chain.served, {
        bundled: [issue({ subject: "Other", ca: true })],
        system: chain.anchors,
      });
      assert.deepEqual(paths, []);
      assert.ok(refusedPath);
      assert.equal(refusedPath.store, "system");
      assert.deepEqual([refusedPath.because, refusedPath.refused], [because, refusedPath.certificates[at]]);
      const facts = [...certificates].map(([sha256, octets]) => [sha256, readCertificate(octets)] as const);
      assert.match(refusalWords(refusedPath, Object.fromEntries(facts)).reason, says);
    });
  }

  test("is known for every reason that there is", () => {
    assert.deepEqual(
      [...new Set(cases.map(({ because }) => because))].toSorted(),
      refusedBecause.options.toSorted(),
    );
  });

  test("is none where a path is there, and where nothing leads to an anchor", () => {
    const between: Issued = authority("Between", { issuer: ROOT });
    assert.equal(find([leafOf(between), between], { system: [ROOT] }).refusedPath, undefined);
    assert.equal(find([leafOf(between), between], { system: [marked] }).refusedPath, undefined);
  });

  test("has the name of an anchor that nobody has sent from the certificate below it", () => {
    const { served } = intermediate(basicConstraints(false));
    const [leaf, between] = served.map((each) => [each.sha256, readCertificate(each.der)] as const);
    assert.ok(leaf && between);
    const refusedPath = {
      store: "system",
      certificates: [leaf[0], between[0], "anchor"],
      refused: between[0],
      because: "not-a-ca",
    } as const;
    const { reason } = refusalWords(
      { ...refusedPath, certificates: [...refusedPath.certificates] },
      Object.fromEntries([leaf, between]),
    );
    assert.match(reason, /the trusted root CN=Top, but CN=Between/);
  });
});
