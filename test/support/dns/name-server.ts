/** A name server that can do anything: each name has a way of its own, over UDP and over TCP. */
import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { decode, encode, type Answer, type Question } from "dns-packet";
import { Wire } from "../tcp/wire.ts";

/** One question, and the ways to answer it. */
export interface Asked {
  readonly id: number;
  readonly question: Question;
  /** Which of the names with this way it is, from 0: the `3` of `loop3.test`; NaN where there is no number. */
  readonly number: number;
  /** A well-formed answer. */
  answer(parts?: AnswerParts): Buffer;
}

export interface AnswerParts {
  readonly answers?: readonly Answer[];
  readonly additionals?: readonly Answer[];
  /** Flags and response code beside QR, RD and RA. */
  readonly flags?: number;
  readonly id?: number;
  readonly question?: Question;
}

export const TC = 0x200;
const QR_RD_RA = 0x8180;

export interface Way {
  /** Says datagrams; `elsewhere` says them from another port. */
  udp(
    asked: Asked,
    say: (datagram: Buffer) => void,
    elsewhere: (datagram: Buffer) => void,
  ): void | Promise<void>;
  /** Where the connection is to be used: says octets on it. */
  tcp?(asked: Asked, wire: Wire): Promise<void>;
}

/** A message over TCP, behind its length. */
export function framed(message: Buffer, length = message.length): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16BE(length);
  return Buffer.concat([head, message]);
}

function read(message: Buffer): Asked | undefined {
  const query = decode(message);
  const [question] = query.questions ?? [];
  if (question === undefined) return undefined;
  const { id = 0 } = query;
  return {
    id,
    question,
    number: Number(/(\d+)\.test$/.exec(question.name)?.[1] ?? Number.NaN),
    answer: (parts = {}) =>
      encode({
        type: "response",
        id: parts.id ?? id,
        flags: QR_RD_RA | (parts.flags ?? 0),
        questions: [parts.question ?? question],
        answers: [...(parts.answers ?? [])],
        additionals: [...(parts.additionals ?? [])],
      }),
  };
}

export interface HostileNameServer {
  /** `address:port`. */
  readonly address: string;
  close(): Promise<void>;
}

async function sharePort(tcp: Server): Promise<{ udp: UdpSocket; port: number }> {
  for (;;) {
    const udp = createSocket("udp4");
    udp.bind(0, "127.0.0.1");
    await once(udp, "listening");
    const { port } = udp.address();
    tcp.listen(port, "127.0.0.1");
    try {
      await once(tcp, "listening");
      return { udp, port };
    } catch {
      udp.close();
    }
  }
}

/** Starts it; `wayOf` chooses the way by the asked name. */
export async function startNameServer(wayOf: (name: string) => Way): Promise<HostileNameServer> {
  const ending = new AbortController();
  const wires = new Set<Wire>();
  const tcp = createServer((socket) => {
    const wire = new Wire(socket, ending.signal);
    wires.add(wire);
    socket.on("error", () => undefined);
    socket.on("close", () => wires.delete(wire));
    void serve(wire);
  });
  const serve = async (wire: Wire): Promise<void> => {
    const head = await wire.take(2);
    const asked = head && read((await wire.take(head.readUInt16BE(0))) ?? Buffer.alloc(12));
    if (asked !== undefined) await wayOf(asked.question.name).tcp?.(asked, wire);
  };
  const { udp, port } = await sharePort(tcp);
  const stranger = createSocket("udp4");
  udp.on("message", (message, from) => {
    const asked = read(message);
    if (asked === undefined) return;
    const via = (socket: UdpSocket) => (datagram: Buffer) => {
      if (!ending.signal.aborted) socket.send(datagram, from.port, from.address);
    };
    void wayOf(asked.question.name).udp(asked, via(udp), via(stranger));
  });
  return {
    address: `127.0.0.1:${port}`,
    async close() {
      ending.abort();
      for (const { socket } of wires) socket.destroy();
      tcp.close();
      udp.close();
      stranger.close();
      await once(tcp, "close");
    },
  };
}
