/** TCP servers on loopback that do exactly as told: the ground of every mail server of the lab. */
import { once } from "node:events";
import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { Wire } from "./wire.ts";

export interface Place {
  /** IP address to listen at. */
  host: string;
  /** 0 or absent: any free one. */
  port?: number;
}

/** What a server says and does, in order. Bytes are latin1. */
export type Script = readonly (
  | string
  | Buffer
  /** Waits until this was received since the last wait. */
  | { until: RegExp }
  /** Waits so many seconds. */
  | { pause: number }
  /** Hangs up: with FIN, with FIN and without reading any further, or with RST. */
  | { hangUp: "end" | "destroy" | "reset" }
)[];

/** A listening server that knows its connections, so that it can be closed at any moment. */
export class RawServer {
  readonly host: string;
  readonly port: number;
  /** Connections accepted so far. */
  connections = 0;
  /** Most connections that were open at the same moment. */
  mostAtOnce = 0;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  readonly #closing = new AbortController();

  constructor(server: Server, host: string, port: number) {
    this.#server = server;
    this.host = host;
    this.port = port;
  }

  /** Connections that are open now. */
  get open(): number {
    return this.#open.size;
  }

  /** Aborts when the server is closed. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  track(socket: Socket): void {
    this.connections += 1;
    this.#open.add(socket);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open.size);
    socket.on("close", () => this.#open.delete(socket));
    // A client that resets is part of the play; "close" follows in any case.
    socket.on("error", () => undefined);
  }

  /** Stops listening and cuts every connection; resolves when nothing is left. */
  async close(): Promise<void> {
    this.#closing.abort();
    const closed = [this.#server, ...this.#open].map(
      (handle) => new Promise((resolve) => handle.once("close", resolve)),
    );
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
    await Promise.all(closed);
  }
}

/**
 * Listens at `place` and hands every connection to `serve` with its number, counted from 1.
 * @throws the system's error where the address or port is not to be had.
 */
export async function listen(
  place: Place,
  serve: (socket: Socket, number: number, server: RawServer) => void,
): Promise<RawServer> {
  const server = createServer({ noDelay: true });
  server.listen(place.port ?? 0, place.host);
  await once(server, "listening");
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error(`${place.host} gave no port`);
  const raw = new RawServer(server, place.host, bound.port);
  server.on("connection", (socket) => {
    raw.track(socket);
    serve(socket, raw.connections, raw);
  });
  return raw;
}

async function play(script: Script, socket: Socket, closing: AbortSignal): Promise<void> {
  const wire = new Wire(socket, closing);
  wire.ignore();
  for (const line of script) {
    if (socket.destroyed) return;
    if (typeof line === "string") socket.write(line, "latin1");
    else if (Buffer.isBuffer(line)) socket.write(line);
    else if ("pause" in line) await wire.pause(line.pause);
    else if ("until" in line) {
      if (!(await wire.hear(line.until))) return;
    } else if (line.hangUp === "end") socket.end();
    else if (line.hangUp === "destroy") socket.destroy();
    else socket.resetAndDestroy();
  }
}

/**
 * Starts a server that plays one script to every connection, or to the n-th the n-th of several: the last one
 * to all that follow. What the client sends is read and forgotten.
 */
export function startRawServer(place: Place, ...scripts: readonly [Script, ...Script[]]): Promise<RawServer> {
  return listen(place, (socket, number, server) => {
    void play(scripts[Math.min(number, scripts.length) - 1] ?? scripts[0], socket, server.closing);
  });
}
