/** YAML with the place of every word: the text of a policy file as a tree of plain values. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
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
} from "../bounds.ts";
import { shown, type ConfigurationProblem } from "../../text/configuration-error.ts";
import { tooDeepAt } from "./yaml-depth.ts";
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

/** One problem for each line: what follows from the first is no news. */
function syntaxProblems(errors: readonly (YAMLError | YAMLWarning)[], lines: LineCounter): PlacedProblem[] {
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
          `${shown(`*${node.source}`)} is not an anchor of this file. Write &${node.source} first.`,
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
