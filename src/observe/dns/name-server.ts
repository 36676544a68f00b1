/** Name servers: where questions go. */
import { getServers } from "node:dns";
import { isIP, isIPv6 } from "node:net";

export interface NameServer {
  /** IPv4 or IPv6 address, the latter with its zone where it has one. */
  readonly address: string;
  readonly port: number;
}

const DNS_PORT = 53;

/** Reads `ip`, `ip:port`, `v6`, `[v6]` or `[v6]:port`; undefined where the text is none of these. */
export function parseServer(text: string): NameServer | undefined {
  if (isIP(text) !== 0) return { address: text, port: DNS_PORT };
  const groups = /^(?:\[(?<v6>[^\]]+)\]|(?<v4>[\d.]+))(?::(?<port>\d{1,5}))?$/.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const address = groups["v6"] ?? groups["v4"] ?? "";
  const port = groups["port"] === undefined ? DNS_PORT : Number(groups["port"]);
  const expected = groups["v6"] === undefined ? 4 : 6;
  return isIP(address) === expected && port >= 1 && port <= 65_535 ? { address, port } : undefined;
}

/** `address:port`, an IPv6 address in brackets. */
export function formatServer({ address, port }: NameServer): string {
  return isIPv6(address) ? `[${address}]:${String(port)}` : `${address}:${String(port)}`;
}

/** The name servers that this machine is set up to use. */
export function systemServers(configured: readonly string[] = getServers()): NameServer[] {
  return configured.flatMap((text) => parseServer(text) ?? []);
}
