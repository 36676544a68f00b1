import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decode, encode } from "dns-packet";
import fc from "fast-check";
import { RECORD_LIMIT } from "../../../src/observe/bounds.ts";
import { readReply } from "../../../src/observe/dns/reply.ts";
import { decodeBody, decodeHead, encodeQuery, rcodeName } from "../../../src/observe/dns/wire.ts";
import type { Body } from "../../../src/observe/dns/wire.ts";
import { extendedErrors } from "../../support/dns/scripted-answers.ts";

const question = { name: "example.com", type: "MX" } as const;
const good = encode({
  type: "response",
  id: 7,
  flags: 0x0180,
  questions: [question],
  answers: [
    { type: "CNAME", name: "example.com", ttl: 5, data: "example.net" },
    { type: "MX", name: "example.net", ttl: 5, data: { preference: 10, exchange: "mx.example.net" } },
  ],
  authorities: [{ type: "NS", name: "example.net", data: "ns.example.net" }],
  additionals: [{ type: "AAAA", name: "ns.example.net", data: "2001:db8::1" }],
});

/** Reads a message in every way in which the product does. */
function readAll(message: Buffer): void {
  const head = decodeHead(message);
  if (head === undefined) return;
  for (const type of ["A", "AAAA", "MX", "NS", "CNAME", "SOA"] as const) {
    const name = head.question?.name ?? "example.com";
    const reading = readReply(message, head, { name, type, passed: [] });
    assert.ok(["settled", "continued", "failed"].includes(reading.kind));
  }
}

function bodyOf(message: Buffer): Body {
  const head = decodeHead(message);
  assert.ok(head !== undefined);
  const body = decodeBody(message, head);
  assert.ok(!("malformed" in body));
  return body;
}

describe("a query", () => {
  test("is understood by another codec", () => {
    const query = { ...question, id: 0xbeef, edns: true, checkingDisabled: true };
    const read = decode(encodeQuery(query) ?? Buffer.alloc(0));
    assert.equal(read.id, 0xbeef);
    assert.deepEqual([read.flag_rd, read.flag_ad, read.flag_cd, read.flag_qr], [true, true, true, false]);
    assert.deepEqual(read.questions, [{ ...question, class: "IN" }]);
  });

  test("without EDNS has no additional record", () => {
    const query = { ...question, id: 1, edns: false, checkingDisabled: false };
    assert.deepEqual(decode(encodeQuery(query) ?? Buffer.alloc(0)).additionals, []);
  });

  test("for what is no name cannot be written", () => {
    assert.equal(
      encodeQuery({ name: "a..b", type: "A", id: 1, edns: true, checkingDisabled: false }),
      undefined,
    );
  });
});

test("the sections of a message are read whole and apart", () => {
  const body = bodyOf(good);
  assert.deepEqual(
    body.answers.map(({ name, type }) => [name, type]),
    [
      ["example.com", 5],
      ["example.net", 15],
    ],
  );
  assert.deepEqual(
    body.authorities.map(({ name, type }) => [name, type]),
    [["example.net", 2]],
  );
});

test("response codes have names, and numbers where they have none", () => {
  assert.deepEqual([0, 2, 5, 16, 99].map(rcodeName), [
    "NOERROR",
    "SERVFAIL",
    "REFUSED",
    "BADVERS",
    "RCODE99",
  ]);
});

test("of extended errors so many are kept, and so much of their texts", () => {
  const long = extendedErrors(...Array.from({ length: 40 }, () => [3, "x".repeat(1000)] as const));
  const head = encode({ type: "response", id: 7, flags: 0x0180, questions: [question] });
  head.writeUInt16BE(1, 10);
  const { extendedErrors: kept } = bodyOf(Buffer.concat([head, long]));
  assert.deepEqual([kept.length, kept[0]?.text.length], [16, 512]);
});

test("more records than fit are not read", () => {
  const head = encode({ type: "response", id: 7, flags: 0x0180, questions: [question] });
  const record = Buffer.from([0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
  const withRecords = (count: number): ReturnType<typeof decodeBody> | undefined => {
    const message = Buffer.concat([head, ...Array.from({ length: count }, () => record)]);
    message.writeUInt16BE(count, 8);
    const read = decodeHead(message);
    return read === undefined ? undefined : decodeBody(message, read);
  };
  assert.deepEqual(withRecords(RECORD_LIMIT + 1), {
    malformed: `${String(RECORD_LIMIT + 1)} records announced`,
  });
  const body = withRecords(RECORD_LIMIT);
  assert.ok(body !== undefined && !("malformed" in body));
});

describe("hostile messages neither throw nor stall", { timeout: 120_000 }, () => {
  test("random octets", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (octets) => {
        readAll(Buffer.from(octets));
      }),
      { numRuns: 1000 },
    );
  });

  test("random octets behind a header that is right", () => {
    const counts = fc.tuple(...Array.from({ length: 3 }, () => fc.nat({ max: 20 })));
    fc.assert(
      fc.property(counts, fc.uint8Array({ maxLength: 600 }), (sections, octets) => {
        const message = Buffer.concat([good.subarray(0, 29), octets]);
        for (const [index, count] of sections.entries()) message.writeUInt16BE(count, 6 + 2 * index);
        readAll(message);
      }),
      { numRuns: 1000 },
    );
  });

  test("a good message with octets changed, or cut short", () => {
    const change = fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), fc.nat({ max: good.length }), (changes, length) => {
        const message = Buffer.from(good);
        for (const [at, octet] of changes) message[at] = octet;
        readAll(message);
        readAll(message.subarray(0, length));
      }),
      { numRuns: 1000 },
    );
  });

  test("a chain of pointers, for as many records as fit", () => {
    // Eight thousand hops for each of four thousand names, were they followed.
    const pointers = Buffer.alloc(16_342);
    for (let at = 2; at < pointers.length; at += 2) pointers.writeUInt16BE(0xc000 | (40 + at - 2), at);
    const first = Buffer.from([0, 0, 99, 0, 1, 0, 0, 0, 0, pointers.length >> 8, pointers.length & 0xff]);
    const record = Buffer.from([0xff, 0xfc, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    const records = Array.from({ length: 4000 }, () => record);
    const message = Buffer.concat([good.subarray(0, 29), first, pointers, ...records]);
    message.writeUInt16BE(4001, 6);
    message.fill(0, 8, 12);
    readAll(message);
    const head = decodeHead(message);
    assert.deepEqual(head && decodeBody(message, head), { malformed: "record 2 cannot be read" });
  });

  test("a long answer of the longest names", () => {
    const name = Buffer.from(`${"\x01\xff".repeat(127)}\x00`, "latin1");
    const record = Buffer.concat([
      Buffer.from([0xc0, 29]),
      Buffer.from([0, 5, 0, 1, 0, 0, 0, 0, 0, 2, 0xc0, 29]),
    ]);
    const first = Buffer.concat([name, Buffer.from([0, 1, 0, 1, 0, 0, 0, 0, 0, 0])]);
    const message = Buffer.concat([
      good.subarray(0, 29),
      first,
      ...Array.from({ length: 4000 }, () => record),
    ]);
    message.writeUInt16BE(4001, 6);
    message.fill(0, 8, 12);
    readAll(message);
    const head = decodeHead(message);
    const body = head && decodeBody(message, head);
    assert.equal(body !== undefined && "answers" in body && body.answers.length, 4001);
  });
});
