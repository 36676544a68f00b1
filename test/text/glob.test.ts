import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { globMatcher } from "../../src/text/glob.ts";

describe("a pattern", () => {
  const cases: readonly (readonly [pattern: string, text: string, fits: boolean])[] = [
    ["mx.example.com", "mx.example.com", true],
    ["MX.example.com.", "mx.Example.com", true],
    ["mx.example.com", "amx.example.com", false],
    ["*", "", true],
    ["*", "anything.at.all", true],
    ["*.example.com", "a.b.example.com", true],
    ["*.example.com", "example.com", false],
    ["*.example.com", ".example.com", true],
    ["mx*", "mx1.example.com", true],
    ["mx*.com", "mx.com", true],
    ["a*a", "a", false],
    ["a*b*c", "a1b2c", true],
    ["a*b*c", "acb", false],
    ["a*bb*b", "abbb", true],
    ["a*bb*b", "abb", false],
    ["a.c", "abc", false],
    ["*a*a*a*a*a*a*a*b", "a".repeat(5000), false],
  ];
  for (const [pattern, text, fits] of cases) {
    test(`${pattern} ${fits ? "fits" : "does not fit"} ${text.slice(0, 30)}`, () => {
      assert.equal(globMatcher(pattern)(text), fits);
    });
  }
});
