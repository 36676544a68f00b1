/** Addresses with ports, as they are written, and what a port of mail means. */
import { ipVersion } from "./ip-address.ts";

/** An address with a port. */
export interface AddressPort {
  /** IPv4 or IPv6; the latter may have a zone. */
  readonly address: string;
  readonly port: number;
}

/** `host:port`, with brackets around an IPv6 address. */
export function hostPort(host: string, port: number): string {
  return `${host.includes(":") ? `[${host}]` : host}:${String(port)}`;
}

/** `host [address]:port`: one line for one endpoint. */
export function hostAddressPort(host: string, { address, port }: AddressPort): string {
  return `${host} [${address}]:${String(port)}`;
}

/** The literal of an address in mail, `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321 4.1.3). */
export function literalOf(address: string): string {
  return address.includes(":") ? `[IPv6:${address}]` : `[${address}]`;
}

/** Reads `address`, `v4:port`, `[v6]` or `[v6]:port`; undefined where the text is none of these. */
export function parseAddressPort(text: string, defaultPort: number): AddressPort | undefined {
  const groups = /^(?:\[(?<v6>[^\]]+)\]|(?<v4>[\d.]+))(?::(?<port>\d{1,5}))?$/.exec(text)?.groups;
  if (groups === undefined) return ipVersion(text) === 0 ? undefined : { address: text, port: defaultPort };
  const address = groups["v6"] ?? groups["v4"] ?? "";
  const port = groups["port"] === undefined ? defaultPort : Number(groups["port"]);
  const family = groups["v6"] === undefined ? 4 : 6;
  return ipVersion(address) === family && isPort(port) ? { address, port } : undefined;
}

/** Whether a number is one of a port that somebody can listen at. */
export function isPort(number: number): boolean {
  return number >= 1 && number <= 65_535;
}

/** How a server of mail is spoken to. */
export interface MailService {
  readonly tlsMode: "starttls" | "implicit";
  /** Takes mail from logged-in users only. */
  readonly submission: boolean;
}

/** A service by what its port means: TLS from the first byte at 465 (RFC 8314 3.3), submission at 587 (RFC 6409). */
export function serviceAt(port: number): MailService {
  return { tlsMode: port === 465 ? "implicit" : "starttls", submission: port === 465 || port === 587 };
}
