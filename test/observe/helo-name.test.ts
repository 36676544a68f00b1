import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressLiteral, publicMachineName } from "../../src/observe/helo-name.ts";
import { tableResolver } from "../support/dns/table-resolver.ts";
import type { Entry } from "../support/dns/table-resolver.ts";

describe("the machine's own name", () => {
  const cases: readonly [
    what: string,
    machine: string,
    table: Readonly<Record<string, Entry>>,
    name: string | undefined,
  ][] = [
    [
      "that has a public IPv4 address",
      "ci.example.com",
      { "A ci.example.com": ["8.8.4.4"] },
      "ci.example.com",
    ],
    [
      "that has a public IPv6 address",
      "ci.example.com",
      { "AAAA ci.example.com": ["2a00:1450::1"] },
      "ci.example.com",
    ],
    [
      "that has a public address beside a private one",
      "ci.example.com",
      { "A ci.example.com": ["10.0.0.5", "8.8.4.4"] },
      "ci.example.com",
    ],
    [
      "in capitals with a trailing dot",
      "CI.Example.COM.",
      { "A ci.example.com": ["8.8.4.4"] },
      "ci.example.com",
    ],
    [
      "that has private addresses only",
      "ci.example.com",
      { "A ci.example.com": ["10.0.0.5", "127.0.1.1"] },
      undefined,
    ],
    ["that does not exist", "ci.example.com", { "A ci.example.com": { outcome: "nxdomain" } }, undefined],
    [
      "that nobody could look up",
      "ci.example.com",
      { "A ci.example.com": { outcome: "timeout" } },
      undefined,
    ],
    ["that has no address", "ci.example.com", {}, undefined],
  ];
  for (const [what, machine, table, name] of cases) {
    test(`${what} is ${name === undefined ? "not said" : "said"}`, async () => {
      assert.equal(await publicMachineName(machine, tableResolver(table)), name);
    });
  }

  for (const machine of ["runner", "localhost", "", "runner."]) {
    test(`that is not fully qualified is not asked for: ${JSON.stringify(machine)}`, async () => {
      const resolver = tableResolver({});
      assert.deepEqual([await publicMachineName(machine, resolver), resolver.asked], [undefined, []]);
    });
  }
});

describe("the address literal", () => {
  const cases: readonly [local: string | undefined, literal: string][] = [
    ["192.0.2.1", "[192.0.2.1]"],
    ["2001:db8::1", "[IPv6:2001:db8::1]"],
    ["::1", "[IPv6:::1]"],
    ["fe80::1%eth0", "[IPv6:fe80::1]"],
    [undefined, "[127.0.0.1]"],
  ];
  for (const [local, literal] of cases) {
    test(`of ${local ?? "an unknown address"} is ${literal}`, () => {
      assert.equal(addressLiteral(local), literal);
    });
  }
});
