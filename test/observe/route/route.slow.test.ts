import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { getEventListeners, once } from "node:events";
import { createServer } from "node:net";
import type { Socket } from "node:net";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { systemClock } from "../../../src/system/clock.ts";
import { connectStep } from "../../../src/observe/schemas/observation.ts";
import { directRoute, hasRoute } from "../../../src/observe/route/route.ts";
import type { Dialled, DialOptions } from "../../../src/observe/route/route.ts";
import { listen, startRawServer } from "../../support/tcp/raw-server.ts";
import { startFullBacklog } from "./full-backlog.ts";

/** Dials; what became of it is known to be in the form of an observation. */
async function dial(address: string, port: number, options: Partial<DialOptions> = {}): Promise<Dialled> {
  const { signal } = new AbortController();
  const destination = { host: "mx.own.test", address, port };
  const dialled = await directRoute.dial(destination, {
    timeout: 20,
    signal,
    clock: systemClock,
    ...options,
  });
  connectStep.parse(dialled.step);
  return dialled;
}

async function closedPort(): Promise<number> {
  const server = await startRawServer({ host: "127.0.0.1" }, []);
  await server.close();
  return server.port;
}

describe("a connection", () => {
  test("that is made has a socket, the own address, and nobody listening to it yet", async (t) => {
    const accepted = Promise.withResolvers<Socket>();
    const server = await listen({ host: "127.0.0.1" }, (socket) => accepted.resolve(socket));
    t.after(() => server.close());
    const ending = new AbortController();
    const { step, socket } = await dial("127.0.0.1", server.port, { signal: ending.signal });
    assert.ok(socket);
    assert.deepEqual([step.outcome, step.localAddress, step.code], ["connected", "127.0.0.1", undefined]);
    const heard = ["connect", "error", "data", "timeout"].map((event) => socket.listenerCount(event));
    assert.deepEqual([heard, getEventListeners(ending.signal, "abort").length], [[0, 0, 0, 0], 0]);

    (await accepted.promise).write("220 mx.own.test\r\n");
    const [chunk] = (await once(socket, "data")) as [Buffer];
    assert.equal(chunk.toString(), "220 mx.own.test\r\n");
    socket.destroy();
  });

  test("has its seconds on the clock of the run", async (t) => {
    const server = await startRawServer({ host: "127.0.0.1" }, []);
    t.after(() => server.close());
    const times = [100, 101.23456];
    const clock = { ...systemClock, monotonic: () => times.shift() ?? 0 };
    const { step, socket } = await dial("127.0.0.1", server.port, { clock });
    socket?.destroy();
    assert.equal(step.seconds, 1.235);
  });

  test("to a port where nobody listens is refused", async () => {
    const { step, socket } = await dial("127.0.0.1", await closedPort());
    assert.deepEqual([step.outcome, step.code, socket], ["refused", "ECONNREFUSED", undefined]);
  });

  test("that nobody answers times out", async (t) => {
    const { step, socket } = await dial("127.0.0.1", await startFullBacklog(t), { timeout: 0.1 });
    assert.deepEqual([step.outcome, step.code, socket], ["timeout", undefined, undefined]);
  });

  test("ends with the run", async (t) => {
    const port = await startFullBacklog(t);
    const ending = new AbortController();
    const dialling = dial("127.0.0.1", port, { signal: ending.signal });
    setImmediate(() => ending.abort());
    const { step, socket } = await dialling;
    assert.deepEqual([step.outcome, socket], ["aborted", undefined]);
    assert.equal(getEventListeners(ending.signal, "abort").length, 0);
  });

  test("is not begun after the end of the run", async (t) => {
    const server = await startRawServer({ host: "127.0.0.1" }, []);
    t.after(() => server.close());
    const { step } = await dial("127.0.0.1", server.port, { signal: AbortSignal.abort() });
    assert.deepEqual([step, server.connections], [{ outcome: "aborted", seconds: 0 }, 0]);
  });

  test("is made to the address, whatever the host is called", async (t) => {
    const server = await startRawServer({ host: "127.0.0.2" }, []);
    t.after(() => server.close());
    const { step, socket } = await dial("127.0.0.2", server.port);
    assert.deepEqual([step.outcome, socket?.remoteAddress], ["connected", "127.0.0.2"]);
    socket?.destroy();
  });

  test("over IPv6 is made where this machine has it, and nowhere else", async (t) => {
    const server = createServer();
    const listening = await new Promise<boolean>((resolve) => {
      server.once("listening", () => resolve(true));
      server.once("error", () => resolve(false));
      server.listen(0, "::1");
    });
    t.after(() => server.close());
    const bound = server.address();
    const port = bound !== null && typeof bound === "object" ? bound.port : await closedPort();
    const { step, socket } = await dial("::1", port);
    socket?.destroy();
    assert.equal(step.outcome === "connected", listening);
    assert.equal(step.localAddress, listening ? "::1" : undefined);
  });

  test("by a machine without files left blames nobody else", async () => {
    const program = fileURLToPath(new URL("dial-out-of-files.ts", import.meta.url));
    const limited = 'ulimit -n 64 && exec "$0" "$1"';
    const { stdout } = await promisify(execFile)("sh", ["-c", limited, process.execPath, program]);
    assert.equal(stdout, "local-limit EMFILE");
  });

  test("that the network refuses is unreachable, or without a route, as the routing table says", async () => {
    // TCP is never spoken to a broadcast address: the system itself refuses, and nothing leaves the machine.
    const broadcast = "127.255.255.255";
    const { step } = await dial(broadcast, 25);
    const outcome = (await hasRoute(broadcast)) ? "unreachable" : "no-route";
    assert.deepEqual([step.outcome, step.code], [outcome, "ENETUNREACH"]);
  });
});

test("a machine has a route to itself, and none to a link that is not named", async () => {
  assert.equal(await hasRoute("127.0.0.1"), true);
  // Nothing is sent: without a zone the system cannot say on which link the address would be.
  assert.equal(await hasRoute("fe80::1"), false);
});
