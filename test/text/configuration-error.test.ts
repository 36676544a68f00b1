import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { closestWord, ConfigurationError, suggestion } from "../../src/text/configuration-error.ts";
import { SETTING_NAMES } from "../../src/config/settings.ts";

describe("the word that was meant", () => {
  const KNOWN = ["min-tls-version", "min-days-to-expiry", "port", "off", "basic", "4"];
  const cases: readonly [what: string, word: string, meant: string | undefined][] = [
    ["is the word itself", "port", "port"],
    ["is the word in other capitals", "PORT", "port"],
    ["lacks a letter", "min-tls-verion", "min-tls-version"],
    ["has a letter too many", "min-tls-versionn", "min-tls-version"],
    ["has another letter", "min_tls-version", "min-tls-version"],
    ["has two neighbours swapped", "min-tls-versoin", "min-tls-version"],
    ["has two mistakes", "mintlsversion", "min-tls-version"],
    ["has three mistakes, which is too far", "mintlsverson", undefined],
    ["is short with one mistake", "prt", "port"],
    ["is short with two mistakes, which is half of it", "po", undefined],
    ["of one letter is never guessed", "5", undefined],
    ["is nothing", "", undefined],
    ["is the beginning of one", "min-tls", "min-tls-version"],
    ["is the beginning of several", "min-", undefined],
    ["is something else", "concurrency", undefined],
  ];
  for (const [what, word, meant] of cases) {
    test(`${what}: ${JSON.stringify(word)}`, () => {
      assert.equal(closestWord(word, KNOWN), meant);
    });
  }

  test("is the nearest, and of equally near ones the first", () => {
    assert.equal(closestWord("tiemout", ["timeouts", "timeout"]), "timeout");
    assert.equal(closestWord("warm", ["ward", "warn"]), "ward");
  });

  test("is offered in a sentence, or not at all", () => {
    assert.equal(suggestion("min-tls-versoin", KNOWN), " Did you mean min-tls-version?");
    assert.equal(suggestion("nonsense", KNOWN), "");
  });

  test("is found for every setting with one slip of the finger", () => {
    const slip = fc.tuple(
      fc.constantFrom(...SETTING_NAMES),
      fc.nat(),
      fc.constantFrom("drop", "double", "swap"),
    );
    fc.assert(
      fc.property(slip, ([name, where, how]) => {
        const at = where % (name.length - 1);
        const [before, one, two, after] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)];
        const letters = { drop: [two], double: [one, one, two], swap: [two, one] }[how];
        const typed = [before, ...letters, after].join("");
        assert.notEqual(closestWord(typed, SETTING_NAMES), undefined, typed);
      }),
    );
  });

  test("is looked for without end in nothing, however long it is", () => {
    assert.equal(closestWord("x".repeat(100_000), KNOWN), undefined);
  });
});

test("a configuration error has every problem, and their sentences as its message", () => {
  const problems = [{ message: "One." }, { message: "Two.", file: "mx-gate.yml", line: 3, column: 1 }];
  const error = new ConfigurationError(problems);
  assert.ok(error instanceof Error);
  assert.deepEqual(
    [error.name, error.message, error.problems],
    ["ConfigurationError", "One.\nTwo.", problems],
  );
});
