/** Settings in messages, as somebody at a terminal writes them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { settings, type Setting, type SettingName } from "../../src/config/settings.ts";
import { CODES, describe as describeCode, isCode } from "../../src/judge/diagnostics/registry.ts";
import { asOptions } from "../../src/terminal/option-words.ts";
import { parseCommandLine } from "../../src/terminal/arguments.ts";

const CASES: readonly (readonly [string, string])[] = [
  ["or set ip-family: 4 to say so.", "or set --ip-family 4 to say so."],
  ["use servers: mx1.example.com:2525. If", "use --servers mx1.example.com:2525. If"],
  ["use servers: [2001:db8::1]:25 with", "use --servers [2001:db8::1]:25 with"],
  ["(checks: mx, mta-sts, tls-rpt).", "(--checks mx,mta-sts,tls-rpt)."],
  ["checks: mx, and then more", "--checks mx, and then more"],
  ["(proxy: socks5://127.0.0.1:1080 after", "(--proxy socks5://127.0.0.1:1080 after"],
  ["(dns-server: https://… for DNS", "(--dns-server https://… for DNS"],
  ["set `addresses: one` where", "set `--addresses one` where"],
  ["set severity: relay-open:notice.", "set --severity relay-open:notice."],
  ["tls-floor-test: false leaves it out", "--no-tls-floor-test leaves it out"],
  ["set allow-partial.", "set --allow-partial."],
  ["Set dns-server to one", "Set --dns-server to one"],
  ["Raise deadline or test fewer", "Raise --deadline or test fewer"],
  ["(setting proxy)", "(option --proxy)"],
  ["remove dane from require.", "remove dane from --require."],
  // What the policy file alone knows, what is an option already, and what is no setting at all.
  ["add the host to mx-hosts, or set expect: none", "add the host to mx-hosts, or set expect: none"],
  ["set --dns-server to one", "set --dns-server to one"],
  ['a line "mx: HOST" and "mode: testing"', 'a line "mx: HOST" and "mode: testing"'],
  [
    "Check the server's log, and the deadline of the port.",
    "Check the server's log, and the deadline of the port.",
  ],
  ["was probed by no shard: 3 of 9 domains", "was probed by no shard: 3 of 9 domains"],
  ["set `shard: 3/20` there", "set `--shard 3/20` there"],
  ["does not go with reports: nothing is probed", "does not go with reports: nothing is probed"],
  [
    'it said "see ca-file: x, helo-name" of dns-server',
    'it said "see ca-file: x, helo-name" of --dns-server',
  ],
  ["answers on this port: every mail server", "answers on this port: every mail server"],
  ["1 inconclusive check (on-inconclusive: fail).", "1 inconclusive check (--on-inconclusive fail)."],
  ["Raise `deadline`, or", "Raise `--deadline`, or"],
  ["it is at docs/ca-file.md", "it is at docs/ca-file.md"],
];

describe("settings as options", () => {
  for (const [given, expected] of CASES) {
    test(`"${given}" is "${expected}"`, () => {
      assert.equal(asOptions(given), expected);
    });
  }

  test("of every remedy are ones that the command takes", () => {
    const wrong = CODES.filter(isCode).flatMap((code) => {
      const text = asOptions(describeCode(code).remedy);
      const left = /(?<![\w-])([a-z]+(?:-[a-z0-9]+)+): \S/.exec(text)?.[1] ?? "";
      const inYaml =
        Object.hasOwn(settings, left) && (settings[left as SettingName] as Setting).fileOnly !== true;
      const options = [...text.matchAll(/(?<!\w)--([a-z-]+)(?: ([a-z0-9][^\s,;()`]*[^\s,;()`.]))?/g)];
      const refused = options.filter(([, name = "", value]) => {
        if (/^(?:ehlo|reuse-key)$/.test(name)) return false;
        const taken = Object.hasOwn(settings, name) ? (settings[name as SettingName] as Setting) : undefined;
        if (taken === undefined) return true;
        const isWord =
          value === undefined ||
          value.includes("…") ||
          /^(?:to|or|in|by|out|as|of|for|where|outside)$/.test(value);
        return !isWord && !taken.schema.safeParse(value).success;
      });
      return [...(inYaml ? [`${code}: ${left}`] : []), ...refused.map(([option]) => `${code}: ${option}`)];
    });
    assert.deepEqual(wrong, []);
  });

  test("are read by the command as they stand", () => {
    const words = asOptions("checks: mx, mta-sts").split(" ");
    assert.equal(parseCommandLine(["example.com", ...words]).name, "check");
  });
});
