/**
 * The one place where what a server, a resolver or a certificate said becomes words.
 *
 * Facts are stored as they came. Words are printable, on one line and of bounded length, and the type
 * {@link SafeText} says so: renderers take nothing else from outside, and escape it for where it goes.
 */
import { domainToUnicode } from "node:url";
import type { z } from "zod";

/** Text that is printable, on one line and capped. Made by {@link quote} and {@link words} only. */
export type SafeText = string & z.core.$brand<"SafeText">;

/** Longest quotation of one fact, in characters; an SMTP reply line has at most 512 octets (RFC 5321 4.5.3.1.5). */
export const QUOTE_LIMIT = 600;

/**
 * Code points that show nothing or act on what stands around them: controls, format characters (BiDi marks among
 * them), lone surrogates, private use, unassigned, line and paragraph separators, whatever Unicode lets a renderer
 * ignore (Hangul fillers, variation selectors), and six that are drawn as blanks: the braille pattern without dots, the
 * object replacement character, a null note head, a Khitan filler, two blanks of Egyptian hieroglyphs.
 * The inside of a character class with the flag `u`, for {@link INVISIBLE} and for JSON.
 */
export const INVISIBLE_CLASS = String.raw`\u{16fe4}\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}\u{13441}\u{13442}`;

/** What is not plainly visible on one line: the above, and the spaces other than U+0020. */
const INVISIBLE = new RegExp(`[${INVISIBLE_CLASS}]|(?! )\\p{Zs}`, "gu");

/**
 * Combining marks without a letter or digit below them, and those of a pile: they would be drawn over words of ours,
 * or over the lines around, and .NET, which reads the runner's log, ignores some of them when it looks for commands.
 * Others stay: names are written with them.
 */
const LOOSE_MARKS = /(?<![\p{L}\p{N}\p{M}\u25cc])\p{M}+|(?<=\p{M}{8})\p{M}+/gu;

/** Nearly all text is this, and passed over at once. */
const PLAIN = /^[ -~]*$/;

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x0a) return "\\n";
  if (code === 0x0d) return "\\r";
  if (code === 0x09) return "\\t";
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  return `\\u{${code.toString(16)}}`;
}

function makeVisible(text: string): string {
  return text
    .replaceAll(INVISIBLE, escapeCharacter)
    .replaceAll(LOOSE_MARKS, (marks) => Array.from(marks, escapeCharacter).join(""));
}

/**
 * Turns a fact into words: invisible characters become visible escapes, and what is longer than `limit`
 * characters is cut with a mark that says how much is missing.
 */
export function quote(fact: string, limit: number = QUOTE_LIMIT): SafeText {
  const cut = fact.length > limit ? fact.slice(0, limit) : fact;
  const visible = PLAIN.test(cut) ? cut : makeVisible(cut);
  return (fact.length > limit ? `${visible}… (${String(fact.length - limit)} more)` : visible) as SafeText;
}

/**
 * Turns bytes that were kept as latin1 (SMTP lines) into words. Bytes that are valid UTF-8 are shown as the
 * characters they stand for, all others as latin1.
 */
export function quoteWire(latin1: string, limit: number = QUOTE_LIMIT): SafeText {
  let decoded: string;
  try {
    decoded = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(latin1, "latin1"));
  } catch {
    decoded = latin1;
  }
  return quote(decoded, limit);
}

/** A domain name in words: the A-label as it is, with the U-label behind it where that differs. */
export function quoteName(name: string): SafeText {
  if (!name.includes("xn--")) return quote(name, 255);
  const unicode = domainToUnicode(name);
  return unicode === "" || unicode === name ? quote(name, 255) : quote(`${name} (${unicode})`, 520);
}

/**
 * Template tag for sentences of our own: the literal parts are ours, and what is put in must be safe already.
 * @example words`${host} refused the connection on port ${port}.`
 */
export function words(literals: TemplateStringsArray, ...values: readonly (SafeText | number)[]): SafeText {
  let said = literals[0] ?? "";
  // Every sentence of a report is made here, so that nothing else is made beside it.
  for (let index = 1; index < literals.length; index++)
    said += `${values[index - 1] ?? ""}${literals[index] ?? ""}`;
  return said as SafeText;
}

/** Joins safe texts; the separator is ours. */
export function joinWords(
  parts: readonly SafeText[],
  separator: ", " | " " | " · " | "; " | " | ",
): SafeText {
  return parts.join(separator) as SafeText;
}
