/** docs/attacks.md names, for each attack, the test that holds its result; they are there. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "..", "..");
const rows = readFileSync(join(ROOT, "docs", "attacks.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| (?!-|attack )/.test(line));

test("every attack has a result, and a test that is there", () => {
  assert.ok(rows.length > 30);
  const wrong = rows.filter((row) => {
    const cells = row.split("|").map((cell) => cell.trim());
    const tests = [...(cells.at(-2) ?? "").matchAll(/`(test\/[\w./-]+\.ts)`/g)].map(([, file = ""]) => file);
    const [attack = "", result = ""] = cells.slice(1, -2);
    const held = tests.length > 0 && tests.every((file) => existsSync(join(ROOT, file)));
    return cells.length !== 5 || attack === "" || result === "" || !held;
  });
  assert.deepEqual(wrong, []);
});

test("the threat model leads there", () => {
  assert.match(readFileSync(join(ROOT, "docs", "threat-model.md"), "utf8"), /\(attacks\.md\)/);
});
