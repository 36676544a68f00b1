/** A corpus of replies of real servers, labelled by their sources; README.md says how, and who may read which half. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
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
export type Half = "seen" | "unseen";
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

/** Chosen for even halves only: the smallest number that gives them (README.md). */
const SALT = "3";

const hash = (text: string): Buffer => createHash("sha256").update(`${SALT}\n${text}`).digest();

/** Whether all replies of a product lie in one half, so that the other half's readers never saw it. */
export const isWhole = (product: string): boolean => hash(product).readUInt8(0) % 5 < 2;

/** The half that an entry lies in: for a pair, the text is both replies with an empty line between. */
export function halfOf(product: string, text: string): Half {
  const byte = isWhole(product) ? hash(product).readUInt8(1) : hash(`${product}\n${text}`).readUInt8(0);
  return byte % 2 === 0 ? "seen" : "unseen";
}

const lines = (name: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, `${name}.ndjson`), "utf8")
    .split("\n")
    .filter((line) => line !== "");

/** The shape is asserted here, and checked entry by entry in corpus.test.ts. */
export const loadReplies = (half: Half): readonly LabelledReply[] =>
  lines(`replies-${half}`).map((line) => JSON.parse(line) as LabelledReply);

export const loadPairs = (half: Half): readonly LabelledPair[] =>
  lines(`pairs-${half}`).map((line) => JSON.parse(line) as LabelledPair);
