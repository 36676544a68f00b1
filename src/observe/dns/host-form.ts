/** What the name in an MX record is. */
import { ipVersion } from "../../text/ip-address.ts";
import { isHostName } from "../../text/host-name.ts";
import type { MxHost } from "../observation.ts";

/** An IP address, bare or as an address literal of mail (`[192.0.2.1]`, `[IPv6:2001:db8::1]`). */
function isAddress(name: string): boolean {
  const literal = /^\[(?:ipv6:)?(?<address>.*)\]$/.exec(name)?.groups?.["address"];
  return ipVersion(literal ?? name) !== 0;
}

/**
 * Tells a host name from what an MX record must not name (RFC 5321 2.3.5, 5.1).
 * @param name in text form ({@link normalName}).
 * @returns `root` for the exchange of a null MX (RFC 7505); `invalid` for what follows no host name syntax
 * ({@link isHostName}). An underscore counts as a letter here: senders take such a name for a host and deliver.
 */
export function hostFormOf(name: string): MxHost["form"] {
  if (name === ".") return "root";
  if (isAddress(name)) return "address";
  return isHostName(name.replaceAll("_", "x")) ? "hostname" : "invalid";
}
