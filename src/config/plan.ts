/** What is asked of a run, put together from everything the user has set. */
import type { ProbeRules } from "../observe/observe.ts";
import type { Subject } from "../observe/targets.ts";
import type { ProbeScope } from "../observe/observation.ts";
import type { Policy } from "../judge/policy.ts";
import { ConfigurationError, type ConfigurationProblem } from "./configuration-error.ts";
import { readSettings, type Door, type GivenSetting, type ReadSettings } from "./given.ts";
import {
  SETTING_NAMES,
  settings as definitions,
  type SettingName,
  type Settings,
  type Thresholds,
} from "./settings.ts";
import { secretsOf } from "./places.ts";
import type { ExpiryRule } from "./values.ts";

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
}

/** Recipients of the relay test that take the place of the default where their domain is tested itself. */
const OTHER_RECIPIENTS = ["mx-gate-relay-test@example.net", "mx-gate-relay-test@example.org"];

/**
 * Puts the plan of a run together.
 * @throws ConfigurationError with every problem at once
 */
export function makePlan(written: readonly GivenSetting[], door: Door): Plan {
  const read = readSettings(written, door);
  const problems = [...read.problems, ...(read.problems.length === 0 ? contradictions(read) : [])];
  const { domains, servers } = read.settings;
  if (problems.length === 0 && domains.length === 0 && servers.length === 0) {
    problems.push({ message: "There is nothing to test. Give at least one domain." });
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  const settings = { ...read.settings, "relay-recipient": foreignRecipient(read) };
  const rules = probeRules(settings);
  return {
    settings,
    domains: settings.domains,
    subjects: subjectsOf(read),
    given: read.given,
    secrets: secretsOf(settings.proxy),
    rulesFor: () => rules,
    policy: makePolicy({ ...read, settings }),
  };
}

/** What to observe; whoever names a server by hand may name one of an own network. */
function subjectsOf({ settings, given }: ReadSettings): Subject[] {
  const allowPrivateAddresses = given.has("servers");
  return [
    ...settings.domains.map((name): Subject => ({ name, kind: "domain" })),
    ...settings.servers.map(({ name, ...server }): Subject => ({
      name,
      kind: "server",
      server: { ...server, allowPrivateAddresses },
    })),
  ];
}

/** The policy alone, for judging recorded observations. @throws ConfigurationError */
export function makeReplayPolicy(written: readonly GivenSetting[]): { policy: Policy; settings: Settings } {
  const read = readSettings(written, "command");
  const misplaced = [...read.given].filter((name) => !isReplaySetting(name));
  const problems = [
    ...read.problems,
    ...misplaced.map((name) => ({
      message: `--${name} is about probing; judge takes recorded observations and probes nothing.`,
    })),
    ...(read.problems.length === 0 ? contradictions(read) : []),
  ];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return { policy: makePolicy(read), settings: read.settings };
}

/** Settings that mean something where nothing is probed: thresholds, the gate, and the files to write. */
export function isReplaySetting(name: SettingName): boolean {
  return (
    definitions[name].kind === "judge" ||
    ["fail-on", "on-inconclusive", "junit-file", "report-file", "sarif-file"].includes(name)
  );
}

/** Given settings that cannot both hold; defaults give way and never contradict. */
function contradictions({ settings, given }: ReadSettings): ConfigurationProblem[] {
  const problems: ConfigurationProblem[] = [];
  const fail = settings["min-days-to-expiry"];
  const warn = settings["warn-days-to-expiry"];
  if (given.has("min-days-to-expiry") && given.has("warn-days-to-expiry") && isBelow(warn, fail)) {
    problems.push({
      message:
        "warn-days-to-expiry is below min-days-to-expiry, so nothing would ever warn. Raise one or lower the other.",
    });
  }
  if (settings.proxy?.scheme === "socks5h" && settings["dns-server"].length === 0) {
    const message =
      "proxy: socks5h:// asks DNS behind the proxy, over TCP, and needs to know whom. Set dns-server to a resolver that is reachable from there, or take socks5:// to ask from here.";
    problems.push({ message });
  }
  if (given.has("wait") && given.has("deadline") && settings.wait > settings.deadline) {
    const message =
      "wait is longer than deadline, so the run would end before the waiting does. Raise deadline or shorten wait.";
    problems.push({ message });
  }
  const recipientDomain = domainOf(settings["relay-recipient"]);
  if (given.has("relay-recipient") && settings.domains.includes(recipientDomain)) {
    const message = `relay-recipient is at ${recipientDomain}, which is tested itself, so it is not foreign to its servers. Take an address elsewhere.`;
    problems.push({ message });
  }
  return problems;
}

/** True where both rules speak in the same unit and the first asks for less. */
function isBelow(one: ExpiryRule, other: ExpiryRule): boolean {
  if (one.days !== undefined && other.days !== undefined) return one.days < other.days;
  return one.percent !== undefined && other.percent !== undefined && one.percent < other.percent;
}

function domainOf(mailbox: string): string {
  return mailbox.slice(mailbox.lastIndexOf("@") + 1);
}

function foreignRecipient({ settings }: ReadSettings): string {
  const candidates = [settings["relay-recipient"], ...OTHER_RECIPIENTS];
  return (
    candidates.find((mailbox) => !settings.domains.includes(domainOf(mailbox))) ?? settings["relay-recipient"]
  );
}

/** How endpoints are probed under these settings. */
function probeRules(settings: Settings): ProbeRules {
  const family = settings["ip-family"];
  return {
    port: settings.port,
    families: family === "any" ? [4, 6] : family === "4" ? [4] : [6],
    scope: probeScope(settings),
    relaySender: settings["relay-sender"],
    relayRecipient: settings["relay-recipient"],
    retries: settings.retries,
    timeout: settings.timeout,
    replyTimeout: settings["reply-timeout"],
    heloName: settings["helo-name"] === "" ? undefined : settings["helo-name"],
  };
}

/** How far the dialogs must go for the checks that are asked for. */
function probeScope({ checks, ...settings }: Settings): ProbeScope {
  const asked = (...ids: (typeof checks)[number][]): boolean => ids.some((id) => checks.includes(id));
  const depth = asked("starttls", "certificate", "relay")
    ? "starttls"
    : asked("ehlo")
      ? "ehlo"
      : asked("banner")
        ? "banner"
        : "connect";
  return {
    depth,
    relay: asked("relay") ? settings["relay-test"] : "off",
    floor: asked("starttls") && settings["tls-floor-test"],
  };
}

function makePolicy({ settings, given }: Pick<ReadSettings, "settings" | "given">): Policy {
  const thresholds = makeThresholds(settings, given);
  return {
    thresholdsFor: () => thresholds,
    positionOf: () => undefined,
    gate: { failOn: settings["fail-on"], onInconclusive: settings["on-inconclusive"] },
    inForce: {
      file: null,
      overrides: 0,
      waivers: 0,
      settings: Object.fromEntries(
        SETTING_NAMES.map((name) => [
          name,
          { value: shownValue(name, settings), from: given.has(name) ? "input" : "default" },
        ]),
      ),
    },
  };
}

/** A value as the report may show it: of a secret only that it is set, of others what `redact` leaves. */
function shownValue(name: SettingName, settings: Settings): unknown {
  const definition: { readonly secret?: boolean; readonly redact?: (value: never) => unknown } =
    definitions[name];
  const value = settings[name];
  if (definition.secret === true) return value === null ? null : "set, not shown";
  return definition.redact === undefined ? value : definition.redact(value as never);
}

/** The thresholds; where only one of two expiry rules was given, the default of the other gives way. */
function makeThresholds(settings: Settings, given: ReadonlySet<SettingName>): Thresholds {
  let fail = settings["min-days-to-expiry"];
  let warn = settings["warn-days-to-expiry"];
  if (given.has("min-days-to-expiry") && !given.has("warn-days-to-expiry") && isBelow(warn, fail))
    warn = fail;
  if (given.has("warn-days-to-expiry") && !given.has("min-days-to-expiry") && isBelow(warn, fail))
    fail = warn;
  return {
    "min-tls-version": settings["min-tls-version"],
    "min-days-to-expiry": fail,
    "warn-days-to-expiry": warn,
    "require-extensions": settings["require-extensions"],
    "max-banner-seconds": settings["max-banner-seconds"],
    severity: settings.severity,
  };
}
