/** The check `dane`: whether senders that look at TLSA records would authenticate the server (RFC 7672). */
import type { DnsAnswer } from "../../../observe/observation.ts";
import { plural } from "../../../text/plural.ts";
import { quote, quoteName, words, type SafeText } from "../../../text/quote.ts";
import { ownSeverity, raise, type EndpointSubject, type Outcome, type Raised } from "../../outcome.ts";
import { sendersWithoutTls } from "../../senders.ts";
import { greylisterInFront } from "../banner.ts";
import type { EndpointCheck } from "../check.ts";
import { asked } from "../dns-answer.ts";
import { abortedFinding } from "../endings.ts";
import { assess, type Encounter } from "./assessment.ts";
import { judgeVerification, summarise } from "./certificate-findings.ts";
import { judgeKeys } from "./keys.ts";
import type { Publication, Published } from "./publication.ts";
import { recordFacts, statusWords, unusableWords, wouldWords } from "./record-words.ts";
import { listed } from "./tlsa-records.ts";
import { rolloverOf } from "./verification.ts";

export const daneCheck: EndpointCheck<"dane"> = {
  id: "dane",
  scope: "endpoint",
  title: "DANE",
  observes:
    "the TLSA records of the MX host, their DNSSEC status, and which of them the served certificate matches",
  passes: "a record that counts matches, or none is published (skip)",
  shortHead: "dane",
  weight: 0,
  needs: { depth: "starttls", dane: true },
  judge(subject) {
    const assessment = assess(subject);
    if (assessment === undefined) return undefined;
    const { publication, encounter } = assessment;
    const outcome =
      "records" in publication
        ? judgeRecords(publication, encounter ?? { tls: "unobserved" }, subject)
        : judgeAbsence(publication, subject);
    return outcome && { ...outcome, findings: outcome.findings.map((each) => atItsPort(each, subject)) };
  },
};

/** Nobody delivers mail of others to a submission port: what is an error at port 25 is a warning there (RFC 7672 7). */
function atItsPort(raised: Raised, { endpoint }: EndpointSubject): Raised {
  const submission = endpoint.submission === true || endpoint.port === 465 || endpoint.port === 587;
  return submission && ownSeverity(raised) === "error" ? { ...raised, severity: "warning" } : raised;
}

/** What comes to a verdict without any record. */
function judgeAbsence(
  publication: Exclude<Publication, Published>,
  subject: EndpointSubject,
): Outcome | undefined {
  const { answer } = publication;
  const question = answer === undefined ? {} : asked(answer);
  const seconds = answer?.seconds ?? 0;
  switch (publication.status) {
    case "none": {
      if (publication.lost === true) return judgeLost(subject, question, seconds);
      const reason = words`no TLSA`;
      const required = judgeRequired(words`it has no TLSA records`, subject, question);
      if (required.length > 0) return { findings: required, summary: reason, seconds, unproven: true };
      return { findings: [], summary: reason, seconds, skip: { because: "inapplicable", reason } };
    }
    case "failed": {
      const details = { question: questionWords(publication.answer), gave: gaveWords(publication.answer) };
      const confirm = publication.answer.outcome === "servfail" ? undefined : ("dig-dnssec" as const);
      const evidence = errorsOf(publication.answer);
      const findings = [raise("dane-lookup-failed", details, { ...question, ...evidence, confirm })];
      return { findings, summary: words`lookup failed`, seconds, unproven: true };
    }
    case "not-seen":
      return { findings: [notSeen(publication.answer)], summary: words`not seen`, seconds, unproven: true };
  }
}

/** No answer about TLSA records, of a host whose addresses are not known to be signed: only senders that see them signed ask. */
function judgeLost(subject: EndpointSubject, question: Pick<Raised, "question">, seconds: number): Outcome {
  const reason = words`TLSA not seen`;
  const required = judgeRequired(words`its TLSA records could not be looked up`, subject, question);
  const findings = required.map((each) => ({ ...each, severity: "inconclusive" as const }));
  if (findings.length > 0) return { findings, summary: reason, seconds, unproven: true };
  return { findings, summary: reason, seconds, skip: { because: "inconclusive", reason } };
}

function questionWords({ type, name }: DnsAnswer): SafeText {
  return words`${quote(type)} ${quoteName(name)}`;
}

/** What a question got that no sender can do anything with. */
function gaveWords({ outcome, dnssec, aliasLoop, aliasLimit, seconds }: DnsAnswer): SafeText {
  if (aliasLoop === true) return words`ends in an alias loop`;
  if (aliasLimit !== undefined)
    return words`goes through more than ${plural(aliasLimit, "alias", "aliases")}`;
  if (dnssec === "bogus") return words`fails DNSSEC validation`;
  if (outcome === "timeout") return words`gets no answer within ${Math.round(seconds)} s`;
  return outcome === "servfail" ? words`gets SERVFAIL` : words`gets a malformed answer`;
}

function errorsOf({ extendedErrors, server }: DnsAnswer): { evidence?: SafeText } {
  const errors = extendedErrors.map(({ code, text }) => quote(`EDE ${String(code)} ${text}`.trim()));
  const all = [...(server === undefined ? [] : [quote(server)]), ...errors];
  return all.length === 0 ? {} : { evidence: listed(all) };
}

