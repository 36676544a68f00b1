/**
 * The UDP sockets of a resolver: a few for each name server, which carry some questions each and are then renewed. One for
 * each question takes longer than the question.
 *
 * An answer is taken for a question only where all of this holds (RFC 5452 9.1): it came from the server's address and
 * port (the socket is connected, so the system lets nothing else through), to the very socket that the question left
 * by, with the question's id. Names and types are compared by whoever asked. Nobody can foresee port and id: each
 * socket has a port of the system's choice, each question one of the sockets by chance and an id by chance, and no id
 * comes twice on a socket, so that a late answer meets no other question.
 */
import { createSocket, type Socket } from "node:dgram";
import {
  DNS_SOCKETS,
  DNS_SOCKET_SECONDS,
  IDLE_DNS_SOCKETS,
  MAX_DNS_STRAYS,
  QUESTIONS_PER_SOCKET,
} from "../bounds.ts";
import type { Clock } from "../../system/clock.ts";
import { ipVersion } from "../../text/ip-address.ts";
import type { Signal } from "../../system/signal.ts";
import { formatServer, type NameServer } from "./name-server.ts";

/** Whoever asks. */
export interface Asking {
  /** The message with this id. */
  encode(id: number): Buffer;
  /**
   * A datagram from the server that has the id of the question. False where it is no answer to it: then it may be a forgery,
   * and the next one may be none.
   */
  onDatagram(datagram: Buffer, id: number): boolean;
  /** The datagram could not be sent, or the server's host refused it. Nothing is heard after it. */
  onError(error: Error): void;
}

/** A question under way. */
export interface Question {
  /** Sends it once more, as it was. */
  resend(): void;
  /** Nothing is heard any more. */
  end(): void;
}

export interface DatagramTools {
  readonly clock: Clock;
  /** A number in [0, 1), unpredictable. */
  readonly random: () => number;
  /** Closes all sockets. */
  readonly signal: Signal;
}

/** A question on a socket. */
interface Pending {
  readonly asking: Asking;
  line: Line;
  id: number;
}

/** Calls back when the event loop has read from all sockets once more. */
function afterNextPoll(callBack: () => void): void {
  setImmediate(() => setImmediate(callBack));
}

/** One socket, connected to one server. */
class Line {
  /** Questions that are under way on it, by id. */
  readonly pending = new Map<number, Pending>();
  /** Ids of all its questions. */
  readonly #ids = new Set<number>();
  readonly #socket: Socket;
  readonly #opened: number;
  readonly #tools: DatagramTools;
  #connected = false;
  #closed = false;
  #strays = 0;

