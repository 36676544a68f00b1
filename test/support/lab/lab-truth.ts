/** Holds a report against the truth about the lab. */
import type { Check, Report } from "../../../src/judge/report.ts";
import type { Expectation, Truth } from "./embedded-lab.ts";

/** A place where the report says something else than the truth. */
export interface Difference {
  readonly place: string;
  readonly expected: string;
  readonly got: string;
}

/** Everything in which the report differs: results, verdicts, codes, servers and endpoints that are missing. */
export function differences(report: Report, truth: readonly Truth[]): Difference[] {
  return truth.flatMap((expected) => {
    const domain = report.domains.find(({ name }) => name === expected.domain);
    if (domain === undefined) return [{ place: expected.domain, expected: "a domain", got: "none" }];
    const found: Difference[] = [];
    const compare = (place: string, want: string, got: string): void => {
      if (want !== got) found.push({ place, expected: want, got });
    };
    compare(expected.domain, expected.result, domain.result);
    compare(`${expected.domain} mx`, expectationWords(expected.mx), checkWords(domain.checks[0]));
    const hosts = (list: readonly { host: string }[]): string => list.map(({ host }) => host).join(" ");
    compare(`${expected.domain} hosts`, hosts(expected.hosts), hosts(domain.servers));
    for (const { host, addresses, checks } of expected.hosts) {
      const endpoints = domain.servers.find((server) => server.host === host)?.endpoints ?? [];
      compare(`${host} addresses`, addresses.join(" "), endpoints.map(({ address }) => address).join(" "));
      for (const endpoint of endpoints) {
        for (const [id, expectation] of Object.entries(checks)) {
          const check = endpoint.checks.find((each) => each.check === id);
          compare(`${host} [${endpoint.address}] ${id}`, expectationWords(expectation), checkWords(check));
        }
      }
    }
    return found;
  });
}

function expectationWords({ verdict, codes }: Expectation): string {
  return [verdict, ...[...codes].sort()].join(" ");
}

function checkWords(check: Check | undefined): string {
  if (check === undefined) return "no such check";
  return [check.verdict, ...[...new Set(check.findings.map(({ code }) => code))].sort()].join(" ");
}
