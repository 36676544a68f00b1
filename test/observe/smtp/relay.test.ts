import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MAX_CONTROLS } from "../../../src/observe/bounds.ts";
import { relayAnswered, type ConnectionObservation } from "../../../src/observe/observation.ts";
import { EVERYDAY_KEYWORDS, onlyFor } from "../../support/smtp/smtp-script.ts";
import type { SmtpScript } from "../../support/smtp/smtp-script.ts";
import { EHLO, QUIT, RELAY_TEST, STARTTLS, converseWith } from "./conversing.ts";
import type { Conversation } from "./conversing.ts";

const WITHOUT_PIPELINING = EVERYDAY_KEYWORDS.filter((keyword) => keyword !== "PIPELINING");

/** What the conversation said between the last EHLO and QUIT, by packet. */
function relayPackets({ packets }: Conversation): readonly (readonly string[])[] {
  return packets.slice(packets.findLastIndex(([first]) => first === EHLO[0]) + 1, -1);
}

/** Sender, then the code of MAIL, of every RCPT, and of RSET, for each transaction. */
function codes({ seen: connection }: Conversation): (string | number | undefined)[][] {
  return (connection.relay?.transactions ?? []).map(({ sender, mail, recipients, rset }) => [
    sender,
    mail.reply?.code,
    ...recipients.map(({ reply }) => reply?.code),
    rset?.reply?.code,
  ]);
}

const domains = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `d${String(index + 1)}.test`);

const relayTo = (...served: readonly string[]) => ({
  relay: { sender: "", recipient: "probe@foreign.test", domains: served },
});

describe("MAIL, RCPT and RSET", () => {
  const cases: readonly [
    what: string,
    clear: readonly string[],
    inTls: readonly string[],
    together: boolean,
  ][] = [
    ["go in one write where PIPELINING is offered inside TLS", WITHOUT_PIPELINING, EVERYDAY_KEYWORDS, true],
    ["go one by one where it is offered before TLS only", EVERYDAY_KEYWORDS, WITHOUT_PIPELINING, false],
    ["go one by one where it is not offered", WITHOUT_PIPELINING, WITHOUT_PIPELINING, false],
  ];
  for (const [what, announce, announceInTls, together] of cases) {
    test(what, async (t) => {
      const conversation = await converseWith(t, { announce, announceInTls });
      assert.deepEqual(
        relayPackets(conversation),
        together ? [RELAY_TEST] : RELAY_TEST.map((command) => [command]),
      );
      assert.equal(conversation.seen.relay?.pipelined, together);
      assert.deepEqual(codes(conversation), [["", 250, 554, 250, 250]]);
    });
  }

  test("go in one write in clear, too, where PIPELINING is offered", async (t) => {
    const conversation = await converseWith(t, { starttls: "missing" });
    assert.deepEqual(relayPackets(conversation), [STARTTLS, RELAY_TEST]);
  });
});

describe("the facts of a relay test", () => {
  test("tell the foreign recipient from the own postmaster", async (t) => {
    const { seen: connection } = await converseWith(t, {});
    assert.deepEqual(
      connection.relay?.transactions[0]?.recipients.map(({ kind, domain, address, reply }) => [
        kind,
        domain,
        address,
        reply?.lines[0],
      ]),
      [
        ["foreign", undefined, "probe@foreign.test", "554 5.7.1 <probe@foreign.test>: Relay access denied"],
        ["control", "own.test", "postmaster@own.test", "250 2.1.5 Ok"],
      ],
    );
  });

  test("have the sender that was asked for", async (t) => {
    const relay = { sender: "probe@ours.test", recipient: "probe@foreign.test", domains: [] };
    const conversation = await converseWith(t, {}, { relay });
    assert.deepEqual(relayPackets(conversation), [
      ["MAIL FROM:<probe@ours.test>", "RCPT TO:<probe@foreign.test>", "RSET"],
    ]);
    assert.deepEqual(codes(conversation), [["probe@ours.test", 250, 554, 250]]);
  });

  test("have an open relay's own words", async (t) => {
    const conversation = await converseWith(t, { rcpt: () => "250 2.1.5 welcome, all of you" });
    assert.deepEqual(codes(conversation), [["", 250, 250, 250, 250]]);
    assert.equal(relayAnswered(conversation.seen.relay), true);
  });
});

