/** docs/authenticated-transport.md names settings, values and codes that there are. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { settings } from "../../src/config/settings.ts";
import { CHECK_IDS } from "../../src/judge/checks/all.ts";
import { isCode } from "../../src/judge/diagnostics/registry.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/authenticated-transport.md"), "utf8");
const DEFINITIONS: Readonly<Record<string, (typeof settings)[keyof typeof settings]>> = settings;

/** What stands between backticks. */
const codeSpans = [...page.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

describe("the guide to authenticated transport", () => {
  test("takes values of settings that are accepted", () => {
    const written = codeSpans.flatMap((code) => {
      const [, name = "", value = ""] = /^([a-z-]+): (.+)$/.exec(code) ?? [];
      // An address that everybody has to fill in.
      return name in DEFINITIONS && !value.includes("…") ? [{ code, name, value }] : [];
    });
    const names = new Set(written.map(({ name }) => name));
    for (const name of ["checks", "require", "trust", "dane-keys"]) assert.ok(names.has(name), name);
    for (const { code, name, value } of written)
      assert.ok(DEFINITIONS[name]?.schema.safeParse(value).success, code);
  });

  test("names codes, checks and settings that there are", () => {
    const named = codeSpans.filter((code) => /^(?:dane|mta-sts|tls-rpt)[a-z-]*$/.test(code));
    assert.ok(named.length > 5);
    for (const name of named) {
      const known = isCode(name) || CHECK_IDS.some((id) => id === name) || name in DEFINITIONS;
      // A value of `require`.
      assert.ok(known || DEFINITIONS["require"]?.schema.safeParse(name).success, name);
    }
  });
});
