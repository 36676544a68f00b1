/**
 * The TLS handshake over a connected socket (RFC 3207 4.1, RFC 8314 3.3). It accepts every certificate, and records what
 * OpenSSL says of it.
 */
import { isIP, type Socket } from "node:net";
import { connect, type CipherNameAndProtocol, type SecureContext, type TLSSocket } from "node:tls";
import { round, type Clock } from "../../system/clock.ts";
import { startDeadline, type Deadline } from "../../system/deadline.ts";
import type { TlsHandshake } from "../observation.ts";
import { MAX_HANDSHAKE_OCTETS } from "../bounds.ts";
import type { HelloKind } from "./contexts.ts";
import { watchOctets } from "./octet-watch.ts";
import { classifyTlsError, type TlsFailure } from "./tls-error.ts";
import type { Signal } from "../../system/signal.ts";

export { createTlsContexts, type TlsContexts } from "./contexts.ts";
export { classifyTlsError, type TlsFailure } from "./tls-error.ts";

export interface HandshakeOptions {
  readonly hello: HelloKind;
  /** Host name for SNI in A-labels; a trailing dot is dropped, an IP address is not sent (RFC 6066 3). */
  readonly serverName?: string | undefined;
  /** Seconds for the whole handshake. */
  readonly timeout: number;
  /** Ends the handshake at once. */
  readonly signal: Signal;
  /** That of the hello, or the one of whoever has but one. */
  readonly context: SecureContext;
  readonly clock: Clock;
}

export interface Handshake {
  /** Without chain and paths: see `describeChain`. */
  readonly facts: TlsHandshake;
  /**
   * The connection, where the handshake was done. One listener stays on it, which destroys it on every error of TLS:
   * `error` may be heard twice, `close` follows.
   */
  readonly tls?: TLSSocket;
  /** Certificates in DER as served, leaf first; none where the suite is anonymous or the handshake failed. */
  readonly chain: Buffer[];
}

/** Longest name that SNI can carry, in octets: OpenSSL's TLSEXT_MAXLEN_host_name. */
const MAX_SERVER_NAME = 255;

/** Why a handshake without end was ended here. */
const TOO_MUCH = `more than ${String(MAX_HANDSHAKE_OCTETS / 1024)} KiB came before the handshake was done`;

/** What is sent as SNI for a host; undefined where nothing is. */
function sniOf(host = ""): string | undefined {
  const name = host.replace(/\.$/, "").toLowerCase();
  return name === "" || name.length > MAX_SERVER_NAME || isIP(name) !== 0 ? undefined : name;
}

/** The ephemeral key's group, `DH 2048`, or `RSA` where the server's own key did it. */
function keyExchangeOf(secured: TLSSocket, cipher: CipherNameAndProtocol): string | undefined {
  const key: { type?: unknown; name?: unknown; size?: unknown } = secured.getEphemeralKeyInfo() ?? {};
  const name = typeof key.name === "string" ? key.name : undefined;
  if (key.type === "DH") return `DH ${String(key.size)}`;
  if (key.type === "ECDH" && name?.startsWith("X") !== true) return `ECDH ${name ?? ""} ${String(key.size)}`;
  if (name !== undefined) return name;
  return cipher.standardName.startsWith("TLS_RSA_") ? "RSA" : undefined;
}

/** The served certificates. To be called once for each socket: the second time Node has nothing left. */
function chainOf(secured: TLSSocket): Buffer[] {
  const chain: Buffer[] = [];
  for (let each = secured.getPeerX509Certificate(); each !== undefined; each = each.issuerCertificate) {
    chain.push(each.raw);
  }
  return chain;
}

/** OpenSSL's verdict on the chain, see `tlsHandshake`. */
function verdictOf({ authorizationError }: TLSSocket): string {
  // Node's types call it an error; it is that error's code.
  const code: unknown = authorizationError;
  return typeof code === "string" ? code : "OK";
}

/** Facts that the handshake itself gives; never a rejection, never an exception for what the peer does. */
class Attempt {
  readonly #socket: Socket;
  readonly #options: HandshakeOptions;
  readonly #serverName: string | undefined;
  readonly #began: number;
  #deadline: Deadline | undefined;
  #settled = false;
  readonly #resolve: (handshake: Handshake) => void;
  #tls: TLSSocket | undefined;

  constructor(socket: Socket, options: HandshakeOptions, resolve: (handshake: Handshake) => void) {
    this.#socket = socket;
    this.#options = options;
    this.#serverName = sniOf(options.serverName);
    this.#began = options.clock.monotonic();
    this.#resolve = resolve;
  }