describe("a refused sender", () => {
  for (const announce of [EVERYDAY_KEYWORDS, WITHOUT_PIPELINING]) {
    for (const refusal of ["550 5.7.1 No null sender", "451 4.7.1 No null sender now"]) {
      const way = announce === EVERYDAY_KEYWORDS ? "in one write" : "one by one";
      test(`gets a second one, once (${way}, ${refusal.slice(0, 3)})`, async (t) => {
        const mail = (sender: string): string => (sender === "" ? refusal : "250 2.1.0 Ok");
        const conversation = await converseWith(t, { announce, mail });
        const code = Number(refusal.slice(0, 3));
        // RSET after a MAIL that was refused does no harm, and what RCPT says without a sender says nothing.
        assert.deepEqual(codes(conversation), [
          ["", code, 250],
          ["postmaster@client.test", 250, 554, 250, 250],
        ]);
      });
    }
  }

  test("is followed by the second one in the very next write", async (t) => {
    const mail = (sender: string): string => (sender === "" ? "550 5.7.1 No null sender" : "250 2.1.0 Ok");
    const conversation = await converseWith(t, { mail });
    assert.deepEqual(relayPackets(conversation), [
      RELAY_TEST,
      ["MAIL FROM:<postmaster@client.test>", ...RELAY_TEST.slice(1)],
    ]);
  });

  test("gets no third one, and no recipient was answered", async (t) => {
    const conversation = await converseWith(t, { mail: () => "530 5.7.0 Authentication required" });
    assert.deepEqual(codes(conversation), [
      ["", 530, 250],
      ["postmaster@client.test", 530, 250],
    ]);
    assert.equal(relayAnswered(conversation.seen.relay), false);
    assert.deepEqual(conversation.packets.at(-1), QUIT);
  });

  test("is not tried again under the same name", async (t) => {
    const relay = { sender: "postmaster@client.test", recipient: "probe@foreign.test", domains: [] };
    const conversation = await converseWith(t, { mail: () => "550 5.7.1 no" }, { relay });
    assert.deepEqual(codes(conversation), [["postmaster@client.test", 550, 250]]);
  });

  test("is not what a 421 means, even where the server stays", async (t) => {
    const conversation = await converseWith(t, { mail: () => "421 4.7.0 [TSS04] deferred" });
    assert.equal(conversation.seen.relay?.transactions.length, 1);
    assert.equal(conversation.seen.relay.transactions[0]?.mail.reply?.code, 421);
  });
});

describe("the own postmasters of an endpoint", () => {
  for (const announce of [EVERYDAY_KEYWORDS, WITHOUT_PIPELINING]) {
    const way = announce === EVERYDAY_KEYWORDS ? "in one write each" : "one by one";
    test(`are asked for five in a transaction, the foreign recipient once (${way})`, async (t) => {
      const served = domains(12);
      const conversation = await converseWith(t, { announce, rcpt: onlyFor(served) }, relayTo(...served));
      const rcpt = served.map((domain) => `RCPT TO:<postmaster@${domain}>`);
      const transactions = [
        ["MAIL FROM:<>", "RCPT TO:<probe@foreign.test>", ...rcpt.slice(0, 5), "RSET"],
        ["MAIL FROM:<>", ...rcpt.slice(5, 10), "RSET"],
        ["MAIL FROM:<>", ...rcpt.slice(10), "RSET"],
      ];
      const packets =
        announce === EVERYDAY_KEYWORDS ? transactions : transactions.flat().map((command) => [command]);
      assert.deepEqual(relayPackets(conversation), packets);
      assert.deepEqual(codes(conversation), [
        ["", 250, 554, 250, 250, 250, 250, 250, 250],
        ["", 250, 250, 250, 250, 250, 250, 250],
        ["", 250, 250, 250, 250],
      ]);
    });
  }

  test("are not asked for after five refusals in the first transaction", async (t) => {
    const served = domains(30);
    const rcpt = onlyFor(served.slice(5));
    const conversation = await converseWith(t, { rcpt }, relayTo(...served));
    assert.deepEqual(codes(conversation), [["", 250, 554, 554, 554, 554, 554, 554, 250]]);
  });

  test("are not asked for after five refusals in all", async (t) => {
    const served = domains(30);
    // Of the first ten four are refused, of the next five two.
    const rcpt = onlyFor(served.filter((_, index) => index % 10 >= 4 || index >= 12));
    const conversation = await converseWith(t, { rcpt }, relayTo(...served));
    assert.deepEqual(codes(conversation), [
      ["", 250, 554, 554, 554, 554, 554, 250, 250],
      ["", 250, 250, 250, 250, 250, 250, 250],
      ["", 250, 554, 554, 250, 250, 250, 250],
    ]);
  });

  test("are asked for after a refused sender with the second one", async (t) => {
    const served = domains(6);
    const mail = (sender: string): string => (sender === "" ? "550 5.7.1 No null sender" : "250 2.1.0 Ok");
    const conversation = await converseWith(t, { mail, rcpt: onlyFor(served) }, relayTo(...served));
    assert.deepEqual(codes(conversation), [
      ["", 550, 250],
      ["postmaster@client.test", 250, 554, 250, 250, 250, 250, 250, 250],
      ["postmaster@client.test", 250, 250, 250],
    ]);
  });

  test("are not asked for beyond the limit", async (t) => {
    const served = domains(MAX_CONTROLS + 7);
    const { server } = await converseWith(t, { rcpt: onlyFor(served) }, relayTo(...served));
    const asked = server.sessions[0]?.commands.filter(({ line }) => line.includes("<postmaster@d"));
    assert.equal(asked?.length, MAX_CONTROLS);
  });
});

