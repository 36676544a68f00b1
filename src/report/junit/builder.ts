/** The one place that knows junit-report-builder; its types describe another shape than it exports. */
import junit from "junit-report-builder";
import type { Builder } from "junit-report-builder";
import { xml, xmlAttribute } from "../../text/escape.ts";

/** What became of a case. `note` goes to system-out. */
export type Outcome =
  | { readonly kind: "passed" | "skipped"; readonly note?: string }
  | {
      readonly kind: "failure" | "error";
      readonly type: string;
      readonly message: string;
      readonly body: string;
    };

/** A case as it is written. */
export interface ToldCase {
  readonly classname: string;
  readonly name: string;
  readonly seconds: number;
  readonly outcome: Outcome;
}

export interface JunitCase {
  readonly kind: Outcome["kind"];
  /** To be called once at most: what cases share is told in full by the first of them. Long, so made for whoever writes it. */
  readonly tell: () => ToldCase;
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

/** Characters of a suite and of a case beside their words, and what more there is of a case that says something, at least. */
export const SUITE_MARKUP = `\n  <testsuite name="" timestamp="" time="0" tests="1">\n  </testsuite>`.length;
export const CASE_MARKUP = `\n    <testcase classname="" name="" time="0"/>`.length;
export const SAID_MARKUP = `>\n      <failure><![CDATA[]]></failure>\n    </testcase`.length;

/**
 * Start of the file with its totals, and the seconds that the run took. Written here and not by the library, which counts what is skipped there (no
 * strict reader takes that attribute) and could do so only with every suite in memory.
 */
export function junitStart({ tests, failures, errors }: JunitTotals, seconds: number): string {
  const attributes = `name="mx-gate" time="${junitSeconds(seconds)}" tests="${tests}" failures="${failures}" errors="${errors}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>`;
}

export const JUNIT_END = "\n</testsuites>\n";

/** Stands for a word in what the library writes. None of ours has it: it shows nothing. */
const GAP = "\ue000";
/** What the library writes around the words of a case, by the form of the case: it takes its time for each. */
const frames = new Map<string, readonly string[]>();

/** The frame of cases of a kind, cut where the words go: class, name, seconds, then what is said, in the order of the library. */
function frameOf(kind: Outcome["kind"], noted: boolean): readonly string[] {
  const form = noted ? `${kind}, noted` : kind;
  const known = frames.get(form);
  if (known !== undefined) return known;
  const builder = (junit as unknown as Builder).newBuilder();
  const testCase = builder.testSuite().testCase().className(GAP).name(GAP).time(Number.NaN);
  if (kind === "failure") testCase.failure(GAP, GAP).stacktrace(GAP);
  if (kind === "error") testCase.error(GAP, GAP, GAP);
  if (kind === "skipped") testCase.skipped();
  if (noted) testCase.standardOutput(GAP);
  const whole = builder.build().replace(String(Number.NaN), GAP);
  const frame = whole
    .slice(whole.indexOf("\n    <testcase "), whole.lastIndexOf("\n  </testsuite>"))
    .split(GAP);
  frames.set(form, frame);
  return frame;
}

/** What a case says as XML, in the order of its frame. */
function saidIn(outcome: Outcome): readonly string[] {
  if ("body" in outcome)
    return [xmlAttribute(outcome.message), xmlAttribute(outcome.type), xml(outcome.body)];
  return outcome.note === undefined ? [] : [xml(outcome.note)];
}

/** A case as XML, in pieces behind those that are there: put together one by one they would be copied again and again. */
function addCase(pieces: string[], { classname, name, seconds, outcome }: ToldCase): void {
  const said = saidIn(outcome);
  const [start = "", behindClass = "", behindName = "", ...others] = frameOf(outcome.kind, said.length === 1);
  pieces.push(start, xmlAttribute(classname), behindClass, xmlAttribute(name), behindName);
  pieces.push(String(junitSeconds(seconds)));
  for (const [index, part] of others.entries()) pieces.push(part, said[index] ?? "");
}

/** One suite as XML, with a line break before it. */
export function suiteXml({ name, timestamp, cases }: JunitSuite): string {
  const counted = { failure: 0, error: 0, skipped: 0, passed: 0 };
  let seconds = 0;
  const pieces: string[] = [];
  for (const { kind, tell } of cases) {
    const told = tell();
    counted[kind] += 1;
    seconds += told.seconds;
    addCase(pieces, told);
  }
  const { failure, error, skipped } = counted;
  const counts = `tests="${cases.length}" failures="${failure}" errors="${error}" skipped="${skipped}"`;
  const head = `name="${xmlAttribute(name)}" timestamp="${xmlAttribute(timestamp)}" time="${junitSeconds(seconds)}" ${counts}`;
  return `\n  <testsuite ${head}${cases.length === 0 ? "/>" : `>${pieces.join("")}\n  </testsuite>`}`;
}
