/**
 * What a certificate may be used for in a chain, by the rules that OpenSSL checks a TLS server's chain with
 * (RFC 5280 6.1.4, 4.2.1.9, 4.2.1.3, 4.2.1.12), so that a verdict here is one that senders come to as well.
 */
import { EXTENSION, type CertificateStructure } from "./certificate-structure.ts";
import {
  hasNamedBit,
  primitive,
  readBoolean,
  readElement,
  readOid,
  readSmallInteger,
  readWhole,
  TAG,
} from "./der.ts";

const KEY_CERT_SIGN = 5;

/**
 * Usages that let a CA stand above a TLS server: serverAuth, and the server-gated crypto of old. Like OpenSSL,
 * and unlike RFC 5280 4.2.1.12, this does not count anyExtendedKeyUsage: most senders would refuse the path.
 */
const SERVER_USAGES: ReadonlySet<string> = new Set([
  "1.3.6.1.5.5.7.3.1",
  "1.3.6.1.4.1.311.10.3.3",
  "2.16.840.1.113730.4.1",
]);

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
  "551d20", // certificatePolicies
  "551d21", // policyMappings
  "551d24", // policyConstraints
  "551d36", // inhibitAnyPolicy
  "551d1f", // cRLDistributionPoints
  "2b0601050507300105", // id-pkix-ocsp-nocheck
  "6086480186f8420101", // netscapeCertType
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
  "551d1f", // cRLDistributionPoints
  "6086480186f8420101", // netscapeCertType
]);

export interface Authority {
  /**
   * May stand above others in the chain of a TLS server. Whether keyUsage lets it sign certificates is not in here:
   * X509_check_issued asks that of the issuer.
   */
  readonly mayIssue: boolean;
  /** Intermediates that may follow below it, self-issued ones not counted. */
  readonly pathLength: number;
  /** Carries a critical extension that is not understood here, one that cannot be read, or one that is there twice. */
  readonly notUnderstood: boolean;
}

/** basicConstraints: undefined where absent, `broken` where it cannot be read. */
function readConstraints(
  structure: CertificateStructure,
): { ca: boolean; pathLength: number } | "broken" | undefined {
  const extension = structure.extensions?.get(EXTENSION.basicConstraints);
  if (extension === undefined) return undefined;
  const fields = readWhole(extension.value, TAG.sequence);
  if (fields === undefined) return "broken";
  const ca = readBoolean(fields[0]);
  const limit = fields[ca === undefined ? 0 : 1];
  if (limit === undefined) return { ca: ca ?? false, pathLength: Number.POSITIVE_INFINITY };
  const pathLength = limit.tag === TAG.integer ? readSmallInteger(limit.content) : undefined;
  return pathLength === undefined ? "broken" : { ca: ca ?? false, pathLength };
}

/** Whether keyUsage has keyCertSign; undefined where the extension is absent. */
function readCertSign(structure: CertificateStructure): boolean | undefined {
  const extension = structure.extensions?.get(EXTENSION.keyUsage);
  if (extension === undefined) return undefined;
  const bits = readElement(extension.value);
  return bits?.tag === TAG.bitString && hasNamedBit(bits.content, KEY_CERT_SIGN);
}

function servesTls(structure: CertificateStructure): boolean {
  const extension = structure.extensions?.get(EXTENSION.extendedKeyUsage);
  if (extension === undefined) return true;
  const usages = readWhole(extension.value, TAG.sequence) ?? [];
  return usages.some((usage) => SERVER_USAGES.has(readOid(usage) ?? ""));
}

/**
 * Reads what a certificate may do. A CA is one that basicConstraints says so of. Like OpenSSL, this lets roots do
 * without the extension where keyUsage has keyCertSign or the version is 1, which is older than both.
 */
export function readAuthority(structure: CertificateStructure, selfSigned: boolean): Authority {
  const constraints = readConstraints(structure);
  const certSign = readCertSign(structure);
  const { extensions } = structure;
  const notUnderstood =
    extensions === undefined ||
    constraints === "broken" ||
    [...structure.repeatedExtensions].some((id) => ONCE_AT_MOST.has(id)) ||
    [...extensions].some(([id, { critical }]) => critical && !KNOWN_CRITICAL.has(id));
  const ca =
    constraints === undefined
      ? selfSigned && (certSign === true || structure.version === 1)
      : constraints !== "broken" && constraints.ca;
  return {
    mayIssue: ca && !notUnderstood && servesTls(structure),
    pathLength: typeof constraints === "object" ? constraints.pathLength : Number.POSITIVE_INFINITY,
    notUnderstood,
  };
}

/** keyIdentifier of authorityKeyIdentifier, or subjectKeyIdentifier, in hex; undefined where there is none. */
export function readKeyIdentifier(
  structure: CertificateStructure,
  whose: "authority" | "subject",
): string | undefined {
  if (whose === "subject") {
    const own = structure.extensions?.get(EXTENSION.subjectKeyIdentifier);
    const identifier = own === undefined ? undefined : readElement(own.value);
    return identifier?.tag === TAG.octetString ? identifier.content.toString("hex") : undefined;
  }
  const authority = structure.extensions?.get(EXTENSION.authorityKeyIdentifier);
  const fields = authority === undefined ? undefined : readWhole(authority.value, TAG.sequence);
  return fields?.find((field) => field.tag === primitive(0))?.content.toString("hex");
}
