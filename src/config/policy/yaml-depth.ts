/** How deep a text of YAML is nested, and how much stands in it, before anything is made of it. */
import { CST } from "yaml";
import { POLICY_DEPTH } from "../bounds.ts";

/**
 * Counts how many collections are open in each other while the tokens of a text come by. The library composes by
 * recursion, so what is nested without end must not get there.
 */
export class Nesting {
  /** Of the token that comes next, in the text. */
  #offset = 0;
  #lineStart = 0;
  #flow = 0;
  /** Columns at which the open block collections begin. */
  readonly #blocks: number[] = [];
  #opens = true;
  #isText = false;
  #nodes = 0;

  /** Keys, values, and marks of collections so far. */
  get nodes(): number {
    return this.#nodes;
  }

  get offset(): number {
    return this.#offset;
  }

  /** Takes the next token of the lexer; true where it stands deeper than any policy is. */
  isTooDeepAt(token: string): boolean {
    // Behind its mark stands a scalar as it is written.
    const type: CST.TokenType | null = this.#isText ? null : CST.tokenType(token);
    this.#isText = type === "scalar";
    if (type !== null && NODES.has(type)) this.#nodes++;
    if (type === "flow-seq-start" || type === "flow-map-start") this.#flow++;
    else if (type === "flow-seq-end" || type === "flow-map-end") this.#flow = Math.max(0, this.#flow - 1);
    else if (this.#flow === 0 && this.#opens && type !== null && !BETWEEN.has(type)) {
      const column = this.#offset - this.#lineStart;
      while ((this.#blocks.at(-1) ?? -1) >= column) this.#blocks.pop();
      this.#blocks.push(column);
      // Behind an indicator another collection may begin on the same line.
      this.#opens = type === "seq-item-ind" || type === "explicit-key-ind" || type === "map-value-ind";
    }
    if (this.#flow + this.#blocks.length > 2 * POLICY_DEPTH) return true;
    if (type !== null && MARKS.has(type)) return false;
    this.#offset += token.length;
    const newline = token.lastIndexOf("\n");
    if (newline < 0) return false;
    this.#lineStart = this.#offset - (token.length - newline - 1);
    this.#opens = true;
    return false;
  }
}

/** Tokens with which the lexer marks what follows; they are not in the text. */
const MARKS: ReadonlySet<string> = new Set(["scalar", "doc-mode", "flow-error-end"]);

/** Tokens of which each is a node of its own, begins or ends one, or a mistake. */
const NODES: ReadonlySet<string> = new Set([
  "directive-line",
  "doc-start",
  "doc-end",
  "flow-seq-end",
  "flow-map-end",
  "scalar",
  "single-quoted-scalar",
  "double-quoted-scalar",
  "alias",
  "flow-seq-start",
  "flow-map-start",
  "seq-item-ind",
  "map-value-ind",
]);

/** Tokens that begin nothing. */
const BETWEEN: ReadonlySet<string> = new Set(["space", "newline", "comment", "doc-mode", "byte-order-mark"]);
