/** Reports of a version that wrote no keys: what today's reports have beside is added from what was observed. */
import { endpointKey } from "../observe/observation.ts";
import { quote, quoteName } from "../text/quote.ts";

type Members = Record<string, unknown>;

/** Members of what may be an object; none of what is not. */
export function membersOf(value: unknown): Members {
  return typeof value === "object" && value !== null ? (value as Members) : {};
}

function listOf(parent: Members, name: string): Members[] {
  const list = parent[name];
  return Array.isArray(list) ? list.map(membersOf) : [];
}

/**
 * Adds the raw names of domains and the keys of endpoints, in place, where a report has none. It names both in words
 * alone, so that of endpoints which differ by their TLS mode alone both get the key of the first.
 * @param json a report as it was parsed, of which nothing is known yet
 */
export function addKeys(json: unknown): void {
  const report = membersOf(json);
  const domains = listOf(report, "domains");
  if (domains.every((domain) => "rawName" in domain)) return;
  const observed = membersOf(report["observations"]);
  const names = new Map<unknown, string>();
  for (const { name } of listOf(observed, "domains")) {
    if (typeof name === "string") names.set(quoteName(name), name);
  }
  const keys = new Map<string, string>();
  for (const endpoint of Object.values(membersOf(observed["endpoints"])).map(membersOf)) {
    const { host, address, port, tlsMode } = endpoint;
    if (typeof host !== "string" || typeof address !== "string" || typeof port !== "number") continue;
    const place = placeOf(quote(host, 255), endpoint);
    const mode = tlsMode === "implicit" ? "implicit" : "starttls";
    if (!keys.has(place)) keys.set(place, endpointKey({ host, address, port, tlsMode: mode }));
  }
  for (const domain of domains) {
    domain["rawName"] ??= names.get(domain["name"]);
    for (const server of listOf(domain, "servers")) {
      for (const endpoint of listOf(server, "endpoints")) {
        endpoint["key"] ??= keys.get(placeOf(server["host"], endpoint));
      }
    }
  }
}

function placeOf(host: unknown, { address, port, run }: Members): string {
  return JSON.stringify([host, address, port, run]);
}
