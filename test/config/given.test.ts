import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { defaultSettings, isSettingName, readSettings } from "../../src/config/given.ts";
import type { GivenSetting } from "../../src/config/given.ts";
import { SETTING_NAMES } from "../../src/config/settings.ts";
import { codePoint } from "../text/code-points.ts";

/** Settings as the Action gives them. */
function inputs(values: Readonly<Record<string, unknown>>): GivenSetting[] {
  return Object.entries(values).map(([name, value]) => ({ name, value, label: `input ${name}` }));
}

function messages(values: Readonly<Record<string, unknown>>): string[] {
  return readSettings(inputs(values), "action").problems.map(({ message }) => message);
}

describe("a name that is no setting", () => {
  const cases: readonly [name: string, message: string][] = [
    ["min-tls-versoin", "input min-tls-versoin is not a setting. Did you mean min-tls-version?"],
    ["Port", "input Port is not a setting. Did you mean port?"],
    ["domain", "input domain is not a setting. Did you mean domains?"],
    ["fail_on", "input fail_on is not a setting. Did you mean fail-on?"],
    ["smarthost", "input smarthost is not a setting."],
    ["", "input  is not a setting."],
    ["constructor", "input constructor is not a setting."],
    ["__proto__", "input __proto__ is not a setting."],
  ];
  for (const [name, message] of cases) {
    test(`is an error, whatever its value: ${JSON.stringify(name)}`, () => {
      for (const value of ["", "1", null]) {
        const { problems } = readSettings([{ name, value, label: `input ${name}` }], "action");
        assert.deepEqual(problems, [{ message }]);
      }
    });
  }

  test("is told from those that are", () => {
    assert.ok(SETTING_NAMES.every(isSettingName));
    assert.ok(!["toString", "Domains", ""].some(isSettingName));
  });
});

describe("an empty input", () => {
  for (const name of SETTING_NAMES) {
    test(`is unset: ${name}`, () => {
      for (const value of ["", "  ", "\n", "\r\n\t"]) {
        const read = readSettings(inputs({ [name]: value }), "action");
        assert.deepEqual(
          [read.problems, [...read.given], read.settings],
          [[], [], defaultSettings("action")],
        );
      }
    });
  }
});

describe("a value of a kind that no setting has", () => {
  for (const name of SETTING_NAMES) {
    test(`is an error and not a default: ${name}`, () => {
      const [message, ...others] = messages({ [name]: null });
      assert.match(message ?? "", new RegExp(`^input ${name}: ${name} has no value`));
      assert.deepEqual(others, []);
    });
  }
});

describe("what is wrong", () => {
  test("is told all at once, in the order in which it was written", () => {
    const wrong = {
      port: "x",
      "fail-on": "errors",
      nonsense: "1",
      timeout: "0",
      domains: "a_, ok.example, b_",
    };
    assert.deepEqual(messages(wrong), [
      `input port: "x" is not a whole number of TCP ports from 1 to 65535.`,
      `input fail-on: "errors" is not a gate rule. Allowed: error, warning, never. Did you mean error?`,
      "input nonsense is not a setting.",
      `input timeout: "0" is not a number of seconds from 0.1 to 300.`,
      `input domains: "a_" is not a domain name: labels have letters, digits and inner hyphens, at most 63 characters.`,
      `input domains: "b_" is not a domain name: labels have letters, digits and inner hyphens, at most 63 characters.`,
    ]);
  });

  test("has the name under which its user knows it", () => {
    const { problems } = readSettings([{ name: "port", value: "x", label: "--port" }], "command");
    assert.deepEqual(problems, [
      { message: `--port: "x" is not a whole number of TCP ports from 1 to 65535.` },
    ]);
  });

  test("leaves what is right as it is", () => {
    const read = readSettings(inputs({ port: "x", retries: "2" }), "action");
    assert.deepEqual([[...read.given], read.settings.retries, read.settings.port], [["retries"], 2, 25]);
  });

  test("is shown cut where it is long", () => {
    const [message] = messages({ port: "9".repeat(1000) });
    assert.equal(
      message,
      `input port: "${"9".repeat(80)}…" is not a whole number of TCP ports from 1 to 65535.`,
    );
  });
});

