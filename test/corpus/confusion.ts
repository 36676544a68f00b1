/**
 * How the rules read the corpus: the confusion matrix of a half, and the outcome of its pairs. It keeps counts only,
 * so that who runs it over the unseen half learns no text.
 *
 *     node test/corpus/confusion.ts          the matrices of both halves, as Markdown for docs/accuracy.md
 */
import { compareAnswers, type Answer as Answered } from "../../src/judge/replies/comparison.ts";
import { readReply, wholeKnowledge, type Knowledge, type Meaning } from "../../src/judge/replies/meaning.ts";
import type { Asked } from "../../src/judge/replies/quoted-names.ts";
import type { Reply } from "../../src/observe/observation.ts";
import { loadPairs, loadReplies, MEANINGS } from "./corpus.ts";
import type { Answer, Half, LabelledPair, LabelledReply } from "./corpus.ts";

/** The placeholders of the corpus (README.md). */
export const FOREIGN = "relay-test@foreign.example";
export const OWN = "postmaster@own.example";

/** The question to which an entry is the answer. Where it is given for any recipient, the text tells which one. */
export function questionOf(
  command: Answer["command"],
  recipient: "foreign" | "own" | "any" | null,
  lines: readonly string[],
): Asked {
  const foreign =
    recipient === "foreign" || (recipient === "any" && lines.join().includes("foreign.example"));
  return {
    command,
    ownAddress: "192.0.2.77",
    heloName: "probe.example",
    sender: "postmaster@probe.example",
    recipient: command === "MAIL" ? undefined : foreign ? FOREIGN : OWN,
    foreign,
    host: "mx.own.example",
  };
}

/** A reply as it is recorded: its UTF-8 bytes as latin1. */
export function recorded(lines: readonly string[]): Reply {
  return {
    code: Number(lines[0]?.slice(0, 3)),
    lines: lines.map((line) => Buffer.from(line, "utf8").toString("latin1")),
    seconds: 0,
  };
}

export interface Confusion {
  /** What was read: "development half". */
  readonly of: string;
  readonly total: number;
  readonly right: number;
  readonly heavy: number;
  /** By label, then by what it was read as. */
  readonly counts: Readonly<Record<Meaning, Readonly<Record<Meaning, number>>>>;
  readonly pairs: { readonly total: number; readonly right: number; readonly heavy: number };
}

/** A label, and what was read. */
export interface ReadEntry {
  readonly entry: LabelledReply;
  readonly read: Meaning;
}

export function readEntry(entry: LabelledReply, knowledge: Knowledge = wholeKnowledge()): ReadEntry {
  const { command, recipient, reply } = entry;
  return {
    entry,
    read: readReply(recorded(reply), questionOf(command, recipient, reply), knowledge).meaning,
  };
}

/** Reads one half. */
export function confusionOf(half: Half): Confusion {
  return counted(
    `${half} half`,
    loadReplies(half).map((entry) => readEntry(entry)),
    loadPairs(half).map((pair) => outcomeOf(pair)),
  );
}

/** Counts what was read. */
export function counted(
  of: string,
  replies: readonly ReadEntry[],
  outcomes: readonly PairOutcome[],
): Confusion {
  const row = (): Record<Meaning, number> =>
    Object.fromEntries(MEANINGS.map((meaning) => [meaning, 0])) as Record<Meaning, number>;
  const counts = Object.fromEntries(MEANINGS.map((meaning) => [meaning, row()])) as Record<
    Meaning,
    Record<Meaning, number>
  >;
  for (const { entry, read } of replies) counts[entry.meaning][read]++;
  return {
    of,
    total: replies.length,
    right: MEANINGS.reduce((sum, meaning) => sum + counts[meaning][meaning], 0),
    heavy: replies.filter(({ entry, read }) => isHeavyReading(entry, read)).length,
    counts,
    pairs: {
      total: outcomes.length,
      right: outcomes.filter(({ right }) => right).length,
      heavy: outcomes.filter(({ heavy }) => heavy).length,
    },
  };
}

export interface PairOutcome {
  readonly right: boolean;
  readonly heavy: boolean;
  readonly relay: string;
  readonly delivery: string;
}

