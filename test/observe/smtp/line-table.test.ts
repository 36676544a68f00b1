import assert from "node:assert/strict";
import { test } from "node:test";
import { REMEMBERED_TEXT_LENGTH, REMEMBERED_TRANSCRIPT_LINES } from "../../../src/observe/bounds.ts";
import { LineTable } from "../../../src/observe/smtp/line-table.ts";

test("equal lines are one object, and lines that differ in anything are not", () => {
  const table = new LineTable();
  const line = table.line(0.012, "<", "250 2.1.0 Ok");
  assert.deepEqual(line, { at: 0.012, mark: "<", text: "250 2.1.0 Ok" });
  assert.equal(table.line(0.012, "<", ["250", "2.1.0", "Ok"].join(" ")), line);
  for (const [at, mark, text] of [
    [0.013, "<", "250 2.1.0 Ok"],
    [0.012, ">", "250 2.1.0 Ok"],
    [0.012, "<", "250 2.1.5 Ok"],
  ] as const) {
    assert.deepEqual(table.line(at, mark, text), { at, mark, text });
  }
});

test("whatever pushes what out, each line says what it was made of", () => {
  const table = new LineTable();
  for (let index = 0; index < 2 * REMEMBERED_TRANSCRIPT_LINES; index++) {
    const [at, text] = [(index % 50) / 1000, `250 mx${String(index >> 1)}.example.com`];
    const line = table.line(at, "<", text);
    assert.equal(line.at, at);
    assert.equal(line.text, text);
  }
});

test("a long line is not looked for", () => {
  const table = new LineTable();
  const text = "x".repeat(REMEMBERED_TEXT_LENGTH + 1);
  assert.notEqual(table.line(0, "<", text), table.line(0, "<", text));
});
