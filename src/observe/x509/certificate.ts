/** Facts of one certificate, read from its DER without believing any of it. */
import type { CertificateFacts } from "../observation.ts";
import { readAlternativeNames } from "./alternative-names.ts";
import { readCaIssuers } from "./authority-information.ts";
import { readTime } from "./certificate-time.ts";
import { EXTENSION, type CertificateStructure } from "./certificate-structure.ts";
import { readBoolean, readOid, readWhole, TAG, type Element } from "./der.ts";
import { presentName, valuesOf } from "./distinguished-name.ts";
import type { KeyDetails } from "./openssl.ts";
import { ParsedCertificate } from "./parsed-certificate.ts";
import { readSignatureAlgorithm } from "./signature-algorithm.ts";

type KeyFacts = Pick<CertificateFacts, "keyType" | "keyBits" | "curve">;

/** Sizes of the named curves, in bits, by OpenSSL's names for them. */
const CURVE_BITS: Readonly<Record<string, number>> = {
  prime192v1: 192,
  secp224r1: 224,
  prime256v1: 256,
  secp256k1: 256,
  secp384r1: 384,
  secp521r1: 521,
  brainpoolP256r1: 256,
  brainpoolP384r1: 384,
  brainpoolP512r1: 512,
};

function readKey(key: KeyDetails | undefined): KeyFacts | undefined {
  if (key === undefined) return undefined;
  const { type, modulusLength, namedCurve } = key;
  const keyBits = modulusLength ?? CURVE_BITS[namedCurve ?? ""];
  return {
    keyType: type,
    ...(keyBits === undefined ? {} : { keyBits }),
    ...(namedCurve === undefined ? {} : { curve: namedCurve }),
  };
}

function readUsages(value: Buffer): string[] | undefined {
  const usages = readWhole(value, TAG.sequence)?.map(readOid);
  return usages?.every((usage) => usage !== undefined) === true ? usages : undefined;
}

function readCa(value: Buffer): boolean | undefined {
  const fields = readWhole(value, TAG.sequence);
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

/** A serial number as OpenSSL shows it: hex in upper case, without the octet that only says "positive". */
function readSerial(element: Element | undefined): string | undefined {
  if (element?.tag !== TAG.integer || element.content.length === 0) return undefined;
  return element.content
    .toString("hex")
    .replace(/^(?:00)+(?=..)/, "")
    .toUpperCase();
}

/** See {@link readCertificate}; for a certificate that is parsed already. */
export function factsOf(certificate: ParsedCertificate): CertificateFacts {
  const structure = certificate.structure();
  const reader = new Reader(structure);
  // What OpenSSL reads in these octets is something else, or nothing.
  if (!certificate.isReadable) reader.unreadable.push("der");
  const subject = certificate.subjectName();
  const issuer = certificate.issuerName();
  const key = reader.field<KeyFacts>("keyType", readKey(certificate.keyDetails()), { keyType: "unknown" });
  const [issuerOrganization] = issuer === undefined ? [] : valuesOf(issuer, "O");
  const names = reader.extension("dnsNames", EXTENSION.subjectAlternativeName, readAlternativeNames);
  const extendedKeyUsage = reader.extension("extendedKeyUsage", EXTENSION.extendedKeyUsage, readUsages);
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
    ...(extendedKeyUsage === undefined ? {} : { extendedKeyUsage }),
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
