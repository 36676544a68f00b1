/** Subject alternative names (RFC 5280 4.2.1.6). */
import { formatIpv4, formatIpv6 } from "../../text/ip-address.ts";
import { constructed, primitive, readLeading, TAG, type Element } from "./der.ts";

/** Tags of the kinds of GeneralName that are looked at. */
export const NAME_KIND = {
  otherName: constructed(0),
  email: primitive(1),
  dns: primitive(2),
  directory: constructed(4),
  uri: primitive(6),
  ip: primitive(7),
} as const;

export interface AlternativeNames {
  /** In the order of the certificate; see {@link presentDnsName}. */
  readonly dnsNames: string[];
  /** Canonical text (RFC 5952 for IPv6). */
  readonly ipAddresses: string[];
  /** Number of names of other kinds, addresses of a wrong length included. */
  readonly otherNames: number;
}

/**
 * Octets of a dNSName as text: what is not plainly printable becomes `\DDD`, as in RFC 1035 5.1, and so does
 * the backslash. A NUL or a line end in a name thus stays visible and can be told from the digits themselves.
 */
export function presentDnsName(octets: Buffer): string {
  return octets
    .toString("latin1")
    .replaceAll(/[^\x21-\x7e]|\\/g, (character) => `\\${String(character.charCodeAt(0)).padStart(3, "0")}`);
}

function presentIpAddress(octets: Buffer): string | undefined {
  if (octets.length === 4) return formatIpv4(octets);
  return octets.length === 16 ? formatIpv6(octets) : undefined;
}

/** Names of the extension's value as they are; undefined where it is malformed. */
export function readGeneralNames(value: Buffer): Element[] | undefined {
  return readLeading(value, TAG.sequence);
}

/** Reads the extension's value; undefined where it is malformed. */
export function readAlternativeNames(value: Buffer): AlternativeNames | undefined {
  const names = readGeneralNames(value);
  if (names === undefined) return undefined;
  const dnsNames: string[] = [];
  const ipAddresses: string[] = [];
  for (const { tag, content } of names) {
    if (tag === NAME_KIND.dns) dnsNames.push(presentDnsName(content));
    else if (tag === NAME_KIND.ip) {
      const address = presentIpAddress(content);
      if (address !== undefined) ipAddresses.push(address);
    }
  }
  return { dnsNames, ipAddresses, otherNames: names.length - dnsNames.length - ipAddresses.length };
}
