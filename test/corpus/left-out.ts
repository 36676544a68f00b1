/**
 * The vocabulary without the phrases that only some families of products taught: what the rules would know if nobody
 * had read those products.
 */
import type { Lexicon } from "../../src/judge/replies/lexicon.ts";
import { understand, wholeKnowledge } from "../../src/judge/replies/meaning.ts";
import type { Concept } from "../../src/judge/replies/vocabulary/index.ts";
import { once } from "../../src/text/once.ts";
import { questionOf, recorded } from "./confusion.ts";
import { loadPairs, loadReplies, type Answer } from "./corpus.ts";

/** Servers that others configure, patch, or copy the texts of: their name anywhere makes the family. */
const FAMILIES = (
  "postfix exim qmail sendmail haraka exchange courier dovecot postal policyd spamdyke aiosmtpd smtp-server go-smtp " +
  "sisimai mimecast trend symantec proofpoint netease hmailserver spamilter james wildduck go-guerrilla ses rspamd"
).split(" ");

/** The family of a product: a server that it is made of, or else the first word of its name. */
export function familyOf(product: string): string {
  const words = product.toLowerCase().split(/[^\p{L}\p{N}.-]+/u);
  return FAMILIES.find((family) => words.some((word) => word === family)) ?? words[0] ?? "";
}

/** Who taught a phrase: a reply or a pair. */
export interface Teacher {
  readonly id: string;
  readonly product: string;
}

interface Shown {
  readonly teacher: Teacher;
  readonly phrases: ReadonlySet<string>;
}

const keyOf = (concept: string, phrase: string): string => `${concept}:${phrase}`;

function shownBy(
  teacher: Teacher,
  { command, reply }: Answer,
  recipient: "foreign" | "own" | "any" | null,
): Shown {
  const { said } = understand(recorded(reply), questionOf(command, recipient, reply));
  const tags = [...said.tags, ...said.urlTags];
  return {
    teacher,
    phrases: new Set(tags.map(({ concept, phrase }) => keyOf(concept, phrase))),
  };
}

/** The entries that show each phrase. */
const supports = once((): ReadonlyMap<string, ReadonlySet<Teacher>> => {
  const shown = [
    ...loadReplies("development").map((entry) => shownBy(entry, entry, entry.recipient)),
    ...loadPairs("development").flatMap((pair) => [
      shownBy(pair, pair.foreign, "foreign"),
      shownBy(pair, pair.own, "own"),
    ]),
  ];
  const by = new Map<string, Set<Teacher>>();
  for (const { teacher, phrases } of shown) {
    for (const phrase of phrases) by.set(phrase, (by.get(phrase) ?? new Set()).add(teacher));
  }
  return by;
});

/** Phrases that no reply shows at all stay: nobody learned them here. */
export function lexiconWithout(isOut: (teacher: Teacher) => boolean): Lexicon<Concept> {
  const by = supports();
  const isKept = (concept: string, phrase: string): boolean => {
    const teachers = by.get(keyOf(concept, phrase));
    return teachers === undefined || [...teachers].some((teacher) => !isOut(teacher));
  };
  return {
    byStart: new Map(
      [...wholeKnowledge().lexicon.byStart].map(([start, phrases]) => [
        start,
        phrases.filter(({ concept, phrase }) => isKept(concept, phrase)),
      ]),
    ),
  };
}
