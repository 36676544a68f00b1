/**
 * What a certificate may be used for in a chain, by the rules that OpenSSL checks a TLS server's chain with
 * (RFC 5280 6.1.4, 4.2.1.9, 4.2.1.3, 4.2.1.12), so that a verdict here is one that senders come to as well.
 */
import { SERVER_USAGES, type RefusedBecause } from "../observation.ts";
import { EXTENSION, type CertificateStructure } from "./certificate-structure.ts";
import {
  childrenOf,
  constructed,
  primitive,
  readBoolean,
  readElement,
  readLeading,
  readSmallInteger,
  TAG,
  type Element,
} from "./der.ts";
import { readUsages, type Usages } from "./usage.ts";

/**
 * Extensions that may be critical: those that are looked at here, and those that bind nobody who verifies a
 * server (policies, revocation lists). A path with another critical one is refused (RFC 5280 4.2).
 */
const KNOWN_CRITICAL: ReadonlySet<string> = new Set([
  EXTENSION.basicConstraints,
  EXTENSION.keyUsage,
  EXTENSION.extendedKeyUsage,
  EXTENSION.nameConstraints,
  EXTENSION.subjectAlternativeName,
  EXTENSION.netscapeCertType,
  "551d20", // certificatePolicies
  "551d21", // policyMappings
  "551d24", // policyConstraints
  "551d36", // inhibitAnyPolicy
  EXTENSION.crlDistributionPoints,
  "2b0601050507300105", // id-pkix-ocsp-nocheck
  "2b06010505070107", // id-pe-ipAddrBlocks
  "2b06010505070108", // id-pe-autonomousSysIds
]);

/** Extensions of which nobody knows which holds where there are two; OpenSSL refuses such a path, and so do we. */
const ONCE_AT_MOST: ReadonlySet<string> = new Set([
  EXTENSION.subjectKeyIdentifier,
  EXTENSION.keyUsage,
  EXTENSION.subjectAlternativeName,
  EXTENSION.basicConstraints,
  EXTENSION.nameConstraints,
  EXTENSION.authorityKeyIdentifier,
  EXTENSION.extendedKeyUsage,
  EXTENSION.netscapeCertType,
  EXTENSION.crlDistributionPoints,
]);

/** What the values of extensions begin with that OpenSSL reads of every certificate. */
const VALUE_TAGS: Readonly<Record<string, number>> = {
  [EXTENSION.subjectKeyIdentifier]: TAG.octetString,
  [EXTENSION.subjectAlternativeName]: TAG.sequence,
  [EXTENSION.nameConstraints]: TAG.sequence,
  [EXTENSION.authorityKeyIdentifier]: TAG.sequence,
  [EXTENSION.crlDistributionPoints]: TAG.sequence,
};

export interface Authority {
  /** Why no path may lead over it, wherever it stands; absent where one may. */
  readonly unfit?: RefusedBecause | undefined;
  /** Why it may not stand above another certificate in the chain of a TLS server; absent where it may. */
  readonly mayNotIssue?: RefusedBecause | undefined;
  /** Intermediates that may follow below it, self-issued ones not counted. */
  readonly pathLength: number;
}

interface BasicConstraints {
  readonly ca: boolean;
  readonly pathLength: number;
}

/** basicConstraints: undefined where absent, `broken` where it cannot be read. */
function readConstraints(structure: CertificateStructure): BasicConstraints | "broken" | undefined {
  const extension = structure.extensions?.get(EXTENSION.basicConstraints);
  if (extension === undefined) return undefined;
  const fields = readLeading(extension.value, TAG.sequence);
  if (fields === undefined) return "broken";
  const ca = readBoolean(fields[0]);
  const [limit, ...more] = fields.slice(ca === undefined ? 0 : 1);
  if (limit === undefined) return { ca: ca ?? false, pathLength: Number.POSITIVE_INFINITY };
  const pathLength = more.length > 0 ? undefined : readPathLength(limit);
  return pathLength === undefined ? "broken" : { ca: ca ?? false, pathLength };
}

/** A number past six octets limits nothing; a negative one cannot be read. */
function readPathLength({ tag, content }: Element): number | undefined {
  const [first] = content;
  if (tag !== TAG.integer || first === undefined || first >= 0x80) return undefined;
  return readSmallInteger(content) ?? Number.POSITIVE_INFINITY;
}

function unfitness(
  structure: CertificateStructure,
  constraints: BasicConstraints | "broken" | undefined,
  { malformed }: Usages,
): RefusedBecause | undefined {
  const { extensions, repeatedExtensions } = structure;
  if (extensions === undefined || constraints === "broken" || malformed) return "unreadable-extension";
  const isMalformed = ([id, tag]: [string, number]): boolean => {
    const value = extensions.get(id)?.value;
    if (value === undefined) return false;
    return tag === TAG.sequence ? readLeading(value, tag) === undefined : readElement(value)?.tag !== tag;
  };
  if (Object.entries(VALUE_TAGS).some(isMalformed)) return "unreadable-extension";
  if (!hasUsablePoints(extensions.get(EXTENSION.crlDistributionPoints)?.value)) return "unreadable-extension";
  if ([...repeatedExtensions].some((id) => ONCE_AT_MOST.has(id))) return "repeated-extension";
  if (extensions.has(EXTENSION.proxyCertInfo)) return "proxy-certificate";
  if ([...extensions].some(([id, { critical }]) => critical && !KNOWN_CRITICAL.has(id)))
    return "critical-extension";
  return hasExplicitCurve(structure) ? "explicit-curve" : undefined;
}

