/** Words of a zone file (RFC 1035 5.1): entries of tokens, each with its place. */
import { ZONE_WORD_CHARACTERS, ZONE_WORDS } from "./bounds.ts";

export interface ZonePosition {
  readonly line: number;
  readonly column: number;
}

/** A word as it is written, escapes and all; of a quoted one what is between the quotes. */
export interface ZoneToken extends ZonePosition {
  readonly text: string;
  readonly quoted: boolean;
}

/** What belongs together: a line, or several that parentheses join. */
export interface ZoneEntry extends ZonePosition {
  readonly tokens: readonly ZoneToken[];
  /** The line begins with white space: the owner is that of the record before. */
  readonly blank: boolean;
}

export interface ZoneProblem extends ZonePosition {
  readonly message: string;
}

/** Hears what is wrong with the words. */
type Tell = (problem: ZoneProblem) => void;

/** Looks at characters that are no part of a word between two steps. */
const STEP = 65_536;

const BLANK = /[ \t\r\f\v]/;
const ENDS_WORD = /[ \t\r\f\v\n;()"]/;

/**
 * Takes the text of a zone file apart, entry by entry; now and then undefined, so that others get their turn.
 * It ends at an entry that goes past a bound.
 */
export function zoneEntries(text: string, tell: Tell): Generator<ZoneEntry | undefined, void> {
  return new Scanner(text, tell).scan();
}

/** The words of one line. */
export function wordsOf(line: string): readonly ZoneToken[] {
  for (const entry of zoneEntries(line, () => undefined)) if (entry !== undefined) return entry.tokens;
  return [];
}

class Scanner {
  readonly #text: string;
  readonly #tell: Tell;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #tokens: ZoneToken[] = [];
  #blank = false;
  /** Parentheses that are open, and the place of the outermost. */
  #open = 0;
  #firstOpen: ZonePosition | undefined;

  constructor(text: string, tell: Tell) {
    this.#tell = tell;
    this.#text = text.startsWith("\ufeff") ? text.slice(1) : text;
  }

  *scan(): Generator<ZoneEntry | undefined, void> {
    const text = this.#text;
    for (let steps = 1; this.#at < text.length; steps++) {
      if (steps % STEP === 0) yield undefined;
      const character = text.charAt(this.#at);
      if (character === "\n") {
        const entry = this.#endLine();
        if (entry !== undefined) yield entry;
      } else if (BLANK.test(character)) {
        if (this.#at === this.#lineStart && this.#open === 0) this.#blank = true;
        this.#at++;
      } else if (character === ";") this.#skipComment();
      else if (character === "(") this.#openParenthesis();
      else if (character === ")") this.#close();
      else {
        const word = character === '"' ? this.#quoted() : this.#word();
        this.#tokens.push(word);
        if (word.text.length > ZONE_WORD_CHARACTERS || this.#tokens.length > ZONE_WORDS) {
          this.#problem(word, "This is longer than any record. The rest of the file is not read.");
          return;
        }
      }
    }
    if (this.#firstOpen !== undefined) this.#problem(this.#firstOpen, "This parenthesis is never closed.");
    const last = this.#endEntry();
    if (last !== undefined) yield last;
  }

  #position(): ZonePosition {
    return { line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  #problem({ line, column }: ZonePosition, message: string): void {
    this.#tell({ line, column, message });
  }

  #endLine(): ZoneEntry | undefined {
    const entry = this.#open === 0 ? this.#endEntry() : undefined;
    this.#at++;
    this.#line++;
    this.#lineStart = this.#at;
    return entry;
  }

  #endEntry(): ZoneEntry | undefined {
    const [first] = this.#tokens;
    const entry =
      first === undefined
        ? undefined
        : { tokens: this.#tokens, blank: this.#blank, line: first.line, column: first.column };
    this.#tokens = [];
    this.#blank = false;
    return entry;
  }

  #skipComment(): void {
    const end = this.#text.indexOf("\n", this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  #openParenthesis(): void {
    if (this.#open++ === 0) this.#firstOpen = this.#position();
    this.#at++;
  }

  #close(): void {
    if (this.#open === 0) this.#problem(this.#position(), "This parenthesis was never opened.");
    else if (--this.#open === 0) this.#firstOpen = undefined;
    this.#at++;
  }

  #quoted(): ZoneToken {
    const position = this.#position();
    const start = this.#at + 1;
    let at = start;
    const end = Math.min(this.#text.length, start + ZONE_WORD_CHARACTERS + 1);
    while (at < end && this.#text[at] !== '"' && this.#text[at] !== "\n") {
      at += this.#text[at] === "\\" && this.#text[at + 1] !== "\n" ? 2 : 1;
    }
    at = Math.min(at, this.#text.length);
    this.#at = at;
    if (this.#text[at] === '"') this.#at++;
    else this.#problem(position, "This quote is not closed before the end of the line.");
    return { ...position, text: this.#text.slice(start, at), quoted: true };
  }

  #word(): ZoneToken {
    const position = this.#position();
    const start = this.#at;
    let at = start;
    const end = Math.min(this.#text.length, start + ZONE_WORD_CHARACTERS + 1);
    while (at < end && !ENDS_WORD.test(this.#text.charAt(at))) {
      at += this.#text[at] === "\\" && this.#text[at + 1] !== "\n" ? 2 : 1;
    }
    this.#at = Math.min(at, this.#text.length);
    return { ...position, text: this.#text.slice(start, this.#at), quoted: false };
  }
}
