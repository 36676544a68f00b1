/** Names that users write: domains and hosts, checked and brought to the form in which they are compared. */
import { domainToASCII } from "node:url";

/** Longest host name without the trailing dot (RFC 1035 2.3.4). */
const LONGEST_NAME = 253;

/** Letters, digits and hyphens, not at the edges (RFC 952, RFC 1123 2.1); the underscore is no host name. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Whether a name is that of a host: letters, digits and inner hyphens in every label, not too long, and no numeric last
 * label, which is that of an IPv4 address or of nothing at all (RFC 3696 2).
 * @param name in A-labels and lower case, without trailing dot
 */
export function isHostName(name: string): boolean {
  if (name.length > LONGEST_NAME) return false;
  const labels = name.split(".");
  return labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? "");
}

/**
 * Brings a host or domain name to A-labels in lower case without trailing dot (RFC 5890, RFC 1123).
 * Undefined where it is no host name: empty labels, forbidden characters, too long, an IP address.
 */
export function normaliseHostName(written: string): string | undefined {
  const trimmed = written.trim().replace(/\.$/, "");
  // domainToASCII is a URL host parser: it drops tabs and line ends, decodes %61, stops at a slash, and reads 0x7f.1
  // as an address. So it sees non-ASCII input only, with no other ASCII in it than a name has.
  if (/[^-.0-9A-Za-z\u0080-\u{10ffff}]/u.test(trimmed)) return undefined;
  const ascii = /^[-.0-9A-Za-z]*$/.test(trimmed) ? trimmed.toLowerCase() : domainToASCII(trimmed);
  return isHostName(ascii) ? ascii : undefined;
}
