import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { systemClock } from "../../src/system/clock.ts";
import { SECOND_LOOK_PAUSES } from "../../src/observe/endpoint.ts";
import type { EndpointPlan } from "../../src/observe/endpoint.ts";
import type { EndpointObservation } from "../../src/observe/observation.ts";
import { startRawServer } from "../support/tcp/raw-server.ts";
import type { ScriptedServer } from "../support/smtp/scripted-server.ts";
import { onlyFor } from "../support/smtp/smtp-script.ts";
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

test("an endpoint is seen before its server has answered QUIT", async (t) => {
  const server = await startServer(t, { troubles: [{ at: "QUIT", then: "silence" }] });
  const leaving: Promise<void>[] = [];
  const { target, ...plan } = endpointPlan(server);
  const once = { ...plan, target: { ...target, asked: { ...target.asked, floor: false } } };
  // Whoever is told of the end of a connection need not wait for it: the reply to QUIT never comes.
  const clock = { ...systemClock, sleep: () => new Promise<void>(() => undefined) };
  const tools = endpointTools({ clock, onLeaving: (left) => void leaving.push(left) });
  const observed = await probe(once, tools);
  assert.deepEqual([purposes(observed), leaving.length], [["dialog"], 1]);
  assert.equal(observed.connections[0]?.transcript.at(-1)?.text, "QUIT");
});

