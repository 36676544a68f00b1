import assert from "node:assert/strict";
import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { describe, test } from "node:test";
import { rootCertificates } from "node:tls";
import fc from "fast-check";
import * as der from "../../support/certificates/der.ts";
import { issue, type IssueOptions } from "../../support/certificates/issue.ts";
import { certificateFacts } from "../../../src/observe/schemas/observation.ts";
import { readCertificate } from "../../../src/observe/x509/certificate.ts";
import {
  alternativeNames,
  basicConstraints,
  extendedKeyUsage,
  extension,
  forge,
  keyUsage,
  name,
  OID,
} from "../../support/certificates/forge.ts";
import type { Recipe } from "../../support/certificates/forge.ts";

const PLAIN = name([OID.commonName, "mx.example.com"]);
const facts = (recipe: Partial<Recipe>) => readCertificate(forge({ subject: PLAIN, ...recipe }).der);

describe("the facts of an ordinary certificate", () => {
  const ca = issue({ subject: "Example CA 1", organization: "Example Trust", ca: true });
  const leaf = issue({
    subject: "mx.example.com",
    issuer: ca,
    dnsNames: ["mx.example.com", "*.example.net"],
    ipAddresses: ["192.0.2.1", "2001:db8::25"],
  });
  const read = readCertificate(leaf.der);

  test("are those that it was made with", () => {
    const { der: base64, serial, notBefore, notAfter, ...rest } = read;
    assert.equal(base64, leaf.der.toString("base64"));
    assert.match(serial, /^[0-9A-F]{32}$/);
    assert.equal(Date.parse(notBefore), leaf.notBefore.getTime());
    assert.equal(Date.parse(notAfter), leaf.notAfter.getTime());
    assert.deepEqual(rest, {
      subject: "CN=mx.example.com",
      issuer: "CN=Example CA 1, O=Example Trust",
      subjectCommonNames: ["mx.example.com"],
      issuerOrganization: "Example Trust",
      dnsNames: ["mx.example.com", "*.example.net"],
      ipAddresses: ["192.0.2.1", "2001:db8::25"],
      otherNames: 0,
      keyType: "ec",
      keyBits: 256,
      curve: "prime256v1",
      signatureAlgorithm: "ecdsa-with-SHA256",
      ca: false,
      keyUsage: ["digitalSignature"],
      extendedKeyUsage: ["1.3.6.1.5.5.7.3.1"],
      selfIssued: false,
    });
  });

  test("fit the model of facts", () => {
    assert.deepEqual(certificateFacts.parse(read), read);
  });

  test("tell a CA, its own issuer, without extended usage", () => {
    const { ca: isCa, selfIssued, ...rest } = readCertificate(ca.der);
    assert.deepEqual([isCa, selfIssued, "extendedKeyUsage" in rest], [true, true, false]);
  });

  test("agree with Node for every bundled root", () => {
    for (const pem of rootCertificates) {
      const theirs = new X509Certificate(pem);
      const ours = readCertificate(theirs.raw);
      assert.equal(ours.unreadable, undefined);
      assert.equal(ours.subject, theirs.subject.split("\n").reverse().join(", "));
      assert.equal(Date.parse(ours.notBefore), Date.parse(theirs.validFrom));
      assert.equal(Date.parse(ours.notAfter), Date.parse(theirs.validTo));
      assert.equal(BigInt(`0x${ours.serial}`), BigInt(`0x${theirs.serialNumber}`));
      assert.equal(ours.ca, theirs.ca);
    }
  });
});

