/** Runs of observing in a test: DNS answers from a table, mail servers of the lab. */
import { CHECK_IDS } from "../../../src/judge/checks/all.ts";
import { observe } from "../../../src/observe/observe.ts";
import type { ObservePlan, ObserveTools } from "../../../src/observe/observe.ts";
import { observations } from "../../../src/observe/schemas/observation.ts";
import type { Observations } from "../../../src/observe/observation.ts";
import { tableResolver } from "../../support/dns/table-resolver.ts";
import type { Entry } from "../../support/dns/table-resolver.ts";
import { dialogTools } from "./conversing.ts";
import type { ProbeRules } from "../../../src/observe/targets.ts";

export type Table = Readonly<Record<string, Entry>>;

/** How endpoints on this port are probed: wholly. */
export function rules(port: number, differing: Partial<ProbeRules> = {}): ProbeRules {
  return {
    port,
    families: [4, 6],
    addresses: "all",
    scope: { depth: "starttls", relay: "basic", delivery: "all", floor: true },
    relaySender: "",
    relayRecipient: "probe@foreign.test",
    retries: 1,
    timeout: 20,
    replyTimeout: 20,
    heloName: "client.test",
    ...differing,
  };
}

/** A plan for these domains, whose servers listen on one port. */
export function plan(
  domains: readonly string[],
  port: number,
  differing: Partial<ObservePlan> = {},
): ObservePlan {
  return {
    domains: domains.map((name) => ({ name, kind: "domain" })),
    checks: CHECK_IDS,
    probes: true,
    searchesIssuers: true,
    rulesFor: () => rules(port),
    allowPrivateAddresses: true,
    concurrency: 64,
    deadline: 600,
    ...differing,
  };
}

export function observeTools(table: Table, differing: Partial<ObserveTools> = {}): ObserveTools {
  const { clock, route, trust, signal, adviseOn } = dialogTools();
  return {
    clock,
    createResolver: () => tableResolver(table),
    route,
    trust,
    interrupt: signal,
    adviseOn,
    random: () => 0.5,
    machineName: "runner",
    interfaces: {},
    onProgress: () => undefined,
    ...differing,
  };
}

/** Observes; what was seen is known to be in the form of observations, and to be plain JSON. */
export async function run(asked: ObservePlan, tools: ObserveTools): Promise<Observations> {
  const seen = await observe(asked, tools);
  return observations.parse(JSON.parse(JSON.stringify(seen)));
}
