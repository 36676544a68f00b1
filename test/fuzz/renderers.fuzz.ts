/** Every output, over reports whose texts are hostile. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { marked } from "marked";
import { annotationCommand } from "../../src/github/commands.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { COMMENT_LIMIT, renderComment } from "../../src/report/summary/comment.ts";
import {
  configurationAnnotations,
  renderConfigurationErrors,
} from "../../src/report/configuration-errors.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import type { Report } from "../../src/judge/report.ts";
import { renderPage } from "../../src/report/html/page.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import type { Links } from "../../src/report/links.ts";
import { renderMetrics } from "../../src/report/metrics/metrics.ts";
import { outputsOf, type FileKind } from "../../src/report/outputs.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { blockLines, renderTerminal } from "../../src/report/terminal/terminal.ts";
import { logLine } from "../../src/text/escape.ts";
import { holdPage } from "../report/html/hold-page.ts";
import { readXml } from "../report/junit/structure.ts";
import { readMetrics } from "../report/metrics/read-metrics.ts";
import { fuzz, type Parser } from "./fuzzing.ts";
import { hostileReports } from "./hostile-reports.ts";

const LINKS: Links = {
  run: "https://github.com/o/r/actions/runs/1",
  files: "https://github.com/o/r/blob/abc",
  docs: "https://github.com/o/r/blob/v1/docs/codes",
  workflow: ".github/workflows/mail.yml",
};

/** Controls, direction marks and halves of characters: in no output, but for line ends. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
/** Elements that our pages are made of; `a` leads to where {@link LINKS} says. */
const OURS = new Set(
  "a br code details em h3 h4 li p pre span strong sub summary table tbody td th thead tr ul wbr".split(" "),
);

/** Fails where a page, as a browser gets it, has an element that is not ours. */
function checkElements(page: string): void {
  const html = marked.parse(page, { async: false, gfm: true });
  assert.doesNotMatch(html, /<[!?]/);
  for (const [tag, name = "", rest = ""] of html.matchAll(/<\/?([a-z][a-z0-9-]*)\b([^>]*)>/gi)) {
    assert.ok(OURS.has(name.toLowerCase()), tag);
    assert.match(
      rest,
      /^(?: class="language-(?:sh|text)"| href="https:\/\/github\.com\/o\/r\/[^"]*"| ?\/)?$/,
    );
  }
}

/** True where a page has no tag but ours outside of what is plainly code; the others are read as a browser does. */
function plainlyOurs(page: string): boolean {
  const text = page
    .replaceAll(/^(`{3,})[^\n]*\n[^]*?\n\1$/gm, "")
    .replaceAll(/(?<![`\\])(`+)(?!`)[^\n`]*\1(?!`)/g, "");
  return !/<(?!\/?(?:br|code|details|h3|h4|pre|span|strong|sub|summary|wbr)\/?>)/.test(text);
}

function checkPage(page: string): void {
  const body = page.replace(/^<!-- mx-gate:comment [^<>]* -->/, "");
  assert.doesNotMatch(body.replaceAll("\n", ""), HIDDEN);
  if (!plainlyOurs(body)) checkElements(body);
}

fuzz("summary", {
  inputs: hostileReports,
  parse: (report) => renderSummary(report, gateRules(report), { links: LINKS }),
  check: checkPage,
});

fuzz("comment", {
  inputs: hostileReports,
  parse(report) {
    const mark = { key: "0".repeat(16), run: 1, state: report.gate } as const;
    return renderComment(report, gateRules(report), { mark });
  },
  check(page) {
    assert.ok(page.length <= COMMENT_LIMIT);
    checkPage(page);
  },
});

fuzz("terminal and step log", {
  inputs: fc.tuple(hostileReports, fc.constantFrom(20, 80, 100), fc.boolean()),
  parse([report, width, colour]) {
    const verbose = true;
    return [...blockLines(renderTerminal(report, gateRules(report), { width, colour, verbose }))].map(
      logLine,
    );
  },
  check(lines) {
    for (const line of lines) {
      const plain = line.replaceAll(/\u001b\[\d+m/g, "");
      assert.doesNotMatch(plain, HIDDEN);
      assert.doesNotMatch(plain, /^\s*::|##\[/);
    }
  },
});

fuzz("annotations", {
  inputs: hostileReports,
  parse: (report) => renderAnnotations(report, gateRules(report), LINKS).map(annotationCommand),
  check(commands) {
    for (const command of commands) {
      assert.doesNotMatch(command, HIDDEN);
      assert.doesNotMatch(command, /##\[/);
      assert.match(command, /^::(?:error|warning|notice) title=[^:]*?(?:,file=[^:,]*,line=\d+)?::/);
    }
  },
});

fuzz("JUnit", {
  inputs: hostileReports,
  parse: (report) => [...renderJunit(report, gateRules(report))].join(""),
  check: (xml) => void readXml(xml),
});

fuzz("SARIF", {
  inputs: hostileReports,
  parse: (report) => [...renderSarif(report, LINKS)].join(""),
  check: (text) => void JSON.parse(text),
});

fuzz("JSON and outputs", {
  inputs: hostileReports,
  parse: (report) => ({ json: [...renderJson(report)].join(""), outputs: outputsOf(report, []) }),
  check({ json, outputs }, report) {
    const { findings, ...tree } = JSON.parse(json) as Report;
    // The flat list begins with the run's own; what follows stands in the tree, too, and says where.
    const ofRun = findings.filter((finding) => !("check" in finding));
    assert.deepEqual({ ...tree, findings: ofRun }, JSON.parse(JSON.stringify(report)));
    for (const value of Object.values(outputs)) assert.doesNotMatch(value, HIDDEN);
  },
});

/** How each file that a run writes is fuzzed: above, or here. A new one is demanded by tsc. */
const FILES: Readonly<Record<FileKind, "above" | Parser<Report, string>>> = {
  "junit-file": "above",
  "report-file": "above",
  "sarif-file": "above",
  "summary-file": "above",
  "html-file": {
    inputs: hostileReports,
    parse: (report) => [...renderPage(report, gateRules(report))].join(""),
    check: (page) => void holdPage(page),
    weight: 20,
  },
  "metrics-file": {
    inputs: hostileReports,
    parse: (report) => [...renderMetrics(report)].join(""),
    check: (text) => void readMetrics(text),
    weight: 5,
  },
};
for (const [file, parser] of Object.entries(FILES)) if (parser !== "above") fuzz(file, parser);

const problems = hostileReports.map(({ domains: [domain], findings: [finding] }) => [
  { message: domain?.name ?? "", file: domain?.servers[0]?.host ?? "", line: 3, column: 1 },
  { message: finding?.message ?? "" },
]);

fuzz("configuration errors", {
  inputs: problems,
  parse: (all) => [
    ...renderConfigurationErrors(all, 80, "probed"),
    ...configurationAnnotations(all).map(annotationCommand),
  ],
  check(lines) {
    for (const line of lines) assert.doesNotMatch(line, HIDDEN);
  },
});
