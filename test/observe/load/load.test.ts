import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { CONNECTIONS_PER_OPERATOR, SECONDS_OF_AN_ENDPOINT } from "../../../src/observe/bounds.ts";
import { oneAddressOf } from "../../../src/observe/load/one-address.ts";
import { operatorOf } from "../../../src/observe/load/operator.ts";
import { ownerOf } from "../../../src/observe/load/owner.ts";
import { placesPerOperator, politenessBounds } from "../../../src/observe/load/politeness.ts";
import type { HostAddress } from "../../../src/observe/observation.ts";

describe("the owner of a name", () => {
  // python3: int(hashlib.sha256(name).hexdigest(), 16) % of + 1
  for (const [name, of, owner] of [
    ["mx1.example.com", 20, 20],
    ["mx1.example.com", 1000, 640],
    ["example.com", 2, 2],
    ["example.com", 1000, 832],
    ["192.0.2.1", 20, 14],
    ["example.org", 1, 1],
  ] as const)
    test(`${name} belongs to shard ${String(owner)} of ${String(of)}`, () =>
      assert.equal(ownerOf(name, of), owner));

  test("is one of them, whatever the name", () =>
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 1000 }), (name, of) => {
        const owner = ownerOf(name, of);
        assert.ok(Number.isInteger(owner) && owner >= 1 && owner <= of);
      }),
    ));
});

describe("the operator of a host", () => {
  for (const [host, operator] of [
    ["mx1.example.com", "example.com"],
    ["example-com.mail.protection.outlook.com", "outlook.com"],
    ["mail.example.co.uk", "example.co.uk"],
    ["mail.other.co.uk", "other.co.uk"],
    // Of the private part of the list: many customers, one operator.
    ["a.cloudfront.net", "cloudfront.net"],
    ["mx1.example.test", "example.test"],
    ["_mx.example.com", "example.com"],
    ["co.uk", "co.uk"],
    ["localhost", "localhost"],
    ["192.0.2.1", "192.0.2.1"],
    ["2001:db8::1", "2001:db8::1"],
  ] as const)
    test(`${host}: ${operator}`, () => assert.equal(operatorOf(host), operator));
});

const at = (address: string, scope: HostAddress["scope"] = "public"): HostAddress => ({
  address,
  family: address.includes(":") ? 6 : 4,
  scope,
});

describe("one address of a host", () => {
  const many = ["192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"].map((address) => at(address));

  test("is the same in whatever order they come", () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: many.length, maxLength: many.length }), (shuffled) =>
        assert.equal(oneAddressOf("mx.test", shuffled), oneAddressOf("mx.test", many)),
      ),
    ));

  test("differs from host to host", () => {
    const hosts = Array.from({ length: 40 }, (_, index) => `mx${String(index)}.test`);
    const chosen = new Set(hosts.map((host) => oneAddressOf(host, many)?.address));
    assert.equal(chosen.size, many.length);
  });

  test("is public, and of IPv4, where there is one", () => {
    const mixed = [at("2001:db8::1"), at("10.0.0.1", "private"), at("192.0.2.1")];
    assert.equal(oneAddressOf("mx.test", mixed)?.address, "192.0.2.1");
    assert.equal(oneAddressOf("mx.test", mixed.slice(0, 2))?.address, "2001:db8::1");
    assert.equal(oneAddressOf("mx.test", mixed.slice(1, 2))?.address, "10.0.0.1");
    assert.equal(oneAddressOf("mx.test", []), undefined);
  });
});

describe("the bound by politeness", () => {
  test("a shard has its part of the places, and at least one", () => {
    assert.deepEqual(
      [undefined, 1, 2, 3, 8, 9, 1000].map((shards) => placesPerOperator(shards)),
      [8, 8, 4, 2, 1, 1, 1],
    );
  });

  const hosts = (count: number, domain: string, address = (index: number) => `192.0.2.${String(index)}`) =>
    Array.from({ length: count }, (_, index) => ({
      host: `mx${String(index)}.${domain}`,
      address: address(index),
    }));

  test("names operators that take longer than there is time, the slowest first", () => {
    const endpoints = [...hosts(100, "small.test"), ...hosts(900, "large.test"), ...hosts(50, "none.test")];
    const secondsLeft = 12;
    const bounds = politenessBounds(endpoints, { atOnce: CONNECTIONS_PER_OPERATOR, secondsLeft });
    assert.deepEqual(
      bounds.map(({ operator, endpoints: count, atOnce }) => [operator, count, atOnce]),
      [
        ["large.test", 900, 8],
        ["small.test", 100, 8],
      ],
    );
    assert.equal(bounds[0]?.seconds, (900 * SECONDS_OF_AN_ENDPOINT) / 8);
  });

  test("names an address that many hosts share: it has one connection at a time", () => {
    const endpoints = hosts(20, "one.test", () => "192.0.2.9");
    const bounds = politenessBounds(endpoints, { atOnce: 8, secondsLeft: 10 });
    assert.deepEqual(
      bounds.map(({ operator, atOnce }) => [operator, atOnce]),
      [["192.0.2.9", 1]],
    );
  });

  test("names nobody of whom none has to wait: what is short there is the deadline alone", () => {
    const literal = [{ host: "127.0.0.1", address: "127.0.0.1" }];
    for (const endpoints of [literal, hosts(8, "small.test")])
      assert.deepEqual(politenessBounds(endpoints, { atOnce: 8, secondsLeft: 0 }), []);
    const [bound, ...others] = politenessBounds([...literal, ...literal], { atOnce: 8, secondsLeft: 0 });
    assert.deepEqual([bound?.operator, bound?.atOnce, others], ["127.0.0.1", 1, []]);
  });

  test("names nobody where there is time", () =>
    assert.deepEqual(politenessBounds(hosts(900, "large.test"), { atOnce: 8, secondsLeft: 600 }), []));
});
