/** Ways out that are blocked, and some that only look so: sockets that time out and sockets that are refused. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { earlyEnd } from "../../src/observe/egress-facts.ts";
import type { Observations } from "../../src/observe/observation.ts";
import { proxyRoute } from "../../src/observe/route/proxy.ts";
import { directRoute, type Route } from "../../src/observe/route/route.ts";
import type { NamedServer } from "../../src/observe/targets.ts";
import { listen, startRawServer, type Script } from "../support/tcp/raw-server.ts";
import { startServer } from "./smtp/conversing.ts";
import { observeTools, plan, rules, run, type Table } from "./smtp/observing.ts";
import { startFullBacklog } from "./route/full-backlog.ts";
import { startProxy } from "./route/proxies.ts";

/** Ten hosts at one address. */
const HOSTS = Array.from({ length: 10 }, (_, index) => `mx${String(index)}.own.test`);
const TEN: Table = {
  "MX own.test": HOSTS.map((host) => `10 ${host}`),
  ...Object.fromEntries(HOSTS.map((host) => [`A ${host}`, ["127.0.0.1"]])),
  "A control.test": ["127.0.0.1"],
};

const ONE: Table = {
  "MX own.test": ["10 mx.own.test"],
  "A mx.own.test": ["127.0.0.1"],
  "A control.test": ["127.0.0.1"],
};

/** Observes with one control host at a port; a connect may take one second. */
function observe(port: number, control: number, route: Route = directRoute): Promise<Observations> {
  const asked = plan(["own.test"], port, {
    rulesFor: () => rules(port, { timeout: 1, retries: 0 }),
    egress: { hosts: [{ host: "control.test", port: control }], named: true },
  });
  return run(asked, observeTools(TEN, { route }));
}

async function closedPort(): Promise<number> {
  const server = await startRawServer({ host: "127.0.0.1" }, []);
  await server.close();
  return server.port;
}

const outcomes = ({ endpoints }: Observations): string[] => [
  ...new Set(
    Object.values(endpoints).flatMap(({ connections }) =>
      connections.map((connection) => connection.connect.outcome),
    ),
  ),
];

const connections = ({ endpoints }: Observations): number =>
  Object.values(endpoints).flatMap((endpoint) => endpoint.connections).length;

