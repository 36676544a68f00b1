/** One run of observing: every domain's MX and every endpoint once, within the deadline. */
import { Deadline, startDeadline } from "../system/deadline.ts";
import { Turns } from "../system/turns.ts";
import { publicMachineName } from "./helo-name.ts";
import { LookUps } from "./look-ups.ts";
import type {
  DomainObservation,
  EndpointObservation,
  Environment,
  Observations,
  ObserveProgress,
} from "./observation.ts";
import type { ObservePlan, ObserveTools } from "./observe-plan.ts";
import { Probing, type ProbingTools } from "./probing.ts";
import { fetchIssuer } from "./trust/issuer-fetch.ts";
import { searchIssuers, type CompletedRun } from "./trust/issuer-search.ts";
import type { TrustStores } from "./trust/paths.ts";
import { PublishedPolicies } from "./sts/published.ts";
import { WebEgress } from "./web-egress.ts";
import type { Signal } from "../system/signal.ts";

export type { EarlierRound, ObservationSink, ObservePlan, ObserveTools } from "./observe-plan.ts";

/** Seconds between two states of progress, for whoever watches. */
const PROGRESS_SECONDS = 0.2;

/** Observes every domain of the plan. What cannot be seen is recorded as such; nothing is thrown for it. */
export async function observe(plan: ObservePlan, tools: ObserveTools): Promise<Observations> {
  const { clock } = tools;
  const { earlier } = plan;
  // The wall clock is read once in a run, for it may be set meanwhile; what follows is measured by the other one.
  const began = earlier?.started ?? clock.monotonic();
  const started = earlier === undefined ? clock.now() : Date.parse(earlier.observations.started);
  const lookedFrom = clock.monotonic();
  const run = startDeadline(plan.deadline, { clock, signal: tools.interrupt });
  const running = new Deadline();
  const goodbyes = new Set<Promise<void>>();
  const onLeaving = (left: Promise<void>): void => {
    const over = left.finally(() => goodbyes.delete(over));
    goodbyes.add(over);
  };
  try {
    const { signal } = run;
    const resolver = tools.createResolver(signal);
    const certificates = { ...earlier?.observations.certificates };
    const keepCertificates: ProbingTools["keepCertificates"] = (seen) => {
      tools.sink?.certificates(seen);
      Object.assign(certificates, seen);
    };
    const environment: Environment = {
      heloName: plan.heloName ?? "address literal",
      resolver: resolver.description,
      route: tools.route.description,
      privateAddressesAllowed: plan.allowPrivateAddresses,
      trustStores: [],
    };
    if (earlier === undefined) tools.sink?.begin({ started: new Date(started).toISOString(), environment });
    const runTools = {
      ...tools,
      resolver,
      turns: new Turns(),
      signal,
      began,
      certificates,
      keepCertificates,
      // A recording has whole dialogs: what is written is not changed any more.
      ...(tools.sink === undefined && { onLeaving }),
    };
    const web = new WebEgress(plan, runTools);
    const published = publishedOf(plan, runTools, web);
    const lookUps = new LookUps(plan, {
      ...tools,
      resolver,
      signal,
      onMx: ({ name, policyFile }, mx) => published?.list(name, mx, policyFile),
    });
    const probing = new Probing(plan, runTools, lookUps);
    void tellProgress(running.signal, tools, () => ({
      domainsResolved: lookUps.resolved,
      domains: plan.domains.length,
      seconds: clock.monotonic() - lookedFrom,
      ...probing.progress,
    }));
    const lookingUp = lookUps.lookUpAll();
    const lookedUp = Promise.all(lookingUp);
    const prepared = plan.searchesIssuers ? probing.prepare() : undefined;
    // Heard below, after what may take longer.
    prepared?.catch(() => undefined);
    const begun = Promise.withResolvers<undefined>();
    const whole = Promise.all(
      lookingUp.map(async (looking, index) => {
        const looked = await looking;
        if (looked === undefined) return undefined;
        const domain = await completed(looked, published);
        if (domain.endpoints.length > 0) await begun.promise;
        await probing.done(domain.endpoints);
        tools.sink?.domain(index, domain);
        return domain;
      }),
    );
    // Heard below, where nobody is waiting yet.
    whole.catch(() => undefined);
    const [machineName] = await Promise.all([
      publicMachineName(tools.machineName, resolver),
      // What is wrong with a look-up is seen here, too.
      Promise.race([lookUps.quickOnesDone(), lookedUp]),
    ]);
    const politeness = probing.bounds(plan.deadline - (clock.monotonic() - lookedFrom));
    if (politeness.length > 0) tools.onBounds?.(politeness);
    probing.begin(machineName);
    published?.start();
    begun.resolve(undefined);
    await lookedUp;
    const probed = await probing.all();
    await prepared;
    const domains = (await whole).filter((domain) => domain !== undefined);
    const egress = [...(await probing.egressFacts()), ...(await web.facts())];
    const { endpoints, issuers } = await completeChains(probed, plan, runTools);
    const saidGoodbye = Promise.all(goodbyes).then(() => undefined);
    if (tools.onGoodbyes === undefined) await saidGoodbye;
    else tools.onGoodbyes(saidGoodbye);
    const dnssec = resolver.dnssec?.();
    const ended = tools.interrupt.aborted ? "interrupted" : "deadline";
    return {
      schema: "mx-gate/observations/v1",
      started: new Date(started).toISOString(),
      finished: new Date(started + (clock.monotonic() - began) * 1000).toISOString(),
      ...(signal.aborted && { ended }),
      environment: {
        ...environment,
        heloName: plan.heloName ?? machineName ?? "address literal",
        ...(dnssec !== undefined && { dnssec }),
        // Reading the stores takes time, so it is left out where no certificate was judged by them.
        trustStores: Object.keys(certificates).length === 0 ? [] : describeStores(tools.trust),
      },
      checks: [...plan.checks],
      ...(plan.shard !== undefined && { shard: plan.shard }),
      ...(politeness.length > 0 && { politeness }),
      domains,
      endpoints,
      ...(egress.length > 0 && { egress }),
      certificates,
      ...(Object.keys(issuers).length > 0 && { issuers }),
      ...(plan.zoneFiles !== undefined && { zoneFiles: plan.zoneFiles }),
      ...(plan.daneKeys !== undefined && { daneKeys: plan.daneKeys }),
      ...(plan.targetNotes !== undefined && { targetNotes: plan.targetNotes }),
    };
  } finally {
    // Where it ends by an error of ours, nothing may go on behind its back but the last goodbyes.
    running.end();
    void Promise.allSettled(goodbyes).then(() => run.end());
  }
}

