/** The command line, read into a command and the settings that were given. */
import { parseArgs } from "node:util";
import { closestWord, ConfigurationError, type ConfigurationProblem } from "../text/configuration-error.ts";
import { isSettingName, readSettings, type GivenSetting } from "../config/given.ts";
import { SETTING_NAMES, settings, type Setting, type SettingName } from "../config/settings.ts";
import { COMMAND_NAMES, OWN_OPTIONS, SHELLS, type Shell } from "./own-options.ts";
import { PROGRAM } from "./program.ts";

/** How the command shows its report. */
export interface Display {
  readonly json: boolean;
  readonly quiet: boolean;
  /** Every domain open, with facts. */
  readonly verbose: boolean;
  /** Dialogs, too: `-vv`. */
  readonly transcripts: boolean;
}

export type Command =
  | { readonly name: "check"; readonly given: readonly GivenSetting[]; readonly display: Display }
  | {
      readonly name: "judge";
      readonly files: readonly string[];
      readonly given: readonly GivenSetting[];
      readonly at: Date | undefined;
      readonly display: Display;
    }
  | { readonly name: "explain"; readonly word: string }
  | { readonly name: "completion"; readonly shell: Shell }
  /** `brief`: the first screen. */
  | { readonly name: "help"; readonly brief: boolean }
  | { readonly name: "version" };

function isFlag(name: SettingName): boolean {
  const setting: Setting = settings[name];
  return setting.flag === true;
}

/**
 * Reads the words behind `mx-gate`.
 * @param program what the reader types to start the command
 * @throws ConfigurationError with every problem at once
 */
export function parseCommandLine(words: readonly string[], program = PROGRAM): Command {
  const { values, positionals, problems } = readWords(spellOutFlags(words), program);
  const help = values.get("help");
  if (help !== undefined) return { name: "help", brief: !help.includes("--help") };
  if (values.has("version")) return { name: "version" };
  if (words.length === 0) return { name: "help", brief: true };
  const [first, ...rest] = positionals;
  const command = COMMAND_NAMES.find((name) => name === first);
  const given: GivenSetting[] = [...values].flatMap(([name, written]) =>
    written.length > 0 && !OWN_OPTIONS.some((own) => own.name === name)
      ? [{ name, value: written.join("\n"), label: `--${name}` }]
      : [],
  );
  const display = {
    json: values.has("json"),
    quiet: values.has("quiet"),
    verbose: values.has("verbose"),
    transcripts: (values.get("verbose")?.length ?? 0) > 1,
  };
  let at: Date | undefined;
  const moment = values.get("at")?.at(-1);
  if (moment !== undefined && command !== "judge")
    problems.push({
      message: "--at goes with judge: it sets the moment at which recorded observations are judged.",
    });
  if (moment !== undefined) {
    at = readMoment(moment);
    if (at === undefined)
      problems.push({
        message: `--at: "${moment}" is not a date. Write it as 2026-11-21 or 2026-11-21T12:00:00Z.`,
      });
  }
  const notDomain = command === undefined && first !== undefined ? singleWord(first) : undefined;
  if (notDomain !== undefined) problems.push({ message: notDomain });
  if (command === "judge" && rest.length === 0)
    problems.push({ message: `judge needs a report: ${program} judge mx-gate-report.json` });
  if (command === "explain" && rest.length !== 1)
    problems.push({ message: `explain takes one code, check or setting: ${program} explain cert-expired` });
  const shell = SHELLS.find((name) => name === rest[0]);
  if (command === "completion" && (rest.length !== 1 || shell === undefined))
    problems.push({ message: `completion takes a shell, bash, zsh or fish: ${program} completion bash` });
  const settingsGiven =
    command === "judge" || command === "explain" || command === "completion"
      ? given
      : withDomains(given, command === undefined ? positionals : rest);
  // All errors at once: a forgotten value must not hide a misspelt one.
  if (problems.length > 0)
    throw new ConfigurationError([...problems, ...readSettings(settingsGiven, "command").problems]);
  switch (command) {
    case "help":
      return { name: "help", brief: false };
    case "version":
      return { name: "version" };
    case "explain":
      return { name: "explain", word: rest[0] ?? "" };
    case "completion":
      return { name: "completion", shell: shell ?? "bash" };
    case "judge":
      return { name: "judge", files: rest, given, at, display };
    case "check":
    case undefined:
      return { name: "check", given: settingsGiven, display };
  }
}

/** The command that words begin with, whatever is wrong with the others. */
export function commandName(words: readonly string[], program = PROGRAM): Command["name"] {
  const [first] = readWords(spellOutFlags(words), program).positionals;
  return COMMAND_NAMES.find((name) => name === first) ?? "check";
}

/** A day, or a moment in UTC (ISO 8601); undefined for anything else, days that no calendar has included. */
function readMoment(text: string): Date | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?Z)?$/.exec(text);
  if (match === null) return undefined;
  const [, day = "", minute = "00:00", second = "00"] = match;
  const written = `${day}T${minute}:${second}.000Z`;
  const moment = new Date(written);
  // Date takes 30 February for 2 March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === written ? moment : undefined;
}

