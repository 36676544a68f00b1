/** What the product asks of DNS, whoever answers. */
import type { DnsAnswer } from "../observation.ts";
import { normalName } from "../../text/dns-name.ts";

export type DnsType = DnsAnswer["type"];

export interface QueryOptions {
  /** Asks for the answer even where DNSSEC validation fails (RFC 4035 3.2.2). */
  readonly checkingDisabled?: boolean;
}

export interface Resolver {
  /** Who answers, for the report. */
  readonly description: string;
  /**
   * Asks one question and follows its aliases. Never rejects: what goes wrong is an outcome of the answer.
   * @param name in text form (RFC 1035 5.1), in any case, with or without trailing dot; `.` is the root.
   */
  query(name: string, type: DnsType, options?: QueryOptions): Promise<DnsAnswer>;
}

/** Outcomes of `. NS` that speak for the resolver: at this moment, and for no longer. */
const WORKING: ReadonlySet<DnsAnswer["outcome"]> = new Set(["answer", "nodata", "refused"]);

/**
 * The same resolver, but every question is asked once; those who ask while it is under way share it. That the root
 * resolves is not remembered: it is asked to tell a broken resolver from a broken domain, and a resolver may die.
 */
export function memoised(resolver: Resolver): Resolver {
  const answers = new Map<string, Promise<DnsAnswer>>();
  return {
    description: resolver.description,
    query(name, type, options = {}) {
      const checking = options.checkingDisabled === true ? "unchecked" : "checked";
      const key = `${type} ${checking} ${normalName(name) ?? name}`;
      const known = answers.get(key);
      if (known !== undefined) return known;
      const asked = resolver.query(name, type, options);
      answers.set(key, asked);
      if (name !== ".") return asked;
      return asked.then((answer) => {
        if (WORKING.has(answer.outcome)) answers.delete(key);
        return answer;
      });
    },
  };
}