describe("the key", () => {
  const keys: [key: NonNullable<IssueOptions["key"]>, facts: object][] = [
    ["rsa2048", { keyType: "rsa", keyBits: 2048 }],
    ["rsa1024", { keyType: "rsa", keyBits: 1024 }],
    ["p256", { keyType: "ec", keyBits: 256, curve: "prime256v1" }],
    ["p384", { keyType: "ec", keyBits: 384, curve: "secp384r1" }],
    ["ed25519", { keyType: "ed25519" }],
  ];
  for (const [key, expected] of keys) {
    test(`is read as ${key}`, () => {
      const { keyType, keyBits, curve } = readCertificate(issue({ subject: "x", key }).der);
      assert.deepEqual({ keyType, keyBits, curve }, { keyBits: undefined, curve: undefined, ...expected });
    });
  }

  test("is told apart where it is for RSASSA-PSS alone", () => {
    const { publicKey } = generateKeyPairSync("rsa-pss", { modulusLength: 2048 });
    const read = facts({ publicKey: publicKey.export({ type: "spki", format: "der" }) });
    assert.deepEqual([read.keyType, read.keyBits], ["rsa-pss", 2048]);
  });

  test("of an unknown kind is unreadable, and the rest is read", () => {
    const publicKey = der.sequence(
      der.sequence(der.oid("1.2.3.4.5")),
      der.bitString(Buffer.from("00", "hex")),
    );
    const read = facts({ publicKey });
    assert.deepEqual(
      [read.keyType, read.unreadable, read.subject],
      ["unknown", ["keyType"], "CN=mx.example.com"],
    );
  });
});

describe("the signature algorithm", () => {
  const pss = (...parameters: Buffer[]): Buffer =>
    der.sequence(der.oid("1.2.840.113549.1.1.10"), ...parameters);
  const pssHash = (oid: string): Buffer =>
    der.sequence(der.explicit(0, der.sequence(der.oid(oid), der.none())), der.explicit(2, der.integer(32)));
  const algorithms: [name: string, algorithm: Buffer][] = [
    ["md5WithRSAEncryption", der.sequence(der.oid("1.2.840.113549.1.1.4"), der.none())],
    ["sha1WithRSAEncryption", der.sequence(der.oid("1.2.840.113549.1.1.5"), der.none())],
    ["sha256WithRSAEncryption", der.sequence(der.oid("1.2.840.113549.1.1.11"), der.none())],
    ["ecdsa-with-SHA384", der.sequence(der.oid("1.2.840.10045.4.3.3"))],
    ["ed25519", der.sequence(der.oid("1.3.101.112"))],
    ["RSASSA-PSS-SHA256", pss(pssHash("2.16.840.1.101.3.4.2.1"))],
    ["RSASSA-PSS-MD5", pss(pssHash("1.2.840.113549.2.5"))],
    ["RSASSA-PSS-1.2.3.4", pss(pssHash("1.2.3.4"))],
    ["RSASSA-PSS-SHA1", pss(der.sequence())],
    ["RSASSA-PSS-SHA1", pss()],
    ["1.2.3.4.5", der.sequence(der.oid("1.2.3.4.5"))],
  ];
  for (const [expected, algorithm] of algorithms) {
    test(`is read as ${expected} from ${algorithm.toString("hex")}`, () => {
      assert.equal(facts({ algorithm }).signatureAlgorithm, expected);
    });
  }

  test("without an identifier is unreadable", () => {
    const read = facts({ algorithm: der.sequence() });
    assert.equal(read.signatureAlgorithm, "");
    assert.ok(read.unreadable?.includes("signatureAlgorithm"));
  });
});

