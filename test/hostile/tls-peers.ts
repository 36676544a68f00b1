/** Peers that turn hostile inside TLS, or on the way there. */
import { forgeTls12, type ForgedTls12 } from "./forged-tls12.ts";
import { forgeTls13, type ForgedTls13 } from "./forged-tls13.ts";
import { SOUND, withoutTls, type Peer, type Said, type Scene } from "./peer.ts";
import { playSound } from "./steps.ts";
import { message, record, RECORD } from "./tls-records.ts";

/** Records of one kind that are made ahead and sent at once: a flood is to be quicker than who makes it. */
const RECORDS_AT_ONCE = 100;
const NEW_SESSION_TICKET = 4;
const TICKETS_PER_RECORD = 200;

/** Greets and answers, up to the moment at which the ClientHello comes; false where the client leaves. */
export async function upToTls({ wire, host }: Scene): Promise<boolean> {
  await wire.say(`220 ${host} ESMTP\r\n`);
  if (!(await wire.hear(/EHLO .*\r\n/))) return false;
  await wire.say(`250-${host}\r\n250 STARTTLS\r\n`);
  if (!(await wire.hear(/STARTTLS\r\n/))) return false;
  return wire.say("220 2.0.0 Ready\r\n");
}

const identityOf = ({ chain }: Scene) => ({
  certificates: chain.map(({ der }) => der),
  key: chain[0].key,
});

/** Sound until EHLO inside TLS 1.3, and hostile then, on the first connection. */
function in13(
  name: string,
  said: Peer["said"],
  play: (tls: ForgedTls13, scene: Scene) => Promise<void>,
): Peer {
  return {
    name,
    said,
    async play(scene) {
      if (scene.connection > 1) {
        await playSound(scene);
        return;
      }
      if (!(await upToTls(scene))) return;
      const tls = await forgeTls13(scene.wire, identityOf(scene));
      if (tls === undefined) scene.wire.socket.destroy();
      else if (await tls.hear(/EHLO .*\r\n/)) await play(tls, scene);
    },
  };
}

function in12(name: string, said: Said, play: (tls: ForgedTls12, scene: Scene) => Promise<void>): Peer {
  return {
    name,
    said,
    async play(scene) {
      if (!(await upToTls(scene))) return;
      const tls = await forgeTls12(scene.wire, identityOf(scene));
      if (tls === undefined) scene.wire.socket.destroy();
      else await play(tls, scene);
    },
  };
}

/** In place of the handshake. */
function handshaking(name: string, starttls: string, play: (scene: Scene) => Promise<void>, times = 1): Peer {
  return {
    name,
    said: withoutTls(starttls),
    async play(scene) {
      // The look without TLS finds a sound server.
      // One that a small ClientHello may mend is met twice.
      const broken = scene.connection <= times;
      if (!broken) await playSound(scene);
      else if ((await upToTls(scene)) && (await scene.wire.hear(/\x16\x03[^]{100}/))) await play(scene);
    },
  };
}

async function flood(scene: Scene, make: () => Buffer): Promise<void> {
  for (;;) {
    if (!(await scene.wire.say(Buffer.concat(Array.from({ length: RECORDS_AT_ONCE }, make))))) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const FLOODED: Said = { ...SOUND, ehlo: "fail session-limit", relay: "skip", delivery: "skip" };
/** Where every record takes its own pair of keys, it may be the peer that is too slow to flood anybody. */
const FLOODED_SLOWLY = [FLOODED, { ...FLOODED, ehlo: "fail ehlo-timeout" }] as const;

/** Sound up to TLS and hostile inside it: they keep a processor busy, their own one above all. */
export const floodPeers: readonly Peer[] = [
  in13("key-update-flood", FLOODED_SLOWLY, (tls, scene) => flood(scene, () => tls.keyUpdate(false))),
  in13("key-updates-asked-for", FLOODED_SLOWLY, (tls, scene) => {
    // Each asks for an answer, and none is ever read.
    scene.wire.socket.pause();
    return flood(scene, () => tls.keyUpdate(true));
  }),
  in13("ticket-flood", FLOODED, (tls, scene) => {
    const ticket = message(NEW_SESSION_TICKET, Buffer.alloc(8), Buffer.from([1, 7, 0, 16]), Buffer.alloc(18));
    const many = Buffer.concat(Array.from({ length: TICKETS_PER_RECORD }, () => ticket));
    return flood(scene, () => tls.seal(RECORD.handshake, many));
  }),
  // It speaks nothing older than TLS 1.2, whatever is offered, and here nothing older is spoken then.
  in12("renegotiation-flood", { ...FLOODED, starttls: "pass tls-no-1.3 tls-floor-unknown" }, (tls, scene) =>
    flood(scene, () => tls.helloRequests(64)),
  ),
  in13(
    "empty-record-flood",
    // OpenSSL takes 32 of them, and has enough then.
    { ...SOUND, starttls: "fail tls-handshake-failed" },
    (tls, scene) => flood(scene, () => tls.seal(RECORD.applicationData, Buffer.alloc(0))),
  ),
  in13("text-flood", FLOODED, (tls, scene) =>
    flood(scene, () => tls.seal(RECORD.applicationData, Buffer.from("250-X-MORE\r\n".repeat(100)))),
  ),
  in13("octets-in-records", FLOODED_SLOWLY, (tls, scene) =>
    flood(scene, () => tls.seal(RECORD.applicationData, Buffer.from("2"))),
  ),
];

/** Sound up to the handshake, and hostile in its place. */
export const handshakePeers: readonly Peer[] = [
  handshaking(
    "half-a-record",
    "fail tls-handshake-failed",
    async ({ wire }) => {
      await wire.say(Buffer.from([RECORD.handshake, 3, 3, 0, 122, 2]));
      wire.socket.end();
      wire.ignore();
    },
    2,
  ),
  handshaking(
    "half-a-record-reset",
    "fail tls-handshake-failed",
    async ({ wire }) => {
      await wire.say(Buffer.from([RECORD.handshake, 3, 3, 0, 122, 2]));
      wire.socket.resetAndDestroy();
    },
    2,
  ),
  handshaking(
    "handshake-drip",
    "fail tls-timeout",
    async ({ wire }) => {
      for (const octet of [RECORD.handshake, 3, 3, 0x40, 0]) await wire.say(Buffer.from([octet]));
      wire.ignore();
      while (await wire.say(Buffer.from([2]))) await wire.pause(1);
    },
    2,
  ),
  handshaking("hello-request-flood", "fail tls-handshake-failed", ({ wire }) =>
    wire.sayForEver(record(RECORD.handshake, Buffer.alloc(16_384))),
  ),
  handshaking("empty-handshake-records", "fail tls-handshake-failed", ({ wire }) =>
    wire.sayForEver(
      Buffer.concat(Array.from({ length: 1000 }, () => record(RECORD.handshake, Buffer.alloc(0)))),
    ),
  ),
  handshaking("endless-server-hello", "fail tls-handshake-failed", async ({ wire }) => {
    await wire.say(record(RECORD.handshake, Buffer.from([2, 255, 255, 255, 3, 3])));
    await wire.sayForEver(record(RECORD.handshake, Buffer.alloc(16_384)));
  }),
  handshaking("alert-flood", "fail tls-handshake-failed", ({ wire }) =>
    wire.sayForEver(
      Buffer.concat(Array.from({ length: 1000 }, () => record(RECORD.alert, Buffer.from([1, 90])))),
    ),
  ),
];
