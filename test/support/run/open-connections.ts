import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

/** Watches every TCP connection that this process opens to one port: how many are open at once to each address. */
export class OpenConnections {
  readonly mostAtOnce = new Map<string, number>();
  readonly #port: number;
  readonly #sockets = new Map<string, Socket[]>();

  constructor(port: number) {
    this.#port = port;
    subscribe("net.client.socket", this.#onSocket);
  }

  stop(): void {
    unsubscribe("net.client.socket", this.#onSocket);
  }

  readonly #onSocket = (message: unknown): void => {
    const { socket } = message as { socket: Socket };
    socket.once("connectionAttempt", (address: string, port: number) => {
      if (port !== this.#port) return;
      const open = [...(this.#sockets.get(address) ?? []).filter((other) => !other.destroyed), socket];
      this.#sockets.set(address, open);
      this.mostAtOnce.set(address, Math.max(this.mostAtOnce.get(address) ?? 0, open.length));
    });
  };
}
