/** The whole program on zone files: lines of findings, what name servers would refuse, and which zone a file is. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { makeReplayPolicy } from "../support/run/made-plan.ts";
import { judge } from "../../src/judge/judge.ts";
import { placedChecks, type Finding, type Report } from "../../src/judge/report.ts";
import { report as reportSchema } from "../../src/judge/schemas/report.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { check } from "../../src/run/run.ts";
import { folderWorkspace, type Workspace } from "../../src/system/workspace.ts";
import type { ConfigurationError } from "../../src/text/configuration-error.ts";
import { startDnsServer, type DnsServer } from "../support/dns/zone-server.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";

const ZONE =
  "$ORIGIN healthy.test.\n$TTL 60\n@ SOA ns hm 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n@ MX 10 mx1\n  MX 20 gone\nmx1 A 127.0.0.2\nnew MX 5 mx1\n";

let root: string;
let dns: DnsServer;
before(async () => {
  root = mkdtempSync(path.join(tmpdir(), "mx-gate-zone-run-"));
  dns = await startDnsServer({});
});
after(async () => {
  await dns.close();
  rmSync(root, { recursive: true });
});

class ZoneHost extends RecordingHost {
  readonly workspace: Workspace = folderWorkspace(root);
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

/** Tests what the zone files say, by DNS alone. */
async function run(settings: Readonly<Record<string, string>>): Promise<Report> {
  const all = { checks: "mx", "config-file": "none", "dns-server": dns.address, ...settings };
  return await check(given(all), "command", new ZoneHost());
}

function findings(report: Report): Finding[] {
  return [...placedChecks(report.domains)].flatMap((placed) => placed.check.findings);
}

function refused(report: Report): Finding[] {
  return report.findings.filter(({ code }) => code === "zone-would-not-load");
}

describe("what is tested beside the MX records of zone files is said once", () => {
  const notes = (report: Report): string[] =>
    report.findings.filter(({ code }) => code === "target-sources").map(({ message }) => message);
  const EMPTY = "@ 3600 IN SOA ns.elsewhere.test. h.elsewhere.test. 1 2 3 4 5\n@ NS ns.elsewhere.test.\n";

  test("a zone without any MX record is not tested, unless it is named", async () => {
    write("dns/a.zone", ZONE);
    write("dns/bare.test.zone", `$ORIGIN bare.test.\n${EMPTY}`);
    write("dns/2.0.192.in-addr.arpa.zone", `$ORIGIN 2.0.192.in-addr.arpa.\n${EMPTY}`);
    const report = await run({ "zone-files": "dns/*.zone" });
    assert.deepEqual(notes(report), [
      "1 zone without any MX record is not tested: bare.test (dns/bare.test.zone).",
    ]);
    assert.deepEqual(notes(await run({ "zone-files": "dns/*.zone", domains: "bare.test" })), []);
  });

  test("a domain that is in no zone file is tested by live DNS", async () => {
    write("dns/a.zone", ZONE);
    const report = await run({ "zone-files": "dns/a.zone", domains: "live.test, sub.healthy.test" });
    assert.deepEqual(notes(report), [
      "1 domain is in no zone file of this run and is tested by live DNS: live.test.",
    ]);
  });

  test("targets of the policy file give way to those of inputs", async () => {
    write("dns/a.zone", ZONE);
    const files = {
      "policy.yml": "min-mx-hosts: 1\ndomains: [one.test, two.test]\nservers: [mx.one.test]\n",
    };
    const settings = { "zone-files": "dns/a.zone", "config-file": "policy.yml", checks: "mx" };
    const all = given({ ...settings, "dns-server": dns.address });
    const report = await check(all, "command", new ZoneHost({ files }));
    const [finding] = report.findings.filter(({ code }) => code === "target-sources");
    assert.equal(
      finding?.message,
      "This run tests only what its inputs name: domains, servers in policy.yml are left aside.",
    );
    assert.deepEqual(finding.policy, { file: "policy.yml", line: 2 });
  });

  test("and is said again where the report is judged again", async () => {
    write("dns/a.zone", ZONE);
    const many = Array.from({ length: 12 }, (_, index) => `live${String(index)}.test`);
    const live = await run({ "zone-files": "dns/a.zone", domains: many.join(",") });
    const { observations, tool } = reportSchema.parse(JSON.parse([...renderJson(live)].join("")));
    const again = judge(observations, { policy: makeReplayPolicy([]).policy, now: Date.now(), tool });
    assert.deepEqual(notes(again), notes(live));
    assert.match(
      notes(live)[0] ?? "",
      /^12 domains are in no zone file of this run and are tested by live DNS: live0\.test, .* live4\.test and 7 more\.$/,
    );
  });
});