/** The run is to blame, or its resolver: nothing is claimed. */
function notSeen({ outcome, detail }: DnsAnswer): Raised {
  if (outcome === "aborted") return abortedFinding();
  if (outcome === "local-limit") return raise("local-limit", { code: quote(detail ?? "EMFILE") });
  const reason =
    outcome === "refused"
      ? words`the resolver refuses to answer for TLSA records`
      : words`no resolver could be reached for the TLSA records`;
  return raise("not-probed", { reason });
}

/** `require: dane`, where DANE protects nobody. */
function judgeRequired(
  why: SafeText,
  { thresholds, endpoint }: EndpointSubject,
  parts: Pick<Raised, "question">,
): Raised[] {
  if (!thresholds.require.includes("dane")) return [];
  return [raise("dane-required", { host: quoteName(endpoint.host), why }, parts)];
}

function judgeRecords(
  publication: Published,
  encounter: Encounter,
  subject: EndpointSubject,
): Outcome | undefined {
  const { answer, records, baseDomain, status } = publication;
  const base = quoteName(baseDomain);
  const parts = asked(answer);
  const facts = {
    baseDomain: base,
    dnssec: statusWords(publication),
    records: recordFacts(records, encounter),
  };
  const outcome = { seconds: answer.seconds, facts };
  if (publication.status === "insecure") {
    const why =
      publication.of === "records"
        ? words`they are not signed with DNSSEC`
        : words`the addresses of this host are not signed with DNSSEC`;
    const findings = [
      raise("dane-insecure", { base, why }, parts),
      ...judgeRequired(words`its TLSA records are not secured by DNSSEC`, subject, parts),
    ];
    return { ...outcome, findings, summary: words`not signed`, unproven: true };
  }
  const keys = judgeKeys(publication, encounter, subject);
  const greylister = greylisterInFront(subject.dialog);
  if (greylister !== undefined) return { ...greylister, facts, findings: [...greylister.findings, ...keys] };
  if (status === "unseen") {
    const details = { base, why: UNSEEN, would: wouldWords(publication, encounter) };
    const findings = [raise("dane-unseen", details, parts), ...keys];
    return { ...outcome, findings, summary: words`unseen`, unproven: true };
  }
  const usable = records.filter(({ unusable }) => unusable === undefined);
  const shared = [...keys, ...judgeMx(subject)];
  if (usable.length === 0) {
    const why = unusableWords(records);
    const findings = [
      ...judgeTls(base, encounter, subject),
      raise("dane-unusable", { base, why }, parts),
      ...judgeRequired(words`no TLSA record is usable`, subject, parts),
      ...shared,
    ];
    return { ...outcome, findings: ofZone(findings, publication), summary: words`unusable`, unproven: true };
  }
  if (usable.length < records.length)
    shared.push(raise("dane-record-unusable", { base, why: unusableWords(records) }, parts));
  switch (encounter.tls) {
    case "unobserved":
      return keys.length === 0
        ? undefined
        : { ...outcome, findings: keys, summary: words`not reached`, unproven: true };
    case "unknown": {
      const why = words`whether its certificate matches could not be seen (${encounter.why})`;
      const findings = [raise("dane-unseen", { base, why, would: SECOND_LOOK }, parts), ...keys];
      return { ...outcome, findings, summary: words`not seen`, unproven: true };
    }
    case "none": {
      const findings = [...judgeTls(base, encounter, subject), ...shared];
      return { ...outcome, findings: ofZone(findings, publication), summary: words`no TLS`, unproven: true };
    }
    case "done": {
      const { verification } = encounter;
      const findings = [...judgeVerification(publication, encounter, subject), ...shared];
      const rollover = rolloverOf(verification, (record) =>
        subject.matchedElsewhere.has(JSON.stringify(record)),
      );
      return {
        seconds: answer.seconds,
        findings: ofZone(findings, publication),
        summary: summarise(verification),
        facts: { ...facts, ...(verification.by !== undefined && { rollover: quote(rollover) }) },
        unproven: verification.by === undefined,
      };
    }
  }
}

const UNSEEN = words`this run could not see whether DNSSEC secures them`;
const SECOND_LOOK = words`Run again; nothing is claimed about DANE here`;

/** The MX records, where they are not signed (RFC 7672 2.2.1). */
function judgeMx({ nextHop, domain }: EndpointSubject): Raised[] {
  if (nextHop?.mx?.dnssec !== "insecure") return [];
  return [raise("dane-mx-insecure", { domain: quoteName(domain) }, asked(nextHop.mx))];
}

/** Senders demand TLS even where no record is usable (RFC 7672 2.2). */
function judgeTls(base: SafeText, encounter: Encounter, { dialog }: EndpointSubject): Raised[] {
  if (encounter.tls !== "none") return [];
  const { how, resultType } = encounter;
  const others = sendersWithoutTls("starttls-not-offered", dialog);
  const dane = words`senders that use DANE do not deliver here, neither with TLS nor without`;
  const senders = others === undefined ? dane : words`${dane}; ${others}`;
  return [raise("dane-no-tls", { base, how }, { resultType, senders })];
}

/** What holds of a zone file is not so yet. */
function ofZone(findings: readonly Raised[], { status, answer }: Published): Raised[] {
  if (status !== "zone-file") return [...findings];
  const file = quote(answer.zoneFile?.file ?? "", 255);
  return findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence ?? words`TLSA records of ${file}: judged as if the zone were signed and live`,
  }));
}
