/** Suites are written in frames that the library makes once: each has to be what the library would have written itself. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import junit from "junit-report-builder";
import type { Builder } from "junit-report-builder";
import { suiteXml, type JunitSuite, type Outcome } from "../../../src/report/junit/builder.ts";
import { xml } from "../../../src/text/escape.ts";

const text = fc.oneof(
  fc.string({ minLength: 1, unit: "binary" }),
  fc.string({ minLength: 1 }),
  fc.constantFrom("a & b", '<"quoted">', "]]>", "]]>]]>", "two\nlines", "\r\n\t", "&amp;", "\ue000", "NaN"),
);
const said = fc.record({ message: text, type: text, body: text });
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  said.map((words) => ({ kind: "failure", ...words }) as const),
  said.map((words) => ({ kind: "error", ...words }) as const),
  fc.constantFrom({ kind: "passed" } as const, { kind: "skipped" } as const),
  text.map((note) => ({ kind: "passed", note }) as const),
  text.map((note) => ({ kind: "skipped", note }) as const),
);
const told = fc.record({
  classname: text,
  name: text,
  seconds: fc.constantFrom(0, 0.0004, 0.1234, 12, 1e-7),
  outcome,
});
const suite = fc.record({
  name: text,
  timestamp: fc.constant("2026-11-29T18:44:22.052Z"),
  all: fc.array(told),
});

/** The suite as the library writes it. */
function asLibraryWrites({ name, timestamp, cases }: JunitSuite): string {
  const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
  const builder = (junit as unknown as Builder).newBuilder();
  const element = builder.testSuite().name(xml(name)).timestamp(timestamp);
  let sum = 0;
  for (const { tell } of cases) {
    const { classname, name, seconds, outcome } = tell();
    sum += seconds;
    const testCase = element.testCase().className(xml(classname)).name(xml(name)).time(rounded(seconds));
    if (outcome.kind === "failure")
      testCase.failure(xml(outcome.message), xml(outcome.type)).stacktrace(xml(outcome.body));
    else if (outcome.kind === "error")
      testCase.error(xml(outcome.message), xml(outcome.type), xml(outcome.body));
    else {
      if (outcome.kind === "skipped") testCase.skipped();
      if ("note" in outcome && outcome.note !== undefined) testCase.standardOutput(xml(outcome.note));
    }
  }
  element.time(rounded(sum));
  const whole = builder.build();
  return whole.slice(whole.indexOf("\n  <testsuite "), whole.lastIndexOf("\n</testsuites>"));
}

test("a suite is what the library would have written", () => {
  fc.assert(
    fc.property(suite, ({ all, ...named }) => {
      const cases = all.map((told) => ({ kind: told.outcome.kind, tell: () => told }));
      assert.equal(suiteXml({ ...named, cases }), asLibraryWrites({ ...named, cases }));
    }),
  );
});
