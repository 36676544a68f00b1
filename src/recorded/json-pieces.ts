/** JSON texts of any length in pieces that are parsed at once: between two of them others get a turn. */
import type { Steps } from "../system/steps.ts";

/** Characters of a list or object that is parsed at once. */
const PIECE = 500_000;
/** Nesting of lists and objects that are too long for one piece; a report has four of them. */
const LONG_LEVELS = 32;

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /[^\s,\]}]+/y;

/**
 * Parses a text as `JSON.parse` does, in steps.
 * @param piece characters that are parsed at once
 * @throws SyntaxError where it is no JSON, or long lists and objects are nested deeper than any report has them
 */
export function* parsingJson(text: string, piece = PIECE): Steps<unknown> {
  const pieces = new Pieces(text, piece);
  const value = yield* pieces.value(0);
  if (!pieces.atEnd) throw new SyntaxError("something stands behind the value");
  return value;
}

class Pieces {
  readonly #text: string;
  readonly #piece: number;
  /** Where the next word begins. */
  #at = 0;

  constructor(text: string, piece: number) {
    this.#text = text;
    this.#piece = piece;
    this.#skipSpace();
  }

  get atEnd(): boolean {
    return this.#at === this.#text.length;
  }

  *value(level: number): Steps<unknown> {
    const end = this.#endOfValue();
    if (end !== undefined) return this.#parse(end);
    if (level === LONG_LEVELS) throw new SyntaxError("nested too deeply");
    if (this.#takes("[")) {
      const items: unknown[] = [];
      if (this.#takes("]")) return items;
      do items.push(yield* this.#next(level));
      while (this.#takes(","));
      this.#demand("]");
      return items;
    }
    this.#demand("{");
    const members: [string, unknown][] = [];
    if (this.#takes("}")) return {};
    do members.push([this.#key(), yield* this.#next(level)]);
    while (this.#takes(","));
    this.#demand("}");
    return Object.fromEntries(members);
  }

  *#next(level: number): Steps<unknown> {
    const value = yield* this.value(level + 1);
    yield;
    return value;
  }

  #key(): string {
    if (this.#text[this.#at] !== '"') throw new SyntaxError("a key is missing");
    const key = this.#parse(this.#endOfString(this.#at)) as string;
    this.#demand(":");
    return key;
  }

  #parse(end: number): unknown {
    const value: unknown = JSON.parse(this.#text.slice(this.#at, end));
    this.#at = end;
    this.#skipSpace();
    return value;
  }

  #takes(mark: string): boolean {
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    this.#skipSpace();
    return true;
  }

  #demand(mark: string): void {
    if (!this.#takes(mark)) throw new SyntaxError(`${mark} is missing`);
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#at;
    SPACE.test(this.#text);
    this.#at = SPACE.lastIndex;
  }

  /** Where the value at hand ends; undefined for a list or an object that is longer than a piece. */
  #endOfValue(): number | undefined {
    const text = this.#text;
    const first = text[this.#at];
    if (first === '"') return this.#endOfString(this.#at);
    if (first !== "[" && first !== "{") {
      SCALAR.lastIndex = this.#at;
      if (!SCALAR.test(text)) throw new SyntaxError("a value is missing");
      return SCALAR.lastIndex;
    }
    let depth = 0;
    for (let at = this.#at; at <= this.#at + this.#piece; at++) {
      switch (text[at]) {
        case '"':
          at = this.#endOfString(at) - 1;
          break;
        case "[":
        case "{":
          depth++;
          break;
        case "]":
        case "}":
          depth--;
          if (depth === 0) return at + 1;
          break;
        default:
          if (at >= text.length) throw new SyntaxError("the end is missing");
      }
    }
    return undefined;
  }

  /** Where the string that begins there ends, behind its quote. */
  #endOfString(start: number): number {
    const text = this.#text;
    for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
      let before = quote;
      while (text[before - 1] === "\\") before--;
      if ((quote - before) % 2 === 0) return quote + 1;
    }
    throw new SyntaxError("a quote is missing");
  }
}
