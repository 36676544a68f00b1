/** Two ends of one TCP connection over loopback. */
import { once } from "node:events";
import { connect } from "node:net";
import type { Socket } from "node:net";
import type { TestContext } from "node:test";
import { listen } from "../../support/tcp/raw-server.ts";

export interface SocketPair {
  /** The end under test: nobody listens to it yet. */
  readonly near: Socket;
  readonly far: Socket;
  /** What has come to the far end, one entry for each packet, latin1. */
  readonly heard: readonly string[];
}

export async function socketPair(t: TestContext): Promise<SocketPair> {
  const accepted = Promise.withResolvers<Socket>();
  const server = await listen({ host: "127.0.0.1" }, (socket) => accepted.resolve(socket));
  const near = connect({ host: server.host, port: server.port, noDelay: true });
  t.after(async () => {
    near.destroy();
    await server.close();
  });
  await once(near, "connect");
  const far = await accepted.promise;
  const heard: string[] = [];
  far.on("data", (chunk: Buffer) => heard.push(chunk.toString("latin1")));
  return { near, far, heard };
}

/** Seconds after which what is waited for will never be. */
const PATIENCE = 30;

/**
 * Waits for what the other side of a socket, or a timer of this one, has yet to do.
 * @throws an error where it does not come to pass
 */
export async function eventually(holds: () => boolean): Promise<void> {
  const until = performance.now() + PATIENCE * 1000;
  while (!holds()) {
    if (performance.now() > until) throw new Error(`not within ${String(PATIENCE)} s: ${holds.toString()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
