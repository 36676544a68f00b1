/** What holds where: input, file, default; overrides; severity, waiver, baseline; probe settings of shared endpoints. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ConfigurationError } from "../../src/text/configuration-error.ts";
import type { Plan } from "../../src/config/plan.ts";
import { makePlan } from "../support/run/made-plan.ts";
import { baselineOf } from "../../src/judge/baseline.ts";
import { createWaivers } from "../../src/judge/waivers.ts";
import { settle } from "../../src/judge/findings/settle.ts";
import { raise } from "../../src/judge/outcome.ts";
import type { Finding, Severity } from "../../src/judge/report.ts";
import { verdictOf } from "../../src/judge/verdict.ts";
import { quote, words } from "../../src/text/quote.ts";
import { check, domain, endpoint, finding, reportOf, server } from "../report/sample-report.ts";

const NOW = Date.UTC(2026, 10, 21, 12);

function plan(file: string, inputs: Readonly<Record<string, string>> = {}): Plan {
  const given = Object.entries({ domains: "a.test", ...inputs });
  return makePlan(
    given.map(([name, value]) => ({ name, value, label: name })),
    "action",
    {
      now: NOW,
      readFile: (path) => (path.endsWith("mx-gate.yml") ? file : undefined),
      readLines: () => undefined,
      note: () => undefined,
    },
  );
}

describe("a threshold comes from", () => {
  const cases: readonly {
    readonly name: string;
    readonly file: string;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly version: string;
    readonly line?: number;
  }[] = [
    { name: "the default where nobody sets it", file: "", version: "1.2" },
    { name: "the file before the default", file: "min-tls-version: 1.3", version: "1.3", line: 1 },
    {
      name: "the input before the file",
      file: "min-tls-version: 1.3",
      inputs: { "min-tls-version": "1.1" },
      version: "1.1",
    },
    {
      name: "the file where the input is empty",
      file: "min-tls-version: 1.3",
      inputs: { "min-tls-version": " " },
      version: "1.3",
      line: 1,
    },
    {
      name: "the override before the file",
      file: "min-tls-version: 1.3\noverrides:\n  - { domain: a.test, min-tls-version: 1.1 }",
      version: "1.1",
      line: 3,
    },
    {
      name: "the input before the override",
      file: "overrides:\n  - { domain: a.test, min-tls-version: 1.1 }",
      inputs: { "min-tls-version": "1.3" },
      version: "1.3",
    },
    {
      name: "the later override",
      file: "overrides:\n  - { domain: a.test, min-tls-version: 1.1 }\n  - { host: '*', min-tls-version: 1.3 }",
      version: "1.3",
      line: 3,
    },
    {
      name: "the earlier override where the later one is for others",
      file: "overrides:\n  - { domain: a.test, min-tls-version: 1.1 }\n  - { host: other.test, min-tls-version: 1.3 }",
      version: "1.1",
      line: 2,
    },
    {
      name: "the earlier override where the later one says nothing of it",
      file: "overrides:\n  - { domain: a.test, min-tls-version: 1.1 }\n  - { domain: a.test, trust: any }",
      version: "1.1",
      line: 2,
    },
    {
      name: "an override by both where both fit",
      file: "overrides:\n  - { domain: 'A.*', host: '*.b.test', min-tls-version: 1.3 }",
      version: "1.3",
      line: 2,
    },
    {
      name: "no override by both where one does not fit",
      file: "overrides:\n  - { domain: b.test, host: mx.b.test, min-tls-version: 1.3 }",
      version: "1.2",
    },
    {
      name: "an override with a list of names",
      file: "overrides:\n  - { host: [x.test, mx.b.test], min-tls-version: 1.3 }",
      version: "1.3",
      line: 2,
    },
  ];
  for (const { name, file, inputs, version, line } of cases) {
    test(name, () => {
      const { policy } = plan(file, inputs);
      assert.equal(policy.thresholdsFor("a.test", "mx.b.test")["min-tls-version"], version);
      assert.equal(policy.positionOf("min-tls-version", "a.test", "mx.b.test")?.line, line);
    });
  }

  test("an override by host says nothing of a domain as a whole", () => {
    const { policy } = plan("overrides:\n  - { host: '*', trust: any }");
    assert.equal(policy.thresholdsFor("a.test", undefined).trust, "senders");
  });

  test("equal rules give one object, so that a shared endpoint is judged once", () => {
    const { policy } = plan(
      "overrides:\n  - { domain: a.test, trust: any }\n  - { domain: x.test, trust: any }",
    );
    assert.equal(policy.thresholdsFor("b.test", "mx"), policy.thresholdsFor("c.test", "mx"));
    assert.notEqual(policy.thresholdsFor("a.test", "mx"), policy.thresholdsFor("b.test", "mx"));
  });
});

describe("expiry thresholds", () => {
  const cases: readonly (readonly [
    name: string,
    file: string,
    inputs: Record<string, string>,
    fail: number,
    warn: number,
  ])[] = [
    ["of the file push the default up", "min-days-to-expiry: 40", {}, 40, 40],
    [
      "of an override push the default up",
      "overrides:\n  - { domain: a.test, min-days-to-expiry: 50 }",
      {},
      50,
      50,
    ],
    ["of input and file stand together", "warn-days-to-expiry: 60", { "min-days-to-expiry": "40" }, 40, 60],
  ];
  for (const [name, file, inputs, fail, warn] of cases) {
    test(name, () => {
      const thresholds = plan(file, inputs).policy.thresholdsFor("a.test", "mx");
      assert.deepEqual(
        [thresholds["min-days-to-expiry"].days, thresholds["warn-days-to-expiry"].days],
        [fail, warn],
      );
    });
  }

  test("of input and file may contradict, and that is told at the file's line", () => {
    assert.throws(
      () => plan("trust: any\nwarn-days-to-expiry: 10", { "min-days-to-expiry": "40" }),
      ({ problems }: ConfigurationError) => problems.length === 1 && problems[0]?.line === 2,
    );
  });
});

test("severities are set code by code: input before override before file", () => {
  const file =
    "severity: { banner-slow: error, cert-expired: notice, mx-null: warning }\noverrides:\n  - { domain: a.test, severity: { cert-expired: warning, mx-null: notice } }";
  const { policy } = plan(file, { severity: "mx-null: off" });
  assert.deepEqual(policy.thresholdsFor("a.test", undefined).severity, {
    "banner-slow": "error",
    "cert-expired": "warning",
    "mx-null": "off",
  });
  assert.deepEqual(
    ["banner-slow", "cert-expired", "mx-null"].map(
      (code) => policy.positionOf(`severity ${code}`, "a.test")?.line,
    ),
    [1, 3, undefined],
  );
});

describe("targets come from", () => {
  test("the file where the run names none", () => {
    const { domains } = makePlan([], "command", {
      now: NOW,
      readFile: () => "domains: [x.test, y.test]",
      readLines: () => undefined,
      note: () => undefined,
    });
    assert.deepEqual(domains, ["x.test", "y.test"]);
  });
  test("the run alone where it names any", () => {
    assert.deepEqual(plan("domains: [x.test]\nzone-files: nowhere/*").domains, ["a.test"]);
  });
});

describe("what is said of targets as an input", () => {
  for (const [name, value] of [
    ["dane-keys", "next.pem"],
    ["mta-sts-file", "policy.txt"],
  ] as const) {
    test(`${name} leaves the domains of the file in place`, () => {
      const { domains } = makePlan([{ name, value, label: name }], "command", {
        now: NOW,
        readFile: (path) =>
          path.endsWith("mx-gate.yml") ? "domains: [x.test]" : "version: STSv1\nmode: none\nmax_age: 86400\n",
        readLines: () => undefined,
        note: () => undefined,
      });
      assert.deepEqual(domains, ["x.test"]);
    });
  }
});

describe("probe settings of an endpoint that several domains share", () => {
  test("are those of its host: the later override wins", () => {
    const { rulesFor } = plan(
      "timeout: 5\noverrides:\n  - { host: '*.b.test', timeout: 7, retries: 0 }\n  - { host: mx.b.test, timeout: 9 }",
    );
    assert.deepEqual(
      [rulesFor("mx.b.test").timeout, rulesFor("mx.b.test").retries, rulesFor("mx.c.test").timeout],
      [9, 0, 5],
    );
    assert.equal(rulesFor("x.b.test"), rulesFor("y.b.test"));
  });
  test("are the input's before any override", () => {
    assert.equal(
      plan("overrides:\n  - { host: '*', port: 465 }", { port: "2525" }).rulesFor("mx").port,
      2525,
    );
  });
  test("cannot differ by domain: that is an error", () => {
    assert.throws(
      () => plan("overrides:\n  - { domain: a.test, port: 465 }\n  - { domain: b.test, port: 587 }"),
      ({ problems }: ConfigurationError) => problems.length === 2,
    );
  });
  test("may ask for other checks than the run, which makes all of them", () => {
    const { settings, rulesFor } = plan(
      "checks: [mx, connect]\noverrides:\n  - { host: full, checks: [starttls] }\n  - { host: dns, checks: [mx] }",
    );
    assert.deepEqual(settings.checks, ["mx", "connect", "starttls"]);
    assert.deepEqual(rulesFor("x").scope, {
      depth: "connect",
      relay: "off",
      delivery: "off",
      floor: false,
      checks: ["connect"],
    });
    assert.deepEqual(rulesFor("full").scope, {
      depth: "starttls",
      relay: "off",
      delivery: "off",
      floor: true,
      checks: ["starttls"],
    });
    assert.deepEqual(rulesFor("dns").families, []);
  });
});

describe("severity, waiver and baseline", () => {
  /** A former report with banner-slow at mx.a.test. */
  const former = (severity: Severity, more: Partial<Finding> = {}) => {
    const old = {
      ...finding("banner-slow", severity, { host: "mx.a.test", address: "192.0.2.99" }),
      ...more,
    };
    const slow = check("banner", "warn", "slow", [old]);
    const shown = server("mx.a.test", 10, [endpoint("192.0.2.99", [slow])]);
    return baselineOf(reportOf([domain("a.test", check("mx", "pass", ""), [shown])]), "old.json");
  };
  const WAIVER = "waivers:\n  - { code: banner-slow, until: 2026-11-21, reason: known }\n";
  interface Case {
    readonly name: string;
    readonly file: string;
    readonly before?: ReturnType<typeof former>;
    readonly own?: Severity;
    readonly at?: number;
    readonly verdict: string;
    readonly mark?: "waived" | "known";
  }
  const cases: readonly Case[] = [
    { name: "nothing: it counts", file: "", verdict: "warn" },
    {
      name: "off: it is marked, whatever else lets it pass",
      file: `severity: { banner-slow: "off" }\n${WAIVER}`,
      before: former("error"),
      verdict: "waived",
    },
    {
      name: "a waiver lets it pass, whatever its severity",
      file: `severity: { banner-slow: error }\n${WAIVER}`,
      verdict: "waived",
      mark: "waived",
    },
    {
      name: "a waiver speaks before the baseline",
      file: WAIVER,
      before: former("warning"),
      verdict: "waived",
      mark: "waived",
    },
    {
      name: "a waiver holds to the end of its last day, UTC",
      file: WAIVER,
      at: Date.UTC(2026, 10, 21, 23, 59, 59, 999),
      verdict: "waived",
      mark: "waived",
    },
    { name: "past it the finding counts again", file: WAIVER, at: Date.UTC(2026, 10, 22), verdict: "warn" },
    {
      name: "past it the baseline may still know it",
      file: WAIVER,
      before: former("warning"),
      at: Date.UTC(2026, 10, 22),
      verdict: "waived",
      mark: "known",
    },
    {
      name: "the baseline knows it at another address",
      file: "",
      before: former("warning"),
      verdict: "waived",
      mark: "known",
    },
    {
      name: "what became more severe is new",
      file: "severity: { banner-slow: error }",
      before: former("warning"),
      verdict: "fail",
    },
    {
      name: "what became less severe is known",
      file: "",
      before: former("error"),
      verdict: "waived",
      mark: "known",
    },
    {
      name: "a notice of the baseline does not cover a warning",
      file: "",
      before: former("notice"),
      verdict: "warn",
    },
    {
      name: "what was inconclusive then is new now",
      file: "",
      before: former("inconclusive"),
      verdict: "warn",
    },
    {
      name: "what was waived then is new now",
      file: "",
      before: former("warning", { waived: { reason: quote("x"), until: "2026-01-01" } }),
      verdict: "warn",
    },
    {
      name: "inconclusive is never known",
      file: "severity: { banner-slow: inconclusive }",
      before: former("error"),
      verdict: "inconclusive",
    },
    {
      name: "inconclusive and waived claims nothing",
      file: `severity: { banner-slow: inconclusive }\n${WAIVER}`,
      verdict: "skip",
      mark: "waived",
    },
    {
      name: "a waiver for another host lets nothing pass",
      file: WAIVER.replace("code:", "host: other.test, code:"),
      verdict: "warn",
    },
    {
      name: "a waiver for this host and domain does",
      file: WAIVER.replace("code:", "host: '*.A.test', domain: a.test, code:"),
      verdict: "waived",
      mark: "waived",
    },
  ];
  for (const { name, file, before, at = NOW, verdict, mark } of cases) {
    test(name, () => {
      const policy = { ...plan(file).policy, baseline: before };
      const raised = raise("banner-slow", { seconds: 34, allowed: 30 });
      const outcome = { findings: [raised], summary: words``, seconds: 0 };
      const place = { domain: "a.test", host: "mx.a.test", address: "192.0.2.1", port: 25 };
      const findings = settle(outcome, place, (host) => policy.thresholdsFor("a.test", host), {
        policy,
        waivers: createWaivers(policy, at),
        check: "banner",
      });
      assert.equal(verdictOf(findings), verdict);
      const [found] = findings;
      assert.deepEqual(
        [found?.waived !== undefined, found?.known === true],
        [mark === "waived", mark === "known"],
      );
    });
  }
});
