import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ConnectionObservation } from "../../../src/observe/observation.ts";
import { relayAnswered } from "../../../src/observe/observation.ts";
import { EVERYDAY_KEYWORDS, onlyFor } from "../../support/smtp/smtp-script.ts";
import type { SmtpScript } from "../../support/smtp/smtp-script.ts";
import { EHLO, QUESTIONS, QUIT, STARTTLS, converseWith, questionsFor, transactionFor } from "./conversing.ts";
import type { Conversation } from "./conversing.ts";

const WITHOUT_PIPELINING = EVERYDAY_KEYWORDS.filter((keyword) => keyword !== "PIPELINING");
const WAYS = [
  ["in one write", EVERYDAY_KEYWORDS],
  ["one by one", WITHOUT_PIPELINING],
] as const;
const SECOND = "postmaster@client.test";

/** What the conversation said between the last EHLO and QUIT, by packet. */
function questionPackets({ packets }: Conversation): readonly (readonly string[])[] {
  return packets.slice(packets.findLastIndex(([first]) => first === EHLO[0]) + 1, -1);
}

/** Sender, then the codes of MAIL, RCPT and RSET, for each transaction of the relay test. */
function relayCodes({ seen }: Conversation): (string | number | undefined)[][] {
  return (seen.relay?.transactions ?? []).map(({ sender, mail, recipients, rset }) => [
    sender,
    mail.reply?.code,
    ...recipients.map(({ reply }) => reply?.code),
    rset?.reply?.code,
  ]);
}

/** The same for the own postmasters, with the domain first. */
function ownCodes({ seen }: Conversation): (string | number | undefined)[][] {
  return (seen.delivery?.transactions ?? []).map(({ domain, sender, mail, rcpt, rset }) => [
    domain,
    sender,
    mail.reply?.code,
    rcpt?.reply?.code,
    rset?.reply?.code,
  ]);
}

describe("both questions", () => {
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
    test(`${what}, each in a transaction of its own`, async (t) => {
      const conversation = await converseWith(t, { announce, announceInTls });
      assert.deepEqual(
        questionPackets(conversation),
        together ? [QUESTIONS] : QUESTIONS.map((command) => [command]),
      );
      const { relay, delivery } = conversation.seen;
      assert.deepEqual([relay?.pipelined, delivery?.pipelined], [together, together]);
      assert.deepEqual(relayCodes(conversation), [["", 250, 554, 250]]);
      assert.deepEqual(ownCodes(conversation), [["own.test", "", 250, 250, 250]]);
    });
  }

  test("come before a STARTTLS that is not announced", async (t) => {
    const conversation = await converseWith(t, { starttls: "missing" });
    assert.deepEqual(questionPackets(conversation), [QUESTIONS, STARTTLS]);
    assert.deepEqual([conversation.seen.relay?.inTls, conversation.seen.delivery?.inTls], [false, false]);
  });

  test("are answered by a server that takes each recipient of the null sender alone", async (t) => {
    let recipients = 0;
    const conversation = await converseWith(t, {
      mail: () => {
        recipients = 0;
        return "250 ok";
      },
      rcpt: (envelope) => {
        recipients++;
        return recipients > 1 ? "452 4.5.3 one recipient at a time" : onlyFor(["own.test"])(envelope);
      },
    });
    assert.deepEqual(
      [relayCodes(conversation), ownCodes(conversation)],
      [[["", 250, 554, 250]], [["own.test", "", 250, 250, 250]]],
    );
  });

  test("leave out what is not asked for", async (t) => {
    const relayOnly = await converseWith(t, {}, { questions: questionsFor([], { postmasters: undefined }) });
    assert.deepEqual(questionPackets(relayOnly), [transactionFor("probe@foreign.test")]);
    assert.equal(relayOnly.seen.delivery, undefined);
    const own = await converseWith(t, {}, { questions: questionsFor(["own.test"], { foreign: undefined }) });
    assert.deepEqual(questionPackets(own), [transactionFor("postmaster@own.test")]);
    assert.equal(own.seen.relay, undefined);
  });

  test("have the sender that was asked for", async (t) => {
    const questions = questionsFor(["own.test"], { sender: "probe@ours.test" });
    const conversation = await converseWith(t, {}, { questions });
    assert.deepEqual(questionPackets(conversation), [
      [
        ...transactionFor("probe@foreign.test", "probe@ours.test"),
        ...transactionFor("postmaster@own.test", "probe@ours.test"),
      ],
    ]);
  });

  test("have the server's own words", async (t) => {
    const { seen } = await converseWith(t, {});
    assert.deepEqual(
      seen.relay?.transactions[0]?.recipients.map(({ kind, address, reply }) => [
        kind,
        address,
        reply?.lines[0],
      ]),
      [["foreign", "probe@foreign.test", "554 5.7.1 <probe@foreign.test>: Relay access denied"]],
    );
    assert.deepEqual(seen.delivery?.transactions[0]?.rcpt?.reply?.lines, ["250 2.1.5 Ok"]);
  });
});

