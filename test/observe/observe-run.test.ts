import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, test } from "node:test";
import { systemClock, type Clock } from "../../src/system/clock.ts";
import type { Signal } from "../../src/system/signal.ts";
import type { Resolver } from "../../src/observe/dns/resolver.ts";
import { tableResolver } from "../support/dns/table-resolver.ts";
import { startServer } from "./smtp/conversing.ts";
import { observeTools, plan, rules, run } from "./smtp/observing.ts";
import type { Table } from "./smtp/observing.ts";
import { watchedRoute } from "./smtp/probing.ts";
import { setClock } from "./smtp/set-clock.ts";
import { eventually } from "./smtp/socket-pair.ts";
import { QUIET_SECONDS } from "../../src/observe/bounds.ts";
import type { ObserveProgress } from "../../src/observe/observation.ts";

const OWN: Table = { "MX own.test": ["10 mx.own.test"], "A mx.own.test": ["127.0.0.1"] };
/** Two hosts at one address: the second waits for the first. */
const TWO: Table = {
  "MX own.test": ["10 a.own.test", "20 b.own.test"],
  "A a.own.test": ["127.0.0.1"],
  "A b.own.test": ["127.0.0.1"],
};

test("a machine that is busy says so, of the connect and of the greeting", async (t) => {
  const server = await startServer(t);
  const seen = async (late: number) => {
    const clock: Clock = { ...systemClock, lateness: () => () => late };
    const { endpoints } = await run(plan(["own.test"], server.port), observeTools(OWN, { clock }));
    const [connection] = Object.values(endpoints)[0]?.connections ?? [];
    return [connection?.connect.late, connection?.greeting?.late];
  };
  assert.deepEqual(await seen(3.0004), [3, 3]);
  assert.deepEqual(await seen(0.4), [undefined, undefined]);
});

describe("the end of a run", () => {
  for (const [end, notProbed] of [
    ["deadline", "deadline"],
    ["interrupt", "interrupted"],
  ] as const) {
    test(`by its ${end} keeps what was seen, and says what was not`, async (t) => {
      t.mock.timers.enable({ apis: ["setTimeout"] });
      const server = await startServer(t, { troubles: [{ at: "EHLO", then: "silence" }] });
      const interrupt = new AbortController();
      const tools = observeTools(TWO, { interrupt: interrupt.signal });
      const running = run(plan(["own.test"], server.port, { deadline: 10 }), tools);
      await eventually(() => server.verbs.has("EHLO"));
      if (end === "deadline") t.mock.timers.tick(10_000);
      else interrupt.abort();
      const { endpoints } = await running;
      const [first, second] = Object.values(endpoints);
      assert.deepEqual([first?.notProbed, first?.connections.length], [undefined, 1]);
      assert.deepEqual(
        [first?.connections[0]?.greeting?.reply?.code, first?.connections[0]?.ehlo?.ended?.how],
        [220, "aborted"],
      );
      assert.deepEqual([second?.notProbed, second?.connections], [notProbed, []]);
      assert.equal(server.connections, 1);
      assert.equal(getEventListeners(interrupt.signal, "abort").length, 0);
    });
  }

  test("before its beginning leaves everything to be seen", async () => {
    const route = watchedRoute();
    const tools = observeTools(OWN, { interrupt: AbortSignal.abort(), route });
    const seen = await run(plan(["own.test"], 25), tools);
    assert.deepEqual(
      Object.values(seen.endpoints).map((endpoint) => endpoint.notProbed),
      ["interrupted"],
    );
  });

  test("ends the questions of its resolver, too", async () => {
    const interrupt = new AbortController();
    const signals: Signal[] = [];
    const createResolver = (signal: Signal): Resolver => {
      signals.push(signal);
      return tableResolver({});
    };
    const tools = observeTools({}, { interrupt: interrupt.signal, createResolver });
    interrupt.abort();
    await run(plan(["own.test"], 25), tools);
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true],
    );
  });

  test("leaves no timer and no listener behind", async () => {
    const interrupt = new AbortController();
    let asleep = 0;
    const clock: Clock = {
      ...systemClock,
      async sleep(seconds, signal) {
        asleep += 1;
        await systemClock.sleep(seconds, signal);
        asleep -= 1;
      },
    };
    await run(plan([], 25), observeTools({}, { interrupt: interrupt.signal, clock }));
    await eventually(() => asleep === 0);
    assert.equal(getEventListeners(interrupt.signal, "abort").length, 0);
  });
});

test("a run tells how far it is, as long as it lasts", async (t) => {
  const server = await startServer(t, { troubles: [{ at: "EHLO", then: "silence" }] });
  const interrupt = new AbortController();
  const told: ObserveProgress[] = [];
  const onProgress = (progress: ObserveProgress): void => void told.push(progress);
  // A fifth of a second is over when the test says so.
  const ticks: (() => void)[] = [];
  const clock: Clock = {
    ...setClock(),
    async sleep(seconds, signal) {
      if (seconds !== 0.2) return systemClock.sleep(seconds, signal);
      await Promise.race([
        new Promise<void>((resolve) => ticks.push(resolve)),
        systemClock.sleep(600, signal),
      ]);
    },
  };
  const tools = observeTools(TWO, { interrupt: interrupt.signal, onProgress, clock });
  const running = run(plan(["own.test", "nowhere.test"], server.port), tools);
  await eventually(() => server.verbs.has("EHLO"));
  ticks.at(-1)?.();
  await eventually(() => told.length > 0);
  interrupt.abort();
  await running;
  const state = {
    domainsResolved: 2,
    domains: 2,
    endpointsDone: 0,
    endpoints: 2,
    seconds: 0,
    underWay: [{ endpoint: `a.own.test [127.0.0.1]:${String(server.port)}`, seconds: 0 }],
  };
  assert.deepEqual(told[0], state);
  const times = told.length;
  ticks.at(-1)?.();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(told.length, times);
});

