/** Shards that really look: together they see what one run sees, and no host twice. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ownerOf } from "../../src/observe/load/owner.ts";
import type { ObservePlan } from "../../src/observe/observe.ts";
import type { Observations, PolitenessBound } from "../../src/observe/observation.ts";
import { splitByOwner, PLAN } from "../recorded/shards.ts";
import { startServer } from "./smtp/conversing.ts";
import { observeTools, plan, rules, run, type Table } from "./smtp/observing.ts";

const OF = 3;
const DOMAINS = ["a.test", "b.test", "c.test", "d.test"];
const TABLE: Table = {
  "MX a.test": ["10 mx1.test", "20 mx2.test", "30 mx3.test"],
  "MX b.test": ["10 mx1.test"],
  "MX c.test": ["10 mx4.test"],
  // d.test has no MX, and its own address.
  "A d.test": ["127.0.0.1"],
  ...Object.fromEntries(["mx1", "mx2", "mx3", "mx4"].map((name) => [`A ${name}.test`, ["127.0.0.1"]])),
};

const shardOf = (index: number): Pick<ObservePlan, "shard"> => ({
  shard: { index, of: OF, plan: PLAN, subjects: DOMAINS.length },
});

/** What does not depend on when it was seen. */
function outline({ domains, endpoints, shard }: Observations) {
  return {
    shard,
    domains: domains.map(({ name, endpoints: keys, elsewhere, owner }) => ({ name, keys, elsewhere, owner })),
    endpoints: Object.entries(endpoints).map(([key, { connections, notProbed }]) => ({
      key,
      notProbed,
      asked: connections.flatMap(({ delivery }) => delivery?.transactions.map(({ domain }) => domain) ?? []),
    })),
  };
}

describe("shards of a run", () => {
  test("see what one run sees, each its own hosts with all their domains", async (t) => {
    const server = await startServer(t);
    const whole = await run(plan(DOMAINS, server.port), observeTools(TABLE));
    const before = server.connections;
    const parts = await Promise.all(
      splitByOwner(whole, OF).map((_, index) =>
        run(plan(DOMAINS, server.port, shardOf(index + 1)), observeTools(TABLE)),
      ),
    );
    assert.deepEqual(parts.map(outline), splitByOwner(whole, OF).map(outline));
    for (const [position, { endpoints }] of parts.entries())
      for (const { host } of Object.values(endpoints)) assert.equal(ownerOf(host, OF), position + 1);
    // One dialog for each host; the floor test is once for each address and run.
    assert.ok(server.connections - before <= before + OF);
  });

  test("leave a server that is named to its owner", async (t) => {
    const server = await startServer(t);
    const named = {
      name: `mx1.test:${String(server.port)}`,
      kind: "server" as const,
      server: {
        host: "mx1.test",
        port: server.port,
        tlsMode: "starttls" as const,
        submission: false,
        allowPrivateAddresses: true,
      },
    };
    const seen = await Promise.all(
      [1, 2, 3].map((index) =>
        run(plan([], server.port, { domains: [named], ...shardOf(index) }), observeTools(TABLE)),
      ),
    );
    assert.deepEqual(
      seen.map(({ domains, endpoints }) => [domains.length, Object.keys(endpoints).length]),
      [1, 2, 3].map((index) => (ownerOf("mx1.test", OF) === index ? [1, 1] : [0, 0])),
    );
  });
});

test("with addresses: one, a host has one that stands for the others", async (t) => {
  const server = await startServer(t);
  const table: Table = {
    "MX a.test": ["10 mx.test"],
    "A mx.test": ["127.0.0.1", "127.0.0.2", "127.0.0.3"],
  };
  const one = plan(["a.test"], server.port, { rulesFor: () => rules(server.port, { addresses: "one" }) });
  const { endpoints } = await run(one, observeTools(table));
  const notProbed = Object.values(endpoints).map((endpoint) => endpoint.notProbed);
  assert.equal(notProbed.length, 3);
  assert.equal(notProbed.filter((why) => why === "another-address").length, 2);
});

test("what politeness makes too slow is told before the first connection", async (t) => {
  const server = await startServer(t);
  const names = Array.from({ length: 20 }, (_, index) => `d${String(index)}.test`);
  const table: Table = Object.fromEntries(
    names.flatMap((name) => [
      [`MX ${name}`, [`10 mx.${name}`]],
      [`A mx.${name}`, ["127.0.0.1"]],
    ]),
  );
  const told: (readonly [connections: number, bounds: readonly PolitenessBound[]])[] = [];
  const onBounds = (bounds: readonly PolitenessBound[]): void => {
    told.push([server.connections, bounds]);
  };
  const { politeness } = await run(
    plan(names, server.port, { deadline: 20 }),
    observeTools(table, { onBounds }),
  );
  assert.deepEqual(
    politeness?.map(({ operator, endpoints, atOnce }) => [operator, endpoints, atOnce]),
    [["127.0.0.1", 20, 1]],
  );
  assert.deepEqual(
    told.map(([connections, bounds]) => [connections, bounds.length]),
    [[0, 1]],
  );
});
