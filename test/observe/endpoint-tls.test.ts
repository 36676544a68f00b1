import assert from "node:assert/strict";
import { TLSSocket } from "node:tls";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import { systemClock } from "../../src/system/clock.ts";
import type { Clock } from "../../src/system/clock.ts";
import type { ConnectionObservation, EndpointObservation } from "../../src/observe/observation.ts";
import { createLimiter } from "../../src/observe/limiter.ts";
import { listen, startRawServer } from "../support/tcp/raw-server.ts";
import type { RawServer, Script } from "../support/tcp/raw-server.ts";
import type { ScriptedServer } from "../support/smtp/scripted-server.ts";
import type { SmtpScript, Starttls, Trouble } from "../support/smtp/smtp-script.ts";
import { leaf, startServer, TIMEOUT } from "./smtp/conversing.ts";
import { startMiddlebox } from "./smtp/choking-middlebox.ts";
import { endpointPlan, endpointTools, probe, purposes, restlessClock, watchedRoute } from "./smtp/probing.ts";

/** Longer than the small ClientHello, shorter than today's. */
const LONGEST = 1000;

/** What is to be read of each connection: purpose, handshake, where the relay was tested. */
function seenAs({ connections }: EndpointObservation): string[] {
  return connections.map(({ purpose, tls, relay }: ConnectionObservation) => {
    const handshake = tls === undefined ? "no TLS" : `${tls.hello} ${tls.outcome}`;
    const test = relay === undefined ? "" : `, relay in ${relay.inTls ? "TLS" : "clear"}`;
    return `${purpose}: ${handshake}${test}`;
  });
}

function foreignRecipients({ sessions }: ScriptedServer): number {
  return sessions
    .flatMap(({ commands }) => commands)
    .filter(({ line }) => line.includes("probe@foreign.test")).length;
}

/**
 * A clock on which the time for a handshake is soon over, or for some of them, counted from 1. A connect and then a
 * handshake may take `timeout` seconds each; no reply may take exactly that.
 */
function hurried(which: (handshake: number) => boolean = () => true): Clock {
  let sleeps = 0;
  return {
    ...systemClock,
    sleep(seconds, signal) {
      if (seconds !== TIMEOUT) return systemClock.sleep(seconds, signal);
      sleeps += 1;
      const handshake = sleeps % 2 === 0 ? sleeps / 2 : undefined;
      const hurries = handshake !== undefined && which(handshake);
      return systemClock.sleep(hurries ? 0.05 : seconds, signal);
    },
  };
}

/** A clock on which every other handshake, those with the full hello, is soon given up. */
const impatientClock = (): Clock => hurried((handshake) => handshake % 2 === 1);

/** A server that wants a certificate of its clients, which TLS 1.3 says when the handshake is done. */
async function startStrictServer(t: TestContext): Promise<RawServer> {
  const options = {
    isServer: true,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: "TLSv1.3",
  } as const;
  const server = await listen({ host: "127.0.0.1" }, (socket) => {
    socket.write("220 mx.own.test\r\n");
    socket.on("data", (chunk: Buffer) => {
      const command = chunk.toString("latin1");
      if (!command.startsWith("STARTTLS")) {
        for (const line of command.trimEnd().split("\r\n")) {
          socket.write(
            line.startsWith("RCPT") ? "554 5.7.1 Relay access denied\r\n" : "250-ok\r\n250 STARTTLS\r\n",
          );
        }
        return;
      }
      socket.removeAllListeners("data");
      const secured = new TLSSocket(socket, { ...options, cert: leaf.pem, key: leaf.keyPem });
      secured.on("error", () => socket.destroy());
      socket.write("220 go\r\n");
    });
  });
  t.after(() => server.close());
  return server;
}

