/** The whole program, from settings to the report, against servers on loopback. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { isSettingName } from "../../src/config/given.ts";
import { placedChecks, type Report } from "../../src/judge/report.ts";
import { report as reportSchema } from "../../src/judge/schemas/report.ts";
import { renderJson } from "../../src/report/json.ts";
import { parseReport } from "../../src/recorded/report.ts";
import { check } from "../../src/run/run.ts";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { differences } from "../support/lab/lab-truth.ts";
import { OpenConnections } from "../support/run/open-connections.ts";
import { given, hostOf, RecordingHost } from "../support/run/recording-host.ts";

let lab: Lab;
let connections: OpenConnections;
let host: RecordingHost;
let report: Report;

/** Settings of the lab that this version knows. */
function labSettings(): Record<string, string> {
  return Object.fromEntries(Object.entries(lab.settings).filter(([name]) => isSettingName(name)));
}

before(async () => {
  lab = await startLab();
  host = hostOf(lab);
  connections = new OpenConnections(lab.port);
  const files = { "report-file": "out/report.json", "junit-file": "out/junit.xml" };
  report = await check(
    given({ domains: lab.domains.join("\n"), ...labSettings(), ...files }),
    "command",
    host,
  );
  connections.stop();
});
after(() => lab.close());

function domain(name: string) {
  return report.domains.find((each) => each.name === name) ?? assert.fail(name);
}

describe("the report on the lab", () => {
  test("says the truth: every verdict, every code, every result", () => {
    assert.deepEqual(differences(report, lab.truth), []);
    assert.deepEqual(
      report.domains.map(({ name }) => name),
      lab.domains,
    );
  });

  test("is as bad as its worst domain, and the gate is closed by errors alone", () => {
    const errors = report.domains.filter(({ result }) => result === "fail").length;
    assert.equal(report.result, "fail");
    assert.equal(report.score, 0);
    assert.equal(report.gate, "closed");
    // Both hosts with a broken STARTTLS have a finding; every other failing domain has one.
    assert.equal(report.gateSummary, `Gate closed: ${String(errors + 1)} errors.`);
  });

  const scores: Readonly<Record<string, number>> = {
    "healthy.test": 100,
    "greylisting.test": 100,
    "20-days-left.test": 87,
    "old-tls.test": 87,
    "slow-greeting.test": 89,
    "nameless-greeting.test": 89,
    "expired.test": 59,
    "no-starttls.test": 50,
    "broken-starttls.test": 50,
    "open-relay.test": 0,
    "not-served.test": 0,
    "refused-port.test": 0,
    "null-mx.test": 0,
    "one-of-four.test": 59,
  };
  for (const [name, score] of Object.entries(scores)) {
    test(`gives ${name} ${String(score)} points`, () => assert.equal(domain(name).score, score));
  }

  test("counts every check once", () => {
    const all = [...placedChecks(report.domains)];
    const sum = Object.values(report.counts).reduce((total, count) => total + count, 0);
    assert.equal(sum, all.length);
    assert.equal(report.counts.fail, all.filter((placed) => placed.check.verdict === "fail").length);
    assert.deepEqual([report.counts.inconclusive, report.partial], [0, true]);
  });

  test("is what the schema says, before and after a round trip through JSON", () => {
    assert.ok(isDeepStrictEqual(reportSchema.parse(report), report));
    const text = [...renderJson(report)].join("");
    const read: unknown = JSON.parse(text);
    assert.ok(isDeepStrictEqual(reportSchema.parse(read), read));
    // The flat list of findings repeats what stands in the tree: whoever reads the report needs it once.
    assert.ok(isDeepStrictEqual(parseReport(text, "report.json"), JSON.parse(JSON.stringify(report))));
  });

  test("shows four servers for a domain with four MX, in the order of preference", () => {
    const { servers, reachSummary } = domain("one-of-four.test");
    assert.deepEqual(
      servers.map((each) => `${String(each.preference)} ${each.host} ${each.result}`),
      [
        "10 mx1.one-of-four.test pass",
        "20 mx2.one-of-four.test fail",
        "30 mx3.one-of-four.test pass",
        "40 mx4.one-of-four.test pass",
      ],
    );
    assert.equal(reachSummary, "Mail arrives through all 4 endpoints; all encrypt.");
  });

  test("shows two endpoints for a host with an address of each family, where the machine has both", () => {
    const expected = lab.truth.find((each) => each.domain === "dual-stack.test");
    const dual = report.domains.find(({ name }) => name === "dual-stack.test");
    assert.deepEqual(
      dual?.servers.map(({ endpoints }) => endpoints.map(({ address, result }) => `${address} ${result}`)),
      expected?.hosts.map(({ addresses }) => addresses.map((address) => `${address} pass`)),
    );
  });

  test("tells what ruled, and from where", () => {
    assert.deepEqual(report.policy.settings["max-banner-seconds"], { value: 2, from: "input" });
    assert.deepEqual(report.policy.settings["min-tls-version"], { value: "1.2", from: "default" });
    assert.equal(report.environment.resolver, lab.dnsServer);
    assert.equal(report.environment.route, "direct");
    assert.match(report.environment.trustStores.join(), /^bundled \(\d+\),system \(\d+\),ca-file \(1\)$/);
  });

  test("goes to the host once, and into the files that were asked for", () => {
    assert.deepEqual(
      host.delivered.map((each) => each.report === report),
      [true],
    );
    assert.deepEqual(host.delivered[0]?.written, [
      { kind: "junit-file", path: "out/junit.xml" },
      { kind: "report-file", path: "out/report.json" },
    ]);
    assert.equal(host.files.get("out/report.json"), [...renderJson(report)].join(""));
    assert.match(host.files.get("out/junit.xml") ?? "", /^<\?xml /);
    assert.deepEqual(host.notes, []);
  });
});

