import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatServer } from "../../../src/observe/dns/name-server.ts";
import { dnsAnswer } from "../../../src/observe/schemas/observation.ts";
import { systemClock } from "../../../src/system/clock.ts";
import { asking, hastyClock, steppedClock } from "./asking.ts";
import { always, good } from "../../support/dns/records.ts";
import { RCODES, closedPort, rawReply, startServer } from "../../support/dns/scripted-answers.ts";
import type { Query } from "../../support/dns/name-server.ts";
import type { Script } from "../../support/dns/scripted-answers.ts";

/** False after some turns of the loop, in which what was sent to this process arrives. */
async function turns(): Promise<false> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  return false;
}

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
    for (const [index, pause] of [1.5, 1.5, 3, 6, 3].entries()) {
      await server.queries(index + 1);
      clock.advance(pause);
    }
    const { outcome, seconds, firstOutcome } = dnsAnswer.parse(await answer);
    assert.deepEqual([outcome, seconds, firstOutcome, server.received.length], ["timeout", 15, undefined, 5]);
    // The first sleep of each look is its time in all.
    assert.deepEqual(clock.slept, [1.5, 1.5, 13.5, 1.5, 3, 6, 12]);
    const senders = server.received.map(({ from, packet }) => `${String(from)} ${String(packet.id)}`);
    assert.equal(new Set(senders).size, 2);
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

describe("a first server that is silent", () => {
  const ask = async (questions: number): Promise<[first: number, second: number]> => {
    const [silent, speaking] = [await startServer(() => []), await startServer(good)];
    // Its waits are short, and for what has to be remembered no time passes but the machine's.
    const clock = { ...hastyClock, monotonic: () => systemClock.monotonic() };
    const resolver = asking([silent, speaking], { clock });
    for (let number = 0; number < questions; number++) {
      const answer = await resolver.query(`h${String(number)}.example.com`, "A");
      assert.equal(answer.server, formatServer(speaking));
    }
    return [silent.received.length, speaking.received.length];
  };

  test("is asked first a second time, for a datagram may be lost", async () => {
    const [first, second] = await ask(2);
    // Of a busy machine the second one may be asked once more.
    assert.ok(first === 2 && second >= 2, `${String(first)}, ${String(second)}`);
  });

  test("goes last after two silences in a row", async () => {
    const [first, second] = await ask(6);
    assert.ok(first === 2 && second >= 6, `${String(first)}, ${String(second)}`);
  });

  test("is first again once it has answered", async () => {
    const clock = steppedClock();
    const first = await startServer((query) => (first.received.length < 3 ? [] : good(query)));
    const second = await startServer((query) => (second.received.length < 3 ? good(query) : []));
    const resolver = asking([first, second], { clock });
    for (const count of [1, 2]) {
      const answer = resolver.query("host.example.com", "A");
      await first.queries(count);
      clock.advance(1);
      assert.equal((await answer).server, formatServer(second));
    }
    const late = resolver.query("host.example.com", "A");
    await second.queries(3);
    clock.advance(1);
    assert.equal((await late).server, formatServer(first));
    assert.equal((await resolver.query("host.example.com", "A")).server, formatServer(first));
  });
});

describe("a question that is silent once", () => {
  test("gets a second look, and the answer tells of the first", async () => {
    const server = await startServer((query) => (server.received.length === 1 ? [] : good(query)));
    const { outcome, firstOutcome } = dnsAnswer.parse(
      await asking([server], { clock: hastyClock }).query("host.example.com", "A"),
    );
    assert.deepEqual([outcome, firstOutcome], ["answer", "timeout"]);
  });

  test("makes room for others", async () => {
    const server = await startServer((query) => (query.name.startsWith("silent") ? [] : good(query)));
    const resolver = asking([server], { clock: hastyClock, questions: 4 });
    let silentOnes = 0;
    const silent = Array.from({ length: 8 }, async (_, number) => {
      await resolver.query(`silent${String(number)}.example.com`, "A");
      silentOnes++;
    });
    const { outcome } = await resolver.query("host.example.com", "A");
    assert.deepEqual([outcome, silentOnes], ["answer", 0]);
    await Promise.all(silent);
  });

  test("is waited for as briefly as before, when silence has used up the time for it", async () => {
    const clock = steppedClock();
    const server = await startServer(() => []);
    const resolver = asking([server], { clock, questions: 1 });
    // A budget of 60 seconds for one place: five times 13.5.
    const seconds: number[] = [];
    for (let number = 0; number < 6; number++) {
      const answer = resolver.query("host.example.com", "A");
      const settled = answer.then(() => true);
      while (!(await Promise.race([settled, turns()]))) clock.advance(0.5);
      seconds.push((await answer).seconds);
    }
    assert.deepEqual(seconds, [15, 15, 15, 15, 15, 3]);
  });
});

describe("a question that fails", () => {
  const BOGUS = always({ rcode: RCODES.SERVFAIL });
  const unlessDisabled: Script = (query) => (query.packet.flag_cd ? good(query) : BOGUS(query));
  const once =
    (trouble: Script): Script =>
    (query) => {
      const first = !query.packet.flag_cd && !troubled.has(query.name);
      troubled.add(query.name);
      return first ? trouble(query) : good(query);
    };
  const troubled = new Set<string>();

  for (const [what, script, outcome, unchecked, asked] of [
    ["by SERVFAIL once is answered by the second look", once(BOGUS), "answer", undefined, 3],
    [
      "by SERVFAIL twice, and is answered with checking disabled, says so",
      unlessDisabled,
      "servfail",
      "answer",
      3,
    ],
    ["by SERVFAIL with checking disabled as well says so", BOGUS, "servfail", "servfail", 3],
    ["by REFUSED is believed", always({ rcode: RCODES.REFUSED }), "refused", undefined, 1],
  ] as const) {
    test(what, async () => {
      troubled.clear();
      const server = await startServer(script);
      const answer = dnsAnswer.parse(
        await asking([server], { clock: hastyClock }).query("host.example.com", "A"),
      );
      assert.deepEqual([answer.outcome, answer.withCheckingDisabled], [outcome, unchecked]);
      assert.equal(answer.firstOutcome, asked === 1 ? undefined : "servfail");
      assert.deepEqual(
        server.received.map(({ packet }) => packet.flag_cd),
        asked === 1 ? [false] : [false, true, false],
      );
    });
  }

  test("by REFUSED where others are silent gets a second look: it may mean too many questions", async () => {
    const server = await startServer((query) => {
      if (query.name.startsWith("silent")) return [];
      return once(always({ rcode: RCODES.REFUSED }))(query);
    });
    troubled.clear();
    const resolver = asking([server], { clock: hastyClock, timeout: 3 });
    await resolver.query("silent.example.com", "A");
    const { outcome, firstOutcome } = await resolver.query("host.example.com", "A");
    assert.deepEqual([outcome, firstOutcome], ["answer", "refused"]);
  });

  test("for the root is asked once: it is to tell whether the resolver works now", async () => {
    const server = await startServer(BOGUS);
    assert.equal((await asking([server]).query(".", "NS")).outcome, "servfail");
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
