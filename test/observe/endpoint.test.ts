import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { systemClock } from "../../src/system/clock.ts";
import { SECOND_LOOK_PAUSES } from "../../src/observe/endpoint.ts";
import type { EndpointObservation } from "../../src/observe/observation.ts";
import { startRawServer } from "../support/tcp/raw-server.ts";
import type { ScriptedServer } from "../support/smtp/scripted-server.ts";
import type { SmtpScript } from "../support/smtp/smtp-script.ts";
import { startServer } from "./smtp/conversing.ts";
import { endpointPlan, endpointTools, probe, purposes, restlessClock, watchedRoute } from "./smtp/probing.ts";

/** RCPT commands for the foreign recipient, over all connections. */
function foreignRecipients({ sessions }: ScriptedServer): number {
  return sessions
    .flatMap(({ commands }) => commands)
    .filter(({ line }) => line.includes("probe@foreign.test")).length;
}

function relays({ connections }: EndpointObservation): (boolean | undefined)[] {
  return connections.map(({ relay }) => relay?.inTls);
}

test("a sound endpoint sees two connections, one after the other", async (t) => {
  const server = await startServer(t);
  const clock = restlessClock();
  const route = watchedRoute();
  const observed = await probe(endpointPlan(server), endpointTools({ clock, route }));
  assert.deepEqual(purposes(observed), ["dialog", "floor"]);
  assert.deepEqual([server.connections, route.mostAtOnce, clock.pauses], [2, 1, []]);
  assert.deepEqual([observed.floorAt, observed.connections[1]?.tls?.outcome], ["mx.own.test", "failed"]);
  assert.deepEqual(relays(observed), [true, undefined]);
});

test("whoever watches is told of every connection", async (t) => {
  const told: string[] = [];
  const server = await startServer(t);
  const plan = endpointPlan(server);
  const onConnection = (target: typeof plan.target, purpose: string): void => {
    told.push(`${target.host} ${purpose}`);
  };
  await probe(plan, endpointTools({ onConnection }));
  assert.deepEqual(told, ["mx.own.test dialog", "mx.own.test floor"]);
});

describe("a second look, where the server refuses us for now,", () => {
  const once = { connections: 1 } as const;
  const cases: readonly [what: string, script: Partial<SmtpScript>][] = [
    ["a greeting with 421", { troubles: [{ at: "greeting", reply: "421 4.3.2 busy", ...once }] }],
    [
      "a greeting with 450",
      { troubles: [{ at: "greeting", reply: "450 4.7.1 wait", then: "close", ...once }] },
    ],
    ["a reset in place of the greeting", { troubles: [{ at: "greeting", then: "reset", ...once }] }],
    ["a hang-up in place of the greeting", { troubles: [{ at: "greeting", then: "close", ...once }] }],
    ["a 421 to EHLO", { troubles: [{ at: "EHLO", reply: "421 4.7.0 slow down", ...once }] }],
    ["a reset at EHLO", { troubles: [{ at: "EHLO", then: "reset", ...once }] }],
    ["a 421 to STARTTLS", { troubles: [{ at: "STARTTLS", reply: "421 4.7.0 slow down", ...once }] }],
    ["a 454 to STARTTLS", { troubles: [{ at: "STARTTLS", reply: "454 4.7.0 no TLS now", ...once }] }],
    ["a hang-up at STARTTLS", { troubles: [{ at: "STARTTLS", then: "close", ...once }] }],
    ["a 421 to EHLO inside TLS", { troubles: [{ at: "EHLO in TLS", reply: "421 4.7.0 no", ...once }] }],
    ["a hang-up at EHLO inside TLS", { troubles: [{ at: "EHLO in TLS", then: "close", ...once }] }],
    ["a 421 to MAIL", { troubles: [{ at: "MAIL", reply: "421 4.7.0 [TSS04] deferred", ...once }] }],
    ["a hang-up at MAIL", { troubles: [{ at: "MAIL", then: "close", ...once }] }],
    ["a 421 to RCPT", { troubles: [{ at: "RCPT", reply: "421 4.7.0 slow down", ...once }] }],
    ["a hang-up at RCPT", { troubles: [{ at: "RCPT", then: "close", ...once }] }],
  ];
  for (const [what, script] of cases) {
    test(`finds after ${what} a server that is sound`, async (t) => {
      const server = await startServer(t, script);
      const clock = restlessClock();
      const route = watchedRoute();
      const observed = await probe(endpointPlan(server), endpointTools({ clock, route }));
      assert.deepEqual(purposes(observed), ["dialog", "retry", "floor"]);
      assert.deepEqual(clock.pauses, [5]);
      assert.deepEqual(relays(observed).slice(1), [true, undefined]);
      assert.equal(observed.connections[1]?.relay?.transactions[0]?.recipients[0]?.reply?.code, 554);
      assert.equal(route.mostAtOnce, 1);
    });
  }

  for (const [retries, pauses] of [
    [0, []],
    [1, [5]],
    [2, [5, 30]],
  ] as const) {
    test(`is taken ${String(retries)} times where it stays so and as many are asked for`, async (t) => {
      const server = await startServer(t, { troubles: [{ at: "greeting", reply: "421 4.3.2 busy" }] });
      const clock = restlessClock();
      const observed = await probe(endpointPlan(server, {}, { retries }), endpointTools({ clock }));
      assert.deepEqual(purposes(observed), ["dialog", ...pauses.map(() => "retry")]);
      assert.deepEqual([clock.pauses, server.connections], [pauses, retries + 1]);
      assert.ok(observed.connections.every(({ greeting }) => greeting?.reply?.code === 421));
    });
  }

  test("is not taken any more once it went well", async (t) => {
    const server = await startServer(t, {
      troubles: [{ at: "greeting", reply: "421 busy", connections: 1 }],
    });
    const observed = await probe(
      endpointPlan(server, {}, { retries: 2 }),
      endpointTools({ clock: restlessClock() }),
    );
    assert.deepEqual(purposes(observed), ["dialog", "retry", "floor"]);
  });

  test("that meets a 454 to STARTTLS for ever tests the relay in clear at last, once", async (t) => {
    const server = await startServer(t, { troubles: [{ at: "STARTTLS", reply: "454 4.7.0 no TLS now" }] });
    const observed = await probe(endpointPlan(server), endpointTools({ clock: restlessClock() }));
    assert.deepEqual(
      [purposes(observed), relays(observed)],
      [
        ["dialog", "retry"],
        [undefined, false],
      ],
    );
    assert.equal(foreignRecipients(server), 1);
  });
});

