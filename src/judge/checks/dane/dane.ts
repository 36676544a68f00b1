/** The check `dane`: whether senders that look at TLSA records would authenticate the server (RFC 7672). */
import type { DnsAnswer } from "../../../observe/observation.ts";
import { plural } from "../../../text/plural.ts";
import { joinWords, quote, quoteName, words, type SafeText } from "../../../text/quote.ts";
import { ownSeverity, raise, span, type EndpointSubject, type Outcome, type Raised } from "../../outcome.ts";
import { sendersWithoutTls } from "../../senders.ts";
import { greylisterInFront } from "../banner.ts";
import type { EndpointCheck } from "../check.ts";
import { asked } from "../dns-answer.ts";
import { abortedFinding } from "../endings.ts";
import { assess, type Encounter } from "./assessment.ts";
import { confirmWith } from "./confirm.ts";
import { judgeKeys } from "./keys.ts";
import { kindsOf, mistakeOf } from "./mismatch.ts";
import type { Publication, Published } from "./publication.ts";
import { kindOf, listed, recordWords, SHA256, SHA512, type RatedRecord } from "./tlsa-records.ts";
import { needsSha512, rolloverOf, type Verification } from "./verification.ts";

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
      return { findings: [notSeen(publication.answer)], summary: words`not seen`, seconds };
  }
}

function questionWords({ type, name }: DnsAnswer): SafeText {
  return words`${quote(type)} ${quoteName(name)}`;
}

/** What a question got that no sender can do anything with. */
function gaveWords({ outcome, dnssec, aliasLoop, aliasLimit, seconds }: DnsAnswer): SafeText {
  if (aliasLoop === true) return words`leads in a circle of aliases`;
  if (aliasLimit !== undefined) return words`leads over more than ${plural(aliasLimit, "alias", "aliases")}`;
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
    return { ...outcome, findings, summary: words`unseen` };
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
      return { ...outcome, findings, summary: words`not seen` };
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

function statusWords({ status }: Published): SafeText {
  return status === "zone-file" ? words`zone file, not live yet` : quote(status);
}

/** `3 1 1 0a1b…: matches`. */
function recordFacts(records: readonly RatedRecord[], encounter: Encounter): SafeText[] {
  const held = encounter.tls === "done" ? encounter.verification.records : undefined;
  const all = records.map(({ record, unusable }, index) => {
    if (unusable !== undefined) return words`${recordWords(record)} (unusable: ${unusable})`;
    const one = held?.[index];
    if (one === undefined) return recordWords(record);
    const said = one.matches
      ? one.counts
        ? words`matches`
        : words`matches, not looked at`
      : words`no match`;
    return words`${recordWords(record)} (${said})`;
  });
  const distinct = [...new Set(all)];
  const more = distinct.length - FACTS_LISTED;
  return more > 0 ? [...distinct.slice(0, FACTS_LISTED), words`and ${more} more`] : distinct;
}

/** Records that the facts list. */
const FACTS_LISTED = 12;

function unusableWords(records: readonly RatedRecord[]): SafeText {
  return listed(
    records.flatMap(({ record, unusable }) =>
      unusable === undefined ? [] : [words`${kindOf(record)} (${unusable})`],
    ),
  );
}

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
  const dane = words`senders with DANE do not deliver here, with or without TLS`;
  const senders = others === undefined ? dane : words`${dane}; ${others}`;
  return [raise("dane-no-tls", { base, how }, { resultType, senders })];
}

function wouldWords({ records }: Published, encounter: Encounter): SafeText {
  const usable = records.some(({ unusable }) => unusable === undefined);
  if (encounter.tls === "none")
    return words`If it does, senders with DANE do not deliver here: ${encounter.how}`;
  if (!usable) return words`No sender could use them anyway: ${unusableWords(records)}`;
  if (encounter.tls !== "done") return words`Whether they match could not be seen either`;
  const { by, faults } = encounter.verification;
  if (by !== undefined) return words`If it does, all is well: ${kindOf(by.record)} matches the certificate`;
  if (faults?.name === true)
    return words`If it does, senders with DANE do not deliver here: the certificate is not issued for this name`;
  if (faults !== undefined)
    return words`If it does, senders with DANE do not deliver here: the certificate is not valid today`;
  return words`If it does, senders with DANE do not deliver here: no record matches the certificate`;
}

function summarise({ by, faults }: Verification): SafeText {
  if (by !== undefined) return kindOf(by.record);
  if (faults === undefined) return words`mismatch`;
  return faults.name ? words`wrong name` : words`expired`;
}

type Met = Extract<Encounter, { readonly tls: "done" }>;

