/**
 * Makes words fit for where they go: one function per destination.
 *
 * Words that quote() made are printable already. A report that was read from a file may hold anything, so each
 * function here makes the invisible visible once more (which leaves printable words as they are) before it
 * neutralises what its destination would take for its own language.
 */
import { INVISIBLE_CLASS, quote } from "./quote.ts";

/** Printable, on one line, and without the word that makes a CI runner obey a line from its middle. */
function visible(text: string): string {
  return disarmed(quote(text, Number.POSITIVE_INFINITY));
}

/** Nearly all text is this, and passed over at once: plain lines without what any destination here obeys. */
const PLAIN_LINES = /^[ -~\n]*$/;

function isPlain(text: string): boolean {
  return PLAIN_LINES.test(text) && !text.includes("##") && !text.includes("::");
}

/** Line breaks in these texts are ours: renderers join lines, and words have none. */
function visibleLines(text: string): string {
  return isPlain(text) ? text : text.split("\n").map(visible).join("\n");
}

/** For a terminal: nothing that moves the cursor, colours, or turns the reading direction. */
export function terminal(text: string): string {
  return visible(text);
}

/** The same for a text of several lines, whose line breaks are ours. */
export function terminalLines(text: string): string {
  return visibleLines(text);
}

/**
 * The form of a command that is obeyed anywhere in a line: `##[error]` (actions/runner ActionCommand.cs, Azure
 * Pipelines), `##vso[task.setvariable]` (Azure Pipelines), `##teamcity[buildStatus]`. A backslash makes it readable
 * text. Every destination does without it: what is a file today is printed by the next step tomorrow.
 */
