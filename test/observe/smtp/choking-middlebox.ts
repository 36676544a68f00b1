/** A device on the way that chokes on large ClientHellos, as some firewalls and load balancers do. */
import { connect } from "node:net";
import type { TestContext } from "node:test";
import { listen } from "../../support/tcp/raw-server.ts";
import type { RawServer } from "../../support/tcp/raw-server.ts";

export interface MiddleboxOptions {
  /** Octets of the longest TLS record that passes in the direction of the server. */
  readonly longest: number;
  /** Only so many first connections suffer. */
  readonly connections?: number;
  /** What becomes of a connection with a longer one. */
  readonly then: "reset" | "close" | "silence";
}

const HANDSHAKE_RECORD = 0x16;
const RECORD_HEADER = 5;

/** Starts a device in front of a server; it takes connections on a port of its own. */
export async function startMiddlebox(
  t: TestContext,
  server: { readonly host: string; readonly port: number },
  { longest, connections = Infinity, then }: MiddleboxOptions,
): Promise<RawServer> {
  const device = await listen({ host: "127.0.0.1" }, (socket, number) => {
    const onward = connect({ host: server.host, port: server.port, noDelay: true });
    onward.on("error", () => socket.destroy());
    onward.pipe(socket);
    socket.on("close", () => onward.destroy());
    socket.on("data", (chunk: Buffer) => {
      const record = chunk[0] === HANDSHAKE_RECORD && chunk.length >= RECORD_HEADER;
      const chokes = record && chunk.readUInt16BE(3) + RECORD_HEADER > longest && number <= connections;
      if (!chokes) onward.write(chunk);
      else if (then === "reset") socket.resetAndDestroy();
      else if (then === "close") socket.destroy();
    });
  });
  t.after(() => device.close());
  return device;
}
