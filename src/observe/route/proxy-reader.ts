/** Reads what a proxy says before the connection through it is open, and not an octet more. */
import type { Socket } from "node:net";
import { MAX_ANSWER_OCTETS } from "../bounds.ts";

export class ProxyReader {
  readonly socket: Socket;
  /** Set once the connection itself is asked for: from then on a silent proxy may be waiting for the target. */
  asked = false;
  #unread: Buffer = Buffer.alloc(0);
  #over = false;
  #error: NodeJS.ErrnoException | undefined;
  #wake: (() => void) | undefined;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on("readable", this.#onReadable);
    socket.on("end", this.#onEnd);
    socket.on("close", this.#onEnd);
    socket.on("error", this.#onError);
  }

  /** The system's code for the connection's end, where it ended by an error. */
  get errorCode(): string | undefined {
    return this.#error?.code;
  }

  /** The next `length` octets; undefined where the connection ends before. */
  async take(length: number): Promise<Buffer | undefined> {
    while (this.#unread.length < length) {
      if (this.#over || !(await this.#more())) return undefined;
    }
    const taken = this.#unread.subarray(0, length);
    this.#unread = this.#unread.subarray(length);
    return taken;
  }

  /**
   * Everything up to and with `mark`; undefined where the connection ends before, `too-long` where the mark is not
   * within `limit` octets, however the octets are cut into packets.
   */
  async takeUntil(mark: string, limit = MAX_ANSWER_OCTETS): Promise<Buffer | "too-long" | undefined> {
    for (;;) {
      const at = this.#unread.subarray(0, limit).indexOf(mark, 0, "latin1");
      if (at >= 0) return this.take(at + mark.length);
      if (this.#unread.length >= limit) return "too-long";
      if (this.#over || !(await this.#more())) return undefined;
    }
  }

  /** What is left, up to `limit` octets, or less where the connection ends. */
  async takeRest(limit: number): Promise<Buffer> {
    while (this.#unread.length < limit && !this.#over && (await this.#more()));
    return this.#unread.subarray(0, limit);
  }

  /** Gives the socket back as if nobody had read from it: what has come already is the target's. */
  release(): void {
    this.socket.off("readable", this.#onReadable);
    this.socket.off("end", this.#onEnd);
    this.socket.off("close", this.#onEnd);
    this.socket.off("error", this.#onError);
    if (this.#unread.length > 0) this.socket.unshift(this.#unread);
  }

  async #more(): Promise<boolean> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      this.#onReadable();
    });
    return !this.#over || this.#unread.length > 0;
  }

  readonly #onReadable = (): void => {
    const chunk: unknown = this.socket.read();
    if (Buffer.isBuffer(chunk)) this.#unread = Buffer.concat([this.#unread, chunk]);
    if (Buffer.isBuffer(chunk) || this.#over) this.#wake?.();
  };

  readonly #onEnd = (): void => {
    this.#over = true;
    this.#wake?.();
  };

  readonly #onError = (error: NodeJS.ErrnoException): void => {
    this.#error = error;
    this.#onEnd();
  };
}
