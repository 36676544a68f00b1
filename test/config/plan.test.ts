import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { makePlan, makeReplayPolicy } from "../support/run/made-plan.ts";
import type { Plan } from "../../src/config/plan.ts";
import type { GivenSetting } from "../../src/config/given.ts";
import { SETTING_CASES } from "./setting-values.ts";
import { isReplaySetting, SETTING_NAMES } from "../../src/config/settings.ts";

function inputs(values: Readonly<Record<string, unknown>>): GivenSetting[] {
  return Object.entries(values).map(([name, value]) => ({ name, value, label: `input ${name}` }));
}

/** The plan for own.test, with these settings besides. */
function planned(values: Readonly<Record<string, unknown>> = {}): Plan {
  return makePlan(inputs({ domains: "own.test", ...values }), "action");
}

/** What a person reads whose configuration is wrong. */
function refused(make: () => unknown): string[] {
  try {
    make();
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    return error.problems.map(({ message }) => message);
  }
  return assert.fail("it was taken");
}

describe("what cannot be planned", () => {
  test("is nothing at all", () => {
    assert.deepEqual(
      refused(() => makePlan([], "action")),
      ["There is nothing to test. Give at least one domain, server, file of domains or zone file."],
    );
    assert.deepEqual(
      refused(() => makePlan(inputs({ domains: "# later" }), "action")),
      ["There is nothing to test. Give at least one domain, server, file of domains or zone file."],
    );
  });

  test("are wrong values, all at once", () => {
    assert.deepEqual(
      refused(() => planned({ port: "0", "min-tls-versoin": "1.3" })),
      [
        `input port: "0" is not a whole number of TCP ports from 1 to 65535.`,
        "input min-tls-versoin is not a setting. Did you mean min-tls-version?",
      ],
    );
  });

  test("is a warning below the failing threshold", () => {
    const message =
      "warn-days-to-expiry is below min-days-to-expiry, so nothing would ever warn. Raise one or lower the other.";
    const pairs = [
      ["20", "10"],
      ["20%", "10%"],
    ] as const;
    for (const [fail, warn] of pairs) {
      assert.deepEqual(
        refused(() => planned({ "min-days-to-expiry": fail, "warn-days-to-expiry": warn })),
        [message],
      );
    }
  });

  test("is a relay recipient in a domain that is tested itself", () => {
    assert.deepEqual(
      refused(() => planned({ "relay-recipient": "probe@OWN.test." })),
      [
        "relay-recipient is at own.test, which is tested itself, so it is not foreign to its servers. Take an address elsewhere.",
      ],
    );
  });

  test("is one file for two reports", () => {
    assert.deepEqual(
      refused(() =>
        planned({ "report-file": "out/a", "junit-file": "./out//a", "sarif-file": "out/b/../a" }),
      ),
      [
        "junit-file and report-file name the same file. Give each one of its own.",
        "report-file and sarif-file name the same file. Give each one of its own.",
      ],
    );
    planned({ "report-file": "none", "junit-file": "none", "sarif-file": "a" });
  });

  test("are contradictions beside wrong values", () => {
    assert.deepEqual(
      refused(() =>
        makePlan(inputs({ port: "0", "min-days-to-expiry": 20, "warn-days-to-expiry": 10 }), "action"),
      ),
      [
        `input port: "0" is not a whole number of TCP ports from 1 to 65535.`,
        "warn-days-to-expiry is below min-days-to-expiry, so nothing would ever warn. Raise one or lower the other.",
        "There is nothing to test. Give at least one domain, server, file of domains or zone file.",
      ],
    );
    assert.equal(refused(() => makePlan(inputs({ domains: "a_" }), "action")).length, 1);
  });

  test("are two contradictions, told at once", () => {
    const values = { "min-days-to-expiry": 20, "warn-days-to-expiry": 10, "relay-recipient": "a@own.test" };
    assert.equal(refused(() => planned(values)).length, 2);
  });
});

