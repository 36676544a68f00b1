import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { batched, readTextFile, writeTextFile } from "../../src/system/files.ts";

const folder = mkdtempSync(join(tmpdir(), "mx-gate-files-"));
after(() => rmSync(folder, { recursive: true }));

test("a file is written with the folders above it, and replaces what was there", async () => {
  const path = join(folder, "a", "b", "report.json");
  await writeTextFile(path, ["first, and longer"]);
  await writeTextFile(path, ["é", "", "郵"]);
  assert.equal(readFileSync(path, "utf8"), "é郵");
  assert.equal(readTextFile(path), "é郵");
});

test("many small pieces become few large ones", async () => {
  const pieces: string[] = [];
  for await (const piece of batched(Array.from({ length: 100_000 }, () => "xy"))) pieces.push(piece);
  assert.equal(pieces.join("").length, 200_000);
  assert.ok(pieces.length < 5, String(pieces.length));
});

test("pieces of any size and of any characters are written as they came", async () => {
  const path = join(folder, "pieces");
  const pieces = [
    "é".repeat(100_000),
    "",
    "郵".repeat(87_381),
    "🂡",
    "x".repeat(262_145),
    ...Array.from({ length: 90_000 }, () => "ü,"),
  ];
  await writeTextFile(path, pieces);
  assert.ok(readFileSync(path, "utf8") === pieces.join(""));
});

test("a file that is not there is undefined; whatever else is wrong is thrown", async () => {
  assert.equal(readTextFile(join(folder, "missing")), undefined);
  await writeTextFile(join(folder, "file"), [""]);
  assert.equal(readTextFile(join(folder, "file", "below")), undefined);
  assert.throws(() => readTextFile(folder), { code: "EISDIR" });
  await assert.rejects(writeTextFile(folder, ["x"]), { code: "EISDIR" });
});
