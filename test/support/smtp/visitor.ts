/** A client that types by hand: says exactly what it is told and hears whole replies. For tests of servers. */
import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import type { Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { ConnectionOptions, TLSSocket } from "node:tls";
import type { Place } from "../tcp/raw-server.ts";

/** One whole SMTP reply: lines with `-` behind the code, and one without. */
const REPLY = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/;

export class Visitor {
  #socket: Socket;
  #heard = "";
  #over = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#listen();
  }

  /** @throws the system's error where the connection is not made. */
  static async connect(place: Place): Promise<Visitor> {
    const socket = connectTcp({ host: place.host, port: place.port ?? 0, noDelay: true });
    await once(socket, "connect");
    return new Visitor(socket);
  }

  #listen(): void {
    this.#socket.on("data", (chunk: Buffer) => {
      this.#heard += chunk.toString("latin1");
    });
    this.#socket.on("error", () => undefined);
    for (const event of ["end", "close"]) {
      this.#socket.on(event, () => {
        this.#over = true;
      });
    }
  }

  /** Sends bytes as they are, in one write. */
  say(latin1: string): void {
    this.#socket.write(latin1, "latin1");
  }

  /** The next whole reply without its last line end, or what came before the hang-up. */
  async hear(): Promise<string> {
    const reply = await this.#until(REPLY);
    return reply.replace(/\r\n$/, "");
  }

  /** Everything up to the hang-up. */
  async hearOut(): Promise<string> {
    return this.#until(/(?!)/);
  }

  async #until(pattern: RegExp): Promise<string> {
    for (;;) {
      const match = pattern.exec(this.#heard)?.[0] ?? (this.#over ? this.#heard : undefined);
      if (match !== undefined) {
        this.#heard = this.#heard.slice(match.length);
        return match;
      }
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          for (const event of ["data", "end", "close"]) this.#socket.off(event, wake);
          resolve();
        };
        for (const event of ["data", "end", "close"]) this.#socket.on(event, wake);
      });
    }
  }

  /** Says one command line and hears the reply. */
  ask(line: string): Promise<string> {
    this.say(`${line}\r\n`);
    return this.hear();
  }

  /**
   * Puts TLS over the connection, whoever the server is.
   * @throws the TLS library's error where the handshake fails; `closed` where the server hung up.
   */
  async startTls(options: ConnectionOptions = {}): Promise<TLSSocket> {
    this.#socket.removeAllListeners("data");
    const secured = connectTls({ socket: this.#socket, rejectUnauthorized: false, ...options });
    // A socket that is closed already says nothing any more once TLS is laid over it.
    if (this.#over || this.#socket.destroyed) throw new Error("closed");
    await new Promise<void>((resolve, reject) => {
      secured.once("secureConnect", resolve);
      secured.once("error", reject);
      secured.once("close", () => reject(new Error("closed")));
    });
    this.#socket = secured;
    this.#listen();
    return secured;
  }

  leave(): void {
    this.#socket.destroy();
  }
}
