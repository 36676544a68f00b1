import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { describe, test } from "node:test";
import type { TlsOptions } from "node:tls";
import fc from "fast-check";
import { issue } from "../../support/certificates/issue.ts";
import { listen, startRawServer, type Script } from "../../support/tcp/raw-server.ts";
import type { TlsHandshake } from "../../../src/observe/observation.ts";
import { tlsHandshake } from "../../../src/observe/schemas/observation.ts";
import type { HelloKind } from "../../../src/observe/tls/contexts.ts";
import { dial, meet, serving, shake, withTlsServer } from "./tls-server.ts";

const middle = issue({ subject: "Middle", ca: true });
const leaf = issue({ subject: "mx.example.com", issuer: middle, dnsNames: ["mx.example.com"] });

describe("a handshake that a TLS server refuses", () => {
  const servers: [case_: string, options: TlsOptions, hello: HelloKind, alert: string][] = [
    ["TLS 1.0 and 1.1", serving(leaf), "legacy", "protocol_version"],
    [
      "a client without certificate, under TLS 1.2",
      { ...serving(leaf), requestCert: true, rejectUnauthorized: true, maxVersion: "TLSv1.2" },
      "full",
      "handshake_failure",
    ],
    [
      "all but anonymous suites",
      { maxVersion: "TLSv1.2", ciphers: "AECDH-AES256-SHA:@SECLEVEL=0" },
      "full",
      "handshake_failure",
    ],
  ];
  for (const [case_, options, hello, alert] of servers) {
    test(`failed by the peer's alert: ${case_}`, async () => {
      const { facts, tls, chain } = await meet(options, hello);
      assert.deepEqual(
        [facts.outcome, facts.failure?.by, facts.failure?.message],
        ["failed", "peer-alert", alert],
      );
      assert.deepEqual([tls, chain], [undefined, []]);
      assert.deepEqual(tlsHandshake.parse(facts), facts);
    });
  }
});

