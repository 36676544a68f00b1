/** Settings as the reader of a terminal writes them: `min-tls-version: 1.3` becomes `--min-tls-version 1.3`. */
import { CHECK_IDS } from "../judge/checks/all.ts";
import { REQUIREMENTS } from "../judge/policy.ts";
import { settings, type Setting, type SettingName } from "../config/settings.ts";
import { optionNames } from "./help.ts";

const NAMES: readonly SettingName[] = (["target", "judge", "probe", "run"] as const).flatMap(optionNames);

/** Longer names first: `config-file` is no `config`. */
function alternatives(names: readonly string[]): string {
  return names.toSorted((a, b) => b.length - a.length).join("|");
}

/** Not within a longer word, a path, an option or a quotation. */
const START = String.raw`(?<![\w./"-])`;
/** One value, without the end of the sentence behind it. */
const VALUE = '[^\\s,;()`"]*[^\\s,;()`".:]';
/** Further values of a list, where they are known words. */
const FURTHER = `(?:, (?:${alternatives([...CHECK_IDS, ...REQUIREMENTS])})(?![\\w:.-]))*`;

const WITH_VALUE = new RegExp(`${START}(${alternatives(NAMES)}): (${VALUE}${FURTHER})`, "g");
/** A name of several words stands for nothing else; a plain word is a setting only where it is set. */
const COMPOUND = new RegExp(
  `${START}(${alternatives(NAMES.filter((name) => name.includes("-")))})(?![\\w:/-]|\\.\\w)`,
  "g",
);
const PLAIN = new RegExp(
  `\\b((?:[Ss]et|[Rr]aise|[Ll]ower|from|use)|setting) (\\x60?)(${alternatives(NAMES.filter((name) => !name.includes("-")))})(?![\\w:/-]|\\.\\w)`,
  "g",
);

/**
 * `this port: every server` and `by no shard: 3 of 9` set nothing: a plain word before a colon is a setting only with a value
 * of that setting; that of a file may be any word.
 */
function isValue(name: string, value: string): boolean {
  const { schema, placeholder }: Setting = settings[name as SettingName];
  if (name.includes("-") || !/^[a-z0-9]+$/.test(value)) return true;
  return !/GLOB|FILE/.test(placeholder) && schema.safeParse(value).success;
}

function option(name: string, value: string): string {
  const { flag }: Setting = settings[name as SettingName];
  if (flag === true) return value === "false" ? `--no-${name}` : `--${name}`;
  return `--${name} ${value.replaceAll(", ", ",")}`;
}

/**
 * A message or remedy for somebody at a terminal: settings that have an option are written as one; those of the policy
 * file alone stay as they are.
 */
export function asOptions(text: string): string {
  // What stands between quotation marks is the word of a server or of a file.
  return text
    .split(/("[^"]*")/)
    .map((part) => (part.startsWith('"') ? part : inOptions(part)))
    .join("");
}

function inOptions(text: string): string {
  return text
    .replace(WITH_VALUE, (whole, name: string, value: string) =>
      isValue(name, value) ? option(name, value) : whole,
    )
    .replace(COMPOUND, "--$1")
    .replace(
      PLAIN,
      (_, before: string, mark: string, name: string) =>
        `${before === "setting" ? "option" : before} ${mark}--${name}`,
    );
}
