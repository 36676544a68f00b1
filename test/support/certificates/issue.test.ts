import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { describe, test } from "node:test";
import { connect, createServer } from "node:tls";
import { DAY, issue } from "./issue.ts";
import type { Digest, Issued, KeyKind } from "./issue.ts";

const now = new Date("2026-11-21T12:00:00.500Z");

/** What Node's own verification says of a served chain, for `name`. */
async function verdictOfNode(
  served: readonly Issued[],
  leafKey: Issued,
  root: Issued,
  name: string,
): Promise<string> {
  const server = createServer({ cert: served.map((link) => link.pem).join(""), key: leafKey.keyPem });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const socket = connect({
    host: "127.0.0.1",
    port,
    servername: name,
    ca: root.pem,
    rejectUnauthorized: false,
  });
  await once(socket, "secureConnect");
  const verdict = socket.authorized ? "authorized" : String(socket.authorizationError);
  socket.destroy();
  server.close();
  await once(server, "close");
  return verdict;
}

describe("certificates of the lab", () => {
  const signatures: readonly { key: KeyKind; signature: Digest }[] = [
    { key: "rsa2048", signature: "sha256" },
    { key: "rsa1024", signature: "sha1" },
    { key: "p256", signature: "sha256" },
    { key: "p384", signature: "sha384" },
    { key: "ed25519", signature: "sha256" },
  ];
  for (const { key, signature } of signatures) {
    test(`${key} signs with ${signature} so that the signature verifies`, () => {
      const root = issue({ subject: "Root", ca: true, key, signature }, now);
      const leaf = issue({ subject: "mx.example.test", issuer: root, key, signature }, now);
      const certificate = new X509Certificate(leaf.der);
      const issuer = new X509Certificate(root.pem);
      assert.equal(certificate.verify(issuer.publicKey), true);
      assert.equal(certificate.checkIssued(issuer), true);
      assert.equal(certificate.checkPrivateKey(leaf.key), true);
      assert.equal(issuer.ca, true);
      assert.equal(certificate.ca, false);
    });
  }

  test("the moments are those that were asked for, to the second, on both sides of 2050", () => {
    const leaf = issue(
      {
        subject: "x",
        notBefore: new Date("1999-12-31T23:59:59Z"),
        notAfter: new Date("2051-01-02T03:04:05Z"),
      },
      now,
    );
    const certificate = new X509Certificate(leaf.der);
    assert.equal(new Date(certificate.validFrom).toISOString(), "1999-12-31T23:59:59.000Z");
    assert.equal(new Date(certificate.validTo).toISOString(), "2051-01-02T03:04:05.000Z");
  });

  test("without dates a certificate runs from one day ago for 90 days from now", () => {
    const leaf = issue({ subject: "x" }, now);
    const certificate = new X509Certificate(leaf.der);
    assert.equal(new Date(certificate.validFrom).getTime(), leaf.notBefore.getTime());
    assert.equal(leaf.notBefore.toISOString(), "2026-11-20T12:00:00.000Z");
    assert.equal(new Date(certificate.validTo).toISOString(), "2027-02-19T12:00:00.000Z");
  });

  test("names, addresses and hostile bytes arrive in the alternative names", () => {
    const leaf = issue(
      {
        subject: null,
        dnsNames: ["mx.example.test", "*.example.test"],
        rawDnsNames: [Buffer.from("evil\0.test\n", "latin1")],
        ipAddresses: ["127.0.0.9", "::1", "2001:db8::7"],
      },
      now,
    );
    const certificate = new X509Certificate(leaf.der);
    assert.deepEqual(Object.keys(certificate.toLegacyObject().subject), []);
    assert.equal(certificate.checkHost("mx.example.test", { subject: "never" }), "mx.example.test");
    assert.equal(certificate.checkIP("2001:db8::7"), "2001:db8::7");
    assert.equal(certificate.checkIP("127.0.0.9"), "127.0.0.9");
    assert.match(certificate.subjectAltName ?? "", /DNS:"evil\\u0000\.test\\u000a"/);
  });

  test("usages are as asked for: serverAuth, another one, none", () => {
    assert.deepEqual(new X509Certificate(issue({ subject: "x" }, now).der).keyUsage, ["1.3.6.1.5.5.7.3.1"]);
    const client = issue({ subject: "x", extendedKeyUsage: ["clientAuth"] }, now);
    assert.deepEqual(new X509Certificate(client.der).keyUsage, ["1.3.6.1.5.5.7.3.2"]);
    const silent = issue({ subject: "x", extendedKeyUsage: [] }, now);
    assert.equal(new X509Certificate(silent.der).keyUsage, undefined);
  });

  test("a key can be used again, so that two certificates share it", () => {
    const first = issue({ subject: "Root", ca: true }, now);
    const second = issue(
      { subject: "Root", ca: true, reuseKeyOf: first, notAfter: new Date(now.getTime() - DAY) },
      now,
    );
    assert.notEqual(first.sha256, second.sha256);
    assert.deepEqual(second.keyIdentifier, first.keyIdentifier);
    const leaf = new X509Certificate(issue({ subject: "x", issuer: first }, now).der);
    assert.equal(leaf.verify(new X509Certificate(second.der).publicKey), true);
  });

  test("the digest is the SHA-256 of the DER in lower-case hex", () => {
    const leaf = issue({ subject: "x" }, now);
    assert.equal(leaf.sha256, new X509Certificate(leaf.der).fingerprint256.replaceAll(":", "").toLowerCase());
    assert.equal(new X509Certificate(leaf.pem).raw.equals(leaf.der), true);
  });

  test("Node accepts a chain, and finds the very fault of a broken one", async () => {
    const real = new Date();
    const root = issue({ subject: "Root", ca: true }, real);
    const intermediate = issue({ subject: "Intermediate", issuer: root, ca: true, pathLength: 0 }, real);
    const name = "mx.example.test";
    const leaf = issue({ subject: name, dnsNames: [name], issuer: intermediate }, real);
    const past = issue(
      { subject: name, dnsNames: [name], issuer: intermediate, notAfter: new Date(real.getTime() - 60_000) },
      real,
    );
    const alone = issue({ subject: name, dnsNames: [name] }, real);
    assert.equal(await verdictOfNode([leaf, intermediate], leaf, root, name), "authorized");
    assert.equal(await verdictOfNode([leaf], leaf, root, name), "UNABLE_TO_VERIFY_LEAF_SIGNATURE");
    assert.equal(await verdictOfNode([past, intermediate], past, root, name), "CERT_HAS_EXPIRED");
    assert.equal(await verdictOfNode([alone], alone, root, name), "DEPTH_ZERO_SELF_SIGNED_CERT");
    assert.equal(
      await verdictOfNode([leaf, intermediate], leaf, root, "other.test"),
      "ERR_TLS_CERT_ALTNAME_INVALID",
    );
  });
});