describe("a handshake with something else than a TLS server", () => {
  const hello = { until: /^\x16\x03[^]*/ };
  const alert = (hex: string): Buffer => Buffer.from(`1503030002${hex}`, "hex");
  type Failure = NonNullable<TlsHandshake["failure"]>;
  const scripts: [case_: string, script: Script, by: Failure["by"], message?: string][] = [
    ["an alert", [hello, alert("0228"), { hangUp: "end" }], "peer-alert", "handshake_failure"],
    ["an internal error", [hello, alert("0250"), { hangUp: "end" }], "peer-alert", "internal_error"],
    ["a close before the ClientHello", [{ hangUp: "end" }], "peer-closed"],
    ["a close after the ClientHello", [hello, { hangUp: "end" }], "peer-closed"],
    ["a polite close_notify", [hello, alert("0100"), { hangUp: "end" }], "peer-closed"],
    ["less than a record's head", [hello, "no\r\n", { hangUp: "end" }], "peer-closed"],
    ["a reset", [hello, { hangUp: "reset" }], "peer-reset"],
    ["an SMTP reply in clear", [hello, "454 TLS not available\r\n"], "not-tls"],
    ["an SMTP reply before the ClientHello", ["554 too late\r\n", hello], "not-tls"],
    ["an HTTP answer", [hello, "HTTP/1.1 400 Bad Request\r\n\r\n"], "not-tls"],
    ["an HTTP request", [hello, "GET / HTTP/1.0\r\n\r\n"], "not-tls"],
    ["a record of zeros", [hello, Buffer.alloc(64)], "not-tls"],
    [
      "a handshake message of garbage",
      [hello, Buffer.from("160303000affffffffffffffffffff", "hex")],
      "local",
    ],
    [
      "a record that is too long",
      [hello, Buffer.concat([Buffer.from("160303ffff", "hex"), Buffer.alloc(99)])],
      "local",
    ],
  ];
  for (const [case_, script, by, message] of scripts) {
    test(`failed, ${by}: ${case_}`, async () => {
      const server = await startRawServer({ host: "127.0.0.1" }, script);
      const socket = await dial(server.port);
      const { facts, tls, chain } = await shake(socket);
      await server.close();
      assert.deepEqual([facts.outcome, facts.failure?.by], ["failed", by]);
      if (message !== undefined) assert.equal(facts.failure?.message, message);
      assert.deepEqual([tls, chain, socket.destroyed], [undefined, [], true]);
      assert.deepEqual(tlsHandshake.parse(facts), facts);
    });
  }

  test("ran out of time on silence", async () => {
    const server = await startRawServer({ host: "127.0.0.1" }, [{ pause: 60 }]);
    const socket = await dial(server.port);
    const { facts, tls } = await shake(socket, { timeout: 0.05 });
    await server.close();
    assert.deepEqual(
      [facts.outcome, facts.failure, tls, socket.destroyed],
      ["timeout", undefined, undefined, true],
    );
  });

  test("ran out of time on half a record", async () => {
    const server = await startRawServer({ host: "127.0.0.1" }, [
      Buffer.from("16030300", "hex"),
      { pause: 60 },
    ]);
    const { facts } = await shake(await dial(server.port), { timeout: 0.05 });
    await server.close();
    assert.equal(facts.outcome, "timeout");
  });

  test("was aborted on the way", async () => {
    const server = await startRawServer({ host: "127.0.0.1" }, [{ pause: 60 }]);
    const controller = new AbortController();
    const socket = await dial(server.port);
    const pending = shake(socket, { signal: controller.signal });
    controller.abort();
    const { facts, tls } = await pending;
    await server.close();
    assert.deepEqual([facts.outcome, tls, socket.destroyed], ["aborted", undefined, true]);
  });

  test("was aborted before it began, and nothing was sent", async () => {
    const server = await startRawServer({ host: "127.0.0.1" }, [{ pause: 60 }]);
    const socket = await dial(server.port);
    const { facts } = await shake(socket, { signal: AbortSignal.abort() });
    await server.close();
    assert.deepEqual([facts.outcome, socket.bytesWritten, socket.destroyed], ["aborted", 0, true]);
  });

  const breaks: [case_: string, code: string | undefined, told: [string, string | undefined]][] = [
    ["the system has given up on the server", "ETIMEDOUT", ["timeout", undefined]],
    ["the network is down", "ENETDOWN", ["failed", "local"]],
    ["its socket was destroyed without a word", undefined, ["failed", "peer-closed"]],
  ];
  for (const [case_, code, told] of breaks) {
    test(`ended with ${told[0]} where ${case_}`, async () => {
      const server = await startRawServer({ host: "127.0.0.1" }, [{ pause: 60 }]);
      const socket = await dial(server.port);
      const pending = shake(socket);
      socket.destroy(
        code === undefined ? undefined : Object.assign(new Error(code), { code, syscall: "read" }),
      );
      const { facts } = await pending;
      await server.close();
      assert.deepEqual([facts.outcome, facts.failure?.by], told);
    });
  }

  test("failed at once where the server had closed before", async () => {
    const server = await startRawServer({ host: "127.0.0.1" }, ["220 ready\r\n", { hangUp: "end" }]);
    const socket = await dial(server.port);
    socket.resume();
    await once(socket, "end");
    const { facts } = await shake(socket);
    await server.close();
    assert.deepEqual([facts.outcome, facts.failure], ["failed", { by: "peer-closed" }]);
  });

  test("failed at once where the connection had been reset before", async () => {
    const server = await startRawServer({ host: "127.0.0.1" }, [{ until: /go/ }, { hangUp: "reset" }]);
    const socket = await dial(server.port);
    socket.write("go");
    await once(socket.resume(), "error");
    const { facts } = await shake(socket);
    await server.close();
    assert.deepEqual([facts.outcome, facts.failure?.by], ["failed", "peer-reset"]);
  });

  test("failed at once where the connection breaks in the same tick, and the error is not fatal", async () => {
    const server = await startRawServer({ host: "127.0.0.1" }, [{ pause: 60 }]);
    const socket = await dial(server.port);
    socket.destroy(Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" }));
    const { facts } = await shake(socket);
    await server.close();
    assert.deepEqual([facts.outcome, facts.failure?.by], ["failed", "peer-reset"]);
  });

  test("is settled by whatever bytes come, and nothing is thrown elsewhere", async () => {
    const spoil = fc.record({
      version: fc.constantFrom("TLSv1.2", "TLSv1.3"),
      at: fc.nat(2500),
      value: fc.nat(255),
      cut: fc.nat(5000),
    });
    await fc.assert(
      fc.asyncProperty(spoil, async ({ version, at, value, cut }) => {
        const options = { ...serving(leaf, middle), maxVersion: version } as const;
        await withTlsServer(options, async (port) => {
          // Stands between: changes one byte of what the server says, and may end before all is said.
          const between = await listen({ host: "127.0.0.1" }, (client) => {
            const upstream = connect({ port, host: "127.0.0.1" });
            let passed = 0;
            upstream.on("data", (chunk: Buffer) => {
              if (at >= passed && at < passed + chunk.length) chunk[at - passed] = value;
              client.write(chunk.subarray(0, Math.max(0, cut - passed)));
              passed += chunk.length;
              if (passed >= cut) client.end();
            });
            upstream.on("error", () => client.destroy());
            upstream.on("end", () => client.end());
            client.on("data", (chunk: Buffer) => upstream.write(chunk));
            client.on("close", () => upstream.destroy());
          });
          const socket = await dial(between.port);
          const { facts, tls } = await shake(socket, { timeout: 0.05 });
          assert.ok(tlsHandshake.safeParse(facts).success);
          assert.equal(tls !== undefined, facts.outcome === "done");
          assert.equal(socket.destroyed, facts.outcome !== "done");
          tls?.resume();
          await between.close();
        });
      }),
      { numRuns: 100 },
    );
  });
});
