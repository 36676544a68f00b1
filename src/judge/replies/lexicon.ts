/**
 * Finds the phrases of a vocabulary in a row of tokens. At each place the longest phrase counts and takes its tokens,
 * so that "open relay" is not "relay". Each token is compared with the phrases that begin alike: the work grows with
 * the text alone.
 */
import { NUMBER, PAUSE, STOP, tokensOf } from "./reply-text.ts";

/**
 * Phrases of one source. A phrase is a row of words; `a|b` stands for either, `a*` for every word that begins so.
 * Fillers and accents need not be written: phrases are read as replies are.
 */
export interface Entry {
  readonly source: string;
  readonly phrases: readonly string[];
}

export type Vocabulary<Concept extends string> = Readonly<Record<Concept, readonly Entry[]>>;

/** A phrase that was found. */
export interface Tag<Concept extends string> {
  readonly concept: Concept;
  /** Tokens that it covers, the last one excluded. */
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  readonly clause: number;
  /** Of one's own vocabulary: which phrase it was. */
  readonly phrase: string;
}

/** One word of a phrase: any of these. */
type Item = readonly string[];

interface Phrase<Concept extends string> {
  readonly concept: Concept;
  readonly phrase: string;
  readonly items: readonly Item[];
}

export interface Lexicon<Concept extends string> {
  /** By the first two characters of their first word, or the one that it has. */
  readonly byStart: ReadonlyMap<string, readonly Phrase<Concept>[]>;
}

const START = 2;
/** Tokens that no word is read as. */
const MARKS: ReadonlySet<string> = new Set([STOP, PAUSE, NUMBER]);

/** Makes a vocabulary ready for use. */
export function lexiconOf<Concept extends string>(vocabulary: Vocabulary<Concept>): Lexicon<Concept> {
  const byStart = new Map<string, Phrase<Concept>[]>();
  for (const [concept, entries] of Object.entries<readonly Entry[]>(vocabulary)) {
    for (const phrase of entries.flatMap((entry) => entry.phrases)) {
      const items = itemsOf(phrase);
      const starts = new Set((items[0] ?? []).map((word) => startOf(word)));
      for (const start of starts) {
        const phrases = byStart.get(start) ?? [];
        phrases.push({ concept: concept as Concept, phrase, items });
        byStart.set(start, phrases);
      }
    }
  }
  return { byStart };
}

function itemsOf(phrase: string): readonly Item[] {
  return phrase
    .split(" ")
    .flatMap((item) => (item.startsWith("<") || MARKS.has(item) ? [[item]] : wordItems(item)));
}

function wordItems(item: string): readonly Item[] {
  const alternatives = item.split("|").map((each) => {
    const stem = each.endsWith("*");
    return tokensOf(stem ? each.slice(0, -1) : each).map((token, index, all) =>
      stem && index === all.length - 1 ? `${token}*` : token,
    );
  });
  if (alternatives.length === 1) return (alternatives[0] ?? []).map((token) => [token]);
  return [alternatives.flat()];
}

/** Stems are of two characters or more, so that a word and its stem begin alike. */
function startOf(word: string): string {
  return word.replace("*", "").slice(0, START);
}

function fits(item: Item, token: string): boolean {
  return item.some((word) => (word.endsWith("*") ? token.startsWith(word.slice(0, -1)) : token === word));
}

/** All phrases of the lexicon in a row of tokens. */
export function tagsIn<Concept extends string>(
  tokens: readonly string[],
  lexicon: Lexicon<Concept>,
): readonly Tag<Concept>[] {
  const tags: Tag<Concept>[] = [];
  let sentence = 0;
  let clause = 0;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] ?? "";
    const found = longestAt(tokens, at, lexicon);
    const length = found[0]?.items.length ?? 1;
    for (const { concept, phrase } of found) {
      tags.push({ concept, phrase, from: at, to: at + length, sentence, clause });
    }
    if (token === STOP) sentence++;
    if (token === STOP || token === PAUSE) clause++;
    at += length;
  }
  return tags;
}

function longestAt<Concept extends string>(
  tokens: readonly string[],
  at: number,
  { byStart }: Lexicon<Concept>,
): readonly Phrase<Concept>[] {
  const candidates = byStart.get(startOf(tokens[at] ?? "")) ?? [];
  const found = candidates.filter(({ items }) =>
    items.every((item, index) => fits(item, tokens[at + index] ?? "")),
  );
  const longest = Math.max(...found.map(({ items }) => items.length));
  return found.filter(
    ({ items, concept }, index) =>
      items.length === longest &&
      // One phrase of a concept is enough: "adress*" and "adresse*" are one word.
      found.findIndex((each) => each.items.length === longest && each.concept === concept) === index,
  );
}
