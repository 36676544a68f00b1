/** The whole program under a policy file: the codes that only a policy raises, and what every output says of it. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { folderWorkspace } from "../../src/system/workspace.ts";
import type { Host } from "../../src/host.ts";
import { closesGate, placedChecks, type Finding, type Report } from "../../src/judge/report.ts";
import { report as reportSchema } from "../../src/judge/schemas/report.ts";
import { systemClock } from "../../src/system/clock.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { exitCode, gateRules } from "../../src/report/gate-rules.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import { outputsOf } from "../../src/report/outputs.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { blockLines, renderTerminal } from "../../src/report/terminal/terminal.ts";
import { rejudge } from "../../src/run/replay.ts";
import { check } from "../../src/run/run.ts";
import { day, POLICY_CODES } from "./policy-codes.ts";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { NO_RECORDINGS } from "../support/run/recording-host.ts";

const FILE = ".github/mx-gate.yml";
const DOMAINS = ["healthy.test", "expired.test", "null-mx.test", "nameless-greeting.test"];

let lab: Lab;
let root: string;
before(async () => {
  lab = await startLab({ only: DOMAINS, ipv6: false });
  root = mkdtempSync(path.join(tmpdir(), "mx-gate-policy-"));
});
after(async () => {
  await lab.close();
  rmSync(root, { recursive: true });
});

function host(notes: string[] = []): Host {
  const at = (file: string): string => path.resolve(root, file);
  return {
    clock: systemClock,
    machine: { name: "nobody", interfaces: {}, random: Math.random },
    interrupt: new AbortController().signal,
    started: systemClock.monotonic(),
    workspace: folderWorkspace(root),
    readFile: (file) => {
      try {
        return readFileSync(at(file), "utf8");
      } catch {
        return undefined;
      }
    },
    writeFile: (file, chunks) => {
      write(file, [...chunks].join(""));
      return Promise.resolve(undefined);
    },
    ...NO_RECORDINGS,
    note: (text) => void notes.push(text),
    progress: () => undefined,
    deliver: () => Promise.resolve(),
  };
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

const given = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings).map(([name, value]) => ({ name, value, label: `--${name}` }));

async function run(
  policy: string,
  inputs: Readonly<Record<string, string>> = {},
  notes: string[] = [],
): Promise<Report> {
  write(FILE, policy);
  return await check(given({ ...lab.settings, ...inputs }), "command", host(notes));
}

function findings(report: Report): Finding[] {
  return [
    ...report.findings,
    ...[...placedChecks(report.domains)].flatMap((placed) => placed.check.findings),
  ];
}

function found(report: Report, code: string): Finding {
  return (
    findings(report).find((each) => each.code === code) ??
    assert.fail(
      `no ${code}: ${findings(report)
        .map((each) => each.code)
        .join()}`,
    )
  );
}

describe("a code that only a policy raises", () => {
  for (const { code, policy, says, line } of POLICY_CODES) {
    test(`${code}, at the line that asked for it`, async () => {
      const finding = found(await run(policy), code);
      for (const word of says) assert.ok(finding.message.includes(word), finding.message);
      assert.deepEqual(finding.policy, { file: FILE, line });
    });
  }
});

test("expect: none lets a null MX pass, and expect: any lets both", async () => {
  const report = await run(
    "domains: [null-mx.test, healthy.test]\nexpect: any\noverrides:\n  - { domain: null-mx.test, expect: none }\n",
  );
  assert.deepEqual(
    report.domains.map(({ result }) => result),
    ["pass", "pass"],
  );
});

test("trust: any makes notices of what is wrong with the chain", async () => {
  const report = await run("domains: healthy.test\ntrust: any\n", { "ca-file": "" });
  assert.equal(found(report, "cert-untrusted").severity, "notice");
  assert.equal(report.result, "pass");
});

test("a domain's line is where a finding points that no threshold asked for", async () => {
  const report = await run("domains:\n  - healthy.test\n  - expired.test\n");
  assert.deepEqual(found(report, "cert-expired").policy, { file: FILE, line: 3 });
});

test("a severity that the file sets is where its finding points", async () => {
  const report = await run("domains: expired.test\n\nseverity:\n  cert-expired: warning\n");
  assert.deepEqual(found(report, "cert-expired").policy, { file: FILE, line: 4 });
});

describe("an expired waiver", () => {
  const policy = `domains: healthy.test\nwaivers:\n  - { code: banner-slow, until: ${day(-1)}, reason: r }\n`;
  test("opens the gate that fails on errors", async () => {
    const report = await run(policy);
    assert.deepEqual([report.gate, exitCode(report, gateRules(report))], ["open", 0]);
  });
  test("closes the gate that fails on warnings", async () => {
    const report = await run(policy, { "fail-on": "warning" });
    assert.deepEqual([report.gate, exitCode(report, gateRules(report))], ["closed", 1]);
    assert.match(report.gateSummary, /1 warning/);
  });
  test("has the severity that the policy gives it", async () => {
    const report = await run(`${policy}severity: { waiver-expired: error }\n`);
    assert.equal(report.gate, "closed");
    const off = await run(`${policy}severity: { waiver-expired: "off" }\n`);
    assert.deepEqual(
      off.findings.map(({ code, off: marked }) => [code, marked]),
      [
        ["policy-silences", undefined],
        ["waiver-expired", true],
      ],
    );
  });
});

describe("a waived check in every output", () => {
  let report: Report;
  before(async () => {
    report = await run(
      `domains: [healthy.test, expired.test]\nwaivers:\n  - { code: cert-expired, domain: expired.test, until: ${day(40)}, reason: renewed with the move }\n`,
    );
  });

  test("counts once for each endpoint, and closes nothing", () => {
    const waived = [...placedChecks(report.domains)].filter((placed) => placed.check.verdict === "waived");
    assert.ok(report.counts.waived > 0);
    assert.equal(report.counts.waived, waived.length);
    assert.deepEqual([report.gate, report.result, report.counts.fail], ["open", "pass", 0]);
    assert.ok(waived.every(({ check: each }) => !closesGate(each.verdict, gateRules(report))));
  });
  test("leaves the score what it is without the waiver", async () => {
    const plain = await run("domains: [healthy.test, expired.test]\n");
    assert.deepEqual(
      plain.domains.map(({ score }) => score),
      report.domains.map(({ score }) => score),
    );
  });
  test("is told with the same number and the reason", () => {
    const rules = gateRules(report);
    const number = String(report.counts.waived);
    const terminal = [...blockLines(renderTerminal(report, rules, { width: 100, colour: false }))].join("\n");
    assert.ok(terminal.includes(`w ${number} waived`) && terminal.includes("1 waiver"), terminal);
    assert.match(terminal.replaceAll(/\s+/g, " "), /renewed with the move/);
    const summary = renderSummary(report, rules);
    assert.ok(summary.includes(`${number} waived`) && summary.includes("renewed with the move"));
    assert.equal(outputsOf(report, []).waived, number);
    const junit = [...renderJunit(report, rules)].join("");
    assert.equal(junit.split("waived: ").length - 1, report.counts.waived);
    assert.ok(!junit.includes("<failure"));
    const annotations = renderAnnotations(report, rules);
    assert.ok(annotations.every(({ level }) => level === "notice"));
    assert.deepEqual(reportSchema.parse(JSON.parse([...renderJson(report)].join(""))).counts, report.counts);
  });
});

describe("a baseline", () => {
  test("knows what stood there, tells what is new and what is fixed, in every output", async () => {
    await run("domains: [expired.test, nameless-greeting.test, healthy.test]\nmin-mx-hosts: 7\n", {
      "report-file": "old.json",
    });
    const report = await run(
      "domains: [expired.test, nameless-greeting.test, healthy.test]\nbaseline: old.json\nseverity: { banner-no-hostname: error }\n",
    );
    assert.equal(found(report, "cert-expired").known, true);
    assert.equal(found(report, "banner-no-hostname").known, undefined);
    const { baseline = assert.fail() } = report;
    assert.deepEqual(
      [baseline.file, baseline.new, baseline.known],
      ["old.json", 1, findings(report).filter(({ known }) => known === true).length],
    );
    assert.deepEqual(
      baseline.fixed.map(({ code }) => code),
      ["mx-too-few-hosts", "mx-too-few-hosts", "mx-too-few-hosts"],
    );
    assert.equal(report.gate, "closed");
    const said = /Against the baseline old\.json: 1 new, \d known, 3 fixed/;
    assert.match(
      [...blockLines(renderTerminal(report, gateRules(report), { width: 200, colour: false }))].join("\n"),
      said,
    );
    assert.match(renderSummary(report, gateRules(report)).replaceAll("\\", ""), said);
  });
  test("that is not there is said, and everything is new", async () => {
    const notes: string[] = [];
    const report = await run("domains: expired.test\nbaseline: nowhere.json\n", {}, notes);
    assert.deepEqual(notes, ["There is no baseline nowhere.json, so everything that is found is new."]);
    assert.deepEqual([report.gate, report.baseline?.new], ["closed", 1]);
  });
  test("that is no report is an error", async () => {
    write("bad.json", "{}");
    await assert.rejects(run("domains: expired.test\nbaseline: bad.json\n"), ConfigurationError);
  });
});

describe("a zone file", () => {
  const zone =
    "$ORIGIN healthy.test.\n$TTL 60\n@ SOA ns hm 1 2 3 4 5\n@ NS ns\nns A 127.0.0.1\n@ MX 10 mx1\n  MX 20 gone\nmx1 A 127.0.0.2\nnew MX 5 mx.elsewhere.test.\n";
  test("is tested in place of live DNS, with its lines; others are asked for in DNS", async () => {
    write("dns/a.zone", zone);
    lab.dns.set("mx.elsewhere.test", { A: ["127.0.0.2"] });
    const before = lab.dns.asked.length;
    const report = await run("zone-files: dns/*.zone\n");
    const asked = lab.dns.asked.slice(before).map((question) => JSON.stringify(question));
    assert.ok(asked.some((question) => question.includes("mx.elsewhere.test")));
    assert.ok(!asked.some((question) => question.includes("healthy.test")), asked.join());
    assert.deepEqual(
      report.domains.map(({ name, source }) => [name, source?.file, source?.line]),
      [
        ["healthy.test", "dns/a.zone", 6],
        ["new.healthy.test", "dns/a.zone", 9],
      ],
    );
    assert.deepEqual(found(report, "mx-host-not-found").policy, { file: "dns/a.zone", line: 7 });
    assert.deepEqual(report.environment.zones, ["healthy.test (dns/a.zone, named by $ORIGIN)"]);
    assert.deepEqual(
      report.domains[0]?.servers.map(({ endpoints }) => endpoints.map(({ address }) => address)),
      [["127.0.0.2"], []],
    );
    assert.match(report.environment.resolver, /^dns\/a\.zone, else 127/);
  });
  test("with an error probes nothing", async () => {
    write("dns/a.zone", `${zone}x MX a b\n`);
    await assert.rejects(run("zone-files: dns/*.zone\n"), ({ problems }: ConfigurationError) => {
      assert.deepEqual(problems, [
        { file: "dns/a.zone", line: 10, column: 6, message: "This is not a whole number from 0 to 65535." },
      ]);
      return true;
    });
  });
});

describe("of recorded facts", () => {
  /** Judges a recorded run again, after a change to what was seen. */
  async function changed(policy: string, change: (report: Report) => void): Promise<Report> {
    const seen = await run("domains: healthy.test\n");
    change(seen);
    write("changed.json", [...renderJson(seen)].join(""));
    write("again.yml", policy);
    return await rejudge(["changed.json"], given({ "config-file": "again.yml" }), undefined, host());
  }

  test("min-rsa-bits asks for larger RSA keys, and says nothing of others", async () => {
    const rsa = (report: Report): void => {
      for (const certificate of Object.values(report.observations.certificates)) {
        Object.assign(certificate, { keyType: "rsa", keyBits: 2048 });
      }
    };
    const policy = "trust: any\nmin-rsa-bits: 3072\n";
    const weak = found(await changed(policy, rsa), "cert-weak-key");
    assert.deepEqual([weak.policy?.line, weak.expected], [2, "RSA with at least 3072 bits, or ECDSA"]);
    const without = await changed("trust: any\n", rsa);
    assert.ok(!findings(without).some(({ code }) => code === "cert-weak-key"));
    const elliptic = await changed(policy, () => undefined);
    assert.ok(!findings(elliptic).some(({ code }) => code === "cert-weak-key"));
  });

  test("an IPv6 address without a route here is skipped, but not where the policy requires IPv6", async () => {
    const noRoute = ({ observations }: Report): void => {
      const [key = "", endpoint] = Object.entries(observations.endpoints)[0] ?? [];
      assert.ok(endpoint !== undefined);
      const connect = { outcome: "no-route", code: "ENETUNREACH", seconds: 0 } as const;
      const key6 = key.replace(/\|.*\|/, "|2001:db8::1|");
      observations.endpoints[key6] = {
        ...endpoint,
        address: "2001:db8::1",
        family: 6,
        connections: [{ purpose: "dialog", at: 0, connect, transcript: [] }],
      };
      observations.domains[0]?.endpoints.push(key6);
    };
    const verdict = (report: Report): string | undefined =>
      [...placedChecks(report.domains)].find(({ endpoint, check: each }) => {
        return endpoint?.address === "2001:db8::1" && each.check === "connect";
      })?.check.verdict;
    assert.equal(verdict(await changed("", noRoute)), "skip");
    assert.equal(verdict(await changed("require-ipv6: true\n", noRoute)), "inconclusive");
  });
});

