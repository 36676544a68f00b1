/** Overrides and waivers: the rules of a policy file that hold for some domains or hosts only. */
import type { z } from "zod";
import { CODES } from "../../judge/diagnostics/registry.ts";
import type { Steps } from "../../system/steps.ts";
import { suggestion, shown } from "../../text/configuration-error.ts";
import { valueProblems } from "../reading.ts";
import { placed } from "./yaml.ts";
import * as policyValue from "./values.ts";
import type { Override, Placed, Waiver } from "./values.ts";
import type { PlacedProblem, PlacedValue } from "./yaml.ts";
import { isOfFile, readingSettingEntries, type ReadEntries } from "./settings.ts";
import { ALL_SETTING_NAMES, settings, type PolicyName, type Setting } from "../settings.ts";
import type { FilePosition } from "../../text/file-position.ts";

/** A field of a rule beside settings. */
export interface RuleField {
  readonly schema: z.ZodType;
  readonly description: string;
}

export const SCOPE_FIELDS = {
  domain: {
    schema: policyValue.patternList(),
    description:
      "Domains that it holds for: a name or a list; `*` stands for any run of characters, dots too.",
  },
  host: {
    schema: policyValue.patternList(),
    description:
      "MX hosts that it holds for: a name or a list; `*` stands for any run of characters, dots too.",
  },
} as const satisfies Record<string, RuleField>;

export const WAIVER_FIELDS = {
  code: { schema: policyValue.codeOf(CODES), description: "The code that is let pass." },
  until: {
    schema: policyValue.day(),
    description: "Last day on which it is let pass, UTC, at most a year ahead: `2027-01-31`.",
  },
  reason: { schema: policyValue.reason(), description: "Why it is let pass, for whoever meets it later." },
  ...SCOPE_FIELDS,
} as const satisfies Record<string, RuleField>;

/** What is missing where a waiver lacks a field that it needs. */
const MISSING = {
  code: "names no code, so it lets nothing pass. Say which one.",
  until: "has no end. Say until when, at most a year ahead.",
  reason: "has no reason. Say why, so that whoever meets it later can judge.",
} as const;

/** An override with the lines of its settings. */
export type PlacedOverride = Placed<Override> & Pick<ReadEntries, "positions">;

export interface RulesContext {
  readonly file: string;
  /** The moment of the run, milliseconds since the epoch. */
  readonly now: number;
  readonly problems: PlacedProblem[];
}

/** True for a setting that overrides may set. */
export function isOverridable(name: PolicyName): boolean {
  return isOfFile(name) && (settings[name].kind === "judge" || settings[name].kind === "probe");
}

/** The items of a list of mappings; what is none is told. */
function rulesOf(name: string, written: PlacedValue, problems: PlacedProblem[]): PlacedValue[] {
  if (written.items === undefined) {
    problems.push(
      written.value === null
        ? { ...written.position, message: `${name} has no value. Give it one, or take the line out.` }
        : {
            ...written.position,
            message: `${shown(written.value)} is not a value of ${name}. Allowed: a list.`,
          },
    );
    return [];
  }
  return written.items.filter((item) => {
    if (item.entries !== undefined) return true;
    problems.push({
      ...item.position,
      message: `${shown(item.value)} is not an item of ${name}. Allowed: a mapping.`,
    });
    return false;
  });
}

