/** What GitHub reads of the repository beside its workflows: forms, owners, templates. */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { parseDocument } from "yaml";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "..", "..");
const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const read = (file: string): unknown => {
  const document = parseDocument(textOf(file));
  assert.deepEqual(document.errors, []);
  return document.toJS();
};

/** The syntax of forms, as far as these use it; GitHub shows no form that breaks it. */
const text = { label: z.string(), description: z.string().optional(), placeholder: z.string().optional() };
const validations = z.strictObject({ required: z.boolean() }).optional();
const field = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("textarea"),
    id: z.string(),
    attributes: z.strictObject({ ...text, render: z.string().optional() }),
    validations,
  }),
  z.strictObject({ type: z.literal("input"), id: z.string(), attributes: z.strictObject(text), validations }),
  z.strictObject({
    type: z.literal("dropdown"),
    id: z.string(),
    attributes: z.strictObject({ ...text, options: z.array(z.string()).min(2) }),
    validations,
  }),
]);
const form = z.strictObject({
  name: z.string(),
  description: z.string(),
  labels: z.array(z.string()),
  body: z.array(field).min(1),
});

const forms = globSync(".github/ISSUE_TEMPLATE/[0-9]*.yml", { cwd: ROOT }).sort();

describe("issue forms", () => {
  test("there is one for each kind", () => {
    const kinds = forms.map((file) => form.parse(read(file)).labels);
    assert.deepEqual(kinds, [["bug"], ["enhancement"], ["question"]]);
  });

  for (const file of forms) {
    test(file, () => {
      const { body } = form.parse(read(file));
      const ids = body.map(({ id }) => id);
      assert.deepEqual(ids, [...new Set(ids)]);
      assert.ok(body.some((each) => each.validations?.required === true));
    });
  }

  test("a wrong verdict comes with the report, so that it can be judged again", () => {
    const { body } = form.parse(read(".github/ISSUE_TEMPLATE/1-wrong-verdict.yml"));
    const report = body.find(({ id }) => id === "report");
    assert.equal(report?.validations?.required, true);
    assert.match(report?.attributes.description ?? "", /report-file/);
  });

  test("a security hole goes another way, and links lead to files that are there", () => {
    const config = z
      .strictObject({
        blank_issues_enabled: z.literal(false),
        contact_links: z.array(z.strictObject({ name: z.string(), url: z.url(), about: z.string() })),
      })
      .parse(read(".github/ISSUE_TEMPLATE/config.yml"));
    const urls = config.contact_links.map(({ url }) => url);
    assert.ok(urls.some((url) => url.endsWith("/security/advisories/new")));
    for (const url of urls) {
      const [, file] = /\/blob\/main\/(.+)$/.exec(url) ?? [];
      if (file !== undefined) assert.ok(existsSync(join(ROOT, file)), file);
    }
  });
});

test("everything has an owner, and every path of CODEOWNERS is there", () => {
  const rules = textOf(".github/CODEOWNERS")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(" "));
  assert.equal(rules[0]?.[0], "*");
  for (const [path = "", ...owners] of rules) {
    assert.ok(path === "*" || existsSync(join(ROOT, path)), path);
    assert.ok(owners.length > 0 && owners.every((owner) => /^@[\w-]+(\/[\w-]+)?$/.test(owner)), path);
  }
});

test("the template of pull requests names scripts that are there", () => {
  const { scripts } = z
    .looseObject({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(textOf("package.json")));
  for (const file of [".github/PULL_REQUEST_TEMPLATE.md", "CONTRIBUTING.md", "docs/architecture.md"]) {
    const named = [...textOf(file).matchAll(/npm (?:run )?([a-z]+(?::[a-z]+)*)/g)].map(
      ([, name = ""]) => name,
    );
    assert.ok(named.length > 0);
    for (const name of named) {
      assert.ok(["ci", "version"].includes(name) || Object.hasOwn(scripts, name), `${file}: npm run ${name}`);
    }
  }
});
