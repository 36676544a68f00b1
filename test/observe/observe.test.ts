import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MAX_MX_HOSTS, QUIET_SECONDS } from "../../src/observe/bounds.ts";
import type { EndpointObservation, Observations } from "../../src/observe/observation.ts";
import { onlyFor } from "../support/smtp/smtp-script.ts";
import { startDnsServer } from "../support/dns/zone-server.ts";
import { createStubResolver } from "../../src/observe/dns/stub-resolver.ts";
import { systemClock } from "../../src/system/clock.ts";
import type { Signal } from "../../src/system/signal.ts";
import { leaf, startServer } from "./smtp/conversing.ts";
import { observeTools, plan, rules, run } from "./smtp/observing.ts";
import type { Table } from "./smtp/observing.ts";
import { watchedRoute } from "./smtp/probing.ts";

/** own.test has one MX host, at 127.0.0.1. */
const OWN: Table = { "MX own.test": ["10 mx.own.test"], "A mx.own.test": ["127.0.0.1"] };

function endpointsOf(seen: Observations): EndpointObservation[] {
  return Object.values(seen.endpoints);
}

describe("a run", () => {
  test("sees a domain, its host, its endpoint and its certificate", async (t) => {
    const server = await startServer(t);
    const seen = await run(plan(["own.test"], server.port), observeTools(OWN));
    const key = `mx.own.test|127.0.0.1|${String(server.port)}`;
    assert.deepEqual(seen.domains[0]?.endpoints, [key]);
    assert.deepEqual(Object.keys(seen.endpoints), [key]);
    const { connections, floorAt, ...target } = seen.endpoints[key] ?? assert.fail();
    assert.deepEqual(target, {
      host: "mx.own.test",
      address: "127.0.0.1",
      family: 4,
      scope: "loopback",
      port: server.port,
      sharesOurNetwork: false,
      tlsMode: "starttls",
      asked: { depth: "starttls", relay: "basic", delivery: "all", floor: true },
      replyTimeout: 20,
    });
    assert.deepEqual(
      [connections.map(({ purpose }) => purpose), floorAt],
      [["dialog", "floor"], "mx.own.test"],
    );
    assert.deepEqual(Object.keys(seen.certificates), [leaf.sha256]);
    assert.equal(server.sessions[0]?.tls?.serverName, "mx.own.test");
  });

  test("asks for the postmaster of a domain whose MX records come after the dialog", async (t) => {
    const server = await startServer(t);
    const tools = observeTools({ ...OWN, "MX late.test": ["10 mx.own.test"] });
    const dialled = Promise.withResolvers<undefined>();
    let connections = 0;
    const seen = await run(plan(["own.test", "late.test"], server.port), {
      ...tools,
      clock: {
        ...tools.clock,
        sleep: (seconds, signal) => tools.clock.sleep(seconds === QUIET_SECONDS ? 0 : seconds, signal),
      },
      createResolver(signal) {
        const resolver = tools.createResolver(signal);
        return {
          ...resolver,
          async query(name, type) {
            if (name === "late.test") await dialled.promise;
            return resolver.query(name, type);
          },
        };
      },
      route: {
        ...tools.route,
        dial(destination, options) {
          // The second connection is the floor test, when the dialog is over.
          if (++connections === 2) dialled.resolve(undefined);
          return tools.route.dial(destination, options);
        },
      },
    });
    const [endpoint] = endpointsOf(seen);
    assert.deepEqual(
      endpoint?.connections.map(({ purpose, delivery }) => [
        purpose,
        delivery?.transactions.map(({ domain }) => domain),
      ]),
      [
        ["dialog", ["own.test"]],
        ["floor", undefined],
        ["postmasters", ["late.test"]],
      ],
    );
  });

  test("says in which surroundings it saw it", async (t) => {
    const server = await startServer(t);
    const seen = await run(plan(["own.test"], server.port), observeTools(OWN));
    assert.deepEqual(seen.environment.trustStores, [{ store: "ca-file", certificates: 1 }]);
    assert.deepEqual(
      [seen.environment.resolver, seen.environment.route, seen.environment.privateAddressesAllowed],
      ["a table", "direct", true],
    );
    assert.ok(seen.started <= seen.finished);
  });

  test("opens no trust store where no certificate was served", async (t) => {
    const server = await startServer(t, { starttls: "missing" });
    const seen = await run(plan(["own.test"], server.port), observeTools(OWN));
    assert.deepEqual([seen.environment.trustStores, seen.certificates], [[], {}]);
  });

  test("asks a real name server just as well", async (t) => {
    const server = await startServer(t);
    const dns = await startDnsServer({
      "own.test": { MX: [[10, "mx.own.test"]] },
      "mx.own.test": { A: ["127.0.0.1"] },
    });
    t.after(() => dns.close());
    const createResolver = (signal: Signal) =>
      createStubResolver({
        servers: [{ address: "127.0.0.1", port: dns.port }],
        timeout: 20,
        clock: systemClock,
        signal,
        random: Math.random,
      });
    const seen = await run(plan(["own.test"], server.port), observeTools({}, { createResolver }));
    assert.equal(endpointsOf(seen)[0]?.connections[0]?.tls?.outcome, "done");
  });
});

