/** What a run of observing is asked for, and what it works with. */
import type { NetworkInterfaceInfo } from "node:os";
import type { Clock } from "../system/clock.ts";
import type { Resolver } from "./dns/resolver.ts";
import type { EgressPlan } from "./egress.ts";
import type {
  CertificateFacts,
  DomainObservation,
  EndpointObservation,
  Observations,
  ObserveProgress,
  PolitenessBound,
  RunFacts,
  ShardFacts,
} from "./observation.ts";
import type { Route } from "./route/route.ts";
import type { AdviseOn } from "./smtp/refusal.ts";
import type { PublishedPlan } from "./sts/published.ts";
import type { DetourRule, ProbeRules, Subject } from "./targets.ts";
import type { TrustStores } from "./trust/paths.ts";
import type { Signal } from "../system/signal.ts";

export interface ObservePlan {
  readonly domains: readonly Subject[];
  /** What the run is for, by name: recorded, and nothing here depends on it. */
  readonly checks: readonly string[];
  /** False where DNS is all that is asked for. */
  readonly probes: boolean;
  /** Whether to look for the issuers that servers do not send. */
  readonly searchesIssuers: boolean;
  readonly rulesFor: (host: string) => ProbeRules;
  /** Name for EHLO, where no rule for a host says otherwise; undefined as in {@link ProbeRules}. */
  readonly heloName?: string | undefined;
  readonly allowPrivateAddresses: boolean;
  readonly concurrency: number;
  /** Connections to slow servers beside those, at most; as many as the limiter allows, if left out. */
  readonly aside?: number | undefined;
  /** Seconds for the whole run. */
  readonly deadline: number;
  /** Where to connect in place of what DNS says; the first rule that matches counts. */
  readonly connectTo?: readonly DetourRule[];
  /** Hosts that tell a dead server from a blocked way out; without them nothing is diagnosed. */
  readonly egress?: EgressPlan;
  /** Ask for certificates that servers do not send by their caIssuers names; seconds for each. Absent: do not. */
  readonly issuerTimeout?: number | undefined;
  /** The zone files that the resolver answers from: recorded, and nothing here depends on them. */
  readonly zoneFiles?: Observations["zoneFiles"];
  /** Certificates and keys that are about to be deployed: recorded, and nothing here depends on them. */
  readonly daneKeys?: Observations["daneKeys"];
  /** What is to be said of what is tested: kept with what was seen, and looked at by nobody here. */
  readonly targetNotes?: Observations["targetNotes"];
  /** Which of MTA-STS and TLS reporting to look at; absent: neither. */
  readonly published?: PublishedPlan | undefined;
  /** The part of the run that this one is; absent: all of it. */
  readonly shard?: ShardFacts | undefined;
  /** With `wait`, rounds may follow. */
  readonly waits?: boolean;
  /** What was seen before in this run, where only a part is to be looked at again. */
  readonly earlier?: EarlierRound;
}

/** A round of probing that came before, with `wait`. */
export interface EarlierRound {
  readonly observations: Observations;
  /** Monotonic moment at which the first round started. */
  readonly started: number;
  /** Whether a domain or server, by name, is to be looked up again. */
  readonly again: (name: string) => boolean;
  /** Whether what was seen of an endpoint, by key, is to stay as it is. */
  readonly keeps: (key: string) => boolean;
}

/** Hears what a run sees as it comes. What is heard of a thing later takes the place of what was heard before. */
export interface ObservationSink {
  /** Before all else. @param environment as far as it is known before anything is probed */
  begin(run: Pick<RunFacts, "started" | "environment">): void;
  /** Before the endpoints and domains that name them. */
  certificates(seen: Readonly<Record<string, CertificateFacts>>): void;
  endpoint(endpoint: EndpointObservation): void;
  /** Behind all of its endpoints. @param index its place in the plan */
  domain(index: number, domain: DomainObservation): void;
  /** Resolves when it can take more: no endpoint is begun before. */
  ready(): Promise<void>;
}

export interface ObserveTools {
  readonly clock: Clock;
  /** Makes the resolver of the run, which asks each question once and ends with the signal. */
  readonly createResolver: (signal: Signal) => Resolver;
  readonly route: Route;
  readonly trust: TrustStores;
  /** Ends the run early. */
  readonly interrupt: Signal;
  /** A number in [0, 1) that nobody can foresee. */
  readonly random: () => number;
  /** The machine's own name. */
  readonly machineName: string;
  /** What to make of a refusal while a dialog goes on. */
  readonly adviseOn: AdviseOn;
  /** Makes ready what the first advice takes, some ten milliseconds. */
  readonly prepareAdvice?: () => void;
  readonly interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
  readonly onProgress: (progress: ObserveProgress) => void;
  /** Told before probing begins, where politeness alone takes longer than there is time. */
  readonly onBounds?: (bounds: readonly PolitenessBound[]) => void;
  readonly sink?: ObservationSink | undefined;
  /**
   * Takes what is left of the last connections, which is the answers to QUIT: until then transcripts may grow by a line, and
   * nothing else changes. Without it, the run is over when its observations are there.
   */
  readonly onGoodbyes?: (over: Promise<void>) => void;
}
