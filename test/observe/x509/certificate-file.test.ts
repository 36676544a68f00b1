/** What CAs give out under their caIssuers names: DER, certs-only CMS, PEM, and things that are none of these. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import { MAX_FILE_CERTIFICATES } from "../../../src/observe/bounds.ts";
import { readCertificateFile } from "../../../src/observe/x509/certificate-file.ts";
import * as der from "../../support/certificates/der.ts";
import { issue } from "../../support/certificates/issue.ts";

const one = issue({ subject: "Intermediate One", ca: true });
const other = issue({ subject: "Intermediate Two", ca: true });

const SIGNED_DATA = "1.2.840.113549.1.7.2";
const DATA = "1.2.840.113549.1.7.1";

/** A certs-only CMS message (RFC 5652 5.1). */
function bundle(...certificates: readonly Buffer[]): Buffer {
  const content = der.sequence(
    der.integer(1),
    der.set(),
    der.sequence(der.oid(DATA)),
    der.explicit(0, ...certificates),
    der.set(),
  );
  return der.sequence(der.oid(SIGNED_DATA), der.explicit(0, content));
}

function pem(label: string, content: Buffer): string {
  return `-----BEGIN ${label}-----\n${content.toString("base64").replaceAll(/.{64}/g, "$&\n")}\n-----END ${label}-----\n`;
}

describe("a file holds", () => {
  const cases: readonly [says: string, body: Buffer, holds: readonly Buffer[]][] = [
    ["a certificate in DER", one.der, [one.der]],
    [
      "the certificate alone where bytes come behind it",
      Buffer.concat([one.der, Buffer.from("\n")]),
      [one.der],
    ],
    ["a certificate in PEM", Buffer.from(one.pem), [one.der]],
    ["several in PEM, with words between", Buffer.from(`${one.pem}and\n${other.pem}`), [one.der, other.der]],
    ["those of a certs-only CMS message", bundle(one.der, other.der), [one.der, other.der]],
    ["those of one in PEM", Buffer.from(pem("PKCS7", bundle(one.der))), [one.der]],
    ["none of a CMS message without any", bundle(), []],
    ["the sound ones of a CMS message", bundle(der.sequence(der.none()), other.der), [other.der]],
    ["none where it is empty", Buffer.alloc(0), []],
    ["none where it is a page", Buffer.from("<html>Not found</html>"), []],
    ["none where it is another DER", der.sequence(der.oid(SIGNED_DATA)), []],
    ["none where it is cut off", one.der.subarray(0, -1), []],
    ["none where it is random", Buffer.concat([Buffer.from([0x30]), randomBytes(500)]), []],
  ];
  for (const [says, body, holds] of cases) {
    test(says, () => assert.deepEqual(readCertificateFile(body), holds));
  }

  test("a few of many", () => {
    const many = Array<string>(100).fill(one.pem).join("");
    assert.equal(readCertificateFile(Buffer.from(many)).length, MAX_FILE_CERTIFICATES);
  });
});
