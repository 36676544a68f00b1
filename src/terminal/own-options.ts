/** The command's words that are no settings: its commands, and the options that shape what is printed. */

export interface OwnOption {
  readonly name: "json" | "quiet" | "verbose" | "at" | "help" | "version";
  readonly short?: string;
  /** How its value is written; a switch has none. */
  readonly placeholder?: string;
  readonly meaning: string;
}

/** In the order of the page of help. */
export const OWN_OPTIONS: readonly OwnOption[] = [
  { name: "json", meaning: "print the report as JSON on stdout, and nothing else" },
  {
    name: "quiet",
    short: "q",
    meaning: "print a line per cause; if open, what the policy silences",
  },
  { name: "verbose", short: "v", meaning: "print all that was seen; -vv: SMTP transcripts, too" },
  {
    name: "at",
    placeholder: "DATE",
    meaning: "judge: the moment to judge at, instead of the recorded one",
  },
  { name: "help", short: "h", meaning: "all options; -h: the first screen" },
  { name: "version", meaning: "the version" },
];

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** What each command does, in a few words. */
export const COMMANDS = {
  check: "test domains and servers; the default",
  judge: "judge recorded runs again, offline",
  explain: "what a code, a check or a setting means",
  completion: "print the completion script of a shell",
  help: "show all options",
  version: "show the version",
} as const;

export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** Exit statuses and what each means. */
export const EXIT_STATUSES: readonly (readonly [string, string])[] = [
  ["0", "the gate is open"],
  ["1", "closed by findings"],
  ["2", "usage or configuration"],
  ["3", "closed because something could not be tested from here"],
  ["70", "a bug of mx-gate"],
  ["74", "the gate is open, but a report could not be written"],
  ["129-143", "interrupted by a signal; what was finished is reported"],
];
