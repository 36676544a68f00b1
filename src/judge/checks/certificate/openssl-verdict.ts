/**
 * OpenSSL has a say: its own verdict, recorded during the handshake, beside ours. What it refuses is no plain pass, and
 * what it trusts is not untrusted on our word alone.
 */
import type { TlsHandshake } from "../../../observe/observation.ts";
import { joinWords, quote, words, type SafeText } from "../../../text/quote.ts";
import type { Code } from "../../diagnostics/registry.ts";
import { raise, span, type EndpointSubject, type Raised } from "../../outcome.ts";
import { isValidAt } from "./best-path.ts";

/** What we say of trust, and OpenSSL would say, too, if it saw it so. */
const OF_TRUST: readonly Code[] = [
  "cert-self-signed",
  "cert-incomplete-chain",
  "cert-untrusted",
  "cert-wrong-usage",
];

/** Findings with which we refuse what OpenSSL refuses. */
const REFUSALS: readonly Code[] = [
  ...OF_TRUST,
  "cert-expired",
  "cert-not-yet-valid",
  "cert-chain-expired",
  "cert-chain-order",
];

/** Node's codes for errors that depend on the clock. */
const OF_DATES: ReadonlySet<string> = new Set(["CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"]);

/** Of the subject, what this looks at. */
type DatedSubject = Pick<EndpointSubject, "certificates" | "now" | "observedAt">;

/** A clock that differs by more than this has been moved (`judge --at`). */
const MOVED = 3_600_000;

/**
 * Holds our findings beside OpenSSL's verdict. Where it was not recorded, they are as they were.
 * @param dated certificates whose dates count, by SHA-256: the leaf, and the path above it
 */
export function besideOpenssl(
  { opensslVerdict: verdict }: TlsHandshake,
  findings: readonly Raised[],
  dated: readonly string[],
  subject: DatedSubject,
): readonly Raised[] {
  if (verdict === undefined) return findings;
  if (verdict !== "OK")
    return isExplained(verdict, findings, dated, subject)
      ? findings
      : [...findings, refusedByOpenssl(verdict, subject)];
  // Where senders turn wrong is worked out; that they do not is seen, as long as the clock is the same.
  const isSeen = Math.abs(subject.now - subject.observedAt) < MOVED;
  const kept = isSeen ? findings.filter(({ code }) => code !== "cert-chain-order") : findings;
  const ours = kept.filter(({ code }) => OF_TRUST.includes(code));
  if (ours.length === 0) return kept;
  const evidence = joinWords(
    ours.map(({ message }) => message),
    " ",
  );
  const differs = raise(
    "cert-senders-differ",
    { openssl: words`trusts it; other verifiers may not` },
    { evidence },
  );
  return [...kept.filter((finding) => !ours.includes(finding)), differs];
}

/** Whether a finding, or a date that counted when the verdict was made, is why OpenSSL refuses it. */
function isExplained(
  verdict: string,
  findings: readonly Raised[],
  dated: readonly string[],
  { certificates, observedAt }: DatedSubject,
): boolean {
  if (findings.some(({ code }) => REFUSALS.includes(code))) return true;
  return OF_DATES.has(verdict) && dated.some((sha256) => !isValidAt(certificates[sha256], observedAt));
}

function refusedByOpenssl(verdict: string, { now, observedAt }: DatedSubject): Raised {
  const moved = now - observedAt;
  const when: SafeText =
    Math.abs(moved) < MOVED
      ? words``
      : words`, said ${span(moved)} ${moved > 0 ? words`before` : words`after`} the moment of this judgement`;
  const openssl = words`refuses it, although a path leads to a trusted root`;
  return raise("cert-senders-differ", { openssl }, { evidence: words`${quote(verdict, 100)}${when}` });
}
