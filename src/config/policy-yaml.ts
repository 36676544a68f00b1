/** YAML with the place of every word: the text of a policy file as a tree of plain values. */
import {
  CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type ErrorCode,
  type Node,
  type YAMLError,
  type YAMLWarning,
} from "yaml";
import {
  POLICY_ALIASES,
  POLICY_CHARACTERS,
  POLICY_DEPTH,
  POLICY_SYNTAX_PROBLEMS,
  POLICY_VALUES,
} from "./bounds.ts";
import { shown, type ConfigurationProblem } from "../text/configuration-error.ts";

/** Place of a word; both count from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** A value with its place; lists and mappings with those of their parts. */
export interface PlacedValue {
  readonly position: TextPosition;
  /** The plain value: text, number, boolean, null, list or mapping. */
  readonly value: unknown;
  readonly items?: readonly PlacedValue[];
  readonly entries?: readonly PlacedEntry[];
}

export interface PlacedEntry {
  readonly key: string;
  readonly position: TextPosition;
  readonly value: PlacedValue;
}

/** What is wrong with the text of the file, without the file's name. */
export type PlacedProblem = ConfigurationProblem & TextPosition;

export interface ReadYaml {
  /** Undefined where the file is empty or no YAML. */
  readonly root: PlacedValue | undefined;
  readonly problems: readonly PlacedProblem[];
}

/** Reads the text of a policy file. Never throws. */
export function readYaml(text: string): ReadYaml {
  const start = { line: 1, column: 1 };
  if (text.length > POLICY_CHARACTERS) {
    const message = `The file has ${String(text.length)} characters; at most ${String(POLICY_CHARACTERS)} are read.`;
    return { root: undefined, problems: [{ ...start, message }] };
  }
  const lines = new LineCounter();
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
    return {
      root: undefined,
      problems: [{ ...positionAt(lines, deep), message: "The file is nested too deeply." }],
    };
  }
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const targets = targetsOf(document);
  const wrong = [...document.errors, ...document.warnings];
  if (wrong.length > 0) return { root: undefined, problems: syntaxProblems(wrong, lines) };
  const reader = new Reader(targets, lines);
  const root = document.contents === null ? undefined : reader.read(document.contents, 0);
  if (reader.excess !== undefined) return { root: undefined, problems: [reader.excess] };
  return { root: root?.value === null ? undefined : root, problems: reader.problems };
}

/**
 * Offset at which collections within collections are deeper than any policy is; undefined where none are. The library
 * composes by recursion, so what is nested without end must not get there.
 */
function tooDeepAt(text: string): number | undefined {
  let offset = 0;
  let lineStart = 0;
  let flow = 0;
  /** Columns at which the open block collections begin. */
  const blocks: number[] = [];
  let opens = true;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    // Behind its mark stands a scalar as it is written.
    const type: CST.TokenType | null = isText ? null : CST.tokenType(token);
    isText = type === "scalar";
    if (type === "flow-seq-start" || type === "flow-map-start") flow++;
    else if (type === "flow-seq-end" || type === "flow-map-end") flow = Math.max(0, flow - 1);
    else if (flow === 0 && opens && type !== null && !BETWEEN.has(type)) {
      const column = offset - lineStart;
      while ((blocks.at(-1) ?? -1) >= column) blocks.pop();
      blocks.push(column);
      // Behind an indicator another collection may begin on the same line.
      opens = type === "seq-item-ind" || type === "explicit-key-ind" || type === "map-value-ind";
    }
    if (flow + blocks.length > 2 * POLICY_DEPTH) return offset;
    if (type !== null && MARKS.has(type)) continue;
    offset += token.length;
    const newline = token.lastIndexOf("\n");
    if (newline < 0) continue;
    lineStart = offset - (token.length - newline - 1);
    opens = true;
  }
  return undefined;
}

/** Tokens with which the lexer marks what follows; they are not in the text. */
const MARKS: ReadonlySet<string> = new Set(["scalar", "doc-mode", "flow-error-end"]);

/** Tokens that begin nothing. */
const BETWEEN: ReadonlySet<string> = new Set(["space", "newline", "comment", "doc-mode", "byte-order-mark"]);

/** One problem for each line: what follows from the first is no news. */
function syntaxProblems(errors: readonly (YAMLError | YAMLWarning)[], lines: LineCounter): PlacedProblem[] {
  const byLine = new Map<number, PlacedProblem>();
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const position = positionAt(lines, error.pos[0]);
    if (!byLine.has(position.line)) byLine.set(position.line, { ...position, message: SYNTAX[error.code] });
  }
  return [...byLine.values()].slice(0, POLICY_SYNTAX_PROBLEMS);
}

