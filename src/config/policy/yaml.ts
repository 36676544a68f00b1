/** YAML with the place of every word: the text of a policy file as a tree of plain values. */
import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  type Node,
  type YAMLError,
} from "yaml";
import {
  POLICY_ALIASES,
  POLICY_CHARACTERS,
  POLICY_DEPTH,
  POLICY_NODES,
  POLICY_SYNTAX_PROBLEMS,
  POLICY_VALUES,
} from "../bounds.ts";
import { atOnce, type Steps } from "../../system/steps.ts";
import { shown, type ConfigurationProblem } from "../../text/configuration-error.ts";
import { Nesting } from "./yaml-depth.ts";
import { SYNTAX } from "./yaml-errors.ts";

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

/** A problem with a part of the file, at its place. */
export function placed({
  part,
  message,
}: {
  readonly part: PlacedValue;
  readonly message: string;
}): PlacedProblem {
  return { ...part.position, message };
}

/** What is wrong with the text of the file, without the file's name. */
export type PlacedProblem = ConfigurationProblem & TextPosition;

export interface ReadYaml {
  /** Undefined where the file is empty or no YAML. */
  readonly root: PlacedValue | undefined;
  readonly problems: readonly PlacedProblem[];
}

/** Reads the text of a policy file, at once. Never throws. */
export function readYaml(text: string): ReadYaml {
  return atOnce(readingYaml(text));
}

/** The same in steps. */
export function* readingYaml(text: string): Steps<ReadYaml> {
  const start = { line: 1, column: 1 };
  if (text.length > POLICY_CHARACTERS) {
    const message = `The file has ${String(text.length)} characters; at most ${String(POLICY_CHARACTERS)} are read.`;
    return { root: undefined, problems: [{ ...start, message }] };
  }
  const lines = new LineCounter();
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  const nesting = new Nesting();
  const parser = new Parser(lines.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    if (nesting.isTooDeepAt(lexeme)) {
      const before = text.slice(0, nesting.offset).split("\n");
      const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
      return { root: undefined, problems: [{ ...position, message: "The file is nested too deeply." }] };
    }
    if (nesting.nodes > POLICY_NODES) {
      const message = `The file has more keys, values and lists than ${String(POLICY_NODES)}. Put long lists of domains into a file of domains-file.`;
      return { root: undefined, problems: [{ ...start, message }] };
    }
    tokens.push(...parser.next(lexeme));
    yield;
  }
  tokens.push(...parser.end());
  const documents = new Composer({ uniqueKeys: false }).compose(tokens, true, text.length);
  const document = withoutStacks(() => documents.next().value);
  yield;
  if (document === undefined) return { root: undefined, problems: [] };
  const second = withoutStacks(() => documents.next().value);
  yield;
  const wrong: WrongAt[] = [...document.errors, ...document.warnings];
  if (second !== undefined) wrong.push({ code: "MULTIPLE_DOCS", pos: second.range });
  if (wrong.length > 0) return { root: undefined, problems: syntaxProblems(wrong, lines) };
  const reader = new Reader(lines);
  const root = document.contents === null ? undefined : yield* reader.read(document.contents, 0);
  if (reader.excess !== undefined) return { root: undefined, problems: [reader.excess] };
  return { root: root?.value === null ? undefined : root, problems: reader.problems };
}

/** Does what makes an error for each mistake of a text: their stacks, which nobody reads, would take most of the time. */
function withoutStacks<Result>(work: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** A kind of mistake, and the offset at which it begins. */
interface WrongAt {
  readonly code: YAMLError["code"];
  readonly pos: readonly [number, ...number[]];
}

/** One problem for each line: what follows from the first is no news. */
function syntaxProblems(errors: readonly WrongAt[], lines: LineCounter): PlacedProblem[] {
  const byLine = new Map<number, PlacedProblem>();
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const position = positionAt(lines, error.pos[0]);
    if (!byLine.has(position.line)) byLine.set(position.line, { ...position, message: SYNTAX[error.code] });
  }
  return [...byLine.values()].slice(0, POLICY_SYNTAX_PROBLEMS);
}

function positionAt(lines: LineCounter, offset: number): TextPosition {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Walks the document once, with a bound on what aliases unfold to. */
class Reader {
  readonly problems: PlacedProblem[] = [];
  readonly #lines: LineCounter;
  /** What each anchor stands for where the reader is: a later one of the same name takes its place. */
  readonly #anchors = new Map<string, Node>();
  /** How many aliases stand around the node that is read. */
  #unfolding = 0;
  readonly #reported = new Set<string>();
  /** Where reading was given up; what was read before it is of no use. */
  excess: PlacedProblem | undefined;
  #values = 0;
  #aliases = 0;

  constructor(lines: LineCounter) {
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

  *read(node: unknown, depth: number): Steps<PlacedValue> {
    const position = isNode(node) ? this.#positionOf(node) : { line: 1, column: 1 };
    const nothing: PlacedValue = { position, value: null };
    if (this.excess !== undefined) return nothing;
    yield;
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
      const target = this.#anchors.get(node.source);
      if (target === undefined) {
        this.#problem(
          position,
          `${shown(`*${node.source}`)} is not an anchor of this file. Write &${node.source} first.`,
        );
        return nothing;
      }
      this.#unfolding++;
      const value = yield* this.read(target, depth + 1);
      this.#unfolding--;
      return { ...value, position };
    }
    this.#keepAnchor(node);
    if (isScalar(node)) return { position, value: plainScalar(node.value) };
    if (isSeq(node)) {
      const items: PlacedValue[] = [];
      for (const item of node.items) items.push(yield* this.read(item, depth + 1));
      return { position, value: items.map(({ value }) => value), items };
    }
    return isMap(node) ? yield* this.#readMap(node.items, position, depth) : nothing;
  }

  #keepAnchor(node: unknown): void {
    if (this.#unfolding > 0 || !isNode(node) || isAlias(node) || node.anchor === undefined) return;
    this.#anchors.set(node.anchor, node);
  }

  *#readMap(
    pairs: readonly { key: unknown; value: unknown }[],
    position: TextPosition,
    depth: number,
  ): Steps<PlacedValue> {
    const entries: PlacedEntry[] = [];
    const seen = new Map<string, TextPosition>();
    for (const { key, value } of pairs) {
      this.#keepAnchor(key);
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
        value: value === null ? { position: at, value: null } : yield* this.read(value, depth + 1),
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