function disarmed(text: string): string {
  return text.includes("##") ? text.replaceAll(/##(?=[\w-]*\[)/g, "##\\") : text;
}

/** Data of a workflow command, behind its second `::`. Line breaks stay line breaks. */
export function commandData(text: string): string {
  return visibleLines(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

/** Value of a property of a workflow command, such as `title`. */
export function commandProperty(text: string): string {
  return visible(text).replaceAll("%", "%25").replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/**
 * The start of a line, with what .NET trims there and the colours and cursor moves that a renderer may have put there.
 * GitHub's runner looks for commands before it strips colours; a reader that strips them first must find none, either.
 */
const COMMAND_START = /(^|[\r\n])((?:[^\S\r\n]|\x85|\x1b\[[\d;]*[A-Za-z])*)(?=:(?:\x1b\[[\d;]*[A-Za-z])*:)/gu;

/**
 * Lines of ours that a CI runner may read, colours included: none of them is a command. The runner obeys a line that
 * starts with `::` once trimmed, and ends lines at a carriage return, too; a backslash makes it readable text.
 */
export function inertLines(text: string): string {
  return isPlain(text) ? text : disarmed(text).replaceAll(COMMAND_START, "$1$2\\");
}

/** A whole line of the step log, which stays one line. */
export function logLine(line: string): string {
  return inertLines(line.replaceAll(/[\r\n]/g, " "));
}

/** Value of a label of a metric, between double quotes (OpenMetrics 1.0, escaped-string). */
export function metricLabel(text: string): string {
  return visible(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"');
}

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Value of an HTML attribute in double quotes. */
export function htmlAttribute(text: string): string {
  return visible(text).replaceAll(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? character);
}

/** Emoji names that a group of an IPv6 address or of a time can spell; its other groups are no emoji. */
const HEX_EMOJI = "(?:a|b|ab|abc|abcd|bee|cd|100|1234):";

/**
 * What GitHub would turn into a link, a mention, an emoji or a formula in any text node. Escapes do not help:
 * it looks at the text after they are resolved. A `<wbr>` ends the text node and leaves no trace in a copy.
 */
const LIVELY = `@|#|:(?=//|${HEX_EMOJI}|(?![\\da-f]{1,4}:)[\\w+-]+:)|www(?=\\.)|\\bGH(?=-\\d)|\\$`;

function settle(lively: string): string {
  // GitHub documents the span as the way to write a dollar that starts no formula.
  return lively === "$" ? "<span>$</span>" : `${lively}<wbr>`;
}

const HTML_SPECIAL = new RegExp(`[&<>"']|${LIVELY}`, "giu");

/** HTML text, as in `<summary>`. */
export function html(text: string): string {
  return visible(text).replaceAll(HTML_SPECIAL, (found) => HTML_ENTITIES[found] ?? settle(found));
}

const MARKDOWN_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  // A backslash before these two means different things to a table and to the text in it.
  "|": "&#124;",
  "\\": "&#92;",
};

const MARKDOWN_SPECIAL = new RegExp(`[&<>|\\\\\`*_[\\]~]|${LIVELY}`, "giu");

/** Inline Markdown (GitHub's), and the text of a table cell. */
export function markdown(text: string): string {
  return visible(text)
    .trim()
    .replaceAll(MARKDOWN_SPECIAL, (found) => {
      const entity = MARKDOWN_ENTITIES[found];
      if (entity !== undefined) return entity;
      return "`*_[]~".includes(found) ? `\\${found}` : settle(found);
    })
    .replace(/^([-+=]|::)/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** So many backticks that none in `text` ends what they start. */
function fenceFor(text: string, atLeast: number): string {
  let length = atLeast;
  for (const [run] of text.matchAll(/`+/g)) length = Math.max(length, run.length + 1);
  return "`".repeat(length);
}

/** A Markdown code span in running text; nothing for an empty text. Not for a table cell: `|` would end it. */
export function codeSpan(text: string): string {
  const content = visible(text);
  if (content === "") return "";
  const fence = fenceFor(content, 1);
  // One space on both sides is taken off again (CommonMark 6.1), but not where all of it is spaces.
  const padding = /^[ `]|[ `]$/.test(content) && content.trim() !== "" ? " " : "";
  return `${fence}${padding}${content}${padding}${fence}`;
}

/** A fenced block of Markdown code, without the line break behind it. */
export function fencedBlock(lines: readonly string[], language = ""): string {
  const content = lines.map((line) => inertLines(visible(line)));
  const fence = fenceFor(content.join("\n"), 3);
  return [`${fence}${language}`, ...content, fence].join("\n");
}

/**
 * Text of a SARIF message, whose own language has links and placeholders (SARIF 2.1.0 3.11.5, 3.11.6). Brackets
 * that would be a link are parted, since viewers differ in whether they know the escape.
 */
export function sarifText(text: string): string {
  return inertLines(visibleLines(text))
    .replaceAll("](", "] (")
    .replaceAll(/\{(?=\d+\})/g, "{ ");
}

/** Text for a CDATA section of XML, which nothing in it ends. */
export function xml(text: string): string {
  return (isPlain(text) ? text : inertLines(visibleLines(text))).replaceAll("]]>", "]] >");
}

const XML_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "\n": "&#xA;",
};

/** Value of an XML attribute in double quotes. */
export function xmlAttribute(text: string): string {
  return xml(text).replaceAll(/[&<"\n]/g, (character) => XML_ENTITIES[character] ?? character);
}

/** What JSON may hold as it is and a terminal or an editor may obey. */
const JSON_LIVELY = new RegExp(`[${INVISIBLE_CLASS}]`, "gu");

/** What a CI runner may obey in a line of JSON: `#[`, `##word[`, and `::` where a string starts, behind blanks too. */
const JSON_COMMANDS = /#(?=#|\[)|(?<=[" ]):(?=:)/g;

function jsonEscape(text: string): string {
  return Array.from(
    { length: text.length },
    (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("");
}

/**
 * JSON without line breaks, made inert: what is invisible, or a command to a CI runner, stands in it as `\uXXXX`, and
 * reads as the same again.
 */
export function json(text: string): string {
  // Nearly all of it is ASCII and no command, and passed over at once.
  const visible = text.replaceAll(/[^ -~]+/g, (run) => run.replaceAll(JSON_LIVELY, jsonEscape));
  const mayCommand = visible.includes("::") || visible.includes("#");
  return mayCommand ? visible.replaceAll(JSON_COMMANDS, jsonEscape) : visible;
}
