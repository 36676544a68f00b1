/** The pages of checks and settings, made of the lists that know them. */
import { isForActionOnly, settings, type Setting, type SettingName } from "../config/settings.ts";
import { CHECKS } from "../judge/checks/all.ts";
import { CODES, describe, isCode } from "../judge/diagnostics/registry.ts";
import { wrap } from "../text/layout.ts";

/** Cells of a line. */
const WIDTH = 100;

/** A paragraph in lines. */
function paragraph(text: string): string {
  return wrap(text, WIDTH).join("\n");
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

/** Codes with their severities, one a line, and how to read more of one. */
function codeList(codes: readonly string[], program: string): string[] {
  const [first] = codes;
  if (first === undefined) return [];
  const width = Math.max(...codes.map((code) => code.length)) + 2;
  const lines = codes.map((code) =>
    `    ${code.padEnd(width)}${isCode(code) ? describe(code).severity : ""}`.trimEnd(),
  );
  return [
    "Its codes, and how severe each is by default:",
    lines.join("\n"),
    `    ${program} explain ${first}`,
  ];
}

/** What a check observes, when it passes and what it reports; undefined where there is no such check. */
export function checkPage(id: string, program: string): string | undefined {
  const check = CHECKS.find((each) => each.id === id);
  if (check === undefined) return undefined;
  const { title, scope, observes, passes } = check;
  const codes = CODES.filter((code) => isCode(code) && describe(code).check === id);
  const where = scope === "domain" ? "each domain" : "each MX host at every address";
  return `${[
    `# ${id}`,
    paragraph(`${title}: a check of ${where}.`),
    paragraph(`Observes: ${sentence(observes)}`),
    paragraph(`Passes when: ${sentence(passes)}`),
    `To make this check alone:\n\n    ${program} example.com --checks ${id}`,
    ...codeList(codes, program),
  ].join("\n\n")}\n`;
}

/** Where a setting may stand. */
function placeWords({ kind, fileOnly, inputOnly, ofDomain }: Setting, onGithub: boolean): string {
  if (fileOnly === true) return "It is a key of the policy file alone.";
  if (onGithub) return "It is an input of the Action alone.";
  if (kind === "run" || inputOnly === true)
    return "It is an input or option, never a key of the policy file, which a pull request may edit.";
  if (kind === "target") return "It is an input, an option and a key of the policy file.";
  const by = kind === "judge" && ofDomain !== true ? "domain and host" : kind === "judge" ? "domain" : "host";
  return `It is an input, an option and a key of the policy file, where overrides may set it by ${by}.`;
}

/** What a setting means, how it is written and which codes it decides; undefined where there is no such setting. */
export function settingPage(name: string, program: string): string | undefined {
  if (!Object.hasOwn(settings, name)) return undefined;
  const setting: Setting = settings[name as keyof typeof settings];
  const { flag, placeholder, description, default: standard, defaultText, fileOnly } = setting;
  const onGithub = fileOnly !== true && isForActionOnly(name as SettingName);
  const option = flag === true ? `--${standard === true ? "no-" : ""}${name}` : `--${name} ${placeholder}`;
  const value = flag === true ? String(standard !== true) : placeholder;
  const written = [
    ...(fileOnly === true || onGithub ? [] : [`    ${program} example.com ${option}`]),
    `    ${name}: ${value}`,
  ];
  const codes = CODES.filter((code) => isCode(code) && describe(code).askedBy === name);
  return `${[
    `# ${name}`,
    paragraph(description),
    written.join("\n"),
    paragraph(
      `${defaultText === "" ? "It has no default." : `Default: ${defaultText}.`} ${placeWords(setting, onGithub)}`,
    ),
    ...codeList(codes, program),
  ].join("\n\n")}\n`;
}
