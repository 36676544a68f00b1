/** 2,000 domains on one server with an expired certificate: one cause, told once in every output. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DomainReport, Report } from "../../src/judge/report.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import { renderComment } from "../../src/report/summary/comment.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import type { TerminalOptions } from "../../src/report/terminal/frame.ts";
import { blockLines, renderTerminal } from "../../src/report/terminal/terminal.ts";
import { casesWith, readJunit } from "./junit/structure.ts";
import { check, checks, domain, endpoint, finding, reportOf, server } from "./sample-report.ts";
import { failingDomain, oneCause, passingDomain } from "./samples.ts";
import { sarifReader } from "./sarif-log.ts";

const WRITTEN = [{ kind: "report-file", path: "out/report.json" }] as const;
const MARK = { key: "0".repeat(16), run: 1, state: "closed" } as const;
const CONCERNED = "2,000 domains: s0.example, s1.example, s2.example and 1,997 more";
const SENTENCE = "The certificate expired 3 days ago.";

function screen(report: Report, options: Partial<TerminalOptions> = {}): string[] {
  const all = { width: 200, colour: false, written: WRITTEN, ...options };
  return [...blockLines(renderTerminal(report, gateRules(report), all))];
}

function times(text: string, part: string): number {
  return text.split(part).length - 1;
}

const report = reportOf(oneCause(2000));
const rules = gateRules(report);

describe("2,000 domains with one cause", () => {
  for (const foldPassing of [false, true]) {
    test(`are under 100 lines of ${foldPassing ? "a step log" : "a terminal"}, the cause once`, () => {
      const lines = screen(report, { foldPassing });
      const text = lines.join("\n");
      assert.ok(lines.length < 100, String(lines.length));
      assert.equal(times(text, SENTENCE), 1);
      assert.ok(text.includes(`✗ cert-expired  mx.hosting.example 192.0.2.20:25, mx.hosting.example`));
      assert.ok(text.replaceAll(/\n */g, " ").includes(`· ${CONCERNED}`), text.slice(0, 800));
      assert.ok(lines.some((line) => /^✗ s39\.example {2}cert-expired +FAIL · score 59$/.test(line)));
      const hint = foldPassing ? "all of it is in out/report.json" : "--verbose opens all";
      assert.ok(lines.includes(`  and 1,960 more domains like these (${hint})`));
    });
  }

  test("are one annotation, and the last line", () => {
    const all = renderAnnotations(report, rules);
    assert.deepEqual(
      all.map(({ title }) => title),
      ["cert-expired: mx.hosting.example", "Mail gate closed"],
    );
    assert.ok(all?.[0]?.message.includes(CONCERNED));
  });

  test("are a short summary and comment", () => {
    const comment = renderComment(report, rules, { written: WRITTEN, mark: MARK });
    assert.ok(Buffer.byteLength(comment) < 2_000, String(Buffer.byteLength(comment)));
    assert.equal(times(comment, SENTENCE), 1);
    assert.match(comment, /cert-expired\*\* · .* · 2,000 domains: s0\.example, .* and 1,997 more: /);
    for (const page of [renderSummary(report, rules, { written: WRITTEN })]) {
      assert.ok(Buffer.byteLength(page) < 20_000, String(Buffer.byteLength(page)));
      assert.equal(times(page, SENTENCE), 1);
      assert.match(page, /\*\*cert-expired\*\* · .* · 2,000 domains: s0\.example, .* and 1,997 more<br>/);
      assert.match(
        page,
        /2,000 domains have nothing but what is shown above: s0\.example, .* and 1,980 more\./,
      );
      assert.doesNotMatch(page, /Too long for this page/);
    }
  });

  test("are one result of SARIF, which stays the same one while domains come and go", () => {
    const read = sarifReader();
    const [all, two] = [report, reportOf(oneCause(2))].map(
      (each) => read([...renderSarif(each)].join("")).results,
    );
    assert.equal(all?.length, 1);
    assert.ok(all?.[0]?.message.text.startsWith(`${CONCERNED} · mx.hosting.example 192.0.2.20:25`));
    assert.deepEqual(all?.[0]?.partialFingerprints, two?.[0]?.partialFingerprints);
  });

  test("have a JUnit case each; the first tells all, and the others name it", () => {
    const root = readJunit([...renderJunit(report, rules)].join(""));
    const failures = casesWith(root, "failure");
    assert.equal(failures.length, 4000);
    const bodies = failures.map((one) => one.children[0]?.text ?? "");
    // A cause for each address.
    const full = bodies.filter((body) => body.includes("fix       Renew it"));
    assert.equal(full.length, 2);
    for (const body of full) assert.ok(body.includes(`shared by ${CONCERNED}`));
    const names = new Set(
      failures.map(({ attributes }) => `${attributes["classname"] ?? ""}, ${attributes["name"] ?? ""}`),
    );
    for (const body of bodies.slice(2)) {
      assert.ok(body.startsWith(`${SENTENCE}\n\ncert-expired (error)\n`));
      const [, first = ""] = /one for 2,000 domains, in full at (.*)$/.exec(body) ?? [];
      assert.ok(first.startsWith("s0.example.certificate, ") && names.has(first), body);
    }
  });

  test("are all in the JSON report, at their checks and in the list of findings", () => {
    assert.equal(times([...renderJson(report)].join(""), SENTENCE), 8000);
  });
});

