/** The first half of a run: every domain's MX is looked up, and the endpoints to probe are listed. */
import { Turnstile } from "../system/turnstile.ts";
import { LOOKUPS_AT_ONCE } from "./bounds.ts";
import { endpointKey, type DomainObservation } from "./observation.ts";
import type { ObservePlan } from "./observe-plan.ts";
import { listTargets, type ListedTarget, type Subject, type TargetTools } from "./targets.ts";

/** Endpoints by key, each once, and who shares them. */
export class LookUps {
  readonly targets = new Map<string, ListedTarget>();
  /** Endpoints of domains that are not looked up again. */
  readonly kept = new Set<string>();
  readonly #plan: ObservePlan;
  readonly #tools: TargetTools;
  readonly #domainsByEndpoint = new Map<string, string[]>();
  #resolved = 0;

  constructor(plan: ObservePlan, tools: TargetTools) {
    this.#plan = plan;
    this.#tools = tools;
  }

  /** How many domains are done. */
  get resolved(): number {
    return this.#resolved;
  }

  /** The domains whose mail comes to an endpoint. */
  domainsOf(key: string): readonly string[] {
    return this.#domainsByEndpoint.get(key) ?? [];
  }

  /** Looks every domain's MX up and lists the endpoints to probe. */
  async lookUpAll(): Promise<DomainObservation[]> {
    const turnstile = new Turnstile(LOOKUPS_AT_ONCE);
    return Promise.all(
      this.#plan.domains.map((domain) =>
        turnstile.pass(async () => {
          const observed = await this.#lookUp(domain);
          this.#resolved++;
          return observed;
        }),
      ),
    );
  }

  async #lookUp(subject: Subject): Promise<DomainObservation> {
    const { earlier, rulesFor, connectTo, probes } = this.#plan;
    const before = earlier?.observations.domains.find(
      ({ name, kind }) => name === subject.name && kind === subject.kind,
    );
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
      },
      this.#tools,
    );
    const keys = targets.map((listed) => this.#list(listed, subject));
    return { ...observation, endpoints: [...new Set(keys)] };
  }

  #list(listed: ListedTarget, { name, kind }: Subject): string {
    const key = endpointKey(listed.target);
    const known = this.targets.get(key);
    const privateAllowed = listed.privateAllowed || known?.privateAllowed === true;
    this.targets.set(key, { target: known?.target ?? listed.target, privateAllowed });
    // A server that was named directly has no domain whose postmaster it should know.
    const sharers = this.#domainsByEndpoint.get(key) ?? [];
    this.#domainsByEndpoint.set(key, sharers);
    if (kind === "domain" && !sharers.includes(name)) sharers.push(name);
    return key;
  }
}