  start(): void {
    const { clock, context, signal, timeout } = this.#options;
    this.#socket.on("error", ignore);
    if (signal.aborted) {
      this.#end("aborted");
      return;
    }
    // Node would wait for ever on a socket whose end has been read already.
    if (this.#socket.destroyed || !this.#socket.readable || !this.#socket.writable) {
      const { errored } = this.#socket;
      this.#end("failed", errored === null ? { by: "peer-closed" } : classifyTlsError(errored));
      return;
    }
    this.#deadline = startDeadline(timeout, { clock, signal }, (why) => this.#end(why));
    const over = this.#deadline.signal;
    void watchOctets(this.#socket, MAX_HANDSHAKE_OCTETS, this.#onTooMuch, { clock, over });
    try {
      this.#tls = connect({
        socket: this.#socket,
        secureContext: context,
        rejectUnauthorized: false,
        // Small groups are graded, not refused.
        minDHSize: 1,
        ...(this.#serverName === undefined ? {} : { servername: this.#serverName }),
      });
    } catch (error) {
      this.#end("failed", error instanceof Error ? classifyTlsError(error) : { by: "local" });
      return;
    }
    // Node compares names where OpenSSL trusts the chain and the session is new, and copies all its certificates for
    // that, which takes a fifth of the whole handshake. Names are compared elsewhere.
    this.#tls.isSessionReused = () => true;
    this.#tls.on("error", ignore);
    this.#tls.once("secureConnect", this.#onSecure);
    this.#tls.once("error", this.#onError);
    this.#tls.once("close", this.#onClose);
  }

  readonly #onTooMuch = (): void => this.#end("failed", { by: "local", message: TOO_MUCH });
  readonly #onClose = (): void => this.#end("failed", { by: "peer-closed" });
  readonly #onError = (error: NodeJS.ErrnoException): void => {
    // The system gave up on a silent connection before our own deadline did.
    if (error.code === "ETIMEDOUT") this.#end("timeout");
    else this.#end("failed", classifyTlsError(error));
  };

  readonly #onSecure = (): void => {
    const secured = this.#tls;
    if (secured === undefined || this.#settled) return;
    this.#finish();
    // From here on Node tells of an error of TLS and lets the socket live, as if there were more to come.
    secured.on("error", (error: Error) => void secured.destroy(error));
    secured.off("error", ignore);
    const version = secured.getProtocol();
    const cipher = secured.getCipher();
    const keyExchange = keyExchangeOf(secured, cipher);
    const chain = chainOf(secured);
    const verified = chain.length > 0 && this.#options.hello !== "legacy";
    const facts: TlsHandshake = {
      ...this.#facts("done"),
      ...(version === null ? {} : { version }),
      cipher: cipher.name,
      ...(keyExchange === undefined ? {} : { keyExchange }),
      ...(verified && { opensslVerdict: verdictOf(secured) }),
    };
    this.#resolve({ facts, tls: secured, chain });
  };

  #end(outcome: "failed" | "timeout" | "aborted", failure?: TlsFailure): void {
    if (this.#settled) return;
    this.#finish();
    this.#tls?.destroy();
    this.#socket.destroy();
    const facts = this.#facts(outcome);
    this.#resolve({ facts: failure === undefined ? facts : { ...facts, failure }, chain: [] });
  }

  /** Takes back what watched over the handshake. */
  #finish(): void {
    this.#settled = true;
    this.#deadline?.end();
    this.#tls?.off("secureConnect", this.#onSecure);
    this.#tls?.off("error", this.#onError);
    this.#tls?.off("close", this.#onClose);
  }

  #facts(outcome: TlsHandshake["outcome"]): TlsHandshake {
    return {
      outcome,
      hello: this.#options.hello,
      ...(this.#serverName === undefined ? {} : { serverName: this.#serverName }),
      seconds: round(Math.max(0, this.#options.clock.monotonic() - this.#began)),
    };
  }
}

/** Errors that come when the outcome is settled say nothing new, but without a listener they would be fatal. */
function ignore(): void {
  return;
}

/**
 * Shakes hands on a socket that nobody reads from any more. To be called in the tick in which the reply to STARTTLS
 * was read, so that no byte of the server is lost. The certificates are not judged. Never rejects; where there is
 * no TLS in the end, the socket is destroyed.
 */
export function shakeHands(socket: Socket, options: HandshakeOptions): Promise<Handshake> {
  return new Promise((resolve) => {
    new Attempt(socket, options, resolve).start();
  });
}