describe("at once", () => {
  test("are so many connections open as are asked for", async (t) => {
    const hosts = await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const address = `127.0.0.${String(index + 2)}`;
        const server = await startServer(t, {}, { host: address });
        return { host: `mx${String(index)}.own.test`, address, server };
      }),
    );
    const table = Object.fromEntries([
      ["MX own.test", hosts.map(({ host }) => `10 ${host}`)],
      ...hosts.map(({ host, address }) => [`A ${host}`, [address]]),
    ]) as Table;
    const rulesFor = (host: string) => rules(hosts.find((each) => each.host === host)?.server.port ?? 0);
    const route = watchedRoute();
    await run(plan(["own.test"], 0, { rulesFor, concurrency: 2 }), observeTools(table, { route }));
    assert.deepEqual(
      hosts.map(({ server }) => server.connections),
      hosts.map(() => 2),
    );
    assert.deepEqual([route.mostAtOnce, route.mostAtOneAddress], [2, 1]);
  });
});

describe("the name in EHLO is", () => {
  const cases: readonly [
    what: string,
    machine: string,
    given: string | undefined,
    said: string,
    reported: string,
  ][] = [
    ["the given one", "ci.example.com", "given.test", "given.test", "given.test"],
    [
      "the machine's, where it resolves publicly",
      "ci.example.com",
      undefined,
      "ci.example.com",
      "ci.example.com",
    ],
    ["the address literal, where it does not", "runner", undefined, "[127.0.0.1]", "address literal"],
  ];
  for (const [what, machineName, heloName, said, reported] of cases) {
    test(`${what}, and the report says so`, async (t) => {
      const server = await startServer(t);
      const table = { ...OWN, "A ci.example.com": ["8.8.4.4"] };
      const asked = plan(["own.test"], 0, { rulesFor: () => rules(server.port, { heloName }), heloName });
      const seen = await run(asked, observeTools(table, { machineName }));
      assert.equal(seen.environment.heloName, reported);
      assert.equal(server.sessions[0]?.commands[0]?.line, `EHLO ${said}`);
    });
  }
});

test("probing begins while silent name servers are still waited for", async (t) => {
  const server = await startServer(t);
  const silence = Promise.withResolvers<undefined>();
  const table = tableResolver({
    ...OWN,
    "A mx.late.test": ["127.0.0.1"],
    "MX late.test": ["10 mx.late.test"],
  });
  const createResolver = (): Resolver => ({
    ...table,
    async query(name, type) {
      if (name === "late.test") await silence.promise;
      return table.query(name, type);
    },
  });
  // The pause for quick look-ups is over at once; the silent one ends when the other server has been probed.
  const clock: Clock = {
    ...systemClock,
    sleep: (seconds, signal) => systemClock.sleep(seconds === QUIET_SECONDS ? 0 : seconds, signal),
  };
  const onProgress = ({ endpointsDone }: ObserveProgress): void => {
    if (endpointsDone === 1) silence.resolve(undefined);
  };
  const asked = plan(["late.test", "own.test"], server.port);
  const seen = await run(asked, observeTools({}, { createResolver, clock, onProgress }));
  const keys = ["mx.own.test", "mx.late.test"].map((host) => `${host}|127.0.0.1|${String(server.port)}`);
  assert.deepEqual(Object.keys(seen.endpoints), keys);
  assert.deepEqual(
    seen.domains.map(({ name, endpoints }) => `${name} ${endpoints.join()}`),
    [`late.test ${keys[1] ?? ""}`, `own.test ${keys[0] ?? ""}`],
  );
});

test("the machine's own name is looked up while the domains are", async () => {
  const domainsAsked = Promise.withResolvers<undefined>();
  const table = tableResolver({});
  const createResolver = (): Resolver => ({
    ...table,
    async query(name, type) {
      if (type === "MX") domainsAsked.resolve(undefined);
      if (name === "ci.example.com") await domainsAsked.promise;
      return table.query(name, type);
    },
  });
  await run(plan(["own.test"], 25), observeTools({}, { createResolver, machineName: "ci.example.com" }));
  assert.ok(table.asked.includes("MX own.test"));
});

test("the wall clock is read once; what follows is measured by the one that never jumps", async () => {
  const walls = [Date.UTC(2026, 10, 21, 12), Date.UTC(2036, 0, 1)];
  const seconds = [100, 107];
  const clock: Clock = {
    ...systemClock,
    now: () => walls.shift() ?? 0,
    monotonic: () => seconds.shift() ?? 107,
  };
  const seen = await run(plan([], 25), observeTools({}, { clock }));
  assert.deepEqual([seen.started, seen.finished], ["2026-11-21T12:00:00.000Z", "2026-11-21T12:00:07.000Z"]);
});
