/** Codes of the check `dane`, and of `mx` about DANE. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic } from "./diagnostic.ts";

type Base = { readonly base: SafeText };
type Why = { readonly why: SafeText };

const DEFERRING = words`senders that use DANE skip this host, and queue the mail if no other host is left; other senders deliver`;
const UNPROTECTED = words`all senders deliver as if there were no TLSA records`;

const MATCH = words`Publish a 3 1 1 record (the SHA-256 of the public key) for the key in use, or go back to the key that the records are for. Next time, publish the record of the new key first, wait twice the TTL, and only then change the key.`;

export const daneDiagnostics = {
  "dane-mismatch": diagnostic<Base & Why>({
    check: "dane",
    severity: "error",
    message: ({ base, why }) =>
      words`No TLSA record of ${base} matches the certificate that the server sends${why}.`,
    remedy: MATCH,
    confirm: "dane",
    reference: "RFC 7672 3.2, 5",
    resultType: "tlsa-invalid",
    senders: DEFERRING,
  }),
  "dane-name-mismatch": diagnostic<Base & { readonly anchor: SafeText }>({
    check: "dane",
    severity: "error",
    message: ({ base, anchor }) =>
      words`The certificate was issued by the CA in the TLSA record ${anchor}, but not for the name ${base}.`,
    remedy: words`Get a certificate that has this name among its DNS names, or publish a 3 1 1 record for the server's own key: then names do not matter.`,
    confirm: "dane",
    reference: "RFC 7672 3.2.2, 3.2.3",
    resultType: "certificate-host-mismatch",
    senders: DEFERRING,
  }),
  "dane-expired": diagnostic<{
    readonly certificate: SafeText;
    readonly state: SafeText;
    readonly anchor: SafeText;
  }>({
    check: "dane",
    severity: "error",
    message: ({ certificate, state, anchor }) =>
      words`${certificate} ${state}; for a TLSA record that names a CA (${anchor}), senders check the dates.`,
    remedy: words`Renew it (certbot renew), then reload the mail server; or publish a 3 1 1 record for the server's own key: then dates do not matter.`,
    confirm: "dane",
    reference: "RFC 7672 3.1.2",
    resultType: "certificate-expired",
    senders: DEFERRING,
  }),
  "dane-no-tls": diagnostic<Base & { readonly how: SafeText }>({
    check: "dane",
    severity: "error",
    message: ({ base, how }) => words`The TLSA records of ${base} promise TLS, but senders get none: ${how}.`,
    remedy: words`Make STARTTLS work (see the findings of starttls), or remove the TLSA records until it does.`,
    confirm: "starttls",
    reference: "RFC 7672 2.2",
    resultType: "starttls-not-supported",
  }),
  "dane-lookup-failed": diagnostic<{ readonly question: SafeText; readonly gave: SafeText }>({
    check: "dane",
    severity: "error",
    message: ({ question, gave }) => words`Senders cannot look up the TLSA records: ${question} ${gave}.`,
    remedy: words`Make the zone's name servers answer this question, with records or with a signed denial (NSEC, NSEC3). Typical causes: a name server or load balancer that does not know the type TLSA, expired signatures.`,
    confirm: "dig-bogus",
    reference: "RFC 7672 2.1.2, 2.2",
    resultType: "dnssec-invalid",
    senders: DEFERRING,
  }),
  "dane-required": diagnostic<{ readonly host: SafeText } & Why>({
    check: "dane",
    severity: "error",
    message: ({ host, why }) =>
      words`The policy requires DANE, but it does not protect mail to ${host}: ${why}.`,
    remedy: words`Sign the zone with DNSSEC and publish a 3 1 1 record for the server's key at every MX host; or remove dane from require.`,
    confirm: "dig-dnssec",
    reference: "RFC 7672 2.2",
    askedBy: "require",
  }),
  "dane-unusable": diagnostic<Base & Why>({
    check: "dane",
    severity: "warning",
    message: ({ base, why }) =>
      words`No TLSA record of ${base} is usable, so DANE does not authenticate the server: ${why}.`,
    remedy: words`Publish 3 1 1 records (the SHA-256 of the server's public key) in their place.`,
    confirm: "dig-dnssec",
    reference: "RFC 7672 2.2.3, 3.1.3",
    resultType: "tlsa-invalid",
    senders: words`senders that use DANE require TLS but do not authenticate the server; others ignore the records`,
  }),
  "dane-insecure": diagnostic<Base & Why>({
    check: "dane",
    severity: "warning",
    message: ({ base, why }) =>
      words`No sender uses the TLSA records of ${base}, so they protect nothing: ${why}.`,
    remedy: words`Sign the zone and have the DS record published by the parent zone (your registrar); or remove the TLSA records.`,
    confirm: "dig-dnssec",
    reference: "RFC 7672 2.2, 2.2.2",
    senders: UNPROTECTED,
  }),
  "dane-unmatched-combination": diagnostic<Base & { readonly kinds: SafeText; readonly by: SafeText }>({
    check: "dane",
    severity: "warning",
    message: ({ base, kinds, by }) =>
      words`The ${kinds} TLSA records of ${base} do not match the server's certificate (${by} does): a sender that supports only these does not deliver.`,
    remedy: words`Publish a matching record of each kind, or remove the kinds that you do not keep up to date.`,
    confirm: "dig-dnssec",
    reference: "RFC 7671 8.4, 9",
  }),
  "dane-key-unpublished": diagnostic<Base & { readonly key: SafeText }>({
    check: "dane",
    severity: "error",
    message: ({ base, key }) =>
      words`This key, which you are about to deploy, is in no usable TLSA record of ${base}: ${key}.`,
    remedy: words`Publish its 3 1 1 record beside the present ones, wait twice the TTL so that no cache has the old set, and deploy the key after that.`,
    confirm: "dig-dnssec",
    reference: "RFC 7671 8.1",
    senders: words`once it is deployed, senders that use DANE will not deliver here; others will`,
  }),
  "dane-record-unusable": diagnostic<Base & Why>({
    check: "dane",
    severity: "notice",
    message: ({ base, why }) => words`Senders ignore some TLSA records of ${base}: ${why}.`,
    remedy: words`Remove them: they protect nothing.`,
    confirm: "dig-dnssec",
    reference: "RFC 7672 2.2.3, 3.1.3",
  }),
  "dane-fragile": diagnostic<Base & Why>({
    check: "dane",
    severity: "notice",
    message: ({ base, why }) => words`DANE works for ${base} now, but may break: ${why}.`,
    remedy: words`Publish a 3 1 1 record (the SHA-256 of the server's public key), and keep the key when you renew the certificate (certbot: --reuse-key).`,
    confirm: "dig-dnssec",
    reference: "RFC 7671 5.2.2, 9",
  }),
  "dane-mx-insecure": diagnostic<{ readonly domain: SafeText }>({
    check: "dane",
    severity: "notice",
    message: ({ domain }) =>
      words`The MX records of ${domain} are not signed with DNSSEC: an attacker who forges them bypasses DANE.`,
    remedy: words`Sign the zone of the domain with DNSSEC as well.`,
    confirm: "dig-dnssec",
    reference: "RFC 7672 2.2.1",
    senders: words`Postfix uses DANE anyway; Exim does not`,
  }),
  "dane-unseen": diagnostic<Base & Why & { readonly would: SafeText }>({
    check: "dane",
    severity: "inconclusive",
    message: ({ base, why, would }) =>
      words`It is unknown whether the TLSA records of ${base} protect its mail: ${why}. ${would}.`,
    remedy: words`Set dns-server to a resolver that validates: one on this machine, or dns-server: https://… (DNS over HTTPS). The default resolvers of most CI runners do not pass on the result of DNSSEC validation.`,
    confirm: "dig-dnssec",
    reference: "RFC 4035 4.3",
  }),
  "dane-partial": diagnostic<{ readonly domain: SafeText; readonly of: SafeText; readonly bare: SafeText }>({
    check: "mx",
    severity: "warning",
    message: ({ domain, of, bare }) =>
      words`DANE protects mail to ${of} but not to ${bare}: an attacker can divert mail for ${domain} to the unprotected host.`,
    remedy: words`Publish TLSA records, in a signed zone, for every MX host.`,
    confirm: "dig-mx",
    reference: "RFC 7672 2.2.1",
    senders: words`senders that use DANE deliver to the unprotected hosts, too, without authenticating them`,
  }),
} as const;