describe("an endpoint", () => {
  test("that two domains share is probed once, and asked for both of them", async (t) => {
    const server = await startServer(t, { rcpt: onlyFor(["own.test", "also.test"]) });
    const table = { ...OWN, "MX also.test": ["20 mx.own.test"] };
    const seen = await run(plan(["own.test", "also.test"], server.port), observeTools(table));
    assert.equal(server.connections, 2);
    const [first, second] = seen.domains.map(({ endpoints }) => endpoints);
    assert.deepEqual([first, first?.length], [second, 1]);
    const [connection] = endpointsOf(seen)[0]?.connections ?? [];
    assert.deepEqual(
      connection?.delivery?.transactions.map(({ domain, rcpt }) => [domain, rcpt?.reply?.code]),
      [
        ["own.test", 250],
        ["also.test", 250],
      ],
    );
  });

  test("that many domains share is asked for the same sample of them in every run", async (t) => {
    const names = Array.from({ length: 30 }, (_, index) => `d${String(index)}.test`);
    const server = await startServer(t, { rcpt: onlyFor(names) });
    const table = { ...OWN, ...Object.fromEntries(names.map((name) => [`MX ${name}`, ["20 mx.own.test"]])) };
    const scope = { depth: "starttls", relay: "off", delivery: "sample", floor: false } as const;
    const rulesFor = () => rules(server.port, { scope });
    const asked = async (domains: readonly string[]): Promise<readonly string[]> => {
      const seen = await run(plan(domains, server.port, { rulesFor }), observeTools(table));
      const [endpoint] = endpointsOf(seen);
      const transactions = endpoint?.connections.flatMap(({ delivery }) => delivery?.transactions ?? []);
      assert.deepEqual(
        transactions?.map(({ domain }) => domain),
        endpoint?.postmasters?.sample,
      );
      return endpoint?.postmasters?.sample ?? [];
    };
    const sample = await asked(names);
    assert.equal(sample.length, 20);
    assert.deepEqual(await asked(names.toReversed()), sample);
  });

  test("that takes mail from logged-in users only is asked for no postmaster", async (t) => {
    const server = await startServer(t);
    const seen = await run(
      plan(["own.test"], 587, {
        connectTo: [{ host: undefined, port: 587, toHost: undefined, toPort: server.port }],
      }),
      observeTools(OWN),
    );
    const [connection] = endpointsOf(seen)[0]?.connections ?? [];
    assert.deepEqual([connection?.relay?.transactions.length, connection?.delivery], [1, undefined]);
  });

  test("whose host is listed twice is probed once", async (t) => {
    const server = await startServer(t);
    const table = { ...OWN, "MX own.test": ["10 mx.own.test", "20 mx.own.test"] };
    const seen = await run(plan(["own.test"], server.port), observeTools(table));
    assert.deepEqual([server.connections, seen.domains[0]?.endpoints.length], [2, 1]);
  });

  test("is one for each name at an address; old TLS versions are looked for at one of them", async (t) => {
    const server = await startServer(t);
    const table = { ...OWN, "MX other.test": ["10 mx.other.test"], "A mx.other.test": ["127.0.0.1"] };
    const route = watchedRoute();
    const seen = await run(plan(["own.test", "other.test"], server.port), observeTools(table, { route }));
    const endpoints = endpointsOf(seen);
    const floors = endpoints.flatMap(({ connections }) =>
      connections.filter(({ purpose }) => purpose === "floor"),
    );
    assert.deepEqual([endpoints.length, floors.length, route.mostAtOneAddress], [2, 1, 1]);
    assert.equal(new Set(endpoints.map(({ floorAt }) => floorAt)).size, 1);
    const names = server.sessions.map(({ tls }) => tls?.serverName).filter((name) => name !== undefined);
    assert.deepEqual(names.sort(), ["mx.other.test", "mx.own.test"]);
  });

  test("is one for each address of a host", async (t) => {
    const server = await startServer(t);
    const table = { ...OWN, "A mx.own.test": ["127.0.0.1", "127.0.0.9"] };
    const seen = await run(plan(["own.test"], server.port), observeTools(table));
    const outcomes = endpointsOf(seen).map(({ address, connections }) => [
      address,
      connections[0]?.connect.outcome,
    ]);
    assert.deepEqual(outcomes, [
      ["127.0.0.1", "connected"],
      ["127.0.0.9", "refused"],
    ]);
  });

  for (const allowed of [false, true]) {
    test(`that is not public is ${allowed ? "" : "not "}connected to where that is ${allowed ? "" : "not "}allowed`, async (t) => {
      const server = await startServer(t);
      const asked = plan(["own.test"], server.port, { allowPrivateAddresses: allowed });
      const seen = await run(asked, observeTools(OWN));
      const [endpoint] = endpointsOf(seen);
      assert.equal(endpoint?.notProbed, allowed ? undefined : "address-not-public");
      assert.equal(endpoint?.connections.length, allowed ? 2 : 0);
      assert.deepEqual(
        [server.connections, seen.environment.privateAddressesAllowed],
        [allowed ? 2 : 0, allowed],
      );
    });
  }

  const networks: readonly [what: string, cidr: string | null, shares: boolean][] = [
    ["lies in a network of this machine", "127.0.0.1/8", true],
    ["lies in none", "10.1.2.3/24", false],
    ["would lie in any network", "127.0.0.1/0", false],
    ["lies beside an interface without network", null, false],
  ];
  for (const [what, cidr, shares] of networks) {
    test(`that ${what} ${shares ? "shares" : "does not share"} our network`, async (t) => {
      const server = await startServer(t);
      const address = cidr?.split("/")[0] ?? "127.0.0.1";
      const own = { address, netmask: "", family: "IPv4", mac: "", internal: false, cidr } as const;
      const interfaces = { none: undefined, eth0: [own] };
      const seen = await run(plan(["own.test"], server.port), observeTools(OWN, { interfaces }));
      assert.equal(endpointsOf(seen)[0]?.sharesOurNetwork, shares);
    });
  }

  test("is probed by the rules for its host", async (t) => {
    const [one, other] = [await startServer(t), await startServer(t)];
    const table = {
      "MX own.test": ["10 a.own.test", "20 b.own.test"],
      "A a.own.test": ["127.0.0.1"],
      "A b.own.test": ["127.0.0.1"],
    };
    const scope = { depth: "ehlo", relay: "off", floor: false } as const;
    const rulesFor = (host: string) =>
      host === "a.own.test" ? rules(one.port) : rules(other.port, { scope, heloName: "other.test" });
    await run(plan(["own.test"], 0, { rulesFor }), observeTools(table));
    assert.equal(one.sessions[0]?.commands[0]?.line, "EHLO client.test");
    assert.deepEqual(
      other.sessions.map(({ commands }) => commands.map(({ line }) => line)),
      [["EHLO other.test", "QUIT"]],
    );
  });
});

