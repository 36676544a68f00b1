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

/** What is missing where no path was found, and the issuer that the run has met elsewhere, if it has. */
export interface TrustGap {
  readonly fault: TrustFault;
  readonly met?: CertificateFacts | undefined;
}

/**
 * What is missing where no path was found. A leaf signed by itself is self-signed. Where the issuer of the last
 * certificate served was met elsewhere in the run, that tells an unknown root from a missing intermediate. Where
 * it was not, a leaf that came alone lacks its intermediate, unless its issuer calls itself a root; a chain that
 * goes further leads to an unknown root.
 */
export function trustGap(tls: TlsHandshake, certificates: Certificates): TrustGap {
  const leaf = tls.chain?.[0];
  const top = topOfChain(tls);
  if (leaf === undefined || top === undefined) return { fault: "untrusted" };
  if (leaf.issuedBy.includes(leaf.sha256)) return { fault: "self-signed" };
  const last = certificates[top];
  const met = last === undefined || last.selfIssued ? undefined : issuerOf(last, certificates);
  if (met !== undefined) return { fault: met.selfIssued ? "untrusted" : "incomplete", met };
  const alone = top === leaf.sha256 && !/\broot\b/i.test(last?.issuer ?? "");
  return { fault: alone ? "incomplete" : "untrusted" };
}

/** The certificate of the run whose key has signed this one. */
function issuerOf(certificate: CertificateFacts, certificates: Certificates): CertificateFacts | undefined {
  return Object.values(certificates).find((other) => {
    if (other.subject !== certificate.issuer) return false;
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
