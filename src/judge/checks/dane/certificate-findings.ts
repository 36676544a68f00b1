/** Findings about a served certificate that was held against TLSA records. */
import { joinWords, quote, quoteName, words, type SafeText } from "../../../text/quote.ts";
import { raise, span, type EndpointSubject, type Raised } from "../../outcome.ts";
import { asked } from "../dns-answer.ts";
import type { Encounter } from "./assessment.ts";
import { confirmWith } from "./confirm.ts";
import { kindsOf, mistakeOf } from "./mismatch.ts";
import type { Published } from "./publication.ts";
import { kindOf, listed, recordWords, SHA256, SHA512 } from "./tlsa-records.ts";
import { needsSha512, type Verification } from "./verification.ts";

/** What it comes to, for a cell. */
export function summarise({ by, faults }: Verification): SafeText {
  if (by !== undefined) return kindOf(by.record);
  if (faults === undefined) return words`mismatch`;
  return faults.name ? words`wrong name` : words`expired`;
}

/** TLS, and what the certificate comes to. */
type Met = Extract<Encounter, { readonly tls: "done" }>;

/** What is wrong, or easily will be, with a certificate that was held against records. */
export function judgeVerification(
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
    const { why, remedy } = mistakeOf(verification, chain, certificates, subject.matchedElsewhere);
    const [leaf] = chain;
    const actual = leaf === undefined ? undefined : certificateWords(leaf, subject);
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
  const fragile = fragility(verification);
  if (fragile !== undefined) {
    const { why, remedy } = fragile;
    findings.push(raise("dane-fragile", { base, why }, { ...parts, remedy }));
  }
  return findings;
}

/** The record that would match, and whose certificate it is of. */
function certificateWords(sha256: string, { certificates, endpoint }: EndpointSubject): SafeText {
  const { subject = "", issuer = "" } = certificates[sha256] ?? {};
  const whose = words`${quote(subject, 200)}, issued by ${quote(issuer, 200)}`;
  const key = endpoint.dane?.publicKey;
  return key === undefined ? whose : words`3 1 1 ${quote(key)} (${whose})`;
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

/** What will break, or does for some senders, and what to do where that is not the usual thing. */
function fragility(verification: Verification): { why: SafeText; remedy?: SafeText } | undefined {
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
      words`the CA of ${kindOf(unsent.record)} is only in the record, and some senders (Exim) need the server to send it`,
    );
  if (reasons.length === 0) return undefined;
  const why = joinWords(reasons, "; ");
  return unsent === undefined ? { why } : { why, remedy: SEND_THE_CA };
}

const SEND_THE_CA = words`Add the CA's certificate to the chain that the server sends; or publish a 3 1 1 record (the SHA-256 of the server's public key).`;
