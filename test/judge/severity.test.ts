/** What `severity` makes of a finding: one observation, judged under each level. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { CheckId, Result, Verdict } from "../../src/judge/report.ts";
import { judgeAgain, planOf, play, type Played, type Scene } from "./scene.ts";

let nameless: Played;
let putOff: Played;
let spamd: Played;
let silentDns: Played;
let oneConnection: Played;
before(async () => {
  [nameless, putOff, spamd, silentDns, oneConnection] = await Promise.all([
    play({ script: { greeting: "220 ESMTP ready\r\n" } }),
    play({ script: { greeting: "450 4.7.1 Come back later\r\n" } }),
    play({
      script: {
        greeting: "220 mx.case.test ESMTP spamd IP-based SPAM blocker; today\r\n",
        starttls: "missing",
      },
    }),
    play({
      settings: { checks: "mx" },
      deserted: true,
      // Without a clock: a real silence is as long as the resolver has for the root, which is to answer.
      change: ({ domains: [domain] }) => {
        if (domain?.mx === undefined) return;
        const { exchanges: _, ...question } = domain.mx.question;
        domain.mx.root = { ...question, name: ".", type: "NS", outcome: "answer" };
        domain.mx.question = { ...question, outcome: "timeout" };
        domain.mx.hosts = [];
      },
    }),
    play({
      change: ({ endpoints }) => {
        for (const endpoint of Object.values(endpoints)) endpoint.connections.pop();
      },
    }),
  ]);
});

interface Judged {
  readonly verdict: Verdict;
  readonly severities: readonly string[];
  readonly result: Result;
  readonly gate: "open" | "closed";
}

/** What becomes of a check under these levels. */
function judged({ observations }: Played, severity: string, id: CheckId): Judged {
  const report = judgeAgain(observations, planOf({ severity }).policy);
  const [domain] = report.domains;
  const checks = [...(domain?.checks ?? []), ...(domain?.servers[0]?.endpoints[0]?.checks ?? [])];
  const check = checks.find((each) => each.check === id) ?? assert.fail(`no ${id}`);
  const severities = check.findings.map(
    ({ code, severity, off }) => `${code} ${severity}${off === true ? " off" : ""}`,
  );
  return { verdict: check.verdict, severities, result: report.result, gate: report.gate };
}

describe("a finding of severity warning", () => {
  const code = "banner-no-hostname";
  const cases: readonly (Judged & { level: string })[] = [
    {
      level: "off",
      verdict: "waived",
      severities: [`${code} warning off`],
      result: "pass",
      gate: "open",
    },
    { level: "notice", verdict: "pass", severities: [`${code} notice`], result: "pass", gate: "open" },
    { level: "warning", verdict: "warn", severities: [`${code} warning`], result: "warn", gate: "open" },
    { level: "error", verdict: "fail", severities: [`${code} error`], result: "fail", gate: "closed" },
    {
      level: "inconclusive",
      verdict: "inconclusive",
      severities: [`${code} inconclusive`],
      result: "inconclusive",
      gate: "closed",
    },
  ];
  for (const { level, ...expected } of cases) {
    test(`that is set to ${level} leaves ${expected.verdict}`, () => {
      assert.deepEqual(judged(nameless, `${code}: ${level}`, "banner"), expected);
    });
  }

  test("keeps its own severity where nothing is set, and where another code is", () => {
    assert.equal(judged(nameless, "", "banner").verdict, "warn");
    assert.equal(judged(nameless, "banner-slow: error", "banner").verdict, "warn");
  });
});

