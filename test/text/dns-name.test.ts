import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { isAtOrBelow, nameToWire, normalName, readName } from "../../src/text/dns-name.ts";
import { POINTER_LIMIT } from "../../src/text/bounds.ts";

describe("one spelling of each name", () => {
  const longest = [63, 63, 63, 61].map((length) => "a".repeat(length)).join(".");
  for (const [written, name] of [
    ["Example.COM", "example.com"],
    ["example.com.", "example.com"],
    [".", "."],
    ["xn--MNCHEN-3YA.example", "xn--mnchen-3ya.example"],
    ["_dmarc.example", "_dmarc.example"],
    [String.raw`a\.b.example`, String.raw`a\046b.example`],
    [String.raw`a\046b.example`, String.raw`a\046b.example`],
    [String.raw`\065\066.example`, "ab.example"],
    [String.raw`\195\132.example`, String.raw`\195\132.example`],
    [String.raw`back\\slash`, String.raw`back\092slash`],
    [String.raw`\"q\;\(\)\@\$`, String.raw`\034q\059\040\041\064\036`],
    [longest, longest],
  ] as const) {
    test(`${JSON.stringify(written)} is ${name}`, () => {
      assert.equal(normalName(written), name);
    });
  }

  for (const [why, written] of [
    ["empty", ""],
    ["an empty label", "a..example"],
    ["a leading dot", ".example"],
    ["two trailing dots", "example.."],
    ["a label of 64 octets", `${"a".repeat(64)}.example`],
    ["256 octets in all", `a${longest}.a`],
    ["a space", "a b.example"],
    ["a letter that is not ASCII", "münchen.example"],
    ["a control character", "a\n.example"],
    ["a half escape", "example\\"],
    ["an escape of two digits", String.raw`a\04b`],
    ["an escape past 255", String.raw`a\256`],
    ["far too long", "a".repeat(100_000)],
  ] as const) {
    test(`${why} is no name`, () => {
      assert.equal(normalName(written), undefined);
      assert.equal(nameToWire(written), undefined);
    });
  }

  test("every name on the wire comes back from its text, but for the case of ASCII letters", () => {
    const wireOf = (labels: readonly string[]): Buffer =>
      Buffer.from(labels.map((label) => String.fromCharCode(label.length) + label).join("") + "\0", "latin1");
    const octet = fc.nat({ max: 255 }).map((code) => String.fromCharCode(code));
    const label = fc.string({ unit: octet, minLength: 1, maxLength: 63 });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 3 }), (labels) => {
        const read = readName(wireOf(labels), 0);
        assert.ok(read !== undefined);
        const lowered = labels.map((text) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()));
        assert.deepEqual(nameToWire(read.name), wireOf(lowered));
      }),
    );
  });
});

describe("a name in a message", () => {
  const read = (text: string, at = 0): ReturnType<typeof readName> =>
    readName(Buffer.from(text, "latin1"), at);

  test("is read over pointers, and ends behind the first of them", () => {
    const message = "\x03com\x00\x07example\xc0\x00\x01a\xc0\x05..";
    assert.deepEqual(read(message, 15), { name: "a.example.com", next: 19 });
  });

  for (const [why, message, at] of [
    ["a pointer to itself", "\xc0\x00", 0],
    ["a pointer forwards", "\xc0\x02\x01a\x00", 0],
    ["two pointers in a circle", "\xc0\x02\xc0\x00", 2],
    ["a pointer back into its own labels", "\x01a\xc0\x00", 0],
    ["a pointer cut in half", "\x00\xc0", 1],
    ["a label that leaves the message", "\x05abc", 0],
    ["a name without end", "\x03abc", 0],
    ["a reserved label type", "\x41a\x00", 0],
    ["nothing", "", 0],
    ["an offset behind the message", "\x00", 9],
  ] as const) {
    test(`${why} is no name`, () => {
      assert.equal(read(message, at), undefined);
    });
  }

  test("of more than 255 octets is no name, however it is put together", () => {
    const front = `\x3f${"a".repeat(63)}`.repeat(3);
    assert.equal(read(`${front}\x3d${"b".repeat(61)}\x00`)?.name.length, 253);
    assert.equal(read(`${front}\x3e${"b".repeat(62)}\x00`), undefined);
    assert.equal(read(`${front}\x00\x3f${"b".repeat(63)}\xc0\x00`, 193), undefined);
  });

  test("over more pointers than a name has labels is no name", () => {
    const chained = (pointers: number): Buffer =>
      Buffer.concat([
        Buffer.from([0, 0]),
        ...Array.from({ length: pointers }, (_, index) =>
          Buffer.from([0xc0 | (index >> 7), (2 * index) & 0xff]),
        ),
      ]);
    assert.deepEqual(readName(chained(POINTER_LIMIT), 2 * POINTER_LIMIT)?.name, ".");
    assert.equal(readName(chained(POINTER_LIMIT + 1), 2 * POINTER_LIMIT + 2), undefined);
  });
});

describe("a name lies at or below another", () => {
  for (const [name, ancestor, expected] of [
    ["example.com", "example.com", true],
    ["a.example.com", "example.com", true],
    ["example.com", ".", true],
    ["badexample.com", "example.com", false],
    ["com", "example.com", false],
    [String.raw`a\046example.com`, "example.com", false],
  ] as const) {
    test(`${name} ${expected ? "" : "not "}below ${ancestor}`, () => {
      assert.equal(isAtOrBelow(name, ancestor), expected);
    });
  }
});
