import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { describe, test } from "node:test";
import { socketFailure } from "../../../src/observe/dns/conversation.ts";
import { answerOf, asking, hastyClock } from "./asking.ts";
import { a, always, good } from "../../support/dns/records.ts";
import { FLAGS, RCODES, rawReply, reply, startServer } from "../../support/dns/scripted-answers.ts";
import type { Query } from "../../support/dns/name-server.ts";
import type { Script } from "../../support/dns/scripted-answers.ts";

describe("an old server", () => {
  for (const rcode of [RCODES.FORMERR, RCODES.NOTIMP]) {
    test(`that answers EDNS with code ${String(rcode)} is asked again without it`, async () => {
      const server = await startServer((query) => [
        query.edns
          ? reply(query, { rcode })
          : reply(query, { answers: [a("host.example.com", "192.0.2.1")] }),
      ]);
      const answer = await asking([server]).query("host.example.com", "A");
      assert.deepEqual([answer.outcome, answer.values], ["answer", ["192.0.2.1"]]);
      assert.deepEqual(
        server.received.map(({ edns }) => edns),
        [true, false],
      );
    });
  }

  test("that leaves the question out of its refusal is understood", async () => {
    const answer = await answerOf((query) => {
      const header = Buffer.from(reply(query, { rcode: RCODES.FORMERR }).subarray(0, 12));
      header.writeUInt16BE(0, 4);
      return [query.edns ? header : reply(query, { answers: [a("host.example.com", "192.0.2.1")] })];
    });
    assert.equal(answer.outcome, "answer");
  });

  test("that never understands the query refuses it", async () => {
    const answer = await answerOf(always({ rcode: RCODES.FORMERR }));
    assert.deepEqual([answer.outcome, answer.rcode], ["refused", "FORMERR"]);
  });
});

describe("a truncated answer", () => {
  const truncated = (query: Query): Buffer[] => [reply(query, { flags: FLAGS.RA | FLAGS.TC })];

  test("is asked for over TCP", async () => {
    const answers = Array.from({ length: 200 }, (_, index) =>
      a("host.example.com", `192.0.2.${String(index)}`),
    );
    const answer = await answerOf((query) =>
      query.transport === "udp" ? truncated(query) : [reply(query, { answers })],
    );
    assert.deepEqual([answer.outcome, answer.transport, answer.values.length], ["answer", "tcp", 200]);
  });

  test("need not be readable behind the question", async () => {
    const answer = await answerOf((query) => {
      if (query.transport === "tcp") return [reply(query, { answers: [a("host.example.com", "192.0.2.1")] })];
      const cut = rawReply(query, [9, 0, 0], Buffer.from([3, 0x61]));
      cut.writeUInt16BE(0x8380, 2);
      return [cut];
    });
    assert.deepEqual([answer.outcome, answer.transport], ["answer", "tcp"]);
  });

  for (const [sentence, script, detail] of [
    ["and the connection closes", () => [], "the connection closed before a whole answer came"],
    [
      "and the message over TCP is another one's",
      (query) => [reply(query, { id: (query.id + 1) % 0x1_0000 })],
      "a message over TCP does not answer the question",
    ],
    ["again over TCP", truncated, "an answer over TCP says that it is truncated"],
  ] as const satisfies (readonly [string, Script, string])[]) {
    test(`${sentence}: malformed`, async () => {
      const answer = await answerOf((query) =>
        query.transport === "udp" ? truncated(query) : script(query),
      );
      assert.deepEqual([answer.outcome, answer.detail], ["malformed", detail]);
    });
  }
});

describe("datagrams that do not answer the question are not heard", () => {
  const forged = (query: Query, change: (message: Buffer) => void): Buffer => {
    const message = Buffer.from(reply(query, { answers: [a("host.example.com", "203.0.113.66")] }));
    change(message);
    return message;
  };
  const cases: [string, (query: Query) => Buffer][] = [
    [
      "another id",
      (query) =>
        forged(query, (message) => message.writeUInt16BE((message.readUInt16BE(0) + 1) % 0x1_0000, 0)),
    ],
    [
      "a query in place of a response",
      (query) => forged(query, (message) => message.writeUInt16BE(0x0180, 2)),
    ],
    ["another opcode", (query) => forged(query, (message) => message.writeUInt16BE(0xa180, 2))],
    ["another name", (query) => forged(query, (message) => message.write("h0st", 13))],
    ["another type", (query) => forged(query, (message) => message.writeUInt16BE(28, 30))],
    ["another class", (query) => forged(query, (message) => message.writeUInt16BE(3, 32))],
    ["two questions", (query) => forged(query, (message) => message.writeUInt16BE(2, 4))],
    ["no question but an answer", (query) => forged(query, (message) => message.writeUInt16BE(0, 4))],
    ["half a header", (query) => forged(query, () => undefined).subarray(0, 7)],
    ["nothing", () => Buffer.alloc(0)],
    ["a question that cannot be read", (query) => forged(query, (message) => message.fill(0xff, 12))],
  ];
  for (const [what, make] of cases) {
    test(what, async () => {
      const answer = await answerOf((query) => [make(query), ...good(query)]);
      assert.deepEqual([answer.outcome, answer.values], ["answer", ["192.0.2.1"]]);
    });
  }

  test("the question may come back in another case", async () => {
    const answer = await answerOf((query) => [forged(query, (message) => message.write("HoSt", 13))]);
    assert.equal(answer.outcome, "answer");
  });

  test("the right answer from another sender", async () => {
    const stranger = createSocket("udp4");
    const server = await startServer((query) => {
      const [forgery] = good(query);
      if (server.received.length === 1 && forgery !== undefined) {
        stranger.send(forgery, query.from, "127.0.0.1");
        return [];
      }
      return [reply(query, { answers: [a("host.example.com", "192.0.2.2")] })];
    });
    const answer = await asking([server], { clock: hastyClock }).query("host.example.com", "A");
    stranger.close();
    assert.deepEqual(answer.values, ["192.0.2.2"]);
  });
});

describe("an error of a socket", () => {
  for (const [code, outcome] of [
    ["EMFILE", "local-limit"],
    ["ENFILE", "local-limit"],
    ["ENOBUFS", "local-limit"],
    ["EADDRNOTAVAIL", "local-limit"],
    ["ECONNREFUSED", "unreachable"],
    ["ENETUNREACH", "unreachable"],
    ["EHOSTUNREACH", "unreachable"],
    ["EPERM", "unreachable"],
  ] as const) {
    test(`${code} is ${outcome}`, () => {
      const error = Object.assign(new Error("as the system says it"), { code });
      assert.deepEqual(socketFailure(error), { kind: "failure", outcome, detail: code });
    });
  }
});
