/** Extensions that are critical, malformed or there twice; dates, keys and signatures in odd forms. */
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import * as der from "../../../support/certificates/der.ts";
import { DAY, issue } from "../../../support/certificates/issue.ts";
import { extension, OID } from "../../../support/certificates/forge.ts";
import { atPlace, authority, extended, leafOf, PLACES, ROOT, type ChainCase } from "./chain-case.ts";

const KINDS: readonly [kind: string, id: string, value: Buffer][] = [
  ["subjectKeyIdentifier", OID.subjectKeyIdentifier, der.octetString(Buffer.from("aa"))],
  ["authorityKeyIdentifier", OID.authorityKeyIdentifier, der.sequence()],
  ["subjectAltName", OID.alternativeNames, der.sequence(der.implicit(2, Buffer.from("other.test")))],
  ["issuerAltName", "2.5.29.18", der.sequence(der.implicit(2, Buffer.from("ca.test")))],
  ["certificatePolicies", "2.5.29.32", der.sequence(der.sequence(der.oid("1.2.3.4")))],
  ["policyConstraints", "2.5.29.36", der.sequence(der.implicit(0, Buffer.from([0])))],
  ["inhibitAnyPolicy", "2.5.29.54", der.integer(0)],
  ["cRLDistributionPoints", "2.5.29.31", der.sequence(der.sequence())],
  ["authorityInfoAccess", "1.3.6.1.5.5.7.1.1", der.sequence()],
  ["tlsfeature", "1.3.6.1.5.5.7.1.24", der.sequence(der.integer(5))],
  ["ocsp-nocheck", "1.3.6.1.5.5.7.48.1.5", der.none()],
  ["proxyCertInfo", "1.3.6.1.5.5.7.1.14", der.sequence(der.sequence(der.oid("1.3.6.1.5.5.7.21.1")))],
  ["unknown", "1.2.3.4.5", der.none()],
];

function extensionCases(): ChainCase[] {
  return PLACES.flatMap((place) =>
    KINDS.flatMap(([kind, id, value]) => {
      // The leaf has alternative names already.
      const alone = place === "leaf" && id === OID.alternativeNames ? [] : [extension(id, value)];
      return [
        { title: `${kind} of the ${place}`, ...extended(place, ...alone) },
        { title: `critical ${kind} of the ${place}`, ...extended(place, extension(id, value, true)) },
        { title: `${kind} twice, ${place}`, ...extended(place, extension(id, value), extension(id, value)) },
        {
          title: `malformed ${kind} of the ${place}`,
          ...extended(place, extension(id, Buffer.from("0100", "hex"))),
        },
        {
          title: `octets behind ${kind} of the ${place}`,
          ...extended(place, extension(id, Buffer.concat([value, der.none()]))),
        },
      ];
    }),
  );
}

/** cRLDistributionPoints, which OpenSSL reads although it does not ask for revocation lists. */
function pointCases(): ChainCase[] {
  const uri = der.implicit(6, Buffer.from("http://crl.test/"));
  const place = der.explicit(0, der.explicit(0, uri));
  const reasons = der.implicit(1, Buffer.from([0, 0x80]));
  const directory = der.explicit(4, ROOT.name);
  const issuer = der.explicit(2, directory);
  const forms: [form: string, ...points: Buffer[][]][] = [
    ["a place", [place]],
    ["a place and reasons", [place, reasons]],
    ["a place, reasons and an issuer", [place, reasons, issuer]],
    ["an issuer alone", [issuer]],
    ["reasons alone", [reasons]],
    ["nothing in it", []],
    ["a second one with nothing in it", [place], []],
    ["fields in another order", [reasons, place]],
    ["an unknown field", [der.implicit(7, Buffer.from("x"))]],
    ["a place of an unknown kind", [der.explicit(0, der.explicit(5, uri))]],
    ["no point"],
  ];
  return PLACES.flatMap((where) =>
    forms.map(([form, ...points]) => ({
      title: `a distribution point with ${form}, ${where}`,
      ...extended(
        where,
        extension("2.5.29.31", der.sequence(...points.map((each) => der.sequence(...each)))),
      ),
    })),
  );
}

