import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  MAX_CONNECTION_OCTETS,
  MAX_EVIDENCE_OCTETS,
  MAX_LINE_OCTETS,
  MAX_REPLY_LINES,
} from "../../../src/observe/bounds.ts";
import { ReplyParser } from "../../../src/observe/smtp/reply-parser.ts";
import type { ParsedReply, ReplyProblem } from "../../../src/observe/smtp/reply-parser.ts";

interface Reading {
  readonly replies: readonly ParsedReply[];
  readonly problem: ReplyProblem | undefined;
  readonly unfinished: string;
}

/** Everything that a parser makes of these packets. */
function read(...packets: readonly (Buffer | string)[]): Reading {
  const parser = new ReplyParser();
  for (const packet of packets)
    parser.push(typeof packet === "string" ? Buffer.from(packet, "latin1") : packet);
  const replies: ParsedReply[] = [];
  for (let reply = parser.take(); reply !== undefined; reply = parser.take()) replies.push(reply);
  return { replies, problem: parser.problem, unfinished: parser.unfinished };
}

/** The bytes, cut at the given offsets. */
function cut(bytes: Buffer, offsets: readonly number[]): Buffer[] {
  const locations = [...new Set(offsets.map((offset) => offset % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...locations, bytes.length].map((place, index) => bytes.subarray(locations[index - 1] ?? 0, place));
}

describe("a reply is", () => {
  const cases: readonly [what: string, bytes: string, code: number, lines: readonly string[]][] = [
    ["one line", "220 mx.test ESMTP\r\n", 220, ["220 mx.test ESMTP"]],
    ["several lines", "250-mx.test\r\n250-SIZE\r\n250 OK\r\n", 250, ["250-mx.test", "250-SIZE", "250 OK"]],
    ["a code and nothing else", "250\r\n", 250, ["250"]],
    ["a code and a space", "250 \r\n", 250, ["250 "]],
    ["lines without text", "250-\r\n250 \r\n", 250, ["250-", "250 "]],
    ["several lines that end with a bare code", "250-a\r\n250\r\n", 250, ["250-a", "250"]],
    ["lines that end with LF only", "220-a\n220 b\n", 220, ["220-a", "220 b"]],
    ["lines with either end", "220-a\n220-b\r\n220 c\n", 220, ["220-a", "220-b", "220 c"]],
    ["octets above 0x7f, as latin1", "220 m\xfc\xff\x80\r\n", 220, ["220 m\xfc\xff\x80"]],
    ["control characters and NUL, as they came", "220 \x00\x1b[2J\x07\r\n", 220, ["220 \x00\x1b[2J\x07"]],
    ["text with a CR in the middle", "220 a\rb\r\n", 220, ["220 a\rb"]],
    ["what ends with two CRs, of which one belongs to the line end", "220 a\r\r\n", 220, ["220 a\r"]],
    ["a code of the class 5", "554 5.7.1 no\r\n", 554, ["554 5.7.1 no"]],
    ["a code with digits that no RFC knows", "299 x\r\n", 299, ["299 x"]],
    ["what its last line says where the codes differ", "250-a\r\n550 b\r\n", 550, ["250-a", "550 b"]],
    [
      "the longest line",
      `220 ${"x".repeat(MAX_LINE_OCTETS - 5)}\r\n`,
      220,
      [`220 ${"x".repeat(MAX_LINE_OCTETS - 5)}`],
    ],
    [
      "the most lines",
      `${"250-x\r\n".repeat(MAX_REPLY_LINES - 1)}250 x\r\n`,
      250,
      [...Array.from({ length: MAX_REPLY_LINES - 1 }, () => "250-x"), "250 x"],
    ],
  ];
  for (const [what, bytes, code, lines] of cases) {
    test(what, () => {
      assert.deepEqual(read(bytes), { replies: [{ code, lines }], problem: undefined, unfinished: "" });
    });
  }
});

describe("no reply is", () => {
  const cases: readonly [
    what: string,
    bytes: string,
    problem: ReplyProblem | undefined,
    unfinished: string,
  ][] = [
    ["nothing", "", undefined, ""],
    ["a line without an end", "220 mx", undefined, "220 mx"],
    ["a line that ends with CR", "220 mx\r", undefined, "220 mx\r"],
    ["a first line of several", "220-mx\r\n", undefined, "220-mx\r\n"],
    ["a line and a half", "220-mx\r\n220 e", undefined, "220-mx\r\n220 e"],
    ["an empty line", "\r\n", "malformed", "\r\n"],
    ["a greeting of HTTP", "HTTP/1.1 400 Bad Request\r\n", "malformed", "HTTP/1.1 400 Bad Request\r\n"],
    ["a greeting of SSH", "SSH-2.0-OpenSSH_9.2\r\n", "malformed", "SSH-2.0-OpenSSH_9.2\r\n"],
    ["a greeting of POP3", "+OK ready\r\n", "malformed", "+OK ready\r\n"],
    ["an alert of TLS", "\x15\x03\x01\x00\x02\x02\x0a", "malformed", "\x15\x03\x01\x00\x02\x02\r\n"],
    ["octets of TLS without LF", "\x16\x03\x01\x00\x7a", undefined, "\x16\x03\x01\x00\x7a"],
    ["a code of two digits", "25 ok\r\n", "malformed", "25 ok\r\n"],
    ["a code of four digits", "2500 ok\r\n", "malformed", "2500 ok\r\n"],
    ["a code of the class 1", "150 wait\r\n", "malformed", "150 wait\r\n"],
    ["a code of the class 6", "650 hm\r\n", "malformed", "650 hm\r\n"],
    ["a code with letters", "22O mx\r\n", "malformed", "22O mx\r\n"],
    ["a code behind a space", " 220 mx\r\n", "malformed", " 220 mx\r\n"],
    ["text right behind the code", "220mx\r\n", "malformed", "220mx\r\n"],
    ["a tab behind the code", "220\tmx\r\n", "malformed", "220\tmx\r\n"],
    ["a later line that is none", "250-a\r\nb\r\n250 c\r\n", "malformed", "250-a\r\nb\r\n"],
    [
      "a line that is one octet too long",
      `220 ${"x".repeat(MAX_LINE_OCTETS - 4)}\r\n`,
      "line-limit",
      `220 ${"x".repeat(MAX_EVIDENCE_OCTETS - 4)}`,
    ],
    [
      "a line without an end that is too long",
      "x".repeat(5000),
      "line-limit",
      "x".repeat(MAX_EVIDENCE_OCTETS),
    ],
    [
      "one line too many",
      `${"250-x\r\n".repeat(MAX_REPLY_LINES)}250 x\r\n`,
      "lines-limit",
      "250-x\r\n".repeat(MAX_REPLY_LINES).slice(0, MAX_EVIDENCE_OCTETS),
    ],
  ];
  for (const [what, bytes, problem, unfinished] of cases) {
    test(what, () => {
      assert.deepEqual(read(bytes), { replies: [], problem, unfinished });
    });
  }
});

describe("a parser", () => {
  test("takes as many octets as a connection may bring, and not one more", () => {
    const line = Buffer.from(`250-${"x".repeat(1018)}\r\n`);
    const reply = Buffer.concat([
      ...Array.from({ length: 15 }, () => line),
      Buffer.from(`250 ${"x".repeat(1018)}\r\n`),
    ]);
    const packets = Array.from({ length: MAX_CONNECTION_OCTETS / reply.length }, () => reply);
    assert.deepEqual(
      [read(...packets).problem, read(...packets).replies.length],
      [undefined, packets.length],
    );
    assert.equal(read(...packets, "2").problem, "bytes-limit");
  });

  test("gives the whole replies before it tells of what is none", () => {
    const parser = new ReplyParser();
    parser.push(Buffer.from("220 a\r\n250 b\r\nnonsense\r\n"));
    assert.equal(parser.problem, undefined);
    assert.equal(parser.take()?.code, 220);
    assert.equal(parser.problem, undefined);
    assert.equal(parser.take()?.code, 250);
    assert.equal(parser.problem, "malformed");
    assert.equal(parser.take(), undefined);
  });

  test("reads nothing more after a problem", () => {
    const parser = new ReplyParser();
    parser.push(Buffer.from("nonsense\r\n"));
    assert.equal(parser.push(Buffer.from("220 mx.test\r\n")), 0);
    assert.deepEqual(
      [parser.take(), parser.problem, parser.unfinished],
      [undefined, "malformed", "nonsense\r\n"],
    );
  });

  test("counts the lines that each packet completes", () => {
    const parser = new ReplyParser();
    const counts = ["220-a\r", "\n220-b\n22", "0 c\r\n250 d\r\n"].map((packet) =>
      parser.push(Buffer.from(packet)),
    );
    assert.deepEqual(counts, [0, 2, 2]);
  });

  test("says which code comes next", () => {
    const parser = new ReplyParser();
    parser.push(Buffer.from("220-a\r\n"));
    assert.equal(parser.nextCode, undefined);
    parser.push(Buffer.from("220 a\r\n421 b\r\n"));
    assert.equal(parser.nextCode, 220);
    parser.take();
    assert.equal(parser.nextCode, 421);
  });

  test("throws away what is unread, whole replies included, and says what it was", () => {
    const parser = new ReplyParser();
    parser.push(Buffer.from("220 ready\r\n250-a\r\n250 b\r\n250-c\r\n25"));
    parser.take();
    assert.equal(parser.discard(), "250-a\r\n250 b\r\n250-c\r\n25");
    assert.deepEqual([parser.nextCode, parser.take(), parser.unfinished], [undefined, undefined, ""]);
    parser.push(Buffer.from("0 d\r\n"));
    assert.equal(parser.problem, "malformed", "the rest of a line that was thrown away is no reply");
  });

  test("forgets with what it throws away that this was no reply", () => {
    const parser = new ReplyParser();
    parser.push(Buffer.from("220 ready\r\nnonsense\r\n"));
    parser.take();
    assert.equal(parser.problem, "malformed");
    assert.equal(parser.discard(), "nonsense\r\n");
    parser.push(Buffer.from("250 mx.test\r\n"));
    assert.deepEqual([parser.problem, parser.take()?.lines], [undefined, ["250 mx.test"]]);
  });

  test("keeps no more of what it throws away than serves as evidence", () => {
    const parser = new ReplyParser();
    parser.push(Buffer.from("250 x\r\n".repeat(1000)));
    assert.equal(parser.discard(), "250 x\r\n".repeat(1000).slice(0, MAX_EVIDENCE_OCTETS));
  });

  test("does not change what it was given, nor keep it", () => {
    const parser = new ReplyParser();
    const packet = Buffer.from("220 mx");
    parser.push(packet);
    packet.fill(0x21);
    parser.push(Buffer.from("\r\n"));
    assert.deepEqual(parser.take()?.lines, ["220 mx"]);
  });
});

describe("whatever the packets", () => {
  const word = fc.constantFrom(
    "220",
    "250",
    "554",
    "99",
    "-",
    " ",
    "\r",
    "\n",
    "\r\n",
    "x",
    "\xff",
    "\x00",
    "STARTTLS",
  );
  const dialogs = fc.array(fc.oneof(word, fc.constantFrom("250-a\r\n", "250 b\r\n", "220 c\n", "421\r\n")), {
    maxLength: 40,
  });

  test("the replies, the problem and the evidence are the same", () => {
    fc.assert(
      fc.property(dialogs, fc.array(fc.nat(), { maxLength: 30 }), (words, offsets) => {
        const bytes = Buffer.from(words.join(""), "latin1");
        const whole = read(bytes);
        assert.deepEqual(read(...cut(bytes, offsets)), whole);
        assert.deepEqual(read(...Array.from(bytes, (octet) => Buffer.of(octet))), whole);
      }),
    );
  });

  test("the same holds around the limits of line and lines", () => {
    const lines = fc.array(
      fc.tuple(
        fc.constantFrom("250-", "250 "),
        fc.constantFrom(0, 1, 100, 4090, 4091, 4092, 4093),
        fc.constantFrom("\n", "\r\n"),
      ),
      { minLength: 1, maxLength: 4 },
    );
    const many = fc.constantFrom(0, MAX_REPLY_LINES - 2, MAX_REPLY_LINES - 1, MAX_REPLY_LINES);
    fc.assert(
      fc.property(many, lines, fc.array(fc.nat(), { maxLength: 10 }), (before, tail, offsets) => {
        const text = tail.map(([start, length, end]) => start + "x".repeat(length) + end).join("");
        const bytes = Buffer.from("250-a\r\n".repeat(before) + text);
        assert.deepEqual(read(...cut(bytes, offsets)), read(bytes));
      }),
    );
  });

  test("the same holds around the limit of a connection", () => {
    const bytes = Buffer.from("250-x\r\n250 y\r\n".repeat(MAX_CONNECTION_OCTETS / 7));
    const whole = read(bytes);
    assert.equal(whole.problem, "bytes-limit");
    for (const size of [1000, 16_384, 65_536, MAX_CONNECTION_OCTETS]) {
      const packets = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      assert.deepEqual(read(...packets), whole, String(size));
    }
  });

  test("random octets never throw, and what is kept stays bounded", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 40 }), (packets) => {
        const { replies, problem, unfinished } = read(...packets.map((packet) => Buffer.from(packet)));
        assert.ok(unfinished.length <= MAX_EVIDENCE_OCTETS);
        for (const { code, lines } of replies) {
          assert.ok(code >= 200 && code <= 599 && lines.length <= MAX_REPLY_LINES);
          assert.ok(lines.every((line) => line.length <= MAX_LINE_OCTETS && !line.includes("\n")));
        }
        assert.ok(problem === undefined || problem !== "bytes-limit");
      }),
    );
  });

  test("a flood ends at the limit, octet by octet as well", () => {
    const parser = new ReplyParser();
    const line = Array.from(`250-${"x".repeat(MAX_LINE_OCTETS - 5)}\n`, (octet) => Buffer.from(octet));
    let sent = 0;
    for (; parser.problem === undefined; sent++) parser.push(line[sent % line.length] ?? Buffer.of());
    assert.deepEqual([parser.problem, sent], ["bytes-limit", MAX_CONNECTION_OCTETS + 1]);
  });
});

test("evidence does not keep in memory what it was cut from", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const line = `250-${"x".repeat(MAX_LINE_OCTETS - 8)}\r\n`;
  const flood = Buffer.from(line.repeat(15));
  const evidenceOf = (): string => {
    const parser = new ReplyParser();
    parser.push(flood);
    return parser.unfinished;
  };
  collect();
  const before = process.memoryUsage().heapUsed;
  const evidence = Array.from({ length: 500 }, evidenceOf);
  collect();
  const kept = process.memoryUsage().heapUsed - before;
  assert.equal(evidence[0]?.length, MAX_EVIDENCE_OCTETS);
  assert.ok(kept < 500 * 8 * 1024, `${kept} octets for 500 pieces of evidence`);
});
