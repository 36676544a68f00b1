/** The form of the corpus. It prints ids only: a failure must not show the unseen half to who writes rules. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadPairs, loadReplies, loadSpentHalves, MEANINGS } from "./corpus.ts";
import type { Answer, Half, LabelledReply } from "./corpus.ts";

const HALVES: readonly Half[] = ["development", "unseen"];
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

  test("none stands in development twice for one question, and none in a sample by occurrence more than three times", () => {
    const most: Readonly<Record<Half, number>> = { development: 1, unseen: 3 };
    for (const half of HALVES) {
      // Ids of unseen replies begin with the name of their sample.
      const alike = Map.groupBy(loadReplies(half), ({ id, reply, command, recipient }) =>
        [half === "unseen" ? id.split("-")[0] : "", command, recipient ?? "", ...reply].join("\n"),
      );
      for (const [first, ...others] of alike.values())
        assert.ok(others.length < most[half], first?.id ?? half);
    }
    assert.equal(new Set(replies.map(({ id }) => id)).size, replies.length);
  });

  test("there are 400 or more, 20 or more of each meaning, and no product has more than 8 %", () => {
    const development = loadReplies("development");
    assert.ok(development.length >= 400, String(development.length));
    for (const meaning of MEANINGS) assert.ok(count(development, meaning) >= 20, meaning);
    const products = Object.entries(Object.groupBy(development, ({ product }) => product));
    for (const [product, of] of products) {
      assert.ok((of?.length ?? 0) <= development.length * 0.08, product);
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

  test("there are 60 or more, none twice, in the same words and in other words", () => {
    assert.ok(loadPairs("development").length >= 60);
    assert.equal(new Set(pairs.map(({ id }) => id)).size, pairs.length);
    assert.equal(new Set(loadPairs("development").map(({ same }) => same)).size, 2);
  });
});

describe("the unseen half", () => {
  const unseen = loadReplies("unseen");
  const unseenPairs = loadPairs("unseen");

  test("is either still being collected, or 200 replies of every meaning and 40 pairs at least", () => {
    if (unseen.length === 0) {
      assert.equal(unseenPairs.length, 0);
      return;
    }
    assert.ok(unseen.length >= 200, String(unseen.length));
    for (const meaning of MEANINGS) assert.ok(count(unseen, meaning) >= 4, meaning);
    assert.ok(unseenPairs.length >= 40, String(unseenPairs.length));
    assert.equal(new Set(unseenPairs.map(({ same }) => same)).size, 2);
  });

  test("has at least half of its products to itself", () => {
    const known = new Set(
      [...loadReplies("development"), ...loadPairs("development")].map(({ product }) => product),
    );
    const products = [...new Set([...unseen, ...unseenPairs].map(({ product }) => product))];
    const own = products.filter((product) => !known.has(product));
    assert.ok(own.length * 2 >= products.length, `${String(own.length)} of ${String(products.length)}`);
  });
});

test("what was unseen once is in development, by its ids", () => {
  const replyIds = new Set(loadReplies("development").map(({ id }) => id));
  const pairIds = new Set(loadPairs("development").map(({ id }) => id));
  const halves = loadSpentHalves();
  assert.equal(new Set(halves.map(({ half }) => half)).size, halves.length);
  for (const spent of halves) {
    assert.ok(spent.replies.length >= 100, spent.half);
    assert.deepEqual(
      spent.replies.filter((id) => !replyIds.has(id)),
      [],
    );
    assert.deepEqual(
      spent.pairs.filter((id) => !pairIds.has(id)),
      [],
    );
  }
});
