import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatServer } from "../../../src/observe/dns/name-server.ts";
import { dnsAnswer } from "../../../src/observe/observation.ts";
import { asking, hastyClock, steppedClock } from "./asking.ts";
import { always, good } from "../../support/dns/records.ts";
import { RCODES, closedPort, rawReply, startServer } from "../../support/dns/scripted-answers.ts";
import type { Query } from "../../support/dns/name-server.ts";
import type { Script } from "../../support/dns/scripted-answers.ts";

describe("several servers", () => {
  for (const [what, script] of [
    ["SERVFAIL", always({ rcode: RCODES.SERVFAIL })],
    ["REFUSED", always({ rcode: RCODES.REFUSED })],
    ["an empty answer without knowledge", always({ flags: 0 })],
    ["nonsense", (query: Query) => [rawReply(query, [9, 0, 0], Buffer.alloc(3))]],
    ["silence", () => []],
  ] as const) {
    test(`after ${what} the next one is asked`, async () => {
      const [first, second] = [await startServer(script), await startServer(good)];
      const answer = await asking([first, second], { clock: hastyClock }).query("host.example.com", "A");
      assert.deepEqual([answer.outcome, answer.server], ["answer", formatServer(second)]);
    });
  }

  test("after a closed port the next one is asked", async () => {
    const second = await startServer(good);
    const answer = await asking([await closedPort(), second]).query("host.example.com", "A");
    assert.deepEqual([answer.outcome, answer.server], ["answer", formatServer(second)]);
  });

  test("a name that does not exist needs no second opinion", async () => {
    const [first, second] = [await startServer(always({ rcode: RCODES.NXDOMAIN })), await startServer(good)];
    const answer = await asking([first, second]).query("host.example.com", "A");
    assert.deepEqual([answer.outcome, second.received.length], ["nxdomain", 0]);
  });

  test("the first is asked again where the others are silent, too", async () => {
    const clock = steppedClock();
    const first = await startServer((query) => (first.received.length === 1 ? [] : good(query)));
    const second = await startServer(() => []);
    const answer = asking([first, second], { clock }).query("host.example.com", "A");
    await first.queries(1);
    clock.advance(1.5);
    await second.queries(1);
    clock.advance(1.5);
    assert.equal((await answer).server, formatServer(first));
    assert.equal(second.received.length, 1);
  });

  test("an answer of the first that comes after the second was asked still counts", async () => {
    const clock = steppedClock();
    const [first, second] = [await startServer(() => []), await startServer(() => [])];
    const answer = asking([first, second], { clock }).query("host.example.com", "A");
    await first.queries(1);
    clock.advance(1.5);
    await second.queries(1);
    const [query] = first.received;
    assert.ok(query !== undefined);
    first.send(good(query), query.from);
    assert.equal((await answer).server, formatServer(first));
  });

  for (const [sentence, scripts, outcome] of [
    ["SERVFAIL tells more than silence", [always({ rcode: RCODES.SERVFAIL }), () => []], "servfail"],
    [
      "SERVFAIL tells more than REFUSED",
      [always({ rcode: RCODES.REFUSED }), always({ rcode: RCODES.SERVFAIL })],
      "servfail",
    ],
    ["REFUSED tells more than silence", [() => [], always({ rcode: RCODES.REFUSED })], "refused"],
  ] as const satisfies (readonly [string, readonly Script[], string])[]) {
    test(sentence, async () => {
      const servers = await Promise.all(scripts.map((script) => startServer(script)));
      const answer = await asking(servers, { clock: hastyClock, timeout: 5 }).query("host.example.com", "A");
      assert.equal(answer.outcome, outcome);
    });
  }
});

describe("silence", () => {
  test("is asked into after 1.5 seconds and after twice as long each time, then it is a timeout", async () => {
    const clock = steppedClock();
    const server = await startServer(() => []);
    const answer = asking([server], { clock, timeout: 15 }).query("host.example.com", "A");
    for (const [index, pause] of [1.5, 3, 6, 4.5].entries()) {
      await server.queries(index + 1);
      clock.advance(pause);
    }
    const { outcome, seconds } = dnsAnswer.parse(await answer);
    assert.deepEqual([outcome, seconds, server.received.length], ["timeout", 15, 4]);
    // The first sleep is the time for the whole question.
    assert.deepEqual(clock.slept, [15, 1.5, 3, 6, 12]);
    const senders = new Set(
      server.received.map(({ from, packet }) => `${String(from)} ${String(packet.id)}`),
    );
    assert.equal(senders.size, 1);
  });

  test("of the first datagram alone costs no more than a retransmission", async () => {
    const server = await startServer((query) => (server.received.length === 1 ? [] : good(query)));
    const answer = await asking([server], { clock: hastyClock }).query("host.example.com", "A");
    assert.equal(answer.outcome, "answer");
  });

  test("ends when the run ends, and nothing is asked any more", async () => {
    const run = new AbortController();
    const server = await startServer(() => {
      run.abort();
      return [];
    });
    const resolver = asking([server], { signal: run.signal });
    assert.equal((await resolver.query("host.example.com", "A")).outcome, "aborted");
    assert.equal((await resolver.query("www.example.com", "A")).outcome, "aborted");
    assert.equal(server.received.length, 1);
  });
});

describe("no server", () => {
  test("behind the port is unreachable, with the system's code", async () => {
    const answer = dnsAnswer.parse(await asking([await closedPort()]).query("host.example.com", "A"));
    assert.deepEqual([answer.outcome, answer.detail], ["unreachable", "ECONNREFUSED"]);
  });

  test("configured is unreachable, too", async () => {
    const answer = await asking([]).query("host.example.com", "A");
    assert.deepEqual([answer.outcome, answer.detail], ["unreachable", "no name server is configured"]);
  });
});
