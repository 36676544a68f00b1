/** What single replies mean (SPEC section 2). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readReply, type Meaning } from "../../../src/judge/replies/meaning.ts";
import type { Asked } from "../../../src/judge/replies/quoted-names.ts";
import { replyOf, replyOfBytes, toForeign, toOwn } from "./answered.ts";
import { ENGLISH_REPLIES } from "./english-replies.ts";
import { FOREIGN_REPLIES } from "./foreign-replies.ts";
import { FURTHER_REPLIES } from "./further-replies.ts";
import { PRINCIPLES } from "./principles.ts";
import { codePoint } from "../../text/code-points.ts";

const meaningOf = (text: string, asked: Asked = toOwn): Meaning => readReply(replyOf(text), asked).meaning;

describe("replies in the words of many products", () => {
  const lists = [ENGLISH_REPLIES, FOREIGN_REPLIES, FURTHER_REPLIES].flatMap((list) => Object.entries(list));
  for (const [meaning, texts] of lists) {
    test(`are read as ${meaning}: ${texts[0] ?? ""} and ${String(texts.length - 1)} more`, () => {
      const asked = meaning === "relaying" || meaning === "domain" ? toForeign : toOwn;
      const wrong = texts.filter((text) => {
        const question = text.includes("own.example") ? toOwn : asked;
        return meaningOf(text, question) !== meaning;
      });
      assert.deepEqual(wrong, []);
    });
  }
});

describe("the rules", () => {
  for (const { says, reply, meaning, asked } of PRINCIPLES) {
    test(`${says}: ${reply}`, () => {
      assert.equal(meaningOf(reply, asked), meaning);
    });
  }

  test("an unknown address of our own makes every quoted one ours", () => {
    const behindNat = { ...toOwn, ownAddress: undefined };
    assert.equal(meaningOf("554 5.7.1 Rejected: 203.0.113.5", behindNat), "client");
    assert.equal(meaningOf("554 5.7.1 Rejected: 203.0.113.5"), "unclear");
  });

  test("our IPv6 address is ours however it is tagged", () => {
    const asked = { ...toOwn, ownAddress: "2001:db8::7" };
    for (const quoted of ["2001:db8::7", "[IPv6:2001:db8::7]", "[2001:DB8::7]"]) {
      assert.equal(meaningOf(`554 Rejected ${quoted}`, asked), "client", quoted);
    }
  });
});

describe("bytes that are no UTF-8", () => {
  const cases: readonly (readonly [string, Meaning, readonly number[]])[] = [
    ["latin1: Relais refusé", "relaying", [...Buffer.from("Relais refusé", "latin1")]],
    // Пользователь не найден
    [
      "koi8-r",
      "mailbox",
      [
        0xf0, 0xcf, 0xcc, 0xd8, 0xda, 0xcf, 0xd7, 0xc1, 0xd4, 0xc5, 0xcc, 0xd8, 0x20, 0xce, 0xc5, 0x20, 0xce,
        0xc1, 0xca, 0xc4, 0xc5, 0xce,
      ],
    ],
    [
      "windows-1251",
      "mailbox",
      [
        0xcf, 0xee, 0xeb, 0xfc, 0xe7, 0xee, 0xe2, 0xe0, 0xf2, 0xe5, 0xeb, 0xfc, 0x20, 0xed, 0xe5, 0x20, 0xed,
        0xe0, 0xe9, 0xe4, 0xe5, 0xed,
      ],
    ],
    // 用户不存在
    ["gb18030", "mailbox", [0xd3, 0xc3, 0xbb, 0xa7, 0xb2, 0xbb, 0xb4, 0xe6, 0xd4, 0xda]],
  ];
  for (const [name, meaning, bytes] of cases) {
    test(`are read in ${name}`, () => {
      const asked = meaning === "relaying" ? toForeign : toOwn;
      assert.equal(readReply(replyOfBytes(550, ...bytes), asked).meaning, meaning);
    });
  }
});

test("whatever is said, it is read, and a refusal is never accepted", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 400, max: 599 }),
      fc.array(fc.string({ unit: codePoint, maxLength: 200 }), { minLength: 1, maxLength: 5 }),
      (code, texts) => {
        const lines = texts.map((text) => `${String(code)} ${Buffer.from(text).toString("latin1")}`);
        assert.notEqual(readReply({ code, lines, seconds: 0 }, toForeign).meaning, "accepted");
      },
    ),
  );
});
