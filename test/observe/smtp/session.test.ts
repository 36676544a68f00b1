import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, test } from "node:test";
import { step as stepSchema } from "../../../src/observe/schemas/observation.ts";
import type { Step } from "../../../src/observe/observation.ts";
import { MAX_TRANSCRIPT_OCTETS } from "../../../src/observe/bounds.ts";
import { Session } from "../../../src/observe/smtp/session.ts";
import { openSession } from "./session-stage.ts";
import { setClock } from "./set-clock.ts";
import { eventually, socketPair } from "./socket-pair.ts";

/** The step, once it is known to be in the form of an observation. */
function fact(step: Step): Step {
  return stepSchema.parse(step);
}

describe("a session reads", () => {
  test("a greeting, and the seconds that it took", async (t) => {
    const { session, far, clock } = await openSession(t);
    const reading = session.read();
    clock.advance(1.23456);
    far.write("220 mx.test ESMTP\r\n");
    assert.deepEqual(fact(await reading), {
      reply: { code: 220, lines: ["220 mx.test ESMTP"], seconds: 1.235 },
    });
  });

  test("the seconds to the first line, where it came notably earlier than the last", async (t) => {
    const { session, far, clock, arrived } = await openSession(t);
    const reading = session.read();
    clock.advance(2);
    far.write("220-mx.test");
    await arrived(11);
    clock.advance(1);
    far.write(" waits\r\n");
    await arrived(19);
    clock.advance(6);
    far.write("220 mx.test ESMTP\r\n");
    const { reply } = fact(await reading);
    assert.deepEqual([reply?.seconds, reply?.firstLineSeconds], [9, 3]);
  });

  test("no seconds to the first line, where all lines came together", async (t) => {
    const { session, far, clock, arrived } = await openSession(t);
    const reading = session.read();
    clock.advance(2);
    far.write("220-mx.test\r\n");
    await arrived(13);
    clock.advance(0.4);
    far.write("220 mx.test\r\n");
    const { reply } = fact(await reading);
    assert.deepEqual([reply?.seconds, reply?.firstLineSeconds], [2.4, undefined]);
  });

  test("the replies to commands in one write, each timed from the one before", async (t) => {
    const { session, far, clock, noted, heard } = await openSession(t);
    const exchanging = session.exchange("MAIL FROM:<>", "RCPT TO:<a@b.test>", "RSET");
    await eventually(() => heard.length > 0);
    assert.deepEqual(heard, ["MAIL FROM:<>\r\nRCPT TO:<a@b.test>\r\nRSET\r\n"]);
    for (const [index, seconds] of [3, 2, 1].entries()) {
      clock.advance(seconds);
      far.write(`250 ${String(index)}\r\n`);
      await eventually(() => noted("<").length > index);
    }
    assert.deepEqual(
      (await exchanging).map(({ reply }) => [reply?.lines[0], reply?.seconds]),
      [
        ["250 0", 3],
        ["250 1", 2],
        ["250 2", 1],
      ],
    );
  });

  test("nothing beyond the end of the connection", async (t) => {
    const { session, far } = await openSession(t);
    const exchanging = session.exchange("MAIL FROM:<>", "RCPT TO:<a@b.test>", "RSET");
    far.end("250 ok\r\n");
    const steps = await exchanging;
    assert.deepEqual(steps.map(fact).slice(1), [{ ended: { how: "closed" } }]);
  });

  test("octets as latin1, and writes them so", async (t) => {
    const { session, far, heard } = await openSession(t);
    const asking = session.ask("NOOP \xfc\xff");
    await eventually(() => heard.length > 0);
    far.write(Buffer.from("250 m\xe9\r\n", "latin1"));
    assert.deepEqual([heard, (await asking).reply?.lines], [["NOOP \xfc\xff\r\n"], ["250 m\xe9"]]);
  });
});

describe("a session waits", () => {
  test("for each reply as long as for the first", async (t) => {
    const { session, far, clock, noted } = await openSession(t, 60);
    const exchanging = session.exchange("NOOP", "NOOP");
    clock.advance(59);
    far.write("250 a\r\n");
    await eventually(() => noted("<").length > 0);
    clock.advance(59);
    far.write("250 b\r\n");
    assert.deepEqual(
      (await exchanging).map(({ reply }) => reply?.seconds),
      [59, 59],
    );
  });

  test("until the time for a reply is over, and not longer", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { session, near } = await openSession(t, 60);
    const reading = session.read();
    t.mock.timers.tick(59_999);
    assert.equal(near.destroyed, false);
    t.mock.timers.tick(1);
    assert.deepEqual(fact(await reading), { ended: { how: "timeout" } });
    assert.deepEqual([session.ended?.how, near.destroyed], ["timeout", true]);
  });

  test("for the whole reply and not for each line, and keeps what came as evidence", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { session, far, arrived } = await openSession(t, 60);
    const reading = session.read();
    for (let seconds = 0; seconds < 60; seconds += 20) {
      far.write("220-wait\r\n");
      await arrived((seconds / 20 + 1) * 10);
      t.mock.timers.tick(20_000);
    }
    assert.deepEqual(fact(await reading), {
      ended: { how: "timeout", partial: "220-wait\r\n220-wait\r\n220-wait\r\n" },
    });
  });

  test("no longer for a reply that has come, even if it is asked for late", async (t) => {
    const { session, far, clock, arrived } = await openSession(t, 60);
    far.write("220 mx.test\r\n");
    await arrived(13);
    const asked = clock.monotonic();
    clock.advance(61);
    assert.equal((await session.read(asked)).reply?.seconds, 61);
  });
});

