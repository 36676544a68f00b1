/** The senders' logs, line by line: what both really wrote, with short names. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Attempt } from "./attempt.ts";
import { outcomeOf } from "./attempt.ts";
import { readEximLog } from "./exim-log.ts";
import { readPostfixLog } from "./postfix-log.ts";

/** One message: the lines about it behind those that queue it, and the tries that are to be read from them. */
interface Case {
  readonly says: string;
  readonly lines: readonly string[];
  readonly tries: readonly Attempt[];
}

const STAMP = "Nov 29 00:50:31 mx sender";

const POSTFIX: readonly Case[] = [
  {
    says: "sent inside TLS with a trusted certificate",
    lines: [
      "smtp[610]: Trusted TLS connection established to mx.a.test[127.20.0.2]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)",
      "smtp[610]: 69CC: to=<postmaster@a.test>, relay=mx.a.test[127.20.0.2]:25, delay=1.2, delays=0/0.61/0.44/0.17, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 7C71E313)",
    ],
    tries: [
      {
        outcome: "sent",
        words: "250 2.0.0 Ok: queued as 7C71E313",
        address: "127.20.0.2",
        encryption: "trusted",
      },
    ],
  },
  {
    says: "refused, and its words have brackets of their own",
    lines: [
      "smtp[610]: Untrusted TLS connection established to mx.a.test[127.20.0.2]:25: TLSv1.3 with cipher X (256/256 bits)",
      "smtp[610]: 69CC: to=<postmaster@a.test>, relay=mx.a.test[127.20.0.2]:25, delay=1, delays=0/0/1/0, dsn=5.7.1, status=bounced (host mx.a.test[127.20.0.2] said: 554 5.7.1 Service unavailable (Client host [127.0.0.1] blocked) (in reply to RCPT TO command))",
    ],
    tries: [
      {
        outcome: "bounced",
        words: "554 5.7.1 Service unavailable (Client host [127.0.0.1] blocked)",
        at: "RCPT",
        address: "127.20.0.2",
        encryption: "untrusted",
      },
    ],
  },
  {
    says: "TLS failed, and the second try is made in the clear",
    lines: [
      "smtp[610]: 69CC: to=<postmaster@a.test>, relay=mx.a.test[127.20.0.2]:25, delay=1, delays=0/0/1/0, dsn=4.7.5, status=deferred (Cannot start TLS: handshake failure)",
      "qmgr[498]: 69CC: from=<postfix+m7@senders.test>, size=388, nrcpt=1 (queue active)",
      "smtp[610]: 69CC: to=<postmaster@a.test>, relay=mx.a.test[127.20.0.2]:25, delay=9, delays=8/0/1/0, dsn=2.0.0, status=sent (250 Ok)",
    ],
    tries: [
      {
        outcome: "deferred",
        words: "Cannot start TLS: handshake failure",
        address: "127.20.0.2",
        encryption: "none",
      },
      { outcome: "sent", words: "250 Ok", address: "127.20.0.2", encryption: "none" },
    ],
  },
  {
    says: "refused at the greeting",
    lines: [
      "smtp[610]: 69CC: to=<postmaster@a.test>, relay=mx.a.test[127.20.0.2]:25, delay=1, delays=0/0/1/0, dsn=4.7.0, status=deferred (host mx.a.test[127.20.0.2] refused to talk to me: 421 4.7.0 try again later)",
    ],
    tries: [
      {
        outcome: "deferred",
        words: "421 4.7.0 try again later",
        at: "connection",
        address: "127.20.0.2",
        encryption: "none",
      },
    ],
  },
  {
    says: "refused behind the message",
    lines: [
      "smtp[610]: 69CC: to=<postmaster@a.test>, relay=mx.a.test[127.20.0.2]:25, delay=1, delays=0/0/1/0, dsn=5.7.1, status=bounced (host mx.a.test[127.20.0.2] said: 550 5.7.1 No (in reply to end of DATA command))",
    ],
    tries: [
      {
        outcome: "bounced",
        words: "550 5.7.1 No",
        at: "end of data",
        address: "127.20.0.2",
        encryption: "none",
      },
    ],
  },
  {
    says: "no connection over IPv6, and then left alone for a while",
    lines: [
      "smtp[610]: 69CC: to=<postmaster@a.test>, relay=none, delay=10, delays=0/0/10/0, dsn=4.4.1, status=deferred (connect to mx.a.test[fd00:25::18]:25: Connection timed out)",
      "error[633]: 69CC: to=<postmaster@a.test>, relay=none, delay=12, delays=12/0/0/0, dsn=4.4.1, status=deferred (delivery temporarily suspended: connect to mx.a.test[fd00:25::18]:25: Connection timed out)",
    ],
    tries: [
      {
        outcome: "deferred",
        words: "connect to mx.a.test[fd00:25::18]:25: Connection timed out",
        address: "fd00:25::18",
        encryption: "none",
      },
    ],
  },
  {
    says: "TLS of another connection of the same process is not its own",
    lines: [
      "smtp[610]: Trusted TLS connection established to mx.b.test[127.20.0.9]:25: TLSv1.3 with cipher X (256/256 bits)",
      "smtp[610]: 69CC: to=<postmaster@a.test>, relay=none, delay=1, delays=0/0/1/0, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=a.test type=A: Host not found)",
    ],
    tries: [
      {
        outcome: "bounced",
        words: "Host or domain name not found. Name service error for name=a.test type=A: Host not found",
        encryption: "none",
      },
    ],
  },
];

