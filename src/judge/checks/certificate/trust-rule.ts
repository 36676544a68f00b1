/** What the setting `trust` makes of findings about a certificate. */
import { words, type SafeText } from "../../../text/quote.ts";
import { describe, type Code } from "../../diagnostics/registry.ts";
import type { EndpointSubject, Raised } from "../../outcome.ts";
import { daneAuthenticates } from "../dane/assessment.ts";

/** What is wrong with the way to a root, where trust counts. */
const CHAIN_CODES: readonly Code[] = [
  "cert-self-signed",
  "cert-incomplete-chain",
  "cert-untrusted",
  "cert-chain-expired",
  "cert-chain-expiring",
  "cert-chain-order",
  "cert-senders-differ",
];

/** What senders with DANE leave aside: authorities, and whom they have issued the certificate to. */
const OF_AUTHORITIES: ReadonlySet<Code> = new Set<Code>([
  "cert-self-signed",
  "cert-incomplete-chain",
  "cert-untrusted",
  "cert-chain-order",
  "cert-senders-differ",
  "cert-issuer-unexpected",
  "cert-name-mismatch",
  "cert-common-name-only",
]);

/** Dates of the certificate itself; below a CA of a TLSA record they count. */
const DATES_OF_LEAF: ReadonlySet<Code> = new Set<Code>([
  "cert-expired",
  "cert-not-yet-valid",
  "cert-expiring",
  "cert-expiring-soon",
]);

const DATES_ABOVE: ReadonlySet<Code> = new Set<Code>(["cert-chain-expired", "cert-chain-expiring"]);

const DANE_SENDERS = words`senders that use DANE ignore this and deliver; senders that require a certificate from a public CA do not`;

/** A rule for findings about one certificate. */
export type TrustRule = (finding: Raised) => Raised;

/**
 * With `any`, findings about the chain are notices. With `senders`, what DANE senders do not look at is less grave at an
 * endpoint that DANE authenticates, unless an enforced MTA-STS policy covers it: then others look.
 */
export function trustRule(subject: EndpointSubject): TrustRule {
  const { trust } = subject.thresholds;
  if (trust === "any")
    return (finding) => (CHAIN_CODES.includes(finding.code) ? { ...finding, severity: "notice" } : finding);
  if (trust === "webpki" || subject.enforcedByMtaSts) return (finding) => finding;
  const dane = daneAuthenticates(subject);
  if (dane?.authenticates !== true) return (finding) => finding;
  return (finding) => {
    const { code } = finding;
    if (OF_AUTHORITIES.has(code)) return lowered(finding, "notice");
    const ofDates = DATES_ABOVE.has(code) || (DATES_OF_LEAF.has(code) && !dane.byAuthority);
    return ofDates ? lowered(finding, "warning") : finding;
  };
}

function lowered(finding: Raised, severity: "notice" | "warning"): Raised {
  const message: SafeText = words`${finding.message} DANE senders do not look at this.`;
  const usual = finding.remedy ?? describe(finding.code).remedy;
  const remedy = words`For senders with DANE there is nothing to do. For others: ${usual}`;
  return { ...finding, message, severity, remedy, senders: DANE_SENDERS };
}
