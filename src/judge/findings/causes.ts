/**
 * One cause, however many domains it concerns: the findings that the same code makes at the same endpoint or host. Where
 * a finding names neither, its words decide, with the domain's own name left out. What every output tells once, and
 * what the gate counts.
 */
import type { CheckId } from "../checks/all.ts";
import { placedChecks, type DomainReport, type Finding, type PlacedCheck } from "../report.ts";

/** A finding of a cause, and the check that has it. */
export interface Sighting {
  readonly finding: Finding;
  readonly placed: PlacedCheck;
}

export interface Cause {
  /** The first of its findings. */
  readonly finding: Finding;
  readonly check: CheckId;
  /** Where it was seen, in the order of the report. */
  readonly seen: readonly Sighting[];
}

/** Codes whose cause is the run: an interrupt or the deadline leaves many endpoints untested. */
const OF_THE_RUN: ReadonlySet<string> = new Set(["not-probed"]);

/** Whether the cause of a code is the run itself, whatever endpoint has it. */
export function isCausedByRun(code: string): boolean {
  return OF_THE_RUN.has(code);
}

/** The causes of a report's findings, and which of them speak at a check. */
export class Causes {
  readonly #byKey = new Map<string, Cause & { readonly seen: Sighting[] }>();
  /** An endpoint that several domains share is judged once, and its findings are the same objects. */
  readonly #words = new Map<Finding, number>();
  /** Words that differ, numbered: keys that hold whole sentences would take more memory than the report. */
  readonly #numbers = new Map<string, number>();

  /** Takes in the findings of a check; checks come in the order of the report. */
  add(placed: PlacedCheck): void {
    const { check, findings } = placed.check;
    if (findings.length === 0) return;
    this.#keysAt(placed).forEach((key, index) => {
      const finding = findings[index];
      if (finding === undefined) return;
      const cause = this.#byKey.get(key) ?? { finding, check, seen: [] };
      if (cause.seen.length === 0) this.#byKey.set(key, cause);
      cause.seen.push({ finding, placed });
    });
  }

  /** Every cause, in the order of its first finding. */
  get all(): Iterable<Cause> {
    return this.#byKey.values();
  }

  /** The cause of each finding of a check, in the order of its findings. */
  at(placed: PlacedCheck): readonly Cause[] {
    if (placed.check.findings.length === 0) return [];
    return this.#keysAt(placed).flatMap((key) => this.#byKey.get(key) ?? []);
  }

  #number(words: string): number {
    const number = this.#numbers.get(words) ?? this.#numbers.size;
    this.#numbers.set(words, number);
    return number;
  }

  #keysAt(placed: PlacedCheck): string[] {
    const { domain, check } = placed;
    const keys: string[] = [];
    for (const finding of check.findings) {
      const words = this.#words.get(finding) ?? this.#number(wordsOf(finding, domain));
      this.#words.set(finding, words);
      let key = `${String(words)} ${whereOf(placed, finding)}`;
      // Findings of one check that differ in what was seen only are no repetition.
      while (keys.includes(key)) key += " another";
      keys.push(key);
    }
    return keys;
  }
}

const made = new WeakMap<readonly DomainReport[], Causes>();

/** The causes of a report's domains; worked out once for all outputs. */
export function causesOf(domains: readonly DomainReport[]): Causes {
  const known = made.get(domains);
  if (known !== undefined) return known;
  const causes = new Causes();
  for (const placed of placedChecks(domains)) causes.add(placed);
  keepCauses(domains, causes);
  return causes;
}

/** Keeps what was worked out while these domains were judged. */
export function keepCauses(domains: readonly DomainReport[], causes: Causes): void {
  made.set(domains, causes);
}

/** What a cause is tied to: the run, or its check at an endpoint, at a host, or at nothing but its words. */
function whereOf({ server, endpoint, check }: PlacedCheck, { code, host, address }: Finding): string {
  if (isCausedByRun(code)) return "";
  if (endpoint === undefined) return JSON.stringify([check.check, host, address]);
  return JSON.stringify([check.check, server?.host, endpoint.key]);
}

/** What is said and how it counts, without the domain's name; what was seen and how to confirm it may differ. */
function wordsOf(finding: Finding, { name }: DomainReport): string {
  const { code, severity, message, expected, remedy } = finding;
  const { policy, waived, off, loweredFrom, known } = finding;
  const said = [message, expected, remedy].map((text) => text?.replaceAll(name, ""));
  return JSON.stringify([code, severity, said, policy, waived, off, loweredFrom, known]);
}
