/**
 * How the readers of CI systems read our JUnit XML: each reader's own rules in a few lines, over the same file.
 * test/mta/junit-readers.test.ts asks the two readers that Debian packages, xmllint and junitparser.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Report } from "../../../src/judge/report.ts";
import { closesGate, placedChecks } from "../../../src/judge/report.ts";
import { gateRules } from "../../../src/report/gate-rules.ts";
import { renderJunit } from "../../../src/report/junit/junit.ts";
import { readXml } from "./structure.ts";
import type { Element } from "./structure.ts";
import { kinds } from "../kinds.ts";
import { samples } from "../samples.ts";

/** What a reader shows of a file. */
interface Read {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Headings under which it shows cases. */
  readonly groups: readonly string[];
  /** Name and text of each failure. */
  readonly failures: readonly string[];
}

const child = (element: Element, ...names: string[]): Element | undefined =>
  element.children.find(({ name }) => names.includes(name));
const attribute = (element: Element, name: string): string => element.attributes[name] ?? "";
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Counts cases by what a reader takes for failed. */
function read(
  cases: readonly Element[],
  group: (one: Element) => string,
  told: (one: Element, bad: Element) => string,
): Read {
  const bad = (one: Element): Element | undefined => child(one, "failure", "error");
  const failures = cases.flatMap((one) => {
    const found = bad(one);
    return found === undefined ? [] : [told(one, found)];
  });
  const skipped = cases.filter((one) => bad(one) === undefined && child(one, "skipped") !== undefined).length;
  return {
    passed: cases.length - failures.length - skipped,
    failed: failures.length,
    skipped,
    groups: distinct(cases.map(group)),
    failures,
  };
}

/** One level of suites; times must be numbers; groups by class; `type: message` unless the message has the type. */
function dorny(root: Element): Read {
  for (const suite of root.children) {
    for (const element of [suite, ...suite.children]) {
      assert.notEqual(attribute(element, "name"), "");
      assert.ok(Number.isFinite(Number.parseFloat(attribute(element, "time"))));
    }
  }
  const cases = root.children.flatMap((suite) => suite.children.filter(({ name }) => name === "testcase"));
  return read(
    cases,
    (one) => attribute(one, "classname"),
    (one, bad) => `${attribute(one, "name")} | ${attribute(bad, "type")}: ${attribute(bad, "message")}`,
  );
}

/** Any depth; title of the last part of the class and the name; the message attribute. */
function mikepenz(root: Element): Read {
  const all = (element: Element): Element[] =>
    element.name === "testcase" ? [element] : element.children.flatMap(all);
  return read(
    all(root),
    (one) => attribute(one, "classname"),
    (one, bad) =>
      `${attribute(one, "classname").split(".").at(-1) ?? ""}.${attribute(one, "name")} | ${attribute(bad, "message")}`,
  );
}

/** Same class and name are one test, later ones are dropped; the body is shown, the message only without one. */
function gitlab(root: Element): Read {
  const byIdentity = new Map<string, Element>();
  for (const one of root.children.flatMap((suite) => suite.children)) {
    const identity = `${attribute(one, "classname")}\n${attribute(one, "name")}`;
    if (!byIdentity.has(identity)) byIdentity.set(identity, one);
  }
  return read(
    [...byIdentity.values()],
    () => "mx-gate",
    (one, bad) =>
      `${attribute(one, "name")} | ${(bad.text === "" ? attribute(bad, "message") : bad.text).split("\n")[0] ?? ""}`,
  );
}

/** The package is the class up to its last dot; an error comes before a failure. */
function jenkins(root: Element): Read {
  return read(
    root.children.flatMap((suite) => suite.children),
    (one) => attribute(one, "classname").slice(0, attribute(one, "classname").lastIndexOf(".")),
    (one) => {
      const bad = child(one, "error") ?? child(one, "failure") ?? assert.fail();
      const type = attribute(one, "classname").slice(attribute(one, "classname").lastIndexOf(".") + 1);
      return `${type} ${attribute(one, "name")} | ${attribute(bad, "message")}`;
    },
  );
}

const READERS = { dorny, mikepenz, gitlab, jenkins } as const;

function fileOf(report: Report, limit?: number): Element {
  return readXml([...renderJunit(report, gateRules(report), limit)].join(""));
}

describe("a failing run", () => {
  const root = fileOf(samples()["failing"] ?? assert.fail());
  const dead = "mx1.example.com [2001:db8::10]:25";
  const expired = "mx2.example.com [192.0.2.20]:25";
  const timeout = "Nothing answered within 15 s; IPv4 of the same host does.";
  const ended = "The certificate expired 3 days ago.";
  const classes = ["example.com", "example.org"].flatMap((domain) =>
    ["mx", "connect", "banner", "ehlo", "starttls", "certificate", "relay"].map((id) => `${domain}.${id}`),
  );
  const cases: readonly {
    reader: keyof typeof READERS;
    groups: readonly string[];
    failures: readonly string[];
  }[] = [
    {
      reader: "dorny",
      groups: classes,
      failures: [`${dead} | connect-timeout: ${timeout}`, `${expired} | cert-expired: ${ended}`],
    },
    {
      reader: "mikepenz",
      groups: classes,
      failures: [`connect.${dead} | ${timeout}`, `certificate.${expired} | ${ended}`],
    },
    { reader: "gitlab", groups: ["mx-gate"], failures: [`${dead} | ${timeout}`, `${expired} | ${ended}`] },
    {
      reader: "jenkins",
      groups: ["example.com", "example.org"],
      failures: [`connect ${dead} | ${timeout}`, `certificate ${expired} | ${ended}`],
    },
  ];
  for (const { reader, groups, failures } of cases) {
    test(`as ${reader} shows it`, () => {
      // A warning that does not close the gate is a passed case.
      assert.deepEqual(READERS[reader](root), { passed: 25, failed: 2, skipped: 5, groups, failures });
    });
  }
});

describe("every reader counts what the report says", () => {
  for (const [name, report] of Object.entries(kinds())) {
    test(name, () => {
      const rules = gateRules(report);
      const verdicts = [...placedChecks(report.domains)].map(({ check }) => check.verdict);
      const failed = verdicts.filter((verdict) => closesGate(verdict, rules)).length;
      const skipped = verdicts.filter(
        (verdict) => !closesGate(verdict, rules) && ["inconclusive", "waived", "skip"].includes(verdict),
      ).length;
      const root = fileOf(report);
      const ofRun = root.children.find((suite) => suite.attributes["name"] === "mx-gate")?.children ?? [];
      const extra = (...kind: string[]): number =>
        ofRun.filter((one) => child(one, ...kind) !== undefined).length;
      for (const [reader, readFile] of Object.entries(READERS)) {
        const seen = readFile(root);
        assert.equal(seen.failed, failed + extra("failure", "error"), reader);
        assert.equal(seen.skipped, skipped + extra("skipped"), reader);
        assert.equal(seen.passed + seen.failed + seen.skipped, verdicts.length + ofRun.length, reader);
      }
    });
  }
});

test("where passing endpoints fold for a reader that takes 30 MB, the failures stay the same", () => {
  const report = samples()["many"] ?? assert.fail();
  const folded = fileOf(report, 0);
  const whole = fileOf(report);
  assert.equal(dorny(folded).failed, dorny(whole).failed);
  assert.ok(folded.children.length === whole.children.length);
});
