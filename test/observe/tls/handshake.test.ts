import assert from "node:assert/strict";
import { getEventListeners, once } from "node:events";
import { connect } from "node:net";
import { describe, test } from "node:test";
import type { TlsOptions } from "node:tls";
import { DAY, issue, type Issued } from "../../support/certificates/issue.ts";
import { listen } from "../../support/tcp/raw-server.ts";
import type { TlsHandshake } from "../../../src/observe/observation.ts";
import { tlsHandshake } from "../../../src/observe/schemas/observation.ts";
import type { HelloKind } from "../../../src/observe/tls/contexts.ts";
import { classifyTlsError } from "../../../src/observe/tls/handshake.ts";
import { dial, meet, serving, shake, withTlsServer } from "./tls-server.ts";

const ANY_STRENGTH = "DEFAULT:@SECLEVEL=0";
const root = issue({ subject: "Root", ca: true });
const middle = issue({ subject: "Middle", issuer: root, ca: true });
const leaf = issue({ subject: "mx.example.com", issuer: middle, dnsNames: ["mx.example.com"] });
const rsaLeaf = issue({ subject: "mx.example.com", key: "rsa2048" });
const stranger = issue({ subject: "Stranger", ca: true });

type Told = Pick<TlsHandshake, "version" | "cipher" | "keyExchange">;

