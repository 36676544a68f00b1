import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadTrustStores } from "../../src/observe/trust/paths.ts";
import { makeNetwork, roomFor } from "../../src/run/network.ts";
import { systemClock } from "../../src/system/clock.ts";
import type { DnsServerAddress } from "../../src/config/addresses.ts";
import type { Resolver } from "../../src/observe/dns/resolver.ts";
import { startDnsServer } from "../support/dns/zone-server.ts";

describe("how much is under way at once, by the files that are left", () => {
  const table: readonly [left: number | undefined, connections: number, aside: number, questions: number][] =
    [
      [undefined, 64, 512, 128],
      [100_000, 64, 512, 128],
      [1024, 64, 440, 128],
      [528, 64, 192, 128],
      [144, 64, 0, 32],
      [41, 12, 0, 6],
      [18, 1, 0, 1],
      [0, 1, 0, 1],
      [-5, 1, 0, 1],
    ];
  for (const [left, connections, aside, questions] of table) {
    test(`${String(left)} files: ${String(connections)} connections and ${String(aside)} slow ones, ${String(questions)} questions`, () => {
      const room = roomFor({ concurrency: 64, "dns-server": [] }, left);
      assert.deepEqual(room, { connections, aside, questions });
    });
  }
  test("a question to all name servers of a zone takes more of them", () => {
    const chosen = { concurrency: 64, "dns-server": [{ authoritative: true as const }] };
    assert.equal(roomFor(chosen, 1024).questions, 15);
  });
  test("what was asked for is never exceeded", () => {
    assert.equal(roomFor({ concurrency: 3, "dns-server": [] }, 100_000).connections, 3);
  });
});

describe("the resolver of a run", () => {
  function resolverOf(chosen: readonly DnsServerAddress[], seesDnssec: boolean): Resolver {
    const trust = loadTrustStores({});
    assert.ok(!("problem" in trust));
    const settings = {
      proxy: null,
      timeout: 5,
      "dns-server": [...chosen],
      "allow-private-addresses": true,
    };
    const machine = { name: "nobody", interfaces: {}, random: Math.random };
    const host = { clock: systemClock, machine };
    return makeNetwork({ questions: 8 }, settings, trust, host, seesDnssec).createResolver(
      new AbortController().signal,
    );
  }

  test("tells DNSSEC status where a check wants it, and is not asked about it elsewhere", async (t) => {
    const server = await startDnsServer({
      ".": { NS: ["a.root.example"], authenticated: true },
      "own.test": { A: ["192.0.2.1"] },
    });
    t.after(() => server.close());
    const chosen = [{ address: server.host, port: server.port }];
    const plain = resolverOf(chosen, false);
    assert.equal((await plain.query("own.test", "A")).dnssec, undefined);
    assert.deepEqual([server.asked.length, plain.dnssec], [1, undefined]);
    const seeing = resolverOf(chosen, true);
    assert.equal((await seeing.query("own.test", "A")).dnssec, "insecure");
    assert.equal(seeing.dnssec?.()?.validates, true);
  });

  test("sees no DNSSEC where it asks the domains' own name servers", async (t) => {
    const server = await startDnsServer({ ".": { NS: ["a.root.example"], authenticated: true } });
    t.after(() => server.close());
    const resolver = resolverOf([{ address: server.host, port: server.port }, { authoritative: true }], true);
    const answer = await resolver.query(".", "NS");
    assert.equal(answer.dnssec, "unseen");
    assert.deepEqual(resolver.dnssec?.(), { validates: false, answers: [] });
    assert.equal(server.asked.length, 1);
  });
});
