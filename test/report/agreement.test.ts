/** Every output tells the same of the same report. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Counts, Report } from "../../src/judge/report.ts";
import { closesGate, placedChecks } from "../../src/judge/report.ts";
import { counts as countsSchema } from "../../src/judge/schemas/report.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { exitCode, gateRules } from "../../src/report/gate-rules.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import { MARKS } from "../../src/report/marks.ts";
import { outputsOf } from "../../src/report/outputs.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { blockLines, renderTerminal } from "../../src/report/terminal/terminal.ts";
import { casesWith, readJunit } from "./junit/structure.ts";
import { renderComment } from "../../src/report/summary/comment.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { kinds } from "./kinds.ts";
import { samples } from "./samples.ts";
import { sarifReader } from "./sarif-log.ts";

const SAID: Readonly<Record<keyof Counts, string>> = {
  pass: "passed",
  warn: "warned",
  fail: "failed",
  inconclusive: "inconclusive",
  waived: "waived",
  skip: "skipped",
};

/** The counts in a text that says `33 passed … 1 warned …`. */
function countsIn(text: string): Counts {
  const number = (verdict: keyof Counts): number => {
    const found = new RegExp(`([\\d,]+) ${SAID[verdict]}\\b`).exec(text);
    assert.ok(found, `no number of ${SAID[verdict]} in ${text}`);
    return Number(found[1]?.replaceAll(",", ""));
  };
  return {
    pass: number("pass"),
    warn: number("warn"),
    fail: number("fail"),
    inconclusive: number("inconclusive"),
    waived: number("waived"),
    skip: number("skip"),
  };
}

function terminalText(report: Report): string {
  const options = { width: 100, colour: false, exitCode: exitCode(report, gateRules(report)) };
  return [...blockLines(renderTerminal(report, gateRules(report), options))].join("\n");
}

/** Rows of the tables whose head names hosts and endpoints. */
function matrixRows(summary: string): string[][] {
  let within = false;
  return summary.split("\n").flatMap((line) => {
    if (/^\|(?: pref \|)? (?:MX )?host and endpoint \|/.test(line)) within = true;
    else if (!line.startsWith("|")) within = false;
    else if (within && !line.startsWith("|---")) return [line.split(" | ")];
    return [];
  });
}

const KINDS = Object.entries(kinds());
const readSarif = sarifReader();

/** Distinct (host, port, check, code) of all findings, by domain where no host is named: what SARIF has a result for; notices are none. */
function deviationCount(report: Report): number {
  const seen = new Set<string>();
  for (const { host, code, policy, severity } of report.findings)
    if (severity !== "notice") seen.add(JSON.stringify(["run", host, code, policy?.file]));
  for (const { domain, server, endpoint, check } of placedChecks(report.domains)) {
    for (const finding of check.findings) {
      if (finding.severity === "notice") continue;
      const host = server?.host ?? finding.host;
      const at = host ?? [domain.kind, domain.name];
      seen.add(JSON.stringify([at, endpoint?.port, check.check, finding.code]));
    }
  }
  return seen.size;
}

test("there are reports enough to tell", () => assert.ok(KINDS.length >= 30, String(KINDS.length)));

