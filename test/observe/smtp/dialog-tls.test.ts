import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, test } from "node:test";
import { createServer as createTlsServer } from "node:tls";
import { systemClock } from "../../../src/system/clock.ts";
import type { Clock } from "../../../src/system/clock.ts";
import { converse } from "../../../src/observe/smtp/dialog.ts";
import type { SmtpScript, Starttls } from "../../support/smtp/smtp-script.ts";
import {
  EHLO,
  QUIT,
  QUESTIONS,
  STARTTLS,
  converseWith,
  dialogPlan,
  dialogTools,
  leaf,
  TIMEOUT,
} from "./conversing.ts";

describe("STARTTLS", () => {
  test("is asked for where it is not announced, too, after the questions", async (t) => {
    const { seen: connection, packets } = await converseWith(t, { starttls: "hidden" });
    assert.deepEqual(packets, [EHLO, QUESTIONS, STARTTLS, EHLO, QUIT]);
    assert.deepEqual(
      [connection.starttls?.announced, connection.tls?.outcome, connection.relay?.inTls],
      [false, "done", false],
    );
    assert.equal(connection.ehloInTls?.reply?.code, 250);
  });

  for (const line of [
    "250 STARTTLS",
    "250-starttls\r\n250 DSN",
    "250 STARTTLS\t",
    "250-STARTTLS=\r\n250 DSN",
  ]) {
    test(`is announced by ${JSON.stringify(line)}`, async (t) => {
      const { seen: connection } = await converseWith(t, {
        ehlo: `250-mx.own.test\r\n${line}`,
      });
      assert.deepEqual([connection.starttls?.announced, connection.tls?.outcome], [true, "done"]);
    });
  }

  const refusals: readonly [what: string, script: Partial<SmtpScript>, announced: boolean, code: number][] = [
    ["unknown", { starttls: "missing" }, false, 502],
    ["refused", { troubles: [{ at: "STARTTLS", reply: "554 5.7.3 Unable to initialize" }] }, true, 554],
    ["refused for now", { troubles: [{ at: "STARTTLS", reply: "454 4.7.0 TLS not available" }] }, true, 454],
  ];
  for (const [what, script, announced, code] of refusals) {
    test(`that is ${what} leads to the relay test in clear, on the same connection`, async (t) => {
      const { seen: connection, packets } = await converseWith(t, script);
      const order = announced ? [STARTTLS, QUESTIONS] : [QUESTIONS, STARTTLS];
      assert.deepEqual(packets, [EHLO, ...order, QUIT]);
      assert.deepEqual([connection.starttls?.announced, connection.starttls?.reply?.code], [announced, code]);
      assert.deepEqual(
        [connection.tls, connection.relay?.inTls, connection.relay?.pipelined],
        [undefined, false, true],
      );
    });
  }

  test("that is refused for now leads to no relay test where that waits for a second look", async (t) => {
    const script = { troubles: [{ at: "STARTTLS", reply: "454 4.7.0 TLS not available" }] } as const;
    const { seen: connection, packets } = await converseWith(t, script, { questionsWaitForTls: true });
    assert.deepEqual([packets, connection.relay], [[EHLO, STARTTLS, QUIT], undefined]);
  });

  test("that is refused for good waits for no second look", async (t) => {
    const { seen: connection } = await converseWith(
      t,
      { starttls: "missing" },
      { questionsWaitForTls: true },
    );
    assert.equal(connection.relay?.inTls, false);
  });

  test("that is answered with 421 is the end", async (t) => {
    const script = { troubles: [{ at: "STARTTLS", reply: "421 4.3.2 too busy" }] } as const;
    const { seen: connection } = await converseWith(t, script);
    assert.deepEqual(
      [connection.starttls?.reply?.code, connection.tls, connection.relay],
      [421, undefined, undefined],
    );
  });

  for (const behindStarttls of [
    "250 injected\r\n",
    "250-mx.own.test\r\n250 X-INJECTED",
    "\x00",
    "nonsense\r\n",
    `${"x".repeat(5000)}\r\n`,
  ]) {
    test(`is followed by what stands in clear behind its 220: ${JSON.stringify(behindStarttls).slice(0, 40)}`, async (t) => {
      const { seen: connection, packets } = await converseWith(t, { behindStarttls });
      assert.equal(connection.starttls?.extraData, behindStarttls.slice(0, 1024));
      assert.deepEqual(packets, [EHLO, STARTTLS, EHLO, QUESTIONS, QUIT]);
      assert.deepEqual(
        [connection.ehloInTls?.reply?.lines[0], connection.relay?.transactions[0]?.mail.reply?.lines],
        ["250-mx.own.test", ["250 2.1.0 Ok"]],
      );
    });
  }
});

