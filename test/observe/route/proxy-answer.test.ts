/** How long the answer of a proxy may be, however it comes. */
import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { describe, test, type TestContext } from "node:test";
import { systemClock } from "../../../src/system/clock.ts";
import { MAX_ANSWER_OCTETS } from "../../../src/observe/bounds.ts";
import { proxyRoute } from "../../../src/observe/route/proxy.ts";
import type { Dialled } from "../../../src/observe/route/route.ts";
import { listen } from "../../support/tcp/raw-server.ts";

const MX = { host: "mx.own.test", address: "192.0.2.1", port: 25 };

/** Dials through an HTTP proxy that gives this answer, in so many packets. */
async function answered(t: TestContext, answer: string, packets: number): Promise<Dialled> {
  const size = Math.ceil(answer.length / packets);
  const server = await listen({ host: "127.0.0.1" }, (socket: Socket) => {
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    socket.once("data", () => {
      const send = (from: number): void => {
        if (from >= answer.length) return;
        socket.write(answer.slice(from, from + size), () => setImmediate(() => send(from + size)));
      };
      send(0);
    });
  });
  t.after(() => server.close());
  const proxy = { scheme: "http", host: "127.0.0.1", port: server.port } as const;
  const signal = new AbortController().signal;
  const dialled = await proxyRoute(proxy).dial(MX, { timeout: 20, clock: systemClock, signal });
  dialled.socket?.destroy();
  return dialled;
}

/** An answer whose head has so many octets. */
function head(octets: number): string {
  const start = "HTTP/1.1 200 Connection established\r\nX: ";
  return `${start}${"x".repeat(octets - start.length - 4)}\r\n\r\n`;
}

for (const packets of [1, 7]) {
  describe(`an answer in ${String(packets)} packets`, () => {
    test("as long as the bound is taken", async (t) => {
      const { step } = await answered(t, head(MAX_ANSWER_OCTETS), packets);
      assert.equal(step.outcome, "connected");
    });

    test("one octet longer is the proxy's failure", async (t) => {
      const { step } = await answered(t, head(MAX_ANSWER_OCTETS + 1), packets);
      assert.deepEqual([step.outcome, step.code], ["proxy-failed", "ANSWER_LIMIT"]);
      assert.equal(step.detail, "its answer is longer than 16384 octets");
    });
  });
}
