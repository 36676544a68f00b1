/** Peers that are no mail server from the first octet on. */
import { randomBytes } from "node:crypto";
import { endsAt, withoutTls, type Peer, type Said } from "./peer.ts";
import type { Wire } from "../support/tcp/wire.ts";

/** A line of this many octets, in pieces. */
const LONG_LINE_OCTETS = 10_000_000;
const MANY_LINES = 100_000;

function greeter(name: string, banner: string, play: (wire: Wire) => Promise<void>): Peer {
  return { name, play: ({ wire }) => play(wire), said: endsAt("banner", banner) };
}

/** Says it and hangs up. */
function goodbye(name: string, banner: string, bytes: string | Buffer): Peer {
  return greeter(name, banner, async (wire) => {
    await wire.say(bytes);
    wire.socket.end();
    wire.ignore();
  });
}

async function drip(wire: Wire, text: string, forEver: string): Promise<void> {
  wire.ignore();
  for (const letter of text) if (!(await slowly(letter))) return;
  while (await slowly(forEver));
  async function slowly(letter: string): Promise<boolean> {
    const going = await wire.say(letter);
    await wire.pause(1);
    return going;
  }
}

/** Greets and answers EHLO with what the function says. */
function answering(name: string, said: Said, answer: (wire: Wire) => Promise<void>): Peer {
  return {
    name,
    said,
    async play({ wire, host }) {
      await wire.say(`220 ${host} ESMTP\r\n`);
      if (await wire.hear(/EHLO .*\r\n/)) await answer(wire);
    },
  };
}

