/** Judging works with what was recorded: no certificate is read, whatever a report says that it is. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { rejudge } from "../../src/run/replay.ts";
import { check } from "../../src/run/run.ts";
import { startScriptedServer } from "../support/smtp/scripted-server.ts";
import { issue } from "../support/certificates/issue.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";

interface Recorded {
  domains: { servers: { endpoints: { checks: unknown[] }[] }[] }[];
  observations: {
    certificates: Record<string, { der: string }>;
    endpoints: Record<string, { connections: { tls?: { chain?: object[]; issuerSearch?: unknown } }[] }>;
  };
}

async function recorded(): Promise<{ host: RecordingHost; report: () => Recorded }> {
  const authority = issue({ subject: "Own Authority", ca: true });
  const leaf = issue({ subject: "mx.own.test", dnsNames: ["mx.own.test"], issuer: authority });
  const damaged = Buffer.from(leaf.der);
  damaged.writeUInt8(damaged.readUInt8(damaged.length - 1) ^ 1, damaged.length - 1);
  const pem = `-----BEGIN CERTIFICATE-----\n${damaged.toString("base64")}\n-----END CERTIFICATE-----\n`;
  const server = await startScriptedServer(
    { host: "127.0.0.1" },
    { name: "mx.own.test", tls: { chain: [{ ...leaf, pem, der: damaged }, authority] } },
  );
  const host = new RecordingHost();
  try {
    await check(
      given({
        servers: `mx.own.test:${String(server.port)}`,
        "connect-to": `mx.own.test:${String(server.port)}:127.0.0.1:${String(server.port)}`,
        "egress-control": "off",
        "relay-test": "off",
        "report-file": "report.json",
      }),
      "command",
      host,
    );
  } finally {
    await server.close();
  }
  return { host, report: () => JSON.parse(host.files.get("report.json") ?? "") as Recorded };
}

async function judgedAgain(host: RecordingHost, report: Recorded): Promise<Recorded["domains"]> {
  host.files.set("changed.json", JSON.stringify(report));
  await rejudge(["changed.json"], given({ "report-file": "again.json" }), undefined, host);
  return (JSON.parse(host.files.get("again.json") ?? "") as Recorded).domains;
}

describe("a recorded report is judged the same", () => {
  test("and refused where other certificates stand in it", async () => {
    const { host, report } = await recorded();
    const changed = report();
    for (const facts of Object.values(changed.observations.certificates)) facts.der = "AAAA";
    assert.match(JSON.stringify(changed.domains), /the signature is not that of CN=Own Authority/);
    await assert.rejects(judgedAgain(host, changed), ConfigurationError);
  });

  test("by its own words where an older version has recorded it", async () => {
    const { host, report } = await recorded();
    const old = report();
    for (const { connections } of Object.values(old.observations.endpoints)) {
      for (const { tls } of connections) {
        for (const link of tls?.chain ?? []) if ("notSignedBy" in link) delete link.notSignedBy;
        delete tls?.issuerSearch;
      }
    }
    const [domain] = await judgedAgain(host, old);
    assert.match(JSON.stringify(domain), /"code":"cert-untrusted"/);
    assert.match(JSON.stringify(domain), /a missing intermediate, or the root of a private authority/);
  });

  test("in no time where it holds thousands of certificates of one name", async () => {
    const { host, report } = await recorded();
    const many = report();
    const [facts] = Object.values(many.observations.certificates);
    assert.ok(facts);
    for (let index = 0; index < 5000; index++) {
      const der = Buffer.from(`${facts.der}${String(index)}`);
      const sha256 = createHash("sha256").update(der).digest("hex");
      many.observations.certificates[sha256] = { ...facts, der: der.toString("base64") };
    }
    const before = process.threadCpuUsage().user;
    assert.deepEqual(await judgedAgain(host, many), report().domains);
    // With a signature each it would take minutes.
    assert.ok((process.threadCpuUsage().user - before) / 1e6 < 20);
  });
});
