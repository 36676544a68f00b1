/** What holds where: inputs over the policy file over defaults, and the file's rules for some domains or hosts. */
import type { Baseline } from "../../judge/baseline.ts";
import type { Policy, PolicySilences, WaiverRule, ExpiryRule, Thresholds } from "../../judge/policy.ts";
import type { PolicyInForce } from "../../judge/report.ts";
import { defaultSettings, type Door, type ReadSettings } from "../given.ts";
import { globMatcher } from "../../text/glob.ts";
import type { PolicyFile } from "./file.ts";
import type { PlacedOverride } from "./rules.ts";
import type { Placed, Scope, Waiver } from "./values.ts";
import { CHECK_IDS, probesEndpoints } from "../../judge/checks/all.ts";
import {
  ALL_SETTING_NAMES,
  settings as definitions,
  type PolicyName,
  type ProbeSettings,
  type Setting,
  type Settings,
  type JudgeSettings,
} from "../settings.ts";
import type { FilePosition } from "../../text/file-position.ts";
import { shardFile } from "../shard.ts";

/** Everything that is set, with where it comes from. */
export interface Layers {
  /** Values in force where no override says otherwise. */
  readonly settings: Settings;
  /** What set a setting; the others have their default. */
  readonly origins: ReadonlyMap<PolicyName, "input" | "file">;
  /** Severities that an input sets: no override changes those. */
  readonly inputSeverity: Settings["severity"];
  readonly overrides: readonly PlacedOverride[];
  readonly file: PolicyFile | undefined;
}

/** Puts inputs over the file over the defaults. */
export function layer(read: ReadSettings, file: PolicyFile | undefined, door: Door): Layers {
  const origins = new Map<PolicyName, "input" | "file">();
  const values: Record<string, unknown> = { ...defaultSettings(door) };
  // What to test is one question: who names a target for this run asks for that, and for nothing else.
  const targetsGiven = [...read.given].some(namesTargets);
  for (const name of ALL_SETTING_NAMES) {
    if (file === undefined || !Object.hasOwn(file.values, name)) continue;
    if (namesTargets(name) && targetsGiven) continue;
    values[name] = file.values[name];
    origins.set(name, "file");
  }
  const { severity } = values as Settings;
  for (const name of read.given) {
    values[name] = read.settings[name];
    origins.set(name, "input");
  }
  const inputSeverity = read.given.has("severity") ? read.settings.severity : {};
  // Severities are set code by code: an input changes the codes that it names.
  values["severity"] = { ...severity, ...inputSeverity };
  const { shard } = read.settings;
  // A shard without a file would be of no use to anyone.
  if (shard !== null && !origins.has("report-file")) values["report-file"] = shardFile(shard);
  return { settings: values as Settings, origins, inputSeverity, overrides: file?.overrides ?? [], file };
}

/** Whether a setting names what is tested. */
export function namesTargets(name: PolicyName): boolean {
  const { kind, ofTargets }: Setting = definitions[name];
  return kind === "target" && ofTargets !== true;
}

/** True where an input has set a setting, or `severity CODE`: what the file says of it does not hold then. */
export function isSetByInput({ origins, inputSeverity }: Layers, name: string): boolean {
  const [setting = "", part] = name.split(" ");
  if (setting === "severity") return part !== undefined && Object.hasOwn(inputSeverity, part);
  return origins.get(setting as PolicyName) === "input";
}

/** Line of the file that set a setting (or `severity CODE`, `domains NAME`) at its top; none where an input did. */
export function positionIn(layers: Layers, name: string): FilePosition | undefined {
  return isSetByInput(layers, name) ? undefined : layers.file?.positions.get(name);
}

type Matcher = (domain: string | undefined, host: string | undefined) => boolean;

/** Whether a rule of this scope holds; a rule for hosts holds for no domain as a whole. */
function scopeMatcher({ domain, host }: Scope): Matcher {
  const domains = domain?.map(globMatcher);
  const hosts = host?.map(globMatcher);
  return (testedDomain, testedHost) =>
    (domains === undefined ||
      (testedDomain !== undefined && domains.some((matches) => matches(testedDomain)))) &&
    (hosts === undefined || (testedHost !== undefined && hosts.some((matches) => matches(testedHost))));
}

/** An override with what it sets of one kind. */
interface KindOfOverride {
  readonly values: Partial<Settings>;
  readonly matches: Matcher;
  readonly override: PlacedOverride;
}

/** Overrides that set something of a kind, with what they set; an input is above all of them. */
function overridesOf(layers: Layers, kind: "judge" | "probe"): KindOfOverride[] {
  return layers.overrides.flatMap((override) => {
    const names = ALL_SETTING_NAMES.filter(
      (name) =>
        Object.hasOwn(override.values, name) &&
        definitions[name].kind === kind &&
        !isSetByInput(layers, name),
    );
    const values: Partial<Settings> = Object.fromEntries(names.map((name) => [name, override.values[name]]));
    return names.length === 0 ? [] : [{ values, matches: scopeMatcher(override), override }];
  });
}

/** Makes something once for each set of rules that hold together. */
function memoisedByRules<Rule extends { readonly matches: Matcher }, Value>(
  rules: readonly Rule[],
  make: (fitting: readonly Rule[]) => Value,
): (domain: string | undefined, host: string | undefined) => Value {
  const made = new Map<string, Value>();
  return (domain, host) => {
    const fitting = rules.filter((rule) => rule.matches(domain, host));
    const key = fitting.map((rule) => rules.indexOf(rule)).join(",");
    const known = made.get(key) ?? make(fitting);
    made.set(key, known);
    return known;
  };
}

