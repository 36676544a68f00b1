/** DNS messages, and what the resolvers make of them: plain, over aliases, over HTTPS. */
import assert from "node:assert/strict";
import { encode, type Answer } from "dns-packet";
import fc from "fast-check";
import { DNS_SECOND_LOOK_SECONDS } from "../../src/observe/bounds.ts";
import { systemClock, type Clock } from "../../src/system/clock.ts";
import { ALIAS_LIMIT } from "../../src/text/bounds.ts";
import { writeFields, type RecordData } from "../../src/dns/fields.ts";
import { DNS_TYPES, RECORD_TYPES, type DnsType } from "../../src/dns/record-types.ts";
import { readAnswer } from "../../src/observe/dns/https.ts";
import { normalName } from "../../src/text/dns-name.ts";
import { readReply, type Reading } from "../../src/observe/dns/reply.ts";
import { createResolver, failed } from "../../src/observe/dns/questions.ts";
import { decodeHead, type Query } from "../../src/observe/dns/wire.ts";
import type { DnsAnswer } from "../../src/observe/observation.ts";
import { dnsAnswer } from "../../src/observe/schemas/observation.ts";
import { readZoneFile } from "../../src/zone/file/file.ts";
import { fuzz } from "./fuzzing.ts";
import { changed, changes } from "./octets.ts";

const NAMES = [
  "example.com",
  "a.example.com",
  "b.example.com",
  "mx.example.net",
  "x".repeat(63),
  ".",
] as const;

const name = fc.constantFrom(...NAMES);
/** Records of each type; those of a new one are demanded here by tsc. */
const RECORDS: Readonly<Record<DnsType, fc.Arbitrary<Answer>>> = {
  A: fc.record({
    type: fc.constant("A" as const),
    name,
    ttl: fc.constantFrom(0, 300, 2 ** 31),
    data: fc.constant("192.0.2.1"),
  }),
  AAAA: fc.record({ type: fc.constant("AAAA" as const), name, data: fc.constant("2001:db8::1") }),
  CNAME: fc.record({ type: fc.constant("CNAME" as const), name, ttl: fc.constant(5), data: name }),
  NS: fc.record({ type: fc.constant("NS" as const), name, data: name }),
  MX: fc.record({
    type: fc.constant("MX" as const),
    name,
    data: fc.record({ preference: fc.nat({ max: 65_535 }), exchange: name }),
  }),
  SOA: fc.record({
    type: fc.constant("SOA" as const),
    name,
    data: fc.record({ mname: name, rname: name }),
  }),
  TXT: fc.record({
    type: fc.constant("TXT" as const),
    name,
    data: fc.array(fc.uint8Array({ maxLength: 255 }).map(Buffer.from), { minLength: 1, maxLength: 3 }),
  }),
  TLSA: fc.record({
    type: fc.constant("TLSA" as const),
    name,
    data: fc.record({
      ...{ usage: fc.nat({ max: 255 }), selector: fc.nat({ max: 255 }), matchingType: fc.nat({ max: 255 }) },
      certificate: fc.uint8Array({ maxLength: 64 }).map(Buffer.from),
    }),
  }),
};
const record = fc.oneof(...Object.values(RECORDS));

interface Message {
  readonly bytes: Buffer;
  readonly type: DnsType;
}

/** Replies to one question, right or nearly so. */
const messages: fc.Arbitrary<Message> = fc
  .tuple(
    fc.constantFrom(...DNS_TYPES),
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
    fc.constantFrom(...DNS_TYPES),
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

/** The data after a way through a zone file. */
function rewritten(type: DnsType, data: RecordData): RecordData | undefined {
  // A zone file has no form for data that is empty.
  if (type === "TLSA" && data.at(-1) === "") return data;
  const line = `. 60 ${type} ${writeFields(RECORD_TYPES[type].fields, data)}\n`;
  const beside = type === "SOA" ? ". 60 NS ns.\n" : "";
  const { zone, problems } = readZoneFile("x", line + beside, {
    origin: ".",
    include: () => ({ problem: "none" }),
  });
  assert.deepEqual(problems, [], line);
  return zone.records[0]?.data;
}

fuzz("DNS messages", {
  inputs: anyMessage,
  parse({ bytes, type }): Reading | undefined {
    const head = decodeHead(bytes);
    return head === undefined ? undefined : readReply(bytes, head, { name: "example.com", type, passed: [] });
  },
  check(reading, { type }) {
    if (reading === undefined || reading.kind === "failed") return;
    checkNames(reading.aliases);
    if (reading.kind === "settled") {
      for (const data of reading.records) assert.deepEqual(rewritten(type, data), data);
    }
  },
});

/** Nobody waits here, not for a second look either, and a question is never over by itself. */
const timeless: Clock = {
  ...systemClock,
  sleep: (seconds, signal) =>
    seconds === DNS_SECOND_LOOK_SECONDS
      ? Promise.resolve()
      : new Promise((resolve) => {
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
      1,
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
    assert.ok(answer.aliases.length <= ALIAS_LIMIT + 2, String(answer.aliases.length));
    checkNames(answer.aliases);
  },
});

fuzz("DNS over HTTPS", {
  inputs: anyMessage,
  parse({ bytes, type }) {
    const query: Query = { name: "example.com", type, id: 0, edns: true, checkingDisabled: false };
    return readAnswer(bytes, query, { name: "example.com", type, passed: [] });
  },
  check(heard, { bytes }) {
    const question = decodeHead(bytes)?.question;
    if (heard.kind !== "settled") return;
    assert.equal(question?.name ?? "example.com", "example.com");
    assert.ok(heard.outcome !== "answer" || heard.records.length > 0);
  },
});