describe("the hosts of a domain", () => {
  test("are the domain itself where it has no MX", async (t) => {
    const server = await startServer(t);
    const seen = await run(plan(["own.test"], server.port), observeTools({ "A own.test": ["127.0.0.1"] }));
    assert.deepEqual(
      [seen.domains[0]?.mx?.implicit, endpointsOf(seen)[0]?.host, server.connections],
      [true, "own.test", 2],
    );
  });

  const nowhere: readonly [what: string, table: Table][] = [
    ["a null MX", { "MX own.test": ["0 ."] }],
    ["an address in place of a name", { "MX own.test": ["10 127.0.0.1"] }],
    ["a name that is none", { "MX own.test": ["10 mx!.own.test"], "A mx!.own.test": ["127.0.0.1"] }],
    ["a host without address", { "MX own.test": ["10 mx.own.test"] }],
    ["no MX and no address", {}],
    ["a domain that does not exist", { "MX own.test": { outcome: "nxdomain" } }],
  ];
  for (const [what, table] of nowhere) {
    test(`have no endpoint where there is ${what}`, async () => {
      const route = watchedRoute();
      const seen = await run(plan(["own.test"], 25), observeTools(table, { route }));
      assert.deepEqual([seen.domains[0]?.endpoints, seen.endpoints, route.mostAtOnce], [[], {}, 0]);
    });
  }

  test("are asked for both families and probed over those that are asked for", async (t) => {
    const server = await startServer(t);
    const table = { ...OWN, "AAAA mx.own.test": ["::1"] };
    const asked = plan(["own.test"], server.port, { rulesFor: () => rules(server.port, { families: [4] }) });
    const seen = await run(asked, observeTools(table));
    assert.deepEqual(
      seen.domains[0]?.mx?.hosts[0]?.addresses.map(({ address }) => address),
      ["127.0.0.1", "::1"],
    );
    assert.deepEqual(
      endpointsOf(seen).map(({ address }) => address),
      ["127.0.0.1"],
    );
  });

  test("are looked at up to a limit", async () => {
    const listed = Array.from({ length: MAX_MX_HOSTS + 5 }, (_, index) => `10 mx${String(index)}.own.test`);
    const seen = await run(plan(["own.test"], 25), observeTools({ "MX own.test": listed }));
    const { mx } = seen.domains[0] ?? assert.fail();
    assert.deepEqual([mx?.hosts.length, mx?.listed], [MAX_MX_HOSTS, MAX_MX_HOSTS + 5]);
  });

  test("are looked up and not connected to where DNS is all that is asked for", async () => {
    const route = watchedRoute();
    const seen = await run(
      plan(["own.test"], 25, { checks: ["mx"], probes: false }),
      observeTools(OWN, { route }),
    );
    assert.equal(seen.domains[0]?.mx?.hosts.length, 1);
    assert.deepEqual([seen.checks, seen.endpoints, route.mostAtOnce], [["mx"], {}, 0]);
  });
});
