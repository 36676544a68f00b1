/** SMTP replies and EHLO lines, however they come. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { offers, parseExtensions } from "../../src/observe/smtp/ehlo.ts";
import { ReplyParser, type ParsedReply } from "../../src/observe/smtp/reply-parser.ts";
import { MAX_EVIDENCE_OCTETS, MAX_LINE_OCTETS, MAX_REPLY_LINES } from "../../src/observe/bounds.ts";
import { fuzz } from "./fuzzing.ts";

const PIECES = [
  ...["220", "250", "554", "421", "99", "000", "600", "2", "-", " ", "\r", "\n", "\r\n", "\r\r\n", "\n\r"],
  ...["250-a\r\n", "250 b\r\n", "220 c\n", "421\r\n", "250-STARTTLS\r\n", "354 go\r\n"],
  ...["x", "\xff", "\x00", "STARTTLS", "\x16\x03\x01", "HTTP/1.1 400 Bad Request\r\n", "SSH-2.0-x\r\n"],
];

/** Bytes, with now and then a run as long as a bound. */
const streams = fc
  .array(
    fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...PIECES) },
      {
        weight: 2,
        arbitrary: fc.uint8Array({ maxLength: 12 }).map((octets) => Buffer.from(octets).toString("latin1")),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(
            fc.constantFrom("x", "250-a\r\n", "\r\n", "250 ", "\x00"),
            fc.constantFrom(2, 255, 256, 257, 4095, 4096, 4097),
          )
          .map(([piece, times]) => piece.repeat(times)),
      },
    ),
    { maxLength: 24 },
  )
  .map((parts) => Buffer.from(parts.join(""), "latin1"));

interface Read {
  readonly replies: readonly ParsedReply[];
  readonly problem: string | undefined;
  readonly unfinished: string;
}

function read(bytes: Buffer, cuts: readonly number[]): Read {
  const parser = new ReplyParser();
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    parser.push(bytes.subarray(from, cut));
    from = cut;
  }
  const replies: ParsedReply[] = [];
  for (let reply = parser.take(); reply !== undefined; reply = parser.take()) replies.push(reply);
  return { replies, problem: parser.problem, unfinished: parser.unfinished };
}

const cutStreams = fc
  .tuple(streams, fc.array(fc.nat({ max: 65_536 }), { maxLength: 8 }))
  .map(([bytes, locations]) => ({
    bytes,
    cuts: locations.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b),
  }));

fuzz("reply reader", {
  inputs: cutStreams,
  parse: ({ bytes, cuts }) => read(bytes, cuts),
  check(seen, { bytes }) {
    assert.deepEqual(seen, read(bytes, []));
    assert.ok(seen.unfinished.length <= MAX_EVIDENCE_OCTETS);
    for (const { code, lines } of seen.replies) {
      assert.ok(code >= 200 && code <= 599 && lines.length <= MAX_REPLY_LINES);
      assert.ok(lines.every((line) => line.length <= MAX_LINE_OCTETS && !line.includes("\n")));
    }
  },
});

const ehloLines = fc.array(
  fc
    .tuple(
      fc.constantFrom("250-", "250 ", "250", "25", "250-  ", ""),
      fc.array(
        fc.oneof(
          {
            weight: 9,
            arbitrary: fc.constantFrom(
              "STARTTLS",
              "starttls",
              "AUTH",
              "=",
              " ",
              "PLAIN",
              "SIZE",
              "10",
              "-",
              "X-",
              "\t",
              "\r",
              "\x00",
              "\xff",
              "\x85",
              "\xa0",
            ),
          },
          {
            weight: 1,
            arbitrary: fc.constantFrom(
              " ".repeat(4000),
              "A".repeat(4000),
              "-".repeat(4000),
              "= ".repeat(2000),
            ),
          },
        ),
        { maxLength: 8 },
      ),
    )
    .map(([start, words]) => (start + words.join("")).slice(0, MAX_LINE_OCTETS)),
  { maxLength: 40 },
);

fuzz("EHLO lines", {
  inputs: ehloLines,
  parse: parseExtensions,
  check(extensions, lines) {
    assert.ok(extensions.length <= Math.max(0, lines.length - 1));
    for (const { keyword } of extensions) assert.match(keyword, /^[A-Z0-9][A-Z0-9-]*$/);
    if (offers(extensions, "STARTTLS")) assert.ok(lines.some((line) => /starttls/i.test(line)));
  },
});
