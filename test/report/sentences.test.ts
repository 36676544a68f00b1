import { plural } from "../../src/text/plural.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressAndPort, endpointLabel } from "../../src/report/labels.ts";
import { concernedWords, scoreWords, secondsWords, sendersWords } from "../../src/report/sentences.ts";
import { checks, endpoint, finding, server } from "./sample-report.ts";
import { oneCause } from "./samples.ts";

test("numbers agree with their words", () => {
  assert.deepEqual(
    [
      plural(0, "domain"),
      plural(1, "domain"),
      plural(2000, "domain"),
      plural(2, "domain fails", "domains fail"),
    ],
    ["0 domains", "1 domain", "2,000 domains", "2 domains fail"],
  );
});

test("times read as people say them", () => {
  assert.deepEqual([0, 0.0412, 0.0951, 4.2, 34.06, 59.94, 59.96, 125, 3600].map(secondsWords), [
    "0.00 s",
    "0.04 s",
    "0.1 s",
    "4.2 s",
    "34.1 s",
    "59.9 s",
    "1 min 0 s",
    "2 min 5 s",
    "60 min 0 s",
  ]);
});

test("a score says where something is left out of it", () => {
  assert.deepEqual(
    [{ score: 98 }, { score: 70, partial: true }, { score: null, partial: true }].map(scoreWords),
    ["score 98", "score 70 (partial)", "no score"],
  );
});

test("an endpoint is named as one types it", () => {
  const { endpoints, ...mx } = server("mx.example.com", 10, [
    endpoint("192.0.2.1", checks()),
    endpoint("2001:db8::1", checks(), { port: 587 }),
  ]);
  assert.deepEqual(
    endpoints.map((one) => addressAndPort({ ...mx, endpoints }, one)),
    ["192.0.2.1:25", "[2001:db8::1]:587"],
  );
});

test("a server that was named by its address is not named twice", () => {
  for (const [host, address, place] of [
    ["mx.example.com", "192.0.2.1", "mx.example.com 192.0.2.1:25"],
    ["192.0.2.1", "192.0.2.1", "192.0.2.1:25"],
    ["[2001:db8::1]", "2001:db8::1", "[2001:db8::1]:25"],
  ] as const) {
    const named = server(host, null, [endpoint(address, checks())]);
    assert.deepEqual(
      named.endpoints.map((one) => endpointLabel(named, one)),
      [place],
    );
  }
});

describe("what a sending server makes of it", () => {
  const senders = "senders keep the mail and try again";
  const cases: readonly [said: Parameters<typeof finding>[2], words: string | undefined][] = [
    [{}, undefined],
    [{ senders }, senders],
    [{ resultType: "validation-failure", senders }, `TLSRPT validation-failure; ${senders}`],
    [{ resultType: "sts-policy-invalid" }, "TLSRPT sts-policy-invalid"],
  ];
  for (const [said, words] of cases) {
    test(words ?? "nothing", () => assert.equal(sendersWords(finding("x", "error", said)), words));
  }
});

test("of many domains three are named, and of four all", () => {
  const cases: readonly [number, string][] = [
    [0, ""],
    [1, "1 domain: s0.example"],
    [4, "4 domains: s0.example, s1.example, s2.example, s3.example"],
    [5, "5 domains: s0.example, s1.example, s2.example and 2 more"],
    [2000, "2,000 domains: s0.example, s1.example, s2.example and 1,997 more"],
  ];
  for (const [count, words] of cases) assert.equal(concernedWords(oneCause(count)), words);
});
