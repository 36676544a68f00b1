/** What holds of every output of every report, whatever the other side has said. */
import assert from "node:assert/strict";
import { marked } from "marked";
import { annotationCommand } from "../../src/github/commands.ts";
import type { Report } from "../../src/judge/report.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/summary/comment.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import type { FileKind } from "../../src/report/outputs.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import { renderPage } from "../../src/report/html/page.ts";
import { renderMetrics } from "../../src/report/metrics/metrics.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { blockLines, renderTerminal } from "../../src/report/terminal/terminal.ts";
import { logLine } from "../../src/text/escape.ts";
import { commandsOfRunners } from "./runner-commands.ts";
import { readJunit } from "./junit/structure.ts";
import { holdPage } from "./html/hold-page.ts";
import { readMetrics } from "./metrics/read-metrics.ts";
import { sarifReader } from "./sarif-log.ts";
import { withInertStreams } from "../../src/terminal/streams.ts";

/** Elements that our Markdown becomes; `a` only where we link, which these tests do not. */
const OURS = new Set(
  "h3 h4 p table thead tbody tr th td strong em code pre ul li br sub details summary span wbr".split(" "),
);

/** Elements of a page and their attributes, as a browser finds them: no text may start a tag. */
function elements(html: string): { name: string; attributes: string }[] {
  return Array.from(html.matchAll(/<\/?([a-z][a-z0-9-]*)\b([^>]*)>/gi), ([, name = "", attributes = ""]) => ({
    name: name.toLowerCase(),
    attributes: attributes.trim(),
  }));
}

function pages(report: Report): string[] {
  const mark = { key: "0".repeat(16), run: 1, state: report.gate } as const;
  return [renderSummary(report, gateRules(report)), renderComment(report, gateRules(report), { mark })].map(
    (text) => marked.parse(text, { async: false, gfm: true }),
  );
}

/** A report file with the findings of its run alone in its list. */
export function ofRunOnly(written: Report): Report {
  return { ...written, findings: written.findings.filter(({ domain }) => domain === undefined) };
}

/** A text as the command prints it. */
function printed(text: string): string {
  let all = "";
  const stream = { write: (piece: string) => void (all += piece), on: () => undefined };
  withInertStreams({ env: {}, stdout: stream, stderr: stream }).stdout.write(text);
  return all;
}

const readSarif = sarifReader();

export interface Harmlessness {
  readonly name: string;
  /** Throws where a report breaks it. */
  hold(report: Report): void;
}

/** The promise that sees to each file that a run writes, by its name in {@link HARMLESS}. */
export const PROMISE_OF: Readonly<Record<FileKind, string>> = {
  "junit-file": "XML and SARIF are valid, and say no more than the finding does",
  "report-file": "JSON has nothing that a terminal would obey, and reads as the same report",
  "sarif-file": "XML and SARIF are valid, and say no more than the finding does",
  "summary-file": "the rendered pages have no foreign element and no attribute of one",
  "html-file": "the HTML page has no element and no attribute but its own, and hides nothing",
  "metrics-file": "every line of the metrics is a comment or a sample, and no sample is there twice",
};