describe("an inconclusive finding", () => {
  const code = "banner-deferred";
  const cases: readonly { level: string; verdict: Verdict; severities: readonly string[] }[] = [
    { level: "off", verdict: "skip", severities: [`${code} inconclusive off`] },
    { level: "notice", verdict: "skip", severities: [`${code} notice`] },
    { level: "warning", verdict: "warn", severities: [`${code} warning`] },
    { level: "error", verdict: "fail", severities: [`${code} error`] },
    { level: "inconclusive", verdict: "inconclusive", severities: [`${code} inconclusive`] },
  ];
  for (const { level, verdict, severities } of cases) {
    test(`that is set to ${level} leaves ${verdict}`, () => {
      const found = judged(putOff, `${code}: ${level}`, "banner");
      assert.deepEqual({ verdict: found.verdict, severities: found.severities }, { verdict, severities });
    });
  }

  test("that is off skips every check that it made inconclusive, and passes none", () => {
    for (const id of ["banner", "starttls", "certificate", "relay"] as const) {
      assert.equal(judged(spamd, "", id).verdict, "inconclusive");
      assert.deepEqual(judged(spamd, "greylister-in-front: off", id).verdict, "skip");
    }
  });

  test("that is off skips the check of a domain, too", () => {
    assert.equal(judged(silentDns, "", "mx").verdict, "inconclusive");
    const off = judged(silentDns, "dns-timeout: off", "mx");
    const severities = ["dns-timeout inconclusive off"];
    assert.deepEqual(off, { verdict: "skip", severities, result: "skip", gate: "open" });
  });

  test("that is off leaves what follows unjudged, and the score partial", () => {
    const report = judgeAgain(putOff.observations, planOf({ severity: "banner-deferred: off" }).policy);
    const endpoint = report.domains[0]?.servers[0]?.endpoints[0];
    assert.deepEqual(
      endpoint?.checks.map(({ check, verdict }) => `${check} ${verdict}`),
      [
        "connect pass",
        "banner skip",
        "ehlo skip",
        "starttls skip",
        "certificate skip",
        "relay skip",
        "delivery skip",
        "dane skip",
      ],
    );
    assert.equal(report.domains[0]?.partial, true);
  });
});

describe("what was not seen to work is no pass, whatever is switched off", () => {
  const cases: readonly { check: CheckId; code: string; scene: Scene }[] = [
    { check: "connect", code: "connect-refused", scene: { deserted: true } },
    {
      check: "banner",
      code: "banner-timeout",
      scene: { script: { greeting: [] }, settings: { "reply-timeout": "0.3" } },
    },
    { check: "banner", code: "banner-refused", scene: { script: { greeting: "554 No\r\n" } } },
    { check: "ehlo", code: "ehlo-malformed", scene: { script: { ehlo: "Hello yourself" } } },
    { check: "starttls", code: "starttls-not-offered", scene: { script: { starttls: "missing" } } },
  ];
  for (const { check, code, scene } of cases) {
    for (const level of ["off", "notice"]) {
      test(`${code}: ${level}`, async () => {
        const played = await play(scene);
        // Off, it deviates and is let pass; as a notice, nobody can say that it works.
        const unseen = code === "banner-refused" || level === "notice";
        assert.equal(judged(played, `${code}: ${level}`, check).verdict, unseen ? "skip" : "waived");
        const under = judgeAgain(played.observations, planOf({ severity: `${code}: ${level}` }).policy);
        const { score, partial } = played.report;
        assert.deepEqual({ score: under.score, partial: under.partial }, { score, partial });
      });
    }
  }
});

describe("tls-floor-unknown", () => {
  const cases: readonly { severity: string; verdict: Verdict; severities: readonly string[] }[] = [
    { severity: "", verdict: "pass", severities: ["tls-floor-unknown notice"] },
    { severity: "tls-legacy-accepted: warning", verdict: "pass", severities: ["tls-floor-unknown notice"] },
    {
      severity: "tls-legacy-accepted: error",
      verdict: "inconclusive",
      severities: ["tls-floor-unknown inconclusive"],
    },
    {
      severity: "tls-legacy-accepted: error, tls-floor-unknown: warning",
      verdict: "warn",
      severities: ["tls-floor-unknown warning"],
    },
    {
      severity: "tls-legacy-accepted: error, tls-floor-unknown: off",
      verdict: "skip",
      severities: ["tls-floor-unknown inconclusive off"],
    },
    { severity: "tls-floor-unknown: off", verdict: "pass", severities: ["tls-floor-unknown notice off"] },
  ];
  for (const { severity, verdict, severities } of cases) {
    test(`leaves ${verdict} with ${severity || "nothing set"}`, () => {
      const found = judged(oneConnection, severity, "starttls");
      assert.deepEqual({ verdict: found.verdict, severities: found.severities }, { verdict, severities });
    });
  }
});

describe("an address that is not public and not to be probed, with a policy that forgives it", () => {
  for (const level of ["off", "notice", "warning"]) {
    test(`mx-private-address: ${level} leaves the server unseen, and no pass is claimed`, async () => {
      const { report } = await play({
        zones: { "case.test": { MX: [[10, "mx.case.test"]] }, "mx.case.test": { A: ["10.1.2.3"] } },
        settings: { "allow-private-addresses": "false", severity: `mx-private-address: ${level}` },
        deserted: true,
      });
      assert.equal(report.gate, "closed");
      const [connect] = report.domains[0]?.servers[0]?.endpoints[0]?.checks ?? [];
      assert.equal(connect?.verdict, "inconclusive");
      assert.deepEqual(
        connect.findings.map(({ code }) => code),
        ["not-probed"],
      );
    });
  }
});
