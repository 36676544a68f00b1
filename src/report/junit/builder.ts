/** The one place that knows junit-report-builder; its types describe another shape than it exports. */
import junit from "junit-report-builder";
import type { Builder, TestCase } from "junit-report-builder";
import { xml } from "../../text/escape.ts";

/** What became of a case. `note` goes to system-out. */
export type Outcome =
  | { readonly kind: "passed" | "skipped"; readonly note?: string }
  | {
      readonly kind: "failure" | "error";
      readonly type: string;
      readonly message: string;
      readonly body: string;
    };

export interface JunitCase {
  readonly classname: string;
  readonly name: string;
  readonly seconds: number;
  readonly kind: Outcome["kind"];
  /** To be called once at most: what cases share is told in full by the first of them. Long, so made for whoever writes it. */
  readonly outcome: () => Outcome;
}

export interface JunitSuite {
  readonly name: string;
  /** UTC, ISO 8601. */
  readonly timestamp: string;
  readonly cases: readonly JunitCase[];
}

export interface JunitTotals {
  tests: number;
  failures: number;
  errors: number;
}

/** Seconds with at most three decimals, as strict readers want them. */
export function junitSeconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** Adds a suite to the totals of the file. */
export function addToTotals(totals: JunitTotals, suite: JunitSuite): void {
  for (const { kind } of suite.cases) {
    totals.tests += 1;
    if (kind === "failure") totals.failures += 1;
    if (kind === "error") totals.errors += 1;
  }
}

/** Characters of a case beside what it says, as `suiteXml` writes it at least. */
export const CASE_MARKUP = `\n    <testcase classname="" name="" time="0"/>`.length;
const SUITE_MARKUP = `\n  <testsuite name="" timestamp="" time="0" tests="1">\n  </testsuite>`.length;

/** Bytes that a suite has at least as XML, without making it. Tells its cases. */
export function leastBytes({ name, timestamp, cases }: JunitSuite): number {
  let bytes = SUITE_MARKUP + name.length + timestamp.length;
  for (const { classname, name, outcome } of cases) {
    const told = outcome();
    const said = "body" in told ? told.body.length + told.message.length : (told.note?.length ?? 0);
    bytes += CASE_MARKUP + classname.length + name.length + said;
  }
  return bytes;
}

/**
 * Start of the file with its totals, and the seconds that the run took. Written here and not by the library, which counts what is skipped there (no
 * strict reader takes that attribute) and could do so only with every suite in memory.
 */
export function junitStart({ tests, failures, errors }: JunitTotals, seconds: number): string {
  const attributes = `name="mx-gate" time="${junitSeconds(seconds)}" tests="${tests}" failures="${failures}" errors="${errors}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>`;
}

export const JUNIT_END = "\n</testsuites>\n";

function fill(testCase: TestCase, outcome: Outcome): void {
  switch (outcome.kind) {
    case "failure":
      testCase.failure(xml(outcome.message), xml(outcome.type)).stacktrace(xml(outcome.body));
      return;
    case "error":
      testCase.error(xml(outcome.message), xml(outcome.type), xml(outcome.body));
      return;
    case "skipped":
      testCase.skipped();
      break;
    case "passed":
      break;
  }
  if (outcome.note !== undefined) testCase.standardOutput(xml(outcome.note));
}

/** One suite as XML, with a line break before it. */
export function suiteXml(suite: JunitSuite): string {
  const builder = (junit as unknown as Builder).newBuilder();
  const element = builder.testSuite().name(xml(suite.name)).timestamp(suite.timestamp);
  element.time(junitSeconds(suite.cases.reduce((sum, { seconds }) => sum + seconds, 0)));
  for (const { classname, name, seconds, outcome } of suite.cases) {
    const testCase = element.testCase().className(xml(classname)).name(xml(name)).time(junitSeconds(seconds));
    fill(testCase, outcome());
  }
  const whole = builder.build();
  return whole.slice(whole.indexOf("\n  <testsuite "), whole.lastIndexOf("\n</testsuites>"));
}
