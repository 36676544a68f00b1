/** What stands between client and server and meddles: firewalls that inspect SMTP, paths that lose large packets. */
import { once } from "node:events";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { listen } from "../support/tcp/raw-server.ts";
import type { Place, RawServer } from "../support/tcp/raw-server.ts";

export interface Middlebox {
  /** Changes one line of the server's, without its line end, as long as it is in the clear. */
  readonly reply?: (line: string) => string;
  /** Changes one line of the client's, likewise. */
  readonly command?: (line: string) => string;
  /** Line end of the server's lines in the clear. */
  readonly lineEnd?: string;
  /** Puts bytes behind the 220 to STARTTLS, in the same packet. */
  readonly behindStarttls?: string;
  /** What becomes of a ClientHello longer than this box can take. */
  readonly largeHello?: "dropped" | "reset";
  /** How often it happens to a large ClientHello; always where absent. */
  readonly times?: number;
  /** Every octet of the server's travels alone. */
  readonly bytewise?: true;
}

/** Octets of a first TLS record that an old box takes. */
const OLD_HELLO_OCTETS = 700;

/** One connection through the box. */
class Passage {
  readonly #box: Middlebox;
  readonly #client: Socket;
  readonly #server: Socket;
  readonly #number: number;
  #fromServer = "";
  #fromClient = "";
  /** STARTTLS was passed on, so the next 220 answers it. */
  #asked = false;
  #encrypted = false;
  #helloSeen = false;
  #outgoing: Promise<void> = Promise.resolve();

  constructor(box: Middlebox, number: number, client: Socket, server: Socket) {
    this.#box = box;
    this.#number = number;
    this.#client = client;
    this.#server = server;
  }

  open(): void {
    this.#server.on("data", (chunk: Buffer) => this.#onReply(chunk));
    this.#client.on("data", (chunk: Buffer) => this.#onCommand(chunk));
    this.#server.on("end", () => {
      this.#outgoing = this.#outgoing.then(() => void this.#client.end());
    });
    this.#client.on("end", () => this.#server.end());
    this.#client.on("close", () => this.#server.destroy());
    this.#server.on("error", () => this.#client.destroy());
  }

  #onReply(chunk: Buffer): void {
    if (this.#encrypted) {
      this.#toClient(chunk);
      return;
    }
    this.#fromServer += chunk.toString("latin1");
    for (let end = this.#fromServer.indexOf("\n"); end >= 0; end = this.#fromServer.indexOf("\n")) {
      const line = this.#fromServer.slice(0, end).replace(/\r$/, "");
      this.#fromServer = this.#fromServer.slice(end + 1);
      const { reply, lineEnd = "\r\n", behindStarttls = "" } = this.#box;
      const changed = (reply?.(line) ?? line) + lineEnd;
      const granted = this.#asked && line.startsWith("220");
      this.#toClient(Buffer.from(granted ? changed + behindStarttls : changed, "latin1"));
      this.#asked = false;
      this.#encrypted ||= granted;
    }
  }

  #onCommand(chunk: Buffer): void {
    if (this.#encrypted) {
      this.#onRecord(chunk);
      return;
    }
    this.#fromClient += chunk.toString("latin1");
    for (let end = this.#fromClient.indexOf("\n"); end >= 0; end = this.#fromClient.indexOf("\n")) {
      const line = this.#fromClient.slice(0, end).replace(/\r$/, "");
      this.#fromClient = this.#fromClient.slice(end + 1);
      const changed = this.#box.command?.(line) ?? line;
      this.#asked = /^starttls/i.test(changed);
      this.#server.write(`${changed}\r\n`, "latin1");
    }
  }

  #onRecord(chunk: Buffer): void {
    const { largeHello, times = Infinity } = this.#box;
    if (this.#helloSeen || largeHello === undefined || this.#number > times) {
      this.#server.write(chunk);
      return;
    }
    // The header of a TLS record says how long it is (RFC 8446 5.1), so its first packet is enough.
    const octets = chunk.length < 5 ? 0 : chunk.readUInt16BE(3);
    this.#helloSeen = true;
    if (octets <= OLD_HELLO_OCTETS) {
      this.#server.write(chunk);
    } else if (largeHello === "reset") {
      this.#client.resetAndDestroy();
    } else {
      this.#client.removeAllListeners("data").resume();
    }
  }

  #toClient(bytes: Buffer): void {
    if (this.#box.bytewise !== true) {
      this.#client.write(bytes);
      return;
    }
    this.#outgoing = this.#outgoing.then(async () => {
      for (const octet of bytes) {
        this.#client.write(Buffer.from([octet]));
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    });
  }
}

/** Puts the box at `place`, in front of the server at `behind`, port 25. */
export function startMiddlebox(place: Place, box: Middlebox, behind: string): Promise<RawServer> {
  return listen(place, (client, number) => {
    const server = connect({ host: behind, port: 25, noDelay: true });
    const passage = new Passage(box, number, client, server);
    server.on("error", () => client.destroy());
    void once(server, "connect").then(
      () => passage.open(),
      () => undefined,
    );
  });
}