/** A domain that was looked up, with what it publishes. */
async function completed(
  domain: DomainObservation,
  published: PublishedPolicies | undefined,
): Promise<DomainObservation> {
  const found = domain.kind === "domain" ? await published?.of(domain.name) : undefined;
  return found === undefined || Object.keys(found).length === 0 ? domain : { ...domain, ...found };
}

/** Looks at MTA-STS and TLS reporting, where that is asked for. */
function publishedOf(
  { published, allowPrivateAddresses }: ObservePlan,
  tools: ProbingTools,
  web: WebEgress,
): PublishedPolicies | undefined {
  if (published === undefined || (!published.mtaSts && !published.tlsRpt)) return undefined;
  return new PublishedPolicies(published, {
    ...tools,
    privateAllowed: allowPrivateAddresses,
    watch: (host, address) => web.watch(host, address, published.timeout),
  });
}

/** Tells how far the run is, every now and then, until it is over. */
async function tellProgress(
  over: Signal,
  { clock, onProgress }: Pick<ObserveTools, "clock" | "onProgress">,
  progress: () => ObserveProgress,
): Promise<void> {
  for (;;) {
    await clock.sleep(PROGRESS_SECONDS, over);
    if (over.aborted) return;
    onProgress(progress());
  }
}

function describeStores(trust: TrustStores): Environment["trustStores"] {
  return trust.names.map((store) => {
    const file = trust.fileOf(store);
    return { store, certificates: trust.size(store), ...(file !== undefined && { file }) };
  });
}

/** Looks for the issuers that servers do not send, where certificates are to be judged. */
async function completeChains(
  endpoints: Record<string, EndpointObservation>,
  plan: ObservePlan,
  tools: ProbingTools,
): Promise<Pick<CompletedRun, "endpoints" | "issuers">> {
  const { searchesIssuers, issuerTimeout: timeout, allowPrivateAddresses: privateAllowed, earlier } = plan;
  if (!searchesIssuers) return { endpoints, issuers: {} };
  const completed = await searchIssuers(endpoints, tools.certificates, {
    trust: tools.trust,
    turns: tools.turns,
    signal: tools.signal,
    asked: earlier?.observations.issuers,
    fetch:
      timeout === undefined ? undefined : (name) => fetchIssuer(name, { ...tools, privateAllowed, timeout }),
  });
  tools.keepCertificates(completed.certificates);
  return completed;
}
