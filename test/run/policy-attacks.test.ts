/** Policy files, baselines and waivers that want the gate open: what each comes to, in every output. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CHECK_IDS } from "../../src/judge/checks/all.ts";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { makeReplayPolicy, makePlan } from "../support/run/made-plan.ts";
import type { PlanSources } from "../../src/config/policy/sources.ts";
import { baselineOf } from "../../src/judge/baseline.ts";
import { CODES } from "../../src/judge/diagnostics/registry.ts";
import type { Policy } from "../../src/judge/policy.ts";
import { placedChecks, type Check, type Finding, type Report } from "../../src/judge/report.ts";
import type { Observations } from "../../src/observe/observation.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/summary/comment.ts";
import { exitCode, gateRules } from "../../src/report/gate-rules.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import { outputsOf } from "../../src/report/outputs.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { blockLines, renderTerminal } from "../../src/report/terminal/terminal.ts";
import { judgeRecorded, observationsOf, policyOf, type State } from "../recorded/reports.ts";

const FILE = ".github/mx-gate.yml";

function seen(state: State, change?: (observations: Observations) => void): Observations {
  const observations = observationsOf({
    minute: 0,
    checks: CHECK_IDS,
    blocked: false,
    endpoints: [{ domain: "a.test", host: "mx1.test", state }],
  });
  change?.(observations);
  return observations;
}

const NOW = Date.parse(seen("sound").finished);
const UNTIL = new Date(NOW + 100 * 86_400_000).toISOString().slice(0, 10);

function sourcesOf(file: string): PlanSources {
  return {
    now: NOW,
    readFile: (path) => (path === FILE ? file : undefined),
    readLines: () => undefined,
    note: () => undefined,
  };
}

const given = (inputs: Readonly<Record<string, string>>) =>
  Object.entries(inputs).map(([name, value]) => ({ name, value, label: name }));

/** The policy of a file under these inputs. */
function under(file: string, inputs: Readonly<Record<string, string>> = {}): Policy {
  return makeReplayPolicy(given(inputs), sourcesOf(file)).policy;
}

/** The same for a run that probes. */
function probing(file: string, inputs: Readonly<Record<string, string>> = {}): Policy {
  return makePlan(given({ domains: "a.test", ...inputs }), "action", sourcesOf(file)).policy;
}

function checkOf(report: Report, id: string): Check {
  const found = [...placedChecks(report.domains)].find(({ check }) => check.check === id)?.check;
  return found ?? assert.fail(`no ${id}`);
}

function silences(report: Report): Finding {
  return report.findings.find(({ code }) => code === "policy-silences") ?? assert.fail("nothing is said");
}

const plain = (state: State): Report => judgeRecorded(seen(state), policyOf());

