/** Answers of a name server, sound ones and forged ones, down to the octet. */
import type { Answer } from "dns-packet";
import type { Back, Query } from "../support/dns/name-server.ts";
import { FLAGS, rawReply, reply, type ReplyParts } from "../support/dns/scripted-answers.ts";
import type { Wire } from "../support/tcp/wire.ts";

/** How the questions for one name are answered. */
export interface Way {
  udp(asked: Query, say: Back["say"], elsewhere: Back["sayFromElsewhere"]): void;
  /** Where the connection is to be used: says octets on it. */
  tcp?(asked: Query, wire: Wire): Promise<void>;
}

export const TRUNCATED: ReplyParts = { flags: FLAGS.RA | FLAGS.TC };

const LOOPBACK = "127.0.0.1";
/** Octets of the header. */
export const HEADER_OCTETS = 12;

/** What a sound server says: one MX host, and its one address. */
export function records({ name, type }: Query): Answer[] {
  if (type === "MX") return [{ type, name, ttl: 300, data: { preference: 10, exchange: `mx.${name}` } }];
  if (type === "NS") return [{ type, name, data: "a.root-servers.net" }];
  return type === "A" ? [{ type, name, ttl: 300, data: LOOPBACK }] : [];
}

export function sound(asked: Query): Buffer {
  return reply(asked, { answers: records(asked) });
}

export const SOUND_WAY: Way = { udp: (asked, say) => say(sound(asked)) };

/** An answer to the MX question that leads to somebody else. */
export function forged(asked: Query, parts: ReplyParts = {}): Buffer {
  const { name } = asked;
  const exchange = "mx.evil.test";
  return reply(asked, {
    answers: [{ type: "MX", name, data: { preference: 1, exchange } }],
    ...parts,
  });
}

/** Truncated over UDP; over TCP as told. */
export function overTcp(tcp: NonNullable<Way["tcp"]>): Way {
  return { udp: (asked, say) => say(reply(asked, TRUNCATED)), tcp };
}

/** The answer to MX as octets behind the question: header and question are right. */
export function withRecords(asked: Query, count: number, octets: Buffer): Buffer {
  return rawReply(asked, [count, 0, 0], octets);
}

/** Type MX, class IN, a TTL, and octets of data behind their length. */
export function mxRecord(owner: Buffer, data: Buffer): Buffer {
  const fixed = Buffer.from([0, 15, 0, 1, 0, 0, 1, 44, data.length >> 8, data.length & 255]);
  return Buffer.concat([owner, fixed, data]);
}

/** A compression pointer. */
export function pointer(to: number): Buffer {
  return Buffer.from([0xc0 | (to >> 8), to & 255]);
}

export const toQuestion = pointer(HEADER_OCTETS);

/** MX records with hosts `a0` to `aN` below the domain, in as few octets as can be. */
export function manyMx(count: number): Buffer {
  return Buffer.concat(
    Array.from({ length: count }, (_, at) => {
      const label = Buffer.from(at.toString(36));
      const exchange = Buffer.concat([Buffer.from([label.length]), label, toQuestion]);
      return mxRecord(toQuestion, Buffer.concat([Buffer.from([at >> 8, at & 255]), exchange]));
    }),
  );
}

/** An exchange of one label with any octets, below the domain. */
export function oddExchange(asked: Query, label: Buffer): Buffer {
  const exchange = Buffer.concat([Buffer.from([label.length]), label, toQuestion]);
  return withRecords(asked, 1, mxRecord(toQuestion, Buffer.concat([Buffer.from([0, 10]), exchange])));
}

/** Only the MX question is answered so; the rest is sound. */
export function forMx(answer: (asked: Query) => Buffer): Way {
  return { udp: (asked, say) => say(asked.type === "MX" ? answer(asked) : sound(asked)) };
}
