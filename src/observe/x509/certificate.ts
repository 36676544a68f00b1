/** Facts of one certificate, read from its DER without believing any of it. */
import type { CertificateFacts } from "../observation.ts";
import { readAlternativeNames } from "./alternative-names.ts";
import { readCaIssuers } from "./authority-information.ts";
import { readTime } from "./certificate-time.ts";
import { EXTENSION, type CertificateStructure } from "./certificate-structure.ts";
import { childrenOf, readBoolean, readLeading, TAG, type Element } from "./der.ts";
import { presentName, valuesOf } from "./distinguished-name.ts";
import type { KeyDetails } from "./openssl.ts";
import { ParsedCertificate } from "./parsed-certificate.ts";
import { readSignatureAlgorithm } from "./signature-algorithm.ts";
import { readExtendedKeyUsage, readKeyUsage, readNetscapeCertType } from "./usage.ts";

type KeyFacts = Pick<CertificateFacts, "keyType" | "keyBits" | "curve">;

/** Bits of the curves whose field does not fill its octets, by OpenSSL's names for them. */
const CURVE_BITS: Readonly<Record<string, number>> = { secp521r1: 521 };

/**
 * Bits of an elliptic curve's field, rounded up to whole octets: a point is a form octet and both coordinates, or one of
 * them (SEC 1 2.3.3).
 */
function fieldBits(structure: CertificateStructure | undefined): number | undefined {
  const [, point] = childrenOf(structure?.publicKey, TAG.sequence) ?? [];
  if (point?.tag !== TAG.bitString) return undefined;
  const [, form = 0, ...coordinates] = point.content;
  return (form === UNCOMPRESSED ? coordinates.length / 2 : coordinates.length) * 8;
}

/** Form of a point that is written with both coordinates. */
const UNCOMPRESSED = 4;

function readKey(
  key: KeyDetails | undefined,
  structure: CertificateStructure | undefined,
): KeyFacts | undefined {
  if (key === undefined) return undefined;
  const { type, modulusLength, namedCurve } = key;
  const keyBits =
    modulusLength ?? CURVE_BITS[namedCurve ?? ""] ?? (type === "ec" ? fieldBits(structure) : undefined);
  return {
    keyType: type,
    ...(keyBits === undefined ? {} : { keyBits }),
    ...(namedCurve === undefined ? {} : { curve: namedCurve }),
  };
}

function readCa(value: Buffer): boolean | undefined {
  const fields = readLeading(value, TAG.sequence);
  if (fields === undefined) return undefined;
  return readBoolean(fields[0]) ?? false;
}

/** Reads fields, and keeps a list of those that could not be read. */
class Reader {
  readonly unreadable: string[] = [];
  readonly #structure: CertificateStructure | undefined;

  constructor(structure: CertificateStructure | undefined) {
    this.#structure = structure;
  }

  /** The value, or what stands for it where it could not be read. */
  field<Value>(name: keyof CertificateFacts, value: Value | undefined, otherwise: Value): Value {
    if (value === undefined) this.unreadable.push(name);
    return value ?? otherwise;
  }

