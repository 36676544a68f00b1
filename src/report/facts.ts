/** The facts of a check in words. */
import type { Check } from "../judge/report.ts";

/** `tlsVersion TLSv1.3`: one text per fact, in the order in which the check tells them. */
export function factWords({ facts = {} }: Check): string[] {
  return Object.entries(facts).map(([name, value]) => {
    return `${name} ${Array.isArray(value) ? value.join(", ") : String(value)}`;
  });
}
