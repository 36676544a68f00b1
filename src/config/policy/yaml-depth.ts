/** How deep a text of YAML is nested, before anything is made of it. */
import { CST, Lexer } from "yaml";
import { POLICY_DEPTH } from "../bounds.ts";

/**
 * Offset at which collections within collections are deeper than any policy is; undefined where none are. The library
 * composes by recursion, so what is nested without end must not get there.
 */
export function tooDeepAt(text: string): number | undefined {
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
