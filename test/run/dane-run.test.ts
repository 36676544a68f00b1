/** The whole program on a domain with DANE: what is published live or in a zone file, and the next key. */
import assert from "node:assert/strict";
import { createHash, createPublicKey } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { placedChecks, type Report } from "../../src/judge/report.ts";
import { report as reportSchema } from "../../src/judge/schemas/report.ts";
import { exitCode, gateRules } from "../../src/report/gate-rules.ts";
import { check } from "../../src/run/run.ts";
import { folderWorkspace, type Workspace } from "../../src/system/workspace.ts";
import type { ConfigurationError } from "../../src/text/configuration-error.ts";
import { issue, type Issued } from "../support/certificates/issue.ts";
import type { Records } from "../support/dns/zone-records.ts";
import { startDnsServer, type DnsServer } from "../support/dns/zone-server.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";
import { startScriptedServer, type ScriptedServer } from "../support/smtp/scripted-server.ts";
import { onlyFor } from "../support/smtp/smtp-script.ts";

const HOST = "mx.own.test";
const [present, next] = [1, 2].map(() => issue({ subject: HOST, dnsNames: [HOST] }));
if (present === undefined || next === undefined) throw new Error("no certificates");

/** `3 1 1` of a certificate. */
function recordOf({ key }: Issued): string {
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  return `3 1 1 ${createHash("sha256").update(spki).digest("hex")}`;
}

let root: string;
let dns: DnsServer;
let server: ScriptedServer;
before(async () => {
  root = mkdtempSync(path.join(tmpdir(), "mx-gate-dane-run-"));
  dns = await startDnsServer({});
  server = await startScriptedServer(
    { host: "127.0.0.1" },
    { name: HOST, rcpt: onlyFor(["own.test"]), tls: { chain: [present] } },
  );
});
after(async () => {
  await Promise.all([dns.close(), server.close()]);
  rmSync(root, { recursive: true });
});

class FolderHost extends RecordingHost {
  readonly workspace: Workspace = folderWorkspace(root);
}

function write(file: string, text: string): void {
  writeFileSync(path.join(root, file), text);
}

const tlsaName = (): string => `_${String(server.port)}._tcp.${HOST}`;

/** Publishes records; every answer is validated, or none. */
function publish(tlsa: readonly string[], validated = true): void {
  const known = (records: Records): Records => (validated ? { ...records, authenticated: true } : records);
  dns.set(".", known({ NS: ["a.root-servers.net"] }));
  dns.set("com", known({ NS: ["a.gtld-servers.net"] }));
  dns.set("own.test", known({ MX: [[10, HOST]] }));
  dns.set(HOST, known({ A: ["127.0.0.1"] }));
  dns.set(tlsaName(), known({ TLSA: tlsa }));
}

async function run(settings: Readonly<Record<string, string>> = {}): Promise<Report> {
  const all = {
    domains: "own.test",
    port: String(server.port),
    "dns-server": dns.address,
    "config-file": "none",
    "allow-private-addresses": "true",
    "tls-floor-test": "false",
    timeout: "10",
    ...settings,
  };
  return reportSchema.parse(await check(given(all), "command", new FolderHost()));
}

/** Verdict and codes of the check, and the exit code. */
function told(report: Report): string {
  const dane = [...placedChecks(report.domains)].find(({ check }) => check.check === "dane")?.check;
  const codes = dane?.findings.map(({ code }) => code) ?? [];
  return [dane?.verdict, ...codes, exitCode(report, gateRules(report))].join(" ");
}

