import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressScopeOf } from "../../../src/observe/dns/address-scope.ts";
import type { AddressScope } from "../../../src/observe/observation.ts";

const expected: Readonly<Record<AddressScope, readonly string[]>> = {
  public: [
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "169.253.255.255",
    "172.15.255.255",
    "172.32.0.0",
    "192.0.1.0",
    "192.31.196.1",
    "192.167.255.255",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2000::1",
    "2001:200::1",
    "2001:4:112::1",
    "2001:20::1",
    "2606:4700::1111",
    "2620:4f:8000::1",
    "2A00:1450:4001:0829:0:0:0:1A",
    "3ffe::1",
    // The IPv4 address within decides.
    "::ffff:1.1.1.1",
    "::FFFF:0101:0101",
    "64:ff9b::1.1.1.1",
    "2002:101:101::1",
  ],
  private: [
    "10.0.0.0",
    "10.255.255.255",
    "100.64.0.0",
    "100.127.255.255",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "192.168.255.255",
    "fc00::1",
    "fdff:ffff::1",
    "fec0::1",
    "64:ff9b:1::1",
    "::ffff:10.1.2.3",
    "::ffff:a01:203",
    "64:ff9b::192.168.1.1",
    "64:ff9b::c0a8:101",
    "2002:a00:1::1",
  ],
  loopback: ["127.0.0.1", "127.255.255.255", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1", "2002:7f00:1::"],
  "link-local": [
    "169.254.0.1",
    "169.254.255.255",
    "fe80::1",
    "febf::1",
    "fe80::1%eth0",
    "::ffff:169.254.1.1",
  ],
  multicast: ["224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1", "64:ff9b::224.0.0.1"],
  documentation: [
    "192.0.2.1",
    "198.51.100.255",
    "203.0.113.1",
    "2001:db8::1",
    "3fff::1",
    "3fff:fff::1",
    "::ffff:192.0.2.1",
  ],
  reserved: [
    "0.0.0.0",
    "0.255.255.255",
    "192.0.0.1",
    "192.0.0.255",
    "192.88.99.1",
    "198.18.0.1",
    "198.19.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::2",
    "::192.0.2.1",
    "100::1",
    "2001::1",
    "2001:2::1",
    "2001:10::1",
    "5f00::1",
    "4000::1",
    "fe00::1",
    "::ffff:0.0.0.0",
    "64:ff9b::255.255.255.255",
  ],
};

for (const [scope, addresses] of Object.entries(expected)) {
  describe(`${scope}:`, () => {
    for (const address of addresses) {
      test(address, () => {
        assert.equal(addressScopeOf(address), scope);
      });
    }
  });
}

describe("what is no address is never public:", () => {
  for (const text of [
    "",
    "garbage",
    "1.1.1",
    "1.1.1.1.1",
    "01.1.1.1",
    "1.1.1.256",
    "1.1.1.1:25",
    "[::1]",
    "0x7f.1",
    "2130706433",
    " 1.1.1.1",
    "1.1.1.1\n",
    "::g",
  ]) {
    test(JSON.stringify(text), () => {
      assert.equal(addressScopeOf(text), "reserved");
    });
  }
});
