import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { systemClock } from "../../../src/system/clock.ts";
import { lookUpHost, lookUpMx } from "../../../src/observe/dns/mx.ts";
import type { Resolver } from "../../../src/observe/dns/resolver.ts";
import { mxHost, mxObservation } from "../../../src/observe/schemas/observation.ts";
import type { MxHost, MxObservation } from "../../../src/observe/observation.ts";
import { asking } from "./asking.ts";
import { FLAGS, RCODES, reply, startServer } from "../../support/dns/scripted-answers.ts";
import { tableResolver } from "../../support/dns/table-resolver.ts";

const both: readonly (4 | 6)[] = [4, 6];

/** Looks up example.com, and checks the observation's form. */
async function lookUp(
  resolver: Resolver,
  { families = both, maxHosts = 50, domain = "example.com" } = {},
): Promise<MxObservation> {
  return mxObservation.parse(await lookUpMx(domain, resolver, { families, maxHosts, clock: systemClock }));
}

const names = ({ hosts }: MxObservation): string[] =>
  hosts.map(({ preference, host }) => `${String(preference)} ${host}`);

describe("a domain with MX records", () => {
  test("has its hosts by preference, then by name, each with its addresses, IPv4 first", async () => {
    const resolver = tableResolver({
      "MX example.com": ["20 mx3.example.com", "10 mx2.example.com", "10 mx1.example.com"],
      "A mx1.example.com": ["192.0.2.2", "192.0.2.1"],
      "AAAA mx1.example.com": ["2001:db8::1"],
      "AAAA mx2.example.com": ["2606:4700::1"],
      "A mx3.example.com": { outcome: "nxdomain" },
      "AAAA mx3.example.com": { outcome: "nxdomain" },
    });
    const mx = await lookUp(resolver);
    assert.deepEqual(names(mx), ["10 mx1.example.com", "10 mx2.example.com", "20 mx3.example.com"]);
    assert.deepEqual(
      mx.hosts.map(({ addresses }) => addresses),
      [
        [
          { address: "192.0.2.2", family: 4, scope: "documentation" },
          { address: "192.0.2.1", family: 4, scope: "documentation" },
          { address: "2001:db8::1", family: 6, scope: "documentation" },
        ],
        [{ address: "2606:4700::1", family: 6, scope: "public" }],
        [],
      ],
    );
    assert.deepEqual(
      mx.hosts.map(({ a, aaaa }) => [a?.outcome, aaaa?.outcome]),
      [
        ["answer", "answer"],
        ["nodata", "answer"],
        ["nxdomain", "nxdomain"],
      ],
    );
    assert.deepEqual([mx.implicit, mx.listed, mx.root], [false, undefined, undefined]);
  });

  test("has a host as often as it is listed, but asks for it once", async () => {
    const resolver = tableResolver({
      "MX example.com": ["10 mx.example.com", "20 mx.example.com", "10 mx.example.com"],
      "A mx.example.com": ["192.0.2.1", "192.0.2.1"],
    });
    const mx = await lookUp(resolver);
    assert.deepEqual(names(mx), ["10 mx.example.com", "10 mx.example.com", "20 mx.example.com"]);
    assert.ok(mx.hosts.every(({ addresses }) => addresses.length === 1));
    assert.deepEqual(resolver.asked, ["MX example.com", "A mx.example.com", "AAAA mx.example.com"]);
  });

  test("has no more hosts than asked for, the most preferred ones, and says how many are listed", async () => {
    const resolver = tableResolver({ "MX example.com": ["30 c.example", "10 a.example", "20 b.example"] });
    const mx = await lookUp(resolver, { maxHosts: 2 });
    assert.deepEqual([names(mx), mx.listed], [["10 a.example", "20 b.example"], 3]);
    assert.ok(!resolver.asked.includes("A c.example"));
    assert.equal((await lookUp(resolver, { maxHosts: 3 })).listed, undefined);
  });

  test("is asked for the wanted address families only", async () => {
    const resolver = tableResolver({
      "MX example.com": ["10 mx.example.com"],
      "A mx.example.com": ["192.0.2.1"],
    });
    const mx = await lookUp(resolver, { families: [6] });
    assert.deepEqual(resolver.asked, ["MX example.com", "AAAA mx.example.com"]);
    assert.deepEqual([mx.hosts[0]?.a, mx.hosts[0]?.addresses], [undefined, []]);
  });

  test("that name no host is not asked about it", async () => {
    const listed = [
      "0 .",
      "1 192.0.2.1",
      "2 mail!.example.com",
      String.raw`3 a\032b.example`,
      "4 2001:db8::1",
    ];
    const resolver = tableResolver({ "MX example.com": listed });
    const mx = await lookUp(resolver);
    assert.deepEqual(
      mx.hosts.map(({ form }) => form),
      ["root", "address", "invalid", "invalid", "address"],
    );
    assert.ok(mx.hosts.every(({ addresses }) => addresses.length === 0));
    assert.deepEqual(resolver.asked, ["MX example.com"]);
  });

  test("that have an underscore in their names is asked for their addresses, as senders do", async () => {
    const resolver = tableResolver({
      "MX example.com": ["10 mail_1.example.com", "20 _mx.example.com"],
      "A mail_1.example.com": ["192.0.2.1"],
    });
    const { hosts } = await lookUp(resolver);
    assert.deepEqual(
      hosts.map(({ form, addresses }) => `${form} ${addresses.map(({ address }) => address).join()}`),
      ["hostname 192.0.2.1", "hostname "],
    );
  });

  test("is found in any spelling", async () => {
    const resolver = tableResolver({ "MX example.com": ["0 ."] });
    assert.deepEqual(names(await lookUp(resolver, { domain: "Example.COM." })), ["0 ."]);
  });
});

