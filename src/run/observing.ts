/** What a run asks of observing, and what it lends for it. */
import type { Plan } from "../config/plan.ts";
import type { Host } from "../host.ts";
import { probeNeeds } from "../judge/checks/all.ts";
import { boundSentence } from "../judge/findings/coverage.ts";
import { memoised } from "../observe/dns/resolver.ts";
import type { DaneKeyFile } from "../observe/observation.ts";
import type { ObservationSink, ObservePlan, ObserveTools } from "../observe/observe.ts";
import type { TrustStores } from "../observe/trust/paths.ts";
import { withZoneFiles } from "../zone/resolver.ts";
import { makeNetwork, type Room } from "./network.ts";
import { adviseOnRefusal, prepareAdvice } from "./refusals.ts";
import { zoneFilesOf } from "./zone-files.ts";

/** Operators that the log names before probing begins. */
const NOTED_OPERATORS = 3;

/** What is asked in every round; the deadline is the round's own. */
export function observePlanOf(
  { settings, subjects, rulesFor, given, shard, zones, targetNotes }: Plan,
  room: Room,
  daneKeys: readonly DaneKeyFile[],
): Omit<ObservePlan, "deadline" | "earlier"> {
  const needs = probeNeeds(settings.checks);
  const controls = settings["egress-control"];
  return {
    domains: subjects,
    checks: settings.checks,
    probes: needs !== undefined,
    searchesIssuers: needs?.issuers === true,
    rulesFor,
    heloName: settings["helo-name"] === "" ? undefined : settings["helo-name"],
    allowPrivateAddresses: settings["allow-private-addresses"],
    concurrency: room.connections,
    aside: room.aside,
    connectTo: settings["connect-to"],
    egress: { hosts: controls, named: given.has("egress-control") && controls.length > 0 },
    issuerTimeout: settings["fetch-issuers"] ? settings.timeout : undefined,
    published: {
      mtaSts: settings.checks.includes("mta-sts"),
      tlsRpt: settings.checks.includes("tls-rpt"),
      timeout: settings.timeout,
    },
    waits: settings.wait > 0,
    ...(shard !== undefined && { shard }),
    ...(zones !== undefined && { zoneFiles: zoneFilesOf(zones) }),
    ...(daneKeys.length > 0 && { daneKeys: [...daneKeys] }),
    ...(targetNotes.length > 0 && { targetNotes: [...targetNotes] }),
  };
}

interface Lent {
  readonly room: Room;
  readonly trust: TrustStores;
  /** Hears what is seen as it comes, where something is to be written meanwhile. */
  readonly sink: ObservationSink | undefined;
  /** Told of what is still going on when a round is over. @param over resolves when no server is waited for any more */
  readonly onGoodbyes: (over: Promise<void>) => void;
}

/** What every round works with: the network, the clock, and whoever wants to hear of it. */
export function observeToolsOf(
  { settings, zones }: Pick<Plan, "settings" | "zones">,
  { room, trust, sink, onGoodbyes }: Lent,
  host: Host,
): ObserveTools {
  const network = makeNetwork(room, settings, trust, host, probeNeeds(settings.checks)?.dane === true);
  return {
    clock: host.clock,
    route: network.route,
    createResolver: (signal) => {
      const live = network.createResolver(signal);
      return zones === undefined ? live : memoised(withZoneFiles(zones.zones, live));
    },
    trust,
    interrupt: host.interrupt,
    random: host.machine.random,
    machineName: host.machine.name,
    adviseOn: adviseOnRefusal,
    prepareAdvice,
    interfaces: host.machine.interfaces,
    onProgress: (progress) => host.progress(progress),
    // At once, and not when the deadline is over: politeness makes the run too slow for it.
    onBounds: (bounds) => {
      for (const bound of bounds.slice(0, NOTED_OPERATORS)) host.note(boundSentence(bound));
    },
    sink,
    onGoodbyes,
  };
}
