import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { defaultSettings, readSettings } from "../../src/config/given.ts";
import { SETTING_NAMES, settings } from "../../src/config/settings.ts";
import type { Setting } from "../../src/config/settings.ts";
import { SETTING_CASES } from "./setting-values.ts";

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
