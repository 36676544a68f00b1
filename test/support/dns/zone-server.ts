/**
 * A name server that answers from zones: as a recursive resolver would (`. NS`, CNAME chains) and, where recursion is
 * not asked for, as an authoritative server (AA). What it says can be changed while it runs.
 */
import * as packet from "dns-packet";
import { startNameServer, type NameServer, type Query } from "./name-server.ts";
import { KnownNames, RCODES, ednsOf, keyOf, resolve } from "./zone-records.ts";
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

export interface DnsServer extends NameServer {
  /** Every question so far, in order. */
  asked: readonly Asked[];
  /** Changes what is known of one name from now on; `undefined`: nothing, it does not exist any more. */
  set(name: string, records: Records | undefined): void;
}

class ZoneServer {
  readonly asked: Asked[] = [];
  readonly #zones: KnownNames;
  readonly #lost = new Map<string, number>();

  constructor(zones: Zones) {
    this.#zones = new KnownNames(zones);
  }

  set(name: string, records: Records | undefined): void {
    if (records === undefined) this.#zones.delete(name);
    else this.#zones.set(name, records);
    this.#lost.delete(keyOf(name));
  }

  /** The answer to one question, or nothing where the server is silent. */
  answer({ message, packet: query, transport, id, name, type }: Query): Buffer | undefined {
    const edns = query.additionals?.find((extra) => extra.type === "OPT");
    this.asked.push({
      name,
      type,
      transport,
      recursionDesired: query.flag_rd,
      checkingDisabled: query.flag_cd,
      edns: edns !== undefined,
    });

    const { rcode, answers, records } = resolve(this.#zones, name, type, query.flag_cd);
    if (records?.silent === true || this.#loses(name, records)) return undefined;
    if (records?.raw !== undefined) return Buffer.concat([message.subarray(0, 2), records.raw.subarray(2)]);

    const flags =
      packet.RECURSION_AVAILABLE |
      (query.flag_rd ? packet.RECURSION_DESIRED : packet.AUTHORITATIVE_ANSWER) |
      (query.flag_cd ? packet.CHECKING_DISABLED : 0) |
      (records?.authenticated === true ? packet.AUTHENTIC_DATA : 0) |
      RCODES[rcode];
    const questions = query.questions ?? [];
    const additionals = edns === undefined ? [] : [ednsOf(records)];
    const whole = packet.encode({ type: "response", id, flags, questions, answers, additionals });
    // 512 octets where the question says nothing else (RFC 6891 6.2.3).
    const room = edns?.type === "OPT" ? Math.max(512, edns.udpPayloadSize) : 512;
    if (transport === "tcp" || (whole.length <= room && records?.truncated !== true)) return whole;
    const truncated = flags | packet.TRUNCATED_RESPONSE;
    return packet.encode({ type: "response", id, flags: truncated, questions, additionals });
  }

  #loses(name: string, records: Records | undefined): boolean {
    const lost = this.#lost.get(keyOf(name)) ?? 0;
    if (lost >= (records?.lose ?? 0)) return false;
    this.#lost.set(keyOf(name), lost + 1);
    return true;
  }
}

/** Starts a name server for `zones`; `host` is an IP address. */
export async function startDnsServer(zones: Zones, host = "127.0.0.1"): Promise<DnsServer> {
  const known = new ZoneServer(zones);
  const server = await startNameServer((query, { say }) => {
    const answer = known.answer(query);
    if (answer !== undefined) say(answer);
  }, host);
  return { ...server, asked: known.asked, set: (name, records) => known.set(name, records) };
}