describe("a zone file", () => {
  test("has each finding on the line of its host or address, and one annotation for each", async () => {
    const more = "  MX 30 gone2\nmx1 A 10.0.0.1\n   AAAA fd00::1\n";
    write("dns/a.zone", `${ZONE}@ MX 30 mx1.healthy.test\n${more}`);
    const report = await run({ "zone-files": "dns/*.zone" });
    const lines = (code: string) =>
      findings(report)
        .filter((each) => each.code === code)
        .map(({ policy }) => policy?.line);
    assert.deepEqual(lines("mx-host-not-found").sort(), [10, 11, 7]);
    assert.deepEqual([...new Set(lines("mx-private-address"))].sort(), [12, 13, 8]);
    assert.match(
      findings(report).find(({ policy }) => policy?.line === 10)?.expected ?? "",
      /^did you mean mx1\.healthy\.test\. with a dot at the end\?/,
    );
    const annotated = renderAnnotations(report, gateRules(report))
      .filter(({ title }) => title.startsWith("mx-host-not-found"))
      .map(({ file, line }) => `${file ?? ""}:${String(line)}`);
    assert.deepEqual(annotated.sort(), ["dns/a.zone:10", "dns/a.zone:11", "dns/a.zone:7"]);
  });
  test("that name servers would refuse is said once for each reason, at its line", async () => {
    write("dns/a.zone", `${ZONE}@ NS ns2\n@ NS ns3\n$GENERATE 1-2 g$ A 192.0.2.$\n`);
    const report = await run({ "zone-files": "dns/*.zone" });
    const told = refused(report).map(
      ({ severity, message, policy }) => `${severity} ${String(policy?.line)} ${message}`,
    );
    assert.deepEqual(told, [
      "notice 12 Knot DNS, NSD would not load the zone file dns/a.zone: it uses $GENERATE, which only BIND knows (line 12).",
      "error 10 BIND, Knot DNS would not load the zone file dns/a.zone: its name server ns2.healthy.test has no address in the zone (line 10 and 1 more).",
    ]);
    // All that is known of a zone file is in the report, and judged again from there.
    const { policy } = makeReplayPolicy([]);
    const again = judge(report.observations, { policy, now: Date.parse(report.finished), tool: report.tool });
    assert.equal(refused(again).length, 2);
    assert.ok(reportSchema.safeParse(JSON.parse([...renderJson(report)].join(""))).success);
  });
  test("that BIND would refuse closes the gate, unless the policy lowers it", async () => {
    write("dns/a.zone", `${ZONE}@ NS ns2\n`);
    const others = "mx-host-not-found: notice, mx-private-address: notice";
    const report = await run({ "zone-files": "dns/*.zone", severity: others });
    assert.deepEqual([refused(report)[0]?.severity, report.gate], ["error", "closed"]);
    const severity = `${others}, zone-would-not-load: warning`;
    const lowered = await run({ "zone-files": "dns/*.zone", severity });
    assert.deepEqual([refused(lowered)[0]?.severity, lowered.gate], ["warning", "open"]);
  });
  test("is named once, whatever the name of its file", async () => {
    write("odd/live.j2", ZONE.replace("$ORIGIN healthy.test.\n", ""));
    const report = await run({ "zone-files": "healthy.test=odd/live.j2" });
    assert.deepEqual(report.environment.zones, ["healthy.test (odd/live.j2, named by zone-files)"]);
    assert.match(renderSummary(report, gateRules(report)), /zone healthy\.test/);
    await assert.rejects(run({ "zone-files": "odd/live.j2" }), ({ problems }: ConfigurationError) => {
      assert.match(problems[0]?.message ?? "", /Name the zone in zone-files \(example\.com=odd\/live\.j2\)/);
      assert.equal(problems.length, 1);
      return true;
    });
  });
});
