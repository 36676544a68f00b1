/** Takes a certificate apart into the fields of RFC 5280 4.1, each of them still in DER. */
import { childrenOf, constructed, readBoolean, readElement, readWhole, TAG, type Element } from "./der.ts";

/** Object identifiers of the extensions that are looked at, as the hex of their encoding. */
export const EXTENSION = {
  subjectKeyIdentifier: "551d0e",
  keyUsage: "551d0f",
  subjectAlternativeName: "551d11",
  basicConstraints: "551d13",
  nameConstraints: "551d1e",
  authorityKeyIdentifier: "551d23",
  extendedKeyUsage: "551d25",
  authorityInformationAccess: "2b06010505070101",
  crlDistributionPoints: "551d1f",
  netscapeCertType: "6086480186f8420101",
  proxyCertInfo: "2b0601050507010e",
} as const;

export interface Extension {
  readonly critical: boolean;
  /** DER of the extension's own type. */
  readonly value: Buffer;
}

/** Fields of one certificate; those behind a malformed one are absent. */
export interface CertificateStructure {
  /** 1 or 3; 2 is out of use. */
  readonly version: number;
  readonly serial: Element | undefined;
  readonly issuer: Element | undefined;
  readonly notBefore: Element | undefined;
  readonly notAfter: Element | undefined;
  readonly subject: Element | undefined;
  readonly publicKey: Element | undefined;
  /** By the hex of the object identifier; undefined where the list cannot be read. */
  readonly extensions: ReadonlyMap<string, Extension> | undefined;
  /** Extensions that are there more than once, which RFC 5280 4.2 forbids; the first one is kept. */
  readonly repeatedExtensions: ReadonlySet<string>;
  /** AlgorithmIdentifier outside of what is signed: the one that verifying goes by. */
  readonly signatureAlgorithm: Element | undefined;
}

function readExtension(element: Element): { id: string; extension: Extension } | undefined {
  const [id, second, third] = childrenOf(element, TAG.sequence) ?? [];
  const value = third ?? second;
  if (id?.tag !== TAG.oid || value?.tag !== TAG.octetString) return undefined;
  const critical = third === undefined ? false : readBoolean(second);
  if (critical === undefined) return undefined;
  return { id: id.content.toString("hex"), extension: { critical, value: value.content } };
}

type Extensions = Pick<CertificateStructure, "extensions" | "repeatedExtensions">;

function readExtensions(list: Element | undefined): Extensions {
  const extensions = new Map<string, Extension>();
  const repeatedExtensions = new Set<string>();
  if (list === undefined) return { extensions, repeatedExtensions };
  const elements = readWhole(list.content, TAG.sequence)?.map(readExtension);
  if (elements === undefined) return { extensions: undefined, repeatedExtensions };
  for (const read of elements) {
    if (read === undefined) return { extensions: undefined, repeatedExtensions };
    if (extensions.has(read.id)) repeatedExtensions.add(read.id);
    else extensions.set(read.id, read.extension);
  }
  return { extensions, repeatedExtensions };
}

/** Splits a certificate's DER; bytes behind it are ignored. Undefined where it is no certificate at all. */
export function readStructure(der: Buffer): CertificateStructure | undefined {
  const [toBeSigned, signatureAlgorithm] = childrenOf(readElement(der), TAG.sequence) ?? [];
  const fields = childrenOf(toBeSigned, TAG.sequence);
  if (fields === undefined) return undefined;
  const versioned = fields[0]?.tag === constructed(0);
  const version = versioned ? readElement(fields[0]?.content ?? Buffer.alloc(0))?.content[0] : 0;
  const [serial, , issuer, validity, subject, publicKey, ...rest] = versioned ? fields.slice(1) : fields;
  const [notBefore, notAfter] = childrenOf(validity, TAG.sequence) ?? [];
  const list = rest.find((element) => element.tag === constructed(3));
  return {
    version: (version ?? 0) + 1,
    serial,
    issuer,
    notBefore,
    notAfter,
    subject,
    publicKey,
    ...readExtensions(list),
    signatureAlgorithm,
  };
}