describe("defaults", () => {
  test("differ between the doors in the files that are written, and in nothing else", () => {
    assert.deepEqual(defaultSettings("action"), {
      ...defaultSettings("command"),
      "junit-file": "mx-gate-junit.xml",
      "report-file": "mx-gate-report.json",
    });
    assert.deepEqual(
      [defaultSettings("command")["junit-file"], defaultSettings("command")["report-file"]],
      [null, null],
    );
  });

  test("are those of the contract", () => {
    const { "egress-control": controls, ...others } = defaultSettings("command");
    for (const port of [25, 443]) assert.ok(controls.some((control) => control.port === port));
    assert.deepEqual(others, {
      domains: [],
      servers: [],
      "connect-to": [],
      proxy: null,
      wait: 0,
      "zone-files": [],
      "mta-sts-file": [],
      "config-file": ".github/mx-gate.yml",
      expect: "mail",
      "mx-hosts": [],
      "min-mx-hosts": 1,
      "require-ipv6": false,
      "min-rsa-bits": 2048,
      trust: "senders",
      require: [],
      "dane-keys": [],
      issuers: [],
      "forbid-extensions": [],
      overrides: [],
      waivers: [],
      baseline: null,
      checks: [
        ...["mx", "mta-sts", "tls-rpt"],
        ...["connect", "banner", "ehlo", "starttls", "certificate", "relay", "delivery", "dane"],
      ],
      "min-tls-version": "1.2",
      "min-days-to-expiry": { days: 14, capPercent: 100 / 6 },
      "warn-days-to-expiry": { days: 30, capPercent: 25 },
      "require-extensions": [],
      "max-banner-seconds": 30,
      severity: {},
      "relay-test": "basic",
      "delivery-test": "all",
      "relay-sender": "",
      "relay-recipient": "mx-gate-relay-test@example.com",
      "tls-floor-test": true,
      "fetch-issuers": true,
      port: 25,
      "ip-family": "any",
      "allow-private-addresses": false,
      "dns-server": [],
      "domains-file": [],
      reports: [],
      shard: null,
      addresses: "all",
      "allow-partial": false,
      "ca-file": null,
      "helo-name": "",
      timeout: 15,
      "reply-timeout": 60,
      retries: 1,
      deadline: 600,
      concurrency: 64,
      "fail-on": "error",
      "on-inconclusive": "fail",
      summary: true,
      annotations: true,
      "junit-file": null,
      "report-file": null,
      "sarif-file": null,
      "html-file": null,
      "metrics-file": null,
      "summary-file": null,
      "comment-summary-in-pr": "never",
      "github-token": null,
    });
  });

  test("give way to a given file, and to none", () => {
    const read = readSettings(inputs({ "junit-file": "none", "report-file": "out/report.json" }), "action");
    assert.deepEqual([read.settings["junit-file"], read.settings["report-file"]], [null, "out/report.json"]);
    assert.deepEqual([...read.given], ["junit-file", "report-file"]);
  });

  test("take no `-`, which would be a file of that name", () => {
    for (const file of ["report-file", "html-file", "ca-file"]) {
      const { problems } = readSettings(inputs({ [file]: " - " }), "action");
      assert.deepEqual(
        problems.map(({ message }) => message),
        [`input ${file}: "-" is not a path. The command prints the report on stdout with --json.`],
      );
    }
  });
});

test("whatever is written, there is a value or a problem for each setting, and nothing is thrown", () => {
  const value = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.string({ unit: codePoint }),
    fc.constantFrom(
      "true",
      "1.2",
      "10%",
      "<>",
      "none",
      "a.example, b.example",
      "banner-slow: off",
      "[::1]:53",
    ),
  );
  const written = fc.record({ name: fc.oneof(fc.constantFrom(...SETTING_NAMES), fc.string()), value });
  fc.assert(
    fc.property(fc.array(written), (settings) => {
      const labelled = settings.map((setting) => ({ ...setting, label: `input ${setting.name}` }));
      const { given, problems } = readSettings(labelled, "action");
      for (const { name, value: said, label } of labelled) {
        const unset = typeof said === "string" && said.trim() === "";
        const told = problems.some(({ message }) => message.startsWith(label));
        assert.ok(told || (isSettingName(name) && (unset || given.has(name))), name);
      }
    }),
  );
});
