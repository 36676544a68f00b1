/**
 * One cause, however many domains it concerns: the findings that the same code makes at the same endpoint or host. Where
 * a finding names neither, its words decide, with the domain's own name left out. What every output tells once, and
 * what the gate counts.
 */
import type { CheckId } from "../checks/all.ts";
import { sessionDiagnostics } from "../diagnostics/session.ts";
import {
  checksWithFindings,
  type Check,
  type DomainReport,
  type Finding,
  type PlacedCheck,
} from "../report.ts";

/** A finding of a cause, and the check that has it. */
export interface Sighting {
  readonly finding: Finding;
  readonly placed: PlacedCheck;
}

export interface Cause {
  /** The first of its findings. */
  readonly finding: Finding;
  /** The check of that finding. */
  readonly check: CheckId;
  /** Where it was seen, in the order of the report. */
  readonly seen: readonly Sighting[];
}

/** Codes whose cause is the run: an interrupt or the deadline leaves many endpoints untested. */
const OF_THE_RUN: ReadonlySet<string> = new Set(["not-probed"]);

/** Codes of the session, whose end is one cause however many checks it leaves without an answer. */
const OF_THE_SESSION: ReadonlySet<string> = new Set(Object.keys(sessionDiagnostics));

/** Whether the cause of a code is the run itself, whatever endpoint has it. */
export function isCausedByRun(code: string): boolean {
  return OF_THE_RUN.has(code);
}

/** A cause as it grows. */
type Growing = Cause & { readonly seen: Sighting[] };

/** The causes of a report's findings, and which of them speak at a check. */
export class Causes {
  readonly #byKey = new Map<string, Growing>();
  /** An endpoint that several domains share is judged once, and its checks are the same objects. */
  readonly #byCheck = new Map<Check, { readonly place: object; readonly causes: readonly Growing[] }>();
  /** Words that differ, numbered: keys that hold whole sentences would take more memory than the report. */
  readonly #numbers = new Map<string, number>();

  /** Takes in the findings of a check; checks come in the order of the report. */
  add(placed: PlacedCheck): void {
    const { findings } = placed.check;
    if (findings.length === 0) return;
    const causes = this.#causesAt(placed);
    findings.forEach((finding, index) => causes[index]?.seen.push({ finding, placed }));
  }

  /** Every cause, in the order of its first finding. */
  get all(): Iterable<Cause> {
    return this.#byKey.values();
  }

  /** The cause of each finding of a check that was taken in, in the order of its findings. */
  at(placed: PlacedCheck): readonly Cause[] {
    return placed.check.findings.length === 0 ? [] : this.#causesAt(placed);
  }

  #causesAt(placed: PlacedCheck): readonly Growing[] {
    const { check } = placed;
    const place = placed.endpoint ?? placed.domain;
    const known = this.#byCheck.get(check);
    if (known?.place === place) return known.causes;
    const keys = new Set<string>();
    const causes = check.findings.map((finding): Growing => {
      let key = `${String(this.#number(wordsOf(finding, placed.domain)))} ${whereOf(placed, finding)}`;
      // Findings of one check that differ in what was seen only are no repetition.
      while (keys.has(key)) key += " another";
      keys.add(key);
      const cause = this.#byKey.get(key) ?? { finding, check: check.check, seen: [] };
      this.#byKey.set(key, cause);
      return cause;
    });
    this.#byCheck.set(check, { place, causes });
    return causes;
  }

  #number(words: string): number {
    const number = this.#numbers.get(words) ?? this.#numbers.size;
    this.#numbers.set(words, number);
    return number;
  }
}

const made = new WeakMap<readonly DomainReport[], Causes>();

/** The causes of a report's domains; worked out once for all outputs. */
export function causesOf(domains: readonly DomainReport[]): Causes {
  const known = made.get(domains);
  if (known !== undefined) return known;
  const causes = new Causes();
  for (const placed of checksWithFindings(domains)) causes.add(placed);
  keepCauses(domains, causes);
  return causes;
}

/** Keeps what was worked out while these domains were judged. */
export function keepCauses(domains: readonly DomainReport[], causes: Causes): void {
  made.set(domains, causes);
}

/**
 * What a cause is tied to: the run, or its check at an endpoint (the session there has none), at a host, or at nothing but its words and the file that
 * asks for the domain. The line does not count: in a list each domain has its own.
 */
function whereOf({ server, endpoint, check }: PlacedCheck, { code, host, address, policy }: Finding): string {
  if (isCausedByRun(code)) return "";
  // No word has a line break; the key of an endpoint comes last, for it is as it was observed.
  if (endpoint !== undefined) {
    const step = OF_THE_SESSION.has(code) ? "session" : check.check;
    return `${step}\n${server?.host ?? ""}\n${endpoint.key}`;
  }
  const rest = JSON.stringify([address, host === undefined ? policy?.file : undefined]);
  return `${check.check}\nnone\n${host ?? ""}\n${rest}`;
}

/** What is said and how it counts, without the domain's name; what was seen and how to confirm it may differ. */
function wordsOf(finding: Finding, { name }: DomainReport): string {
  const { code, severity, message, expected, remedy } = finding;
  const { waived, off, loweredFrom, known } = finding;
  const without = (text: string): string => (text.includes(name) ? text.replaceAll(name, "") : text);
  const said = `${code}\n${severity}\n${without(message)}\n${without(remedy)}\n`;
  const asked = expected === undefined ? "" : `expected ${without(expected)}`;
  const mild = waived === undefined && off === undefined && loweredFrom === undefined && known === undefined;
  return `${said}${asked}\n${mild ? "" : JSON.stringify([waived, off, loweredFrom, known])}`;
}