  /** What an extension says; undefined where it is absent or could not be read. */
  extension<Value>(
    name: keyof CertificateFacts,
    id: string,
    read: (value: Buffer) => Value | undefined,
  ): Value | undefined {
    const extensions = this.#structure?.extensions;
    const extension = extensions?.get(id);
    const value = extension === undefined ? undefined : read(extension.value);
    const missed = extensions === undefined || (extension !== undefined && value === undefined);
    if (missed || this.#structure?.repeatedExtensions.has(id) === true) this.unreadable.push(name);
    return value;
  }
}

/**
 * A serial number as OpenSSL shows it: hex in upper case, without the octet that only says "positive", and with a sign
 * where it is negative, which RFC 5280 4.1.2.2 forbids.
 */
function readSerial(element: Element | undefined): string | undefined {
  if (element?.tag !== TAG.integer || element.content.length === 0) return undefined;
  const { content } = element;
  const hex = (octets: Buffer): string =>
    octets
      .toString("hex")
      .replace(/^(?:00)+(?=..)/, "")
      .toUpperCase();
  if ((content[0] ?? 0) < 0x80) return hex(content);
  // Two's complement: the number without its sign is the inverse, and one more.
  const magnitude = Buffer.from(content.map((octet) => ~octet));
  for (let index = magnitude.length - 1; index >= 0; index--) {
    const sum = (magnitude[index] ?? 0) + 1;
    magnitude[index] = sum;
    if (sum <= 0xff) break;
  }
  return `-${hex(magnitude)}`;
}

/** See {@link readCertificate}; for a certificate that is parsed already. */
export function factsOf(certificate: ParsedCertificate): CertificateFacts {
  const structure = certificate.structure();
  const reader = new Reader(structure);
  // What OpenSSL reads in these octets is something else, or nothing.
  if (!certificate.isReadable) reader.unreadable.push("der");
  const subject = certificate.subjectName();
  const issuer = certificate.issuerName();
  const key = reader.field<KeyFacts>("keyType", readKey(certificate.keyDetails(), structure), {
    keyType: "unknown",
  });
  const [issuerOrganization] = issuer === undefined ? [] : valuesOf(issuer, "O");
  const names = reader.extension("dnsNames", EXTENSION.subjectAlternativeName, readAlternativeNames);
  const keyUsage = reader.extension("keyUsage", EXTENSION.keyUsage, readKeyUsage);
  const extendedKeyUsage = reader.extension(
    "extendedKeyUsage",
    EXTENSION.extendedKeyUsage,
    readExtendedKeyUsage,
  );
  const netscapeCertType = reader.extension(
    "netscapeCertType",
    EXTENSION.netscapeCertType,
    readNetscapeCertType,
  );
  const caIssuers = reader.extension("caIssuers", EXTENSION.authorityInformationAccess, readCaIssuers) ?? [];
  const signatureAlgorithm = readSignatureAlgorithm(structure?.signatureAlgorithm);
  const facts: CertificateFacts = {
    der: certificate.der.toString("base64"),
    subject: reader.field("subject", subject && presentName(subject), ""),
    issuer: reader.field("issuer", issuer && presentName(issuer), ""),
    subjectCommonNames: subject === undefined ? [] : valuesOf(subject, "CN"),
    ...(issuerOrganization === undefined ? {} : { issuerOrganization }),
    dnsNames: names?.dnsNames ?? [],
    ipAddresses: names?.ipAddresses ?? [],
    otherNames: names?.otherNames ?? 0,
    serial: reader.field("serial", readSerial(structure?.serial), ""),
    notBefore: reader.field("notBefore", readTime(structure?.notBefore), ""),
    notAfter: reader.field("notAfter", readTime(structure?.notAfter), ""),
    ...key,
    signatureAlgorithm: reader.field("signatureAlgorithm", signatureAlgorithm, ""),
    ca: reader.extension("ca", EXTENSION.basicConstraints, readCa) ?? false,
    ...(keyUsage === undefined ? {} : { keyUsage }),
    ...(extendedKeyUsage === undefined ? {} : { extendedKeyUsage }),
    ...(netscapeCertType === undefined ? {} : { netscapeCertType }),
    selfIssued: subject !== undefined && issuer !== undefined && certificate.selfIssued,
    ...(caIssuers.length === 0 ? {} : { caIssuers }),
  };
  const { unreadable } = reader;
  return unreadable.length === 0 ? facts : { ...facts, unreadable };
}

/**
 * Reads the facts of a certificate in DER. Never throws: fields that could not be read are named in `unreadable`
 * and empty, `keyType` is `unknown`; of an extension that is there twice the first one is read, and it is named.
 */
export function readCertificate(der: Buffer): CertificateFacts {
  return factsOf(new ParsedCertificate(der));
}
