/**
 * Bare TLS 1.3 handshakes with Node, the yardstick of endpoint-cost.ts: TCP, handshake, end, and one context for all.
 *
 *     node bench/bare-handshake.ts ENDPOINTS PORT CA-FILE
 *
 * Prints the processor time of one, user and system, in milliseconds.
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createSecureContext } from "node:tls";
import { addressOf } from "../test/hostile/stage.ts";

const AT_ONCE = 64;

const [endpoints = 0, port = 0] = process.argv.slice(2, 4).map(Number);
const secureContext = createSecureContext({ ca: readFileSync(process.argv[4] ?? "") });
let next = 0;

async function worker(): Promise<void> {
  while (next < endpoints) {
    const index = next++;
    const socket = connect({
      host: addressOf(index + 1),
      port,
      servername: `mx.h${String(index)}.test`,
      secureContext,
    });
    await once(socket, "secureConnect");
    if (socket.getProtocol() !== "TLSv1.3" || !socket.authorized) throw new Error("no such handshake");
    socket.destroy();
  }
}

const before = process.cpuUsage();
await Promise.all(Array.from({ length: AT_ONCE }, worker));
const { user, system } = process.cpuUsage(before);
console.log(String((user + system) / 1000 / endpoints));
