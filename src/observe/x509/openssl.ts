/**
 * The only door to OpenSSL's reader of certificates and keys; lint refuses every other one. Two things hold here for
 * all of the house: what OpenSSL read are the very octets that it was given, and it keeps no error in its list.
 */
import { checkPrimeSync, createPublicKey, X509Certificate, type KeyObject } from "node:crypto";
import * as tls from "node:tls";

export type { KeyObject, X509Certificate };

/** What OpenSSL tells of a key; a field that it has no value for is absent. */
export interface KeyDetails {
  readonly type: string;
  readonly modulusLength?: number | undefined;
  readonly publicExponent?: bigint | undefined;
  readonly namedCurve?: string | undefined;
}

/** Any prime: to look at one empties the list of errors, and costs a few microseconds. */
const PRIME = 7n;

/**
 * Runs one operation of OpenSSL; undefined where it throws. Afterwards OpenSSL's list of errors is empty, whatever
 * came of it: some operations succeed and leave an error (a look at the details of an RSA key of more than 16,384 bits,
 * for one), and the next connection to read from TLS, whoever's it is, would take it for its own.
 */
function quietly<Value>(operation: () => Value): Value | undefined {
  try {
    return operation();
  } catch {
    return undefined;
  } finally {
    checkPrimeSync(PRIME);
  }
}

/**
 * Reads one certificate in DER; undefined where OpenSSL makes nothing of it, or something else: `X509Certificate` looks
 * for PEM anywhere in the octets before it tries DER, so that a certificate with a root's PEM in one of its fields
 * would be read as that root.
 */
export function readX509(der: Buffer): X509Certificate | undefined {
  const read = quietly(() => new X509Certificate(der));
  return read?.raw.equals(der) === true ? read : undefined;
}

/** Reads a SubjectPublicKeyInfo in DER; undefined where OpenSSL does not know this kind of key. */
export function readPublicKey(spki: Buffer): KeyObject | undefined {
  return quietly(() => createPublicKey({ key: spki, format: "der", type: "spki" }));
}

/** The key of a certificate; undefined where OpenSSL does not know this kind of key. */
export function publicKeyOf(certificate: X509Certificate): KeyObject | undefined {
  return quietly(() => certificate.publicKey);
}

export function keyDetails(key: KeyObject): KeyDetails | undefined {
  return quietly(() => {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
    return type === undefined ? undefined : { ...details, type };
  });
}

/** Whether the key made the signature; false for a signature algorithm that does not go with the key. */
export function isSignedWith(certificate: X509Certificate, key: KeyObject): boolean {
  return quietly(() => certificate.verify(key)) === true;
}

/** Whether names, key identifiers and key usage allow that one has issued the other (X509_check_issued). */
export function mayHaveIssued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return quietly(() => certificate.checkIssued(issuer)) === true;
}

/**
 * Whether a dNSName of a certificate in DER names the host, as OpenSSL compares them: a wildcard stands for the whole
 * leftmost label, and the common name does not count (RFC 9525 6.3). False for what is no certificate.
 */
export function namesHost(der: Buffer, host: string): boolean {
  const options = { subject: "never", partialWildcards: false, multiLabelWildcards: false } as const;
  return quietly(() => readX509(der)?.checkHost(host, options)) !== undefined;
}

/** Node's own roots, in PEM. */
export function bundledCertificates(): readonly string[] {
  return tls.rootCertificates;
}

/**
 * The system's certificates in PEM, as OpenSSL finds them (SSL_CERT_FILE, SSL_CERT_DIR, /etc/ssl); none where it cannot.
 */
export function systemCertificates(): readonly string[] {
  // Since Node 22.15; absent in other runtimes that call themselves Node 24.
  if (typeof tls.getCACertificates !== "function") return [];
  return quietly(() => tls.getCACertificates("system")) ?? [];
}