describe("a sender that is refused at MAIL", () => {
  for (const [way, announce] of WAYS) {
    for (const refusal of ["550 5.7.1 No null sender", "451 4.7.1 No null sender now"]) {
      test(`gives way to a second one, once (${way}, ${refusal.slice(0, 3)})`, async (t) => {
        const mail = (sender: string): string => (sender === "" ? refusal : "250 2.1.0 Ok");
        const conversation = await converseWith(t, { announce, mail });
        const code = Number(refusal.slice(0, 3));
        // RSET after a MAIL that was refused does no harm, and what RCPT says without a sender says nothing.
        assert.deepEqual(relayCodes(conversation), [
          ["", code, 250],
          [SECOND, 250, 554, 250],
        ]);
        assert.deepEqual(ownCodes(conversation), [
          ["own.test", "", code, undefined, 250],
          ["own.test", SECOND, 250, 250, 250],
        ]);
      });
    }
  }

  test("gets no third one, and nobody else is asked for", async (t) => {
    const served = domains(30);
    const mail = (): string => "530 5.7.0 Authentication required";
    const conversation = await converseWith(t, { mail }, { questions: questionsFor(served) });
    assert.deepEqual(relayCodes(conversation), [
      ["", 530, 250],
      [SECOND, 530, 250],
    ]);
    assert.equal(conversation.seen.delivery?.transactions.length, 6);
    assert.equal(relayAnswered(conversation.seen.relay), false);
    assert.deepEqual(conversation.packets.at(-1), QUIT);
  });

  test("is not tried again under the same name", async (t) => {
    const questions = questionsFor([], { sender: SECOND, postmasters: undefined });
    const conversation = await converseWith(t, { mail: () => "550 5.7.1 no" }, { questions });
    assert.deepEqual(relayCodes(conversation), [[SECOND, 550, 250]]);
  });

  test("is not what a 421 means, even where the server stays", async (t) => {
    const { seen } = await converseWith(t, { mail: () => "421 4.7.0 [TSS04] deferred" });
    assert.deepEqual(
      seen.relay?.transactions.map(({ mail }) => mail.reply?.code),
      [421],
    );
  });
});

describe("a sender that is refused at RCPT", () => {
  const rcpt: NonNullable<SmtpScript["rcpt"]> = (envelope) =>
    envelope.sender === "" ? "553 5.1.8 Sender address rejected" : onlyFor(domains(8))(envelope);

  for (const [way, announce] of WAYS) {
    test(`gives way to a second one, which is kept (${way})`, async (t) => {
      const questions = questionsFor(domains(8));
      const conversation = await converseWith(t, { announce, rcpt }, { questions });
      assert.deepEqual(relayCodes(conversation), [
        ["", 250, 553, 250],
        [SECOND, 250, 554, 250],
      ]);
      const own = ownCodes(conversation);
      assert.deepEqual(
        own.filter(([, sender]) => sender === "").map(([domain]) => domain),
        domains(3),
      );
      assert.deepEqual(
        own.filter(([, sender]) => sender === SECOND).map(([domain, , , code]) => [domain, code]),
        domains(8).map((domain) => [domain, 250]),
      );
    });
  }

  test("gets no second one for those that are refused for something else", async (t) => {
    const conversation = await converseWith(t, {
      rcpt: ({ recipient }) => (recipient.endsWith("@own.test") ? "553 sender" : "554 relaying"),
    });
    assert.deepEqual(relayCodes(conversation), [["", 250, 554, 250]]);
    assert.deepEqual(
      ownCodes(conversation).map(([, sender, , code]) => [sender, code]),
      [
        ["", 553],
        [SECOND, 553],
      ],
    );
  });
});

