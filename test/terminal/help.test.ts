import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SETTING_NAMES, settings } from "../../src/config/settings.ts";
import type { Setting } from "../../src/config/settings.ts";
import { briefHelpPage } from "../../src/terminal/brief-help.ts";
import { helpPage } from "../../src/terminal/help.ts";

/** They mean something on GitHub only. */
const ACTION_ONLY = ["summary", "annotations", "comment-summary-in-pr", "github-token"];

/** Words of the page, however it is wrapped. */
function words(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

describe("the page of help", () => {
  for (const width of [80, 100]) {
    test(`fits ${String(width)} columns`, () => {
      const wide = helpPage(width)
        .split("\n")
        .filter((line) => line.length > width);
      assert.deepEqual(wide, []);
    });
  }

  test("says the same at any width", () => {
    assert.equal(words(helpPage(80)), words(helpPage(100)));
    assert.notEqual(helpPage(80), helpPage(100));
  });

  for (const name of SETTING_NAMES.filter((each) => !ACTION_ONLY.includes(each))) {
    const setting: Setting = settings[name];
    test(`has the option for ${name}, its meaning and its default`, () => {
      const page = helpPage(100);
      const head =
        setting.flag === true
          ? setting.default === true
            ? `--no-${name}`
            : `--${name}`
          : `--${name} ${setting.placeholder}`;
      const lines = page.split("\n").filter((line) => line === `  ${head}` || line.startsWith(`  ${head} `));
      assert.equal(lines.length, 1, head);
      assert.ok(words(page).includes(words(setting.description.replaceAll("`", ""))), setting.description);
      const standard =
        setting.flag === true
          ? ""
          : setting.defaultText.replaceAll("`", "").replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
      assert.ok(standard === "" || words(page).includes(`[${standard}]`), standard);
    });
  }

  test("leaves out what means something on GitHub only", () => {
    for (const name of ACTION_ONLY)
      assert.doesNotMatch(helpPage(100), new RegExp(`--(?:no-)?${name}(?![-\\w])`));
  });

  test("names the commands, the options of the output, and every exit status", () => {
    const page = helpPage(100);
    for (const word of [
      "judge",
      "explain",
      "--json",
      "--quiet",
      "--verbose",
      "--at",
      "--help",
      "--version",
    ]) {
      assert.match(page, new RegExp(`(?:^|\\s)${word}\\b`, "m"));
    }
    for (const status of ["0", "1", "2", "3", "70", "74", "129-143"])
      assert.match(page, new RegExp(`\\b${status}\\b`));
  });

  test("has no marks of Markdown, no trailing spaces, and ends with a line end", () => {
    const page = helpPage(100);
    assert.ok(!page.includes("`") && !page.includes("]("));
    assert.ok(!/ $/m.test(page));
    assert.match(page, /[^\n]\n$/);
  });
});

describe("the first screen", () => {
  const page = briefHelpPage();

  test("fits a terminal of 24 lines and 80 columns", () => {
    const lines = page.trimEnd().split("\n");
    assert.ok(lines.length < 24, String(lines.length));
    assert.deepEqual(
      lines.filter((line) => line.length > 80),
      [],
    );
  });

  test("has what people type most, and where the rest is", () => {
    for (const words of ["mx-gate example.com ", "--servers", "--min-tls-version", "judge report.json"])
      assert.ok(page.includes(words), words);
    assert.match(page, /^All options: mx-gate --help$/m);
    assert.ok(briefHelpPage("npx mx-gate").includes("npx mx-gate --help"));
  });
});
