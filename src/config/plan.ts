/** What is asked of a run, put together from everything the user has set. */
import { normalize } from "node:path";
import type { Subject, ProbeRules } from "../observe/targets.ts";
import type { ProbeScope } from "../observe/observation.ts";
import { endpointChecksOf, probeNeeds } from "../judge/checks/all.ts";
import type { Policy } from "../judge/policy.ts";
import { RUN_TARGETS } from "./bounds.ts";
import { ConfigurationError, type ConfigurationProblem } from "../text/configuration-error.ts";
import { readSettings, type Door, type GivenSetting } from "./given.ts";
import {
  isBelow,
  layer,
  makePolicy,
  positionIn,
  probeSettings,
  runChecks,
  type Layers,
} from "./policy/in-force.ts";
import { loadPolicy, NO_SOURCES, type PlanSources } from "./policy/sources.ts";
import { secretsOf } from "./addresses.ts";
import { silencesOf } from "./policy/silences.ts";
import { atOnce, type Steps } from "../system/steps.ts";
import {
  FILE_SETTING_NAMES,
  isReplaySetting,
  type ProbeSettings,
  type SettingName,
  type Settings,
} from "./settings.ts";
import type { ZoneSet } from "../zone/set.ts";
import type { FilePosition } from "../text/file-position.ts";

export interface Plan {
  readonly settings: Settings;
  readonly domains: readonly string[];
  /** Domains and servers, as they are observed. */
  readonly subjects: readonly Subject[];
  /** The settings that the user has set. */
  readonly given: ReadonlySet<SettingName>;
  /** What nobody should see in a log. */
  readonly secrets: readonly string[];
  readonly rulesFor: (host: string) => ProbeRules;
  readonly policy: Policy;
  /** Zone files that stand in for live DNS, where there are any. */
  readonly zones: ZoneSet | undefined;
}

/** Recipients of the relay test that take the place of the default where their domain is tested itself. */
const OTHER_RECIPIENTS = ["mx-gate-relay-test@example.net", "mx-gate-relay-test@example.org"];

/**
 * Puts the plan of a run together, at once.
 * @throws ConfigurationError with every problem at once
 */
export function makePlan(
  written: readonly GivenSetting[],
  door: Door,
  sources: PlanSources = NO_SOURCES,
): Plan {
  return atOnce(planning(written, door, sources));
}

