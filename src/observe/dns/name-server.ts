/** Name servers: where questions go. */
import { getServers } from "node:dns";
import { isIPv6 } from "node:net";
import { hostPort, parseAddressPort, type AddressPort } from "../../text/address.ts";

/** The address of an IPv6 server has its zone where it has one. */
export type NameServer = AddressPort;

/** Port of DNS (RFC 1035 4.2). */
export const DNS_PORT = 53;

/** What {@link formatServer} has written: a run asks few servers, and keeps the name of one with each answer. */
const written = new WeakMap<NameServer, string>();

/** `address:port`, an IPv6 address in brackets. */
export function formatServer(server: NameServer): string {
  const known = written.get(server);
  if (known !== undefined) return known;
  const text = hostPort(server.address, server.port);
  written.set(server, text);
  return text;
}

/**
 * The name servers that this machine is set up to use.
 * @param configured in the spellings of node:dns, which leaves out the zone of an address
 * @param resolvConf text of resolv.conf (5), which has it: without a zone, nothing can be sent to a link-local address
 */
export function systemServers(configured: readonly string[] = getServers(), resolvConf = ""): NameServer[] {
  const zones = new Map(
    [...resolvConf.matchAll(/^[ \t]*nameserver[ \t]+(?<address>[0-9a-f:.]+)%(?<zone>[^\s#;]+)/gim)].flatMap(
      ({ groups }) => (groups === undefined ? [] : [[canonical(groups["address"] ?? ""), groups["zone"]]]),
    ),
  );
  return configured.flatMap((text) => {
    const server = parseAddressPort(text, DNS_PORT);
    if (server === undefined) return [];
    const zone = isIPv6(server.address) ? zones.get(canonical(server.address)) : undefined;
    return [zone === undefined ? server : { ...server, address: `${server.address}%${zone}` }];
  });
}

/** One spelling for each IPv6 address (RFC 5952); what is none stays. */
function canonical(address: string): string {
  const url = URL.parse(`http://[${address}]/`);
  return url?.hostname.slice(1, -1) ?? address;
}