function judgeVerification(
  publication: Published,
  { verification, handshake }: Met,
  subject: EndpointSubject,
): Raised[] {
  const { by, faults, unmatched, records } = verification;
  const { certificates } = subject;
  const base = quoteName(publication.baseDomain);
  const parts = asked(publication.answer);
  const confirmed = { ...parts, ...confirmWith(publication) };
  const expected = listed(records.filter(({ counts }) => counts).map(({ record }) => recordWords(record)));
  const chain = (handshake.chain ?? []).map(({ sha256 }) => sha256);
  if (by === undefined && faults === undefined) {
    const { why, remedy } = mistakeOf(verification, chain, certificates);
    const [leaf = ""] = chain;
    const actual = chain.length === 0 ? undefined : certificateWords(leaf, subject);
    return [
      raise("dane-mismatch", { base, why }, { ...confirmed, expected, ...(actual && { actual }), remedy }),
    ];
  }
  if (by === undefined) return judgeFaults(publication, verification, handshake, subject);
  const findings: Raised[] = [];
  if (unmatched.length > 0) {
    const details = { base, kinds: kindsOf(unmatched), by: kindOf(by.record) };
    findings.push(raise("dane-unmatched-combination", details, parts));
  }
  const why = fragileWords(verification);
  if (why !== undefined) findings.push(raise("dane-fragile", { base, why }, parts));
  return findings;
}

function certificateWords(sha256: string, { certificates }: EndpointSubject): SafeText {
  const { subject = "", issuer = "" } = certificates[sha256] ?? {};
  return words`${quote(subject, 200)}, issued by ${quote(issuer, 200)} (its 3 0 1 record: ${quote(sha256)})`;
}

/** A path leads to the CA of a record, and names or dates do not let it count. */
function judgeFaults(
  publication: Published,
  { records, faults }: Verification,
  { chain = [] }: Met["handshake"],
  { certificates, now, nextHop }: EndpointSubject,
): Raised[] {
  const base = quoteName(publication.baseDomain);
  const parts = { ...asked(publication.answer), ...confirmWith(publication) };
  const reached = records.filter(({ matches, counts }) => matches && counts).map(({ record }) => record);
  const anchor = kindsOf(reached);
  const findings: Raised[] = [];
  const leaf = certificates[chain[0]?.sha256 ?? ""];
  if (faults?.name === true) {
    const names = [publication.baseDomain, ...(nextHop?.names ?? [])];
    const present = [
      ...(leaf?.dnsNames ?? []),
      ...(leaf?.dnsNames.length === 0 ? leaf.subjectCommonNames : []),
    ];
    findings.push(
      raise(
        "dane-name-mismatch",
        { base, anchor },
        {
          ...parts,
          expected: listed(names.map((name) => quoteName(name))),
          actual:
            present.length === 0 ? words`no name at all` : listed(present.map((name) => quote(name, 255))),
        },
      ),
    );
  }
  for (const sha256 of faults?.dates ?? []) {
    const { subject = "", notBefore = "", notAfter = "" } = certificates[sha256] ?? {};
    const early = now < Date.parse(notBefore);
    const state = early
      ? words`is not valid until ${quote(notBefore)}`
      : words`expired ${span(now - Date.parse(notAfter))} ago`;
    const certificate =
      sha256 === chain[0]?.sha256 ? words`The certificate` : words`The CA certificate ${quote(subject, 200)}`;
    const actual = early ? words`notBefore ${quote(notBefore)}` : words`notAfter ${quote(notAfter)}`;
    findings.push(raise("dane-expired", { certificate, state, anchor }, { ...parts, actual }));
  }
  return findings;
}

function fragileWords(verification: Verification): SafeText | undefined {
  const matching = verification.records.filter(({ matches }) => matches);
  const digestOfCertificate = matching.find(
    ({ record: { usage, selector, matchingType } }) =>
      usage === 3 && selector === 0 && (matchingType === SHA256 || matchingType === SHA512),
  );
  const unsent = matching.find(({ unsent }) => unsent === true);
  const reasons: SafeText[] = [];
  if (digestOfCertificate !== undefined)
    reasons.push(
      words`${kindOf(digestOfCertificate.record)} is the digest of the whole certificate, and every renewal changes it`,
    );
  if (needsSha512(verification))
    reasons.push(words`all its records are SHA-512, and senders are only required to know SHA-256`);
  if (unsent !== undefined)
    reasons.push(
      words`the CA of ${kindOf(unsent.record)} is in the record alone, and some senders (Exim) want the server to send it`,
    );
  return reasons.length === 0 ? undefined : joinWords(reasons, "; ");
}

/** What holds of a zone file is not so yet. */
function ofZone(findings: readonly Raised[], { status, answer }: Published): Raised[] {
  if (status !== "zone-file") return [...findings];
  const file = quote(answer.zoneFile?.file ?? "", 255);
  return findings.map((finding) => ({
    ...finding,
    evidence:
      finding.evidence ?? words`TLSA records of ${file}: this will hold once the zone is signed and live`,
  }));
}
