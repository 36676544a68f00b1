import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import type { GivenSetting } from "../../src/config/given.ts";
import { SETTING_NAMES, settings } from "../../src/config/settings.ts";
import type { Setting } from "../../src/config/settings.ts";
import { parseCommandLine } from "../../src/terminal/arguments.ts";
import type { Command } from "../../src/terminal/arguments.ts";
import { codePoint } from "../text/code-points.ts";

const PLAIN = { json: false, quiet: false, verbose: false, transcripts: false };

function domains(...names: readonly string[]): GivenSetting {
  return { name: "domains", value: names.join("\n"), label: "domains" };
}

function option(name: string, value: string): GivenSetting {
  return { name, value, label: `--${name}` };
}

function check(...given: readonly GivenSetting[]): Extract<Command, { name: "check" }> {
  return { name: "check", given, display: PLAIN };
}

/** Words as a shell splits them, without quoting. */
function parse(line: string): Command {
  return parseCommandLine(line.split(" ").filter((word) => word !== ""));
}

function refused(line: string): string[] {
  try {
    parse(line);
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    return error.problems.map(({ message }) => message);
  }
  return assert.fail(`${line} was taken`);
}

describe("mx-gate", () => {
  const cases: readonly [line: string, command: Command][] = [
    ["", { name: "help", brief: true }],
    ["help", { name: "help", brief: false }],
    ["--help", { name: "help", brief: false }],
    ["-h", { name: "help", brief: true }],
    ["-h --help", { name: "help", brief: false }],
    ["example.com --help", { name: "help", brief: false }],
    ["judge --help", { name: "help", brief: false }],
    ["--help --port", { name: "help", brief: false }],
    ["--nonsense -h", { name: "help", brief: true }],
    ["version", { name: "version" }],
    ["--version", { name: "version" }],
    ["explain cert-expired", { name: "explain", word: "cert-expired" }],

    ["example.com", check(domains("example.com"))],
    ["check example.com", check(domains("example.com"))],
    ["example.com example.org", check(domains("example.com", "example.org"))],
    ["check check", check(domains("check"))],
    ["example.com check", check(domains("example.com", "check"))],
    ["check", check()],
    ["--domains example.com", check(option("domains", "example.com"))],
    ["--domains example.com --domains example.org", check(option("domains", "example.com\nexample.org"))],
    [
      "example.net --domains example.com,example.org",
      check(domains("example.net", "example.com,example.org")),
    ],
    ["-- example.com", check(domains("example.com"))],
    ["-- --summary=true", check(domains("--summary=true"))],
    ["mx.own nodes", check(domains("mx.own", "nodes"))],
    ["nodes.", check(domains("nodes."))],

    ["example.com --port 2525", check(domains("example.com"), option("port", "2525"))],
    ["--port=2525 example.com", check(domains("example.com"), option("port", "2525"))],
    ["example.com --port 25 --port 2525", check(domains("example.com"), option("port", "2525"))],
    [
      "example.com --min-days-to-expiry -5",
      check(domains("example.com"), option("min-days-to-expiry", "-5")),
    ],
    [
      "example.com --severity a:b --severity c:d",
      check(domains("example.com"), option("severity", "a:b\nc:d")),
    ],
    ["example.com --checks mx --checks relay", check(domains("example.com"), option("checks", "mx\nrelay"))],
    ["example.com --ca-file=a=b.pem", check(domains("example.com"), option("ca-file", "a=b.pem"))],

    ["example.com --no-tls-floor-test", check(domains("example.com"), option("tls-floor-test", "false"))],
    ["example.com --tls-floor-test", check(domains("example.com"), option("tls-floor-test", "true"))],
    ["example.com --tls-floor-test=false", check(domains("example.com"), option("tls-floor-test", "false"))],
    ["--tls-floor-test false example.com", check(domains("example.com"), option("tls-floor-test", "false"))],
    ["--tls-floor-test true example.com", check(domains("example.com"), option("tls-floor-test", "true"))],
    [
      "--allow-private-addresses example.com",
      check(domains("example.com"), option("allow-private-addresses", "true")),
    ],
    [
      "example.com --tls-floor-test --no-tls-floor-test",
      check(domains("example.com"), option("tls-floor-test", "false")),
    ],

    ["example.com --json", { ...check(domains("example.com")), display: { ...PLAIN, json: true } }],
    [
      "example.com -vv",
      { ...check(domains("example.com")), display: { ...PLAIN, verbose: true, transcripts: true } },
    ],
    ["example.com -q", { ...check(domains("example.com")), display: { ...PLAIN, quiet: true } }],
    ["--quiet example.com", { ...check(domains("example.com")), display: { ...PLAIN, quiet: true } }],
    ["-v example.com", { ...check(domains("example.com")), display: { ...PLAIN, verbose: true } }],
    [
      "example.com -vq --json",
      { ...check(domains("example.com")), display: { ...PLAIN, json: true, quiet: true, verbose: true } },
    ],

    ["judge a.json", { name: "judge", files: ["a.json"], given: [], at: undefined, display: PLAIN }],
    [
      "judge a.json b.json --min-tls-version 1.3 --json",
      {
        name: "judge",
        files: ["a.json", "b.json"],
        given: [option("min-tls-version", "1.3")],
        at: undefined,
        display: { ...PLAIN, json: true },
      },
    ],
    [
      "judge a.json --at 2026-11-21",
      { name: "judge", files: ["a.json"], given: [], at: new Date("2026-11-21T00:00:00Z"), display: PLAIN },
    ],
    [
      "judge --at=2026-11-21T12:30:00Z a.json",
      { name: "judge", files: ["a.json"], given: [], at: new Date("2026-11-21T12:30:00Z"), display: PLAIN },
    ],
  ];
  for (const [line, command] of cases) {
    test(line === "" ? "alone explains itself" : line, () => {
      assert.deepEqual(parse(line), command);
    });
  }

  test("takes every setting as an option", () => {
    for (const name of SETTING_NAMES) {
      const setting: Setting = settings[name];
      const words = setting.flag === true ? [`--${name}`] : [`--${name}`, "value"];
      const value = setting.flag === true ? "true" : "value";
      assert.deepEqual(parseCommandLine(words), check(option(name, value)), name);
    }
  });

  test("keeps what a shell has kept together", () => {
    assert.deepEqual(
      parseCommandLine([
        "example.com",
        "--relay-sender",
        "<>",
        "--severity",
        "banner-slow: off\ncert-expired: error",
      ]),
      check(
        domains("example.com"),
        option("relay-sender", "<>"),
        option("severity", "banner-slow: off\ncert-expired: error"),
      ),
    );
  });
});

