/** One end of a connection in memory: what it is fed comes to the reader in the packets that it is fed in. */
import { Duplex } from "node:stream";
import type { Socket } from "node:net";

export class Wire extends Duplex {
  readonly #onWrite: (octets: Buffer) => void;

  /** @param onWrite told what the reader sends */
  constructor(onWrite: (octets: Buffer) => void = () => undefined) {
    super({ allowHalfOpen: false });
    this.#onWrite = onWrite;
  }

  /** The wire as those take it who expect a socket: a stream is all that they use of one. */
  get asSocket(): Socket {
    return this as unknown as Socket;
  }

  override _read(): void {
    return;
  }

  override _write(octets: Buffer, _encoding: string, done: () => void): void {
    this.#onWrite(octets);
    done();
  }
}

/** The octets in packets that end at these places, taken modulo their number. */
export function packets(octets: Buffer, locations: readonly number[]): Buffer[] {
  const ends = locations.map((place) => place % (octets.length + 1)).sort((a, b) => a - b);
  let from = 0;
  return [...ends, octets.length].flatMap((end) => {
    const packet = octets.subarray(from, end);
    from = end;
    return packet.length === 0 ? [] : [packet];
  });
}
