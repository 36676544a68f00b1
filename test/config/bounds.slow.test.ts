/** What of a policy or zone file reaches a bound is taken, what goes one past it is told. docs/bounds.md lists the bounds. */
import assert from "node:assert/strict";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { describe, test, type TestContext } from "node:test";
import * as configBounds from "../../src/config/bounds.ts";
import * as systemBounds from "../../src/system/bounds.ts";
import * as zoneBounds from "../../src/zone/bounds.ts";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { makePlan } from "../support/run/made-plan.ts";
import { readPolicyFile } from "../../src/config/policy/file.ts";
import { readZoneFile, type IncludedFile } from "../../src/zone/file/file.ts";
import { folderWorkspace, LargeFile } from "../../src/system/workspace.ts";
import { readZones } from "../../src/zone/set.ts";
import { NO_SOURCES } from "../../src/config/policy/sources.ts";
import { newFolder } from "../support/run/folders.ts";
import { LINE_BOUNDS } from "./line-bounds.ts";

// How late the event loop may be is no matter of files.
const { NOTED_LATENESS: _lateness, ...fileBounds } = systemBounds;
const bounds = { ...configBounds, ...fileBounds, ...zoneBounds };

const NOW = Date.UTC(2026, 10, 21);

interface BoundCase {
  readonly bound: string;
  readonly at: number;
  /** What is told of a file in which there are so many. */
  readonly told: (count: number, context: TestContext) => readonly string[];
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

const sources = (policyText: string) => ({
  now: NOW,
  readFile: () => policyText,
  readLines: () => undefined,
  note: () => undefined,
});

/** What is told of a run with so many domains and servers. */
function targets(count: number): string[] {
  const names = (from: number): string[] =>
    Array.from({ length: from }, (_, index) => `a${String(index)}.test`);
  const given = [
    { name: "domains", value: names(count - 2), label: "domains" },
    { name: "servers", value: names(2), label: "servers" },
  ];
  try {
    makePlan(given, "command");
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    return error.problems.map(({ message }) => message);
  }
}

/** Reads a baseline of so many octets, as a host without such a file would tell of it. */
function baselineOf(octets: number): string[] {
  const given = [{ name: "domains", value: "a.test", label: "domains" }];
  const readFile = (path: string, most = Infinity): string | undefined => {
    if (path !== "former.json") return "baseline: former.json\n";
    if (octets > most) throw new LargeFile(most);
    return undefined;
  };
  try {
    makePlan(given, "command", { ...sources(""), readFile });
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    return error.problems.map(({ message }) => message);
  }
}

/** Looks for zone files in a folder with so many entries, as the system lists them. */
function searched(count: number, context: TestContext): string[] {
  const entry = { name: "a", isDirectory: () => false };
  context.mock.method(fs, "readdirSync", () => new Array<typeof entry>(count - 1).fill(entry));
  syncBuiltinESMExports();
  try {
    const search = { workspace: folderWorkspace("."), anywhere: false, positionOf: () => undefined };
    return readZones(["x*"], search).problems.map(({ message }) => message);
  } finally {
    context.mock.restoreAll();
    syncBuiltinESMExports();
  }
}

const CASES: readonly BoundCase[] = [
  ...LINE_BOUNDS,
  {
    bound: "characters of a policy file",
    at: bounds.POLICY_CHARACTERS,
    told: (count) => policy("#".padEnd(count, "x")),
    says: /at most 250000 are read/,
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
    bound: "keys, values and lists of a policy file",
    at: bounds.POLICY_NODES,
    told: (count) => policy(`domains: [${"a,".repeat(count - 4)}]`),
    says: /more keys, values and lists than 40000/,
  },
  {
    bound: "values of a policy file",
    at: bounds.POLICY_VALUES,
    // The file is a value, and so is each list, each alias and each item of what it stands for.
    told: (count) => {
      const items = 10_000;
      const aliases = Math.floor((count - 3 - items) / (items + 2));
      const rest = (count - 3 - items) % (items + 2);
      return policy(
        `issuers: &a [${"a,".repeat(items)}]\ndomains: [${"*a,".repeat(aliases)}${"a,".repeat(rest)}]\n`,
      );
    },
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
    bound: "domains and servers of a run",
    at: bounds.RUN_TARGETS,
    told: targets,
    says: /one run takes at most 100000/,
  },
  {
    bound: "files and folders that are looked at",
    at: bounds.SEARCHED_ENTRIES,
    told: searched,
    says: /look at more than 1000000 files/,
  },
  {
    bound: "octets of a baseline",
    at: bounds.REPORT_OCTETS,
    told: baselineOf,
    says: /is larger than 400000000 octets/,
  },
  {
    bound: "words of an entry",
    at: bounds.ZONE_WORDS,
    told: (count) => zone(`a HINFO ${"x ".repeat(count - 2)}\n`),
    says: /longer than any record/,
  },
  {
    bound: "characters of a word",
    at: bounds.ZONE_WORD_CHARACTERS,
    told: (count) => zone(`a HINFO ${"x".repeat(count)}\n`),
    says: /longer than any record/,
  },
  {
    bound: "records of one name",
    at: bounds.OWNER_RECORDS,
    told: (count) => zone(repeat(count, (index) => `a MX ${String(index)} mx\n`)),
    says: /has more than 4096 records/,
  },
  {
    bound: "names above the records",
    at: bounds.ZONE_NAMES_BETWEEN,
    // Each owner has four names of its own above it; x.test, test and the root are above all.
    told: (count) => {
      const deep = repeat(Math.floor((count - 3) / 4), (index) => `a.b.c.d.e${String(index)} A 192.0.2.1`);
      return zone(`${deep}\n${repeat((count - 3) % 4, (index) => `a.f${String(index)} A 192.0.2.1`)}\n`);
    },
    says: /more than 500000 names above them/,
  },
  {
    bound: "records that all $GENERATE make",
    at: bounds.GENERATED_IN_ALL,
    told: (count) =>
      zone(
        `$GENERATE 1-65536 a$ HINFO x\n$GENERATE 1-65535 b$ HINFO x\n$GENERATE 1-${String(count - 131_071)} c$ HINFO x\n`,
      ),
    says: /make more than 131072 records/,
  },
  {
    bound: "characters that all $GENERATE make",
    at: bounds.GENERATED_CHARACTERS,
    // The template has five characters and becomes two; the data fills what is left of 10,000 each time.
    told: (count) => {
      const each = 10_000;
      const times = Math.floor(count / each) - 1;
      const line = (last: number, characters: number): string =>
        `$GENERATE 1-${String(last)} a HINFO ${"x".repeat(characters - 6)}\n`;
      return zone(line(times, each) + line(1, count - times * each));
    },
    says: /make more than 16000000 characters/,
  },
  {
    bound: "characters of all zone files",
    at: bounds.ZONE_CHARACTERS,
    // Half of them in a file that is included.
    told: (count) => {
      const part = Math.floor(count / 2);
      const text = "$INCLUDE 1\n";
      const rest = count - part - HEAD.length - text.length;
      return zone(text + ";".padEnd(rest, "x"), () => ";".padEnd(part, "x"));
    },
    says: /are longer than 64000000 characters/,
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
    told: (count) => zone(`${repeat(count, (index) => `a${String(index)} HINFO x`)}\n`),
    says: /have more than 1000000 records/,
  },
  {
    bound: "records that one line makes",
    at: bounds.GENERATED_RECORDS,
    told: (count) => zone(`$GENERATE 1-${String(count)} a$ A 192.0.2.1\n`),
    says: /makes more than 65536 records/,
  },
  {
    bound: "octets of a policy that mta-sts-file names",
    at: bounds.STS_FILE_OCTETS,
    told: (count) => {
      const given = [
        { name: "domains", value: "a.test", label: "domains" },
        { name: "mta-sts-file", value: "policy.txt", label: "mta-sts-file" },
      ];
      const readFile = (path: string, most = 0): string | undefined => {
        if (path !== "policy.txt") return undefined;
        if (count > most) throw new Error(`it is larger than ${String(most)} octets`);
        return "x".repeat(count);
      };
      try {
        makePlan(given, "command", { now: NOW, readFile, readLines: () => undefined, note: () => undefined });
        return [];
      } catch (error) {
        return error instanceof ConfigurationError ? error.problems.map(({ message }) => message) : [];
      }
    },
    says: /larger than 65536 octets/,
  },
  {
    bound: "names that a notice of targets keeps",
    at: bounds.TARGETS_NOTED,
    told: (count) => {
      const names = Array.from({ length: count }, (_, index) => `a${String(index)}.test`);
      const given = [
        { name: "domains", value: names, label: "domains" },
        { name: "zone-files", value: ["x.zone"], label: "zone-files" },
      ];
      const folder = newFolder("zone");
      fs.writeFileSync(join(folder, "x.zone"), `${HEAD}@ SOA ns host 1 1 1 1 1\n@ NS ns\n@ MX 10 mx\n`);
      const workspace = folderWorkspace(folder);
      return makePlan(given, "command", { ...NO_SOURCES, workspace }).targetNotes.flatMap(
        ({ names }) => names,
      );
    },
  },
  {
    bound: "problems of a zone",
    at: bounds.ZONE_PROBLEMS,
    told: (count) => zone(repeat(count, () => "a A 192.0.2.256")),
  },
];

for (const { bound, at, told, says } of CASES) {
  describe(bound, () => {
    test(`there may be ${String(at)}`, (context) => {
      const messages = told(at, context);
      if (says === undefined) assert.equal(messages.length, at);
      else assert.ok(!messages.some((message) => says.test(message)), messages[0]);
    });

    test(`${String(at + 1)} are too many`, (context) => {
      const messages = told(at + 1, context);
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