/**
 * Whether each of cRLDistributionPoints has a place or an issuer, in fields of RFC 5280 4.2.1.13. OpenSSL does not look at
 * revocation lists unless it is told to, but refuses a certificate whose points it cannot read.
 */
function hasUsablePoints(value: Buffer | undefined): boolean {
  const points = value === undefined ? [] : readLeading(value, TAG.sequence);
  return points?.every(isUsablePoint) === true;
}

function isUsablePoint(point: Element): boolean {
  const fields = childrenOf(point, TAG.sequence);
  const [place, reasons, issuer] = [constructed(0), primitive(1), constructed(2)];
  const order = fields?.map(({ tag }) => [place, reasons, issuer].indexOf(tag));
  if (fields === undefined || order?.every((at, index) => at > (order[index - 1] ?? -1)) !== true)
    return false;
  const names = fields.find(({ tag }) => tag === place);
  const [name, ...more] = names === undefined ? [] : (childrenOf(names, place) ?? []);
  if (
    names !== undefined &&
    (more.length > 0 || (name?.tag !== constructed(0) && name?.tag !== constructed(1)))
  )
    return false;
  const issuers = fields.find(({ tag }) => tag === issuer);
  return names !== undefined || (issuers !== undefined && issuers.content.length > 0);
}

/**
 * Whether a certificate is a CA's. One is that basicConstraints says so of. Like OpenSSL, this lets roots do without
 * the extension where keyUsage has keyCertSign, the version is 1, or Netscape's type is that of a CA, all of which are
 * older than it.
 */
function isAuthority(
  { version }: CertificateStructure,
  constraints: BasicConstraints | "broken" | undefined,
  { keyUsage, netscapeCertType }: Usages,
  selfSigned: boolean,
): boolean {
  if (constraints !== undefined) return constraints !== "broken" && constraints.ca;
  return (
    selfSigned &&
    (version === 1 ||
      keyUsage?.includes("keyCertSign") === true ||
      netscapeCertType?.includes("sslCa") === true)
  );
}

/** Reads what a certificate may do. */
export function readAuthority(structure: CertificateStructure, selfSigned: boolean): Authority {
  const constraints = readConstraints(structure);
  const usages = readUsages(structure);
  const { keyUsage, extendedKeyUsage } = usages;
  let mayNotIssue: RefusedBecause | undefined;
  if (!isAuthority(structure, constraints, usages, selfSigned)) mayNotIssue = "not-a-ca";
  else if (keyUsage?.includes("keyCertSign") === false) mayNotIssue = "key-usage";
  else if (extendedKeyUsage?.some((usage) => SERVER_USAGES.has(usage)) === false)
    mayNotIssue = "extended-key-usage";
  return {
    unfit: unfitness(structure, constraints, usages),
    mayNotIssue,
    pathLength: typeof constraints === "object" ? constraints.pathLength : Number.POSITIVE_INFINITY,
  };
}

/**
 * Whether the key is on an elliptic curve that is spelt out in place of its name, which RFC 5480 2.1.1 forbids and
 * OpenSSL refuses.
 */
export function hasExplicitCurve({ publicKey }: CertificateStructure): boolean {
  const [algorithm] = childrenOf(publicKey, TAG.sequence) ?? [];
  const [id, parameters] = childrenOf(algorithm, TAG.sequence) ?? [];
  return id?.content.toString("hex") === EC_PUBLIC_KEY && parameters?.tag === TAG.sequence;
}

/** id-ecPublicKey, 1.2.840.10045.2.1. */
const EC_PUBLIC_KEY = "2a8648ce3d0201";

/** subjectKeyIdentifier in hex; undefined where there is none. */
export function readSubjectKeyIdentifier({ extensions }: CertificateStructure): string | undefined {
  const own = extensions?.get(EXTENSION.subjectKeyIdentifier);
  const identifier = own === undefined ? undefined : readElement(own.value);
  return identifier?.tag === TAG.octetString ? identifier.content.toString("hex") : undefined;
}

/** What authorityKeyIdentifier says of the issuer (RFC 5280 4.2.1.1). */
export interface AuthorityKeyIdentifier {
  /** In hex. */
  readonly keyIdentifier?: string | undefined;
  /** Name in DER of the issuer's own issuer, the first of several. */
  readonly issuer?: Buffer | undefined;
  /** Serial number of the issuer's certificate, the contents of the INTEGER in hex. */
  readonly serial?: string | undefined;
}

/** Reads authorityKeyIdentifier; empty where there is none. */
export function readAuthorityKeyIdentifier({ extensions }: CertificateStructure): AuthorityKeyIdentifier {
  const authority = extensions?.get(EXTENSION.authorityKeyIdentifier);
  const fields = authority === undefined ? undefined : readLeading(authority.value, TAG.sequence);
  const field = (tag: number): Buffer | undefined => fields?.find((each) => each.tag === tag)?.content;
  const names = field(constructed(1));
  const directory = names === undefined ? undefined : readElement(names);
  return {
    keyIdentifier: field(primitive(0))?.toString("hex"),
    issuer: directory?.tag === constructed(4) ? directory.content : undefined,
    serial: field(primitive(2))?.toString("hex"),
  };
}