describe("the transcript", () => {
  test("has what was sent, what came and what happened, with its time", async (t) => {
    const { session, far, clock } = await openSession(t);
    session.note("connected");
    clock.advance(1.5);
    const asking = session.ask("EHLO client.test");
    clock.advance(0.25);
    far.write("250-mx.test\r\n250 DSN\r\n");
    await asking;
    far.end();
    await session.read();
    assert.deepEqual(session.transcript, [
      { at: 0, mark: "*", text: "connected" },
      { at: 1.5, mark: ">", text: "EHLO client.test" },
      { at: 1.75, mark: "<", text: "250-mx.test" },
      { at: 1.75, mark: "<", text: "250 DSN" },
      { at: 1.75, mark: "*", text: "closed" },
    ]);
  });

  test("says where a reply came that no command had asked for", async (t) => {
    const { session, far, arrived, noted } = await openSession(t);
    far.write("220 mx.test\r\n250 what for\r\n");
    await session.read();
    await arrived(27);
    const { ended } = fact(await session.ask("EHLO client.test"));
    assert.deepEqual(ended, { how: "malformed", partial: "250 what for\r\n" });
    assert.deepEqual([noted("*"), noted(">")], [["a reply came that no command had asked for"], []]);
  });

  test("has a 421 that came before its command as the answer to it", async (t) => {
    const { session, far, arrived } = await openSession(t);
    far.write("220 mx.test\r\n421 idle for too long\r\n");
    await session.read();
    await arrived(36);
    assert.equal((await session.ask("EHLO client.test")).reply?.code, 421);
  });

  test("has no command that was never sent", async (t) => {
    const { session, far, near, noted, heard } = await openSession(t);
    far.end("220 mx.test\r\n");
    await session.read();
    await eventually(() => near.readableEnded);
    await session.ask("EHLO client.test");
    assert.deepEqual([noted(">"), heard], [[], []]);
  });

  test("stays within its limit, whatever comes", async (t) => {
    const { session, far } = await openSession(t);
    for (let round = 0; round < 20; round++) {
      far.write(`${"250-x\r\n".repeat(100)}250 ${"y".repeat(500)}\r\n`);
      assert.equal((await session.ask(`NOOP ${"z".repeat(100)}`)).reply?.code, 250);
    }
    const octets = session.transcript.reduce((sum, { text }) => sum + text.length, 0);
    assert.ok(octets > 0 && octets <= MAX_TRANSCRIPT_OCTETS, String(octets));
    assert.ok(session.transcript.length <= MAX_TRANSCRIPT_OCTETS / 8);
  });
});

describe("a socket that is handed over", () => {
  test("is left as it was before the session came, however often it changes hands", async (t) => {
    const { near } = await socketPair(t);
    const listeners = (): number[] =>
      ["data", "end", "close", "error"].map((event) => near.listenerCount(event));
    const before = listeners();
    const signal = new AbortController().signal;
    const session = new Session(near, { clock: setClock(), replyTimeout: 60, signal });
    for (let times = 0; times < 3; times++) {
      const { socket } = session.detach();
      assert.equal(socket, near);
      assert.deepEqual(listeners(), before);
      session.attach(socket);
    }
  });

  test("has left no listener at the interrupt", async (t) => {
    const { session, far, interrupt } = await openSession(t);
    const reading = session.read();
    assert.equal(getEventListeners(interrupt.signal, "abort").length, 1);
    far.write("220 ready\r\n");
    await reading;
    session.detach();
    assert.equal(getEventListeners(interrupt.signal, "abort").length, 0);
  });

  test("leaves behind what came in clear, and what comes later is read anew", async (t) => {
    const { session, far, arrived } = await openSession(t);
    far.write("220 ready\r\n250 injected\r\n25");
    await arrived(27);
    await session.read();
    const { socket, extraData } = session.detach();
    assert.equal(extraData, "250 injected\r\n25");
    session.attach(socket);
    const asking = session.ask("EHLO client.test");
    far.write("250 mx.test\r\n");
    assert.deepEqual((await asking).reply?.lines, ["250 mx.test"]);
  });
});