describe("a policy that turns five codes off, on an open relay whose certificate is untrusted, expired and another's", () => {
  const CODES_OFF = [
    "relay-open",
    "cert-expired",
    "cert-name-mismatch",
    "cert-untrusted",
    "cert-self-signed",
  ];
  const file = `domains: a.test\nseverity:\n${CODES_OFF.map((code) => `  ${code}: "off"\n`).join("")}`;
  const facts = seen("expired", ({ endpoints, certificates }) => {
    const open = Object.values(seen("open-relay").endpoints)[0]?.connections[0]?.relay;
    for (const { connections } of Object.values(endpoints))
      for (const connection of connections) if (connection.relay !== undefined) connection.relay = open;
    for (const certificate of Object.values(certificates)) certificate.dnsNames = ["other.test"];
  });
  const report = judgeRecorded(facts, under(file));
  const rules = gateRules(report);
  const before = judgeRecorded(facts, policyOf());

  test("passes no check that deviates, and changes no score", () => {
    assert.deepEqual([before.gate, before.score], ["closed", 0]);
    assert.equal(checkOf(report, "relay").verdict, "waived");
    assert.equal(checkOf(report, "certificate").verdict, "waived");
    assert.equal(report.counts.waived, 2);
    assert.equal(report.score, 0);
    assert.deepEqual(
      report.domains[0]?.servers.map(({ score }) => score),
      [0],
    );
  });

  test("keeps each finding, marked, with the line that turned it off", () => {
    const [open] = checkOf(report, "relay").findings;
    assert.deepEqual(
      [open?.code, open?.severity, open?.off, open?.policy],
      ["relay-open", "error", true, { file: FILE, line: 3 }],
    );
    const parsed = JSON.parse([...renderJson(report)].join("")) as Report;
    assert.equal(checkOf(parsed, "relay").findings[0]?.off, true);
  });

  test("is named in one line of every output, with the codes, their number and their lines", () => {
    const told = `turns off relay-open (1 finding, ${FILE}:3)`;
    const { message } = silences(report);
    assert.ok(message.includes(told), message);
    assert.ok(message.includes(`cert-name-mismatch (1 finding, ${FILE}:5)`), message);
    const flat = (text: string): string => text.replaceAll("\\", "").replaceAll(/\s+/g, " ");
    const terminal = (quiet: boolean): string =>
      [...blockLines(renderTerminal(report, rules, { width: 100, colour: false, quiet }))].join("\n");
    const mark = { key: "0".repeat(16), run: 1, state: "open" } as const;
    const outputs = {
      terminal: terminal(false),
      "terminal, quiet": terminal(true),
      summary: renderSummary(report, rules),
      "summary, counts only": renderSummary(report, rules, { budget: 2500 }),
      comment: renderComment(report, rules, { mark }),
      junit: [...renderJunit(report, rules)].join(""),
      sarif: [...renderSarif(report)].join(""),
      annotations: renderAnnotations(report, rules)
        .map((annotation) => annotation.message)
        .join("\n"),
      json: [...renderJson(report)].join(""),
    };
    for (const [name, text] of Object.entries(outputs))
      assert.ok(flat(text).includes(told), `${name}:\n${text}`);
  });

  test("stands at the finding, too, and is called excused, never fine", () => {
    const text = [...blockLines(renderTerminal(report, rules, { width: 200, colour: false }))].join("\n");
    assert.ok(text.includes(`turned off at ${FILE}:3`), text);
    assert.match(renderSummary(report, rules), /a\.test passes with excused findings/);
    const junit = [...renderJunit(report, rules)].join("");
    assert.match(junit, /relay-open \(error, turned off at/);
    assert.match([...renderSarif(report)].join(""), /"suppressions":\[\{[^\]]*turned off at/);
  });

  test("leaves policy-silences among the codes", () => {
    const { codes, waived, gate } = outputsOf(report, []);
    assert.deepEqual([codes, waived, gate], ['["policy-silences"]', "2", "open"]);
  });

  test("closes the gate where the workflow says policy-silences: error, whatever the file says", () => {
    const strict = under(`${file}  policy-silences: notice\n`, { severity: "policy-silences: error" });
    const closed = judgeRecorded(facts, strict);
    assert.deepEqual([closed.gate, exitCode(closed, rules)], ["closed", 1]);
  });

  test("turns nothing off that an input sets", () => {
    const closed = judgeRecorded(facts, under(file, { severity: "relay-open: error" }));
    assert.equal(checkOf(closed, "relay").verdict, "fail");
    assert.ok(!silences(closed).message.includes("relay-open"));
  });
});

interface Case {
  readonly name: string;
  readonly file: string;
  readonly state: State;
  readonly check: string;
  readonly verdict: Check["verdict"];
  readonly says: string;
}

const CASES: readonly Case[] = [
  {
    name: "by an override for the host",
    file: 'overrides:\n  - { host: "mx*.test", severity: { relay-open: "off" } }\n',
    state: "open-relay",
    check: "relay",
    verdict: "waived",
    says: `relay-open (1 finding, ${FILE}:2 for mx*.test)`,
  },
  {
    name: "by an override for the domain",
    file: 'overrides:\n  - { domain: a.test, severity: { relay-open: "off" } }\n',
    state: "open-relay",
    check: "relay",
    verdict: "waived",
    says: `relay-open (1 finding, ${FILE}:2 for a.test)`,
  },
  {
    name: "by lowering it to a notice",
    file: "severity: { relay-open: notice }\n",
    state: "open-relay",
    check: "relay",
    verdict: "pass",
    says: `lowers relay-open from error to notice (1 finding, ${FILE}:1)`,
  },
  {
    name: "by lowering it to inconclusive, which a workflow may ignore",
    file: "severity: { relay-open: inconclusive }\n",
    state: "open-relay",
    check: "relay",
    verdict: "inconclusive",
    says: `lowers relay-open from error to inconclusive (1 finding, ${FILE}:1)`,
  },
  {
    name: "by turning off that the connection is refused",
    file: 'severity: { connect-refused: "off" }\n',
    state: "refused",
    check: "connect",
    verdict: "waived",
    says: `turns off connect-refused (1 finding, ${FILE}:1)`,
  },
  {
    name: "by turning an inconclusive code off",
    file: 'severity: { banner-deferred: "off" }\n',
    state: "deferred",
    check: "banner",
    verdict: "skip",
    says: `turns off banner-deferred (1 finding, ${FILE}:1)`,
  },
  {
    name: "by making a notice of an inconclusive code",
    file: "severity: { banner-deferred: notice }\n",
    state: "deferred",
    check: "banner",
    verdict: "skip",
    says: `lowers banner-deferred from inconclusive to notice (1 finding, ${FILE}:1)`,
  },
  {
    name: "before anything deviates",
    file: 'severity: { relay-open: "off" }\n',
    state: "sound",
    check: "relay",
    verdict: "pass",
    says: `turns off relay-open (no finding, ${FILE}:1)`,
  },
  {
    name: "with trust: any",
    file: "min-rsa-bits: 1024\ntrust: any\n",
    state: "sound",
    check: "certificate",
    verdict: "pass",
    says: `sets min-rsa-bits: 1024 (${FILE}:1), trust: any (${FILE}:2)`,
  },
];

describe("a deviation that a policy silences", () => {
  for (const { name, file, state, check, verdict, says } of CASES) {
    test(name, () => {
      const report = judgeRecorded(seen(state), under(file));
      assert.equal(checkOf(report, check).verdict, verdict);
      assert.ok(silences(report).message.includes(says), silences(report).message);
      assert.equal(report.score, plain(state).score);
    });
  }

  test("is named first where the file turns a hundred codes off, and all of them are in the evidence", () => {
    const changeable = CODES.filter((code) => code !== "policy-silences" && code !== "shard-missing");
    const off = changeable.map((code) => `  ${code}: "off"\n`);
    const { message, evidence = "" } = silences(
      judgeRecorded(seen("open-relay"), under(`severity:\n${off.join("")}`)),
    );
    assert.match(message, /^The policy turns off relay-open \(1 finding,/);
    assert.match(message, /and \d+ more/);
    for (const code of changeable) assert.ok(evidence.includes(code), code);
  });

  test("hides no warning beside it", () => {
    const both = seen("deferred", ({ endpoints }) => {
      for (const { connections } of Object.values(endpoints))
        for (const connection of connections) connection.connect.seconds = 8;
    });
    const report = judgeRecorded(
      both,
      under('severity: { connect-slow: inconclusive, banner-deferred: "off" }\n', { "fail-on": "warning" }),
    );
    assert.equal(checkOf(report, "connect").verdict, "inconclusive");
    const noticed = judgeRecorded(
      both,
      under('severity: { banner-deferred: "off" }\n', { "fail-on": "warning" }),
    );
    assert.deepEqual([checkOf(noticed, "connect").verdict, noticed.gate], ["warn", "closed"]);
  });
});

describe("the word about silences", () => {
  for (const [where, file] of [
    ["at the top", 'severity: { policy-silences: "off" }\n'],
    ["in an override", 'overrides:\n  - { domain: a.test, severity: { policy-silences: "off" } }\n'],
  ] as const) {
    test(`cannot be turned off ${where}`, () => {
      assert.throws(
        () => under(file),
        (error) => {
          assert.ok(error instanceof ConfigurationError);
          assert.match(error.message, /policy-silences cannot be turned off/);
          return true;
        },
      );
    });
  }

  test("cannot be waived", () => {
    const waiver = `waivers:\n  - { code: policy-silences, until: ${UNTIL}, reason: quiet }\n`;
    const report = judgeRecorded(seen("sound"), under(`severity: { relay-open: "off" }\n${waiver}`));
    assert.equal(silences(report).waived, undefined);
    assert.ok(outputsOf(report, []).codes.includes("policy-silences"));
  });

  test("is not there under the defaults, nor where a policy asks for more", () => {
    const stricter = "severity: { tls-no-1.3: error }\nmin-tls-version: '1.3'\nmin-days-to-expiry: 20\n";
    for (const policy of [policyOf(), under(stricter)])
      assert.deepEqual(judgeRecorded(seen("sound"), policy).findings, []);
  });
});

describe("what a policy file does not let a run look at is said", () => {
  for (const [file, says] of [
    ["checks: mx\n", `sets checks: mx (${FILE}:1)`],
    ["checks: [mx, connect, banner]\n", `sets checks: mx, connect, banner (${FILE}:1)`],
    ['relay-test: "off"\n', `sets relay-test: off (${FILE}:1)`],
    ['overrides:\n  - { host: mx1.test, relay-test: "off" }\n', `relay-test: off (${FILE}:2 for mx1.test)`],
    ["tls-floor-test: false\n", `sets tls-floor-test: false (${FILE}:1)`],
    ["ip-family: 4\n", `sets ip-family: 4 (${FILE}:1)`],
    ["expect: any\n", `sets expect: any (${FILE}:1)`],
    ["min-tls-version: '1.0'\n", `sets min-tls-version: 1.0 (${FILE}:1)`],
    ["min-days-to-expiry: 1\n", `sets min-days-to-expiry: 1 days (${FILE}:1)`],
  ] as const) {
    test(file.trim().replaceAll("\n", " "), () => {
      const report = judgeRecorded(seen("sound"), probing(file));
      assert.ok(silences(report).message.includes(says), silences(report).message);
    });
  }

  test("and not where the workflow asks for it", () => {
    const policy = probing("checks: mx\n", { checks: "mx, connect" });
    assert.deepEqual(judgeRecorded(seen("sound"), policy).findings, []);
  });

  test("tls-floor-test: false proves nothing to whom an old version is an error", () => {
    const unasked = seen("sound", ({ endpoints }) => {
      for (const endpoint of Object.values(endpoints)) endpoint.asked.floor = false;
    });
    const report = judgeRecorded(unasked, policyOf({ severity: "tls-legacy-accepted: error" }));
    const { verdict, findings } = checkOf(report, "starttls");
    assert.equal(verdict, "inconclusive");
    assert.ok(
      findings.some(({ code, severity }) => code === "tls-floor-unknown" && severity === "inconclusive"),
    );
    const waiver = `waivers:\n  - { code: tls-floor-unknown, until: ${UNTIL}, reason: r }\n`;
    const waived = judgeRecorded(unasked, under(`severity: { tls-legacy-accepted: error }\n${waiver}`));
    assert.equal(checkOf(waived, "starttls").verdict, "skip");
  });
});

describe("an address that is not public, and so not probed, passes nothing", () => {
  const hidden = (checks: readonly string[]): Observations =>
    seen("not-reached", (observations) => {
      observations.checks = [...checks];
      observations.environment.privateAddressesAllowed = false;
      for (const endpoint of Object.values(observations.endpoints))
        Object.assign(endpoint, { scope: "private", notProbed: "address-not-public" });
      for (const { mx } of observations.domains)
        for (const host of mx?.hosts ?? []) for (const address of host.addresses) address.scope = "private";
    });
  for (const [name, file, checks] of [
    ["by a waiver", `waivers:\n  - { code: mx-private-address, until: ${UNTIL}, reason: r }\n`, CHECK_IDS],
    ["by severity", 'severity: { mx-private-address: "off" }\n', CHECK_IDS],
    ["by leaving out the check that would say so", "", CHECK_IDS.filter((id) => id !== "mx")],
  ] as const) {
    test(name, () => {
      const report = judgeRecorded(hidden(checks), under(file));
      assert.deepEqual([report.gate, checkOf(report, "connect").verdict], ["closed", "inconclusive"]);
    });
  }
});

describe("a baseline", () => {
  const former = (report: Report): Policy => ({ ...policyOf(), baseline: baselineOf(report, "old.json") });

  test("written while a code was off does not know its findings", () => {
    const quiet = judgeRecorded(seen("open-relay"), under('severity: { relay-open: "off" }\n'));
    const report = judgeRecorded(seen("open-relay"), former(quiet));
    assert.deepEqual([checkOf(report, "relay").verdict, report.gate], ["fail", "closed"]);
  });

  test("written while it was lowered knows it as no graver than that", () => {
    const quiet = judgeRecorded(seen("open-relay"), policyOf({ severity: "relay-open: warning" }));
    assert.equal(judgeRecorded(seen("open-relay"), former(quiet)).gate, "closed");
  });

  test("that a pull request brings is said with its name and number, marks each finding, and changes no score", () => {
    const report = judgeRecorded(seen("open-relay"), former(plain("open-relay")));
    const rules = gateRules(report);
    assert.deepEqual([report.gate, report.score, report.counts.waived], ["open", 0, 1]);
    const text = [...blockLines(renderTerminal(report, rules, { width: 200, colour: false }))].join("\n");
    assert.match(text, /Against the baseline old\.json: 0 new, 1 known/);
    assert.match(text, /relay-open .*known to the baseline/);
    assert.match(renderSummary(report, rules), /passes with excused findings/);
  });

  test("of another host, port or check knows nothing here", () => {
    const elsewhere = plain("open-relay");
    for (const server of elsewhere.domains[0]?.servers ?? [])
      for (const endpoint of server.endpoints) endpoint.port = 587;
    assert.equal(judgeRecorded(seen("open-relay"), former(elsewhere)).gate, "closed");
  });

  test("calls nothing mended at a port that nobody tried of a host that is still there", () => {
    const before = plain("open-relay");
    const mended = (report: Report): number | undefined =>
      judgeRecorded(seen("sound"), former(report)).baseline?.fixed.length;
    assert.equal(mended(before), 1);
    for (const server of before.domains[0]?.servers ?? [])
      for (const endpoint of server.endpoints) endpoint.port = 587;
    assert.equal(mended(before), 0);
  });
});