describe("thresholds", () => {
  const cases: readonly [what: string, values: Record<string, unknown>, fail: object, warn: object][] = [
    ["stand as they are by default", {}, { days: 14, capPercent: 100 / 6 }, { days: 30, capPercent: 25 }],
    ["of failing push the default of warning up", { "min-days-to-expiry": "40" }, { days: 40 }, { days: 40 }],
    [
      "of failing leave the default of warning where it is above",
      { "min-days-to-expiry": "20" },
      { days: 20 },
      { days: 30, capPercent: 25 },
    ],
    ["of warning pull the default of failing down", { "warn-days-to-expiry": "7" }, { days: 7 }, { days: 7 }],
    [
      "of warning leave the default of failing where it is below",
      { "warn-days-to-expiry": "21" },
      { days: 14, capPercent: 100 / 6 },
      { days: 21 },
    ],
    ["may be equal", { "min-days-to-expiry": 20, "warn-days-to-expiry": 20 }, { days: 20 }, { days: 20 }],
    [
      "in different units contradict nothing",
      { "min-days-to-expiry": "50%", "warn-days-to-expiry": "1" },
      { percent: 50 },
      { days: 1 },
    ],
  ];
  for (const [what, values, fail, warn] of cases) {
    test(what, () => {
      const thresholds = planned(values).policy.thresholdsFor("own.test", "mx.own.test");
      assert.deepEqual([thresholds["min-days-to-expiry"], thresholds["warn-days-to-expiry"]], [fail, warn]);
    });
  }

  test("are one object for all hosts, so that each endpoint is judged once", () => {
    const { policy } = planned();
    assert.equal(policy.thresholdsFor("own.test", "a.test"), policy.thresholdsFor("other.test", undefined));
  });

  test("have what judging needs", () => {
    const { policy } = planned({
      "min-tls-version": "1.3",
      "require-extensions": "dsn",
      "max-banner-seconds": "5",
      severity: "banner-slow: off",
    });
    const thresholds = policy.thresholdsFor("own.test", undefined);
    assert.deepEqual(
      [
        thresholds["min-tls-version"],
        thresholds["require-extensions"],
        thresholds["max-banner-seconds"],
        thresholds.severity,
      ],
      ["1.3", ["DSN"], 5, { "banner-slow": "off" }],
    );
  });
});

describe("the foreign recipient", () => {
  const cases: readonly [what: string, domains: string, recipient: string][] = [
    ["is at example.com", "own.test", "mx-gate-relay-test@example.com"],
    ["is elsewhere where that is tested", "own.test, example.com", "mx-gate-relay-test@example.net"],
    ["is elsewhere again", "example.com, example.net", "mx-gate-relay-test@example.org"],
  ];
  for (const [what, domains, recipient] of cases) {
    test(what, () => {
      const { settings, rulesFor, policy } = makePlan(inputs({ domains }), "action");
      assert.equal(rulesFor("mx.own.test").relayRecipient, recipient);
      assert.equal(settings["relay-recipient"], recipient);
      assert.deepEqual(policy.inForce.settings["relay-recipient"], { value: recipient, from: "default" });
    });
  }

  test("is the given one", () => {
    const { rulesFor } = planned({ "relay-recipient": "probe@ours.example", domains: "example.com" });
    assert.equal(rulesFor("mx.own.test").relayRecipient, "probe@ours.example");
  });
});

