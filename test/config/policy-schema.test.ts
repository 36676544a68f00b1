/** The JSON Schema that editors check a policy file by agrees with the program. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { policyPage } from "../../.github/scripts/policy-page.ts";
import { policySchema } from "../../.github/scripts/policy-schema.ts";
import { FILE_NAMES, readPolicyFile } from "../../src/config/policy/file.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const schema: unknown = JSON.parse(policySchema());
assert.ok(typeof schema === "object" && schema !== null);
const accepts = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);

/** The file that docs/policy.md shows. */
const example = /```yaml\n([^]*?)```/.exec(policyPage())?.[1] ?? assert.fail("no example");

describe("the schema", () => {
  test("is the committed one, and so is the page", () => {
    assert.equal(readFileSync(path.join(ROOT, "schema/policy-v1.schema.json"), "utf8"), policySchema());
    assert.equal(readFileSync(path.join(ROOT, "docs/policy.md"), "utf8"), policyPage());
  });

  test("and the program take the example of the page", () => {
    assert.deepEqual(accepts.errors ?? [], []);
    assert.ok(accepts(parse(example)), JSON.stringify(accepts.errors));
    assert.deepEqual(readPolicyFile("x", example, Date.UTC(2026, 10, 21)).problems, []);
  });

  for (const text of [
    "min-tls-versoin: 1.3",
    "min-tls-version: 1.9",
    "fail-on: never",
    "expect: nothing",
    "severity: { cert-expird: error }",
    "severity: { cert-expired: fatal }",
    "require-ipv6: 1",
    "domains: [7]",
    "overrides: [{ port: 587 }]",
    "overrides: [{ host: a }]",
    "overrides: [{ host: a, domains: b.test }]",
    "waivers: [{ code: cert-expired, until: 2027-01-31 }]",
    "waivers: [{ code: cert-expired, until: soon, reason: r }]",
  ]) {
    test(`and the program refuse ${text}`, () => {
      assert.equal(accepts(parse(text)), false);
      assert.ok(readPolicyFile("x", text, Date.UTC(2026, 10, 21)).problems.length > 0);
    });
  }

  test("and the page have every key of the file", () => {
    assert.deepEqual(
      FILE_NAMES.filter((name) => !policyPage().includes(`\n| \`${name}\` |`)),
      [],
    );
  });
});
