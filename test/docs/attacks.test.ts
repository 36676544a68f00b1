/** docs/attacks.md names a test for each attack; it is there. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "..", "..");

test("every attack has its result and its test", () => {
  const page = readFileSync(join(ROOT, "docs", "attacks.md"), "utf8");
  const rows = page.split("\n").filter((line) => /^\| (?!attack |-)/.test(line));
  assert.ok(rows.length > 20);
  for (const row of rows) {
    const files = [...row.matchAll(/`(test\/[\w./-]+\.ts)`/g)].map(([, file = ""]) => file);
    assert.ok(files.length > 0, row);
    for (const file of files) assert.ok(existsSync(join(ROOT, file)), file);
  }
});
