import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { connectionObservation } from "../../../src/observe/schemas/observation.ts";
import type { ConnectionObservation, Step } from "../../../src/observe/observation.ts";
import { converse } from "../../../src/observe/smtp/dialog.ts";
import { startRawServer } from "../../support/tcp/raw-server.ts";
import { momentOf } from "../../support/smtp/smtp-script.ts";
import type { Moment, SmtpScript } from "../../support/smtp/smtp-script.ts";
import {
  EHLO,
  QUIT,
  QUESTIONS,
  STARTTLS,
  converseWith,
  dialogPlan,
  dialogTools,
  startServer,
} from "./conversing.ts";
import { eventually } from "./socket-pair.ts";

describe("a whole dialog", () => {
  test("says exactly this, in these packets", async (t) => {
    const { seen: connection, server, packets } = await converseWith(t, {});
    assert.deepEqual(packets, [EHLO, STARTTLS, EHLO, QUESTIONS, QUIT]);
    assert.deepEqual(
      server.sessions[0]?.commands.map(({ inTls }) => inTls),
      [false, false, ...[...EHLO, ...QUESTIONS, ...QUIT].map(() => true)],
    );
    assert.equal(server.connections, 1);
    assert.deepEqual(connection.greeting?.reply?.lines, ["220 mx.own.test ESMTP"]);
    assert.deepEqual(
      [
        connection.ehlo?.verb,
        connection.ehlo?.name,
        connection.ehlo?.extensions.at(-1)?.keyword,
        connection.helo,
      ],
      ["EHLO", "client.test", "STARTTLS", undefined],
    );
    assert.deepEqual(
      [
        connection.starttls?.announced,
        connection.starttls?.sent,
        connection.starttls?.reply?.code,
        connection.starttls?.extraData,
      ],
      [true, true, 220, undefined],
    );
    assert.deepEqual(
      [connection.tls?.outcome, connection.tls?.version, connection.tls?.serverName],
      ["done", "TLSv1.3", "mx.own.test"],
    );
    assert.deepEqual(
      connection.ehloInTls?.extensions.map(({ keyword }) => keyword),
      ["PIPELINING", "SIZE", "ENHANCEDSTATUSCODES", "8BITMIME"],
    );
    assert.deepEqual(
      [connection.relay?.inTls, connection.relay?.pipelined, connection.relay?.transactions.length],
      [true, true, 1],
    );
  });

  test("keeps the certificates that were served", async (t) => {
    const tools = dialogTools();
    const { seen: connection } = await converseWith(t, {}, {}, tools);
    const [link] = connection.tls?.chain ?? [];
    assert.deepEqual(Object.keys(tools.certificates), [link?.sha256]);
    assert.deepEqual(connection.tls?.paths, [{ store: "ca-file", certificates: [link?.sha256] }]);
  });

  test("is the same with a server that sends every octet in a packet of its own", async (t) => {
    const { seen: connection, packets } = await converseWith(t, { bytewise: true });
    assert.deepEqual(packets, [EHLO, STARTTLS, EHLO, QUESTIONS, QUIT]);
    assert.deepEqual(
      [
        connection.relay?.transactions[0]?.recipients[0]?.reply?.code,
        connection.delivery?.transactions[0]?.rcpt?.reply?.code,
      ],
      [554, 250],
    );
  });

  test("is written down line by line", async (t) => {
    const { seen: connection } = await converseWith(t, {});
    const said = connection.transcript.filter(({ mark }) => mark === ">").map(({ text }) => text);
    assert.deepEqual(said, [...EHLO, ...STARTTLS, ...EHLO, ...QUESTIONS, ...QUIT]);
    assert.match(connection.transcript[0]?.text ?? "", /^connected to 127\.0\.0\.1 port \d+$/);
    assert.ok(
      connection.transcript.some(({ mark, text }) => mark === "*" && text.startsWith("TLSv1.3 TLS_")),
    );
  });

  test("gives the name that goes with the local address", async (t) => {
    const heloName = (local: string | undefined): string => `[${local ?? "none"}]`;
    const { seen: connection, packets } = await converseWith(t, {}, {}, { heloName });
    assert.deepEqual(packets[0], ["EHLO [127.0.0.1]"]);
    assert.equal(connection.connect.localAddress, "127.0.0.1");
  });
});

