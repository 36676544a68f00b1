/** What the user has set, read against the list of settings. */
import type { ConfigurationProblem } from "../text/configuration-error.ts";
import { suggestion } from "../text/configuration-error.ts";
import { readValue } from "./reading.ts";
import { ALL_SETTING_NAMES, SETTING_NAMES, settings, type SettingName, type Settings } from "./settings.ts";

/** One setting as it was written, and where. */
export interface GivenSetting {
  readonly name: string;
  /** Text of an input or option, or a value of the policy file. */
  readonly value: unknown;
  /** How the user knows it: `input min-tls-version`, `--min-tls-version`. */
  readonly label: string;
}

export interface ReadSettings {
  readonly settings: Settings;
  /** The settings that the user has set. */
  readonly given: ReadonlySet<SettingName>;
  /** The settings that the user has set to what cannot be read; the default stands in their place. */
  readonly wrong: ReadonlySet<SettingName>;
  readonly problems: readonly ConfigurationProblem[];
}

/** Which door the settings came through: their defaults differ in what is written. */
export type Door = "action" | "command";

/** True where the name is that of an input and option. */
export function isSettingName(name: string): name is SettingName {
  return SETTING_NAMES.some((known) => known === name);
}

/** Values in force where nobody has set any. */
export function defaultSettings(door: Door): Settings {
  const values = ALL_SETTING_NAMES.map((name) => {
    const setting: { default: unknown; actionDefault?: unknown } = settings[name];
    return [name, door === "action" ? (setting.actionDefault ?? setting.default) : setting.default];
  });
  return Object.fromEntries(values) as Settings;
}

/**
 * Reads every given setting; an empty text is unset, since a workflow passes one for every input it leaves out.
 * All problems are gathered; the settings are of use only where there is none.
 */
export function readSettings(written: readonly GivenSetting[], door: Door): ReadSettings {
  const values: Record<string, unknown> = { ...defaultSettings(door) };
  const given = new Set<SettingName>();
  const wrong = new Set<SettingName>();
  const problems: ConfigurationProblem[] = [];
  for (const { name, value, label } of written) {
    if (!isSettingName(name) && Object.hasOwn(settings, name)) {
      problems.push({ message: `${label} is a key of the policy file only. Set it there.` });
    } else if (!isSettingName(name)) {
      problems.push({ message: `${label} is not a setting.${suggestion(name, SETTING_NAMES)}` });
    } else if (typeof value !== "string" || value.trim() !== "") {
      const read = readValue(name, { value });
      if ("value" in read) {
        values[name] = read.value;
        given.add(name);
      } else {
        wrong.add(name);
        problems.push(...read.problems.map(({ message }) => ({ message: `${label}: ${message}` })));
      }
    }
  }
  return { settings: values as Settings, given, wrong, problems };
}
