/** The policy against that of a former report: senders fetch it again only where the id changed (RFC 8461 3.1). */
import { quote, words } from "../../../text/quote.ts";
import { policyCovers, type StsPolicy } from "../../../sts/sts-policy.ts";
import { raise, type Raised } from "../../outcome.ts";
import { ageWords } from "./reasons.ts";

/** What a former report saw. */
export interface FormerPolicy {
  readonly id: string;
  readonly policy: StsPolicy;
}

/** What is published now. */
export interface PresentPolicy extends FormerPolicy {
  /** MX hosts. */
  readonly hosts: readonly string[];
}

/**
 * The finding for a policy that says something else under the same id. An error where the old one is enforced and does
 * not list a present MX host: senders that keep it do not deliver there.
 */
export function judgeMemory(
  { id, policy, hosts }: PresentPolicy,
  former: FormerPolicy | undefined,
  question: Pick<Raised, "question">,
): Raised[] {
  if (former?.id !== id || said(former.policy) === said(policy)) return [];
  const before = former.policy;
  const missed = before.mode === "enforce" ? hosts.filter((host) => !policyCovers(before, host)) : [];
  const [first] = missed;
  const details = { id: quote(id), age: ageWords(before.maxAge) };
  if (first === undefined) return [raise("mta-sts-id-unchanged", details, question)];
  return [
    raise("mta-sts-id-unchanged", details, {
      ...question,
      severity: "error",
      actual: words`the old policy is enforced and does not list ${quote(first, 255)}`,
      senders: words`senders that have the old policy cached do not deliver to ${quote(first, 255)}`,
    }),
  ];
}

/** What a policy says to senders; how it is written does not matter. */
function said({ mode, maxAge, patterns }: StsPolicy): string {
  return JSON.stringify([mode, maxAge, [...new Set(patterns.map(({ pattern }) => pattern))].sort()]);
}
