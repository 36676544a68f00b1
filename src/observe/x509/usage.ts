/** What a certificate says that it may be used for (RFC 5280 4.2.1.3, 4.2.1.12, and Netscape's extension of old). */
import { EXTENSION, type CertificateStructure } from "./certificate-structure.ts";
import { hasNamedBit, readElement, readLeading, readOid, TAG, type Element } from "./der.ts";

/** Bits of keyUsage in their order. */
const KEY_USAGES = [
  "digitalSignature",
  "nonRepudiation",
  "keyEncipherment",
  "dataEncipherment",
  "keyAgreement",
  "keyCertSign",
  "cRLSign",
  "encipherOnly",
  "decipherOnly",
] as const;

/** Bits of netscapeCertType in their order. */
const NETSCAPE_TYPES = [
  "sslClient",
  "sslServer",
  "smime",
  "objectSigning",
  "reserved",
  "sslCa",
  "smimeCa",
  "objectSigningCa",
] as const;

/** Names of the bits that are set; undefined where it is no BIT STRING. */
function readBits<Name extends string>(
  element: Element | undefined,
  names: readonly Name[],
): Name[] | undefined {
  if (element?.tag !== TAG.bitString || element.content.length === 0) return undefined;
  const { content } = element;
  return names.filter((_, bit) => hasNamedBit(content, bit));
}

function extensionOf({ extensions }: CertificateStructure, id: string): Buffer | undefined {
  return extensions?.get(id)?.value;
}

/** Names of the key usages; undefined where the extension's value is malformed or, as RFC 5280 forbids, allows nothing. */
export function readKeyUsage(value: Buffer): string[] | undefined {
  const usages = readBits(readElement(value), KEY_USAGES);
  return usages?.length === 0 ? undefined : usages;
}

/** Names of the types; undefined where the extension's value is malformed. */
export function readNetscapeCertType(value: Buffer): string[] | undefined {
  return readBits(readElement(value), NETSCAPE_TYPES);
}

/** OIDs of the extended key usages; undefined where the extension's value is malformed. */
export function readExtendedKeyUsage(value: Buffer): string[] | undefined {
  const usages = readLeading(value, TAG.sequence)?.map(readOid);
  return usages?.every((usage) => usage !== undefined) === true ? usages : undefined;
}

export interface Usages {
  /** Absent where the extension is, which allows everything. */
  readonly keyUsage?: readonly string[];
  readonly extendedKeyUsage?: readonly string[];
  readonly netscapeCertType?: readonly string[];
  /** One of them is there and malformed. */
  readonly malformed: boolean;
}

/** Reads the three extensions. */
export function readUsages(structure: CertificateStructure): Usages {
  const usages: { -readonly [Key in keyof Usages]: Usages[Key] } = { malformed: false };
  const readers = [
    ["keyUsage", readKeyUsage],
    ["extendedKeyUsage", readExtendedKeyUsage],
    ["netscapeCertType", readNetscapeCertType],
  ] as const;
  for (const [key, read] of readers) {
    const value = extensionOf(structure, EXTENSION[key]);
    if (value === undefined) continue;
    const said = read(value);
    if (said === undefined) usages.malformed = true;
    else usages[key] = said;
  }
  return usages;
}
