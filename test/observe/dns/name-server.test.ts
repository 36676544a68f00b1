import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatServer, parseServer, systemServers } from "../../../src/observe/dns/name-server.ts";

describe("a name server is read from", () => {
  for (const [text, address, port] of [
    ["192.0.2.53", "192.0.2.53", 53],
    ["192.0.2.53:5353", "192.0.2.53", 5353],
    ["2001:db8::53", "2001:db8::53", 53],
    ["[2001:db8::53]", "2001:db8::53", 53],
    ["[2001:db8::53]:5353", "2001:db8::53", 5353],
    ["::1", "::1", 53],
    ["fe80::1%eth0", "fe80::1%eth0", 53],
    ["[fe80::1%eth0]:65535", "fe80::1%eth0", 65_535],
  ] as const) {
    test(text, () => {
      assert.deepEqual(parseServer(text), { address, port });
    });
  }
});

describe("no name server is", () => {
  for (const text of [
    "",
    "dns.example",
    "dns.example:53",
    "192.0.2.53:",
    "192.0.2.53:0",
    "192.0.2.53:65536",
    "192.0.2.53:5e1",
    "192.0.2.53:-1",
    "192.0.2",
    "[192.0.2.53]:53",
    "[2001:db8::53",
    "[2001:db8::53]:",
    "[]:53",
    "192.0.2.53:53 ",
    "https://dns.example/dns-query",
  ]) {
    test(JSON.stringify(text), () => {
      assert.equal(parseServer(text), undefined);
    });
  }
});

test("a name server is written with an IPv6 address in brackets", () => {
  assert.equal(formatServer({ address: "192.0.2.53", port: 53 }), "192.0.2.53:53");
  assert.equal(formatServer({ address: "2001:db8::53", port: 5353 }), "[2001:db8::53]:5353");
});

describe("the system's name servers", () => {
  test("are those that node:dns knows", () => {
    for (const { address, port } of systemServers()) {
      assert.deepEqual(parseServer(formatServer({ address, port })), { address, port });
    }
  });

  test("are read in its spellings", () => {
    assert.deepEqual(systemServers(["127.0.0.1", "[::1]:5353", "fe80::1%eth0"]), [
      { address: "127.0.0.1", port: 53 },
      { address: "::1", port: 5353 },
      { address: "fe80::1%eth0", port: 53 },
    ]);
  });
});