describe("a domain without MX records", () => {
  test("is its own host", async () => {
    const resolver = tableResolver({ "A example.com": ["192.0.2.1"] });
    const mx = await lookUp(resolver);
    assert.deepEqual([names(mx), mx.implicit], [["null example.com"], true]);
    assert.deepEqual(
      mx.hosts[0]?.addresses.map(({ address }) => address),
      ["192.0.2.1"],
    );
  });

  test("and without addresses has no host", async () => {
    const mx = await lookUp(tableResolver({}));
    assert.deepEqual([mx.hosts, mx.implicit, mx.question.outcome], [[], true, "nodata"]);
  });

  test("stays its host where one family was not asked for", async () => {
    const mx = await lookUp(tableResolver({ "AAAA example.com": ["2001:db8::1"] }), { families: [4] });
    assert.deepEqual([names(mx), mx.hosts[0]?.addresses], [["null example.com"], []]);
  });

  test("stays its host where the question for its addresses failed", async () => {
    const mx = await lookUp(tableResolver({ "AAAA example.com": { outcome: "timeout" } }));
    assert.deepEqual([names(mx), mx.hosts[0]?.aaaa?.outcome], [["null example.com"], "timeout"]);
  });

  test("because its aliases run in a circle has no host and is asked no more", async () => {
    const resolver = tableResolver({ "MX example.com": { outcome: "nodata", aliasLoop: true } });
    const mx = await lookUp(resolver);
    assert.deepEqual([mx.hosts, mx.implicit, resolver.asked], [[], false, ["MX example.com"]]);
  });

  test("because it does not exist has no host and is asked no more", async () => {
    const resolver = tableResolver({ "MX example.com": { outcome: "nxdomain" } });
    const mx = await lookUp(resolver);
    assert.deepEqual([mx.hosts, mx.implicit, mx.root, mx.topLevels], [[], false, undefined, undefined]);
    assert.deepEqual(resolver.asked, ["MX example.com", "NS com"]);
  });

  test("because its top-level domain does not exist makes the usual ones be asked about", async () => {
    const nothing = { outcome: "nxdomain" } as const;
    const resolver = tableResolver({ "MX example.cmo": nothing, "NS cmo": nothing, "NS org": nothing });
    const { topLevels } = await lookUp(resolver, { domain: "example.cmo" });
    assert.deepEqual(
      topLevels?.map(({ name, outcome }) => `${name} ${outcome}`),
      ["cmo nxdomain", "com nodata", "net nodata", "org nxdomain"],
    );
  });

  test("because its aliases are too many has no host and is asked no more", async () => {
    const resolver = tableResolver({ "MX example.com": { outcome: "nodata", aliasLimit: 16 } });
    const mx = await lookUp(resolver);
    assert.deepEqual([mx.hosts, mx.implicit, resolver.asked], [[], false, ["MX example.com"]]);
  });
});

