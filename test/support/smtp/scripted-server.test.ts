import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import { X509Certificate } from "node:crypto";
import { issue } from "../certificates/issue.ts";
import { startRawServer } from "../tcp/raw-server.ts";
import { commandsByPacket, startScriptedServer } from "./scripted-server.ts";
import type { ScriptedServer } from "./scripted-server.ts";
import { always, onlyFor } from "./smtp-script.ts";
import type { SmtpScript, Starttls, Trouble } from "./smtp-script.ts";
import { Visitor } from "./visitor.ts";

const leaf = issue({ subject: "mx.test", dnsNames: ["mx.test"] });
const PLACE = { host: "127.0.0.1" };

async function start(t: TestContext, script: Partial<SmtpScript> = {}): Promise<ScriptedServer> {
  const server = await startScriptedServer(PLACE, { name: "mx.test", tls: { chain: [leaf] }, ...script });
  t.after(() => server.close());
  return server;
}

async function visit(t: TestContext, server: ScriptedServer): Promise<Visitor> {
  const visitor = await Visitor.connect(server);
  t.after(() => visitor.leave());
  return visitor;
}

/** Waits for what the other side of a socket has yet to notice. */
async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(2);
}

describe("a scripted server", () => {
  test("greets, announces STARTTLS last, and says goodbye", async (t) => {
    const visitor = await visit(t, await start(t));
    assert.equal(await visitor.hear(), "220 mx.test ESMTP");
    assert.equal(
      await visitor.ask("EHLO client.test"),
      "250-mx.test\r\n250-PIPELINING\r\n250-SIZE 10240000\r\n250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n250 STARTTLS",
    );
    assert.equal(await visitor.ask("QUIT"), "221 2.0.0 Bye");
    assert.equal(await visitor.hearOut(), "");
  });

  for (const bytewise of [false, true]) {
    test(`answers pipelined commands in order${bytewise ? ", octet by octet" : ""}`, async (t) => {
      const server = await start(t, { rcpt: onlyFor(["own.test"]), ...(bytewise ? { bytewise } : {}) });
      const visitor = await visit(t, server);
      await visitor.hear();
      await visitor.ask("EHLO client.test");
      visitor.say(
        "MAIL FROM:<>\r\nRCPT TO:<a@other.test>\r\nRCPT TO:<postmaster@OWN.test>\r\nRSET\r\nQUIT\r\n",
      );
      assert.equal(
        await visitor.hearOut(),
        "250 2.1.0 Ok\r\n554 5.7.1 <a@other.test>: Relay access denied\r\n250 2.1.5 Ok\r\n250 2.0.0 Ok\r\n221 2.0.0 Bye\r\n",
      );
      const [session] = server.sessions;
      assert.ok(session);
      assert.deepEqual(commandsByPacket(session), [
        ["EHLO client.test"],
        ["MAIL FROM:<>", "RCPT TO:<a@other.test>", "RCPT TO:<postmaster@OWN.test>", "RSET", "QUIT"],
      ]);
      assert.deepEqual([...server.verbs], ["EHLO", "MAIL", "RCPT", "RSET", "QUIT"]);
    });
  }

  test("reads a command that comes in pieces, and counts it to the packet of its end", async (t) => {
    const server = await start(t);
    const visitor = await visit(t, server);
    await visitor.hear();
    visitor.say("EHLO cli");
    await wait(20);
    visitor.say("ent.test\r\nNOOP\r\n");
    await visitor.hear();
    assert.equal(await visitor.hear(), "250 2.0.0 Ok");
    const seen = server.sessions[0]?.commands.map(({ line, packet }) => [line, packet]);
    assert.deepEqual(seen, [
      ["EHLO client.test", 2],
      ["NOOP", 2],
    ]);
  });

  test("takes no RCPT without MAIL, and no mail at all, but has DATA on record", async (t) => {
    const server = await start(t, {
      mail: (sender) => (sender === "" ? "550 5.7.1 No null sender" : "250 Ok"),
    });
    const visitor = await visit(t, server);
    await visitor.hear();
    assert.match(await visitor.ask("RCPT TO:<a@b.test>"), /^503 /);
    assert.equal(await visitor.ask("MAIL FROM:<>"), "550 5.7.1 No null sender");
    assert.match(await visitor.ask("RCPT TO:<a@b.test>"), /^503 /);
    assert.equal(await visitor.ask("MAIL FROM:<x@y.test>"), "250 Ok");
    assert.equal(await visitor.ask("RCPT TO:<a@b.test>"), "250 2.1.5 Ok");
    assert.match(await visitor.ask("DATA"), /^554 /);
    assert.match(await visitor.ask("XFOO"), /^500 /);
    assert.equal(server.verbs.has("DATA"), true);
  });

  const greetings: readonly { says: string; greeting: SmtpScript["greeting"]; heard: string }[] = [
    { says: "in other words", greeting: "220 ESMTP ready\r\n", heard: "220 ESMTP ready" },
    {
      says: "in several lines with a pause between them",
      greeting: ["220-mx.test wait\r\n", 0.02, "220 mx.test ESMTP\r\n"],
      heard: "220-mx.test wait\r\n220 mx.test ESMTP",
    },
  ];
  for (const { says, greeting = "", heard } of greetings) {
    test(`greets ${says}`, async (t) => {
      const visitor = await visit(t, await start(t, { greeting }));
      assert.equal(await visitor.hear(), heard);
    });
  }

  test("notices who speaks before the greeting is complete", async (t) => {
    const server = await start(t, { greeting: ["220-mx.test\r\n", 0.5, "220 mx.test\r\n"] });
    const hasty = await visit(t, server);
    hasty.say("EHLO hasty.test\r\n");
    await hasty.hear();
    const patient = await visit(t, server);
    await patient.hear();
    await patient.ask("EHLO patient.test");
    assert.deepEqual(
      server.sessions.map(({ spokeEarly }) => spokeEarly),
      [true, false],
    );
  });

  test("says nothing where it has no greeting", async (t) => {
    const server = await start(t, { greeting: [] });
    const visitor = await visit(t, server);
    visitor.say("EHLO client.test\r\n");
    await wait(30);
    await server.close();
    assert.equal(await visitor.hearOut(), "");
  });

  test("speaks TLS after STARTTLS, and knows version, cipher and server name", async (t) => {
    const server = await start(t, { announceInTls: ["SIZE 1"] });
    const visitor = await visit(t, server);
    await visitor.hear();
    await visitor.ask("EHLO client.test");
    assert.equal(await visitor.ask("STARTTLS"), "220 2.0.0 Ready to start TLS");
    await visitor.startTls({ servername: "mx.test" });
    assert.equal(await visitor.ask("EHLO client.test"), "250-mx.test\r\n250 SIZE 1");
    assert.match(await visitor.ask("STARTTLS"), /^502 /);
    assert.deepEqual(server.sessions[0]?.tls, {
      version: "TLSv1.3",
      cipher: "TLS_AES_256_GCM_SHA384",
      serverName: "mx.test",
    });
    assert.deepEqual(
      server.sessions[0].commands.map(({ verb, inTls }) => [verb, inTls]),
      [
        ["EHLO", false],
        ["STARTTLS", false],
        ["EHLO", true],
        ["STARTTLS", true],
      ],
    );
  });

  test("forgets what came in clear behind STARTTLS", async (t) => {
    const server = await start(t);
    const visitor = await visit(t, server);
    await visitor.hear();
    visitor.say("STARTTLS\r\nNOOP\r\nRSET\r\n");
    await visitor.hear();
    await visitor.startTls();
    assert.match(await visitor.ask("EHLO client.test"), /^250-mx\.test/);
    assert.equal(server.sessions[0]?.discarded, "NOOP\r\nRSET\r\n");
    assert.deepEqual([...server.verbs], ["STARTTLS", "EHLO"]);
  });

  test("puts bytes in clear behind its 220", async (t) => {
    const visitor = await visit(t, await start(t, { behindStarttls: "250 injected\r\n" }));
    await visitor.hear();
    assert.equal(await visitor.ask("STARTTLS"), "220 2.0.0 Ready to start TLS");
    assert.equal(await visitor.hear(), "250 injected");
  });

  const breaks: readonly { starttls: Starttls; error: RegExp }[] = [
    { starttls: "close", error: /closed|disconnected/ },
    { starttls: "reset", error: /closed|disconnected|ECONNRESET/ },
    { starttls: "plaintext", error: /wrong version number/ },
  ];
  for (const { starttls, error } of breaks) {
    test(`breaks the handshake after its 220: ${starttls}`, async (t) => {
      const visitor = await visit(t, await start(t, { starttls }));
      await visitor.hear();
      assert.match(await visitor.ask("EHLO client.test"), /250 STARTTLS$/);
      assert.match(await visitor.ask("STARTTLS"), /^220 /);
      await assert.rejects(visitor.startTls(), error);
    });
  }

  test("answers the ClientHello with garbage, or not at all", async (t) => {
    const garbage = await visit(t, await start(t, { starttls: "garbage" }));
    await garbage.hear();
    await garbage.ask("STARTTLS");
    await assert.rejects(garbage.startTls());
    const silent = await start(t, { starttls: "silence" });
    const visitor = await visit(t, silent);
    await visitor.hear();
    await visitor.ask("STARTTLS");
    visitor.say("NOOP\r\n");
    await wait(30);
    await silent.close();
    assert.equal(await visitor.hearOut(), "");
  });

  test("hides STARTTLS, or has none", async (t) => {
    const hidden = await visit(t, await start(t, { starttls: "hidden" }));
    await hidden.hear();
    assert.doesNotMatch(await hidden.ask("EHLO client.test"), /STARTTLS/);
    assert.match(await hidden.ask("STARTTLS"), /^220 /);
    const missing = await visit(t, await start(t, { starttls: "missing" }));
    await missing.hear();
    assert.doesNotMatch(await missing.ask("EHLO client.test"), /STARTTLS/);
    assert.match(await missing.ask("STARTTLS"), /^502 /);
  });

  test("keeps to its TLS versions", async (t) => {
    const legacy = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
    const modern = await start(t);
    const refused = await visit(t, modern);
    await refused.hear();
    await refused.ask("STARTTLS");
    await assert.rejects(refused.startTls(legacy));
    await eventually(() => modern.sessions[0]?.tlsError !== undefined);
    assert.equal(modern.sessions[0]?.tlsError, "ERR_SSL_UNSUPPORTED_PROTOCOL");

    const old = await start(t, { tls: { chain: [leaf], ...legacy } });
    const taken = await visit(t, old);
    await taken.hear();
    await taken.ask("STARTTLS");
    await taken.startTls({ minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" });
    await taken.ask("EHLO client.test");
    assert.equal(old.sessions[0]?.tls?.version, "TLSv1.1");
  });

  test("serves another certificate to those who name no server", async (t) => {
    const other = issue({ subject: "no-sni.test" });
    const server = await start(t, { tls: { chain: [leaf], chainWithoutName: [other] } });
    const served = [];
    for (const options of [{ servername: "mx.test" }, {}]) {
      const visitor = await visit(t, server);
      await visitor.hear();
      await visitor.ask("STARTTLS");
      const certificate = (await visitor.startTls(options)).getPeerX509Certificate();
      served.push(certificate?.subject);
    }
    assert.deepEqual(served, [new X509Certificate(leaf.der).subject, "CN=no-sni.test"]);
  });

  test("speaks TLS from the first byte where it is told to", async (t) => {
    const server = await start(t, { implicitTls: true });
    const visitor = await visit(t, server);
    await visitor.startTls({ servername: "mx.test" });
    assert.equal(await visitor.hear(), "220 mx.test ESMTP");
    assert.doesNotMatch(await visitor.ask("EHLO client.test"), /STARTTLS/);
  });

  test("answers EHLO and HELO in given words", async (t) => {
    const visitor = await visit(t, await start(t, { ehlo: "502 5.5.1 What?", helo: "250 hello" }));
    await visitor.hear();
    assert.equal(await visitor.ask("EHLO client.test"), "502 5.5.1 What?");
    assert.equal(await visitor.ask("HELO client.test"), "250 hello");
  });

  test("says the same to every recipient", async (t) => {
    const visitor = await visit(t, await start(t, { rcpt: always("451 4.7.1 Later") }));
    await visitor.hear();
    await visitor.ask("MAIL FROM:<>");
    assert.equal(await visitor.ask("RCPT TO:<a@b.test>"), "451 4.7.1 Later");
    assert.equal(await visitor.ask("RCPT TO:<postmaster>"), "451 4.7.1 Later");
  });
});

describe("trouble at a step", () => {
  const plain = "220 mx.test ESMTP\r\n";
  const cases: readonly { says: string; trouble: Trouble; heard: string }[] = [
    {
      says: "a 421 in place of the greeting hangs up",
      trouble: { at: "greeting", reply: "421 4.3.2 Busy" },
      heard: "421 4.3.2 Busy\r\n",
    },
    {
      says: "a 554 in place of the greeting still lets one quit",
      trouble: { at: "greeting", reply: "554 5.7.1 Go away" },
      heard: "554 5.7.1 Go away\r\n500 5.5.2 Error: bad syntax\r\n250 2.1.0 Ok\r\n221 2.0.0 Bye\r\n",
    },
    {
      says: "a 421 at a command hangs up",
      trouble: { at: "MAIL", reply: "421 4.7.0 Try again later" },
      heard: `${plain}500 5.5.2 Error: bad syntax\r\n421 4.7.0 Try again later\r\n`,
    },
    {
      says: "a reply instead of the usual one goes on from there",
      trouble: { at: "MAIL", reply: "451 4.3.0 Trouble" },
      heard: `${plain}500 5.5.2 Error: bad syntax\r\n451 4.3.0 Trouble\r\n221 2.0.0 Bye\r\n`,
    },
    {
      says: "a hang-up comes without a word, or after one",
      trouble: { at: "MAIL", reply: "250-half", then: "close" },
      heard: `${plain}500 5.5.2 Error: bad syntax\r\n250-half\r\n`,
    },
    {
      says: "a pause changes nothing else",
      trouble: { at: "MAIL", seconds: 0.01 },
      heard: `${plain}500 5.5.2 Error: bad syntax\r\n250 2.1.0 Ok\r\n221 2.0.0 Bye\r\n`,
    },
  ];
  for (const { says, trouble, heard } of cases) {
    test(says, async (t) => {
      const visitor = await visit(t, await start(t, { troubles: [trouble] }));
      visitor.say("WAIT\r\nMAIL FROM:<>\r\nQUIT\r\n");
      assert.equal(await visitor.hearOut(), heard);
    });
  }

  test("a reset is a reset", async (t) => {
    const server = await start(t, { troubles: [{ at: "EHLO", then: "reset" }] });
    const visitor = await visit(t, server);
    await visitor.hear();
    assert.equal(await visitor.ask("EHLO client.test"), "");
  });

  test("a reset inside TLS is one, too", async (t) => {
    const server = await start(t, { troubles: [{ at: "EHLO in TLS", then: "reset" }] });
    const visitor = await visit(t, server);
    await visitor.hear();
    await visitor.ask("STARTTLS");
    const secured = await visitor.startTls();
    const failure = new Promise((resolve) => secured.once("error", resolve));
    assert.equal(await visitor.ask("EHLO client.test"), "");
    assert.match(String(await failure), /ECONNRESET/);
  });

  test("silence lasts until the server is closed", async (t) => {
    const server = await start(t, { troubles: [{ at: "EHLO", then: "silence" }] });
    const visitor = await visit(t, server);
    await visitor.hear();
    visitor.say("EHLO client.test\r\nNOOP\r\n");
    await eventually(() => server.verbs.has("EHLO"));
    await server.close();
    assert.equal(await visitor.hearOut(), "");
  });

  test("trouble for the first connection is over at the second", async (t) => {
    const server = await start(t, {
      troubles: [{ at: "EHLO", connections: 1, reply: "421 4.7.0 Slow down" }],
    });
    const first = await visit(t, server);
    await first.hear();
    assert.equal(await first.ask("EHLO client.test"), "421 4.7.0 Slow down");
    const second = await visit(t, server);
    await second.hear();
    assert.match(await second.ask("EHLO client.test"), /^250-/);
    assert.equal(server.connections, 2);
  });

  test("trouble inside TLS leaves the EHLO before it alone", async (t) => {
    const visitor = await visit(
      t,
      await start(t, { troubles: [{ at: "EHLO in TLS", reply: "421 4.7.0 No" }] }),
    );
    await visitor.hear();
    assert.match(await visitor.ask("EHLO client.test"), /^250-/);
    await visitor.ask("STARTTLS");
    await visitor.startTls();
    assert.equal(await visitor.ask("EHLO client.test"), "421 4.7.0 No");
  });

  test("the most connections at once are counted, and pauses end with the server", async (t) => {
    const server = await start(t, { greeting: [3600, "220 never\r\n"] });
    const visitors = await Promise.all([visit(t, server), visit(t, server), visit(t, server)]);
    await eventually(() => server.connections === 3);
    assert.equal(server.mostAtOnce, 3);
    await server.close();
    assert.deepEqual(await Promise.all(visitors.map((visitor) => visitor.hearOut())), ["", "", ""]);
    assert.equal(
      server.sessions.every(({ ended }) => ended),
      true,
    );
  });
});

describe("a raw server", () => {
  test("plays its script to the byte, waits for what it is to hear, and hangs up", async (t) => {
    const server = await startRawServer(
      PLACE,
      [
        "220 x\r\n",
        { until: /^EHLO .*\r\n/ },
        Buffer.from([0xff, 0x00, 0x0a]),
        { until: /NOOP/ },
        { pause: 0.01 },
        "bye",
        { hangUp: "end" },
      ],
      ["second", { hangUp: "destroy" }],
      [{ until: /NOOP/ }, { hangUp: "reset" }],
    );
    t.after(() => server.close());
    const first = await Visitor.connect(server);
    assert.equal(await first.hear(), "220 x");
    first.say("EHLO a\r\nNOOP\r\n");
    assert.equal(await first.hearOut(), "\xff\x00\nbye");
    first.leave();
    const heard = [];
    for (let count = 0; count < 3; count += 1) {
      const visitor = await Visitor.connect(server);
      visitor.say("NOOP\r\n");
      heard.push(await visitor.hearOut());
      visitor.leave();
    }
    assert.deepEqual(heard, ["second", "", ""]);
    assert.equal(server.connections, 4);
  });

  test("a place that is taken is an error", async (t) => {
    const server = await startRawServer(PLACE, []);
    t.after(() => server.close());
    await assert.rejects(startRawServer({ ...PLACE, port: server.port }, []), { code: "EADDRINUSE" });
  });
});
