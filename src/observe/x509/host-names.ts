/** Whether a certificate names a host, where a run has to know before it goes on. */
import { readX509 } from "./openssl.ts";

/**
 * Whether a dNSName of a certificate in DER names the host, as OpenSSL compares them: a wildcard stands for the whole
 * leftmost label, and the common name does not count (RFC 9525 6.3). False for what is no certificate.
 */
export function namesHost(der: Buffer, host: string): boolean {
  const options = { subject: "never", partialWildcards: false, multiLabelWildcards: false } as const;
  return readX509(der)?.checkHost(host, options) !== undefined;
}
