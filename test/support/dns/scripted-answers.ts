/**
 * A name server that says exactly what a test wants, over UDP and TCP on one loopback port. Its messages are
 * made by `dns-packet`, a peer that knows nothing of the product's codec, or are raw octets.
 */
import { createSocket } from "node:dgram";
import type { Socket as UdpSocket } from "node:dgram";
import { EventEmitter, once } from "node:events";
import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { after } from "node:test";
import { decode, encode } from "dns-packet";
import type { Answer, DecodedPacket } from "dns-packet";
import type { NameServer } from "../../../src/observe/dns/name-server.ts";

export interface Received {
  readonly transport: "udp" | "tcp";
  readonly message: Buffer;
  readonly packet: DecodedPacket;
  readonly name: string;
  readonly type: string;
  readonly edns: boolean;
  /** Port of the asking socket. */
  readonly from: number;
}

/** Messages that the server sends in answer, one after another; none for silence. */
export type Script = (query: Received) => readonly Buffer[];

export interface ScriptedServer extends NameServer {
  readonly received: readonly Received[];
  /** Resolves when so many queries have come. */
  queries(count: number): Promise<void>;
  /** Sends datagrams out of turn, from the server's own port. */
  send(datagrams: readonly Buffer[], to: number): void;
}

export const RCODES = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;

export interface ReplyParts {
  readonly rcode?: number;
  /** Flags of the header as numbers; QR and RD are set anyway. */
  readonly flags?: number;
  readonly answers?: Answer[];
  readonly authorities?: Answer[];
  readonly additionals?: Answer[];
}

export const FLAGS = { AA: 0x400, TC: 0x200, RA: 0x80, AD: 0x20 } as const;

/** A well-formed reply to a query; by default the empty one of a recursive server. */
export function reply(
  query: Received,
  { rcode = 0, flags = FLAGS.RA, ...sections }: ReplyParts = {},
): Buffer {
  return encode({
    type: "response",
    id: query.packet.id ?? 0,
    flags: 0x100 | flags | rcode,
    questions: query.packet.questions ?? [],
    ...sections,
  });
}

/** A reply whose records are given as octets: header and question are right, the counts are what is said. */
export function rawReply(
  query: Received,
  counts: readonly [number, number, number],
  records: Buffer,
): Buffer {
  const head = Buffer.from(reply(query));
  for (const [index, count] of counts.entries()) head.writeUInt16BE(count, 6 + 2 * index);
  return Buffer.concat([head, records]);
}

/** An EDNS record with extended DNS errors (RFC 8914), in octets. */
export function extendedErrors(...errors: readonly (readonly [code: number, text: string])[]): Buffer {
  const options = errors.map(([code, text]) => {
    const option = Buffer.alloc(6);
    option.writeUInt16BE(15, 0);
    option.writeUInt16BE(2 + Buffer.byteLength(text), 2);
    option.writeUInt16BE(code, 4);
    return Buffer.concat([option, Buffer.from(text)]);
  });
  const data = Buffer.concat(options);
  const opt = Buffer.from([0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 0]);
  opt.writeUInt16BE(data.length, 9);
  return Buffer.concat([opt, data]);
}

function receive(message: Buffer, transport: "udp" | "tcp", from: number): Received {
  const packet = decode(message);
  const question = packet.questions?.[0];
  const edns = packet.additionals?.some((record) => record.type === "OPT") ?? false;
  return { transport, message, packet, name: question?.name ?? "", type: question?.type ?? "", edns, from };
}

function framed(message: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}

/** Answers the framed queries of one connection; a script without a message closes it. */
function serveStream(socket: Socket, answer: (message: Buffer) => readonly Buffer[]): void {
  let pending = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    if (pending.length < 2 || pending.length < 2 + pending.readUInt16BE(0)) return;
    const messages = answer(pending.subarray(2, 2 + pending.readUInt16BE(0)));
    // Octet by octet at the start, so that the length is split as well.
    const stream = Buffer.concat(messages.map(framed));
    socket.write(stream.subarray(0, 1));
    setImmediate(() => socket.end(stream.subarray(1)));
  });
  socket.on("error", () => socket.destroy());
}

/** Opens a port for datagrams and the same one for streams; the free port of the one may be taken for the other. */
async function shareAPort(streams: Server, address: string): Promise<UdpSocket> {
  for (;;) {
    const datagrams = createSocket(address.includes(":") ? "udp6" : "udp4");
    datagrams.bind(0, address);
    await once(datagrams, "listening");
    streams.listen(datagrams.address().port, address);
    try {
      await once(streams, "listening");
      return datagrams;
    } catch (error) {
      datagrams.close();
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
  }
}

/** Starts a server on a free port of a loopback address; it stops when the test or suite around it is over. */
export async function startServer(script: Script, address = "127.0.0.1"): Promise<ScriptedServer> {
  const received: Received[] = [];
  const arrivals = new EventEmitter();
  const answer = (message: Buffer, transport: "udp" | "tcp", from: number): readonly Buffer[] => {
    const query = receive(message, transport, from);
    received.push(query);
    arrivals.emit("query");
    return script(query);
  };
  const streams = createServer((socket) => {
    serveStream(socket, (message) => answer(message, "tcp", socket.remotePort ?? 0));
  });
  const datagrams = await shareAPort(streams, address);
  after(() => {
    datagrams.close();
    streams.close();
  });
  const { port } = datagrams.address();
  const send = (messages: readonly Buffer[], to: number): void => {
    for (const message of messages) datagrams.send(message, to, address);
  };
  datagrams.on("message", (message, peer) => {
    send(answer(message, "udp", peer.port), peer.port);
  });
  const queries = async (count: number): Promise<void> => {
    while (received.length < count) await once(arrivals, "query");
  };
  return { address, port, received, queries, send };
}

/** A loopback port on which nothing answers, and which nobody else gets as long as the test runs. */
export async function closedPort(): Promise<NameServer> {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  after(() => {
    socket.close();
  });
  const { address, port } = socket.address();
  // Connected to itself, it takes datagrams from nobody: the system refuses them as for a closed port.
  socket.connect(port, address);
  await once(socket, "connect");
  return { address, port };
}