/** What the rules make of a pair, in the words of the corpus. */
export function outcomeOf(pair: LabelledPair, knowledge: Knowledge = wholeKnowledge()): PairOutcome {
  const answered = ({ command, reply }: Answer, recipient: "foreign" | "own"): Answered => ({
    reply: recorded(reply),
    asked: questionOf(command, recipient, reply),
  });
  const { relay, delivery } = compareAnswers(
    { foreign: answered(pair.foreign, "foreign"), own: answered(pair.own, "own") },
    knowledge,
  );
  const words = (outcome: { readonly result: string; readonly code?: string } | undefined): string =>
    [outcome?.result === "finding" ? undefined : outcome?.result, outcome?.code]
      .filter((word) => word !== undefined)
      .join(" ");
  const seen = { relay: words(relay), delivery: words(delivery) };
  const right = seen.relay === pair.relay.join(" ") && seen.delivery === pair.delivery.join(" ");
  return { ...seen, right, heavy: !right && isHeavy(pair, seen.relay, seen.delivery) };
}

const FAILURES = ["relay-open", "domain-not-served", "login-required", "delivery-failing"];

/** A pass without an answer; a failure where the client was refused; a domain that is not served and passes. */
function isHeavy(pair: LabelledPair, relay: string, delivery: string): boolean {
  const passes = (outcome: string): boolean => outcome.startsWith("pass");
  const unanswered = (expected: readonly string[]): boolean => expected[0] !== "pass";
  const refused = pair.foreign.meaning === "client" || pair.own.meaning === "client";
  return (
    (passes(relay) && unanswered(pair.relay)) ||
    (passes(delivery) && unanswered(pair.delivery)) ||
    (refused && [relay, delivery].some((outcome) => FAILURES.includes(outcome)))
  );
}

type Effect = "pass" | "fail" | "nothing";

/** What each meaning does alone to `delivery`: it passes, it fails, or nothing is claimed. */
const DELIVERY: Readonly<Record<Meaning, Effect>> = {
  accepted: "pass",
  relaying: "fail",
  login: "fail",
  tls: "nothing",
  client: "nothing",
  domain: "fail",
  mailbox: "pass",
  trouble: "fail",
  greylisting: "nothing",
  unclear: "nothing",
};

/** And to `relay`, which is what the reply for a stranger's recipient tells of. */
const RELAY: Readonly<Record<Meaning, Effect>> = {
  ...DELIVERY,
  accepted: "fail",
  relaying: "pass",
  login: "pass",
  domain: "nothing",
  trouble: "nothing",
};

/**
 * Whether a reply is read so that, alone, its question would pass without an answer, or fail where the client was
 * refused. That a domain is not served, and passes, is among the first.
 */
export function isHeavyReading({ recipient, meaning }: LabelledReply, read: Meaning): boolean {
  if (read === meaning) return false;
  const effects = recipient === "foreign" ? RELAY : DELIVERY;
  return (
    (effects[read] === "pass" && effects[meaning] !== "pass") ||
    (meaning === "client" && effects[read] === "fail")
  );
}

export const rateOf = ({ right, total }: { readonly right: number; readonly total: number }): number =>
  total === 0 ? 1 : right / total;

/** The matrix as a Markdown table. */
export function matrixOf(confusion: Confusion): string {
  const { of, counts, right, total, heavy, pairs } = confusion;
  const percent = (100 * rateOf(confusion)).toFixed(1);
  const lines = MEANINGS.map((label) => {
    const cells = MEANINGS.map((read) => (counts[label][read] === 0 ? "·" : String(counts[label][read])));
    return `| **${label}** | ${cells.join(" | ")} |`;
  });
  return [
    `${of}: ${String(right)} of ${String(total)} replies (${percent} %), ${String(heavy)} of them heavily wrong; ` +
      `${String(pairs.right)} of ${String(pairs.total)} pairs, ${String(pairs.heavy)} of them heavily wrong.`,
    "",
    `| label \\ read | ${MEANINGS.join(" | ")} |`,
    `| --- | ${MEANINGS.map(() => "---:").join(" | ")} |`,
    ...lines,
  ].join("\n");
}

if (import.meta.main) {
  const confusions = (["development", "unseen"] as const).map((half) => confusionOf(half));
  for (const each of confusions.filter(({ total }) => total > 0)) console.log(`${matrixOf(each)}\n`);
}
