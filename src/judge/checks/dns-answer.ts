/** What is said of a DNS question without a usable answer, or with several. */
import type { DnsAnswer, MxObservation } from "../../observe/observation.ts";
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
  return [raise("mx-inconsistent", details, { actual: joinWords(said, "; "), ...asked(answer) })];
}

function questionWords(answer: DnsAnswer): SafeText {
  return words`${quote(answer.type)} ${quoteName(answer.name)}`;
}

/** What was asked to tell a broken resolver from a broken domain. */
export type Doubt = Pick<MxObservation, "root" | "topLevels">;

/** How much less than usual depends on an answer. */
export type Softened =
  /** The MX records: nothing can be claimed without them. */
  | "inconclusive"
  /** The other family has an address, so senders get through. */
  | "warning"
  /** The same for IPv6, whatever the trouble is: a warning, or nothing can be claimed where the policy requires it. */
  | "warning-always"
  | "inconclusive-always";

/** The finding for a question without a usable answer. */
export function judgeFailure(answer: DnsAnswer, doubt: Doubt, softened?: Softened): Raised[] {
  const finding = findingFor(answer, doubt, softened);
  if (finding === undefined) return [];
  const ours = answer.outcome === "aborted" || answer.outcome === "local-limit";
  if (ours) return [finding];
  if (softened === "warning-always") return [{ ...finding, severity: "warning" }];
  return [softened === "inconclusive-always" ? { ...finding, severity: "inconclusive" } : finding];
}

function findingFor(answer: DnsAnswer, doubt: Doubt, softened: Softened | undefined): Raised | undefined {
  const question = questionWords(answer);
  const evidence = { ...failureEvidence(answer), ...asked(answer) };
  const soft = softened === "warning" ? { severity: softened } : {};
  switch (answer.outcome) {
    case "servfail": {
      const shownBy = bogusBy(answer);
      if (shownBy !== undefined) return raise("dnssec-bogus", { question, shownBy }, evidence);
      if (!answersForRoot(doubt)) return resolverBroken(answer, doubt);
      return raise("dns-servfail", { question }, { ...evidence, ...soft });
    }
    case "timeout":
      if (!answersForRoot(doubt)) return resolverBroken(answer, doubt);
      return raise("dns-timeout", { question, seconds: forPeople(answer.seconds) }, evidence);
    case "refused":
      return raise("dns-refused", { question, rcode: gaveWords(answer) }, evidence);
    case "malformed": {
      const severity = softened === "warning" ? {} : ({ severity: "inconclusive" } as const);
      return raise("dns-malformed", { question }, { ...evidence, ...severity });
    }
    case "unreachable":
      return resolverBroken(answer, doubt);
    case "local-limit":
      return raise("local-limit", { code: quote(answer.detail ?? "EMFILE") });
    case "aborted":
      return abortedFinding();
    case "nxdomain":
      return nothingExists(answer, doubt) ? resolverBroken(answer, doubt) : undefined;
    case "answer":
    case "nodata":
      return undefined;
  }
}

/** The question, and who answered it, for the line that asks it again. */
export function asked({
  name,
  type,
  server,
  zoneFile,
  differing,
}: DnsAnswer): Required<Pick<Raised, "question">> {
  const servers = differing?.map((each) => each.server);
  return { question: { name, type, server, ...(servers && { servers }), ...(zoneFile && { zoneFile }) } };
}

/** A server that has answers for its own zones only refuses this one, and works all the same. */
function answersForRoot({ root }: Doubt): boolean {
  return root !== undefined && ["answer", "nodata", "refused"].includes(root.outcome);
}

/**
 * Whether even top-level domains that exist do not, by the resolver that gave this answer. What a zone file says of a name
 * says nothing of a resolver.
 */
export function nothingExists({ zoneFile }: DnsAnswer, { topLevels }: Doubt): boolean {
  return zoneFile === undefined && (topLevels?.every(({ outcome }) => outcome === "nxdomain") ?? false);
}

/** The finding that the resolver is to blame, by what it said to this question and to others. */
export function resolverBroken(answer: DnsAnswer, { root, topLevels }: Doubt): Raised {
  const details = { question: questionWords(answer), gave: gaveWords(answer) };
  const evidence = { ...failureEvidence(answer), ...asked(answer) };
  if (answer.outcome === "nxdomain") {
    const names = joinWords(
      (topLevels ?? []).map(({ name }) => quoteName(name)),
      ", ",
    );
    const others = words`and so did the top-level domains ${names}: this resolver knows nothing of public DNS`;
    return raise("dns-resolver-broken", { ...details, others }, evidence);
  }
  if (root === undefined) {
    return raise(
      "dns-resolver-broken",
      { ...details, others: words`and the root of DNS was not asked for` },
      evidence,
    );
  }
  const others = answersForRoot({ root })
    ? words`although the resolver answers for the root of DNS`
    : words`and the root of DNS (NS .) got ${gaveWords(root)}: the resolver does not work`;
  return raise("dns-resolver-broken", { ...details, others }, evidence);
}

/** What a question got, to complete "X got …". */
export function gaveWords({ outcome, rcode, detail, seconds }: DnsAnswer): SafeText {
  switch (outcome) {
    case "timeout":
      return words`no answer within ${forPeople(seconds)} s`;
    case "unreachable":
      return words`no connection (${quote(detail ?? "unreachable")})`;
    case "malformed":
      return words`a malformed answer`;
    default:
      return quote(rcode ?? detail ?? outcome.toUpperCase());
  }
}

/** Extended errors by which a resolver says that validation failed (RFC 8914 4.7 to 4.13). */
const VALIDATION_ERRORS = { from: 6, to: 12 };

/** What shows that SERVFAIL means broken signatures; undefined where nothing does. */
function bogusBy({ withCheckingDisabled, extendedErrors }: DnsAnswer): SafeText | undefined {
  if (["answer", "nodata", "nxdomain"].includes(withCheckingDisabled ?? ""))
    return words`it is answered only with checking disabled`;
  const error = extendedErrors.find(
    ({ code }) => code >= VALIDATION_ERRORS.from && code <= VALIDATION_ERRORS.to,
  );
  return error === undefined ? undefined : words`the resolver says so (EDE ${error.code})`;
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
