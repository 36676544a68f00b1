/**
 * A name server that says exactly what a test wants. Its messages are made by `dns-packet`, a peer that knows nothing of
 * the product's codec, or are raw octets.
 */
import { createSocket } from "node:dgram";
import { EventEmitter, once } from "node:events";
import { after } from "node:test";
import { encode } from "dns-packet";
import type { Answer, Question } from "dns-packet";
import type { NameServer as Location } from "../../../src/observe/dns/name-server.ts";
import { framed, startNameServer, type Query } from "./name-server.ts";
import { RCODES } from "./zone-records.ts";

export { RCODES };

/** Messages that the server sends in answer, one after another; none for silence. */
export type Script = (query: Query) => readonly Buffer[];

export interface ScriptedServer extends Location {
  readonly received: readonly Query[];
  /** Resolves when so many queries have come. */
  queries(count: number): Promise<void>;
  /** Sends datagrams out of turn, from the server's own port. */
  send(datagrams: readonly Buffer[], to: number): void;
}

export interface ReplyParts {
  readonly rcode?: number;
  /** Flags of the header as numbers; QR and RD are set anyway. */
  readonly flags?: number;
  /** Instead of those of the query. */
  readonly id?: number;
  readonly questions?: Question[];
  readonly answers?: Answer[];
  readonly authorities?: Answer[];
  readonly additionals?: Answer[];
}

export const FLAGS = { AA: 0x400, TC: 0x200, RA: 0x80, AD: 0x20 } as const;

/** A well-formed reply to a query; by default the empty one of a recursive server. */
export function reply(query: Query, { rcode = 0, flags = FLAGS.RA, ...parts }: ReplyParts = {}): Buffer {
  return encode({
    type: "response",
    id: query.id,
    flags: 0x100 | flags | rcode,
    questions: query.packet.questions ?? [],
    ...parts,
  });
}

/** A reply whose records are given as octets: header and question are right, the counts are what is said. */
export function rawReply(query: Query, counts: readonly [number, number, number], records: Buffer): Buffer {
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

/** Starts a server on a free port of a loopback address; it stops when the test or suite around it is over. */
export async function startServer(script: Script, host = "127.0.0.1"): Promise<ScriptedServer> {
  const received: Query[] = [];
  const arrivals = new EventEmitter();
  const server = await startNameServer((query, { say, wire }) => {
    received.push(query);
    arrivals.emit("query");
    const messages = script(query);
    if (wire === undefined) {
      for (const message of messages) say(message);
      return;
    }
    // The first octet by itself, so that the length is split as well; then the connection ends.
    const stream = Buffer.concat(messages.map((message) => framed(message)));
    wire.socket.write(stream.subarray(0, 1));
    setImmediate(() => wire.socket.end(stream.subarray(1)));
  }, host);
  after(() => server.close());
  const queries = async (count: number): Promise<void> => {
    while (received.length < count) await once(arrivals, "query");
  };
  return { address: host, port: server.port, received, queries, send: server.send };
}

/** A loopback port on which nothing answers, and which nobody else gets as long as the test runs. */
export async function closedPort(): Promise<Location> {
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
