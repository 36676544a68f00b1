/**
 * The name server of the tests: UDP and TCP on one free loopback port. It reads questions; what answers them is given:
 * zones (zone-server.ts), scripts (scripted-answers.ts), or a function that says any octets at all.
 */
import { createSocket } from "node:dgram";
import type { Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import type { Socket } from "node:net";
import { decode } from "dns-packet";
import type { DecodedPacket } from "dns-packet";
import { listen, type RawServer } from "../tcp/raw-server.ts";
import { Wire } from "../tcp/wire.ts";

/** One question as it arrived. */
export interface Query {
  readonly transport: "udp" | "tcp";
  readonly message: Buffer;
  readonly packet: DecodedPacket;
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly edns: boolean;
  /** Port of the asking socket. */
  readonly from: number;
}

/** The way back to whoever asked. */
export interface Back {
  /** Sends a whole message: as a datagram, or behind its length on the connection. */
  say(message: Buffer): void;
  /** Sends a datagram from another port than the server's. */
  sayFromElsewhere(datagram: Buffer): void;
  /** The connection, where the question came over TCP. */
  readonly wire?: Wire;
}

/** Answers one question, or does not. Of a connection, the next question is read when it is done. */
export type Answerer = (query: Query, back: Back) => void | Promise<void>;

export interface NameServer {
  /** IP address. */
  readonly host: string;
  readonly port: number;
  /** `address:port`, for both transports. */
  readonly address: string;
  /** Sends datagrams to a loopback port out of turn, from the server's own port. */
  send(datagrams: readonly Buffer[], to: number): void;
  close(): Promise<void>;
}

/** A message over TCP, behind its length. */
export function framed(message: Buffer, length = message.length): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16BE(length);
  return Buffer.concat([head, message]);
}

/** Reads a question; undefined where the message is none. */
function read(message: Buffer, transport: Query["transport"], from: number): Query | undefined {
  let packet: DecodedPacket;
  try {
    packet = decode(message);
  } catch {
    return undefined;
  }
  const question = packet.questions?.[0];
  if (question === undefined || packet.flag_qr) return undefined;
  const edns = packet.additionals?.some(({ type }) => type === "OPT") ?? false;
  const { name, type } = question;
  return { transport, message, packet, id: packet.id ?? 0, name, type, edns, from };
}

async function serveStream(socket: Socket, { closing }: RawServer, answer: Answerer): Promise<void> {
  const wire = new Wire(socket, closing);
  for (;;) {
    const head = await wire.take(2);
    const message = head && (await wire.take(head.readUInt16BE(0)));
    if (message === undefined) return;
    const query = read(message, "tcp", socket.remotePort ?? 0);
    const say = (reply: Buffer): void => void wire.say(framed(reply));
    if (query !== undefined) await answer(query, { say, sayFromElsewhere: say, wire });
  }
}

async function bindUdp(host: string, port: number): Promise<UdpSocket | undefined> {
  const socket = createSocket(host.includes(":") ? "udp6" : "udp4");
  socket.bind(port, host);
  try {
    await once(socket, "listening");
    return socket;
  } catch {
    socket.close();
    return undefined;
  }
}

function serveDatagrams(
  streams: RawServer,
  datagrams: UdpSocket,
  stranger: UdpSocket,
  answer: Answerer,
): NameServer {
  const { host, port, closing } = streams;
  const sayFrom = (socket: UdpSocket, to: { port: number; address: string }) => (datagram: Buffer) => {
    if (!closing.aborted) socket.send(datagram, to.port, to.address);
  };
  datagrams.on("message", (message, from) => {
    const query = read(message, "udp", from.port);
    if (query === undefined) return;
    void answer(query, { say: sayFrom(datagrams, from), sayFromElsewhere: sayFrom(stranger, from) });
  });
  return {
    host,
    port,
    address: host.includes(":") ? `[${host}]:${String(port)}` : `${host}:${String(port)}`,
    send(messages, to) {
      for (const message of messages) sayFrom(datagrams, { port: to, address: host })(message);
    },
    async close() {
      const closed = Promise.all([once(datagrams, "close"), once(stranger, "close"), streams.close()]);
      datagrams.close();
      stranger.close();
      await closed;
    },
  };
}

/** Starts a server on a free port that it has for both transports; `host` is an IP address. */
export async function startNameServer(answer: Answerer, host = "127.0.0.1"): Promise<NameServer> {
  for (;;) {
    const streams = await listen({ host }, (socket, _number, server) => {
      void serveStream(socket, server, answer);
    });
    const datagrams = await bindUdp(host, streams.port);
    const stranger = await bindUdp(host, 0);
    if (datagrams !== undefined && stranger !== undefined) {
      return serveDatagrams(streams, datagrams, stranger, answer);
    }
    datagrams?.close();
    stranger?.close();
    await streams.close();
  }
}
