/** A server in memory that plays dialogs, and keeps a record of its own of what was asked and said. */
import { Duplex } from "node:stream";
import { TLSSocket, type SecureContext } from "node:tls";
import type { Route } from "../../src/observe/route/route.ts";
import type { Dialog } from "./dialogs.ts";
import { packets, Wire } from "./memory-wire.ts";

/** What passed in the clear, or inside TLS. */
export interface Side {
  /** Command lines in the order of their coming. */
  readonly commands: string[];
  /** Everything that the server has said, latin1. */
  said: string;
}

export interface PlayOptions {
  /** Where a reply is cut into packets. */
  readonly cuts: readonly number[];
  /** Each packet in a turn of its own of the event loop; else all of a reply in one. */
  readonly apart: boolean;
  /** How a connection ends when nothing is left to be said. */
  readonly ends: "close" | "reset";
  /** Certificate of the server; without it there is no TLS behind a 220. */
  readonly secureContext?: SecureContext | undefined;
}

/** Turns of the event loop after which a client that says nothing is waiting for us, and we for it. */
const PATIENCE = { clear: 6, tls: 40 };

export class Player {
  readonly wire: Wire;
  readonly clear: Side = { commands: [], said: "" };
  readonly inTls: Side = { commands: [], said: "" };
  /** True once the handshake is done, as this side sees it. */
  secured = false;
  readonly #options: PlayOptions;
  readonly #left: string[];
  readonly #outgoing: Buffer[] = [];
  #heard = "";
  #far: Duplex | undefined;
  #tls: TLSSocket | undefined;
  #over = false;
  #hungUp = false;
  #turns = 0;

  constructor(dialog: Dialog, options: PlayOptions) {
    this.#options = options;
    this.#left = [...dialog];
    this.wire = new Wire((octets) => {
      this.#turns = 0;
      // TLS cannot be answered while it is still writing.
      const far = this.#far;
      if (far !== undefined) setImmediate(() => far.push(octets));
      // A ClientHello is binary, and may hold a line end or not.
      else if (octets[0] === 0x16) this.#obey(["ClientHello"]);
      else this.#hear(octets);
    });
    this.wire.on("close", () => {
      this.#over = true;
      this.#hungUp = true;
      this.#tls?.destroy();
    });
    setImmediate(() => {
      this.#say(this.#left.shift(), undefined);
      this.#watch();
    });
  }

  /** Ends the connection when both sides wait. */
  #watch(): void {
    if (this.#over) return;
    this.#turns += 1;
    if (this.#turns > (this.#far === undefined ? PATIENCE.clear : PATIENCE.tls)) this.#end();
    else setImmediate(() => this.#watch());
  }

  #hear(octets: Buffer): void {
    this.#turns = 0;
    const lines = (this.#heard + octets.toString("latin1")).split("\r\n");
    this.#heard = lines.pop() ?? "";
    this.#obey(lines);
  }

  #obey(commands: readonly string[]): void {
    setImmediate(() => {
      for (const command of commands) {
        if (this.#over) return;
        this.#side().commands.push(command);
        this.#say(this.#left.shift(), command);
      }
    });
  }

  #side(): Side {
    return this.#tls === undefined ? this.clear : this.inTls;
  }

  #say(text: string | undefined, command: string | undefined): void {
    if (this.#over) return;
    if (text === undefined) {
      this.#end();
      return;
    }
    this.#turns = 0;
    this.#side().said += text;
    const pieces = packets(Buffer.from(text, "latin1"), this.#options.cuts);
    if (this.#tls !== undefined) for (const piece of pieces) this.#tls.write(piece);
    else if (this.#options.apart) {
      this.#outgoing.push(...pieces);
      if (this.#outgoing.length === pieces.length) this.#pushApart();
    } else for (const piece of pieces) this.wire.push(piece);
    if (command === "STARTTLS" && text.startsWith("220") && this.#tls === undefined) this.#secure();
  }

  /** Sends what is to go out, a packet for each turn of the event loop. */
  #pushApart(): void {
    const [next] = this.#outgoing;
    if (next === undefined || this.#over) return;
    this.#turns = 0;
    this.wire.push(next);
    setImmediate(() => {
      this.#outgoing.shift();
      this.#pushApart();
    });
  }

  #secure(): void {
    const { secureContext } = this.#options;
    if (secureContext === undefined) return;
    this.#far = new Duplex({
      read: () => undefined,
      write: (octets: Buffer, _encoding, done) => {
        this.#turns = 0;
        setImmediate(() => {
          if (!this.#hungUp) this.wire.push(octets);
          done();
        });
      },
    });
    this.#tls = new TLSSocket(this.#far, { isServer: true, secureContext });
    this.#tls.on("secure", () => {
      this.secured = true;
    });
    this.#tls.on("data", (octets: Buffer) => this.#hear(octets));
    this.#tls.on("error", () => this.#end());
  }

  #end(): void {
    if (this.#over || this.#outgoing.length > 0) return;
    this.#over = true;
    // What was said last is still on its way through TLS.
    if (this.#tls !== undefined && !this.#tls.destroyed)
      this.#tls.end(() => setImmediate(() => this.#hangUp()));
    else this.#hangUp();
  }

  #hangUp(): void {
    if (this.#hungUp) return;
    this.#hungUp = true;
    if (this.#options.ends === "reset")
      this.wire.destroy(Object.assign(new Error("reset"), { code: "ECONNRESET" }));
    else this.wire.push(null);
    this.#tls?.destroy();
  }
}

/** A route on which each connection meets the next of these dialogs; `players` are those that were met. */
export function routeTo(
  dialogs: readonly Dialog[],
  options: PlayOptions,
): { readonly route: Route; readonly players: readonly Player[] } {
  const players: Player[] = [];
  return {
    players,
    route: {
      description: "in memory",
      dial() {
        const player = new Player(dialogs[players.length % dialogs.length] ?? [], options);
        players.push(player);
        return Promise.resolve({
          step: { outcome: "connected", seconds: 0, localAddress: "192.0.2.2" },
          socket: player.wire.asSocket,
        });
      },
    },
  };
}
