/** Lines of a terminal: how wide words are there, and how they break. */
import { styleText } from "node:util";

export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "magenta";

/** Gives a text a style, or leaves it as it is where no colour is wanted. */
export type Paint = (style: Style, text: string) => string;

/** A painter; ANSI only when asked. */
export function painter(colour: boolean): Paint {
  return (style, text) => (colour && text !== "" ? styleText(style, text, { validateStream: false }) : text);
}

/** East Asian wide and full-width characters and most emoji take two cells (Unicode UAX 11). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const COMBINING = /\p{M}/u;

function cells(character: string): number {
  if (character <= "\u02ff") return 1;
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Cells that a text without colours takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += cells(character);
  return width;
}

/** Fills up with spaces on the right. */
export function padRight(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

/** Spaces on both sides, the odd one on the right. */
export function centre(text: string, width: number): string {
  const missing = Math.max(0, width - textWidth(text));
  return padRight(" ".repeat(Math.floor(missing / 2)) + text, width);
}

/** Cuts a text that is too wide, and shows that it was cut. */
export function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const [head = ""] = breakWord(text, Math.max(1, width - 1));
  return `${head}…`;
}

/** A word that is wider than a line, in pieces. */
function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const character of word) {
    const more = cells(character);
    if (used + more > width && piece !== "") {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += character;
    used += more;
  }
  return [...pieces, piece];
}

/** A space to break at: any but the one between a number and its unit. */
const BREAK = /(?<!\d) | (?!(?:s|ms|min|hours?|days?)\b)/u;

/** Breaks at spaces into lines of at most `width` cells; a word that is wider is broken anywhere. */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(1, width);
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(BREAK)) {
    const size = textWidth(word);
    if (line !== "" && used + 1 + size <= room) {
      line += ` ${word}`;
      used += 1 + size;
      continue;
    }
    if (line !== "") lines.push(line.trimEnd());
    const pieces = size <= room ? [word] : breakWord(word, room);
    line = pieces.pop() ?? "";
    used = textWidth(line);
    lines.push(...pieces);
  }
  return [...lines, line];
}

/** Text behind a first prefix, its further lines behind as many spaces. */
export function hang(prefix: string, text: string, width: number): string[] {
  const indent = textWidth(prefix);
  return wrap(text, width - indent).map((line, index) => (index === 0 ? prefix : " ".repeat(indent)) + line);
}

/** Parts that belong to one line, between `separator`s; parts are kept whole where lines allow it. */
export function joinWrapped(parts: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(last + separator + part) <= width) {
      lines[lines.length - 1] = last + separator + part;
    } else lines.push(...wrap(part, width));
  }
  return lines;
}

/** `left` and `right` at both ends of a line; below each other where they do not fit. */
export function apart(left: string, right: string, width: number): { line: string; fits: boolean } {
  const gap = width - textWidth(left) - textWidth(right);
  return gap >= 2 ? { line: left + " ".repeat(gap) + right, fits: true } : { line: left, fits: false };
}
