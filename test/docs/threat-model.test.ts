/** docs/threat-model.md names the tests that hold what it promises; they are there. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

const ROOT = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(ROOT, "docs", "threat-model.md"), "utf8");
const named = [...new Set([...page.matchAll(/`(test\/[\w./-]+\.ts)`/g)].map(([, file = ""]) => file))];

describe("every test that the threat model names is there", () => {
  assert.ok(named.length > 20);
  for (const file of named) test(file, () => assert.ok(existsSync(join(ROOT, file))));
});

test("every promise names a test", () => {
  const promised = page.slice(
    page.indexOf("## What is defended"),
    page.indexOf("### Against the supply chain"),
  );
  const rows = promised.split("\n").filter((line) => /^\| (?!-|threat |fault )/.test(line));
  assert.ok(rows.length > 20);
  assert.deepEqual(
    rows.filter((row) => !row.includes("`test/")),
    [],
  );
});

test("every test of a fault, and of a hostile peer, is named", () => {
  const files = ["faults", "hostile"].flatMap((folder) =>
    readdirSync(join(ROOT, "test", folder)).map((file) => `test/${folder}/${file}`),
  );
  assert.deepEqual(
    files.filter((file) => file.endsWith(".test.ts") && !named.includes(file)),
    [],
  );
});

test("README.md and SECURITY.md lead there", () => {
  assert.match(readFileSync(join(ROOT, "README.md"), "utf8"), /\(docs\/threat-model\.md\)/);
  assert.match(readFileSync(join(ROOT, "SECURITY.md"), "utf8"), /\(docs\/threat-model\.md\)/);
});