test("a domain keeps its section for what is its own, and names what is told above", () => {
  const [shared] = oneCause(1);
  assert.ok(shared);
  const own = failingDomain("own.example");
  const both: DomainReport = { ...own, servers: [...shared.servers, ...own.servers] };
  const lines = screen(reportOf([...oneCause(20), both]));
  const section = lines.slice(lines.findIndex((line) => line.startsWith("own.example ")));
  assert.ok(section.includes("  shown above: cert-expired"));
  assert.ok(section.some((line) => line.startsWith("  ✗ connect-timeout  mx1.own.example")));
  assert.equal(section.filter((line) => line.includes(SENTENCE)).length, 1, "that of its own host");
});

describe("a budget of lines", () => {
  const passing = Array.from({ length: 60 }, (_, index) => passingDomain(`p${String(index)}.example`));
  const failing = Array.from({ length: 50 }, (_, index) => failingDomain(`d${String(index)}.example`));
  const worst = { ...failingDomain("worst.example"), score: 0 };
  const many = reportOf([...oneCause(30), ...passing, ...failing, worst]);
  const budget = { lines: 200, bytes: 100_000 };

  for (const foldPassing of [false, true]) {
    test(`is kept in ${foldPassing ? "a step log" : "a terminal"}, the worst domain shown, and what is not shown counted`, () => {
      const lines = screen(many, { budget, foldPassing });
      // Head, foot, the note, and lists of 40 lines.
      assert.ok(lines.length < 200 + 40 * 2 + 20, String(lines.length));
      assert.ok(lines.some((line) => line.startsWith("worst.example ")));
      const errors = lines.filter((line) => /^ *✗ (?:cert-expired|connect-timeout) {2}/.test(line)).length;
      const warnings = lines.filter((line) => /^ *! banner-slow {2}/.test(line)).length;
      const sections = lines.filter((line) => /^(?:d\d+|worst)\.example {2,}FAIL/.test(line)).length;
      assert.ok(sections > 1);
      const left = 51 - sections;
      const where = foldPassing ? "" : " (--verbose shows it here)";
      assert.equal(errors + 2 * left, 1 + 2 * 51);
      assert.equal(warnings + left, 51);
      assert.ok(
        lines.includes(
          `Not shown: ${String(2 * left)} errors, ${String(left)} warnings, the sections of ${String(left)} domains; all of it is in out/report.json${where}.`,
        ),
        lines.slice(-12).join("\n"),
      );
    });
  }

  test("leaves room for a cause of each code", () => {
    const shared = (host: string, id: "certificate" | "relay", code: string): DomainReport[] =>
      ["a", "b"].map((name) =>
        domain(`${name}.${host}`, check("mx", "pass", "1 host"), [
          server(host, 10, [
            endpoint("192.0.2.1", checks(check(id, "fail", "x", [finding(code, "error", { host })]))),
          ]),
        ]),
      );
    const domains = [
      ...Array.from({ length: 30 }, (_, at) =>
        shared(`mx${String(at)}.example`, "certificate", "cert-expired"),
      ),
      shared("last.example", "relay", "relay-odd-forms"),
    ].flat();
    const lines = screen(reportOf(domains), { budget: { lines: 40, bytes: 100_000 } });
    const told = lines.filter((line) => /^✗ [a-z-]+ {2}\S+ 192/.test(line)).map((line) => line.split(" ")[1]);
    assert.ok(told.length > 3 && told.length < 20, String(told.length));
    assert.deepEqual([told[0], told.at(-1)], ["cert-expired", "relay-odd-forms"]);
    assert.ok(lines.some((line) => line.startsWith(`Not shown: ${String(31 - told.length)} errors; `)));
  });
  test("counts bytes, too", () => {
    const lines = screen(many, { budget: { lines: 10_000, bytes: 4_000 } });
    assert.ok(lines.some((line) => line.startsWith("Not shown: ")));
    assert.ok(lines.length < 200);
  });
  test("leaves out nothing that fits: the worst score first, equal ones by name", () => {
    const lines = screen(many);
    assert.ok(!lines.some((line) => line.startsWith("Not shown: ")));
    const shown = lines.flatMap((line) => /^(\S+\.example) {2,}FAIL/.exec(line)?.[1] ?? []);
    assert.deepEqual(
      shown,
      [worst, ...failing].map(({ name }) => name),
    );
  });
  test("binds no verbose run", () => {
    const lines = screen(many, { budget, verbose: true });
    assert.ok(!lines.some((line) => line.startsWith("Not shown: ")));
    assert.equal(lines.filter((line) => / {2,}(?:FAIL|PASS) · /.test(line)).length, many.domains.length);
  });
  test("says how to have the rest where no report is written", () => {
    const lines = screen(many, { budget, written: [], foldPassing: true });
    assert.match(lines.join("\n"), /Not shown: .*; set report-file to have all of it as JSON\.\n/);
  });
});

