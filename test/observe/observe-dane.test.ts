/** DANE in a whole run: what is asked for which endpoint, how often, and where nobody wants to know. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import type { EndpointObservation, Observations } from "../../src/observe/observation.ts";
import { memoised } from "../../src/observe/dns/resolver.ts";
import type { ObservePlan } from "../../src/observe/observe.ts";
import { tableResolver, type Entry } from "../support/dns/table-resolver.ts";
import { leaf, startServer } from "./smtp/conversing.ts";
import { observeTools, plan, rules, run, type Table } from "./smtp/observing.ts";

const data = createHash("sha256").update(leaf.der).digest("hex");
const RECORD: Entry = {
  dnssec: "secure",
  associations: [{ usage: 3, selector: 0, matchingType: 1, data }],
};

function secure(...values: string[]): Entry {
  return { dnssec: "secure", values };
}

const MX: Entry = { dnssec: "insecure", exchanges: [{ preference: 10, exchange: "mx.own.test" }] };

interface Run {
  readonly seen: Observations;
  readonly endpoints: readonly EndpointObservation[];
  readonly asked: readonly string[];
}

/** Runs with DANE asked for. */
async function runWith(table: Table, port: number, differing: Partial<ObservePlan> = {}): Promise<Run> {
  const resolver = tableResolver(table);
  const own = rules(port);
  const asked = plan(["own.test"], port, {
    rulesFor: () => ({ ...own, scope: { ...own.scope, dane: true } }),
    ...differing,
  });
  const seen = await run(asked, observeTools(table, { createResolver: () => memoised(resolver) }));
  return { seen, endpoints: Object.values(seen.endpoints), asked: resolver.asked };
}

function tlsaQuestions({ asked }: Run): string[] {
  return asked.filter((question) => question.startsWith("TLSA"));
}

/** Status of the addresses, base domains, and the number of records that match. */
function told({ endpoints }: Run): unknown[] {
  return endpoints.map(({ dane }) => [
    dane?.addresses,
    dane?.lookUps.map(({ baseDomain }) => baseDomain),
    dane?.matches?.filter(({ matches }) => matches.length > 0).length,
  ]);
}

describe("TLSA records of a domain's MX host", () => {
  test("are asked for once for all its addresses, each of which is judged by its own family", async (t) => {
    const server = await startServer(t);
    const table: Table = {
      "MX own.test": MX,
      "A mx.own.test": secure("127.0.0.1", "127.0.0.2"),
      "AAAA mx.own.test": { dnssec: "insecure", values: ["::1"] },
      [`TLSA _${String(server.port)}._tcp.mx.own.test`]: RECORD,
    };
    const found = await runWith(table, server.port);
    assert.deepEqual(told(found), [
      ["secure", ["mx.own.test"], 1],
      ["secure", ["mx.own.test"], undefined],
      ["insecure", ["mx.own.test"], undefined],
    ]);
    // The table's resolver remembers by manner, too: where a sender would not ask, it is asked once.
    assert.deepEqual([...new Set(tlsaQuestions(found))], [`TLSA _${String(server.port)}._tcp.mx.own.test`]);
    assert.equal(tlsaQuestions(found).length, 2);
    assert.equal(found.seen.domains[0]?.mx?.question.dnssec, "insecure");
  });

  test("stand at the domain where the MX is implicit", async (t) => {
    const server = await startServer(t);
    const table: Table = {
      "MX own.test": { dnssec: "secure", outcome: "nodata" },
      "A own.test": secure("127.0.0.1"),
      [`TLSA _${String(server.port)}._tcp.own.test`]: RECORD,
    };
    const found = await runWith(table, server.port);
    assert.deepEqual(told(found), [["secure", ["own.test"], 1]]);
    assert.equal(found.seen.domains[0]?.mx?.question.dnssec, "secure");
  });

  test("are those of host and port that were asked for where connect-to leads elsewhere", async (t) => {
    const server = await startServer(t);
    const table: Table = {
      "MX own.test": MX,
      "A mx.own.test": secure("192.0.2.7"),
      "A new.own.test": secure("127.0.0.1"),
      "TLSA _25._tcp.mx.own.test": RECORD,
    };
    const detour = { host: "mx.own.test", port: 25, toHost: "new.own.test", toPort: server.port };
    const found = await runWith(table, 25, { connectTo: [detour] });
    assert.deepEqual(told(found), [["secure", ["mx.own.test"], 1]]);
    assert.deepEqual(tlsaQuestions(found), ["TLSA _25._tcp.mx.own.test"]);
  });

  test("are looked for as if it were secure where the host that connect-to replaces is not in DNS yet", async (t) => {
    const server = await startServer(t);
    const table: Table = {
      "MX own.test": MX,
      "A mx.own.test": { dnssec: "secure", outcome: "nodata" },
      "AAAA mx.own.test": { dnssec: "secure", outcome: "nodata" },
      "TLSA _25._tcp.mx.own.test": RECORD,
    };
    const detour = { host: "mx.own.test", port: 25, toHost: "127.0.0.1", toPort: server.port };
    const found = await runWith(table, 25, { connectTo: [detour] });
    assert.deepEqual(told(found), [["secure", ["mx.own.test"], 1]]);
  });
});

describe("of a server that was named directly", () => {
  const subject = (host: string, port: number): Partial<ObservePlan> => ({
    domains: [
      {
        name: `${host}:${String(port)}`,
        kind: "server",
        server: { host, port, tlsMode: "starttls", submission: true, allowPrivateAddresses: true },
      },
    ],
  });

  test("records are looked for at its name and port", async (t) => {
    const server = await startServer(t);
    const table: Table = {
      "A mx.own.test": secure("127.0.0.1"),
      [`TLSA _${String(server.port)}._tcp.mx.own.test`]: RECORD,
    };
    const found = await runWith(table, 25, subject("mx.own.test", server.port));
    assert.deepEqual(told(found), [["secure", ["mx.own.test"], 1]]);
  });

  test("by address, or as localhost, there is no name to look at", async (t) => {
    const server = await startServer(t);
    for (const host of ["127.0.0.1", "localhost"]) {
      const found = await runWith({}, 25, subject(host, server.port));
      assert.deepEqual([told(found), tlsaQuestions(found)], [[[undefined, undefined, undefined]], []]);
    }
  });
});

test("where no check wants to know, nothing is asked and nothing is kept", async (t) => {
  const server = await startServer(t);
  const own = rules(server.port);
  const table: Table = { "MX own.test": MX, "A mx.own.test": secure("127.0.0.1") };
  const found = await runWith(table, server.port, { rulesFor: () => own });
  assert.deepEqual(tlsaQuestions(found), []);
  const [endpoint] = found.endpoints;
  assert.deepEqual([endpoint?.dane, endpoint?.asked.dane], [undefined, undefined]);
  assert.equal(found.seen.environment.dnssec, undefined);
});

test("what the resolver's control said stands in the environment", async (t) => {
  const server = await startServer(t);
  const table: Table = { "MX own.test": MX, "A mx.own.test": secure("127.0.0.1") };
  const control = { validates: false, answers: [] };
  const tools = observeTools(table, {
    createResolver: () => ({ ...tableResolver(table), dnssec: () => control }),
  });
  const seen = await run(plan(["own.test"], server.port), tools);
  assert.deepEqual(seen.environment.dnssec, control);
});
