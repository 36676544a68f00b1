/** What DANE of one endpoint needs to know of the others of its run. */
import type { DaneKeyFile, EndpointObservation } from "../../../observe/observation.ts";
import { matchServerIdentity } from "../certificate/server-identity.ts";
import type { SeenRun } from "../../merged-runs.ts";
import { isPublished } from "./keys.ts";
import { publicationOf, type Published } from "./publication.ts";

export interface DaneOfRun {
  /** The files of `dane-keys` that the endpoint's host is about to be given. */
  keysFor(endpoint: EndpointObservation): readonly DaneKeyFile[];
  /** TLSA records, as JSON, that the certificate of another address of the same host matches. */
  matchedElsewhere(endpoint: EndpointObservation): ReadonlySet<string>;
}

/** Endpoints share their records by host and port. */
function serviceOf({ host, port }: Pick<EndpointObservation, "host" | "port">): string {
  return `${host}|${String(port)}`;
}

/** Looks at a run once, and only where its endpoints have records. */
export function daneOfRun({ facts, endpoints }: SeenRun): DaneOfRun {
  let keys: ReadonlyMap<string, readonly DaneKeyFile[]> | undefined;
  let byService: ReadonlyMap<string, readonly EndpointObservation[]> | undefined;
  const services = (): ReadonlyMap<string, readonly EndpointObservation[]> => {
    byService ??= Map.groupBy(
      [...endpoints.values()].filter(({ dane }) => dane !== undefined),
      serviceOf,
    );
    return byService;
  };
  return {
    keysFor(endpoint) {
      if (facts.daneKeys === undefined) return [];
      keys ??= assignKeys(facts.daneKeys, services());
      return keys.get(serviceOf(endpoint)) ?? [];
    },
    matchedElsewhere(endpoint) {
      const others = (services().get(serviceOf(endpoint)) ?? []).filter(
        ({ address }) => address !== endpoint.address,
      );
      return new Set(others.flatMap(matchedRecords));
    },
  };
}

function matchedRecords({ dane }: EndpointObservation): string[] {
  const records = dane?.lookUps.at(-1)?.tlsa.associations ?? [];
  return records
    .filter((_, index) => (dane?.matches?.[index]?.matches.length ?? 0) > 0)
    .map((record) => JSON.stringify(record));
}

/**
 * Which service gets which file: those whose names the certificate has. A file that names none, such as a bare key, is for
 * the services that publish it already; for all of them where nobody does; and for each that publishes no file at all.
 */
function assignKeys(
  files: readonly DaneKeyFile[],
  services: ReadonlyMap<string, readonly EndpointObservation[]>,
): Map<string, DaneKeyFile[]> {
  const published = [...services].flatMap(([service, [first]]): [string, Published][] => {
    const publication = first?.dane === undefined ? undefined : publicationOf(first.dane);
    if (publication === undefined || !("records" in publication) || publication.status === "insecure")
      return [];
    return publication.records.some(({ counts }) => counts) ? [[service, publication]] : [];
  });
  const assigned = new Map(published.map(([service]): [string, DaneKeyFile[]] => [service, []]));
  const nameless: DaneKeyFile[] = [];
  for (const file of files) {
    const named = published.filter(([service, { baseDomain }]) => names(file, [baseDomain, hostOf(service)]));
    const at = published.filter(([, publication]) => isPublished(file, publication));
    if (named.length === 0) nameless.push(file);
    const into = named.length > 0 ? named : at.length > 0 ? at : published;
    for (const [service] of into) assigned.get(service)?.push(file);
  }
  for (const [, its] of assigned) if (its.length === 0) its.push(...nameless);
  return assigned;
}

function hostOf(service: string): string {
  return service.slice(0, service.lastIndexOf("|"));
}

function names({ keys: [own] }: DaneKeyFile, hosts: readonly string[]): boolean {
  const presented = { dnsNames: own?.dnsNames ?? [], ipAddresses: [], subjectCommonNames: [] };
  return hosts.some((host) => matchServerIdentity(presented, host, undefined) === "dns-name");
}
