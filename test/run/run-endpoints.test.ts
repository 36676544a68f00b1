/** Runs over several endpoints: shared by domains, cut short by the deadline, interrupted by the user. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { placedChecks, type DomainReport } from "../../src/judge/report.ts";
import { check } from "../../src/run/run.ts";
import { startDnsServer } from "../support/dns/zone-server.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";
import type { Zones } from "../support/dns/zone-records.ts";
import { onlyFor } from "../support/smtp/smtp-script.ts";
import { run, startTogether } from "../support/run/shared-port.ts";

/** A domain's checks, `delivery fail domain-not-served`, endpoint by endpoint. */
function checksOf(domain: DomainReport | undefined): string[] {
  const placed = domain === undefined ? [] : [...placedChecks([domain])];
  return placed
    .filter(({ endpoint }) => endpoint !== undefined)
    .map(({ check: { check: id, verdict, findings } }) =>
      [id, verdict, ...findings.map(({ code }) => code)].join(" "),
    );
}

const SOUND = [
  "connect pass",
  "banner pass",
  "ehlo pass",
  "starttls pass",
  "certificate pass",
  "relay pass",
  "delivery pass",
  "dane skip",
];

describe("an endpoint that several domains share", () => {
  const DOMAINS = ["a.test", "b.test", "moved.test", "d.test", "e.test", "f.test", "g.test"];
  const zones: Zones = {
    ...Object.fromEntries(DOMAINS.map((domain) => [domain, { MX: [[10, "mx.shared.test"]] }] as const)),
    "mx.shared.test": { A: ["127.0.0.1"] },
  };

  for (const announce of [["PIPELINING"], []]) {
    test(`is probed once and judged for each of them, ${announce.length > 0 ? "with" : "without"} PIPELINING`, async () => {
      const served = DOMAINS.filter((domain) => domain !== "moved.test");
      const servers = await startTogether({ "127.0.0.1": { announce, rcpt: onlyFor(served) } });
      const { report } = await run(zones, servers, { domains: DOMAINS.join() });
      assert.equal(servers[0]?.connections, 2);
      const recipients = servers[0].sessions.flatMap(({ commands }) =>
        commands.filter(({ verb }) => verb === "RCPT").map(({ line }) => line),
      );
      assert.deepEqual(recipients, [
        "RCPT TO:<mx-gate-relay-test@example.com>",
        ...DOMAINS.map((domain) => `RCPT TO:<postmaster@${domain}>`),
      ]);
      for (const domain of report.domains) {
        const expected =
          domain.name === "moved.test" ? SOUND.with(6, "delivery fail domain-not-served") : SOUND;
        assert.deepEqual(checksOf(domain), expected, domain.name);
      }
      const findings = report.domains.flatMap(
        ({ servers: [server] }) => server?.endpoints[0]?.checks.at(-2)?.findings ?? [],
      );
      assert.match(findings[0]?.message ?? "", /moved\.test/);
      assert.match(findings[0]?.confirm ?? "", / --to postmaster@moved\.test /);
    });
  }

  test("under two names is probed for each, one after the other, and its old versions once", async () => {
    const servers = await startTogether({ "127.0.0.1": { rcpt: onlyFor(["a.test"]) } });
    const { report } = await run(
      {
        "a.test": {
          MX: [
            [10, "mx1.shared.test"],
            [20, "mx2.shared.test"],
          ],
        },
        "mx1.shared.test": { A: ["127.0.0.1"] },
        "mx2.shared.test": { A: ["127.0.0.1"] },
      },
      servers,
      { domains: "a.test" },
    );
    assert.deepEqual(checksOf(report.domains[0]), [...SOUND, ...SOUND]);
    const names = servers[0]?.sessions.map(({ tls }) => tls?.serverName);
    assert.deepEqual(names?.filter((name) => name !== undefined).sort(), [
      "mx1.shared.test",
      "mx2.shared.test",
    ]);
    assert.equal(servers[0]?.connections, 3);
  });
});

/** Three hosts at one address, which are therefore met one after the other. */
const THREE: Zones = {
  "a.test": {
    MX: [
      [10, "mx1.shared.test"],
      [20, "mx2.shared.test"],
      [30, "mx3.shared.test"],
    ],
  },
  "mx1.shared.test": { A: ["127.0.0.1"] },
  "mx2.shared.test": { A: ["127.0.0.1"] },
  "mx3.shared.test": { A: ["127.0.0.1"] },
};

/** The first host of a domain passes, the second is silent. */
const HALF: Zones = {
  "a.test": {
    MX: [
      [10, "mx1.shared.test"],
      [20, "mx2.shared.test"],
    ],
  },
  "mx1.shared.test": { A: ["127.0.0.1"] },
  "mx2.shared.test": { A: ["127.0.0.2"] },
};

const UNREACHED = [
  "connect inconclusive not-probed",
  "banner skip",
  "ehlo skip",
  "starttls skip",
  "certificate skip",
  "relay skip",
  "delivery skip",
  "dane skip",
];
const BROKEN_OFF = [
  "connect pass",
  "banner inconclusive not-probed",
  "ehlo skip",
  "starttls skip",
  "certificate skip",
  "relay skip",
  "delivery skip",
  "dane skip",
];

