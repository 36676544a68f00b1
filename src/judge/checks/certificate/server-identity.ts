/** Whether a certificate names a server (RFC 9525). */
import { foldAscii } from "../../../text/ascii.ts";

export type NameMatch = "dns-name" | "ip-address" | "common-name" | "none";

/** The names of a certificate, as they stand in it. */
export interface PresentedNames {
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  readonly subjectCommonNames: readonly string[];
  /** Fields that could not be read: names that nobody can read are no reason to fall back to a common name. */
  readonly unreadable?: readonly string[] | undefined;
}

/**
 * How the certificate names the host: by a dNSName or iPAddress, by a common name where there is no dNSName
 * at all, or not. Names are compared without ASCII case (RFC 9525 6.3) and without the host's own trailing dot; one in the
 * certificate matches nothing. `address` is set where the server was named by IP address.
 */
export function matchServerIdentity(
  names: PresentedNames,
  host: string,
  address: string | undefined,
): NameMatch {
  if (address !== undefined) return names.ipAddresses.includes(address) ? "ip-address" : "none";
  if (names.dnsNames.some((name) => matchesName(name, host))) return "dns-name";
  const commonNameCounts = names.dnsNames.length === 0 && names.unreadable?.includes("dnsNames") !== true;
  return commonNameCounts && names.subjectCommonNames.some((name) => matchesName(name, host))
    ? "common-name"
    : "none";
}

/** True for an IP address in text form: a host name has no colon, and its last label is never a number. */
export function isAddress(host: string): boolean {
  return host.includes(":") || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}

/** Two labels at least, of letters, digits and inner hyphens: what may stand behind a wildcard. */
const BEHIND_WILDCARD = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/**
 * A wildcard stands for exactly one whole label, the leftmost (RFC 9525 6.3). As in OpenSSL, and so in Postfix, it stands
 * for no label with an underscore, nor before one.
 */
function matchesName(presented: string, host: string): boolean {
  const pattern = foldAscii(presented);
  const reference = foldAscii(host.replace(/\.$/, ""));
  if (pattern === "" || reference === "") return false;
  if (!pattern.startsWith("*.")) return pattern === reference;
  const rest = pattern.slice(2);
  const firstDot = reference.indexOf(".");
  return (
    BEHIND_WILDCARD.test(rest) &&
    /^[a-z0-9-]+$/.test(reference.slice(0, Math.max(0, firstDot))) &&
    reference.slice(firstDot + 1) === rest
  );
}