describe("mx-gate says what is wrong with", () => {
  const cases: readonly [line: string, ...messages: readonly string[]][] = [
    ["example.com --nonsense", "Unknown option --nonsense. See mx-gate --help."],
    ["example.com -x", "Unknown option -x. See mx-gate --help."],
    ["example.com --no-nonsense", "Unknown option --no-nonsense. See mx-gate --help."],
    ["example.com --no-port", "Unknown option --no-port. Did you mean --port? See mx-gate --help."],
    ["example.com --no-json", "Unknown option --no-json. Did you mean --json? See mx-gate --help."],
    ["example.com --no-help", "Unknown option --no-help. Did you mean --help? See mx-gate --help."],
    ["-bad.example", "-bad.example is not an option, and a domain name cannot start with a hyphen."],
    ["example.com -xyz", "Unknown option -xyz. See mx-gate --help."],
    [
      "--min-tls-verison 1.2 example.com",
      "Unknown option --min-tls-verison. Did you mean --min-tls-version? See mx-gate --help.",
    ],
    ["localhost", "localhost is a server, not a mail domain. To test it, use --servers localhost"],
    [
      "list",
      `"list" is neither a command (check, judge, explain, completion, help, version) nor a domain name with a dot. If you mean the top-level domain, write "list."`,
    ],
    ["example.com --json=true", "--json takes no value."],
    ["example.com --constructor=1", "Unknown option --constructor. See mx-gate --help."],
    ["example.com --__proto__", "Unknown option --__proto__. See mx-gate --help."],
    ["explian cert-expired", `"explian" is not a command. Did you mean explain?`],
    ["chekc example.com", `"chekc" is not a command. Did you mean check?`],
    ["example.com --port", "--port needs a value."],
    ["example.com --port --json", "--port needs a value."],
    ["example.com --tls-floor-test=maybe", `--tls-floor-test: "maybe" is neither true nor false.`],
    ["judge", "judge needs a report: mx-gate judge mx-gate-report.json"],
    ["explain", "explain takes one code, check or setting: mx-gate explain cert-expired"],
    [
      "explain cert-expired mx-null",
      "explain takes one code, check or setting: mx-gate explain cert-expired",
    ],
    ...[
      "yesterday",
      "1",
      "2026-02-30",
      "2026-13-01",
      "12/11/2026",
      "2026-11-21T12:00:00",
      "2026-11-21T25:00:00Z",
    ].map((moment): [string, string] => [
      `judge a.json --at ${moment}`,
      `--at: "${moment}" is not a date. Write it as 2026-11-21 or 2026-11-21T12:00:00Z.`,
    ]),
    [
      "example.com --at 2026-11-21",
      "--at goes with judge: it sets the moment at which recorded observations are judged.",
    ],
    [
      "judge --nonsense --at x",
      "Unknown option --nonsense. See mx-gate --help.",
      `--at: "x" is not a date. Write it as 2026-11-21 or 2026-11-21T12:00:00Z.`,
      "judge needs a report: mx-gate judge mx-gate-report.json",
    ],
  ];
  for (const [line, ...messages] of cases) {
    test(line, () => {
      assert.deepEqual(refused(line), messages);
    });
  }

  test("a setting that is misspelt, and which one was meant", () => {
    const [message] = refused("example.com --min-tls-versoin=1.3");
    assert.match(message ?? "", /^Unknown option --min-tls-versoin\. Did you mean --min-tls-version\? /);
  });

  test("an option and the value of a setting at once", () => {
    const messages = refused("example.com --nonsense --retries 7");
    assert.deepEqual(messages, [
      "Unknown option --nonsense. See mx-gate --help.",
      `--retries: "7" is not a whole number of second looks from 0 to 2.`,
    ]);
  });
});

describe("whatever the words", () => {
  const known = SETTING_NAMES.flatMap((name) => [`--${name}`, `--no-${name}`, `--${name}=x`]);
  const word = fc.oneof(
    fc.string(),
    fc.string({ unit: codePoint }),
    fc.constantFrom(
      ...known,
      "--",
      "-",
      "--=",
      "-hvq",
      "--at",
      "check",
      "judge",
      "explain",
      "true",
      "false",
      "a.example",
    ),
    fc.constantFrom("--__proto__", "--constructor=1", "--toString", "--no-__proto__", "-_"),
    fc.string().map((text) => `--${text}`),
  );

  test("there is a command or a list of problems, and nothing else is thrown", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        try {
          const { name } = parseCommandLine(words);
          assert.ok(["check", "judge", "explain", "help", "version"].includes(name));
        } catch (error) {
          assert.ok(error instanceof ConfigurationError, String(error));
          assert.ok(error.problems.length > 0);
        }
      }),
    );
  });
});