describe("the first words", () => {
  test("wait for the last line of the greeting", async (t) => {
    const greeting = ["220-mx.own.test\r\n", 0.03, "220-do not", 0.03, " speak yet\r\n", 0.03, "220 now\r\n"];
    const { seen: connection, server, packets } = await converseWith(t, { greeting });
    assert.equal(server.sessions[0]?.spokeEarly, false);
    assert.deepEqual([connection.greeting?.reply?.lines.length, packets[0]], [3, EHLO]);
  });

  const greetings: readonly [what: string, greeting: string, packets: string[][]][] = [
    ["a greeting that defers", "421 4.3.2 try later\r\n", [QUIT]],
    ["a greeting that refuses", "554 5.7.1 no\r\n", [QUIT]],
    ["a greeting with another code of success", "250 mx.own.test\r\n", [QUIT]],
    ["what is no greeting", "SSH-2.0-OpenSSH_9.2\r\n", []],
  ];
  for (const [what, greeting, expected] of greetings) {
    test(`after ${what} are ${expected.length === 0 ? "none at all" : "the last"}`, async (t) => {
      const { seen: connection, packets } = await converseWith(t, { greeting });
      assert.deepEqual([packets, connection.ehlo], [expected, undefined]);
    });
  }

  test("are never said to who says nothing", async (t) => {
    const { seen: connection, packets } = await converseWith(t, { greeting: [] }, {}, { replyTimeout: 0.05 });
    assert.deepEqual([connection.greeting, packets], [{ ended: { how: "timeout" } }, []]);
  });
});

describe("EHLO that is not understood", () => {
  for (const code of [500, 502]) {
    test(`(${String(code)}) is followed by HELO, and STARTTLS is asked for at last`, async (t) => {
      const { seen: connection, packets } = await converseWith(t, {
        ehlo: `${String(code)} what?`,
        starttls: "missing",
      });
      assert.deepEqual(packets.flat(), [
        "EHLO client.test",
        "HELO client.test",
        ...QUESTIONS,
        "STARTTLS",
        "QUIT",
      ]);
      assert.deepEqual(
        [connection.ehlo?.reply?.code, connection.helo?.verb, connection.helo?.reply?.code],
        [code, "HELO", 250],
      );
      assert.deepEqual([connection.helo?.extensions, connection.relay?.pipelined], [[], false]);
    });
  }

  for (const reply of ["501 5.5.4 bad name", "504 5.5.2 fully-qualified", "550 5.7.1 go away", "450 later"]) {
    test(`is one thing, "${reply}" another: it is the last word`, async (t) => {
      const { seen: connection, packets } = await converseWith(t, { ehlo: reply });
      assert.deepEqual([packets, connection.helo, connection.starttls], [[EHLO, QUIT], undefined, undefined]);
    });
  }

  test("nor HELO either ends the dialog", async (t) => {
    const { packets } = await converseWith(t, { ehlo: "500 what?", helo: "500 what?" });
    assert.deepEqual(packets, [EHLO, ["HELO client.test"], QUIT]);
  });
});

describe("a dialog goes as far as is asked", () => {
  const cases: readonly ["connect" | "banner" | "ehlo", string[][]][] = [
    ["connect", []],
    ["banner", [QUIT]],
    ["ehlo", [EHLO, QUIT]],
  ];
  for (const [depth, expected] of cases) {
    test(depth, async (t) => {
      const { seen: connection, server, packets } = await converseWith(t, {}, { depth });
      await eventually(() => server.sessions[0]?.ended === true);
      assert.deepEqual(packets, expected);
      assert.deepEqual(
        [connection.greeting !== undefined, connection.ehlo !== undefined, connection.starttls],
        [depth !== "connect", depth === "ehlo", undefined],
      );
    });
  }

  test("without relay test", async (t) => {
    const { seen: connection, packets } = await converseWith(t, {}, { questions: undefined });
    assert.deepEqual([packets, connection.relay], [[EHLO, STARTTLS, EHLO, QUIT], undefined]);
  });

  test("without TLS", async (t) => {
    const { seen: connection, packets } = await converseWith(t, {}, { hello: undefined });
    assert.deepEqual(packets, [EHLO, QUESTIONS, QUIT]);
    assert.deepEqual(
      [connection.starttls, connection.tls, connection.relay?.inTls],
      [undefined, undefined, false],
    );
  });
});

