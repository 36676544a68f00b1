/** A port that is open and takes no connection: its queue is full and nobody empties it. */
import { connect } from "node:net";
import type { Socket } from "node:net";
import { once } from "node:events";
import type { TestContext } from "node:test";
import { Worker } from "node:worker_threads";

/** Listens with the shortest queue there is, says where, and then sleeps until it is woken. */
const LISTENER = `
  const { parentPort, workerData } = require("node:worker_threads");
  const server = require("node:net").createServer();
  server.listen({ host: "127.0.0.1", port: 0, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(workerData, 0, 0);
    server.close();
  });
`;

/** More than the queue can hold. */
const WAITING = 8;

/** Starts such a port; returns its number. */
export async function startFullBacklog(t: TestContext): Promise<number> {
  const awake = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(LISTENER, { eval: true, workerData: awake });
  const sockets: Socket[] = [];
  t.after(async () => {
    for (const socket of sockets) socket.destroy();
    Atomics.store(awake, 0, 1);
    Atomics.notify(awake, 0);
    await worker.terminate();
  });
  const [port] = (await once(worker, "message")) as [number];
  for (let index = 0; index < WAITING; index++) {
    const socket = connect({ host: "127.0.0.1", port });
    socket.on("error", () => undefined);
    sockets.push(socket);
  }
  await Promise.race(sockets.map((socket) => once(socket, "connect")));
  return port;
}
