/** Numbers as people write them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { andMore, grouped, moreWords, plural } from "../../src/text/plural.ts";

test("numbers are grouped as the runtime groups them", () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (count) => grouped(count) === count.toLocaleString("en")));
  for (const count of [0, 999, 1000, 999_999, 1_000_000, 1234.5, Number.POSITIVE_INFINITY])
    assert.equal(grouped(count), count.toLocaleString("en"));
});

test("one is one, and others take an s or their own word", () => {
  assert.equal(plural(1, "domain"), "1 domain");
  assert.equal(plural(2000, "domain"), "2,000 domains");
  assert.equal(plural(0, "entry", "entries"), "0 entries");
});

test("a list says how many it leaves out, with a noun where that must be said, and nothing where it is whole", () => {
  assert.equal(andMore(["a", "b"], 2), "a, b");
  assert.equal(andMore(["a", "b"], 2000), "a, b and 1,998 more");
  assert.equal(andMore(["a"], 2, "host"), "a and 1 more host");
  assert.equal(moreWords(3, "place"), "and 3 more places");
});
