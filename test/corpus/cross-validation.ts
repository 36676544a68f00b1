/**
 * How replies of products are read from which nothing was learned: the development half is parted by families of
 * products, and each part is read without what only its own families taught. That is the weights, which are fitted to the other parts,
 * and the phrases of the vocabulary that nothing in the other parts shows. Phrases that no reply shows at all stay:
 * nobody learned them here. The rules cannot be parted so: what they are worth, an unseen half tells alone.
 *
 *     node test/corpus/cross-validation.ts            the matrix, as Markdown
 *     node test/corpus/cross-validation.ts --list     what is misread
 *     node test/corpus/cross-validation.ts --halves   the same over the halves that were unseen once (with --list, too)
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
import { loadPairs, loadReplies, loadSpentHalves, type LabelledPair, type LabelledReply } from "./corpus.ts";
import { familyOf, lexiconWithout, type Teacher } from "./left-out.ts";
import { examples, fit, type Example } from "./weigh.ts";

const FOLDS = 10;

export interface Crossed {
  readonly replies: readonly ReadEntry[];
  readonly pairs: readonly { readonly pair: LabelledPair; readonly outcome: PairOutcome }[];
}

/** What is known without what some entries taught. */
const knowledgeWithout = (isOut: (teacher: Teacher) => boolean, of: readonly Example[]): Knowledge => ({
  lexicon: lexiconWithout(isOut),
  weights: fit(of.filter((example) => !isOut(example))),
});

const crossedBy = (
  knowledge: Knowledge,
  replies: readonly LabelledReply[],
  pairs: readonly LabelledPair[],
): Crossed => ({
  replies: replies.map((entry) => readEntry(entry, knowledge)),
  pairs: pairs.map((pair) => ({ pair, outcome: outcomeOf(pair, knowledge) })),
});

/** Reads each part of the development half by what the others taught. */
export function crossValidated(): Crossed {
  const [replies, pairs] = [loadReplies("development"), loadPairs("development")];
  const families = [...new Set([...replies, ...pairs].map(({ product }) => familyOf(product)))].toSorted();
  const of = examples();
  const parts = Array.from({ length: FOLDS }, (_, fold) => {
    const isOut = ({ product }: Teacher): boolean => families.indexOf(familyOf(product)) % FOLDS === fold;
    return crossedBy(
      knowledgeWithout(isOut, of),
      replies.filter((entry) => isOut(entry)),
      pairs.filter((pair) => isOut(pair)),
    );
  });
  return {
    replies: parts.flatMap((part) => part.replies),
    pairs: parts.flatMap((part) => part.pairs),
  };
}

/**
 * Reads each spent half by what all others taught. What stood in an older half, too, was known when this one was counted:
 * it is counted with it, and not left out.
 */
export function halvesCrossed(): ReadonlyMap<string, Crossed> {
  const of = examples();
  const replies = new Map(loadReplies("development").map((entry) => [entry.id, entry]));
  const pairs = new Map(loadPairs("development").map((pair) => [pair.id, pair]));
  const older = new Set<string>();
  return new Map(
    loadSpentHalves().map((spent) => {
      const added = new Set([...spent.replies, ...spent.pairs].filter((id) => !older.has(id)));
      for (const id of added) older.add(id);
      const crossed = crossedBy(
        knowledgeWithout(({ id }) => added.has(id), of),
        spent.replies.map((id) => replies.get(id)).filter((entry) => entry !== undefined),
        spent.pairs.map((id) => pairs.get(id)).filter((pair) => pair !== undefined),
      );
      return [spent.half, crossed];
    }),
  );
}

function confusionOfCrossed(of: string, { replies, pairs }: Crossed): Confusion {
  return counted(
    of,
    replies,
    pairs.map(({ outcome }) => outcome),
  );
}

export const crossConfusion = (crossed: Crossed): Confusion =>
  confusionOfCrossed("cross-validation over families of products", crossed);

/** What is misread, one after the other. */
function listOf({ replies, pairs }: Crossed): readonly string[] {
  return [
    ...replies
      .filter(({ entry, read }) => entry.meaning !== read)
      .map(
        ({ entry, read }) =>
          `${isHeavyReading(entry, read) ? "HEAVY " : ""}${entry.id} [${entry.product}] ${entry.command} ${entry.recipient ?? ""}: ` +
          `${entry.meaning}, read as ${read}\n    ${entry.reply.join(" | ")}\n    ${entry.reason}`,
      ),
    ...pairs
      .filter(({ outcome }) => !outcome.right)
      .map(
        ({ pair, outcome }) =>
          `${outcome.heavy ? "HEAVY " : ""}${pair.id} [${pair.product}]: ${pair.relay.join(" ")} / ${pair.delivery.join(" ")}, ` +
          `read as ${outcome.relay} / ${outcome.delivery}\n    ${pair.foreign.reply.join(" | ")}\n    ${pair.own.reply.join(" | ")}`,
      ),
  ];
}

if (import.meta.main) {
  const isList = process.argv.includes("--list");
  if (process.argv.includes("--halves")) {
    for (const [half, crossed] of halvesCrossed()) {
      const confusion = confusionOfCrossed(`the ${half} half without what it taught`, crossed);
      console.log([matrixOf(confusion).split("\n")[0], ...(isList ? listOf(crossed) : [])].join("\n"));
    }
  } else {
    const crossed = crossValidated();
    console.log(isList ? listOf(crossed).join("\n") : matrixOf(crossConfusion(crossed)));
  }
}