describe("a handshake that breaks", () => {
  for (const starttls of ["close", "reset", "silence"] as const satisfies Starttls[]) {
    test(`for ever (${starttls}) gets a small hello, and then the relay is tested in clear`, async (t) => {
      const server = await startServer(t, { starttls });
      const clock = starttls === "silence" ? hurried() : systemClock;
      const observed = await probe(endpointPlan(server), endpointTools({ clock }));
      const outcome = starttls === "silence" ? "timeout" : "failed";
      assert.deepEqual(seenAs(observed), [
        `dialog: full ${outcome}`,
        `small-hello: small ${outcome}`,
        "relay-in-clear: no TLS, relay in clear",
      ]);
      assert.equal(foreignRecipients(server), 1);
    });
  }

  for (const starttls of ["plaintext", "garbage"] as const satisfies Starttls[]) {
    test(`over what is no TLS (${starttls}) gets no small hello, but the relay is tested`, async (t) => {
      const observed = await probe(endpointPlan(await startServer(t, { starttls })), endpointTools());
      assert.deepEqual(seenAs(observed), ["dialog: full failed", "relay-in-clear: no TLS, relay in clear"]);
    });
  }

  const alerts: readonly [name: string, description: number, next: string][] = [
    ["handshake_failure", 40, "small-hello"],
    ["internal_error", 80, "small-hello"],
    ["protocol_version", 70, "relay-in-clear"],
    ["bad_certificate", 42, "relay-in-clear"],
  ];
  for (const [name, description, next] of alerts) {
    test(`with the alert ${name} leads to ${next}`, async (t) => {
      const alert = Buffer.from([0x15, 3, 3, 0, 2, 2, description]);
      const upgrade: Script = [
        "220 mx\r\n",
        { until: /EHLO/ },
        "250-mx\r\n250 STARTTLS\r\n",
        { until: /STARTTLS/ },
      ];
      const server = await startRawServer(
        { host: "127.0.0.1" },
        [...upgrade, "220 go\r\n", { until: /\x16\x03/ }, alert, { hangUp: "end" }],
        ["220 mx\r\n", { until: /\n/ }, { hangUp: "end" }],
      );
      t.after(() => server.close());
      const observed = await probe(endpointPlan(server), endpointTools());
      assert.equal(observed.connections[0]?.tls?.failure?.message, name);
      assert.equal(purposes(observed)[1], next);
    });
  }

  for (const then of ["reset", "close", "silence"] as const) {
    test(`over its size (${then}) goes well with a small hello, and is looked at once more`, async (t) => {
      const server = await startServer(t);
      const device = await startMiddlebox(t, server, { longest: LONGEST, then });
      const clock = then === "silence" ? impatientClock() : systemClock;
      const observed = await probe(endpointPlan(device), endpointTools({ clock }));
      const outcome = then === "silence" ? "timeout" : "failed";
      assert.deepEqual(seenAs(observed), [
        `dialog: full ${outcome}`,
        "small-hello: small done, relay in TLS",
        `full-hello-again: full ${outcome}`,
        "floor: legacy failed",
      ]);
      assert.equal(foreignRecipients(server), 1);
    });
  }

  test("over its size, and a sender that is refused inside TLS, lead to no relay test in clear", async (t) => {
    const server = await startServer(t, { mail: () => "530 5.7.0 Authentication required" });
    const device = await startMiddlebox(t, server, { longest: LONGEST, then: "reset" });
    const observed = await probe(endpointPlan(device), endpointTools());
    assert.deepEqual(purposes(observed), ["dialog", "small-hello", "full-hello-again", "floor"]);
  });

  test("by chance goes well the next time", async (t) => {
    const server = await startServer(t);
    const device = await startMiddlebox(t, server, { longest: LONGEST, connections: 1, then: "reset" });
    const observed = await probe(endpointPlan(device), endpointTools());
    assert.deepEqual(seenAs(observed), [
      "dialog: full failed",
      "small-hello: small done, relay in TLS",
      "full-hello-again: full done",
      "floor: legacy failed",
    ]);
  });

  test("behind its back, because we have no certificate, leads to the relay test in clear", async (t) => {
    const observed = await probe(endpointPlan(await startStrictServer(t)), endpointTools());
    assert.deepEqual(seenAs(observed).slice(0, 2), [
      "dialog: full done",
      "relay-in-clear: no TLS, relay in clear",
    ]);
    assert.equal(observed.connections[0]?.ehloInTls?.ended?.how, "tls-error");
    assert.equal(observed.connections[1]?.relay?.transactions[0]?.recipients[0]?.reply?.code, 554);
  });

  for (const then of ["close", "reset", "silence"] as const) {
    test(`and a session that ends inside TLS (${then}) lead to both questions in clear, as senders go on`, async (t) => {
      const server = await startServer(t, { starttls: "works", troubles: [{ at: "EHLO in TLS", then }] });
      const patience = then === "silence" ? { replyTimeout: 0.4 } : { clock: restlessClock() };
      const observed = await probe(endpointPlan(server), endpointTools(patience));
      assert.ok(seenAs(observed).includes("relay-in-clear: no TLS, relay in clear"), seenAs(observed).join());
      const asked = observed.connections.find(({ purpose }) => purpose === "relay-in-clear")?.delivery;
      assert.equal(asked?.transactions[0]?.rcpt?.reply?.code, 250);
    });
  }

  test("leads to no relay test in clear where TLS is spoken from the first byte", async (t) => {
    const server = await startServer(t);
    const observed = await probe(endpointPlan(server, { tlsMode: "implicit" }), endpointTools());
    assert.deepEqual([seenAs(observed), server.verbs.size], [["dialog: full failed"], 0]);
  });
});

