/** Words of one language for the terms of RFC 5321 and RFC 3463. */
import type { Entry } from "../../lexicon.ts";
import type { Concept } from "../index.ts";

/** What one language adds to each concept. */
export type Language = Readonly<Partial<Record<Concept, Entry>>>;

/** Words by concept, with "|" between them; a phrase of more words than one has spaces. */
export function language(name: string, words: Readonly<Partial<Record<Concept, string>>>): Language {
  return Object.fromEntries(
    Object.entries(words).map(([concept, phrases]): [string, Entry] => [
      concept,
      { source: `${name} for the terms of RFC 5321 and RFC 3463`, phrases: phrases.split("|") },
    ]),
  );
}
