/**
 * One half of a run: every domain's MX is looked up, and the endpoints to probe are listed. The other half, probing.ts,
 * begins when the quick look-ups are done, and goes on beside the slow ones.
 */
import { Deadline } from "../system/deadline.ts";
import { Turnstile } from "../system/turnstile.ts";
import { LOOKUPS_AT_ONCE, QUIET_SECONDS, SLOW_LOOKUP_SECONDS } from "./bounds.ts";
import { ownerOf } from "./load/owner.ts";
import { endpointKey, subjectKey, type DomainObservation, type MxObservation } from "./observation.ts";
import type { ObservePlan } from "./observe-plan.ts";
import { listTargets, type ListedTarget, type Subject, type TargetTools } from "./targets.ts";
import type { Signal } from "../system/signal.ts";

export interface LookUpTools extends TargetTools {
  /** Ends the run. */
  readonly signal: Signal;
  /** Told of every domain whose MX records were looked up, before its endpoints are probed. */
  readonly onMx?: (subject: Subject, mx: MxObservation) => void;
}

/** Endpoints by key, each once, and who shares them. */
export class LookUps {
  readonly targets = new Map<string, ListedTarget>();
  /** Endpoints of domains that are not looked up again. */
  readonly kept = new Set<string>();
  readonly #plan: ObservePlan;
  readonly #tools: LookUpTools;
  /** Places of domains in the plan, by endpoint; of a domain that lists it twice, perhaps twice. */
  readonly #domainsByEndpoint = new Map<string, number[]>();
  /** With `wait`: the domains of the round before, by kind and name. */
  readonly #earlier: ReadonlyMap<string, DomainObservation>;
  readonly #allResolved = Promise.withResolvers<undefined>();
  #resolved = 0;
  #onListed: ((key: string) => void) | undefined;

  constructor(plan: ObservePlan, tools: LookUpTools) {
    this.#plan = plan;
    this.#tools = tools;
    const earlier = plan.earlier?.observations.domains ?? [];
    this.#earlier = new Map(earlier.map((domain) => [subjectKey(domain), domain]));
  }

  /** How many domains are done. */
  get resolved(): number {
    return this.#resolved;
  }

  /** Resolves when every domain is looked up, so that it is known who shares an endpoint. */
  get allListed(): Promise<undefined> {
    return this.#allResolved.promise;
  }

  /** Calls back for every endpoint that is listed from now on, for each domain that it is listed for. */
  follow(onListed: (key: string) => void): void {
    this.#onListed = onListed;
  }

  /** The domains whose mail comes to an endpoint, in the order of the plan: which DNS answer came first decides nothing. */
  domainsOf(key: string): readonly string[] {
    const places = [...(this.#domainsByEndpoint.get(key) ?? [])].sort((a, b) => a - b);
    return [...new Set(places.flatMap((place) => this.#plan.domains[place]?.name ?? []))];
  }

  /**
   * Looks every domain's MX up and lists the endpoints to probe: each domain in the order of the plan, as it is done.
   * Undefined for those that a shard has no part in.
   */
  lookUpAll(): Promise<DomainObservation | undefined>[] {
    const turnstile = new Turnstile(LOOKUPS_AT_ONCE);
    return this.#plan.domains.map((domain, place) => this.#inTurn(domain, place, turnstile));
  }

  /**
   * Resolves when nothing more is to be expected soon: every domain is looked up, or none was for a while, so that those
   * that are left wait for name servers that are silent.
   */
  async quickOnesDone(): Promise<void> {
    const { clock, signal } = this.#tools;
    for (let before = -1; this.#resolved < this.#plan.domains.length && before < this.#resolved;) {
      before = this.#resolved;
      const quiet = new Deadline(signal);
      await Promise.race([this.#allResolved.promise, clock.sleep(QUIET_SECONDS, quiet.signal)]);
      quiet.end();
      if (signal.aborted) return;
    }
  }

  /** Looks one domain up in its turn, which is the next one's as soon as it takes long. */
  async #inTurn(
    domain: Subject,
    place: number,
    turnstile: Turnstile,
  ): Promise<DomainObservation | undefined> {
    await turnstile.enter();
    const turn = new Deadline(undefined, () => turnstile.leave()).within(
      SLOW_LOOKUP_SECONDS,
      this.#tools.clock,
    );
    try {
      const observed = await this.#lookUp(domain, place);
      this.#resolved++;
      if (this.#resolved === this.#plan.domains.length) this.#allResolved.resolve(undefined);
      return observed;
    } finally {
      if (turn.why === undefined) turnstile.leave();
      turn.end();
    }
  }

  async #lookUp(subject: Subject, place: number): Promise<DomainObservation | undefined> {
    const { earlier, rulesFor, connectTo, probes, shard } = this.#plan;
    const owner = shard === undefined ? undefined : ownerOf(subject.server?.host ?? subject.name, shard.of);
    const isOurs = owner === shard?.index;
    // All of a server is its owner's; of a domain others have its MX hosts.
    if (subject.server !== undefined && !isOurs) return undefined;
    const before = this.#earlier.get(subjectKey(subject));
    if (before !== undefined && earlier?.again(subject.name) === false) {
      for (const key of before.endpoints) this.kept.add(key);
      return before;
    }
    const { observation, targets } = await listTargets(
      subject,
      {
        rulesFor,
        ...(connectTo !== undefined && { connectTo }),
        probes,
        shard,
      },
      this.#tools,
    );
    if (!isOurs && targets.length === 0) return undefined;
    const keys = targets.map((listed) => this.#list(listed, subject, place));
    if (observation.mx !== undefined && isOurs) this.#tools.onMx?.(subject, observation.mx);
    return {
      ...observation,
      endpoints: [...new Set(keys)],
      ...(owner !== undefined && !isOurs && { owner }),
    };
  }

  #list(listed: ListedTarget, { kind }: Subject, place: number): string {
    const key = endpointKey(listed.target);
    const known = this.targets.get(key);
    const privateAllowed = listed.privateAllowed || known?.privateAllowed === true;
    this.targets.set(key, { ...(known ?? listed), privateAllowed });
    // A server that was named directly has no domain whose postmaster it should know.
    if (kind === "domain") {
      const sharers = this.#domainsByEndpoint.get(key);
      if (sharers === undefined) this.#domainsByEndpoint.set(key, [place]);
      else sharers.push(place);
    }
    this.#onListed?.(key);
    return key;
  }
}
