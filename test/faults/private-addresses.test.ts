/** Whoever answers DNS cannot make the runner connect into its own network. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isIPv6 } from "node:net";
import { describe, test } from "node:test";
import { formatIpv6, ipv6Groups } from "../../src/text/ip-address.ts";
import { startDnsServer } from "../support/dns/zone-server.ts";
import type { Records } from "../support/dns/zone-records.ts";
import { listen } from "../support/tcp/raw-server.ts";
import { SPECIAL_RANGES } from "../observe/dns/special-addresses.ts";
import { codesOf, readReport, runCommand } from "../support/run/product.ts";
import { newFolder } from "../support/run/folders.ts";

const ADDRESSES = [...new Set(SPECIAL_RANGES.flatMap(({ first, last }) => [first, last]))];

/** Writes down where the program connects to, and lets none of it happen. */
const RECORDING = `
  import { appendFileSync } from "node:fs";
  import { Socket } from "node:net";
  Socket.prototype.connect = function (options) {
    const [first] = Array.isArray(options) ? options : [options];
    appendFileSync("connects", first.host + "\\n");
    process.nextTick(() => this.destroy(Object.assign(new Error("refused"), { code: "ECONNREFUSED" })));
    return this;
  };
`;

function zonesFor(addresses: readonly string[]): Record<string, Records> {
  const zones: Record<string, Records> = {};
  for (const [index, address] of addresses.entries()) {
    zones[`d${String(index)}.test`] = { MX: [[10, `mx.d${String(index)}.test`]] };
    zones[`mx.d${String(index)}.test`] = { [isIPv6(address) ? "AAAA" : "A"]: [canonical(address)] };
  }
  return zones;
}

function canonical(address: string): string {
  const groups = ipv6Groups(address);
  if (groups === undefined) return address;
  return formatIpv6(Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff])));
}

async function connectsOf(addresses: readonly string[], ...more: readonly string[]) {
  const dns = await startDnsServer(zonesFor(addresses));
  const folder = newFolder();
  writeFileSync(join(folder, "connects"), "");
  const domains = addresses.map((_, index) => `d${String(index)}.test`);
  try {
    const done = await runCommand(
      [
        ...domains,
        `--dns-server=${dns.address}`,
        "--egress-control=off",
        "--report-file=report.json",
        "--checks=mx,connect",
        "--quiet",
        ...more,
      ],
      { folder, preload: RECORDING },
    );
    const connects = readFileSync(join(folder, "connects"), "utf8").trim().split("\n");
    return {
      done,
      report: readReport(folder, "report.json"),
      connects: connects.filter((line) => line !== ""),
    };
  } finally {
    await dns.close();
  }
}

describe("addresses from DNS that are not public", () => {
  test("are connected to by no means, whatever they are wrapped in", async () => {
    const { connects, report, done } = await connectsOf(ADDRESSES);
    assert.equal(done.stderr, "");
    assert.deepEqual(connects, []);
    assert.deepEqual(codesOf(report), ["mx-private-address"]);
    assert.deepEqual([...new Set(report.domains.map(({ result }) => result))], ["fail"]);
  });

  test("are connected to, each of them, where the user allows it", async () => {
    const { connects } = await connectsOf(ADDRESSES, "--allow-private-addresses");
    assert.deepEqual(connects.toSorted(), ADDRESSES.map(canonical).toSorted());
  });

  test("do not get in by the policy file either", async () => {
    const folder = newFolder();
    for (const line of [
      "allow-private-addresses: true",
      "connect-to: '::127.0.0.1:'",
      "dns-server: 127.0.0.1",
    ]) {
      writeFileSync(join(folder, "policy.yml"), `domains: [d0.test]\n${line}\n`);
      const done = await runCommand(["--config-file=policy.yml"], { folder, preload: RECORDING });
      assert.equal(done.status, 2, done.stdout);
      assert.match(
        done.stderr,
        /policy\.yml:2:1 [^]*is about one run, and a pull request may edit this file/,
      );
    }
    writeFileSync(
      join(folder, "policy.yml"),
      "servers: ['127.0.0.1:25', '[::1]:25', localhost, '10.0.0.1']\n",
    );
    const words = [
      "--config-file=policy.yml",
      "--egress-control=off",
      "--report-file=report.json",
      "--dns-server=127.0.0.1:9",
    ];
    const done = await runCommand(words, { folder, preload: RECORDING });
    assert.equal(done.status, 1, done.stderr);
    assert.deepEqual(codesOf(readReport(folder, "report.json")), ["mx-private-address"]);
    assert.throws(() => readFileSync(join(folder, "connects")), { code: "ENOENT" });
  });

  test("do not get in as control hosts of the egress diagnosis", async () => {
    // A public address that nobody answers at makes the run look for control hosts.
    const dns = await startDnsServer({
      ...zonesFor(["11.0.0.1"]),
      "gmail-smtp-in.l.google.com": { A: ["10.0.0.1"] },
      "aspmx.l.google.com": { A: ["169.254.169.254"] },
    });
    const folder = newFolder();
    try {
      const words = [
        "d0.test",
        `--dns-server=${dns.address}`,
        "--checks=mx,connect",
        "--report-file=report.json",
      ];
      await runCommand(words, { folder, preload: RECORDING });
      const connects = readFileSync(join(folder, "connects"), "utf8").trim().split("\n");
      assert.deepEqual([...new Set(connects)], ["11.0.0.1"]);
      assert.ok(
        dns.asked.some(({ name }) => /google|outlook|yahoo/.test(name)),
        JSON.stringify(dns.asked),
      );
    } finally {
      await dns.close();
    }
  });

  test("are not even reached by a real socket", async () => {
    const server = await listen({ host: "0.0.0.0" }, (socket) => socket.destroy());
    const six = await listen({ host: "::1", port: server.port }, (socket) => socket.destroy());
    const dns = await startDnsServer(
      zonesFor(["127.0.0.1", "0.0.0.0", "::1", "::ffff:127.0.0.1", "::", "::127.0.0.1"]),
    );
    try {
      const domains = [0, 1, 2, 3, 4, 5].map((index) => `d${String(index)}.test`);
      const words = [
        ...domains,
        `--port=${String(server.port)}`,
        `--dns-server=${dns.address}`,
        "--egress-control=off",
      ];
      const done = await runCommand(words);
      assert.equal(done.status, 1, done.stdout);
      assert.equal(server.connections + six.connections, 0);
    } finally {
      await Promise.all([server.close(), six.close(), dns.close()]);
    }
  });
});
