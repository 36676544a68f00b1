import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { rootCertificates } from "node:tls";
import { issue } from "../../support/certificates/issue.ts";
import { createTlsContexts } from "../../../src/observe/tls/contexts.ts";
import { dial, serving, shake, withTlsServer } from "../tls/tls-server.ts";
import { describeChain } from "../../../src/observe/trust/paths.ts";
import { Memory } from "../../../src/text/memory.ts";
import { createTrustStores, loadTrustStores, type CaFileProblem } from "../../../src/observe/trust/stores.ts";

const one = issue({ subject: "One", ca: true });
const two = issue({ subject: "Two", ca: true, key: "rsa2048" });
const below = issue({ subject: "Below", ca: true, issuer: one });

describe("the file of trust anchors", () => {
  test("gives each of its certificates, whatever stands between them", () => {
    const crlf = two.pem.replaceAll("\n", "\r\n");
    const stores = loadTrustStores({ caFilePem: `# ours\n${one.pem}\n${two.keyPem}\n${crlf}\n${below.pem}` });
    assert.ok(!("problem" in stores));
    assert.deepEqual([stores.names, stores.size("ca-file")], [["bundled", "system", "ca-file"], 3]);
    const leaf = issue({ subject: "x", issuer: below });
    assert.deepEqual(describeChain([leaf.der], stores).paths, [
      { store: "ca-file", certificates: [leaf.sha256, below.sha256, one.sha256] },
    ]);
  });

  test("may call its certificates X509 or TRUSTED, with OpenSSL's own data behind them", () => {
    const old = one.pem.replaceAll("CERTIFICATE", "X509 CERTIFICATE");
    const auxiliary = Buffer.concat([two.der, Buffer.from("300c300a06082b06010505070301", "hex")]);
    const trusted = `-----BEGIN TRUSTED CERTIFICATE-----\n${auxiliary.toString("base64")}\n-----END TRUSTED CERTIFICATE-----\n`;
    const stores = loadTrustStores({ caFilePem: old + trusted });
    assert.ok(!("problem" in stores));
    const leaf = issue({ subject: "x", issuer: two });
    assert.deepEqual(describeChain([leaf.der], stores).paths.at(0)?.certificates, [leaf.sha256, two.sha256]);
  });

  const aux: [case_: string, auxiliary: string, problem: CaFileProblem | undefined][] = [
    ["trusts it for servers", "300c300a06082b06010505070301", undefined],
    ["trusts it for everything", "300830060604551d2500", undefined],
    ["trusts it for clients", "300c300a06082b06010505070302", { problem: "no-self-signed-certificate" }],
    ["distrusts it for servers", "300ca00a06082b06010505070301", { problem: "no-self-signed-certificate" }],
    ["gives it a name alone", "30030c0141", { problem: "no-self-signed-certificate" }],
  ];
  for (const [case_, auxiliary, problem] of aux) {
    test(`may say of an intermediate what OpenSSL does with it, too: ${case_}`, async () => {
      const octets = Buffer.concat([below.der, Buffer.from(auxiliary, "hex")]).toString("base64");
      const caFilePem = `-----BEGIN TRUSTED CERTIFICATE-----\n${octets}\n-----END TRUSTED CERTIFICATE-----\n`;
      const stores = loadTrustStores({ caFilePem });
      if ("problem" in stores) {
        assert.deepEqual(stores, problem);
        return;
      }
      assert.equal(problem, undefined);
      const leaf = issue({ subject: "x", issuer: below });
      assert.deepEqual(describeChain([leaf.der], stores).paths, [
        { store: "ca-file", certificates: [leaf.sha256, below.sha256] },
      ]);
      const contexts = createTlsContexts(() => stores.pems());
      const verdict = await withTlsServer(serving(leaf), async (port) => {
        const { facts, tls } = await shake(await dial(port), { context: contexts.full });
        tls?.destroy();
        return facts.opensslVerdict;
      });
      assert.equal(verdict, "OK");
    });
  }

  const garbage = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
  const wrong: [case_: string, text: string, problem: CaFileProblem][] = [
    ["is empty", "", { problem: "no-certificate" }],
    ["holds a key", one.keyPem, { problem: "no-certificate" }],
    ["holds DER", one.der.toString("latin1"), { problem: "no-certificate" }],
    ["is cut in the middle", one.pem.slice(0, 200), { problem: "unclosed-block", line: 1 }],
    ["lacks the first dashes", one.pem.slice(5), { problem: "malformed-boundary", line: 1 }],
    [
      "has a sixth dash",
      `${two.pem}-${one.pem}`,
      { problem: "malformed-boundary", line: two.pem.split("\n").length },
    ],
    [
      "holds garbage",
      `${one.pem}\n${garbage}`,
      { problem: "unreadable-certificate", line: one.pem.split("\n").length + 1 },
    ],
    ["holds an intermediate alone", below.pem, { problem: "no-self-signed-certificate" }],
  ];
  for (const [case_, caFilePem, problem] of wrong) {
    test(`is refused where it ${case_}`, () => {
      assert.deepEqual(loadTrustStores({ caFilePem }), problem);
    });
  }
});

describe("the trust stores", () => {
  test("are Node's and the system's where no file is given", () => {
    const stores = loadTrustStores({});
    assert.ok(!("problem" in stores));
    assert.deepEqual(stores.names, ["bundled", "system"]);
    assert.equal(stores.size("bundled"), rootCertificates.length);
  });

  test("give OpenSSL each certificate once, however many stores have it, and however it is written", () => {
    const written = one.pem.replaceAll("\n", "\r\n");
    const stores = createTrustStores([
      { store: "bundled", read: () => [one.pem, two.pem] },
      { store: "system", read: () => [written] },
    ]);
    assert.equal(stores.pems().length, 2);
  });

  test("know the file that the user gave", () => {
    const stores = loadTrustStores({ caFilePem: one.pem, caFile: "ca.pem" });
    assert.ok(!("problem" in stores));
    assert.deepEqual([stores.fileOf("ca-file"), stores.fileOf("system")], ["ca.pem", undefined]);
  });

  test("are read when they are asked for, and once", () => {
    let reads = 0;
    const read = (): string[] => {
      reads += 1;
      return [one.pem, one.pem, two.pem];
    };
    const stores = createTrustStores([{ store: "system", read }]);
    assert.equal(reads, 0);
    assert.deepEqual([stores.size("system"), stores.size("system"), reads], [2, 2, 1]);
    assert.equal(stores.size("bundled"), 0);
  });
});

describe("the memory", () => {
  test("works a value out once", () => {
    const memory = new Memory<object>(2);
    const first = memory.recall("a", () => ({}));
    assert.equal(
      memory.recall("a", () => ({})),
      first,
    );
  });

  test("lets the oldest value go when it is full", () => {
    const memory = new Memory<string>(2);
    for (const key of ["a", "b", "c"]) memory.recall(key, () => key);
    assert.equal(memory.size, 2);
    assert.deepEqual(
      ["b", "c", "a"].map((key) => memory.recall(key, () => "new")),
      ["b", "c", "new"],
    );
  });
});
