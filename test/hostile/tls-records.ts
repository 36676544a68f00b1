/** What the forged servers of TLS 1.2 and 1.3 have in common: numbers, vectors, records, the ClientHello, X25519. */
import { createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Wire } from "../support/tcp/wire.ts";

export const RECORD = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const;
/** The group (RFC 8446 4.2.7). */
export const X25519 = 0x001d;

export interface ForgedIdentity {
  /** What is served as the certificates, octet for octet, leaf first. */
  readonly certificates: readonly Buffer[];
  /** P-256 key that signs the handshake. */
  readonly key: KeyObject;
}

/** An unsigned number of so many octets. */
export function uint(octets: number, value: number): Buffer {
  const bytes = Buffer.alloc(octets);
  bytes.writeUIntBE(value, 0, octets);
  return bytes;
}

/** Octets behind their length, written in so many octets. */
export function sized(lengthOctets: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([uint(lengthOctets, body.length), body]);
}

/** One handshake message. */
export function message(type: number, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([type]), sized(3, ...parts)]);
}

/** One record in the clear. */
export function record(type: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type, 3, 3]), sized(2, body)]);
}

/** Reads one record; undefined where the client is gone. */
export async function readRecord(wire: Wire): Promise<{ head: Buffer; body: Buffer } | undefined> {
  const head = await wire.take(5);
  const body = head && (await wire.take(head.readUInt16BE(3)));
  return head === undefined || body === undefined ? undefined : { head, body };
}

/** A reader of one message: numbers and vectors, from left to right. */
export class Cursor {
  #at = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  bytes(octets: number): Buffer {
    this.#at += octets;
    return this.#bytes.subarray(this.#at - octets, this.#at);
  }

  number(octets: number): number {
    return this.bytes(octets).readUIntBE(0, octets);
  }

  vector(lengthOctets: number): Buffer {
    return this.bytes(this.number(lengthOctets));
  }
}

/** What a server needs of a ClientHello. */
export interface ClientHello {
  readonly message: Buffer;
  readonly random: Buffer;
  readonly session: Buffer;
  readonly extensions: ReadonlyMap<number, Buffer>;
}

/** Reads a ClientHello, which may lie over several records. */
export async function readClientHello(wire: Wire): Promise<ClientHello | undefined> {
  let hello = Buffer.alloc(0);
  while (hello.length < 4 || hello.length < 4 + hello.readUIntBE(1, 3)) {
    const got = await readRecord(wire);
    if (got?.head[0] !== RECORD.handshake) return undefined;
    hello = Buffer.concat([hello, got.body]);
  }
  const cursor = new Cursor(hello.subarray(4));
  cursor.bytes(2);
  const random = cursor.bytes(32);
  const session = cursor.vector(1);
  cursor.vector(2);
  cursor.vector(1);
  const listed = new Cursor(cursor.vector(2));
  const extensions = new Map<number, Buffer>();
  while (!listed.done) extensions.set(listed.number(2), listed.vector(2));
  return { message: hello, random, session, extensions };
}

/** Our share of X25519, and the secret that it makes with theirs. */
export function agree(): { readonly ours: Buffer; secretWith(theirs: Buffer): Buffer } {
  const { privateKey, publicKey } = generateKeyPairSync("x25519");
  return {
    ours: Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url"),
    secretWith(theirs) {
      const jwk = { kty: "OKP", crv: "X25519", x: theirs.toString("base64url") };
      return diffieHellman({ privateKey, publicKey: createPublicKey({ key: jwk, format: "jwk" }) });
    },
  };
}
