/** The bed's own mail server: it takes every message, and its TLS is as a target wants it. */
import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { TLSSocket, createSecureContext } from "node:tls";
import type { SecureContext } from "node:tls";
import { listen } from "../../support/tcp/raw-server.ts";
import type { Chain } from "../certificates.ts";
import type { SiteServer } from "./site.ts";

interface Tls {
  /** For those who name no host, or one that has no certificate of its own. */
  readonly fallback: SecureContext;
  readonly byName: ReadonlyMap<string, SecureContext>;
  readonly onlyNamed: boolean;
}

function contextOf(chain: Chain): SecureContext {
  return createSecureContext({ cert: chain.map(({ pem }) => pem).join(""), key: chain[0].keyPem });
}

function tlsOf({ chain, bySni, plan }: SiteServer): Tls {
  const onlyNamed = plan.onlyNamed === true;
  return {
    // Without a certificate there is no handshake.
    fallback: onlyNamed ? createSecureContext() : contextOf(chain),
    byName: new Map([...bySni].map(([name, each]) => [name, contextOf(each)])),
    onlyNamed,
  };
}

function secured(socket: Socket, { fallback, byName, onlyNamed }: Tls): TLSSocket {
  const secure = new TLSSocket(socket, {
    isServer: true,
    secureContext: fallback,
    SNICallback: (name, done) => {
      const context = byName.get(name.toLowerCase());
      if (context === undefined && onlyNamed) done(new Error("unrecognized_name"));
      else done(null, context ?? fallback);
    },
  });
  // Clients that do not like a certificate hang up.
  secure.on("error", () => secure.destroy());
  secure.on("_tlsError", () => secure.destroy());
  return secure;
}

class Session {
  readonly #server: SiteServer;
  readonly #tls: Tls;
  #socket: Socket;
  #pending = "";
  #inMessage = false;

  constructor(server: SiteServer, tls: Tls, socket: Socket) {
    this.#server = server;
    this.#tls = tls;
    this.#socket = socket;
  }

  start(): void {
    if (this.#server.port === 465) this.#socket = secured(this.#socket, this.#tls);
    this.#listen();
    this.#say(`220 ${this.#server.host} ESMTP`);
  }

  #listen(): void {
    this.#socket.on("data", (chunk: Buffer) => {
      this.#pending += chunk.toString("latin1");
      for (let end = this.#pending.indexOf("\r\n"); end >= 0; end = this.#pending.indexOf("\r\n")) {
        const line = this.#pending.slice(0, end);
        this.#pending = this.#pending.slice(end + 2);
        this.#obey(line);
      }
    });
  }

  #say(line: string): void {
    if (this.#socket.writable) this.#socket.write(`${line}\r\n`);
  }

  #obey(line: string): void {
    if (this.#inMessage) {
      if (line !== ".") return;
      this.#inMessage = false;
      this.#say("250 2.0.0 taken");
      return;
    }
    switch (line.slice(0, 4).toUpperCase()) {
      case "EHLO":
        this.#greet();
        break;
      case "STAR":
        this.#startTls();
        break;
      case "DATA":
        this.#inMessage = true;
        this.#say("354 go on");
        break;
      case "QUIT":
        this.#say("221 2.0.0 bye");
        this.#socket.end();
        break;
      default:
        this.#say("250 2.0.0 ok");
    }
  }

  #greet(): void {
    const { host, plan } = this.#server;
    const offered = plan.starttls !== "missing" && !(this.#socket instanceof TLSSocket);
    this.#say(`250${offered ? "-" : " "}${host}`);
    if (offered) this.#say("250 STARTTLS");
  }

  #startTls(): void {
    const { starttls } = this.#server.plan;
    if (starttls === "missing" || starttls === "refused") {
      this.#say(starttls === "missing" ? "502 5.5.1 no such command" : "454 4.7.0 TLS not available");
      return;
    }
    this.#say("220 2.0.0 go on");
    if (starttls === "garbage") {
      this.#socket.end(randomBytes(64));
      return;
    }
    this.#socket.removeAllListeners("data");
    this.#socket = secured(this.#socket, this.#tls);
    this.#pending = "";
    this.#listen();
  }
}

/** Starts it. @throws the system's error where its address is not to be had */
export async function startSink(server: SiteServer): Promise<void> {
  const tls = tlsOf(server);
  await listen({ host: server.address, port: server.port }, (socket) => {
    new Session(server, tls, socket).start();
  });
}