describe("a handshake that is done", () => {
  const servers: [case_: string, options: TlsOptions, hello: HelloKind, told: Told][] = [
    [
      "TLS 1.3 with a post-quantum group",
      serving(leaf),
      "full",
      { version: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384", keyExchange: "X25519MLKEM768" },
    ],
    [
      "TLS 1.3 with a classic group",
      serving(leaf),
      "small",
      { version: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384", keyExchange: "X25519" },
    ],
    [
      "TLS 1.3 with a NIST curve",
      { ...serving(leaf), ecdhCurve: "P-256" },
      "full",
      { version: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384", keyExchange: "ECDH prime256v1 256" },
    ],
    [
      "TLS 1.2 in the client's order",
      { ...serving(rsaLeaf), maxVersion: "TLSv1.2", honorCipherOrder: false },
      "full",
      { version: "TLSv1.2", cipher: "ECDHE-RSA-AES256-GCM-SHA384", keyExchange: "X25519" },
    ],
    [
      "TLS 1.2 with a Diffie-Hellman group",
      { ...serving(rsaLeaf), maxVersion: "TLSv1.2", ciphers: "DHE-RSA-AES128-GCM-SHA256", dhparam: "auto" },
      "full",
      { version: "TLSv1.2", cipher: "DHE-RSA-AES128-GCM-SHA256", keyExchange: "DH 2048" },
    ],
    [
      "TLS 1.2 with the server's own key",
      { ...serving(rsaLeaf), maxVersion: "TLSv1.2", ciphers: "AES128-SHA" },
      "full",
      { version: "TLSv1.2", cipher: "AES128-SHA", keyExchange: "RSA" },
    ],
    [
      "TLS 1.0, with all that a modern client has",
      { ...serving(leaf), minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: ANY_STRENGTH },
      "full",
      { version: "TLSv1", cipher: "ECDHE-ECDSA-AES256-SHA", keyExchange: "X25519" },
    ],
    [
      "TLS 1.1, where nothing newer is offered",
      { ...serving(leaf), minVersion: "TLSv1", ciphers: ANY_STRENGTH },
      "legacy",
      { version: "TLSv1.1", cipher: "ECDHE-ECDSA-AES256-SHA", keyExchange: "X25519" },
    ],
    [
      "an anonymous suite at the second attempt",
      { maxVersion: "TLSv1.2", ciphers: "AECDH-AES256-SHA:@SECLEVEL=0" },
      "small",
      { version: "TLSv1.2", cipher: "AECDH-AES256-SHA", keyExchange: "X25519" },
    ],
    [
      "a suite without encryption at the second attempt",
      { ...serving(leaf), maxVersion: "TLSv1.2", ciphers: "ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0" },
      "small",
      { version: "TLSv1.2", cipher: "ECDHE-ECDSA-NULL-SHA", keyExchange: "X25519" },
    ],
    [
      "a strong suite, although the server would rather have an anonymous one",
      { ...serving(leaf), maxVersion: "TLSv1.2", ciphers: "aNULL:HIGH:@SECLEVEL=0", honorCipherOrder: true },
      "full",
      { version: "TLSv1.2", cipher: "ECDHE-ECDSA-AES256-GCM-SHA384", keyExchange: "X25519" },
    ],
    [
      "an RSA key of 1024 bits with SHA-1, which is graded and not refused",
      { ...serving(issue({ subject: "x", key: "rsa1024", signature: "sha1" })), ciphers: ANY_STRENGTH },
      "full",
      { version: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384", keyExchange: "X25519MLKEM768" },
    ],
  ];
  for (const [case_, options, hello, told] of servers) {
    test(`tells ${case_}`, async () => {
      const { facts } = await meet(options, hello);
      const { outcome, version, cipher, keyExchange } = facts;
      assert.deepEqual({ outcome, version, cipher, keyExchange }, { outcome: "done", ...told });
      assert.deepEqual(tlsHandshake.parse(facts), facts);
    });
  }

  test("tells the kind of ClientHello, the name that was sent and the time", async () => {
    const { facts } = await meet(serving(leaf));
    assert.deepEqual([facts.hello, facts.serverName], ["full", "mx.example.com"]);
    assert.ok(facts.seconds >= 0 && facts.seconds < 10);
  });

  const chains: [case_: string, chain: [Issued, ...Issued[]]][] = [
    ["in order", [leaf, middle, root]],
    ["in the wrong order", [leaf, root, middle]],
    ["with certificates of others", [leaf, stranger, middle]],
    ["without its intermediate", [leaf]],
    ["with certificates twice", [leaf, middle, middle, leaf]],
    ["that is one self-signed certificate", [rsaLeaf]],
    ["of one self-signed certificate, twice", [rsaLeaf, rsaLeaf]],
    ["of 60 certificates", [leaf, ...Array.from({ length: 59 }, () => stranger)]],
  ];
  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    for (const [case_, chain] of chains) {
      test(`gives the chain exactly as served under ${version}: ${case_}`, async () => {
        const served = await meet({ ...serving(...chain), minVersion: version, maxVersion: version });
        assert.deepEqual(
          served.chain.map((each) => each.toString("base64")),
          chain.map((each) => each.der.toString("base64")),
        );
      });
    }
  }

  const otherName = issue({ subject: "mx.example.net", issuer: middle, dnsNames: ["mx.example.net"] });
  const past = { notBefore: new Date(Date.now() - 9 * DAY), notAfter: new Date(Date.now() - DAY) };
  const expired = issue({ subject: "mx.example.com", issuer: middle, ...past });
  const verdicts: [case_: string, chain: [Issued, ...Issued[]], anchors: Issued[], verdict: string][] = [
    ["a chain to a trust anchor", [leaf, middle], [stranger, root], "OK"],
    ["another name, which is compared elsewhere", [otherName, middle], [root], "OK"],
    ["a leaf that has expired", [expired, middle], [root], "CERT_HAS_EXPIRED"],
    ["a leaf alone", [leaf], [root], "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["a root that is in no store", [leaf, middle, root], [stranger], "SELF_SIGNED_CERT_IN_CHAIN"],
    ["a self-signed leaf", [rsaLeaf], [], "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ];
  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    for (const [case_, chain, anchors, verdict] of verdicts) {
      test(`records what OpenSSL says under ${version}, and the chain as served: ${case_}`, async () => {
        const options = { ...serving(...chain), minVersion: version, maxVersion: version };
        const { facts, chain: served } = await meet(options, "full", anchors);
        assert.equal(facts.opensslVerdict, verdict);
        assert.deepEqual(
          served.map((each) => each.toString("base64")),
          chain.map((each) => each.der.toString("base64")),
        );
      });
    }
  }

  test("records what OpenSSL says with the small ClientHello, too, and not with the legacy one", async () => {
    const options = { ...serving(leaf, middle), minVersion: "TLSv1", ciphers: ANY_STRENGTH } as const;
    assert.equal((await meet(options, "small", [root])).facts.opensslVerdict, "OK");
    assert.equal((await meet(options, "legacy", [root])).facts.opensslVerdict, undefined);
  });

  test("gives no chain for an anonymous suite", async () => {
    const options = { maxVersion: "TLSv1.2", ciphers: "AECDH-AES256-SHA:@SECLEVEL=0" } as const;
    const { facts, chain } = await meet(options, "small", [root]);
    assert.deepEqual([chain, facts.opensslVerdict], [[], undefined]);
  });

  test("leaves a connection that talks, with a single listener for early errors", async () => {
    await withTlsServer(
      serving(leaf),
      async (port) => {
        const { tls } = await shake(await dial(port));
        assert.ok(tls);
        assert.deepEqual(
          ["error", "data", "readable", "secureConnect", "timeout"].map((event) => tls.listenerCount(event)),
          [1, 0, 0, 0, 0],
        );
        const [answer] = (await once(tls, "data")) as [Buffer];
        assert.equal(answer.toString(), "220 inside\r\n");
        tls.destroy();
      },
      (socket) => socket.write("220 inside\r\n"),
    );
  });

  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    test(`under ${version} that breaks with its last bytes is heard of by who takes over`, async () => {
      await withTlsServer({ ...serving(leaf), maxVersion: version }, async (port) => {
        // Stands between, and puts garbage behind what ends the handshake.
        const between = await listen({ host: "127.0.0.1" }, (client) => {
          const upstream = connect({ port, host: "127.0.0.1" });
          let flights = 0;
          upstream.on("data", (chunk: Buffer) => {
            flights += 1;
            const last = flights === (version === "TLSv1.2" ? 2 : 1);
            client.write(last ? Buffer.concat([chunk, Buffer.alloc(50, 0x99)]) : chunk);
          });
          upstream.on("error", () => client.destroy());
          client.on("data", (chunk: Buffer) => upstream.write(chunk));
          client.on("close", () => upstream.destroy());
        });
        const { tls } = await shake(await dial(between.port));
        assert.ok(tls);
        const errors: Error[] = [];
        tls.on("error", (error: Error) => errors.push(error));
        await new Promise((resolve) => tls.resume().once("close", resolve));
        await between.close();
        assert.ok(errors.length > 0);
        assert.ok(errors.every((error) => classifyTlsError(error).by !== "peer-alert"));
      });
    });
  }

  test("takes its listener from the signal, and later aborts do not touch the connection", async () => {
    await withTlsServer(serving(leaf), async (port) => {
      const controller = new AbortController();
      const { tls } = await shake(await dial(port), { signal: controller.signal });
      assert.deepEqual(getEventListeners(controller.signal, "abort"), []);
      controller.abort();
      assert.equal(tls?.destroyed, false);
      tls.destroy();
    });
  });

  test("does not let the server renegotiate", async () => {
    await withTlsServer(
      { ...serving(leaf), maxVersion: "TLSv1.2" },
      async (port) => {
        const { tls } = await shake(await dial(port));
        assert.ok(tls);
        tls.resume();
        const [error] = (await once(tls, "error")) as [Error];
        assert.equal(classifyTlsError(error).by, "peer-alert");
      },
      (socket) => socket.renegotiate({ rejectUnauthorized: false }, () => undefined),
    );
  });

  test("may be taken back under TLS 1.3: the server misses a client certificate", async () => {
    const options: TlsOptions = {
      ...serving(leaf),
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: "TLSv1.3",
    };
    await withTlsServer(options, async (port) => {
      const { facts, tls } = await shake(await dial(port));
      assert.equal(facts.outcome, "done");
      assert.ok(tls);
      tls.resume();
      const [error] = (await once(tls, "error")) as [Error];
      const { by, message } = classifyTlsError(error);
      assert.deepEqual({ by, message }, { by: "peer-alert", message: "certificate_required" });
    });
  });
});
