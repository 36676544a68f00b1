/** Where DANE makes a difference to how an endpoint is judged, and for whom: most endpoints have no TLSA records. */
import type { EndpointObservation } from "../../../observe/observation.ts";
import type { NextHop } from "../../outcome.ts";

/** The TLSA records that count, if there are any. */
function tlsaOf({ dane }: EndpointObservation) {
  return dane?.lookUps.at(-1)?.tlsa.associations ?? [];
}

export function hasTlsa(endpoint: EndpointObservation): boolean {
  return tlsaOf(endpoint).length > 0;
}

/** Whether the run could tell the DNSSEC status of its TLSA records: another run may not. */
export function seesDnssec({ dane }: EndpointObservation): boolean {
  const status = dane?.lookUps.at(-1)?.tlsa.dnssec;
  return status !== undefined && status !== "unseen";
}

/**
 * What of the next hop the findings of an endpoint depend on: nothing without TLSA records; its names with those of usage
 * 2 alone, and the domain where its MX records are not signed.
 */
export function nextHopMatters({
  endpoint,
  nextHop: { names, mx },
  domain,
}: {
  readonly endpoint: EndpointObservation;
  readonly nextHop: NextHop;
  readonly domain: string;
}): string {
  const records = tlsaOf(endpoint);
  if (records.length === 0) return "";
  const named = records.some(({ usage }) => usage === 2) ? names.join(",") : "";
  return `${mx?.dnssec === "insecure" ? domain : ""},${named}`;
}
