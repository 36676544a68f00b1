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

interface Shown {
  readonly family: string;
  readonly phrases: ReadonlySet<string>;
}

const keyOf = (concept: string, phrase: string): string => `${concept}:${phrase}`;

function shownBy(
  product: string,
  { command, reply }: Answer,
  recipient: "foreign" | "own" | "any" | null,
): Shown {
  const { said } = understand(recorded(reply), questionOf(command, recipient, reply));
  const tags = [...said.tags, ...said.urlTags];
  return {
    family: familyOf(product),
    phrases: new Set(tags.map(({ concept, phrase }) => keyOf(concept, phrase))),
  };
}

/** The families that show each phrase. */
const supports = once((): ReadonlyMap<string, ReadonlySet<string>> => {
  const shown = [
    ...loadReplies("development").map((entry) => shownBy(entry.product, entry, entry.recipient)),
    ...loadPairs("development").flatMap(({ product, foreign, own }) => [
      shownBy(product, foreign, "foreign"),
      shownBy(product, own, "own"),
    ]),
  ];
  const by = new Map<string, Set<string>>();
  for (const { family, phrases } of shown) {
    for (const phrase of phrases) by.set(phrase, (by.get(phrase) ?? new Set()).add(family));
  }
  return by;
});

/** Phrases that no reply shows at all stay: nobody learned them here. */
export function lexiconWithout(isOut: (family: string) => boolean): Lexicon<Concept> {
  const by = supports();
  const isKept = (concept: string, phrase: string): boolean =>
    [...(by.get(keyOf(concept, phrase)) ?? [undefined])].some(
      (family) => family === undefined || !isOut(family),
    );
  return {
    byStart: new Map(
      [...wholeKnowledge().lexicon.byStart].map(([start, phrases]) => [
        start,
        phrases.filter(({ concept, phrase }) => isKept(concept, phrase)),
      ]),
    ),
  };
}
