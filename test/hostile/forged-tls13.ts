/**
 * The server side of TLS 1.3 (RFC 8446) by hand: one suite, one group, and no rule kept that a hostile server would
 * break. It serves any octets as certificates and sends any record at any time.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, sign } from "node:crypto";
import {
  agree,
  Cursor,
  message,
  readClientHello,
  readRecord,
  record,
  RECORD,
  sized,
  uint,
  X25519,
  type ClientHello,
  type ForgedIdentity,
} from "./tls-records.ts";
import type { Wire } from "../support/tcp/wire.ts";

const MESSAGE = {
  serverHello: 2,
  encryptedExtensions: 8,
  certificate: 11,
  certificateVerify: 15,
  finished: 20,
  keyUpdate: 24,
} as const;
const KEY_SHARE = 51;
const HASH_OCTETS = 32;
/** Most octets of one record (RFC 8446 5.1). */
const RECORD_OCTETS = 16_384;

const sha256 = (...parts: readonly Buffer[]): Buffer =>
  createHash("sha256").update(Buffer.concat(parts)).digest();
const hmac = (key: Buffer, data: Buffer): Buffer => createHmac("sha256", key).update(data).digest();

/** HKDF-Expand-Label (RFC 8446 7.1), for at most 32 octets. */
function expandLabel(secret: Buffer, label: string, context: Buffer, octets: number): Buffer {
  const info = Buffer.concat([
    uint(2, octets),
    sized(1, Buffer.from(`tls13 ${label}`)),
    sized(1, context),
    Buffer.from([1]),
  ]);
  return hmac(secret, info).subarray(0, octets);
}

/** One direction of protected records. */
class Protection {
  #secret: Buffer;
  #key: Buffer = Buffer.alloc(0);
  #iv: Buffer = Buffer.alloc(0);
  #sequence = 0n;

  constructor(secret: Buffer) {
    this.#secret = secret;
    this.#derive();
  }

  get finishedKey(): Buffer {
    return expandLabel(this.#secret, "finished", Buffer.alloc(0), HASH_OCTETS);
  }

  /** Goes on with the next secret, as after a KeyUpdate (RFC 8446 7.2). */
  update(): void {
    this.#secret = expandLabel(this.#secret, "traffic upd", Buffer.alloc(0), HASH_OCTETS);
    this.#derive();
  }

  seal(type: number, body: Buffer): Buffer {
    const head = Buffer.concat([Buffer.from([RECORD.applicationData, 3, 3]), uint(2, body.length + 17)]);
    const cipher = createCipheriv("aes-128-gcm", this.#key, this.#nonce());
    cipher.setAAD(head);
    const sealed = [cipher.update(Buffer.concat([body, Buffer.from([type])])), cipher.final()];
    return Buffer.concat([head, ...sealed, cipher.getAuthTag()]);
  }

  /** The content and its type. */
  open(head: Buffer, body: Buffer): { type: number; content: Buffer } {
    const decipher = createDecipheriv("aes-128-gcm", this.#key, this.#nonce());
    decipher.setAAD(head);
    decipher.setAuthTag(body.subarray(-16));
    const plain = Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]);
    let end = plain.length - 1;
    while (end > 0 && plain[end] === 0) end--;
    return { type: plain[end] ?? 0, content: plain.subarray(0, end) };
  }

  #derive(): void {
    this.#key = expandLabel(this.#secret, "key", Buffer.alloc(0), 16);
    this.#iv = expandLabel(this.#secret, "iv", Buffer.alloc(0), 12);
    this.#sequence = 0n;
  }

  #nonce(): Buffer {
    const nonce = Buffer.from(this.#iv);
    nonce.writeBigUInt64BE(nonce.readBigUInt64BE(4) ^ this.#sequence, 4);
    this.#sequence++;
    return nonce;
  }
}

function clientShare(hello: ClientHello): Buffer | undefined {
  const shares = new Cursor(new Cursor(hello.extensions.get(KEY_SHARE) ?? uint(2, 0)).vector(2));
  while (!shares.done) {
    const group = shares.number(2);
    const share = shares.vector(2);
    if (group === X25519) return share;
  }
  return undefined;
}

/** A connection inside TLS 1.3. */
export class ForgedTls13 {
  readonly #wire: Wire;
  readonly #out: Protection;
  readonly #in: Protection;
  #heard = "";

  constructor(wire: Wire, outgoing: Protection, incoming: Protection) {
    this.#wire = wire;
    this.#out = outgoing;
    this.#in = incoming;
  }

