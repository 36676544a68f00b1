/**
 * What the domains of a run publish of MTA-STS and TLS reporting: two questions for each domain, one GET where its record
 * says that there is a policy. It goes on beside the dialogs with mail servers, and nothing there waits for it.
 */
import type { SecureContext } from "node:tls";
import { round } from "../../system/clock.ts";
import { Turnstile } from "../../system/turnstile.ts";
import { once } from "../../text/once.ts";
import { readStsRecord } from "../../sts/sts-record.ts";
import { readRptRecord, type RptDestination } from "../../sts/tls-rpt-record.ts";
import { MAX_REPORT_DESTINATIONS, POLICIES_AT_ONCE } from "../bounds.ts";
import { lookUpHost } from "../dns/mx.ts";
import type {
  DomainObservation,
  HostAddress,
  MtaStsObservation,
  MxObservation,
  TlsRptObservation,
} from "../observation.ts";
import { webContext } from "../tls/contexts.ts";
import { fetchPolicy, type ConnectWatch, type PolicyFetchTools } from "./policy-fetch.ts";

/** A file that stands for a domain's policy. */
export type PolicyFile = NonNullable<MtaStsObservation["file"]>;

/** What is to be looked at. */
export interface PublishedPlan {
  readonly mtaSts: boolean;
  readonly tlsRpt: boolean;
  /** Seconds for a connect and for a handshake, each. */
  readonly timeout: number;
}

export interface PublishedTools extends Omit<PolicyFetchTools, "context" | "watch" | "timeout"> {
  watch(host: string, address: HostAddress): ConnectWatch;
}

type Published = Pick<DomainObservation, "mtaSts" | "tlsRpt">;

export class PublishedPolicies {
  readonly #plan: PublishedPlan;
  readonly #tools: PublishedTools;
  readonly #turnstile = new Turnstile(POLICIES_AT_ONCE);
  readonly #started = Promise.withResolvers<undefined>();
  readonly #byDomain = new Map<string, Promise<Published>>();
  readonly #context: () => SecureContext;

  constructor(plan: PublishedPlan, tools: PublishedTools) {
    this.#plan = plan;
    this.#tools = tools;
    // Reading the anchors takes tens of milliseconds, and most domains have no policy.
    this.#context = once(() => webContext(tools.trust.pems()));
  }

  /** Begins with what was listed, and from now on with what will be. */
  start(): void {
    this.#started.resolve(undefined);
  }

  /** Lists a domain whose MX records are known. Where its mail goes nowhere, nothing is asked. */
  list(domain: string, mx: MxObservation, file: PolicyFile | undefined): void {
    if (!mx.hosts.some(({ form }) => form !== "root")) return;
    const looked = this.#inTurn(domain, file);
    // Heard by of(), which may not be waiting yet.
    looked.catch(() => undefined);
    this.#byDomain.set(domain, looked);
  }

  /** What a domain publishes; nothing where it was not listed. */
  of(domain: string): Promise<Published> {
    return this.#byDomain.get(domain) ?? Promise.resolve({});
  }

  async #inTurn(domain: string, file: PolicyFile | undefined): Promise<Published> {
    await this.#started.promise;
    const { mtaSts, tlsRpt } = this.#plan;
    const [policy, reports] = await this.#turnstile.pass(() =>
      Promise.all([
        mtaSts ? this.#policyOf(domain, file) : undefined,
        tlsRpt ? this.#reportsOf(domain) : undefined,
      ]),
    );
    return { ...(policy && { mtaSts: policy }), ...(reports && { tlsRpt: reports }) };
  }

  async #policyOf(domain: string, file: PolicyFile | undefined): Promise<MtaStsObservation> {
    const took = this.#stopwatch();
    const record = await this.#tools.resolver.query(`_mta-sts.${domain}`, "TXT");
    // Nobody fetches a policy for a record that says nothing of one.
    const asked = file === undefined && readStsRecord(record.texts).kind === "valid";
    const tools = { ...this.#tools, timeout: this.#plan.timeout, context: this.#context };
    const fetch = asked ? await fetchPolicy(domain, tools) : undefined;
    return { record, ...(fetch && { fetch }), ...(file && { file }), seconds: took() };
  }

  async #reportsOf(domain: string): Promise<TlsRptObservation> {
    const took = this.#stopwatch();
    const record = await this.#tools.resolver.query(`_smtp._tls.${domain}`, "TXT");
    const reading = readRptRecord(record.texts);
    const named = reading.kind === "valid" ? reading.destinations : [];
    const hosts = new Map(named.map((each) => [`${each.scheme} ${each.host}`, each]));
    const asked = [...hosts.values()].slice(0, MAX_REPORT_DESTINATIONS);
    const destinations = await Promise.all(asked.map((each) => this.#destination(each)));
    return { record, destinations, seconds: took() };
  }

  async #destination({ scheme, host }: RptDestination): Promise<TlsRptObservation["destinations"][number]> {
    const { resolver } = this.#tools;
    const mx = scheme === "mailto" ? await resolver.query(host, "MX") : undefined;
    // Without MX records mail goes to the address of the domain itself (RFC 5321 5.1).
    if (mx !== undefined && mx.outcome !== "nodata") return { scheme, host, mx };
    const { a, aaaa } = await lookUpHost(host, resolver, { families: [4, 6] });
    return { scheme, host, ...(mx && { mx }), ...(a && { a }), ...(aaaa && { aaaa }) };
  }

  #stopwatch(): () => number {
    const { clock } = this.#tools;
    const started = clock.monotonic();
    return () => round(Math.max(0, clock.monotonic() - started));
  }
}
