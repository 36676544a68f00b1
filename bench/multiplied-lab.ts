/** One lab, observed once with real dialogs and certificates, then multiplied under other names. */
import { endpointKey } from "../src/observe/observation.ts";
import type { DomainObservation, EndpointObservation, Observations } from "../src/observe/observation.ts";
import { check } from "../src/run/run.ts";
import { startLab } from "../test/support/lab/embedded-lab.ts";
import { given, hostOf } from "../test/support/run/recording-host.ts";

/** What a run sees of these domains of the lab. */
export async function observeLab(only: readonly string[]): Promise<Observations> {
  const lab = await startLab({ only });
  try {
    const settings = { ...lab.settings, domains: lab.domains.join("\n") };
    return (await check(given(settings), "command", hostOf(lab))).observations;
  } finally {
    await lab.close();
  }
}

/**
 * The same dialogs under other names: `endpoints` distinct ones, shared by `domains` domains with two hosts each, or one
 * where there is one endpoint only.
 */
export function multiplied(seen: Observations, domains: number, endpoints: number): Observations {
  const patterns = seen.domains.flatMap((domain) =>
    domain.endpoints.flatMap((key) => {
      const endpoint = seen.endpoints[key];
      const host = domain.mx?.hosts.find((one) => one.host === endpoint?.host);
      return endpoint === undefined || host === undefined ? [] : [{ domain, endpoint, host }];
    }),
  );
  const all: Record<string, EndpointObservation> = {};
  const locations = Array.from({ length: endpoints }, (_, index) => {
    const pattern = patterns[index % patterns.length];
    if (pattern === undefined) throw new Error("The lab has no endpoint.");
    const host = `mx${index}.mail.example`;
    const address = `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
    const { floorAt, ...endpoint } = pattern.endpoint;
    const moved = {
      ...structuredClone(endpoint),
      host,
      address,
      ...(floorAt !== undefined && { floorAt: host }),
    };
    const key = endpointKey(moved);
    all[key] = moved;
    return { key, host: { ...structuredClone(pattern.host), host, preference: 10 }, domain: pattern.domain };
  });
  const many = Array.from({ length: domains }, (_, index): DomainObservation => {
    const two = [...new Set([(index * 2) % endpoints, (index * 2 + 1) % endpoints])].flatMap(
      (at) => locations[at] ?? [],
    );
    const [first] = two;
    if (first?.domain.mx === undefined) throw new Error("The lab has no MX.");
    return {
      name: `d${index}.example`,
      kind: "domain",
      mx: { ...structuredClone(first.domain.mx), hosts: two.map(({ host }) => host) },
      endpoints: two.map(({ key }) => key),
    };
  });
  return { ...seen, domains: many, endpoints: all };
}
