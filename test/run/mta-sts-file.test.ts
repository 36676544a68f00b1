/** The whole program before a deploy: MX records and MTA-STS policy of one pull request, and nothing of it is live yet. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import type { Finding, Report } from "../../src/judge/report.ts";
import { check } from "../../src/run/run.ts";
import { filesIn } from "../../src/system/files.ts";
import { folderWorkspace, type Workspace } from "../../src/system/workspace.ts";
import type { ConfigurationError } from "../../src/text/configuration-error.ts";
import { startDnsServer, type DnsServer } from "../support/dns/zone-server.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";

let root: string;
let dns: DnsServer;
before(async () => {
  root = mkdtempSync(path.join(tmpdir(), "mx-gate-sts-file-"));
  dns = await startDnsServer({});
  write("dns/own.test.zone", ZONE);
  write("dns/mta-sts.txt", POLICY);
});
after(async () => {
  await dns.close();
  rmSync(root, { recursive: true });
});

class WorkspaceHost extends RecordingHost {
  readonly workspace: Workspace = folderWorkspace(root);
  override readFile(file: string, most?: number): string | undefined {
    return filesIn(this.workspace).readFile(path.resolve(root, file), most);
  }
}

const ZONE = [
  "$ORIGIN own.test.",
  "$TTL 60",
  "@ SOA ns hm 1 2 3 4 5",
  "@ NS ns",
  "ns A 192.0.2.1",
  "@ MX 10 mx1",
  "@ MX 20 mx2",
  "mx1 A 192.0.2.10",
  "mx2 A 192.0.2.11",
  '_mta-sts TXT "v=STSv1; id=2"',
  '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@own.test"',
  "",
].join("\n");

const POLICY = "version: STSv1\nmode: enforce\nmx: mx1.own.test\nmx: mx3.own.test\nmax_age: 604800\n";

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

const host = (): WorkspaceHost => new WorkspaceHost();

async function run(settings: Readonly<Record<string, string>>, on = host()): Promise<Report> {
  const all = {
    checks: "mx, mta-sts, tls-rpt",
    "config-file": "none",
    "dns-server": dns.address,
    "allow-private-addresses": "true",
    ...settings,
  };
  return await check(given(all), "command", on);
}

function ofPolicy(report: Report): Finding[] {
  return report.domains.flatMap(({ checks }) =>
    checks.filter(({ check }) => check === "mta-sts").flatMap(({ findings }) => findings),
  );
}

const places = (report: Report): string[] =>
  ofPolicy(report).map(({ code, policy }) => `${code} ${policy?.file ?? ""}:${String(policy?.line)}`);

async function problemOf(running: Promise<Report>): Promise<string> {
  const error: unknown = await running.then(
    () => assert.fail("it ran"),
    (error: unknown) => error,
  );
  return (error as ConfigurationError).problems.map(({ message }) => message).join();
}

describe("a policy file", () => {
  test("is judged against the MX records of the same pull request, line by line", async () => {
    const report = await run({ "zone-files": "dns/*.zone", "mta-sts-file": "dns/mta-sts.txt" });
    assert.deepEqual(places(report), [
      "mta-sts-mx-not-covered dns/mta-sts.txt:3",
      "mta-sts-pattern-unused dns/mta-sts.txt:4",
    ]);
    assert.equal(report.gate, "closed");
    assert.deepEqual(
      report.domains[0]?.checks.map(({ check, verdict }) => `${check} ${verdict}`),
      ["mx pass", "mta-sts fail", "tls-rpt pass"],
    );
    // Nobody was asked for the policy that is live.
    assert.equal(report.observations.domains[0]?.mtaSts?.fetch, undefined);
  });

  test("is that of one domain where it says so", async () => {
    const on = host();
    const settings = {
      "zone-files": "dns/*.zone",
      "mta-sts-file": "Own.test=dns/mta-sts.txt, gone.test=dns/mta-sts.txt",
    };
    assert.equal(ofPolicy(await run(settings, on)).length, 2);
    assert.deepEqual(on.notes, ["mta-sts-file: gone.test is not tested, so its file says nothing."]);
  });

  test("with an error in it is told at its line, and nothing of the line", async () => {
    write("bad.txt", "version: STSv1\nmode: enforce\nsecret\nmx: mx1.own.test\nmax_age: 604800\n");
    const report = await run({ "zone-files": "dns/*.zone", "mta-sts-file": "bad.txt" });
    assert.deepEqual(places(report), ["mta-sts-policy-invalid bad.txt:3"]);
    assert.doesNotMatch(JSON.stringify(report), /secret/);
  });

  test("without a record says that no sender will read it", async () => {
    write("bare/own.test.zone", ZONE.replace(/^_mta-sts.*\n/m, ""));
    const report = await run({ "zone-files": "bare/*.zone", "mta-sts-file": "dns/mta-sts.txt" });
    assert.deepEqual(places(report), ["mta-sts-record-invalid dns/mta-sts.txt:1"]);
  });

  test("is named in the policy of the gate, with the domains of an input", async () => {
    write("gate.yml", "mta-sts-file: dns/mta-sts.txt\n");
    const report = await run({ "zone-files": "dns/*.zone", "config-file": "gate.yml" });
    assert.equal(ofPolicy(report).length, 2);
  });
});

describe("a policy file is refused", () => {
  test("that is not there", async () => {
    assert.equal(
      await problemOf(run({ "zone-files": "dns/*.zone", "mta-sts-file": "gone.txt" })),
      "mta-sts-file: gone.txt does not exist.",
    );
  });

  test("that is longer than senders read", async () => {
    write("long.txt", "x".repeat(65_537));
    assert.match(
      await problemOf(run({ "zone-files": "dns/*.zone", "mta-sts-file": "long.txt" })),
      /^mta-sts-file: long\.txt cannot be read: /,
    );
  });

  test("that the policy of the gate names outside of the workspace, or hidden, or behind a link", async () => {
    write(".hidden", POLICY);
    symlinkSync("/etc/hostname", path.join(root, "link.txt"));
    for (const file of ["../outside.txt", ".hidden", "link.txt"]) {
      write("gate.yml", `mta-sts-file: ${file}\n`);
      const problem = await problemOf(run({ "zone-files": "dns/*.zone", "config-file": "gate.yml" }));
      assert.ok(problem.startsWith(`mta-sts-file: ${file} `), problem);
    }
  });
});