const EXIM: readonly Case[] = [
  {
    says: "sent inside TLS with a trusted certificate",
    lines: [
      '=> postmaster@a.test R=records T=outside H=mx.a.test [127.20.0.2] X=TLS1.3:ECDHE_SECP256R1__ECDSA_SECP256R1_SHA256__AES_256_GCM:256 CV=yes K C="250 2.0.0 Ok: 404 bytes queued as 96F542AB"',
    ],
    tries: [
      {
        outcome: "sent",
        words: "250 2.0.0 Ok: 404 bytes queued as 96F542AB",
        address: "127.20.0.2",
        encryption: "trusted",
      },
    ],
  },
  {
    says: "refused in reply to a pipelined command",
    lines: [
      "** postmaster@a.test R=records T=outside H=mx.a.test [127.20.0.2] X=TLS1.3:X__Y:256 CV=no: SMTP error from remote mail server after pipelined MAIL FROM:<exim+m7@senders.test> SIZE=1434: 530 5.7.0 Authentication required",
    ],
    tries: [
      {
        outcome: "bounced",
        words: "530 5.7.0 Authentication required",
        at: "MAIL",
        address: "127.20.0.2",
        encryption: "untrusted",
      },
    ],
  },
  {
    says: "greylisted at the first try, taken at the second",
    lines: [
      "== postmaster@a.test R=forced T=outside defer (-44) H=127.20.0.2 [127.20.0.2]: SMTP error from remote mail server after RCPT TO:<postmaster@a.test>: 450 4.2.0 <postmaster@a.test>: Recipient address rejected: Greylisted",
      '=> postmaster@a.test R=forced T=outside H=127.20.0.2 [127.20.0.2] C="250 Ok"',
    ],
    tries: [
      {
        outcome: "deferred",
        words: "450 4.2.0 <postmaster@a.test>: Recipient address rejected: Greylisted",
        at: "RCPT",
        address: "127.20.0.2",
      },
      { outcome: "sent", words: "250 Ok", address: "127.20.0.2", encryption: "none" },
    ],
  },
  {
    says: "refused in place of the greeting",
    lines: [
      "H=mx.a.test [127.20.0.2]: SMTP error from remote mail server after initial connection: 450 4.3.2 not now",
      "== postmaster@a.test R=records T=outside defer (0) H=mx.a.test [127.20.0.2]: SMTP error from remote mail server after initial connection: 450 4.3.2 not now",
    ],
    tries: [
      {
        outcome: "deferred",
        words: "450 4.3.2 not now",
        at: "connection",
        address: "127.20.0.2",
      },
    ],
  },
  {
    says: "no connection over IPv6",
    lines: [
      "H=mx.a.test [fd00:25::18] Connection refused",
      "== postmaster@a.test R=records T=outside defer (110): Connection timed out H=mx.a.test [fd00:25::18]: SMTP timeout after initial connection",
    ],
    tries: [
      {
        outcome: "deferred",
        words: "Connection timed out H=mx.a.test [fd00:25::18]: SMTP timeout after initial connection",
        address: "fd00:25::18",
      },
    ],
  },
  {
    says: "a domain that does not exist, and the bounce about it",
    lines: [
      "** postmaster@a.test: Unrouteable address",
      "<= <> R=69CC U=exim P=local S=1200",
      "=> :blackhole: <exim+m7@senders.test> R=own",
    ],
    tries: [{ outcome: "bounced", words: "Unrouteable address", encryption: "none" }],
  },
];

describe("Postfix's log", () => {
  for (const { says, lines, tries } of POSTFIX) {
    test(says, () => {
      const log = [
        "qmgr[498]: 69CC: from=<postfix+m7@senders.test>, size=388, nrcpt=1 (queue active)",
        ...lines,
      ];
      const read = readPostfixLog(log.map((line) => `${STAMP}/${line}`).join("\n"));
      assert.deepEqual(read.get("m7"), tries);
    });
  }
});

describe("Exim's log", () => {
  for (const { says, lines, tries } of EXIM) {
    test(says, () => {
      const log = [
        "1xXT7a-00008F-39 <= exim+m7@senders.test U=root P=local-bsmtp S=388 id=m7@mx.senders.test",
        ...lines.map((line) =>
          line.startsWith("<= <>") || line.startsWith("=> :")
            ? `1xXT7c-0000Gx-0K ${line}`
            : `1xXT7a-00008F-39 ${line}`,
        ),
      ];
      const { attempts, messages } = readEximLog(log.map((line) => `2026-11-29 00:50:26 ${line}`).join("\n"));
      assert.deepEqual(attempts.get("m7"), tries);
      assert.equal(messages.get("m7"), "1xXT7a-00008F-39");
    });
  }
});

test("a played server that lets a message come to DATA has taken its recipient", () => {
  const refused = (at: string): Attempt => ({
    outcome: "bounced",
    words: "554 5.5.1 Error: no mail is taken here",
    at,
    encryption: "none",
  });
  assert.equal(outcomeOf(refused("DATA")), "sent");
  assert.equal(outcomeOf(refused("RCPT")), "bounced");
});
