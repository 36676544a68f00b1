/**
 * Which run saw what. Where several runs were merged, what each saw of its surroundings counts for its own endpoints
 * alone, and of a thing that several saw one sight is chosen.
 */
import {
  endpointKey,
  serviceKey,
  type DomainObservation,
  type EndpointObservation,
  type HostService,
  type Observations,
  type RunFacts,
} from "../observe/observation.ts";
import type { DialogView } from "./dialog-view.ts";
import { closesGate, type Check, type GateRules } from "./report.ts";

/** One run with all endpoints that it saw, by {@link endpointKey}. */
export interface SeenRun {
  readonly facts: RunFacts;
  readonly endpoints: ReadonlyMap<string, EndpointObservation>;
  /** Address families in which a web server with an MTA-STS policy answered: the way to others is open. */
  readonly answeringWeb: ReadonlySet<4 | 6>;
}

export interface Sights {
  /** The run that saw a domain or an endpoint. @throws RangeError where its index names none */
  runOf(seen: Pick<EndpointObservation | DomainObservation, "run">): SeenRun;
  /** Every sight of an endpoint, in the order of the runs. */
  of(key: string): readonly EndpointObservation[];
  /** Keys of the endpoints at which a service was seen, at whatever addresses. */
  keysOf(service: HostService): readonly string[];
}

/** Sorts observations by the runs that made them. */
export function createSights(observations: Observations): Sights {
  const { runs = [observations] } = observations;
  const endpoints = runs.map(() => new Map<string, EndpointObservation>());
  for (const endpoint of Object.values(observations.endpoints)) {
    endpoints[endpoint.run ?? 0]?.set(endpointKey(endpoint), endpoint);
  }
  const services = Map.groupBy(Object.values(observations.endpoints), serviceKey);
  const web = runs.map(() => new Set<4 | 6>());
  for (const { mtaSts, run } of observations.domains) {
    const { address, tls } = mtaSts?.fetch ?? {};
    if (tls?.outcome === "done") web[run ?? 0]?.add(address?.includes(":") === true ? 6 : 4);
  }
  const seen = runs.map((facts, index): SeenRun => ({
    facts,
    endpoints: endpoints[index] ?? new Map(),
    answeringWeb: web[index] ?? new Set(),
  }));
  return {
    runOf({ run = 0 }) {
      const found = seen[run];
      if (found === undefined) throw new RangeError(`There is no run ${String(run)}.`);
      return found;
    },
    of: (key) => endpoints.flatMap((each) => each.get(key) ?? []),
    keysOf: (service) => [...new Set(services.get(serviceKey(service))?.map(endpointKey))],
  };
}

/** Tells which endpoints are listed more than once; all may be, where shards look for those of others. */
export function sharedEndpoints({ domains }: Observations): (endpoint: EndpointObservation) => boolean {
  if (domains.some(({ elsewhere }) => elsewhere !== undefined)) return () => true;
  const met = new Set<string>();
  const again = new Set<string>();
  for (const { endpoints } of domains) {
    for (const key of endpoints) {
      if (met.has(key)) again.add(key);
      met.add(key);
    }
  }
  return (endpoint) => again.has(endpointKey(endpoint));
}

/** How many steps of the dialog were seen: the measure of which sight saw more. */
export function stepsSeen(dialog: DialogView): number {
  const steps = [
    dialog.connect?.outcome === "connected",
    dialog.greeting?.reply !== undefined,
    dialog.hello?.reply !== undefined,
    dialog.starttls !== undefined || dialog.tls !== undefined,
    dialog.tls?.outcome === "done",
    dialog.helloInTls?.reply !== undefined,
    [...dialog.attempts.foreign].some(({ rcpt }) => rcpt?.reply !== undefined),
    [...dialog.attempts.own.values()].flat().some(({ rcpt }) => rcpt?.reply !== undefined),
    dialog.relayForms.length > 0,
    dialog.floor !== undefined,
  ];
  return steps.filter((step) => step).length;
}

/** A sight with what was made of it. */
export interface JudgedSight {
  readonly checks: readonly Check[];
  /** How much was seen, comparable among sights of one thing. */
  readonly seen: number;
}

/**
 * The sight that counts: one whose findings close the gate, since no other run undoes what was seen; then the one that
 * saw more; then the later one.
 * @param candidates in the order of the runs, at least one
 */
export function sightThatCounts<Sight extends JudgedSight>(
  candidates: readonly [Sight, ...Sight[]],
  rules: GateRules,
): Sight {
  const closes = ({ checks }: Sight): number =>
    Number(checks.some(({ verdict }) => verdict !== "inconclusive" && closesGate(verdict, rules)));
  return candidates.reduce((best, next) => {
    const order = closes(next) - closes(best) || next.seen - best.seen;
    return order >= 0 ? next : best;
  });
}
