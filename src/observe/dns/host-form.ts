/** What the name in an MX record is. */
import { isIP } from "node:net";
import type { MxHost } from "../observation.ts";

/** Characters of a host name without its dots: 255 octets on the wire less the root and one length octet. */
const HOST_NAME_LENGTH = 253;

/** Letters, digits and inner hyphens (RFC 952, RFC 1123 2.1). */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** An IP address, bare or as an address literal of mail (`[192.0.2.1]`, `[IPv6:2001:db8::1]`). */
function isAddress(name: string): boolean {
  const literal = /^\[(?:ipv6:)?(?<address>.*)\]$/.exec(name)?.groups?.["address"];
  return isIP(literal ?? name) !== 0;
}

/**
 * Tells a host name from what an MX record must not name (RFC 5321 2.3.5, 5.1).
 * @param name in text form ({@link normalName}).
 * @returns `root` for the exchange of a null MX (RFC 7505); `invalid` for what follows no host name syntax:
 * characters other than letters, digits and hyphen, too long, or a numeric last label, which belongs to an
 * address that went wrong (RFC 3696 2).
 */
export function hostFormOf(name: string): MxHost["form"] {
  if (name === ".") return "root";
  if (isAddress(name)) return "address";
  const labels = name.split(".");
  const wellFormed = name.length <= HOST_NAME_LENGTH && labels.every((label) => LABEL.test(label));
  return wellFormed && !/^\d+$/.test(labels.at(-1) ?? "") ? "hostname" : "invalid";
}
