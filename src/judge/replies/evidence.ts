/**
 * The weight of what a refusal holds, for one that no rule of words knows. Each piece of evidence (a stem, a concept
 * of the vocabulary, who is said to be what, the codes, the stage) speaks for some meanings and against others; the
 * weights are a softmax regression over the replies of test/corpus, fitted by test/corpus/weigh.ts. Rules read what
 * they were written for; the sum of weak evidence reads new words for old causes.
 */
import { once } from "../../text/once.ts";
import { WEIGHTS } from "./evidence-weights.ts";
import type { Meaning } from "./meaning.ts";
import { IDENTIFIER, NUMBER, PAUSE, STOP } from "./reply-text.ts";
import { isOfServer, says, type Codes, type Utterance } from "./utterance.ts";
import type { Concept } from "./vocabulary/index.ts";

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
const UNWEIGHED: ReadonlySet<string> = new Set([STOP, PAUSE, NUMBER, IDENTIFIER]);

/** What a refusal holds, each piece once. */
export function evidenceIn(said: Utterance, codes: Codes, command: "MAIL" | "RCPT"): ReadonlySet<string> {
  const { code, enhanced } = codes;
  const lasts = code < 500 ? "4" : "5";
  return new Set([
    "always",
    `code:${String(code)}`,
    `stage:${command}${lasts}`,
    `enhanced:${enhanced ?? "none"}`,
    `subject:${enhanced?.split(".")[0] ?? "none"}`,
    ...said.tokens.filter((token) => !UNWEIGHED.has(token)).map((token) => `stem:${token.slice(0, STEM)}`),
    ...said.tags.map(({ concept }) => `says:${concept}`),
    ...said.urlTags.map(({ concept }) => `links:${concept}`),
    ...said.statements.map(({ subject, predicate }) => `states:${subject}-${predicate}`),
  ]);
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
export function chancesOf(sums: readonly number[]): readonly number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
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

/**
 * What a reply has to name before it is weighed as this: weak evidence adds up to no mailbox where nobody is named, and
 * to no relaying where no domain is.
 */
const NAMED: Readonly<Partial<Record<Meaning, readonly Concept[]>>> = {
  relaying: ["relay", "openRelay", "foreign", "notInList", "notOurs", "domain"],
  login: ["auth", "authMissing"],
  tls: ["tls", "tlsMissing"],
  domain: ["domain", "domainSaid", "domainRecords"],
  mailbox: ["recipient", "mailbox", "mailboxSaid", "quoted", "address"],
  trouble: ["troubleSaid", "ownTrouble", "trouble", "failed", "server", "verification"],
};

/** Whether a reply names what this meaning is about; for good, no trouble is meant where nothing failed. */
export function isNamed(meaning: Meaning, said: Utterance, codes: Codes): boolean {
  const { code } = codes;
  // Of a stranger's domain a server knows no mailboxes: there it takes words that say so.
  if (meaning === "mailbox" && (codes.foreign || isOfServer(codes))) return false;
  const concepts = meaning === "trouble" && code >= 500 ? (["failed"] as const) : NAMED[meaning];
  return concepts === undefined || says(said, ...concepts);
}

/** The chance of each meaning of a refusal, 0 to 1. */
export function weighRefusal(
  said: Utterance,
  codes: Codes,
  command: "MAIL" | "RCPT",
  weights: Weights,
): ReadonlyMap<Meaning, number> {
  const chances = weigh(evidenceIn(said, codes, command), weights);
  return new Map(WEIGHED.map((meaning, index) => [meaning, chances[index] ?? 0]));
}
