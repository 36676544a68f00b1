import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { joinWords, quote, QUOTE_LIMIT, quoteName, quoteWire, words } from "../../src/text/quote.ts";

/** Anything that is not plainly visible on one line. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]|(?! )\p{Zs}/u;

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
