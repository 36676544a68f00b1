import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, test } from "node:test";
import { step as stepSchema } from "../../../src/observe/schemas/observation.ts";
import type { Ending } from "../../../src/observe/observation.ts";
import { MAX_LINE_OCTETS, MAX_REPLY_LINES, QUIT_WAIT } from "../../../src/observe/bounds.ts";
import { openSession } from "./session-stage.ts";
import type { Stage } from "./session-stage.ts";
import { eventually } from "./socket-pair.ts";

describe("a session ends", () => {
  const ends: readonly [how: string, end: (stage: Stage) => void, ended: Ending][] = [
    ["with a half-close", ({ far }) => far.end(), { how: "closed" }],
    [
      "with a half-close in mid-line",
      ({ far }) => far.end("220-a\r\n22"),
      { how: "closed", partial: "220-a\r\n22" },
    ],
    ["with a close", ({ far }) => far.destroy(), { how: "closed" }],
    ["with a reset", ({ far }) => far.resetAndDestroy(), { how: "reset", code: "ECONNRESET" }],
    ["at the interrupt", ({ interrupt }) => interrupt.abort(), { how: "aborted" }],
    [
      "with nonsense",
      ({ far }) => far.write("SSH-2.0-x\r\n"),
      { how: "malformed", partial: "SSH-2.0-x\r\n" },
    ],
    [
      "with a line that is too long",
      ({ far }) => far.write("x".repeat(MAX_LINE_OCTETS + 1)),
      { how: "line-limit", limit: MAX_LINE_OCTETS, partial: "x".repeat(1024) },
    ],
    [
      "with too many lines",
      ({ far }) => far.write("220-x\r\n".repeat(300)),
      { how: "lines-limit", limit: MAX_REPLY_LINES, partial: "220-x\r\n".repeat(300).slice(0, 1024) },
    ],
  ];
  for (const [how, end, ended] of ends) {
    test(`${how}: every reading says so, and nothing more is sent`, async (t) => {
      const stage = await openSession(t);
      const { session, near, interrupt, heard } = stage;
      const reading = session.read();
      end(stage);
      assert.deepEqual(stepSchema.parse(await reading), { ended });
      assert.equal((await session.read()).ended?.how, ended.how);
      assert.equal((await session.ask("EHLO client.test")).ended?.how, ended.how);
      await session.quit();
      await eventually(() => near.closed);
      assert.deepEqual(heard, []);
      assert.equal(getEventListeners(interrupt.signal, "abort").length, 0);
    });
  }

  test("with replies still unread: they are read first", async (t) => {
    const { session, far, near } = await openSession(t);
    far.end("220 a\r\n250 b\r\n");
    await eventually(() => near.readableEnded);
    assert.equal((await session.read()).reply?.code, 220);
    assert.equal((await session.read()).reply?.code, 250);
    assert.deepEqual((await session.read()).ended, { how: "closed" });
  });

  test("after more octets than a connection may bring", async (t) => {
    const { session, far } = await openSession(t);
    const flood = `250-${"x".repeat(1000)}\r\n`.repeat(9) + "250 ok\r\n";
    far.on("error", () => undefined);
    const pour = (): void => {
      while (far.writable && far.write(flood));
    };
    far.on("drain", pour);
    pour();
    let step = await session.read();
    while (step.ended === undefined) step = await session.read();
    assert.equal(step.ended.how, "bytes-limit");
    await eventually(() => far.closed);
  });

  test("where nonsense comes while nobody reads", async (t) => {
    const { session, far, near } = await openSession(t);
    far.write("nonsense\r\n");
    await eventually(() => near.destroyed);
    assert.equal((await session.read()).ended?.how, "malformed");
  });

  test("at once where the interrupt came before", async (t) => {
    const { session, interrupt, near } = await openSession(t);
    interrupt.abort();
    assert.deepEqual(await session.read(), { ended: { how: "aborted" } });
    assert.equal(near.destroyed, true);
  });
});

describe("QUIT", () => {
  test("is sent, its answer is waited for, and the connection is closed", async (t) => {
    const { session, far, near, heard } = await openSession(t);
    const quitting = session.quit();
    await eventually(() => heard.length > 0);
    assert.equal(near.destroyed, false);
    far.write("221 bye\r\n");
    await quitting;
    assert.deepEqual([heard, near.destroyed], [["QUIT\r\n"], true]);
  });

  test("is not waited for any longer than good manners ask", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { session, near, heard } = await openSession(t);
    const quitting = session.quit();
    await eventually(() => heard.length > 0);
    t.mock.timers.tick(QUIT_WAIT * 1000);
    await quitting;
    assert.equal(near.destroyed, true);
  });

  test("is not sent after the interrupt", async (t) => {
    const { session, interrupt, near, far, heard } = await openSession(t);
    interrupt.abort();
    await session.quit();
    await eventually(() => far.closed);
    assert.deepEqual([near.destroyed, heard], [true, []]);
  });
});
