/** docs/bounds.md: every bound with its reason and its finding, read off the comments of the constants themselves. */
import { readFileSync } from "node:fs";
import * as configBounds from "../../src/config/bounds.ts";
import { SETTING_NAMES, settings, type Setting, type SettingName } from "../../src/config/settings.ts";
import * as observeBounds from "../../src/observe/bounds.ts";
import * as systemBounds from "../../src/system/bounds.ts";
import * as textBounds from "../../src/text/bounds.ts";
import * as zoneBounds from "../../src/zone/bounds.ts";

export interface Bound {
  readonly name: string;
  readonly value: number;
  /** What is bound, and why at this number. */
  readonly reason: string;
  readonly finding: string;
  /** Heading that it stands under; empty where the file has none. */
  readonly section: string;
}

/** What comes past the bounds in the clock's or the caller's hands: settings with a limit of their own. */
const TIME_FINDINGS: Readonly<Partial<Record<SettingName, string>>> = {
  timeout: "`dns-timeout`, `connect-timeout`, `tls-timeout`",
  "reply-timeout": "`banner-timeout`, `ehlo-timeout`, `tls-timeout`, `session-limit`",
  retries: "`session-deferred`, `session-closed`: what the last look saw",
  concurrency: "none: the others wait",
  deadline: "`not-probed`",
  wait: "the findings of the last round",
};

/** Those settings, in the order of the list. @throws where a time of probing or of the run has no finding here */
function timeSettings(): SettingName[] {
  return SETTING_NAMES.filter((name) => {
    const { kind, placeholder }: Setting = settings[name];
    const isTime = placeholder === "SECONDS" && kind !== "judge";
    if (isTime && TIME_FINDINGS[name] === undefined)
      throw new Error(`TIME_FINDINGS needs what comes past ${name}`);
    return TIME_FINDINGS[name] !== undefined;
  });
}

/**
 * The bounds of a module, in its order.
 * @throws where an exported constant has no comment with its reason and its finding
 */
export function boundsOf(source: string, values: Readonly<Record<string, number>>): Bound[] {
  const bounds: Bound[] = [];
  let section = "";
  const parts = source.matchAll(
    /^\/\/ --- (?<section>.*?) -+$|^\/\*\*\n(?<comment>(?: \*.*\n)+?) \*\/\nexport const (?<name>\w+) =/gm,
  );
  for (const { groups = {} } of parts) {
    section = groups["section"] ?? section;
    const { name, comment = "" } = groups;
    if (name === undefined) continue;
    const [reason = "", finding = ""] = comment
      .replaceAll(/^ \* ?/gm, "")
      .split("@finding")
      .map((text) => text.replaceAll(/\s+/g, " ").trim());
    const value = values[name];
    if (value === undefined || !reason.endsWith(".") || finding === "")
      throw new Error(`${name} needs a value, a reason and a @finding`);
    bounds.push({ name, value, reason, finding, section });
  }
  const missing = Object.keys(values).filter((name) => !bounds.some((bound) => bound.name === name));
  if (missing.length > 0) throw new Error(`No comment with a @finding: ${missing.join(", ")}`);
  return bounds;
}

function read(path: string): string {
  return readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8");
}

/** Every bound of the product. */
export function allBounds(): Bound[] {
  const ofFiles = [
    ...boundsOf(read("config/bounds.ts"), configBounds),
    ...boundsOf(read("zone/bounds.ts"), zoneBounds),
    ...boundsOf(read("system/bounds.ts"), systemBounds),
  ];
  return [
    ...boundsOf(read("observe/bounds.ts"), observeBounds),
    ...boundsOf(read("text/bounds.ts"), textBounds),
    ...ofFiles.map((bound) => ({ ...bound, section: "Files: what a pull request may edit" })),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function times(): string {
  return table(
    ["Setting", "Default", "What", "Past it"],
    timeSettings().map((name) => {
      const { defaultText, description } = settings[name];
      return [`\`${name}\``, defaultText, description, TIME_FINDINGS[name] ?? ""];
    }),
  );
}

/** The page. */
export function boundsPage(): string {
  const bounds = allBounds();
  const sections = [...new Set(bounds.map(({ section }) => section))].map((section) => {
    const rows = bounds
      .filter((bound) => bound.section === section)
      .map(({ name, value, reason, finding }) => [
        reason,
        value.toLocaleString("en"),
        finding,
        `\`${name}\``,
      ]);
    return `## ${section}\n\n${table(["What and why", "Bound", "Past it", "Constant"], rows)}`;
  });
  return `<!-- Generated from the bounds.ts of each room and the settings: npm run generate. -->

# Bounds

What servers, resolvers, certificates and files make MX Gate read, keep, wait for or do is bounded. Past a bound comes a
finding, or a problem with its place in the file; never an exception, never the memory of the process. What a bound
leaves out is said, and nothing is claimed of it. One command has one reply: one more ends the dialog
(\`session-limit\`), since nobody could tell what the next reply answers.

${sections.join("\n\n")}

## Time

Each step has a limit, and so has the run. An endpoint has as much time as its steps have together, over eight
connections at most (\`MAX_FURTHER_CONNECTIONS\`, the dialog and the floor test), and never more than the run.

${times()}
`;
}
