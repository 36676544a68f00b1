import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  apart,
  centre,
  cut,
  hang,
  joinWrapped,
  padRight,
  painter,
  textWidth,
  wrap,
} from "../../src/text/layout.ts";

test("wide characters take two cells, combining ones none", () => {
  assert.deepEqual(["abc", "日本", "e\u0301", "😀", "✓ – …", ""].map(textWidth), [3, 4, 1, 2, 5, 0]);
});

describe("wrapping", () => {
  const cases: readonly { what: string; text: string; width: number; lines: readonly string[] }[] = [
    { what: "breaks at spaces", text: "one two three", width: 8, lines: ["one two", "three"] },
    { what: "leaves what fits", text: "one two", width: 7, lines: ["one two"] },
    { what: "breaks a long word anywhere", text: "a abcdefgh", width: 4, lines: ["a", "abcd", "efgh"] },
    { what: "counts cells", text: "日本 日本", width: 8, lines: ["日本", "日本"] },
    {
      what: "keeps a number with its unit",
      text: "wait for 30 s now",
      width: 11,
      lines: ["wait for", "30 s now"],
    },
    { what: "keeps spaces between columns", text: "code  place", width: 20, lines: ["code  place"] },
    { what: "gives one line for nothing", text: "", width: 5, lines: [""] },
  ];
  for (const { what, text, width, lines } of cases)
    test(what, () => assert.deepEqual(wrap(text, width), lines));

  test("never makes a line too wide and loses no word", () => {
    const words = fc
      .array(fc.stringMatching(/^[a-z日é]{0,12}$/), { maxLength: 8 })
      .map((all) => all.join(" "));
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) assert.ok(textWidth(line) <= width, line);
        assert.equal(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
      }),
    );
  });
});

test("further lines hang below the text", () => {
  assert.deepEqual(hang("fix  ", "one two three", 13), ["fix  one two", "     three"]);
});

test("parts stay whole where lines allow it", () => {
  assert.deepEqual(joinWrapped(["aaa", "bbb", "cccc"], " · ", 9), ["aaa · bbb", "cccc"]);
});

test("two texts stand at both ends of a line, if there is room between", () => {
  assert.deepEqual(apart("ab", "cd", 8), { line: "ab    cd", fits: true });
  assert.equal(apart("ab", "cd", 5).fits, false);
});

test("padding, centring and cutting count cells", () => {
  assert.deepEqual(
    [padRight("日", 4), centre("✓", 4), cut("abcdef", 4), cut("日本語", 4), cut("abc", 3)],
    ["日  ", " ✓  ", "abc…", "日…", "abc"],
  );
});

test("colour comes only when asked for", () => {
  assert.equal(painter(false)("red", "✗"), "✗");
  assert.equal(painter(true)("red", "✗"), "\u001b[31m✗\u001b[39m");
  assert.equal(painter(true)("red", ""), "");
});
