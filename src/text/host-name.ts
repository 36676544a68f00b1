/** Names that users write: domains and hosts, checked and brought to the form in which they are compared. */
import { domainToASCII } from "node:url";

/** Longest host name without the trailing dot (RFC 1035 2.3.4). */
const LONGEST_NAME = 253;

/** Letters, digits and hyphens, not at the edges (RFC 952, RFC 1123 2.1); the underscore is no host name. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

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
  if (ascii === "" || ascii.length > LONGEST_NAME) return undefined;
  const labels = ascii.split(".");
  if (!labels.every((label) => LABEL.test(label))) return undefined;
  // A last label of digits only is an IPv4 address or nothing at all (RFC 3696 2).
  if (/^\d+$/.test(labels.at(-1) ?? "")) return undefined;
  return ascii;
}
