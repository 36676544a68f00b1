/** DNS messages, and what the resolvers make of them: plain, over aliases, over HTTPS. */
import assert from "node:assert/strict";
import { encode, type Answer } from "dns-packet";
import fc from "fast-check";
import { systemClock, type Clock } from "../../src/system/clock.ts";
import { readAnswer } from "../../src/observe/dns/https.ts";
import { normalName } from "../../src/text/dns-name.ts";
import { readReply, type Reading } from "../../src/observe/dns/reply.ts";
import { createResolver, failed } from "../../src/observe/dns/stub-resolver.ts";
import { decodeHead, type Query } from "../../src/observe/dns/wire.ts";
import { dnsAnswer, type DnsAnswer } from "../../src/observe/observation.ts";
import { fuzz } from "./fuzzing.ts";
import { changed, changes } from "./octets.ts";

const TYPES = ["A", "AAAA", "MX", "NS", "CNAME", "SOA"] as const;
const NAMES = [
  "example.com",
  "a.example.com",
  "b.example.com",
  "mx.example.net",
  "x".repeat(63),
  ".",
] as const;
type Type = (typeof TYPES)[number];

const name = fc.constantFrom(...NAMES);
const record: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    type: fc.constant("A" as const),
    name,
    ttl: fc.constantFrom(0, 300, 2 ** 31),
    data: fc.constant("192.0.2.1"),
  }),
  fc.record({ type: fc.constant("AAAA" as const), name, data: fc.constant("2001:db8::1") }),
  fc.record({ type: fc.constant("CNAME" as const), name, ttl: fc.constant(5), data: name }),
  fc.record({ type: fc.constant("NS" as const), name, data: name }),
  fc.record({
    type: fc.constant("MX" as const),
    name,
    data: fc.record({ preference: fc.nat({ max: 65_535 }), exchange: name }),
  }),
  fc.record({
    type: fc.constant("SOA" as const),
    name,
    data: fc.record({ mname: name, rname: name }),
  }),
);

interface Message {
  readonly bytes: Buffer;
  readonly type: Type;
}

/** Replies to one question, right or nearly so. */
const messages: fc.Arbitrary<Message> = fc
  .tuple(
    fc.constantFrom(...TYPES),
    fc.array(record, { maxLength: 6 }),
    fc.array(record, { maxLength: 2 }),
    fc.constantFrom(0x8180, 0x8580, 0x8183, 0x8182, 0x8185, 0x8380, 0x8000, 0x0100),
    fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 4, arbitrary: changes }),
  )
  .map(([type, answers, authorities, flags, all]) => {
    const message = encode({
      type: "response",
      id: 0,
      questions: [{ name: "example.com", type }],
      answers,
      authorities,
    });
    message.writeUInt16BE(flags, 2);
    return { bytes: changed(message, all), type };
  });

/** Messages that are nothing but pointers and lengths. */
const mazes: fc.Arbitrary<Message> = fc
  .tuple(
    fc.constantFrom(...TYPES),
    fc.array(fc.constantFrom(0xc0, 0xc1, 0x00, 0x0c, 0x01, 0x3f, 0x40, 0xff, 0x61), { maxLength: 200 }),
    fc.constantFrom(1, 1, 1, 20, 300),
    fc.nat({ max: 65_535 }),
  )
  .map(([type, octets, times, count]) => {
    const head = Buffer.from([0, 0, 0x81, 0x80, 0, 0, count >> 8, count & 0xff, 0, 0, 0, 0]);
    const body = Buffer.concat(Array.from({ length: times }, () => Buffer.from(octets)));
    return { bytes: Buffer.concat([head, body]), type };
  });

const anyMessage = fc.oneof({ weight: 4, arbitrary: messages }, { weight: 1, arbitrary: mazes });

function checkNames(names: readonly string[]): void {
  for (const each of names) assert.equal(normalName(each), each);
}

fuzz("DNS messages", {
  inputs: anyMessage,
  parse({ bytes, type }): Reading | undefined {
    const head = decodeHead(bytes);
    return head === undefined ? undefined : readReply(bytes, head, { name: "example.com", type, passed: [] });
  },
  check(reading) {
    if (reading === undefined || reading.kind === "failed") return;
    checkNames(reading.aliases);
    if (reading.kind === "settled") checkNames(reading.exchanges.map(({ exchange }) => exchange));
  },
});

/** Nobody waits here, and a question is never over by itself. */
const timeless: Clock = {
  ...systemClock,
  sleep: (_, signal) =>
    new Promise((resolve) => {
      signal?.addEventListener("abort", () => resolve(), { once: true });
    }),
};

fuzz("DNS answers over aliases", {
  inputs: fc.array(messages, { minLength: 1, maxLength: 4 }),
  parse(replies): Promise<DnsAnswer> {
    let next = 0;
    const resolver = createResolver(
      "fuzzed",
      { timeout: 1, clock: timeless, signal: new AbortController().signal },
      (asked) => {
        const reply = replies[next++ % replies.length];
        const head = reply === undefined ? undefined : decodeHead(reply.bytes);
        return Promise.resolve(
          reply === undefined || head === undefined
            ? failed("malformed", "no head")
            : readReply(reply.bytes, head, asked),
        );
      },
    );
    return resolver.query("example.com", replies[0]?.type ?? "A");
  },
  check(answer) {
    dnsAnswer.parse(answer);
    assert.ok(answer.aliases.length <= 12, String(answer.aliases.length));
    checkNames(answer.aliases);
  },
});

fuzz("DNS over HTTPS", {
  inputs: anyMessage,
  parse({ bytes, type }) {
    const query: Query = { name: "example.com", type, id: 0, edns: true, checkingDisabled: false };
    return readAnswer(bytes, query, { name: "example.com", type, passed: [] });
  },
  check(heard, { bytes, type }) {
    const question = decodeHead(bytes)?.question;
    if (heard.kind !== "settled") return;
    assert.equal(question?.name ?? "example.com", "example.com");
    assert.ok(heard.outcome !== "answer" || type === "MX" || heard.values.length > 0);
  },
});
