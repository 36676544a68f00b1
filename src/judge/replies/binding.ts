/**
 * Which subject a predicate speaks of: the nearest one in its sentence. "Domain of sender address does not exist"
 * speaks of the sender, "unknown user" and "user unknown" of the recipient.
 */
import type { Tag } from "./lexicon.ts";
import { PREDICATES, SUBJECTS, type Concept, type Predicate, type Subject } from "./vocabulary/index.ts";

export interface Statement {
  readonly subject: Subject;
  readonly predicate: Predicate;
}

/** Tokens beyond which subject and predicate do not belong together. */
const FARTHEST = 12;
/** A subject in another clause of the sentence counts as farther away, in tokens. */
const OTHER_CLAUSE = 4;
/** English puts the subject first: one behind counts as a little farther. */
const BEHIND = 0.5;

const SUBJECT_SET: ReadonlySet<Concept> = new Set(SUBJECTS);
const PREDICATE_SET: ReadonlySet<Concept> = new Set(PREDICATES);

export function isSubject(tag: Tag<Concept>): tag is Tag<Subject> {
  return SUBJECT_SET.has(tag.concept);
}

function isPredicate(tag: Tag<Concept>): tag is Tag<Predicate> {
  return PREDICATE_SET.has(tag.concept);
}

/** What a reply states, in the order of its predicates. */
export function statementsIn(tags: readonly Tag<Concept>[]): readonly Statement[] {
  const all = tags.filter(isSubject);
  // "IP address", "user <x>": an address is of whom the word before it names.
  const subjects = all.filter(
    (tag, index) =>
      (tag.concept !== "address" && tag.concept !== "quoted") || all[index - 1]?.to !== tag.from,
  );
  return tags.filter(isPredicate).flatMap((predicate) => {
    const subject = nearest(predicate, subjects);
    return subject === undefined ? [] : [{ subject: subject.concept, predicate: predicate.concept }];
  });
}

function nearest(predicate: Tag<Predicate>, subjects: readonly Tag<Subject>[]): Tag<Subject> | undefined {
  let best: Tag<Subject> | undefined;
  let least = FARTHEST;
  for (const subject of subjects) {
    if (subject.sentence !== predicate.sentence || !goTogether(subject, predicate)) continue;
    const distance = distanceOf(predicate, subject);
    if (distance < least) {
      best = subject;
      least = distance;
    }
  }
  return best;
}

/** A no that stands before its noun. */
const NO = /^(?:no|geen|kein\|keine|aucun\*|nessun\*|brak)$/;
/** Tokens between such a no and its noun. */
const REACH = 2;

/**
 * A server does not call itself unknown: "this server has no such user". "Recipient deferred, there is no store" says
 * nothing against the recipient.
 */
function goTogether(subject: Tag<Subject>, predicate: Tag<Predicate>): boolean {
  if (subject.concept === "server" && predicate.concept === "unknown") return false;
  if (predicate.concept !== "unknown" || !NO.test(predicate.phrase)) return true;
  return subject.from >= predicate.to && subject.from - predicate.to <= REACH;
}

function distanceOf(predicate: Tag<Predicate>, subject: Tag<Subject>): number {
  const between =
    subject.from >= predicate.to ? subject.from - predicate.to + BEHIND : predicate.from - subject.to;
  return between + (subject.clause === predicate.clause ? 0 : OTHER_CLAUSE);
}