export const greeters: readonly Peer[] = [
  greeter("silence", "fail banner-timeout", (wire) => wire.hear(/\n/).then(() => undefined)),
  greeter("endless-greeting", "fail banner-too-long", (wire) => wire.sayForEver("x".repeat(65_536))),
  greeter("endless-greeting-lines", "fail banner-too-long", (wire) =>
    wire.sayForEver("220-mx.endless.test still greeting\r\n".repeat(1000)),
  ),
  greeter("endless-greeting-of-long-lines", "fail banner-too-long", (wire) =>
    wire.sayForEver(`220-${"x".repeat(3990)}\r\n`.repeat(20)),
  ),
  greeter("endless-newlines", "fail banner-malformed", (wire) => wire.sayForEver("\n".repeat(65_536))),
  greeter("endless-zeros", "fail banner-too-long", (wire) => wire.sayForEver(Buffer.alloc(65_536))),
  greeter("long-line", "fail banner-too-long", async (wire) => {
    await wire.say("220 ");
    for (let sent = 0; sent < LONG_LINE_OCTETS && (await wire.say("a".repeat(65_536))); sent += 65_536);
    await wire.say("\r\n");
  }),
  greeter("one-octet-a-second", "fail banner-timeout", (wire) => drip(wire, "220 mx.drip.test", "x")),
  greeter("one-line-a-second", "fail banner-timeout", async (wire) => {
    wire.ignore();
    while (await wire.say("220-mx.drip.test\r\n")) await wire.pause(1);
  }),
  // Never a line feed in it, so that chance has no say in what is found.
  greeter("random-octets", "fail banner-too-long", (wire) =>
    wire.sayForEver(randomBytes(65_536).map((octet) => (octet === 10 ? 11 : octet)) as Buffer),
  ),
  goodbye(
    "random-lines",
    "fail banner-malformed",
    Buffer.concat([randomBytes(200).fill(0x8f), Buffer.from("\n")]),
  ),
  goodbye("empty-line", "fail banner-malformed", "\r\n"),
  goodbye("hangs-up", "fail banner-closed", ""),
  goodbye("half-a-greeting", "fail banner-closed", "220 mx.half"),
  goodbye("http", "fail banner-malformed", "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n"),
  goodbye("ssh", "fail banner-malformed", "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"),
  goodbye("ftp", "fail banner-malformed", "230 Login successful, EPSV only\r\n"),
  goodbye("pop3", "fail banner-malformed", "+OK POP3 ready <1@pop.test>\r\n"),
  goodbye("imap", "fail banner-malformed", "* OK IMAP4rev1 ready\r\n"),
  // A server that wants TLS at once hears nothing and says nothing; some lose patience with an alert.
  greeter("tls-awaited", "fail banner-timeout", (wire) => wire.hear(/\x16\x03/).then(() => undefined)),
  goodbye("tls-alert", "fail banner-closed", Buffer.from([0x15, 3, 3, 0, 2, 2, 40])),
  greeter("tls-at-once", "fail banner-timeout", async (wire) => {
    await wire.say(
      Buffer.concat([Buffer.from([0x16, 3, 3, 0, 122, 2, 0, 0, 118, 3, 3]), Buffer.alloc(117, 0x55)]),
    );
    await wire.hear(/\n/);
  }),
  goodbye("refuses-politely", "inconclusive banner-refused", "554 5.7.1 No\r\n"),
  {
    // The 554 was said before anything was asked: nobody can tell what it answers.
    name: "two-greetings",
    said: endsAt("ehlo", "fail ehlo-malformed"),
    async play({ wire, host }) {
      await wire.say(`220 ${host} ESMTP\r\n554 5.7.1 ${host} on second thoughts, no\r\n`);
      await wire.hear(/QUIT/);
    },
  },
  {
    // Said before anything was asked as well, but in a later packet: it is there when EHLO is to be answered.
    name: "two-greetings-apart",
    said: [endsAt("ehlo", "inconclusive ehlo-client-refused"), endsAt("ehlo", "fail ehlo-malformed")],
    async play({ wire, host }) {
      await wire.say(`220 ${host} ESMTP\r\n`);
      await wire.pause(0.05);
      await wire.say(`554 5.7.1 ${host} on second thoughts, no\r\n`);
      await wire.hear(/QUIT/);
    },
  },
  answering("many-ehlo-lines", endsAt("ehlo", "fail session-limit"), async (wire) => {
    await wire.say(`250-mx\r\n${"250-X-KEYWORD parameter\r\n".repeat(MANY_LINES)}250 OK\r\n`);
    wire.ignore();
  }),
  answering("ehlo-for-ever", endsAt("ehlo", "fail session-limit"), (wire) =>
    wire.sayForEver("250-X-KEYWORD parameter\r\n".repeat(1000)),
  ),
  answering("ehlo-line-for-ever", endsAt("ehlo", "fail session-limit"), (wire) =>
    wire.sayForEver("250-".padEnd(65_536, "X")),
  ),
  // Every reply would be a sound one by itself; they are kept, so that there must be an end to them.
  answering("ehlo-of-long-lines", endsAt("ehlo", "fail session-limit"), async (wire) => {
    await wire.say(`${`250-${"X".repeat(3990)}\r\n`.repeat(60)}250 STARTTLS\r\n`);
    wire.ignore();
  }),
  answering("ehlo-one-line-a-second", endsAt("ehlo", "fail ehlo-timeout"), async (wire) => {
    while (await wire.say("250-X\r\n")) await wire.pause(1);
  }),
  // It takes nothing in and says all it can: our send window and its own are full.
  {
    name: "never-reads",
    said: endsAt("ehlo", "fail ehlo-timeout"),
    async play({ wire, host }) {
      wire.socket.pause();
      await wire.say(`220 ${host} ESMTP\r\n`);
    },
  },
  {
    name: "talks-without-reading",
    said: endsAt("ehlo", "fail ehlo-malformed"),
    async play({ wire, host }) {
      wire.socket.pause();
      await wire.say(`220 ${host} ESMTP\r\n`);
      await wire.sayForEver("250 2.0.0 Ok\r\n".repeat(5000));
    },
  },
  {
    // The server is done talking, and still listens.
    name: "half-open-after-greeting",
    said: endsAt("ehlo", "fail ehlo-closed"),
    async play({ wire, host }) {
      await wire.say(`220 ${host} ESMTP\r\n`);
      wire.socket.end();
      await wire.hear(/QUIT/);
    },
  },
  {
    name: "answers-too-much-to-starttls",
    said: withoutTls("fail starttls-refused", "fail session-limit"),
    async play({ wire, host }) {
      await wire.say(`220 ${host} ESMTP\r\n`);
      await wire.hear(/EHLO .*\r\n/);
      await wire.say(`250-${host}\r\n250 STARTTLS\r\n`);
      await wire.hear(/STARTTLS\r\n/);
      await wire.sayForEver("250 2.0.0 Ok\r\n".repeat(5000));
    },
  },
];
