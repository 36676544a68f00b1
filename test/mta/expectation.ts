/** The words of the truth table: what a check must come to. */
import type { Code } from "../../src/judge/diagnostics/registry.ts";
import type { EndpointCheckId } from "../../src/judge/checks/all.ts";
import type { Verdict } from "../../src/judge/report.ts";
import type { Arrival, Arrivals } from "./senders/arrivals.ts";

export interface Expectation {
  readonly verdict: Verdict;
  /** Every code of its findings, no more and no less. */
  readonly codes: readonly Code[];
}

/** DANE has a bed of its own: authenticated/. */
export type EndpointCheck = Exclude<EndpointCheckId, "dane">;

export const ENDPOINT_CHECKS = [
  "connect",
  "banner",
  "ehlo",
  "starttls",
  "certificate",
  "relay",
  "delivery",
] as const;

/** Where an endpoint differs from a pass without findings. */
export type Deviations = Readonly<Partial<Record<EndpointCheck, Expectation>>>;

/** The runs of the lab: with which resolver and which settings. */
export type RunName =
  | "default"
  /** `relay-test: thorough`. */
  | "thorough"
  /** `max-banner-seconds: 5`. */
  | "impatient"
  /** `allow-private-addresses` as it is by default. */
  | "public-only"
  /** Nothing listens where the resolver should be. */
  | "resolver-gone"
  /** Packets to the resolver vanish. */
  | "resolver-silent"
  /** The resolver answers SERVFAIL to everything. */
  | "resolver-failing"
  /** The resolver refuses everything. */
  | "resolver-refusing"
  /** The resolver says NXDOMAIN to everything. */
  | "resolver-empty"
  /** The first resolver never answers, the second one does. */
  | "resolver-second";

export type Topic = "DNS" | "TCP" | "Greeting and EHLO" | "TLS" | "Certificates" | "Relay" | "Delivery";

/** What is true of one domain. */
export interface Row {
  /** The domain is NAME.test. */
  readonly name: string;
  readonly topic: Topic;
  /** How it is set up. */
  readonly says: string;
  readonly mx: Expectation;
  /** By host (a label below the domain, or `@`), with `/2` for its second address. */
  readonly endpoints: Readonly<Record<string, Deviations>>;
  readonly run: RunName;
  /** Whether mail to its postmaster arrives, where senders/arrivals.ts does not say so. */
  readonly arrives?: Arrival | Arrivals;
}

export const PASS: Expectation = { verdict: "pass", codes: [] };
export const SKIP: Expectation = { verdict: "skip", codes: [] };

export function fails(...codes: readonly Code[]): Expectation {
  return { verdict: "fail", codes };
}

export function warns(...codes: readonly Code[]): Expectation {
  return { verdict: "warn", codes };
}

/** A pass with notices. */
export function notes(...codes: readonly Code[]): Expectation {
  return { verdict: "pass", codes };
}

export function unclear(...codes: readonly Code[]): Expectation {
  return { verdict: "inconclusive", codes };
}

/** The dialog ends with this check: what comes after it is skipped. */
export function endsAt(check: EndpointCheck, expectation: Expectation): Deviations {
  const later = ENDPOINT_CHECKS.slice(ENDPOINT_CHECKS.indexOf(check) + 1);
  return { ...Object.fromEntries(later.map((id) => [id, SKIP])), [check]: expectation };
}

/** The server refuses this client: neither question is answered. */
export const NOT_TESTED: Deviations = {
  relay: { verdict: "warn", codes: ["relay-not-tested"] },
  delivery: { verdict: "warn", codes: ["delivery-not-tested"] },
};

/** Put off by greylisting, whoever the recipient is. */
export const GREYLISTED = {
  relay: { verdict: "skip", codes: ["relay-greylisted"] },
  delivery: { verdict: "skip", codes: ["delivery-greylisted"] },
} as const satisfies Deviations;

/** No TLS came about, so there is no certificate; the relay is tested in the clear. */
export function noTls(expectation: Expectation): Deviations {
  return { starttls: expectation, certificate: SKIP };
}

/** Every address of the lab is private, which is a notice where private addresses are allowed. */
export const FOUND: Expectation = notes("mx-private-address");

/** A row whose domain has one server at one address. */
export type SingleRow = readonly [name: string, says: string, deviations?: Deviations];

export function servers(topic: Topic, rows: readonly SingleRow[], run: RunName = "default"): Row[] {
  return rows.map(([name, says, deviations = {}]) => ({
    name,
    topic,
    says,
    mx: FOUND,
    endpoints: { mx: deviations },
    run,
  }));
}

/** A row about the records of a domain; what it says of endpoints, where there are any, comes last. */
export type DomainRow = readonly [
  name: string,
  says: string,
  mx: Expectation,
  endpoints?: Readonly<Record<string, Deviations>>,
  run?: RunName,
];

export function domains(rows: readonly DomainRow[]): Row[] {
  return rows.map(([name, says, mx, endpoints = {}, run = "default"]) => ({
    name,
    topic: "DNS",
    says,
    mx,
    endpoints,
    run,
  }));
}

/** The same for many hosts: `mx1`, `mx2` and so on. */
export function numbered(count: number): Record<string, Deviations> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`mx${index + 1}`, {}]));
}
