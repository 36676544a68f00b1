/** How far, and how, endpoints are probed. */
import type { ProbeScope } from "../observe/observation.ts";
import type { ProbeRules } from "../observe/targets.ts";
import { endpointChecksOf, probeNeeds } from "../judge/checks/all.ts";
import type { ProbeSettings, Settings } from "./settings.ts";

/** How endpoints are probed under these settings, in a run that makes these checks somewhere. */
export function probeRules(settings: ProbeSettings, ofRun: Settings["checks"]): ProbeRules {
  const family = settings["ip-family"];
  const scope = probeScope(settings);
  const endpointChecks = endpointChecksOf(settings.checks).map(({ id }) => id);
  const same = endpointChecksOf(ofRun).every(({ id }) => settings.checks.includes(id));
  return {
    port: settings.port,
    // A host of which nothing but DNS is asked for has no endpoint to probe.
    families: endpointChecks.length === 0 ? [] : family === "any" ? [4, 6] : family === "4" ? [4] : [6],
    addresses: settings.addresses,
    scope: same ? scope : { ...scope, checks: endpointChecks },
    relaySender: settings["relay-sender"],
    relayRecipient: settings["relay-recipient"],
    retries: settings.retries,
    timeout: settings.timeout,
    replyTimeout: settings["reply-timeout"],
    heloName: settings["helo-name"] === "" ? undefined : settings["helo-name"],
  };
}

/** How far the dialogs must go for the checks that are asked for. */
function probeScope(settings: ProbeSettings): ProbeScope {
  const needs = probeNeeds(settings.checks);
  return {
    depth: needs?.depth ?? "connect",
    relay: needs?.relay === true ? settings["relay-test"] : "off",
    delivery: needs?.delivery === true ? settings["delivery-test"] : "off",
    floor: needs?.floor === true && settings["tls-floor-test"],
    ...(needs?.dane === true && { dane: true }),
  };
}