/** What each error of the library means. Its own words quote the file, and speak of its own insides. */
const SYNTAX: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: "An alias (*) takes no anchor and no tag. Take them out.",
  BAD_ALIAS: "An alias or anchor (* or &) has a name that is not allowed here. Use letters and digits.",
  BAD_COLLECTION_TYPE: "A tag stands before a value that it does not fit. Take the tag out.",
  BAD_DIRECTIVE: "This is not a directive of YAML. Take the line out.",
  BAD_DQ_ESCAPE: "This escape is not one of YAML's. Use single quotes, in which a backslash is itself.",
  BAD_INDENT:
    "The lines of this value are not indented alike, or a closing bracket is missing or not indented.",
  BAD_PROP_ORDER: "Anchors and tags stand behind the dash or the colon. Move this one there.",
  BAD_SCALAR_START: "A word cannot begin with this character in YAML. Put the word in quotes.",
  BLOCK_AS_IMPLICIT_KEY: "A second key stands on this line. Put it on a line of its own.",
  BLOCK_IN_FLOW: "Within brackets, write lists as [a, b] and mappings as { a: b }.",
  DUPLICATE_KEY: "This key is set twice. Keep one.",
  IMPOSSIBLE: "This is not valid YAML.",
  KEY_OVER_1024_CHARS: "This key is longer than 1024 characters.",
  MISSING_CHAR: "A character is missing here: a colon, a comma, a quote, a bracket or a space.",
  MULTILINE_IMPLICIT_KEY: "A key stands on one line, with its colon.",
  MULTIPLE_ANCHORS: "A value has one anchor (&) at most. Take the others out.",
  MULTIPLE_DOCS: "A second document begins here (---). A policy file is one document.",
  MULTIPLE_TAGS: "This is a tag (!); a policy file knows none. Take it out.",
  NON_STRING_KEY: "A key must be a word.",
  RESOURCE_EXHAUSTION: "The file is nested too deeply.",
  TAB_AS_INDENT: "A tab stands where YAML takes spaces only. Indent with spaces.",
  TAG_RESOLVE_FAILED: "This is a tag (!); a policy file knows none. Take it out.",
  UNEXPECTED_TOKEN: "This is not expected here. Check the line's quotes, brackets and indentation.",
};

function positionAt(lines: LineCounter, offset: number): TextPosition {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** What each alias stands for, where that is anything. */
type Targets = ReadonlyMap<Alias, Node>;

/** Finds the targets of all aliases in one walk: the library walks the whole document for each of them. */
function targetsOf(document: Document.Parsed): Targets {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

/** Walks the document once, with a bound on what aliases unfold to. */
class Reader {
  readonly problems: PlacedProblem[] = [];
  readonly #targets: Targets;
  readonly #lines: LineCounter;
  readonly #reported = new Set<string>();
  /** Where reading was given up; what was read before it is of no use. */
  excess: PlacedProblem | undefined;
  #values = 0;
  #aliases = 0;

  constructor(targets: Targets, lines: LineCounter) {
    this.#targets = targets;
    this.#lines = lines;
  }

  #positionOf(node: Node): TextPosition {
    return positionAt(this.#lines, node.range?.[0] ?? 0);
  }

  #problem(position: TextPosition, message: string): void {
    const known = `${String(position.line)} ${message}`;
    if (this.#reported.has(known)) return;
    this.#reported.add(known);
    this.problems.push({ ...position, message });
  }

  read(node: unknown, depth: number): PlacedValue {
    const position = isNode(node) ? this.#positionOf(node) : { line: 1, column: 1 };
    const nothing: PlacedValue = { position, value: null };
    if (this.excess !== undefined) return nothing;
    this.#values++;
    if (isAlias(node)) this.#aliases++;
    if (depth > POLICY_DEPTH || this.#values > POLICY_VALUES || this.#aliases > POLICY_ALIASES) {
      this.excess = {
        ...position,
        message: "The file is nested too deeply, or its aliases unfold to too much.",
      };
      return nothing;
    }
    if (isAlias(node)) {
      const target = this.#targets.get(node);
      if (target === undefined) {
        this.#problem(
          position,
          `${shown(`*${node.source}`)} is no anchor of this file. Write &${node.source} first.`,
        );
        return nothing;
      }
      return { ...this.read(target, depth + 1), position };
    }
    if (isScalar(node)) return { position, value: plainScalar(node.value) };
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item, depth + 1));
      return { position, value: items.map(({ value }) => value), items };
    }
    return isMap(node) ? this.#readMap(node.items, position, depth) : nothing;
  }

  #readMap(
    pairs: readonly { key: unknown; value: unknown }[],
    position: TextPosition,
    depth: number,
  ): PlacedValue {
    const entries: PlacedEntry[] = [];
    const seen = new Map<string, TextPosition>();
    for (const { key, value } of pairs) {
      const at = isNode(key) ? this.#positionOf(key) : position;
      const name = isScalar(key) ? String(key.source ?? key.value) : undefined;
      if (name === undefined) {
        this.#problem(at, "A key must be a word.");
        continue;
      }
      const before = seen.get(name);
      if (before !== undefined) {
        this.#problem(at, `${name} is set twice; line ${String(before.line)} has it already. Keep one.`);
        continue;
      }
      seen.set(name, at);
      // A key without a value has no node; what is missing is told at the key.
      entries.push({
        key: name,
        position: at,
        value: value === null ? { position: at, value: null } : this.read(value, depth + 1),
      });
    }
    const value = Object.fromEntries(entries.map((entry) => [entry.key, entry.value.value]));
    return { position, value, entries };
  }
}

function isNode(node: unknown): node is Node {
  return isAlias(node) || isScalar(node) || isSeq(node) || isMap(node);
}

/** YAML's scalars are text, numbers, booleans and null. */
function plainScalar(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
