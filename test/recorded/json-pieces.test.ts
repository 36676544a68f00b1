/** The oracle is `JSON.parse`: whatever it makes of a text, and whatever it refuses. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parsingJson } from "../../src/recorded/json-pieces.ts";
import { atOnce } from "../../src/system/steps.ts";

const REFUSED = Symbol("refused");

function attempt(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    assert.ok(error instanceof SyntaxError);
    return REFUSED;
  }
}

function assertAlike(text: string, piece: number): void {
  const expected = attempt(() => JSON.parse(text));
  assert.deepEqual(
    attempt(() => atOnce(parsingJson(text, piece))),
    expected,
    text,
  );
}

const TEXTS = [
  ...[
    "",
    " ",
    "1",
    " 1 ",
    "1 2",
    "tru",
    '"a',
    '"\\"',
    '"\\\\"',
    "[",
    "]",
    "[]",
    "[ ]",
    "{ }",
    "[1,]",
    "[,1]",
    "{,}",
  ],
  ...[
    '{"a":1,}',
    '{"a" :1 , "a":2}',
    '{"__proto__":[1,2,3],"b":{}}',
    "[1 2]",
    "[1}",
    '{"a":1]',
    '{"a"}',
    "{1:2}",
  ],
  ...[
    "[[[[1],2],3],4]",
    '["]","}",",","\\"",{"\\\\":"{"}]',
    "\u00a0[1]",
    "[1]\ufeff",
    '["\u2028","\n"]',
    "[1]]",
  ],
  ...[
    '[nul,"x"]',
    '{"a":{"b":{"c":[1,2,{"d":null}]}}}',
    "[[],[[]],{}]",
    "[ 1 , [ 2 ] , 3 ]",
    '[1,"\\u12"]',
    "[-]",
  ],
];

for (const text of TEXTS) {
  test(`as JSON.parse: ${JSON.stringify(text)}`, () => {
    for (const piece of [0, 1, 2, 3, 5, 8, 100]) assertAlike(text, piece);
  });
}

test("any value, however it is cut and indented", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(40), fc.nat(3), (value, piece, indent) => {
      assertAlike(JSON.stringify(value, null, indent), piece);
    }),
  );
});

test("any damage to a text", () => {
  const damaged = fc
    .tuple(fc.jsonValue({ maxDepth: 4 }), fc.nat(), fc.constantFrom(...'[]{},:"\\ 1nx'), fc.boolean())
    .map(([value, where, mark, replaces]) => {
      const text = JSON.stringify(value, null, 1);
      const at = where % (text.length + 1);
      return text.slice(0, at) + mark + text.slice(replaces ? at + 1 : at);
    });
  fc.assert(
    fc.property(damaged, fc.nat(20), (text, piece) => {
      assertAlike(text, piece);
    }),
    { numRuns: 1000 },
  );
});

test("long lists in long lists without end are refused", () => {
  const text = "[".repeat(100_000);
  assert.equal(
    attempt(() => atOnce(parsingJson(text, 10))),
    REFUSED,
  );
});
