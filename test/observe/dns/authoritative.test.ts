import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { systemClock } from "../../../src/observe/clock.ts";
import { createAuthoritativeResolver } from "../../../src/observe/dns/authoritative.ts";
import { createStubResolver } from "../../../src/observe/dns/stub-resolver.ts";
import { startDnsServer } from "../../lab/dns-server.ts";

describe("a domain whose name servers have addresses that are not public", () => {
  for (const allowPrivateAddresses of [false, true]) {
    test(`is ${allowPrivateAddresses ? "asked of them where that is allowed" : "not asked of them: its owner chose the addresses"}`, async () => {
      const server = await startDnsServer({
        "own.test": { NS: ["ns.own.test"], MX: [[10, "mx.own.test"]] },
        "ns.own.test": { A: ["127.0.0.1"] },
      });
      const settings = {
        timeout: 5,
        clock: systemClock,
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