describe("names in the subject and issuer", () => {
  const text = (tag: number, octets: Buffer): Buffer => der.element(tag, octets);
  const utf16 = (value: string): Buffer => Buffer.from(value, "utf16le").swap16();
  const organizations: [type: string, value: Buffer, read: string][] = [
    ["UTF8String", der.utf8String("Müller"), "Müller"],
    ["PrintableString", text(0x13, Buffer.from("Example")), "Example"],
    ["TeletexString", text(0x14, Buffer.from("Müller", "latin1")), "Müller"],
    ["IA5String", text(0x16, Buffer.from("Example")), "Example"],
    ["BMPString", text(0x1e, utf16("Müller 😀")), "Müller 😀"],
    ["UniversalString", text(0x1c, Buffer.from("000000fc", "hex")), "ü"],
  ];
  for (const [type, value, read] of organizations) {
    test(`give the issuer's organisation from a ${type}`, () => {
      const issuerName = name([OID.country, "DE"], [OID.organization, value]);
      assert.equal(facts({ issuerName }).issuerOrganization, read);
    });
  }

  test("give every common name, the most specific first", () => {
    const subject = name([OID.commonName, "general"], [OID.organization, "O"], [OID.commonName, "specific"]);
    assert.deepEqual(facts({ subject }).subjectCommonNames, ["specific", "general"]);
  });

  const lines: [case_: string, subject: Buffer, line: string][] = [
    [
      "in the order of RFC 4514",
      name([OID.country, "NL"], [OID.organization, "Example"], [OID.commonName, "mx"]),
      "CN=mx, O=Example, C=NL",
    ],
    [
      "with separators and quotes escaped",
      name([OID.commonName, 'a,b+c"d\\e<f>g;h']),
      'CN=a\\,b\\+c\\"d\\\\e\\<f\\>g\\;h',
    ],
    ["with outer spaces and a leading # escaped", name([OID.commonName, " # "]), "CN=\\ #\\ "],
    ["with a leading # escaped", name([OID.commonName, "#1"]), "CN=\\#1"],
    ["with controls as hex pairs", name([OID.commonName, "a\0b\nc"]), "CN=a\\00b\\0Ac"],
    [
      "with several attributes in one relative name",
      der.sequence(
        der.set(
          der.sequence(der.oid(OID.organization), der.utf8String("O")),
          der.sequence(der.oid(OID.commonName), der.utf8String("x")),
        ),
      ),
      "O=O + CN=x",
    ],
    ["with an unknown attribute by its identifier", name(["1.2.3.4", "x"]), "1.2.3.4=x"],
    ["with a value that is no text in hex", name([OID.commonName, der.integer(5)]), "CN=#020105"],
    ["empty where the name is", der.sequence(), ""],
  ];
  for (const [case_, subject, line] of lines) {
    test(`are written ${case_}`, () => {
      const read = facts({ subject });
      assert.equal(read.subject, line);
      // OpenSSL refuses some values; the names are read all the same.
      assert.deepEqual(read.unreadable?.filter((field) => field !== "der") ?? [], []);
    });
  }

  test("that are malformed are unreadable", () => {
    const read = facts({ subject: der.sequence(der.set()), issuerName: der.sequence(der.integer(1)) });
    assert.deepEqual([read.subject, read.issuer, read.selfIssued], ["", "", false]);
    assert.deepEqual(read.unreadable, ["der", "subject", "issuer"]);
  });
});

describe("alternative names", () => {
  const read = (...names: (string | Buffer)[]) => facts({ extensions: [alternativeNames(...names)] });

  const hostile: [case_: string, octets: string, text: string][] = [
    ["a NUL", "mx.example.com\0.evil.example", "mx.example.com\\000.evil.example"],
    ["line ends", "a\r\nb", "a\\013\\010b"],
    ["a backslash", "a\\000b", "a\\092000b"],
    ["spaces and bytes above 127", "a b\xe9", "a\\032b\\233"],
    ["capitals, as they are", "MX.Example.COM", "MX.Example.COM"],
    ["a trailing dot, as it is", "mx.example.com.", "mx.example.com."],
    ["nothing", "", ""],
  ];
  for (const [case_, octets, text] of hostile) {
    test(`keep a DNS name with ${case_}`, () => {
      assert.deepEqual(read(octets).dnsNames, [text]);
    });
  }

  test("are counted where they are of other kinds, or addresses of a wrong length", () => {
    const { dnsNames, ipAddresses, otherNames, unreadable } = read(
      "mx.example.com",
      der.implicit(1, Buffer.from("postmaster@example.com")),
      der.implicit(6, Buffer.from("https://example.com")),
      der.implicit(7, Buffer.from("7f0000", "hex")),
      der.implicit(7, Buffer.from("7f000001", "hex")),
    );
    assert.deepEqual(
      { dnsNames, ipAddresses, otherNames, unreadable },
      {
        dnsNames: ["mx.example.com"],
        ipAddresses: ["127.0.0.1"],
        otherNames: 3,
        unreadable: undefined,
      },
    );
  });

  test("that are malformed are unreadable", () => {
    const value = Buffer.from("3005820a6162", "hex");
    const { dnsNames, unreadable } = facts({ extensions: [extension(OID.alternativeNames, value)] });
    assert.deepEqual({ dnsNames, unreadable }, { dnsNames: [], unreadable: ["dnsNames"] });
  });
});