function dateCases(): ChainCase[] {
  const utc = (text: string): Buffer => der.element(0x17, Buffer.from(text));
  const generalized = (text: string): Buffer => der.element(0x18, Buffer.from(text));
  const ends: [form: string, notAfter: Buffer][] = [
    ["a UTCTime", utc("491231235959Z")],
    ["a GeneralizedTime", generalized("20501231235959Z")],
    ["a GeneralizedTime before 2050", generalized("20491231235959Z")],
    ["the end of time", generalized("99991231235959Z")],
    ["the year 1950", utc("500101000000Z")],
    ["the year 0", generalized("00001231235959Z")],
    ["another zone", utc("491231235959+0000")],
    ["another zone in four digits of years", generalized("20491231235959+0100")],
    ["a fraction", generalized("20491231235959.5Z")],
    ["a 30th of February", generalized("20490230235959Z")],
    ["hour 24", generalized("20490101240000Z")],
    ["second 60", generalized("20490101235960Z")],
    ["something behind it", utc("491231235959Z\0")],
  ];
  const moments: [when: string, from: number, until: number][] = [
    ["valid", -1, 1],
    ["expired", -9, -1],
    ["not yet valid", 1, 9],
    ["expired a minute ago", -1, -1 / 1440],
    ["valid since a minute ago", -1 / 1440, 1],
    ["valid for a minute", -1, 1 / 1440],
  ];
  return PLACES.flatMap((place) => [
    ...ends.map(([form, notAfter]) => ({ title: `${place} until ${form}`, ...atPlace(place, { notAfter }) })),
    ...moments.map(([when, from, until]) => ({
      title: `${place} that is ${when}`,
      ...atPlace(place, {
        notBefore: der.time(new Date(Date.now() + from * DAY)),
        notAfter: der.time(new Date(Date.now() + until * DAY)),
      }),
    })),
  ]);
}

/** P-256 with its parameters spelt out. */
function explicitCurve(): { key: KeyObject; publicKey: Buffer } {
  const { publicKey, privateKey: key } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    paramEncoding: "explicit",
  });
  return { key, publicKey: publicKey.export({ type: "spki", format: "der" }) };
}

function keyCases(): ChainCase[] {
  const curves = ["secp224r1", "secp256k1", "secp384r1", "brainpoolP256r1", "secp521r1"];
  const alone = leafOf(ROOT, explicitCurve());
  return [
    ...PLACES.map((place) => ({
      title: `explicit curve of the ${place}`,
      ...atPlace(place, explicitCurve()),
    })),
    { title: "explicit curve of a leaf below the root", served: [alone], anchors: [ROOT] },
    ...curves.map((namedCurve) => ({
      title: `an intermediate on ${namedCurve}`,
      ...atPlace("intermediate", { key: generateKeyPairSync("ec", { namedCurve }).privateKey }),
    })),
    ...(["rsa2048", "rsa1024", "p384", "ed25519"] as const).map((key): ChainCase => {
      const ca = issue({ subject: `CA with ${key}`, ca: true, key });
      return { title: `a root with ${key}`, served: [issue({ subject: "x", issuer: ca })], anchors: [ca] };
    }),
    ...PLACES.map((place) => ({
      title: `a spoilt signature, ${place}`,
      ...atPlace(place, { spoilt: true }),
    })),
    {
      title: "a negative serial number",
      ...atPlace("intermediate", { serial: Buffer.from("020180", "hex") }),
    },
  ];
}

/** A leaf with more names than most software expects. */
function manyNames(): ChainCase {
  const names = Array.from({ length: 2000 }, (_, index) => `n${String(index)}.own.test`);
  const between = authority("Between", { issuer: ROOT });
  const leaf = issue({ subject: "x", issuer: between, dnsNames: names });
  return { title: "2,000 names", served: [leaf, between], anchors: [ROOT] };
}

/** Chains about extensions, dates, keys and signatures. */
export function extensionAndKeyCases(): ChainCase[] {
  return [...extensionCases(), ...pointCases(), ...dateCases(), ...keyCases(), manyNames()];
}
