/** Who runs a host: most likely one operator for all hosts below one registrable domain, who may limit clients. */
import { isIP } from "node:net";
import { getDomain } from "tldts-icann";

/**
 * The registrable domain by the ICANN part of the Public Suffix List. Its private part is left out: hosts below a suffix
 * such as `cloudfront.net` are many customers' and one operator's.
 * @returns the host itself where it is an address, or a public suffix
 */
export function operatorOf(host: string): string {
  if (isIP(host) !== 0) return host;
  // The name comes from DNS and was checked there; `_` and the like are no reason to have no operator.
  return getDomain(host, { extractHostname: false, validateHostname: false, detectIp: false }) ?? host;
}
