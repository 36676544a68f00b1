/** Where something was seen, in words. */
import { hostPort } from "../text/address.ts";
import type { EndpointReport, PlacedCheck, ServerReport } from "../judge/report.ts";

/** `192.0.2.1:25` or `[2001:db8::1]:25`. */
export function addressAndPort({ address, port }: Pick<EndpointReport, "address" | "port">): string {
  return hostPort(address, port);
}

/** `mx1.example.com 192.0.2.1:25`; the address alone where the server was named by it. */
export function endpointLabel(server: ServerReport, endpoint: EndpointReport): string {
  const where = addressAndPort(endpoint);
  return server.host === endpoint.address || server.host === `[${endpoint.address}]`
    ? where
    : `${server.host} ${where}`;
}

/** Where a check stands: its endpoint, or its domain. */
export function checkLabel({ domain, server, endpoint }: PlacedCheck): string {
  return server !== undefined && endpoint !== undefined ? endpointLabel(server, endpoint) : domain.name;
}
