/** The ways of a hostile name server, and what is to be said of a domain behind each. */
import { randomBytes } from "node:crypto";
import type { Answer } from "dns-packet";
import {
  forged,
  forMx,
  HEADER_OCTETS,
  manyMx,
  mxRecord,
  oddExchange,
  overTcp,
  pointer,
  records,
  sound,
  SOUND_WAY,
  TRUNCATED,
  type Way,
  withRecords,
} from "./dns-answers.ts";
import { framed, type Query } from "../support/dns/name-server.ts";
import { reply } from "../support/dns/scripted-answers.ts";

/** Which of the names with this way it is, from 0: the `3` of `loop3.test`; NaN where there is no number. */
function numberOf({ name }: Query): number {
  return Number(/(\d+)\.test$/.exec(name)?.[1] ?? Number.NaN);
}

/** A domain, and the verdict and the codes of its check `mx`. */
export interface HostileDomain {
  readonly name: string;
  readonly way: Way;
  readonly said: string;
}

const SOUND = "pass mx-private-address";
/** Most octets of a message over TCP. */
const MESSAGE_OCTETS = 65_535;
const TIMED_OUT = "inconclusive dns-timeout";
const MALFORMED = "inconclusive dns-malformed";

export const HOSTILE_DOMAINS: readonly HostileDomain[] = [
  { name: "sound", way: SOUND_WAY, said: SOUND },
  { name: "silent", way: { udp: () => undefined }, said: TIMED_OUT },
  {
    name: "wrong-id",
    way: { udp: (asked, say) => say(forged(asked, { id: asked.id ^ 1 })) },
    said: TIMED_OUT,
  },
  {
    name: "wrong-ids-and-then-the-right-one",
    way: {
      udp(asked, say) {
        for (let guess = 1; guess <= 200; guess++) say(forged(asked, { id: asked.id ^ guess }));
        say(sound(asked));
      },
    },
    said: SOUND,
  },
  {
    name: "wrong-question",
    way: {
      udp: (asked, say) => say(forged(asked, { questions: [{ type: "MX", name: "evil.test" }] })),
    },
    said: TIMED_OUT,
  },
  {
    name: "wrong-type",
    way: { udp: (asked, say) => say(forged(asked, { questions: [{ type: "TXT", name: asked.name }] })) },
    said: TIMED_OUT,
  },
  {
    name: "wrong-source",
    way: { udp: (asked, _say, elsewhere) => elsewhere(forged(asked)) },
    said: TIMED_OUT,
  },
  {
    name: "echo",
    way: {
      udp(asked, say) {
        const query = forged(asked);
        query.writeUInt16BE(0x0100, 2);
        say(query);
      },
    },
    said: TIMED_OUT,
  },
  {
    name: "rubbish",
    way: {
      udp(asked, say) {
        for (let octets = 0; octets < 500; octets++) say(randomBytes(octets));
        say(sound(asked));
      },
    },
    said: SOUND,
  },
  {
    name: "pointer-to-itself",
    way: forMx((asked) => {
      const at = reply(asked).length;
      return withRecords(asked, 1, mxRecord(pointer(at), Buffer.from([0, 10, 0])));
    }),
    said: MALFORMED,
  },
  {
    name: "pointers-in-a-circle",
    way: forMx((asked) => {
      const at = reply(asked).length;
      return withRecords(asked, 1, Buffer.concat([pointer(at + 2), pointer(at)]));
    }),
    said: MALFORMED,
  },
  {
    name: "pointers-without-end",
    way: forMx((asked) => {
      const at = reply(asked).length;
      const chain = Array.from({ length: 500 }, (_, step) =>
        pointer(Math.max(HEADER_OCTETS, at + 2 * step - 2)),
      );
      return withRecords(asked, 1, Buffer.concat(chain));
    }),
    said: MALFORMED,
  },
  {
    name: "ten-thousand-records-that-are-not-there",
    way: forMx((asked) => withRecords(asked, 10_000, manyMx(20))),
    said: MALFORMED,
  },
  {
    name: "three-thousand-records",
    way: overTcp(async (asked, wire) => {
      await wire.say(framed(asked.type === "MX" ? withRecords(asked, 3000, manyMx(3000)) : sound(asked)));
    }),
    said: "warn mx-truncated mx-private-address",
  },
  {
    name: "as-long-as-can-be",
    way: overTcp(async (asked, wire) => {
      const whole = Buffer.concat([sound(asked), Buffer.alloc(MESSAGE_OCTETS)]).subarray(0, MESSAGE_OCTETS);
      await wire.say(framed(whole));
    }),
    said: SOUND,
  },
  {
    name: "ten-thousand-records",
    way: overTcp(async (asked, wire) => {
      const whole = withRecords(asked, 10_000, manyMx(10_000)).subarray(0, MESSAGE_OCTETS);
      await wire.say(framed(whole));
    }),
    said: MALFORMED,
  },
  {
    name: "alias-of-itself",
    way: {
      udp: (asked, say) => {
        const { name } = asked;
        say(reply(asked, { answers: [{ type: "CNAME", name, data: name }] }));
      },
    },
    said: "fail mx-missing",
  },
  {
    name: "aliases-without-end0",
    way: {
      udp: (asked, say) => {
        const data = `aliases-without-end${numberOf(asked) + 1}.test`;
        say(reply(asked, { answers: [{ type: "CNAME", name: asked.name, data }] }));
      },
    },
    said: "fail mx-missing",
  },
  {
    name: "poison",
    way: {
      udp(asked, say) {
        const poison: Answer[] = [
          { type: "MX", name: "victim.test", data: { preference: 0, exchange: "mx.evil.test" } },
          { type: "A", name: "mx.victim.test", data: "127.66.66.66" },
          { type: "A", name: "mx.poison.test", data: "127.66.66.66" },
        ];
        const answers = asked.type === "MX" ? [...records(asked), ...poison] : records(asked);
        say(reply(asked, { answers, additionals: poison }));
      },
    },
    said: SOUND,
  },
  { name: "victim", way: SOUND_WAY, said: SOUND },
  {
    name: "stream-without-end",
    way: overTcp(async (_asked, wire) => {
      await wire.say(Buffer.from([0xff, 0xff]));
      await wire.sayForEver(Buffer.alloc(65_536, 0x55));
    }),
    said: MALFORMED,
  },
  {
    name: "stream-of-answers",
    way: overTcp((asked, wire) => wire.sayForEver(framed(sound(asked)))),
    said: SOUND,
  },
  {
    name: "length-too-long",
    way: overTcp(async (asked, wire) => {
      await wire.say(framed(sound(asked), 5000));
      wire.socket.end();
    }),
    said: MALFORMED,
  },
  {
    name: "length-too-long-and-silence",
    way: overTcp(async (asked, wire) => {
      await wire.say(framed(sound(asked), 5000));
    }),
    said: TIMED_OUT,
  },
  {
    name: "length-too-short",
    way: overTcp(async (asked, wire) => {
      await wire.say(framed(sound(asked), 20));
    }),
    said: MALFORMED,
  },
  {
    name: "length-of-nothing",
    way: overTcp(async (_asked, wire) => {
      await wire.say(Buffer.alloc(2));
    }),
    said: MALFORMED,
  },
  {
    name: "truncated-for-ever",
    way: overTcp(async (asked, wire) => {
      await wire.say(framed(reply(asked, TRUNCATED)));
    }),
    said: MALFORMED,
  },
  {
    name: "octet-by-octet",
    way: overTcp(async (asked, wire) => {
      for (const octet of framed(sound(asked))) {
        await wire.say(Buffer.of(octet));
        await wire.pause(0);
      }
    }),
    said: SOUND,
  },
  {
    name: "one-octet-a-second",
    way: overTcp(async (asked, wire) => {
      for (const octet of framed(sound(asked))) {
        if (!(await wire.say(Buffer.of(octet)))) return;
        await wire.pause(1);
      }
    }),
    said: TIMED_OUT,
  },
  {
    name: "hangs-up",
    way: overTcp(async (_asked, wire) => {
      wire.socket.end();
      await Promise.resolve();
    }),
    said: MALFORMED,
  },
  {
    name: "resets",
    way: overTcp(async (_asked, wire) => {
      wire.socket.resetAndDestroy();
      await Promise.resolve();
    }),
    said: "inconclusive dns-resolver-broken",
  },
  {
    name: "unknown-code",
    way: forMx((asked) => reply(asked, { rcode: 15 })),
    said: "inconclusive dns-refused",
  },
  {
    name: "host-of-commands",
    way: forMx((asked) => oddExchange(asked, Buffer.from("\n::error::owned\r\n##[error]\u001b[31m"))),
    said: "fail mx-invalid-name",
  },
  {
    name: "host-of-markup",
    way: forMx((asked) => oddExchange(asked, Buffer.from("<script>|`$(id)`]]>\u202e@octocat"))),
    said: "fail mx-invalid-name",
  },
  {
    name: "host-of-nothing",
    way: forMx((asked) => oddExchange(asked, Buffer.alloc(63))),
    said: "fail mx-invalid-name",
  },
  {
    name: "host-with-dots",
    way: forMx((asked) => oddExchange(asked, Buffer.from("mx.victim.test\0"))),
    said: "fail mx-invalid-name",
  },
];
