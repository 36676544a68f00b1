/** A corpus of replies of real servers, labelled by their sources; README.md says how, and who may read which half. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const MEANINGS = [
  "relaying",
  "login",
  "tls",
  "client",
  "domain",
  "mailbox",
  "trouble",
  "greylisting",
  "unclear",
  "accepted",
] as const;

export type LabelledMeaning = (typeof MEANINGS)[number];
export type Half = "development" | "unseen";
export type Command = "MAIL" | "RCPT";

/** One reply, as it stands on the wire without its line ends. */
export interface LabelledReply {
  readonly id: string;
  readonly product: string;
  readonly command: Command;
  /** Of RCPT: whom the source gives it for; null at MAIL. */
  readonly recipient: "foreign" | "own" | "any" | null;
  readonly reply: readonly string[];
  readonly meaning: LabelledMeaning;
  readonly reason: string;
  readonly language: string;
  readonly source: string;
}

export interface Answer {
  readonly command: Command;
  readonly reply: readonly string[];
  readonly meaning: LabelledMeaning;
}

/** The two replies of one server in one state, and what the contract makes of them. */
export interface LabelledPair {
  readonly id: string;
  readonly product: string;
  readonly foreign: Answer;
  readonly own: Answer;
  /** The same words, once addresses and the two domains are left out. */
  readonly same: boolean;
  /** The result of the test, then its notice where it has one. */
  readonly relay: readonly string[];
  readonly delivery: readonly string[];
  readonly reason: string;
  readonly language: string;
  readonly source: string;
}

/** What a half held when it was counted, by ids of the development half that it is part of now. */
export interface SpentHalf {
  /** Its place in the order of README.md. */
  readonly half: string;
  readonly replies: readonly string[];
  readonly pairs: readonly string[];
}

/** The lines of a file; none where an unseen half is spent and its successor is still being collected. */
function linesOf(name: string, half: Half): readonly string[] {
  const path = join(import.meta.dirname, `${name}-${half}.ndjson`);
  if (half === "unseen" && !existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

/** The shape is asserted here, and checked entry by entry in corpus.test.ts. */
export const loadReplies = (half: Half): readonly LabelledReply[] =>
  linesOf("replies", half).map((line) => JSON.parse(line) as LabelledReply);

export const loadPairs = (half: Half): readonly LabelledPair[] =>
  linesOf("pairs", half).map((line) => JSON.parse(line) as LabelledPair);

/** The halves that were unseen once, the oldest first. Of the sixth and the seventh, what stood in none before. */
export const loadSpentHalves = (): readonly SpentHalf[] =>
  readFileSync(join(import.meta.dirname, "halves.ndjson"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as SpentHalf);