/** Finds the settings by which a host is probed; the same object for hosts with equal ones. */
export function probeSettings(layers: Layers): (host: string) => ProbeSettings {
  const find = memoisedByRules(overridesOf(layers, "probe"), (fitting) =>
    fitting.reduce<ProbeSettings>((merged, { values }) => ({ ...merged, ...values }), layers.settings),
  );
  return (host) => find(undefined, host);
}

/** Every check that the run makes somewhere. */
export function runChecks(layers: Layers): Settings["checks"] {
  const asked = new Set(layers.settings.checks);
  for (const { values } of overridesOf(layers, "probe")) {
    for (const check of values.checks ?? []) asked.add(check);
  }
  return CHECK_IDS.filter((id) => asked.has(id));
}

/** The policy by which observations are judged. */
export function makePolicy(layers: Layers, baseline: Baseline | undefined, silences: PolicySilences): Policy {
  const { settings, file } = layers;
  const rules = overridesOf(layers, "judge");
  const thresholdsFor = memoisedByRules(rules, (fitting) =>
    thresholdsOf(
      layers,
      fitting.map(({ values }) => values),
    ),
  );
  const probing = probeSettings(layers);
  return {
    thresholdsFor,
    asksServer: (host) => probesEndpoints(probing(host).checks),
    positionOf: (name, domain, host) => {
      if (isSetByInput(layers, name)) return undefined;
      const holding = rules.filter(({ matches }) => matches(domain, host));
      const lines = holding.map(({ override }) => override.positions.get(name));
      return lines.findLast((line) => line !== undefined) ?? positionIn(layers, name);
    },
    severity: settings.severity,
    waivers: (file?.waivers ?? []).map(waiverRule),
    silences,
    baseline,
    gate: { failOn: settings["fail-on"], onInconclusive: settings["on-inconclusive"] },
    inForce: inForce(layers),
  };
}

function inForce(layers: Layers): PolicyInForce {
  const { settings, origins, file } = layers;
  const listed = ALL_SETTING_NAMES.flatMap((name) => {
    const { fileOnly }: Setting = definitions[name];
    const from = origins.get(name) ?? "default";
    if (fileOnly === true && from === "default") return [];
    const line = from === "file" ? positionIn(layers, name)?.line : undefined;
    return [
      [name, { value: shownValue(name, settings), from, ...(line !== undefined && { line }) }] as const,
    ];
  });
  return {
    file: file?.file ?? null,
    ...(file !== undefined && { sha256: file.sha256 }),
    overrides: file?.overrides.length ?? 0,
    waivers: file?.waivers.length ?? 0,
    settings: Object.fromEntries(listed),
  };
}

/** A value as the report may show it: of a secret only that it is set, of others what `redact` leaves. */
function shownValue(name: PolicyName, settings: Settings): unknown {
  const definition: { readonly secret?: boolean; readonly redact?: (value: never) => unknown } =
    definitions[name];
  const value = settings[name];
  if (definition.secret === true) return value === null ? null : "set, not shown";
  return definition.redact === undefined ? value : definition.redact(value as never);
}

/** What a rule holds for, in words; empty for all. */
export function scopeWords({ host = [], domain = [] }: Scope): string {
  return [...host, ...domain].join(", ");
}

function waiverRule(waiver: Placed<Waiver>): WaiverRule {
  const { code, until, reason, position } = waiver;
  return {
    code,
    until,
    reason,
    position,
    scope: scopeWords(waiver),
    covers: scopeMatcher(waiver),
  };
}

/** True where both rules speak in the same unit and the first asks for less. */
export function isBelow(one: ExpiryRule, other: ExpiryRule): boolean {
  if (one.days !== undefined && other.days !== undefined) return one.days < other.days;
  return one.percent !== undefined && other.percent !== undefined && one.percent < other.percent;
}

/** Thresholds under some overrides; where only one expiry rule was given, the default of the other gives way. */
function thresholdsOf(
  { settings, origins, inputSeverity }: Layers,
  overriding: readonly Readonly<Partial<Settings>>[],
): Thresholds {
  const merged = overriding.reduce<Settings>((all, values) => ({ ...all, ...values }), settings);
  const severities = [settings, ...overriding].map(({ severity }) => severity ?? {});
  const given = (name: PolicyName): boolean =>
    origins.has(name) || overriding.some((values) => Object.hasOwn(values, name));
  let fail = merged["min-days-to-expiry"];
  let warn = merged["warn-days-to-expiry"];
  if (given("min-days-to-expiry") && !given("warn-days-to-expiry") && isBelow(warn, fail)) warn = fail;
  if (given("warn-days-to-expiry") && !given("min-days-to-expiry") && isBelow(warn, fail)) fail = warn;
  const names = ALL_SETTING_NAMES.filter((name) => definitions[name].kind === "judge");
  return {
    ...(Object.fromEntries(names.map((name) => [name, merged[name]])) as JudgeSettings),
    "min-days-to-expiry": fail,
    "warn-days-to-expiry": warn,
    severity: [...severities, inputSeverity].reduce((all, one) => ({ ...all, ...one }), {}),
  };
}