/** The promises, each to be held by every report. */
export const HARMLESS: readonly Harmlessness[] = [
  {
    name: "JSON has nothing that a terminal would obey, and reads as the same report",
    hold(report) {
      const text = [...renderJson(report)].join("");
      assert.doesNotMatch(text.trimEnd(), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      assert.deepEqual(ofRunOnly(JSON.parse(text) as Report), JSON.parse(JSON.stringify(report)));
    },
  },
  {
    name: "the rendered pages have no foreign element and no attribute of one",
    hold(report) {
      for (const html of pages(report)) {
        const mark = /^<!-- mx-gate:comment [^<>]* -->/;
        const body = html.replace(mark, "");
        assert.doesNotMatch(body, /<!|<\?/);
        for (const { name: element, attributes } of elements(body)) {
          assert.ok(OURS.has(element), `<${element} ${attributes}>`);
          assert.match(attributes, /^$|^class="language-(?:sh|text)"$|^\/$/);
        }
      }
    },
  },
  {
    name: "the pages mention nobody and link nowhere",
    hold(report) {
      for (const html of pages(report)) {
        const text = html.replaceAll(/<pre>[^]*?<\/pre>|<code>[^]*?<\/code>/g, "");
        assert.doesNotMatch(text, /@(?!<wbr>)[a-z]|(?<!&)#(?!<wbr>)\d|https?:\/\/|www\.|\bGH-\d/);
      }
    },
  },
  {
    name: "the HTML page has no element and no attribute but its own, and hides nothing",
    hold(report) {
      const page = [...renderPage(report, gateRules(report))].join("");
      holdPage(page);
    },
  },
  {
    name: "every line of the metrics is a comment or a sample, and no sample is there twice",
    hold(report) {
      readMetrics([...renderMetrics(report)].join(""));
    },
  },
  {
    name: "every <details> ends, and nothing is hidden",
    hold(report) {
      for (const html of pages(report)) {
        const depth = elements(html).filter((one) => one.name === "details").length;
        assert.equal(depth % 2, 0);
        assert.doesNotMatch(html.replaceAll("\n", ""), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }
    },
  },
  {
    name: "the runner finds no command in the log, and one in an annotation",
    hold(report) {
      const rules = gateRules(report);
      const lines = [
        ...blockLines(renderTerminal(report, rules, { width: 100, colour: true, verbose: true })),
      ];
      for (const line of lines.map(logLine)) {
        assert.doesNotMatch(line, /[\r\n]|##\[/);
        assert.doesNotMatch(line.replaceAll(/\u001b\[\d+m/g, "").trim(), /^::/);
        assert.doesNotMatch(line.replaceAll(/\u001b\[\d+m/g, ""), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }
      for (const annotation of renderAnnotations(report, rules)) {
        const command = annotationCommand(annotation);
        assert.doesNotMatch(command, /[\r\n]|##\[/);
        const [, properties = ""] =
          /^::(?:error|warning|notice) (.*?)::/.exec(command) ?? assert.fail(command);
        assert.deepEqual(
          properties.split(",").map((one) => one.split("=")[0]),
          annotation.file === undefined ? ["title"] : ["title", "file", "line"],
        );
      }
    },
  },
  {
    name: "no CI runner finds a command in any output, whoever prints it",
    hold(report) {
      const rules = gateRules(report);
      const mark = { key: "0".repeat(16), run: 1, state: report.gate } as const;
      const lines = blockLines(renderTerminal(report, rules, { width: 60, colour: true, verbose: true }));
      // A new file is demanded here by tsc.
      const texts: Readonly<Record<FileKind | "comment" | "command", string>> = {
        "report-file": [...renderJson(report)].join(""),
        "junit-file": [...renderJunit(report, rules)].join(""),
        "sarif-file": [...renderSarif(report)].join(""),
        "html-file": [...renderPage(report, rules)].join(""),
        "metrics-file": [...renderMetrics(report)].join(""),
        "summary-file": renderSummary(report, rules),
        comment: renderComment(report, rules, { mark }),
        command: printed([...lines].join("\n")),
      };
      for (const [output, text] of Object.entries(texts)) {
        assert.deepEqual(commandsOfRunners(text), [], output);
      }
    },
  },
  {
    name: "XML and SARIF are valid, and say no more than the finding does",
    hold(report) {
      const rules = gateRules(report);
      readJunit([...renderJunit(report, rules)].join(""));
      for (const { message } of readSarif([...renderSarif(report)].join("")).results) {
        assert.doesNotMatch(message.text, /\]\(|\{\d+\}/);
        assert.doesNotMatch(message.text.replaceAll("\n", ""), /[\p{Cc}\p{Cf}\p{Cs}]/u);
      }
    },
  },
];