for (const [name, report] of KINDS) {
  describe(`of a report that is ${name}`, () => {
    const rules = gateRules(report);
    const summary = renderSummary(report, rules, { budget: 50_000_000 });
    const annotations = renderAnnotations(report, rules);
    const outputs = outputsOf(report, []);
    const terminal = terminalText(report);

    test("JSON has the counts", () => {
      const json: unknown = JSON.parse([...renderJson(report)].join(""));
      assert.ok(typeof json === "object" && json !== null && "counts" in json);
      assert.deepEqual(countsSchema.parse(json.counts), report.counts);
    });

    test("the outputs have them", () => {
      const { passed, warned, failed, inconclusive, waived, skipped } = outputs;
      assert.deepEqual(
        [passed, warned, failed, inconclusive, waived, skipped].map(Number),
        Object.values(report.counts),
      );
      assert.equal(outputs.result, report.result);
      assert.equal(outputs.gate, report.gate);
    });

    test("the terminal has them", () => {
      const foot = terminal.slice(terminal.lastIndexOf("\n\n"));
      assert.deepEqual(countsIn(foot), report.counts);
      assert.ok(foot.includes(report.gateSummary));
      assert.equal(foot.includes("Exit "), report.gate === "closed");
    });

    test("the summary has them", () => {
      const line = summary.split("\n").find((text) => /^[\d,]+ domains?, [\d,]+ endpoints?: /.test(text));
      assert.deepEqual(countsIn(line ?? ""), report.counts);
      assert.ok(summary.startsWith(`### Mail gate: ${report.gate} — `));
    });

    test("the comment has them, and what is worst, within its limit", () => {
      const mark = { key: "0".repeat(16), run: 1, state: report.gate } as const;
      const comment = renderComment(report, rules, { mark });
      const line = comment.split("\n").find((text) => /^[\d,]+ domains?, [\d,]+ endpoints?: /.test(text));
      assert.deepEqual(countsIn(line ?? ""), report.counts);
      assert.ok(comment.includes(`### Mail gate: ${report.gate} — `));
      assert.ok(comment.length <= 65_536);
    });

    test("SARIF has them, and a result for each deviation", () => {
      const { properties, results } = readSarif([...renderSarif(report)].join(""));
      assert.deepEqual(countsSchema.parse(properties.counts), report.counts);
      assert.deepEqual([properties.gate, properties.result], [report.gate, report.result]);
      assert.equal(results.length, deviationCount(report));
    });

    test("the terminal shows every check with its sign where all is asked for", () => {
      const options = { width: 10_000, colour: false, verbose: true };
      const lines = [...blockLines(renderTerminal(report, rules, options))];
      const checks = [...placedChecks(report.domains)];
      const shown = lines.flatMap(
        (line) =>
          /^ {4}(\S) (?:mx|connect|banner|ehlo|starttls|certificate|relay) {2,}/.exec(line)?.[1] ?? [],
      );
      assert.deepEqual(
        shown,
        checks.map(({ check }) => MARKS[check.verdict].sign),
      );
    });

    test("the last annotation has them where the gate is closed", () => {
      const last = annotations.at(-1);
      assert.equal(last?.level === "error", report.gate === "closed");
      if (report.gate === "closed") assert.deepEqual(countsIn(last?.message ?? ""), report.counts);
    });

    test("JUnit fails what closes the gate", () => {
      const root = readJunit([...renderJunit(report, rules)].join(""));
      const verdicts = [...placedChecks(report.domains)].map(({ check }) => check.verdict);
      const closing = verdicts.filter((verdict) => closesGate(verdict, rules));
      const notOfRun = (kind: string): number =>
        casesWith(root, kind).filter(({ attributes }) => attributes["classname"] !== "mx-gate.run").length;
      assert.equal(notOfRun("error"), closing.filter((verdict) => verdict === "inconclusive").length);
      assert.equal(notOfRun("failure"), closing.filter((verdict) => verdict !== "inconclusive").length);
      assert.equal(notOfRun("failure") + notOfRun("error") > 0, report.gate === "closed");
    });

    test("the matrix has every endpoint, and what fails in bold", () => {
      const rows = matrixRows(summary);
      const endpoints = report.domains.flatMap((domain) =>
        domain.servers.flatMap((server) => server.endpoints),
      );
      const without = report.domains.flatMap((domain) =>
        domain.servers.filter((server) => server.endpoints.length === 0),
      );
      assert.equal(rows.length, endpoints.length + without.length);
      const bold = rows.flat().filter((cell) => /^❌&nbsp;\*\*.*\*\*$/s.test(cell));
      const failing = endpoints.flatMap((endpoint) =>
        endpoint.checks.filter(({ verdict }) => verdict === "fail"),
      );
      assert.equal(bold.length, failing.length);
    });
  });
}

test("the sign of a failed check stands in the terminal's table as often as one fails", () => {
  const report = samples()["failing"] ?? assert.fail();
  const rows = terminalText(report)
    .split("\n")
    .filter((line) => /:25 {2,}/.test(line));
  const signs = rows.join("").split("✗").length - 1;
  assert.equal(signs, report.counts.fail);
});

test("the exit code says what closed the gate", () => {
  const code = (name: string): number => {
    const report = samples()[name] ?? assert.fail(name);
    return exitCode(report, gateRules(report));
  };
  assert.deepEqual(
    ["passing", "failing", "failing, never closing", "warning", "warning that closes", "inconclusive"].map(
      code,
    ),
    [0, 1, 0, 0, 1, 3],
  );
});
