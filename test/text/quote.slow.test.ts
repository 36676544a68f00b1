import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { joinWords, quote, QUOTE_LIMIT, quoteName, quoteWire, words } from "../../src/text/quote.ts";

/** Anything that is not plainly visible on one line, and marks that have nothing below them. */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}|(?<![\p{L}\p{N}\p{M}\u25cc])\p{M}/u;

/** What fonts draw as nothing, as lists of the web collect it; each range with both ends. */
const BLANKS: readonly (readonly [first: number, last: number])[] = [
  ...([0xad, 0x34f, 0x61c, 0x2800, 0x3000, 0x3164, 0xfeff, 0xffa0, 0xfffc] as const).map(
    (code) => [code, code] as const,
  ),
  ...([0xa0, 0x1680, 0x202f, 0x205f, 0x1d159, 0x16fe4] as const).map((code) => [code, code] as const),
  [0x0, 0x1f],
  [0x7f, 0x9f],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2000, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfff0, 0xfffb],
  [0x13430, 0x1343f],
  [0x13441, 0x13442],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

describe("a quoted fact", () => {
  const cases: readonly { what: string; fact: string; said: string }[] = [
    {
      what: "stays as it is where it is printable",
      fact: "220 mx.example.com ESMTP",
      said: "220 mx.example.com ESMTP",
    },
    { what: "keeps letters of every script", fact: "пошта 郵件 é", said: "пошта 郵件 é" },
    { what: "shows line breaks and tabs", fact: "a\r\nb\tc", said: "a\\r\\nb\\tc" },
    { what: "shows NUL and ESC", fact: "\u0000\u001b[31m", said: "\\x00\\x1b[31m" },
    { what: "shows C1 controls", fact: "\u009b31m", said: "\\x9b31m" },
    { what: "shows marks that turn the reading direction", fact: "\u202egnp.exe", said: "\\u{202e}gnp.exe" },
    { what: "shows zero-width characters", fact: "a\u200bb\ufeff", said: "a\\u{200b}b\\u{feff}" },
    { what: "shows line and paragraph separators", fact: "a\u2028b\u2029", said: "a\\u{2028}b\\u{2029}" },
    { what: "shows spaces that only look like one", fact: "a\u00a0b\u3000", said: "a\\xa0b\\u{3000}" },
    { what: "shows lone surrogates and noncharacters", fact: "\ud800 \uffff", said: "\\u{d800} \\u{ffff}" },
    { what: "shows private use and tag characters", fact: "\ue000\u{e0041}", said: "\\u{e000}\\u{e0041}" },
  ];
  for (const { what, fact, said } of cases) test(what, () => assert.equal(quote(fact), said));

  test("shows what fonts draw as nothing, on its own and in a word", () => {
    for (const [first, last] of BLANKS) {
      for (let code = first; code <= last; code++) {
        const character = String.fromCodePoint(code);
        for (const fact of [character, `mx${character}1`]) {
          assert.match(quote(fact), /\\(?:[nrt]|x[\da-f]{2}|u\{[\da-f]+\})/, code.toString(16));
          assert.ok(!quote(fact).includes(character), code.toString(16));
        }
      }
    }
  });

  test("has of all of Unicode what is drawn, each with a name that tells it from any other", () => {
    const seen = new Set<string>();
    const kept = { letters: 0, marks: 0, others: 0 };
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      const alone = quote(character);
      const after = quote(`a${character}b`);
      assert.doesNotMatch(alone, HIDDEN, code.toString(16));
      assert.doesNotMatch(after, HIDDEN, code.toString(16));
      seen.add(after);
      if (after !== `a${character}b`) assert.match(alone, /^\\(?:[nrt]|x[\da-f]{2}|u\{[\da-f]+\})$/);
      else if (/\p{L}/u.test(character)) kept.letters++;
      else if (/\p{M}/u.test(character)) kept.marks++;
      else kept.others++;
    }
    assert.equal(seen.size, 0x110000);
    assert.ok(kept.letters > 130_000 && kept.marks > 2_000 && kept.others > 8_000, JSON.stringify(kept));
  });

  test("keeps the marks that names are written with, and shows those that pile up or stand alone", () => {
    for (const name of ["Việt Nam", "שָׁלוֹם", "मुंबई", "ประเทศไทย", "မြန်မာ", "é", "ខ្មែរ"]) {
      assert.equal(quote(name.normalize("NFD")), name.normalize("NFD"));
    }
    assert.equal(quote("\u0338x \u20e0"), "\\u{338}x \\u{20e0}");
    assert.equal(quote(`a${"\u0301".repeat(10)}b`), `a${"\u0301".repeat(8)}\\u{301}\\u{301}b`);
    assert.equal(quote("#\u0591#[error]"), "#\\u{591}#[error]");
  });

  test("is cut where it is too long, and says how much is missing", () => {
    assert.equal(quote("x".repeat(QUOTE_LIMIT + 5)), `${"x".repeat(QUOTE_LIMIT)}… (5 more)`);
    assert.equal(quote("x".repeat(QUOTE_LIMIT)), "x".repeat(QUOTE_LIMIT));
    assert.equal(quote("abcdef", 3), "abc… (3 more)");
  });

  test("holds nothing hidden, whatever the fact", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (fact) => {
        assert.doesNotMatch(quote(fact), HIDDEN);
      }),
    );
  });

  test("stays the same when it is quoted again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (fact) => {
        assert.equal(quote(quote(fact), Number.POSITIVE_INFINITY), quote(fact));
      }),
    );
  });
});

describe("a quoted line from the wire", () => {
  test("is read as UTF-8 where it is valid", () => {
    assert.equal(quoteWire(Buffer.from("250 grüezi").toString("latin1")), "250 grüezi");
  });
  test("is read as latin1 where it is not", () => {
    assert.equal(quoteWire("250 gr\u00fcezi"), "250 grüezi");
  });
  test("hides nothing behind UTF-8", () => {
    assert.equal(quoteWire(Buffer.from("\u202ea").toString("latin1")), "\\u{202e}a");
  });
  test("is cut where it is too long", () => {
    assert.equal(quoteWire("x".repeat(6), 4), "xxxx… (2 more)");
  });
});

describe("a domain name in words", () => {
  const cases: readonly { name: string; said: string }[] = [
    { name: "mx.example.com", said: "mx.example.com" },
    { name: "xn--bcher-kva.example", said: "xn--bcher-kva.example (bücher.example)" },
    { name: "xn--.example", said: "xn--.example" },
    { name: "a\\000b.example", said: "a\\000b.example" },
  ];
  for (const { name, said } of cases)
    test(`${name} reads ${said}`, () => assert.equal(quoteName(name), said));
});

test("sentences are put together from safe words, numbers and our own text", () => {
  assert.equal(words`${quote("mx\n1")} refused port ${25}.`, "mx\\n1 refused port 25.");
  assert.equal(words`\u2026`, "…");
  assert.equal(joinWords([quote("a"), quote("b")], " · "), "a · b");
});