test("the floor test begins when the answer to QUIT is there", async (t) => {
  const server = await startServer(t);
  const leaving: Promise<void>[] = [];
  const route = watchedRoute();
  const tools = endpointTools({ route, onLeaving: (left) => void leaving.push(left) });
  const observed = await probe(endpointPlan(server), tools);
  assert.deepEqual([purposes(observed), route.mostAtOnce], [["dialog", "floor"], 1]);
  assert.match(observed.connections[0]?.transcript.at(-1)?.text ?? "", /^221 /);
  await Promise.all(leaving);
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
    [
      "a 451 to both recipients",
      { troubles: [{ at: "RCPT", reply: "451 4.3.0 cannot look that up now", ...once }] },
    ],
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

  test("at a stranger's recipient alone, asks for the own postmaster first", async (t) => {
    const says421 = ({ recipient }: { recipient: string }): string =>
      recipient.endsWith("@foreign.test") ? "421 4.7.0 too much of you" : "250 2.1.5 Ok";
    const server = await startServer(t, { rcpt: says421 });
    const observed = await probe(endpointPlan(server), endpointTools({ clock: restlessClock() }));
    const answers = observed.connections.map(({ delivery }) => delivery?.transactions[0]?.rcpt?.reply?.code);
    assert.deepEqual(purposes(observed).slice(0, 2), ["dialog", "retry"]);
    assert.equal(answers[1], 250);
  });

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
  const cases: readonly [what: string, script: Partial<SmtpScript>, plan?: Partial<EndpointPlan>][] = [
    ["a greeting that refuses for good", { greeting: "554 5.7.1 no\r\n" }],
    ["what is no greeting", { greeting: "HTTP/1.1 400 Bad Request\r\n" }],
    ["EHLO refused for good", { ehlo: "550 5.7.1 your name" }],
    ["STARTTLS refused for good", { troubles: [{ at: "STARTTLS", reply: "554 5.7.3 broken" }] }],
    ["a greylisted recipient", { starttls: "missing", rcpt: () => "450 4.2.0 Greylisted" }],
    ["a refused sender", { starttls: "missing", mail: () => "530 5.7.0 Authentication required" }],
    [
      "a hang-up at RSET behind the last question",
      { starttls: "missing", troubles: [{ at: "RSET", then: "close" }] },
      { domains: [] },
    ],
    ["a hang-up at QUIT", { starttls: "missing", troubles: [{ at: "QUIT", then: "close" }] }],
  ];
  for (const [what, script, plan] of cases) {
    test(what, async (t) => {
      const server = await startServer(t, script);
      const clock = restlessClock();
      const observed = await probe(endpointPlan(server, {}, plan), endpointTools({ clock }));
      assert.deepEqual([purposes(observed), clock.pauses], [["dialog"], []]);
    });
  }

  test("a greylisted postmaster", async (t) => {
    const rcpt: SmtpScript["rcpt"] = ({ recipient }) =>
      recipient.endsWith("@own.test") ? "450 4.2.0 Greylisted" : "554 no";
    const server = await startServer(t, { rcpt });
    const observed = await probe(endpointPlan(server), endpointTools({ clock: restlessClock() }));
    assert.deepEqual(purposes(observed), ["dialog", "floor"]);
  });

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

describe("the domains that share an endpoint", () => {
  const domains = (count: number): string[] =>
    Array.from({ length: count }, (_, index) => `d${String(index + 1)}.test`);

  /** Domains whose postmaster was accepted, over all connections. */
  function accepted({ connections }: EndpointObservation): string[] {
    return connections
      .flatMap(({ delivery }) => delivery?.transactions ?? [])
      .flatMap(({ domain, rcpt }) => (rcpt?.reply?.code === 250 ? [domain] : []));
  }

  test("are asked for over further connections, a few transactions on each", async (t) => {
    const served = domains(300);
    const server = await startServer(t, { rcpt: onlyFor(served) });
    const plan = endpointPlan(server, {}, { domains: served });
    const observed = await probe(plan, endpointTools({ clock: restlessClock() }));
    assert.deepEqual(purposes(observed), ["dialog", "postmasters", "floor"]);
    assert.deepEqual([accepted(observed), observed.postmasters], [served, undefined]);
    const resets = server.sessions.map(
      ({ commands }) => commands.filter(({ verb }) => verb === "RSET").length,
    );
    assert.ok(Math.max(...resets) <= 10, JSON.stringify(resets));
    assert.equal(foreignRecipients(server), 1);
  });

  test("are a thousand at most", async (t) => {
    const served = domains(1200);
    const server = await startServer(t, { rcpt: onlyFor(served) });
    const plan = endpointPlan(server, {}, { domains: served });
    const observed = await probe(plan, endpointTools({ clock: restlessClock() }));
    assert.deepEqual(accepted(observed), served.slice(0, 1000));
    assert.deepEqual(observed.postmasters, { notAsked: { domains: 200, because: "limit" } });
    assert.ok(server.connections <= 8);
  });

  test("are left alone after five refusals as unserved", async (t) => {
    const server = await startServer(t, { rcpt: onlyFor([]) });
    const plan = endpointPlan(server, {}, { domains: domains(2000) });
    const observed = await probe(plan, endpointTools({ clock: restlessClock() }));
    assert.deepEqual(purposes(observed), ["dialog", "floor"]);
    assert.deepEqual(observed.postmasters, { notAsked: { domains: 1995, because: "refusals" } });
  });

  test("are asked for behind all others where the server hung up at them, and no more than twice", async (t) => {
    const served = domains(40);
    const server = await startServer(t, {
      rcpt: onlyFor(served),
      troubles: [{ at: "RCPT", line: /@d9\.test>/, then: "close" }],
    });
    const plan = endpointPlan(server, {}, { domains: served });
    const observed = await probe(plan, endpointTools({ clock: restlessClock() }));
    assert.deepEqual(
      accepted(observed),
      served.filter((domain) => domain !== "d9.test"),
    );
    const asked = observed.connections.flatMap(({ delivery }) =>
      (delivery?.transactions ?? []).map(({ domain }) => domain),
    );
    assert.deepEqual(
      [asked.filter((domain) => domain === "d9.test").length, asked.at(-1), observed.postmasters],
      [2, "d9.test", undefined],
    );
  });

  test("are left alone where the server hung up at two of them and answered for none", async (t) => {
    const server = await startServer(t, {
      rcpt: onlyFor([]),
      troubles: [{ at: "RCPT", line: /postmaster@/, then: "close" }],
    });
    const plan = endpointPlan(server, {}, { domains: domains(40) });
    const observed = await probe(plan, endpointTools({ clock: restlessClock() }));
    assert.deepEqual(purposes(observed), ["dialog", "retry", "floor"]);
    assert.deepEqual(observed.postmasters, { notAsked: { domains: 38, because: "broke-off" } });
  });

  test("are asked for again where the server hung up in between, as Exim does after many RSET", async (t) => {
    const served = domains(9);
    let resets = 0;
    const server = await startServer(t, {
      announce: [],
      rcpt: onlyFor(served),
      mail: () => {
        resets++;
        return resets === 4 ? "421 4.7.0 too many nonmail commands" : "250 ok";
      },
    });
    const plan = endpointPlan(server, {}, { domains: served });
    const observed = await probe(plan, endpointTools({ clock: restlessClock() }));
    assert.deepEqual(purposes(observed), ["dialog", "retry", "floor"]);
    assert.deepEqual(accepted(observed), served);
  });

  test("that stay unanswered are not said to be too many", async (t) => {
    const server = await startServer(t, { mail: () => "421 4.7.0 slow down" });
    const plan = endpointPlan(server, {}, { domains: domains(9) });
    const observed = await probe(plan, endpointTools({ clock: restlessClock() }));
    assert.deepEqual([purposes(observed), observed.postmasters], [["dialog", "retry", "floor"], undefined]);
  });

  test("may be a sample", async (t) => {
    const served = domains(3);
    const server = await startServer(t, { rcpt: onlyFor(served) });
    const plan = endpointPlan(server, {}, { domains: served, sampled: true });
    const observed = await probe(plan, endpointTools());
    assert.deepEqual([accepted(observed), observed.postmasters], [served, { sample: served }]);
  });

  test("are asked for in the clear after a broken handshake, not where STARTTLS was not answered", async (t) => {
    const asked = async (script: Partial<SmtpScript>): Promise<(boolean | undefined)[][]> => {
      const server = await startServer(t, script);
      const observed = await probe(endpointPlan(server), endpointTools({ clock: restlessClock() }));
      return observed.connections.map(({ relay, delivery }) => [relay?.inTls, delivery?.inTls]);
    };
    assert.deepEqual((await asked({ starttls: "reset" })).at(-1), [false, false]);
    assert.deepEqual((await asked({ troubles: [{ at: "STARTTLS", then: "close" }] })).at(-1), [
      false,
      undefined,
    ]);
  });

  test("are asked for again at the second look where they were refused for now", async (t) => {
    let answers = 0;
    const rcpt: SmtpScript["rcpt"] = ({ recipient }) => {
      if (!recipient.endsWith("@own.test")) return "554 5.7.1 Relay access denied";
      answers++;
      return answers === 1 ? "451 4.3.0 table unreadable" : "250 2.1.5 Ok";
    };
    const server = await startServer(t, { rcpt });
    const observed = await probe(endpointPlan(server), endpointTools({ clock: restlessClock() }));
    assert.deepEqual(purposes(observed), ["dialog", "retry", "floor"]);
    assert.deepEqual([accepted(observed), foreignRecipients(server)], [["own.test"], 1]);
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
      const observed = await probe(
        endpointPlan(server, { asked }, { foreign: undefined, domains: [] }),
        endpointTools(),
      );
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
    const observed = await probe(
      endpointPlan(server, { asked }, { foreign: undefined, domains: [] }),
      endpointTools(),
    );
    assert.deepEqual([purposes(observed), server.verbs.has("MAIL")], [["dialog", "floor"], false]);
  });
});