describe("a run that was interrupted", () => {
  const left = (name: string, host: string): DomainReport =>
    domain(name, check("mx", "pass", "1 host"), [
      server(host, 10, [
        endpoint(
          "192.0.2.9",
          checks(
            check("connect", "inconclusive", "not probed", [
              finding("not-probed", "inconclusive", {
                host,
                message: "Not tested: the run was interrupted.",
              }),
            ]),
          ),
        ),
      ]),
    ]);
  const unasked = Array.from({ length: 7 }, (_, index) =>
    domain(`u${String(index)}.example`, check("mx", "skip", "not reached"), []),
  );
  const whole = reportOf([
    failingDomain("done.example"),
    ...Array.from({ length: 30 }, (_, index) =>
      left(`n${String(index)}.example`, `mx${String(index)}.example`),
    ),
    ...unasked,
  ]);
  const interrupted: Report = { ...whole, observations: { ...whole.observations, ended: "interrupted" } };

  test("shows what was finished, and once how much was not reached", () => {
    const lines = screen(interrupted);
    assert.ok(lines.includes("37 domains not reached"));
    assert.ok(lines.includes("? not-probed  30 endpoints"));
    assert.ok(lines.some((line) => line.startsWith("done.example ")));
    assert.doesNotMatch(lines.join("\n"), /\b[nu]\d+\.example/);
    const page = renderSummary(interrupted, rules);
    assert.match(page, /\n37 domains not reached\.\n/);
    assert.doesNotMatch(page.replaceAll("<wbr>", ""), /\b[nu]\d+\.example/);
    const annotations = renderAnnotations(interrupted, rules).filter(({ title }) =>
      title.startsWith("not-probed"),
    );
    assert.equal(annotations.length, 1);
  });
  test("one that came to its end names them", () => {
    assert.match(screen(whole).join("\n"), /· u0\.example {2}not reached +SKIP/);
  });
});
