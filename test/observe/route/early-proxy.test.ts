/** A proxy that says "connected" before it is: its word is worth nothing until the server speaks. */
import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { test, type TestContext } from "node:test";
import { systemClock } from "../../../src/system/clock.ts";
import { proxyRoute } from "../../../src/observe/route/proxy.ts";
import { listen } from "../../support/tcp/raw-server.ts";

/** A SOCKS5 proxy that answers at once, and hangs up where it then cannot connect. */
async function startEarlyProxy(t: TestContext): Promise<number> {
  const server = await listen({ host: "127.0.0.1" }, (socket: Socket) => {
    socket.once("data", () => {
      socket.write(Buffer.from([5, 0]));
      socket.once("data", (request: Buffer) => {
        socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
        const target = connect(request.readUInt16BE(8), request.subarray(4, 8).join("."));
        target.on("error", () => socket.destroy());
        target.pipe(socket).pipe(target);
        socket.on("error", () => target.destroy());
      });
    });
  });
  t.after(() => server.close());
  return server.port;
}

const options = () => ({ timeout: 5, clock: systemClock, signal: new AbortController().signal });

test("a proxy that answers early is known by what it says of a place where nobody listens", async (t) => {
  const route = proxyRoute({ scheme: "socks5", host: "127.0.0.1", port: await startEarlyProxy(t) });
  assert.equal(await route.answersEarly?.(25, options()), true);
});

test("what the server says right behind the proxy's answer is not lost", async (t) => {
  const greeter = await listen({ host: "127.0.0.1" }, (socket) => socket.write("220 mx.own.test ESMTP\r\n"));
  t.after(() => greeter.close());
  const route = proxyRoute({ scheme: "socks5", host: "127.0.0.1", port: await startEarlyProxy(t) });
  const place = { host: "mx.own.test", address: "127.0.0.1", port: greeter.port };
  const { step, socket } = await route.dial(place, options());
  assert.equal(step.outcome, "connected");
  const heard = await new Promise<Buffer>((resolve) => socket?.once("data", resolve));
  socket?.destroy();
  assert.equal(heard.toString(), "220 mx.own.test ESMTP\r\n");
});
