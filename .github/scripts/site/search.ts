/** How the site is searched: a code is a word of its own, beside the words that it is made of. */

/** Runs in the reader's browser as well, so it names nothing outside itself. */
function tokenize(text: string): string[] {
  const words = text.split(/[\s\p{P}\p{S}]+/u);
  const codes = text.match(/[a-z\d]+(?:-[a-z\d.]*[a-z\d])+/gi) ?? [];
  return [...words, ...codes].filter((word) => word !== "");
}

/** A page that is called as the word is comes first: nobody who asks for a code wants a page that mentions it often. */
function boostDocument(_page: string, word: string, stored?: Readonly<Record<string, unknown>>): number {
  return stored?.["title"] === word ? 20 : 1;
}

/** Options of MiniSearch, for the index and for the search box. */
export const SEARCH = {
  options: { tokenize },
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 }, boostDocument },
} as const;