describe("the postmasters of many domains", () => {
  const asked = ({ seen }: Conversation): string[] => [
    ...new Set((seen.delivery?.transactions ?? []).map(({ domain }) => domain)),
  ];

  for (const [way, announce] of WAYS) {
    test(`are asked for alone, then more and more in a transaction (${way})`, async (t) => {
      const served = domains(12);
      const questions = questionsFor(served);
      const conversation = await converseWith(t, { announce, rcpt: onlyFor(served) }, { questions });
      const shared = served.slice(3).map((domain) => `RCPT TO:<postmaster@${domain}>`);
      const writes = [
        [
          ...transactionFor("probe@foreign.test"),
          ...served.slice(0, 3).flatMap((domain) => transactionFor(`postmaster@${domain}`)),
        ],
        ["MAIL FROM:<>", ...shared.slice(0, 4), "RSET"],
        ["MAIL FROM:<>", ...shared.slice(4), "RSET"],
      ];
      assert.deepEqual(
        questionPackets(conversation),
        announce === EVERYDAY_KEYWORDS ? writes : writes.flat().map((command) => [command]),
      );
      assert.deepEqual(asked(conversation), served);
      assert.ok(conversation.seen.delivery?.transactions.every(({ rcpt }) => rcpt?.reply?.code === 250));
    });
  }

  test("that are refused behind another one are asked for again, the first of theirs", async (t) => {
    const served = domains(12);
    const rcpt = onlyFor(served.filter((domain) => domain !== "d8.test" && domain !== "d11.test"));
    const questions = questionsFor(served);
    const conversation = await converseWith(t, { rcpt }, { questions });
    const refused = (conversation.seen.delivery?.transactions ?? []).filter(
      (transaction) => transaction.rcpt?.reply?.code === 554,
    );
    assert.deepEqual(
      refused.map(({ domain, behindAnother = false }) => [domain, behindAnother]),
      [
        ["d8.test", false],
        ["d11.test", true],
        ["d11.test", false],
      ],
    );
  });

  test("get one transaction each where the server takes one recipient only", async (t) => {
    const served = domains(9);
    let recipients = 0;
    const mail = (): string => {
      recipients = 0;
      return "250 ok";
    };
    const rcpt: NonNullable<SmtpScript["rcpt"]> = (envelope) => {
      recipients++;
      return recipients > 1 ? "452 4.5.3 one at a time" : onlyFor(served)(envelope);
    };
    const conversation = await converseWith(t, { mail, rcpt }, { questions: questionsFor(served) });
    assert.deepEqual(
      served.filter((domain) =>
        conversation.seen.delivery?.transactions.some(
          (each) => each.domain === domain && each.rcpt?.reply?.code === 250,
        ),
      ),
      served,
    );
  });

  test("are not asked for after five refusals that would meet the others", async (t) => {
    const questions = questionsFor(domains(30));
    const conversation = await converseWith(t, { rcpt: onlyFor([]) }, { questions });
    assert.deepEqual(asked(conversation), domains(5));
    assert.deepEqual(questions.postmasters?.notAsked("answered"), { domains: 25, because: "refusals" });
  });

  test("are asked for after refusals of the mailbox alone", async (t) => {
    const served = domains(9);
    const rcpt = (): string => "550 5.1.1 no such user";
    const conversation = await converseWith(t, { rcpt }, { questions: questionsFor(served) });
    assert.deepEqual(asked(conversation), served);
  });

  test("are asked for after refusals in all, wherever they stand", async (t) => {
    const served = domains(30);
    // The first two are not served, and every seventh.
    const rcpt = onlyFor(served.filter((_, index) => index > 1 && index % 7 !== 0));
    const questions = questionsFor(served);
    const conversation = await converseWith(t, { rcpt }, { questions });
    const alone = (conversation.seen.delivery?.transactions ?? []).filter(
      ({ behindAnother, rcpt: step }) => behindAnother !== true && step?.reply?.code === 554,
    );
    assert.deepEqual(
      alone.map(({ domain }) => domain),
      ["d1.test", "d2.test", "d8.test", "d15.test", "d22.test"],
    );
  });

  test("are not asked for beyond a thousand", () => {
    const { postmasters } = questionsFor(domains(1007));
    assert.deepEqual(postmasters?.notAsked("answered"), { domains: 1007, because: "limit" });
    const taken: string[] = [];
    while (postmasters.open) taken.push(...postmasters.take().flat());
    assert.deepEqual(
      [taken.length, postmasters.notAsked("answered")],
      [1000, { domains: 7, because: "limit" }],
    );
  });
});

