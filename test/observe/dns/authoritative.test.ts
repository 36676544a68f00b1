import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createAuthoritativeResolver } from "../../../src/observe/dns/authoritative.ts";
import type { Resolver } from "../../../src/observe/dns/resolver.ts";
import type { DnsAnswer } from "../../../src/observe/observation.ts";
import { createStubResolver } from "../../../src/observe/dns/stub-resolver.ts";
import { startDnsServer } from "../../support/dns/zone-server.ts";
import { tableResolver } from "../../support/dns/table-resolver.ts";
import { promptClock } from "./asking.ts";

describe("a domain whose name servers have addresses that are not public", () => {
  for (const allowPrivateAddresses of [false, true]) {
    test(`is ${allowPrivateAddresses ? "asked of them where that is allowed" : "not asked of them: its owner chose the addresses"}`, async () => {
      const server = await startDnsServer({
        "own.test": { NS: ["ns.own.test"], MX: [[10, "mx.own.test"]] },
        "ns.own.test": { A: ["127.0.0.1"] },
      });
      const settings = {
        timeout: 5,
        clock: promptClock,
        signal: new AbortController().signal,
        random: Math.random,
      };
      const bootstrap = createStubResolver({
        ...settings,
        servers: [{ address: "127.0.0.1", port: server.port }],
      });
      try {
        const resolver = createAuthoritativeResolver({
          ...settings,
          bootstrap,
          port: server.port,
          allowPrivateAddresses,
        });
        const answer = await resolver.query("own.test", "MX");
        const asked = server.asked.filter(({ type }) => type === "MX").length;
        assert.deepEqual([answer.outcome, asked], allowPrivateAddresses ? ["answer", 1] : ["servfail", 0]);
      } finally {
        await server.close();
      }
    });
  }
});

describe("a hostile name", () => {
  const resolverOf = (bootstrap: Resolver, timeout: number) =>
    createAuthoritativeResolver({
      timeout,
      clock: promptClock,
      signal: new AbortController().signal,
      random: Math.random,
      bootstrap,
      port: 53,
      allowPrivateAddresses: false,
    });

  // A label of 40 octets that are all odd, as the target of an alias: with an expression this took longer than a life.
  for (const octet of ["\\255", "\\000", "\\046", "\\092"]) {
    test(`of 40 times ${octet} is looked up label by label`, async () => {
      const table = tableResolver({});
      const label = octet.repeat(40);
      const answer = await resolverOf(table, 5).query(`${label}.own.test`, "A");
      assert.equal(answer.outcome, "servfail");
      assert.deepEqual(table.asked, [`NS ${label}.own.test`, "NS own.test", "NS test"]);
    });
  }

  test("of 127 labels makes one question for each", async () => {
    const table = tableResolver({});
    await resolverOf(table, 5).query("a.".repeat(127), "A");
    assert.equal(table.asked.length, 127);
  });

  test("of which nobody answers has the time of one question", async () => {
    const silent: Resolver = { description: "", query: () => Promise.withResolvers<DnsAnswer>().promise };
    const answer = await resolverOf(silent, 0.05).query("a.".repeat(127), "A");
    assert.equal(answer.outcome, "timeout");
  });
});