/**
 * What to say to a first word without a dot, which is hardly ever a domain: a command misspelt, or this machine.
 * Undefined for everything else; whoever means a top-level domain writes its dot.
 */
function singleWord(word: string): string | undefined {
  if (!/^[A-Za-z0-9-]+$/.test(word)) return undefined;
  if (word.toLowerCase() === "localhost")
    return `localhost is a server, not a mail domain. To test it, use --servers localhost`;
  const meant = closestWord(word, COMMAND_NAMES);
  if (meant !== undefined) return `"${word}" is not a command. Did you mean ${meant}?`;
  return `"${word}" is neither a command (${COMMAND_NAMES.join(", ")}) nor a domain name with a dot. If you mean the top-level domain, write "${word}."`;
}

function withDomains(given: readonly GivenSetting[], names: readonly string[]): GivenSetting[] {
  if (names.length === 0) return [...given];
  const others = given.filter((setting) => setting.name !== "domains");
  const listed = given.find((setting) => setting.name === "domains");
  const all = [...names, ...(typeof listed?.value === "string" ? [listed.value] : [])];
  return [{ name: "domains", value: all.join("\n"), label: "domains" }, ...others];
}

/** `--flag=true`, `--flag false` and the like as `--flag` and `--no-flag`, which parseArgs understands. */
function spellOutFlags(words: readonly string[]): string[] {
  const spelled: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    // What stands behind it is no option, whatever it looks like.
    if (word === "--") return [...spelled, ...words.slice(index)];
    const [name = "", attached] = word.replace(/^--/, "").split("=", 2);
    const flag =
      word.startsWith("--") && SETTING_NAMES.some((setting) => setting === name && isFlag(setting));
    const next = words[index + 1];
    const value = attached ?? (flag && (next === "true" || next === "false") ? next : undefined);
    if (flag && (value === "true" || value === "false")) {
      spelled.push(value === "true" ? `--${name}` : `--no-${name}`);
      if (attached === undefined) index++;
    } else spelled.push(word);
  }
  return spelled;
}

function takesSeveral(name: string): boolean {
  const setting: Setting | undefined = isSettingName(name) ? settings[name] : undefined;
  return setting?.list === true;
}

/** What is wrong with a word that starts as options do. @param meant the option that it was probably meant to be */
function unknownOption(word: string, meant: string | undefined, program: string): string {
  if (!word.startsWith("--") && word.includes("."))
    return `${word} is not an option, and a domain name cannot start with a hyphen.`;
  return `Unknown option ${word}.${meant === undefined ? "" : ` Did you mean --${meant}?`} See ${program} --help.`;
}

interface ReadWords {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
  readonly problems: ConfigurationProblem[];
}

function readWords(words: readonly string[], program: string): ReadWords {
  const options: Record<string, { type: "string" | "boolean"; multiple: true; short?: string }> = {};
  for (const name of SETTING_NAMES)
    options[name] = { type: isFlag(name) ? "boolean" : "string", multiple: true };
  for (const { name, short, placeholder } of OWN_OPTIONS)
    options[name] = {
      type: placeholder === undefined ? "boolean" : "string",
      multiple: true,
      ...(short !== undefined && { short }),
    };
  const { tokens } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    allowNegative: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  const problems: ConfigurationProblem[] = [];
  // Words that are told of already: letters of one word, and the value behind a misspelt option.
  const settled = new Set<number>();
  for (const token of tokens) {
    if (settled.has(token.index)) continue;
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const negated = token.rawName.startsWith("--no-") && Object.hasOwn(options, token.name);
    const { name } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    const own = OWN_OPTIONS.some((each) => each.name === name);
    if (option === undefined || (negated && (own || option.type === "string"))) {
      const short = !token.rawName.startsWith("--");
      const meant = short ? undefined : closestWord(name, Object.keys(options));
      problems.push({
        message: unknownOption(short ? (words[token.index] ?? "") : token.rawName, meant, program),
      });
      if (short) settled.add(token.index);
      else if (meant !== undefined && options[meant]?.type === "string" && token.value === undefined)
        settled.add(token.index + 1);
    } else if (option.type === "boolean") {
      if (token.value !== undefined)
        problems.push({
          message: own
            ? `--${name} takes no value.`
            : `--${name}: "${token.value}" is neither true nor false.`,
        });
      const list = values.get(name) ?? [];
      values.set(
        name,
        SETTING_NAMES.some((setting) => setting === name)
          ? [negated ? "false" : "true"]
          : [...list, token.rawName],
      );
    } else if (token.value === undefined || (!token.inlineValue && token.value.startsWith("--"))) {
      problems.push({ message: `--${name} needs a value.` });
    } else values.set(name, [...(takesSeveral(name) ? (values.get(name) ?? []) : []), token.value]);
  }
  return { values, positionals, problems };
}