describe("no second look follows", () => {
  const cases: readonly [what: string, script: Partial<SmtpScript>][] = [
    ["a greeting that refuses for good", { greeting: "554 5.7.1 no\r\n" }],
    ["what is no greeting", { greeting: "HTTP/1.1 400 Bad Request\r\n" }],
    ["EHLO refused for good", { ehlo: "550 5.7.1 your name" }],
    ["STARTTLS refused for good", { troubles: [{ at: "STARTTLS", reply: "554 5.7.3 broken" }] }],
    ["a greylisted recipient", { starttls: "missing", rcpt: () => "450 4.2.0 Greylisted" }],
    ["a refused sender", { starttls: "missing", mail: () => "530 5.7.0 Authentication required" }],
    [
      "a 421 to the own postmaster, when the foreign recipient has its answer",
      {
        starttls: "missing",
        rcpt: ({ recipient }) => (recipient.endsWith("@own.test") ? "421 no" : "554 no"),
      },
    ],
    ["a hang-up at RSET", { starttls: "missing", troubles: [{ at: "RSET", then: "close" }] }],
    ["a hang-up at QUIT", { starttls: "missing", troubles: [{ at: "QUIT", then: "close" }] }],
  ];
  for (const [what, script] of cases) {
    test(what, async (t) => {
      const server = await startServer(t, script);
      const clock = restlessClock();
      const observed = await probe(endpointPlan(server), endpointTools({ clock }));
      assert.deepEqual([purposes(observed), clock.pauses], [["dialog"], []]);
    });
  }

  test("a connection that is refused", async () => {
    const server = await startRawServer({ host: "127.0.0.1" }, []);
    await server.close();
    const clock = restlessClock();
    const observed = await probe(endpointPlan(server), endpointTools({ clock }));
    assert.deepEqual([purposes(observed), clock.pauses], [["dialog"], []]);
  });

  test("a server that says nothing", async (t) => {
    const server = await startServer(t, { greeting: [] });
    const clock = restlessClock();
    const observed = await probe(endpointPlan(server), endpointTools({ clock, replyTimeout: 0.05 }));
    assert.deepEqual([purposes(observed), clock.pauses], [["dialog"], []]);
  });
});

describe("the end of the run", () => {
  test("before anything else leaves one connection that was not made", async (t) => {
    const server = await startServer(t);
    const observed = await probe(endpointPlan(server), endpointTools({ signal: AbortSignal.abort() }));
    assert.deepEqual(
      [observed.connections.map(({ connect }) => connect.outcome), server.connections],
      [["aborted"], 0],
    );
  });

  test("in the pause before a second look keeps what was seen", async (t) => {
    const server = await startServer(t, { troubles: [{ at: "greeting", reply: "421 busy" }] });
    const ending = new AbortController();
    const sleep = (seconds: number, signal: AbortSignal): Promise<void> => {
      if (SECOND_LOOK_PAUSES.some((pause) => pause === seconds)) ending.abort();
      return systemClock.sleep(seconds, signal);
    };
    const clock = { ...systemClock, sleep };
    const observed = await probe(endpointPlan(server), endpointTools({ clock, signal: ending.signal }));
    assert.deepEqual([purposes(observed), observed.connections[0]?.greeting?.reply?.code], [["dialog"], 421]);
  });
});

describe("what is not asked for is not looked at:", () => {
  for (const depth of ["connect", "banner", "ehlo"] as const) {
    test(`beyond ${depth}`, async (t) => {
      const server = await startServer(t);
      const asked = { depth, relay: "off", floor: false } as const;
      const observed = await probe(endpointPlan(server, { asked }, { relay: undefined }), endpointTools());
      assert.deepEqual(
        [purposes(observed), observed.floorAt, server.verbs.has("STARTTLS")],
        [["dialog"], undefined, false],
      );
    });
  }

  test("old TLS versions", async (t) => {
    const server = await startServer(t);
    const asked = { depth: "starttls", relay: "basic", floor: false } as const;
    const observed = await probe(endpointPlan(server, { asked }), endpointTools());
    assert.deepEqual([purposes(observed), observed.floorAt], [["dialog"], undefined]);
  });

  test("the relay", async (t) => {
    const server = await startServer(t);
    const asked = { depth: "starttls", relay: "off", floor: true } as const;
    const observed = await probe(endpointPlan(server, { asked }, { relay: undefined }), endpointTools());
    assert.deepEqual([purposes(observed), server.verbs.has("MAIL")], [["dialog", "floor"], false]);
  });
});