  say(text: string): Promise<boolean> {
    return this.#wire.say(this.seal(RECORD.applicationData, Buffer.from(text, "latin1")));
  }

  /** A protected record, ready to be sent. */
  seal(type: number, body: Buffer): Buffer {
    return this.#out.seal(type, body);
  }

  /** A KeyUpdate, ready to be sent; from here on the next keys protect what we say. */
  keyUpdate(requested: boolean): Buffer {
    const sealed = this.seal(RECORD.handshake, message(MESSAGE.keyUpdate, Buffer.from([Number(requested)])));
    this.#out.update();
    return sealed;
  }

  /** Hears until the pattern has come; false where it never does. */
  async hear(pattern: RegExp): Promise<boolean> {
    for (;;) {
      const match = pattern.exec(this.#heard);
      if (match !== null) {
        this.#heard = this.#heard.slice(match.index + match[0].length);
        return true;
      }
      const got = await readRecord(this.#wire);
      if (got === undefined) return false;
      if (got.head[0] !== RECORD.applicationData) continue;
      const { type, content } = this.#in.open(got.head, got.body);
      if (type === RECORD.applicationData) this.#heard += content.toString("latin1");
    }
  }
}

/** Shakes hands as the server; undefined where the client leaves or offers no X25519. */
export async function forgeTls13(
  wire: Wire,
  { certificates, key }: ForgedIdentity,
): Promise<ForgedTls13 | undefined> {
  const hello = await readClientHello(wire);
  const theirs = hello && clientShare(hello);
  if (hello === undefined || theirs === undefined) return undefined;
  const { ours, secretWith } = agree();
  const extension = (type: number, body: Buffer): Buffer => Buffer.concat([uint(2, type), sized(2, body)]);
  const serverHello = message(
    MESSAGE.serverHello,
    Buffer.from([3, 3]),
    randomBytes(32),
    sized(1, hello.session),
    Buffer.from([0x13, 0x01, 0]),
    sized(
      2,
      extension(43, Buffer.from([3, 4])),
      extension(KEY_SHARE, Buffer.concat([uint(2, X25519), sized(2, ours)])),
    ),
  );
  const transcript = [hello.message, serverHello];
  const nothing = Buffer.alloc(HASH_OCTETS);
  const derived = (secret: Buffer): Buffer => expandLabel(secret, "derived", sha256(), HASH_OCTETS);
  const handshakeSecret = hmac(derived(hmac(nothing, nothing)), secretWith(theirs));
  const traffic = (secret: Buffer, label: string): Buffer =>
    expandLabel(secret, label, sha256(...transcript), HASH_OCTETS);
  const out = new Protection(traffic(handshakeSecret, "s hs traffic"));
  const incoming = new Protection(traffic(handshakeSecret, "c hs traffic"));

  const flight = [message(MESSAGE.encryptedExtensions, uint(2, 0))];
  const entries = certificates.map((der) => Buffer.concat([sized(3, der), uint(2, 0)]));
  flight.push(message(MESSAGE.certificate, Buffer.from([0]), sized(3, ...entries)));
  transcript.push(...flight);
  const signed = Buffer.concat([
    Buffer.alloc(64, 0x20),
    Buffer.from("TLS 1.3, server CertificateVerify\0"),
    sha256(...transcript),
  ]);
  const verify = message(
    MESSAGE.certificateVerify,
    Buffer.from([4, 3]),
    sized(2, sign("sha256", signed, key)),
  );
  transcript.push(verify);
  const finished = message(MESSAGE.finished, hmac(out.finishedKey, sha256(...transcript)));
  transcript.push(finished);

  const plain = Buffer.concat([...flight, verify, finished]);
  const records = [record(RECORD.handshake, serverHello)];
  for (let at = 0; at < plain.length; at += RECORD_OCTETS)
    records.push(out.seal(RECORD.handshake, plain.subarray(at, at + RECORD_OCTETS)));
  await wire.say(Buffer.concat(records));

  const masterSecret = hmac(derived(handshakeSecret), nothing);
  const ourTraffic = new Protection(traffic(masterSecret, "s ap traffic"));
  const theirTraffic = new Protection(traffic(masterSecret, "c ap traffic"));
  for (;;) {
    const got = await readRecord(wire);
    if (got === undefined || got.head[0] === RECORD.alert) return undefined;
    // The other records are for the sake of middleboxes (RFC 8446 D.4).
    if (got.head[0] !== RECORD.applicationData) continue;
    if (incoming.open(got.head, got.body).type === RECORD.handshake) break;
    return undefined;
  }
  return new ForgedTls13(wire, ourTraffic, theirTraffic);
}
