/** The shards of a run, made from one that saw everything: each keeps what it would have looked at. */
import { ownerOf } from "../../src/observe/load/owner.ts";
import { serviceKey, type DomainObservation, type Observations } from "../../src/observe/observation.ts";

/** What shards of one run have in common. */
export const PLAN = "0".repeat(64);

/** Parts 1 to `of` of a run, as `shard: K/N` would have made them. */
export function splitByOwner(whole: Observations, of: number, plan = PLAN): Observations[] {
  const hosts = new Map(Object.values(whole.endpoints).map(({ host }) => [host, ownerOf(host, of)]));
  const owners = new Map(whole.domains.map((domain) => [domain, ownerOf(nameOf(domain), of)]));
  return Array.from({ length: of }, (_, position): Observations => {
    const index = position + 1;
    const isOurs = (key: string): boolean => hosts.get(whole.endpoints[key]?.host ?? "") === index;
    return {
      ...whole,
      shard: { index, of, plan, subjects: whole.domains.length },
      domains: whole.domains.flatMap((domain) => {
        const owner = owners.get(domain) ?? 0;
        const endpoints = domain.endpoints.filter(isOurs);
        if (owner !== index && endpoints.length === 0) return [];
        return [{ ...partOf(domain, whole, isOurs), ...(owner !== index && { owner }), endpoints }];
      }),
      endpoints: Object.fromEntries(Object.entries(whole.endpoints).filter(([key]) => isOurs(key))),
    };
  });
}

function nameOf({ name, server }: DomainObservation): string {
  return server?.lookup.host ?? name;
}

/** A domain as a shard sees it; what it publishes is looked at by its owner alone. */
function partOf(
  domain: DomainObservation,
  { endpoints }: Observations,
  isOurs: (key: string) => boolean,
): DomainObservation {
  const others = domain.endpoints.flatMap((key) => {
    const endpoint = endpoints[key];
    return endpoint === undefined || isOurs(key) ? [] : [endpoint];
  });
  const services = new Map(
    others.map(({ host, port, tlsMode }) => {
      const service = { host, port, tlsMode };
      return [serviceKey(service), service];
    }),
  );
  return { ...domain, ...(services.size > 0 && { elsewhere: [...services.values()] }) };
}