describe("endpoints are probed", () => {
  test("by the given rules", () => {
    const { rulesFor } = planned({
      port: "2525",
      "ip-family": "6",
      "relay-sender": "a@ours.example",
      retries: "2",
      timeout: "3",
      "reply-timeout": "4.5",
      "helo-name": "ci.example",
    });
    assert.deepEqual(rulesFor("mx.own.test"), {
      port: 2525,
      families: [6],
      addresses: "all",
      scope: { depth: "starttls", relay: "basic", delivery: "all", floor: true, dane: true },
      relaySender: "a@ours.example",
      relayRecipient: "mx-gate-relay-test@example.com",
      retries: 2,
      timeout: 3,
      replyTimeout: 4.5,
      heloName: "ci.example",
    });
  });

  test("over both families and under the machine's own name by default", () => {
    const { families, heloName } = planned().rulesFor("mx.own.test");
    assert.deepEqual([families, heloName], [[4, 6], undefined]);
    assert.deepEqual(planned({ "ip-family": "4" }).rulesFor("mx.own.test").families, [4]);
  });

  const scopes: readonly [checks: string, values: Record<string, unknown>, scope: object][] = [
    ["connect", {}, { depth: "connect", relay: "off", delivery: "off", floor: false }],
    ["banner", {}, { depth: "banner", relay: "off", delivery: "off", floor: false }],
    ["ehlo", {}, { depth: "ehlo", relay: "off", delivery: "off", floor: false }],
    ["starttls", {}, { depth: "starttls", relay: "off", delivery: "off", floor: true }],
    [
      "starttls",
      { "tls-floor-test": "false" },
      { depth: "starttls", relay: "off", delivery: "off", floor: false },
    ],
    ["certificate", {}, { depth: "starttls", relay: "off", delivery: "off", floor: false }],
    ["relay", {}, { depth: "starttls", relay: "basic", delivery: "off", floor: false }],
    ["dane", {}, { depth: "starttls", relay: "off", delivery: "off", floor: false, dane: true }],
    ["delivery", {}, { depth: "starttls", relay: "off", delivery: "all", floor: false }],
    [
      "delivery",
      { "delivery-test": "sample" },
      { depth: "starttls", relay: "off", delivery: "sample", floor: false },
    ],
    ["relay", { "relay-test": "off" }, { depth: "starttls", relay: "off", delivery: "off", floor: false }],
    ["mx, banner, connect", {}, { depth: "banner", relay: "off", delivery: "off", floor: false }],
  ];
  for (const [checks, values, scope] of scopes) {
    test(`for ${checks} ${JSON.stringify(values)} no further than needed`, () => {
      assert.deepEqual(planned({ checks, ...values }).rulesFor("mx.own.test").scope, scope);
    });
  }
});

describe("the policy in force", () => {
  test("says of every setting what it is and where it comes from", () => {
    const { inForce, gate } = planned({ "fail-on": "warning", "on-inconclusive": "ignore" }).policy;
    assert.deepEqual(Object.keys(inForce.settings).sort(), [...SETTING_NAMES].sort());
    assert.deepEqual(inForce.settings["fail-on"], { value: "warning", from: "input" });
    assert.deepEqual(inForce.settings["port"], { value: 25, from: "default" });
    assert.deepEqual(gate, { failOn: "warning", onInconclusive: "ignore" });
    assert.deepEqual([inForce.file, inForce.overrides, inForce.waivers], [null, 0, 0]);
  });
});

describe("judging again", () => {
  const options = (values: Readonly<Record<string, unknown>>): GivenSetting[] =>
    Object.entries(values).map(([name, value]) => ({ name, value, label: `--${name}` }));

  test("takes thresholds, the gate's rules and files, and needs no domain", () => {
    const { policy, settings } = makeReplayPolicy(
      options({ "min-tls-version": "1.3", "fail-on": "never", "report-file": "new.json" }),
    );
    assert.equal(policy.thresholdsFor("own.test", undefined)["min-tls-version"], "1.3");
    assert.deepEqual(
      [policy.gate.failOn, settings["report-file"], settings["junit-file"]],
      ["never", "new.json", null],
    );
  });

  for (const name of SETTING_NAMES.filter((each) => !isReplaySetting(each))) {
    test(`takes nothing that is about probing: ${name}`, () => {
      const [[written] = [""]] = SETTING_CASES[name].good;
      const value = String(written);
      assert.deepEqual(
        refused(() => makeReplayPolicy(options({ [name]: value }))),
        [`--${name} is not an option of judge: nothing is probed, and only files are written.`],
      );
    });
  }

  test("tells of wrong and misplaced settings at once", () => {
    assert.deepEqual(
      refused(() => makeReplayPolicy(options({ port: "25", "fail-on": "x" }))),
      [
        `--fail-on: "x" is not a gate rule. Allowed: error, warning, never.`,
        "--port is not an option of judge: nothing is probed, and only files are written.",
      ],
    );
  });

  test("refuses what contradicts itself", () => {
    const both = options({ "min-days-to-expiry": "20", "warn-days-to-expiry": "10" });
    assert.equal(refused(() => makeReplayPolicy(both)).length, 1);
  });
});
