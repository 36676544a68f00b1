/** The form of the corpus. It prints ids only: a failure must not show the unseen half to who writes rules. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { halfOf, isWhole, loadPairs, loadReplies, MEANINGS } from "./corpus.ts";
import type { Answer, Half, LabelledReply } from "./corpus.ts";

const HALVES: readonly Half[] = ["seen", "unseen"];
const REPLY_KEYS = "command,id,language,meaning,product,reason,recipient,reply,source";
const PAIR_KEYS = "delivery,foreign,id,language,own,product,reason,relay,same,source";
const replies = HALVES.flatMap((half) => loadReplies(half));
const pairs = HALVES.flatMap((half) => loadPairs(half));

const keysOf = (entry: object): string => Object.keys(entry).toSorted().join(",");

/** Why an answer is not a reply as SMTP has it; undefined where it is one. */
function badAnswer({ command, reply, meaning }: Answer): string | undefined {
  const code = reply[0]?.slice(0, 3) ?? "";
  if (!/^[245]\d\d$/u.test(code)) return "code";
  const wellFormed = reply.every((line, index) =>
    index === reply.length - 1 ? /^\d{3}(?: |$)/u.test(line) : line[3] === "-",
  );
  if (!wellFormed || reply.some((line) => !line.startsWith(code) || /[\r\n]/u.test(line))) return "lines";
  if (command !== "MAIL" && command !== "RCPT") return "command";
  if (!MEANINGS.includes(meaning)) return "meaning";
  return code.startsWith("2") === (meaning === "accepted")
    ? undefined
    : "a 2xx is accepted, and nothing else is";
}

function badReply(entry: LabelledReply): string | undefined {
  if (keysOf(entry) !== REPLY_KEYS) return "fields";
  const recipients: readonly unknown[] = entry.command === "MAIL" ? [null] : ["foreign", "own", "any"];
  if (!recipients.includes(entry.recipient)) return "recipient";
  return badAnswer(entry);
}

const textless = (entry: { product: string; reason: string; language: string; source: string }): boolean =>
  [entry.product, entry.reason, entry.source].some((text) => text.trim().length < 2) ||
  !/^(?:[a-z]{2}|none)$/u.test(entry.language);

const count = (of: readonly LabelledReply[], meaning: string): number =>
  of.filter((entry) => entry.meaning === meaning).length;

describe("the replies", () => {
  test("each has the fields, a reply as SMTP has it, a label, a reason and a source", () => {
    for (const entry of replies) {
      assert.equal(badReply(entry), undefined, entry.id);
      assert.ok(!textless(entry), entry.id);
    }
  });

  test("none stands there twice", () => {
    const texts = replies.map(({ reply }) => reply.join("\n"));
    assert.equal(new Set(texts).size, texts.length);
    assert.equal(new Set(replies.map(({ id }) => id)).size, replies.length);
  });

  test("there are 400 or more, 20 or more of each meaning, and no product has more than 8 %", () => {
    assert.ok(replies.length >= 400, String(replies.length));
    for (const meaning of MEANINGS) assert.ok(count(replies, meaning) >= 20, meaning);
    const products = Object.entries(Object.groupBy(replies, ({ product }) => product));
    for (const [product, of] of products) assert.ok((of?.length ?? 0) <= replies.length * 0.08, product);
  });

  test("both halves hold about half, and some of every meaning", () => {
    for (const half of HALVES) {
      const own = loadReplies(half);
      assert.ok(Math.abs(own.length / replies.length - 0.5) < 0.03, `${half}: ${String(own.length)}`);
      for (const meaning of MEANINGS) assert.ok(count(own, meaning) >= 8, `${half}: ${meaning}`);
    }
  });
});

describe("the pairs", () => {
  test("each has the fields, two replies as SMTP has them, what is expected, and a source", () => {
    for (const pair of pairs) {
      assert.equal(keysOf(pair), PAIR_KEYS, pair.id);
      assert.equal(badAnswer(pair.foreign), undefined, pair.id);
      assert.equal(badAnswer(pair.own), undefined, pair.id);
      assert.ok(pair.relay.length > 0 && pair.delivery.length > 0 && !textless(pair), pair.id);
      if (pair.foreign.command === "MAIL") assert.deepEqual(pair.own, pair.foreign, pair.id);
    }
  });

  test("there are 60 or more, none twice, and both halves have pairs in the same and in other words", () => {
    assert.ok(pairs.length >= 60, String(pairs.length));
    assert.equal(new Set(pairs.map(({ id }) => id)).size, pairs.length);
    for (const half of HALVES) assert.equal(new Set(loadPairs(half).map(({ same }) => same)).size, 2, half);
  });
});

describe("the split", () => {
  test("is the hash of product and text, and of nobody's choice", () => {
    for (const half of HALVES) {
      for (const { id, product, reply } of loadReplies(half)) {
        assert.equal(halfOf(product, reply.join("\n")), half, id);
      }
      for (const { id, product, foreign, own } of loadPairs(half)) {
        assert.equal(halfOf(product, [...foreign.reply, "", ...own.reply].join("\n")), half, id);
      }
    }
  });

  test("a third of the products or more lie in one half as a whole", () => {
    const products = [...new Set([...replies, ...pairs].map(({ product }) => product))];
    assert.ok(products.filter(isWhole).length * 3 >= products.length);
  });
});