/** Time for a handshake is soon over where the server says nothing. */
function clockFor(starttls: Starttls): Clock {
  if (starttls !== "silence") return systemClock;
  let sleeps = 0;
  return {
    ...systemClock,
    sleep(seconds, signal) {
      // The connect comes first, and may take as long.
      if (seconds === TIMEOUT) sleeps += 1;
      return systemClock.sleep(seconds === TIMEOUT && sleeps === 2 ? 0.05 : seconds, signal);
    },
  };
}

describe("a handshake", () => {
  const kinds: readonly [kind: Starttls, outcome: string, by: string | undefined][] = [
    ["close", "failed", "peer-closed"],
    ["reset", "failed", "peer-reset"],
    ["silence", "timeout", undefined],
    ["plaintext", "failed", "not-tls"],
  ];
  for (const [starttls, outcome, by] of kinds) {
    test(`that ends with ${starttls} is a fact, and nothing more is said`, async (t) => {
      const { seen: connection, packets } = await converseWith(
        t,
        { starttls },
        {},
        { clock: clockFor(starttls) },
      );
      assert.deepEqual([connection.tls?.outcome, connection.tls?.failure?.by], [outcome, by]);
      assert.deepEqual(packets, [EHLO, STARTTLS]);
      assert.deepEqual([connection.ehloInTls, connection.relay], [undefined, undefined]);
      assert.match(connection.transcript.at(-1)?.text ?? "", /^TLS handshake /);
    });
  }

  test("that meets garbage fails", async (t) => {
    const { seen: connection } = await converseWith(t, { starttls: "garbage" });
    assert.deepEqual(
      [connection.tls?.outcome, connection.tls?.hello, connection.relay],
      ["failed", "full", undefined],
    );
  });

  test("names the MX host, and nobody where the server has no name", async (t) => {
    const named = await converseWith(t, {});
    assert.equal(named.server.sessions[0]?.tls?.serverName, "mx.own.test");
    const unnamed = await converseWith(t, {}, { serverName: undefined });
    assert.deepEqual(
      [unnamed.server.sessions[0]?.tls?.serverName, unnamed.seen.tls?.serverName],
      [undefined, undefined],
    );
  });

  test("with old versions only is the last that is asked of a server which takes them", async (t) => {
    const tools = dialogTools();
    const tls = { chain: [leaf], minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
    const { seen: connection, packets } = await converseWith(
      t,
      { tls },
      { purpose: "floor", hello: "legacy", questions: undefined },
      tools,
    );
    assert.deepEqual(packets, [EHLO, STARTTLS, QUIT]);
    assert.deepEqual(
      [connection.tls?.version, connection.tls?.chain, connection.ehloInTls],
      ["TLSv1.1", undefined, undefined],
    );
    assert.deepEqual(tools.certificates, {});
  });

  test("with the full hello again is the last that is asked, too", async (t) => {
    const plan = { purpose: "full-hello-again", questions: undefined } as const;
    const { seen: connection, packets } = await converseWith(t, {}, plan);
    assert.deepEqual([packets, connection.tls?.outcome], [[EHLO, STARTTLS, QUIT], "done"]);
  });
});

describe("TLS from the first byte", () => {
  test("comes before the greeting, and STARTTLS is not asked for", async (t) => {
    const {
      seen: connection,
      packets,
      server,
    } = await converseWith(t, { implicitTls: true }, { tlsMode: "implicit" });
    assert.deepEqual(packets, [EHLO, QUESTIONS, QUIT]);
    assert.ok(server.sessions[0]?.commands.every(({ inTls }) => inTls));
    assert.deepEqual(
      [
        connection.tls?.outcome,
        connection.greeting?.reply?.code,
        connection.starttls,
        connection.ehloInTls,
        connection.relay?.inTls,
      ],
      ["done", 220, undefined, undefined, true],
    );
  });

  test("that the server does not speak is a handshake that failed, and nothing is said in clear", async (t) => {
    const { seen: connection, packets } = await converseWith(t, {}, { tlsMode: "implicit" });
    assert.deepEqual(
      [connection.tls?.outcome, connection.tls?.failure?.by, connection.greeting],
      ["failed", "not-tls", undefined],
    );
    assert.deepEqual(packets.flat(), []);
  });

  test("ends inside TLS where the server wants a certificate of us, which TLS 1.3 says late", async (t) => {
    const server = createTlsServer({
      cert: leaf.pem,
      key: leaf.keyPem,
      requestCert: true,
      minVersion: "TLSv1.3",
    });
    server.on("tlsClientError", () => undefined);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    t.after(() => server.close());
    const bound = server.address();
    assert.ok(bound !== null && typeof bound !== "string");
    const plan = dialogPlan({ host: "127.0.0.1", port: bound.port }, { tlsMode: "implicit" });
    const connection = await converse(plan, dialogTools());
    assert.equal(connection.tls?.outcome, "done");
    assert.equal(connection.greeting?.ended?.how, "tls-error");
    assert.match(connection.greeting.ended.code ?? "", /CERTIFICATE_REQUIRED$/);
  });
});
