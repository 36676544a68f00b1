/** Name servers: where questions go. */
import { getServers } from "node:dns";
import { hostPort, parseAddressPort, type AddressPort } from "../../text/address.ts";

/** The address of an IPv6 server has its zone where it has one. */
export type NameServer = AddressPort;

/** Port of DNS (RFC 1035 4.2). */
export const DNS_PORT = 53;

/** `address:port`, an IPv6 address in brackets. */
export function formatServer({ address, port }: NameServer): string {
  return hostPort(address, port);
}

/** The name servers that this machine is set up to use. */
export function systemServers(configured: readonly string[] = getServers()): NameServer[] {
  return configured.flatMap((text) => parseAddressPort(text, DNS_PORT) ?? []);
}
