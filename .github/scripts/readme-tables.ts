/** The tables of the README between `<!-- NAME -->` and `<!-- /NAME -->`, generated from the code. */
import { CHECKS } from "../../src/judge/checks/all.ts";
import { OUTPUTS } from "../../src/report/outputs.ts";
import { SETTING_NAMES, settings, type Setting } from "../../src/config/settings.ts";

/** The README with its tables filled in. @throws Error where the place of a table is missing */
export function fillReadme(readme: string): string {
  let filled = readme;
  for (const [name, table] of Object.entries({
    checks: checksTable(),
    inputs: inputsTable(),
    outputs: outputsTable(),
  })) {
    const place = new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- /${name} -->)`);
    if (!place.test(filled)) throw new Error(`README.md has no place for the table of ${name}.`);
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

function inputsTable(): string {
  const rows = SETTING_NAMES.map((name) => {
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
