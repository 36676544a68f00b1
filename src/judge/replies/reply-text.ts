/**
 * What a refusal says, as a row of tokens: words without accents and capitals, and in place of names, addresses and
 * numbers what they are. Every step walks over the text once, so that the work grows with the text alone.
 */
import type { Reply } from "../../observe/observation.ts";
import { decodingsOf } from "./decoding.ts";
import type { Meaning } from "./meaning.ts";
import { foreignNameWords, nameToken, urlWords, type Asked } from "./quoted-names.ts";
import { providersMeaning } from "./vocabulary/provider-codes.ts";

/** Enhanced status code (RFC 3463), without its class. */
export type EnhancedCode = `${number}.${number}`;

export interface ReplyText {
  /** Words and placeholders; {@link STOP} ends a sentence, {@link PAUSE} a clause. */
  readonly tokens: readonly string[];
  /** Words of the URLs, and of names of other hosts: they stand in no sentence. */
  readonly urls: readonly string[];
  readonly enhanced: EnhancedCode | undefined;
  /** The reply code that the text itself begins with, where a server writes its own before what its user wrote. */
  readonly inner?: number | undefined;
  /** What its provider publishes of the code that stands in the text. */
  readonly ofProvider?: Meaning | undefined;
}

/** End of a sentence. */
export const STOP = ".";
/** End of a clause. */
export const PAUSE = ",";
/** A number, whatever it counts. */
export const NUMBER = "#";

/** A queue or session id, a time of day. */
export const IDENTIFIER = "<id>";

/**
 * Characters of a reply that are read: the first ones and the last ones. RFC 5321 4.5.3.1.5 allows 512 octets in a
 * line; a reply of many lines gives its cause in the first or in the last.
 */
const READ_FIRST = 3000;
const READ_LAST = 1000;

/** Words that carry nothing here: articles, auxiliaries, courtesies. Without them "is denied" reads as "denied" does. */
const FILLERS: ReadonlySet<string> = new Set(
  (
    "a an the is are was were be been being has have had do does did it its there this that these those sorry please " +
    "so also any some sir currently just very to can could will would " +
    // fr, it, es, pt
    "le la les l un une du des de d est ete il lo gli uno una stato stata el los las ha sido o os foi se " +
    // de, nl
    "der die das den dem des ein eine einen wurde wird ist worden het een werd wordt"
  ).split(" "),
);

/** Negations that are written together with what they negate. */
const CONTRACTED: ReadonlySet<string> = new Set(["cannot", "cant", "wont", "dont", "doesnt", "isnt"]);

/** Letters that have no decomposition into a letter and its accent. */
const UNDECOMPOSED: ReadonlyMap<string, string> = new Map([
  ["ł", "l"],
  ["Ł", "L"],
  ["ß", "ss"],
  ["ø", "o"],
  ["đ", "d"],
  ["ı", "i"],
]);

/**
 * Reads what a reply says. Lines are latin1 strings of whatever bytes came (observation.ts): where these are not
 * UTF-8, there is one text for each character set in which they are valid.
 */
export function readReplyTexts(reply: Reply, asked: Asked): readonly ReplyText[] {
  const lines = reply.lines.map((line) => splitLine(line));
  const bytes = lines.map(({ text }) => text).join("\n");
  const ofProvider = providersMeaning(bounded(bytes));
  const inner = innerCodes(lines[0]);
  const enhanced = inner === undefined ? enhancedOf(lines) : inner.enhanced;
  return decodingsOf(bytes).map((text) => ({
    ...tokenise(bounded(text), asked),
    enhanced,
    inner: inner?.code,
    ofProvider,
  }));
}

/** Tokens of a phrase of our vocabulary: read just as replies are. */
export function tokensOf(phrase: string): readonly string[] {
  return tokenise(phrase, undefined).tokens;
}

interface Line {
  readonly text: string;
  readonly enhanced: EnhancedCode | undefined;
}

/** A line without its reply code and the enhanced code behind it. */
function splitLine(line: string): Line {
  const behind = line.slice(4);
  const match = /^#?[245]\.(\d{1,3})\.(\d{1,3})(?![\d.])/.exec(behind);
  if (match === null) return { text: behind, enhanced: undefined };
  return { text: behind.slice(match[0].length), enhanced: codeOf(match) };
}

