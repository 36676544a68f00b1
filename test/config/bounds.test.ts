/** What of a policy or zone file reaches a bound is taken, what goes one past it is told. docs/bounds.md lists the bounds. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as bounds from "../../src/config/bounds.ts";
import { readPolicyFile } from "../../src/config/policy-file.ts";
import { readZoneFile, type IncludedFile } from "../../src/config/zone-file.ts";
import { readZones } from "../../src/config/zone-set.ts";

const NOW = Date.UTC(2026, 10, 21);

interface BoundCase {
  readonly bound: string;
  readonly at: number;
  /** What is told of a file in which there are so many. */
  readonly told: (count: number) => readonly string[];
  /** What is told past the bound and not at it; absent where no more than the bound is told. */
  readonly says?: RegExp;
}

const policy = (text: string): string[] =>
  readPolicyFile("p.yml", text, NOW).problems.map(({ message }) => message);

const repeat = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

const HEAD = "$TTL 60\n$ORIGIN x.test.\n";

/** Reads a zone whose files are named by number. */
function zone(text: string, files: (number: number) => string = () => ""): string[] {
  const include = (written: string): IncludedFile => ({ file: written, text: files(Number(written)) });
  return readZoneFile("zone.db", HEAD + text, { include }).problems.map(({ message }) => message);
}

/** Reads a zone file of so many characters. */
function zoneOf(characters: number): string[] {
  const { problems } = readZones(["zone.db"], {
    workspace: {
      find: () => ["zone.db"],
      realPath: (file) => file,
      holds: () => true,
      isLedOut: () => false,
      read: () => ";".padEnd(characters, "x"),
    },
    anywhere: false,
    positionOf: () => undefined,
  });
  return problems.map(({ message }) => message);
}

const CASES: readonly BoundCase[] = [
  {
    bound: "characters of a policy file",
    at: bounds.POLICY_CHARACTERS,
    told: (count) => policy("#".padEnd(count, "x")),
    says: /at most 1000000 are read/,
  },
  {
    bound: "lists within lists",
    at: bounds.POLICY_DEPTH,
    told: (count) => policy(`domains: ${"[".repeat(count)}${"]".repeat(count)}`),
    says: /nested too deeply/,
  },
  {
    bound: "aliases of a policy file",
    at: bounds.POLICY_ALIASES,
    told: (count) => policy(`mx-hosts: [&a mx.example]\ndomains:\n${repeat(count, () => "  - *a")}`),
    says: /aliases unfold to too much/,
  },
  {
    bound: "values of a policy file",
    at: bounds.POLICY_VALUES,
    // The file is a value, and so is the list.
    told: (count) => policy(`domains: [${"a,".repeat(count - 2)}]`),
    says: /unfold to too much/,
  },
  {
    bound: "lines of a policy file that are no YAML",
    at: bounds.POLICY_SYNTAX_PROBLEMS,
    told: (count) => policy(repeat(count, () => "- @a")),
  },
  {
    bound: "codes that nobody knows",
    at: bounds.STRANGE_CODES,
    told: (count) => policy(`severity:\n${repeat(count, (index) => `  x${String(index)}: off`)}`),
  },
  {
    bound: "characters of a zone file",
    at: bounds.ZONE_CHARACTERS,
    told: zoneOf,
    says: /is longer than 64000000 characters/,
  },
  {
    bound: "files within files",
    at: bounds.INCLUDE_DEPTH,
    told: (count) =>
      zone("$INCLUDE 1\n", (number) => (number < count ? `$INCLUDE ${String(number + 1)}\n` : "")),
    says: /include/i,
  },
  {
    bound: "files of a zone",
    at: bounds.INCLUDES,
    told: (count) => zone(repeat(count, () => "$INCLUDE 1")),
    says: /include/i,
  },
  {
    bound: "records of a zone",
    at: bounds.ZONE_RECORDS,
    told: (count) => {
      const each = bounds.GENERATED_RECORDS;
      const lines = Array.from(
        { length: Math.floor(count / each) },
        () => `$GENERATE 1-${String(each)} a A 192.0.2.1`,
      );
      return zone([...lines, `$GENERATE 1-${String(count % each)} a A 192.0.2.1`, ""].join("\n"));
    },
    says: /more than 1000000 records/,
  },
  {
    bound: "records that one line makes",
    at: bounds.GENERATED_RECORDS,
    told: (count) => zone(`$GENERATE 1-${String(count)} a$ A 192.0.2.1\n`),
    says: /makes more than 65536 records/,
  },
  {
    bound: "problems of a zone",
    at: bounds.ZONE_PROBLEMS,
    told: (count) => zone(repeat(count, () => "a A 192.0.2.256")),
  },
];

for (const { bound, at, told, says } of CASES) {
  describe(bound, () => {
    test(`there may be ${String(at)}`, () => {
      const messages = told(at);
      if (says === undefined) assert.equal(messages.length, at);
      else assert.ok(!messages.some((message) => says.test(message)), messages[0]);
    });

    test(`${String(at + 1)} are too many`, () => {
      const messages = told(at + 1);
      if (says === undefined) assert.equal(messages.length, at);
      else
        assert.ok(
          messages.some((message) => says.test(message)),
          messages[0],
        );
    });
  });
}

test("every bound has its case", () => {
  assert.deepEqual(CASES.map(({ at }) => at).sort(), Object.values(bounds).sort());
});
