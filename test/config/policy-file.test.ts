/** The policy file: what is said of a bad one, rule by rule, and what a good one sets. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { makePlan } from "../support/run/made-plan.ts";
import { FILE_NAMES, readPolicyFile } from "../../src/config/policy/file.ts";
import type { PlanSources } from "../../src/config/policy/sources.ts";
import { BAD_POLICIES, RULES } from "./bad-policies.ts";

const FILE = ".github/mx-gate.yml";
const NOW = Date.UTC(2026, 10, 21, 12);

function sources(text: string, more: Readonly<Record<string, string>> = {}): PlanSources {
  const files: Readonly<Record<string, string>> = { [FILE]: text, ...more };
  return { now: NOW, readFile: (path) => files[path], readLines: () => undefined, note: () => undefined };
}

/** Every line that a person reads, without the file's name. */
function told(text: string): string[] {
  try {
    makePlan([], "action", sources(text));
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    return error.problems.map(({ file, line, column, message }) => {
      assert.equal(file, FILE, message);
      return `${[line, column ?? ""].join(":")} ${message}`;
    });
  }
  return assert.fail("it was taken");
}

/** Read in time that grows with its square, each of these takes minutes: longer than a test may. */
describe("a file of nothing but slips is read to its end", () => {
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join("\n");
  const cases: readonly (readonly [what: string, text: string, first: string])[] = [
    ["one key again and again", lines(13_000, () => "a: 1"), "1:1 a is not a setting."],
    [
      "codes that nobody knows",
      `severity:\n${lines(9_500, (index) => `  cert-expird${index}: off`)}`,
      '2:17 "cert-expird0" is not a code. Did you mean cert-expired?',
    ],
  ];
  for (const [what, text, first] of cases) {
    test(what, () => {
      const { problems } = readPolicyFile("p.yml", text, NOW);
      const [{ line = 0, column = 0, message } = assert.fail("it was taken")] = problems;
      assert.equal(`${line}:${column} ${message}`, first);
    });
  }
});

describe("a bad file", () => {
  const ruled = new Set([...RULES, ...FILE_NAMES.map((name) => `value of ${name}`)]);

  test("is there for every rule, and breaks none that nobody knows", () => {
    assert.deepEqual(
      [...ruled].filter((rule) => !BAD_POLICIES.some((bad) => bad.rule === rule)),
      [],
    );
    assert.deepEqual(
      BAD_POLICIES.filter(({ rule }) => !ruled.has(rule)),
      [],
    );
  });

  for (const { rule, text, says } of BAD_POLICIES) {
    test(`that breaks "${rule}" is told: ${says.join(" | ").slice(0, 90)}`, () => {
      assert.deepEqual(told(text), says);
    });
  }

  test("has all its errors told at once, in the order of the file", () => {
    const text = "port: x\nwaivers:\n  - { code: x, until: y, reason: z }\nprot: 1\noverrides: 5\n";
    assert.deepEqual(
      told(text).map((line) => line.split(" ", 1)[0]),
      ["1:7", "3:13", "3:23", "4:1", "5:12"],
    );
  });
});

describe("the file", () => {
  const plan = (text: string, inputs: Readonly<Record<string, string>> = {}) => {
    const given = Object.entries({ domains: "example.com", ...inputs });
    return makePlan(
      given.map(([name, value]) => ({ name, value, label: name })),
      "action",
      sources(text),
    );
  };

  test("may be empty, or hold comments only", () => {
    for (const text of ["", "# later\n", "---\n", "\ufeff# later\n"]) {
      assert.equal(plan(text).policy.inForce.file, FILE);
    }
  });

  test("may use anchors and aliases", () => {
    const { policy } = plan("require-extensions: &all [DSN]\nforbid-extensions: *all\n");
    assert.deepEqual(policy.thresholdsFor("a", undefined)["forbid-extensions"], ["DSN"]);
  });

  test("means the nearest anchor above by an alias, as YAML does", () => {
    const { policy } = plan(
      "require-extensions: &some [DSN]\nmx-hosts: &some [mtrk]\nforbid-extensions: *some\nissuers: &some [X]\n",
    );
    assert.deepEqual(policy.thresholdsFor("a", undefined)["forbid-extensions"], ["MTRK"]);
  });

  test("stands in the report with its digest and the line of each setting", () => {
    const { inForce } = plan(
      "min-tls-version: 1.3\n\nexpect: any\noverrides:\n  - { host: a, port: 587 }\n",
    ).policy;
    assert.match(inForce.sha256 ?? "", /^[0-9a-f]{64}$/);
    assert.deepEqual([inForce.overrides, inForce.waivers], [1, 0]);
    assert.deepEqual(inForce.settings["min-tls-version"], { value: "1.3", from: "file", line: 1 });
    assert.deepEqual(inForce.settings["expect"], { value: "any", from: "file", line: 3 });
    assert.equal(inForce.settings["trust"], undefined);
  });

  test("gives its domains their lines", () => {
    const text = "domains:\n  - example.org\n  - Bücher.example, b.test\n";
    const { subjects } = makePlan([], "action", sources(text));
    assert.deepEqual(
      subjects.map(({ name, source }) => [name, source?.line]),
      [
        ["example.org", 2],
        ["xn--bcher-kva.example", 3],
        ["b.test", 3],
      ],
    );
  });

  test("that is named but not there is an error; the default one need not be there", () => {
    assert.throws(
      () => makePlan([{ name: "config-file", value: "x.yml", label: "" }], "action", sources("")),
      ({ problems }: ConfigurationError) => {
        assert.deepEqual(problems[0], { message: "config-file: x.yml does not exist." });
        return true;
      },
    );
    const none = { ...sources(""), readFile: () => undefined };
    const given = [{ name: "domains", value: "a.test", label: "" }];
    assert.equal(makePlan(given, "action", none).policy.inForce.file, null);
  });

  test("is left aside by config-file: none", () => {
    assert.equal(plan("port: x", { "config-file": "none" }).policy.inForce.file, null);
  });

  test("that cannot be read is an error of the configuration", () => {
    const readFile = (): string => {
      throw Object.assign(new Error("no"), { code: "EISDIR", errno: -21 });
    };
    assert.throws(
      () => makePlan([], "action", { ...sources(""), readFile }),
      ({ problems }: ConfigurationError) =>
        problems[0]?.message === "It cannot be read: illegal operation on a directory (EISDIR).",
    );
  });
});
