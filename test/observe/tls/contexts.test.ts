import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { listen } from "../../support/tcp/raw-server.ts";
import { createTlsContexts, type HelloKind } from "../../../src/observe/tls/contexts.ts";
import { readClientHello, type ClientHello } from "./client-hello.ts";
import { dial, shake } from "./tls-server.ts";

const SERVER_NAME = 0;
const SUPPORTED_GROUPS = 10;
const PADDING = 21;
const SUPPORTED_VERSIONS = 43;
const X25519_MLKEM768 = 0x11ec;
const TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 = 0xc030;
const TLS_RSA_WITH_AES_128_CBC_SHA = 0x002f;
/** Anonymous or without encryption, as they stand in the IANA registry. */
const WORTHLESS = new Set([
  0x0001, 0x0002, 0x003b, 0x0034, 0x003a, 0x006c, 0x006d, 0xc010, 0xc015, 0xc018, 0xc019,
]);

/** The ClientHello that a server gets to see. */
async function helloOf(hello: HelloKind, serverName = "mx.example.com"): Promise<ClientHello> {
  let seen: ClientHello | undefined;
  const server = await listen({ host: "127.0.0.1" }, (socket) => {
    let bytes = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      seen = readClientHello(bytes);
      if (seen !== undefined) socket.destroy();
    });
  });
  await shake(await dial(server.port), { hello, serverName });
  await server.close();
  assert.ok(seen);
  return seen;
}

function groupsOf(hello: ClientHello): number[] {
  const list = hello.extensions.get(SUPPORTED_GROUPS)?.subarray(2) ?? Buffer.alloc(0);
  return Array.from({ length: list.length / 2 }, (_, index) => list.readUInt16BE(2 * index));
}

describe("the contexts of a run", () => {
  test("read the anchors when the first one is asked for, and are made once", () => {
    let reads = 0;
    const contexts = createTlsContexts(() => {
      reads += 1;
      return [];
    });
    assert.equal(reads, 0);
    assert.equal(contexts.full, contexts.full);
    assert.equal(reads, 1);
    assert.equal(contexts.legacy, contexts.legacy);
    assert.equal(reads, 1);
  });
});

describe("the ClientHello", () => {
  test("full: offers today's post-quantum group and every version from 1.0 to 1.3", async () => {
    const hello = await helloOf("full");
    assert.ok(groupsOf(hello).includes(X25519_MLKEM768));
    assert.equal(hello.extensions.get(SUPPORTED_VERSIONS)?.toString("hex"), "080304030303020301");
    assert.ok(hello.octets > 1448, "takes two segments");
  });

  test("full: offers strong suites before weak ones, and none that is worthless", async () => {
    const { cipherSuites } = await helloOf("full");
    const strong = cipherSuites.indexOf(TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384);
    const weak = cipherSuites.indexOf(TLS_RSA_WITH_AES_128_CBC_SHA);
    assert.ok(strong >= 0 && weak > strong, cipherSuites.join(" "));
    assert.deepEqual(
      cipherSuites.filter((suite) => WORTHLESS.has(suite)),
      [],
    );
  });

  test("small: is one padded record of 517 octets with classic groups", async () => {
    const hello = await helloOf("small");
    assert.equal(hello.octets, 517);
    assert.ok(hello.extensions.has(PADDING));
    assert.ok(!groupsOf(hello).includes(X25519_MLKEM768));
    assert.equal(hello.extensions.get(SUPPORTED_VERSIONS)?.toString("hex"), "080304030303020301");
  });

  test("small: offers worthless suites too, behind all others", async () => {
    const { cipherSuites } = await helloOf("small");
    // The last one is no suite: it signals secure renegotiation (RFC 5746 3.3).
    const firstWorthless = cipherSuites.findIndex((suite) => WORTHLESS.has(suite));
    assert.ok(firstWorthless > cipherSuites.indexOf(TLS_RSA_WITH_AES_128_CBC_SHA));
    assert.ok(WORTHLESS.has(cipherSuites.at(-2) ?? 0));
  });

  test("small: stays within one segment with the longest name there is", async () => {
    const longest = `${"a".repeat(61)}.`.repeat(4).slice(0, 247);
    assert.ok((await helloOf("small", longest)).octets < 1200);
  });

  test("legacy: offers TLS 1.1 at most", async () => {
    const hello = await helloOf("legacy");
    assert.equal(hello.extensions.has(SUPPORTED_VERSIONS), false);
    assert.deepEqual(
      hello.cipherSuites.filter((suite) => suite >> 8 === 0x13),
      [],
    );
    assert.ok(hello.cipherSuites.includes(TLS_RSA_WITH_AES_128_CBC_SHA));
  });

  const names: [serverName: string | undefined, sent: string | undefined][] = [
    ["mx.example.com", "mx.example.com"],
    ["MX.Example.COM.", "mx.example.com"],
    ["xn--mx-bja.example", "xn--mx-bja.example"],
    ["192.0.2.1", undefined],
    ["2001:db8::1", undefined],
    ["", undefined],
    [".", undefined],
    ["a".repeat(256), undefined],
  ];
  for (const [serverName, sent] of names) {
    test(`names the server: ${JSON.stringify(serverName)} as ${String(sent)}`, async () => {
      const { extensions } = await helloOf("full", serverName);
      // List length, kind of name, name length.
      assert.equal(extensions.get(SERVER_NAME)?.subarray(5).toString(), sent);
    });
  }
});
