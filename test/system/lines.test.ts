/** Files line by line: whatever the pieces they come in, within bounds, and never larger than can be read again. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import fc from "fast-check";
import { failureReason } from "../../src/system/files.ts";
import { atMost, linesOf, split, TooLargeToRead, UnboundedFile } from "../../src/system/lines.ts";

const root = mkdtempSync(join(tmpdir(), "mx-gate-lines-"));
after(() => rmSync(root, { recursive: true }));

const WIDE = { line: 1000, octets: 10_000, lines: 1000 };

test("lines are those of the text, whatever the pieces it comes in", () => {
  const text = fc.array(fc.constantFrom("a", "ü", "\u{1f4e7}", "\n", "\r\n"), { maxLength: 40 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 7 }), (parts, size) => {
      const whole = Buffer.from(parts.join(""));
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      );
      const expected = parts
        .join("")
        .split(/(?<=\n)/)
        .filter((line) => line !== "");
      assert.deepEqual([...split(pieces, WIDE)], expected);
    }),
  );
});

describe("bounds", () => {
  const cases = [
    [{ ...WIDE, line: 3 }, "abc\nab\n", "line 1 is longer than 3 octets"],
    [{ ...WIDE, line: 3 }, "ab\nabcd", "line 2 is longer than 3 octets"],
    [{ ...WIDE, octets: 5 }, "ab\nab\n", "it is larger than 5 octets"],
    [{ ...WIDE, lines: 1 }, "a\nb\n", "it has more than 1 lines"],
  ] as const;
  for (const [bounds, text, reason] of cases) {
    test(reason, () => {
      const file = join(root, "file");
      writeFileSync(file, text);
      for (const lines of [linesOf(file, bounds), split([Buffer.from(text)], bounds)]) {
        assert.throws(
          () => [...lines],
          (error) => error instanceof UnboundedFile && failureReason(error) === reason,
        );
      }
    });
  }

  test("what fits them is read", () => {
    writeFileSync(join(root, "file"), "abc\nab");
    assert.deepEqual([...linesOf(join(root, "file"), { line: 4, octets: 6, lines: 2 })], ["abc\n", "ab"]);
  });
});

test("what could not be read again is not written, and the reason says what to do", () => {
  assert.deepEqual([...atMost(4, ["ü", "ab"], "do it so")], ["ü", "ab"]);
  assert.throws(
    () => [...atMost(4, ["ü", "abc"], "do it so")],
    (error) =>
      error instanceof TooLargeToRead &&
      failureReason(error) === "it would have more than 4 octets, and could not be read again: do it so",
  );
});