/**
 * "550 451 4.3.0 Try later", "451 4.0.0 550 5.7.1 Relay denied": libraries (smtp-server of Node, go-smtp) put their own code
 * before the text of an error, and that text may begin with the code that was meant.
 */
function innerCodes(
  first: Line | undefined,
): { readonly code: number; readonly enhanced: EnhancedCode | undefined } | undefined {
  if (first === undefined || (first.enhanced !== undefined && first.enhanced !== "0.0")) return undefined;
  // Before a word in small letters it may be any number: "450 500 messages are queued".
  const match = /^ *([45])(\d\d)[ -](?:\1\.(\d{1,3})\.(\d{1,3})(?![\d.])|(?=\p{Lu}))/u.exec(first.text);
  if (match === null) return undefined;
  const enhanced: EnhancedCode | undefined =
    match[3] === undefined ? undefined : `${Number(match[3])}.${Number(match[4])}`;
  return { code: Number(`${match[1] ?? ""}${match[2] ?? ""}`), enhanced };
}

function codeOf(match: RegExpExecArray): EnhancedCode {
  return `${Number(match[1])}.${Number(match[2])}`;
}

/** The enhanced code: where RFC 2034 puts it, or in brackets at the end, as qmail writes it: `(#5.7.1)`. */
function enhancedOf(lines: readonly Line[]): EnhancedCode | undefined {
  const first = lines.find(({ enhanced }) => enhanced !== undefined);
  if (first !== undefined) return first.enhanced;
  for (const { text } of lines) {
    const match = /#[245]\.(\d{1,3})\.(\d{1,3})(?![\d.])/.exec(text);
    if (match !== null) return codeOf(match);
  }
  return undefined;
}

/** Letters, digits and what stands inside names; all else ends a token. */
const NAME_PART = /[\p{L}\p{M}\p{N}@._+~%'’&-]/u;
/** Scripts that are written without spaces: each of their characters is a token. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/u;

/** Nearly all text is this, and has no accents. */
const PLAIN = /^[ -~\n]*$/;

/** Characters from here on are not ASCII, which most replies have alone. */
const BEYOND_ASCII = 128;

/** Letters and digits of ASCII, and the marks of {@link NAME_PART}: told without it, for it looks at every character. */
function isNamePart(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code >= BEYOND_ASCII) return NAME_PART.test(character);
  const letter = code | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39) || "@._+~%'&-".includes(character)
  );
}

function isUnspaced(character: string): boolean {
  return character.charCodeAt(0) >= BEYOND_ASCII && UNSPACED.test(character);
}

function tokenise(
  whole: string,
  asked: Asked | undefined,
): { readonly tokens: readonly string[]; readonly urls: readonly string[] } {
  const text = foldAccents(whole);
  const tokens: string[] = [];
  const urls: string[] = [];
  const characters = Array.from(text);
  let at = 0;
  while (at < characters.length) {
    const character = characters[at] ?? "";
    if (
      (character === "h" || character === "H") &&
      /^https?:\/\//i.test(characters.slice(at, at + 8).join(""))
    ) {
      const end = endOf(characters, at, (each) => !/[\s)>\]"']/.test(each));
      const url = urlWords(characters.slice(at, end).join(""), asked);
      tokens.push(PAUSE, "<url>", PAUSE);
      urls.push(...url);
      at = end;
    } else if (isUnspaced(character)) {
      tokens.push(character);
      at++;
    } else if (isNamePart(character) || isColonOfAddress(characters, at)) {
      const end = endOf(
        characters,
        at,
        (each, index) => (isNamePart(each) && !isUnspaced(each)) || isColonOfAddress(characters, index),
      );
      const run = characters.slice(at, end).join("");
      // "postmaster is not available": the recipient, by its local part.
      if (tokens.length === 0 && isLocalPart(withoutEdges(run), asked)) tokens.push("<recipient>");
      else pushRun(tokens, run, asked, characters[end]);
      urls.push(...foreignNameWords(withoutEdges(run), asked));
      at = end;
    } else {
      const mark = markOf(characters, at);
      if (mark !== undefined) tokens.push(mark);
      at++;
    }
  }
  return { tokens, urls };
}

