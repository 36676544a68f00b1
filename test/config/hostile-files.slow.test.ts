/** Zone files, policy files and patterns of somebody who wants the run to take for ever, or to take all memory. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { atOnce } from "../../src/system/steps.ts";
import { folderWorkspace } from "../../src/system/workspace.ts";
import { GENERATED_IN_ALL } from "../../src/zone/bounds.ts";
import { readPolicyFile } from "../../src/config/policy/file.ts";
import { readZoneFile, type IncludedFile } from "../../src/zone/file/file.ts";
import { readZones } from "../../src/zone/set.ts";
import { readYaml } from "../../src/config/policy/yaml.ts";
import { ZONE_CHARACTERS, ZONE_PROBLEMS } from "../../src/zone/bounds.ts";

const NOW = Date.UTC(2026, 10, 21);
const HEAD = "$ORIGIN x.test.\n$TTL 60\n";

interface ZoneAttack {
  readonly name: string;
  readonly text: string;
  readonly includes?: (written: string) => string;
  readonly says: RegExp;
  /** Records that are read at most. */
  readonly records: number;
}

const ZONE_ATTACKS: readonly ZoneAttack[] = [
  {
    name: "fifteen lines of $GENERATE, 450 octets",
    text: "$GENERATE 0-65535 a$ MX 10 m\n".repeat(15),
    says: /make more than 131072 records/,
    records: GENERATED_IN_ALL,
  },
  {
    name: "$GENERATE in files that are included again and again",
    text: "$INCLUDE a\n".repeat(900),
    includes: () => "$GENERATE 0-999 a$ HINFO x\n",
    says: /make more than 131072 records/,
    records: GENERATED_IN_ALL,
  },
  {
    name: "a template of nothing but numbers",
    text: `$GENERATE 0-65535 a HINFO ${"$".repeat(5001)}\n`,
    says: /make more than 16000000 characters/,
    records: 65_536,
  },
  {
    name: "a template of wide numbers",
    text: `$GENERATE 0-65535 a HINFO ${"${0,999}".repeat(30_000)}\n`,
    says: /make more than 16000000 characters/,
    records: 1,
  },
  {
    name: "a template that vanishes",
    text: `$GENERATE 0-65535 a HINFO "${"\\$".repeat(100_000)}"\n`,
    says: /make more than 16000000 characters/,
    records: 100,
  },
  {
    name: "a name with 65,536 MX records",
    text: "$GENERATE 0-65535 @ MX $ m$\n",
    says: /x\.test has more than 4096 records/,
    records: 4096,
  },
  {
    name: "names of 120 labels, all different",
    text: `$GENERATE 0-65535 ${"a.".repeat(100)}$ A 192.0.2.1\n`,
    says: /more than 500000 names above them/,
    records: 10_000,
  },
  {
    name: "two million words in parentheses",
    text: `a HINFO ( ${"x ".repeat(2_000_000)})\n`,
    says: /longer than any record/,
    records: 0,
  },
  {
    name: "a word of ten million characters",
    text: `a MX 10 ${"x".repeat(10_000_000)}\n`,
    says: /longer than any record/,
    records: 0,
  },
  {
    name: "a text of ten million characters",
    text: `a HINFO "${"x".repeat(10_000_000)}"\n`,
    says: /longer than any record/,
    records: 0,
  },
  {
    name: "two million open parentheses",
    text: "(".repeat(2_000_000),
    says: /parenthesis is never closed/,
    records: 0,
  },
  {
    name: "lines of nothing but slips",
    text: ") x\n".repeat(500_000),
    says: /never opened/,
    records: 0,
  },
  {
    name: "octets that are no text",
    text: Buffer.from(Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7919) & 0xff)).toString(),
    says: /./,
    records: 0,
  },
  {
    name: "hexadecimal digits without end",
    text: `a TYPE15 \\# 65535 ${"0g".repeat(120_000)}\n`,
    says: /not data in the form/,
    records: 0,
  },
  {
    name: "a time of 200,000 digits",
    text: `$TTL ${"1".repeat(200_000)}\n`,
    says: /not a time/,
    records: 0,
  },
  {
    name: "files that include each other in a fan",
    text: "$INCLUDE 0\n".repeat(3),
    includes: (written) => `$INCLUDE ${String(Number(written) + 1)}\n`.repeat(3),
    says: /include too many others here, or too deep/,
    records: 0,
  },
];

describe("a hostile zone file is told of, and takes no more than a bound", () => {
  for (const { name, text, includes = () => "", says, records } of ZONE_ATTACKS) {
    test(name, () => {
      const include = (written: string): IncludedFile => ({ file: written, text: includes(written) });
      const { problems, zone } = readZoneFile("zone.db", HEAD + text, { include });
      assert.ok(problems.length <= ZONE_PROBLEMS);
      assert.ok(
        problems.some(({ message }) => says.test(message)),
        problems[0]?.message,
      );
      assert.ok(zone.records.length <= records, String(zone.records.length));
    });
  }
});

