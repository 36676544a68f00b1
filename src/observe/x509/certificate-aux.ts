/** OpenSSL's own data behind the certificate in a PEM block TRUSTED CERTIFICATE: what it is to be trusted for. */
import { childrenOf, constructed, readOid, readWhole, TAG, type Element } from "./der.ts";

/** serverAuth and anyExtendedKeyUsage (RFC 5280 4.2.1.12). */
const SERVER_AUTH: ReadonlySet<string | undefined> = new Set(["1.3.6.1.5.5.7.3.1", "2.5.29.37.0"]);

function namesServers(usages: readonly Element[]): boolean {
  return usages.some((usage) => SERVER_AUTH.has(readOid(usage)));
}

/** Whether a certificate is to be trusted to verify servers with; `unsaid` where nothing is said of it. */
export type ServerTrust = "trusted" | "rejected" | "unsaid";

/**
 * Reads what stands behind a certificate, as X509_check_trust has it: `CertAux ::= SEQUENCE { trust SEQUENCE OF OBJECT
 * IDENTIFIER OPTIONAL, reject [0] IMPLICIT SEQUENCE OF OBJECT IDENTIFIER OPTIONAL, ... }`. Bundles of Red Hat's kind hold
 * roots that are distrusted in this way. What cannot be read is `rejected`.
 */
export function readServerTrust(auxiliary: Buffer): ServerTrust {
  if (auxiliary.length === 0) return "unsaid";
  const fields = readWhole(auxiliary, TAG.sequence);
  if (fields === undefined) return "rejected";
  const [trust] = fields;
  const trusted = childrenOf(trust, TAG.sequence);
  const rejected = fields.find(({ tag }) => tag === constructed(0));
  if (rejected !== undefined) {
    const usages = childrenOf(rejected, constructed(0));
    if (usages === undefined || namesServers(usages)) return "rejected";
  }
  if (trusted === undefined) return "unsaid";
  return namesServers(trusted) ? "trusted" : "rejected";
}