function isLocalPart(word: string, asked: Asked | undefined): boolean {
  const recipient = asked?.recipient ?? "";
  return word !== "" && word.toLowerCase() === recipient.slice(0, recipient.lastIndexOf("@")).toLowerCase();
}

function bounded(text: string): string {
  return text.length <= READ_FIRST + READ_LAST
    ? text
    : `${text.slice(0, READ_FIRST)}\n${text.slice(-READ_LAST)}`;
}

function foldAccents(text: string): string {
  if (PLAIN.test(text)) return text;
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "");
  return plain.replace(/[łŁßøđı]/g, (letter) => UNDECOMPOSED.get(letter) ?? letter);
}

function endOf(
  characters: readonly string[],
  from: number,
  belongs: (character: string, index: number) => boolean,
): number {
  let end = from + 1;
  while (end < characters.length && belongs(characters[end] ?? "", end)) end++;
  return end;
}

/** Whether a colon stands inside an IPv6 address: between hexadecimal digits or colons, in `2001:db8::1`. */
function isColonOfAddress(characters: readonly string[], at: number): boolean {
  if (characters[at] !== ":") return false;
  const before = characters[at - 1] ?? " ";
  const after = characters[at + 1] ?? " ";
  return /[\da-fA-F:]/.test(before) && /[\da-fA-F:]/.test(after);
}

/** What a character between words means for the sentence; undefined where nothing. */
function markOf(characters: readonly string[], at: number): string | undefined {
  const character = characters[at] ?? "";
  if (character === "\n") return continues(characters[at + 1] ?? "") ? undefined : STOP;
  if (character === "<" && characters[at + 1] === ">") return "<null>";
  if (/[!?;。！？；•]/u.test(character)) return STOP;
  return /[:,()|，：、（）"[\]]/u.test(character) ? PAUSE : undefined;
}

/** Whether a line goes on with the sentence of the one before. */
function continues(first: string): boolean {
  return /[\p{Ll} ]/u.test(first);
}

/** Takes a run of letters, digits and inner marks apart. */
function pushRun(tokens: string[], run: string, asked: Asked | undefined, next: string | undefined): void {
  // "Only @own.example": a domain, written as the end of an address.
  const bare = withoutEdges(run.startsWith("@") ? run.slice(1) : run);
  // ` - ` stands between clauses.
  if (bare === "") {
    if (/[.-]/.test(run)) tokens.push(STOP);
    return;
  }
  const name = nameToken(bare, asked);
  if (name !== undefined) tokens.push(name);
  // The key of `relay=[192.0.2.1]` is no word of the sentence.
  else if (next === "=") tokens.push("<key>");
  else if (isIdentifier(bare)) tokens.push(IDENTIFIER);
  else for (const word of wordsOf(bare)) pushWord(tokens, word);
  if (/[.]$/.test(run)) tokens.push(STOP);
}

/** Shorter ones are words with a number: `rfc2606`, `ipv6`. */
const SHORTEST_IDENTIFIER = 8;

function isIdentifier(run: string): boolean {
  return run.length >= SHORTEST_IDENTIFIER && /\d[^\d]*\d/.test(run) && !/[._]\p{L}{3}/u.test(run);
}

/** Without marks at both ends that belong to no name. */
function withoutEdges(run: string): string {
  let start = 0;
  let end = run.length;
  while (start < end && /[.'’_+~%&:-]/.test(run[start] ?? "")) start++;
  while (end > start && /[.'’_+~%&:-]/.test(run[end - 1] ?? "")) end--;
  return run.slice(start, end);
}

/** Words of a run: `RecipientNotFound`, `black-list`, `USER_UNKNOWN`, `denied.Please`. */
function wordsOf(run: string): readonly string[] {
  return run
    .replace(/^e-(?=mail)/i, "e")
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ")
    .split(/[ ._@+~%&:-]/u)
    .filter((word) => word !== "");
}

function pushWord(tokens: string[], word: string): void {
  const lower = word.toLowerCase().replaceAll("’", "'");
  if (/^\d+$/.test(lower)) {
    tokens.push(NUMBER);
    return;
  }
  if (CONTRACTED.has(lower) || lower.endsWith("n't")) tokens.push("not");
  else for (const part of lower.split("'")) if (part !== "" && !FILLERS.has(part)) tokens.push(part);
}
