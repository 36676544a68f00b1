/**
 * The name server of the lab: UDP and TCP on one ephemeral loopback port. It answers as a recursive resolver would (`. NS`, CNAME chains) and, where recursion is not asked for, as an
 * authoritative server (AA). What it says can be changed while it runs.
 */
import { createSocket } from "node:dgram";
import type { Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import * as packet from "dns-packet";
import type { DecodedPacket } from "dns-packet";
import { RCODES, ednsOf, keyOf, resolve } from "./zone-records.ts";
import type { Records, Zones } from "./zone-records.ts";

/** One question as it arrived. */
export interface Asked {
  name: string;
  type: string;
  transport: "udp" | "tcp";
  recursionDesired: boolean;
  checkingDisabled: boolean;
  edns: boolean;
}

export interface DnsServer {
  /** `address:port`, for both transports. */
  address: string;
  port: number;
  /** Every question so far, in order. */
  asked: readonly Asked[];
  /** Changes what is known of one name from now on; `undefined`: nothing, it does not exist any more. */
  set(name: string, records: Records | undefined): void;
  close(): Promise<void>;
}

class NameServer implements DnsServer {
  readonly address: string;
  readonly port: number;
  readonly asked: Asked[] = [];
  readonly #zones: Map<string, Records>;
  readonly #lost = new Map<string, number>();
  readonly #udp: UdpSocket;
  readonly #tcp: Server;
  readonly #open = new Set<Socket>();

  constructor(zones: Zones, host: string, port: number, udp: UdpSocket, tcp: Server) {
    this.#zones = new Map(Object.entries(zones).map(([name, records]) => [keyOf(name), records]));
    this.address = host.includes(":") ? `[${host}]:${String(port)}` : `${host}:${String(port)}`;
    this.port = port;
    this.#udp = udp;
    this.#tcp = tcp;
    udp.on("message", (message, from) => {
      const answer = this.#answer(message, "udp");
      if (answer !== undefined) udp.send(answer, from.port, from.address);
    });
    tcp.on("connection", (socket) => {
      this.#serve(socket);
    });
  }

  set(name: string, records: Records | undefined): void {
    if (records === undefined) this.#zones.delete(keyOf(name));
    else this.#zones.set(keyOf(name), records);
    this.#lost.delete(keyOf(name));
  }

  async close(): Promise<void> {
    const closed = Promise.all([once(this.#udp, "close"), once(this.#tcp, "close")]);
    this.#udp.close();
    this.#tcp.close();
    for (const socket of this.#open) socket.destroy();
    await closed;
  }

  #serve(socket: Socket): void {
    let received: Buffer = Buffer.alloc(0);
    this.#open.add(socket);
    socket.on("close", () => this.#open.delete(socket));
    // A client that hangs up is its own business; "close" follows.
    socket.on("error", () => undefined);
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
        const end = 2 + received.readUInt16BE(0);
        const answer = this.#answer(received.subarray(2, end), "tcp");
        received = received.subarray(end);
        if (answer !== undefined) {
          const length = Buffer.alloc(2);
          length.writeUInt16BE(answer.length);
          socket.write(Buffer.concat([length, answer]));
        }
      }
    });
  }

  /** The answer to one message in wire form, or nothing where the server is silent. */
  #answer(message: Buffer, transport: "udp" | "tcp"): Buffer | undefined {
    let query: DecodedPacket;
    try {
      query = packet.decode(message);
    } catch {
      return undefined;
    }
    const question = query.questions?.[0];
    if (question === undefined || query.flag_qr) return undefined;
    const edns = query.additionals?.find((extra) => extra.type === "OPT");
    this.asked.push({
      name: question.name,
      type: question.type,
      transport,
      recursionDesired: query.flag_rd,
      checkingDisabled: query.flag_cd,
      edns: edns !== undefined,
    });

    const { rcode, answers, records } = resolve(this.#zones, question.name, question.type, query.flag_cd);
    if (records?.silent === true || this.#loses(question.name, records)) return undefined;
    if (records?.raw !== undefined) return Buffer.concat([message.subarray(0, 2), records.raw.subarray(2)]);

    const flags =
      packet.RECURSION_AVAILABLE |
      (query.flag_rd ? packet.RECURSION_DESIRED : packet.AUTHORITATIVE_ANSWER) |
      (query.flag_cd ? packet.CHECKING_DISABLED : 0) |
      (records?.authenticated === true ? packet.AUTHENTIC_DATA : 0) |
      RCODES[rcode];
    const asked = { name: question.name, type: question.type };
    const additionals = edns === undefined ? [] : [ednsOf(records)];
    const id = query.id ?? 0;
    const whole = packet.encode({ type: "response", id, flags, questions: [asked], answers, additionals });
    // 512 octets where the question says nothing else (RFC 6891 6.2.3).
    const room = edns?.type === "OPT" ? Math.max(512, edns.udpPayloadSize) : 512;
    if (transport === "tcp" || (whole.length <= room && records?.truncated !== true)) return whole;
    return packet.encode({
      type: "response",
      id,
      flags: flags | packet.TRUNCATED_RESPONSE,
      questions: [asked],
      additionals,
    });
  }

  #loses(name: string, records: Records | undefined): boolean {
    const lost = this.#lost.get(keyOf(name)) ?? 0;
    if (lost >= (records?.lose ?? 0)) return false;
    this.#lost.set(keyOf(name), lost + 1);
    return true;
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

/** Starts a name server for `zones` on a free port that it has for both transports; `host` is an IP address. */
export async function startDnsServer(zones: Zones, host = "127.0.0.1"): Promise<DnsServer> {
  for (;;) {
    const tcp = createServer();
    tcp.listen(0, host);
    await once(tcp, "listening");
    const bound = tcp.address();
    if (bound === null || typeof bound === "string") throw new Error(`${host} gave no port`);
    const udp = await bindUdp(host, bound.port);
    if (udp !== undefined) return new NameServer(zones, host, bound.port, udp, tcp);
    tcp.close();
  }
}
