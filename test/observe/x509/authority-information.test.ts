/** Where a certificate says that its issuer's is to be had. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readCertificate } from "../../../src/observe/x509/certificate.ts";
import { readCaIssuers } from "../../../src/observe/x509/authority-information.ts";
import * as der from "../../support/certificates/der.ts";
import { issue } from "../../support/certificates/issue.ts";

const CA_ISSUERS = "1.3.6.1.5.5.7.48.2";
const OCSP = "1.3.6.1.5.5.7.48.1";

const entry = (method: string, location: Buffer): Buffer => der.sequence(der.oid(method), location);
const uri = (text: string): Buffer => der.implicit(6, Buffer.from(text, "latin1"));

describe("caIssuers", () => {
  const cases: readonly [says: string, value: Buffer, is: readonly string[] | undefined][] = [
    ["one name", der.sequence(entry(CA_ISSUERS, uri("http://ca.test/i.cer"))), ["http://ca.test/i.cer"]],
    [
      "beside an OCSP responder",
      der.sequence(entry(OCSP, uri("http://ocsp.test")), entry(CA_ISSUERS, uri("http://ca.test/i.cer"))),
      ["http://ca.test/i.cer"],
    ],
    [
      "names of any scheme, in their order",
      der.sequence(entry(CA_ISSUERS, uri("ldap://ca.test/")), entry(CA_ISSUERS, uri("http://ca.test/"))),
      ["ldap://ca.test/", "http://ca.test/"],
    ],
    ["octets as they came", der.sequence(entry(CA_ISSUERS, uri("http://a\r\n\xff"))), ["http://a\r\n\xff"]],
    ["a directory name is none", der.sequence(entry(CA_ISSUERS, der.explicit(4, der.sequence()))), []],
    ["an OCSP responder alone", der.sequence(entry(OCSP, uri("http://ocsp.test"))), []],
    [
      "a hundred of them: four",
      der.sequence(...Array<Buffer>(100).fill(entry(CA_ISSUERS, uri("http://a")))),
      ["http://a", "http://a", "http://a", "http://a"],
    ],
    ["no sequence", der.octetString(Buffer.from("x")), undefined],
    ["an entry without a place", der.sequence(der.sequence(der.oid(CA_ISSUERS))), undefined],
    ["an entry that is none", der.sequence(der.none()), undefined],
  ];
  for (const [says, value, is] of cases) {
    test(says, () => assert.deepEqual(readCaIssuers(value), is));
  }

  test("stand in the facts of a certificate that has them, and not in those of another", () => {
    const named = issue({ subject: "mx.own.test", caIssuers: ["http://ca.test/i.cer"] });
    assert.deepEqual(readCertificate(named.der).caIssuers, ["http://ca.test/i.cer"]);
    assert.equal(readCertificate(issue({ subject: "mx.own.test" }).der).caIssuers, undefined);
  });
});
