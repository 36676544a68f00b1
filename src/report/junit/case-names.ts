/** Names of the cases of a file: no two of them have the same class and name. */
import type { DomainReport } from "../../judge/report.ts";

/** Names of the cases of a domain, class by class. */
export class CaseNames {
  /** By name, the classes that have a case of it. */
  readonly #taken = new Map<string, Set<string>>();

  /** The name itself, or with a number where a case of the class has it already. */
  distinct(inClass: string, name: string): string {
    let free = name;
    for (let number = 2; this.#taken.get(free)?.has(inClass) === true; number++) free = `${name} (${number})`;
    const classes = this.#taken.get(free);
    if (classes === undefined) this.#taken.set(free, new Set([inClass]));
    else classes.add(inClass);
    return free;
  }
}

/** Gives each domain its names; a domain and a server that are called the same share theirs. */
export function caseNames(domains: readonly DomainReport[]): (domain: DomainReport) => CaseNames {
  const once = new Set<string>();
  const shared = new Map<string, CaseNames>();
  for (const { name } of domains) {
    if (once.has(name)) shared.set(name, shared.get(name) ?? new CaseNames());
    once.add(name);
  }
  return ({ name }) => shared.get(name) ?? new CaseNames();
}
