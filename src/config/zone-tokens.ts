/** Words of a zone file (RFC 1035 5.1): entries of tokens, each with its place. */

export interface ZonePlace {
  readonly line: number;
  readonly column: number;
}

/** A word as it is written, escapes and all; of a quoted one what is between the quotes. */
export interface ZoneToken extends ZonePlace {
  readonly text: string;
  readonly quoted: boolean;
}

/** What belongs together: a line, or several that parentheses join. */
export interface ZoneEntry extends ZonePlace {
  readonly tokens: readonly ZoneToken[];
  /** The line begins with white space: the owner is that of the record before. */
  readonly blank: boolean;
}

export interface ZoneProblem extends ZonePlace {
  readonly message: string;
}

export interface ZoneWords {
  readonly entries: readonly ZoneEntry[];
  readonly problems: readonly ZoneProblem[];
}

const BLANK = /[ \t\r\f\v]/;
const ENDS_WORD = /[ \t\r\f\v\n;()"]/;

/** Takes the text of a zone file apart. */
export function readZoneWords(text: string): ZoneWords {
  return new Scanner(text).scan();
}

class Scanner {
  readonly #text: string;
  readonly #entries: ZoneEntry[] = [];
  readonly #problems: ZoneProblem[] = [];
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #tokens: ZoneToken[] = [];
  #blank = false;
  readonly #open: ZonePlace[] = [];

  constructor(text: string) {
    this.#text = text.startsWith("\ufeff") ? text.slice(1) : text;
  }

  scan(): ZoneWords {
    const text = this.#text;
    while (this.#at < text.length) {
      const character = text.charAt(this.#at);
      if (character === "\n") this.#endLine();
      else if (BLANK.test(character)) {
        if (this.#at === this.#lineStart && this.#open.length === 0) this.#blank = true;
        this.#at++;
      } else if (character === ";") this.#skipComment();
      else if (character === "(") {
        this.#open.push(this.#place());
        this.#at++;
      } else if (character === ")") this.#close();
      else if (character === '"') this.#quoted();
      else this.#word();
    }
    for (const place of this.#open.slice(0, 1)) {
      this.#problem(place, "This parenthesis is never closed.");
    }
    this.#endEntry();
    return { entries: this.#entries, problems: this.#problems };
  }

  #place(): ZonePlace {
    return { line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  #problem(place: ZonePlace, message: string): void {
    this.#problems.push({ ...place, message });
  }

  #endLine(): void {
    if (this.#open.length === 0) this.#endEntry();
    this.#at++;
    this.#line++;
    this.#lineStart = this.#at;
  }

  #endEntry(): void {
    const [first] = this.#tokens;
    if (first !== undefined) {
      const { line, column } = first;
      this.#entries.push({ tokens: this.#tokens, blank: this.#blank, line, column });
    }
    this.#tokens = [];
    this.#blank = false;
  }

  #skipComment(): void {
    const end = this.#text.indexOf("\n", this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  #close(): void {
    if (this.#open.pop() === undefined) this.#problem(this.#place(), "This parenthesis was never opened.");
    this.#at++;
  }

  #quoted(): void {
    const place = this.#place();
    const start = this.#at + 1;
    let at = start;
    while (at < this.#text.length && this.#text[at] !== '"' && this.#text[at] !== "\n") {
      at += this.#text[at] === "\\" && this.#text[at + 1] !== "\n" ? 2 : 1;
    }
    at = Math.min(at, this.#text.length);
    this.#tokens.push({ ...place, text: this.#text.slice(start, at), quoted: true });
    if (this.#text[at] === '"') at++;
    else this.#problem(place, "This quote is not closed before the end of the line.");
    this.#at = at;
  }

  #word(): void {
    const place = this.#place();
    const start = this.#at;
    let at = start;
    while (at < this.#text.length && !ENDS_WORD.test(this.#text.charAt(at))) {
      at += this.#text[at] === "\\" && this.#text[at + 1] !== "\n" ? 2 : 1;
    }
    this.#at = Math.min(at, this.#text.length);
    this.#tokens.push({ ...place, text: this.#text.slice(start, this.#at), quoted: false });
  }
}
