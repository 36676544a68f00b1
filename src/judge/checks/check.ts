/** What a check is. Each stands in a file of its own beside this one, and is listed once, in all.ts. */
import type { ProbeScope } from "../../observe/observation.ts";
import type { DomainSubject, EndpointSubject, Outcome } from "../outcome.ts";

interface CheckBase<Id extends string, Subject> {
  readonly id: Id;
  /** Heading of its codes. */
  readonly title: string;
  /** What it looks at and when it passes by the default policy, as Markdown, for the README. */
  readonly observes: string;
  readonly passes: string;
  /** Undefined where nothing was observed for it. */
  judge(subject: Subject): Outcome | undefined;
}

/** A check of the domain itself: DNS answers it, or a policy that the domain publishes. */
export interface DomainCheck<Id extends string = string> extends CheckBase<Id, DomainSubject> {
  readonly scope: "domain";
  /** Judged behind the checks of the endpoints, whose outcomes it takes; servers that were named directly have none. */
  readonly afterEndpoints?: true;
}

/** What of an endpoint must be probed so that a check has something to judge. */
export interface ProbeNeeds {
  /** How far the dialog must go. */
  readonly depth: ProbeScope["depth"];
  /** A transaction with a foreign recipient. */
  readonly relay?: true;
  /** A transaction with the own postmaster of each domain. */
  readonly delivery?: true;
  /** A second connection that offers TLS 1.0 and 1.1 only. */
  readonly floor?: true;
  /** The issuers that servers do not send. */
  readonly issuers?: true;
  /** TLSA records, and the DNSSEC status of what leads to them. */
  readonly dane?: true;
}

/** A check of every endpoint. */
export interface EndpointCheck<Id extends string = string> extends CheckBase<Id, EndpointSubject> {
  readonly scope: "endpoint";
  /** Head of its column where a table has little room; elsewhere the id heads it. */
  readonly shortHead: string;
  /** Share of the endpoint's score. */
  readonly weight: number;
  /** True where nothing else earns a score once it fails: mail that cannot get there is not delivered. */
  readonly decidesScore?: true;
  readonly needs: ProbeNeeds;
}