describe("judging again under another policy file", () => {
  test("takes several reports as one, and gives the same bytes each time", async () => {
    await run("domains: healthy.test\n", { "report-file": "one.json" });
    await run("domains: expired.test\n", { "report-file": "two.json" });
    write(
      "strict.yml",
      `min-tls-version: 1.3\nwaivers:\n  - { code: cert-expired, until: ${day(30)}, reason: r }\ndomains: ignored.test\n`,
    );
    const asked = lab.dns.asked.length;
    const again = async (...files: string[]) =>
      [
        ...renderJson(
          await rejudge(
            files,
            given({ "config-file": "strict.yml", "max-banner-seconds": "2" }),
            undefined,
            host(),
          ),
        ),
      ].join("");
    const first = await again("one.json", "two.json");
    assert.equal(await again("two.json", "one.json").then((text) => text.length), first.length);
    assert.equal(await again("one.json", "two.json"), first);
    const report = reportSchema.parse(JSON.parse(first));
    assert.deepEqual(report.domains.map(({ name }) => name).toSorted(), ["expired.test", "healthy.test"]);
    assert.deepEqual([report.policy.file, report.gate], ["strict.yml", "open"]);
    write("again.json", first);
    assert.equal(await again("again.json"), first);
    assert.equal(lab.dns.asked.length, asked);
  });
});