describe("a reply that nobody asked for", () => {
  const refuse = (): string => "554 5.7.1 Relay access denied";
  const strays: readonly [what: string, script: Partial<SmtpScript>][] = [
    ["behind EHLO", { ehlo: "250-mx.own.test\r\n250 PIPELINING\r\n250 stray" }],
    ["behind EHLO, one by one", { ehlo: "250 mx.own.test\r\n250 stray" }],
    ["behind MAIL", { mail: () => "250 2.1.0 Ok\r\n250 stray" }],
    ["behind MAIL, one by one", { announce: [], mail: () => "250 2.1.0 Ok\r\n250 stray" }],
  ];
  for (const [what, script] of strays) {
    test(`makes no open relay of a server that refuses: ${what}`, async (t) => {
      const { seen: connection } = await converseWith(t, { starttls: "missing", ...script, rcpt: refuse });
      const recipients =
        connection.relay?.transactions.flatMap((transaction) => transaction.recipients) ?? [];
      assert.deepEqual(
        recipients.filter(({ reply }) => reply?.code === 250),
        [],
      );
      const steps = [connection.starttls, connection.relay?.transactions[0]?.mail, ...recipients];
      assert.ok(steps.some((step) => step?.ended?.how === "malformed"));
    });
  }
});

describe("a relay test that is cut short", () => {
  test("at RCPT keeps what was answered", async (t) => {
    const troubles = [{ at: "RCPT", then: "close" }] as const;
    const conversation = await converseWith(t, { troubles });
    const [transaction] = conversation.seen.relay?.transactions ?? [];
    assert.equal(transaction?.mail.reply?.code, 250);
    assert.deepEqual(
      transaction.recipients.map(({ kind, reply, ended }) => [kind, reply, ended?.how]),
      [["foreign", undefined, "closed"]],
    );
    assert.equal(relayAnswered(conversation.seen.relay), false);
  });

  test("at RSET was answered all the same", async (t) => {
    const served = domains(8);
    const troubles = [{ at: "RSET", reply: "421 4.4.2 enough" }] as const;
    const conversation = await converseWith(t, { troubles, rcpt: onlyFor(served) }, relayTo(...served));
    assert.deepEqual(codes(conversation), [["", 250, 554, 250, 250, 250, 250, 250, 421]]);
    assert.equal(relayAnswered(conversation.seen.relay), true);
  });

  for (const announce of [EVERYDAY_KEYWORDS, WITHOUT_PIPELINING]) {
    test(`by a 421 asks for nothing more (${announce === EVERYDAY_KEYWORDS ? "pipelined" : "one by one"})`, async (t) => {
      const troubles = [{ at: "RCPT", reply: "421 4.7.0 too many errors" }] as const;
      const { seen: connection } = await converseWith(t, { announce, troubles }, relayTo(...domains(8)));
      const [transaction, ...others] = connection.relay?.transactions ?? [];
      assert.deepEqual([transaction?.recipients[0]?.reply?.code, others], [421, []]);
      assert.equal(relayAnswered(connection.relay), false);
    });
  }

  test("by a 421 of a server that stays asks it for nobody else, one by one", async (t) => {
    const conversation = await converseWith(
      t,
      { announce: WITHOUT_PIPELINING, rcpt: () => "421 4.7.0 too many errors" },
      relayTo(...domains(8)),
    );
    assert.deepEqual(codes(conversation)[0], ["", 250, 421, 250]);
  });

  const answered: readonly [what: string, relay: ConnectionObservation["relay"]][] = [
    ["no relay test", undefined],
    ["no transaction", { inTls: true, pipelined: true, transactions: [] }],
    [
      "answers for the own postmaster only",
      {
        inTls: true,
        pipelined: true,
        transactions: [
          {
            sender: "",
            mail: {},
            recipients: [
              {
                kind: "control",
                domain: "own.test",
                address: "postmaster@own.test",
                reply: { code: 250, lines: ["250 ok"], seconds: 0 },
              },
            ],
          },
        ],
      },
    ],
  ];
  for (const [what, relay] of answered) {
    test(`is not answered by ${what}`, () => {
      assert.equal(relayAnswered(relay), false);
    });
  }
});