describe("egress", () => {
  test("that drops everything is found blocked, before every endpoint has timed out", async (t) => {
    const port = await startFullBacklog(t);
    const seen = await observe(port, port);
    assert.deepEqual(
      seen.egress?.map(({ blocked, noRoute, controls }) => [
        blocked,
        noRoute,
        controls.map(({ host, connect }) => [host, connect.outcome]),
      ]),
      [[true, false, [["control.test", "timeout"]]]],
    );
    // They stand in line at one address: none but the first could have timed out by itself.
    assert.ok(outcomes(seen).includes("aborted"));
  });

  test("that rejects everything is found blocked, with each endpoint refused", async () => {
    const port = await closedPort();
    const seen = await observe(port, await closedPort());
    assert.deepEqual(
      seen.egress?.map(({ blocked, controls }) => [blocked, controls.map(({ connect }) => connect.outcome)]),
      [[true, ["refused"]]],
    );
    assert.deepEqual([outcomes(seen), connections(seen)], [["refused"], 10]);
  });

  test("through which a control host answers is open: the endpoints are refused themselves", async (t) => {
    const control = await startRawServer({ host: "127.0.0.1" }, []);
    t.after(() => control.close());
    const seen = await observe(await closedPort(), control.port);
    assert.deepEqual(
      seen.egress?.map(({ blocked, controls }) => [blocked, controls.map(({ connect }) => connect.outcome)]),
      [[false, ["connected"]]],
    );
    assert.equal(control.connections, 1);
  });

  test("through which an endpoint greets is open, and no control host is bothered", async (t) => {
    const server = await startServer(t);
    const control = await startRawServer({ host: "127.0.0.1" }, []);
    t.after(() => control.close());
    const seen = await observe(server.port, control.port);
    assert.deepEqual([seen.egress, control.connections], [undefined, 0]);
  });

  test("behind a proxy that rejects everything is found blocked, over the same proxy", async (t) => {
    const proxy = await startProxy(t, "socks5");
    const [port, control] = [await closedPort(), await closedPort()];
    const seen = await observe(port, control, proxy.route);
    assert.deepEqual(
      seen.egress?.map(({ blocked, controls }) => [blocked, controls.map(({ connect }) => connect.code)]),
      [[true, ["SOCKS5_5"]]],
    );
    assert.ok(proxy.asked.includes(`127.0.0.1:${String(control)}`));
  });

  test("behind a proxy that is gone is not looked at: nothing is known of it", async () => {
    const route = proxyRoute({ scheme: "socks5", host: "127.0.0.1", port: await closedPort() });
    const seen = await observe(await closedPort(), await closedPort(), route);
    assert.deepEqual([seen.egress, outcomes(seen)], [undefined, ["proxy-failed"]]);
  });

  test("through a proxy that hung up on one endpoint: a control host says whom it meant", async (t) => {
    const server = await startServer(t);
    const control = await startRawServer({ host: "127.0.0.1" }, []);
    t.after(() => control.close());
    const proxy = await startProxy(t, "socks5", { wordless: true });
    const table = {
      "MX own.test": ["10 mx.own.test", "20 dead.own.test"],
      "A mx.own.test": ["127.0.0.1"],
      "A dead.own.test": ["127.0.0.9"],
      "A control.test": ["127.0.0.1"],
    };
    const asked = plan(["own.test"], server.port, {
      egress: { hosts: [{ host: "control.test", port: control.port }], named: true },
    });
    const seen = await run(asked, observeTools(table, { route: proxy.route }));
    assert.deepEqual(
      seen.egress?.map(({ blocked, controls }) => [blocked, controls.map(({ connect }) => connect.outcome)]),
      [[false, ["connected"]]],
    );
  });

  /** Played in place of the network's box: it takes every connection, and this is all that happens. */
  const boxes = {
    "hangs up": [{ hangUp: "end" }],
    "says nothing": [],
  } satisfies Record<string, Script>;
  for (const [how, script] of Object.entries(boxes)) {
    test(`whose box takes every connection and ${how}: the control host brings no greeting, either`, async (t) => {
      const box = await startRawServer({ host: "127.0.0.1" }, script);
      t.after(() => box.close());
      const asked = plan(["own.test"], box.port, {
        rulesFor: () => rules(box.port, { timeout: 1, replyTimeout: 1, retries: 0 }),
        egress: { hosts: [{ host: "control.test", port: box.port }], named: true },
      });
      const seen = await run(asked, observeTools(ONE));
      assert.deepEqual(
        seen.egress?.map(({ blocked, controls }) => [
          blocked,
          controls.map(({ connect, greeting }) => [connect.outcome, greeting]),
        ]),
        [[false, [["connected", "none"]]]],
      );
    });
  }

  test("through which a control host greets is open: the endpoint that hangs up does so itself", async (t) => {
    const silent = await startRawServer({ host: "127.0.0.1" }, [{ hangUp: "end" }]);
    t.after(() => silent.close());
    const control = await listen({ host: "127.0.0.9", port: silent.port }, (socket) => {
      socket.on("error", () => undefined);
      socket.write("220 control.test ESMTP\r\n");
    });
    t.after(() => control.close());
    const asked = plan(["own.test"], silent.port, {
      rulesFor: () => rules(silent.port, { timeout: 1, retries: 0 }),
      egress: { hosts: [{ host: "control.test", port: silent.port }], named: true },
    });
    const seen = await run(asked, observeTools({ ...ONE, "A control.test": ["127.0.0.9"] }));
    assert.deepEqual(
      seen.egress?.map(({ controls }) => controls.map(({ greeting }) => greeting)),
      [["seen"]],
    );
  });

  test("is open where an endpoint greeted in an earlier round, which is not repeated", async (t) => {
    const server = await startServer(t);
    const control = await closedPort();
    const asked = plan(["own.test"], server.port, {
      rulesFor: () => rules(server.port, { timeout: 1, retries: 0 }),
      egress: { hosts: [{ host: "control.test", port: control }], named: true },
    });
    const table: Table = {
      "MX own.test": ["10 mx1.own.test", "10 mx2.own.test"],
      "A mx1.own.test": ["127.0.0.1"],
      "A mx2.own.test": ["127.0.0.2"],
      "A control.test": ["127.0.0.1"],
    };
    const first = await run(asked, observeTools(table));
    const keeps = (key: string): boolean => first.endpoints[key]?.address === "127.0.0.1";
    const earlier = { observations: first, started: 0, again: () => true, keeps };
    const second = await run({ ...asked, earlier }, observeTools(table));
    assert.deepEqual(outcomes(second).toSorted(), ["connected", "refused"]);
    assert.ok(!second.egress?.some(({ blocked }) => blocked));
  });

  test("that is unknown because no control host resolves is recorded so", async () => {
    const port = await closedPort();
    const asked = plan(["own.test"], port, {
      rulesFor: () => rules(port, { timeout: 1, retries: 0 }),
      egress: { hosts: [{ host: "nowhere.test", port }], named: true },
    });
    const seen = await run(asked, observeTools(ONE));
    assert.deepEqual(
      seen.egress?.map(({ blocked, controls, unresolved }) => [blocked, controls, unresolved]),
      [[false, [], 1]],
    );
  });

  const ofTlsFirst = (port: number): NamedServer => ({
    host: "mx.own.test",
    port,
    tlsMode: "implicit",
    submission: true,
    allowPrivateAddresses: true,
  });

  /** One server that is named directly, where TLS comes first, and a control host at the same port. */
  const smtps = (port: number, control: string) =>
    plan([], port, {
      domains: [{ name: "mx.own.test", kind: "server", server: ofTlsFirst(port) }],
      rulesFor: () => rules(port, { timeout: 1, replyTimeout: 1, retries: 0 }),
      egress: { hosts: [{ host: control, port }], named: true },
    });

  const droppers = {
    "hangs up on ClientHellos": [{ until: /^\x16/ }, { hangUp: "end" }],
    "says nothing to ClientHellos": [],
  } satisfies Record<string, Script>;
  for (const [how, script] of Object.entries(droppers)) {
    test(`whose box takes every connection where TLS comes first and ${how}: the control host answers none, either`, async (t) => {
      const box = await startRawServer({ host: "127.0.0.1" }, script);
      t.after(() => box.close());
      const seen = await run(smtps(box.port, "control.test"), observeTools(ONE));
      assert.deepEqual(
        seen.egress?.map(({ blocked, controls }) => [
          blocked,
          controls.map(({ connect, greeting }) => [connect.outcome, greeting]),
        ]),
        [[false, [["connected", "none"]]]],
      );
      assert.notEqual(earlyEnd(Object.values(seen.endpoints)[0] ?? assert.fail("no endpoint")), "heard");
    });
  }

  test("through which a control host answers a ClientHello is open", async (t) => {
    const silent = await startRawServer({ host: "127.0.0.1" }, []);
    t.after(() => silent.close());
    const control = await startRawServer({ host: "127.0.0.9", port: silent.port }, [
      "HTTP/1.0 400 Bad Request\r\n\r\n",
      { hangUp: "end" },
    ]);
    t.after(() => control.close());
    const asked = smtps(silent.port, "control.test");
    const seen = await run(asked, observeTools({ ...ONE, "A control.test": ["127.0.0.9"] }));
    assert.deepEqual(
      seen.egress?.map(({ controls }) => controls.map(({ greeting }) => greeting)),
      [["seen"]],
    );
  });

  const ofIpv4 = { "by its address": "127.0.0.1", "by its name": "control.test" };
  for (const [how, host] of Object.entries(ofIpv4)) {
    test(`over IPv6 is not known by a control host of IPv4, named ${how}`, async () => {
      const port = await closedPort();
      const asked = plan(["own.test"], port, {
        rulesFor: () => rules(port, { timeout: 1, retries: 0 }),
        egress: { hosts: [{ host, port }], named: true },
      });
      const table: Table = { ...ONE, "A mx.own.test": { outcome: "nodata" }, "AAAA mx.own.test": ["::1"] };
      const seen = await run(asked, observeTools(table));
      assert.deepEqual(
        seen.egress?.map(({ family, controls, unresolved, otherFamily }) => [
          family,
          controls,
          unresolved,
          otherFamily,
        ]),
        [[6, [], undefined, 1]],
      );
    });
  }
});
