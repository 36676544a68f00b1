/** Resolvers of a run. */
import type { DnsAnswer, Resolver } from "../../dns/answer.ts";
import type { DnsType } from "../../dns/record-types.ts";
import { normalName } from "../../text/dns-name.ts";

export type { DnsType, Resolver };

/** Outcomes of `. NS` that speak for the resolver: at this moment, and for no longer. */
const WORKING: ReadonlySet<DnsAnswer["outcome"]> = new Set(["answer", "nodata", "refused"]);

/**
 * The same resolver, but every question is asked once; those who ask while it is under way share it. That the root
 * resolves is not remembered: it is asked to tell a broken resolver from a broken domain, and a resolver may die.
 */
export function memoised(resolver: Resolver): Resolver {
  /** By what was asked for and how, then by name: a run keeps them all, and a key of their own for each would be as long again. */
  const answers = new Map<string, Map<string, Promise<DnsAnswer>>>();
  return {
    ...resolver,
    query(name, type, manner) {
      const { once = false, asksBy = "ad" } = manner ?? {};
      const form = `${type} ${asksBy} ${String(once)}`;
      const alike = answers.get(form) ?? new Map<string, Promise<DnsAnswer>>();
      answers.set(form, alike);
      const key = normalName(name) ?? name;
      const known = alike.get(key);
      if (known !== undefined) return known;
      const asked = resolver.query(name, type, manner);
      alike.set(key, asked);
      if (name !== ".") return asked;
      return asked.then((answer) => {
        if (WORKING.has(answer.outcome)) alike.delete(key);
        return answer;
      });
    },
  };
}