describe("a question that fails", () => {
  for (const outcome of ["servfail", "timeout", "unreachable", "refused"] as const) {
    test(`by ${outcome} makes the root be asked`, async () => {
      const resolver = tableResolver({ "MX example.com": { outcome }, "NS .": ["a.root-servers.net"] });
      const mx = await lookUp(resolver);
      assert.deepEqual([mx.hosts, mx.root?.values], [[], ["a.root-servers.net"]]);
      assert.deepEqual(resolver.asked, ["MX example.com", "NS ."]);
    });
  }

  for (const outcome of ["malformed", "local-limit", "aborted", "nxdomain"] as const) {
    test(`by ${outcome} does not`, async () => {
      assert.equal((await lookUp(tableResolver({ "MX example.com": { outcome } }))).root, undefined);
    });
  }

  test("at a host's address counts as well, and the root is asked once", async () => {
    const resolver = tableResolver({
      "MX example.com": ["10 a.example", "20 b.example"],
      "A a.example": { outcome: "servfail" },
      "AAAA a.example": { outcome: "timeout" },
      "A b.example": { outcome: "refused" },
      "NS .": { outcome: "servfail" },
    });
    const mx = await lookUp(resolver);
    assert.equal(mx.root?.outcome, "servfail");
    assert.equal(resolver.asked.filter((question) => question.startsWith("NS")).length, 1);
  });
});

describe("a server that is named directly", () => {
  const lookUpServer = async (host: string, resolver: Resolver): Promise<MxHost> =>
    mxHost.parse(await lookUpHost(host, resolver, { families: both }));

  test("has the addresses of its name", async () => {
    const resolver = tableResolver({ "A mx.example.com": ["192.0.2.1"], "AAAA mx.example.com": ["::1"] });
    const { host, preference, form, addresses } = await lookUpServer("MX.example.com.", resolver);
    assert.deepEqual([host, preference, form], ["mx.example.com", null, "hostname"]);
    assert.deepEqual(
      addresses.map(({ address, scope }) => `${address} ${scope}`),
      ["192.0.2.1 documentation", "::1 loopback"],
    );
  });

  test("that is an address needs no question", async () => {
    const resolver = tableResolver({});
    const { form, addresses } = await lookUpServer("2606:4700::1", resolver);
    assert.deepEqual(
      [form, addresses],
      ["address", [{ address: "2606:4700::1", family: 6, scope: "public" }]],
    );
    assert.deepEqual(resolver.asked, []);
  });

  test("that is no name is invalid", async () => {
    const resolver = tableResolver({});
    assert.equal((await lookUpServer("münchen.example", resolver)).form, "invalid");
    assert.deepEqual(resolver.asked, []);
  });
});

test("over the wire: null MX beside a host with an alias, and a broken signature", async () => {
  const server = await startServer((query) => {
    const { name, type } = query;
    if (name === "bogus.example") {
      return [reply(query, query.packet.flag_cd ? {} : { rcode: RCODES.SERVFAIL })];
    }
    if (type === "MX") {
      const mx = (preference: number, exchange: string) =>
        ({ type: "MX", name, data: { preference, exchange } }) as const;
      return [
        reply(query, { flags: FLAGS.AD, answers: [mx(5, "MX.example"), mx(0, "."), mx(9, "bogus.example")] }),
      ];
    }
    if (type !== "A") return [reply(query)];
    const alias = { type: "CNAME", name, data: "real.example" } as const;
    return [reply(query, { answers: [alias, { type: "A", name: "real.example", data: "192.0.2.1" }] })];
  });
  const mx = await lookUp(asking([server]));
  assert.deepEqual(names(mx), ["0 .", "5 mx.example", "9 bogus.example"]);
  assert.equal(mx.question.authenticated, true);
  assert.deepEqual(mx.hosts[1]?.a?.aliases, ["real.example"]);
  assert.equal(mx.hosts[2]?.a?.withCheckingDisabled, "nodata");
  assert.equal(mx.root?.outcome, "nodata");
});