describe("a run that ends early", () => {
  test("at its deadline claims nothing of what it has not seen", async () => {
    const servers = await startTogether({ "127.0.0.1": { greeting: [] } });
    const { report } = await run(THREE, servers, { domains: "a.test", deadline: "1" });
    assert.deepEqual(checksOf(report.domains[0]), [...BROKEN_OFF, ...UNREACHED, ...UNREACHED]);
    const messages = report.domains[0]?.servers.map(
      ({ endpoints: [endpoint] }) => endpoint?.checks[0]?.findings[0]?.message,
    );
    assert.deepEqual(
      messages?.slice(1),
      Array.from({ length: 2 }, () => "Not tested: the deadline of the run was over."),
    );
    assert.deepEqual(
      [report.result, report.gate, report.partial, report.score],
      ["inconclusive", "closed", true, 100],
    );
    assert.equal(servers[0]?.connections, 1);
  });

  test("by the user reports what was finished, and says that it is partial", async () => {
    const servers = await startTogether({
      "127.0.0.1": { rcpt: onlyFor(["a.test"]) },
      "127.0.0.2": { greeting: [] },
    });
    const [sound] = servers;
    const { report, host } = await run(HALF, servers, { domains: "a.test" }, async (interrupt) => {
      // Two connections that have ended: the sound server is done with.
      while (sound?.sessions.filter(({ ended }) => ended).length !== 2) await new Promise(setImmediate);
      interrupt();
    });
    assert.deepEqual(checksOf(report.domains[0]), [...SOUND, ...BROKEN_OFF]);
    assert.deepEqual([report.result, report.gate, report.partial], ["inconclusive", "closed", true]);
    const gate = "Gate closed: 1 inconclusive check (on-inconclusive: fail).";
    assert.equal(report.gateSummary, `The run was interrupted: this is what was finished. ${gate}`);
    assert.equal(host.delivered.length, 1);
  });

  test("before it began looks up nothing and delivers all the same", async () => {
    const servers = await startTogether({ "127.0.0.1": {} });
    const { report } = await run(THREE, servers, { domains: "a.test" }, async (interrupt) => {
      interrupt();
    });
    assert.deepEqual(
      report.domains[0]?.checks.map(({ verdict, findings: [finding] }) => [verdict, finding?.code]),
      [
        ["inconclusive", "not-probed"],
        ["skip", undefined],
        ["skip", undefined],
      ],
    );
    assert.deepEqual(
      [report.result, report.gate, report.score, servers[0]?.connections],
      ["inconclusive", "closed", null, 0],
    );
  });
});

describe("what is not asked for", () => {
  for (const checks of ["mx", "mx, mta-sts, tls-rpt"]) {
    test(`is not probed: ${checks}`, async () => {
      const servers = await startTogether({ "127.0.0.1": {} });
      const { report } = await run(THREE, servers, { domains: "a.test", checks });
      assert.deepEqual([servers[0]?.connections, report.result, report.score], [0, "pass", null]);
      assert.deepEqual(
        report.domains[0]?.servers.map(({ result, endpoints }) => [result, endpoints.length]),
        [
          ["pass", 0],
          ["pass", 0],
          ["pass", 0],
        ],
      );
    });
  }

  const depths: readonly {
    settings: Record<string, string>;
    verbs: string[];
    connections: number;
    done: string[];
  }[] = [
    { settings: { checks: "connect" }, verbs: [], connections: 1, done: ["connect"] },
    { settings: { checks: "banner" }, verbs: ["QUIT"], connections: 1, done: ["banner"] },
    { settings: { checks: "mx, ehlo" }, verbs: ["EHLO", "QUIT"], connections: 1, done: ["ehlo"] },
    {
      settings: { checks: "certificate" },
      verbs: ["EHLO", "QUIT", "STARTTLS"],
      connections: 1,
      done: ["certificate"],
    },
    {
      settings: { "relay-test": "off", "delivery-test": "off", "tls-floor-test": "false" },
      verbs: ["EHLO", "QUIT", "STARTTLS"],
      connections: 1,
      done: ["connect", "banner", "ehlo", "starttls", "certificate"],
    },
  ];
  for (const { settings, verbs, connections, done } of depths) {
    const asked = Object.entries(settings).map(([name, value]) => `${name}: ${value}`);
    test(`is neither said nor judged with ${asked.join(", ")}`, async () => {
      const servers = await startTogether({ "127.0.0.1": { rcpt: onlyFor(["a.test"]) } });
      const zones = {
        "a.test": { MX: [[10, "mx.shared.test"]] },
        "mx.shared.test": { A: ["127.0.0.1"] },
      } as const;
      const { report } = await run(zones, servers, { domains: "a.test", ...settings });
      assert.deepEqual(
        [[...(servers[0]?.verbs ?? [])].sort(), servers[0]?.connections],
        [verbs, connections],
      );
      const passed = checksOf(report.domains[0]).filter((each) => !each.endsWith(" skip"));
      assert.deepEqual(
        passed,
        done.map((id) => `${id} pass`),
      );
    });
  }
});

test("with wait, a server that does not run yet is waited for where no control host has an address", async (t) => {
  const [server] = await startTogether({ "127.0.0.1": {} });
  const port = String(server?.port);
  await server?.close();
  const dns = await startDnsServer({
    "a.test": { MX: [[10, "mx.a.test"]] },
    "mx.a.test": { A: ["127.0.0.1"] },
  });
  t.after(() => dns.close());
  const interruption = new AbortController();
  const host = new (class extends RecordingHost {
    override note(line: string): void {
      super.note(line);
      if (line.includes("does not pass yet")) interruption.abort();
    }
  })({ interrupt: interruption.signal });
  const settings = {
    domains: "a.test",
    "dns-server": dns.address,
    "allow-private-addresses": "true",
    port,
    retries: "0",
    wait: "60",
    "egress-control": `nowhere.test:${port}`,
  };
  const report = await check(given(settings), "command", host);
  assert.equal(checksOf(report.domains[0])[0], "connect inconclusive egress-blocked");
  assert.match(host.notes.join("\n"), /a\.test does not pass yet/);
});
