/** Words of a zone file (RFC 1035 5.1): entries of tokens, each with its place. */
import type { ZoneTroubleReason } from "../../dns/zone-troubles.ts";
import { ZONE_WORD_CHARACTERS, ZONE_WORDS } from "../bounds.ts";

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

/** Hears what is wrong with the words, and what some name servers would not take. */
export interface ZoneListener {
  tell(problem: ZoneProblem): void;
  note(reason: ZoneTroubleReason, at: ZonePosition): void;
}

const NOBODY: ZoneListener = { tell: () => undefined, note: () => undefined };

/** Looks at characters that are no part of a word between two steps. */
const STEP = 65_536;

const BLANK = /[ \t]/;
const ENDS_WORD = /[ \t\r\n;()"]/;
const BYTE_ORDER_MARK = "\ufeff";

/**
 * Takes the text of a zone file apart, entry by entry; now and then undefined, so that others get their turn.
 * It ends at an entry that goes past a bound.
 */
export function zoneEntries(text: string, listener: ZoneListener): Generator<ZoneEntry | undefined, void> {
  return new Scanner(text, listener).scan();
}

/** The words of one line. */
export function wordsOf(line: string): readonly ZoneToken[] {
  for (const entry of zoneEntries(line, NOBODY)) if (entry !== undefined) return entry.tokens;
  return [];
}

class Scanner {
  readonly #text: string;
  readonly #listener: ZoneListener;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #tokens: ZoneToken[] = [];
  #blank = false;
  /** Parentheses that are open, and the place of the outermost. */
  #open = 0;
  #firstOpen: ZonePosition | undefined;

  constructor(text: string, listener: ZoneListener) {
    this.#listener = listener;
    this.#text = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    if (this.#text !== text) this.#note("byte-order-mark");
    if (text.includes("\r")) this.#note("carriage-return");
  }

  *scan(): Generator<ZoneEntry | undefined, void> {
    const text = this.#text;
    for (let steps = 1; this.#at < text.length; steps++) {
      if (steps % STEP === 0) yield undefined;
      const character = text.charAt(this.#at);
      if (character === "\n" || character === "\r") {
        const entry = this.#endLine();
        if (entry !== undefined) yield entry;
      } else if (BLANK.test(character)) {
        if (this.#at === this.#lineStart && this.#open === 0) this.#blank = true;
        this.#at++;
      } else if (character === ";") this.#skipComment();
      else if (character === "(") this.#openParenthesis();
      else if (character === ")") this.#close();
      else {
        if (this.#joined()) this.#note("joined-quotes");
        const word = character === '"' ? this.#quoted() : this.#word();
        if (word.text.includes("\0")) this.#problem(word, "This word has a NUL character in it. Remove it.");
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
    this.#listener.tell({ line, column, message });
  }

  #note(reason: ZoneTroubleReason): void {
    this.#listener.note(reason, this.#position());
  }

  /** Whether the word that begins here sticks to the one before, as only quotes let it. */
  #joined(): boolean {
    const before = this.#text[this.#at - 1];
    const own = this.#text[this.#at];
    const isWord = before !== undefined && !ENDS_WORD.test(before);
    return this.#tokens.length > 0 && (own === '"' ? isWord || before === '"' : before === '"');
  }

  #endLine(): ZoneEntry | undefined {
    const entry = this.#open === 0 ? this.#endEntry() : undefined;
    this.#at += this.#text.startsWith("\r\n", this.#at) ? 2 : 1;
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
    else this.#note("nested-parentheses");
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
    while (at < end && !/["\r\n]/.test(this.#text.charAt(at))) at += this.#step(at);
    at = Math.min(at, this.#text.length);
    this.#at = at;
    if (this.#text[at] === '"') this.#at++;
    else this.#problem(position, "This quote is not closed before the end of the line.");
    return { ...position, text: this.#text.slice(start, at), quoted: true };
  }

  /** Characters to the next one that may end a word: an escaped one does not. */
  #step(at: number): number {
    return this.#text[at] === "\\" && !/[\r\n]/.test(this.#text.charAt(at + 1)) ? 2 : 1;
  }

  #word(): ZoneToken {
    const position = this.#position();
    const start = this.#at;
    let at = start;
    const end = Math.min(this.#text.length, start + ZONE_WORD_CHARACTERS + 1);
    while (at < end && !ENDS_WORD.test(this.#text.charAt(at))) {
      at += this.#step(at);
    }
    this.#at = Math.min(at, this.#text.length);
    return { ...position, text: this.#text.slice(start, this.#at), quoted: false };
  }
}
