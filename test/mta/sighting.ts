/** What the program said about one row of the truth table. */
import { z } from "zod";
import { checkId, verdict } from "../../src/judge/schemas/report.ts";
import type { Check, DomainReport, Report } from "../../src/judge/report.ts";
import { confirmation } from "./confirmations.ts";
import type { LocatedDomain, Witness } from "./lab.ts";

const judged = z.strictObject({
  verdict,
  codes: z.array(z.string()),
  /** What the findings rest on, for whoever looks into a difference. */
  evidence: z.array(z.string()),
});
export type Judged = z.infer<typeof judged>;

export const sighting = z.strictObject({
  name: z.string(),
  /** Absent where the report has no such domain. */
  mx: judged.optional(),
  /** By host, with `/2` for its second address. */
  endpoints: z.record(z.string(), z.partialRecord(checkId, judged)),
  /** Most connections that were made to one of its endpoints. */
  connections: z.int(),
  /** Kinds of server at its endpoints, by the same keys. */
  servedBy: z.record(z.string(), z.string()),
});
export type Sighting = z.infer<typeof sighting>;

/** What comes out of the namespace. */
export const labResult = z.strictObject({
  sightings: z.array(sighting),
  /** What was rude: two connections at once to an address, words before the greeting, mail itself. */
  rudeness: z.array(z.string()),
  /** Codes that the reports carry, by target. */
  found: z.array(z.strictObject({ name: z.string(), codes: z.array(z.string()) })),
  confirmations: z.array(confirmation),
  /** Seconds until the lab stood, and seconds of the program. */
  startSeconds: z.number(),
  runSeconds: z.number(),
  confirmSeconds: z.number(),
});
export type LabResult = z.infer<typeof labResult>;

function judgedOf({ verdict: said, findings }: Check): Judged {
  return {
    verdict: said,
    codes: [...new Set(findings.map((finding) => finding.code))].sort(),
    evidence: findings.map(({ code, actual, evidence }) => `${code}: ${evidence ?? actual ?? ""}`),
  };
}

/** Host as a label below the domain, or `@`; whole where it is another domain's. */
function labelOf(host: string, domain: string): string {
  if (host === domain) return "@";
  return host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : host;
}

/** `mx` for the first address of a host in its plan, `mx/2` for the second; resolvers give them in any order. */
export function keyOf({ servers }: LocatedDomain, label: string, address: string): string {
  const own = servers.filter((server) => server.label === label);
  const index = own.findIndex(({ stage }) => stage.address === address);
  return index > 0 ? `${label}/${index + 1}` : label;
}

function endpointsOf(domain: LocatedDomain, report: DomainReport): Sighting["endpoints"] {
  const all = report.servers.flatMap(({ host, endpoints }) =>
    endpoints.map(({ address, checks }) => {
      const judgedChecks = Object.fromEntries(checks.map((check) => [check.check, judgedOf(check)]));
      return [keyOf(domain, labelOf(host, `${domain.name}.test`), address), judgedChecks] as const;
    }),
  );
  return Object.fromEntries(all);
}

function servedBy(domain: LocatedDomain): Record<string, string> {
  const { servers } = domain;
  return Object.fromEntries(
    servers.map(({ label, stage, plan }) => [keyOf(domain, label, stage.address), plan.by]),
  );
}

/** What the lab's own servers saw that nobody likes to see. */
export function rudenessOf(witnesses: readonly Witness[]): string[] {
  return witnesses.flatMap(({ domain, sessions = [] }) => {
    const verbs = new Set(sessions.flatMap(({ commands }) => commands.map(({ verb }) => verb)));
    return [
      ...(sessions.some(({ spokeEarly }) => spokeEarly) ? [`${domain} heard words before its greeting`] : []),
      ...["DATA", "AUTH", "BDAT"].filter((verb) => verbs.has(verb)).map((verb) => `${domain} heard ${verb}`),
    ];
  });
}

/** Takes what the report of its run says about one domain. */
export function sightingOf(domain: LocatedDomain, report: Report): Sighting {
  const name = `${domain.name}.test`;
  // A report's own name of a domain is for people: one with other letters stands there in both spellings.
  const found = report.domains[report.observations.domains.findIndex((each) => each.name === name)];
  const mx = found?.checks.find(({ check }) => check === "mx");
  const endpoints = found?.servers.flatMap((server) => server.endpoints) ?? [];
  return {
    name: domain.name,
    ...(mx === undefined ? {} : { mx: judgedOf(mx) }),
    endpoints: found === undefined ? {} : endpointsOf(domain, found),
    connections: Math.max(0, ...endpoints.map((endpoint) => endpoint.connections)),
    servedBy: servedBy(domain),
  };
}
