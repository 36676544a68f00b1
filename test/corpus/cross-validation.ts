/**
 * How replies of products are read from which nothing was learned: the development half is parted by families of
 * products, and each part is read without what only its own families taught. That is the weights, which are fitted to the other parts,
 * and the phrases of the vocabulary that nothing in the other parts shows. Phrases that no reply shows at all stay:
 * nobody learned them here. The rules cannot be parted so: what they are worth, an unseen half tells alone.
 *
 *     node test/corpus/cross-validation.ts            the matrix, as Markdown
 *     node test/corpus/cross-validation.ts --list     what is misread
 */
import type { Lexicon } from "../../src/judge/replies/lexicon.ts";
import { understand, wholeKnowledge, type Knowledge } from "../../src/judge/replies/meaning.ts";
import type { Concept } from "../../src/judge/replies/vocabulary/index.ts";
import {
  counted,
  isHeavyReading,
  matrixOf,
  outcomeOf,
  questionOf,
  readEntry,
  recorded,
  type Confusion,
  type PairOutcome,
  type ReadEntry,
} from "./confusion.ts";
import { loadPairs, loadReplies, type Answer, type LabelledPair } from "./corpus.ts";
import { examples, fit } from "./weigh.ts";

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

const FOLDS = 10;

interface Shown {
  readonly family: string;
  readonly phrases: ReadonlySet<string>;
}

const keyOf = (concept: string, phrase: string): string => `${concept}:${phrase}`;

function shownBy(product: string, { command, reply }: Answer, recipient: "foreign" | "own" | "any" | null): Shown {
  const { said } = understand(recorded(reply), questionOf(command, recipient, reply));
  const tags = [...said.tags, ...said.urlTags];
  return {
    family: familyOf(product),
    phrases: new Set(tags.map(({ concept, phrase }) => keyOf(concept, phrase))),
  };
}

/** The families that show each phrase. */
function supports(): ReadonlyMap<string, ReadonlySet<string>> {
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
}

function lexiconWithout(
  { byStart }: Lexicon<Concept>,
  isLeftOut: (concept: string, phrase: string) => boolean,
): Lexicon<Concept> {
  return {
    byStart: new Map(
      [...byStart].map(([start, phrases]) => [
        start,
        phrases.filter(({ concept, phrase }) => !isLeftOut(concept, phrase)),
      ]),
    ),
  };
}

export interface Crossed {
  readonly replies: readonly ReadEntry[];
  readonly pairs: readonly { readonly pair: LabelledPair; readonly outcome: PairOutcome }[];
}

/** Reads each part of the development half by what the others taught. */
export function crossValidated(): Crossed {
  const replies = loadReplies("development");
  const pairs = loadPairs("development");
  const families = [...new Set([...replies, ...pairs].map(({ product }) => familyOf(product)))].toSorted();
  const by = supports();
  const parts = Array.from({ length: FOLDS }, (_, fold) => {
    const isOut = (family: string): boolean => families.indexOf(family) % FOLDS === fold;
    const lexicon = lexiconWithout(wholeKnowledge().lexicon, (concept, phrase) => {
      const shown = by.get(keyOf(concept, phrase));
      return shown !== undefined && [...shown].every((family) => isOut(family));
    });
    const weights = fit(examples({ lexicon }).filter(({ product }) => !isOut(familyOf(product))));
    const knowledge: Knowledge = { lexicon, weights };
    return {
      replies: replies
        .filter(({ product }) => isOut(familyOf(product)))
        .map((entry) => readEntry(entry, knowledge)),
      pairs: pairs
        .filter(({ product }) => isOut(familyOf(product)))
        .map((pair) => ({ pair, outcome: outcomeOf(pair, knowledge) })),
    };
  });
  return {
    replies: parts.flatMap((part) => part.replies),
    pairs: parts.flatMap((part) => part.pairs),
  };
}

export function crossConfusion({ replies, pairs }: Crossed): Confusion {
  return counted(
    "cross-validation over families of products",
    replies,
    pairs.map(({ outcome }) => outcome),
  );
}

if (import.meta.main) {
  const crossed = crossValidated();
  if (process.argv.includes("--list")) {
    for (const { entry, read } of crossed.replies.filter(({ entry, read }) => entry.meaning !== read)) {
      const mark = isHeavyReading(entry, read) ? "HEAVY " : "";
      console.log(
        `${mark}${entry.id} [${entry.product}] ${entry.command} ${entry.recipient ?? ""}: ${entry.meaning}, read as ${read}\n` +
          `    ${entry.reply.join(" | ")}\n    ${entry.reason}`,
      );
    }
    for (const { pair, outcome } of crossed.pairs.filter(({ outcome }) => !outcome.right)) {
      console.log(
        `${outcome.heavy ? "HEAVY " : ""}${pair.id} [${pair.product}]: ${pair.relay.join(" ")} / ${pair.delivery.join(" ")}, ` +
          `read as ${outcome.relay} / ${outcome.delivery}\n    ${pair.foreign.reply.join(" | ")}\n    ${pair.own.reply.join(" | ")}`,
      );
    }
  } else console.log(matrixOf(crossConfusion(crossed)));
}
