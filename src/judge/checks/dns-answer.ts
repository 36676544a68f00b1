/** What is said of a DNS question without a usable answer, or with several. */
import type { DnsAnswer } from "../../observe/observation.ts";
import { joinWords, quote, quoteName, words, type SafeText } from "../../text/quote.ts";
import { abortedFinding } from "./endings.ts";
import { forPeople, raise, type Raised } from "../outcome.ts";

/** Name servers of one zone that say different things. */
export function judgeDiffering(answer: DnsAnswer): Raised[] {
  const { differing } = answer;
  if (differing === undefined) return [];
  const said = differing.map(({ server, outcome, values }) => {
    const content = values.length > 0 ? values.join(", ") : outcome;
    return quote(`${server}: ${content}`);
  });
  const details = { question: questionWords(answer), servers: differing.length };
  return [raise("mx-inconsistent", details, { actual: joinWords(said, "; ") })];
}

function questionWords(answer: DnsAnswer): SafeText {
  return words`${quote(answer.type)} ${quoteName(answer.name)}`;
}

/**
 * The finding for a question without a usable answer. `softened` is the severity where less than usual
 * depends on it: an unreadable MX answer leaves nothing to claim, a missing AAAA answer may cost nothing.
 */
export function judgeFailure(
  answer: DnsAnswer,
  root: DnsAnswer | undefined,
  softened: "inconclusive" | "warning" | undefined,
): Raised[] {
  const question = questionWords(answer);
  const { name, type, server } = answer;
  const evidence = { ...failureEvidence(answer), question: { name, type, server } };
  const soft = softened === "warning" ? { severity: softened } : {};
  // A server that has answers for its own zones only refuses this one, and is sound all the same.
  const resolverWorks = root !== undefined && ["answer", "nodata", "refused"].includes(root.outcome);
  switch (answer.outcome) {
    case "servfail":
      if (answer.withCheckingDisabled === "answer" || answer.withCheckingDisabled === "nodata") {
        return [raise("dnssec-bogus", { question }, evidence)];
      }
      return [
        resolverWorks
          ? raise("dns-servfail", { question }, { ...evidence, ...soft })
          : raise("dns-resolver-broken", { question }, evidence),
      ];
    case "timeout":
      if (!resolverWorks) return [raise("dns-resolver-broken", { question }, evidence)];
      return [raise("dns-timeout", { question, seconds: forPeople(answer.seconds) }, evidence)];
    case "refused":
      return [raise("dns-refused", { question }, evidence)];
    case "malformed":
      return [
        raise(
          "dns-malformed",
          { question },
          { ...evidence, ...(softened !== "warning" && { severity: "inconclusive" }) },
        ),
      ];
    case "unreachable":
      return [raise("dns-resolver-broken", { question }, evidence)];
    case "local-limit":
      return [raise("local-limit", { code: quote(answer.detail ?? "EMFILE") })];
    case "aborted":
      return [abortedFinding()];
    case "answer":
    case "nodata":
    case "nxdomain":
      return [];
  }
}

function failureEvidence(answer: DnsAnswer): { evidence?: SafeText } {
  const errors = answer.extendedErrors.map((error) =>
    quote(`EDE ${String(error.code)} ${error.text}`.trim()),
  );
  const parts = [answer.rcode, answer.detail, answer.server]
    .filter((part) => part !== undefined)
    .map((part) => quote(part));
  const all = [...parts, ...errors];
  return all.length === 0 ? {} : { evidence: joinWords(all, "; ") };
}
