import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { defaultSettings, readSettings } from "../../src/config/given.ts";
import { SETTING_NAMES, settings } from "../../src/config/settings.ts";
import type { Setting } from "../../src/config/settings.ts";
import { SETTING_CASES } from "./setting-values.ts";

const ROOT = join(import.meta.dirname, "../..");

test("every setting has its cases, and every case its setting", () => {
  assert.deepEqual(Object.keys(SETTING_CASES).sort(), [...SETTING_NAMES].sort());
  for (const [name, { good, bad }] of Object.entries(SETTING_CASES)) {
    const takesAnyText = name.endsWith("-file") || name === "github-token";
    assert.ok(good.length > 0 && (bad.length > 0 || takesAnyText), name);
  }
});

for (const name of SETTING_NAMES) {
  const { good, bad } = SETTING_CASES[name];
  describe(name, () => {
    for (const [written, value] of good) {
      test(`${JSON.stringify(written)} is ${JSON.stringify(value)}`, () => {
        const read = readSettings([{ name, value: written, label: `input ${name}` }], "action");
        assert.deepEqual(read.problems, []);
        assert.deepEqual(read.settings[name], value);
        assert.deepEqual([...read.given], [name]);
      });
    }
    for (const [written, ...messages] of bad) {
      test(`${JSON.stringify(written)} is no value: ${JSON.stringify(messages)}`, () => {
        const read = readSettings([{ name, value: written, label: `input ${name}` }], "action");
        assert.deepEqual(
          read.problems,
          messages.map((message) => ({ message: `input ${name}: ${message}` })),
        );
        assert.deepEqual([...read.given], []);
        assert.deepEqual(read.settings, defaultSettings("action"));
      });
    }
  });
}

describe("a setting", () => {
  for (const name of SETTING_NAMES) {
    const setting: Setting = settings[name];
    test(`explains itself: ${name}`, () => {
      assert.match(name, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      assert.match(setting.description, /^[A-Z`].*\.$/);
      assert.notEqual(setting.placeholder, "");
    });
  }

  test("is a switch where it is true or false, and only there", () => {
    for (const name of SETTING_NAMES) {
      const setting: Setting = settings[name];
      assert.equal(setting.flag === true, typeof setting.default === "boolean", name);
    }
  });

  test("of the kind that a fork's pull request must not edit is a run setting", () => {
    const run = SETTING_NAMES.filter((name) => settings[name].kind === "run");
    for (const name of [
      "allow-private-addresses",
      "dns-server",
      "ca-file",
      "deadline",
      "concurrency",
      "fail-on",
      "on-inconclusive",
      "summary",
      "annotations",
      "junit-file",
      "report-file",
    ] as const) {
      assert.ok(run.includes(name), name);
    }
  });
});

/** Settings of a policy file no value of which checks less than the default does, or that say so elsewhere. */
const NEVER_ASK_LESS: readonly string[] = [
  // The default asks for nothing, or for the least.
  ...[
    "require",
    "require-extensions",
    "forbid-extensions",
    "mx-hosts",
    "min-mx-hosts",
    "require-ipv6",
    "issuers",
  ],
  // What is turned off or lowered is named code by code.
  "severity",
  // With less time or fewer looks a run sees more faults, not fewer.
  ...["timeout", "reply-timeout", "retries"],
];

test("a setting of the policy file says which values check less than the default does, or none can", () => {
  const silent = Object.entries<Setting>(settings).filter(
    ([, { kind, asksLess, inputOnly }]) =>
      (kind === "judge" || kind === "probe") && asksLess === undefined && inputOnly !== true,
  );
  assert.deepEqual(silent.map(([name]) => name).sort(), NEVER_ASK_LESS.toSorted());
});

test("every setting is read somewhere outside of the list", () => {
  const sources = globSync("src/**/*.ts", { cwd: ROOT }).filter(
    (file) => !file.endsWith("config/settings.ts"),
  );
  const text = sources.map((file) => readFileSync(join(ROOT, file), "utf8")).join("\n");
  const reads = (name: string): boolean =>
    text.includes(`"${name}"`) ||
    new RegExp(`\\b(?:settings|thresholds|values)\\.${name}\\b|[{,] ${name}\\b[^\n]*\\} = `).test(text);
  assert.deepEqual(
    Object.keys(settings).filter((name) => !reads(name)),
    [],
  );
});
