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
import type { Lexicon } from "../../src/judge/replies/lexicon.ts";
import { codesOf, understand } from "../../src/judge/replies/meaning.ts";
import { readByRules } from "../../src/judge/replies/rules.ts";
import type { Concept } from "../../src/judge/replies/vocabulary/index.ts";
import { FOREIGN, OWN, questionOf, recorded } from "./confusion.ts";
import { loadPairs, loadReplies, type Answer } from "./corpus.ts";
import { familyOf, lexiconWithout } from "./left-out.ts";

export interface Example {
  readonly id: string;
  readonly product: string;
  readonly label: number;
  readonly evidence: readonly string[];
  readonly weight: number;
}

interface Refusal {
  readonly id: string;
  readonly product: string;
  readonly answer: Answer;
  readonly recipient: "foreign" | "own" | null;
  readonly weight: number;
}

/** A refusal that is given for any recipient is one for each of both, at half the weight. */
function refusals(): readonly Refusal[] {
  const replies = loadReplies("development").flatMap((entry): readonly Refusal[] => {
    const { id, product, recipient, command } = entry;
    if (command === "MAIL") return [{ id, product, answer: entry, recipient: null, weight: 1 }];
    if (recipient !== null && recipient !== "any")
      return [{ id, product, answer: entry, recipient, weight: 1 }];
    return RECIPIENTS.map((each) => ({
      id,
      product,
      answer: addressedTo(entry, each),
      recipient: each,
      weight: 1 / 2,
    }));
  });
  const pairs = loadPairs("development").flatMap(({ id, product, foreign, own }): readonly Refusal[] =>
    foreign.command === "MAIL"
      ? [{ id, product, answer: foreign, recipient: null, weight: 1 }]
      : [
          { id, product, answer: foreign, recipient: "foreign", weight: 1 / 2 },
          { id, product, answer: own, recipient: "own", weight: 1 / 2 },
        ],
  );
  return [...replies, ...pairs].filter(({ answer }) => answer.meaning !== "accepted");
}

const RECIPIENTS = ["foreign", "own"] as const;

function addressedTo(answer: Answer, recipient: "foreign" | "own"): Answer {
  const [from, to] = recipient === "foreign" ? [OWN, FOREIGN] : [FOREIGN, OWN];
  return { ...answer, reply: answer.reply.map((line) => line.replaceAll(from, to)) };
}

/**
 * The refusals of the development half, as evidence. Each is read by rules that lack the phrases which its own family
 * alone taught, so that the weights learn how far rules are to be trusted with what they were not written for.
 */
export function examples(): readonly Example[] {
  const lexicons = new Map<string, Lexicon<Concept>>();
  return refusals().map(({ id, product, answer, recipient, weight }) => {
    const { command, reply, meaning } = answer;
    const own = familyOf(product);
    const lexicon = lexicons.get(own) ?? lexiconWithout(({ product: other }) => familyOf(other) === own);
    lexicons.set(own, lexicon);
    const asked = questionOf(command, recipient, reply);
    const { text, said } = understand(recorded(reply), asked, { lexicon });
    const codes = codesOf(recorded(reply), text, asked);
    const rule = readByRules(said, codes, command, { lexicon });
    const evidence = [...evidenceIn(said, codes, command, rule)];
    return { id, product, label: (WEIGHED as readonly string[]).indexOf(meaning), evidence, weight };
  });
}

/** Products that must share a piece of evidence: what one product alone says is its own phrase. */
const PRODUCTS = 2;
const STEPS = 200;
const RATE = 0.3;
/** How strongly weights are drawn to nothing. */
const RIDGE = 4;

function add(to: Float64Array, toAt: number, from: Float64Array, fromAt: number, count: number): void {
  for (let each = 0; each < count; each++) {
    to[toAt + each] = (to[toAt + each] ?? 0) + (from[fromAt + each] ?? 0);
  }
}

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
  const rows = of.map(({ label, evidence, weight }) => ({
    label,
    weight,
    known: evidence.map((piece) => at.get(piece)).filter((index) => index !== undefined),
  }));
  const slopes = new Float64Array(weights.length);
  const sums = new Float64Array(width);
  for (let step = 0; step < STEPS; step++) {
    for (let index = 0; index < slopes.length; index++) {
      slopes[index] = (RIDGE * (weights[index] ?? 0)) / rows.length;
    }
    for (const { label, known, weight } of rows) {
      sums.fill(0);
      for (const index of known) add(sums, 0, weights, index * width, width);
      const errors = Float64Array.from(chancesOf(sums));
      errors[label] = (errors[label] ?? 0) - 1;
      for (let each = 0; each < width; each++) errors[each] = ((errors[each] ?? 0) * weight) / rows.length;
      for (const index of known) add(slopes, index * width, errors, 0, width);
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
