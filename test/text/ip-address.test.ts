import assert from "node:assert/strict";
import { isIP, isIPv6 } from "node:net";
import { describe, test } from "node:test";
import fc from "fast-check";
import { formatIpv4, formatIpv6, ipVersion, ipv6Groups } from "../../src/text/ip-address.ts";

const octetsOf = (groups: readonly number[]): Uint8Array =>
  Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));

test("four octets are an IPv4 address", () => {
  assert.equal(formatIpv4(Uint8Array.of(192, 0, 2, 255)), "192.0.2.255");
});

describe("sixteen octets are an IPv6 address in its canonical form (RFC 5952)", () => {
  for (const [groups, text] of [
    [[0, 0, 0, 0, 0, 0, 0, 0], "::"],
    [[0, 0, 0, 0, 0, 0, 0, 1], "::1"],
    [[1, 0, 0, 0, 0, 0, 0, 0], "1::"],
    [[0x2001, 0xdb8, 0, 0, 1, 0, 0, 1], "2001:db8::1:0:0:1"],
    [[0x2001, 0xdb8, 0, 1, 0, 0, 0, 1], "2001:db8:0:1::1"],
    [[0x2001, 0xdb8, 0, 1, 1, 1, 1, 1], "2001:db8:0:1:1:1:1:1"],
    [[0x2001, 0xdb8, 0xa, 0xb, 0xc, 0xd, 0, 0], "2001:db8:a:b:c:d::"],
    [[0, 0, 0, 0, 0, 0xffff, 0xc000, 0x0201], "::ffff:192.0.2.1"],
  ] as const) {
    test(text, () => {
      assert.equal(formatIpv6(octetsOf(groups)), text);
    });
  }
});

describe("the groups of an IPv6 address are read from every spelling", () => {
  test("which always gives back what was written", () => {
    const address = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 0xffff })), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(address, (groups) => {
        const text = formatIpv6(octetsOf(groups));
        assert.ok(isIPv6(text));
        assert.deepEqual(ipv6Groups(text), groups);
      }),
    );
  });

  for (const [text, groups] of [
    ["0064:FF9B::192.0.2.33", [0x64, 0xff9b, 0, 0, 0, 0, 0xc000, 0x221]],
    ["1:2:3:4:5:6:1.2.3.4", [1, 2, 3, 4, 5, 6, 0x102, 0x304]],
    ["0:0:0:0:0:0:0:0", [0, 0, 0, 0, 0, 0, 0, 0]],
    ["1:2:3:4:5:6:7::", [1, 2, 3, 4, 5, 6, 7, 0]],
  ] as const) {
    test(text, () => {
      assert.deepEqual(ipv6Groups(text), groups);
    });
  }

  for (const text of ["", "192.0.2.1", "fe80::1%eth0", "1::2::3", "12345::"]) {
    test(`but not from ${JSON.stringify(text)}`, () => {
      assert.equal(ipv6Groups(text), undefined);
    });
  }
});

describe("the version of an address is what Node says", () => {
  const texts = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.string(),
    fc.constantFrom(
      "",
      "::",
      "::1",
      "fe80::1%eth0",
      "::ffff:192.0.2.1",
      "192.0.2",
      "192.0.2.1:25",
      "[::1]",
      "mx.example",
    ),
  );
  test("of an address, and of a text that is none", () => {
    fc.assert(fc.property(texts, (text) => assert.equal(ipVersion(text), isIP(text))));
  });
});
