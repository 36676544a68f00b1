/**
 * Fits the weights of src/judge/replies/evidence-weights.ts to the development half: softmax regression over the
 * evidence that two products or more give.
 *
 *     node test/corpus/weigh.ts            writes the weights
 *     node test/corpus/weigh.ts --folds    how they read products that they were not fitted to
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  chancesOf,
  evidenceIn,
  TENTHS,
  weigh,
  WEIGHED,
  type Weights,
} from "../../src/judge/replies/evidence.ts";
import { codesOf, understand, wholeKnowledge, type Knowledge } from "../../src/judge/replies/meaning.ts";
import { questionOf, recorded } from "./confusion.ts";
import { loadReplies } from "./corpus.ts";

export interface Example {
  readonly product: string;
  readonly label: number;
  readonly evidence: readonly string[];
}

/** The refusals of the development half, as evidence. */
export function examples({ lexicon }: Pick<Knowledge, "lexicon"> = wholeKnowledge()): readonly Example[] {
  return loadReplies("development").flatMap(({ command, recipient, reply, meaning, product }) => {
    if (meaning === "accepted") return [];
    const asked = questionOf(command, recipient, reply);
    const { text, said } = understand(recorded(reply), asked, { lexicon });
    const codes = codesOf(recorded(reply), text, asked);
    return [{ product, label: WEIGHED.indexOf(meaning), evidence: [...evidenceIn(said, codes, command)] }];
  });
}

/** Products that must share a piece of evidence: what one product alone says is its own phrase. */
const PRODUCTS = 2;
const STEPS = 300;
const RATE = 0.3;
/** How strongly weights are drawn to nothing. */
const RIDGE = 1;

/** Fits weights by full steps of AdaGrad: the same examples give the same weights. */
export function fit(of: readonly Example[]): Weights {
  const supports = new Map<string, Set<string>>();
  for (const { product, evidence } of of) {
    for (const piece of evidence) supports.set(piece, (supports.get(piece) ?? new Set()).add(product));
  }
  const pieces = [...supports]
    .filter(([, products]) => products.size >= PRODUCTS)
    .map(([piece]) => piece)
    .toSorted();
  const at = new Map(pieces.map((piece, index) => [piece, index]));
  const width = WEIGHED.length;
  const weights = new Float64Array(pieces.length * width);
  const squares = new Float64Array(pieces.length * width);
  const rows = of.map(({ label, evidence }) => ({
    label,
    known: evidence.map((piece) => at.get(piece)).filter((index) => index !== undefined),
  }));
  for (let step = 0; step < STEPS; step++) {
    const slopes = weights.map((weight) => (RIDGE * weight) / rows.length);
    for (const { label, known } of rows) {
      const sums = WEIGHED.map((_, meaning) =>
        known.reduce((sum, index) => sum + (weights[index * width + meaning] ?? 0), 0),
      );
      for (const [meaning, chance] of chancesOf(sums).entries()) {
        const slope = (chance - (meaning === label ? 1 : 0)) / rows.length;
        for (const index of known)
          slopes[index * width + meaning] = (slopes[index * width + meaning] ?? 0) + slope;
      }
    }
    for (const [index, slope] of slopes.entries()) {
      squares[index] = (squares[index] ?? 0) + slope * slope;
      weights[index] = (weights[index] ?? 0) - (RATE * slope) / (Math.sqrt(squares[index] ?? 0) + 1e-8);
    }
  }
  return new Map(
    pieces.map((piece, index) => [piece, [...weights.subarray(index * width, (index + 1) * width)]]),
  );
}

const FOLDS = 5;

export interface Crossed {
  readonly example: Example;
  readonly chances: readonly number[];
}

/** Examples of products that the weights were not fitted to, with their chances. */
export function crossed(of: readonly Example[]): readonly Crossed[] {
  const products = [...new Set(of.map(({ product }) => product))].toSorted();
  const foldOf = (product: string): number => products.indexOf(product) % FOLDS;
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fit(of.filter(({ product }) => foldOf(product) !== fold));
    return of
      .filter(({ product }) => foldOf(product) === fold)
      .map((example) => ({ example, chances: weigh(new Set(example.evidence), weights) }));
  }).flat();
}

/** The table of `weightsOf`; weights that round to nothing are left out. */
function tableOf(weights: Weights): readonly string[] {
  return [...weights].flatMap(([piece, row]) => {
    const kept = row
      .map((weight) => Math.round(weight * TENTHS))
      .map((tenths, index) =>
        tenths === 0 ? "" : `${String(index)}${tenths > 0 ? "+" : ""}${String(tenths)}`,
      )
      .filter((each) => each !== "");
    return kept.length === 0 ? [] : [`${piece}=${kept.join(",")}`];
  });
}

/** The lines of the file of weights. */
export function fileOf(weights: Weights): string {
  const lines: string[] = [];
  let line = "";
  for (const row of tableOf(weights)) {
    if (line !== "" && line.length + row.length + 1 > 110) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? row : `${line} ${row}`;
  }
  return [
    "/** Made by test/corpus/weigh.ts from the replies of the development half; not to be edited. */",
    "export const WEIGHTS = `",
    ...lines,
    line,
    "`;\n",
  ].join("\n");
}

if (import.meta.main) {
  if (process.argv.includes("--folds")) {
    const seen = crossed(examples());
    const right = (each: (typeof seen)[number]): boolean =>
      each.chances.indexOf(Math.max(...each.chances)) === each.example.label;
    console.log(
      `${String(seen.filter(right).length)} of ${String(seen.length)} read rightly by weights alone`,
    );
    for (const least of [0.4, 0.5, 0.6, 0.7, 0.8]) {
      const sure = seen.filter(({ chances }) => Math.max(...chances) >= least);
      console.log(`chance ${String(least)}: ${String(sure.filter(right).length)} of ${String(sure.length)}`);
    }
  } else {
    writeFileSync(
      join(import.meta.dirname, "../../src/judge/replies/evidence-weights.ts"),
      fileOf(fit(examples())),
    );
  }
}
