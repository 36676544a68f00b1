/** Errors of the user's configuration: everything that is wrong is told at once, and nothing is probed. */

/** One thing that is wrong, with its place where it has one. Lines and columns count from 1. */
export interface ConfigurationProblem {
  /** One or two sentences: the word, what is allowed, a suggestion. */
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Thrown with every problem found; exit code 2 of the command. */
export class ConfigurationError extends Error {
  readonly problems: readonly ConfigurationProblem[];

  constructor(problems: readonly ConfigurationProblem[]) {
    super(problems.map((problem) => problem.message).join("\n"));
    this.name = "ConfigurationError";
    this.problems = problems;
  }
}

/**
 * The word of `known` that `word` was probably meant to be, or undefined where none is near: at most two
 * edits away, and fewer than half of its length; or the only one that begins with it.
 */
export function closestWord(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.min(3, Math.ceil(typed.length / 2));
  for (const candidate of known) {
    const distance = editDistance(typed, candidate, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  const begun = typed.length < 3 ? [] : known.filter((candidate) => candidate.startsWith(typed));
  return best ?? (begun.length === 1 ? begun[0] : undefined);
}

/** Optimal string alignment distance (insert, delete, replace, swap neighbours), or `limit` once it is reached. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? limit) + 1,
        (current[column - 1] ?? limit) + 1,
        (previous[column - 1] ?? limit) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforePrevious[column - 2] ?? limit) + 1);
      }
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit, limit);
}

/**
 * The words of `known` that may have been meant, nearest first: what {@link closestWord} finds, then those that hold the
 * word or one that is near a part of it (`expired`: `cert-expired`).
 */
export function nearWords(word: string, known: readonly string[], most: number): string[] {
  const typed = word.toLowerCase();
  const whole = Math.min(3, Math.ceil(typed.length / 2));
  const part = Math.min(2, Math.ceil(typed.length / 3));
  const distanceOf = (candidate: string): number => {
    const distance = editDistance(typed, candidate, whole);
    if (distance < whole) return distance;
    if (typed.length >= 3 && candidate.includes(typed)) return whole;
    const parts = candidate.split(/[-.]/).filter((each) => each.length >= 3);
    if (parts.some((each) => editDistance(typed, each, part) < part)) return whole + 1;
    const shared = typed.split(/[-.\s_]/).filter((each) => parts.includes(each)).length;
    return shared === 0 ? Infinity : whole + 2 + 1 / shared;
  };
  const rated = known.map((candidate) => ({ candidate, distance: distanceOf(candidate) }));
  // Beside a word that was all but typed, one that only shares a part with it was hardly meant.
  const nearest = Math.min(...rated.map(({ distance }) => distance));
  const limit = nearest < whole ? whole : Infinity;
  return rated
    .filter(({ distance }) => distance < Infinity && distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.candidate.length - b.candidate.length)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** ` Did you mean x?` where a known word is near, else nothing. */
export function suggestion(word: string, known: readonly string[]): string {
  const meant = closestWord(word, known);
  return meant === undefined ? "" : ` Did you mean ${meant}?`;
}

/** What is written, in quotes, for a message; long values are cut. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}