describe("a STARTTLS that was never announced", () => {
  const ends: readonly [what: string, trouble: Trouble][] = [
    ["a hang-up", { at: "STARTTLS", then: "close" }],
    ["a reset", { at: "STARTTLS", then: "reset" }],
    ["a 421", { at: "STARTTLS", reply: "421 4.7.0 what?" }],
  ];
  for (const [what, trouble] of ends) {
    test(`and costs us the connection by ${what} comes after the relay test`, async (t) => {
      const server = await startServer(t, { starttls: "missing", troubles: [trouble] });
      const clock = restlessClock();
      const observed = await probe(endpointPlan(server), endpointTools({ clock }));
      assert.deepEqual(seenAs(observed), ["dialog: no TLS, relay in clear"]);
      assert.deepEqual(clock.pauses, []);
    });
  }

  test("and works is looked at after the relay test", async (t) => {
    const observed = await probe(endpointPlan(await startServer(t, { starttls: "hidden" })), endpointTools());
    assert.deepEqual(seenAs(observed), ["dialog: full done, relay in clear", "floor: legacy failed"]);
  });

  test("and breaks in the handshake leads to a small hello, and the relay is not tested again", async (t) => {
    const server = await startServer(t, { starttls: "hidden" });
    const device = await startMiddlebox(t, server, { longest: 0, then: "reset" });
    const observed = await probe(endpointPlan(device), endpointTools());
    assert.deepEqual(seenAs(observed), ["dialog: full failed, relay in clear", "small-hello: small failed"]);
  });
});

describe("old TLS versions", () => {
  const versions: readonly [taken: string, tls: Partial<NonNullable<SmtpScript["tls"]>>, seen: string[]][] = [
    [
      "that are taken beside today's",
      { minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" },
      ["dialog: full done, relay in TLS", "floor: legacy done"],
    ],
    [
      "that are refused",
      { maxVersion: "TLSv1.2" },
      ["dialog: full done, relay in TLS", "floor: legacy failed"],
    ],
    [
      "that are all there is need no second connection",
      { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" },
      ["dialog: full done, relay in TLS"],
    ],
  ];
  for (const [taken, tls, expected] of versions) {
    test(taken, async (t) => {
      const server = await startServer(t, { tls: { chain: [leaf], ...tls } });
      assert.deepEqual(seenAs(await probe(endpointPlan(server), endpointTools())), expected);
    });
  }

  test("are asked for once at an address, whatever the names of its hosts", async (t) => {
    const server = await startServer(t);
    const holders = new Map<string, string>();
    const route = watchedRoute();
    const tools = endpointTools({
      route,
      limiter: createLimiter(64),
      claimFloor(host, address, port) {
        const place = `${address} ${String(port)}`;
        if (!holders.has(place)) holders.set(place, host);
        return holders.get(place) ?? host;
      },
    });
    const hosts = ["mx.own.test", "mx.other.test"];
    const seen = await Promise.all(hosts.map((host) => probe(endpointPlan(server, { host }), tools)));
    const [holder] = holders.values();
    assert.deepEqual(
      seen.map(({ floorAt }) => floorAt),
      [holder, holder],
    );
    assert.deepEqual(
      seen.map((each, index) => purposes(each).includes("floor") === (hosts[index] === holder)),
      [true, true],
    );
    assert.deepEqual([server.connections, route.mostAtOneAddress], [3, 1]);
  });
});
