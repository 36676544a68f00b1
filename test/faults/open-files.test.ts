/** 1,000 endpoints under a tight limit of open files: fewer at once, and every one of them judged. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { startDnsServer, type DnsServer } from "../support/dns/zone-server.ts";
import type { Records } from "../support/dns/zone-records.ts";
import { listen, type RawServer } from "../support/tcp/raw-server.ts";
import { codesOf, readReport, runCommand } from "../support/run/product.ts";
import { newFolder } from "../support/run/folders.ts";

/** Several times as many as may be under way at once under the widest limit. */
const ENDPOINTS = 1000;

let dns: DnsServer;
let server: RawServer;
before(async () => {
  server = await listen({ host: "0.0.0.0" }, (socket) => {
    socket.write("220 mx.own.test ESMTP\r\n");
    socket.on("data", () => socket.end("221 bye\r\n"));
  });
  // A domain of its own for each: hosts of one operator would be asked eight at a time.
  const zones: Record<string, Records> = {};
  for (let index = 0; index < ENDPOINTS; index++) {
    zones[`d${String(index)}.test`] = { MX: [[10, `mx.d${String(index)}.test`]] };
    zones[`mx.d${String(index)}.test`] = { A: [`127.1.${String(index >> 8)}.${String(index & 0xff)}`] };
  }
  dns = await startDnsServer(zones);
});
after(async () => {
  await dns.close();
  await server.close();
});

/** Runs over all endpoints; the greeting is all that is looked at. */
async function run(shell: string, more: { preload?: string } = {}) {
  const folder = newFolder();
  const domains = Array.from({ length: ENDPOINTS }, (_, index) => `d${String(index)}.test`);
  writeFileSync(join(folder, "policy.yml"), `domains: [${domains.join(", ")}]\n`);
  const words = [
    "--config-file=policy.yml",
    "--checks=mx,connect,banner",
    `--port=${String(server.port)}`,
    `--dns-server=${dns.address}`,
    "--allow-private-addresses",
    "--egress-control=off",
    "--report-file=report.json",
    "--quiet",
  ];
  const done = await runCommand(words, { folder, shell, ...more });
  return { ...done, report: readReport(folder, "report.json") };
}

describe("1,000 endpoints", () => {
  for (const limit of [64, 256]) {
    test(`with ${String(limit)} open files are all judged`, async () => {
      const { report, status, stderr } = await run(`ulimit -n ${String(limit)}`);
      assert.equal(stderr, "");
      assert.deepEqual(codesOf(report), ["mx-private-address"]);
      assert.equal(Object.keys(report.observations.endpoints).length, ENDPOINTS);
      assert.deepEqual([report.result, status], ["pass", 0]);
    });
  }

  test("with 64 open files, where the limit cannot be known: it is never the servers' fault", async () => {
    const preload = `
      import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      const { readFileSync } = fs;
      fs.readFileSync = (path, ...words) => readFileSync(path === "/proc/self/limits" ? "/nowhere" : path, ...words);
      syncBuiltinESMExports();
    `;
    const { report, status, stderr } = await run("ulimit -n 64", { preload });
    assert.equal(stderr, "");
    assert.deepEqual(codesOf(report), ["local-limit", "mx-private-address"]);
    assert.deepEqual([report.result, status], ["inconclusive", 3]);
  });
});