describe("a domain with a self-signed certificate", () => {
  test("passes where DANE publishes its key", async () => {
    publish([recordOf(present)]);
    const report = await run({ require: "dane" });
    assert.equal(told(report), "pass 0");
    assert.equal(report.environment.dnssec, `DNSSEC validated by ${dns.address} over UDP.`);
    assert.equal(
      report.domains[0]?.reachSummary,
      "Mail arrives through its one endpoint; it encrypts; DANE authenticates it.",
    );
  });

  test("fails where DANE publishes another key", async () => {
    publish([recordOf(next)]);
    const report = await run();
    assert.equal(told(report), "fail dane-mismatch 1");
    const [finding] = [...placedChecks(report.domains)].flatMap(({ check }) =>
      check.findings.filter(({ code }) => code === "dane-mismatch"),
    );
    assert.ok(finding?.actual?.startsWith(recordOf(present)), finding?.actual);
  });

  test("is not judged by records of which nobody knows whether they count", async () => {
    publish([recordOf(present)], false);
    const report = await run({ severity: "cert-self-signed: notice" });
    assert.equal(told(report), "inconclusive dane-unseen 3");
    assert.match(report.environment.dnssec ?? "", /^DNSSEC not visible/);
  });

  test("is not asked about where the check is not asked for", async () => {
    publish([recordOf(present)]);
    const before = dns.asked.length;
    const report = await run({ checks: "mx,connect,banner,ehlo,starttls" });
    assert.equal(told(report), "skip 0");
    assert.equal(report.environment.dnssec, undefined);
    assert.ok(dns.asked.slice(before).every(({ type }) => type !== "TLSA"));
  });
});

describe("the next key", () => {
  test("is missed before it is deployed", async () => {
    publish([recordOf(present)]);
    write("next.pem", `# the next one\n${next.pem}`);
    const report = await run({ "dane-keys": "*.pem" });
    assert.equal(told(report), "fail dane-key-unpublished 1");
    const [finding] = [...placedChecks(report.domains)].flatMap(({ check }) =>
      check.findings.filter(({ code }) => code === "dane-key-unpublished"),
    );
    assert.match(
      finding?.message ?? "",
      /^This key, which you are about to deploy, is in no usable TLSA record of .*: next\.pem:2\.$/,
    );
    assert.equal(finding?.expected, recordOf(next));
  });

  test("is no trouble once its record stands beside the present one", async () => {
    publish([recordOf(present), recordOf(next)]);
    write("next.pem", next.pem);
    const report = await run({ "dane-keys": "*.pem" });
    assert.equal(told(report), "pass 0");
    const dane = [...placedChecks(report.domains)].find(({ check }) => check.check === "dane");
    assert.equal(dane?.check.facts?.["rollover"], "next");
  });

  test("is asked for by files that are there", async () => {
    await assert.rejects(run({ "dane-keys": "keys/*.pem" }), (error: ConfigurationError) => {
      assert.deepEqual(
        error.problems.map(({ message }) => message),
        ["dane-keys: keys/*.pem matches no file."],
      );
      return true;
    });
  });
});

describe("a zone file", () => {
  const zone = (tlsa: string): string =>
    `$ORIGIN own.test.\n$TTL 60\n@ SOA ns hm 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n@ MX 10 mx\nmx A 127.0.0.1\n${tlsaName()}. TLSA ${tlsa}\n`;

  for (const [what, record, is] of [
    ["that publishes the present key", recordOf(present), "pass 0"],
    ["that publishes another key", recordOf(next), "fail dane-mismatch 1"],
  ] as const) {
    test(`${what} is judged before it is live: ${is}`, async () => {
      publish([]);
      write("own.test.zone", zone(record));
      const settings = { "zone-files": "own.test.zone", severity: "cert-self-signed: notice" };
      const report = await run(settings);
      assert.equal(told(report), is);
      const dane = [...placedChecks(report.domains)].find(({ check }) => check.check === "dane")?.check;
      assert.equal(dane?.facts?.["dnssec"], "zone file, not live yet");
      const [finding] = dane.findings;
      if (finding === undefined) return;
      assert.match(finding.evidence ?? "", /signed and live$/);
      assert.deepEqual(finding.policy, { file: "own.test.zone", line: 8 }, "the line of the TLSA record");
    });
  }
});