const POLICY_ATTACKS: readonly (readonly [name: string, text: string, says: RegExp | undefined])[] = [
  ["400,000 brackets", "[".repeat(400_000), /The file has 400000 characters/],
  ["240,000 brackets", `domains: ${"[".repeat(240_000)}`, /^The file is nested too deeply\.$/],
  [
    "brackets that are closed",
    "[".repeat(120_000) + "]".repeat(120_000),
    /^The file is nested too deeply\.$/,
  ],
  ["braces", "{".repeat(240_000), /^The file is nested too deeply\.$/],
  ["mappings in braces", "{a: ".repeat(60_000), /^The file is nested too deeply\.$/],
  ["lists on one line", "- ".repeat(120_000), /^The file is nested too deeply\.$/],
  ["keys on one line", "? ".repeat(120_000), /^The file is nested too deeply\.$/],
  [
    "stairs",
    Array.from({ length: 600 }, (_, index) => `${" ".repeat(index)}a:`).join("\n"),
    /^The file is nested too deeply\.$/,
  ],
  [
    "aliases that multiply",
    Array.from({ length: 9 }, (_, index) => `a${index}: &a${index} [${`*a${index - 1},`.repeat(9)}]`).join(
      "\n",
    ),
    /aliases unfold to too much|is not an anchor/,
  ],
  ["an alias of itself", "a: &a [*a]\n", /aliases unfold to too much/],
  ["more of everything", "- a\n".repeat(60_000), /more keys, values and lists than 40000/],
  ["tags", "!a ".repeat(80_000), /^This is a tag/],
  ["quotes", '"'.repeat(60_000), /not expected here/],
  ["directives", "%a\n".repeat(30_000), /not a directive/],
  ["documents", "---\n".repeat(30_000), /A second document/],
  ["names of JavaScript's", "__proto__: 1\nconstructor: 2\ntoString: 3\n", /__proto__ is not a setting/],
  ["white space", " ".repeat(240_000), undefined],
];

describe("a hostile policy file is answered in our words", () => {
  for (const [name, text, says] of POLICY_ATTACKS) {
    test(name, () => {
      const { problems } = readPolicyFile("p.yml", text, NOW);
      if (says === undefined) assert.deepEqual(problems, []);
      else assert.match(problems[0]?.message ?? "", says);
      for (const { message } of problems)
        assert.doesNotMatch(message, /stack|regular expression|RangeError/i);
    });
  }

  test("and deep values that are allowed are not", () => {
    const text =
      "a:\n  b:\n    - c: [1, {d: 2}]\n      e:\n        - - 3\nf: |\n  {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{\n";
    assert.deepEqual(readYaml(text).problems, []);
  });
});

describe("patterns and folders", () => {
  let root: string;
  const at = (file: string): string => path.join(root, file);
  before(() => {
    root = mkdtempSync(path.join(tmpdir(), "mx-gate-patterns-"));
    mkdirSync(at("a/b/c/d/e/f/g/h"), { recursive: true });
    mkdirSync(at("a/.hidden"));
    writeFileSync(at("a/b/x.zone"), "");
    writeFileSync(at("a/.hidden/x.zone"), "");
    writeFileSync(at(`a/${"a".repeat(200)}`), "");
    writeFileSync(at("a/b/c/d/e/f/g/h/y.zone"), "");
    symlinkSync("../..", at("a/b/round"));
    symlinkSync("self", at("self"));
    writeFileSync(at("one.zone"), "$ORIGIN one.test.\n@ 60 MX 1 m\n$INCLUDE two.zone\n");
    writeFileSync(at("two.zone"), "$ORIGIN two.test.\n@ 60 MX 1 m\n$INCLUDE one.zone\n");
    writeFileSync(at("huge.zone"), "");
    truncateSync(at("huge.zone"), 3_000_000_000);
  });
  after(() => rmSync(root, { recursive: true }));
  const find = (pattern: string): readonly string[] =>
    atOnce(folderWorkspace(root).find(pattern, false)).files.map((file) => file.replaceAll("\\", "/"));

  const cases: readonly (readonly [pattern: string, files: readonly string[]])[] = [
    ["**/*.zone", ["a/b/c/d/e/f/g/h/y.zone", "a/b/x.zone", "huge.zone", "one.zone", "two.zone"]],
    ["a/**", ["a/b/c/d/e/f/g/h/y.zone", "a/b/x.zone", `a/${"a".repeat(200)}`].toSorted()],
    ["./a/b/?.zone", ["a/b/x.zone"]],
    ["a/*/x.zone", ["a/b/x.zone"]],
    [`${"**/".repeat(60)}y.zone`, ["a/b/c/d/e/f/g/h/y.zone"]],
    [`a/${"*a".repeat(100)}*b`, []],
    [`a/${"*a".repeat(100)}*`, [`a/${"a".repeat(200)}`]],
    ["{a,b}".repeat(30), []],
    ["a/+(+(a))b", []],
    ["[a-z]/b/x.zone", []],
    [`${"a/b/round/".repeat(3)}a/b/x.zone`, [`${"a/b/round/".repeat(3)}a/b/x.zone`]],
    [`${"a/b/round/".repeat(500)}a/b/x.zone`, []],
    ["self/x", []],
    ["a\0b", []],
    ["*".repeat(100_000), []],
  ];
  for (const [pattern, files] of cases) {
    test(pattern.length > 60 ? `${pattern.slice(0, 60)}…` : pattern, () => {
      assert.deepEqual(find(pattern), files);
    });
  }

  const zones = (patterns: readonly string[]) =>
    readZones(patterns, { workspace: folderWorkspace(root), anywhere: false, positionOf: () => undefined });

  test("two files that include each other do not make each other vanish", () => {
    const { problems } = zones(["one.zone", "two.zone"]);
    assert.match(problems[0]?.message ?? "", /included by itself/);
  });

  test("a file of three gigabytes is not read", () => {
    const { problems } = zones(["huge.zone"]);
    assert.deepEqual(
      problems.map(({ message }) => message),
      [`The file is not read: it is larger than ${String(ZONE_CHARACTERS)} octets.`],
    );
  });
});
