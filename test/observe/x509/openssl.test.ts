/** The door to OpenSSL: what comes out is what went in, and nothing stays behind. */
import assert from "node:assert/strict";
import { createPublicKey } from "node:crypto";
import { describe, test } from "node:test";
import { signatureWork } from "../../../src/observe/x509/effort.ts";
import {
  isSignedWith,
  keyDetails,
  mayHaveIssued,
  publicKeyOf,
  readPublicKey,
  readX509,
  systemCertificates,
} from "../../../src/observe/x509/openssl.ts";
import { issue } from "../../support/certificates/issue.ts";
import { forge, name, OID, rsaKeyInfo } from "../../support/certificates/forge.ts";

const sound = issue({ subject: "Sound", ca: true });
const other = issue({ subject: "Other", ca: true, key: "rsa2048" });
const called = { subject: name([OID.commonName, "Absurd"]) };
const absurd = forge({ ...called, publicKey: rsaKeyInfo(16_392, Buffer.of(1, 0, 1)) });
const spoiltKey = forge({ ...called, publicKey: Buffer.concat([Buffer.of(0x30, 3), Buffer.from("abc")]) });

function read(der: Buffer): NonNullable<ReturnType<typeof readX509>> {
  const certificate = readX509(der);
  assert.ok(certificate);
  return certificate;
}

describe("OpenSSL's list of errors is empty after", () => {
  const key = publicKeyOf(read(other.der));
  assert.ok(key);
  const operations: readonly [says: string, operation: () => unknown][] = [
    ["a certificate that is none", () => readX509(Buffer.of(0))],
    ["a certificate that is cut off", () => readX509(sound.der.subarray(0, 40))],
    ["the details of a key of 16,392 bits", () => keyDetails(publicKeyOf(read(absurd.der)) ?? key)],
    ["a key that cannot be read", () => readX509(spoiltKey.der) ?? readPublicKey(Buffer.of(0x30, 0))],
    ["a key that is none", () => readPublicKey(Buffer.from("-----BEGIN PUBLIC KEY-----"))],
    ["a signature with a key of another kind", () => isSignedWith(read(sound.der), key)],
    ["a look at the issuer", () => mayHaveIssued(read(other.der), read(sound.der))],
    ["the system's store", () => systemCertificates()],
  ];
  for (const [says, operation] of operations) {
    test(says, () => {
      operation();
      // An error that is left behind would be taken for one of this reading.
      assert.doesNotThrow(() => createPublicKey(sound.keyPem));
    });
  }
});

test("a certificate is read where its octets are all there is, and as nothing else", () => {
  assert.equal(readX509(sound.der)?.raw.equals(sound.der), true);
  for (const octets of [
    Buffer.concat([sound.der, Buffer.of(0)]),
    Buffer.concat([sound.der, Buffer.from(other.pem)]),
    Buffer.concat([Buffer.from(other.pem), sound.der]),
    Buffer.from(sound.pem),
    Buffer.concat([Buffer.of(0), sound.der]),
    Buffer.alloc(0),
  ]) {
    assert.equal(readX509(octets), undefined);
  }
});

test("PEM is no public key: what is given is DER", () => {
  const spki = createPublicKey(sound.key);
  assert.ok(readPublicKey(spki.export({ type: "spki", format: "der" })));
  assert.equal(readPublicKey(Buffer.from(spki.export({ type: "spki", format: "pem" }))), undefined);
});

describe("the work of a signature", () => {
  const rsa = (modulusLength: number, publicExponent = 65_537n) => ({
    type: "rsa",
    modulusLength,
    publicExponent,
  });
  const cases: readonly [
    says: string,
    key: Parameters<typeof signatureWork>[0],
    atLeast: number,
    atMost: number,
  ][] = [
    ["P-256", { type: "ec", namedCurve: "prime256v1" }, 1, 2],
    ["RSA with 2,048 bits", rsa(2048), 1, 2],
    ["RSA with 4,096 bits", rsa(4096), 1, 3],
    ["RSA with 16,384 bits", rsa(16_384), 10, 40],
    ["RSA with 16,384 bits and a long exponent", rsa(16_384, 2n ** 64n - 1n), 50, 150],
    ["RSA with an exponent as long as its modulus", rsa(3072, 2n ** 3040n - 1n), 80, 150],
    ["DSA with 10,000 bits", { type: "dsa", modulusLength: 10_000 }, 150, 300],
    ["a binary curve", { type: "ec", namedCurve: "sect571r1" }, 30, 60],
    ["a curve without a name", { type: "ec" }, 30, 60],
    ["a key that nobody can read", undefined, 1, 1],
  ];
  for (const [says, key, atLeast, atMost] of cases) {
    test(`is ${String(atLeast)} to ${String(atMost)} units for ${says}`, () => {
      const work = signatureWork(key, 1000);
      assert.ok(work >= atLeast && work <= atMost, String(work));
    });
  }
  test("grows with what is signed", () => {
    assert.ok(signatureWork(rsa(2048), 65_536) >= signatureWork(rsa(2048), 0) + 4);
  });
});
