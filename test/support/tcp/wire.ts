/** One accepted connection in the hands of a server: what it says, hears and how it leaves. */
import type { Socket } from "node:net";

/** Octets of what was heard that are kept: a server looks for one command at a time. */
const KEPT_OCTETS = 64 * 1024;

/** Seconds after which a pause looks at the clock; as often as the program looks at how late it is. */
const BEAT = 0.1;

/**
 * Resolves after so many seconds, or as soon as `signal` aborts. A process that is late takes that much longer: who leaves
 * out how late this machine was still finds the whole pause.
 */
export function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let left = seconds;
    let timer: NodeJS.Timeout | undefined;
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const beat = (): void => {
      if (left <= 0) {
        done();
        return;
      }
      const next = Math.min(BEAT, left);
      left -= next;
      timer = setTimeout(beat, next * 1000);
    };
    signal.addEventListener("abort", done);
    beat();
  });
}

export class Wire {
  readonly socket: Socket;
  /** Aborts when the server is closed. */
  readonly closing: AbortSignal;
  #heard: Buffer = Buffer.alloc(0);
  #wake: (() => void) | undefined;

  /** Nothing is read before something is to be heard. */
  constructor(socket: Socket, closing: AbortSignal) {
    this.socket = socket;
    this.closing = closing;
    const wake = (): void => this.#wake?.();
    for (const event of ["end", "close", "drain"]) socket.on(event, wake);
    closing.addEventListener("abort", wake);
    socket.on("close", () => closing.removeEventListener("abort", wake));
  }

  /** True where nothing can be said any more. */
  get over(): boolean {
    return this.closing.aborted || this.socket.destroyed || !this.socket.writable;
  }

  /** Says bytes (text as latin1) and waits until the other side takes them; false where it is gone. */
  async say(bytes: string | Buffer): Promise<boolean> {
    if (this.over) return false;
    this.socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
    while (this.socket.writableNeedDrain && !this.over) await this.#somethingHappens();
    return !this.over;
  }

  /** Says the same again and again, as fast as it is taken, until the other side is gone. */
  async sayForEver(bytes: string | Buffer): Promise<void> {
    const block = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes;
    while (await this.say(block)) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Hears until the pattern has come, and forgets everything up to its end; false where it never does. */
  async hear(pattern: RegExp): Promise<boolean> {
    this.#listen();
    for (;;) {
      const text = this.#heard.toString("latin1");
      const match = pattern.exec(text);
      if (match !== null) {
        this.#heard = this.#heard.subarray(match.index + match[0].length);
        return true;
      }
      if (this.over || this.socket.readableEnded) return false;
      await this.#somethingHappens();
    }
  }

  /** Takes so many octets; undefined where they never come. */
  async take(octets: number): Promise<Buffer | undefined> {
    this.#listen();
    while (this.#heard.length < octets) {
      if (this.over || this.socket.readableEnded) return undefined;
      await this.#somethingHappens();
    }
    const taken = this.#heard.subarray(0, octets);
    this.#heard = this.#heard.subarray(octets);
    return taken;
  }

  /** Reads on and forgets. */
  ignore(): void {
    this.#listen();
  }

  /** Waits, but not longer than the server lives. */
  pause(seconds: number): Promise<void> {
    return pause(seconds, this.closing);
  }

  /** Hands the socket over, for TLS. */
  release(): Socket {
    this.socket.removeAllListeners("data");
    this.socket.pause();
    return this.socket;
  }

  #listen(): void {
    if (this.socket.listenerCount("data") > 0) return;
    this.socket.on("data", (chunk: Buffer) => {
      this.#heard = Buffer.concat([this.#heard, chunk]).subarray(-KEPT_OCTETS);
      this.#wake?.();
    });
  }

  async #somethingHappens(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#wake = undefined;
  }
}