describe("never", () => {
  const scripts: readonly [server: string, script: Partial<SmtpScript>][] = [
    ["takes everything", { rcpt: () => "250 ok" }],
    ["offers AUTH", { announce: ["PIPELINING", "AUTH PLAIN LOGIN"] }],
    ["answers 354 to everything", { mail: () => "354 go on", rcpt: () => "354 go on" }],
    ["asks for credentials", { mail: () => "530 5.7.0 Authentication required" }],
  ];
  for (const [server, script] of scripts) {
    test(`is anything but these commands said to a server that ${server}`, async (t) => {
      const { server: visited } = await converseWith(t, script);
      const allowed = new Set(["EHLO", "STARTTLS", "MAIL", "RCPT", "RSET", "QUIT"]);
      assert.deepEqual(
        [...visited.verbs].filter((verb) => !allowed.has(verb)),
        [],
      );
    });
  }
});

describe("what goes wrong is a fact", () => {
  test("where nothing listens", async () => {
    const server = await startRawServer({ host: "127.0.0.1" }, []);
    await server.close();
    const connection = connectionObservation.parse(await converse(dialogPlan(server), dialogTools()));
    assert.deepEqual(
      [connection.connect.outcome, connection.transcript, connection.greeting],
      ["refused", [], undefined],
    );
  });

  const stepAt = (at: Moment, connection: ConnectionObservation): Step | undefined => {
    const transaction = connection.relay?.transactions[0];
    const steps: Partial<Record<Moment, Step | undefined>> = {
      greeting: connection.greeting,
      EHLO: connection.ehlo,
      STARTTLS: connection.starttls,
      "EHLO in TLS": connection.ehloInTls,
      MAIL: transaction?.mail,
      RCPT: transaction?.recipients[0],
    };
    return steps[at];
  };
  const moments = ["greeting", "EHLO", "STARTTLS", "EHLO in TLS", "MAIL", "RCPT"] as const;

  for (const at of moments) {
    test(`where the server hangs up at ${at}, and nothing more is said`, async (t) => {
      const { seen: connection, packets } = await converseWith(t, { troubles: [{ at, then: "close" }] });
      const step = stepAt(at, connection);
      assert.deepEqual([step?.reply, step?.ended], [undefined, { how: "closed" }]);
      assert.ok(!packets.flat().includes("QUIT"));
    });
  }

  for (const at of moments.slice(1)) {
    test(`where the server never answers ${at}, and nothing more is said`, async (t) => {
      t.mock.timers.enable({ apis: ["setTimeout"] });
      const server = await startServer(t, { announce: [], troubles: [{ at, then: "silence" }] });
      const conversing = converse(dialogPlan(server), dialogTools());
      const asked = (): boolean =>
        server.sessions[0]?.commands.some(({ verb, inTls }) => momentOf(verb, inTls) === at) === true;
      await eventually(asked);
      t.mock.timers.tick(20_000);
      const connection = await conversing;
      assert.equal(stepAt(at, connection)?.ended?.how, "timeout");
      assert.ok(!server.verbs.has("QUIT"));
    });
  }

  test("where the run ends in the middle: nothing more is said", async (t) => {
    const ending = new AbortController();
    const rcpt = (): string => {
      ending.abort();
      return "";
    };
    const { seen: connection, packets } = await converseWith(
      t,
      { announce: [], rcpt },
      {},
      { signal: ending.signal },
    );
    assert.equal(connection.relay?.transactions[0]?.recipients[0]?.ended?.how, "aborted");
    assert.equal(packets.flat().at(-1), "RCPT TO:<probe@foreign.test>");
  });
});