function domains(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `d${String(index + 1)}.test`);
}

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
      const { seen } = await converseWith(t, { starttls: "missing", ...script, rcpt: refuse });
      const relayed = (seen.relay?.transactions ?? []).flatMap(({ mail, recipients }) => [
        mail,
        ...recipients,
      ]);
      const own = (seen.delivery?.transactions ?? []).flatMap(({ mail, rcpt = {} }) => [mail, rcpt]);
      const recipients = [
        ...(seen.relay?.transactions ?? []).flatMap((each) => each.recipients),
        ...(seen.delivery?.transactions ?? []).map(({ rcpt }) => rcpt),
      ];
      assert.deepEqual(
        recipients.filter((step) => step?.reply?.code === 250),
        [],
      );
      assert.ok([...relayed, ...own].some((step) => step.ended?.how === "malformed"));
    });
  }
});

describe("questions that are cut short", () => {
  test("at RCPT keep what was answered", async (t) => {
    const troubles = [{ at: "RCPT", then: "close" }] as const;
    const { seen } = await converseWith(t, { troubles });
    const [transaction] = seen.relay?.transactions ?? [];
    assert.equal(transaction?.mail.reply?.code, 250);
    assert.deepEqual(
      transaction.recipients.map(({ kind, reply, ended }) => [kind, reply, ended?.how]),
      [["foreign", undefined, "closed"]],
    );
    assert.deepEqual([relayAnswered(seen.relay), seen.delivery], [false, undefined]);
  });

  test("leave those open that were not answered, and the one at which the session ended for the last", async (t) => {
    let answers = 0;
    const rcpt = (): string => {
      answers++;
      return answers > 3 ? "421 4.7.0 enough" : "250 ok";
    };
    const questions = questionsFor(domains(8));
    const { seen } = await converseWith(t, { announce: WITHOUT_PIPELINING, rcpt }, { questions });
    assert.deepEqual(
      seen.delivery?.transactions.map(({ domain, rcpt: step }) => [domain, step?.reply?.code]),
      [
        ["d1.test", 250],
        ["d2.test", 250],
        ["d3.test", 421],
      ],
    );
    const left: string[] = [];
    while (questions.postmasters?.open === true) left.push(...questions.postmasters.take().flat());
    assert.deepEqual(left, [...domains(8).slice(3), "d3.test"]);
  });

  for (const [way, announce] of WAYS) {
    test(`by a 421 ask for nothing more (${way})`, async (t) => {
      const troubles = [{ at: "RCPT", reply: "421 4.7.0 too many errors" }] as const;
      const questions = questionsFor(domains(8));
      const { seen, packets } = await converseWith(t, { announce, troubles }, { questions });
      assert.deepEqual(
        seen.relay?.transactions.map(({ recipients }) => recipients.map(({ reply }) => reply?.code)),
        [[421]],
      );
      assert.deepEqual([relayAnswered(seen.relay), seen.delivery], [false, undefined]);
      assert.ok(packets.flat().filter((line) => line.startsWith("MAIL")).length <= 6);
    });
  }

  test("by a 421 leave a STARTTLS out that was not announced", async (t) => {
    const rcpt = (): string => "421 4.7.0 too many errors";
    const { seen } = await converseWith(t, { starttls: "missing", rcpt });
    assert.deepEqual(seen.starttls, { announced: false, sent: false });
  });
});

describe("a relay test", () => {
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
