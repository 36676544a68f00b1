/**
 * The weight of what a refusal holds. Each piece of evidence (how the rules read it, a stem, two in a row, a concept of
 * the vocabulary, who is said to be what, the codes, the question) speaks for some meanings and against others; the
 * weights are a softmax regression over the replies of test/corpus, fitted by test/corpus/weigh.ts. Rules read what
 * they were written for; the sum of weak evidence reads new words for old causes.
 */
import { once } from "../../text/once.ts";
import { WEIGHTS } from "./evidence-weights.ts";
import type { Meaning } from "./meaning.ts";
import { IDENTIFIER, NUMBER, PAUSE, STOP } from "./reply-text.ts";
import type { Codes, Utterance } from "./utterance.ts";

/** What a refusal can mean, in the order of the weights. */
export const WEIGHED = [
  "relaying",
  "login",
  "tls",
  "client",
  "domain",
  "mailbox",
  "trouble",
  "greylisting",
  "unclear",
] as const satisfies readonly Meaning[];

/** A row of weights for each piece of evidence, in the order of {@link WEIGHED}. */
export type Weights = ReadonlyMap<string, readonly number[]>;

/** Letters of a word by which it is weighed: its stem, more or less, in the languages that have stems. */
const STEM = 5;
const UNWEIGHED: ReadonlySet<string> = new Set([PAUSE, NUMBER, IDENTIFIER]);

/** How the rules read a refusal. */
export interface RuleReading {
  readonly meaning: Meaning;
  readonly by: string;
}

/** What a refusal holds, each piece once. */
export function evidenceIn(
  said: Utterance,
  codes: Codes,
  command: "MAIL" | "RCPT",
  rule: RuleReading,
): ReadonlySet<string> {
  const { code, enhanced, foreign } = codes;
  const lasts = code < 500 ? "4" : "5";
  const asked = command === "MAIL" ? "mail" : foreign ? "foreign" : "own";
  const subject = `X.${enhanced?.split(".")[0] ?? "none"}`;
  const stems = said.tokens
    .filter((token) => !UNWEIGHED.has(token))
    .map((token) => (token === STOP || token.startsWith("<") ? token : token.slice(0, STEM)));
  return new Set([
    "always",
    `code:${String(code)}`,
    `stage:${command}${lasts}`,
    `enhanced:${enhanced ?? "none"}`,
    `subject:${subject}`,
    `asked:${asked}`,
    `rule:${rule.meaning}`,
    `rule:${rule.meaning}/${rule.by}`,
    `rule:${rule.meaning}/${asked}`,
    ...stems.filter((stem) => stem !== STOP).map((stem) => `stem:${stem}`),
    ...pairsOf(stems).map(([first, second]) => `row:${first}_${second}`),
    ...said.tags.flatMap(({ concept }) => [
      `says:${concept}`,
      `says:${concept}/${asked}`,
      `says:${concept}/${lasts}`,
      `says:${concept}/${subject}`,
    ]),
    ...pairsOf(said.tags).map(([first, second]) => `then:${first.concept}-${second.concept}`),
    ...said.urlTags.map(({ concept }) => `links:${concept}`),
    ...said.statements.map(({ subject, predicate }) => `states:${subject}-${predicate}`),
  ]);
}

/** Neighbours; the end of a sentence has none. */
function pairsOf<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items
    .slice(1)
    .map((item, index): readonly [Item, Item] => [items[index] as Item, item])
    .filter((pair) => !pair.includes(STOP as Item));
}

/** The chance of each meaning, 0 to 1, in the order of {@link WEIGHED}. */
export function weigh(evidence: ReadonlySet<string>, weights: Weights): readonly number[] {
  const sums: number[] = WEIGHED.map(() => 0);
  for (const piece of evidence) {
    const row = weights.get(piece) ?? [];
    for (const [index, weight] of row.entries()) sums[index] = (sums[index] ?? 0) + weight;
  }
  return chancesOf(sums);
}

/** The softmax of sums of weights: chances that add up to 1. */
export function chancesOf(sums: ArrayLike<number> & Iterable<number>): readonly number[] {
  const most = Math.max(...sums);
  const powers = Array.from(sums, (sum) => Math.exp(sum - most));
  const total = powers.reduce((all, each) => all + each, 0);
  return powers.map((power) => power / total);
}

/** Weights are kept as whole numbers: "stem:relay=0+31,3-7" is 3.1 for relaying and -0.7 for client. */
export const TENTHS = 10;

export function weightsOf(table: string): Weights {
  const rows = table.split(/\s+/).filter((row) => row !== "");
  return new Map(rows.map((row): [string, readonly number[]] => rowOf(row)));
}

function rowOf(row: string): [string, readonly number[]] {
  const end = row.lastIndexOf("=");
  const weights: number[] = WEIGHED.map(() => 0);
  for (const each of row.slice(end + 1).split(",")) weights[Number(each[0])] = Number(each.slice(1)) / TENTHS;
  return [row.slice(0, end), weights];
}

export const fittedWeights = once(() => weightsOf(WEIGHTS));
