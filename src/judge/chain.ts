/** Which of the verified paths speaks for a certificate, and what is wrong where there is none. */
import { X509Certificate } from "node:crypto";
import type { CertificateFacts, TlsHandshake, TrustPath } from "../observe/observation.ts";

type Certificates = Readonly<Record<string, CertificateFacts>>;

/** Why no path leads to a trust anchor: exactly one of the three holds. */
export type TrustFault = "self-signed" | "incomplete" | "untrusted";

/** True where the moment lies inside the certificate's validity. */
export function isValidAt(certificate: CertificateFacts | undefined, now: number): boolean {
  return (
    certificate !== undefined &&
    Date.parse(certificate.notBefore) <= now &&
    now <= Date.parse(certificate.notAfter)
  );
}

/** The certificates of a path between leaf and trust anchor: those whose dates, keys and signatures count. */
export function intermediatesOf(path: TrustPath): string[] {
  return path.certificates.slice(1, -1);
}

/**
 * The path that a careful client would take: one whose intermediates are all valid at the moment, and the
 * shortest of those; undefined where no store knows any.
 */
export function bestPath(tls: TlsHandshake, certificates: Certificates, now: number): TrustPath | undefined {
  const paths = [...(tls.paths ?? [])].sort((a, b) => a.certificates.length - b.certificates.length);
  return paths.find((path) => intermediatesAreValid(path, certificates, now)) ?? paths[0];
}

export function intermediatesAreValid(path: TrustPath, certificates: Certificates, now: number): boolean {
  return intermediatesOf(path).every((sha256) => isValidAt(certificates[sha256], now));
}

/**
 * What is missing where no path was found. A leaf signed by itself is self-signed; one whose issuer was not
 * served at all is an incomplete chain, unless the run has met that issuer elsewhere and it is a root that no
 * store knows; where the served chain goes further, its root is unknown.
 */
export function trustFault(tls: TlsHandshake, certificates: Certificates): TrustFault {
  const links = new Map((tls.chain ?? []).map((link) => [link.sha256, link]));
  const leaf = tls.chain?.[0];
  if (leaf === undefined) return "untrusted";
  if (leaf.issuedBy.includes(leaf.sha256)) return "self-signed";
  if (leaf.issuedBy.some((sha256) => links.has(sha256))) return "untrusted";
  return isSignedByRootOf(certificates, leaf.sha256) ? "untrusted" : "incomplete";
}

/** Whether a self-issued certificate of the run has signed this one. */
function isSignedByRootOf(certificates: Certificates, sha256: string): boolean {
  const certificate = certificates[sha256];
  if (certificate === undefined) return false;
  return Object.values(certificates).some((other) => {
    if (!other.selfIssued || other.subject !== certificate.issuer) return false;
    try {
      return parse(certificate).verify(parse(other).publicKey);
    } catch {
      // What cannot be parsed has signed nothing.
      return false;
    }
  });
}

function parse({ der }: CertificateFacts): X509Certificate {
  return new X509Certificate(Buffer.from(der, "base64"));
}

/** The certificate at which the served chain ends, walking from the leaf from issuer to issuer. */
export function topOfChain(tls: TlsHandshake): string | undefined {
  const links = new Map((tls.chain ?? []).map((link) => [link.sha256, link]));
  let current = tls.chain?.[0];
  const passed = new Set<string>();
  while (current !== undefined) {
    passed.add(current.sha256);
    const next: string | undefined = current.issuedBy.find(
      (sha256) => !passed.has(sha256) && links.has(sha256),
    );
    if (next === undefined) return current.sha256;
    current = links.get(next);
  }
  return undefined;
}
