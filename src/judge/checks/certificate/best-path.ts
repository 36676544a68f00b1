/** What the dates and places of certificates on a path mean. */
import type { CertificateFacts, TrustPath } from "../../../observe/observation.ts";

export type Certificates = Readonly<Record<string, CertificateFacts>>;

/**
 * True where the moment lies inside the certificate's validity. As OpenSSL sees it, and unlike RFC 5280 4.1.2.5, it is
 * over at notAfter.
 */
export function isValidAt(certificate: CertificateFacts | undefined, now: number): boolean {
  return (
    certificate !== undefined &&
    Date.parse(certificate.notBefore) <= now &&
    now < Date.parse(certificate.notAfter)
  );
}

/** The certificates of a path between leaf and trust anchor: those whose keys and signatures count. */
export function intermediatesOf(path: TrustPath): string[] {
  return path.certificates.slice(1, -1);
}

/** The certificates of a path above the leaf: those whose dates count beside the leaf's, the trust anchor included. */
export function aboveLeaf(path: TrustPath): string[] {
  return path.certificates.slice(1);
}

/** Whether a path is valid at the moment, whatever the leaf's own dates. */
export function pathIsValid(path: TrustPath, certificates: Certificates, now: number): boolean {
  return aboveLeaf(path).every((sha256) => isValidAt(certificates[sha256], now));
}

/** Paths by their length; of equal ones the order stays. */
export function shortestFirst(paths: readonly TrustPath[] = []): TrustPath[] {
  return paths.toSorted((a, b) => a.certificates.length - b.certificates.length);
}
