/** `mx-gate --help`: what the command does and every option, in a form that a person reads with pleasure. */
import {
  isForActionOnly,
  SETTING_NAMES,
  settings,
  type Setting,
  type SettingKind,
  type SettingName,
} from "../config/settings.ts";
import { EXIT_STATUSES, OWN_OPTIONS } from "./own-options.ts";
import { PROGRAM } from "./program.ts";

export const HEADINGS: Readonly<Record<Exclude<SettingKind, "policy">, string>> = {
  target: "What to test",
  judge: "Requirements",
  probe: "How servers are probed",
  run: "This run",
};

const PURPOSE = `Tests the mail transport of a domain the way a sending server meets it: every
MX host, every address, every check. Says what is broken, and how to fix it.`;

/** What people type most, and what it does. */
export const USES: readonly (readonly [string, string])[] = [
  ["example.com", "test a domain"],
  ["check", "test what .github/mx-gate.yml names"],
  ["example.com --checks mx,mta-sts,tls-rpt", "where port 25 is blocked"],
  ["judge report.json", "judge a recorded run again, offline"],
  ["explain cert-expired", "what a code, check or setting means"],
  ["completion bash", "complete words in bash, zsh or fish"],
];

/** Column at which the meaning of a use begins, for a command of a short name. */
const USE_INDENT = 39;

/** What the command is for, and what people type most. */
export function usage(program: string, uses = USES): string {
  const lines = uses.map(([words, meaning]) => {
    const line = `  ${program} ${words}`;
    return `${line.padEnd(USE_INDENT - 2)}  ${meaning}`;
  });
  return `${PURPOSE}\n\n${lines.join("\n")}`;
}

/** Rows of two columns below a heading. */
function rows(heading: string, cells: readonly (readonly [string, string])[], width: number): string {
  return [heading, ...cells.map(([head, meaning]) => `  ${head.padEnd(width)}${meaning}`)].join("\n");
}

const DISPLAY = rows(
  "Output",
  OWN_OPTIONS.map(({ name, short, placeholder, meaning }) => {
    const value = placeholder === undefined ? "" : ` ${placeholder}`;
    return [`--${name}${value}${short === undefined ? "" : `, -${short}`}`, meaning] as const;
  }),
  20,
);
const STATUSES = rows("Exit status", EXIT_STATUSES, 10);

/** Column at which descriptions begin. */
const INDENT = 30;

/**
 * The page of help, for a terminal of this width.
 * @param program what the reader types to start the command
 */
export function helpPage(width: number, program = PROGRAM): string {
  const sections = (["target", "judge", "probe", "run"] as const).map((kind) => {
    return [HEADINGS[kind], ...optionNames(kind).map((name) => optionLines(name, width))].join("\n");
  });
  return `${[usage(program), ...sections, DISPLAY, STATUSES].join("\n\n")}\n`;
}

/** The options of the command that are settings of this kind. */
export function optionNames(kind: SettingKind): SettingName[] {
  return SETTING_NAMES.filter((name) => settings[name].kind === kind && !isForActionOnly(name));
}

/** How an option is written, without its value, and what it means. */
export function optionOf(name: SettingName): { readonly written: string; readonly meaning: string } {
  const { flag, default: standard, description }: Setting = settings[name];
  const off = flag === true && standard === true;
  return {
    written: `--${off ? "no-" : ""}${name}`,
    meaning: plainText(off ? `Switch off: ${description}` : description),
  };
}

function optionLines(name: SettingName, width: number): string {
  const { flag, placeholder, defaultText }: Setting = settings[name];
  const { written, meaning } = optionOf(name);
  const head = `  ${written}${flag === true ? "" : ` ${placeholder}`}`;
  const standard = defaultText === "" || flag === true ? "" : ` [${plainText(defaultText)}]`;
  const lines = wrap(`${meaning}${standard}`, Math.max(30, width - INDENT));
  const first =
    head.length < INDENT - 1
      ? `${head.padEnd(INDENT)}${lines[0] ?? ""}`
      : `${head}\n${" ".repeat(INDENT)}${lines[0] ?? ""}`;
  return [first, ...lines.slice(1).map((line) => " ".repeat(INDENT) + line)].join("\n");
}

/** Without the marks of Markdown. */
export function plainText(markdown: string): string {
  return markdown.replaceAll("`", "").replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, "$1");
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
