/** The other end of a handshake: TLS servers as Node makes them, and sockets that speak as told. */
import { once } from "node:events";
import { connect, type Server, type Socket } from "node:net";
import { createServer, type TlsOptions, type TLSSocket } from "node:tls";
import { systemClock } from "../../../src/system/clock.ts";
import { shakeHands, type Handshake, type HandshakeOptions } from "../../../src/observe/tls/handshake.ts";
import { createTlsContexts, type HelloKind } from "../../../src/observe/tls/contexts.ts";
import type { Issued } from "../../support/certificates/issue.ts";

const contexts = createTlsContexts(() => []);

/** Connects to a port of 127.0.0.1. */
export async function dial(port: number): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1" });
  await once(socket, "connect");
  return socket;
}

/** Shakes hands on a socket, with today's ClientHello and ten seconds if nothing else is said. */
export function shake(socket: Socket, options: Partial<HandshakeOptions> = {}): Promise<Handshake> {
  const { signal } = new AbortController();
  const context = contexts[options.hello ?? "full"];
  return shakeHands(socket, { hello: "full", timeout: 10, signal, context, clock: systemClock, ...options });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Options of a server with this chain, leaf first, which is served as it is. */
export function serving(...chain: readonly [Issued, ...Issued[]]): TlsOptions {
  return { cert: chain.map(({ pem }) => pem).join(""), key: chain[0].keyPem };
}

/** Runs a TLS server as long as `use` takes. */
export async function withTlsServer<Result>(
  options: TlsOptions,
  use: (port: number) => Promise<Result>,
  onConnection?: (socket: TLSSocket) => void,
): Promise<Result> {
  const server = createServer(options);
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => open.add(socket));
  // What becomes of the client's side is the test's business; here it only must not be fatal.
  server.on("tlsClientError", () => undefined);
  server.on("secureConnection", (socket) => {
    socket.on("error", () => undefined);
    onConnection?.(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await use(portOf(server));
  } finally {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, "close");
  }
}

/** What a handshake with such a server gives; the connection is closed. `anchors` are those that OpenSSL verifies with. */
export function meet(
  options: TlsOptions,
  hello: HelloKind = "full",
  anchors: readonly Issued[] = [],
): Promise<Handshake> {
  const verifying = createTlsContexts(() => anchors.map(({ pem }) => pem));
  return withTlsServer(options, async (port) => {
    const handshake = await shake(await dial(port), {
      hello,
      serverName: "mx.example.com",
      context: (anchors.length === 0 ? contexts : verifying)[hello],
    });
    handshake.tls?.destroy();
    return handshake;
  });
}
