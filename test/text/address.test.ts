/** Addresses with ports, and what a port of mail means. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hostAddressPort, hostPort, parseAddressPort, serviceAt } from "../../src/text/address.ts";

describe("an address with a port is read from", () => {
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
      assert.deepEqual(parseAddressPort(text, 53), { address, port });
    });
  }
});

describe("no address with a port is", () => {
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
      assert.equal(parseAddressPort(text, 53), undefined);
    });
  }
});

test("a host with its port has brackets around an IPv6 address", () => {
  assert.deepEqual(
    [hostPort("mx.test", 25), hostPort("192.0.2.1", 25), hostPort("2001:db8::1", 465)],
    ["mx.test:25", "192.0.2.1:25", "[2001:db8::1]:465"],
  );
  assert.equal(hostAddressPort("mx.test", { address: "2001:db8::1", port: 25 }), "mx.test [2001:db8::1]:25");
});

test("a port means a service", () => {
  const means = [25, 465, 587, 2525].map((port) => {
    const { tlsMode, submission } = serviceAt(port);
    return `${String(port)} ${tlsMode}${submission ? " submission" : ""}`;
  });
  assert.deepEqual(means, [
    "25 starttls",
    "465 implicit submission",
    "587 starttls submission",
    "2525 starttls",
  ]);
});
