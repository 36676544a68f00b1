/** Which of the verified paths speaks for a certificate. */
import type { CertificateFacts, TlsHandshake, TrustPath } from "../../../observe/observation.ts";

export type Certificates = Readonly<Record<string, CertificateFacts>>;

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
