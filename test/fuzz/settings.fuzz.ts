/** Values of settings, as inputs and options, and whole command lines. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { ConfigurationError, type ConfigurationProblem } from "../../src/text/configuration-error.ts";
import { readSettings } from "../../src/config/given.ts";
import { makePlan } from "../support/run/made-plan.ts";
import { SETTING_NAMES } from "../../src/config/settings.ts";
import { parseCommandLine } from "../../src/terminal/arguments.ts";
import { fuzz, gluedText } from "./fuzzing.ts";

const PIECES = [
  ...[
    "example.com",
    "mx1.",
    "xn--",
    "bücher.example",
    "_x",
    "*",
    ".",
    "..",
    "a".repeat(64),
    "localhost",
    "192.0.2.1",
  ],
  ...[
    "[2001:db8::1]",
    "::1",
    "fe80::1%eth0",
    ":",
    ":25",
    ":65536",
    ":0",
    "@",
    "<>",
    "smtp://",
    "smtps://",
    "https://",
  ],
  ...[
    "socks5://",
    "http://u:p@",
    "dns-query",
    "authoritative",
    "off",
    "none",
    "true",
    "false",
    "yes",
    "1",
    "1.3",
    "-1",
  ],
  ...[
    "10%",
    "101%",
    "1e9",
    "0x10",
    "NaN",
    "Infinity",
    "9".repeat(400),
    ",",
    "\n",
    "\r\n",
    " ",
    "\t",
    "#",
    "/",
    "\\",
    "*",
  ],
  ...[
    "banner-slow",
    ": error",
    ": ",
    "relay-open",
    "STARTTLS",
    "\u0000",
    "\u202e",
    "\ufeff",
    "\ud800",
    "__proto__",
    "constructor",
  ],
];
const value = gluedText(PIECES, 8);
const name = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...SETTING_NAMES) },
  { weight: 1, arbitrary: fc.constantFrom("domain", "mx-hosts", "__proto__", "constructor", "") },
);
const given = fc
  .array(fc.tuple(name, value), { maxLength: 5 })
  .map((pairs) => pairs.map(([setting, text]) => ({ name: setting, value: text, label: `--${setting}` })));

function checkProblems(problems: readonly ConfigurationProblem[]): void {
  for (const { message } of problems) {
    assert.match(message, /\S/);
    assert.ok(message.length < 2000, message);
  }
}

fuzz("settings", {
  inputs: fc.tuple(given, fc.constantFrom("action" as const, "command" as const)),
  parse: ([all, door]) => readSettings(all, door),
  check({ settings, problems, given: set, wrong }) {
    checkProblems(problems);
    assert.deepEqual(Object.keys(settings).sort(), Object.keys(readSettings([], "command").settings).sort());
    for (const each of wrong) assert.ok(!set.has(each) || problems.length > 0);
  },
});

const declared = (error: unknown): boolean => {
  if (!(error instanceof ConfigurationError)) return false;
  checkProblems(error.problems);
  return error.problems.length > 0;
};

fuzz("plans of a run", {
  inputs: fc.tuple(given, fc.constantFrom("action" as const, "command" as const)),
  parse: ([all, door]) => makePlan(all, door),
  declared,
});

const word = fc.oneof(
  { weight: 3, arbitrary: value },
  { weight: 4, arbitrary: name.map((setting) => `--${setting}`) },
  { weight: 3, arbitrary: fc.tuple(name, value).map(([setting, text]) => `--${setting}=${text}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "check",
      "judge",
      "explain",
      "help",
      "--help",
      "--json",
      "--at",
      "--no-summary",
      "--",
      "-",
      "-x",
      "chekc",
    ),
  },
);

fuzz("command lines", {
  inputs: fc.array(word, { maxLength: 6 }),
  parse: parseCommandLine,
  declared,
});
