/** The settings of a policy file, at its top or in an override. */
import type { Steps } from "../../system/steps.ts";
import { suggestion } from "../../text/configuration-error.ts";
import { readValue } from "../reading.ts";
import { placed, type PlacedEntry, type PlacedProblem, type PlacedValue } from "./yaml.ts";
import { settings, type PolicyName, type Setting } from "../settings.ts";
import type { FilePosition } from "../../text/file-position.ts";

export interface ReadEntries {
  readonly values: Readonly<Record<string, unknown>>;
  /** Lines by name of the setting; also `severity CODE` and `domains NAME`. */
  readonly positions: ReadonlyMap<string, FilePosition>;
  readonly problems: readonly PlacedProblem[];
}

export interface EntryRules {
  readonly file: string;
  /** Names that may stand here, for suggestions. */
  readonly known: readonly string[];
  /** Why a setting may not stand here; undefined where it may. */
  readonly complaint: (name: PolicyName) => string | undefined;
}

/** True where the name is a setting's, be it an input or a key of the policy file alone. */
function isPolicyName(name: string): name is PolicyName {
  return Object.hasOwn(settings, name);
}

/** Reads settings; what is wrong is gathered, and its setting left out. */
export function* readingSettingEntries(
  entries: readonly PlacedEntry[],
  rules: EntryRules,
): Steps<ReadEntries> {
  const values: Record<string, unknown> = {};
  const positions = new Map<string, FilePosition>();
  const problems: PlacedProblem[] = [];
  for (const { key, position, value } of entries) {
    yield;
    if (!isPolicyName(key)) {
      problems.push({ ...position, message: `${key} is not a setting.${suggestion(key, rules.known)}` });
      continue;
    }
    const complaint = rules.complaint(key) ?? runComplaint(key);
    if (complaint !== undefined) {
      problems.push({ ...position, message: complaint });
      continue;
    }
    const read = readValue(key, value);
    yield;
    if ("problems" in read) {
      problems.push(...read.problems.map(placed));
      continue;
    }
    const setting: Setting = settings[key];
    const refused = setting.fileProblem?.(read.value);
    if (refused !== undefined) {
      problems.push({ ...value.position, message: `${key}: ${refused}` });
      continue;
    }
    values[key] = read.value;
    positions.set(key, { file: rules.file, line: position.line });
    for (const [part, at] of partsOf(value)) {
      positions.set(`${key} ${part}`, { file: rules.file, line: at.position.line });
    }
  }
  return { values, positions, problems };
}

/** True for a setting that may stand in the policy file. */
export function isOfFile(name: PolicyName): boolean {
  const { kind, inputOnly }: Setting = settings[name];
  return kind !== "run" && inputOnly !== true;
}

function runComplaint(name: PolicyName): string | undefined {
  if (isOfFile(name)) return undefined;
  if (settings[name].kind !== "run")
    return `${name} is what a run says to servers, and a pull request may edit this file. Set it as an input or option.`;
  return `${name} is about one run, and a pull request may edit this file. Set it as an input or option.`;
}

/** Parts of a value that stand on lines of their own: keys of a mapping, items of a list. */
function* partsOf(value: PlacedValue): Generator<[string, PlacedValue]> {
  for (const entry of value.entries ?? []) yield [entry.key, { ...entry.value, position: entry.position }];
  for (const item of value.items ?? []) yield [String(item.value), item];
}