/** Reads one field of a rule; undefined where it is missing or wrong. */
function readField(rule: PlacedValue, name: string, field: RuleField, problems: PlacedProblem[]): unknown {
  const written = rule.entries?.find((entry) => entry.key === name)?.value;
  if (written === undefined) return undefined;
  const parsed = field.schema.safeParse(written.value);
  if (parsed.success) return parsed.data;
  problems.push(...valueProblems(parsed.error.issues, written, name).map(placed));
  return undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The scope of a rule. */
function readScope(rule: PlacedValue, problems: PlacedProblem[]): policyValue.Scope {
  const domain = readField(rule, "domain", SCOPE_FIELDS.domain, problems);
  const host = readField(rule, "host", SCOPE_FIELDS.host, problems);
  return {
    ...(Array.isArray(domain) && { domain: domain.map(String) }),
    ...(Array.isArray(host) && { host: host.map(String) }),
  };
}

function has(rule: PlacedValue, key: string): boolean {
  return rule.entries?.some((entry) => entry.key === key) === true;
}

/** Reads the list of waivers. */
export function* readingWaivers(written: PlacedValue, context: RulesContext): Steps<Placed<Waiver>[]> {
  const { file, problems } = context;
  const waivers: Placed<Waiver>[] = [];
  for (const rule of rulesOf("waivers", written, problems)) {
    yield;
    const before = problems.length;
    const named = textOf(rule.entries?.find((entry) => entry.key === "code")?.value.value);
    const subject = named === undefined ? "This waiver" : `The waiver for ${shownBare(named)}`;
    for (const { key, position: place } of rule.entries ?? []) {
      if (Object.hasOwn(WAIVER_FIELDS, key)) continue;
      const message = `A waiver has no key ${key}.${suggestion(key, Object.keys(WAIVER_FIELDS))}`;
      problems.push({ ...place, message });
    }
    for (const [field, missing] of Object.entries(MISSING)) {
      if (!has(rule, field)) problems.push({ ...rule.position, message: `${subject} ${missing}` });
    }
    const code = textOf(readField(rule, "code", WAIVER_FIELDS.code, problems));
    const until = textOf(readField(rule, "until", WAIVER_FIELDS.until, problems));
    const reason = textOf(readField(rule, "reason", WAIVER_FIELDS.reason, problems));
    const scope = readScope(rule, problems);
    if (until !== undefined && until > yearAfter(context.now)) {
      const at = rule.entries?.find((entry) => entry.key === "until")?.value.position ?? rule.position;
      const message = `${subject} lasts until ${until}. At most a year ahead is allowed: ${yearAfter(context.now)}.`;
      problems.push({ ...at, message });
    }
    if (problems.length > before || code === undefined || until === undefined || reason === undefined)
      continue;
    const position: FilePosition = { file, line: rule.position.line };
    waivers.push({ code, until, reason, ...scope, position });
  }
  return waivers;
}

function shownBare(word: string): string {
  return word.length > 80 ? `${word.slice(0, 80)}…` : word;
}

/** The same day of the next year, UTC; after a 29 February, the 1 March. */
function yearAfter(now: number): string {
  const moment = new Date(now);
  moment.setUTCFullYear(moment.getUTCFullYear() + 1);
  return moment.toISOString().slice(0, 10);
}

/** Reads the list of overrides. */
export function* readingOverrides(written: PlacedValue, context: RulesContext): Steps<PlacedOverride[]> {
  const { file, problems } = context;
  const known = [...ALL_SETTING_NAMES.filter(isOverridable), ...Object.keys(SCOPE_FIELDS)];
  const overrides: PlacedOverride[] = [];
  for (const rule of rulesOf("overrides", written, problems)) {
    yield;
    const before = problems.length;
    const scope = readScope(rule, problems);
    const isScope = (key: string): boolean => Object.hasOwn(SCOPE_FIELDS, key);
    if (!has(rule, "domain") && !has(rule, "host")) {
      const message =
        "This override has neither domain nor host. Say what it holds for, or move its settings to the top.";
      problems.push({ ...rule.position, message });
    }
    const entries = (rule.entries ?? []).filter(({ key }) => !isScope(key));
    if (entries.length === 0) {
      problems.push({
        ...rule.position,
        message: "This override sets nothing. Give it a setting, or take it out.",
      });
    }
    const read = yield* readingSettingEntries(entries, {
      file,
      known,
      complaint: (name) => overrideComplaint(name, { domain: has(rule, "domain"), host: has(rule, "host") }),
    });
    problems.push(...read.problems);
    if (problems.length > before) continue;
    const position: FilePosition = { file, line: rule.position.line };
    overrides.push({ ...scope, values: read.values, positions: read.positions, position });
  }
  return overrides;
}

/** Why a setting may not stand in an override of this scope. */
function overrideComplaint(name: PolicyName, scope: { domain: boolean; host: boolean }): string | undefined {
  const { kind, ofDomain }: Setting = settings[name];
  if (kind === "target" || kind === "policy")
    return `${name} stands at the top of the file, not in an override.`;
  if (kind === "probe" && scope.domain) {
    return `${name} is about probing, and an endpoint is probed once for all domains. Override it by host alone.`;
  }
  if (ofDomain === true && scope.host) return `${name} is about a whole domain. Override it by domain alone.`;
  return undefined;
}
