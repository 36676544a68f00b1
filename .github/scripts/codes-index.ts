/**
 * docs/codes/README.md: every code of the registry by check, with its default severity and the sentence that
 * its page begins with. The table at the head of each page comes from here, too.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { CHECKS } from "../../src/judge/checks/all.ts";
import type { Diagnostic } from "../../src/judge/diagnostics/diagnostic.ts";
import { CODES, describe, isCode } from "../../src/judge/diagnostics/registry.ts";

const PAGES = fileURLToPath(new URL("../../docs/codes", import.meta.url));

const HEAD = `<!-- Generated from src/judge/diagnostics and the pages: npm run generate. -->

# Codes

Every finding has one of these codes. The page of a code says what you see, what usually causes it, how to check it by
hand, and how to fix it. \`mx-gate explain CODE\` prints the page in a terminal.

The table shows the default severity. To change it to \`off\`, \`notice\`, \`warning\`, \`error\` or \`inconclusive\`, add a
line to the setting \`severity\`:

    severity: |
      tls-legacy-accepted: error

A finding that is \`off\` stays in every report, marked, and its check becomes \`waived\` (or \`skip\` if the code is
inconclusive). Such a line never turns something that was not seen to work into \`pass\`, and it changes no score. Every
report lists the codes that are turned off or lowered (\`policy-silences\`).

The pages show the command to confirm a finding with example names. The command in a report has the server, query and
addresses of the finding itself. For DNS it asks the name server that answered (\`@192.0.2.53\`), and for SMTP it greets
with the name that the test used (\`--ehlo\`).
`;

type RaisedBy = Diagnostic["check"];

/** Headings in the order of the report: the checks, then what any step may raise, then the run itself. */
const SECTIONS: readonly (readonly [RaisedBy, string])[] = [
  ...CHECKS.map(({ id, title }) => [id, `${title} (\`${id}\`)`] as const),
  ["session", "Any step of the dialog"],
  ["run", "The run itself"],
];

/** The page of a code. @throws where there is none */
export function codePage(code: string): string {
  return readFileSync(path.join(PAGES, `${code}.md`), "utf8");
}

/** What a page says that its code means: the paragraph below the title. */
export function meaningOf(page: string): string {
  return (page.split("\n\n")[1] ?? "").replaceAll("\n", " ").trim();
}

/** The facts of the registry as they stand at the head of a code's page. */
export function codeTable(code: string): string {
  if (!isCode(code)) throw new Error(`${code} is not a code.`);
  const { check, severity, reference, resultType } = describe(code);
  const facts: (readonly [string, string | undefined])[] = [
    ["Check", whereRaised(check)],
    ["Default severity", severity],
    ["Reference", reference],
    ["TLSRPT result type", resultType],
  ];
  const known = facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined);
  return markdownTable([known.map(([name]) => name), known.map(([, value]) => value)]);
}

/** The index of all codes, as Markdown. @throws where a code has no page or a check no section */
export function codesIndex(): string {
  const listed = SECTIONS.map(([check, title]) => {
    const codes = CODES.filter((code) => isCode(code) && describe(code).check === check);
    return { codes, text: codes.length === 0 ? "" : `\n## ${title}\n\n${sectionTable(codes)}` };
  });
  const left = CODES.filter((code) => !listed.some(({ codes }) => codes.includes(code)));
  if (left.length > 0) throw new Error(`The index of codes has no section for ${left.join(", ")}.`);
  return HEAD + listed.map(({ text }) => text).join("");
}

function sectionTable(codes: readonly string[]): string {
  const rows = codes.map((code) => [
    `[${code}](${code}.md)`,
    isCode(code) ? describe(code).severity : "",
    meaningOf(codePage(code)),
  ]);
  return markdownTable([["Code", "Default", "Meaning"], ...rows]);
}

function whereRaised(check: RaisedBy): string {
  if (check === "session") return "any step";
  return check === "run" ? "the run" : `\`${check}\``;
}

/** A table as Prettier writes it, so that lint has nothing to say of the generated file. */
function markdownTable(rows: readonly (readonly string[])[]): string {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = (escaped[0] ?? []).map((_, column) =>
    Math.max(3, ...escaped.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |\n`;
  const [head = [], ...body] = escaped;
  return line(head) + line(widths.map((width) => "-".repeat(width))) + body.map(line).join("");
}
