import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseAddressPort } from "../../../src/text/address.ts";
import { formatServer, systemServers } from "../../../src/observe/dns/name-server.ts";

test("a name server is written with an IPv6 address in brackets", () => {
  assert.equal(formatServer({ address: "192.0.2.53", port: 53 }), "192.0.2.53:53");
  assert.equal(formatServer({ address: "2001:db8::53", port: 5353 }), "[2001:db8::53]:5353");
});

describe("the system's name servers", () => {
  test("are those that node:dns knows", () => {
    for (const { address, port } of systemServers()) {
      assert.deepEqual(parseAddressPort(formatServer({ address, port }), 1), { address, port });
    }
  });

  test("are read in its spellings", () => {
    assert.deepEqual(systemServers(["127.0.0.1", "[::1]:5353", "fe80::1%eth0"]), [
      { address: "127.0.0.1", port: 53 },
      { address: "::1", port: 5353 },
      { address: "fe80::1%eth0", port: 53 },
    ]);
  });

  test("keep the zone that resolv.conf gives to a link-local address, and node:dns leaves out", () => {
    const resolvConf =
      "# old\nnameserver 192.0.2.53\n nameserver FE80:0::1%eth0 # router\nnameserver fe80::2%3\n";
    assert.deepEqual(
      systemServers(["192.0.2.53", "fe80::1", "[fe80::2]:53", "fe80::3"], resolvConf).map(
        ({ address }) => address,
      ),
      ["192.0.2.53", "fe80::1%eth0", "fe80::2%3", "fe80::3"],
    );
  });
});