describe("the dates", () => {
  const utc = (text: string): Buffer => der.element(0x17, Buffer.from(text));
  const generalized = (text: string): Buffer => der.element(0x18, Buffer.from(text));
  const moments: [written: Buffer, read: string][] = [
    [utc("260101000000Z"), "2026-01-01T00:00:00Z"],
    [utc("491231235959Z"), "2049-12-31T23:59:59Z"],
    [utc("500101000000Z"), "1950-01-01T00:00:00Z"],
    [generalized("20500101000000Z"), "2050-01-01T00:00:00Z"],
    [generalized("99991231235959Z"), "9999-12-31T23:59:59Z"],
    [generalized("00500101000000Z"), "0050-01-01T00:00:00Z"],
  ];
  for (const [written, read] of moments) {
    test(`are read as ${read} from ${written.subarray(2).toString()}`, () => {
      assert.equal(facts({ notAfter: written }).notAfter, read);
    });
  }

  const wrong: [case_: string, written: Buffer][] = [
    ["a 30th of February", utc("260230000000Z")],
    ["a month 13", utc("261301000000Z")],
    ["a 25th hour", utc("260101250000Z")],
    ["no zone", utc("260101000000")],
    ["a letter", utc("26010100000oZ")],
    ["another type", der.utf8String("260101000000Z")],
    ["no seconds", utc("2601010000Z")],
    ["another zone", utc("260101013000+0130")],
    ["another zone in four digits of years", generalized("20260101013000+0000")],
    ["a fraction", generalized("20240229120000.75Z")],
    ["something behind it", utc("260101000000Z\0")],
  ];
  for (const [case_, written] of wrong) {
    test(`are unreadable where there is ${case_}`, () => {
      const read = facts({ notBefore: written });
      assert.deepEqual([read.notBefore, read.unreadable?.includes("notBefore")], ["", true]);
    });
  }
});

describe("the serial number", () => {
  const serials: [octets: string, read: string][] = [
    ["7f", "7F"],
    ["00ff", "FF"],
    ["00", "00"],
    ["ff", "-01"],
    ["80", "-80"],
    ["ff7f", "-81"],
    ["ff00", "-0100"],
  ];
  for (const [octets, read] of serials) {
    test(`is read as OpenSSL reads it: ${octets} as ${read}`, () => {
      const forged = forge({ subject: PLAIN, serial: der.element(0x02, Buffer.from(octets, "hex")) });
      assert.equal(readCertificate(forged.der).serial, read);
      // Node leaves out the zero of a single digit.
      const theirs = new X509Certificate(forged.der).serialNumber;
      assert.equal(BigInt(`0x${theirs.replace("-", "")}`), BigInt(`0x${read.replace("-", "")}`));
      assert.equal(theirs.startsWith("-"), read.startsWith("-"));
    });
  }
});

describe("the size of a key on an elliptic curve", () => {
  const curves: [curve: string, bits: number][] = [
    ["secp112r1", 112],
    ["secp160r1", 160],
    ["prime192v1", 192],
    ["secp224r1", 224],
    ["prime239v1", 240],
    ["secp256k1", 256],
    ["brainpoolP384r1", 384],
    ["secp521r1", 521],
    ["sect113r1", 120],
    ["sect571k1", 576],
    ["wap-wsg-idm-ecid-wtls1", 120],
  ];
  for (const [namedCurve, bits] of curves) {
    test(`is known, whatever the curve: ${namedCurve}`, () => {
      const { publicKey } = generateKeyPairSync("ec", { namedCurve });
      const read = facts({ publicKey: publicKey.export({ type: "spki", format: "der" }) });
      assert.deepEqual([read.keyType, read.keyBits, read.curve], ["ec", bits, namedCurve]);
    });
  }
});

