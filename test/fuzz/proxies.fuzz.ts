/** What a proxy answers, however it comes. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { requestConnect } from "../../src/observe/route/http-connect.ts";
import { MAX_ANSWER_OCTETS } from "../../src/observe/bounds.ts";
import { ProxyReader } from "../../src/observe/route/proxy-reader.ts";
import type { Proxy, ProxyAnswer } from "../../src/observe/route/proxy-answer.ts";
import { requestSocks5 } from "../../src/observe/route/socks5.ts";
import { fuzz } from "./fuzzing.ts";
import { packets, Wire } from "./memory-wire.ts";

const TARGET = { host: "mx.example.com", address: "192.0.2.1", port: 25 };
const GREETING = "220 mx.example.com ESMTP\r\n";

interface Talk {
  readonly octets: Buffer;
  readonly places: readonly number[];
  readonly withPassword: boolean;
}

interface Outcome {
  readonly answer: ProxyAnswer;
  /** What is there for whoever takes the connection over. */
  readonly rest: string;
}

function talks(octets: fc.Arbitrary<Buffer>): fc.Arbitrary<Talk> {
  return fc.record({
    octets,
    places: fc.array(fc.nat({ max: 20_000 }), { maxLength: 5 }),
    withPassword: fc.boolean(),
  });
}

/** Feeds a reader packet by packet, each when the one before has been read, and then the end. */
async function ask(request: typeof requestConnect, scheme: Proxy["scheme"], talk: Talk): Promise<Outcome> {
  const wire = new Wire();
  const reader = new ProxyReader(wire.asSocket);
  const login = talk.withPassword ? { username: "u", password: "p" } : {};
  const answering = request(reader, { scheme, host: "127.0.0.1", port: 1080, ...login }, TARGET);
  for (const packet of packets(talk.octets, talk.places)) {
    wire.push(packet);
    await new Promise((resolve) => process.nextTick(resolve));
  }
  wire.push(null);
  const answer = await answering;
  reader.release();
  const rest: unknown = wire.read();
  wire.destroy();
  return { answer, rest: Buffer.isBuffer(rest) ? rest.toString("latin1") : "" };
}

const glued = (pieces: readonly string[], maxLength: number): fc.Arbitrary<Buffer> =>
  fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...pieces) },
        {
          weight: 1,
          arbitrary: fc.uint8Array({ maxLength: 4 }).map((octets) => Buffer.from(octets).toString("latin1")),
        },
      ),
      { maxLength },
    )
    .map((parts) => Buffer.from(parts.join(""), "latin1"));

const socksAnswers = glued(
  [
    ...[
      "\x05\x00",
      "\x05\x02",
      "\x05\xff",
      "\x04\x00",
      "\x01\x00",
      "\x01\x01",
      "\x05\x00\x00\x01",
      "\x05\x05\x00\x01",
    ],
    ...[
      "\x05\x00\x00\x03\x02ab",
      "\x05\x00\x00\x04",
      "\x7f\x00\x00\x01\x00\x19",
      "\x00".repeat(18),
      "\x00",
      GREETING,
    ],
    ...[
      "\x05\x00\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x19",
      "\x05\x02\x01\x00\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00",
    ],
  ],
  6,
);

fuzz("SOCKS5 answers", {
  inputs: talks(socksAnswers),
  parse: (talk) => ask(requestSocks5, "socks5", talk),
  async check(outcome, talk) {
    assert.deepEqual(outcome, await ask(requestSocks5, "socks5", { ...talk, places: [] }));
    if (outcome.answer.outcome !== "connected") return;
    // Read once more, in one piece: choice, login, reply with its address, and what follows is the server's.
    const said = talk.octets.toString("latin1");
    const login = talk.withPassword ? /^\x05\x02[^]\x00/.exec(said)?.[0].length : undefined;
    const from = login ?? 2;
    const [, kind = "", size = ""] = /^\x05\x00[^]([^])([^]?)/.exec(said.slice(from)) ?? assert.fail(said);
    const address = kind === "\x01" ? 4 : kind === "\x04" ? 16 : 1 + size.charCodeAt(0);
    assert.match(said, /^\x05/);
    assert.equal(outcome.rest, said.slice(from + 4 + address + 2));
  },
});

const httpAnswers = glued(
  [
    ...[
      "HTTP/1.1 200 Connection established\r\n",
      "HTTP/1.0 200\r\n",
      "HTTP/1.1 407 Who\r\n",
      "HTTP/1.1 502 Bad\r\n",
    ],
    ...[
      "HTTP/1.1 504 x\r\n",
      "HTTP/1.1 500 x\r\n",
      "HTTP/1.1 999\r\n",
      "HTTP/2 200\r\n",
      "HTTP/1.1 20",
      "\r\n",
      "\n",
    ],
    ...[
      "X-Squid-Error: ERR_CONNECT_FAIL 111\r\n",
      "X-Squid-Error: ERR_X 0\r\n",
      "Content-Length: 5\r\n",
      GREETING,
    ],
    ...[
      "Connection refused",
      "timed out",
      "No route",
      "\r\n\r\n",
      "a: b\r\n",
      "x".repeat(17_000),
      "\x00",
      "\r",
    ],
  ],
  6,
);

fuzz("HTTP CONNECT answers", {
  inputs: talks(httpAnswers),
  parse: (talk) => ask(requestConnect, "http", talk),
  async check(outcome, talk) {
    assert.deepEqual(outcome, await ask(requestConnect, "http", { ...talk, places: [] }));
    const said = talk.octets.toString("latin1");
    const end = said.indexOf("\r\n\r\n");
    if (outcome.answer.outcome === "connected") {
      assert.match(said, /^HTTP\/1\.[01] 2\d\d/);
      assert.ok(end + 4 <= MAX_ANSWER_OCTETS);
      assert.equal(outcome.rest, said.slice(end + 4));
    }
    if (end < 0) assert.equal(outcome.answer.outcome, "proxy-failed");
  },
});
