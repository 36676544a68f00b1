/**
 * What OpenSSL's verdict costs: processor time of a handshake with the trust anchors of a run, and without any; and the
 * making of the context that holds them. The server runs in a thread of its own, which is not counted.
 *
 *     node bench/handshake.ts
 */
import { once } from "node:events";
import { connect } from "node:net";
import { createServer } from "node:tls";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { systemClock } from "../src/system/clock.ts";
import { createTlsContexts, type TlsContexts } from "../src/observe/tls/contexts.ts";
import { shakeHands } from "../src/observe/tls/handshake.ts";
import { loadTrustStores } from "../src/observe/trust/stores.ts";
import { issue } from "../test/support/certificates/issue.ts";

const HANDSHAKES = 200;
const ROUNDS = 12;

if (isMainThread) await measure();
else await serve();

async function serve(): Promise<void> {
  const { cert, key } = workerData as { cert: string; key: string };
  const server = createServer({ cert, key });
  server.on("secureConnection", (socket) => socket.on("error", () => undefined));
  server.on("tlsClientError", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  parentPort?.postMessage(typeof address === "object" ? address?.port : undefined);
}

async function measure(): Promise<void> {
  const root = issue({ subject: "Root", ca: true, key: "rsa2048" });
  const middle = issue({ subject: "Middle", issuer: root, ca: true, key: "rsa2048" });
  const leaf = issue({ subject: "mx.own.test", dnsNames: ["mx.own.test"], issuer: middle, key: "rsa2048" });
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { cert: leaf.pem + middle.pem, key: leaf.keyPem },
  });
  const [port] = (await once(worker, "message")) as [number];
  const trust = loadTrustStores({ caFilePem: root.pem });
  if ("problem" in trust) throw new Error(trust.problem);
  const pems = trust.pems();
  const verifying = createTlsContexts(() => pems);
  const before = performance.now();
  const made = [verifying.full].length;
  console.log(
    `${String(made)} context with ${String(pems.length)} anchors: ${(performance.now() - before).toFixed(1)} ms`,
  );
  const kinds = { without: createTlsContexts(() => []), with: verifying };
  const least = { without: Infinity, with: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of ["without", "with"] as const)
      least[kind] = Math.min(least[kind], await costOf(kinds[kind], port));
  }
  console.log(`handshake without anchors: ${least.without.toFixed(3)} ms of this thread`);
  console.log(`handshake with all of them: ${least.with.toFixed(3)} ms`);
  await worker.terminate();
}

/** Processor time of this thread for one handshake, in milliseconds. */
async function costOf(contexts: TlsContexts, port: number): Promise<number> {
  const start = process.threadCpuUsage();
  for (let count = 0; count < HANDSHAKES; count += 1) {
    const socket = connect({ port, host: "127.0.0.1" });
    await once(socket, "connect");
    const { signal } = new AbortController();
    const options = {
      hello: "full",
      serverName: "mx.own.test",
      timeout: 10,
      signal,
      context: contexts.full,
    } as const;
    const { tls } = await shakeHands(socket, { ...options, clock: systemClock });
    tls?.destroy();
  }
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000 / HANDSHAKES;
}