describe("extensions", () => {
  test("tell what the certificate may be used for", () => {
    const usages = (...extensions: Buffer[]) => {
      const { keyUsage: keys, netscapeCertType, unreadable } = facts({ extensions });
      return { keys, netscapeCertType, unreadable };
    };
    const netscape = (...bits: number[]): Buffer => extension(OID.netscapeCertType, der.namedBits(bits));
    assert.deepEqual(usages(keyUsage(0, 5), netscape(1, 5)), {
      keys: ["digitalSignature", "keyCertSign"],
      netscapeCertType: ["sslServer", "sslCa"],
      unreadable: undefined,
    });
    const decipherOnly = extension(OID.keyUsage, Buffer.from("0303070080", "hex"));
    assert.deepEqual(usages(decipherOnly).keys, ["decipherOnly"]);
    const empty = extension(OID.keyUsage, Buffer.from("030100", "hex"));
    assert.deepEqual(usages(empty), {
      keys: undefined,
      netscapeCertType: undefined,
      unreadable: ["keyUsage"],
    });
    const none = extension(OID.netscapeCertType, der.none());
    assert.deepEqual(usages(none).unreadable, ["netscapeCertType"]);
  });

  test("tell an empty extended usage from none", () => {
    assert.deepEqual(facts({ extensions: [extendedKeyUsage()] }).extendedKeyUsage, []);
    assert.equal("extendedKeyUsage" in facts({}), false);
  });

  test("say that it is no CA where the flag is left out", () => {
    assert.equal(facts({ extensions: [extension(OID.basicConstraints, der.sequence())] }).ca, false);
  });

  test("that are there twice are read once and named", () => {
    const read = facts({ extensions: [alternativeNames("first"), alternativeNames("second")] });
    assert.deepEqual([read.dnsNames, read.unreadable], [["first"], ["dnsNames"]]);
  });

  test("in a broken list make unreadable what would be in them", () => {
    const read = facts({ extensions: [basicConstraints(true), Buffer.from("0500", "hex")] });
    const broken = ["ca", "caIssuers", "der", "dnsNames", "extendedKeyUsage", "keyUsage", "netscapeCertType"];
    assert.deepEqual(read.unreadable?.toSorted(), broken);
  });

  test("are missing from a certificate of version 1, and nothing is unreadable", () => {
    const read = facts({ version: 1 });
    assert.deepEqual([read.subject, read.unreadable], ["CN=mx.example.com", undefined]);
  });
});

describe("bytes that are no certificate", () => {
  for (const hex of ["", "00", "30", "3000", "30023000", "ffffffff"]) {
    test(`give facts that fit the model: ${hex === "" ? "none" : hex}`, () => {
      const read = readCertificate(Buffer.from(hex, "hex"));
      assert.deepEqual(certificateFacts.parse(read), read);
      const missing = [
        "subject",
        "issuer",
        "serial",
        "notBefore",
        "notAfter",
        "keyType",
        "signatureAlgorithm",
      ];
      assert.ok(missing.every((field) => read.unreadable?.includes(field)));
    });
  }

  test("made by spoiling real ones never cause an exception", () => {
    const originals = [
      issue({ subject: "mx.example.com", dnsNames: ["mx.example.com"], ipAddresses: ["::1"] }).der,
      forge({ subject: PLAIN, extensions: [basicConstraints(true, 3), extendedKeyUsage("1.2.3")] }).der,
    ];
    const change = fc.record({ at: fc.nat(2000), value: fc.nat(255) });
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.nat(2000),
        (original, changes, cut) => {
          const spoilt = Buffer.from(original);
          for (const { at, value } of changes) spoilt[at % spoilt.length] = value;
          const read = readCertificate(cut < spoilt.length ? spoilt.subarray(0, cut) : spoilt);
          assert.ok(certificateFacts.safeParse(read).success);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
