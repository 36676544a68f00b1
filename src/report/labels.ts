/** Where something was seen, in words. */
import { isImplicitTls } from "../observe/observation.ts";
import { hostPort } from "../text/address.ts";
import type { EndpointReport, PlacedCheck, ServerReport } from "../judge/report.ts";

/**
 * What tells an endpoint from another one of the same server at the same address and port: ` (TLS)` where TLS starts
 * with the first byte, ` (STARTTLS)`. Empty where there is no other.
 */
export function tlsModeLabel({ endpoints }: ServerReport, { key, address, port }: EndpointReport): string {
  const twin = endpoints.some((each) => each.key !== key && each.address === address && each.port === port);
  if (!twin) return "";
  return isImplicitTls(key) ? " (TLS)" : " (STARTTLS)";
}

/** `192.0.2.1:25` or `[2001:db8::1]:25`. */
export function addressAndPort(server: ServerReport, endpoint: EndpointReport): string {
  return hostPort(endpoint.address, endpoint.port) + tlsModeLabel(server, endpoint);
}

/** `mx1.example.com 192.0.2.1:25`; the address alone where the server was named by it. */
export function endpointLabel(server: ServerReport, endpoint: EndpointReport): string {
  const where = addressAndPort(server, endpoint);
  return server.host === endpoint.address || server.host === `[${endpoint.address}]`
    ? where
    : `${server.host} ${where}`;
}

/** Where a check stands: its endpoint, or its domain. */
export function checkLabel({ domain, server, endpoint }: PlacedCheck): string {
  return server !== undefined && endpoint !== undefined ? endpointLabel(server, endpoint) : domain.name;
}

/** What stands in place of the endpoints of a host that has none: where it has addresses, none of them was probed. */
export function withoutEndpoint({ elsewhere, result }: Pick<ServerReport, "elsewhere" | "result">): string {
  if (elsewhere === true) return "in another shard";
  if (result === "fail") return "no address";
  return result === "inconclusive" ? "address unknown" : "not tested";
}
