/** The tables of README.md and docs/inputs.md between `<!-- NAME -->` and `<!-- /NAME -->`, generated from the code. */
import { CHECKS } from "../../src/judge/checks/all.ts";
import { OUTPUTS } from "../../src/report/outputs.ts";
import { SETTING_NAMES, settings, type Setting, type SettingName } from "../../src/config/settings.ts";

/** The inputs that most workflows need; docs/inputs.md has all of them. */
const FIRST: readonly SettingName[] = [
  "domains",
  "config-file",
  "checks",
  "min-tls-version",
  "min-days-to-expiry",
  "require",
  "proxy",
  "wait",
  "fail-on",
  "on-inconclusive",
];

/** The README with its tables filled in. @throws Error where the place of a table is missing */
export function fillReadme(readme: string): string {
  return filledIn("README.md", readme, { inputs: inputsTable(FIRST), outputs: outputsTable() });
}

/** docs/inputs.md with its tables filled in. @throws Error where the place of a table is missing */
export function fillInputs(page: string): string {
  const inputs = inputsTable(SETTING_NAMES).replaceAll("](docs/", "](");
  return filledIn("docs/inputs.md", page, { inputs, checks: checksTable() });
}

function filledIn(file: string, text: string, tables: Readonly<Record<string, string>>): string {
  let filled = text;
  for (const [name, table] of Object.entries(tables)) {
    const place = new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- /${name} -->)`);
    if (!place.test(filled)) throw new Error(`${file} has no place for the table of ${name}.`);
    filled = filled.replace(place, (_, start: string, end: string) => `${start}${table}${end}`);
  }
  return filled;
}

function checksTable(): string {
  const rows = CHECKS.map(
    ({ id, observes, passes }) => `| \`${id}\` | ${cell(observes)} | ${cell(passes)} |`,
  );
  return ["", "| check | observes | passes when (default policy) |", "| --- | --- | --- |", ...rows, ""].join(
    "\n",
  );
}

function inputsTable(names: readonly SettingName[]): string {
  const rows = names.map((name) => {
    const setting: Setting = settings[name];
    return `| \`${name}\` | ${cell(setting.description)} | ${cell(setting.defaultText)} |`;
  });
  return ["", "| setting | meaning | default |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function outputsTable(): string {
  const rows = Object.entries(OUTPUTS).map(([name, description]) => `| \`${name}\` | ${cell(description)} |`);
  return ["", "| output | meaning |", "| --- | --- |", ...rows, ""].join("\n");
}

function cell(markdown: string): string {
  return markdown.replaceAll("|", "\\|");
}
