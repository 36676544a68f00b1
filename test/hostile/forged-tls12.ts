/** The server side of TLS 1.2 (RFC 5246) by hand, for what only TLS 1.2 has: a server that asks to negotiate anew. */
import { createCipheriv, createHash, createHmac, randomBytes, sign } from "node:crypto";
import {
  agree,
  message,
  readClientHello,
  readRecord,
  record,
  RECORD,
  sized,
  uint,
  X25519,
  type ForgedIdentity,
} from "./tls-records.ts";
import type { Wire } from "../support/tcp/wire.ts";

const MESSAGE = { serverHello: 2, certificate: 11, serverKeyExchange: 12, serverHelloDone: 14, finished: 20 };
/** TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 (RFC 5289). */
const SUITE = 0xc02b;
const RENEGOTIATION_INFO = 0xff01;

/** The pseudorandom function (RFC 5246 5). */
function prf(secret: Buffer, label: string, seed: Buffer, octets: number): Buffer {
  const labelled = Buffer.concat([Buffer.from(label), seed]);
  const hmac = (data: Buffer): Buffer => createHmac("sha256", secret).update(data).digest();
  let chained: Buffer = labelled;
  let output: Buffer = Buffer.alloc(0);
  while (output.length < octets) {
    chained = hmac(chained);
    output = Buffer.concat([output, hmac(Buffer.concat([chained, labelled]))]);
  }
  return output.subarray(0, octets);
}

/** What a server says inside TLS 1.2 (RFC 5288). What the client says is not understood here. */
export class ForgedTls12 {
  readonly #key: Buffer;
  readonly #salt: Buffer;
  #sequence = 0n;

  constructor(key: Buffer, salt: Buffer) {
    this.#key = key;
    this.#salt = salt;
  }

  /** A protected record, ready to be sent. */
  seal(type: number, body: Buffer): Buffer {
    const sequence = Buffer.alloc(8);
    sequence.writeBigUInt64BE(this.#sequence);
    this.#sequence++;
    const cipher = createCipheriv("aes-128-gcm", this.#key, Buffer.concat([this.#salt, sequence]));
    cipher.setAAD(Buffer.concat([sequence, Buffer.from([type, 3, 3]), uint(2, body.length)]));
    const sealed = [cipher.update(body), cipher.final()];
    return record(type, Buffer.concat([sequence, ...sealed, cipher.getAuthTag()]));
  }

  /** So many requests to negotiate anew in one record. */
  helloRequests(count: number): Buffer {
    return this.seal(RECORD.handshake, Buffer.alloc(4 * count));
  }
}

/** Shakes hands as the server; undefined where the client leaves. */
export async function forgeTls12(
  wire: Wire,
  { certificates, key }: ForgedIdentity,
): Promise<ForgedTls12 | undefined> {
  const hello = await readClientHello(wire);
  if (hello === undefined) return undefined;
  const random = randomBytes(32);
  const { ours, secretWith } = agree();
  const serverHello = message(
    MESSAGE.serverHello,
    Buffer.from([3, 3]),
    random,
    sized(1),
    uint(2, SUITE),
    Buffer.from([0]),
    sized(2, uint(2, RENEGOTIATION_INFO), sized(2, sized(1))),
  );
  const certificate = message(MESSAGE.certificate, sized(3, ...certificates.map((der) => sized(3, der))));
  const share = Buffer.concat([Buffer.from([3]), uint(2, X25519), sized(1, ours)]);
  const signature = sign("sha256", Buffer.concat([hello.random, random, share]), key);
  const exchange = message(MESSAGE.serverKeyExchange, share, Buffer.from([4, 3]), sized(2, signature));
  const flight = [serverHello, certificate, exchange, message(MESSAGE.serverHelloDone)];
  await wire.say(Buffer.concat(flight.map((each) => record(RECORD.handshake, each))));

  const clientKey = await readRecord(wire);
  if (clientKey?.head[0] !== RECORD.handshake) return undefined;
  const premaster = secretWith(clientKey.body.subarray(5));
  const master = prf(premaster, "master secret", Buffer.concat([hello.random, random]), 48);
  const keys = prf(master, "key expansion", Buffer.concat([random, hello.random]), 40);
  await readRecord(wire);
  const theirs = await readRecord(wire);
  if (theirs === undefined) return undefined;
  const tls = new ForgedTls12(keys.subarray(16, 32), keys.subarray(36, 40));
  const clientFinished = message(MESSAGE.finished, clientVerifyData());
  const transcript = createHash("sha256")
    .update(Buffer.concat([...heardAndSaid(), clientFinished]))
    .digest();
  const finished = message(MESSAGE.finished, prf(master, "server finished", transcript, 12));
  await wire.say(
    Buffer.concat([record(RECORD.changeCipherSpec, Buffer.from([1])), tls.seal(RECORD.handshake, finished)]),
  );
  return tls;

  function heardAndSaid(): Buffer[] {
    return [hello?.message ?? Buffer.alloc(0), ...flight, clientKey?.body ?? Buffer.alloc(0)];
  }
  /** What a sound client's Finished holds: it need not be decrypted to be known. */
  function clientVerifyData(): Buffer {
    const sofar = createHash("sha256").update(Buffer.concat(heardAndSaid())).digest();
    return prf(master, "client finished", sofar, 12);
  }
}
