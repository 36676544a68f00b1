/** `mx-gate -h`: the first screen. Everything else is below `--help`. */
import type { SettingName } from "../config/settings.ts";
import { optionOf, usage, USES } from "./help.ts";
import { settings, type Setting } from "../config/settings.ts";
import { PROGRAM } from "./program.ts";

/** The options that are used most, each in a few words: a screen of 24 lines has room for these. */
export const MOST_USED: readonly (readonly [SettingName, string])[] = [
  ["servers", "test these servers, without MX records"],
  ["domains-file", "many domains, one a line"],
  ["checks", "make these checks only"],
  ["min-tls-version", "what counts as too old: 1.2 or 1.3"],
  ["min-days-to-expiry", "fail when a certificate ends sooner"],
  ["require", "what every domain must publish"],
  ["dns-server", "ask this resolver"],
  ["proxy", "go through a host that can reach port 25"],
  ["report-file", "keep the observations, for judge"],
];

/** Column at which meanings begin. */
const INDENT = 38;

function optionLine([name, meaning]: (typeof MOST_USED)[number]): string {
  const { placeholder }: Setting = settings[name];
  return `  ${optionOf(name).written} ${placeholder}`.padEnd(INDENT - 2) + `  ${meaning}`;
}

/** The first screen of help. @param program what the reader types to start the command */
export function briefHelpPage(program = PROGRAM): string {
  const uses = USES.filter(([words]) => !words.startsWith("completion"));
  const last = [
    `  ${"-v, -q, --json".padEnd(INDENT - 2)}show more, less, or JSON`,
    "",
    `Exit: 0 gate open, 1 closed, 2 usage, 3 not testable from here.`,
    `All options: ${program} --help`,
  ];
  return `${[usage(program, uses), "", "Options used most", ...MOST_USED.map(optionLine), ...last].join("\n")}\n`;
}