  /** @param onStrays told once, when many datagrams have come that answer no question of it */
  constructor(
    server: NameServer,
    tools: DatagramTools,
    onError: (line: Line, error: Error) => void,
    onStrays: (line: Line) => void,
  ) {
    this.#tools = tools;
    this.#opened = tools.clock.monotonic();
    const socket = createSocket(ipVersion(server.address) === 6 ? "udp6" : "udp4");
    this.#socket = socket;
    socket.on("connect", () => {
      this.#connected = true;
      for (const pending of this.pending.values()) this.send(pending);
    });
    socket.on("error", (error) => {
      // The system tells of an error before it hands out what came earlier: the answers among it are read first.
      afterNextPoll(() => {
        if (!this.#closed) onError(this, error);
      });
    });
    socket.on("message", (datagram) => {
      const id = datagram.length < 2 ? undefined : datagram.readUInt16BE(0);
      const pending = id === undefined ? undefined : this.pending.get(id);
      if (pending?.asking.onDatagram(datagram, pending.id) === true) return;
      this.#strays++;
      if (this.#strays === MAX_DNS_STRAYS) onStrays(this);
    });
    socket.connect(server.port, server.address);
  }

  /** Whether it takes one more question. */
  get isOpen(): boolean {
    return (
      !this.#closed &&
      this.#strays < MAX_DNS_STRAYS &&
      this.#ids.size < QUESTIONS_PER_SOCKET &&
      this.#tools.clock.monotonic() - this.#opened < DNS_SOCKET_SECONDS
    );
  }

  /** Takes a question and sends it, under an id that none of its questions had before. */
  take(pending: Pending): void {
    let id = Math.floor(this.#tools.random() * 0x1_0000);
    while (this.#ids.has(id)) id = (id + 1) % 0x1_0000;
    this.#ids.add(id);
    pending.line = this;
    pending.id = id;
    if (this.pending.size === 0) this.#socket.ref();
    this.pending.set(id, pending);
    this.send(pending);
  }

  send({ asking, id }: Pending): void {
    if (!this.#connected || this.#closed) return;
    // Without a callback Node would not tell of an error.
    this.#socket.send(asking.encode(id), (error) => {
      if (error !== null) this.#socket.emit("error", error);
    });
  }

  /** Lets go of a question. */
  drop({ id }: Pending): void {
    this.pending.delete(id);
    // Where nobody waits for it, it does not keep the process from ending.
    if (this.pending.size === 0 && !this.#closed) this.#socket.unref();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#socket.close();
  }
}

const NOTHING: Question = { resend: () => undefined, end: () => undefined };

/** The sockets of one resolver. */
export class Datagrams {
  readonly #tools: DatagramTools;
  /** Those that take questions, by server. */
  readonly #lines = new Map<string, Line[]>();
  /** Those without a question, the longest idle in front. */
  readonly #idle = new Set<Line>();
  readonly #all = new Set<Line>();

  constructor(tools: DatagramTools) {
    this.#tools = tools;
    tools.signal.addEventListener("abort", () => {
      for (const line of this.#all) line.close();
      this.#all.clear();
    });
  }

  /** Puts a question to a server. */
  ask(server: NameServer, asking: Asking): Question {
    // After the end of the run nobody asks; whoever did would have no answer.
    if (this.#tools.signal.aborted) return NOTHING;
    const line = this.#lineTo(server);
    const pending: Pending = { asking, line, id: 0 };
    this.#idle.delete(line);
    line.take(pending);
    return {
      resend: () => {
        if (pending.line.pending.get(pending.id) === pending) pending.line.send(pending);
      },
      end: () => this.#end(pending),
    };
  }

  /** One of the server's sockets, by chance; a new one as long as there are few. */
  #lineTo(server: NameServer): Line {
    const key = formatServer(server);
    const lines = (this.#lines.get(key) ?? []).filter((line) => {
      if (!line.isOpen && this.#idle.has(line)) this.#close(line);
      return line.isOpen;
    });
    this.#lines.set(key, lines);
    const known =
      lines.length < DNS_SOCKETS ? undefined : lines[Math.floor(this.#tools.random() * lines.length)];
    if (known !== undefined) return known;
    const line = this.#open(server);
    lines.push(line);
    return line;
  }

  #open(server: NameServer): Line {
    const line = new Line(
      server,
      this.#tools,
      (failed, error) => this.#fail(server, failed, error),
      // Somebody guesses, or floods: whoever else asks here goes elsewhere.
      (met) => {
        if (met.pending.size > 1) this.#scatter(server, met);
      },
    );
    this.#all.add(line);
    return line;
  }

  #end(pending: Pending): void {
    const { line, id } = pending;
    if (line.pending.get(id) !== pending) return;
    line.drop(pending);
    if (line.pending.size > 0) return;
    if (!line.isOpen) {
      this.#close(line);
      return;
    }
    this.#idle.add(line);
    for (const longest of this.#idle) {
      if (this.#idle.size <= IDLE_DNS_SOCKETS) break;
      this.#close(longest);
    }
  }

  #close(line: Line): void {
    line.close();
    this.#idle.delete(line);
    this.#all.delete(line);
  }

  /**
   * The system tells an error of a socket and not of a datagram. Where there is one question on it, it is that one's;
   * several are put again, each on a socket of its own, so that each hears its own error or its answer.
   */
  #fail(server: NameServer, line: Line, error: Error): void {
    const [only] = line.pending.values();
    if (line.pending.size !== 1) {
      this.#scatter(server, line);
      return;
    }
    line.pending.clear();
    this.#close(line);
    only?.asking.onError(error);
  }

  /** Puts the questions of a socket again, each on one of its own, and closes it. */
  #scatter(server: NameServer, line: Line): void {
    const all = [...line.pending.values()];
    line.pending.clear();
    this.#close(line);
    for (const pending of all) this.#open(server).take(pending);
  }
}
