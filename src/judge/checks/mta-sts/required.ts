/** Where the domain has less of MTA-STS than the policy of the gate asks for. */
import { quote, quoteName, words, type SafeText } from "../../../text/quote.ts";
import { raise, type DomainSubject, type Outcome, type Raised } from "../../outcome.ts";

/** An outcome before it is known how long it took. */
export type Judged = Omit<Outcome, "seconds">;

/** Where there is no MTA-STS: nothing to judge, unless the policy of the gate asks for it. */
export function judgeAbsence(
  subject: DomainSubject,
  found: SafeText,
  summary: SafeText,
  question: Pick<Raised, "question">,
): Judged {
  const file = subject.domain.mtaSts?.file;
  const unread =
    file === undefined
      ? []
      : [
          raise(
            "mta-sts-record-invalid",
            { why: words`there is none, so no sender will read the policy of ${quote(file.file)}` },
            { ...question, at: { file: file.file, line: 1 } },
          ),
        ];
  const findings = [...unread, ...judgeRequired(subject, found, question)];
  if (findings.length > 0) return { findings, summary };
  return { findings, summary, skip: { because: "inapplicable", reason: summary } };
}

/**
 * The finding that a required policy is not there; none where none is required.
 * @param missing what there is not: a policy at all, or one that is enforced
 */
export function judgeRequired(
  subject: DomainSubject,
  found: SafeText,
  question: Pick<Raised, "question">,
  missing: "policy" | "enforce" = "policy",
): Raised[] {
  const { require } = subject.thresholds;
  const enforced = require.includes("mta-sts");
  if (!enforced && (missing === "enforce" || !require.includes("mta-sts-testing"))) return [];
  const wanted = enforced ? words`an enforced MTA-STS policy` : words`an MTA-STS policy (testing or enforce)`;
  const domain = quoteName(subject.domain.name);
  return [raise("mta-sts-required", { domain, wanted, found }, question)];
}
