/** A worker that listens with a backlog of one and never accepts: its loop stands still. */
import { once } from "node:events";
import { createServer } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

if (typeof workerData !== "string") throw new TypeError("the worker's data is its address");
const server = createServer();
server.listen({ host: workerData, port: 25, backlog: 1 });
await once(server, "listening");
parentPort?.postMessage("listening");
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
