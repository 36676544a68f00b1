/** The phrases of the vocabulary, and how they are found. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lexiconOf, tagsIn, type Entry } from "../../../src/judge/replies/lexicon.ts";
import { tokensOf } from "../../../src/judge/replies/reply-text.ts";
import { vocabulary } from "../../../src/judge/replies/vocabulary/index.ts";

const entry = (...phrases: readonly string[]): readonly Entry[] => [{ source: "test", phrases }];

const lexicon = lexiconOf({
  relay: entry("relay*"),
  openRelay: entry("open relay"),
  no: entry("denied|refused", "n'existe pas"),
  box: entry("用户"),
});

const found = (text: string): readonly string[] =>
  tagsIn(tokensOf(text), lexicon).map(({ concept }) => concept);

describe("phrases", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["the longest counts, and takes its words", "an open relay", ["openRelay"]],
    ["stems and alternatives", "Relaying is refused", ["relay", "no"]],
    ["accents, apostrophes and capitals", "N’EXISTE PAS", ["no"]],
    [
      "camel case, underscores and hyphens",
      "RelayDenied RELAY_DENIED relay-denied",
      ["relay", "no", "relay", "no", "relay", "no"],
    ],
    ["scripts without spaces", "该用户不存在", ["box"]],
    ["not parts of words", "unrelayed undenied", []],
  ];
  for (const [title, text, concepts] of cases) {
    test(title, () => {
      assert.deepEqual(found(text), concepts);
    });
  }

  test("know their sentence and clause", () => {
    const places = tagsIn(tokensOf("relay, relay. relay"), lexicon).map(({ sentence, clause }) => [
      sentence,
      clause,
    ]);
    assert.deepEqual(places, [
      [0, 0],
      [0, 1],
      [1, 2],
    ]);
  });
});

describe("the vocabulary", () => {
  const entries = Object.values<readonly Entry[]>(vocabulary).flat();

  test("names a source beside each entry", () => {
    for (const { source, phrases } of entries) {
      assert.ok(source.length > 10 && phrases.length > 0, source);
    }
  });

  test("has no phrase that nothing can match", () => {
    for (const phrase of entries.flatMap(({ phrases }) => phrases)) {
      assert.ok(tokensOf(phrase).length > 0, phrase);
    }
  });
});