describe("manners", () => {
  test("no address has ever two connections at once", () => {
    const addresses = new Set([...lab.servers.keys()].map((name) => name.split(" ")[1]));
    // One address more has nobody listening.
    assert.equal(connections.mostAtOnce.size, addresses.size + 1);
    assert.deepEqual(new Set(connections.mostAtOnce.values()), new Set([1]));
  });

  test("a healthy endpoint sees two connections, and the report says so", () => {
    for (const { host: name, endpoints } of domain("healthy.test").servers) {
      for (const { address, connections, secondLooks } of endpoints) {
        assert.equal(lab.servers.get(`${name} ${address}`)?.connections, 2);
        assert.deepEqual({ connections, secondLooks }, { connections: 2, secondLooks: [] });
      }
    }
  });

  test("what was reported is what the servers saw, and never more than six connections", () => {
    for (const { server, endpoint, check: each } of placedChecks(report.domains)) {
      if (server === undefined || endpoint === undefined || each.check !== "connect") continue;
      const observed = lab.servers.get(`${server.host} ${endpoint.address}`);
      if (observed !== undefined) assert.equal(observed.connections, endpoint.connections, server.host);
      assert.ok(endpoint.connections <= 6, server.host);
    }
  });

  test("nothing is sent but EHLO, STARTTLS, MAIL, RCPT, RSET and QUIT; nothing before the greeting", () => {
    const sessions = [...lab.servers.values()].flatMap((server) => [...(server.sessions ?? [])]);
    const verbs = new Set(sessions.flatMap(({ commands }) => commands.map(({ verb }) => verb)));
    assert.deepEqual([...verbs].sort(), ["EHLO", "MAIL", "QUIT", "RCPT", "RSET", "STARTTLS"]);
    assert.deepEqual(
      sessions.filter(({ spokeEarly }) => spokeEarly),
      [],
    );
  });

  test("every server that is named gets the name of the MX host, and no other", () => {
    for (const [name, { sessions = [] }] of lab.servers) {
      const names = new Set(sessions.flatMap(({ tls }) => (tls === undefined ? [] : [tls.serverName])));
      if (names.size > 0) assert.deepEqual([...names], [name.split(" ")[0]]);
    }
  });

  test("progress only ever goes up", () => {
    assert.notEqual(host.progressed.length, 0);
    const done = host.progressed.map(({ domainsResolved, endpointsDone }) => domainsResolved + endpointsDone);
    assert.deepEqual(
      done,
      done.toSorted((one, other) => one - other),
    );
  });
});

describe("nothing is probed", () => {
  const CA = "ca.pem";
  const cases: readonly {
    where: string;
    settings: Record<string, string>;
    files?: Record<string, string>;
    says: RegExp;
    file?: string;
  }[] = [
    {
      where: "a setting is unknown",
      settings: { "min-tls-versoin": "1.3" },
      says: /Did you mean min-tls-version\?/,
    },
    {
      where: "a value is none",
      settings: { "min-tls-version": "1.9" },
      says: /Allowed: 1\.0, 1\.1, 1\.2, 1\.3/,
    },
    {
      where: "there is no such file of anchors",
      settings: { "ca-file": CA },
      says: /^ca-file: ca\.pem does not exist\.$/,
    },
    {
      where: "a file of anchors has none",
      settings: { "ca-file": CA },
      files: { [CA]: "hello" },
      says: /no PEM certificate/,
      file: CA,
    },
    { where: "there is no domain", settings: { domains: " " }, says: /nothing to test/ },
  ];
  for (const { where, settings, files = {}, says, file } of cases) {
    test(`where ${where}`, async () => {
      const other = new RecordingHost({ files });
      const asked = lab.dns.asked.length;
      const { "ca-file": _caFile, ...reachable } = labSettings();
      const running = check(given({ domains: "healthy.test", ...reachable, ...settings }), "command", other);
      await assert.rejects(running, (error) => {
        assert.ok(error instanceof ConfigurationError);
        assert.match(error.message, says);
        assert.equal(error.problems[0]?.file, file);
        return true;
      });
      assert.equal(lab.dns.asked.length, asked);
      assert.deepEqual(other.delivered, []);
    });
  }
});
