/**
 * How replies of products are read from which nothing was learned: the development half is parted by families of
 * products, and each part is read without what only its own families taught. That is the weights, which are fitted to the other parts,
 * and the phrases of the vocabulary that nothing in the other parts shows. Phrases that no reply shows at all stay:
 * nobody learned them here. The rules cannot be parted so: what they are worth, an unseen half tells alone.
 *
 *     node test/corpus/cross-validation.ts            the matrix, as Markdown
 *     node test/corpus/cross-validation.ts --list     what is misread
 */
import type { Knowledge } from "../../src/judge/replies/meaning.ts";
import {
  counted,
  isHeavyReading,
  matrixOf,
  outcomeOf,
  readEntry,
  type Confusion,
  type PairOutcome,
  type ReadEntry,
} from "./confusion.ts";
import { loadPairs, loadReplies, type LabelledPair } from "./corpus.ts";
import { familyOf, lexiconWithout } from "./left-out.ts";
import { examples, fit } from "./weigh.ts";

const FOLDS = 10;

export interface Crossed {
  readonly replies: readonly ReadEntry[];
  readonly pairs: readonly { readonly pair: LabelledPair; readonly outcome: PairOutcome }[];
}

/** Reads each part of the development half by what the others taught. */
export function crossValidated(): Crossed {
  const replies = loadReplies("development");
  const pairs = loadPairs("development");
  const families = [...new Set([...replies, ...pairs].map(({ product }) => familyOf(product)))].toSorted();
  const of = examples();
  const parts = Array.from({ length: FOLDS }, (_, fold) => {
    const isOut = (family: string): boolean => families.indexOf(family) % FOLDS === fold;
    const knowledge: Knowledge = {
      lexicon: lexiconWithout(isOut),
      weights: fit(of.filter(({ product }) => !isOut(familyOf(product)))),
    };
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
