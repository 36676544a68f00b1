/** How servers, detours, proxies, control hosts and DNS servers are written. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { z } from "zod";
import {
  controlList,
  detourList,
  dnsServerList,
  proxyAddress,
  secretsOf,
  serverList,
  withoutCredentials,
} from "../../src/config/addresses.ts";

function refused(schema: z.ZodType, written: string): string {
  const parsed = schema.safeParse(written);
  assert.equal(parsed.success, false, written);
  return parsed.error?.issues.map(({ message }) => message).join("\n") ?? "";
}

describe("a server", () => {
  const cases: readonly (readonly [written: string, name: string, tls: string, submission: boolean])[] = [
    ["mail.example.com", "mail.example.com:25", "starttls", false],
    ["Mail.Example.COM.:2525", "mail.example.com:2525", "starttls", false],
    ["[2001:DB8::0:1]:25", "[2001:db8::1]:25", "starttls", false],
    ["192.0.2.1", "192.0.2.1:25", "starttls", false],
    ["smtp://mail.example.com/", "mail.example.com:25", "starttls", false],
    ["submission://mail.example.com", "mail.example.com:587", "starttls", true],
    ["smtps://mail.example.com", "mail.example.com:465", "implicit", true],
    ["mail.example.com:465", "mail.example.com:465", "implicit", true],
    ["smtp://mail.example.com:465", "smtp://mail.example.com:465", "starttls", false],
    ["smtps://mail.example.com:2465", "smtps://mail.example.com:2465", "implicit", true],
  ];
  for (const [written, name, tlsMode, submission] of cases) {
    test(`${written} is ${name}`, () => {
      const [server, second] = serverList().parse(written);
      assert.deepEqual([server?.name, server?.tlsMode, server?.submission], [name, tlsMode, submission]);
      assert.equal(second, undefined);
    });
  }

  for (const written of [
    "http://mail.example.com",
    "mail.example.com:0",
    "mail_1.example.com",
    "a b",
    ":25",
  ]) {
    test(`${written} is none`, () => assert.match(refused(serverList(), written), /is not a server/));
  }
});

describe("a detour", () => {
  test("has four parts, each of which may be empty", () => {
    assert.deepEqual(detourList().parse("mx1.example.com:25:[::1]:2525\n::localhost:"), [
      { host: "mx1.example.com", port: 25, toHost: "::1", toPort: 2525 },
      { host: undefined, port: undefined, toHost: "localhost", toPort: undefined },
    ]);
  });

  for (const written of ["mx1.example.com:25", "mx1.example.com:25::", "a:70000:b:1", "::1:25:x:1"]) {
    test(`${written} is none`, () => assert.match(refused(detourList(), written), /HOST:PORT:ADDRESS:PORT/));
  }
});

describe("a proxy", () => {
  test("has credentials with escapes, which no report shows", () => {
    const proxy = proxyAddress().parse("socks5h://me:p%40ss@proxy.example.com");
    assert.deepEqual(proxy, {
      scheme: "socks5h",
      host: "proxy.example.com",
      port: 1080,
      username: "me",
      password: "p@ss",
    });
    assert.equal(withoutCredentials(proxy), "socks5h://***@proxy.example.com:1080");
    assert.deepEqual(secretsOf(proxy), ["p@ss", "p%40ss", Buffer.from("me:p@ss").toString("base64")]);
  });

  for (const written of [
    "https://me:hunter2@proxy.example.com",
    "me:hunter2@proxy.example.com",
    "socks5://me:hunter2%@proxy.example.com",
    "socks5://me:hunter2@proxy.example.com:99999",
    "socks5://:hunter2@proxy.example.com",
  ]) {
    test(`${written} is refused, without a word of its password`, () => {
      assert.doesNotMatch(refused(proxyAddress(), written), /hunter2/);
    });
  }
});

test("control hosts have port 25 where none is given; off is none", () => {
  assert.deepEqual(controlList().parse("a.example.com, [2001:db8::1]:587"), [
    { host: "a.example.com", port: 25 },
    { host: "2001:db8::1", port: 587 },
  ]);
  assert.deepEqual(controlList().parse("off"), []);
  assert.match(refused(controlList(), "http://x"), /is not host:port/);
});

test("DNS is answered by addresses, one URL, or the domains' own servers", () => {
  assert.deepEqual(dnsServerList().parse("192.0.2.53, [2001:db8::53]:5353, authoritative"), [
    { address: "192.0.2.53", port: 53 },
    { address: "2001:db8::53", port: 5353 },
    { authoritative: true },
  ]);
  assert.deepEqual(dnsServerList().parse("https://dns.example/dns-query"), [
    { url: "https://dns.example/dns-query" },
  ]);
  assert.match(refused(dnsServerList(), "https://a.example/ 192.0.2.53"), /is not an IP address/);
  assert.match(refused(dnsServerList(), "https://a.example/, 192.0.2.53"), /stands alone/);
  assert.match(refused(dnsServerList(), "https://me:hunter2@a.example/"), /^This .*without credentials/);
});