/** The same in steps: zone files may be many and long. */
export function* planning(written: readonly GivenSetting[], door: Door, sources: PlanSources): Steps<Plan> {
  const read = readSettings(written, door);
  const loaded = loadPolicy(read, sources);
  const layers = layer(read, loaded.file, door);
  const zones = yield* loaded.zonesOf(layers);
  const domains = [...new Set([...layers.settings.domains, ...(zones?.domains.keys() ?? [])])];
  const problems = [...read.problems, ...loaded.problems, ...(zones?.problems ?? [])];
  // What a file with errors would have said is not known: nothing is said against it but its errors.
  const readable = loaded.problems.length + (zones?.problems.length ?? 0) === 0;
  if (readable) problems.push(...contradictions(layers, read.wrong), ...recipientProblems(layers, domains));
  const baseline = loaded.baselineOf(layers);
  problems.push(...baseline.problems);
  const targets = domains.length + layers.settings.servers.length;
  if (
    readable &&
    baseline.problems.length === 0 &&
    targets === 0 &&
    !read.wrong.has("domains") &&
    !read.wrong.has("servers")
  ) {
    problems.push({ message: "There is nothing to test. Give at least one domain, server or zone file." });
  }
  if (targets > RUN_TARGETS) {
    const message = `There are ${String(targets)} domains and servers; one run takes at most ${String(RUN_TARGETS)}. Test them in several runs.`;
    problems.push({ message });
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  const recipient = foreignRecipient(layers.settings, domains);
  const checks = runChecks(layers);
  const settings = { ...layers.settings, checks, "relay-recipient": recipient };
  const rules = new Map<object, ProbeRules>();
  const asked = { ...layers, settings: { ...layers.settings, "relay-recipient": recipient } };
  const settingsFor = probeSettings(asked);
  return {
    settings,
    domains,
    subjects: subjectsOf(layers, domains, zones),
    given: read.given,
    secrets: secretsOf(settings.proxy),
    rulesFor: (host) => {
      const own = settingsFor(host);
      const known = rules.get(own) ?? probeRules(own, checks);
      rules.set(own, known);
      return known;
    },
    policy: makePolicy(asked, baseline.baseline, silencesOf(layers, true)),
    zones,
  };
}

/** What to observe; whoever names a server by hand, for this run, may name one of an own network. */
function subjectsOf(layers: Layers, domains: readonly string[], zones: ZoneSet | undefined): Subject[] {
  const allowPrivateAddresses = layers.origins.get("servers") === "input";
  const at = (source: FilePosition | undefined) => (source === undefined ? {} : { source });
  return [
    ...domains.map((name): Subject => {
      const inZone = zones?.domains.get(name);
      if (inZone !== undefined)
        return { name, kind: "domain", source: inZone.source, lines: [...inZone.lines] };
      return { name, kind: "domain", ...at(positionIn(layers, `domains ${name}`)) };
    }),
    ...layers.settings.servers.map(({ name, ...server }): Subject => ({
      name,
      kind: "server",
      ...at(positionIn(layers, `servers ${name}`) ?? positionIn(layers, "servers")),
      server: { ...server, allowPrivateAddresses },
    })),
  ];
}

/** The policy alone, for judging recorded observations. @throws ConfigurationError */
export function makeReplayPolicy(
  written: readonly GivenSetting[],
  sources: PlanSources = NO_SOURCES,
): { policy: Policy; settings: Settings } {
  const read = readSettings(written, "command");
  const loaded = loadPolicy(read, sources);
  const layers = layer(read, loaded.file, "command");
  const misplaced = [...read.given].filter((name) => !isReplaySetting(name));
  const baseline = loaded.baselineOf(layers);
  const problems = [
    ...read.problems,
    ...misplaced.map((name) => ({
      message: `--${name} is nothing that judge takes: nothing is probed, and only files are written.`,
    })),
    ...loaded.problems,
    ...(loaded.problems.length === 0 ? contradictions(layers, read.wrong) : []),
    ...baseline.problems,
  ];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return {
    policy: makePolicy(layers, baseline.baseline, silencesOf(layers, false)),
    settings: layers.settings,
  };
}

/** Given settings that cannot both hold; defaults give way and never contradict. */
function contradictions(layers: Layers, wrong: ReadonlySet<SettingName>): ConfigurationProblem[] {
  const { settings, origins, overrides } = layers;
  const names = ["warn-days-to-expiry", "min-days-to-expiry"] as const;
  const message =
    "warn-days-to-expiry is below min-days-to-expiry, so nothing would ever warn. Raise one or lower the other.";
  const given = names.every((name) => origins.has(name));
  const base = given && isBelow(settings["warn-days-to-expiry"], settings["min-days-to-expiry"]);
  const problems: ConfigurationProblem[] = [];
  if (base) problems.push({ message, ...(positionIn(layers, names[0]) ?? positionIn(layers, names[1])) });
  for (const override of overrides) {
    const own = names.filter((name) => Object.hasOwn(override.values, name) && origins.get(name) !== "input");
    const both = names.every((name) => own.includes(name) || origins.has(name));
    const { "warn-days-to-expiry": warn, "min-days-to-expiry": fail } = {
      ...settings,
      ...pick(override.values, own),
    };
    const [first] = own;
    if (first === undefined || !both || !isBelow(warn, fail)) continue;
    problems.push({ message, ...(override.positions.get(first) ?? override.position) });
  }
  if (
    settings.proxy?.scheme === "socks5h" &&
    settings["dns-server"].length === 0 &&
    !wrong.has("dns-server")
  ) {
    const message =
      "proxy: socks5h:// asks DNS behind the proxy, over TCP, and needs to know whom. Set dns-server to a resolver that is reachable from there, or take socks5:// to ask from here.";
    problems.push({ message });
  }
  problems.push(...sameFileProblems(settings));
  if (origins.has("wait") && origins.has("deadline") && settings.wait > settings.deadline) {
    const message =
      "wait is longer than deadline, so the run would end before the waiting does. Raise deadline or shorten wait.";
    problems.push({ message });
  }
  return problems;
}

/** Reports that would be written one over the other, and be read as the wrong one. */
function sameFileProblems(settings: Settings): ConfigurationProblem[] {
  const locations = new Map<string, string>();
  return FILE_SETTING_NAMES.flatMap((name) => {
    const path = settings[name];
    if (path === null) return [];
    const place = normalize(path);
    const earlier = locations.get(place);
    locations.set(place, name);
    return earlier === undefined
      ? []
      : [{ message: `${earlier} and ${name} name the same file. Give each one of its own.` }];
  });
}

function pick(values: Readonly<Record<string, unknown>>, names: readonly SettingName[]): Partial<Settings> {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

/** A given recipient of the relay test that is not foreign to what is tested. */
function recipientProblems(
  { settings, origins }: Layers,
  domains: readonly string[],
): ConfigurationProblem[] {
  const domain = domainOf(settings["relay-recipient"]);
  if (!origins.has("relay-recipient") || !domains.includes(domain)) return [];
  const message = `relay-recipient is at ${domain}, which is tested itself, so it is not foreign to its servers. Take an address elsewhere.`;
  return [{ message }];
}

function domainOf(mailbox: string): string {
  return mailbox.slice(mailbox.lastIndexOf("@") + 1);
}

function foreignRecipient(settings: Settings, domains: readonly string[]): string {
  const candidates = [settings["relay-recipient"], ...OTHER_RECIPIENTS];
  return candidates.find((mailbox) => !domains.includes(domainOf(mailbox))) ?? settings["relay-recipient"];
}

/** How endpoints are probed under these settings, in a run that makes these checks somewhere. */
function probeRules(settings: ProbeSettings, ofRun: Settings["checks"]): ProbeRules {
  const family = settings["ip-family"];
  const scope = probeScope(settings);
  const endpointChecks = endpointChecksOf(settings.checks).map(({ id }) => id);
  const same = endpointChecksOf(ofRun).every(({ id }) => settings.checks.includes(id));
  return {
    port: settings.port,
    // A host of which nothing but DNS is asked for has no endpoint to probe.
    families: endpointChecks.length === 0 ? [] : family === "any" ? [4, 6] : family === "4" ? [4] : [6],
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
    floor: needs?.floor === true && settings["tls-floor-test"],
  };
}
